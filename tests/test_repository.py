"""The repository keeps its promises: licence, pinned tools, and documents that match the code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.cli import VERBS
from generator.errors import FINDINGS

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LOCKS = [*sorted(ROOT.glob("requirements*.txt")), *sorted(ROOT.glob("bench/requirements*.txt"))]
ROOMS = sorted(
    entry.name
    for entry in (ROOT / "generator").iterdir()
    if (entry.is_dir() and (entry / "__init__.py").is_file())
    or (entry.suffix == ".py" and not entry.stem.startswith("__"))
)
RUNNERS_TOKEN = {"contents": "read"}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def workflow(path: Path) -> dict[str, dict[str, dict[str, object]]]:
    loaded: dict[str, dict[str, dict[str, object]]] = yaml.safe_load(read(str(path)))
    return loaded


def steps(path: Path) -> Iterator[dict[str, object]]:
    for job in workflow(path)["jobs"].values():
        found = job["steps"]
        assert isinstance(found, list)
        yield from found


def test_licence_is_apache() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]

    assert project["license"] == "Apache-2.0"
    assert "Apache License" in read("LICENSE")
    assert "Version 2.0, January 2004" in read("LICENSE")


@pytest.mark.parametrize(
    "name", ["content", "generator", "overrides", "raw", "tests", "raw/README.md", "mkdocs.yml"]
)
def test_top_level_has_its_rooms(name: str) -> None:
    assert (ROOT / name).exists()


def test_there_is_something_to_check() -> None:
    assert [path.name for path in WORKFLOWS] == ["publish.yml"]
    assert [path.relative_to(ROOT).as_posix() for path in LOCKS] == [
        "requirements-dev.txt",
        "requirements.txt",
        "bench/requirements-builders.txt",
        "bench/requirements-canary.txt",
        "bench/requirements.txt",
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_and_names_its_version(path: Path) -> None:
    lines = [line.strip() for line in read(str(path)).splitlines() if "uses:" in line]
    pinned = re.compile(r"(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

    assert len(lines) == len([step for step in steps(path) if "uses" in step])
    assert [line for line in lines if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_may_do_nothing_that_it_does_not_name(path: Path) -> None:
    jobs = workflow(path)["jobs"]

    assert workflow(path)["permissions"] == {}
    assert {name for name, job in jobs.items() if "permissions" not in job} == set()
    assert {name for name, job in jobs.items() if "timeout-minutes" not in job} == set()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_that_runs_our_code_may_write_nothing(path: Path) -> None:
    for job in workflow(path)["jobs"].values():
        found = job["steps"]
        assert isinstance(found, list)
        commands = "\n".join(str(step.get("run", "")) for step in found)

        if "make" in commands or ".venv" in commands:
            assert job["permissions"] == RUNNERS_TOKEN


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_from_outside_is_put_into_a_command(path: Path) -> None:
    assert [step["run"] for step in steps(path) if "${{" in str(step.get("run", ""))] == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_lock_file_holds_no_index_address(path: Path) -> None:
    text = read(str(path))

    assert re.findall(r"(?m)^\s*(?:-i|--(?:extra-)?index-url|--find-links|-f)\b.*", text) == []
    assert re.findall(r"(?i)\b(?:https?|file|git)(?:\+\w+)?://\S+", text) == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_a_version_and_a_hash(path: Path) -> None:
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", read(str(path)))[1:]
    locked = re.compile(r"[\w.-]+(?:\[[\w,-]+\])?==\S+.*?--hash=sha256:[0-9a-f]{64}", re.DOTALL)

    assert entries
    assert [entry.partition("\n")[0] for entry in entries if not locked.match(entry)] == []


def test_commit_hooks_fetch_no_foreign_repository() -> None:
    config = yaml.safe_load(read(".pre-commit-config.yaml"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]

    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    assert [hook["id"] for hook in hooks if not hook["entry"].startswith(".venv/bin/")] == []


def test_changelog_has_the_version_of_the_package() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    newest = re.search(r"(?m)^## (\d+\.\d+\.\d+)", read("CHANGELOG.md"))

    assert newest
    assert newest[1] == version


def test_every_finding_is_in_the_readme() -> None:
    text = read("README.md")

    assert [code for code in FINDINGS if f"`{code}`" not in text] == []


def test_every_verb_is_in_the_readme() -> None:
    text = read("README.md")

    assert [verb for verb in VERBS if not re.search(rf"`archive {verb}\b", text)] == []


def test_readme_names_no_verb_that_is_not_there() -> None:
    named = set(re.findall(r"`archive ([a-z]+)", read("README.md")))

    assert named - set(VERBS) == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_in_the_architecture(room: str) -> None:
    name = f"{room}/" if not room.endswith(".py") else room

    assert f"`{name}`" in read("ARCHITECTURE.md")


def test_every_module_is_in_the_architecture() -> None:
    text = read("ARCHITECTURE.md")
    modules = sorted(
        path.name for path in (ROOT / "generator").rglob("*.py") if not path.stem.startswith("__")
    )

    assert [name for name in modules if f"`{name}`" not in text] == []


def test_top_level_matches_what_the_guide_for_editors_says() -> None:
    named = set(re.findall(r"`content/([a-z]+)/?`", read("CONTRIBUTING.md")))

    assert named
    assert [name for name in sorted(named) if not (ROOT / "content" / name).is_dir()] == []

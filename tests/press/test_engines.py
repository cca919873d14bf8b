"""Other engines: they get a configuration that MkDocs builds by too, and their site is finished."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator import settings
from generator.cli import main
from generator.press import build, engines
from generator.press.engines import configuration
from generator.settings import Settings
from tests.press.processes import tree


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, lay_small: Callable[[Path], Path]) -> Settings:
    """The small archive, built by us, and staged and then built by MkDocs as any engine would."""
    known = settings.load(lay_small(tmp_path_factory.mktemp("engines") / "archive"))
    build.build(known)
    engines.stage_all(known)
    config = known.work / "mkdocs.yml"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", config],
        cwd=known.root,
        check=True,
    )
    return known


@pytest.fixture
def site(built: Settings) -> Path:
    return built.work / "site"


def finish(known: Settings, *arguments: str | Path) -> tuple[int, str]:
    """Exit status and output of `archive finish`."""
    command = ["--root", str(known.root), "finish", *map(str, arguments)]
    result = CliRunner().invoke(main, command)
    return result.exit_code, result.output


def test_a_finished_site_is_the_one_that_build_makes(built: Settings, site: Path) -> None:
    assert (0, "") == finish(built, site)
    # It holds the time at which the engine ran.
    ours, theirs = ({**tree(folder), "sitemap.xml.gz": ""} for folder in (built.site, site))

    assert ours == theirs
    assert "2021/12/13/mot/index.md" in theirs


def test_what_of_the_staged_tree_is_not_in_the_site_is_told(
    built: Settings, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("<html></html>")
    status, said = finish(built, tmp_path)
    expected = {
        path.relative_to(built.work / "docs").with_suffix(
            ".html" if path.suffix == ".md" else path.suffix
        )
        for path in (built.work / "docs").rglob("*")
        if path.is_file()
    }

    assert 1 == status
    assert f"lacks {len(expected) - 1} files" in said
    assert min(path.as_posix() for path in expected) in said


def test_a_folder_that_is_no_site_stays_as_it_is(built: Settings, tmp_path: Path) -> None:
    (tmp_path / "search/vi").mkdir(parents=True)
    (tmp_path / "search/vi/notes.txt").write_text("mine")

    assert 1 == finish(built, tmp_path)[0]
    assert ["notes.txt"] == [path.name for path in tmp_path.rglob("*") if path.is_file()]


def test_a_site_is_inspected_by_the_theme_of_its_engine(
    built: Settings, site: Path, tmp_path: Path
) -> None:
    name = "assets/javascripts/engine.js"
    for folder in (site, tmp_path / "theme"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("export {}")
    (tmp_path / "other").mkdir()
    refused = finish(built, site, "--theme", tmp_path / "other")[1]
    found = engines.finish(built, site, themes=[tmp_path / "theme"])
    (site / name).unlink()

    assert f"{name}: error [site-unsafe]" in refused
    assert found
    assert [] == [one for one in found if one.file == name]


def test_the_configuration_leads_to_the_archive_from_where_it_stands(built: Settings) -> None:
    written = yaml.safe_load((built.work / "mkdocs.yml").read_text(encoding="utf-8"))

    assert {
        "INHERIT": "../mkdocs.yml",
        "docs_dir": "docs",
        "site_dir": "site",
        "site_url": "https://archive.example/",
        "hooks": [],
        "theme": {"variant": "classic", "custom_dir": "../overrides"},
    } == written


def test_an_archive_without_templates_of_its_own_names_none(built: Settings) -> None:
    text = configuration(dataclasses.replace(built, overrides=None, site_url=""))

    assert {"variant": "classic"} == yaml.safe_load(text)["theme"]
    assert "" == yaml.safe_load(text)["site_url"]


def test_staging_again_leaves_the_configuration_as_it_is(built: Settings) -> None:
    config = built.work / "mkdocs.yml"
    before = config.stat().st_mtime_ns
    engines.stage_all(built)

    assert before == config.stat().st_mtime_ns

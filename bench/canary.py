"""The canary: what other engines make of the staged archive, beside what MkDocs makes of it.

    python -m bench.canary --python .venv-canary/bin/python

Stages the archive, lets each engine build it, and prints where a site differs from that of MkDocs.
It shows and does not judge: the exit status is 0 whatever differs, and 1 only when there is nothing
to compare.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from bench.likeness import Difference, compare
from generator import settings
from generator.errors import printed
from generator.press import engines
from generator.settings import Settings

REFERENCE = "mkdocs"
ENGINES = ("properdocs", "zensical")
"""Names of packages, of modules to run, and of folders of sites."""

EXAMPLES = 3
"""Pairs of what is expected and what is there that are shown of one kind."""

LONGEST = 80
"""Characters shown of a value."""

_ROOT = Path(__file__).parent.parent
_TIMEOUT = 1_200
_VERSION = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"


class CanaryError(RuntimeError):
    """There is nothing to compare."""


class BuildError(RuntimeError):
    """An engine did not build the site; the message is the end of what it said."""


@click.command()
@click.option(
    "--python",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="The interpreter whose environment has the other engines.",
)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=_ROOT,
    help="Folder of the archive.",
)
def main(python: Path, root: Path) -> None:
    """Build the archive with other engines, and show what differs."""
    try:
        for line in _run(settings.load(root.absolute()), python.absolute()):
            click.echo(line)
    except CanaryError as error:
        click.echo(f"canary: {error}", err=True)
        sys.exit(1)


def _run(known: Settings, python: Path) -> Iterator[str]:
    versions = {name: _version(python, name) for name in ENGINES}
    versions[REFERENCE] = _version(Path(sys.executable), REFERENCE)
    engines.stage_all(known)
    try:
        expected = build(known, REFERENCE, Path(sys.executable))
    except BuildError as error:
        raise CanaryError(f"{REFERENCE}: {error}") from error
    pages = sum(1 for _ in expected.rglob("*.html"))
    yield f"{pages} pages; what is expected is what MkDocs {versions[REFERENCE]} makes."
    for name in ENGINES:
        yield ""
        yield f"## {name} {versions[name]}"
        yield ""
        try:
            actual = build(known, name, python)
        except BuildError as error:
            yield f"did not build: {error}"
            continue
        yield from table(compare(expected, actual, address=known.site_url))


def build(known: Settings, name: str, python: Path) -> Path:
    """Let one engine build the staged archive.

    Args:
        known: Of the archive.
        name: Of the engine's module.
        python: The interpreter that has it.

    Returns:
        Folder of the site, with what the engine cannot make put into it.

    Raises:
        BuildError: The engine gave up.
    """
    click.echo(f"canary: {name} builds …", err=True)
    made, kept = known.work / "site", known.work / "canary" / name
    for folder in (made, kept, known.work / ".cache"):
        shutil.rmtree(folder, ignore_errors=True)
    config = known.work / "mkdocs.yml"
    # In the project's folder, so that the engine finds the Markdown extension.
    done = subprocess.run(
        [str(python), "-m", name, "build", "--config-file", str(config)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=_TIMEOUT,
    )
    if done.returncode or not made.is_dir():
        raise BuildError(" ".join(f"{done.stdout} {done.stderr}".split())[-1_000:])
    lacking = engines.finish(known, made)
    if lacking:
        click.echo(printed.as_text(lacking, "en"), err=True)
    kept.parent.mkdir(exist_ok=True)
    made.rename(kept)
    return kept


def table(differences: Iterable[Difference]) -> Iterator[str]:
    """Differences in any order as a Markdown table: by kind, of each the commonest first."""
    kinds: dict[str, list[Difference]] = defaultdict(list)
    for one in sorted(differences, key=lambda one: one.path):
        kinds[one.kind].append(one)
    if not kinds:
        yield "no difference"
        return
    yield "| differs in | pages | expected | is | for example |"
    yield "|---|--:|---|---|---|"
    for kind in sorted(kinds):
        yield from _rows(kind, kinds[kind])


def _rows(kind: str, differences: list[Difference]) -> Iterator[str]:
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in differences:
        pairs[one.expected, one.actual].append(one.path)
    ordered = sorted(pairs.items(), key=lambda pair: (-len(pair[1]), pair[1][0], pair[0]))
    for (expected, actual), paths in ordered[:EXAMPLES]:
        cells = (kind, len(paths), _short(expected), _short(actual), f"`{paths[0]}`")
        yield f"| {' | '.join(map(str, cells))} |"
    rest = ordered[EXAMPLES:]
    if rest:
        pages = len({path for _, paths in rest for path in paths})
        yield f"| {kind} | {pages} | {len(rest)} more | | `{rest[0][1][0]}` |"


def _short(value: str) -> str:
    text = value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
    return text.replace("|", "\\|") or "–"


def _version(python: Path, name: str) -> str:
    done = subprocess.run(
        [str(python), "-c", _VERSION, name], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CanaryError(f"{python} has no {name}: run `make canary`")
    return done.stdout.strip()


if __name__ == "__main__":
    main()

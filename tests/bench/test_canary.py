"""The canary shows what other engines make differently, and fails only where it cannot look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bench.canary import LONGEST, main, table
from bench.likeness import Difference
from tests.conftest import REPOSITORY

# An engine that makes what MkDocs made, but for one title; and one that gives up.
STUB = """#!/bin/sh
if [ "$1" = -c ]; then echo 9.9; exit; fi
if [ "$2" = zensical ]; then echo no; exit 3; fi
cd "$(dirname "$5")" && cp -r canary/mkdocs site
sed -i 's/<title>B/<title>P/' site/2021/12/13/mot/index.html
"""


def differ(
    expected: str, actual: str = "", *, path: str = "a.html", kind: str = "title"
) -> Difference:
    return Difference(kind=kind, path=path, expected=expected, actual=actual)


def run(python: Path, root: Path) -> Result:
    return CliRunner().invoke(main, ["--python", str(python), "--root", str(root)])


def test_the_commonest_difference_of_a_kind_comes_first() -> None:
    found = [
        *(differ("a", "b", path=f"{n}.html") for n in range(2)),
        *(differ("c", "d", path=f"{n}.html") for n in range(3)),
        *(differ(f"e{n}", path="z.html") for n in range(3)),
        differ("x|y", "n" * (LONGEST + 1), kind="canonical"),
    ]
    expected = [
        "| differs in | pages | expected | is | for example |",
        "|---|--:|---|---|---|",
        f"| canonical | 1 | x\\|y | {'n' * (LONGEST - 1)}… | `a.html` |",
        "| title | 3 | c | d | `0.html` |",
        "| title | 2 | a | b | `0.html` |",
        "| title | 1 | e0 | – | `z.html` |",
        "| title | 1 | 2 more | | `z.html` |",
    ]

    assert expected == list(table(found))
    assert expected == list(table(reversed(found)))


def test_sites_that_say_the_same_have_no_table() -> None:
    assert ["no difference"] == list(table([]))


def test_an_environment_without_the_engines_cannot_be_looked_at(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    result = run(python, REPOSITORY)

    assert 1 == result.exit_code
    assert "has no properdocs: run `make canary`" in result.output


@pytest.mark.site
def test_what_differs_and_what_fails_is_shown_and_is_no_failure(
    lay_archive: Callable[..., Path], article_text: Callable[..., str], tmp_path: Path
) -> None:
    written = article_text("Lời.", title="Bài một", slug="mot")
    root = lay_archive(tmp_path / "archive", {"articles/2021/2021-12-13-mot/vi.md": written})
    python = tmp_path / "python"
    python.write_text(STUB)
    python.chmod(0o755)
    result = run(python, root)

    assert 0 == result.exit_code
    assert "## properdocs 9.9\n\n| differs in |" in result.stdout
    assert "| title | 1 | Bài một – " in result.stdout
    assert 1 == result.stdout.count("| title |")
    assert "## zensical 9.9\n\ndid not build: no" in result.stdout

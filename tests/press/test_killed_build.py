"""A build that is killed at any moment leaves a whole site."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator import press, settings
from tests.press.processes import BUILD, run, tree

pytestmark = pytest.mark.site

# Kills its own process at the n-th time that Python is about to do something to a path.
KILL = """
import os, signal, sys
wanted, part, left = sys.argv[2], sys.argv[3], int(sys.argv[4])
def hook(event, arguments):
    global left
    if event == wanted and any(part in str(argument) for argument in arguments):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
"""
NO_EXCHANGE = """
from generator.press import swap
swap.exchange = lambda first, second: False
"""

MOMENTS = [
    ("open", ".archive/docs", 2),  # staging
    ("os.mkdir", ".site.new", 1),  # MkDocs begins
    ("open", ".site.new", 1),
    ("open", ".site.new", 20),
    ("open", ".site.new/404.html", 1),
    ("open", ".site.new/2022/01/02/hai/index.html", 1),
    ("open", ".site.new/search/search_index.json", 1),  # MkDocs ends
    ("open", ".site.new/index.html", 2),  # the gate reads
    ("shutil.rmtree", ".site.new", 1),  # the new site is in place, the old one is not gone
    ("os.rmdir", "assets", 1),
    ("open", "permalinks.csv", 2),  # the new site is in place, its URLs are not registered
]
TWO_RENAMES = [
    ("os.rename", "site", 1),  # the old site still stands
    ("os.rename", ".site.new", 1),  # it has been moved aside
    ("shutil.rmtree", ".site.old", 1),  # the new one has been moved in
]


@pytest.fixture
def versions(small: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The old site, which stands, and the new one that the next build would make."""
    known = settings.load(small)
    press.build(known)
    old = tree(small / "site")
    path = small / "content/articles/2022/2022-01-02-hai/vi.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Lời thứ hai.", "Lời đã sửa."), encoding="utf-8")
    register = small / "content/permalinks.csv"
    lines = register.read_bytes().splitlines(keepends=True)
    press.build(known)
    new = tree(small / "site")
    path.write_text(text, encoding="utf-8")
    press.build(known)
    path.write_text(text.replace("Lời thứ hai.", "Lời đã sửa."), encoding="utf-8")
    register.write_bytes(b"".join(lines[:-1]))
    assert old == tree(small / "site") != new
    return old, new


def kill(root: Path, moment: tuple[str, str, int], before: str = "") -> int:
    event, part, count = moment
    return run(KILL + before + BUILD, root, event, part, count).returncode


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: "-".join(map(str, moment)))
def test_killed_build_leaves_a_whole_site(
    moment: tuple[str, str, int], small: Path, versions: tuple[dict[str, str], dict[str, str]]
) -> None:
    assert -signal.SIGKILL == kill(small, moment)
    assert tree(small / "site") in versions

    press.build(settings.load(small))

    assert versions[1] == tree(small / "site")
    assert [] == list(small.glob(".site*"))


@pytest.mark.parametrize("moment", TWO_RENAMES, ids=lambda moment: "-".join(map(str, moment)))
def test_site_between_two_renames_comes_back_at_the_next_start(
    moment: tuple[str, str, int],
    small: Path,
    versions: tuple[dict[str, str], dict[str, str]],
) -> None:
    assert -signal.SIGKILL == kill(small, moment, NO_EXCHANGE)
    standing = small / "site" if (small / "site").exists() else small / ".site.old"
    assert tree(standing) in versions

    press.build(settings.load(small))

    assert versions[1] == tree(small / "site")
    assert [] == list(small.glob(".site*"))


def test_two_builds_at_once_wait_for_each_other(small: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: run(BUILD, small), range(2)))

    assert [(0, ""), (0, "")] == [(build.returncode, build.stderr) for build in done]
    assert (small / "site/index.html").is_file()
    assert [] == list(small.glob(".site*"))

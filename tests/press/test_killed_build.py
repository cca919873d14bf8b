"""A build that is killed at any moment leaves a whole site."""

from __future__ import annotations

import shutil
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator import settings
from generator.press import build, manifest, standing
from tests.press.edits import HAI, edit
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
    ("open", ".archive/spool/pages", 1),  # pages are being made
    ("open", ".site.new/2022/01/02/hai/index.html", 1),
    ("open", ".site.new/search/vi/manifest.bin", 1),  # search is being written
    ("open", ".site.new/404.html", 3),  # the gate reads
    ("shutil.rmtree", ".site.new", 1),  # the new site is in place, the old one is not gone
    ("open", "permalinks.csv", 2),  # the new site is in place, its URLs are not registered
]
MOVES = [
    ("os.rename", ".site.new", 1),  # the first file is moved in
    ("os.rename", ".site.new", 5),
    ("os.rename", "manifest.new", 1),  # nobody has noted it
    ("open", "search.state", 2),  # nor what the index remembers
]
TWO_RENAMES = [
    ("os.rename", "site", 1),  # the old site still stands
    ("os.rename", ".site.new", 1),  # it has been moved aside
    ("shutil.rmtree", ".site.old", 1),  # the new one has been moved in
]


Trees = tuple[dict[str, str], dict[str, str]]


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory, built_once: Path) -> tuple[Path, Trees]:
    """An archive whose site is older than its content; and the site's old and new files."""
    root = shutil.copytree(built_once, tmp_path_factory.mktemp("master") / "archive")
    article = root / HAI
    register = root / "content/permalinks.csv"
    new = tree(root / "site")
    edit(article, "Lời thứ hai.", "Lời cũ.")
    old = publish(root)
    edit(article, "Lời cũ.", "Lời thứ hai.")
    # One URL is published for the first time once more.
    lines = register.read_bytes().splitlines(keepends=True)
    register.write_bytes(b"".join(lines[:-1]))
    assert old != new
    return root, (old, new)


@pytest.fixture
def versions(master: tuple[Path, Trees]) -> Trees:
    """The files of the old site, which stands, and of the one that the next build makes."""
    return master[1]


@pytest.fixture
def outdated(master: tuple[Path, Trees], tmp_path: Path) -> Path:
    """A copy of the archive whose site is older than its content, and nothing is known of it."""
    root = shutil.copytree(master[0], tmp_path / "archive")
    manifest.forget(root / ".archive")
    return root


@pytest.fixture
def changing(master: tuple[Path, Trees], tmp_path: Path) -> Path:
    """A copy of the archive of whose site only what changed will be made."""
    return shutil.copytree(master[0], tmp_path / "archive")


def kill(root: Path, moment: tuple[str, str, int], before: str = "") -> int:
    event, part, count = moment
    return run(KILL + before + BUILD, root, event, part, count).returncode


def publish(root: Path) -> dict[str, str]:
    assert not standing.failed(build.build(settings.load(root)))
    return tree(root / "site")


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: "-".join(map(str, moment)))
def test_killed_build_leaves_a_whole_site(
    moment: tuple[str, str, int], outdated: Path, versions: Trees
) -> None:
    assert -signal.SIGKILL == kill(outdated, moment)
    assert tree(outdated / "site") in versions

    assert versions[1] == publish(outdated)
    assert [] == list(outdated.glob(".site*"))


@pytest.mark.parametrize("moment", MOVES, ids=lambda moment: "-".join(map(str, moment)))
def test_killed_change_leaves_whole_files_and_the_next_build_ends_it(
    moment: tuple[str, str, int], changing: Path, versions: Trees
) -> None:
    assert -signal.SIGKILL == kill(changing, moment)
    standing, (old, new) = tree(changing / "site"), versions
    assert set(old) & set(new) <= set(standing) <= set(old) | set(new)
    assert all(digest in {old.get(path), new.get(path)} for path, digest in standing.items())

    assert new == publish(changing)
    assert [] == list(changing.glob(".site*"))


@pytest.mark.parametrize("moment", TWO_RENAMES, ids=lambda moment: "-".join(map(str, moment)))
def test_site_between_two_renames_comes_back_at_the_next_start(
    moment: tuple[str, str, int], outdated: Path, versions: Trees
) -> None:
    assert -signal.SIGKILL == kill(outdated, moment, NO_EXCHANGE)
    standing = outdated / "site" if (outdated / "site").exists() else outdated / ".site.old"
    assert tree(standing) in versions

    assert versions[1] == publish(outdated)
    assert [] == list(outdated.glob(".site*"))


def test_two_builds_at_once_wait_for_each_other(small: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: run(BUILD, small), range(2)))

    assert [(0, ""), (0, "")] == [(build.returncode, build.stderr) for build in done]
    assert (small / "site/index.html").is_file()
    assert [] == list(small.glob(".site*"))

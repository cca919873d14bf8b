"""What every page depends on that is no content: programs, theme, settings.

Two hashes: one of what these are, by which pages are kept or made anew; and a signature of all
files that were read, by which a build sees at once that there is nothing to do.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.press.epoch import EPOCH

if TYPE_CHECKING:  # it takes long to load
    from mkdocs.config.defaults import MkDocsConfig

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

_INHERIT = re.compile(r"(?m)^INHERIT:[ \t]*([^#\r\n]*[^#\s])")


def watched(config: MkDocsConfig) -> list[str]:
    """Files and folders besides the content that the site is made of."""
    found = [*map(str, _inherited(Path(config.config_file_path))), *config.hooks]
    if config.theme.custom_dir:
        found.append(config.theme.custom_dir)
    return sorted(set(map(str, found)))


def _inherited(path: Path) -> Iterator[Path]:
    """A file of settings, and those that it takes settings from."""
    seen: set[Path] = set()
    while path not in seen and path.is_file():
        seen.add(path)
        yield path
        parent = _INHERIT.search(path.read_text(encoding="utf-8"))
        if parent:
            path = Path(os.path.normpath(path.parent / parent[1].strip("'\"")))


def unless_changed(made: bytes, settings: Path, before: bytes) -> bytes:
    """The environment, or nothing if the settings changed while they were being read.

    Args:
        made: Of `environment`, taken after they were read.
        settings: Their file.
        before: Its `signature` before.
    """
    return made if signature([str(settings)]) == before else b""


def environment(paths: Iterable[str], root: Path) -> bytes:
    """A hash of the programs, and of these files and what stands in these folders.

    Args:
        paths: Of `watched`.
        root: Folder of the archive; where it is makes no difference.
    """
    made = hashlib.blake2b(_programs(), digest_size=16)
    words: set[str] = {EPOCH}
    for path in sorted(_files(paths)):
        try:
            data = Path(path).read_bytes()
        except OSError:  # a link to nowhere, as editors lock files by, or gone by now
            continue
        made.update(os.fsencode(os.path.relpath(path, root)) + f"\0{len(data)}\0".encode())
        made.update(data)
        if path.endswith((".yml", ".yaml")):  # settings may take values from the environment
            words.update(_WORD.findall(data.decode("utf-8", "replace")))
    for name in sorted(words & os.environ.keys()):
        made.update(f"{name}={os.environ[name]}\0".encode())
    return made.digest()


@cache
def _programs() -> bytes:
    """All programs by which a site is made, our own by their text."""
    places = (Path(place) for place in sys.path if Path(place).is_dir())
    versions = sorted(one.name for place in places for one in place.glob("*.dist-info"))
    made = hashlib.blake2b("\n".join((sys.version, *versions)).encode())
    folder = Path(generator.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        made.update(path.relative_to(folder).as_posix().encode())
        made.update(path.read_bytes())
    return made.digest()


def signature(paths: Iterable[str], but: str = "") -> bytes:
    """What tells these files, and those in these folders, from what they will ever be again.

    Of each its path, size, times and number; so nothing is read.

    Args:
        paths: Files and folders.
        but: A file that is left out.
    """
    made = hashlib.blake2b(digest_size=16)
    for path, found in sorted(_files(paths).items()):
        if path == but:
            continue
        facts = found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
        made.update(f"{path}\0{facts}\n".encode("utf-8", "surrogateescape"))
    return made.digest()


def _files(paths: Iterable[str]) -> dict[str, os.stat_result]:
    """All files, the links among them not followed."""
    found: dict[str, os.stat_result] = {}
    for path in paths:
        try:
            facts = os.stat(path)  # noqa: PTH116 - with Path it takes twice as long
        except OSError:
            continue
        if os.path.isdir(path):  # noqa: PTH112 - as above
            found.update(_inside(path))
        else:
            found[path] = facts
    return found


def _inside(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:  # gone since it was seen, or closed: reading the content says so
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _inside(entry.path)
        else:
            try:
                facts = entry.stat(follow_symlinks=False)
            except OSError:  # editors save by way of files that are there for a moment
                continue
            yield entry.path, facts

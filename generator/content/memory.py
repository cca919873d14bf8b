"""Memory: what was made of files that have not changed since, for a process that reads them again.

Files are known by their sizes, times and numbers, so that none is opened to learn that it is the
same. What is remembered is the very object that was made of them; whoever compares two readings
sees by identity what stayed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

Thing = TypeVar("Thing")

Stamp = tuple[tuple[str, tuple[int, int, int, int] | None], ...]
"""Names, and size, times and number of each; None for what is not there."""


class Memory:
    """Remembers what was made of files."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Stamp, Any]] = {}

    def of(self, what: str, folder: Path, names: Iterable[str], make: Callable[[], Thing]) -> Thing:
        """What was made of some files of a folder, made anew if one of them changed.

        Args:
            what: Tells apart what is made of files of the same folder.
            folder: Where they are.
            names: Of the files that count.
            make: Makes it; it may depend on nothing but these files.
        """
        place = f"{folder}/"
        # Before they are read: what changes meanwhile is read again the next time.
        stamp = tuple((name, _facts(place + name)) for name in names)
        key = what, place
        known = self._known.get(key)
        if known and known[0] == stamp:
            thing: Thing = known[1]
            return thing
        thing = make()
        self._known[key] = stamp, thing
        return thing


class Forgetful(Memory):
    """Remembers nothing."""

    def of(
        self,
        what: str,  # noqa: ARG002 - nothing is looked up
        folder: Path,  # noqa: ARG002
        names: Iterable[str],  # noqa: ARG002
        make: Callable[[], Thing],
    ) -> Thing:
        """What is made of the files now."""
        return make()


def _facts(path: str) -> tuple[int, int, int, int] | None:
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino

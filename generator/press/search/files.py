"""Files of the index on disk: tens of thousands of small ones, with few calls for each.

Only what differs is written, and what belongs to no index any more is removed, so that a change
to one article touches its own shards.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.press.search.relining import Read

_AT_ONCE = 1 << 16  # bytes; nearly every file has fewer
_MODE = 0o666  # less what the user's mask takes


class Files:
    """A folder, and what is put into it.

    Attributes:
        changed: How many files were written or removed.
    """

    def __init__(self, folder: Path) -> None:
        self._base = f"{folder}/"
        self._put: set[str] = set()
        self._folders: dict[str, bool] = {}
        self.changed = 0

    def read(self, path: str) -> bytes:
        """What is in a file.

        Raises:
            OSError: It is not there.
        """
        number = os.open(self._base + path, os.O_RDONLY)
        try:
            data = os.read(number, _AT_ONCE)
            while len(data) % _AT_ONCE == 0 and (more := os.read(number, _AT_ONCE)):
                data += more
            return data
        finally:
            os.close(number)

    def reader(self, folder: str) -> Read:
        """Reads below a folder."""
        return lambda path: self.read(f"{folder}/{path}")

    def put(self, path: str, data: bytes | None, *, differs: bool = False) -> None:
        """Write a file if it differs, or remove it, and its folder with the last one.

        Args:
            path: Below the folder.
            data: What is to be in it; None if it is to be removed.
            differs: Whether it is known to differ.
        """
        self._put.add(path)
        if data is None:
            self._remove(path)
        elif not self._holds(path, data, differs=differs):
            number = os.open(self._base + path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _MODE)
            try:
                while data:
                    data = data[os.write(number, data) :]
            finally:
                os.close(number)
            self.changed += 1

    def _holds(self, path: str, data: bytes, *, differs: bool) -> bool:
        folder, _, _ = path.rpartition("/")
        fresh = self._folders.get(folder)
        if fresh is None:
            place = Path(self._base) / folder
            fresh = self._folders[folder] = not place.is_dir()
            place.mkdir(parents=True, exist_ok=True)
        try:
            return not (fresh or differs) and self.read(path) == data
        except FileNotFoundError:
            return False

    def _remove(self, path: str) -> None:
        place = Path(self._base) / path
        self.changed += place.exists()
        place.unlink(missing_ok=True)
        if place.parent.is_dir() and not any(place.parent.iterdir()):
            place.parent.rmdir()
            self._folders.pop(path.rpartition("/")[0], None)

    def remove_others(self, folder: str) -> None:
        """Remove all below a folder that was not put there, and folders that are empty."""
        for place, _, names in os.walk(self._base + folder, topdown=False):
            below = place.removeprefix(self._base)
            for name in names:
                if f"{below}/{name}" not in self._put:
                    Path(place, name).unlink()
                    self.changed += 1
            if not any(Path(place).iterdir()):
                Path(place).rmdir()

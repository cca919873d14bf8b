"""Shelves: lists of things on disk, so that what is measured is not the memory of its input."""

from __future__ import annotations

import pickle
import time
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Shelf(Generic[T]):
    """A list that only grows, of which the thing that was asked for last is held.

    Attributes:
        seconds: Processor time that reading took.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b")
        self._places = array("q", [0])
        self._last: tuple[int, T] | None = None
        self.seconds = 0.0

    def append(self, thing: T) -> None:
        """Put one more behind the others."""
        self._file.seek(self._places[-1])
        self._file.write(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL))
        self._places.append(self._file.tell())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places) - 1

    def __getitem__(self, number: int) -> T:
        """The one at a place, from the first, which is 0."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        if self._last is None or self._last[0] != number:
            start = time.process_time()
            self._file.seek(self._places[number])
            data = self._file.read(self._places[number + 1] - self._places[number])
            self._last = number, cast("T", pickle.loads(data))  # noqa: S301 - our own file
            self.seconds += time.process_time() - start
        return self._last[1]

    def __iter__(self) -> Iterator[T]:
        """All of them, in order."""
        return (self[number] for number in range(len(self)))


class Shelved(Mapping[str, T]):
    """Things on a shelf, by name."""

    def __init__(self, shelf: Shelf[T], places: Mapping[str, int]) -> None:
        self.shelf = shelf
        self._places = places

    def __getitem__(self, name: str) -> T:
        """One of them."""
        return self.shelf[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)

    def without(self, name: str) -> Shelved[T]:
        """All others."""
        kept = {other: place for other, place in self._places.items() if other != name}
        return Shelved(self.shelf, kept)

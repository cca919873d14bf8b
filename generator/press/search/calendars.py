"""The calendar of an index: where its documents stand, and in which files they are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import numpy as np

from generator.press.search import packing, slots, state
from generator.press.search.stamps import Stamps

_block = lru_cache(1 << 16)(slots.block)


class Calendar:
    """Where all documents of an index stand, and what tells each month from any other.

    Attributes:
        origin: The year that slots count from.
        places: Of all documents, by their numbers.
    """

    def __init__(self, of: state.State) -> None:
        self.origin = slots.origin(of.slots)
        self.places = slots.places(of.slots, self.origin)
        self._slots = of.slots
        blocks = [_block(slot) for slot in of.slots]
        self._blocks = blocks
        lines = map("{} {}".format, of.slots, of.ids)
        self._stamps = {
            block: packing.short(packing.stamp("\n".join(line for _, line in both).encode()))
            for block, both in groupby(zip(blocks, lines, strict=True), itemgetter(0))
        }

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._slots)

    def files(self) -> Iterator[str]:
        """The file of each document, in order."""
        return (self.file(number) for number in range(len(self)))

    def file(self, number: int) -> str:
        """The file of a document."""
        ordinal = int(self.places[number]) & ((1 << slots.WIDE) - 1)
        return slots.path(self._slots[number], ordinal)

    def stamp(self, number: int) -> int:
        """The stamp of a document's month."""
        return self._stamps[self._blocks[number]]

    def stamps(self) -> Stamps:
        """The stamps of all months, in order."""
        return np.array(list(self._stamps.values()), "<u2")

    def of_months(self, months: Collection[str]) -> Iterator[int]:
        """Numbers of the documents of some months."""
        return (number for number, block in enumerate(self._blocks) if block in months)

    def differing(self, other: Calendar) -> set[str]:
        """Months of which either has other documents than the other."""
        both = self._stamps.items() ^ other._stamps.items()
        return {block for block, _ in both}

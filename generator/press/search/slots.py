"""Slots: where documents stand in the calendar, so that one more moves none of another day.

A document's place is its slot and its ordinal among the documents of that slot. A slot is a day;
a month whose day is unknown has one, a year whose month is unknown 32, and all without a date
have 512, told apart by their ids. `files.js` reads the same numbers.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.model import Date

UNDATED = 512
"""Slots of documents without a date, before all others."""

PER_MONTH, PER_YEAR = 32, 13 * 32
"""Slots of a month and of a year; its first month is the one that nobody knows."""

WIDE = 16
"""Bits of an ordinal that has no room in `ordinal_bits`; no more than 65,536 share a slot."""

_DECADE = 10

Places = NDArray[np.int64]
"""Slot and ordinal of documents, as `slot << WIDE | ordinal`."""


def slot(date: Date | None, id_: str) -> int:
    """The slot of a document: below `UNDATED`, or by the calendar from the year 0 on.

    Args:
        date: When it was published; None if unknown.
        id_: Its id, which tells slots apart where no day does.
    """
    if date is None:
        return zlib.crc32(id_.encode()) % UNDATED
    day = date.day if date.month else zlib.crc32(id_.encode()) % PER_MONTH
    return UNDATED + date.year * PER_YEAR + date.month * PER_MONTH + day


def origin(slots: Sequence[int]) -> int:
    """The first year that an index counts from: a decade's, so that it seldom changes."""
    dated = (one for one in slots if one >= UNDATED)
    first = (min(dated, default=UNDATED) - UNDATED) // PER_YEAR
    return first - first % _DECADE


def since(one: int, year: int) -> int:
    """A slot as an index has it that counts from a year."""
    return one if one < UNDATED else one - year * PER_YEAR


def block(one: int) -> str:
    """The slot's month, `2021-10`, as much of it as is known (`2021-00`), or `undated`."""
    if one < UNDATED:
        return "undated"
    year, rest = divmod(one - UNDATED, PER_YEAR)
    return f"{year:04}-{rest // PER_MONTH:02}"


def path(one: int, ordinal: int) -> str:
    """The file with what is shown of a document."""
    day = one if one < UNDATED else (one - UNDATED) % PER_MONTH
    return f"a/{block(one)}/{day}-{ordinal}.bin"


def places(slots: Sequence[int], year: int) -> Places:
    """Places of documents in an index that counts from a year.

    Args:
        slots: Of all documents, in order.
        year: Of `origin`.
    """
    of = np.array(slots, np.int64)
    of[of >= UNDATED] -= year * PER_YEAR
    return of << WIDE | ordinals(of)


def ordinals(slots: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of the same slot stand before each."""
    numbers = np.arange(len(slots))
    first = np.ones(len(slots), np.bool_)
    first[1:] = slots[1:] != slots[:-1]
    return numbers - np.maximum.accumulate(np.where(first, numbers, 0))


def ordinal_bits(count: int) -> int:
    """Bits of an ordinal that postings have room for, for so many documents."""
    return 2 + max(0, (count >> 13).bit_length() - 1)


def gaps(of: Places, starts: NDArray[np.bool_], bits: int) -> NDArray[np.int64]:
    """One number for each place in rising lists: its distance from the one before.

    Args:
        of: Lists of places, one behind the other.
        starts: Where each list begins.
        bits: Of `ordinal_bits`.
    """
    slots, own = of >> WIDE, of & ((1 << WIDE) - 1)
    gap, left = slots.copy(), own.copy()
    same = np.zeros(len(of), np.bool_)
    gap[1:] -= np.where(starts[1:], 0, slots[:-1])
    same[1:] = (gap[1:] == 0) & ~starts[1:]
    left[1:] -= np.where(same[1:], own[:-1] + 1, 0)
    most = (1 << bits) - 1
    return np.where(left < most, gap << bits | left, (gap << WIDE | left) << bits | most)


def from_gaps(values: NDArray[np.int64], starts: NDArray[np.bool_], bits: int) -> Places:
    """The places that `gaps` made numbers of."""
    most = (1 << bits) - 1
    left, gap = values & most, values >> bits
    wide = left == most
    left = np.where(wide, gap & ((1 << WIDE) - 1), left) + 1
    gap = np.where(wide, gap >> WIDE, gap)
    slots = _sums(gap, starts)
    return slots << WIDE | _sums(left, starts | (gap > 0)) - 1


def _sums(values: NDArray[np.int64], starts: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Running sums that begin anew with each list."""
    sums = np.cumsum(values)
    first = np.flatnonzero(starts)
    before = sums[first] - values[first]
    return sums - np.repeat(before, np.diff(first, append=len(values)))

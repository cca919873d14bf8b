"""Phrases that several texts have, and in how many, at little cost in time and memory.

Phrases are counted one length after the other. A longer one is looked at only where both phrases
in it that are shorter by one word stand in another text too, since a phrase is never commoner than
what it is made of; so each is known by the numbers of these two, and none is ever spelt out.

Source: that pruning after Agrawal and Srikant, "Fast algorithms for mining association rules",
1994; numbering by pairs after Karp, Miller and Rosenberg, "Rapid identification of repeated
patterns in strings, trees and arrays", 1972.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.assemble.tokens import Flags, Numbers, Row

LONGEST = 14
"""Words of the longest phrase: "trưởng cơ quan đại diện Việt Nam ở nước ngoài nhiệm kỳ 2023-2026"
has 13."""

AT_ONCE = 1 << 19
"""Words that are sorted at once: more cost memory, about 40 bytes each, fewer time."""

_SAMPLE = 1 << 14  # words by which it is guessed how all are spread
_HIGH = np.uint64(32)
_NONE = -1

Positions = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where phrases stand that are no mere part of a longer one; parallel columns.

    Attributes:
        at: The word with which one begins.
        lengths: Its words.
        ids: Which it is.
        families: How many families have it.
        covered: How many have the commonest longer phrase in which it stands here.
    """

    at: Numbers
    lengths: Numbers
    ids: Numbers
    families: Numbers
    covered: Numbers


class Shared:
    """The phrases that more than one family of texts has, wherever they stand.

    Attributes:
        families: Of each phrase, how many families have it; reprints count as one text.
    """

    def __init__(self, row: Row) -> None:
        """Find the phrases of each length, from 1 to `LONGEST`.

        Costs n·log n in the number of words: of each length those are sorted that could be shared.
        """
        self._row = row
        self._found: list[tuple[Numbers, Numbers]] = []  # of each length: first words, phrases
        counts = []
        # At each word which phrase of the last length begins there, or `_NONE`.
        held, kinds = row.words, len(row.vocabulary)
        at = np.arange(len(held), dtype=np.int32)
        ids, known = held, 0
        for length in range(1, LONGEST + 1):
            if length > 1:
                at = at[at + 1 < len(held)]
                at = at[row.joined[at + (length - 2)] & (held[at + 1] != _NONE)]
                ids, kinds = _numbered(held[at], held[at + 1])
            families = _families(ids, kinds, row.families[row.texts[at]])
            several = families > 1
            kept = several[ids]
            at, ids = at[kept], ids[kept]
            numbers = np.cumsum(several, dtype=np.int32) + np.int32(known - 1)
            self._found.append((at, numbers[ids]))
            counts.append(families[several])
            known += len(counts[-1])
            held = np.full(len(row.words), _NONE, np.int32)
            held[at] = ids
        self.families: Numbers = np.concatenate(counts)

    def counted(self, length: int, first: int, end: int) -> Numbers:
        """How many families have the phrase that begins at each word of some; 0 for one."""
        every, ids = self._found[length - 1]
        these = slice(*np.searchsorted(every, (first, end)).tolist())
        counts = np.zeros(end - first, np.int32)
        counts[every[these] - first] = self.families[ids[these]]
        return counts

    def closed(self, first: int, end: int, most: int) -> Places:
        """Leave out what always stands within a longer phrase that as many families have.

        Args:
            first: First word of some whole texts.
            end: The word after their last.
            most: Families; what more have is left out too.
        """
        parts = []
        covering = np.zeros(end - first + 1, np.int32)
        for length, (every, ids) in reversed(list(enumerate(self._found, 1))):
            these = slice(*np.searchsorted(every, (first, end)).tolist())
            at, ids = every[these], ids[these]  # noqa: PLW2901 - only these from here on
            whole = self._row.first[at] & self._row.last[at + (length - 1)]
            families = np.where(whole, self.families[ids], 0).astype(np.int32)
            # By a longer phrase that begins here, or one word before.
            covering = np.maximum(covering, np.roll(covering, 1))
            covered = covering[at - first]
            stands = (families > covered) & (families <= most)
            if length == LONGEST:  # of a passage that several texts have, where it begins
                before = np.zeros_like(covering)
                before[at - first + 1] = families
                stands &= families != before[at - first]
            lengths = np.full(int(stands.sum()), length, np.int32)
            parts.append((at[stands], lengths, ids[stands], families[stands], covered[stands]))
            covering[at - first] = np.maximum(families, covered)
        at, lengths, ids, families, covered = (
            np.concatenate(column) for column in zip(*parts, strict=True)
        )
        return Places(at=at, lengths=lengths, ids=ids, families=families, covered=covered)


def torn(one: Numbers, two: Numbers) -> tuple[Flags, Flags]:
    """Of each word, whether it belongs to the one before more than to the next, and the reverse.

    A phrase that begins with the first kind, or ends with the second, is cut within a word:
    "công tác đối" of "công tác đối ngoại". Two words belong together the more texts say both side
    by side; it must also be the greater share of all that say the one that they have not in common,
    since joining words stand beside everything.

    Args:
        one: How many families have each word.
        two: How many have it with the next.
    """
    size = len(one)
    padded, before = np.zeros(size + 2, np.int64), np.zeros(size, np.int64)
    padded[1:-1] = one
    before[1:] = two[:-1]
    after = two.astype(np.int64)
    left, right = before * padded[2:], after * padded[:-2]
    return (before > after) & (left > right), (after > before) & (right > left)


def _numbered(first: Numbers, second: Numbers) -> tuple[Numbers, int]:
    """A number for each pair, from 0 on in the order of the pairs, and how many there are."""
    numbers, known = np.empty(len(first), np.int32), 0
    for which, _, _ in _portions(first):
        pairs = _paired(first[which], second[which])
        order = np.argsort(pairs)
        new = _changes(pairs[order])
        numbers[which[order]] = np.cumsum(new, dtype=np.int32) + np.int32(known - 1)
        known += int(new.sum())
    return numbers, known


def _families(ids: Numbers, kinds: int, families: Numbers) -> Numbers:
    """Of each phrase, how many families have it."""
    counts = np.zeros(kinds, np.int32)
    for which, lowest, highest in _portions(ids):
        pairs = _paired(ids[which] - np.int32(lowest), families[which])
        pairs.sort()
        once = pairs[_changes(pairs)] >> _HIGH
        counts[lowest : highest + 1] = np.bincount(once.astype(np.int64))
    return counts


def _portions(values: Numbers) -> Iterator[tuple[Positions, int, int]]:
    """Where values of one range after the other stand, about `AT_ONCE` of them; and their range."""
    edges = [0]
    if len(values) > AT_ONCE:
        sample = np.sort(values[:: max(1, len(values) // _SAMPLE)])
        edges += sample[:: len(sample) * AT_ONCE // len(values)].tolist()
    edges.append(int(np.iinfo(np.int32).max))
    for lowest, end in itertools.pairwise(sorted(set(edges))):
        which = np.flatnonzero((values >= lowest) & (values < end))
        if len(which):
            its = values[which]
            yield which, int(its.min()), int(its.max())


def _paired(first: Numbers, second: Numbers) -> npt.NDArray[np.uint64]:
    """Two numbers as one, ordered by the first."""
    pairs = first.astype(np.uint64)
    pairs <<= _HIGH
    pairs |= second.astype(np.uint64)
    return pairs


def _changes(rising: npt.NDArray[np.uint64]) -> Flags:
    """Whether each differs from the one before."""
    changes = np.ones(len(rising), bool)
    changes[1:] = rising[1:] != rising[:-1]
    return changes

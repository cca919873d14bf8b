"""Phrases that several texts have, and in how many, at little cost in time and memory.

Phrases are counted one length after the other. A longer one is looked at only where both phrases
in it that are shorter by one word stand in another text too, since a phrase is never commoner than
what it is made of; so each is known by the numbers of these two, and none is ever spelt out.

Source: that pruning after Agrawal and Srikant, "Fast algorithms for mining association rules",
1994; numbering by pairs after Karp, Miller and Rosenberg, "Rapid identification of repeated
patterns in strings, trees and arrays", 1972.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.assemble.tokens import Flags, Numbers, Row

LONGEST = 14
"""Words of the longest phrase: "trưởng cơ quan đại diện Việt Nam ở nước ngoài nhiệm kỳ 2023-2026"
has 13."""

_HIGH, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
_NONE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Phrases of one length that more than one family of texts has, wherever they stand.

    Attributes:
        length: Their words.
        at: The word with which one begins, rising.
        ids: Which it is; phrases of all lengths have different numbers.
        families: How many families have it; reprints count as one text.
    """

    length: int
    at: Numbers
    ids: Numbers
    families: Numbers


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


def shared(row: Row) -> Iterator[Shared]:
    """Find the phrases of each length, from 1 to `LONGEST`.

    Costs n·log n in the number of words: of each length those are sorted that could be shared.
    """
    held = row.words  # at each word the number of the phrase of the last length, or `_NONE`
    at = np.arange(len(held), dtype=np.int32)
    ids, kinds, known = held, len(row.vocabulary), 0
    for length in range(1, LONGEST + 1):
        if length > 1:
            at = at[:-1] if len(at) and at[-1] == len(held) - 1 else at
            at = at[row.joined[at + (length - 2)] & (held[at + 1] != _NONE)]
            ids, kinds = _numbered(held[at], held[at + 1])
        families = _families(ids, kinds, row.families[row.texts[at]])
        several = families > 1
        renumbered = np.cumsum(several, dtype=np.int32) + np.int32(known - 1)
        kept = several[ids]
        at, ids = at[kept], ids[kept]
        yield Shared(length=length, at=at, ids=renumbered[ids], families=families[ids])
        known += int(several.sum())
        held = np.full(len(row.words), _NONE, np.int32)
        held[at] = ids


def closed(row: Row, phrases: Sequence[Shared], most: int) -> Places:
    """Leave out what always stands within a longer phrase that as many families have.

    Args:
        row: The words of all texts.
        phrases: As `shared` found them.
        most: Families; what more have is left out too.
    """
    parts = []
    covering = np.zeros(len(row.words) + 1, np.int32)
    for one in reversed(phrases):
        at = one.at
        whole = row.first[at] & row.last[at + (one.length - 1)]
        families = np.where(whole, one.families, 0).astype(np.int32)
        # By a longer phrase that begins here, or one word before.
        around = np.maximum(covering[:-1], np.roll(covering, 1)[:-1])
        covered = around[at]
        stands = (families > covered) & (families <= most)
        if one.length == LONGEST:  # of a passage that several texts have, where it begins
            begun = np.zeros(len(row.words) + 1, np.int32)
            begun[at + 1] = families
            stands &= families != begun[at]
        lengths = np.full(int(stands.sum()), one.length, np.int32)
        parts.append((at[stands], lengths, one.ids[stands], families[stands], covered[stands]))
        covering[:-1] = around
        covering[at] = np.maximum(families, covered)
    at, lengths, ids, families, covered = (
        np.concatenate([np.empty(0, np.int32), *column]) for column in zip(*parts, strict=True)
    )
    return Places(at=at, lengths=lengths, ids=ids, families=families, covered=covered)


def _numbered(first: Numbers, second: Numbers) -> tuple[Numbers, int]:
    """A number for each pair, from 0 on, and how many there are."""
    pairs = first.astype(np.uint64) << _HIGH | second.astype(np.uint64)
    order = np.argsort(pairs)
    pairs = pairs[order]
    new = _changes(pairs)
    numbers = np.empty(len(pairs), np.int32)
    numbers[order] = np.cumsum(new, dtype=np.int32) - 1
    return numbers, int(new.sum())


def _families(ids: Numbers, kinds: int, families: Numbers) -> Numbers:
    """Of each phrase, how many families have it."""
    pairs = ids.astype(np.uint64) << _HIGH | families.astype(np.uint64)
    pairs.sort()
    once = pairs[_changes(pairs)] >> _HIGH
    return np.bincount(once.astype(np.int64), minlength=kinds).astype(np.int32)


def _changes(rising: npt.NDArray[np.uint64]) -> Flags:
    """Whether each differs from the one before."""
    changes = np.ones(len(rising), bool)
    changes[1:] = rising[1:] != rising[:-1]
    return changes

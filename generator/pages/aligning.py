"""Which paragraphs of a translation render which of the original.

By order where both have the same blocks; else by length, since long paragraphs become long ones.

Source:
    Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational
    Linguistics 19(1), 1993: priors and variance as there; the ratio of lengths is taken from
    the two texts themselves, as they propose for languages that were not measured.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_PRIORS = {
    (1, 1): 0.89,
    (1, 0): 0.0099,
    (0, 1): 0.0099,
    (2, 1): 0.089,
    (1, 2): 0.089,
    (2, 2): 0.011,
}
"""Blocks of the original and of the translation that go together → how often (table 5)."""

_VARIANCE = 6.8
"""Of the length of a translation, for each character of the original."""

_LEAST = 1e-30
"""No length is impossible."""

_MIXED = 1e-3
"""How often a heading goes together with what is none."""

_BAND = 40
"""How far the alignment may stray from the diagonal, in blocks: what two texts of very many
blocks may cost. With a difference of more blocks than this all goes together in one row."""

_DOUBTFUL = 3.3
"""From so many standard deviations on, two lengths speak against each other (1 in 1,000)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What of a block counts here.

    Attributes:
        length: In characters, at least 1.
        heading: Whether it is one.
    """

    length: int
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Blocks that go together.

    Attributes:
        left: From and up to which block of the original.
        right: From and up to which of the translation.
        doubtful: Whether they may belong elsewhere.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """All rows.

    Attributes:
        rows: In reading order; each block of both texts is in just one.
        in_order: Whether both texts have the same blocks, so that nothing had to be weighed.
    """

    rows: tuple[Row, ...]
    in_order: bool


def align(left: Sequence[Block], right: Sequence[Block]) -> Alignment:
    """Find which blocks go together.

    Args:
        left: The original's.
        right: The translation's.
    """
    ratio = _ratio(left, right)
    if [block.heading for block in left] == [block.heading for block in right]:
        pairs = zip(left, right, strict=True)
        rows = tuple(
            Row(
                left=(n, n + 1),
                right=(n, n + 1),
                doubtful=_deviation([one], [other], ratio) > _DOUBTFUL,
            )
            for n, (one, other) in enumerate(pairs)
        )
        return Alignment(rows=rows, in_order=True)
    if abs(len(left) - len(right)) > _BAND:
        whole = Row(left=(0, len(left)), right=(0, len(right)), doubtful=True)
        return Alignment(rows=(whole,), in_order=False)
    return Alignment(rows=tuple(_by_length(left, right, ratio)), in_order=False)


def _by_length(left: Sequence[Block], right: Sequence[Block], ratio: float) -> list[Row]:
    """The cheapest way through both texts, a few blocks of each at a time."""
    costs: dict[tuple[int, int], float] = {(0, 0): 0.0}
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    slope = len(right) / len(left) if left else 0.0
    for i in range(len(left) + 1):
        middle = round(i * slope)
        lowest = max(0, middle - _BAND) if left else 0
        highest = min(len(right), middle + _BAND) if left else len(right)
        for j in range(lowest, highest + 1):
            best = min(
                (
                    (before + _cost(left[i - m : i], right[j - n : j], ratio), (m, n))
                    for m, n in _PRIORS
                    if (before := costs.get((i - m, j - n))) is not None
                ),
                default=None,
            )
            if best:
                costs[i, j], steps[i, j] = best
    rows = []
    i, j = len(left), len(right)
    while (i, j) in steps:
        m, n = steps[i, j]
        doubtful = (m, n) != (1, 1) or _doubtful(left[i - m : i], right[j - n : j], ratio)
        rows.append(Row(left=(i - m, i), right=(j - n, j), doubtful=doubtful))
        i, j = i - m, j - n
    return rows[::-1]


def _doubtful(left: Sequence[Block], right: Sequence[Block], ratio: float) -> bool:
    mixed = len({block.heading for block in (*left, *right)}) > 1
    return mixed or _deviation(left, right, ratio) > _DOUBTFUL


def _cost(left: Sequence[Block], right: Sequence[Block], ratio: float) -> float:
    """How little speaks for it that these go together, in nats."""
    cost = -math.log(_PRIORS[len(left), len(right)])
    if not (left and right):
        return cost - math.log(_LEAST) / 8
    if len({block.heading for block in (*left, *right)}) > 1:
        cost -= math.log(_MIXED)
    tail = math.erfc(_deviation(left, right, ratio) / math.sqrt(2))
    return cost - math.log(max(tail, _LEAST))


def _deviation(left: Sequence[Block], right: Sequence[Block], ratio: float) -> float:
    """How far the translation's length is from what the original's lets expect.

    In standard deviations.
    """
    one, other = (sum(block.length for block in side) for side in (left, right))
    mean = (one + other / ratio) / 2
    return abs(one * ratio - other) / math.sqrt(_VARIANCE * mean)


def _ratio(left: Sequence[Block], right: Sequence[Block]) -> float:
    """Characters of the translation for each of the original."""
    one, other = (sum(block.length for block in side) for side in (left, right))
    return other / one if one and other else 1.0

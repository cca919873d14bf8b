"""Which texts might be one text: pairs worth laying side by side, found without trying all.

A text is the set of its shingles: runs of `SHINGLE` words. What stands in more than `COMMON` texts
is a frame that many share (the footer of an outlet, the form of a daily notice) and is left out.
Two MinHash sketches are made of each text: one of all of it, and one of its beginning, since who
cuts a story cuts its end. Texts meet where two neighbouring numbers of such a sketch are equal.

Of the 110 reprints among the labelled pairs of `tests/gold/reprints/` all meet; 98 % would by the
beginnings alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

SHINGLE = 4
"""Words of a shingle. Vietnamese writes syllables, of which four are two words or a name. With
one word in eight changed, .59 of them stay; of six, .48."""

COMMON = 64
"""Texts a shingle may stand in; what more have tells nothing of any two, and would make pairs by
the square. No story is known to have been printed by so many."""

FEWEST = 8
"""Shingles of its own that a text needs to be sketched."""

BEGINNING = 120
"""Words of the beginning, two or three paragraphs. A copy that keeps 60 words of 600 shares a tenth
of its shingles with the whole, and is met by the whole sketch one time in two; of the beginning it
shares a half, and is always met."""

ROWS, BANDS = 2, 64
"""A sketch is 64 bands of two numbers. Texts that share a part s of their shingles (Jaccard) meet
with 1 - (1 - s²)⁶⁴: .1 → .47, .15 → .77, .2 → .93, .3 → .998; unrelated ones, at .005, → .002.

Source: J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", 3.4."""

_SEED = 42
_AT_ONCE = 1_000  # sets; their numbers pass through Python one by one
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2⁶⁴ / golden ratio: Knuth's multiplicative hashing

Numbers = npt.NDArray[np.uint64]


class Words:
    """Words as numbers that are the same in every process, and on every machine."""

    def __init__(self) -> None:
        self._known = _Digests()

    def numbers(self, words: Sequence[str]) -> Numbers:
        """One number for each word: 64 bits of its digest."""
        return np.fromiter(map(self._known.__getitem__, words), np.uint64, count=len(words))


class _Digests(dict[str, int]):
    """Word → number, made when it is first asked for."""

    def __missing__(self, word: str) -> int:
        found = blake2b(word.encode(), digest_size=8).digest()
        return self.setdefault(word, int.from_bytes(found, "little"))


def shingles(words: Numbers) -> Numbers:
    """The shingles of a text in their order, as numbers; none of a text shorter than one."""
    count = max(len(words) - SHINGLE + 1, 0)
    mixed = np.zeros(count, dtype=np.uint64)
    for step in range(SHINGLE):
        mixed = mixed * _MULTIPLIER + words[step : step + count]
        mixed ^= mixed >> np.uint64(29)
    return mixed


def candidates(texts: Sequence[Numbers]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that might be one.

    Args:
        texts: The words of each, as numbers; longer ones share a shingle at random once in 2⁶⁴.

    Yields:
        Their positions, the smaller first, rising; each pair once.
    """
    whole = _rare([_unique(shingles(text)) for text in texts])
    beginnings = [
        begun[_within(begun, own)]
        for text, own in zip(texts, whole, strict=True)
        for begun in [_unique(shingles(text[:BEGINNING]))]
    ]
    met: set[tuple[int, int]] = set()
    for sets in (whole, beginnings):
        met.update(_meet(sets))
    yield from sorted(met)


def _rare(sets: list[Numbers]) -> list[Numbers]:
    """Each set, rising, without what more than `COMMON` of them have."""
    every = np.concatenate([np.empty(0, np.uint64), *sets])
    every.sort()
    frames = np.unique(every[COMMON:][every[COMMON:] == every[:-COMMON]])
    if not len(frames):
        return sets
    return [one[~_within(one, frames)] for one in sets]


def _within(numbers: Numbers, rising: Numbers) -> npt.NDArray[np.bool_]:
    """Which of the numbers stand in a list that rises."""
    if not len(rising):
        return np.zeros(len(numbers), np.bool_)
    places = np.minimum(np.searchsorted(rising, numbers), len(rising) - 1)
    return np.equal(rising[places], numbers)


def _unique(numbers: Numbers) -> Numbers:
    """The same as numpy's own, several times as fast for so few numbers."""
    rising = np.sort(numbers)
    return rising[np.flatnonzero(np.diff(rising, prepend=~rising[:1]))]


def _meet(sets: Sequence[Numbers]) -> Iterator[tuple[int, int]]:
    """Positions of sets that have a band in common."""
    places = [place for place, one in enumerate(sets) if len(one) >= FEWEST]
    if not places:
        return
    sketches = np.concatenate(
        [
            _sketch([sets[place] for place in places[start : start + _AT_ONCE]])
            for start in range(0, len(places), _AT_ONCE)
        ]
    )
    for band in range(BANDS):
        first, second = sketches[:, ROWS * band], sketches[:, ROWS * band + 1]
        keys = first << np.uint64(32) | second
        order = np.argsort(keys, kind="stable")
        starts = np.flatnonzero(np.diff(keys[order], prepend=~keys[order[:1]]))
        sizes = np.diff(starts, append=len(order))
        for start, size in zip(starts[sizes > 1], sizes[sizes > 1], strict=True):
            if size <= COMMON:
                members = sorted(places[at] for at in order[start : start + size])
                yield from itertools.combinations(members, 2)


def _sketch(sets: Sequence[Numbers]) -> Numbers:
    """The sketch of each set, a row each."""
    offsets = np.cumsum([0, *map(len, sets)], dtype=np.uint64)
    # Hashes of our own go in: the library's would depend on the word size of the machine.
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(
        np.concatenate(sets), offsets, ROWS * BANDS, _SEED
    )
    return np.array(matrix.to_rows(), dtype=np.uint64)

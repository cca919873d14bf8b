"""Postings: which key stands in which document, where in it, and in which spelling.

They are made of the tokens of all documents a share of the keys at a time, so that memory stays
bounded whatever the size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.press.search import keys
from generator.press.search.lexicon import BARRIER
from generator.press.search.tokens import Column, Tokens
from generator.press.search.words import CODES

FIELD_BITS, CODE_BITS = 2, 14
_REST = FIELD_BITS + CODE_BITS

NEXT_BITS = 4
"""Bits of the word after a pair that the pair's posting keeps: three words that stand together
are told from three that stand in pairs, but for one in sixteen of these."""

NOTHING = 1 << NEXT_BITS
"""Stands for the next word where there is none, and for all postings of single words."""

SEVERAL = NOTHING + 1
"""Added to a set of next words, a bit for each, where a pair stands several times."""

_NEXT_WIDTH = NEXT_BITS + 1

AT_A_TIME = 125_000
"""About how many tokens the postings of one share are made of."""

IN_MEMORY = 16_000_000
"""About how many tokens' postings are held at a time, eight bytes each; more take more passes."""

Numbers = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings in order of key, spelling, field and document; each once.

    Attributes:
        keys: Numbers of keys, `keys.BITS` wide, without the bits that no shard keeps but for the
            last, which says whether it is a pair's.
        codes: Spellings: the code of a word, or of a pair `first * CODES + second`.
        fields: `BODY`, `TITLE` or `ABOUT`.
        documents: Numbers of documents.
        nexts: What follows a pair: the first bits of the next word's key, `NOTHING`, or `SEVERAL`
            and a set of them.
        pairs: Whether the key is that of a pair.
    """

    keys: Numbers
    codes: Numbers
    fields: Numbers
    documents: Numbers
    nexts: NDArray[np.int64]
    pairs: NDArray[np.bool_]


def postings(tokens: Tokens, shard_bits: int) -> Iterator[Postings]:
    """All postings, a share of the keys at a time, in order of keys.

    Args:
        tokens: Of all documents.
        shard_bits: Of a key; those it drops are 0 in all keys. At least `share_bits`.
    """
    if not tokens.count:
        return
    width, top_bits = _width(tokens.count), _top_bits(tokens.count)
    share = min(share_bits(len(tokens), tokens.count), shard_bits)
    passes = min((len(tokens) // IN_MEMORY).bit_length(), share)
    parts = 1 << (top_bits - share)
    for one in range(1 << passes):
        held = _Held(2 * len(tokens) >> passes)
        found = _found(tokens, one, passes, keys.dropped(shard_bits))
        runs = [_run(part, top_bits, width, held) for part in found]
        of_pass = range(one << (top_bits - passes), (one + 1) << (top_bits - passes), parts)
        for first in of_pass:
            yield _share(runs, range(first, first + parts), top_bits, width)


def _found(tokens: Tokens, one: int, passes: int, drop: int) -> Iterator[_Part]:
    """The postings of a pass, a stretch of tokens at a time, each as often as it stands."""
    lexicon = tokens.lexicon
    chosen = _Chosen(lexicon.lanes(), lexicon.codes(), one, passes, drop)
    for ids, fields, documents in _stretches(tokens.text, _CHUNK):
        yield chosen.words(ids, fields, documents)
        yield chosen.pairs(ids, fields, documents)
    for ids, fields, documents in _stretches(tokens.loose, _CHUNK):
        yield chosen.words(ids, fields, documents)
    for groups, fields, documents in _stretches(tokens.groups, _CHUNK // _PER_GROUP):
        ids, sizes = lexicon.members(groups)
        yield chosen.words(ids, np.repeat(fields, sizes), np.repeat(documents, sizes))


_Stretch = tuple[NDArray[np.int32], Numbers, NDArray[np.uint32]]
"""Numbers, and field and document of each."""


def _stretches(column: Column, size: int) -> Iterator[_Stretch]:
    """A column, about so many numbers at a time, cut where a document's stretch ends."""
    ends = column.ends
    first = start = 0
    while first < len(ends):
        last = max(int(np.searchsorted(ends, start + size, side="right")), first + 1)
        lengths = np.diff(ends[first:last], prepend=start)
        end = int(ends[last - 1])
        fields = np.repeat(column.fields[first:last], lengths)
        yield column.numbers[start:end], fields, np.repeat(column.documents[first:last], lengths)
        first, start = last, end


def share_bits(tokens: int, documents: int) -> int:
    """How many bits of a key say its share, for so many tokens and documents."""
    return min((tokens // AT_A_TIME).bit_length(), _top_bits(documents))


def _width(documents: int) -> int:
    """Bits of a document's number and the word that follows."""
    return max(documents - 1, 1).bit_length() + _NEXT_WIDTH


def _top_bits(documents: int) -> int:
    """Bits of a key for which 64 bits have no room besides all else of a posting."""
    return max(keys.BITS + _REST + _width(documents) - 64, 1)


_CHUNK = 250_000
"""Tokens that are looked at together."""

_PER_GROUP = 8
"""About how many keys a group has."""

_Part = tuple[Numbers, NDArray[np.uint64]]
"""Key, spelling and field of postings in one number; document and next word in another."""


class _Chosen:
    """The postings of a pass: those whose key's first bits are the pass's number."""

    def __init__(
        self, lanes: tuple[keys.Lanes, keys.Lanes], codes: Numbers, one: int, passes: int, drop: int
    ) -> None:
        self._lanes, self._codes = lanes, codes
        self._singles = keys.numbers(*lanes)
        self._kept = np.uint64((1 << keys.BITS) - (1 << drop) | 1)
        self._one, self._passes = np.uint32(one), np.uint32(passes)
        # What stands at the end is found where there is no word.
        self._single = np.append(self._is_chosen(lanes[0]), False)

    def _is_chosen(self, ones: keys.Lanes) -> NDArray[np.bool_]:
        if not self._passes:
            return np.ones(len(ones), np.bool_)
        chosen: NDArray[np.bool_] = ones >> (np.uint32(32) - self._passes) == self._one
        return chosen

    def words(
        self, ids: NDArray[np.int32], fields: Numbers, documents: NDArray[np.uint32]
    ) -> _Part:
        """Words by themselves."""
        places = np.flatnonzero(self._single[ids])
        of = ids[places]
        heads = self._heads(self._singles[of], self._codes[of], fields[places])
        return heads, documents[places].astype(np.uint64) << np.uint64(_NEXT_WIDTH) | np.uint64(
            NOTHING
        )

    def pairs(
        self, ids: NDArray[np.int32], fields: Numbers, documents: NDArray[np.uint32]
    ) -> _Part:
        """Adjacent words."""
        ones, twos = self._lanes
        real = ids >= 0
        places = np.flatnonzero(real[:-1] & real[1:])
        first, second = ids[places], ids[places + 1]
        lane = keys.paired_ones(ones[first], twos[second])
        if self._passes:
            chosen = np.flatnonzero(self._is_chosen(lane))
            places, lane = places[chosen], lane[chosen]
            first, second = first[chosen], second[chosen]
        key = keys.paired((ones[first], twos[first]), (ones[second], twos[second]), lane)
        code = self._codes[first] * np.uint64(CODES) + self._codes[second]
        third = np.append(ids, np.int32(BARRIER))[places + 2]
        bits = (ones[third] >> np.uint32(32 - NEXT_BITS)).astype(np.uint64)
        nexts = np.where(third >= 0, bits, np.uint64(NOTHING))
        where = documents[places].astype(np.uint64) << np.uint64(_NEXT_WIDTH)
        return self._heads(key, code, fields[places]), where | nexts

    def _heads(self, key: Numbers, code: Numbers, fields: Numbers) -> Numbers:
        return (key & self._kept) << np.uint64(_REST) | code << np.uint64(FIELD_BITS) | fields


@dataclass(frozen=True, slots=True)
class _Run:
    """Postings of a stretch of tokens, by the first bits of their keys, which `packed` lacks."""

    packed: Numbers
    ends: NDArray[np.int64]


class _Held:
    """Room for the postings of a pass: one piece, lest each leave a hole where it was made."""

    def __init__(self, size: int) -> None:
        self._room = np.empty(size + size // 8, np.uint64)
        self._end = 0

    def keep(self, part: Numbers) -> Numbers:
        """The same numbers, in this room if they fit."""
        start, end = self._end, self._end + len(part)
        if end > len(self._room):
            return part
        self._room[start:end] = part
        self._end = end
        return self._room[start:end]


def _run(part: _Part, top_bits: int, width: int, held: _Held) -> _Run:
    heads, tails = part
    top = (heads >> np.uint64(keys.BITS + _REST - top_bits)).astype(np.uint16)
    order = np.argsort(top, kind="stable")
    sizes = np.bincount(top, minlength=1 << top_bits)
    return _Run(held.keep((heads << np.uint64(width) | tails)[order]), np.cumsum(sizes))


def _share(runs: list[_Run], tops: range, top_bits: int, width: int) -> Postings:
    """The postings of a share from those of all stretches.

    64 bits hold a posting but for the first bits of its key, which are what they are parted by
    before each part is sorted by itself.
    """
    parts: list[Numbers] = []
    for top in tops:
        pieces = [run.packed[run.ends[top - 1] if top else 0 : run.ends[top]] for run in runs]
        part = np.concatenate(pieces)
        part.sort()
        parts.append(part)
    sizes = [len(part) for part in parts]
    of = np.repeat(np.arange(tops.start, tops.stop, dtype=np.uint64), sizes)
    return _once(np.concatenate(parts), of, width, top_bits)


def _once(packed: Numbers, tops: Numbers, width: int, spare: int) -> Postings:
    """Postings in order, each once, with all that follows it."""
    without_next = packed >> np.uint64(_NEXT_WIDTH)
    new = np.ones(len(packed), np.bool_)
    new[1:] = (without_next[1:] != without_next[:-1]) | (tops[1:] != tops[:-1])
    firsts = np.flatnonzero(new)
    nexts = (packed & np.uint64((1 << _NEXT_WIDTH) - 1)).astype(np.int64)
    bits = np.where(nexts < NOTHING, 1 << np.minimum(nexts, NOTHING - 1), 0)
    several = np.bitwise_or.reduceat(bits, firsts) if len(firsts) else bits
    one = np.append(firsts[1:], len(packed)) - firsts == 1
    same = several == bits[firsts]  # the same next word every time
    nexts = np.where(one | same & (nexts[firsts] < NOTHING), nexts[firsts], SEVERAL + several)
    packed, tops = packed[firsts], tops[firsts]
    low = np.uint64((1 << (keys.BITS - spare)) - 1)
    rest = packed >> np.uint64(width)
    number = (tops << np.uint64(keys.BITS - spare)) | (rest >> np.uint64(_REST) & low)
    return Postings(
        keys=number,
        pairs=(number & np.uint64(1)).astype(np.bool_),
        codes=rest >> np.uint64(FIELD_BITS) & np.uint64((1 << CODE_BITS) - 1),
        fields=rest & np.uint64((1 << FIELD_BITS) - 1),
        documents=packed >> np.uint64(_NEXT_WIDTH) & np.uint64((1 << (width - _NEXT_WIDTH)) - 1),
        nexts=nexts,
    )

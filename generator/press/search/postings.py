"""Postings: which key stands in which document, where in it, and in which spelling.

A document becomes numbers of tokens (`Tokens`), which is all that is kept of it. The postings
are made of them a share of the keys at a time, so that memory stays bounded whatever the size.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.press.search import keys
from generator.press.search.documents import Document
from generator.press.search.lexicon import BARRIER, Lexicon, runs
from generator.press.search.words import CODES

BODY, TITLE, ABOUT = 0, 1, 2
"""Where a word stands."""

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

AT_A_TIME = 4_000_000
"""Tokens whose postings are made at one time, of all shares together."""

Numbers = NDArray[np.uint64]
NAMED = frozenset({"outlet", "topic", "person", "organisation", "place", "event"})
"""Facets that a query may also name in words: `person:"Bùi Thanh Sơn"`."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings in order of key, spelling, field and document; each once.

    Attributes:
        keys: Numbers of keys, `keys.BITS` wide.
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


class Tokens:
    """The tokens of all documents, as numbers; four bytes for each."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()
        self.count = 0
        self._tokens, self._lengths = array("i"), array("I")
        self._documents, self._fields = array("I"), array("B")
        self._names: dict[tuple[str, str], list[int]] = {}

    def add(self, document: Document, names: dict[str, tuple[str, ...]]) -> None:
        """Add a document; the first is number 0.

        Args:
            document: The next one.
            names: Record → its names, for those that a facet can hold.
        """
        self._segment(TITLE, [document.title])
        self._segment(BODY, document.paragraphs)
        self._segment(ABOUT, document.about)
        self._loose(ABOUT, [self.lexicon.key(key) for key in _published(document)])
        found = [
            number
            for facet, ids in document.facets.items()
            for id_ in ids
            for number in self._facet(facet, id_, names.get(id_, ()))
        ]
        self._loose(BODY, list(dict.fromkeys(found)))
        self.count += 1

    def _facet(self, facet: str, id_: str, names: tuple[str, ...]) -> list[int]:
        known = self._names.get((facet, id_))
        if known is None:
            texts = [f"{facet}={id_}"]
            if facet in NAMED:
                texts += [f"{facet}:{run}" for name in names for run in runs(name)]
            known = [self.lexicon.key(text) for text in texts]
            self._names[facet, id_] = known
        return known

    def _segment(self, field: int, texts: tuple[str, ...] | list[str]) -> None:
        made: list[int] = []
        loose: list[int] = []
        for text in texts:
            numbers, extra = self.lexicon.sequence(text)
            made += numbers
            made.append(BARRIER)
            loose += extra
        self._put(field, made)
        self._loose(field, loose)

    def _loose(self, field: int, numbers: list[int]) -> None:
        """Keys that have no neighbours."""
        self._put(field, [part for number in numbers for part in (number, BARRIER)])

    def _put(self, field: int, numbers: list[int]) -> None:
        if numbers:
            self._tokens.extend(numbers)
            self._lengths.append(len(numbers))
            self._documents.append(self.count)
            self._fields.append(field)

    def __len__(self) -> int:
        """How many tokens there are, barriers among them."""
        return len(self._tokens)

    def shares(self) -> int:
        """Into how many shares the keys are parted, a power of two."""
        return 1 << max(0, (len(self._tokens) // AT_A_TIME).bit_length())

    def postings(self) -> Iterator[Postings]:
        """All postings, a share of the keys at a time, in order of keys."""
        if not self.count:
            return
        shares = self.shares()
        shift = np.uint64(keys.BITS - shares.bit_length() + 1)
        for share in range(shares):
            yield self._share(np.uint64(share), shift)

    def _share(self, share: np.uint64, shift: np.uint64) -> Postings:
        ones, twos = self.lexicon.lanes()
        codes = self.lexicon.codes()
        singles = keys.numbers(ones, twos)
        tokens = np.frombuffer(self._tokens, np.int32)
        lengths = np.frombuffer(self._lengths, np.uint32)
        ends = np.cumsum(lengths, dtype=np.int64)
        parts: list[_Part] = []
        first = 0
        while first < len(lengths):
            start = int(ends[first - 1]) if first else 0
            last = max(int(np.searchsorted(ends, start + _CHUNK, side="right")), first + 1)
            stop = int(ends[last - 1])
            of = slice(first, last)
            repeat = lengths[of].astype(np.int64)
            rest = np.repeat(np.frombuffer(self._fields, np.uint8)[of].astype(np.uint64), repeat)
            where = np.repeat(np.frombuffer(self._documents, np.uint32)[of], repeat)
            ids = tokens[start:stop]
            for found in (
                _words(ids, singles, codes),
                _pairs(ids, (ones, twos), codes),
            ):
                parts.append(_chosen(found, rest, where, share, shift))
            first = last
        return _ordered(parts, self.count)


_CHUNK = 250_000
"""Tokens that are looked at together."""

_Part = tuple[Numbers, NDArray[np.uint64]]
"""Key, spelling and field of postings in one number; document and next word in another."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Keys in a stretch of tokens: where each stands, what it is, and what follows."""

    places: NDArray[np.int64]
    keys: Numbers
    codes: Numbers
    nexts: Numbers


def _words(ids: NDArray[np.int32], singles: Numbers, codes: Numbers) -> _Found:
    places = np.flatnonzero(ids >= 0)
    of = ids[places]
    return _Found(places, singles[of], codes[of], np.full(len(of), NOTHING, np.uint64))


def _pairs(
    ids: NDArray[np.int32], lanes: tuple[keys.Lanes, keys.Lanes], codes: Numbers
) -> _Found:
    """Adjacent words."""
    real = ids >= 0
    places = np.flatnonzero(real[:-1] & real[1:])
    first, second = ids[places], ids[places + 1]
    third = np.append(ids, np.int32(BARRIER))[places + 2]
    key = keys.paired((lanes[0][first], lanes[1][first]), (lanes[0][second], lanes[1][second]))
    bits = (lanes[0][third] >> np.uint32(32 - NEXT_BITS)).astype(np.uint64)
    nexts = np.where(third >= 0, bits, np.uint64(NOTHING))
    return _Found(places, key, codes[first] * np.uint64(CODES) + codes[second], nexts)


def _chosen(
    found: _Found,
    fields: Numbers,
    documents: NDArray[np.uint32],
    share: np.uint64,
    shift: np.uint64,
) -> _Part:
    """The postings of one share."""
    chosen = (found.keys >> shift) == share
    places = found.places[chosen]
    heads = (
        (found.keys[chosen] << np.uint64(_REST))
        | (found.codes[chosen] << np.uint64(FIELD_BITS))
        | fields[places]
    )
    tails = documents[places].astype(np.uint64) << np.uint64(_NEXT_WIDTH) | found.nexts[chosen]
    return heads, tails


def _ordered(parts: list[_Part], count: int) -> Postings:
    """Sort postings, and let each stand once.

    64 bits hold a posting but for the first bits of its key, which are what they are parted by
    before each part is sorted by itself.
    """
    heads = np.concatenate([head for head, _ in parts])
    tails = np.concatenate([tail for _, tail in parts])
    width = max(count - 1, 1).bit_length() + _NEXT_WIDTH
    spare = max(keys.BITS + _REST + width - 64, 1)
    top = (heads >> np.uint64(keys.BITS + _REST - spare)).astype(np.uint16)
    order = np.argsort(top, kind="stable")
    packed = (heads << np.uint64(width) | tails)[order]
    sizes = np.bincount(top, minlength=1 << spare)
    del heads, tails, order, top
    start = 0
    for end in np.cumsum(sizes).tolist():
        packed[start:end].sort()
        start = end
    tops = np.repeat(np.arange(1 << spare, dtype=np.uint64), sizes)
    return _once(packed, tops, width, spare)


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
        documents=packed >> np.uint64(_NEXT_WIDTH)
        & np.uint64((1 << (width - _NEXT_WIDTH)) - 1),
        nexts=nexts,
    )


def _published(document: Document) -> tuple[str, ...]:
    """Keys of the day of publication, as precise as it is known."""
    date = document.date
    if date is None:
        return ()
    made = [f"{date.year:04}"]
    if date.month:
        made.append(f"{date.year:04}-{date.month:02}")
    if date.day:
        made.append(f"{date.year:04}-{date.month:02}-{date.day:02}")
    return tuple(made)

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
    """

    keys: Numbers
    codes: Numbers
    fields: Numbers
    documents: Numbers


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
        parts: list[tuple[Numbers, Numbers]] = []
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
            real = ids >= 0
            for keep, key, code in (
                (real, singles[ids[real]], codes[ids[real]]),
                _pairs(ids, real, (ones, twos), codes),
            ):
                chosen = (key >> shift) == share
                head = (key[chosen] << np.uint64(_REST)) | (code[chosen] << np.uint64(FIELD_BITS))
                parts.append((head | rest[keep][chosen], where[keep][chosen]))
            first = last
        return _ordered(parts, self.count)


_CHUNK = 250_000


def _pairs(
    ids: NDArray[np.int32],
    real: NDArray[np.bool_],
    lanes: tuple[keys.Lanes, keys.Lanes],
    codes: Numbers,
) -> tuple[NDArray[np.bool_], Numbers, Numbers]:
    """Adjacent words: where the first stands, the key, the code."""
    both = np.zeros_like(real)
    both[:-1] = real[:-1] & real[1:]
    places = np.flatnonzero(both)
    first, second = ids[places], ids[places + 1]
    key = keys.paired((lanes[0][first], lanes[1][first]), (lanes[0][second], lanes[1][second]))
    return both, key, codes[first] * np.uint64(CODES) + codes[second]


def _ordered(parts: list[tuple[Numbers, NDArray[np.uint32]]], count: int) -> Postings:
    """Sort postings, and let each stand once.

    64 bits hold a posting but for the first bits of its key, which are what they are parted by
    before each part is sorted by itself.
    """
    heads = np.concatenate([head for head, _ in parts])
    where = np.concatenate([documents for _, documents in parts])
    width = max(count - 1, 1).bit_length()
    spare = max(keys.BITS + _REST + width - 64, 1)
    top = (heads >> np.uint64(keys.BITS + _REST - spare)).astype(np.uint16)
    order = np.argsort(top, kind="stable")
    packed = ((heads << np.uint64(width)) | where.astype(np.uint64))[order]
    ends = np.cumsum(np.bincount(top, minlength=1 << spare))
    tops = np.repeat(np.arange(1 << spare, dtype=np.uint64), np.diff(ends, prepend=0))
    del heads, where, order, top
    start = 0
    for end in ends.tolist():
        packed[start:end].sort()
        start = end
    new = np.ones(len(packed), np.bool_)
    new[1:] = (packed[1:] != packed[:-1]) | (tops[1:] != tops[:-1])
    packed, tops = packed[new], tops[new]
    low = np.uint64((1 << (keys.BITS - spare)) - 1)
    return Postings(
        keys=(tops << np.uint64(keys.BITS - spare))
        | ((packed >> np.uint64(width + _REST)) & low),
        codes=(packed >> np.uint64(width + FIELD_BITS)) & np.uint64((1 << CODE_BITS) - 1),
        fields=(packed >> np.uint64(width)) & np.uint64((1 << FIELD_BITS) - 1),
        documents=packed & np.uint64((1 << width) - 1),
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

"""Tokens: the words of all documents as numbers, which is all that is kept of the texts."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.press.search import vocabulary
from generator.press.search.documents import Document
from generator.press.search.lexicon import BARRIER, Lexicon, runs

BODY, TITLE, ABOUT = 0, 1, 2
"""Where a word stands."""

NAMED = frozenset({"outlet", "topic", "person", "organisation", "place", "event"})
"""Facets that a query may also name in words: `person:"Bùi Thanh Sơn"`."""


class Tokens:
    """The tokens of all documents of an edition; four bytes for each.

    Attributes:
        lexicon: What their numbers stand for.
        count: How many documents there are.
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        """Begin without documents.

        Args:
            lexicon: Of other editions, so that no word is read twice.
        """
        self.lexicon = Lexicon() if lexicon is None else lexicon
        self.count = 0
        self._tokens, self._lengths = array("i"), array("I")
        self._documents, self._fields = array("I"), array("B")

    def add(self, document: Document, names: Mapping[str, Sequence[str]]) -> None:
        """Add a document; the first is number 0.

        Args:
            document: The next one.
            names: Record → its names, for those that a facet can hold.
        """
        self._segment(TITLE, (document.title,))
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

    def _facet(self, facet: str, id_: str, names: Sequence[str]) -> list[int]:
        known = self.lexicon.facets.get((facet, id_))
        if known is None:
            texts = [f"{facet}={id_}"]
            if facet in NAMED:
                texts += [f"{facet}:{run}" for name in names for run in runs(name)]
            known = [self.lexicon.key(text) for text in texts]
            self.lexicon.facets[facet, id_] = known
        return known

    def _segment(self, field: int, texts: Sequence[str]) -> None:
        if texts:
            numbers, extra = self.lexicon.sequence(texts)
            numbers.append(BARRIER)
            self._put(field, numbers)
            self._loose(field, extra)

    def _loose(self, field: int, numbers: Sequence[int]) -> None:
        """Keys that have no neighbours."""
        apart = [BARRIER] * (2 * len(numbers))
        apart[::2] = numbers
        self._put(field, apart)

    def _put(self, field: int, numbers: Sequence[int]) -> None:
        if numbers:
            self._tokens.extend(numbers)
            self._lengths.append(len(numbers))
            self._documents.append(self.count)
            self._fields.append(field)

    def __len__(self) -> int:
        """How many tokens there are, barriers among them."""
        return len(self._tokens)

    @property
    def numbers(self) -> NDArray[np.int32]:
        """All tokens, and `BARRIER` where text ends."""
        return np.frombuffer(self._tokens, np.int32)

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many tokens each segment has: a stretch of one document and field."""
        return np.frombuffer(self._lengths, np.uint32).astype(np.int64)

    @property
    def documents(self) -> NDArray[np.uint32]:
        """The document of each segment."""
        return np.frombuffer(self._documents, np.uint32)

    @property
    def fields(self) -> NDArray[np.uint64]:
        """The field of each segment."""
        return np.frombuffer(self._fields, np.uint8).astype(np.uint64)

    def counts(self) -> dict[str, dict[str, int]]:
        """Words that the speller should know: key → spelling → how often it stands."""
        lexicon, ids = self.lexicon, self.numbers
        often = np.bincount(ids[ids >= 0], minlength=len(lexicon.texts))
        made: dict[str, dict[str, int]] = {}
        for number in np.flatnonzero(often).tolist():
            key, token = lexicon.texts[number], lexicon.tokens[number]
            if token and vocabulary.is_word(key):
                spellings = made.setdefault(key, {})
                spellings[token] = spellings.get(token, 0) + int(often[number])
        return made


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

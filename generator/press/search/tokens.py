"""Tokens: the words of all documents as numbers, which is all that is kept of the texts."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.press.search import vocabulary
from generator.press.search.documents import Document
from generator.press.search.lexicon import BARRIER, Lexicon, runs

BODY, TITLE, ABOUT = 0, 1, 2
"""Where a word stands."""

NAMED = frozenset({"outlet", "topic", "person", "organisation", "place", "event"})
"""Facets that a query may also name in words: `person:"Bùi Thanh Sơn"`."""


_AT_A_TIME = 1_000_000
"""Tokens that are counted together."""


@dataclass(frozen=True, slots=True)
class Column:
    """Numbers of one kind, and where they stand, a stretch of one document and field each.

    Attributes:
        numbers: Of words, or of groups of keys.
        ends: How many numbers stand before the end of each stretch.
        documents: Of each stretch.
        fields: Of each stretch.
    """

    numbers: NDArray[np.int32]
    ends: NDArray[np.int64]
    documents: NDArray[np.uint32]
    fields: NDArray[np.uint64]


class _Growing:
    """A column that grows; four bytes for each number."""

    def __init__(self) -> None:
        self.numbers = array("i")
        self._ends, self._documents, self._fields = array("q"), array("I"), array("B")

    def put(self, document: int, field: int, numbers: Sequence[int]) -> None:
        """Add a stretch."""
        if numbers:
            self.numbers.extend(numbers)
            self._ends.append(len(self.numbers))
            self._documents.append(document)
            self._fields.append(field)

    def column(self) -> Column:
        """All of it; nothing more can be added while this is held."""
        return Column(
            np.frombuffer(self.numbers, np.int32),
            np.frombuffer(self._ends, np.int64),
            np.frombuffer(self._documents, np.uint32),
            np.frombuffer(self._fields, np.uint8).astype(np.uint64),
        )


class Tokens:
    """The tokens of all documents of an edition.

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
        self._text, self._loose, self._groups = _Growing(), _Growing(), _Growing()
        self._grouped = 0

    def add(self, document: Document, names: Mapping[str, Sequence[str]]) -> None:
        """Add a document; the first is number 0.

        Args:
            document: The next one.
            names: Record → its names, for those that a facet can hold.
        """
        self._segment(TITLE, (document.title,))
        self._segment(BODY, document.paragraphs)
        self._segment(ABOUT, document.about)
        days = [self.lexicon.key(key) for key in _published(document)]
        self._loose.put(self.count, ABOUT, days)
        groups = [
            self._group(facet, id_, names) for facet, ids in document.facets.items() for id_ in ids
        ]
        self._groups.put(self.count, BODY, groups)
        self._grouped += sum(map(self.lexicon.size, groups))
        self.count += 1

    def _group(self, facet: str, id_: str, names: Mapping[str, Sequence[str]]) -> int:
        """All that a value of a facet is asked for by."""
        known = self.lexicon.groups.get((facet, id_))
        if known is None:
            texts = [f"{facet}={id_}"]
            if facet in NAMED:
                texts += [f"{facet}:{run}" for name in names.get(id_, ()) for run in runs(name)]
            known = self.lexicon.group((facet, id_), dict.fromkeys(texts))
        return known

    def _segment(self, field: int, texts: Sequence[str]) -> None:
        if texts:
            numbers, extra = self.lexicon.sequence(texts)
            numbers.append(BARRIER)
            self._text.put(self.count, field, numbers)
            self._loose.put(self.count, field, extra)

    def __len__(self) -> int:
        """How many tokens there are, barriers and keys of facets among them."""
        return len(self._text.numbers) + len(self._loose.numbers) + self._grouped

    @property
    def text(self) -> Column:
        """Words in their order, and `BARRIER` where text ends."""
        return self._text.column()

    @property
    def loose(self) -> Column:
        """Keys that have no neighbours."""
        return self._loose.column()

    @property
    def groups(self) -> Column:
        """Groups of such keys, of `Lexicon.members`."""
        return self._groups.column()

    def counts(self) -> dict[str, dict[str, int]]:
        """Words that the speller should know: key → spelling → how often it stands."""
        lexicon, ids = self.lexicon, self.text.numbers
        often = np.zeros(len(lexicon.texts), np.int64)
        for start in range(0, len(ids), _AT_A_TIME):
            part = ids[start : start + _AT_A_TIME]
            often += np.bincount(part[part >= 0], minlength=len(often))
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

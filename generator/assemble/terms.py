"""Telling words: what of a text sets it apart from all others, as a reader would say it.

A term is a word or a phrase of up to `LONGEST` words that stand side by side: Vietnamese words
have two syllables and more, so most of what tells anything is a phrase ("nhiệm kỳ 2023-2026",
"ngoại giao kinh tế"). It tells the more, the oftener its own text says it and the fewer others do
(tf·idf), and twice as much in a headline.

Of phrases that lie in each other and that the same number of texts use, only the longest counts:
"quan đại diện" is no word, and never stands without "cơ quan đại diện". What a single text says
joins it to nothing and is passed over.

Source: tf·idf after Salton and Buckley, "Term-weighting approaches in automatic text retrieval",
1988; phrases without longer ones of the same frequency are closed sequences (Yan, Han and Afshar,
"CloSpan", 2003).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.assemble.phrases import (
    EXACT,
    LONGEST,
    READ,
    WORD,
    Counts,
    Flags,
    Hashes,
    Phrases,
    Table,
    Text,
    count,
    kind,
)

LIMIT = 40
"""Terms a text; more would cost memory and say little."""

HEADLINE = 2.0
"""A term of the headline tells so much more."""

ALONE = 0.25
"""A single Vietnamese syllable tells so much less than a word: mostly it is but a part of one."""

EXACTLY = 2.0
"""A phrase with a number in it tells so much more: "lần thứ 31", "nhiệm kỳ 2023-2026"."""

LONGER = 0.25
"""Each word from the third on adds so much: among few texts, that a long phrase comes twice says
more than that a short one does."""

WHOLE = 0.6
"""A phrase that goes on alike in more than this share of its texts is cut out of a longer one."""

COMMON, COMMON_COUNT = 0.2, 10
"""A term that more than this share of all texts uses, and more than so many, tells nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """A telling word or phrase of one text.

    Attributes:
        key: By which it is the same in all texts: lower case, one placement of tones.
        written: As the text has it where it says it first.
        weight: How much it tells; the squares of all terms of a text sum up to 1, or to less
            where it says much that no other does.
        shown: Whether a reader understands it by itself: a phrase that is not cut out of a longer
            one (in different texts it has different words around it, or in this one such as only
            join), a name, a number with its parts; no single syllable.
    """

    key: str
    written: str
    weight: float
    shown: bool


def telling(texts: Mapping[str, Text]) -> dict[str, tuple[Term, ...]]:
    """Find the terms of each text, the most telling first, at most `LIMIT`.

    Costs about 2 ms a text, whatever the number of texts, and never looks at pairs.

    Args:
        texts: Article id → its text.
    """
    phrases, short, long = count(texts)
    families = len({text.family for text in texts.values()})
    choice = _Choice(max(families, 1), short, long)
    return {id_: tuple(choice.terms(text, phrases[id_])) for id_, text in texts.items()}


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Phrases of a text that could be terms; of one that it says often, each time.

    In order of their first word. `covered` is how many families use the commonest longer phrase
    that one stands in.
    """

    hashes: Hashes
    at: Counts
    length: Counts
    texts: Counts
    covered: Counts


class _Choice:
    """Chooses the terms of texts."""

    def __init__(self, families: int, short: Table, long: Table) -> None:
        self._short, self._long = short, long
        self._alone = math.log(families)
        self._most = max(COMMON_COUNT, int(COMMON * families))
        # By tables, since logarithms of arrays may differ in their last digit between machines.
        self._rarity = np.array([0.0, *(math.log(families / n) for n in range(1, self._most + 1))])
        self._often = np.array([0.0, *(1 + math.log(n) for n in range(1, READ + 1))])
        self._keys: dict[str, str] = {}

    def terms(self, text: Text, phrases: Phrases) -> Iterator[Term]:
        """The most telling terms of a text with their weights."""
        found = self._candidates(phrases)
        _, first, which, times = np.unique(
            found.hashes, return_index=True, return_inverse=True, return_counts=True
        )
        at, length, texts = found.at[first], found.length[first], found.texts[first]
        substance = _substance(phrases, at, length, text.lang)
        place = np.where(at + length <= phrases.within(len(text.title)), HEADLINE, 1.0)
        weights = substance * self._rarity[texts] * place * self._often[times]
        best = np.lexsort((length, at, -weights))[:LIMIT]
        best = best[weights[best] > 0]
        begins, ends = (
            np.bincount(which, flags, minlength=len(first)) > 0
            for flags in _free(phrases, found.at, found.length)
        )
        covered = found.covered[first]
        parted = begins & ends & (covered <= WHOLE * texts)
        shown = (parted | (covered == 0)) & (substance >= 1)
        norm = self._norm(weights[best].tolist(), len(np.unique(phrases.numbers)))
        whole, key_of = text.whole, text.key
        for one in best.tolist():
            start, end = phrases.span(int(at[one]), int(length[one]))
            key = self._keys.setdefault(key_of[start:end], key_of[start:end])
            written = whole[start:end]
            yield Term(
                key=key,
                written=key if written == key else written,
                weight=float(weights[one]) / norm,
                shown=bool(shown[one]),
            )

    def _norm(self, weights: list[float], words: int) -> float:
        """The length of a text's vector.

        What a text alone says counts as well: else two that share a word, and no other with
        anybody, would be the same.
        """
        alone = max(min(LIMIT, words) - len(weights), 0) * self._alone**2
        return math.sqrt(math.fsum((alone, *(weight * weight for weight in weights))))

    def _candidates(self, phrases: Phrases) -> _Candidates:
        """Phrases that others use too, without those that always stand within a longer one."""
        parts = []
        covering = np.zeros(0, np.int32)
        counted = phrases.counted(self._short, self._long)
        for length, (hashes, counts) in reversed(list(enumerate(counted, 1))):
            covered = np.zeros(len(counts), np.int32)
            if len(covering):
                covered[1:] = covering
                covered[:-1] = np.maximum(covered[:-1], covering)
            closed = (counts > covered) & (counts <= self._most)
            if length == LONGEST:  # of a passage that several texts have, where it begins
                closed[1:] &= counts[1:] != counts[:-1]
            at = np.flatnonzero(closed).astype(np.int32)
            parts.append((hashes[at], at, np.full_like(at, length), counts[at], covered[at]))
            covering = np.maximum(counts, covered)
        columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
        order = np.argsort(columns[1], kind="stable")
        hashes, at, lengths, counts, covered = (column[order] for column in columns)
        return _Candidates(hashes, at, lengths, counts, covered)


def _substance(phrases: Phrases, at: Counts, length: Counts, lang: str) -> npt.NDArray[np.float64]:
    """How much terms can say by what they are: bare numbers nothing, single syllables little."""
    kinds = kind(phrases.numbers)
    exact = np.concatenate([[0], np.cumsum(kinds & EXACT > 0)])
    has_number = exact[at + length] > exact[at]
    longer = np.where(has_number, EXACTLY, 1.0) * (1 + LONGER * (length - 2))
    alone = np.array([0.0, 0.0, ALONE if lang == "vi" else 1.0, 1.0])[kinds[at] & WORD]
    substance: npt.NDArray[np.float64] = np.where(length > 1, longer, alone)
    return substance


def _free(phrases: Phrases, at: Counts, length: Counts) -> tuple[Flags, Flags]:
    """Whether phrases begin, and end, where their words are parted from those around them."""
    before, after = phrases.free()
    return before[at], after[at + length - 1]

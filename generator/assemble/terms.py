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

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from generator.assemble import phrases, tokens
from generator.assemble.phrases import Places
from generator.assemble.tokens import EXACT, READ, SYLLABLE, WORD, Flags, Numbers, Row, Text

Weights = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

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


class Term(NamedTuple):
    """A telling word or phrase of one text; a tuple, since there are many.

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

    Costs about 1 ms a text of 400 words, hardly more for each of very many, and never looks at
    pairs.

    Args:
        texts: Article id → its text.
    """
    row = tokens.read(texts.values())
    families = len({text.family for text in texts.values()})
    most = max(COMMON_COUNT, int(COMMON * families))
    said = _said(row, phrases.closed(row, list(phrases.shared(row)), most))
    substance = _substance(row, said)
    weights = _weights(row, said, substance, families)
    best, bounds = _best(row, said, weights)
    shown = said.whole[best] & (substance[best] >= 1)
    terms = _Terms(row, said.only(best), weights[best], shown, families)
    return {
        id_: terms.of(number, text, *bounds[number : number + 2])
        for number, (id_, text) in enumerate(texts.items())
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Phrases of texts that could be terms, each once a text; parallel columns.

    Attributes:
        texts: In which text, from 0 on.
        at: The word with which it begins where it stands first.
        lengths: Its words.
        ids: Which it is.
        families: How many families have it.
        times: How often the text says it.
        whole: Whether it is not cut out of a longer phrase.
    """

    texts: Numbers
    at: Numbers
    lengths: Numbers
    ids: Numbers
    families: Numbers
    times: Numbers
    whole: Flags

    def only(self, which: Positions) -> _Said:
        """Some of them, in the order in which they are asked for."""
        return _Said(
            texts=self.texts[which],
            at=self.at[which],
            lengths=self.lengths[which],
            ids=self.ids[which],
            families=self.families[which],
            times=self.times[which],
            whole=self.whole[which],
        )


def _said(row: Row, places: Places) -> _Said:
    """Put together what a text says more than once."""
    texts = row.texts[places.at]
    within = places.at - row.bounds[texts]
    order = np.argsort(_packed(texts, places.ids, within))
    texts, at, ids = texts[order], places.at[order], places.ids[order]
    lengths, families, covered = (
        column[order] for column in (places.lengths, places.families, places.covered)
    )
    new = np.ones(len(at), bool)
    new[1:] = (ids[1:] != ids[:-1]) | (texts[1:] != texts[:-1])
    first, which = np.flatnonzero(new), np.cumsum(new) - 1
    before, after = row.free()
    begins = np.bincount(which[before[at]], minlength=len(first)) > 0
    ends = np.bincount(which[after[at + lengths - 1]], minlength=len(first)) > 0
    parted = begins & ends & (covered[first] <= WHOLE * families[first])
    return _Said(
        texts=texts[first],
        at=at[first],
        lengths=lengths[first],
        ids=ids[first],
        families=families[first],
        times=np.bincount(which, minlength=len(first)).astype(np.int32),
        whole=parted | (covered[first] == 0),
    )


def _packed(texts: Numbers, middle: Numbers, last: Numbers) -> npt.NDArray[np.uint64]:
    """Three numbers as one, to be sorted at once: `last` is below `READ`."""
    packed: npt.NDArray[np.uint64] = texts.astype(np.uint64) << np.uint64(44)
    packed |= middle.astype(np.uint64) << np.uint64(12)
    packed |= last.astype(np.uint64)
    return packed


def _substance(row: Row, said: _Said) -> Weights:
    """How much terms can say by what they are: bare numbers nothing, single syllables little."""
    kinds = row.kinds[row.words]
    exact = np.concatenate([[0], np.cumsum(kinds & EXACT > 0)])
    has_number = exact[said.at + said.lengths] > exact[said.at]
    longer = np.where(has_number, EXACTLY, 1.0) * (1 + LONGER * (said.lengths - 2))
    syllable = np.array([ALONE if lang == "vi" else 1.0 for lang in row.langs])[said.texts]
    its = kinds[said.at] & WORD
    alone = np.where(its == SYLLABLE, syllable, np.where(its == WORD, 1.0, 0.0))
    substance: Weights = np.where(said.lengths > 1, longer, alone)
    return substance


def _weights(row: Row, said: _Said, substance: Weights, families: int) -> Weights:
    """How much each tells."""
    # By tables, since logarithms of arrays may differ in their last digit between machines.
    counts = range(1, int(said.families.max(initial=0)) + 1)
    rarity = np.array([0.0, *(math.log(families / count) for count in counts)])
    often = np.array([0.0, *(1 + math.log(times) for times in range(1, READ + 1))])
    place = np.where(row.headline[said.at + said.lengths - 1], HEADLINE, 1.0)
    weights: Weights = substance * rarity[said.families] * place * often[said.times]
    return weights


def _best(row: Row, said: _Said, weights: Weights) -> tuple[Positions, list[int]]:
    """Of each text the most telling, those first; of equal ones those that stand first.

    Returns:
        Their positions, text after text; where those of each text begin, and where all end.
    """
    within = said.at - row.bounds[said.texts]
    order = np.argsort(_packed(said.texts, within, said.lengths))
    order = order[weights[order] > 0]
    less, bounds = -weights[order], np.searchsorted(said.texts[order], range(len(row.langs) + 1))
    best = [
        order[first:last][np.argsort(less[first:last], kind="stable")[:LIMIT]]
        for first, last in itertools.pairwise(bounds.tolist())
    ]
    sizes = itertools.accumulate(map(len, best), initial=0)
    return np.concatenate([np.empty(0, np.intp), *best]), list(sizes)


class _Terms:
    """The chosen phrases as terms, text after text; each key is kept once."""

    def __init__(
        self, row: Row, said: _Said, weights: Weights, shown: Flags, families: int
    ) -> None:
        self._row = row
        self._weights = weights
        self._shown = shown.tolist()
        self._starts = row.starts[said.at].tolist()
        self._ends = row.ends[said.at + said.lengths - 1].tolist()
        _, first, which = np.unique(said.ids, return_index=True, return_inverse=True)
        ats, lengths = said.at[first].tolist(), said.lengths[first].tolist()
        keys = [row.phrase(at, length) for at, length in zip(ats, lengths, strict=True)]
        self._keys = [keys[one] for one in which.tolist()]
        self._alone = math.log(max(families, 1)) ** 2
        self._words = _distinct(row)

    def of(self, number: int, text: Text, first: int, last: int) -> tuple[Term, ...]:
        """The terms of a text, from one of all on to before another."""
        weights = self._weights[first:last]
        weights /= self._norm(number, weights.tolist())
        whole, keys = text.whole, self._keys[first:last]
        spans = zip(self._starts[first:last], self._ends[first:last], keys, strict=True)
        written = [
            key if whole[start:end] == key else whole[start:end] for start, end, key in spans
        ]
        return tuple(map(Term, keys, written, weights.tolist(), self._shown[first:last]))

    def _norm(self, number: int, weights: list[float]) -> float:
        """The length of a text's vector.

        What a text alone says counts as well: else two that share a word, and no other with
        anybody, would be the same.
        """
        alone = max(min(LIMIT, self._words[number]) - len(weights), 0) * self._alone
        return math.sqrt(math.fsum((alone, *(weight * weight for weight in weights)))) or 1.0


def _distinct(row: Row) -> list[int]:
    """Of each text, how many different words it has."""
    words = row.texts.astype(np.uint64) << np.uint64(32) | row.words.astype(np.uint64)
    words.sort()
    new = np.ones(len(words), bool)
    new[1:] = words[1:] != words[:-1]
    texts = (words[new] >> np.uint64(32)).astype(np.int64)
    counts: list[int] = np.bincount(texts, minlength=len(row.langs)).tolist()
    return counts

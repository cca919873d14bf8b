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
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from generator.assemble import phrases, tokens
from generator.assemble.phrases import Places
from generator.assemble.said import TEXT, Said, gather, packed
from generator.assemble.tokens import EXACT, READ, SYLLABLE, WORD, Flags, Row, Text

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

COMMON, COMMON_COUNT = 0.2, 10
"""A term that more than this share of all texts uses, and more than so many, tells nothing."""

AT_ONCE = 100
"""Texts whose terms are chosen at once: more cost memory, and many more or fewer time."""


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
    shared = phrases.Shared(row)
    choice = _Choice(row, max(families, 1))
    found: dict[str, tuple[Term, ...]] = {}
    left = iter(texts.items())
    while some := list(itertools.islice(left, AT_ONCE)):
        first, end = row.bounds[[len(found), len(found) + len(some)]].tolist()
        places = shared.closed(first, end, most)
        words = shared.counted(1, first, end), shared.counted(2, first, end)
        terms = choice.terms(places, phrases.torn(*words), len(found), [text for _, text in some])
        found.update(zip((id_ for id_, _ in some), terms, strict=True))
    return found


class _Choice:
    """Chooses the terms of texts."""

    def __init__(self, row: Row, families: int) -> None:
        self._row = row
        self._kinds = row.kinds[row.words]
        exact = np.cumsum(self._kinds & EXACT > 0, dtype=np.int32)
        self._exact = np.concatenate([np.zeros(1, np.int32), exact])
        self._alone = np.array([ALONE if lang == "vi" else 1.0 for lang in row.langs])
        # By tables, since logarithms of arrays may differ in their last digit between machines.
        rarity = (math.log(families / count) for count in range(1, families + 1))
        self._rarity = np.array([0.0, *rarity])
        self._often = np.array([0.0, *(1 + math.log(times) for times in range(1, READ + 1))])
        self._keys: dict[int, str] = {}

    def terms(
        self, places: Places, torn: tuple[Flags, Flags], number: int, texts: Sequence[Text]
    ) -> Iterator[tuple[Term, ...]]:
        """The most telling terms of some texts with their weights.

        Args:
            places: Where phrases stand that could be terms.
            torn: Of each word of these texts what `phrases.torn` says.
            number: Which text of all is the first of these.
            texts: These.
        """
        said = gather(self._row, places, torn, int(self._row.bounds[number]))
        substance = self._substance(said)
        place = np.where(self._row.headline[said.at + said.lengths - 1], HEADLINE, 1.0)
        weights = substance * self._rarity[said.families] * place * self._often[said.times]
        best, bounds = self._best(said, weights, range(number, number + len(texts) + 1))
        said, weights = said.only(best), weights[best]
        shown = (said.whole & (substance[best] >= 1)).tolist()
        keys = [self._key(*its) for its in said.phrases()]
        starts = self._row.starts[said.at].tolist()
        ends = self._row.ends[said.at + said.lengths - 1].tolist()
        for text, words, (first, last) in zip(
            texts, self._different(number, len(texts)), itertools.pairwise(bounds), strict=True
        ):
            its, whole = slice(first, last), text.whole
            spans = zip(keys[its], starts[its], ends[its], strict=True)
            # Most are the same, and one string for both saves much memory.
            written = [key if key == whole[i:j] else whole[i:j] for key, i, j in spans]
            norm = self._norm(weights[its].tolist(), words)
            yield tuple(map(Term, keys[its], written, (weights[its] / norm).tolist(), shown[its]))

    def _substance(self, said: Said) -> Weights:
        """How much terms say by what they are: bare numbers nothing, single syllables little."""
        has_number = self._exact[said.at + said.lengths] > self._exact[said.at]
        longer = np.where(has_number, EXACTLY, 1.0) * (1 + LONGER * (said.lengths - 2))
        its = self._kinds[said.at] & WORD
        alone = np.where(its == WORD, 1.0, np.where(its == SYLLABLE, self._alone[said.texts], 0.0))
        substance: Weights = np.where(said.lengths > 1, longer, alone)
        return substance

    def _best(
        self, said: Said, weights: Weights, texts: Sequence[int]
    ) -> tuple[Positions, list[int]]:
        """Of each text the most telling, those first; of equal ones those that stand first.

        Returns:
            Their positions, text after text; where those of each text begin, and where all end.
        """
        within = said.at - self._row.bounds[said.texts]
        order = np.argsort(packed(said.texts, within, said.lengths))
        order = order[weights[order] > 0]
        less, bounds = -weights[order], np.searchsorted(said.texts[order], texts)
        best = [
            order[first:last][np.argsort(less[first:last], kind="stable")[:LIMIT]]
            for first, last in itertools.pairwise(bounds.tolist())
        ]
        return np.concatenate(best), list(itertools.accumulate(map(len, best), initial=0))

    def _key(self, id_: int, at: int, length: int) -> str:
        """The key of a phrase; each is kept once."""
        key = self._keys.get(id_)
        if key is None:
            key = self._keys[id_] = self._row.phrase(at, length)
        return key

    def _different(self, number: int, texts: int) -> list[int]:
        """Of each text, how many different words it has."""
        first, end = self._row.bounds[[number, number + texts]].tolist()
        those, words = self._row.texts[first:end], self._row.words[first:end]
        pairs = np.unique(packed(those, words, np.zeros_like(words)))
        which = (pairs >> TEXT).astype(np.int64) - number
        counts: list[int] = np.bincount(which, minlength=texts).tolist()
        return counts

    def _norm(self, weights: Sequence[float], words: int) -> float:
        """The length of a text's vector.

        What a text alone says counts as well: else two that share a word, and no other with
        anybody, would be the same.
        """
        alone = max(min(LIMIT, words) - len(weights), 0) * float(self._rarity[1]) ** 2
        return math.sqrt(math.fsum((alone, *(weight * weight for weight in weights)))) or 1.0

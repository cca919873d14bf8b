"""The words of many texts as one row of numbers, which is counted at little cost.

Words are numbered as they come, alike in all languages. What a word is, and whether a phrase may
begin or end with it, is found out once for each and not for each time it stands.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator import vietnamese
from generator.assemble import stop_words
from generator.model import LANGS

READ = 4_000
"""Words of a text that are read; a speech of two hours has said what it is about by then."""

# A number with all its parts (2023-2026, 1.150), or a word; `Covid-19` is one, `kinh tế-xã hội`
# are four.
_TOKEN = re.compile(r"(\d+(?:[-–.,/:]\d+)*(?![^\W_])|[^\W_]+(?:-\d+|['’][^\W_]+)*)")
# Source: the onsets, vowels and codas of Vietnamese syllables, after L. C. Thompson, "A Vietnamese
# Reference Grammar", 1965; written without tones and marks.
_SYLLABLE = re.compile(
    r"(?:[bcdhklmnprstvx]|[cgknpt]h|ngh?|gi?|qu|tr)?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,/:]\d+)*")

NOTHING, SYLLABLE, WORD, EXACT = 1, 2, 3, 4
"""What a word is: a single character or bare number that says nothing by itself; what could be a
Vietnamese syllable; any other word. `EXACT` is added where there is a digit in it."""

Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text whose phrases are wanted.

    Attributes:
        title: The headline, one line.
        plain: The text as read, with `readable.BARRIER` where running text ends.
        lang: Language of both.
        family: What all reprints of one text share: they count as one text.
    """

    title: str
    plain: str
    lang: str
    family: str

    @property
    def whole(self) -> str:
        """Headline and text."""
        return f"{self.title}\n{self.plain}"

    @property
    def key(self) -> str:
        """The same, of the same length, in one form for all texts."""
        text = self.whole
        key = vietnamese.compare_key(text).replace("–", "-").replace("’", "'")
        lower = key.lower()
        if len(lower) == len(key):
            return lower
        return "".join(c if len(c.lower()) > 1 else c.lower() for c in key)  # `İ` would be two


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The words of all texts, one text after the other; the texts themselves are not kept.

    Attributes:
        words: The number of each word.
        texts: In which text it stands, from 0 on.
        starts: Where in its text it starts.
        ends: The position after its last character.
        joined: Whether the next word belongs to the same running text.
        first: Whether a phrase may begin with it, as its text's language has it.
        last: Whether a phrase may end with it.
        bounds: Where each text begins, and at the end how many words there are.
        families: Of each text, the number of its family, from 0 on.
        vocabulary: The words by their numbers.
        kinds: What each is.
    """

    words: Numbers
    texts: Numbers
    starts: Numbers
    ends: Numbers
    joined: Flags
    first: Flags
    last: Flags
    bounds: npt.NDArray[np.intp]
    families: Numbers
    vocabulary: Sequence[str]
    kinds: npt.NDArray[np.uint8]

    def free(self) -> tuple[Flags, Flags]:
        """Of each word: whether a phrase that begins, or ends, with it is parted from its rest."""
        before, after = np.ones(len(self.words), bool), np.ones(len(self.words), bool)
        before[1:] = ~(self.joined[:-1] & self.last[:-1])
        after[:-1] = ~(self.joined[:-1] & self.first[1:])
        return before, after

    def phrase(self, at: int, length: int) -> str:
        """So many words from a certain one on, as they are the same in all texts."""
        return " ".join([self.vocabulary[one] for one in self.words[at : at + length].tolist()])


def read(texts: Iterable[Text]) -> Row:
    """Read texts, of each the first `READ` words.

    Costs about 0.4 ms for a text of 400 words, and 20 bytes a word.
    """
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    families: dict[str, int] = {}
    langs: list[str] = []
    its: list[int] = []
    rows = []
    for text in texts:
        rows.append(_words(text.key, numbers))
        its.append(families.setdefault(text.family, len(families)))
        langs.append(text.lang)
    empty = np.empty(0, np.int32)
    words, starts, ends = (
        np.concatenate([empty, *column])
        for column in (zip(*((one[:3]) for one in rows), strict=True) if rows else [(), (), ()])
    )
    joined = np.concatenate([np.empty(0, bool), *(one[3] for one in rows)])
    sizes = [len(one[0]) for one in rows]
    vocabulary = list(numbers)
    return Row(
        words=words,
        texts=np.repeat(np.arange(len(sizes), dtype=np.int32), sizes),
        starts=starts,
        ends=ends,
        joined=joined,
        first=_allowed(words, langs, sizes, numbers, stop_words.FIRST),
        last=_allowed(words, langs, sizes, numbers, stop_words.LAST),
        bounds=np.array(list(itertools.accumulate(sizes, initial=0)), np.intp),
        families=np.array(its, np.int32),
        vocabulary=vocabulary,
        kinds=np.array([_kind(word) for word in vocabulary], np.uint8),
    )

"""The words of many texts as one row of numbers, which is counted at little cost.

Words are numbered as they come, alike in all languages. What a word is, and whether a phrase may
begin or end with it, is found out once for each and not for each time it stands.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator import vietnamese
from generator.assemble import stop_words

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
        headline: Whether it stands in the headline.
        bounds: Where each text begins, and at the end how many words there are.
        langs: Of each text, its language.
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
    headline: Flags
    bounds: npt.NDArray[np.int64]
    langs: Sequence[str]
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


class _Reader:
    """Reads texts one after the other."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._families: dict[str, int] = {}
        self._family: list[int] = []
        self._langs: list[str] = []
        self._words = [np.empty(0, np.int32)]
        self._starts = [np.empty(0, np.int32)]
        self._ends = [np.empty(0, np.int32)]
        self._joined = [np.empty(0, bool)]
        self._headline = [np.empty(0, bool)]

    def add(self, text: Text) -> None:
        """Read one: what stands between words and the words, by turns."""
        parts = _TOKEN.split(text.key, READ)
        size = len(parts) // 2
        borders = np.fromiter(itertools.accumulate(map(len, parts)), np.int32, len(parts))
        joined = np.zeros(size, bool)
        joined[:-1] = np.fromiter(map(" ".__eq__, parts[2:-1:2]), bool, max(size - 1, 0))
        words = map(self._numbers.__getitem__, parts[1::2])
        self._words.append(np.fromiter(words, np.int32, size))
        self._starts.append(borders[:-1:2])
        self._ends.append(borders[1::2])
        self._headline.append(borders[1::2] <= len(text.title))
        self._joined.append(joined)
        self._family.append(self._families.setdefault(text.family, len(self._families)))
        self._langs.append(text.lang)

    def row(self) -> Row:
        """All that was read."""
        sizes = [len(words) for words in self._words[1:]]
        words = np.concatenate(self._words)
        vocabulary = list(self._numbers)
        return Row(
            words=words,
            texts=np.repeat(np.arange(len(sizes), dtype=np.int32), sizes),
            starts=np.concatenate(self._starts),
            ends=np.concatenate(self._ends),
            joined=np.concatenate(self._joined),
            first=self._allowed(words, sizes, stop_words.FIRST),
            last=self._allowed(words, sizes, stop_words.LAST),
            headline=np.concatenate(self._headline),
            bounds=np.array(list(itertools.accumulate(sizes, initial=0)), np.int64),
            langs=self._langs,
            families=np.array(self._family, np.int32),
            vocabulary=vocabulary,
            kinds=np.array([_kind(word) for word in vocabulary], np.uint8),
        )

    def _allowed(
        self, words: Numbers, sizes: Sequence[int], joining: Mapping[str, AbstractSet[str]]
    ) -> Flags:
        """Of each word, whether it is none of those that only join others in its language."""
        langs = sorted(set(self._langs))
        table = np.ones((len(langs), len(self._numbers)), bool)
        for row, lang in enumerate(langs):
            known = joining.get(lang, frozenset()) & self._numbers.keys()
            table[row, [self._numbers[word] for word in known]] = False
        rows = np.repeat([langs.index(lang) for lang in self._langs], sizes).astype(np.intp)
        allowed: Flags = table[rows, words]
        return allowed


def read(texts: Iterable[Text]) -> Row:
    """Read texts, of each the first `READ` words.

    Costs about 0.4 ms for a text of 400 words, and 20 bytes a word.
    """
    reader = _Reader()
    for text in texts:
        reader.add(text)
    return reader.row()


def _kind(word: str) -> int:
    """What a word is."""
    if len(word) == 1 or _NUMBER.fullmatch(word):
        its = NOTHING
    else:
        its = SYLLABLE if _SYLLABLE.fullmatch(vietnamese.fold(word)) else WORD
    return its | EXACT if any(character.isdigit() for character in word) else its

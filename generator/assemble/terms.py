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
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator import vietnamese
from generator.assemble import stop_words

LIMIT = 40
"""Terms a text; more would cost memory and say little."""

LONGEST = 12
"""Words of the longest phrase: "trưởng cơ quan đại diện Việt Nam ở nước ngoài nhiệm kỳ 2023-2026"
has so many."""

READ = 4_000
"""Words of a text that are read; a speech of two hours has said what it is about by then."""

HEADLINE = 2.0
"""A term of the headline tells so much more."""

SYLLABLE = 0.25
"""A single Vietnamese syllable tells so much less than a word: mostly it is but a part of one."""

EXACT = 2.0
"""A phrase with a number in it tells so much more: "lần thứ 31", "nhiệm kỳ 2023-2026"."""

LONGER = 0.1
"""Each word from the third on adds so much: among few texts that a long phrase comes twice says more
than that a short one does."""

WHOLE = 0.6
"""A phrase that goes on alike in more than this share of its texts is cut out of a longer one."""

COMMON = 0.2
"""A term that more than this share of all texts uses tells nothing; two may always share one."""

_FEWEST_COMMON = 10
# A number with all its parts (2023-2026, 1.150), or a word; `Covid-19` is one, `kinh tế-xã hội`
# are four.
_TOKEN = re.compile(r"\d+(?:[-–.,/:]\d+)*(?![^\W_])|[^\W_]+(?:-\d+|['’][^\W_]+)*")
# Source: the onsets, vowels and codas of Vietnamese syllables, after L. C. Thompson, "A Vietnamese
# Reference Grammar", 1965; written without tones and marks.
_SYLLABLE = re.compile(
    r"(?:[bcdhklmnprstvx]|[cgknpt]h|ngh?|gi?|qu|tr)?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{1,3}(?:[.,/:]\d+)*")
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_TOP = np.uint64(32)

_NONE: frozenset[str] = frozenset()

Hashes = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text whose terms are wanted.

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


@dataclass(frozen=True, slots=True)
class Term:
    """A telling word or phrase of one text.

    Attributes:
        key: By which it is the same in all texts: lower case, one placement of tones.
        written: As the text has it where it says it first.
        weight: How much it tells; the squares of all terms of a text sum up to 1, or to less
            where it says much that no other does.
        shown: Whether a reader understands it by itself: a phrase that is not cut out of a longer
            one, a name, a number with its parts; no single syllable.
    """

    key: str
    written: str
    weight: float
    shown: bool


def telling(texts: Mapping[str, Text]) -> dict[str, tuple[Term, ...]]:
    """Find the terms of each text, the most telling first, at most `LIMIT`.

    Costs about a millisecond a text, whatever the number of texts, and never looks at pairs.

    Args:
        texts: Article id → its text.
    """
    vocabulary: dict[str, int] = {}
    families: dict[str, list[Hashes]] = {}
    for id_ in sorted(texts):
        found = np.unique(np.concatenate(_Phrases(texts[id_], vocabulary).hashes()))
        families.setdefault(texts[id_].family, []).append(found)
    frequencies = _Frequencies(_one(list(families.pop(name))) for name in sorted(families))
    keys: dict[str, str] = {}
    return {
        id_: tuple(_best(_Phrases(text, vocabulary), frequencies, text.lang, keys))
        for id_, text in texts.items()
    }


def _one(members: list[Hashes]) -> Hashes:
    return members[0] if len(members) == 1 else np.unique(np.concatenate(members))


class _Frequencies:
    """In how many families a phrase stands; of those in more than one."""

    def __init__(self, families: Iterable[Hashes]) -> None:
        lists = list(families)
        self.texts = len(lists)
        everything = np.concatenate(lists) if lists else np.empty(0, np.uint32)
        lists.clear()
        everything.sort()
        first = np.ones(len(everything), bool)
        first[1:] = everything[1:] != everything[:-1]
        starts = np.flatnonzero(first)
        counts = np.diff(np.append(starts, len(everything)))
        shared = counts > 1
        self._keys = everything[starts[shared]]
        self._counts = counts[shared].astype(np.int32)

    def of(self, hashes: Hashes) -> npt.NDArray[np.int32]:
        """How many; 0 for phrases that only one family has."""
        if not len(self._keys):
            return np.zeros(len(hashes), np.int32)
        at = np.minimum(np.searchsorted(self._keys, hashes), len(self._keys) - 1)
        return np.where(self._keys[at] == hashes, self._counts[at], 0).astype(np.int32)


class _Phrases:
    """All phrases of a text, by their length and the word that they start with."""

    def __init__(self, of: Text, vocabulary: dict[str, int]) -> None:
        self.text = text = f"{of.title}\n{of.plain}"
        key = vietnamese.compare_key(text).replace("–", "-").replace("’", "'")
        self.key = key = _lower(key)
        self.title = len(of.title)
        self.spans = spans = [match.span() for match in _TOKEN.finditer(key)][:READ]
        words = [key[start:end] for start, end in spans]
        first, last = stop_words.FIRST.get(of.lang, _NONE), stop_words.LAST.get(of.lang, _NONE)
        self.words = np.array(
            [vocabulary.get(word) or _learn(vocabulary, word) for word in words], np.uint64
        )
        self.first = np.array([word not in first for word in words], bool)
        self.last = np.array([word not in last for word in words], bool)
        self.joined = np.array(
            [
                start - end == 1 and text[end] == " "
                for (_, end), (start, _) in itertools.pairwise(spans)
            ],
            bool,
        )

    def span(self, phrase: _Phrase) -> tuple[int, int]:
        """Where a phrase stands in the text."""
        return self.spans[phrase.at][0], self.spans[phrase.at + phrase.length - 1][1]

    def free(self, phrase: _Phrase) -> tuple[bool, bool]:
        """Whether a phrase begins, and ends, where its words are parted from those around it."""
        before, after = phrase.at - 1, phrase.at + phrase.length
        return (
            before < 0 or not (self.joined[before] and self.last[before]),
            after == len(self.words) or not (self.joined[after - 1] and self.first[after]),
        )

    def hashes(self) -> list[Hashes]:
        """Of all phrases that start and end with a word that says something."""
        return [hashes[valid] for hashes, valid in self.by_length()]

    def by_length(self) -> Iterator[tuple[Hashes, npt.NDArray[np.bool_]]]:
        """Of each length: the hash of the phrase at each word, and whether there is one."""
        rolling = self.words
        together = np.ones(len(self.words), bool)
        for length in range(1, LONGEST + 1):
            if length > 1:
                rolling = rolling[:-1] * _PRIME + self.words[length - 1 :]
                together = together[:-1] & self.joined[length - 2 :]
            last = self.last[length - 1 :]
            yield (rolling >> _TOP).astype(np.uint32), together & self.first[: len(last)] & last


def _lower(text: str) -> str:
    """Lower case of the same length: `İ` has none that is one character."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _learn(vocabulary: dict[str, int], word: str) -> int:
    """A number for a word that is the same on every machine, and never 0."""
    data = word.encode()
    vocabulary[word] = number = (zlib.crc32(data) << 32 | zlib.crc32(data, 0x5A17)) | 1
    return number


def _best(
    phrases: _Phrases, frequencies: _Frequencies, lang: str, keys: dict[str, str]
) -> Iterator[Term]:
    """The most telling terms of a text with their weights."""
    found: dict[str, _Phrase] = {}
    counts: Counter[str] = Counter()
    begun: set[str] = set()
    ended: set[str] = set()
    for phrase in _closed(phrases, frequencies):
        start, end = phrases.span(phrase)
        key = phrases.key[start:end]
        counts[key] += 1
        found.setdefault(key, phrase)
        begins, ends = phrases.free(phrase)
        if begins:
            begun.add(key)
        if ends:
            ended.add(key)
    scored = []
    for key, phrase in found.items():
        start, end = phrases.span(phrase)
        substance = _substance(key, phrase.length, lang)
        rarity = math.log(frequencies.texts / phrase.texts)
        place = HEADLINE if end <= phrases.title else 1.0
        weight = substance * rarity * place * (1 + math.log(counts[key]))
        if weight > 0:
            whole = phrase.covered <= WHOLE * phrase.texts and key in begun and key in ended
            scored.append((-weight, start, end, key, whole and substance >= 1))
    scored.sort()
    del scored[LIMIT:]
    # What a text alone says counts as well: else two that share a word, and no other with
    # anybody, would be the same.
    alone = max(min(LIMIT, len(np.unique(phrases.words))) - len(scored), 0)
    own = alone * math.log(max(frequencies.texts, 1)) ** 2
    norm = math.sqrt(math.fsum((own, *(weight * weight for weight, *_ in scored))))
    for weight, start, end, key, shown in scored:
        kept = keys.setdefault(key, key)
        written = phrases.text[start:end]
        yield Term(kept, kept if written == kept else written, -weight / norm, shown)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase where it stands: its length and first word, and how many families use it.

    `covered` is how many use the commonest longer phrase that it stands in.
    """

    length: int
    at: int
    texts: int
    covered: int


def _closed(phrases: _Phrases, frequencies: _Frequencies) -> Iterator[_Phrase]:
    """Phrases that others use too, without those that always stand within a longer one."""
    most = max(_FEWEST_COMMON, COMMON * frequencies.texts)
    covering = np.zeros(0, np.int32)
    for length, (hashes, valid) in reversed(list(enumerate(phrases.by_length(), 1))):
        counts = np.where(valid, frequencies.of(hashes), 0)
        covered = np.zeros(len(counts), np.int32)
        if len(covering):
            covered[1:] = covering
            covered[:-1] = np.maximum(covered[:-1], covering)
        closed = (counts > covered) & (counts <= most)
        if length == LONGEST:  # of a passage that several texts have, where it begins
            closed[1:] &= counts[1:] != counts[:-1]
        for at in np.flatnonzero(closed).tolist():
            yield _Phrase(length, at, int(counts[at]), int(covered[at]))
        covering = np.maximum(counts, covered)


def _substance(key: str, length: int, lang: str) -> float:
    """How much a term can say by what it is: bare numbers nothing, single syllables little."""
    if length > 1:
        exact = EXACT if _DIGIT.search(key) else 1.0
        return exact * (1 + LONGER * (length - 2))
    if len(key) == 1 or _NUMBER.fullmatch(key):
        return 0.0
    syllable = lang == "vi" and _SYLLABLE.fullmatch(vietnamese.fold(key))
    return SYLLABLE if syllable else 1.0

"""Words and phrases of texts, and how many texts have each, at little cost in time and memory.

A phrase is known by a number made of those of its words. Phrases of up to `SHORT` words are all
counted; longer ones only where the short ones in them stand in another text too, since a phrase
is never commoner than what it is made of.

Source: that pruning after Agrawal and Srikant, "Fast algorithms for mining association rules",
1994; rolling hashes after Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator import vietnamese
from generator.assemble import stop_words

READ = 4_000
"""Words of a text that are read; a speech of two hours has said what it is about by then."""

SHORT = 4
"""Words up to which all phrases are counted."""

LONGEST = 14
"""Words of the longest phrase: "trưởng cơ quan đại diện Việt Nam ở nước ngoài nhiệm kỳ 2023-2026"
has 13."""

# A number with all its parts (2023-2026, 1.150), or a word; `Covid-19` is one, `kinh tế-xã hội`
# are four.
_TOKEN = re.compile(r"\d+(?:[-–.,/:]\d+)*(?![^\W_])|[^\W_]+(?:-\d+|['’][^\W_]+)*")
# Source: the onsets, vowels and codas of Vietnamese syllables, after L. C. Thompson, "A Vietnamese
# Reference Grammar", 1965; written without tones and marks.
_SYLLABLE = re.compile(
    r"(?:[bcdhklmnprstvx]|[cgknpt]h|ngh?|gi?|qu|tr)?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,/:]\d+)*")

NOTHING, SYLLABLE, WORD, EXACT = 1, 2, 3, 4
"""What a word is: a single character or bare number that says nothing by itself; what could be a
Vietnamese syllable; any other word. `EXACT` is added where there is a digit in it."""

_KIND, _NOT_FIRST, _NOT_LAST, _BITS = np.uint64(7), np.uint64(8), np.uint64(16), 5
_SPACE = ord(" ")
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_TOP = np.uint64(32)
_NONE: frozenset[str] = frozenset()

Hashes = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int32]

Vocabulary = dict[str, dict[str, int]]
"""Language → word → its number."""


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


class Table:
    """In how many families of texts phrases stand; of those in more than one."""

    def __init__(self, families: Iterable[Hashes]) -> None:
        """Count them; a family's own are each there once."""
        everything = np.concatenate([np.empty(0, np.uint32), *families])
        everything.sort()
        first = np.ones(len(everything), bool)
        first[1:] = everything[1:] != everything[:-1]
        starts = np.flatnonzero(first)
        counts = np.diff(np.append(starts, len(everything)))
        shared = counts > 1
        self._keys = everything[starts[shared]]
        self._counts = counts[shared].astype(np.int32)

    def of(self, hashes: Hashes) -> Counts:
        """How many; 0 for phrases that only one family has."""
        if not len(self._keys):
            return np.zeros(len(hashes), np.int32)
        order = np.argsort(hashes)  # looked up in order, they lie near each other in memory
        at = np.empty(len(hashes), np.intp)
        at[order] = np.searchsorted(self._keys, hashes[order])
        at = np.minimum(at, len(self._keys) - 1)
        return np.where(self._keys[at] == hashes, self._counts[at], 0).astype(np.int32)


class Phrases:
    """The words of a text, by their positions; the text itself is not kept."""

    def __init__(self, text: Text, vocabulary: Vocabulary) -> None:
        """Read a text.

        Args:
            text: The text.
            vocabulary: Of all texts; new words are put into it.
        """
        matches = list(itertools.islice(_TOKEN.finditer(text.key), READ))
        spans = np.array([match.span() for match in matches], np.int32).reshape(-1, 2)
        learned = vocabulary.setdefault(text.lang, {})
        self._spans = spans
        self._words = np.array(
            [learned.get(match[0]) or _learn(learned, match[0], text.lang) for match in matches],
            np.uint64,
        )
        self._first = (self._words & _NOT_FIRST) == 0
        self._last = (self._words & _NOT_LAST) == 0
        characters = np.frombuffer(text.whole.encode("utf-32-le", "replace"), np.uint32)
        ends = spans[:-1, 1]
        self._joined = (spans[1:, 0] - ends == 1) & (characters[ends] == _SPACE)
        self._runs: Flags | None = None

    @property
    def numbers(self) -> npt.NDArray[np.uint64]:
        """The number of each word, from 1 on: `kind` tells what it is."""
        return self._words

    def span(self, at: int, length: int) -> tuple[int, int]:
        """Where in the text a phrase of so many words stands that starts with a certain one."""
        return int(self._spans[at, 0]), int(self._spans[at + length - 1, 1])

    def within(self, end: int) -> int:
        """How many words stand before a position in the text."""
        return int(np.searchsorted(self._spans[:, 1], end, side="right"))

    def free(self) -> tuple[Flags, Flags]:
        """Of each word: whether a phrase that begins, or ends, with it is parted from its rest."""
        size = len(self._words)
        before, after = np.ones(size, bool), np.ones(size, bool)
        before[1:] = ~(self._joined & self._last[:-1])
        after[:-1] = ~(self._joined & self._first[1:])
        return before, after

    def short(self) -> Hashes:
        """Of all short phrases that say something, and of all that are as long as these can be."""
        found = [
            hashes[together if length == SHORT else together & self._edges(length)]
            for length, hashes, together in itertools.islice(self._rolling(), SHORT)
        ]
        return _distinct(np.concatenate(found))

    def long(self, short: Table) -> Hashes:
        """Of longer ones, as far as the short ones in them are shared."""
        found = [
            hashes[together & self._edges(length)]
            for length, hashes, together in self._shared(short)
        ]
        return _distinct(np.concatenate([np.empty(0, np.uint32), *found]))

    def counted(self, short: Table, long: Table) -> list[tuple[Hashes, Counts]]:
        """Of each length from 1 on: the phrase that starts at each word, and how many have it.

        The count is 0 where there is no phrase, or none that another family has.
        """
        found = []
        for length, hashes, together in self._all(short):
            table = short if length <= SHORT else long
            at = np.flatnonzero(together & self._edges(length))
            counts = np.zeros(len(hashes), np.int32)
            counts[at] = table.of(hashes[at])
            found.append((hashes, counts))
        return found

    def _all(self, short: Table) -> Iterator[tuple[int, Hashes, Flags]]:
        """Of each length what `_rolling` gives, and what `_shared` does of the long ones."""
        yield from itertools.islice(self._rolling(), SHORT)
        yield from self._shared(short)

    def _edges(self, length: int) -> Flags:
        """Whether a phrase of so many words starts and ends with one that says something."""
        last = self._last[length - 1 :]
        edges: Flags = self._first[: len(last)] & last
        return edges

    def _rolling(self) -> Iterator[tuple[int, Hashes, Flags]]:
        """Of each length: hashes of what starts at each word, and whether it is in one piece."""
        rolling = self._words
        together = np.ones(len(self._words), bool)
        for length in range(1, LONGEST + 1):
            if length > 1:
                rolling = rolling[:-1] * _PRIME + self._words[length - 1 :]
                together = together[:-1] & self._joined[length - 2 :]
            yield length, (rolling >> _TOP).astype(np.uint32), together

    def _shared(self, short: Table) -> Iterator[tuple[int, Hashes, Flags]]:
        """The same of lengths above `SHORT`, only where all short phrases in them are shared."""
        run = np.zeros(0, bool)
        for length, hashes, together in self._rolling():
            if length == SHORT:
                if self._runs is None:
                    self._runs = together & (short.of(hashes) > 0)
                run = self._runs
            elif length > SHORT and self._runs is not None:
                run = run[:-1] & self._runs[length - SHORT :]
                if not run.any():
                    return
                yield length, hashes, run


def count(texts: Mapping[str, Text]) -> tuple[dict[str, Phrases], Table, Table]:
    """Read all texts and count their phrases; reprints count as one text.

    Args:
        texts: Article id → its text.

    Returns:
        Article id → its phrases; how many families have the short ones, and the long ones.
    """
    vocabulary: Vocabulary = {}
    phrases = {id_: Phrases(text, vocabulary) for id_, text in texts.items()}
    short = Table(_by_family(texts, lambda id_: phrases[id_].short()))
    long = Table(_by_family(texts, lambda id_: phrases[id_].long(short)))
    return phrases, short, long


def _by_family(texts: Mapping[str, Text], hashes: Callable[[str], Hashes]) -> Iterator[Hashes]:
    """What the texts of each family have together, each once."""
    members: dict[str, list[str]] = {}
    for id_, text in texts.items():
        members.setdefault(text.family, []).append(id_)
    for ids in members.values():
        found = [hashes(id_) for id_ in ids]
        yield found[0] if len(found) == 1 else _distinct(np.concatenate(found))


def _distinct(hashes: Hashes) -> Hashes:
    """The same, each once, rising."""
    hashes.sort()
    first = np.ones(len(hashes), bool)
    first[1:] = hashes[1:] != hashes[:-1]
    return hashes[first]


def kind(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """What words are, by their numbers: `NOTHING`, `SYLLABLE` or `WORD`, and perhaps `EXACT`."""
    kinds: npt.NDArray[np.uint8] = (numbers & _KIND).astype(np.uint8)
    return kinds


def _learn(learned: dict[str, int], word: str, lang: str) -> int:
    """A number for a word, the same on every machine, whose last bits are what it is; never 0."""
    digest = hashlib.blake2b(word.encode(), digest_size=8).digest()
    if len(word) == 1 or _NUMBER.fullmatch(word):
        its = NOTHING
    else:
        its = SYLLABLE if _SYLLABLE.fullmatch(vietnamese.fold(word)) else WORD
    if any(character.isdigit() for character in word):
        its |= EXACT
    number = int.from_bytes(digest) >> _BITS << _BITS | its
    if word in stop_words.FIRST.get(lang, _NONE):
        number |= int(_NOT_FIRST)
    if word in stop_words.LAST.get(lang, _NONE):
        number |= int(_NOT_LAST)
    learned[word] = number
    return number

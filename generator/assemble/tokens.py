"""The words of many texts as one row of numbers, which is counted at little cost.

Words are numbered as they come, alike in all languages. What a word is, and whether a phrase may
begin or end with it, is found out once for each and not for each time it stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from generator import vietnamese
from generator.assemble import stop_words

READ = 4_000
"""Words of a text that are read; a speech of two hours has said what it is about by then."""

AT_ONCE = 500
"""Texts whose words are placed at once."""

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

    def parted(self, begins: Numbers, ends: Numbers) -> tuple[Flags, Flags]:
        """Whether phrases that begin, and end, with some words are parted from those around them.

        They are where running text ends, and by words that only join others.
        """
        before, after = np.maximum(begins - 1, 0), np.minimum(ends + 1, len(self.words) - 1)
        left = self.joined[before] & self.last[before] & (before < begins)
        right = self.joined[ends] & self.first[after]
        return ~left, ~right

    def phrase(self, at: int, length: int) -> str:
        """So many words from a certain one on, as they are the same in all texts."""
        return " ".join([self.vocabulary[one] for one in self.words[at : at + length].tolist()])


def read(texts: Iterable[Text]) -> Row:
    """Read texts, of each the first `READ` words.

    What stands between two spaces is taken apart once, however often it comes. Costs about 0.2 ms
    for a text of 400 words, and 25 bytes a word.
    """
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    families: dict[str, int] = {}
    its: list[int] = []
    langs: list[str] = []
    titles: list[int] = []
    rows: list[Numbers] = []
    for text in texts:
        # The end of a line is a piece of its own; `_places` takes both spaces off again.
        pieces = text.key.replace("\n", " \n ").split(" ")
        rows.append(np.fromiter(map(numbers.__getitem__, pieces), np.int32, len(pieces)))
        its.append(families.setdefault(text.family, len(families)))
        langs.append(text.lang)
        titles.append(len(text.title))
    known = _Pieces(list(numbers))
    places = _all_places(known, rows)
    counts = np.bincount(places.texts, minlength=len(its))
    return Row(
        words=places.words,
        texts=places.texts,
        starts=places.starts,
        ends=places.ends,
        joined=places.joined,
        first=_allowed(places, known.words, langs, stop_words.FIRST),
        last=_allowed(places, known.words, langs, stop_words.LAST),
        headline=places.ends <= np.array(titles, np.int32)[places.texts],
        bounds=np.concatenate([[0], np.cumsum(counts)]),
        langs=langs,
        families=np.array(its, np.int32),
        vocabulary=list(known.words),
        kinds=np.array([_kind(word) for word in known.words], np.uint8),
    )


class _Pieces:
    """What stands between two spaces: the words of each piece, all in one row."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.words: defaultdict[str, int] = defaultdict()
        self.words.default_factory = self.words.__len__
        found = [
            [(self.words[match[0]], *match.span()) for match in _TOKEN.finditer(piece)]
            for piece in pieces
        ]
        columns = np.array([one for its in found for one in its], np.int32).reshape(-1, 3)
        self.numbers, self.starts, self.ends = columns.T
        self.counts = np.array([len(its) for its in found], np.int32)
        self.lengths = np.array([len(piece) for piece in pieces], np.int32)
        self.breaks = np.array([piece == "\n" for piece in pieces], np.int32)


class _Places(NamedTuple):
    """The first columns of `Row`."""

    words: Numbers
    texts: Numbers
    starts: Numbers
    ends: Numbers
    joined: Flags


def _all_places(known: _Pieces, rows: Sequence[Numbers]) -> _Places:
    """Find where the words of all texts stand: some texts at a time, since it takes much memory.

    Args:
        known: The pieces by their numbers.
        rows: Those of each text.
    """
    parts = [_places(known, [])]
    for start in range(0, len(rows), AT_ONCE):
        some = _places(known, rows[start : start + AT_ONCE])
        parts.append(some._replace(texts=some.texts + np.int32(start)))
    return _Places(*map(np.concatenate, zip(*parts, strict=True)))


def _places(known: _Pieces, rows: Sequence[Numbers]) -> _Places:
    """The same of some texts, as if there were no others."""
    sizes = np.array([len(row) for row in rows], np.int64)
    pieces = np.concatenate([np.empty(0, np.int32), *rows])
    counts = known.counts[pieces]
    piece = np.repeat(np.arange(len(pieces), dtype=np.int32), counts)
    texts = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[piece]
    skipped = np.cumsum(known.counts, dtype=np.int32) - known.counts
    one = np.arange(len(piece), dtype=np.int32)
    one += np.repeat(skipped[pieces] - (np.cumsum(counts, dtype=np.int32) - counts), counts)
    starts = _starts(known, pieces, sizes)
    first = np.searchsorted(texts, np.arange(len(sizes)))
    read = np.arange(len(piece), dtype=np.int32) - first.astype(np.int32)[texts] < READ
    if not read.all():
        piece, texts, one = piece[read], texts[read], one[read]
    joined = np.zeros(len(piece), bool)
    joined[:-1] = (
        (piece[1:] - piece[:-1] == 1)
        & (texts[1:] == texts[:-1])
        & (known.ends[one[:-1]] == known.lengths[pieces[piece[:-1]]])
        & (known.starts[one[1:]] == 0)
    )
    return _Places(
        known.numbers[one],
        texts,
        starts[piece] + known.starts[one],
        starts[piece] + known.ends[one],
        joined,
    )


def _starts(known: _Pieces, pieces: Numbers, sizes: npt.NDArray[np.int64]) -> Numbers:
    """Where in its text each piece starts."""
    widths = np.cumsum(known.lengths[pieces] + 1 - 2 * known.breaks[pieces])
    starts = np.concatenate([[0], widths])
    begins = np.concatenate([[0], np.cumsum(sizes)])
    within: Numbers = (starts[:-1] - np.repeat(starts[begins[:-1]], sizes)).astype(np.int32)
    return within


def _allowed(
    places: _Places,
    numbers: Mapping[str, int],
    langs: Sequence[str],
    joining: Mapping[str, AbstractSet[str]],
) -> Flags:
    """Of each word, whether it is none of those that only join others in its language."""
    known = sorted(set(langs))
    table = np.ones((len(known), len(numbers)), bool)
    for row, lang in enumerate(known):
        for word in joining.get(lang, frozenset()) & numbers.keys():
            table[row, numbers[word]] = False
    rows = np.array([known.index(lang) for lang in langs], np.int8)[places.texts]
    allowed: Flags = table[rows, places.words]
    return allowed


def _kind(word: str) -> int:
    """What a word is."""
    if len(word) == 1 or _NUMBER.fullmatch(word):
        its = NOTHING
    else:
        its = SYLLABLE if _SYLLABLE.fullmatch(vietnamese.fold(word)) else WORD
    return its | EXACT if any(character.isdigit() for character in word) else its

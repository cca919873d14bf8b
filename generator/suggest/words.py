"""Running text as words: what the grammars of both languages read, and tables of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.vietnamese import compare_key, fold

# A word with its hyphens and apostrophes, or one sign; a possessive 's is not of the word.
_TOKEN = re.compile(r"\w+(?:[-’'](?!s\b)\w+)*|[^\w\s]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:uay|uoi|uou|uya|uye|uyu|oai|oay|oeo|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|"
    r"uo|uu|uy|ye|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
INITIAL = 1

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""First word → phrases that begin with it, the longest first; all in lower case."""


def phrases(names: Iterable[str]) -> Phrases:
    """A table of phrases for `Line.phrase`."""
    table: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(_TOKEN.findall(compare_key(name).casefold()))
        if words:
            table.setdefault(words[0], set()).add(words)
    return {
        first: tuple(sorted(found, key=lambda words: (-len(words), words)))
        for first, found in table.items()
    }


def is_syllable(word: str) -> bool:
    """Whether a word could be one syllable of Vietnamese, with or without its diacritics."""
    return bool(_SYLLABLE.fullmatch(fold(word)))


@dataclass(slots=True)
class Line:
    """A stretch of running text.

    Attributes:
        text: As read, NFC.
        words: Its words and signs, in order.
        low: The same in lower case, with tone marks in one placement.
        capitals: Whether a word of a name may stand there: `Sơn`, `A`, `Ki-moon`, but no `SƠN`.
    """

    text: str
    words: list[str]
    low: list[str]
    capitals: list[bool]
    _starts: list[int] = field(default_factory=list)

    @property
    def starts(self) -> list[int]:
        """Where each word begins in `text`; few lines name anybody, so found when asked for."""
        if not self._starts:
            self._starts = [match.start() for match in _TOKEN.finditer(self.text)]
        return self._starts

    def __len__(self) -> int:
        """How many words and signs."""
        return len(self.words)

    def phrase(self, table: Phrases, at: int) -> int:
        """How many words of a phrase of the table stand here; 0 for none."""
        if at >= len(self.low):
            return 0
        for words in table.get(self.low[at], ()):
            if len(words) == 1 or tuple(self.low[at : at + len(words)]) == words:
                return len(words)
        return 0

    def capital(self, at: int) -> bool:
        """Whether there is a word here, and one of a name may stand in its place."""
        return 0 <= at < len(self.capitals) and self.capitals[at]

    def acronym(self, at: int) -> bool:
        """Whether a word all in capitals stands here."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        return len(word) > INITIAL and word.isupper() and word.isalnum()

    def is_(self, at: int, words: Iterable[str]) -> bool:
        """Whether one of these words or signs stands here; they are in lower case."""
        return 0 <= at < len(self.low) and self.low[at] in words

    def stop(self, end: int) -> int:
        """Where in `text` the words before `end` end."""
        return self.starts[end - 1] + len(self.words[end - 1])

    def cut(self, start: int, end: int) -> str:
        """The text from one word up to another, as it stands."""
        if start >= end:
            return ""
        return self.text[self.starts[start] : self.stop(end)]


def read(text: str) -> Line:
    """Split a text into words; NFC in."""
    words: list[str] = _TOKEN.findall(text)
    return Line(
        text,
        words,
        [word.lower() for word in _TOKEN.findall(compare_key(text))],
        [word[0].isupper() and (len(word) == INITIAL or not word.isupper()) for word in words],
    )

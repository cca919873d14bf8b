"""Names of people: what in them may stand alone, behind a post or "ông", for all of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator import surnames, vietnamese
from generator.model import Entity

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvxđ])?"
    r"[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_FOLDED = frozenset(map(vietnamese.fold, surnames.FREQUENT))
_UNMISTAKABLE = 4  # letters: without its marks "Đỗ" is an English verb
_MOST, _LEAST = 6, 2


_SURE = surnames.SURE | {
    vietnamese.fold(name).capitalize() for name in surnames.SURE if len(name) >= _UNMISTAKABLE
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a person's name that may stand for all of it.

    Attributes:
        text: The word: `Sơn`, `Biden`, `Jong-un`.
        name: All words of the name that it ends or begins.
        given: Whether the words before it may stand with it (`Thu Hằng` for `Lê Thị Thu Hằng`).
    """

    text: str
    name: tuple[str, ...]
    given: bool


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable, with or without its marks."""
    return bool(_SYLLABLE.fullmatch(vietnamese.fold(word)))


@lru_cache(maxsize=1 << 14)
def is_family(word: str) -> bool:
    """Whether a capitalised word may be a family name, with or without its marks."""
    return word in surnames.FREQUENT or (word.isascii() and word.lower() in _FOLDED)


def is_surely_family(word: str) -> bool:
    """Whether a capitalised word is hardly anything else, with or without its marks."""
    return word in _SURE


def is_vietnamese(record: Entity) -> bool:
    """Whether a person's name is formed the Vietnamese way: family name first, given name last.

    It is written alike in English but for its marks ("Bùi Thanh Sơn" is "Bui Thanh Son", while
    "Tập Cận Bình" is "Xi Jinping", whose given name is not his last syllable), and begins with a
    Vietnamese family name or ends, as the record says, with the given one.
    """
    name = record.name.vi or record.name.en
    words = name.split()
    return (
        _LEAST <= len(words) <= _MOST
        and all(map(is_syllable, words))
        and vietnamese.fold(record.name.en or name) == vietnamese.fold(" ".join(words))
        and (
            vietnamese.fold(words[0]) in _FOLDED
            or (bool(record.given) and name.endswith(record.given))
        )
    )


def parts(record: Entity) -> Iterator[Part]:
    """The parts of a person's names that may stand alone, in either language's spelling.

    Of a Vietnamese name that is the given name. Of others nobody can tell the family name by its
    place (Joe Biden, Kishida Fumio), so that the first word and the last are; of a name that is
    foreign and written in Vietnamese syllables (Tập Cận Bình) the first.
    """
    if is_vietnamese(record):
        for name in (record.name.vi, record.name.en):
            words = tuple(name.split())
            for spelt in dict.fromkeys((words, tuple(map(without_marks, words)))):
                if spelt:
                    yield Part(text=spelt[-1], name=spelt, given=True)
        return
    for name in dict.fromkeys((record.name.vi, record.name.en, *record.aliases)):
        words = tuple(name.split())
        if len(words) < _LEAST or not all(word[0].isupper() for word in words):
            continue
        ends = words[:1] if all(map(is_syllable, words)) else (words[0], words[-1])
        for word in dict.fromkeys(ends):
            if len(word) > 1 and not word.endswith("."):
                yield Part(text=word, name=words, given=False)


def without_marks(word: str) -> str:
    """A word as English prints it: without its marks, its case kept."""
    folded = vietnamese.fold(word)
    return folded.capitalize() if word[:1].isupper() else folded

"""Reprints: pairs of articles that print one text, told by comparing the texts.

The words count, not how they are set: case, typography and the place of tone marks do not matter,
nor do a dateline, a byline or a caption more or less. Two texts are one when most words of the
shorter one stand in the longer one in the same order; so a copy that was cut is a reprint, and two
accounts of one event are none, though they quote the same speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble import sketches
from generator.assemble.alignment import Alignment, align
from generator.assemble.works import Work
from generator.vietnamese import compare_key

SHARE = 0.6
"""Part of the shorter text's words that a reprint has in common with the other at least."""

LEAST = 30
"""Words a text needs to be compared: two sentences. Of less nobody can say who printed whom."""

LONGEST = 8_000
"""Words that are compared at most, from the beginning: bounds what a book may cost."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text to compare.

    Attributes:
        id: Article id.
        lang: Its language; texts in two languages are never reprints.
        words: Its words, as `words` gives them.
    """

    id: str
    lang: str
    words: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles with one text.

    Attributes:
        first: The smaller id.
        second: The greater id.
        share: How much of the shorter text's words both have in the same order, in percent.
    """

    first: str
    second: str
    share: int


def words(plain: str) -> list[str]:
    """The words of a text as read, as they are compared: lower case, one placement of tones."""
    return _WORD.findall(compare_key(plain).lower())[:LONGEST]


def texts(works: Iterable[tuple[Work, Mapping[str, str]]]) -> dict[str, Text]:
    """Article id → its text to compare, the one in its own language.

    Args:
        works: Articles, each with its bodies as read, by language.
    """
    return {
        work.id: Text(id=work.id, lang=work.original.lang, words=words(plains[work.original.lang]))
        for work, plains in works
        if work.original.lang in plains
    }


def pairs(given: Iterable[Text]) -> tuple[Pair, ...]:
    """Find all pairs of articles that print one text.

    Costs n·log n in the number of texts: `sketches` says how most pairs are never looked at.

    Returns:
        Each pair once, in order of their ids; the order of `given` does not matter.
    """
    compared = sorted((text for text in given if len(text.words) >= LEAST), key=lambda x: x.id)
    numbers = sketches.Words()
    hashed = [numbers.numbers(text.words) for text in compared]
    found = []
    for one, other in sketches.candidates(hashed):
        first, second = compared[one], compared[other]
        if first.lang == second.lang:
            aligned = align(first.words, second.words)
            if is_reprint(aligned):
                found.append(Pair(first=first.id, second=second.id, share=percent(aligned)))
    return tuple(found)


def is_reprint(aligned: Alignment) -> bool:
    """Whether two texts that were laid side by side are one."""
    return aligned.share >= SHARE


def percent(aligned: Alignment) -> int:
    """The share in percent, rounded down: only what is whole is 100 %."""
    return 100 * aligned.common // aligned.words if aligned.words else 0


def comparable(first: Text, second: Text) -> bool:
    """Whether two texts can be compared at all: in one language, and neither a mere line."""
    return first.lang == second.lang and min(len(first.words), len(second.words)) >= LEAST


def shares(
    given: Mapping[str, Text], between: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], int]:
    """How much two given texts have in common, in percent, for those that can be compared.

    Args:
        given: Article id → its text.
        between: Pairs of article ids; what has no text is passed over.
    """
    return {
        (one, other): percent(align(given[one].words, given[other].words))
        for one, other in between
        if one in given and other in given and comparable(given[one], given[other])
    }

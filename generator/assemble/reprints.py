"""Reprints: pairs of articles that print one text, told by comparing the texts.

The words count, not how they are set: case, typography and the place of tone marks do not matter,
nor do a dateline, a byline or a caption more or less. Two texts are one when most words of the
shorter one stand in the longer one in the same order; so a copy that was cut is a reprint, and two
accounts of one event are none, though they quote the same speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble import sketches
from generator.assemble.alignment import Alignment, align
from generator.assemble.works import Work
from generator.vietnamese import compare_key

SHARE = 0.6
"""Part of the shorter text's words that a reprint has in common with the other at least.

Measured on the labelled pairs of `tests/gold/reprints/` (F1 .99): all of the same text or a cut one
have .80 or more, and six of seven edited ones .6 or more. Two texts with a paragraph of
background or a long quotation in common have at most .55, two accounts of one event .49, retold
ones .21, news of one field .07. One serial notice has .58."""

EDITED, REST = 0.5, 0.35
"""From here on a text is taken for an edited reprint if it has that much in common also without
the longest stretch: copies that were worked over have .44 or more there, whereas background and
quotations in common leave at most .15."""

SAME_FIGURES = 0.8
"""Part of the shorter text's figures that an edited reprint must have: who edits a text keeps its
figures (.86 or more), who fills a form changes them (of five or more, at most .64 stay)."""

FRAME, FIGURES = 0.5, 6
"""With so many figures or more, of which less than a half are the same, two texts are one form
filled twice (rates of exchange, prices), however many words they have in common."""

LEAST = 30
"""Words a text needs to be compared: two sentences. Of less nobody can say who printed whom."""

LONGEST = 8_000
"""Words that are compared at most, from the beginning: bounds what a book may cost."""

_WORD = re.compile(r"\w+")


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
    return _WORD.findall(compare_key(plain).lower().replace("_", " "))[:LONGEST]


def texts(works: Iterable[tuple[Work, Mapping[str, str]]]) -> dict[str, Text]:
    """Article id → its text to compare, the one in its own language.

    Args:
        works: Articles, each with its bodies as read, by language.
    """
    known: dict[str, str] = {}  # each word once, however many texts have it
    made = {}
    for work, plains in works:
        lang = work.original.lang
        if lang in plains:
            own = [known.setdefault(word, word) for word in words(plains[lang])]
            made[work.id] = Text(id=work.id, lang=lang, words=own)
    return made


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
            if is_reprint(aligned, *same_figures(first.words, second.words)):
                found.append(Pair(first=first.id, second=second.id, share=percent(aligned)))
    return tuple(found)


def is_reprint(aligned: Alignment, same: int, figures: int) -> bool:
    """Whether two texts that were laid side by side are one.

    Args:
        aligned: What they have in common.
        same: How many figures both have.
        figures: How many the one that has fewer has.
    """
    if aligned.share >= SHARE:
        return figures < FIGURES or same >= FRAME * figures
    edited = aligned.share >= EDITED and aligned.rest >= REST
    return edited and same >= SAME_FIGURES * figures


def same_figures(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """How many figures two texts share, and how many the one with fewer has."""
    one, other = (Counter(filter(str.isdecimal, words)) for words in (first, second))
    return (one & other).total(), min(one.total(), other.total())


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

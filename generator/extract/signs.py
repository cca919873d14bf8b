"""What each line of a page shows by itself, in numbers: the first half of what the model sees.

Nothing here depends on a language but two columns: what the words of short lines are worth
(`words_sum`, `words_least`; English words, learned) and the kind of phrase (`phrase`; Vietnamese
and English, from the profiles). Everything else is form, so that a page in any language is judged
by the same numbers.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

from generator.extract.page import Decided, Line, Page
from generator.model import BlockKind, Role

COLUMNS = (
    "chars",  # natural logarithm of one more than the number of characters
    "words",  # words, at most 400
    "links",  # share of the text that is links, 0-1
    "ends",  # 0: no stop at the end; 1: a full stop or the like; 2: a colon or semicolon
    "stops",  # sentences that end inside the line
    "commas",  # commas a word
    "capitals",  # share of capitalised words among the first ones, the very first left out
    "digits",  # share of digits among the first characters
    "shouted",  # all capitals
    "kind",  # number of the form, see `_KINDS`
    "level",  # of a heading or list
    "prose",  # reads like a paragraph
    "repeats",  # natural logarithm of how often the page prints the line
    "title_in_line",  # share of the words of the page's title that the line has
    "line_in_title",  # share of the words of the line that the page's title has
    "decided",  # number of the role that a rule is certain of; -1 for none
    "vote",  # number of the role that a rule takes it for without being certain; -1 for none
    "figures",  # a year, or numbers as in dates and times
    "small_start",  # begins with a small letter
    "bullet",  # begins with a bullet, an arrow or the like
    "marks",  # how many of | © » · it has
    "asks",  # has a question mark
    "words_sum",  # what its words are worth, for a short line
    "words_least",  # what the worst of its words is worth
    "phrase",  # number of the kind of phrase, see `_PHRASES`
    "quotes",  # has a quotation mark
    "address",  # has an address of the web or of mail
    "bold",  # all of it is bold
)
"""Columns of the table, in order."""

COLUMN = {name: number for number, name in enumerate(COLUMNS)}

ROLES = tuple(Role)
"""A role is known to the model by its place here; append only, or train again."""

_KINDS = {kind: float(number) for number, kind in enumerate(BlockKind)}
_PHRASES = ("widget-run", "navigation", "section", "related-heading", "widget")
_HEAD_CHARS = 160
_HEAD_WORDS = 24
_SHORT_WORDS = 25
_MOST_WORDS = 400
_SCORED = 14
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[/.:-]\d{1,2}")
_CLOSING = " \t\"'”’»)]*_"
_STOPS = tuple(".!?…。！？।؟")
_COLONS = tuple(":;：；")
_BULLETS = tuple("•-–*>»|▪●►+")


def measure(
    page: Page, decided: Decided, votes: Decided, worth: Mapping[str, float], title: str
) -> list[tuple[float, ...]]:
    """A row for each line of the page.

    Args:
        page: The page.
        decided: What rules are certain of.
        votes: What rules take other lines for.
        worth: Word → natural logarithm of how much likelier it is in a short line of a story than
            in one of the furniture.
        title: The page's title; empty if unknown.

    Returns:
        Rows of `COLUMNS`.
    """
    repeats = Counter(line.key for line in page.lines)
    wanted = frozenset(word.casefold() for word in _WORD.findall(title))
    numbers = {role: float(number) for number, role in enumerate(ROLES)}
    known = page.profile.phrases
    phrases = [(float(n), known[k]) for n, k in enumerate(_PHRASES, start=1) if k in known]
    return [
        _row(
            line,
            repeats[line.key],
            (
                numbers[decided[i].role] if i in decided else -1.0,
                numbers[votes[i].role] if i in votes else -1.0,
                next((number for number, keys in phrases if line.key in keys), 0.0),
            ),
            worth,
            wanted,
        )
        for i, line in enumerate(page.lines)
    ]


def _row(
    line: Line,
    repeats: int,
    known: tuple[float, float, float],
    worth: Mapping[str, float],
    wanted: frozenset[str],
) -> tuple[float, ...]:
    block, words = line.block, line.words
    role, vote, phrase = known
    text = block.text
    head = text[:_HEAD_CHARS]
    bare = text.rstrip(_CLOSING)
    total, least, in_line, in_title = _words(text, words, worth, wanted)
    digits = len(_DIGIT.findall(head))
    stops, commas, marks, quotes = _ascii_marks(text) if text.isascii() else _marks(text)
    return (
        math.log1p(len(text)),
        min(words, _MOST_WORDS),
        block.link_density,
        1.0 if bare.endswith(_STOPS) else 2.0 if bare.endswith(_COLONS) else 0.0,
        stops,
        commas / (words or 1),
        _capitals(head),
        digits / (len(head) or 1),
        text.isupper(),
        _KINDS[block.kind],
        block.level,
        line.prose,
        math.log(repeats),
        in_line,
        in_title,
        role,
        vote,
        digits > 1 and _FIGURES.search(head) is not None,
        text[:1].islower(),
        text.startswith(_BULLETS),
        marks,
        "?" in text,
        total,
        least,
        phrase,
        quotes,
        "@" in text or "http" in text,
        bool(block.inlines) and _bold(line),
    )


def _ascii_marks(text: str) -> tuple[int, int, int, bool]:
    """As `_marks`, of a text that can have but few of them."""
    stops = text.count(". ") + text.count("? ") + text.count("! ")
    return stops, text.count(","), text.count("|"), '"' in text


def _marks(text: str) -> tuple[int, int, int, bool]:
    """Sentences that end inside a text, commas, bars and the like, and whether it quotes."""
    return (
        text.count(". ") + text.count("? ") + text.count("! ") + text.count("。"),
        text.count(",") + text.count("，") + text.count("、"),
        text.count("|") + text.count("©") + text.count("»") + text.count("·"),
        '"' in text or "“" in text,
    )


def _capitals(head: str) -> float:
    rest = head.split(None, _HEAD_WORDS)[1:_HEAD_WORDS]
    if not rest:
        return 0.0
    return sum([word[0].isupper() for word in rest]) / len(rest)


def _words(
    text: str, count: int, worth: Mapping[str, float], wanted: frozenset[str]
) -> tuple[float, float, float, float]:
    """Worth of a short line's words, the least of it, and what it shares with the title."""
    if count > _SHORT_WORDS:
        return 0.0, 0.0, 0.0, 0.0
    if text.isascii():
        found = _WORD.findall(text.lower())
    else:
        found = [word.casefold() for word in _WORD.findall(text)]
    values = [worth[word] for word in found[:_SCORED] if word in worth]
    shared = len(wanted.intersection(found))
    return (
        sum(values),
        min(values, default=0.0),
        shared / (len(wanted) or 1),
        shared / (len(found) or 1),
    )


def _bold(line: Line) -> bool:
    runs = line.block.inlines
    return bool(runs) and all(run.strong or not run.text.strip() for run in runs)

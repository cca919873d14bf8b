"""Dates that a text spells out: `22 tháng 10 năm 2021`, `October 22, 2021`.

Dates in digits are tokens already; these are found among the tokens, so that a date is found
in whatever form it was written and in whatever form it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.press.search.words import keys_of

_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
ENGLISH = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
VIETNAMESE = frozenset({"tháng", "thang"})
MONTHS = VIETNAMESE | ENGLISH.keys()
"""Tokens that a date in words is known by."""

_YEARS = frozenset({"năm", "nam"})
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"[12]\d{3}")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[/-](\d{4})")
_MONTH = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Span:
    """A date in words.

    Attributes:
        start: Position of its first token.
        end: Position after its last.
        keys: Its keys, the fullest first.
    """

    start: int
    end: int
    keys: tuple[str, ...]


def find(tokens: Sequence[str], places: Sequence[int] | None = None) -> list[Span]:
    """All dates in words, in order.

    Args:
        tokens: As `words.cut` gives them.
        places: Positions of the tokens in `MONTHS`, where they are known.
    """
    if places is None:
        places = [place for place, token in enumerate(tokens) if token in MONTHS]
    spans = (_at(tokens, place) for place in places)
    return [span for span in spans if span and span.keys]


def _at(tokens: Sequence[str], place: int) -> Span | None:
    if tokens[place] in VIETNAMESE:
        return _vietnamese(tokens, place)
    return _english(tokens, place, ENGLISH[tokens[place]])


def _vietnamese(tokens: Sequence[str], place: int) -> Span | None:
    start, end = place, place + 2
    following = _token(tokens, place + 1)
    year = 0
    if both := _MONTH_AND_YEAR.fullmatch(following):
        month, year = int(both[1]), int(both[2])
    elif _MONTH.fullmatch(following):
        month = int(following)
        skip = _token(tokens, end) in _YEARS
        if _YEAR.fullmatch(_token(tokens, end + skip)):
            year = int(tokens[end + skip])
            end += skip + 1
    else:
        return None
    day = _day(tokens, place - 1)
    start -= bool(day)
    return Span(start, end, keys_of(year, month, day))


def _english(tokens: Sequence[str], place: int, month: int) -> Span | None:
    start, end = place, place + 1
    day = _day(tokens, place - 1)
    if day:
        start -= 1
    else:
        day = _day(tokens, end)
        end += bool(day)
    year = 0
    if _YEAR.fullmatch(_token(tokens, end)):
        year = int(tokens[end])
        end += 1
    return Span(start, end, keys_of(year, month, day)) if day or year else None


def _day(tokens: Sequence[str], place: int) -> int:
    """The day that a token is; 0 if it is none."""
    found = _DAY.fullmatch(_token(tokens, place))
    number = int(found[1]) if found else 0
    return number if number <= 31 else 0  # noqa: PLR2004 - days of a month


def _token(tokens: Sequence[str], place: int) -> str:
    return tokens[place] if 0 <= place < len(tokens) else ""

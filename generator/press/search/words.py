"""Words as search sees them: cut out of a text, folded to a key, told apart by their accents.

The same functions stand in `overrides/assets/javascripts/search/words.js`;
`tests/search/test_twins.py` holds both to the same answers.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator import vietnamese

# A date in digits, a month and its year, a day and its month, a number with its separators;
# else letters and digits, with marks that no form of Unicode joins and an English genitive.
# Without groups, so that `findall` gives the tokens themselves; words first, being the most.
_DAY_OR_MONTH, _YEAR = "[0-9]{1,2}", "[0-9]{4}"
_DATES = "|".join(
    sign.join(parts)
    for parts in ((_DAY_OR_MONTH, _DAY_OR_MONTH, _YEAR), (_YEAR, _DAY_OR_MONTH, _DAY_OR_MONTH))
    for sign in ("/", r"\.", "-")
)
_TAIL = r"[^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*(?:['’]s(?![^\W_]))?"
_TOKEN = re.compile(
    rf"[^\W\d_]{_TAIL}"
    rf"|(?:(?<![0-9])(?:{_DATES})"
    r"|(?<![0-9/.-])[0-9]{1,2}[/-][0-9]{4}"
    r"|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?!/)"
    r"|[0-9]+(?:[.,][0-9]+)+)(?![0-9])"
    rf"|[^\W_]{_TAIL}"
)
_SEPARATORS = re.compile(r"[/.,-]")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_TONES = {"\u0300": 1, "\u0301": 2, "\u0303": 3, "\u0309": 4, "\u0323": 5}
# Circumflex and breve count alike on every vowel; the horn differs, for ưo, uơ and ươ.
_MARKS = {"\u0302": 1, "\u0306": 2}
_HORN = "\u031b"
_HORNS = {"o": 3, "u": 4}
_OTHER, _PLURAL, _MOST = 6, 8, 9
_STROKE = 10
CODES = 128
"""More than any code of `Reading`; a pair's code is that of its first word times this, and more."""

_SHORTEST_PLURAL = 5
_DAYS, _MONTHS = 31, 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What a token is to search.

    Attributes:
        key: Folded; what a reader types without an input method. A date is `2021-10-22`,
            `2021-10` or `--10-22`, whatever form it has in the text.
        code: What the key leaves out, 0–119: tone and letters' marks, wherever they were placed.
        extra: Keys that the token answers to besides: month and year of a date.
    """

    key: str
    code: int = 0
    extra: tuple[str, ...] = ()


def cut(text: str) -> list[str]:
    """The tokens of a text, in order, in lower case."""
    return _TOKEN.findall(vietnamese.nfc(text).lower())


def read(token: str) -> tuple[Reading, ...]:
    """What a token of `cut` is: one reading, or several where it only looked like a date."""
    if "0" <= token[0] <= "9" and _SEPARATORS.search(token):
        return _number(token)
    word = spelling(token)
    key = vietnamese.fold(word)
    if word.isascii():
        singular = _singular(key)
        return (Reading(singular, 6 * _PLURAL if singular != key else 0),)
    return (Reading(key, code(word)),)


def spelling(token: str) -> str:
    """A token without an English genitive."""
    return token[:-2] if token[-2:] in {"'s", "’s"} else token


def code(word: str) -> int:
    """Tone and marks of a word as a number below `CODES`, wherever the tone was placed.

    Two spellings of one Vietnamese syllable have one code; two syllables with one key have two.
    """
    tone, marks, stroke, base = 0, 0, 0, ""
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in _TONES:
            tone = _TONES[character]
        elif character == _HORN:
            marks += _HORNS.get(base, _OTHER)
        elif unicodedata.combining(character):
            marks += _MARKS.get(character, _OTHER)
        elif character == "đ":
            stroke = _STROKE
        elif character in "aeiouy":
            base = character
    return tone + 6 * (min(marks, _MOST) + stroke)


def _singular(key: str) -> str:
    """An English word without the s of its plural; no Vietnamese syllable ends in s.

    Source:
        After Harman, "How effective is suffixing?", JASIS 42(1), 1991, the S stemmer.
    """
    if len(key) < _SHORTEST_PLURAL or key[-1] != "s" or key[-2] in "sui":
        return key
    if key.endswith("ies"):
        return f"{key[:-3]}y"
    if key.endswith(("sses", "shes", "ches", "xes")):
        return key[:-2]
    return key[:-1]


def _number(token: str) -> tuple[Reading, ...]:
    parts = _SEPARATORS.split(token)
    if "," not in token:
        known = _date(parts, token)
        if known:
            return (Reading(known[0], 0, known[1:]),)
    if "/" in token or "-" in token:
        return tuple(Reading(part) for part in parts)
    return (Reading(("" if _THOUSANDS.fullmatch(token) else ".").join(parts)),)


def _date(parts: list[str], token: str) -> tuple[str, ...]:
    """Keys of a date in digits, the fullest first; empty if it is none."""
    numbers = [int(part) for part in parts]
    match [len(part) for part in parts]:
        case [4, _, _]:
            return keys_of(*numbers)
        case [_, _, 4]:
            return keys_of(*numbers[::-1])
        case [_, 4] if "." not in token:
            return keys_of(numbers[1], numbers[0], 0)
        case [_, _] if "/" in token:
            return keys_of(0, numbers[1], numbers[0])
    return ()


def keys_of(year: int, month: int, day: int) -> tuple[str, ...]:
    """Keys of a date, the fullest first; 0 is unknown. Empty if there is no such date.

    The day comes before the month, as in Vietnam, unless there is no such month.
    """
    if month > _MONTHS >= day > 0:
        month, day = day, month
    if not (1 <= month <= _MONTHS and day <= _DAYS and (day or year)):
        return ()
    if year and not 1000 <= year <= 2999:  # noqa: PLR2004 - four digits that are a year
        return ()
    of_month = (f"{year:04}-{month:02}", f"{year:04}") if year else ()
    if not day:
        return of_month
    of_day = f"--{month:02}-{day:02}"
    return (f"{year:04}-{month:02}-{day:02}", *of_month, of_day) if year else (of_day,)

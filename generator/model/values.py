"""Values that all nouns are made of: languages, texts in both, dates, and how they are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar_date
from enum import StrEnum

LANGS = ("vi", "en")
"""The languages of the site, the default one first (BCP 47)."""


class BasisKind(StrEnum):
    """How a value is known; the only four answers there are."""

    STATED = "stated"
    """Printed on the page as what it is."""
    URL = "url"
    """Read out of the page's address."""
    INFERRED = "inferred"
    """Concluded from something else on the page; the rule says from what."""
    EDITOR = "editor"
    """Written or changed by a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Why we believe a value.

    Attributes:
        kind: How the value is known.
        rule: Name of the rule that found it, e.g. `congluan/date-line`; empty for an editor.
    """

    kind: BasisKind = BasisKind.STATED
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A text in the site's languages; an empty string is "not known"."""

    vi: str = ""
    en: str = ""

    def get(self, lang: str) -> str:
        """The text in `lang`, or in the other language where there is none."""
        return (self.en or self.vi) if lang == "en" else (self.vi or self.en)


# The forms of ISO 8601 that we write: 2021, 2021-12, 2021-12-13, 2021-12-13T06:24:00+07:00.
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?P<offset>Z|[+-]\d\d:\d\d)?)?)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Date:
    """A date as precise as it is known, and no more.

    Attributes:
        year: 1–9999.
        month: 1–12, or 0 where unknown.
        day: 1–31, or 0 where unknown; known only with a month.
        time: `HH:MM:SS`, or empty where unknown; known only with a day.
        offset: `+HH:MM` or `-HH:MM` from UTC, or empty where unknown; only with a time.

    Raises:
        ValueError: Such a day or time does not exist.
    """

    year: int
    month: int = 0
    day: int = 0
    time: str = ""
    offset: str = ""

    def __post_init__(self) -> None:
        calendar_date(self.year, self.month or 1, self.day or 1)
        if (self.day and not self.month) or (self.time and not self.day):
            raise ValueError(f"a date cannot skip a part: {self!r}")
        if self.time and not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d", self.time):
            raise ValueError(f"no such time: {self.time}")
        if self.offset and not (
            self.time and re.fullmatch(r"[+-](?:0\d|1[0-4]):[0-5]\d", self.offset)
        ):
            raise ValueError(f"no such offset: {self.offset}")

    def __str__(self) -> str:
        """ISO 8601, to the precision that is known."""
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return f"{text}T{self.time}{self.offset}" if self.time else text

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read an ISO 8601 date of any precision; seconds may be missing, `Z` is `+00:00`.

        Raises:
            ValueError: The text is not such a date, or no such day exists.
        """
        match = _DATE.fullmatch(text.strip())
        if not match:
            raise ValueError(f"not a date: {text!r}")
        time = match["time"] or ""
        offset = match["offset"] or ""
        return cls(
            year=int(match["year"]),
            month=int(match["month"] or 0),
            day=int(match["day"] or 0),
            time=f"{time}:00" if len(time) == len("HH:MM") else time,
            offset="+00:00" if offset == "Z" else offset,
        )

    def is_before(self, other: Date) -> bool:
        """Whether it certainly lies before another: 2021 is not before 2021-04, nor after it."""
        for own, its in (
            (self.year, other.year),
            (self.month, other.month),
            (self.day, other.day),
        ):
            if not (own and its):
                return False
            if own != its:
                return own < its
        return False

    def day_only(self) -> Date:
        """The same date without its time."""
        return Date(year=self.year, month=self.month, day=self.day)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Interval:
    """From a date to a date, both inclusive; `start == end` is a single date.

    Raises:
        ValueError: The end lies before the start.
    """

    start: Date
    end: Date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"interval ends before it starts: {self}")

    def __str__(self) -> str:
        """ISO 8601: one date, or two with a slash between."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Read `2021-12-13` or `2021-12-13/2021-12-19`.

        Raises:
            ValueError: Not of this form.
        """
        start, slash, end = text.partition("/")
        first = Date.parse(start)
        return cls(start=first, end=Date.parse(end) if slash else first)

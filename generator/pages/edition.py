"""One language's edition of the site: its words, dates, numbers and addresses.

Pages are made once a language; everything that depends on the language goes through here, so
that no other module asks which language it is writing in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, get_day_names
from babel.numbers import format_decimal

from generator.errors import SettingsError
from generator.model import LANGS, Date, Interval

_LOCALES = {"vi": Locale("vi"), "en": Locale("en", "GB")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The site in one language.

    Attributes:
        lang: One of `LANGS`.
        words: Key → interface text; `{name}` are facts given to `say`.
        name: What the archive is called.
        site: Where the site will stand, with a slash at the end; empty if unknown.
    """

    lang: str
    words: Mapping[str, str]
    name: str
    site: str = ""

    @property
    def other(self) -> str:
        """The other language of the site."""
        return LANGS[1] if self.lang == LANGS[0] else LANGS[0]

    def address(self, url: str) -> str:
        """The whole address of a URL of the site; site-absolute where the site's is unknown."""
        return f"{self.site.rstrip('/')}{url}"

    def say(self, key: str, **facts: object) -> str:
        """The interface text under `key`.

        Raises:
            SettingsError: The settings have no such text, or it names a fact there is not.
        """
        try:
            return self.words[key].format(**facts)
        except (KeyError, IndexError, ValueError) as error:
            raise SettingsError(
                f"mkdocs.yml: `extra.words.{self.lang}` needs a text `{key}` "
                f"with the places {sorted(facts)}, not {self.words.get(key)!r}"
            ) from error

    def count(self, key: str, number: int) -> str:
        """A number with its noun in the right plural: `key` is the stem of `….one`, `….other`."""
        form = _plural(number, self.lang)
        return self.say(f"{key}.{form}", n=self.number(number))

    def number(self, number: int) -> str:
        """A number with the language's separators."""
        return _decimal(number, self.lang)

    def date(self, date: Date) -> str:
        """A date in words to the precision that is known, without its time."""
        return self._format(date, f"date.{_precision(date)}")

    def short_date(self, date: Date) -> str:
        """A date in figures, for lists."""
        return self._format(date, f"date.short.{_precision(date)}")

    def weekday(self, date: Date) -> str:
        """A day with its weekday, without its year; for lists within a month."""
        return self._format(date, "date.weekday")

    def full_date(self, date: Date) -> str:
        """A day with its weekday and year."""
        return self._format(date, "date.full")

    def anniversary(self, date: Date) -> str:
        """A day of the year, without the year."""
        return self._format(date, "date.anniversary")

    def month_alone(self, month: int) -> str:
        """A month without its year: `tháng 12`, `December`."""
        return _formatted(calendar_date(2000, month, 1), "LLLL", self.lang)

    def weekdays(self) -> list[tuple[str, str]]:
        """Short and full names of the days of a week, Monday first."""
        locale = _LOCALES[self.lang]
        short = get_day_names("abbreviated", "stand-alone", locale)
        full = get_day_names("wide", "stand-alone", locale)
        return [(short[day], full[day]) for day in range(7)]

    def month_names(self) -> list[str]:
        """The twelve months in the least room: `T1` or `Jan`."""
        return [self._format(Date(year=2000, month=month), "date.column") for month in range(1, 13)]

    def moment(self, date: Date) -> str:
        """A date in words with its time and zone, where these are known."""
        if not date.time:
            return self.date(date)
        zone = f" {_zone(date.offset)}" if date.offset else ""
        time = date.time.removesuffix(":00")
        return self.say("date.moment", date=self.date(date), time=f"{time}{zone}")

    def interval(self, interval: Interval) -> str:
        """A date, or from a date to a date, in words."""
        start, end = interval.start.day_only(), interval.end.day_only()
        if start == end:
            return self.date(start)
        if start.day and end.day and (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{self.date(end)}"
        return f"{self.date(start)} – {self.date(end)}"

    def span(self, start: Date | None, end: Date | None) -> str:
        """From–to of a post; empty if neither is known."""
        if start and end:
            return self.interval(Interval(start=start, end=end)) if start <= end else ""
        if start:
            return self.say("date.since", date=self.date(start))
        return self.say("date.until", date=self.date(end)) if end else ""

    def _format(self, date: Date, key: str) -> str:
        day = calendar_date(date.year, date.month or 1, date.day or 1)
        return _formatted(day, self.say(key), self.lang)


# The same few thousand days stand on many pages, and Babel takes its time for each.
@lru_cache(maxsize=1 << 16)
def _formatted(day: calendar_date, pattern: str, lang: str) -> str:
    return format_date(day, pattern, locale=_LOCALES[lang])


# So do the same few thousand numbers.
@lru_cache(maxsize=1 << 14)
def _decimal(number: int, lang: str) -> str:
    return format_decimal(number, locale=_LOCALES[lang])


@lru_cache(maxsize=1 << 14)
def _plural(number: int, lang: str) -> str:
    return str(_LOCALES[lang].plural_form(number))


def _precision(date: Date) -> str:
    return "day" if date.day else "month" if date.month else "year"


def _zone(offset: str) -> str:
    """`+07:00` as `GMT+7`, `+05:30` as `GMT+5:30`."""
    hours, minutes = offset[1:].split(":")
    return f"GMT{offset[0]}{int(hours)}" + ("" if minutes == "00" else f":{minutes}")


def sentence_case(text: str) -> str:
    """The text with its first letter upper case: months start headings, not sentences."""
    return text[:1].upper() + text[1:]

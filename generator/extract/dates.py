"""Dates as news prints them, in Vietnamese, English and well-formed elsewhere: never made up.

A date here has a day, a month and a year, all printed. A bare year, a range of years
(`2021-2030`), a day without a year, and a number that no calendar has are no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from datetime import date as calendar_date
from functools import lru_cache

from generator.extract import clocks, months
from generator.model import Date

EARLIEST, LATEST = 1900, 2099
"""Years that a news archive may hold, inclusive; anything else is a number."""

_LAST_MONTH = 12
_PAIR = 2
_ONE_MOMENT = timedelta(hours=8)
"""Stamps that lie less than this apart mean one moment: systems that take local time for UTC are
seven hours off."""

_MIDNIGHT = "00:00:00"
_MONTH, _THANG = months.ENGLISH_NAMES, months.VIETNAMESE_NAMES
_WRITTEN = months.WRITTEN_NAMES
_YEAR = r"(?:19|20)\d\d"
_EDGE = r"(?![\d/]|[-.]\d)"  # 22/10/2021 yes; 7/5/1984/3, 2021-10-22-1 and 1.2.2021.3 no

_DAY_FORMS = (
    # 2021-12-13, as machines print it; a time may follow
    rf"(?<![\d/.-])(?P<y1>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)(?=T?\b|T)(?![\d/]|-\d)",
    # 22/10/2021, 22.10.2021, 22-10-2021: the mark is the same twice
    rf"(?<![\d/.-])(?P<d2>\d{{1,2}})(?P<mark>\s?[/.-]\s?)(?P<m2>\d{{1,2}})(?P=mark)(?P<y2>{_YEAR}){_EDGE}",
    # ngày 13 tháng 12 năm 2021, 13 tháng 12, 2021
    rf"(?<!\d)(?P<d3>\d{{1,2}})\s+(?i:tháng)\s+(?P<m3>\d{{1,2}}|(?i:{_THANG}))(?:,?\s+[Nn]ăm|,|/)?\s*(?P<y3>{_YEAR}){_EDGE}",
    # 13 December 2021, Mon, 13 Dec 2021, 13. Dezember 2021, 13 de diciembre de 2021
    rf"(?<!\d)(?P<d4>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de))?[\s-]+(?i:(?P<m4>{_WRITTEN}))\.?,?(?:\s+del?\b)?[\s-]+(?P<y4>{_YEAR}){_EDGE}",
    # December 13, 2021; flattening glues words of neighbouring elements: `by AnnDecember 13, 2021`
    rf"(?:\b|(?<=[a-z\d])(?=[A-Z]))(?i:(?P<m5>{_MONTH}))(?:\.\s*|\s+)(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y5>{_YEAR}){_EDGE}",
    # Tháng Mười Hai 13, 2021
    rf"\b(?i:tháng)\s+(?P<m6>(?i:{_THANG})|\d{{1,2}}(?=\s+\d+,))\s+(?P<d6>\d{{1,2}}),?\s+(?P<y6>{_YEAR}){_EDGE}",
    # 2021/12/13, 2021.12.13
    rf"(?<![\d/.-])(?P<y7>{_YEAR})(?P<slash>[/.])(?P<m7>\d{{1,2}})(?P=slash)(?P<d7>\d{{1,2}})(?![\d/]|[-.]\d)",
    # 2021年12月13日, 2021년 12월 13일
    rf"(?P<y8>{_YEAR})\s?[年년]\s?(?P<m8>\d{{1,2}})\s?[月월]\s?(?P<d8>\d{{1,2}})\s?[日일]",
)
_DAY = re.compile("|".join(_DAY_FORMS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date in a text.

    Attributes:
        date: To the day.
        start: Where it begins.
        end: Where it ends.
        sure: False where day and month could be the other way round (`03/04/2021`).
    """

    date: Date
    start: int
    end: int
    sure: bool = True


def find(text: str) -> tuple[Found, ...]:
    """All full dates of a text, in order; numbers are read day first, as Vietnam writes them."""
    if "20" not in text and "19" not in text:  # most lines of a page
        return ()
    return _found(text)


@lru_cache(maxsize=1024)
def _found(text: str) -> tuple[Found, ...]:
    """As `find`; several rules ask the same line."""
    return tuple(found for match in _DAY.finditer(text) if (found := _read(match)))


def glued(days: tuple[Found, ...]) -> Found | None:
    """The earlier of two dates with nothing between them, not even a space.

    So a text prints two elements of a page of which readers see one, the days of publication and
    of the last change, in either order.
    """
    if len(days) != _PAIR or days[0].end != days[1].start or not (days[0].sure and days[1].sure):
        return None
    return min(days, key=lambda found: str(found.date))


def _read(match: re.Match[str]) -> Found | None:
    groups = {
        name[0]: text for name, text in match.groupdict().items() if text and name[1:2].isdigit()
    }
    day, year = int(groups["d"]), int(groups["y"])
    name = " ".join(groups["m"].lower().split())
    month = months.NUMBERS.get(name) or int(name)
    numeric = bool(match["d2"])
    date = make(year=year, month=month, day=day)
    if date is None and numeric:  # 12/13/2021 can only be month first
        date = make(year=year, month=day, day=month)
        numeric = False
    if date is None:
        return None
    sure = not (numeric and day <= _LAST_MONTH and day != month)
    return Found(date=date, start=match.start(), end=match.end(), sure=sure)


def swapped(date: Date) -> Date:
    """A date whose day and month were read the other way round; both are at most 12."""
    return replace(date, month=date.day, day=date.month)


_NUMERIC = re.compile(rf"(?<![\d/.-])(\d{{1,2}})([/.-])(\d{{1,2}})\2{_YEAR}{_EDGE}")


def orders(text: str) -> set[str]:
    """In which order the numeric dates of a text are written, where one can tell.

    Returns:
        Of `day` (`13/12/2021`) and `month` (`12/13/2021`) those that occur.
    """
    found = set()
    for first, _, second in _NUMERIC.findall(text):
        if int(first) > _LAST_MONTH >= int(second):
            found.add("day")
        elif int(second) > _LAST_MONTH >= int(first):
            found.add("month")
    return found


_MONTH_LINE = re.compile(
    rf"(?:[Tt]háng\s+(?P<m1>\d{{1,2}})\s?[/-]\s?|(?i:(?P<m2>{_WRITTEN}))\.?,?\s+)(?P<year>{_YEAR})"
)
_LONGEST_MONTH = 30  # characters of a line that is a month and a year


def month(text: str) -> Date | None:
    """Read a line that is a month and a year only: `Tháng 11/1998`, `November 1998`, `1998-11`."""
    if len(text) > _LONGEST_MONTH or ("20" not in text and "19" not in text):
        return None
    text = text.strip(" ().,-–")
    match = _MONTH_LINE.fullmatch(text)
    if match:
        number = months.NUMBERS[match["m2"].lower()] if match["m2"] else int(match["m1"])
        return make(year=int(match["year"]), month=number)
    return None


def make(*, year: int, month: int = 0, day: int = 0) -> Date | None:
    """A date, or None if no calendar has it or its year is out of bounds."""
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return Date(year=year, month=month, day=day)
    except ValueError:
        return None


def stamp(text: str, *, timezone_offset: str = "", day_first: bool = True) -> Date | None:
    """Read a text that states one moment: a date line, or a machine's time stamp.

    Args:
        text: With exactly one date; its time and offset may stand before or after it.
        timezone_offset: `+07:00`, for a time that is printed without one; empty if unknown.
        day_first: False if `03/04/2021` may as well be March: such a date is then unknown.

    Returns:
        The moment as precisely as it is printed; None without exactly one date.
    """
    days = find(text)
    if len({found.date for found in days}) != 1 or not (days[0].sure or day_first):
        return None
    return timed(text, days[0], timezone_offset)


def timed(text: str, day: Found, zone: str = "") -> Date:
    """A date with the time that a text prints beside it, if it prints one.

    Args:
        text: In which the date was found; no other date is in it.
        day: The date.
        zone: Offset of a time printed without one; empty if unknown.
    """
    rest = text[: day.start] + " " + text[day.end :].removeprefix("T")
    time, offset = clocks.read(rest, zone)
    return replace(day.date, time=time, offset=offset)


def same_day(first: Date, second: Date) -> bool:
    """Whether two dates can mean one day, as far as both are known.

    Two moments whose offsets are known mean one day when they lie less than eight hours apart,
    or on the same calendar day. A moment in UTC means any day that it was somewhere on earth:
    where the outlet's clock stood is not known.
    """
    if first.time and second.time and first.offset and second.offset:
        apart = abs(_moment(first) - _moment(second))
        return apart < _ONE_MOMENT or (
            first.day_only() == second.day_only() and apart < timedelta(days=1)
        )
    return any(
        all(not a or not b or a == b for a, b in zip(one, two, strict=True))
        for one in _calendars(first)
        for two in _calendars(second)
    )


def days_apart(first: Date, second: Date) -> int:
    """How many days lie between two dates that have days, as they are printed."""
    one, two = (calendar_date(date.year, date.month, date.day) for date in (first, second))
    return abs((one - two).days)


def same_moment(first: Date, second: Date) -> bool:
    """Whether two dates with times and offsets are one moment."""
    known = first.offset and second.offset
    return bool(known) and _moment(first) == _moment(second)


def same_minute_with_zone(date: Date, other: Date) -> bool:
    """Whether another date is the same minute on the same clock, and says which clock that is."""
    return (
        bool(date.time and other.offset)
        and not date.offset
        and date.day_only() == other.day_only()
        and date.time[:5] == other.time[:5]
    )


def _calendars(date: Date) -> set[tuple[int, int, int]]:
    """Year, month and day of a date; of a moment in UTC, on all calendars of the world."""
    zones = ("", "-10:00", "+13:00") if date.offset == "+00:00" else ("",)
    days = (in_zone(date, zone) for zone in zones)
    return {(day.year, day.month, day.day) for day in days}


def in_zone(date: Date, zone: str) -> Date:
    """A moment that machines give in UTC, as the outlet's clock showed it.

    Args:
        date: Of any precision; only one with a time in UTC changes.
        zone: The outlet's offset from UTC; empty if unknown.
    """
    if date.offset != "+00:00" or zone in ("", "+00:00"):
        return date
    sign = -1 if zone.startswith("-") else 1
    shift = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:])) * sign
    local = _moment(date).astimezone(timezone(shift))
    return Date.parse(local.isoformat(timespec="seconds"))


def without_midnight(date: Date) -> Date:
    """A machine's stamp without the time that it writes for want of one."""
    return date.day_only() if date.time == _MIDNIGHT else date


def _moment(date: Date) -> datetime:
    return datetime.fromisoformat(str(date)).astimezone(UTC)


def without(text: str) -> str:
    """The text without its dates, times and offsets; what is left says what else it is."""
    return clocks.without(_DAY.sub(" ", text))

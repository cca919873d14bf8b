"""Dates as Vietnamese and English news prints them: found in a text, never made up.

A date here has a day, a month and a year, all printed. A bare year, a range of years
(`2021-2030`), a day without a year, and a number that no calendar has are no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from generator.model import Date

EARLIEST, LATEST = 1900, 2099
"""Years that a news archive may hold, inclusive; anything else is a number."""

_LAST_MONTH = _NOON = 12
_ONE_MOMENT = timedelta(hours=8)
"""Stamps that lie less than this apart mean one moment: systems that take local time for UTC are
seven hours off."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_VIETNAMESE = {
    "giêng": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
}
_THANG = "|".join(sorted(_VIETNAMESE, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_EDGE = r"(?![\d/]|[-.]\d)"  # 22/10/2021 yes; 7/5/1984/3, 2021-10-22-1 and 1.2.2021.3 no

_DAY_FORMS = (
    # 2021-12-13, as machines print it; a time may follow
    rf"(?<![\d/.-])(?P<y1>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)(?=T?\b|T)(?![\d/]|-\d)",
    # 22/10/2021, 22.10.2021, 22-10-2021: the mark is the same twice
    rf"(?<![\d/.-])(?P<d2>\d{{1,2}})(?P<mark>\s?[/.-]\s?)(?P<m2>\d{{1,2}})(?P=mark)(?P<y2>{_YEAR}){_EDGE}",
    # ngày 13 tháng 12 năm 2021, 13 tháng 12, 2021
    rf"(?<!\d)(?P<d3>\d{{1,2}})\s+(?i:tháng)\s+(?P<m3>\d{{1,2}}|(?i:{_THANG}))(?:,?\s+[Nn]ăm|,|/)?\s*(?P<y3>{_YEAR}){_EDGE}",
    # 13 December 2021, Mon, 13 Dec 2021
    rf"(?<!\d)(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?i:(?P<m4>{_MONTH}))\.?,?[\s-]+(?P<y4>{_YEAR}){_EDGE}",
    # December 13, 2021
    rf"\b(?i:(?P<m5>{_MONTH}))\.?\s+(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y5>{_YEAR}){_EDGE}",
)
_DAY = re.compile("|".join(_DAY_FORMS))
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])(?::|[hHgG]|\s*giờ\s*)(?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?!\d)(?:\s*phút)?(?:\s*(?P<half>[AaPp]\.?[Mm]\.?|SA|CH)\b)?"
)
_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC)\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\)?"
    r"|\(?\b(?P<zulu>GMT|UTC)\b\)?"
    r"|(?<=\d)\s?(?P<offset>[+-]\d\d:?\d\d)(?!\d)"
    r"|(?<=\d)(?P<z>Z)\b"
)


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
    return tuple(found for match in _DAY.finditer(text) if (found := _read(match)))


def _read(match: re.Match[str]) -> Found | None:
    groups = {
        name[0]: text for name, text in match.groupdict().items() if text and name[1:2].isdigit()
    }
    day, year = int(groups["d"]), int(groups["y"])
    name = " ".join(groups["m"].lower().split())
    month = _MONTHS.get(name) or _VIETNAMESE.get(name) or int(name)
    numeric = bool(match["d2"])
    date = make(year=year, month=month, day=day)
    if date is None and numeric:  # 12/13/2021 can only be month first
        date = make(year=year, month=day, day=month)
        numeric = False
    if date is None:
        return None
    sure = not (numeric and day <= _LAST_MONTH and day != month)
    return Found(date=date, start=match.start(), end=match.end(), sure=sure)


_MONTH_LINE = re.compile(
    rf"(?:[Tt]háng\s+(?P<m1>\d{{1,2}})\s?[/-]\s?|(?i:(?P<m2>{_MONTH}))\.?,?\s+)(?P<year>{_YEAR})"
)


def month(text: str) -> Date | None:
    """Read a line that is a month and a year only: `Tháng 11/1998`, `November 1998`."""
    match = _MONTH_LINE.fullmatch(text.strip(" ().,-–"))
    if not match:
        return None
    number = _MONTHS[match["m2"].lower()] if match["m2"] else int(match["m1"])
    return make(year=int(match["year"]), month=number)


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
    day = days[0]
    rest = text[: day.start] + " " + text[day.end :].removeprefix("T")
    time = _TIME.search(rest)
    if not time:
        return day.date
    return Date(
        year=day.date.year,
        month=day.date.month,
        day=day.date.day,
        time=_clock(time),
        offset=_offset(rest) or timezone_offset,
    )


def _clock(time: re.Match[str]) -> str:
    hour, half = int(time["hour"]), (time["half"] or "").lower().replace(".", "")
    if half in {"pm", "ch"} and hour < _NOON:  # 14:08 PM is printed, too
        hour += 12
    elif half in {"am", "sa"} and hour == _NOON:
        hour = 0
    return f"{hour:02}:{time['minute']}:{time['second'] or '00'}"


def _offset(text: str) -> str:
    zone = _ZONE.search(text)
    if not zone:
        return ""
    if zone["z"] or zone["zulu"]:
        return "+00:00"
    if zone["offset"]:
        offset = zone["offset"].replace(":", "")
        return _valid(f"{offset[:3]}:{offset[3:]}")
    return _valid(f"{zone['sign']}{int(zone['hours']):02}:{zone['minutes'] or '00'}")


def _valid(offset: str) -> str:
    return offset if re.fullmatch(r"[+-](?:0\d|1[0-4]):[0-5]\d", offset) else ""


def without(text: str) -> str:
    """The text without its dates, times and offsets; what is left says what else it is."""
    return _ZONE.sub(" ", _TIME.sub(" ", _DAY.sub(" ", text)))


def same_day(first: Date, second: Date) -> bool:
    """Whether two dates can be of one day; a stamp in UTC is of the next day in Vietnam too."""
    if first.time and second.time and first.offset and second.offset:
        apart = abs(_moment(first) - _moment(second))
        return apart < _ONE_MOMENT or (
            first.day_only() == second.day_only() and apart < timedelta(days=1)
        )
    first, second = _local(first), _local(second)
    return all(
        not a or not b or a == b
        for a, b in zip(
            (first.year, first.month, first.day),
            (second.year, second.month, second.day),
            strict=True,
        )
    )


def _moment(date: Date) -> datetime:
    return datetime.fromisoformat(str(date)).astimezone(UTC)


def _local(date: Date) -> Date:
    """A moment that machines give in UTC, on the calendar of Vietnam."""
    if date.offset != "+00:00":
        return date
    local = _moment(date).astimezone(timezone(timedelta(hours=7)))
    return Date(year=local.year, month=local.month, day=local.day)

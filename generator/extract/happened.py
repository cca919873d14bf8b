"""When what an article reports happened, as its first paragraphs say.

`Chiều 21/10` has no year: it is the latest such day that is not after publication. Without a
date of publication it stays unknown. Days of something else (an anniversary, a term of office,
what is still to come) do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date

from generator.extract import dates
from generator.model import Basis, BasisKind, Date, Interval

PARAGRAPHS = 3
"""News says in its first paragraphs when a thing happened."""

_FARTHEST, _NEAR = 183, 31
"""How far back, in days, the event of a sentence that opens with its day may lie, and of another.
What lies farther back is history, or, without a year, still to come."""

_LAST = r"(?:(?:\s?[-–]\s?|\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?)(?P<last>\d{1,2}))?"
_DM = rf"(?P<day>\d{{1,2}}){_LAST}\s?[/.-]\s?(?P<month>\d{{1,2}})"
_WORDED = rf"(?P<day>\d{{1,2}}){_LAST}\s+tháng\s+(?P<month>\d{{1,2}})"
_YEAR = r"(?:\s?[/.-]\s?(?P<year>(?:19|20)\d\d)|,?\s+(?:năm\s+)?(?P<year2>(?:19|20)\d\d))?"
_END = r"(?![\d%]|[/.-]\d)"
_HOURS = (
    r"(?:rạng sáng|sáng sớm|sáng|trưa|đầu giờ chiều|chiều tối|chiều muộn|chiều|tối|đêm|"
    r"ngày|hôm|hôm nay|hôm qua|trong ngày|vào ngày)"
)
_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
_ENGLISH = _MONTH_NAMES.split()
_EN_MONTH = "|".join(_ENGLISH)
_PATTERNS = (
    (
        "vi-day",
        re.compile(
            rf"(?i)(?<!\w){_HOURS}\s*(?:ngày\s+|nay,?\s*|qua,?\s*)?\(?\s*{_DM}{_YEAR}{_END}"
        ),
    ),
    (
        "vi-worded-day",
        re.compile(rf"(?i)(?<!\w){_HOURS}\s*(?:ngày\s+)?{_WORDED}(?:,?\s+năm)?{_YEAR}{_END}"),
    ),
    (
        "en-day",
        re.compile(
            rf"(?i)\bon\s+(?:the\s+)?(?:[a-z]+day,?\s+)?(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?\s+(?:of\s+)?(?P<en>{_EN_MONTH})\b(?:,?\s+(?P<year>(?:19|20)\d\d))?"
        ),
    ),
    (
        "en-month-day",
        re.compile(
            rf"(?i)\bon\s+(?:[a-z]+day,?\s+)?(?P<en>{_EN_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?(?!\d)(?:,?\s+(?P<year>(?:19|20)\d\d))?"
        ),
    ),
)
# What comes before a day that is not the day of the event.
_OTHER = re.compile(
    r"(?i)(?:kỷ niệm|kỉ niệm|ngày sinh|sinh|thành lập|thiết lập|truyền thống|nhiệm kỳ|giai đoạn|"
    r"kể từ|tính đến|trước|sau|đến hết|hạn|hiệu lực từ|theo|số|ký|ban hành|"
    r"anniversary|since|founded|until|before|after|by|dated)[^.;:]{0,60}$"
)
_TO_COME = re.compile(r"(?i)\b(?:sẽ|sắp|tới đây|dự kiến|will|is to|are to|scheduled|upcoming)\b")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2}[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(]*[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Happened:
    """When something happened, and the rule that found it."""

    when: Interval
    basis: Basis


def find(paragraphs: Sequence[str], published: Date | None) -> Happened | None:
    """Find the day, or the days, of the event.

    Args:
        paragraphs: The story's paragraphs without datelines; only the first are read.
        published: When the article was published; None if unknown.

    Returns:
        None if the first paragraphs do not say it, or not the year.
    """
    for opening in (True, False):  # a sentence that opens with its day is about that day
        for paragraph in paragraphs[:PARAGRAPHS]:
            for sentence in _SENTENCE.split(paragraph):
                for rule, match in _days(sentence):
                    if opening != (match.start() == 0):
                        continue
                    farthest = _FARTHEST if opening else _NEAR
                    if when := _when(match, sentence, published, farthest):
                        return Happened(when, Basis(kind=BasisKind.INFERRED, rule=rule))
    return None


def _days(sentence: str) -> Iterator[tuple[str, re.Match[str]]]:
    for rule, pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            yield rule, match


def _when(
    match: re.Match[str], sentence: str, published: Date | None, farthest: int
) -> Interval | None:
    groups = match.groupdict()
    year = groups.get("year") or groups.get("year2")
    if _OTHER.search(sentence[: match.start()]):
        return None
    if not year and (published is None or not published.month):
        return None
    english = (groups.get("en") or "").lower()
    month = _ENGLISH.index(english) + 1 if english else int(groups["month"])
    end_day = int(groups["last"] or groups["day"])
    end = _day(int(year) if year else 0, month, end_day, published)
    start = end and dates.make(year=end.year, month=month, day=int(groups["day"]))
    if not start or not end or end < start:
        return None
    if published and published.day:
        ago = _days_between(start, published)
        to_come = not year and ago > _NEAR and _TO_COME.search(sentence)
        if to_come or not 0 <= ago <= farthest:
            return None  # still to come, or history
    return Interval(start=start, end=end)


def _days_between(first: Date, second: Date) -> int:
    then, now = (calendar_date(d.year, d.month, d.day) for d in (first, second))
    return (now - then).days


def _day(year: int, month: int, day: int, published: Date | None) -> Date | None:
    """That day of the year given, or the latest such day not after publication."""
    if year or published is None:
        return dates.make(year=year, month=month, day=day)
    limit = calendar_date(published.year, published.month, published.day or 28)
    for candidate in (published.year, published.year - 1):
        found = dates.make(year=candidate, month=month, day=day)
        if not found:
            continue
        ago = (limit - calendar_date(found.year, found.month, found.day)).days
        same_month = not published.day and (found.year, month) == (published.year, published.month)
        if same_month or 0 <= ago <= _FARTHEST:
            return found
    return None

"""A month as a table: weeks as rows, Monday first, each day with the number of its articles."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping, Sequence

from generator.assemble import urls
from generator.model import Date
from generator.pages import addresses
from generator.pages.edition import sentence_case
from generator.pages.view import Item, View

_WEEKS = Calendar(firstweekday=0)
"""Monday first (ISO 8601), as calendars in Vietnam and Britain have it."""


def make(view: View, year: int, month: int, of_days: Mapping[int, Sequence[str]]) -> Item:
    """A month's table; empty if of none of its articles the day is known.

    Args:
        view: The edition.
        year: 1–9999.
        month: 1–12.
        of_days: Day → ids of entries; 0 for an unknown day, which has no cell.

    Returns:
        `caption`, `weekdays` (short and full names) and `weeks` of seven cells each; a cell out
        of the month is empty, and one without articles has no `url`.
    """
    if not any(of_days):
        return {}
    edition = view.edition
    name = sentence_case(edition.date(Date(year=year, month=month)))
    return {
        "caption": edition.say("month.caption", month=name),
        "weekdays": [{"short": short, "name": full} for short, full in edition.weekdays()],
        "weeks": [
            [
                _cell(view, Date(year=year, month=month, day=day), len(of_days.get(day, ())))
                if day
                else {}
                for day in week
            ]
            for week in _WEEKS.monthdayscalendar(year, month)
        ],
    }


def _cell(view: View, date: Date, number: int) -> Item:
    if not number:
        return {"day": date.day}
    counted = view.counted(number)
    return {
        "day": date.day,
        "count": counted["count"],
        "label": f"{sentence_case(view.edition.weekday(date))}: {counted['label']}",
        "url": addresses.link(urls.day(date, view.lang)),
    }

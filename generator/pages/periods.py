"""The archive in its years, months and days, and how much there is of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.assemble import urls
from generator.model import Date, Entry
from generator.pages import addresses
from generator.pages.charts import LEAST
from generator.pages.edition import sentence_case
from generator.pages.view import Item, View

Days = Mapping[int, Mapping[int, Mapping[int, Sequence[str]]]]
"""Year → month → day → ids of entries, newest first; 0 stands for an unknown part, last."""

_DECADE = 10


def days(entries: Iterable[Entry]) -> Days:
    """Put dated entries in their places."""
    made: dict[int, dict[int, dict[int, list[str]]]] = {}
    dated = [(entry.original.date, entry.id) for entry in entries if entry.original.date]
    for date, id_ in sorted(dated, key=lambda one: _day(one[0]), reverse=True):
        months = made.setdefault(date.year, {})
        months.setdefault(date.month, {}).setdefault(date.day, []).append(id_)
    return made


def _day(date: Date) -> tuple[int, int, int]:
    return date.year, date.month, date.day


def decades(view: View, calendar: Days, *, current: int = 0) -> list[list[Item]]:
    """The years with the number of their articles, oldest first, ten by ten.

    Args:
        view: The edition.
        calendar: Years with their articles.
        current: The year whose page it is for, if one.

    Returns:
        Of each decade that has some, all ten years, so that one stands below the other and none is
        wider: years without articles have no `url`, before the first and after the last no `name`.
    """
    numbers = {year: number_of(months) for year, months in calendar.items()}
    if not numbers:
        return []
    first, last = min(numbers), max(numbers)
    most = max(numbers.values())
    return [
        [
            _year(view, year, numbers.get(year, 0), most, current=year == current)
            if first <= year <= last
            else {"share": 0}
            for year in range(decade, decade + _DECADE)
        ]
        for decade in sorted({year // _DECADE * _DECADE for year in numbers})
    ]


def _year(view: View, year: int, number: int, most: int, *, current: bool) -> Item:
    return {
        "name": f"{year}",
        "url": addresses.link(urls.year(year, view.lang)) if number else "",
        **view.counted(number),
        "share": _share(number, most) if number else 0,
        "current": current,
    }


def number_of(months: Mapping[int, Mapping[int, Sequence[str]]]) -> int:
    """How many entries a year has."""
    return sum(len(ids) for of_days in months.values() for ids in of_days.values())


def month_columns(
    view: View, year: int, months: Mapping[int, Mapping[int, Sequence[str]]]
) -> list[Item]:
    """The twelve months as columns, as high as they have articles; those without have no link.

    Args:
        view: The edition.
        year: Which year.
        months: Month → day → ids of entries; where only 0 is known, there are no columns.
    """
    numbers = {month: sum(map(len, of.values())) for month, of in months.items() if month}
    most = max(numbers.values(), default=0)
    if not most:
        return []
    made: list[Item] = []
    for month, name in enumerate(view.edition.month_names(), start=1):
        number = numbers.get(month, 0)
        counted = view.counted(number)
        made.append(
            {
                **counted,
                "name": name,
                "label": f"{month_name(view, year, month)}: {counted['label']}",
                "url": addresses.link(urls.month(year, month, view.lang)) if number else "",
                "share": _share(number, most) if number else 0,
            }
        )
    return made


def _share(number: int, most: int) -> int:
    return max(round(100 * number / most), LEAST)


def month_name(view: View, year: int, month: int) -> str:
    """A month with its year, or that it is not known."""
    if not month:
        return view.edition.say("month.unknown")
    return sentence_case(view.edition.date(Date(year=year, month=month)))

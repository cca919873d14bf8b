"""The archive in time: years by month, months by day, and what has no date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.assemble import urls
from generator.model import LANGS, Date, Entry, Page
from generator.pages import addresses
from generator.pages.edition import sentence_case
from generator.pages.view import Item, View, head

Days = Mapping[int, Mapping[int, Mapping[int, Sequence[str]]]]
"""Year → month → day → ids of entries, newest first; 0 stands for an unknown part, last."""


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


def pages(view: View, calendar: Days) -> Iterator[Page]:
    """The years, the months, and the undated."""
    undated = [entry.id for entry in view.archive.entries.values() if not entry.original.date]
    if undated:
        yield undated_page(view, undated)
    months = [(year, month) for year in calendar for month in calendar[year] if month]
    for year in calendar:
        yield year_page(view, calendar, year)
    for place, (year, month) in enumerate(months):
        newer = months[place - 1] if place else None
        older = months[place + 1] if place + 1 < len(months) else None
        yield month_page(view, calendar[year][month], (year, month), newer=newer, older=older)


def counts(view: View, calendar: Days, *, current: int = 0) -> list[Item]:
    """The years with the number of their articles, oldest first, for the strip of years."""
    made: list[Item] = []
    most = max((_count(months) for months in calendar.values()), default=1)
    for year in sorted(calendar):
        number = _count(calendar[year])
        made.append(
            {
                "name": f"{year}",
                "url": addresses.link(urls.year(year, view.lang)),
                **view.counted(number),
                "share": round(100 * number / most),
                "current": year == current,
            }
        )
    return made


def _count(months: Mapping[int, Mapping[int, Sequence[str]]]) -> int:
    return sum(len(ids) for of_days in months.values() for ids in of_days.values())


def year_page(view: View, calendar: Days, year: int) -> Page:
    """A year, month by month."""
    edition, months = view.edition, calendar[year]
    years = list(calendar)
    place = years.index(year)
    groups = [
        {
            "id": f"m{month}" if month else "unknown",
            "name": _month_name(view, year, month),
            "url": addresses.link(urls.month(year, month, view.lang)) if month else "",
            "count": edition.count("count.articles", sum(map(len, of_days.values()))),
            "links": view.listed(id_ for ids in of_days.values() for id_ in ids),
        }
        for month, of_days in months.items()
    ]
    number = _count(months)
    title = edition.say("year.title", year=year)
    return _list_page(
        view,
        places={lang: urls.year(year, lang) for lang in LANGS},
        title=title,
        description=edition.say("year.description", year=year),
        listing={
            **_all_years(view),
            "count": edition.count("count.articles", number),
            "years": counts(view, calendar, current=year),
            "groups": groups,
            "newer": _year_link(view, years[place - 1]) if place else None,
            "older": _year_link(view, years[place + 1]) if place + 1 < len(years) else None,
        },
    )


def month_page(
    view: View,
    of_days: Mapping[int, Sequence[str]],
    month: tuple[int, int],
    *,
    newer: tuple[int, int] | None,
    older: tuple[int, int] | None,
) -> Page:
    """A month, day by day.

    Args:
        view: The edition.
        of_days: Day → ids of entries.
        month: Year and month.
        newer: The next month in which there is something; None at the end.
        older: The one before.
    """
    edition, (year, number) = view.edition, month
    groups = [
        {
            "id": f"d{day}" if day else "unknown",
            "name": _day_name(view, Date(year=year, month=number, day=day)),
            "links": view.listed(ids),
        }
        for day, ids in of_days.items()
    ]
    title = sentence_case(edition.date(Date(year=year, month=number)))
    total = sum(map(len, of_days.values()))
    return _list_page(
        view,
        places={lang: urls.month(year, number, lang) for lang in LANGS},
        title=title,
        description=edition.say("month.description", month=title),
        listing={
            "kicker": edition.say("year.title", year=year),
            "kicker_url": addresses.link(urls.year(year, view.lang)),
            "count": edition.count("count.articles", total),
            "groups": groups,
            "newer": _month_link(view, newer) if newer else None,
            "older": _month_link(view, older) if older else None,
        },
    )


def undated_page(view: View, ids: Sequence[str]) -> Page:
    """All articles whose date nobody knows."""
    edition = view.edition
    return _list_page(
        view,
        places={lang: urls.undated(lang) for lang in LANGS},
        title=edition.say("undated.title"),
        description=edition.say("undated.description"),
        listing={
            **_all_years(view),
            "count": edition.count("count.articles", len(ids)),
            "intro": edition.say("undated.description"),
            "groups": [{"links": view.listed(ids)}],
        },
    )


def _list_page(
    view: View, *, places: Mapping[str, str], title: str, description: str, listing: Item
) -> Page:
    made = {key: value for key, value in {"heading": title, **listing}.items() if value}
    front = head(
        view,
        template="list.html",
        title=title,
        description=description,
        places=places,
        menu="years",
    )
    return Page(path=addresses.file(places[view.lang]), meta={**front, "list": made})


def _all_years(view: View) -> Item:
    """The line above a heading that leads back to all years."""
    home = addresses.link(urls.home(view.lang))
    return {"kicker": view.edition.say("menu.years"), "kicker_url": f"{home}#years"}


def _month_name(view: View, year: int, month: int) -> str:
    if not month:
        return view.edition.say("month.unknown")
    return sentence_case(view.edition.date(Date(year=year, month=month)))


def _day_name(view: View, date: Date) -> str:
    if not date.day:
        return view.edition.say("day.unknown")
    return sentence_case(view.edition.weekday(date))


def _year_link(view: View, year: int) -> Item:
    return {
        "title": view.edition.say("year.title", year=year),
        "url": addresses.link(urls.year(year, view.lang)),
    }


def _month_link(view: View, month: tuple[int, int]) -> Item:
    year, number = month
    return {
        "title": sentence_case(view.edition.date(Date(year=year, month=number))),
        "url": addresses.link(urls.month(year, number, view.lang)),
    }

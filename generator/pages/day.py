"""The page of a day: its articles, the days around it, and the same day in other years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.assemble import paging as paged
from generator.assemble import urls
from generator.model import LANGS, Date, Page
from generator.pages import addresses, paging
from generator.pages.calendar import list_page
from generator.pages.edition import Edition, sentence_case
from generator.pages.later import Later
from generator.pages.periods import Days
from generator.pages.view import Item, View


def pages(view: View, calendar: Days) -> Iterator[Later]:
    """All days, newest first; those whose day or month nobody knows where lists are abridged."""
    known = _known(calendar)
    dates = list(known)
    years: dict[tuple[int, int], dict[Date, Item]] = {}
    for date in dates:
        years.setdefault((date.month, date.day), {})[date] = _year(view, date, len(known[date]))
    for place, date in enumerate(dates):
        listing: Item = {
            "same": [year for other, year in years[date.month, date.day].items() if other != date],
            "newer": _link(view, dates[place - 1]) if place else None,
            "older": _link(view, dates[place + 1]) if place + 1 < len(dates) else None,
        }
        yield from _pages(view, date, known[date], listing)
    for date, ids in _unknown(calendar).items():
        yield from _pages(view, date, ids, {})


def _known(calendar: Days) -> dict[Date, Sequence[str]]:
    return {
        Date(year=year, month=month, day=day): ids
        for year, months in calendar.items()
        for month, of_days in months.items()
        for day, ids in of_days.items()
        if day
    }


def _unknown(calendar: Days) -> dict[Date, Sequence[str]]:
    """What is known to the month or year only, where that month's or year's list is abridged."""
    dates = {
        date: ids
        for year, months in calendar.items()
        for month, of_days in months.items()
        for date, ids in [(Date(year=year, month=month), of_days.get(0, ()))]
        if ids
    }
    listed = paged.days(_each(calendar))
    return {date: ids for date, ids in dates.items() if date in listed}


def _each(calendar: Days) -> Iterator[Date]:
    """The date of each entry, to the day."""
    for year, months in calendar.items():
        for month, of_days in months.items():
            for day, ids in of_days.items():
                yield from [Date(year=year, month=month, day=day)] * len(ids)


def _pages(view: View, date: Date, ids: Sequence[str], listing: Item) -> Iterator[Later]:
    places = {lang: urls.day(date, lang) for lang in LANGS}
    path = addresses.file(places[view.lang])
    yield Later(path=path, view=view, make=_page, given=(date, ids, listing))
    if paged.blocks(len(ids)):
        name = view.in_both(lambda edition: _name(edition, date))
        yield from paging.blocks(view, ids, places, name=name, menu="years")


def _page(view: View, date: Date, ids: Sequence[str], listing: Item) -> Page:
    edition = view.edition
    places = {lang: urls.day(date, lang) for lang in LANGS}
    title = _name(edition, date)
    above = Date(year=date.year, month=date.month)
    return list_page(
        view,
        places=places,
        title=title,
        description=edition.say("day.description", day=title),
        listing={
            "kicker": sentence_case(edition.date(above))
            if date.month
            else edition.say("year.title", year=date.year),
            "kicker_url": addresses.link(urls.calendar(above, view.lang)),
            "count": edition.count("count.articles", len(ids)),
            "groups": [{"links": view.listed(paged.newest(ids))}],
            **paging.rest(view, ids, places[view.lang]),
            **listing,
        },
    )


def _name(edition: Edition, date: Date) -> str:
    if date.day:
        return sentence_case(edition.full_date(date))
    if date.month:
        return sentence_case(edition.say("day.unknown.of", date=edition.date(date)))
    return edition.say("month.unknown.of", date=edition.say("year.title", year=date.year))


def _year(view: View, date: Date, number: int) -> Item:
    """A day as it stands on that of other years."""
    url = addresses.link(urls.day(date, view.lang))
    return {"name": f"{date.year}", "url": url, **view.counted(number)}


def _link(view: View, date: Date) -> Item:
    return {
        "title": sentence_case(view.edition.full_date(date)),
        "url": addresses.link(urls.day(date, view.lang)),
    }

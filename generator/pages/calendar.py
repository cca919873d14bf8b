"""The archive in time: years by month, months by day, and what has no date.

A list that is longer than a page is abridged: each month, or day, shows its newest, and leads to
the page that has them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator.assemble import urls
from generator.assemble.paging import newest, shares
from generator.model import LANGS, Date, Page
from generator.pages import addresses, figures, month_grid, paging
from generator.pages.edition import sentence_case
from generator.pages.later import Later
from generator.pages.periods import Days, decades, month_columns, month_name, number_of
from generator.pages.view import Item, View, head


def pages(view: View, calendar: Days) -> Iterator[Page | Later]:
    """The years, the months, and the undated."""
    undated = [entry.id for entry in view.archive.entries.values() if not entry.original.date]
    if undated:
        yield from undated_pages(view, undated)
    months = [(year, month) for year in calendar for month in calendar[year] if month]
    for year in calendar:
        yield year_page(view, calendar, year)
    for place, (year, month) in enumerate(months):
        newer = months[place - 1] if place else None
        older = months[place + 1] if place + 1 < len(months) else None
        yield Later(
            path=addresses.file(urls.month(year, month, view.lang)),
            view=view,
            make=month_page,
            given=(calendar[year][month], (year, month), newer, older),
        )


def year_page(view: View, calendar: Days, year: int) -> Page:
    """A year, month by month."""
    edition, months = view.edition, calendar[year]
    years = list(calendar)
    place = years.index(year)
    ids = {month: list(chain(*of_days.values())) for month, of_days in months.items()}
    groups = [
        group(
            view,
            {
                "id": f"m{month}" if month else "unknown",
                "name": month_name(view, year, month),
                "url": addresses.link(urls.month(year, month, view.lang)) if month else "",
            },
            ids[month],
            shown=shown,
            all_at=urls.calendar(Date(year=year, month=month), view.lang)
            if month
            else urls.day(Date(year=year), view.lang),
        )
        for month, shown in zip(ids, shares([len(of) for of in ids.values()]), strict=True)
    ]
    title = edition.say("year.title", year=year)
    return list_page(
        view,
        places={lang: urls.year(year, lang) for lang in LANGS},
        title=title,
        description=edition.say("year.description", year=year),
        listing={
            **all_years(view),
            "count": edition.count("count.articles", number_of(months)),
            "years": decades(view, calendar, current=year),
            "months": month_columns(view, year, months),
            "charts": figures.of_entries(view, list(chain(*ids.values()))),
            "groups": groups,
            "newer": _year_link(view, years[place - 1]) if place else None,
            "older": _year_link(view, years[place + 1]) if place + 1 < len(years) else None,
        },
    )


def month_page(
    view: View,
    of_days: Mapping[int, Sequence[str]],
    month: tuple[int, int],
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
    total = sum(map(len, of_days.values()))
    groups = []
    for (day, ids), shown in zip(
        of_days.items(), shares([len(of) for of in of_days.values()]), strict=True
    ):
        date = Date(year=year, month=number, day=day)
        all_at = urls.day(date, view.lang)
        has_page = day or shown < len(ids)
        heading: Item = {
            "id": f"d{day}" if day else "unknown",
            "name": _day_name(view, date),
            "url": addresses.link(all_at) if has_page else "",
        }
        groups.append(group(view, heading, ids, shown=shown, all_at=all_at))
    title = sentence_case(edition.date(Date(year=year, month=number)))
    return list_page(
        view,
        places={lang: urls.month(year, number, lang) for lang in LANGS},
        title=title,
        description=edition.say("month.description", month=title),
        listing={
            "kicker": edition.say("year.title", year=year),
            "kicker_url": addresses.link(urls.year(year, view.lang)),
            "count": edition.count("count.articles", total),
            "grid": month_grid.make(view, year, number, of_days),
            "groups": groups,
            "newer": _month_link(view, newer) if newer else None,
            "older": _month_link(view, older) if older else None,
        },
    )


def group(view: View, heading: Item, ids: Sequence[str], *, shown: int, all_at: str) -> Item:
    """A part of a list with as many of its newest as are shown.

    Args:
        view: The edition.
        heading: Its id, name and link.
        ids: All of it, newest first.
        shown: How many of them to show.
        all_at: URL of the page that has them all.
    """
    counted = view.edition.count("count.articles", len(ids))
    made: Item = {**heading, "count": counted, "links": view.listed(ids[:shown])}
    if shown < len(ids):
        name = view.edition.say("list.whole", count=counted)
        made["more"] = {"name": name, "url": addresses.link(all_at)}
    return made


def undated_pages(view: View, ids: Sequence[str]) -> Iterator[Page | Later]:
    """All articles whose date nobody knows."""
    edition = view.edition
    places = {lang: urls.undated(lang) for lang in LANGS}
    yield list_page(
        view,
        places=places,
        title=edition.say("undated.title"),
        description=edition.say("undated.description"),
        listing={
            **all_years(view),
            "count": edition.count("count.articles", len(ids)),
            "intro": edition.say("undated.description"),
            "groups": [{"links": view.listed(newest(ids))}],
            **paging.rest(view, ids, urls.undated(view.lang)),
        },
    )
    name = view.in_both(lambda edition: edition.say("undated.title"))
    yield from paging.blocks(view, ids, places, name=name, menu="years")


def list_page(
    view: View, *, places: Mapping[str, str], title: str, description: str, listing: Item
) -> Page:
    """A page of `list.html`; what of the listing is empty is left out."""
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


def all_years(view: View) -> Item:
    """The line above a heading that leads back to all years."""
    return {
        "kicker": view.edition.say("timeline.title"),
        "kicker_url": addresses.link(urls.timeline(view.lang)),
    }


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

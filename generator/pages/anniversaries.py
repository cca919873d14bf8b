"""On this day: what the archive has of each day of the year, in all years, whichever today is.

Nothing here knows what day it is, so that a page stays as it is until its articles change. The
front page names the days that have something; a script asks the clock and shows the headlines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.assemble import urls
from generator.assemble.paging import shares
from generator.model import LANGS, Date, Page
from generator.pages import addresses
from generator.pages.calendar import group, list_page
from generator.pages.edition import sentence_case
from generator.pages.periods import Days
from generator.pages.view import Item, View, head

LEAP = 2000
"""A year with all 366 days."""

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Anniversaries = Mapping[tuple[int, int], Mapping[Date, Sequence[str]]]
"""Month and day → the date in each year, newest first → ids of entries; in order of the year."""


def of(calendar: Days) -> Anniversaries:
    """The articles whose day is known, under the day of the year that it is."""
    made: dict[tuple[int, int], dict[Date, Sequence[str]]] = {}
    for year, months in calendar.items():
        for month, of_days in months.items():
            for day, ids in of_days.items():
                if day:
                    date = Date(year=year, month=month, day=day)
                    made.setdefault((month, day), {})[date] = ids
    return {day: made[day] for day in sorted(made)}


def pages(view: View, calendar: Days) -> Iterator[Page]:
    """The calendar of the 366 days, and a page for each that has an article."""
    known = of(calendar)
    days = list(known)
    yield index(view, known)
    ring = pairwise([days[-1], *days, days[0]]) if days else ()
    around = list(ring)
    for place, day in enumerate(days):
        before, after = around[place][0], around[place + 1][1]
        yield day_page(view, day, known[day], before=before, after=after)


def day_page(
    view: View,
    day: tuple[int, int],
    of_years: Mapping[Date, Sequence[str]],
    *,
    before: tuple[int, int],
    after: tuple[int, int],
) -> Page:
    """What was published on a day in all years, the newest year first.

    Args:
        view: The edition.
        day: Month and day.
        of_years: The date in each year → ids of entries.
        before: The day before that has something, which may be at the other end of the year.
        after: The one after.
    """
    edition = view.edition
    title = name(view, day)
    counts = [len(ids) for ids in of_years.values()]
    groups = [
        group(
            view,
            {
                "id": f"y{date.year}",
                "name": f"{date.year}",
                "url": addresses.link(urls.day(date, view.lang)),
            },
            ids,
            shown=shown,
            all_at=urls.day(date, view.lang),
        )
        for (date, ids), shown in zip(of_years.items(), shares(counts), strict=True)
    ]
    page = list_page(
        view,
        places={lang: urls.anniversary(*day, lang) for lang in LANGS},
        title=edition.say("anniversary.of", day=title),
        description=edition.say("anniversary.description", day=title),
        listing={
            "heading": title,
            "kicker": edition.say("anniversary.title"),
            "kicker_url": addresses.link(urls.anniversaries(view.lang)),
            "count": view.held(sum(counts), [date.year for date in of_years]),
            "groups": groups,
            "older": _link(view, before) if before != day else None,
            "newer": _link(view, after) if after != day else None,
        },
    )
    steps = [_step(view, urls.anniversary(*day, view.lang), title)]
    return Page(path=page.path, meta={**page.meta, "trail": [*trail(view), *steps]})


def index(view: View, known: Anniversaries) -> Page:
    """The 366 days with the number of their articles."""
    edition = view.edition
    places = {lang: urls.anniversaries(lang) for lang in LANGS}
    title = edition.say("anniversary.title")
    made: Item = {
        "heading": title,
        "intro": edition.say("anniversary.intro"),
        "months": [_month(view, month, known) for month in range(1, 13)],
    }
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="anniversaries.html",
                title=title,
                description=edition.say("anniversary.intro"),
                places=places,
                menu="years",
            ),
            "trail": trail(view),
            "anniversaries": made,
        },
    )


def front(view: View, calendar: Days) -> Item:
    """What the front page shows: where the days are, and which have something; else nothing.

    `days` are months and days in a row (`0102 1213`), for the script to choose from.
    """
    known = of(calendar)
    if not known:
        return {}
    days = " ".join(f"{month:02}{day:02}" for month, day in known)
    return {"url": addresses.link(urls.anniversaries(view.lang)), "days": days}


def trail(view: View) -> list[Item]:
    """The way to the calendar of days, as `heads` prints it."""
    return [
        _step(view, urls.home(view.lang), view.edition.name),
        _step(view, urls.anniversaries(view.lang), view.edition.say("anniversary.title")),
    ]


def name(view: View, day: tuple[int, int]) -> str:
    """A day of the year in words: `13 tháng 12`, `13 December`."""
    return view.edition.anniversary(Date(year=LEAP, month=day[0], day=day[1]))


def _step(view: View, url: str, title: str) -> Item:
    return {"at": view.edition.address(url), "name": title}


def _month(view: View, month: int, known: Anniversaries) -> Item:
    """A month with all its days; those without articles have no link."""
    days = range(1, _LENGTHS[month - 1] + 1)
    return {
        "name": sentence_case(view.edition.month_alone(month)),
        "days": [_day(view, (month, day), known.get((month, day), {})) for day in days],
    }


def _day(view: View, day: tuple[int, int], of_years: Mapping[Date, Sequence[str]]) -> Item:
    if not of_years:
        return {"day": day[1]}
    counted = view.counted(sum(map(len, of_years.values())))
    return {
        "day": day[1],
        "count": counted["count"],
        "label": f"{name(view, day)}: {counted['label']}",
        "url": addresses.link(urls.anniversary(*day, view.lang)),
    }


def _link(view: View, day: tuple[int, int]) -> Item:
    return {"title": name(view, day), "url": addresses.link(urls.anniversary(*day, view.lang))}

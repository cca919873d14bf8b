"""The time line of the whole archive: its years, with their events and how much there is of each.

The latest year stands first, as everywhere in the archive; within a year so do its events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.assemble import urls
from generator.model import LANGS, Entity, EntityKind, Page
from generator.pages import addresses, charts, figures, happenings
from generator.pages.front import undated
from generator.pages.periods import Days, month_columns, number_of
from generator.pages.view import Item, View, head

EVENTS = 12
"""Events of a year on the time line: those with most articles; the index of events has them all."""


def page(view: View, calendar: Days) -> Page:
    """The whole archive in time: articles a year, and every year with its events."""
    edition, archive = view.edition, view.archive
    places = {lang: urls.timeline(lang) for lang in LANGS}
    events = _events(archive.entities.values())
    title = edition.say("timeline.title")
    made: Item = {
        "heading": title,
        "intro": edition.say("timeline.intro"),
        "count": view.held(len(archive.entries), calendar),
        "chart": _chart(view, calendar),
        "years": [
            _year(view, calendar, year, events.get(year, []))
            for year in sorted({*calendar, *events} - {0}, reverse=True)
        ],
        "unknown": _lines(view, events.get(0, [])),
        "undated": undated(view),
        "charts": figures.of_entries(view, list(archive.entries)),
    }
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="timeline.html",
                title=title,
                description=edition.say("timeline.intro"),
                places=places,
                menu="years",
            ),
            "timeline": {key: value for key, value in made.items() if value},
        },
    )


def _chart(view: View, calendar: Days) -> Item:
    """Articles a year; nothing where all are of one."""
    if len(calendar) == 1 or not calendar:
        return {}
    numbers = {year: number_of(months) for year, months in calendar.items()}
    return charts.years(view.edition, numbers)


def _events(records: Iterable[Entity]) -> dict[int, list[Entity]]:
    """Year → events that began in it, in order of time; 0 for those whose date nobody knows."""
    made: dict[int, list[Entity]] = {}
    events = [record for record in records if record.kind is EntityKind.EVENT]
    for event in sorted(events, key=lambda one: (str(one.when.start) if one.when else "", one.id)):
        made.setdefault(event.when.start.year if event.when else 0, []).append(event)
    return made


def _year(view: View, calendar: Days, year: int, events: list[Entity]) -> Item:
    months = calendar.get(year, {})
    number = number_of(months)
    shown = _most(view, events)
    made: Item = {
        "name": f"{year}",
        "id": f"y{year}",
        "url": addresses.link(urls.year(year, view.lang)) if number else "",
        "count": view.edition.count("count.articles", number),
        "months": month_columns(view, year, months),
        "events": _lines(view, shown),
    }
    if len(shown) < len(events):
        number_left = view.edition.count("count.events", len(events))
        made["more"] = {
            "name": view.edition.say("list.whole", count=number_left),
            "url": addresses.link(urls.index(EntityKind.EVENT, view.lang)),
        }
    return made


def _most(view: View, events: list[Entity]) -> list[Entity]:
    """As many as there is room for, those with most articles, in order of time."""
    ranked = sorted(events, key=lambda one: (-len(view.articles(one)), one.id))
    kept = {event.id for event in ranked[:EVENTS]}
    return [event for event in events if event.id in kept]


def _lines(view: View, events: Sequence[Entity]) -> list[Item]:
    """Events with their dates and numbers of articles, the latest first."""
    return [happenings.line(view, event) for event in reversed(events)]

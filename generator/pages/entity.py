"""Pages of authority records: what all kinds say; a module for each kind says the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.assemble import urls
from generator.assemble.paging import newest
from generator.model import Entity, EntityKind, Entry, Page
from generator.pages import (
    addresses,
    company,
    event,
    institution,
    letters,
    outlet,
    paging,
    person,
    provenance,
    stories,
)
from generator.pages.connections import Connections, connect
from generator.pages.later import Later
from generator.pages.view import Item, View, by_year, head, listing_by_year


def pages(view: View) -> Iterator[Page | Later]:
    """Every record's page, and for each kind the list of them all."""
    connections = connect(view.archive.entities, newest_year(view.archive.entries.values()))
    for kind in EntityKind:
        records = [r for r in view.archive.entities.values() if r.kind is kind]
        yield from letters.pages(view, kind, records)
        for record in records:
            path = addresses.file(view.archive.urls[record.id][view.lang])
            given = record.id, connections.of(record.id)
            yield Later(path=path, view=view, make=page, given=given)
            yield from paging.blocks(
                view,
                view.articles(record),
                view.archive.urls[record.id],
                name=record.name,
                menu=kind.value,
                record=record,
            )


def newest_year(entries: Iterable[Entry]) -> int:
    """The year of the archive's newest article; 0 where none has a date."""
    first = next(iter(entries), None)
    return first.original.date.year if first and first.original.date else 0


def page(view: View, id_: str, connections: Connections) -> Page:
    """One record in the view's language: what is known of it, and what names it."""
    edition, record = view.edition, view.archive.entities[id_]
    places = view.archive.urls[record.id]
    ids = view.articles(record)
    name = record.name.get(view.lang)
    description = record.description.get(view.lang)
    made = {
        **facts(view, connections, record, ids),
        **_OF[record.kind](view, connections, record, ids),
    }
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="event.html" if record.kind is EntityKind.EVENT else "entity.html",
                title=name,
                description=description or edition.say(f"kind.{record.kind}.about", name=name),
                places=places,
                menu=record.kind.value,
            ),
            "entity": {key: value for key, value in made.items() if value},
            "list": listing(view, record, ids, places[view.lang]),
        },
    )


def facts(view: View, connections: Connections, record: Entity, ids: Sequence[str]) -> Item:
    """What records of all kinds say, in the reader's language."""
    edition = view.edition
    covering = view.archive.coverage.get(record.id, ids)
    return {
        **view.text(record.name),
        "kicker": edition.say(f"kind.{record.kind}.one"),
        "kicker_url": addresses.link(urls.index(record.kind, view.lang)),
        "other_name": other_name(view, record),
        "abbreviations": list(record.abbreviations),
        "aliases": aliases(record),
        "description": view.text(record.description) if record.description.get(view.lang) else None,
        **institution.belongings(view, connections, record),
        "company": company.company(view, record, covering, when=record.when),
        "url": provenance.elsewhere(record.url),
        "same_as": [link for link in map(provenance.elsewhere, record.same_as) if link],
    }


def listing(view: View, record: Entity, ids: Sequence[str], url: str) -> Item:
    """The articles of a record as its page shows them: by year, the newest first."""
    rest = paging.rest(view, ids, url)
    none = "" if ids else view.edition.say(f"kind.{record.kind}.none")
    if record.kind is EntityKind.EVENT:
        others = event.others(view, record, ids)
        return {
            "count": view.edition.count("count.articles", len(others)),
            "groups": by_year(view, newest(others)),
            "none": none,
            **rest,
        }
    groups = listing_by_year(view, ids)
    return {
        "count": view.edition.count("count.articles", len(ids)),
        "years": stories.years(view, ids, url),
        "groups": stories.with_posts(view, record, groups, ids),
        "none": none,
        **rest,
    }


def other_name(view: View, record: Entity) -> Item | None:
    """The name in the other language, where it has one of its own."""
    name = record.name.vi if view.lang == "en" else record.name.en
    shown = record.name.get(view.lang)
    return {"name": name, "lang": view.edition.other} if name and name != shown else None


def aliases(record: Entity) -> list[Item]:
    """Other names, each once, with the language that it is in where that is known."""
    given = record.aliases
    known = (("vi", given.vi), ("en", given.en), ("", given.other))
    seen = {record.name.vi, record.name.en, *record.abbreviations}
    made: list[Item] = []
    for lang, names in known:
        for name in names:
            if name not in seen:
                seen.add(name)
                made.append({"name": name, "lang": lang})
    return made


_OF: Mapping[EntityKind, Callable[[View, Connections, Entity, Sequence[str]], Item]] = {
    EntityKind.PERSON: person.facts,
    EntityKind.ORGANISATION: institution.facts,
    EntityKind.PLACE: institution.facts,
    EntityKind.TOPIC: institution.facts,
    EntityKind.EVENT: event.facts,
    EntityKind.OUTLET: outlet.facts,
}
"""What the page of each kind says besides."""

"""Pages of authority records, and the lists of all records of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.assemble import urls
from generator.assemble.paging import of_record
from generator.extract.markdown import escape
from generator.model import LANGS, DatedRole, Entity, EntityKind, Page
from generator.pages import addresses, paging, prose, provenance
from generator.pages.view import Item, View, head, listing_by_year
from generator.vietnamese import fold

TOGETHER = 12
"""Records shown as named together with one."""

NOTE_LENGTH = 120
"""Longest note beside a name in a list, in characters."""

_ALPHABET = "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ"
"""Letters in the order of Vietnamese dictionaries, with those of other names."""


def pages(view: View) -> Iterator[Page]:
    """Every record's page, and for each kind the list of them all."""
    for kind in EntityKind:
        records = [r for r in view.archive.entities.values() if r.kind is kind]
        yield index(view, kind, records)
        for record in records:
            yield page(view, record)
            yield from paging.blocks(
                view,
                articles(view, record),
                view.archive.urls[record.id],
                name=record.name,
                menu=kind.value,
            )


def articles(view: View, record: Entity) -> Sequence[str]:
    """Ids of the entries to show with a record, newest first."""
    archive = view.archive
    return of_record(record, listed=archive.listed, published=archive.published)


def page(view: View, record: Entity) -> Page:
    """One record in the view's language: what is known of it, and what names it."""
    edition = view.edition
    places = view.archive.urls[record.id]
    ids = articles(view, record)
    name = record.name.get(view.lang)
    description = record.description.get(view.lang)
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="entity.html",
                title=name,
                description=description or edition.say(f"kind.{record.kind}.about", name=name),
                places=places,
                menu=record.kind.value,
            ),
            "search": {"boost": 2},
            "entity": facts(view, record, ids),
            "list": {
                "count": edition.count("count.articles", len(ids)),
                "groups": listing_by_year(view, ids),
                **paging.rest(view, ids, places[view.lang]),
            },
        },
        body=escape(description or name) if ids else "",
    )


def facts(view: View, record: Entity, ids: Sequence[str]) -> Item:
    """What the record says, in the reader's language; what is unknown is left out."""
    edition = view.edition
    made: Item = {
        **view.text(record.name),
        "kicker": edition.say(f"kind.{record.kind}.one"),
        "kicker_url": addresses.link(urls.index(record.kind, view.lang)),
        "other_name": other_name(view, record),
        "aliases": [*record.abbreviations, *record.aliases],
        "description": view.text(record.description) if record.description.get(view.lang) else None,
        "roles": [role(view, one) for one in reversed(record.roles)],
        "when": edition.interval(record.when) if record.when else "",
        "iso": str(record.when.start) if record.when else "",
        "place": view.entity(record.place),
        "parent": view.entity(record.parent),
        "children": children(view, record),
        "together": together(view, record, ids),
        "url": provenance.elsewhere(record.url),
        "same_as": [link for link in map(provenance.elsewhere, record.same_as) if link],
        "held": held(view, record, ids),
    }
    return {key: value for key, value in made.items() if value}


def other_name(view: View, record: Entity) -> Item | None:
    """The name in the other language, where it has one of its own."""
    name = record.name.vi if view.lang == "en" else record.name.en
    shown = record.name.get(view.lang)
    return {"name": name, "lang": view.edition.other} if name and name != shown else None


def role(view: View, post: DatedRole) -> Item:
    """A post with its organisation and years."""
    return {
        **view.text(post.title),
        "organisation": view.entity(post.organisation),
        "span": view.edition.span(post.start, post.end),
    }


def children(view: View, record: Entity) -> list[Item | None]:
    """Records that belong to this one, or take place there."""
    return [
        view.entity(other.id)
        for other in view.archive.entities.values()
        if record.id in (other.parent, other.place)
    ]


def together(view: View, record: Entity, ids: Iterable[str]) -> list[Item]:
    """The records that most of the same articles name, of any kind but outlets."""
    records = view.archive.entities
    shared = Counter(
        mention.entity for id_ in ids for mention in view.archive.entries[id_].mentions
    )
    ranked = [
        (id_, number)
        for id_, number in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        if id_ in records and id_ != record.id and records[id_].kind is not EntityKind.OUTLET
    ]
    return [
        {**(view.entity(id_) or {}), **view.counted(number)} for id_, number in ranked[:TOGETHER]
    ]


def held(view: View, record: Entity, ids: Sequence[str]) -> str:
    """What the archive holds of an outlet: how much, from when to when."""
    if record.kind is not EntityKind.OUTLET:
        return ""
    entries = view.archive.entries
    years = [date.year for id_ in ids if (date := entries[id_].original.date)]
    return view.held(len(ids), years)


def index(view: View, kind: EntityKind, records: Iterable[Entity]) -> Page:
    """All records of a kind, by letter; events by time, the latest first."""
    edition = view.edition
    places = {lang: urls.index(kind, lang) for lang in LANGS}
    lines = [line(view, record) for record in records]
    if kind is EntityKind.EVENT:
        lines.sort(key=lambda one: (str(one["iso"]), str(one["name"])), reverse=True)
        groups = [_group(year, of) for year, of in groupby(lines, key=_year)]
    else:
        lines.sort(key=lambda one: (_letter_place(one), fold(str(one["name"])), str(one["name"])))
        groups = [_group(letter, of) for letter, of in groupby(lines, key=_letter)]
    title = edition.say(f"kind.{kind}")
    return Page(
        path=addresses.file(places[view.lang]),
        meta={
            **head(
                view,
                template="index.html",
                title=title,
                description=edition.say(f"kind.{kind}.intro"),
                places=places,
                menu=kind.value,
            ),
            "index": {
                "heading": title,
                "intro": edition.say(f"kind.{kind}.intro"),
                "count": edition.count(f"count.{kind}", len(lines)),
                "groups": groups,
            },
        },
    )


def line(view: View, record: Entity) -> Item:
    """A record in the list of its kind: its name, what tells it apart, how often it is named."""
    latest = record.roles[-1] if record.roles else None
    note = latest.title.get(view.lang) if latest else record.description.get(view.lang)
    return {
        **(view.entity(record.id) or {}),
        "note": prose.shorten(note, NOTE_LENGTH),
        "when": view.edition.interval(record.when) if record.when else "",
        "iso": str(record.when.start) if record.when else "",
        **view.counted(len(articles(view, record))),
    }


def _group(name: str, lines: Iterable[Item]) -> Item:
    return {"name": name, "links": list(lines)}


def _year(one: Item) -> str:
    return str(one["iso"])[:4]


def _letter(one: Item) -> str:
    """The dictionary letter of a name; `#` for one that starts with none."""
    first = str(one["name"])[:1].upper()
    if first in _ALPHABET:
        return first
    base = fold(first).upper()
    return base if base and base in _ALPHABET else "#"


def _letter_place(one: Item) -> int:
    return _ALPHABET.find(_letter(one))

"""Indexes: all records of a kind, from A to Z as the reader's language has it; events by date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.assemble import indexes, paging, urls
from generator.assemble.indexes import Order
from generator.model import LANGS, Entity, EntityKind, Page
from generator.pages import addresses, prose
from generator.pages.edition import Edition
from generator.pages.view import Item, View, head

NOTE_LENGTH = 120
"""Longest note beside a name in a list, in characters."""


def pages(view: View, kind: EntityKind, records: Sequence[Entity]) -> Iterator[Page]:
    """The index of a kind in each of its orders, and its letters where it is long."""
    if kind is EntityKind.EVENT:
        yield from _events(view, records)
        return
    for order in indexes.orders(kind):
        letters = indexes.by_letter(records, view.lang, order)
        yield _index(view, kind, letters, order)
        if len(records) > paging.SIZE:
            for letter in letters:
                yield from _letter(view, kind, letters, letter, order)


def _index(
    view: View, kind: EntityKind, letters: Mapping[str, Sequence[Entity]], order: Order
) -> Page:
    """The index's own page: all of it, or the most named of each letter where it is long."""
    records = [record for of in letters.values() for record in of]
    ranked = sorted(records, key=lambda one: (-len(view.articles(one)), one.id))
    shown = {record.id for record in ranked[: paging.SIZE]}
    long = len(shown) < len(records)
    groups = []
    for letter, of in letters.items():
        lines = [line(view, record, order) for record in of if record.id in shown]
        own = indexes.url(kind, view.lang, order, letter) if long else ""
        group: Item = {
            "id": f"l-{indexes.slug(letter)}",
            "name": letter,
            "url": addresses.link(own) if own else "",
            "links": lines,
        }
        if len(lines) < len(of):
            counted = view.edition.count(f"count.{kind}", len(of))
            name = view.edition.say("list.whole", count=counted)
            group["more"] = {"name": name, "url": addresses.link(own)}
        if lines:
            groups.append(group)
    edition = view.edition
    intro = edition.say(f"kind.{kind}.intro")
    return _page(
        view,
        kind,
        places={lang: indexes.url(kind, lang, order) for lang in LANGS},
        title=_title(edition, kind, order),
        index={
            "heading": edition.say(f"kind.{kind}"),
            "intro": f"{intro} {edition.say('index.abridged')}" if long else intro,
            "count": edition.count(f"count.{kind}", len(records)),
            "switch": _switch(view, kind, order),
            "letters": strip(view, kind, letters, order, apart=long),
            "groups": groups,
        },
    )


def _title(edition: Edition, kind: EntityKind, order: Order) -> str:
    title = edition.say(f"kind.{kind}")
    if order is Order.NAME:
        return title
    return edition.say("index.title", kind=title, part=edition.say(f"index.{order}"))


def _letter(
    view: View,
    kind: EntityKind,
    letters: Mapping[str, Sequence[Entity]],
    letter: str,
    order: Order,
) -> Iterator[Page]:
    """One letter of a long index, on as many pages as it takes."""
    edition = view.edition
    parts = indexes.parts(letters[letter])
    both = {
        lang: indexes.url(kind, lang, order, letter)
        for lang in LANGS
        if letter == indexes.OTHER or letter in indexes.alphabet(lang)
    }
    for number, records in enumerate(parts, start=1):
        title = edition.say("index.title", kind=edition.say(f"kind.{kind}"), part=letter)
        if number > 1:
            page = edition.say("paging.page", n=edition.number(number))
            title = edition.say("paging.title", name=title, page=page)
        lines = [line(view, record, order) for record in records]
        own = both[view.lang]
        yield _page(
            view,
            kind,
            places=_places(view, kind, both, letter, order, number),
            title=title,
            index={
                "heading": letter,
                "kicker": _title(edition, kind, order),
                "kicker_url": addresses.link(indexes.url(kind, view.lang, order)),
                "count": edition.count(f"count.{kind}", len(letters[letter])),
                "letters": strip(view, kind, letters, order, apart=True, current=letter),
                "parts": _strip_of_parts(view, parts, own, number, order),
                "groups": [{"links": lines}],
            },
        )

"""The index of events: by year, the latest first, in the blocks of all long lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.assemble import indexes, paging, urls
from generator.model import LANGS, Entity, EntityKind, Page
from generator.pages import addresses
from generator.pages.view import Item, View, head

_KIND = EntityKind.EVENT


def pages(view: View, records: Sequence[Entity]) -> Iterator[Page]:
    """The index's own page and its blocks."""
    edition = view.edition
    events = sorted(records, key=_when, reverse=True)
    title = edition.say(f"kind.{_KIND}")
    numbers = paging.blocks(len(events))
    made: Item = {
        "heading": title,
        "intro": edition.say(f"kind.{_KIND}.intro"),
        "count": edition.count(f"count.{_KIND}", len(events)),
        "groups": _groups(view, paging.newest(events)),
    }
    if numbers:
        made["older"] = _neighbour(view, numbers[-1])
    yield _page(view, {lang: urls.index(_KIND, lang) for lang in LANGS}, title, made)
    landing: Item = {"title": title, "url": addresses.link(urls.index(_KIND, view.lang))}
    for number in numbers:
        heading = edition.say("paging.page", n=edition.number(number))
        block: Item = {
            "heading": heading,
            "kicker": title,
            "kicker_url": landing["url"],
            "groups": _groups(view, paging.block(events, number)),
            "newer": landing if number == numbers[-1] else _neighbour(view, number + 1),
        }
        if number > 1:
            block["older"] = _neighbour(view, number - 1)
        places = {lang: urls.block(indexes.by_date(lang), number) for lang in LANGS}
        name = edition.say("paging.title", name=title, page=heading)
        yield _page(view, places, name, block)


def _when(event: Entity) -> tuple[str, str]:
    return str(event.when.start) if event.when else "", event.id


def line(view: View, event: Entity) -> Item:
    """An event with its date and the number of articles that name it."""
    return {
        **(view.entity(event.id) or {}),
        **view.counted(len(view.articles(event))),
        "when": view.edition.interval(event.when) if event.when else "",
        "iso": str(event.when.start) if event.when else "",
    }


def _groups(view: View, events: Sequence[Entity]) -> list[Item]:
    return [
        {
            "id": f"y{year}" if year else "undated",
            "name": year or view.edition.say("date.unknown"),
            "links": [line(view, event) for event in of],
        }
        for year, of in groupby(events, key=lambda event: _when(event)[0][:4])
    ]


def _neighbour(view: View, number: int) -> Item:
    return {
        "title": view.edition.say("paging.page", n=view.edition.number(number)),
        "url": addresses.link(urls.block(indexes.by_date(view.lang), number)),
    }


def _page(view: View, places: Mapping[str, str], title: str, made: Item) -> Page:
    front = head(
        view,
        template="index.html",
        title=title,
        description=view.edition.say(f"kind.{_KIND}.intro"),
        places=places,
        menu=_KIND.value,
    )
    return Page(path=addresses.file(places[view.lang]), meta={**front, "index": made})

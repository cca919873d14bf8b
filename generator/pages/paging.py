"""Pages of long lists: what the list's own page shows, its way back in time, and the blocks.

Nothing on the page of a block depends on how long the list is, so that it stays as it is while
the list grows: it says which page it is, counted from the oldest, but not of how many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble import paging, urls
from generator.model import Bilingual, Entity, Page
from generator.pages import addresses, stories
from generator.pages.later import Later
from generator.pages.view import Item, View, by_year, head


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """What all pages below a list's own say of it; see `blocks`."""

    places: Mapping[str, str]
    name: Bilingual
    menu: str
    record: Entity | None


def rest(view: View, ids: Sequence[str], url: str) -> Item:
    """The way from a list's own page to what it does not show, under `rest`.

    Args:
        view: The edition.
        ids: The whole list, newest first.
        url: The list's own URL.

    Returns:
        A link that leads right to the first entry which the list's page does not show; nothing
        where it shows all.
    """
    numbers = paging.blocks(len(ids))
    if not numbers:
        return {}
    last = addresses.link(urls.block(url, numbers[-1]))
    title = view.edition.say("paging.more")
    return {"rest": {"title": title, "url": f"{last}#{ids[paging.SIZE]}"}}


def blocks(
    view: View,
    ids: Sequence[str],
    places: Mapping[str, str],
    *,
    name: Bilingual,
    menu: str,
    record: Entity | None = None,
) -> Iterator[Later]:
    """The pages below a long list's own, the oldest first; none where it shows all.

    Args:
        view: The edition.
        ids: The whole list, newest first.
        places: Language → the list's own URL.
        name: What the list is of.
        menu: Which entry of the menu the list belongs to.
        record: Whose list it is, if it is a record's: a person's posts stand at the stories.
    """
    numbers = paging.blocks(len(ids))
    whose = _List(places=places, name=name, menu=menu, record=record)
    for number in numbers:
        yield Later(
            path=addresses.file(urls.block(places[view.lang], number)),
            view=view,
            make=_block,
            given=(whose, paging.block(ids, number), number, number == numbers[-1]),
        )


def _block(view: View, whose: _List, shown: Sequence[str], number: int, last: bool) -> Page:  # noqa: FBT001 - as it is given
    places, name, record = whose.places, whose.name, whose.record
    edition = view.edition
    groups = by_year(view, shown, anchors=True)
    here = {lang: urls.block(url, number) for lang, url in places.items()}
    heading = edition.say("paging.page", n=edition.number(number))
    intro = edition.say("paging.intro", span=_span(view, shown))
    listing: Item = {
        "heading": heading,
        "intro": intro,
        "kicker": name.get(view.lang),
        "kicker_lang": view.text(name)["lang"],
        "kicker_url": addresses.link(places[view.lang]),
        "groups": stories.with_posts(view, record, groups, shown) if record else groups,
        "older": _neighbour(view, number - 1, places) if number > 1 else None,
        "newer": _landing(view, name, places) if last else _neighbour(view, number + 1, places),
    }
    front = head(
        view,
        template="list.html",
        title=edition.say("paging.title", name=name.get(view.lang), page=heading),
        description=f"{name.get(view.lang)}. {intro}",
        places=here,
        menu=whose.menu,
    )
    return Page(
        path=addresses.file(here[view.lang]),
        meta={**front, "list": {key: value for key, value in listing.items() if value}},
    )


def _span(view: View, ids: Sequence[str]) -> str:
    """From which date to which these are; the undated say so."""
    dates = [date for id_ in ids if (date := view.archive.entries[id_].original.date)]
    edition = view.edition
    if not dates:
        return edition.say("date.unknown")
    first, last = edition.date(dates[-1]), edition.date(dates[0])
    return first if first == last else f"{first} – {last}"


def _neighbour(view: View, number: int, places: Mapping[str, str]) -> Item:
    return {
        "title": view.edition.say("paging.page", n=view.edition.number(number)),
        "url": addresses.link(urls.block(places[view.lang], number)),
    }


def _landing(view: View, name: Bilingual, places: Mapping[str, str]) -> Item:
    shown = view.text(name)
    return {
        "title": shown["name"],
        "lang": shown["lang"],
        "url": addresses.link(places[view.lang]),
    }

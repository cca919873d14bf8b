"""Coverage of an event: who published when, day by day, with reprints folded into one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from generator.assemble import paging, urls
from generator.model import Date
from generator.pages import addresses
from generator.pages.view import Item, View, shown, text_of
from generator.vietnamese import compare_key

CAPTIONS = 24
"""Most photo captions on the page of an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One text in the coverage.

    Attributes:
        id: The entry that stands for it: the head of its family, or the earliest that is there.
        reprints: The others of it that cover the event, oldest first.
    """

    id: str
    reprints: tuple[str, ...] = ()


def oldest_first(view: View, ids: Iterable[str]) -> list[str]:
    """Entries in the order in which they were published, the undated last."""
    entries = view.archive.entries
    by_id = sorted(ids)
    return sorted(by_id, key=lambda id_: (not entries[id_].original.date, _date(view, id_)))


def families(view: View, ids: Iterable[str]) -> list[Family]:
    """The coverage with reprints folded, each family where the entry that stands for it is."""
    row = oldest_first(view, ids)
    members: dict[str, list[str]] = {}
    for id_ in row:
        members.setdefault(view.archive.entries[id_].head or id_, []).append(id_)
    made = []
    for head, of_family in members.items():
        lead = head if head in of_family else of_family[0]
        others = tuple(id_ for id_ in of_family if id_ != lead)
        made.append(Family(id=lead, reprints=others))
    place = {id_: number for number, id_ in enumerate(row)}
    return sorted(made, key=lambda family: place[family.id])


def on_page(folded: Sequence[Family], ids: Sequence[str]) -> list[Family]:
    """The families that the event's own page shows: the first that fit on one, and the newest.

    Args:
        folded: All families, oldest first.
        ids: All articles of the event's list, newest first. The pages below the event's own do
            without the newest of them.
    """
    newest = frozenset(paging.newest(ids))
    return [
        family
        for place, family in enumerate(folded)
        if place < paging.SIZE or not newest.isdisjoint((family.id, *family.reprints))
    ]


def by_day(view: View, folded: Iterable[Family]) -> list[Item]:
    """Families under the headings of their days.

    Args:
        view: The edition.
        folded: Families, oldest first, the undated last.
    """
    return [
        {
            **_heading(view, date),
            "links": [_line(view, family) for family in of_day],
        }
        for date, of_day in groupby(folded, key=lambda family: known(view, family.id))
    ]


def _heading(view: View, date: Date | None) -> Item:
    if date is None:
        return {
            "id": "undated",
            "name": view.edition.say("undated.title"),
            "url": addresses.link(urls.undated(view.lang)),
        }
    return {
        "id": f"d{date}",
        "name": view.edition.date(date),
        "url": addresses.link(urls.calendar(date, view.lang)),
    }


def _line(view: View, family: Family) -> Item:
    """An article with its time, where that is known, and who else published it."""
    date = view.archive.entries[family.id].original.date
    time = date.time[: len("HH:MM")] if date else ""
    # The day is in the heading above.
    made: Item = {**view.items[family.id], "date": time, "iso": time}
    if family.reprints:
        links = [_reprint(view, id_) for id_ in family.reprints]
        outlets = {
            view.archive.entries[id_].original.source.outlet or id_ for id_ in family.reprints
        }
        made["reprints"] = {
            "text": view.edition.count("event.reprinted", len(outlets)),
            "links": links,
        }
    return made


def _reprint(view: View, id_: str) -> Item:
    item = view.items[id_]
    outlet = view.entity(view.archive.entries[id_].original.source.outlet)
    unknown = {"name": view.edition.say("article.outlet.unknown"), "lang": view.lang}
    named = outlet or unknown
    return {
        "name": named["name"],
        "lang": named["lang"],
        "url": item["url"],
        "title": item["title"],
        "date": item["date"],
    }


def captions(view: View, ids: Iterable[str]) -> list[Item]:
    """The photo captions of the coverage with their credits, each once, oldest article first.

    Of articles that may not be shown in full there are none.
    """
    return list(islice(_captions(view, oldest_first(view, ids)), CAPTIONS))


def _captions(view: View, ids: Iterable[str]) -> Iterator[Item]:
    seen: set[str] = set()
    for id_ in ids:
        entry = view.archive.entries[id_]
        text = text_of(entry, view.lang)
        if shown(view.archive, text) != "full":
            continue
        for image in entry.original.images:
            key = compare_key(image.caption)
            if image.caption and key not in seen:
                seen.add(key)
                size = view.size(entry.original, image.file)
                yield {
                    "src": f"{addresses.link(entry.urls[text.lang])}{image.file}" if size else "",
                    "width": size[0] if size else 0,
                    "height": size[1] if size else 0,
                    "alt": image.alt.get(view.lang),
                    "caption": image.caption,
                    "credit": image.credit,
                    "lang": entry.original.lang,
                    "article": view.items[id_],
                }


def translations(view: View, ids: Iterable[str]) -> list[Item]:
    """The translations of the coverage: title, language and kind, oldest article first."""
    edition = view.edition
    return [
        {
            "title": text.title,
            "lang": lang,
            "language": edition.say(f"language.{lang}"),
            "kind": edition.say(f"translation.{text.translation.kind}"),
            "url": addresses.link(entry.urls[lang]),
        }
        for id_ in oldest_first(view, ids)
        for entry in [view.archive.entries[id_]]
        for lang, text in entry.texts.items()
        if text.translation
    ]


def known(view: View, id_: str) -> Date | None:
    """The day of publication, as precisely as it is known."""
    date = view.archive.entries[id_].original.date
    return date.day_only() if date else None


def _date(view: View, id_: str) -> Date:
    return view.archive.entries[id_].original.date or Date(year=1)

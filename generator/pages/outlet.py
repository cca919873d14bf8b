"""The page of an outlet: what the archive holds of it, and under which rights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.assemble.credits import Credits
from generator.model import LANGS, Entity, Entry
from generator.pages import provenance, stories
from generator.pages.connections import Connections
from generator.pages.view import Item, View

SECTIONS = 10
"""Most sections, and most agencies, that are shown."""


def facts(view: View, _connections: Connections, record: Entity, ids: Sequence[str]) -> Item:
    """What the archive holds of an outlet, in numbers."""
    edition = view.edition
    entries = [view.archive.entries[id_] for id_ in ids]
    copies = sum(is_reprint(entry) for entry in entries)
    copied = sum(bool(entry.reprints) and not is_reprint(entry) for entry in entries)
    return {
        "held": {
            "count": edition.count("count.articles", len(ids)) if ids else "",
            "span": span(view, entries),
            "languages": languages(view, entries),
            "reprints": edition.count("outlet.reprints", copies) if copies else "",
            "reprinted": edition.count("outlet.reprinted", copied) if copied else "",
            "sections": sections(view, entries),
            "agencies": agencies(view, entries),
        },
        "chart": stories.chart(view, ids),
        "rights": provenance.of_outlet(view, record),
    }


def is_reprint(entry: Entry) -> bool:
    """Whether the text is known to have been published elsewhere first."""
    return bool(entry.original.reprint_of) or entry.head not in {"", entry.id}


def span(view: View, entries: Iterable[Entry]) -> str:
    """The dates of the first and the last article, in words; empty where none is known."""
    dates = sorted(date.day_only() for entry in entries if (date := entry.original.date))
    if not dates:
        return ""
    first, last = view.edition.date(dates[0]), view.edition.date(dates[-1])
    return first if first == last else f"{first} – {last}"


def languages(view: View, entries: Iterable[Entry]) -> list[Item]:
    """The languages that it publishes in, with the number of articles; most first."""
    counted = Counter(entry.original.lang for entry in entries)
    ranked = sorted(counted, key=lambda lang: (-counted[lang], LANGS.index(lang)))
    return [
        {"name": view.edition.say(f"language.{lang}"), **view.counted(counted[lang])}
        for lang in ranked
    ]


def sections(view: View, entries: Iterable[Entry]) -> list[Item]:
    """The sections as printed, with the number of articles; most first."""
    printed = ((entry.original.section, entry.original.lang) for entry in entries)
    counted = Counter(one for one in printed if one[0])
    ranked = sorted(counted, key=lambda one: (-counted[one], one))
    return [
        {"name": name, "lang": lang, **view.counted(counted[name, lang])}
        for name, lang in ranked[:SECTIONS]
    ]


def agencies(view: View, entries: Sequence[Entry]) -> list[Item]:
    """The agencies whose copy it prints, most first: as records, or as printed without one."""
    printed = {
        entry.original.source.agency: entry.original.lang
        for entry in entries
        if entry.original.source.agency
    }
    if not printed:
        return []
    credits_ = Credits(view.archive.entities)
    counted = Counter(
        id_
        for entry in entries
        if (agency := entry.original.source.agency)
        for id_ in credits_.certain(agency) or (agency,)
    )
    ranked = sorted(counted, key=lambda agency: (-counted[agency], agency))
    return [
        {
            **(view.entity(agency) or {"name": agency, "lang": printed.get(agency, "")}),
            **view.counted(counted[agency]),
        }
        for agency in ranked[:SECTIONS]
    ]

"""Holdings: what the archive has of each record, in lists of entries that are newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.assemble import order
from generator.assemble.credits import Credits
from generator.model import Entity, EntityKind, Entry

Lists = dict[str, tuple[str, ...]]
"""Record id → ids of entries, newest first."""


def listed(entries: Mapping[str, Entry], by_id: Mapping[str, Entity]) -> Lists:
    """Entries that name a record, are about it, were published by it, or come from it as an agency.

    An agency is known by its id or by any name that it alone has: "TTXVN" under a story is the
    record of Thông tấn xã Việt Nam.

    Args:
        entries: Id → entry, newest first.
        by_id: All records by id.

    Returns:
        Every record's list, in order of kind, then name.
    """
    lists: dict[str, list[str]] = {entity.id: [] for entity in order.by_kind(by_id.values())}
    credits_ = Credits(by_id)
    for entry in entries.values():
        source = entry.original.source
        named = [mention.entity for mention in entry.mentions]
        events = _with_wholes(entry.original.event, by_id)
        credited = credits_.certain(source.agency)
        for id_ in dict.fromkeys((*named, *events, source.outlet, *credited)):
            if id_ in lists:
                lists[id_].append(entry.id)
    return {id_: tuple(ids) for id_, ids in lists.items()}


def coverage(entries: Mapping[str, Entry], by_id: Mapping[str, Entity]) -> Lists:
    """Entries that are about an event or a part of it; only events that have some, in order of id.

    A meeting within a conference belongs to it by its record's `parent`.
    """
    about = (
        (event, entry.id)
        for entry in entries.values()
        for event in _with_wholes(entry.original.event, by_id)
    )
    return dict(sorted(_gathered(about, by_id).items()))


def _with_wholes(event: str, by_id: Mapping[str, Entity]) -> Iterator[str]:
    """An event, what it is a part of, and so on; a circle ends where it began."""
    seen: set[str] = set()
    while event in by_id and event not in seen and by_id[event].kind is EntityKind.EVENT:
        yield event
        seen.add(event)
        event = by_id[event].parent


def published(entries: Mapping[str, Entry], by_id: Mapping[str, Entity]) -> Lists:
    """Entries that an outlet published; only outlets that have some."""
    return _gathered(((e.original.source.outlet, e.id) for e in entries.values()), by_id)


def _gathered(pairs: Iterable[tuple[str, str]], by_id: Mapping[str, Entity]) -> Lists:
    """Pairs of a record's id and an entry's, put together; ids that no record has are left out."""
    lists: dict[str, list[str]] = {}
    for record, entry in pairs:
        if record in by_id:
            lists.setdefault(record, []).append(entry)
    return {record: tuple(ids) for record, ids in lists.items()}

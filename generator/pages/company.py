"""Who and what is named together with a record, kind by kind, with the number of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import Entity, EntityKind, Interval
from generator.pages import career
from generator.pages.view import Item, View

TOGETHER = 6
"""Records of a kind shown as named together with one."""

_COMPACT = frozenset({EntityKind.TOPIC, EntityKind.PLACE})
"""Kinds whose names are short: they stand in a row."""

_KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.TOPIC,
    EntityKind.EVENT,
    EntityKind.PLACE,
)
"""The order in which kinds are shown."""


def company(
    view: View, record: Entity, ids: Iterable[str], *, when: Interval | None = None
) -> list[Item]:
    """The records that most of these articles name, in a group for each kind.

    Args:
        view: The edition.
        record: Whose company; it is left out itself.
        ids: The articles to count in.
        when: The day or days whose posts are shown beside people; None for none.
    """
    ranked = named(view, ids)
    groups: list[Item] = []
    for kind in _KINDS:
        found = [
            (id_, number)
            for id_, number in ranked
            if view.archive.entities[id_].kind is kind and id_ != record.id
        ]
        if found:
            links = [_named(view, id_, number, when) for id_, number in found[:TOGETHER]]
            name = view.edition.say(f"kind.{kind}")
            groups.append({"name": name, "links": links, "compact": kind in _COMPACT})
    return groups


def _named(view: View, id_: str, number: int, when: Interval | None) -> Item:
    posts = career.then(view, view.archive.entities[id_], when)
    shown: Item = {"posts": posts} if posts else {}
    return {**(view.entity(id_) or {}), **view.counted(number), **shown}


def named(view: View, ids: Iterable[str]) -> Sequence[tuple[str, int]]:
    """The records that these articles name, with how many of them do, the most named first."""
    entries, records = view.archive.entries, view.archive.entities
    counted = Counter(mention.entity for id_ in ids for mention in entries[id_].mentions)
    found = ((id_, number) for id_, number in counted.items() if id_ in records)
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))

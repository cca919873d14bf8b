"""Who and what is named together with a record, kind by kind, with the number of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import Entity, EntityKind
from generator.pages.view import Item, View

TOGETHER = 8
"""Records of a kind shown as named together with one."""

_KINDS = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.TOPIC,
    EntityKind.EVENT,
    EntityKind.PLACE,
)
"""The order in which kinds are shown."""


def company(view: View, record: Entity, ids: Iterable[str]) -> list[Item]:
    """The records that most of these articles name, in a group for each kind.

    Args:
        view: The edition.
        record: Whose company; it is left out itself.
        ids: The articles to count in.
    """
    ranked = named(view, ids)
    groups: list[Item] = []
    for kind in _KINDS:
        links = [
            {**(view.entity(id_) or {}), **view.counted(number)}
            for id_, number in ranked
            if view.archive.entities[id_].kind is kind and id_ != record.id
        ]
        if links:
            groups.append({"name": view.edition.say(f"kind.{kind}"), "links": links[:TOGETHER]})
    return groups


def named(view: View, ids: Iterable[str]) -> Sequence[tuple[str, int]]:
    """The records that these articles name, with how many of them do, the most named first."""
    entries, records = view.archive.entries, view.archive.entities
    counted = Counter(mention.entity for id_ in ids for mention in entries[id_].mentions)
    found = ((id_, number) for id_, number in counted.items() if id_ in records)
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))

"""The pages of organisations, places and topics: who held posts there, and what took place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import Entity, EntityKind
from generator.pages import career as careers
from generator.pages import stories
from generator.pages.connections import Connections, ancestors
from generator.pages.view import Item, View

EVENTS = 8
"""Events of a place that are open to be seen; earlier ones unfold."""


def facts(view: View, connections: Connections, record: Entity, ids: Sequence[str]) -> Item:
    """Posts and who held them, events, and articles a year."""
    events = connections.events.get(record.id, ())
    career = holders(view, connections, record, ids)
    drawn = bool(career and career.get("columns"))
    return {
        "career": career,
        "events": dated(view, events[:EVENTS]),
        "earlier": dated(view, events[EVENTS:]),
        "events_count": view.edition.count("count.events", len(events)),
        # The time line of posts has the articles a year on it already.
        "chart": None if drawn else stories.chart(view, ids),
    }


def holders(
    view: View, connections: Connections, record: Entity, ids: Sequence[str]
) -> Item | None:
    """The posts in an organisation on one time line, each with its person; None without any."""
    found = connections.holders.get(record.id, ())
    if not found:
        return None
    roles = [role for _, role in found]
    years = stories.of_years(view, ids)
    line = careers.axis(roles, years, connections.newest)
    posts = [
        {**careers.post(view, role, line), "organisation": None, "person": view.entity(id_)}
        for id_, role in found
    ]
    scale = careers.scale(line, roles, years) if line else {}
    return {"shared": True, **careers.folded(view, posts), **scale}


def belongings(view: View, connections: Connections, record: Entity) -> Item:
    """What it belongs to, the nearest first, and what belongs to it, kind by kind."""
    records = view.archive.entities
    children = connections.children.get(record.id, ())
    groups: list[Item] = []
    for kind in EntityKind:
        of_kind = [id_ for id_ in children if records[id_].kind is kind]
        if of_kind:
            groups.append({"name": view.edition.say(f"kind.{kind}"), "links": dated(view, of_kind)})
    return {
        "parents": [view.entity(id_) for id_ in ancestors(records, record.id)],
        "children": groups,
    }


def dated(view: View, ids: Iterable[str]) -> list[Item]:
    """Records as links, events with their dates."""
    made: list[Item] = []
    for id_ in ids:
        when = view.archive.entities[id_].when
        shown = {"when": view.edition.interval(when)} if when else {}
        made.append({**(view.entity(id_) or {}), **shown})
    return made

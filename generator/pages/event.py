"""The page of an event: what, when, where, who, and who published what about it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Entity
from generator.pages import coverage
from generator.pages.connections import Connections
from generator.pages.coverage_table import table
from generator.pages.view import Item, View


def facts(view: View, connections: Connections, record: Entity, ids: Sequence[str]) -> Item:
    """When and where, the coverage day by day, who else names it, and the events beside it."""
    edition, covering = view.edition, view.archive.coverage.get(record.id, ())
    folded = coverage.families(view, covering)
    shown = coverage.on_page(folded, ids)
    days = coverage.by_day(view, shown)
    anchors = [str(day["id"]) for day in days]
    return {
        "when": edition.interval(record.when) if record.when else "",
        "iso": str(record.when.start) if record.when else "",
        "place": view.entity(record.place),
        "covering": edition.count("count.articles", len(covering)) if covering else "",
        "days": days,
        "cut": len(shown) < len(folded),
        "table": table(view, covering, anchors=anchors),
        "captions": coverage.captions(view, covering),
        "translations": coverage.translations(view, covering),
        "before": neighbour(view, connections.before.get(record.id, "")),
        "after": neighbour(view, connections.after.get(record.id, "")),
    }


def others(view: View, record: Entity, ids: Sequence[str]) -> list[str]:
    """The articles that name an event and are not about it, newest first.

    Args:
        view: The edition.
        record: The event.
        ids: All articles that name it or are about it, newest first.
    """
    covering = frozenset(view.archive.coverage.get(record.id, ()))
    return [id_ for id_ in ids if id_ not in covering]


def neighbour(view: View, id_: str) -> Item | None:
    """The event before or after, with its date; None where there is none."""
    record = view.archive.entities.get(id_)
    if record is None or record.when is None:
        return None
    return {**(view.entity(id_) or {}), "when": view.edition.interval(record.when)}

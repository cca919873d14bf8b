"""The page of an event: what, when, where, who, and who published what about it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.assemble import paging
from generator.model import Entity
from generator.pages import coverage
from generator.pages.connections import Connections
from generator.pages.coverage_table import table
from generator.pages.view import Item, View


def facts(view: View, connections: Connections, record: Entity, ids: Sequence[str]) -> Item:  # noqa: ARG001 - as for all kinds
    """When and where, the coverage day by day, who else names it, and the events beside it."""
    edition, covering = view.edition, view.archive.coverage.get(record.id, ())
    folded = coverage.families(view, covering)
    days = coverage.by_day(view, folded)
    anchors = [str(day["id"]) for day in days]
    return {
        "when": edition.interval(record.when) if record.when else "",
        "iso": str(record.when.start) if record.when else "",
        "place": view.entity(record.place),
        "covering": edition.count("count.articles", len(covering)) if covering else "",
        "days": days,
        "table": table(view, covering, anchors=anchors),
        "captions": coverage.captions(view, covering),
        "translations": coverage.translations(view, covering),
        "before": neighbour(view, connections.before.get(record.id, "")),
        "after": neighbour(view, connections.after.get(record.id, "")),
    }


def others(view: View, record: Entity, ids: Sequence[str]) -> list[str]:
    """The newest of the articles that name an event and do not stand in its coverage, as shown.

    Args:
        view: The edition.
        record: The event.
        ids: All articles that name it or are about it, newest first.
    """
    folded = coverage.families(view, view.archive.coverage.get(record.id, ()))
    shown = {id_ for family in folded[: paging.SIZE] for id_ in (family.id, *family.reprints)}
    return [id_ for id_ in paging.newest(ids) if id_ not in shown]


def neighbour(view: View, id_: str) -> Item | None:
    """The event before or after, with its date; None where there is none."""
    record = view.archive.entities.get(id_)
    if record is None or record.when is None:
        return None
    return {**(view.entity(id_) or {}), "when": view.edition.interval(record.when)}

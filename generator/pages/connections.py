"""How records hang together, read the other way round: who held posts there, what belongs to it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.model import DatedRole, Entity, EntityKind

Thing = TypeVar("Thing")

Holder = tuple[str, DatedRole]
"""A person's id and a post that the person held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """What other records say of a record; made once, asked for on every page.

    Attributes:
        children: Id → ids of the records that belong to it, in the archive's order.
        events: Place id → ids of the events there, or in a place that belongs to it; latest first.
        holders: Organisation id → posts there and who held them, latest first.
        before: Event id → the event before it in time; those without a date stand outside time.
        after: Event id → the event after it.
        newest: The year of the archive's newest article; 0 where none has a date.
    """

    children: Mapping[str, tuple[str, ...]]
    events: Mapping[str, tuple[str, ...]]
    holders: Mapping[str, tuple[Holder, ...]]
    before: Mapping[str, str]
    after: Mapping[str, str]
    newest: int = 0

    def of(self, id_: str) -> Connections:
        """What they say of one record, and of no other."""
        return Connections(
            children=_only(self.children, id_),
            events=_only(self.events, id_),
            holders=_only(self.holders, id_),
            before=_only(self.before, id_),
            after=_only(self.after, id_),
            newest=self.newest,
        )


def connect(records: Mapping[str, Entity], newest: int = 0) -> Connections:
    """Go once through all records.

    Args:
        records: Id → record, in the order in which lists show them.
        newest: As `Connections` has it.
    """
    children: dict[str, list[str]] = {}
    events: dict[str, list[str]] = {}
    holders: dict[str, list[Holder]] = {}
    for record in records.values():
        if record.parent != record.id and record.parent:
            children.setdefault(record.parent, []).append(record.id)
        for role in record.roles:
            if role.organisation:
                holders.setdefault(role.organisation, []).append((record.id, role))
    dated = [record for record in records.values() if record.kind is EntityKind.EVENT]
    dated.sort(key=_when)
    for event in reversed(dated):
        for place in dict.fromkeys((event.place, *ancestors(records, event.place))):
            if place:
                events.setdefault(place, []).append(event.id)
    row = [event.id for event in dated if event.when]
    return Connections(
        children=_fixed(children),
        events=_fixed(events),
        holders={id_: tuple(sorted(of, key=_latest)) for id_, of in holders.items()},
        before={later: earlier for earlier, later in itertools.pairwise(row)},
        after=dict(itertools.pairwise(row)),
        newest=newest,
    )


def _only(of: Mapping[str, Thing], id_: str) -> dict[str, Thing]:
    return {id_: of[id_]} if id_ in of else {}


def ancestors(records: Mapping[str, Entity], id_: str) -> Iterator[str]:
    """Ids of what a record belongs to, the nearest first; a ring of parents ends where it began."""
    seen = {id_}
    while id_ in records and (id_ := records[id_].parent) in records and id_ not in seen:
        seen.add(id_)
        yield id_


def _when(event: Entity) -> tuple[str, str, str]:
    """The place of an event in time; those without a date come first."""
    when = event.when
    return (str(when.start), str(when.end), event.id) if when else ("", "", event.id)


def _latest(holder: Holder) -> tuple[int, tuple[int, ...], str, str]:
    """The place of a post in a list with the latest first; those without any date come last."""
    id_, role = holder
    known = role.start or role.end
    date = (known.year, known.month, known.day) if known else ()
    return (0 if known else 1, tuple(-part for part in date), id_, role.title.get("vi"))


def _fixed(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {id_: tuple(ids) for id_, ids in lists.items()}

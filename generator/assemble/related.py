"""Neighbours of an article, each with the reason a reader is given.

Two articles are neighbours by the records that both name; a rare record says more than a common
one (inverse document frequency). The same event says most. Among equals the nearer in time wins.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble import order
from generator.assemble.works import Work
from generator.model import Mention, Reason, Related

LIMIT = 5
"""Neighbours shown."""

REASONS = 3
"""Records that a reason names at most."""

WINDOW = 32
"""Of those that name a record, so many next to an article in time on either side are looked at:
the cost of a record that everybody names stays linear, and a reader of news from 1995 is not
sent to 2024 for a name that stands everywhere."""

COMMON, COMMON_COUNT = 0.5, 10
"""A record that more than this share of all articles names, and more than so many, relates
nothing to anything: "Việt Nam" in an archive of Vietnamese diplomacy."""

_FAR = 10**7
"""Days; farther than any two dates, for articles whose date is unknown."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What counts of an article here; `entities` without the common ones."""

    id: str
    family: str
    entities: frozenset[str]
    event: str
    day: int | None
    blocked: frozenset[str]


def relate(
    works: Sequence[Work], named: Mapping[str, Sequence[Mention]], families: Mapping[str, str]
) -> dict[str, tuple[Related, ...]]:
    """Find at most `LIMIT` neighbours of each article, best first.

    What an editor relates comes first, and what one keeps away, on either side, never comes.
    Members of a family of reprints are no neighbours, and only the best of a family is shown.

    Args:
        works: Articles that are shown, newest first.
        named: Article id → its mentions.
        families: Article id → what all reprints of one text share.
    """
    everywhere = _postings([mention.entity for mention in named[work.id]] for work in works)
    most = max(COMMON_COUNT, len(works) * COMMON)
    postings = {entity: at for entity, at in everywhere.items() if len(at) <= most}
    weights = {entity: math.log1p(len(works) / len(at)) for entity, at in postings.items()}
    items = [
        _Item(
            id=work.id,
            family=families[work.id],
            entities=frozenset(mention.entity for mention in named[work.id]) & weights.keys(),
            event=work.original.event,
            day=order.day(work.original.date) if work.original.date else None,
            blocked=frozenset(work.original.unrelated),
        )
        for work in works
    ]
    events = _postings([item.event] if item.event else [] for item in items)
    at = {work.id: position for position, work in enumerate(works)}
    related = {}
    for position, work in enumerate(works):
        own = items[position]
        near = {other for entity in own.entities for other in _near(position, postings[entity])}
        if own.event:
            near.update(_near(position, events[own.event]))
        chosen = [id_ for id_ in dict.fromkeys(work.original.related) if id_ in at]
        picked = [
            Related(id=id_, reason=Reason(editor=True))
            for id_ in chosen
            if id_ != own.id and id_ not in own.blocked
        ]
        seen = {own.family, *(families[neighbour.id] for neighbour in picked)}
        ranked = [_rank(own, items[other], other, weights) for other in near]
        picked += _pick(own, ranked, items, weights, seen)
        related[work.id] = tuple(picked[:LIMIT])
    return related


def _postings(lists: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Name → positions of the lists that have it, rising."""
    postings: dict[str, list[int]] = {}
    for position, names in enumerate(lists):
        for name in names:
            postings.setdefault(name, []).append(position)
    return postings


def _near(position: int, positions: Sequence[int]) -> Sequence[int]:
    """Those that stand next to a position, `WINDOW` on either side."""
    middle = bisect_left(positions, position)
    return positions[max(middle - WINDOW, 0) : middle + WINDOW + 1]


def _rank(
    own: _Item, other: _Item, position: int, weights: Mapping[str, float]
) -> tuple[bool, float, int, int]:
    """What neighbours are sorted by: event, rarity of what is shared, days between, position."""
    # fsum is exact, and so the same in whatever order a set comes.
    score = math.fsum(map(weights.__getitem__, own.entities & other.entities))
    elsewhere = not own.event or own.event != other.event
    known = own.day is not None and other.day is not None
    distance = abs((own.day or 0) - (other.day or 0)) if known else _FAR
    return elsewhere, -score, distance, position


def _pick(
    own: _Item,
    ranked: list[tuple[bool, float, int, int]],
    items: Sequence[_Item],
    weights: Mapping[str, float],
    seen: set[str],
) -> Iterator[Related]:
    """Choose the best of each family that is not in `seen` yet, at most `LIMIT`."""
    heapq.heapify(ranked)
    picked = 0
    while ranked and picked < LIMIT:
        elsewhere, _, _, position = heapq.heappop(ranked)
        other = items[position]
        if other.family in seen or other.id in own.blocked or own.id in other.blocked:
            continue
        seen.add(other.family)
        picked += 1
        if elsewhere:
            shared = own.entities & other.entities
            rarest = sorted(shared, key=lambda entity: (-weights[entity], entity))
            reason = Reason(entities=tuple(rarest[:REASONS]))
        else:
            reason = Reason(event=own.event)
        yield Related(id=other.id, reason=reason)

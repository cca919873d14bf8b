"""Neighbours of an article, each with the reason a reader is given.

Two articles are neighbours by the records that both name; a rare record says more than a common
one (inverse document frequency). The same event says most. Among equals the nearer in time wins.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
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
    """What counts of an article here."""

    position: int
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
    items = {work.id: _item(position, work, named[work.id]) for position, work in enumerate(works)}
    postings: dict[str, list[str]] = {}
    for id_, item in items.items():
        for entity in item.entities:
            postings.setdefault(entity, []).append(id_)
    most = max(COMMON_COUNT, len(works) * COMMON)
    weights = {
        entity: math.log1p(len(works) / len(ids))
        for entity, ids in postings.items()
        if len(ids) <= most
    }
    candidates = _candidates({entity: postings[entity] for entity in sorted(weights)})
    for ids in _events(items).values():
        _neighbours(ids, candidates)
    return {
        work.id: _pick(work, candidates.get(work.id, set()), items, weights, families)
        for work in works
    }


def _item(position: int, work: Work, named: Sequence[Mention]) -> _Item:
    original = work.original
    return _Item(
        position=position,
        entities=frozenset(mention.entity for mention in named),
        event=original.event,
        day=order.day(original.date) if original.date else None,
        blocked=frozenset(original.unrelated),
    )


def _events(items: Mapping[str, _Item]) -> dict[str, list[str]]:
    events: dict[str, list[str]] = {}
    for id_, item in items.items():
        if item.event:
            events.setdefault(item.event, []).append(id_)
    return events


def _candidates(postings: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    candidates: dict[str, set[str]] = {}
    for ids in postings.values():
        _neighbours(ids, candidates)
    return candidates


def _neighbours(ids: Sequence[str], candidates: dict[str, set[str]]) -> None:
    """Make those that stand near each other in a list candidates of each other."""
    if len(ids) > 1:
        for number, id_ in enumerate(ids):
            near = ids[max(number - WINDOW, 0) : number + WINDOW + 1]
            candidates.setdefault(id_, set()).update(near)


def _pick(
    work: Work,
    candidates: set[str],
    items: Mapping[str, _Item],
    weights: Mapping[str, float],
    families: Mapping[str, str],
) -> tuple[Related, ...]:
    own = items[work.id]
    picked = [
        Related(id=id_, reason=Reason(kind="editor"))
        for id_ in dict.fromkeys(work.original.related)
        if id_ in items and id_ != work.id and id_ not in own.blocked
    ]
    seen = {families[work.id], *(families[related.id] for related in picked)}
    scored = []
    for id_ in candidates:
        other = items[id_]
        if families[id_] in seen or id_ in own.blocked or work.id in other.blocked:
            continue
        shared = [entity for entity in own.entities & other.entities if entity in weights]
        score = round(math.fsum(weights[entity] for entity in shared), 9)
        same_event = bool(own.event) and own.event == other.event
        distance = _FAR if None in {own.day, other.day} else abs((own.day or 0) - (other.day or 0))
        scored.append((not same_event, -score, distance, other.position, id_, shared))
    for elsewhere, _, _, _, id_, shared in sorted(scored):
        if len(picked) >= LIMIT:
            break
        if families[id_] not in seen:
            seen.add(families[id_])
            rarest = sorted(shared, key=lambda entity: (-weights[entity], entity))
            reason = (
                Reason(kind="entities", entities=tuple(rarest[:REASONS]))
                if elsewhere
                else Reason(kind="event", entities=(own.event,))
            )
            picked.append(Related(id=id_, reason=reason))
    return tuple(picked[:LIMIT])

"""Neighbours of an article, each with all that speaks for it.

The same event says most, then a link that one outlet set to the other's page; then the records
that both name and the telling words that both use, each the more the fewer articles have them.
What lies near in time counts a little more, and never nothing for being far away.

The weights were set on ten of the twenty articles of `tests/gold/related.yml` (every second one in
order of id), where all 21 neighbours named by hand are among the five, and then checked on the
other ten: 22 of 23, reprints of one text taken as one. They stand on a wide plateau: of 120 sets of
weights (records 0.2 to 0.6, words the rest; `NEAR` 0 to 0.4; `HALF` one and ten years; headlines
once to three times) none found fewer than 38 of the 44. Records alone find 43, words alone 37.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.assemble import order
from generator.assemble.evidence import Evidence
from generator.assemble.likeness import near
from generator.assemble.terms import Term
from generator.assemble.works import Work
from generator.model import Entity, Mention, Reason, Related

LIMIT = 5
"""Neighbours shown."""

REASONS = 3
"""Records, and telling words, that a reason names at most."""

EVENT, LINKED = 2.0, 0.5
"""What the same event, and a link, add to a score; records and words add at most 1 together."""

FLOOR = 0.08
"""What must at least speak for a neighbour, before time is looked at. On the demonstration archive
an eighth of all neighbours lie below ("thiên nhiên", one country in common), and none of those
named by hand that are among the five; at 0.09 the first of these is lost."""

NEAR = 0.3
"""How much of a score nearness in time is: so much is lost between centuries."""

HALF = 365
"""Days after which half of that is lost; articles without a date are as if centuries away."""

ROUGH, LOOKED = 100, 40
"""Candidates that share most within `WINDOW`, and families of them that are looked at closely."""

_FAR = 10**7  # days; farther than any two dates, for articles whose date is unknown


@dataclass(frozen=True, slots=True)
class _Item:
    """What counts of an article here."""

    id: str
    family: str
    event: str
    day: int | None
    exact: bool
    blocked: frozenset[str]
    links: AbstractSet[str]


def relate(
    works: Sequence[Work],
    named: Mapping[str, Sequence[Mention]],
    families: Mapping[str, str],
    *,
    records: Mapping[str, Entity],
    telling: Mapping[str, Sequence[Term]],
    links: Mapping[str, AbstractSet[str]],
) -> dict[str, tuple[Related, ...]]:
    """Find at most `LIMIT` neighbours of each article, best first.

    What an editor relates comes first, and what one keeps away, on either side, never comes.
    Members of a family of reprints are no neighbours, and only the best of a family is shown.
    Better three good ones than five poor ones: what has little to speak for it is left out, and so
    is what has no reason that could be told.

    Args:
        works: Articles that are shown, newest first.
        named: Article id → its mentions.
        families: Article id → what all reprints of one text share.
        records: All records by id.
        telling: Article id → its terms, the most telling first.
        links: Article id → ids of articles that its text links to on their outlets' sites.
    """
    originals = [work.original for work in works]
    evidence = Evidence(originals, named, families, records=records, telling=telling)
    neighbourhood = _Neighbourhood(works, families, evidence, links)
    return {
        work.id: tuple(neighbourhood.of(position, work.original.related))
        for position, work in enumerate(works)
    }


class _Neighbourhood:
    """All articles, with what brings them together; positions are those of `works`."""

    def __init__(
        self,
        works: Sequence[Work],
        families: Mapping[str, str],
        evidence: Evidence,
        links: Mapping[str, AbstractSet[str]],
    ) -> None:
        self._evidence = evidence
        self._at = {work.id: position for position, work in enumerate(works)}
        linked = _both_ways(links)
        self._items = [
            _Item(
                id=work.id,
                family=families[work.id],
                event=work.original.event,
                day=order.day(work.original.date) if work.original.date else None,
                exact=bool(work.original.date and work.original.date.day),
                blocked=frozenset(work.original.unrelated),
                links=linked.get(work.id, frozenset()),
            )
            for work in works
        ]
        self._events: dict[str, list[int]] = {}
        for position, item in enumerate(self._items):
            if item.event:
                self._events.setdefault(item.event, []).append(position)

    def of(self, position: int, chosen: Iterable[str]) -> Iterator[Related]:
        """The neighbours of one article, the editor's first."""
        seen = {self._items[position].family}
        left = LIMIT
        for id_ in dict.fromkeys(chosen):
            at = self._at.get(id_, position)
            if at != position and not self._apart(position, at) and left:
                seen.add(self._items[at].family)
                left -= 1
                yield Related(id=id_, reason=self._reason(position, at, editor=True))
        for _, _, at in sorted(self._ranked(position)):
            family = self._items[at].family
            if left and family not in seen:
                reason = self._reason(position, at)
                if reason.event or reason.linked or reason.entities or reason.terms:
                    seen.add(family)
                    left -= 1
                    yield Related(id=self._items[at].id, reason=reason)

    def _apart(self, one: int, other: int) -> bool:
        """Whether an editor keeps the two apart, on either side."""
        first, second = self._items[one], self._items[other]
        return first.id in second.blocked or second.id in first.blocked

    def _ranked(self, position: int) -> Iterator[tuple[float, int, int]]:
        """Candidates with enough to speak for them: score below zero, days between, position."""
        own = self._items[position].family
        rough = ((-score, at) for at, score in self._rough(position).items())
        most = heapq.nsmallest(ROUGH, rough)
        best = sorted((score * self._nearness(position, at), at) for score, at in most)
        families: set[str] = set()
        for _, at in best:
            family = self._items[at].family
            full = len(families) == LOOKED and family not in families
            if family == own or full or self._apart(position, at):
                continue
            families.add(family)
            score, days = self._score(position, at), self._days(position, at)
            if score >= FLOOR:
                yield -score * self._nearness(position, at), _FAR if days is None else days, at

    def _rough(self, position: int) -> dict[int, float]:
        """Who could be a neighbour, with at most what speaks for it."""
        own = self._items[position]
        found = self._evidence.rough(position)
        if own.event:
            covering = self._events[own.event]
            for at in covering[near(covering, position)]:
                found[at] = found.get(at, 0.0) + EVENT
        for id_ in own.links:
            if id_ in self._at:
                found[self._at[id_]] = found.get(self._at[id_], 0.0) + LINKED
        found.pop(position, None)
        return found

    def _score(self, one: int, other: int) -> float:
        """All that speaks for two articles being neighbours, whatever lies between them."""
        first, second = self._items[one], self._items[other]
        score = self._evidence.alike(one, other)
        if second.id in first.links:
            score += LINKED
        if first.event and first.event == second.event:
            score += EVENT
        return score

    def _days(self, one: int, other: int) -> int | None:
        """Days between two articles; None if one has no date."""
        first, second = self._items[one].day, self._items[other].day
        return None if first is None or second is None else abs(first - second)

    def _nearness(self, one: int, other: int) -> float:
        """What a score is multiplied by for the time between: 1 for one day, never below 0.7."""
        days = self._days(one, other)
        return 1 - NEAR + (0.0 if days is None else NEAR / (1 + days / HALF))

    def _reason(self, one: int, other: int, *, editor: bool = False) -> Reason:
        """Everything that speaks for a neighbour."""
        first, second = self._items[one], self._items[other]
        event = first.event if first.event == second.event else ""
        shared = self._evidence.entities(one, other)
        words = self._evidence.words(one, other, (*shared, event))
        return Reason(
            editor=editor,
            linked=second.id in first.links,
            event=event,
            entities=tuple(entity for entity in shared if entity != event)[:REASONS],
            terms=tuple(words)[:REASONS],
            days=self._days(one, other) if first.exact and second.exact else None,
        )


def _both_ways(links: Mapping[str, AbstractSet[str]]) -> dict[str, set[str]]:
    """The same links, each also the other way."""
    both: dict[str, set[str]] = {}
    for id_, targets in links.items():
        for target in targets:
            both.setdefault(id_, set()).add(target)
            both.setdefault(target, set()).add(id_)
    return both

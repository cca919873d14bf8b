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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from generator.assemble import order
from generator.assemble.evidence import Evidence
from generator.assemble.likeness import Positions, Weights, window
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

ROUGH = 100
"""Candidates that are looked at closely: those that share most within `likeness.WINDOW`."""

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
        days = [np.nan if item.day is None else item.day for item in self._items]
        self._days_of = np.array(days, np.float64)
        self._families = _numbered(item.family for item in self._items)
        self._event_of = _numbered(item.event for item in self._items)
        covering: dict[str, list[int]] = {}
        for position, item in enumerate(self._items):
            if item.event:
                covering.setdefault(item.event, []).append(position)
        self._covering = {event: np.array(its, np.int64) for event, its in covering.items()}

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
        for at in self._ranked(position):
            family = self._items[at].family
            if not left:
                return
            if family not in seen and not self._apart(position, at):
                reason = self._reason(position, at)
                if reason.event or reason.linked or reason.entities or reason.terms:
                    seen.add(family)
                    left -= 1
                    yield Related(id=self._items[at].id, reason=reason)

    def _apart(self, one: int, other: int) -> bool:
        """Whether an editor keeps the two apart, on either side."""
        first, second = self._items[one], self._items[other]
        return first.id in second.blocked or second.id in first.blocked

    def _ranked(self, position: int) -> list[int]:
        """Candidates with enough to speak for them; of equal ones the nearest in time first."""
        own = self._items[position]
        linked = np.array(sorted(self._at[id_] for id_ in own.links if id_ in self._at), np.int64)
        covering = self._covering.get(own.event, np.empty(0, np.int64))
        more = [(window(covering, position), EVENT), (linked, LINKED)]
        at, rough = self._evidence.rough(position, more)
        other = self._families[at] != self._families[position]
        at = _most(at[other], rough[other])
        score = self._evidence.alike(position, at)
        score += EVENT * ((self._event_of[at] == self._event_of[position]) & bool(own.event))
        score += LINKED * np.isin(at, linked)
        at, score = at[score >= FLOOR], score[score >= FLOOR]
        days = np.abs(self._days_of[at] - self._days_of[position])
        far = np.isnan(days)
        near = 1 - NEAR + np.where(far, 0.0, NEAR / (1 + days / HALF))
        order = np.lexsort((at, np.where(far, _FAR, days), -score * near))
        ranked: list[int] = at[order].tolist()
        return ranked

    def _days(self, one: int, other: int) -> int | None:
        """Days between two articles; None if one has no date."""
        first, second = self._items[one].day, self._items[other].day
        return None if first is None or second is None else abs(first - second)

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


def _most(at: Positions, rough: Weights) -> Positions:
    """The `ROUGH` that have most; of equal ones the newest."""
    if len(at) > ROUGH:
        enough = np.partition(rough, -ROUGH)[-ROUGH]
        at, rough = at[rough >= enough], rough[rough >= enough]
    most: Positions = at[np.lexsort((at, -rough))[:ROUGH]]
    return most


def _numbered(names: Iterable[str]) -> Positions:
    """A number for each name, the same for the same."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)


def _both_ways(links: Mapping[str, AbstractSet[str]]) -> dict[str, set[str]]:
    """The same links, each also the other way."""
    both: dict[str, set[str]] = {}
    for id_, targets in links.items():
        for target in targets:
            both.setdefault(id_, set()).add(target)
            both.setdefault(target, set()).add(id_)
    return both

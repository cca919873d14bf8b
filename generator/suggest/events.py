"""Events that nobody has recorded yet, and articles that belong to one on record.

Articles are of one event when they are close in time and have much in common: records that both
name, telling words that both use (`assemble.evidence`). Those without an event are gone through in
order of time, and each joins the cluster that it is nearest to, or begins one.

An article fits an event on record that lies within days of it if it names it, has its name in the
headline, or has as much in common with those that are known to be about it.

On the demonstration archive without its events and their records, the proposals hold all 4 pairs
of articles that editors put to one event, and no other. With the records, but without a word on
which article is about which, 27 of 38 articles are put to the event that editors chose, none to
another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator import vietnamese
from generator.assemble import stop_words
from generator.model import (
    LANGS,
    Archive,
    Entity,
    EntityKind,
    Entry,
    Interval,
)
from generator.suggest import event_days, event_names
from generator.suggest.accounts import ALIKE, DAYS, Accounts, day

SHOWN = 5
"""Records, and phrases, that a proposal names at most."""

HEADLINE = 0.7
"""Share of the words of an event's name that stand in the headline of an article about it."""

LONG = 31
"""Days; an event on record that lasted longer is no event whose name in a text says enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Articles that seem to tell of one event, none of which names an event yet.

    Attributes:
        name: What the articles themselves call it, as written; empty if they call it nothing
            that has the form of a name. Never made up.
        lang: Language of `name`; empty without one.
        when: From the first to the last day that it may have been.
        place: Entity id of where it was; empty if unknown.
        articles: Ids of the articles, oldest first; of a family of reprints all members.
        entities: Ids of what all or most of them name, the rarest first.
        terms: Phrases that most of them use, as written, the most telling first.
        event: Id of the event on record that they fit; empty if it is none of these.
    """

    name: str = ""
    lang: str = ""
    when: Interval
    place: str = ""
    articles: tuple[str, ...]
    entities: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    event: str = ""


def propose(archive: Archive) -> tuple[Proposal, ...]:
    """Find events that nobody has recorded, and articles for those on record.

    Only articles whose day is known and that have no event are looked at. Costs n·log n.

    Returns:
        The proposals, the latest first.
    """
    accounts = Accounts(archive)
    events = _Events(archive, accounts)
    fitting = events.fitting()
    proposals = [
        events.proposal(positions, event=event) for event, positions in sorted(fitting.items())
    ]
    taken = {position for positions in fitting.values() for position in positions}
    proposals += [
        events.proposal(cluster) for cluster in accounts.clusters(taken) if accounts.enough(cluster)
    ]
    return tuple(sorted(proposals, key=lambda one: (one.when, one.articles), reverse=True))


class _Events:
    """What is found about events in the accounts of an archive."""

    def __init__(self, archive: Archive, accounts: Accounts) -> None:
        self._archive = archive
        self._accounts = accounts

    def fitting(self) -> dict[str, list[int]]:
        """Event on record → accounts without an event that fit it, in order of time."""
        events = event_days.by_start(self._archive.entities.values())
        starts = [start for start, _, _ in events]
        longest = max((end - start for start, end, _ in events), default=0)
        at = {head.id: position for position, head in enumerate(self._accounts.heads)}
        covering = {
            event: [at[id_] for id_ in ids if id_ in at]
            for event, ids in self._archive.coverage.items()
        }
        found: dict[str, list[int]] = {}
        for position in self._accounts.free():
            its = self._accounts.days[position] or 0
            first = bisect_left(starts, its - DAYS - longest)
            last = bisect_left(starts, its + 2)
            scored = [
                (-self._fit(position, record, covering.get(record.id, [])), record.id)
                for _, end, record in events[first:last]
                if its <= end + DAYS
            ]
            best = sorted(scored)[:2]
            # Of two that fit alike neither is guessed.
            clear = len(best) == 1 or (len(best) > 1 and best[0][0] < best[1][0])
            if clear and -best[0][0] >= ALIKE:
                found.setdefault(best[0][1], []).append(position)
        return found

    def _fit(self, position: int, record: Entity, covering: Sequence[int]) -> float:
        """How well an account of the right days fits an event."""
        head = self._accounts.heads[position]
        score = self._accounts.likeness(covering, position) if covering else 0.0
        if record.when and event_days.length(record.when) <= LONG:
            named = sum(one.count for one in head.mentions if one.entity == record.id)
            score += 1 - 1 / (1 + named)
            headline = set(_words(head.original.title))
            said = max(_share(_words(name), headline) for name in (record.name.vi, record.name.en))
            score += said if said >= HEADLINE else 0.0
        return score

    def proposal(self, positions: Sequence[int], event: str = "") -> Proposal:
        """What is to be said of some accounts."""
        entries = sorted(
            (entry for one in positions for entry in self._accounts.of(self._accounts.heads[one])),
            key=lambda entry: (day(entry) or 0, entry.id),
        )
        heads = [self._accounts.heads[one] for one in positions]
        record = self._archive.entities.get(event)
        texts = [self._accounts.texts[head.id] for head in heads]
        said = [(text.title, text.plain, text.lang) for text in texts]
        names = [(event_names.name(said, lang), lang) for lang in LANGS]
        name, lang = next(((name, lang) for name, lang in names if name), ("", ""))
        when = record.when if record and record.when else event_days.when(entries)
        place = record.place if record and record.place else self._place(heads)
        entities, terms = self._shared(positions)
        return Proposal(
            name=name,
            lang=lang,
            when=when,
            place=place,
            articles=tuple(entry.id for entry in entries),
            entities=entities,
            terms=terms,
            event=event,
        )

    def _shared(self, positions: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What most of some accounts have in common with the first of them."""
        first, *others = positions
        entities: Counter[str] = Counter()
        words: Counter[str] = Counter()
        for other in others:
            shared = self._accounts.evidence.entities(first, other)
            entities.update(shared)
            words.update(self._accounts.evidence.words(first, other, shared))
        most = len(others) / 2
        return (
            tuple(id_ for id_, count in entities.most_common() if count >= most)[:SHOWN],
            tuple(word for word, count in words.most_common() if count >= most)[:SHOWN],
        )

    def _place(self, heads: Sequence[Entry]) -> str:
        """The one place that all accounts name; empty if there is none, or more than one."""
        records = self._archive.entities
        named = [
            {one.entity for one in head.mentions if records[one.entity].kind is EntityKind.PLACE}
            for head in heads
        ]
        places = set.intersection(*named)
        return places.pop() if len(places) == 1 else ""


def _words(text: str) -> list[str]:
    """The words of a name or headline that say something, to be compared."""
    key = vietnamese.compare_key(vietnamese.nfc(text)).lower()
    joining = stop_words.FIRST["vi"] | stop_words.FIRST["en"]
    return [word for word in re.findall(r"\w+", key) if word not in joining]


def _share(words: Sequence[str], among: set[str]) -> float:
    return sum(word in among for word in words) / len(words) if words else 0.0

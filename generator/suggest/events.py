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

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from generator import vietnamese
from generator.assemble import order, stop_words
from generator.assemble.evidence import Evidence
from generator.assemble.readable import read, read_line
from generator.assemble.terms import telling
from generator.assemble.tokens import Text
from generator.model import (
    LANGS,
    Archive,
    Entity,
    EntityKind,
    Entry,
    Interval,
)
from generator.suggest import event_days, event_names

DAYS = 4
"""Days within which an event is reported on; two accounts farther apart are of two."""

ALIKE = 0.5
"""What accounts of one event have at least in common, on average. On the demonstration archive two
accounts of one meeting have 0.75 and 0.77, two conferences of one week 0.42; reprints have all."""

ACCOUNTS, OUTLETS = 3, 2
"""So many articles, or outlets, make an event: what one outlet tells once is a story."""

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


@dataclass(slots=True)
class _Cluster:
    """Accounts (positions) that seem to be of one event."""

    members: list[int] = field(default_factory=list)


def propose(archive: Archive) -> tuple[Proposal, ...]:
    """Find events that nobody has recorded, and articles for those on record.

    Only articles whose day is known and that have no event are looked at. Costs n·log n.

    Returns:
        The proposals, the latest first.
    """
    accounts = _Accounts(archive)
    fitting = accounts.fitting()
    proposals = [
        accounts.proposal(positions, event=event) for event, positions in sorted(fitting.items())
    ]
    taken = {position for positions in fitting.values() for position in positions}
    proposals += [
        accounts.proposal(cluster.members)
        for cluster in accounts.clusters(taken)
        if accounts.enough(cluster.members)
    ]
    return tuple(sorted(proposals, key=lambda one: (one.when, one.articles), reverse=True))


class _Accounts:
    """The texts of an archive, reprints as one, in order of time; known by their positions."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._members: dict[str, list[Entry]] = {}
        for entry in archive.entries.values():
            self._members.setdefault(entry.head or entry.id, []).append(entry)
        heads = [_head(members) for members in self._members.values()]
        heads.sort(key=lambda entry: (_day(entry) is None, _day(entry) or 0, entry.id))
        self._heads = heads
        self._days = [_day(entry) for entry in heads]
        self._texts = {entry.id: _text(entry) for entry in heads}
        self._evidence = Evidence(
            [entry.original for entry in heads],
            {entry.id: entry.mentions for entry in heads},
            {entry.id: entry.id for entry in heads},
            records=archive.entities,
            telling=telling(self._texts),
        )

    def _free(self) -> Iterator[int]:
        """Accounts of a known day that have no event on record."""
        for position, head in enumerate(self._heads):
            members = self._of(head)
            known = any(entry.original.event in self._archive.entities for entry in members)
            if self._days[position] is not None and not known:
                yield position

    def _of(self, head: Entry) -> list[Entry]:
        return self._members[head.head or head.id]

    def clusters(self, taken: set[int]) -> list[_Cluster]:
        """Accounts that are close in time and alike; in order of time."""
        made: list[_Cluster] = []
        where: dict[int, _Cluster] = {}
        for position in self._free():
            if position in taken:
                continue
            rough, _ = self._evidence.rough(position)
            near = {
                id(where[other]): where[other]
                for other in sorted(rough.tolist())
                if other in where and self._within(where[other], position)
            }
            scored = [
                (-self._likeness(cluster.members, position), cluster.members[0], cluster)
                for cluster in near.values()
            ]
            best = min(scored, key=lambda one: one[:2], default=None)
            if best is None or -best[0] < ALIKE:
                cluster = _Cluster()
                made.append(cluster)
            else:
                cluster = best[2]
            cluster.members.append(position)
            where[position] = cluster
        return made

    def _within(self, cluster: _Cluster, position: int) -> bool:
        return (self._days[position] or 0) - (self._days[cluster.members[0]] or 0) <= DAYS

    def _likeness(self, members: Sequence[int], position: int) -> float:
        """How much an account has in common with others, on average; with those nearest in time."""
        nearest = members[-SHOWN:]
        alike = self._evidence.alike(position, np.array(nearest, np.int64))
        return math.fsum(alike.tolist()) / len(nearest)

    def enough(self, positions: Sequence[int]) -> bool:
        """Whether so many tell of it that it is an event."""
        entries = [entry for one in positions for entry in self._of(self._heads[one])]
        outlets = {entry.original.source.outlet for entry in entries} - {""}
        return len(entries) > 1 and (len(entries) >= ACCOUNTS or len(outlets) >= OUTLETS)

    def fitting(self) -> dict[str, list[int]]:
        """Event on record → accounts without an event that fit it, in order of time."""
        events = event_days.by_start(self._archive.entities.values())
        starts = [start for start, _, _ in events]
        longest = max((end - start for start, end, _ in events), default=0)
        at = {head.id: position for position, head in enumerate(self._heads)}
        covering = {
            event: [at[id_] for id_ in ids if id_ in at]
            for event, ids in self._archive.coverage.items()
        }
        found: dict[str, list[int]] = {}
        for position in self._free():
            day = self._days[position] or 0
            first = bisect_left(starts, day - DAYS - longest)
            last = bisect_left(starts, day + 2)
            scored = [
                (-self._fit(position, record, covering.get(record.id, [])), record.id)
                for _, end, record in events[first:last]
                if day <= end + DAYS
            ]
            best = sorted(scored)[:2]
            # Of two that fit alike neither is guessed.
            clear = len(best) == 1 or (len(best) > 1 and best[0][0] < best[1][0])
            if clear and -best[0][0] >= ALIKE:
                found.setdefault(best[0][1], []).append(position)
        return found

    def _fit(self, position: int, record: Entity, covering: Sequence[int]) -> float:
        """How well an account of the right days fits an event."""
        head = self._heads[position]
        score = self._likeness(covering, position) if covering else 0.0
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
            (entry for one in positions for entry in self._of(self._heads[one])),
            key=lambda entry: (_day(entry) or 0, entry.id),
        )
        heads = [self._heads[one] for one in positions]
        record = self._archive.entities.get(event)
        texts = [self._texts[head.id] for head in heads]
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
            shared = self._evidence.entities(first, other)
            entities.update(shared)
            words.update(self._evidence.words(first, other, shared))
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


def _head(members: Sequence[Entry]) -> Entry:
    """The member of a family that stands for all of it."""
    return next((entry for entry in members if entry.id == entry.head), members[-1])


def _text(entry: Entry) -> Text:
    original = entry.original
    return Text(
        title=read_line(original.title),
        plain=read(original.body).plain,
        lang=original.lang,
        family=entry.id,
    )


def _day(entry: Entry) -> int | None:
    """The day of an entry, if it is known to the day."""
    date = entry.original.date
    return order.day(date) if date and date.day else None


def _words(text: str) -> list[str]:
    """The words of a name or headline that say something, to be compared."""
    key = vietnamese.compare_key(vietnamese.nfc(text)).lower()
    joining = stop_words.FIRST["vi"] | stop_words.FIRST["en"]
    return [word for word in re.findall(r"\w+", key) if word not in joining]


def _share(words: Sequence[str], among: set[str]) -> float:
    return sum(word in among for word in words) / len(words) if words else 0.0

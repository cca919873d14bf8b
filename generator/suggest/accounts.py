"""The texts of an archive as accounts of events, and clusters of those that are of one.

Accounts are of one event when they are close in time and have much in common
(`assemble.evidence`). They are gone through in order of time, and each joins the cluster that it
is nearest to, or begins one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from generator.assemble import order
from generator.assemble.evidence import Evidence
from generator.assemble.readable import read, read_line
from generator.assemble.terms import telling
from generator.assemble.tokens import Text
from generator.model import Archive, Entry

DAYS = 4
"""Days within which an event is reported on; two accounts farther apart are of two."""

ALIKE = 0.5
"""What accounts of one event have at least in common, on average. On the demonstration archive two
accounts of one meeting have 0.75 and 0.77, two conferences of one week 0.42; reprints have all."""

ACCOUNTS, OUTLETS = 3, 2
"""So many articles, or outlets, make an event: what one outlet tells once is a story."""

COMPARED = 5
"""Members of a cluster, the latest, with which another account is compared."""


class Accounts:
    """The texts of an archive, reprints as one, in order of time; known by their positions.

    Attributes:
        heads: Of each the article that stands for its family.
        days: The day of each; None if it is not known.
        texts: Article id of each → its text.
        evidence: What any two have in common.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._members: dict[str, list[Entry]] = {}
        for entry in archive.entries.values():
            self._members.setdefault(entry.head or entry.id, []).append(entry)
        heads = [_head(members) for members in self._members.values()]
        heads.sort(key=lambda entry: (day(entry) is None, day(entry) or 0, entry.id))
        self.heads = heads
        self.days = [day(entry) for entry in heads]
        self.texts = {entry.id: _text(entry) for entry in heads}
        self.evidence = Evidence(
            [entry.original for entry in heads],
            {entry.id: entry.mentions for entry in heads},
            {entry.id: entry.id for entry in heads},
            records=archive.entities,
            telling=telling(self.texts),
        )

    def free(self) -> Iterator[int]:
        """Accounts of a known day that have no event on record."""
        for position, head in enumerate(self.heads):
            members = self.of(head)
            known = any(entry.original.event in self._archive.entities for entry in members)
            if self.days[position] is not None and not known:
                yield position

    def of(self, head: Entry) -> list[Entry]:
        """All members of the family that one stands for."""
        return self._members[head.head or head.id]

    def clusters(self, taken: set[int]) -> list[list[int]]:
        """Accounts that are close in time and alike; in order of time."""
        made: list[list[int]] = []
        where: dict[int, int] = {}
        for position in self.free():
            if position in taken:
                continue
            rough, _ = self.evidence.rough(position)
            near = {where[other] for other in rough.tolist() if other in where}
            scored = [
                (-self.likeness(made[one], position), one)
                for one in near
                if self._within(made[one], position)
            ]
            likeness, best = min(scored, default=(0.0, 0))
            if -likeness < ALIKE:
                best = len(made)
                made.append([])
            made[best].append(position)
            where[position] = best
        return made

    def _within(self, members: Sequence[int], position: int) -> bool:
        return (self.days[position] or 0) - (self.days[members[0]] or 0) <= DAYS

    def likeness(self, members: Sequence[int], position: int) -> float:
        """How much an account has in common with others, on average; with those nearest in time."""
        nearest = members[-COMPARED:]
        alike = self.evidence.alike(position, np.array(nearest, np.int64))
        return math.fsum(alike.tolist()) / len(nearest)

    def enough(self, positions: Sequence[int]) -> bool:
        """Whether so many tell of it that it is an event."""
        entries = [entry for one in positions for entry in self.of(self.heads[one])]
        outlets = {entry.original.source.outlet for entry in entries} - {""}
        return len(entries) > 1 and (len(entries) >= ACCOUNTS or len(outlets) >= OUTLETS)


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


def day(entry: Entry) -> int | None:
    """The day of an entry, if it is known to the day."""
    date = entry.original.date
    return order.day(date) if date and date.day else None

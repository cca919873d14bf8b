"""When events were: the days that a record's dates can mean, and what articles say of theirs."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.assemble import order
from generator.model import Date, Entity, EntityKind, Entry, Interval

_DECEMBER = 12


def by_start(records: Iterable[Entity]) -> list[tuple[int, int, Entity]]:
    """Events whose time is known, by their first day: first day, last day, record."""
    events = [
        (first_day(record.when.start), last_day(record.when.end), record)
        for record in records
        if record.kind is EntityKind.EVENT and record.when
    ]
    return sorted(events, key=lambda event: (event[0], event[2].id))


def first_day(date: Date) -> int:
    """The first day that a date can mean."""
    return order.day(replace(date, month=date.month or 1, day=date.day or 1, time="", offset=""))


def last_day(date: Date) -> int:
    """The last day that a date can mean."""
    if date.day:
        return order.day(date)
    month = date.month or _DECEMBER
    days = calendar.monthrange(date.year, month)[1]
    return order.day(Date(year=date.year, month=month, day=days))


def length(when: Interval) -> int:
    """Days from the first to the last day that an interval can mean."""
    return last_day(when.end) - first_day(when.start)


def when(entries: Sequence[Entry]) -> Interval:
    """When it was, as far as the articles say; else the days on which they were published."""
    happened = [entry.original.event_date for entry in entries if entry.original.event_date]
    if happened:
        return Interval(
            start=min(one.start for one in happened), end=max(one.end for one in happened)
        )
    dates = [entry.original.date.day_only() for entry in entries if entry.original.date]
    return Interval(start=min(dates), end=max(dates))

"""The order in which a reader meets articles and records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as calendar_date

from generator import vietnamese
from generator.assemble.works import KIND_ORDER, Work
from generator.collation import sort_key
from generator.model import Date, Entity


def newest_first(works: Iterable[Work]) -> list[Work]:
    """Dated articles from the newest to the oldest, then undated ones by title.

    A date that is known less precisely counts as the start of its month or year. Of one and the
    same date, the smaller id comes first.
    """
    by_id = sorted(works, key=lambda work: work.id)
    dated = [work for work in by_id if work.original.date]
    undated = [work for work in by_id if not work.original.date]
    dated.sort(key=_date, reverse=True)  # stable, also in reverse: equal dates keep their order
    undated.sort(key=lambda work: vietnamese.slug(work.original.title))
    return dated + undated


def oldest_first(works: Iterable[Work]) -> list[Work]:
    """Dated articles from the oldest to the newest, then undated ones; ids decide among equals."""
    by_id = sorted(works, key=lambda work: work.id)
    return sorted(by_id, key=lambda work: (work.original.date is None, _date(work)))


def _date(work: Work) -> Date:
    return work.original.date or Date(year=1)


def day(date: Date) -> int:
    """Number of a day, for distances; the middle of a month or year that is all we know."""
    middle_month, middle_day = 7, 15
    known = calendar_date(
        date.year, date.month or middle_month, date.day or (middle_day if date.month else 1)
    )
    return known.toordinal()


def by_kind(entities: Iterable[Entity]) -> list[Entity]:
    """Records by kind, then by name in Vietnamese order."""
    return sorted(
        entities,
        key=lambda entity: (KIND_ORDER[entity.kind], sort_key(entity.name.get("vi")), entity.id),
    )

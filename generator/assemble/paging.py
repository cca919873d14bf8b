"""Paging: long lists cut so that a page, once written, stays as it is.

A list is newest first. Its own page shows the newest `SIZE`; all of it also stands in blocks of
`SIZE` that are counted from the oldest, each on a page of its own below the list's. Block 1 is
always the oldest fifty, so a new story changes the list's page and no block; now and then it adds
one. Blocks that have nothing but what the list's page shows are not made. A story that comes in
between, or goes, moves those that are newer than it, and no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.assemble import urls
from generator.model import LANGS, Date, Entity, EntityKind, Permalink

SIZE = 50
"""Entries of a list on one page, at most."""

_T = TypeVar("_T")


def newest(listed: Sequence[_T]) -> Sequence[_T]:
    """What the list's own page shows of a list that is newest first."""
    return listed[:SIZE]


def blocks(count: int) -> range:
    """The numbers of a list's blocks, from the oldest, 1, up; empty if one page shows it all.

    Args:
        count: How many entries the list has.
    """
    return range(1, max(0, -(-(count - SIZE) // SIZE)) + 1)


def block(listed: Sequence[_T], number: int) -> Sequence[_T]:
    """What stands in one block, newest first: always `SIZE` entries.

    Args:
        listed: The whole list, newest first.
        number: One of `blocks(len(listed))`.
    """
    end = len(listed) - (number - 1) * SIZE
    return listed[end - SIZE : end]


def shares(counts: Sequence[int]) -> list[int]:
    """How many entries of each part to show in a list that is abridged to one page.

    All of them where they fit on a page together, else of none more than so many that the page
    is not overfull; at least one of each.
    """
    most = next(
        (most for most in range(SIZE, 1, -1) if sum(min(n, most) for n in counts) <= SIZE), 1
    )
    return [min(count, most) for count in counts]


def of_record(
    record: Entity,
    *,
    listed: Mapping[str, Sequence[str]],
    published: Mapping[str, Sequence[str]],
) -> Sequence[str]:
    """Ids of the entries that a record's page lists, newest first.

    Args:
        record: An outlet lists what it published, all others what names them.
        listed: As in `Archive`.
        published: As in `Archive`.
    """
    return (published if record.kind is EntityKind.OUTLET else listed).get(record.id, ())


def days(dates: Iterable[Date | None]) -> dict[Date, int]:
    """The days that have a page, with the number of their articles.

    Those that are known to the month or year only have one as well, below `00`, if the page of
    that month or year is too long to show them all.

    Args:
        dates: Of all entries, in any order.
    """
    counted = Counter(date.day_only() for date in dates if date)
    years = _sums(counted, lambda date: Date(year=date.year))
    months = _sums(counted, lambda date: Date(year=date.year, month=date.month))
    return {
        date: number
        for date, number in sorted(counted.items())
        if date.day or (months if date.month else years)[date] > SIZE
    }


def _sums(counted: Mapping[Date, int], part: Callable[[Date], Date]) -> Counter[Date]:
    made: Counter[Date] = Counter()
    for date, number in counted.items():
        made[part(date)] += number
    return made


def permalinks(
    entities: Iterable[Entity],
    dates: Iterable[Date | None],
    *,
    listed: Mapping[str, Sequence[str]],
    published: Mapping[str, Sequence[str]],
) -> Iterator[Permalink]:
    """The blocks of all lists, in both languages: records, days, and what has no date.

    Args:
        entities: All records.
        dates: Of all entries, in any order.
        listed: As in `Archive`.
        published: As in `Archive`.

    Yields:
        A line for the register; its id is that of the list, where a lost block leads.
    """
    known = list(dates)
    for lang in LANGS:
        for record in entities:
            count = len(of_record(record, listed=listed, published=published))
            yield from _of(urls.entity(record.kind, record.id, lang), record.id, lang, count)
        for date, count in days(known).items():
            yield from _of(urls.day(date, lang), urls.day_name(date), lang, count)
        yield from _of(urls.undated(lang), "undated", lang, known.count(None))


def _of(url: str, id_: str, lang: str, count: int) -> Iterator[Permalink]:
    for number in blocks(count):
        yield Permalink(url=urls.block(url, number), id=id_, lang=lang)

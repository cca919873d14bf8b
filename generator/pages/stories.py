"""The stories of a record: its years with the way to each, and the post that somebody held then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.assemble import paging, urls
from generator.model import Entity
from generator.pages import addresses, career, charts
from generator.pages.view import Item, View

CHARTED = 3
"""Fewest years of which a chart is drawn."""


def years(view: View, ids: Sequence[str], url: str) -> list[Item]:
    """The years of a list with the number of their articles, as links; none for a single year.

    Args:
        view: The edition.
        ids: The whole list, newest first, undated last.
        url: The list's own URL. What it does not show itself stands on the pages below it.
    """
    first: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for place, id_ in enumerate(ids):
        date = view.archive.entries[id_].original.date
        year = date.year if date else 0
        first.setdefault(year, place)
        numbers[year] = numbers.get(year, 0) + 1
    if len(numbers) < 2:  # noqa: PLR2004 - one year needs no way to it
        return []
    return [
        {
            "name": f"{year}" if year else view.edition.say("undated.title"),
            **_way(len(ids), first[year], url, f"y{year}" if year else "undated"),
            **view.counted(number),
        }
        for year, number in numbers.items()
    ]


def of_years(view: View, ids: Iterable[str]) -> Counter[int]:
    """Year → number of these stories; the undated are not among them."""
    entries = view.archive.entries
    return Counter(date.year for id_ in ids if (date := entries[id_].original.date))


def chart(view: View, ids: Sequence[str]) -> Item | None:
    """Articles a year as columns; None where they are of fewer years than a shape can be seen in.

    Args:
        view: The edition.
        ids: Entries in any order.
    """
    counted = of_years(view, ids)
    return charts.years(view.edition, counted) if len(counted) >= CHARTED else None


def _way(count: int, place: int, url: str, anchor: str) -> Item:
    """Where the entry at a place of the list stands: on the list's own page, or on a block."""
    if place < paging.SIZE:
        return {"anchor": anchor}
    number = (count - 1 - place) // paging.SIZE + 1
    return {"url": f"{addresses.link(urls.block(url, number))}#{anchor}"}


def with_posts(
    view: View, record: Entity, groups: Sequence[Item], ids: Sequence[str]
) -> list[Item]:
    """The stories by year, with the post that a person certainly held when they were published.

    It stands at the year where it is the same through all of the year that is shown, else at each
    story; nowhere where it is not certain.

    Args:
        view: The edition.
        record: The person.
        groups: As `listing_by_year` or `by_year` makes them.
        ids: The whole list, newest first; `groups` show its beginning.
    """
    if not record.roles:
        return list(groups)
    rest = iter(ids)
    made: list[Item] = []
    for group in groups:
        links = group["links"] if isinstance(group["links"], list) else []
        dates = [
            view.archive.entries[id_].original.date for _, id_ in zip(links, rest, strict=False)
        ]
        held = [career.then(view, record, date) for date in dates]
        if all(posts == held[0] for posts in held):
            made.append({**group, "then": held[0]})
        else:
            annotated = [{**link, "then": posts} for link, posts in zip(links, held, strict=True)]
            made.append({**group, "links": annotated})
    return made

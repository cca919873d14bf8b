"""Outlets by days: how many articles on an event each published when, as a compact table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import Date
from generator.pages.coverage import known
from generator.pages.view import Item, View
from generator.vietnamese import compare_key

COLUMNS = 8
"""Most columns of the table: with more days it counts months, with more months years."""

_DAY, _MONTH, _YEAR = 3, 2, 1


def table(view: View, ids: Sequence[str], *, anchors: Iterable[str] = ()) -> Item | None:
    """Outlets by days, each cell the number of articles; None for less than two articles.

    Args:
        view: The edition.
        ids: The coverage; reprints count.
        anchors: Ids of the headings on the page, to which the days lead.
    """
    if len(ids) < 2:  # noqa: PLR2004 - a table of one says nothing
        return None
    precision = _precision(view, ids)
    there = frozenset(anchors)
    cells = Counter((_outlet(view, id_), _cut(known(view, id_), precision)) for id_ in ids)
    dates = sorted({date for _, date in cells}, key=_column)
    totals: Counter[str] = Counter()
    for (outlet, _), number in cells.items():
        totals[outlet] += number
    names = {outlet: _named(view, outlet) for outlet in totals}
    ranked = sorted(
        totals, key=lambda id_: (not id_, -totals[id_], compare_key(str(names[id_]["name"])), id_)
    )
    return {
        "columns": [{**_column_name(view, date), **_anchor(date, there)} for date in dates],
        "rows": [
            {
                **names[outlet],
                "cells": [_cell(view, cells[outlet, date]) for date in dates],
                "total": view.counted(totals[outlet]),
            }
            for outlet in ranked
        ],
        "totals": [_cell(view, sum(cells[outlet, date] for outlet in ranked)) for date in dates],
        "total": view.counted(len(ids)),
    }


def _precision(view: View, ids: Iterable[str]) -> int:
    dates = {date for id_ in ids if (date := known(view, id_))}
    for precision in (_DAY, _MONTH):
        if len({_cut(date, precision) for date in dates}) <= COLUMNS:
            return precision
    return _YEAR


def _cut(date: Date | None, precision: int) -> Date | None:
    """A date with no more than this many parts."""
    if date is None:
        return None
    return Date(
        year=date.year,
        month=date.month if precision >= _MONTH else 0,
        day=date.day if precision >= _DAY else 0,
    )


def _column(date: Date | None) -> tuple[int, ...]:
    """The place of a date in a row; what is known less precisely comes after what is."""
    if date is None:
        return (1,)
    return (0, date.year, date.month or 13, date.day or 32)


def _column_name(view: View, date: Date | None) -> Item:
    name = view.edition.short_date(date) if date else view.edition.say("date.unknown")
    return {"name": name}


def _anchor(date: Date | None, there: frozenset[str]) -> Item:
    anchor = f"d{date}" if date else "undated"
    return {"anchor": anchor} if anchor in there else {}


def _cell(view: View, number: int) -> Item:
    return view.counted(number) if number else {}


def _outlet(view: View, id_: str) -> str:
    return view.archive.entries[id_].original.source.outlet


def _named(view: View, outlet: str) -> Item:
    """An outlet as a link; its id where there is no record, and that it is unknown where it is."""
    if not outlet:
        return {"name": view.edition.say("article.outlet.unknown"), "lang": view.lang}
    return view.entity(outlet) or {"name": outlet, "lang": ""}

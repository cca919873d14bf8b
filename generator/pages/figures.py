"""The archive in figures: from which outlets articles are, and which topics they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import EntityKind
from generator.pages import charts
from generator.pages.view import Item, View

LINES = 8
"""Lines of a chart; what has fewer articles is summed up, or left to the lists."""


def of_entries(view: View, ids: Sequence[str]) -> list[Item]:
    """Charts of some entries by outlet and by topic; one with a single line is none."""
    made = [
        _chart(view, "outlets", _outlets(view, ids)),
        _chart(view, "topics", _topics(view, ids)),
    ]
    return [one for one in made if one]


def _chart(view: View, name: str, lines: list[Item]) -> Item:
    return charts.rows(view.edition, name, lines) if len(lines) > 1 else {}


def _outlets(view: View, ids: Iterable[str]) -> list[Item]:
    """Every article has one outlet, or an unknown one: so the rest can be summed up."""
    entries, records = view.archive.entries, view.archive.entities
    counted = Counter(entries[id_].original.source.outlet for id_ in ids)
    known = Counter({id_: number for id_, number in counted.items() if id_ in records})
    unknown = counted.total() - known.total()
    lines, others = _lines(view, known)
    if others:
        lines.append({"name": view.edition.say("chart.others"), "number": others})
    if unknown:
        lines.append({"name": view.edition.say("chart.unknown"), "number": unknown})
    return lines


def _topics(view: View, ids: Iterable[str]) -> list[Item]:
    """An article may be about several topics, or none: a sum would say nothing."""
    entries, records = view.archive.entries, view.archive.entities
    counted = Counter(
        mention.entity
        for id_ in ids
        for mention in entries[id_].mentions
        if mention.entity in records and records[mention.entity].kind is EntityKind.TOPIC
    )
    return _lines(view, counted)[0]


def _lines(view: View, counted: Counter[str]) -> tuple[list[Item], int]:
    """The records with most articles, and how many the others have together."""
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [{**(view.entity(id_) or {}), "number": number} for id_, number in ranked[:LINES]]
    return shown, sum(number for _, number in ranked[LINES:])

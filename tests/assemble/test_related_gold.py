"""Related articles of the demonstration archive against what an editor would put beside them."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import pytest
import yaml

from generator import assemble, content
from generator.model import Archive
from tests.conftest import REPOSITORY

GOLD: dict[str, list[str]] = yaml.safe_load(
    (REPOSITORY / "tests/gold/related.yml").read_text(encoding="utf-8")
)
TUNED = sorted(GOLD)[::2]
CHECKED = sorted(GOLD)[1::2]
FEWEST = 0.9
"""Share of the neighbours named by hand that must be among the five."""


@functools.cache
def archive() -> Archive:
    return assemble.archive(content.read(REPOSITORY / "content"))[0]


def found(ids: Iterable[str]) -> list[bool]:
    """Of each neighbour named by hand, whether it is shown.

    Reprints count as one: the list shows the best of a family, and of an article's own family
    none, since they stand under another heading of the page.
    """
    entries = archive().entries
    hits = []
    for id_ in ids:
        shown = {entries[neighbour.id].head for neighbour in entries[id_].related}
        wanted = {entries[label].head for label in GOLD[id_]} - {entries[id_].head}
        hits += [head in shown for head in sorted(wanted)]
    return hits


def test_twenty_articles_are_labelled() -> None:
    assert 20 == len(GOLD)
    assert set(GOLD) <= archive().entries.keys()


@pytest.mark.parametrize("ids", [TUNED, CHECKED], ids=["tuned", "checked"])
def test_the_right_neighbours_are_among_the_five(ids: list[str]) -> None:
    hits = found(ids)

    assert sum(hits) >= FEWEST * len(hits)


def test_every_neighbour_comes_with_a_reason() -> None:
    silent = [
        (entry.id, neighbour.id)
        for entry in archive().entries.values()
        for neighbour in entry.related
        if not (
            neighbour.reason.editor
            or neighbour.reason.linked
            or neighbour.reason.event
            or neighbour.reason.entities
            or neighbour.reason.terms
        )
    ]

    assert [] == silent


def test_no_more_than_are_worth_it_are_shown() -> None:
    shown = [len(entry.related) for entry in archive().entries.values()]

    assert max(shown) == 5
    assert min(shown) < 5

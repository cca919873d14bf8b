"""Reprints against the labelled pairs of `tests/gold/reprints/`."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import yaml

from generator.assemble import reprints, sketches
from generator.assemble.readable import read

GOLD = Path(__file__).parents[1] / "gold/reprints"
REPRINTS = {"identical", "trimmed", "edited"}


@cache
def texts() -> tuple[reprints.Text, ...]:
    """All texts of the set, without their headlines."""
    return tuple(
        reprints.Text(id=path.stem, lang="vi", words=reprints.words(read(body).plain))
        for path in sorted(GOLD.glob("*.md"))
        for body in [path.read_text("utf-8").partition("\n")[2]]
    )


@cache
def labels() -> dict[tuple[str, str], str]:
    """Pair, the smaller name first → its label."""
    rows = yaml.safe_load((GOLD / "pairs.yml").read_text("utf-8"))
    return {(min(row["a"], row["b"]), max(row["a"], row["b"])): row["label"] for row in rows}


def gold() -> set[tuple[str, str]]:
    return {pair for pair, label in labels().items() if label in REPRINTS}


def test_reprints_are_told_from_all_that_looks_like_them() -> None:
    found = {(pair.first, pair.second) for pair in reprints.pairs(texts())} & labels().keys()
    right = len(found & gold())
    precision, recall = right / len(found), right / len(gold())

    assert len(gold()) >= 100
    assert len(labels()) - len(gold()) >= 90
    assert 2 * precision * recall / (precision + recall) >= 0.95
    assert {} == Counter(labels()[pair] for pair in found - gold())


def test_no_two_texts_are_joined_that_the_set_does_not_know_as_one_story() -> None:
    def story(name: str) -> str:
        return name.partition("-")[2]

    found = reprints.pairs(texts())

    assert [] == [pair for pair in found if story(pair.first) != story(pair.second)]


def test_every_labelled_reprint_is_a_candidate() -> None:
    numbers = sketches.Words()
    names = [text.id for text in texts()]
    pairs = sketches.candidates([numbers.numbers(text.words) for text in texts()])
    met = {(names[one], names[other]) for one, other in pairs}

    assert set() == gold() - met

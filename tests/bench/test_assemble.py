"""The generated archive, and what is computed of the measurements; joining itself is not timed."""

from __future__ import annotations

from collections import Counter

from bench import archives, assemble
from generator.model import EntityKind


def test_generated_archive_is_the_same_every_time() -> None:
    assert archives.generate(60, 100) == archives.generate(60, 100)


def test_generated_archive_has_the_shape_of_a_real_one() -> None:
    contents = archives.generate(600, 200)
    originals = [article for article in contents.articles if not article.translation]
    kinds = Counter(entity.kind for entity in contents.entities)
    words = sorted(len(article.body.split()) for article in originals)
    years = {article.date.year for article in originals if article.date}

    assert 600 == len(originals)
    assert 600 == len({article.id for article in originals})
    assert 150 < len(contents.articles) - len(originals) < 250
    assert set(EntityKind) == set(kinds)
    assert 200 >= kinds.total() > 190
    assert 350 <= words[len(words) // 2] <= 480
    assert 25 <= len(years) <= 27


def test_exponent_is_the_slope_of_time_over_size() -> None:
    def cost(articles: int, cpu: float) -> assemble.Cost:
        return {"articles": articles, "cpu": cpu}

    assert 1.0 == round(assemble.exponent([cost(1000, 2.0), cost(10_000, 20.0)]), 6)
    assert 2.0 == round(assemble.exponent([cost(10, 1.0), cost(100, 100.0)]), 6)


def test_stages_are_seen_from_outside_and_their_sum_is_the_whole() -> None:
    cost = assemble.measure(30, 100)

    assert "families" in cost["stages"]
    assert cost["cpu"] >= 0.99 * sum(cost["stages"].values())
    assert "families" in assemble.table([cost])

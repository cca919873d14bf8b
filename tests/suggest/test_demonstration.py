"""On the demonstration archive without its people: whom texts name is whom editors recorded."""

from __future__ import annotations

import time

import pytest

from generator import content, suggest
from generator.assemble import gather
from generator.model import EntityKind
from generator.suggest import How, Person
from generator.suggest.known import known
from tests.conftest import REPOSITORY

LEAST = 0.95
"""Share of the people on record that must be found, and of those found that must be people."""


@pytest.fixture(scope="module")
def found() -> dict[Person, str]:
    """Each suggestion, with the id of the person's record; empty for who has none."""
    contents = content.read(REPOSITORY / "content")
    on_record = known(e for e in contents.entities if e.kind is EntityKind.PERSON)
    others = [e for e in contents.entities if e.kind is not EntityKind.PERSON]
    people = suggest.people(suggest.survey(gather(contents.articles)), others)
    return {
        one: max(on_record.person(name) for name in (one.name.vi, one.name.en) if name)
        for one in people
    }


def test_nearly_all_people_on_record_are_found_again(found: dict[Person, str]) -> None:
    contents = content.read(REPOSITORY / "content")
    recorded = {e.id for e in contents.entities if e.kind is EntityKind.PERSON}

    missing = sorted(recorded - set(found.values()))

    assert len(missing) <= (1 - LEAST) * len(recorded), missing


def test_all_others_are_who_wrote_or_took_pictures(found: dict[Person, str]) -> None:
    others = [one for one, record in found.items() if not record]

    assert [] == [one.name for one in others if not set(one.how) <= {How.BYLINE, How.CREDIT}]


def test_everybody_on_record_with_a_post_in_the_texts_is_found_with_one(
    found: dict[Person, str],
) -> None:
    posts = {record: one.posts for one, record in found.items()}

    assert ["Thủ tướng", "Bộ trưởng", "Thứ trưởng", "Tổng Giám đốc"] == [
        posts[record][0].word
        for record in ("vo-van-kiet", "bui-thanh-son", "vu-quang-minh", "vu-viet-trang")
    ]


def test_a_text_costs_a_few_milliseconds() -> None:
    works = gather(content.read(REPOSITORY / "content").articles)
    suggest.survey(works)  # places are read from CLDR once

    began = time.process_time()
    suggest.people(suggest.survey(works), ())
    spent = (time.process_time() - began) / sum(len(work.texts) for work in works)

    # Some times what was measured, for machines that are slow or busy.
    assert spent < 0.012, f"{1000 * spent:.1f} ms a text"

"""The five real scrapes, joined with the records of the demonstration archive and without."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import assemble, content, convert
from generator.model import Archive, EntityKind, Reason
from generator.vietnamese import fold
from tests.conftest import REPOSITORY

SCRAPES = REPOSITORY.parent / "shared/seeds"
pytestmark = pytest.mark.skipif(not SCRAPES.is_dir(), reason="the five scrapes are not at hand")

AIRLINE, ECONOMY, FOREIGN, AGENCY, MINISTER = range(5)


def joined(folder: Path, *, records: bool) -> Archive:
    """The archive of the five, converted into a folder that may have records already."""
    target = folder / "content"
    if records:
        for kind in EntityKind:
            shutil.copytree(REPOSITORY / "content" / kind, target / kind)
    list(convert.run(SCRAPES, target))
    return assemble.archive(content.read(target))[0]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return joined(tmp_path_factory.mktemp("records"), records=True)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return joined(tmp_path_factory.mktemp("bare"), records=False)


def ids(archive: Archive) -> Mapping[int, str]:
    """Number of a scrape → id of its article."""
    return {int(e.original.source.raw[:3]): e.id for e in archive.entries.values()}


def reason(archive: Archive, one: int, other: int) -> Reason:
    """Why one scrape's article has another's beside it; fails if it has not."""
    by_number = ids(archive)
    found = {r.id: r.reason for r in archive.entries[by_number[one]].related}
    assert by_number[other] in found
    return found[by_number[other]]


@pytest.mark.parametrize(("one", "other"), [(AIRLINE, MINISTER), (MINISTER, AIRLINE)])
def test_heads_of_mission_of_one_term_are_related_and_it_says_why(
    archive: Archive, one: int, other: int
) -> None:
    why = reason(archive, one, other)

    assert "2023-2026" in " ".join(why.terms) or "co-quan-dai-dien-viet-nam" in why.entities


@pytest.mark.parametrize(("one", "other"), [(AIRLINE, MINISTER), (MINISTER, AIRLINE)])
def test_they_are_related_by_their_words_alone(bare: Archive, one: int, other: int) -> None:
    why = reason(bare, one, other)

    assert () == why.entities
    assert any("nhiem ky 2023-2026" in fold(term) for term in why.terms)


@pytest.mark.parametrize(("one", "other"), [(ECONOMY, FOREIGN), (FOREIGN, ECONOMY)])
def test_two_on_economic_diplomacy_are_related_by_the_minister_or_the_topic(
    archive: Archive, one: int, other: int
) -> None:
    assert {"bui-thanh-son", "ngoai-giao-kinh-te"} & set(reason(archive, one, other).entities)


def test_the_news_agency_is_one_organisation_in_all_its_spellings(archive: Archive) -> None:
    records = [record for record in archive.entities.values() if "TTXVN" in names(record)]
    entry = archive.entries[ids(archive)[AGENCY]]
    named = {mention.entity: mention.count for mention in entry.mentions}
    text = f"{entry.original.title}\n{entry.original.body}"

    assert ["thong-tan-xa-viet-nam"] == [record.id for record in records]
    assert named["thong-tan-xa-viet-nam"] >= 8
    assert "TTXVN" in text
    assert "Thông tấn xã Việt Nam" in text


def names(record: object) -> set[str]:
    aliases = getattr(record, "aliases", ())
    return {*aliases, *getattr(record, "abbreviations", ())}

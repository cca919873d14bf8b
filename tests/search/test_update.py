"""An index that is brought up to date is the index that would be built."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from pathlib import Path

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bench import archives
from generator import assemble
from generator.model import Archive, Article, Contents, Entity
from generator.press import search
from generator.press.search import packing, plans, slots, stamps, writing
from tests.assemble.make import article, entity, joined

WORLD = archives.generate(40, 100)
IDS = sorted({one.id for one in WORLD.articles})
DATES = ("1987-03-02", "2004-11-30", "2004-11", "2004", "2021-10-22", "2031-01-01", "")
WORDS = ("mới", "hoà", "hòa", "ngoại giao", "kinh tế", "Women's day", "vắc-xin", "22/10/2021")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def of(articles: list[Article], entities: tuple[Entity, ...]) -> Archive:
    return assemble.archive(Contents(articles=tuple(articles), entities=entities))[0]


def clean(archive: Archive, folder: Path) -> dict[str, bytes]:
    search.write(archive, folder)
    return tree(folder / "search")


def memory(folder: Path) -> bytes:
    """What the indexes remember."""
    return (folder / writing.STATE).read_bytes()


def updated(
    archive: Archive, site: Path, kept: Path, changed: Collection[str] | None = None
) -> int:
    """Bring the indexes up to date; fails if that builds all anew."""

    def make(_: Archive) -> writing.Made:
        raise AssertionError("built anew")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(writing, "make", make)
        return search.update(archive, site, kept, changed)


_CHANGE = st.tuples(
    st.sampled_from(["add", "edit", "delete", "redate", "rename"]),
    st.integers(0, 1_000),
    st.sampled_from(DATES),
    st.sampled_from(WORDS),
)


def changed(
    world: Contents, held: set[str], change: tuple[str, int, str, str]
) -> tuple[Contents, set[str]]:
    """The world after a change, and which of its articles are in the archive."""
    what, number, date, word = change
    id_ = IDS[number % len(IDS)]
    if what in {"add", "delete"}:
        return world, held | {id_} if what == "add" else held - {id_}
    if what == "rename":
        records = list(world.entities)
        place = number % len(records)
        name = dataclasses.replace(records[place].name, vi=f"{word.title()} {number}")
        records[place] = dataclasses.replace(records[place], name=name, given="")
        return dataclasses.replace(world, entities=tuple(records)), held
    articles = [
        one
        if one.id != id_
        else article(one.id, date=date or None, body=one.body, title=one.title, slug=one.slug)
        if what == "redate" and one.lang == "vi"
        else dataclasses.replace(one, body=f"{one.body}\n\n{word} {number}.")
        for one in world.articles
        if what == "edit" or one.id != id_ or one.lang == "vi"
    ]
    return dataclasses.replace(world, articles=tuple(articles)), held


@settings(max_examples=5, deadline=None, derandomize=True, phases=[Phase.generate])
@given(st.lists(_CHANGE, min_size=1, max_size=5))
def test_after_any_changes_the_bytes_are_those_of_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, int, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("update")
    world, held = WORLD, set(IDS[::2])
    archive = of([one for one in world.articles if one.id in held], world.entities)
    search.write(archive, folder / "site", folder / "kept")
    for number, change in enumerate(changes):
        world, held = changed(world, held, change)
        archive = of([one for one in world.articles if one.id in held], world.entities)
        search.update(archive, folder / "site", folder / "kept")

        assert clean(archive, folder / str(number)) == tree(folder / "site" / "search")
        (folder / "again").mkdir(exist_ok=True)
        search.write(archive, folder / "again", folder / "again")
        assert memory(folder / "again") == memory(folder / "kept")


@pytest.mark.parametrize("place", [0, 17, 39])
def test_one_more_article_is_put_in_and_taken_out(tmp_path: Path, place: int) -> None:
    articles = list(WORLD.articles)
    less = of([one for one in articles if one.id != IDS[place]], WORLD.entities)
    more = of(articles, WORLD.entities)
    kept = tmp_path / "kept"
    first = search.write(less, tmp_path / "site", kept)
    before, after = tree(tmp_path / "site/search"), clean(more, tmp_path / "more")

    assert first == len(before)
    assert updated(more, tmp_path / "site", kept, changed=()) > 0
    assert after == tree(tmp_path / "site/search")
    assert updated(less, tmp_path / "site", kept) > 0
    assert before == tree(tmp_path / "site/search")
    assert 0 == updated(less, tmp_path / "site", kept)


def test_one_more_article_is_put_in_where_stamps_stand_in_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "MOST", 1)
    articles = list(WORLD.articles)
    less = of([one for one in articles if one.id != IDS[3]], WORLD.entities)
    search.write(less, tmp_path / "site", tmp_path / "kept")
    after = clean(of(articles, WORLD.entities), tmp_path / "more")
    updated(of(articles, WORLD.entities), tmp_path / "site", tmp_path / "kept")

    assert "vi/s/0.bin" in after
    assert after == tree(tmp_path / "site/search")


@pytest.mark.parametrize("told", [None, {"a-b", "a-c", "a-d"}])
def test_a_record_that_is_renamed_is_found_by_its_new_name(
    tmp_path: Path, told: set[str] | None
) -> None:
    def world(name: str) -> Archive:
        texts = [article(f"a-{n}", title="T", body="Bà Lan nói.", people=("lan",)) for n in "bcd"]
        return joined(*texts, article("a-other", body="Khác."), entity("lan", name))

    search.write(world("Lan"), tmp_path / "site", tmp_path / "kept")
    updated(world("Phương Lan"), tmp_path / "site", tmp_path / "kept", told)

    assert clean(world("Phương Lan"), tmp_path / "clean") == tree(tmp_path / "site/search")


@pytest.mark.parametrize(
    "damage",
    ["no state", "cut state", "old state", "no shard", "other shard", "no manifest"],
)
def test_what_is_damaged_or_missing_is_built_anew(tmp_path: Path, damage: str) -> None:
    before = of([one for one in WORLD.articles if one.id != IDS[5]], WORLD.entities)
    archive = of(list(WORLD.articles), WORLD.entities)
    site, kept = tmp_path / "site", tmp_path / "kept"
    search.write(before, site, kept)
    state = kept / writing.STATE
    shards = sorted((site / "search/vi/k").iterdir())
    match damage:
        case "no state":
            state.unlink()
        case "cut state":
            state.write_bytes(state.read_bytes()[:-100])
        case "old state":
            state.write_bytes(state.read_bytes().replace(b'"program": "', b'"program": "x'))
        case "no shard":
            for shard in shards:
                shard.unlink()
        case "other shard":
            for shard in shards[1:]:
                shard.write_bytes(shards[0].read_bytes())
        case "no manifest":
            (site / "search/vi/manifest.bin").unlink()
    search.update(archive, site, kept)

    assert clean(archive, tmp_path / "clean") == tree(site / "search")


def test_a_state_that_can_be_read_but_is_not_what_was_written_is_not_believed(
    tmp_path: Path,
) -> None:
    before = of([one for one in WORLD.articles if one.id != IDS[5]], WORLD.entities)
    archive = of(list(WORLD.articles), WORLD.entities)
    site, kept = tmp_path / "site", tmp_path / "kept"
    search.write(before, site, kept)
    data = bytearray(memory(kept))
    start = data.index(b'{"program": ') - 4
    for _ in range(3):  # what is said, the places, the documents: now an article's outlet
        start += 4 + int.from_bytes(data[start : start + 4], "little")
    data[start + 4] ^= 1
    (kept / writing.STATE).write_bytes(data)

    search.update(archive, site, kept)

    assert clean(archive, tmp_path / "clean") == tree(site / "search")


def test_an_unchanged_archive_is_left_alone(tmp_path: Path) -> None:
    archive = of(list(WORLD.articles), WORLD.entities)
    search.write(archive, tmp_path / "site", tmp_path / "kept")

    assert 0 == search.update(archive, tmp_path / "site", tmp_path / "kept")


def test_too_many_changes_ask_for_a_new_index() -> None:
    known = search.known(of(list(WORLD.articles), WORLD.entities))
    half = dataclasses.replace(known, ids=known.ids[::2], slots=known.slots[::2])
    half.fingerprints = known.fingerprints[::2]

    with pytest.raises(plans.RebuildError):
        plans.plan(half, known)


_PLACES = st.lists(
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 70)), min_size=1, unique=True),
    min_size=1,
    max_size=5,
)


@given(_PLACES, st.integers(2, 6))
def test_places_come_back(lists: list[list[tuple[int, int]]], bits: int) -> None:
    made = [slot << slots.WIDE | ordinal for one in lists for slot, ordinal in sorted(one)]
    starts = [place == 0 for one in lists for place in range(len(one))]
    expected = np.array(made, np.int64)
    gaps = slots.gaps(expected, np.array(starts), bits)
    values, _ = packing.numbers(packing.varints(gaps))

    assert made == slots.from_gaps(values, np.array(starts), bits).tolist()

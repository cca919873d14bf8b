from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble import paging
from generator.model import Archive, Article, Date, Entity
from tests.assemble.make import article, entity, joined

COUNTS = st.integers(min_value=0, max_value=1200)
PERSON = entity("bui-thanh-son", "Bùi Thanh Sơn")


def stories(
    number: int, *, date: str = "2021-12-13", start: int = 0, **facts: object
) -> list[Article]:
    """Articles that name `PERSON`, of one day, month or year."""
    return [
        article(f"a-{n:05}", body="Ông Bùi Thanh Sơn.", date=date, **facts)
        for n in range(start, start + number)
    ]


def urls_of(archive: Archive, id_: str, lang: str = "vi") -> list[str]:
    return [link.url for link in archive.permalinks if link.id == id_ and link.lang == lang]


@given(COUNTS)
def test_every_entry_is_on_the_landing_page_or_in_one_block(count: int) -> None:
    listed = list(range(count, 0, -1))
    blocks = [paging.block(listed, number) for number in paging.blocks(count)]
    older = [one for block in reversed(blocks) for one in block]

    assert listed[paging.SIZE :] == [one for one in older if one not in paging.newest(listed)]
    assert len(older) == len(set(older))


@given(COUNTS)
def test_no_block_has_only_what_the_landing_page_shows(count: int) -> None:
    listed = list(range(count, 0, -1))

    for number in paging.blocks(count):
        assert not set(paging.block(listed, number)) <= set(paging.newest(listed))
        assert paging.SIZE == len(paging.block(listed, number))


@given(COUNTS)
def test_a_new_entry_changes_no_block(count: int) -> None:
    before, after = list(range(count, 0, -1)), list(range(count + 1, 0, -1))

    for number in paging.blocks(count):
        assert paging.block(before, number) == paging.block(after, number)
    assert len(paging.blocks(count + 1)) - len(paging.blocks(count)) in {0, 1}


@pytest.mark.parametrize(
    ("count", "blocks"), [(0, []), (50, []), (51, [1]), (100, [1]), (101, [1, 2]), (150, [1, 2])]
)
def test_blocks_are_counted_from_the_oldest(count: int, blocks: list[int]) -> None:
    assert blocks == list(paging.blocks(count))


@given(st.lists(st.integers(min_value=1, max_value=90), min_size=1, max_size=32))
def test_an_abridged_list_fits_a_page_and_has_something_of_each_part(counts: list[int]) -> None:
    shown = paging.shares(counts)

    assert sum(shown) <= max(paging.SIZE, len(counts))
    assert all(1 <= share <= count for share, count in zip(shown, counts, strict=True))
    assert (shown == counts) == (sum(counts) <= paging.SIZE or max(counts) <= max(shown))


def test_long_lists_of_a_record_and_a_day_have_their_pages_in_the_register() -> None:
    archive = joined(PERSON, *stories(101))

    person = "/people/bui-thanh-son/"
    assert [person, f"{person}1/", f"{person}2/"] == urls_of(archive, PERSON.id)
    assert ["/en/people/bui-thanh-son/2/"] == urls_of(archive, PERSON.id, "en")[2:]
    assert ["/2021/12/13/", "/2021/12/13/1/", "/2021/12/13/2/"] == urls_of(
        archive, "day:2021-12-13"
    )


def test_undated_articles_are_paged_too() -> None:
    undated = [article(f"a-{n:05}", date=None) for n in range(51)]

    assert ["/undated/", "/undated/1/"] == urls_of(joined(*undated), "undated")


@pytest.mark.parametrize(
    ("date", "id_", "url"),
    [("2021-12", "day:2021-12-00", "/2021/12/00/"), ("2021", "day:2021-00", "/2021/00/")],
)
def test_an_unknown_day_has_a_page_where_its_list_is_abridged(
    date: str, id_: str, url: str
) -> None:
    assert [] == urls_of(joined(*stories(50, date=date)), id_)
    assert [url, f"{url}1/"] == urls_of(joined(*stories(51, date=date)), id_)


def test_an_article_of_the_month_counts_for_its_year_and_not_the_other_way_round() -> None:
    dates = [Date.parse("2021-12-13")] * 30 + [Date.parse("2021-12")] * 20 + [Date.parse("2021")]

    assert [Date.parse("2021"), Date.parse("2021-12-13")] == list(paging.days(dates))


def test_an_outlet_lists_what_it_published() -> None:
    outlet = entity("bao-moi", "Báo Mới", kind="outlets")

    assert ["a"] == list(
        paging.of_record(outlet, listed={"bao-moi": ["b"]}, published={"bao-moi": ["a"]})
    )
    assert ["b"] == list(paging.of_record(PERSON, listed={PERSON.id: ["b"]}, published={}))


@pytest.mark.parametrize(
    ("row", "target"),
    [
        ("/people/bui-thanh-son/7/ bui-thanh-son vi", "/people/bui-thanh-son/"),
        ("/en/people/son-bui/7/ son-bui en", "/en/people/bui-thanh-son/"),
        ("/2021/12/13/1/ day:2021-12-13 vi", "/2021/12/13/"),
        ("/2021/12/14/ day:2021-12-14 vi", "/2021/12/"),
        ("/en/2021/11/14/ day:2021-11-14 en", "/en/2021/"),
        ("/2021/00/ day:2021-00 vi", "/2021/"),
        ("/1999/11/14/ day:1999-11-14 vi", "/"),
        ("/undated/3/ undated vi", "/"),
        ("/people/by/name/b/ index:people vi", "/people/"),
        ("/en/events/by/date/1/ index:events en", "/en/events/"),
    ],
)
def test_a_page_of_a_list_that_is_gone_leads_to_its_list(row: str, target: str) -> None:
    person = entity("bui-thanh-son", "Bùi Thanh Sơn", replaces=("son-bui",))
    archive = joined(person, article("a-1"), registered=(row,))

    assert target == archive.redirects[row.split(maxsplit=1)[0]]


def test_the_order_in_which_things_come_does_not_matter() -> None:
    things: list[Article | Entity] = [PERSON, *stories(120)]

    assert joined(*things).permalinks == joined(*reversed(things)).permalinks

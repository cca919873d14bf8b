"""Odd archives: a year of 5,000 articles, sixty posts, records that nothing names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import etree

from generator.assemble import paging
from generator.model import Bilingual, Date, DatedRole, Page, Source
from tests.assemble.make import article, entity
from tests.pages.made import made, part
from tests.pages.test_record_templates import printed, texts

ITEMS = 5_000
LIMIT = 64_000
"""Most that the content of a list's page may have, in bytes of HTML before it is packed."""

LISTS = (
    *("", "timeline/", "translations/", "2019/", "2019/06/", "2019/06/15/"),
    *("on-this-day/", "on-this-day/06-15/", "outlets/bao-dai/", "outlets/bao-dai/1/"),
)
"""Pages that list articles."""


@pytest.fixture(scope="module")
def year() -> Mapping[str, Page]:
    """An archive with 5,000 articles in one year and one in another."""
    outlet = entity("bao-dai", "Tạp chí Nghiên cứu và Thông tin Đối ngoại " * 2, kind="outlets")
    stories = [
        article(
            f"a-2019-{number:08}",
            title=f"Tin thứ {number} trong một năm có rất nhiều tin được giữ lại",
            body=f"Tin {number}.",
            source=Source(outlet="bao-dai"),
            date=f"2019-{number % 12 + 1:02}-{number // 12 % 28 + 1:02}",
        )
        for number in range(ITEMS)
    ]
    return made(outlet, *stories, article("a-2021-00000001", body="Tin sau.", date="2021-01-01"))


def test_no_page_grows_with_a_year_of_thousands(year: Mapping[str, Page]) -> None:
    paths = [f"{folder}{path}index.md" for folder in ("", "en/") for path in LISTS]
    sizes = {
        path: len(etree.tostring(printed(year[path]), encoding="utf-8", method="html"))
        for path in paths
    }

    assert {} == {path: size for path, size in sizes.items() if size > LIMIT}


def test_every_one_of_thousands_can_be_reached_from_its_year(year: Mapping[str, Page]) -> None:
    months = [year[f"2019/{month:02}/index.md"] for month in range(1, 13)]
    days = [
        page
        for path, page in year.items()
        if path.startswith("2019/")
        and path.count("/") == 3
        and page.meta["template"] == "list.html"
    ]
    listed = {
        item["url"]
        for page in (*months, *days)
        for group in part(page, "list", "groups")
        for item in group["links"]
    }

    assert ITEMS == len(listed)
    assert paging.SIZE >= max(
        sum(len(group["links"]) for group in part(page, "list", "groups")) for page in months
    )


def test_a_year_of_one_beside_one_of_thousands_can_be_seen(year: Mapping[str, Page]) -> None:
    decades = part(year["index.md"], "home", "years")
    shares = [one["share"] for decade in decades for one in decade if one.get("url")]
    (small,) = part(year["timeline/index.md"], "timeline", "chart", "lines")[1:]

    assert 100 == max(shares)
    assert 0 < min(shares) == small["height"]


def test_of_sixty_posts_twelve_are_shown_and_the_others_on_demand() -> None:
    roles = tuple(
        DatedRole(
            title=Bilingual(vi=f"Chức vụ {n}", en=f"Post {n}"),
            start=Date.parse(f"{1950 + n}"),
            end=Date.parse(f"{1950 + n}"),
        )
        for n in range(60)
    )
    found = printed(made(entity("an", "Nguyễn Văn An", roles=roles))["people/an/index.md"])
    folded = "//details[@class='more']"

    assert 12 == len(found.xpath("//section[@class='career']/ol/li"))
    assert 48 == len(found.xpath(f"{folded}/ol/li"))
    assert ["48 chức vụ khác"] == texts(found, f"{folded}/summary")


def test_of_a_few_posts_none_is_folded() -> None:
    roles = tuple(DatedRole(title=Bilingual(vi=f"Chức vụ {n}")) for n in range(12))
    found = printed(made(entity("an", "Nguyễn Văn An", roles=roles))["people/an/index.md"])

    assert 12 == len(found.xpath("//ol[@class='career__posts']/li"))
    assert [] == found.xpath("//details[@class='more']")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("people", "nhắc tới nhân vật này"),
        ("organisations", "nhắc tới tổ chức này"),
        ("places", "nhắc tới nơi này"),
        ("topics", "về chủ đề này"),
        ("outlets", "của nguồn tin này"),
    ],
)
def test_a_record_that_nothing_names_says_so_under_a_heading(kind: str, said: str) -> None:
    found = printed(made(entity("a", "Nguyễn A", kind=kind))[f"{kind}/a/index.md"])

    assert ["Tin, bài 0 bài"] == texts(found, "//h2")
    assert [f"Kho lưu trữ chưa có bài nào {said}."] == texts(found, "//p[@class='quiet']")


def test_an_event_that_nothing_is_about_does_not_speak_of_other_articles() -> None:
    found = printed(made(entity("a", "Hội nghị A", kind="events"))["events/a/index.md"])

    assert ["Tin, bài 0 bài"] == texts(found, "//h2")
    assert ["Kho lưu trữ chưa có bài nào về sự kiện này."] == texts(found, "//p[@class='quiet']")

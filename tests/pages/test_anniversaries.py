"""On this day: the days of a year, and what was published on each in all years."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from generator.model import Page
from tests.assemble.make import article, found, joined
from tests.pages.made import made, make, part
from tests.pages.test_record_templates import printed, texts

STORIES = [
    article("a-1", title="Tin 2019", date="2019-12-13"),
    article("a-2", title="Tin 2021", date="2021-12-13T06:24:00+07:00"),
    article("a-3", title="Tin 2021 khác", date="2021-12-13", slug="khac"),
    article("a-4", title="Ngày nhuận", date="2020-02-29"),
    article("a-5", title="Chỉ biết tháng", date="2021-12"),
    article("a-6", title="Chỉ biết năm", date="2018"),
    article("a-7", title="Không ngày", date=None),
]


@pytest.fixture(scope="module")
def pages() -> Mapping[str, Page]:
    return made(*STORIES)


def stories(page: Page) -> dict[str, list[str]]:
    """Year → headlines, in order."""
    return {
        group["name"]: [item["title"] for item in group["links"]]
        for group in part(page, "list", "groups")
    }


def test_a_day_has_what_was_published_on_it_in_all_years_the_newest_first(
    pages: Mapping[str, Page],
) -> None:
    page = pages["on-this-day/12-13/index.md"]

    assert {"2021": ["Tin 2021", "Tin 2021 khác"], "2019": ["Tin 2019"]} == {
        year: sorted(titles) for year, titles in stories(page).items()
    }
    assert ["2021", "2019"] == list(stories(page))
    assert ("13 tháng 12", "3 bài, 2019–2021") == tuple(
        part(page, "list", name) for name in ("heading", "count")
    )
    assert ["2021/12/13/", "2019/12/13/"] == [
        group["url"] for group in part(page, "list", "groups")
    ]


def test_days_that_are_not_certain_are_on_no_day(pages: Mapping[str, Page]) -> None:
    assert {"on-this-day/02-29/index.md", "on-this-day/12-13/index.md"} == {
        path for path in pages if path.startswith("on-this-day/") and path.count("/") == 2
    }


def test_the_calendar_has_every_day_of_a_leap_year(pages: Mapping[str, Page]) -> None:
    months = part(pages["en/on-this-day/index.md"], "anniversaries", "months")
    linked = [day for month in months for day in month["days"] if day.get("url")]

    assert (12, 366) == (len(months), sum(len(month["days"]) for month in months))
    assert "February" == months[1]["name"]
    assert [
        ("29 February: 1 article", "en/on-this-day/02-29/"),
        ("13 December: 3 articles", "en/on-this-day/12-13/"),
    ] == [(day["label"], day["url"]) for day in linked]


def test_days_lead_round_the_year_to_the_next_that_has_something(
    pages: Mapping[str, Page],
) -> None:
    december = part(pages["on-this-day/12-13/index.md"], "list")

    assert ("29 tháng 2", "29 tháng 2") == tuple(
        december[way]["title"] for way in ("older", "newer")
    )


def test_the_only_day_leads_nowhere_else() -> None:
    listing = part(made(STORIES[0])["on-this-day/12-13/index.md"], "list")

    assert set() == {"older", "newer"} & set(listing)


def test_a_day_of_hundreds_shows_some_of_each_year_and_leads_to_all() -> None:
    many = [
        article(f"a-{year}-{n:03}", title=f"Tin {year} {n}", body=f"Tin {year} {n}.", date=date)
        for year in range(2000, 2006)
        for n in range(40)
        for date in [f"{year}-05-19"]
    ]
    page = made(*many)["on-this-day/05-19/index.md"]
    shown = stories(page)

    assert {f"{year}" for year in range(2000, 2006)} == set(shown)
    assert 50 >= sum(map(len, shown.values()))
    assert ("Tất cả: 40 bài", "2005/05/19/") == tuple(
        part(page, "list", "groups")[0]["more"][name] for name in ("name", "url")
    )


def test_a_day_says_the_way_to_it_to_machines(pages: Mapping[str, Page]) -> None:
    graph = json.loads(part(pages["en/on-this-day/12-13/index.md"], "head", "graph"))
    (crumbs,) = [one for one in graph.get("@graph", [graph]) if one["@type"] == "BreadcrumbList"]

    assert ["Vietnam Diplomacy News Archive", "On this day", "13 December"] == [
        step["name"] for step in crumbs["itemListElement"]
    ]


def test_the_front_page_names_the_days_that_have_something(pages: Mapping[str, Page]) -> None:
    assert {"url": "on-this-day/", "days": "0229 1213"} == part(
        pages["index.md"], "home", "anniversary"
    )
    assert "anniversary" not in part(made(STORIES[-1])["index.md"], "home")


def test_without_a_script_the_front_page_leads_to_the_calendar(pages: Mapping[str, Page]) -> None:
    block = printed(pages["en/index.md"]).xpath("//*[@data-on-this-day]")

    assert [["en/on-this-day/"]] == [one.xpath(".//a/@href") for one in block]


def test_the_calendar_says_in_words_how_many_articles_a_day_has(
    pages: Mapping[str, Page],
) -> None:
    found = printed(pages["on-this-day/index.md"])

    assert 366 == len(found.xpath("//ol/li"))
    assert ["29 tháng 2: 1 bài", "13 tháng 12: 3 bài"] == found.xpath("//ol//a/@aria-label")
    assert "Tháng 2" == texts(found, "//h2")[1]


def test_addresses_are_registered_and_a_day_that_is_lost_leads_to_the_calendar() -> None:
    rows = (
        "/on-this-day/05-05/ on-this-day:05-05 vi",
        "/en/on-this-day/05-05/ on-this-day:05-05 en",
    )
    archive = joined(STORIES[0], registered=rows)
    live = {permalink.url: permalink.id for permalink in archive.permalinks}

    assert ("on-this-day", "on-this-day:12-13") == (
        live["/on-this-day/"],
        live["/en/on-this-day/12-13/"],
    )
    assert {
        "/on-this-day/05-05/": "/on-this-day/",
        "/en/on-this-day/05-05/": "/en/on-this-day/",
    }.items() <= dict(archive.redirects).items()
    assert () == found(STORIES[0], registered=rows)
    assert "redirect.html" == make(archive)["on-this-day/05-05/index.md"].meta["template"]

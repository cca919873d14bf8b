"""Years, months and days: what a reader finds of a time, and the ways on from there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import LANGS, Page
from generator.pages import month_grid
from generator.pages.edition import Edition
from generator.pages.view import View
from tests.assemble.make import article, joined
from tests.pages.made import SETTINGS, made, part

DATES = ("2021-12-13", "2021-12-13", "2021-12-31", "2021-07-30", "2021-12", "2020-12-13", "2019")
SOME = [article(f"a-{n}", title=f"Tin {n}", date=date) for n, date in enumerate(DATES)]


@pytest.fixture(scope="module")
def found() -> dict[str, Page]:
    return made(*SOME)


def view(lang: str) -> View:
    editions = {
        one: Edition(lang=one, words=SETTINGS.words[one], name=SETTINGS.site_name[one])
        for one in LANGS
    }
    own = editions[lang]
    return View(edition=own, across=editions[own.other], archive=joined())


def cells(grid: Any) -> list[Any]:
    return [cell for week in grid["weeks"] for cell in week]


def test_a_month_is_a_calendar_that_begins_on_monday(found: dict[str, Page]) -> None:
    grid = part(found["2021/12/index.md"], "list", "grid")

    assert ["Th 2", "CN"] == [grid["weekdays"][0]["short"], grid["weekdays"][-1]["short"]]
    assert "Thứ Hai" == grid["weekdays"][0]["name"]
    # 1 December 2021 was a Wednesday.
    assert [{}, {}, {"day": 1}] == grid["weeks"][0][:3]


def test_a_day_with_articles_has_a_link_and_says_how_many(found: dict[str, Page]) -> None:
    grid = part(found["en/2021/12/index.md"], "list", "grid")

    assert [
        {
            "day": 13,
            "count": "2",
            "label": "Monday, 13 December: 2 articles",
            "url": "en/2021/12/13/",
        },
        {
            "day": 31,
            "count": "1",
            "label": "Friday, 31 December: 1 article",
            "url": "en/2021/12/31/",
        },
    ] == [cell for cell in cells(grid) if "url" in cell]


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=12))
def test_every_month_has_all_its_days_once_in_weeks_of_seven(year: int, month: int) -> None:
    grid = month_grid.make(view("vi"), year, month, {1: ["a"]})
    days = [cell["day"] for cell in cells(grid) if cell]

    assert list(range(1, len(days) + 1)) == days
    assert len(days) in {28, 29, 30, 31}
    assert {7} == {len(week) for week in grid["weeks"]}  # type: ignore[attr-defined]


def test_a_month_without_a_known_day_has_no_calendar() -> None:
    page = made(article("a-1", date="2021-12"))["2021/12/index.md"]

    assert "grid" not in part(page, "list")
    assert ["Không rõ ngày"] == [group["name"] for group in part(page, "list", "groups")]


def test_a_year_shows_all_twelve_months_with_their_numbers(found: dict[str, Page]) -> None:
    months = part(found["2021/index.md"], "list", "months")

    assert [f"T{number}" for number in range(1, 13)] == [month["name"] for month in months]
    assert [("2021/07/", "1", 25), ("2021/12/", "4", 100)] == [
        (month["url"], month["count"], month["share"]) for month in months if month["url"]
    ]
    assert "Tháng 12 năm 2021: 4 bài" == months[11]["label"]


def test_a_year_of_which_no_month_is_known_has_no_columns(found: dict[str, Page]) -> None:
    assert "months" not in part(found["2019/index.md"], "list")


def test_a_day_leads_to_its_month_the_days_around_and_the_same_day_of_other_years(
    found: dict[str, Page],
) -> None:
    day = part(found["2021/12/13/index.md"], "list")

    assert "Thứ Hai, 13 tháng 12 năm 2021" == day["heading"]
    assert ("Tháng 12 năm 2021", "2021/12/") == (day["kicker"], day["kicker_url"])
    assert "2021/12/31/" == day["newer"]["url"]
    assert {"title": "Thứ Sáu, 30 tháng 7 năm 2021", "url": "2021/07/30/"} == day["older"]
    assert [("2020", "2020/12/13/", "1")] == [
        (other["name"], other["url"], other["count"]) for other in day["same"]
    ]
    assert ["Tin 0", "Tin 1"] == [item["title"] for item in day["groups"][0]["links"]]


def test_the_ends_of_time_lead_nowhere(found: dict[str, Page]) -> None:
    assert "newer" not in part(found["2021/12/31/index.md"], "list")
    assert "older" not in part(found["2020/12/13/index.md"], "list")

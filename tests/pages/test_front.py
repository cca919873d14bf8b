"""The front page: what stands on it, in which order, under which words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.model import Page, Status
from generator.pages.front import MORE, SECOND
from tests.assemble.make import article, translation
from tests.pages.made import ONLY_ENGLISH, SETTINGS, VIETNAMESE, everything, made, part

DAYS = [
    article(f"a-2021-{letter * 8}", title=f"Tin {letter}", date=f"2021-12-{day:02}")
    for day, letter in enumerate("bcdfghjkmnpqrstv", start=1)
]


def dates(page: Page, name: str) -> list[str]:
    """The days of the stories in this part of the front page, as it shows them."""
    return [item["iso"] for item in part(page, "home", name)]


def test_stories_stand_newest_first_from_the_lead_through_the_column() -> None:
    page = made(*DAYS)["index.md"]
    shown = [
        part(page, "home", "lead", "iso"),
        *dates(page, "second"),
        *dates(page, "more"),
    ]

    assert 1 + SECOND + MORE == len(shown)
    assert "2021-12-16" == shown[0]
    assert all(newer > older for newer, older in pairwise(shown))


def test_an_english_front_page_leads_with_what_can_be_read_in_english() -> None:
    page = made(*DAYS, *(translation(one, title=f"News {one.date}") for one in DAYS[:2]))[
        "en/index.md"
    ]

    assert "2021-12-02" == part(page, "home", "lead", "iso")
    assert ["2021-12-01"] == dates(page, "second")
    assert [f"2021-12-{day}" for day in range(16, 16 - MORE, -1)] == dates(page, "more")


def test_without_a_text_in_the_language_the_newest_of_all_leads() -> None:
    page = made(VIETNAMESE)["en/index.md"]

    assert VIETNAMESE.title == part(page, "home", "lead", "title")


def test_what_was_withdrawn_leads_nobody() -> None:
    newest = article("a-2022-wwwwwwww", title="Đã rút", date="2022-01-01", status=Status.WITHDRAWN)
    page = made(*DAYS, newest)["index.md"]

    assert "2021-12-16" == part(page, "home", "lead", "iso")
    assert "2022-01-01" == dates(page, "more")[0]


def test_the_years_stand_ten_by_ten_those_without_articles_among_them() -> None:
    some = [
        article(f"a-{n}", title=f"Tin {n}", date=date)
        for n, date in enumerate(("1998-01-02", "2021-01-02", "2021-03-04"))
    ]
    nineties, twenties = part(made(*some)["en/index.md"], "home", "years")

    assert [10, 10] == [len(nineties), len(twenties)]
    assert ("1998", "en/1998/", "1 article", 50) == tuple(
        nineties[8][key] for key in ("name", "url", "label", "share")
    )
    assert ("1999", "", 0) == tuple(nineties[9][key] for key in ("name", "url", "share"))
    assert [None, "2020", "2021", None] == [one.get("name") for one in (nineties[7], *twenties[:3])]
    assert 100 == twenties[1]["share"]


def test_an_empty_archive_has_no_strip_of_years() -> None:
    assert "years" not in part(made()["index.md"], "home")


@pytest.mark.parametrize("path", ["index.md", "en/index.md"])
def test_no_story_stands_on_the_front_page_twice(path: str) -> None:
    home = part(everything()[path], "home")
    titles = [item["title"] for item in (home["lead"], *home["second"], *home["more"])]

    assert ONLY_ENGLISH.title in titles
    assert len(titles) == len(set(titles))


def test_the_column_does_not_claim_to_be_the_latest() -> None:
    assert "Tin khác trong kho" == SETTINGS.words["vi"]["home.more"]
    assert "More from the archive" == SETTINGS.words["en"]["home.more"]

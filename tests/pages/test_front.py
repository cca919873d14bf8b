"""The front page: what stands on it, in which order, under which words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.model import Page
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


@pytest.mark.parametrize("path", ["index.md", "en/index.md"])
def test_no_story_stands_on_the_front_page_twice(path: str) -> None:
    home = part(everything()[path], "home")
    titles = [item["title"] for item in (home["lead"], *home["second"], *home["more"])]

    assert ONLY_ENGLISH.title in titles
    assert len(titles) == len(set(titles))


def test_the_column_does_not_claim_to_be_the_latest() -> None:
    assert "Tin khác trong kho" == SETTINGS.words["vi"]["home.more"]
    assert "More from the archive" == SETTINGS.words["en"]["home.more"]

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from bench import metadata
from bench.sets import Page
from bench.tools import Facts

FIGURE = "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"


@pytest.fixture
def page(tmp_path: Path) -> Page:
    file = tmp_path / "1.html.gz"
    file.write_bytes(gzip.compress(FIGURE.format("A caption, by Ann").encode()))
    return Page(
        folder="a", id="1", url="", file=file, gold="", title="A b", author="Ann", date="2021-12-13"
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(date="2021-12-13"), "right"),
        (Facts(date="2021-12"), "right"),
        (Facts(date="2021-12-14"), "wrong as stated"),
        (Facts(date="2021-12-14", basis="url"), "wrong as inferred"),
        (Facts(), "missed"),
    ],
)
def test_a_date_is_right_wrong_or_missed(page: Page, facts: Facts, expected: str) -> None:
    assert metadata.score([(page, facts)])["dates"] == {expected: 1}


@pytest.mark.parametrize(
    "stated",
    [
        '<script type="application/ld+json">{"datePublished": "2020-01-02T03:04:05Z"}</script>',
        '<meta property="article:published_time" content="2020-01-02T03:04:05Z">',
        '<time itemprop="datePublished" datetime="2020-01-02">',
    ],
)
def test_a_day_that_the_page_itself_gives_is_disputed_and_not_wrong(
    page: Page, stated: str
) -> None:
    page.file.write_bytes(gzip.compress(stated.encode()))

    found = [metadata.score([(page, Facts(date=date))])["dates"] for date in ("2020-01-02", "2020")]

    assert found == [{"disputed": 1}, {"wrong as stated": 1}]


def test_a_wrong_date_is_told_with_the_right_one(page: Page) -> None:
    known = [(page, Facts(date="2021-12-14", basis="url")), (page, Facts(date="2021-12-13"))]

    assert metadata.wrong_dates(known) == ["a/1: 2021-12-14 (url), not 2021-12-13"]


def test_a_byline_may_say_by(page: Page) -> None:
    assert metadata.alike("Ann Bell Carter Doe", "By Ann Bell Carter Doe")
    assert not metadata.alike("Ann", "Ben")
    assert metadata.score([(page, Facts(author="Ben"))])["bylines"] == {"other": 1}


def test_a_caption_is_found_among_captions_or_in_the_text(page: Page) -> None:
    told_apart, in_text = Facts(captions=("A caption, by Ann",)), Facts(text="x A caption by Ann y")

    assert metadata.score([(page, told_apart)])["captions"] == {"found": 1}
    assert metadata.score([(page, in_text)])["captions"] == {"found": 1}
    assert metadata.score([(page, Facts())])["captions"] == {"missed": 1}


@pytest.mark.parametrize(
    "html",
    [
        FIGURE.format("Word"),
        FIGURE.format("<a href=x>Another story here</a>"),
        FIGURE.format("<h3>Another story</h3>"),
        f"<aside>{FIGURE.format('Two words')}</aside>",
        f"<a href=x>{FIGURE.format('Two words')}</a>",
        "<figure><figcaption>Two words</figcaption></figure>",
        "",
    ],
)
def test_what_is_no_caption_of_the_story_is_not_asked_for(html: str) -> None:
    assert metadata.printed_captions(html) == []


def test_a_caption_that_is_printed_twice_counts_once() -> None:
    assert metadata.printed_captions(FIGURE.format("Two words") * 2) == ["Two words"]

"""The time line, and charts as plain values."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Interval, Page, Source
from generator.pages import charts
from generator.pages.edition import Edition
from generator.pages.figures import LINES
from generator.pages.timeline import EVENTS
from tests.assemble.make import article, entity
from tests.pages.made import REPOSITORY, SETTINGS, made, part

EDITION = Edition(lang="en", words=SETTINGS.words["en"], name="x")
ARTICLES = [
    article(f"a-{n}", date=date, body="Hội nghị Mẫu.", source=Source(outlet=outlet))
    for n, (date, outlet) in enumerate(
        [("2021-12-13", "mot"), ("2021-12-14", "mot"), ("2019-05", "hai"), ("1995", "")]
    )
]
EVENT = entity(
    "hoi-nghi", "Hội nghị Mẫu", kind="events", when=Interval.parse("2021-12-13/2021-12-15")
)
OTHER = entity("khac", "Chuyến thăm", kind="events", when=Interval.parse("2010"))
UNKNOWN = entity("khong-ro", "Lễ ký", kind="events")
OUTLETS = [entity("mot", "Báo Một", kind="outlets"), entity("hai", "Báo Hai", kind="outlets")]


@pytest.fixture(scope="module")
def line() -> Page:
    return made(*ARTICLES, EVENT, OTHER, UNKNOWN, *OUTLETS)["timeline/index.md"]


def test_the_latest_year_stands_first_and_years_without_events_are_counted(line: Page) -> None:
    years = part(line, "timeline", "years")

    assert [
        ("2021", "2 bài", 1),
        ("2019", "1 bài", 0),
        ("2010", "0 bài", 1),
        ("1995", "1 bài", 0),
    ] == [(year["name"], year["count"], len(year["events"])) for year in years]
    assert ("2021/", "") == (years[0]["url"], years[2]["url"])


def test_an_event_says_when_it_was_and_how_many_articles_name_it(line: Page) -> None:
    (event,) = part(line, "timeline", "years")[0]["events"]

    assert ("Hội nghị Mẫu", "13–15 tháng 12 năm 2021", "4") == (
        event["name"],
        event["when"],
        event["count"],
    )
    assert ["Lễ ký"] == [event["name"] for event in part(line, "timeline", "unknown")]


def test_a_year_of_many_events_shows_those_with_most_articles_in_order_of_time() -> None:
    events = [
        entity(
            f"e-{n:02}", f"Sự kiện {n:02}", kind="events", when=Interval.parse(f"2021-01-{n:02}")
        )
        for n in range(1, 21)
    ]
    page = made(article("a-1", body="Sự kiện 03."), *events)["en/timeline/index.md"]
    (year,) = part(page, "timeline", "years")
    dates = [event["iso"] for event in year["events"]]

    assert EVENTS == len(dates)
    assert "2021-01-03" in dates
    assert sorted(dates, reverse=True) == dates
    assert {"name": "All 20 events", "url": "en/events/"} == year["more"]


def test_an_empty_archive_has_a_time_line_without_charts() -> None:
    assert {"heading", "intro", "count"} == set(part(made()["timeline/index.md"], "timeline"))


def test_outlets_are_drawn_with_what_is_unknown_last(line: Page) -> None:
    (chart,) = part(line, "timeline", "charts")

    assert [("Báo Một", "2", 100), ("Báo Hai", "1", 50), ("Không rõ nguồn", "1", 50)] == [
        (one["name"], one["count"], one["share"]) for one in chart["lines"]
    ]
    assert "Nhiều nhất: Báo Một, 2 bài." == chart["about"]


def test_outlets_with_few_articles_are_summed_up() -> None:
    outlets = [entity(f"o-{n:02}", f"Báo {n:02}", kind="outlets") for n in range(12)]
    articles = [article(f"a-{n:02}", source=Source(outlet=f"o-{n:02}")) for n in range(12)]
    (chart,) = part(made(*outlets, *articles)["2021/index.md"], "list", "charts")

    assert LINES + 1 == len(chart["lines"])
    assert ("Các nguồn khác", "4") == (chart["lines"][-1]["name"], chart["lines"][-1]["count"])
    assert "Nhiều nhất: Báo 00, 1 bài." == chart["about"]


@given(
    st.dictionaries(
        st.integers(min_value=1, max_value=9999),
        st.integers(min_value=1, max_value=10**6),
        min_size=1,
    )
)
def test_columns_stay_in_their_field_and_labels_do_not_crowd(numbers: dict[int, int]) -> None:
    chart = charts.columns(
        EDITION, "years", {year: {"name": f"{year}", "number": n} for year, n in numbers.items()}
    )
    lines, ticks = chart["lines"], chart["ticks"]

    assert isinstance(lines, list)
    assert isinstance(ticks, list)
    assert len(numbers) == len(lines)
    assert all(0 <= line["x"] and line["x"] + line["width"] <= 100.01 for line in lines)
    assert all(abs(line["y"] + line["height"] - 100) < 0.02 for line in lines)
    assert 100 == max(line["height"] for line in lines)
    assert len(ticks) <= charts.TICKS


@pytest.mark.parametrize("name", ["rows", "columns"])
def test_a_chart_has_a_name_a_description_and_its_numbers_as_a_table(name: str) -> None:
    text = (REPOSITORY / "overrides/partials/archive/charts.html").read_text(encoding="utf-8")
    macro = re.search(rf"macro {name}\(.*?endmacro", text, re.DOTALL)

    assert macro is not None
    for piece in ('role="img"', "aria-labelledby", "<title id", "<desc id", "table(chart, words)"):
        assert piece in macro[0]


def test_charts_have_no_colour_of_their_own() -> None:
    text = Path(REPOSITORY / "overrides/partials/archive/charts.html").read_text(encoding="utf-8")

    assert [] == re.findall(r"fill=|stroke=|style=|#[0-9a-f]{3}", text)

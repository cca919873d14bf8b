"""Posts on a time line: what is certain, what is in doubt, and what nobody knows."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble import tenure
from generator.model import Bilingual, Date, DatedRole
from generator.pages import career
from generator.pages.career import Axis
from tests.assemble.make import article, entity
from tests.pages.made import MINISTRY, made, part

LINE = Axis(first=2000, last=2009)


def role(
    start: str = "", end: str = "", *, title: str = "Thứ trưởng / Deputy Minister"
) -> DatedRole:
    vi, _, en = title.partition(" / ")
    return DatedRole(
        title=Bilingual(vi=vi, en=en),
        organisation="bo-ngoai-giao",
        start=Date.parse(start) if start else None,
        end=Date.parse(end) if end else None,
    )


def drawn(start: str, end: str) -> list[tuple[object, object, object]]:
    """A bar's pieces on the line from 2000 to 2009: kind, place and width in percent."""
    return [(bar["kind"], bar["x"], bar["width"]) for bar in career.bars(LINE, role(start, end))]


@pytest.mark.parametrize(
    ("start", "end", "pieces"),
    [
        ("2002", "2006", [("possible", 20, 10), ("certain", 30, 30), ("possible", 60, 10)]),
        ("2002-01-01", "2005-12-31", [("certain", 20, 40)]),
        ("2002", "2002", [("possible", 20, 10)]),
        ("2005-01-01", "", [("certain", 50, 45), ("open", 95, 5)]),
        ("2005", "", [("possible", 50, 10), ("certain", 60, 35), ("open", 95, 5)]),
        ("", "2005", [("open", 45, 5), ("possible", 50, 10)]),
        ("", "", []),
    ],
)
def test_a_bar_shows_what_is_certain_and_what_is_in_doubt(
    start: str, end: str, pieces: list[tuple[str, float, float]]
) -> None:
    assert pieces == drawn(start, end)


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        ("2002", "2006-05", "2002 – tháng 5 năm 2006", "2002 – May 2006"),
        ("2002", "", "từ 2002", "since 2002"),
        ("", "2006", "đến 2006, không rõ từ khi nào", "until 2006, beginning unknown"),
        ("", "", "không rõ thời gian", "dates unknown"),
    ],
)
def test_the_years_of_a_post_are_said_in_words(start: str, end: str, vi: str, en: str) -> None:
    person = entity("an", "Nguyễn Văn An", roles=(role(start, end),))
    found = made(MINISTRY, person)

    assert vi == part(found["people/an/index.md"], "entity", "career", "posts")[0]["span"]
    assert en == part(found["en/people/an/index.md"], "entity", "career", "posts")[0]["span"]


def test_posts_stand_with_the_latest_first_and_lead_to_their_organisations() -> None:
    person = entity(
        "an",
        "Nguyễn Văn An",
        roles=(role("1999", "2005"), role("2005", title="Bộ trưởng / Minister")),
    )
    posts = part(made(MINISTRY, person)["people/an/index.md"], "entity", "career", "posts")

    assert ["Bộ trưởng", "Thứ trưởng"] == [post["name"] for post in posts]
    assert {"organisations/bo-ngoai-giao/"} == {post["organisation"]["url"] for post in posts}


def test_a_title_without_translation_says_which_language_it_is_in() -> None:
    person = entity("an", "Nguyễn Văn An", roles=(role("1999", title="Thứ trưởng"),))
    page = made(MINISTRY, person)["en/people/an/index.md"]

    assert ["vi"] == [post["lang"] for post in part(page, "entity", "career", "posts")]


def test_without_any_date_there_are_words_and_no_line() -> None:
    person = entity("an", "Nguyễn Văn An", roles=(role(),))
    found = part(made(MINISTRY, person)["people/an/index.md"], "entity", "career")

    assert {"posts"} == set(found)


def test_a_post_without_an_end_is_drawn_as_far_as_the_archive_goes() -> None:
    line = career.axis([role("2019")], Counter({2020: 1}), 2024)

    assert Axis(first=2019, last=2024) == line


def test_a_person_who_held_no_post_has_no_line() -> None:
    page = made(entity("an", "Nguyễn Văn An"))["people/an/index.md"]

    assert "career" not in part(page, "entity")


def test_articles_stand_on_the_line_of_the_posts() -> None:
    assert [
        {"x": 20.0, "width": 10.0, "y": 0, "share": 100},
        {"x": 50.0, "width": 10.0, "y": 50, "share": 50},
    ] == career.columns(LINE, Counter({2002: 4, 2005: 2}))


def test_few_years_are_written_below_a_line_and_none_runs_over_its_ends() -> None:
    assert [("2000", "first"), ("2002", ""), ("2004", ""), ("2006", ""), ("2008", "")] == [
        (tick["name"], tick["end"]) for tick in career.ticks(LINE)
    ]


YEARS = st.integers(1980, 2020)
DATES = st.one_of(
    st.builds(Date, year=YEARS),
    st.builds(Date, year=YEARS, month=st.integers(1, 12)),
    st.builds(Date, year=YEARS, month=st.integers(1, 12), day=st.integers(1, 28)),
)


@given(start=st.none() | DATES, end=st.none() | DATES)
def test_pieces_lie_on_the_line_and_not_on_each_other(start: Date | None, end: Date | None) -> None:
    post = DatedRole(title=Bilingual(vi="x"), start=start, end=end)
    line = career.axis([post], [1990, 2015], 2021)
    pieces = career.bars(line, post) if line else []
    reached = 0.0
    for piece in pieces:
        x, width = float(str(piece["x"])), float(str(piece["width"]))

        assert x >= reached - 0.02  # percents are rounded to two places
        assert width > 0
        reached = x + width
    assert reached <= 100.02


@given(start=DATES, end=st.none() | DATES, day=DATES.filter(lambda date: bool(date.day)))
def test_what_is_drawn_as_certain_is_what_was_certainly_held(
    start: Date, end: Date | None, day: Date
) -> None:
    post = DatedRole(title=Bilingual(vi="x"), start=start, end=end)
    line = career.axis([post], [day.year], 2021)
    assert line is not None
    moment = line.place(day.year + (day.month - 1) / 12 + (day.day - 0.5) / 372)
    inside = [
        bar["kind"]
        for bar in career.bars(line, post)
        if float(str(bar["x"])) + 0.02
        < moment
        < float(str(bar["x"])) + float(str(bar["width"])) - 0.02
    ]
    if inside == ["certain"]:
        assert tenure.held(entity("an", "An", roles=(post,)), day) == (post,)
    if inside == ["possible"]:
        assert tenure.held(entity("an", "An", roles=(post,)), day) == ()


def test_an_organisation_shows_who_held_its_posts_and_when() -> None:
    found = made(
        MINISTRY,
        entity("an", "Nguyễn Văn An", roles=(role("1999", "2005"),)),
        entity("binh", "Trần Thị Bình", roles=(role("2005-04"), role("2001"))),
        entity("cuc", "Lê Cúc", roles=(role(),)),
        article("a-2010-aaaaaaaa", date="2010", body="Bộ Ngoại giao."),
    )
    page = found["organisations/bo-ngoai-giao/index.md"]

    assert ["Trần Thị Bình", "Trần Thị Bình", "Nguyễn Văn An", "Lê Cúc"] == [
        post["person"]["name"] for post in part(page, "entity", "career", "posts")
    ]


def test_of_many_posts_those_that_can_be_drawn_are_open_and_the_others_unfold() -> None:
    dated = [role(f"{2000 + n}", title=f"Chức {n} / Post {n}") for n in range(career.POSTS)]
    unknown = [role(title=f"Việc {n} / Work {n}") for n in range(5)]
    person = entity("an", "Nguyễn Văn An", roles=(*dated[:6], *unknown, *dated[6:]))
    line = part(made(person, MINISTRY)["en/people/an/index.md"], "entity", "career")

    assert [f"Post {n}" for n in reversed(range(career.POSTS))] == names(line["posts"])
    assert [f"Work {n}" for n in reversed(range(5))] == names(line["rest"])
    assert "5 more posts" == line["more"]


def test_a_few_posts_more_are_not_worth_folding() -> None:
    roles = tuple(role(title=f"Việc {n} / Work {n}") for n in range(career.POSTS + 2))
    page = made(entity("an", "Nguyễn Văn An", roles=roles), MINISTRY)["en/people/an/index.md"]
    line = part(page, "entity", "career")

    assert career.POSTS + 2 == len(line["posts"])
    assert "rest" not in line


def test_who_held_many_posts_at_once_is_told_by_the_last_of_them() -> None:
    roles = tuple(role("2000-01-01", title=f"Việc {n} / Work {n}") for n in range(5))
    person = entity("an", "Nguyễn Văn An", roles=roles)
    story = article("a-2021-aaaaaaaa", body="Ông Nguyễn Văn An nói.", slug="tin")
    page = made(person, MINISTRY, story)["2021/12/13/tin/index.md"]
    told = [
        names(link["posts"])
        for group in part(page, "article", "entities")
        for link in group["links"]
        if link.get("posts")
    ]

    assert [["Việc 2", "Việc 3", "Việc 4", "…"]] == told


def names(items: list[dict[str, str]]) -> list[str]:
    return [item["name"] for item in items]

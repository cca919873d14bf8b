"""Posts, names of people and countries, by themselves."""

import pytest

from generator.assemble import countries, person_names, titles
from generator.model import Entity
from tests.assemble.make import entity


@pytest.mark.parametrize(
    ("before", "post"),
    [
        ("gặp Bộ trưởng ", "bộ trưởng"),
        ("gặp bộ trưởng ", "bộ trưởng"),
        ("Phó Chủ tịch Quốc hội ", "phó chủ tịch quốc hội"),
        ("(ông ", "ông"),
        ("Mr. ", "mr"),
        ("Deputy Foreign Minister ", "deputy foreign minister"),
        ("gặp ông. ", ""),
        ("không ", ""),
        ("Bộ trưởng, ", ""),
        ("Bộ trưởng", ""),
        ("", ""),
    ],
)
def test_post_before_a_name(before: str, post: str) -> None:
    assert post == titles.before(f"{before}Sơn", len(before))


@pytest.mark.parametrize(
    ("title", "lang", "expected"),
    [
        ("Bộ trưởng Bộ Ngoại giao", "vi", {"bộ trưởng", "ngoại trưởng"}),
        ("Bộ trưởng Bộ Công Thương", "vi", {"bộ trưởng"}),
        ("Phó Chủ tịch kiêm Tổng Thư ký VUFO", "vi", {"phó chủ tịch", "tổng thư ký"}),
        ("Chủ tịch nước", "vi", {"chủ tịch nước"}),
        ("Minister of Foreign Affairs", "en", {"minister", "foreign minister"}),
        (
            "Deputy Minister of Foreign Affairs",
            "en",
            {"deputy minister", "deputy foreign minister"},
        ),
        ("Prime Minister", "en", {"prime minister"}),
        ("Vice President", "en", {"vice president"}),
        ("Sĩ quan liên lạc", "vi", set()),
    ],
)
def test_posts_that_a_title_is(title: str, lang: str, expected: set[str]) -> None:
    assert expected == titles.ranks(title, lang)


def test_president_of_the_state_may_be_called_president() -> None:
    assert {"chủ tịch", "chủ tịch nước"} == titles.ranks("Chủ tịch nước", "vi", wide=True)


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("Bùi Thanh Sơn / Bui Thanh Son", "", True),
        ("Bùi Thanh Sơn", "", True),
        ("Tập Cận Bình / Xi Jinping", "", False),
        ("Lý Hiển Long / Lee Hsien Loong", "Long", False),
        ("Joe Biden", "", False),
        ("Joe Biden", "Joe", False),
        ("Thích Nhất Hạnh", "Hạnh", True),
        ("Thích Nhất Hạnh", "", False),
        ("Pelé", "", False),
    ],
)
def test_vietnamese_names_are_told_from_foreign_ones(
    name: str, given: str, *, expected: bool
) -> None:
    assert expected == person_names.is_vietnamese(entity("x", name, given=given))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (entity("x", "Bùi Thanh Sơn / Bui Thanh Son"), {"Sơn", "Son"}),
        (entity("x", "Joe Biden", "Joseph Biden"), {"Joe", "Joseph", "Biden"}),
        (entity("x", "George W. Bush"), {"George", "Bush"}),
        (entity("x", "Tập Cận Bình / Xi Jinping"), {"Tập", "Xi", "Jinping"}),
        (entity("x", "Kim Jong-un"), {"Kim", "Jong-un"}),
        (entity("x", "Joe Biden", "Tổng thống Biden"), {"Joe", "Biden"}),
        (entity("x", "Putin"), set()),
    ],
)
def test_parts_of_names_that_may_stand_alone(record: Entity, expected: set[str]) -> None:
    assert expected == {part.text for part in person_names.parts(record)}


def test_countries_are_known_in_both_languages_but_for_our_own() -> None:
    names = countries.names()

    assert {"Nga", "Russia", "Hoa Kỳ", "United States", "Papua New Guinea", "Mỹ"} <= names
    assert not names & countries.HOME


def test_adjectives_are_those_of_languages_and_of_countries() -> None:
    words = countries.adjectives()

    assert {"Russian", "Japanese", "Cambodian", "Singaporean", "American", "Swiss"} <= words
    assert "Vietnamese" not in words

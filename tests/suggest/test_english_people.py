"""Sentences of our own, and whom they name with which posts."""

from __future__ import annotations

import pytest

from generator.suggest import words
from generator.suggest.english_people import sightings

Told = list[tuple[str, list[tuple[str, str]]]]

CASES: dict[str, tuple[str, Told]] = {
    "post and name": (
        "Foreign Minister Phan Thu Cuc received Deputy Foreign Minister Do Hai Minh.",
        [
            ("Phan Thu Cuc", [("Foreign Minister", "")]),
            ("Do Hai Minh", [("Deputy Foreign Minister", "")]),
        ],
    ),
    "two posts and a name": (
        "Deputy Prime Minister and Foreign Minister Phan Thu Cuc left.",
        [("Phan Thu Cuc", [("Deputy Prime Minister", ""), ("Foreign Minister", "")])],
    ),
    "a field between post and name": (
        "Deputy Minister of Foreign Affairs Do Hai Minh spoke.",
        [("Do Hai Minh", [("Deputy Minister of Foreign Affairs", "")])],
    ),
    "behind the name": (
        "Phan Thu Cuc, Minister of Foreign Affairs, spoke.",
        [("Phan Thu Cuc", [("Minister of Foreign Affairs", "")])],
    ),
    "behind the name with an organisation": (
        (
            "Mr Ta Van Kha, Vice President and Secretary General of the Viet Nam Tea Association "
            "(VITAS), agreed."
        ),
        [
            (
                "Ta Van Kha",
                [
                    ("Vice President", ""),
                    (
                        "Secretary General of the Viet Nam Tea Association",
                        "Viet Nam Tea Association",
                    ),
                ],
            )
        ],
    ),
    "the organisation before the post": (
        "Lotus News Agency (LNA) General Director Vu Thi Van met LNA Director Ngo Lan.",
        [
            ("Vu Thi Van", [("Lotus News Agency General Director", "Lotus News Agency")]),
            ("Ngo Lan", [("LNA Director", "LNA")]),
        ],
    ),
    "the country before the post": (
        "Japanese Prime Minister Mori Takeshi and US President Hannah Weber met.",
        [
            ("Mori Takeshi", [("Japanese Prime Minister", "")]),
            ("Hannah Weber", [("US President", "")]),
        ],
    ),
    "the country behind the post": (
        "Prime Minister of Australia Ruth Palmer and Ambassador to Viet Nam John Miller.",
        [
            ("Ruth Palmer", [("Prime Minister of Australia", "")]),
            ("John Miller", [("Ambassador to Viet Nam", "")]),
        ],
    ),
    "diacritics and a possessive": (
        "President Đinh Thế Anh's visit; Viet Nam's Trade Minister Trần Đình An.",
        [
            ("Đinh Thế Anh", [("President", "")]),
            ("Trần Đình An", [("Viet Nam's Trade Minister", "")]),
        ],
    ),
    "a list behind a plural": (
        "Deputy Ministers Nguyen Van An and Tran Thi Be came.",
        [("Nguyen Van An", [("Deputy Minister", "")]), ("Tran Thi Be", [("Deputy Minister", "")])],
    ),
    "a name that has English words without its marks": (
        "President Nguyen Phu Trong and Prime Minister Ha Van Nam.",
        [("Nguyen Phu Trong", [("President", "")]), ("Ha Van Nam", [("Prime Minister", "")])],
    ),
    "according to somebody, another does something": (
        "According to Le Van Tu, Director of the Ha Long Centre rejected it.",
        [("Le Van Tu", [])],
    ),
    "a name that begins like a preposition": (
        "Party General Secretary To Lan Anh spoke.",
        [("To Lan Anh", [("Party General Secretary", "")])],
    ),
    "a street in small letters": ("They walked along Vo Van Chin street.", []),
    "places and organisations": (
        (
            "In Ho Chi Minh City the Ministry of Industry and Trade and the World Bank met on Tran "
            "Hung Dao Street, near Dien Bien Phu, with the President of the Football Federation."
        ),
        [],
    ),
    "posts without names": ("The Prime Minister and the Foreign Minister agreed.", []),
}


@pytest.mark.parametrize("name", CASES)
def test_text_names_these_people_with_these_posts(name: str) -> None:
    text, expected = CASES[name]

    found = sightings(words.read(text))

    assert expected == [
        (one.name, [(post.title, post.organisation) for post in one.posts]) for one in found
    ]


def test_former_posts_are_told_from_those_held() -> None:
    (found,) = sightings(words.read("They met former Secretary-General Pedro Alvarez-Ruiz."))

    assert [("Secretary-General", True)] == [(post.title, post.former) for post in found.posts]


def test_many_honorifics_in_a_row_end() -> None:
    assert [] == sightings(words.read("Mr. " * 20_000))

"""Organisations in texts, with their short forms, and where no record has them."""

from __future__ import annotations

import pytest

from generator import suggest
from generator.assemble import gather
from generator.model import Article, Entity
from generator.suggest import english_bodies, vietnamese_bodies, words
from generator.suggest.organisations import Organisation
from tests.assemble.make import article, entity, translation

VIETNAMESE: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "short form": (
        "Hội nghị do Liên hiệp các hội Vườn Việt Nam (VUGA) tổ chức.",
        [("Liên hiệp các hội Vườn Việt Nam", "VUGA")],
    ),
    "and within the name": (
        "Phòng Thương mại và Công nghiệp Hà Nội mời Bộ Công Thương và Bộ Y tế.",
        [
            ("Phòng Thương mại và Công nghiệp Hà Nội", ""),
            ("Bộ Công Thương", ""),
            ("Bộ Y tế", ""),
        ],
    ),
    "of another organisation": (
        "Ủy ban Di sản thế giới của UNESCO họp tại Paris.",
        [("Ủy ban Di sản thế giới của UNESCO", "")],
    ),
    "an English name": ("Ông đi bằng máy bay của Lotus Airlines.", [("Lotus Airlines", "")]),
    "an agreement's short form is not that of its party": (
        "Hiệp định giữa Lào và Liên minh châu Âu (ELFTA).",
        [("Liên minh châu Âu", "")],
    ),
    "it ends where a person begins": (
        "Chủ tịch Tập đoàn Hòa Phát Trần Đình An nói.",
        [("Tập đoàn Hòa Phát", "")],
    ),
    "events, things and offices": (
        "Hội nghị, Bộ trưởng, Ban hành và Hội An; Đài Loan; Viện trợ; Trường hợp.",
        [],
    ),
}
ENGLISH: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "short form": (
        "The Viet Nam Garden Association (VGA) met the Ministry of Industry and Trade.",
        [("Viet Nam Garden Association", "VGA"), ("Ministry of Industry and Trade", "")],
    ),
    "an agreement's short form is not that of its party": (
        "The pact between Laos and the European Union (ELFTA).",
        [("European Union", "")],
    ),
    "no organisation": ("In Ha Noi the Free Trade Agreement (FTA) was signed.", []),
}


@pytest.mark.parametrize("name", VIETNAMESE)
def test_vietnamese_text_names_these_organisations(name: str) -> None:
    text, expected = VIETNAMESE[name]

    found = vietnamese_bodies.bodies(words.read(text))

    assert expected == [(body.name, body.abbreviation) for body in found]


@pytest.mark.parametrize("name", ENGLISH)
def test_english_text_names_these_organisations(name: str) -> None:
    text, expected = ENGLISH[name]

    found = english_bodies.bodies(words.read(text))

    assert expected == [(body.name, body.abbreviation) for body in found]


def proposed(*things: Article | Entity) -> tuple[Organisation, ...]:
    seen = suggest.survey(gather(one for one in things if isinstance(one, Article)))
    return suggest.organisations(seen, [one for one in things if isinstance(one, Entity)])


def test_an_organisation_on_record_is_not_suggested_by_name_country_or_short_form() -> None:
    told = article(
        body="Bộ Y tế Việt Nam họp với Hiệp hội Chè Việt Nam (VITAS) và Hội Gốm Bát Tràng."
    )
    health = entity("bo-y-te", "Bộ Y tế", kind="organisations")
    tea = entity("vitas", "Hội Chè", kind="organisations", abbreviations=("VITAS",))

    found = proposed(told, health, tea)

    assert ["hoi-gom-bat-trang"] == [one.id for one in found]


def test_it_is_counted_over_articles_with_its_dates() -> None:
    first = article("a-2020-aaaaaaaa", date="2020-02-01", body="Hội Gốm Bát Tràng họp.")
    second = article("a-2021-bbbbbbbb", date="2021", body="Hội Gốm Bát Tràng. Hội Gốm Bát Tràng.")

    (found,) = proposed(second, first)

    assert (2, 3, "2020-02-01", "2021") == (
        found.articles,
        found.count,
        str(found.first),
        str(found.last),
    )


def test_a_translation_names_it_in_its_own_language() -> None:
    told = article(body="Hội Gốm Bát Tràng họp.")
    english = translation(told, body="The Bat Trang Pottery Association met.")

    found = proposed(told, english)

    assert [("Hội Gốm Bát Tràng", ""), ("", "Bat Trang Pottery Association")] == sorted(
        ((one.name.vi, one.name.en) for one in found), reverse=True
    )


def test_a_name_that_is_the_same_in_both_languages_is_one_suggestion() -> None:
    told = article(body="Ông đi bằng máy bay của Lotus Airlines.")
    english = translation(told, body="He flew with Lotus Airlines.")

    (found,) = proposed(told, english)

    assert ("Lotus Airlines", "Lotus Airlines") == (found.name.vi, found.name.en)
    assert (1, 2) == (found.articles, found.count)

"""Cards as words: what is said on the pictures that stand where somebody shows a link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Article, Status
from generator.pages import cards
from generator.pages.cards import Card
from generator.pages.site import UNKNOWN
from tests.assemble.make import article, joined
from tests.pages.machine import ADDRESS, ALL, SITE, all_pages, pages_of, views_of
from tests.pages.made import EXCERPT, LINKED, part


def made(*things: Article) -> dict[str, Card]:
    found = list(cards.of_archive(views_of(joined(*things))))
    by_path = {card.path: card for card in found}
    assert len(found) == len(by_path)
    return by_path


def everything() -> dict[str, Card]:
    return {card.path: card for card in cards.of_archive(views_of(joined(*ALL)))}


def properties(path: str) -> dict[str, str]:
    return {one["name"]: one["content"] for one in part(all_pages()[path], "head", "properties")}


def test_a_card_says_headline_outlet_and_date_in_the_language_of_its_page() -> None:
    found = everything()

    assert (
        Card(
            path="assets/cards/a-2021-aaaaaaaa.vi.png",
            name="Lưu trữ Tin Đối ngoại Việt Nam",
            title="Ông An dự hội nghị",
            facts=("Báo Mới", "13 tháng 12 năm 2021"),
        )
        == found["assets/cards/a-2021-aaaaaaaa.vi.png"]
    )
    assert (
        Card(
            path="assets/cards/a-2021-aaaaaaaa.en.png",
            name="Vietnam Diplomacy News Archive",
            title="Mr An attends",
            facts=("New Paper", "13 December 2021"),
        )
        == found["assets/cards/a-2021-aaaaaaaa.en.png"]
    )


def test_there_is_a_card_for_each_text_and_one_for_all_other_pages_of_a_language() -> None:
    assert {
        "assets/cards/vi.png",
        "assets/cards/en.png",
        *(
            f"assets/cards/{id_}.{lang}.png"
            for id_, entry in joined(*ALL).entries.items()
            for lang in entry.texts
        ),
    } == set(everything())


def test_neither_a_draft_nor_a_removed_article_has_a_card() -> None:
    draft = article("a-1", status=Status.DRAFT)
    removed = article("a-2", status=Status.REMOVED)

    assert {"assets/cards/vi.png", "assets/cards/en.png"} == set(made(draft, removed))


@pytest.mark.parametrize("text", [EXCERPT, LINKED])
def test_rights_hold_back_nothing_of_a_card_since_it_says_only_facts(text: Article) -> None:
    whole = replace(text, rights=replace(text.rights, show="full"))

    assert made(whole) == made(text)


@pytest.mark.parametrize(
    ("path", "badges"),
    [
        ("assets/cards/a-2021-bbbbbbbb.vi.png", ("Đã rút",)),
        ("assets/cards/a-2015-iiiiiiii.en.png", ("Machine translation",)),
        ("assets/cards/a-2015-iiiiiiii.vi.png", ()),
    ],
)
def test_a_card_says_what_a_reader_should_know_beforehand(
    path: str, badges: tuple[str, ...]
) -> None:
    assert badges == everything()[path].badges


def test_what_is_not_known_is_said_or_left_out() -> None:
    found = made(article("a-1", date=None, source=replace(article("a-1").source, outlet="unknown")))

    assert ("Không rõ ngày",) == found["assets/cards/a-1.vi.png"].facts


def test_the_picture_of_an_article_is_its_card_with_size_and_words() -> None:
    found = properties("2021/12/13/ong-an-du-hoi-nghi/index.md")

    assert {
        "og:image": f"{ADDRESS}assets/cards/a-2021-aaaaaaaa.vi.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Ông An dự hội nghị · Báo Mới · 13 tháng 12 năm 2021",
    } == {name: content for name, content in found.items() if name.startswith("og:image")}


@pytest.mark.parametrize(
    ("path", "lang"),
    [("index.md", "vi"), ("en/index.md", "en"), ("people/nguyen-van-an/index.md", "vi")],
)
def test_all_other_pages_have_the_card_of_their_language(path: str, lang: str) -> None:
    assert f"{ADDRESS}assets/cards/{lang}.png" == properties(path)["og:image"]
    assert "summary_large_image" == part(all_pages()[path], "head", "card")


def test_where_the_address_of_the_site_is_unknown_there_are_no_cards() -> None:
    text = article("a-1", slug="mot")
    page = pages_of(text, site=UNKNOWN)["2021/12/13/mot/index.md"]
    said = [one["name"] for one in part(page, "head", "properties")]

    assert [] == list(cards.of_archive(views_of(joined(text), UNKNOWN)))
    assert [] == [name for name in said if name.startswith("og:image")]
    assert "summary" == part(page, "head", "card")


def test_every_card_that_a_page_names_is_made() -> None:
    named = {
        one["content"].removeprefix(SITE.address)
        for page in all_pages().values()
        if "head" in page.meta
        for one in part(page, "head", "properties")
        if one["name"] == "og:image"
    }

    assert set(everything()) == named

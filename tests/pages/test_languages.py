"""No page in a language that has no text in it, and no lie about what is in which."""

from __future__ import annotations

from generator.pages import addresses
from tests.pages.made import ENGLISH, ONLY_ENGLISH, VIETNAMESE, everything, part

ORIGINAL = "2021/12/13/ong-an-du-hoi-nghi/index.md"
TRANSLATED = "en/2021/12/13/mr-an-attends/index.md"
ALONE = "2021/12/14/tin-chi-co-tieng-viet/index.md"


def test_articles_stand_only_in_the_languages_that_they_have() -> None:
    titles = {
        lang: {
            part(page, "article", "headline")
            for page in everything().values()
            if page.meta["template"] == "article.html" and page.meta["lang"] == lang
        }
        for lang in ("vi", "en")
    }

    assert {ENGLISH.title, ONLY_ENGLISH.title} == titles["en"]
    assert VIETNAMESE.title in titles["vi"]
    assert ONLY_ENGLISH.title not in titles["vi"]


def test_an_english_list_shows_a_vietnamese_article_as_what_it_is() -> None:
    (december,) = part(everything()["en/2021/index.md"], "list", "groups")
    shown = {item["title"]: item for item in december["links"]}
    item = shown[VIETNAMESE.title]

    assert ("vi", "Vietnamese only") == (item["lang"], item["badge"])
    assert ALONE == addresses.file(item["url"])
    assert ENGLISH.title in shown
    assert "badge" not in shown[ENGLISH.title]


def test_a_vietnamese_list_shows_an_english_article_as_what_it_is() -> None:
    (may,) = part(everything()["2020/index.md"], "list", "groups")
    (item,) = may["links"]

    assert ("en", "Chỉ có tiếng Anh") == (item["lang"], item["badge"])


def test_the_switch_leads_to_the_same_page() -> None:
    found = everything()
    pairs = (
        (ORIGINAL, TRANSLATED),
        ("2021/12/index.md", "en/2021/12/index.md"),
        ("events/hoi-nghi/index.md", "en/events/hoi-nghi/index.md"),
    )
    for here, there in pairs:
        assert there == addresses.file(part(found[here], "switch", "url"))
        assert here == addresses.file(part(found[there], "switch", "url"))
        assert "nearest" not in part(found[here], "switch")


def test_without_the_same_page_the_switch_offers_the_nearest_in_its_own_words() -> None:
    expected = {"lang": "en", "url": "en/2021/12/", "nearest": "December 2021"}

    assert expected == everything()[ALONE].meta["switch"]
    assert "alternates" not in everything()[ALONE].meta


def test_a_translation_names_its_kind_and_its_original() -> None:
    translation = part(everything()[TRANSLATED], "article", "translation")

    assert "Translation. Translator unknown." == translation["how"]
    assert ("vi", "Ông An dự hội nghị") == (translation["lang"], translation["title"])
    assert ORIGINAL == addresses.file(translation["url"])


def test_the_original_is_what_search_engines_should_fall_back_to() -> None:
    assert "2021/12/13/ong-an-du-hoi-nghi/" == everything()[TRANSLATED].meta["default"]


def test_a_name_without_translation_says_which_language_it_is_in() -> None:
    entity = part(everything()["en/people/khong-ai/index.md"], "entity")

    assert ("Người Không Ai Nhắc", "vi") == (entity["name"], entity["lang"])
    assert "other_name" not in entity

from __future__ import annotations

import dataclasses

import pytest

from generator.model import Article, Page, Status, Translation, TranslationKind
from generator.pages import translations
from tests.assemble.make import article, entity, joined, translation
from tests.pages.made import made, part


def ids(page: Page, state: str) -> list[str]:
    groups = {group["id"]: group for group in part(page, "translations", "groups")}
    return [link["title"] for link in groups[state]["links"]] if state in groups else []


def kind(name: TranslationKind, *, of: str = "", by: str = "") -> Translation:
    return Translation(of=of, kind=name, translator=by)


def test_each_article_stands_once_under_what_there_is_of_it() -> None:
    texts = [article(f"a-{n}", title=f"Tin {n}") for n in range(1, 5)]
    english = article("a-5", lang="en", title="News 5")
    old = kind(TranslationKind.HUMAN, of="0" * 64)
    pages = made(
        *texts,
        english,
        translation(texts[0], title="Old", translation=old),
        translation(texts[1], title="New"),
        translation(texts[2], status=Status.DRAFT),
    )

    found = {state: ids(pages["en/translations/index.md"], state) for state in translations.STATES}

    expected = {"stale": ["Old"], "missing": ["Tin 4"], "draft": ["Tin 3"], "current": ["New"]}
    assert expected == found
    assert ["News 5"] == ids(pages["translations/index.md"], "missing")


def test_withdrawn_articles_ask_for_no_translation() -> None:
    pages = made(article("a-1", status=Status.WITHDRAWN), article("a-2", title="Tin hai"))

    assert ["Tin hai"] == ids(pages["en/translations/index.md"], "missing")


def test_weight_counts_each_article_that_leads_to_another_once() -> None:
    event = entity("le-ky", "Lễ ký", kind="events")
    covering = [article(f"a-{n}", event="le-ky", related=("a-9",)) for n in (1, 2, 3)]
    aside = article("a-9", related=("a-1",))

    weights = translations.weights(joined(event, *covering, aside))

    assert 3 == weights["a-1"]  # two on the same event, and a-9
    assert 3 == weights["a-9"]


def test_the_weightiest_come_first_and_very_many_are_cut() -> None:
    articles = [article(f"a-{n:03}", title=f"Tin {n}") for n in range(60)]
    chosen = dataclasses.replace(articles[0], related=("a-050",))

    page = made(chosen, *articles[1:])["en/translations/index.md"]

    (group,) = part(page, "translations", "groups")
    assert "Tin 50" == group["links"][0]["title"]
    assert translations.SHOWN == len(group["links"])
    assert "and 10 more" == group["more"]


def shown(text: Article, original: Article) -> Page:
    return next(
        page
        for path, page in made(original, text).items()
        if path.startswith("en/2021/12/13/") and page.meta["template"] == "article.html"
    )


def test_kind_and_translator_are_always_told() -> None:
    original = article("a-1")
    by = translation(original, translation=kind(TranslationKind.OFFICIAL, by="Nguyễn Thị Dịch"))
    machine = translation(original, translation=kind(TranslationKind.MACHINE))

    assert "Official translation. Translator: Nguyễn Thị Dịch." == part(
        shown(by, original), "article", "translation", "how"
    )
    assert "Machine translation (not reviewed). Translator unknown." == part(
        shown(machine, original), "article", "translation", "how"
    )


def test_a_translation_of_a_text_that_has_changed_says_so() -> None:
    original = article("a-1")
    stale = translation(original, translation=kind(TranslationKind.HUMAN, of="0" * 64))

    assert part(shown(stale, original), "article", "translation", "stale").startswith(
        "The original has changed"
    )
    assert "" == part(shown(translation(original), original), "article", "translation", "stale")


@pytest.mark.parametrize(
    ("name", "told"),
    [(TranslationKind.MACHINE, "Machine translation"), (TranslationKind.SUMMARY, "Summary")],
)
def test_lists_tell_machine_translations_and_summaries(name: TranslationKind, told: str) -> None:
    original = article("a-1")

    pages = made(original, translation(original, translation=kind(name)))

    assert told == part(pages["en/index.md"], "home", "lead", "made")


def test_a_summary_without_text_glosses_the_headline() -> None:
    original = article("a-1", title="Tít")
    bare = translation(
        original, title="Headline", body="", translation=kind(TranslationKind.SUMMARY)
    )

    pages = made(original, bare)

    lead = part(pages["en/index.md"], "home", "lead")
    assert ("Tít", "vi", "Headline") == (lead["title"], lead["lang"], lead["gloss"])
    assert "gloss" not in part(pages["index.md"], "home", "lead")

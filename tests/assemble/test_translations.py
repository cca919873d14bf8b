import dataclasses

import pytest

from generator.assemble import translations
from generator.model import Article, Rights, Source, Status, Translation, TranslationKind
from tests.assemble.make import article, entity, found, joined, translation

SUMMARY = Translation(of="", kind=TranslationKind.SUMMARY)


def stale(original: Article) -> Article:
    made = Translation(of="0" * 64, kind=TranslationKind.HUMAN)
    return translation(original, translation=made)


@pytest.mark.parametrize(
    ("make", "state"),
    [
        (translation, "current"),
        (stale, "stale"),
        (lambda original: translation(original, body=""), "draft"),
        (lambda original: translation(original, status=Status.WITHDRAWN), "withdrawn"),
    ],
)
def test_state_of_a_translation(make: object, state: str) -> None:
    original = article("a-1")

    assert callable(make)
    assert state == translations.state({"vi": original, "en": make(original)}, "en")


def test_state_of_an_original_and_of_what_is_missing() -> None:
    texts = {"vi": article("a-1")}

    assert ("original", "missing") == (
        translations.state(texts, "vi"),
        translations.state(texts, "en"),
    )
    assert "draft" == translations.state({"vi": article("a-1", status=Status.DRAFT)}, "vi")


def test_an_entry_says_what_there_is_of_it_in_each_language() -> None:
    first, second, third = article("a-1"), article("a-2", lang="en"), article("a-3")

    entries = joined(first, stale(first), second, third, translation(third)).entries

    assert {"vi": "original", "en": "stale"} == entries["a-1"].states
    assert {"vi": "missing", "en": "original"} == entries["a-2"].states
    assert {"vi": "original", "en": "current"} == entries["a-3"].states


def test_a_translation_that_lost_its_address_is_missing() -> None:
    first, second = article("a-1", title="Một"), article("a-2", title="Hai")
    made = [
        translation(one, title="The same", path=f"{one.folder}/en.md") for one in (first, second)
    ]

    entries = joined(first, second, *made).entries

    assert ["current", "missing"] == [entries[id_].states["en"] for id_ in ("a-1", "a-2")]


def test_a_summary_without_text_gives_a_gloss_and_no_page() -> None:
    original = article("a-1", title="Tít")
    bare = translation(original, title="Headline", body="", translation=SUMMARY)

    entry = joined(original, bare).entries["a-1"]

    assert {"en": "Headline"} == entry.glosses
    assert {"vi"} == set(entry.urls)
    assert {} == entry.parallel


def test_nothing_but_a_published_summary_gives_a_gloss() -> None:
    original = article("a-1")
    draft = translation(original, body="", translation=SUMMARY, status=Status.DRAFT)

    assert {} == joined(original, translation(original, body="")).entries["a-1"].glosses
    assert {} == joined(original, draft).entries["a-1"].glosses
    assert {} == joined(original, translation(original)).entries["a-1"].glosses


def test_two_texts_stand_side_by_side_below_both_their_addresses() -> None:
    original = article("a-1", slug="tin")

    archive = joined(original, translation(original, slug="news"))

    expected = {
        "vi": "/2021/12/13/tin/parallel/",
        "en": "/en/2021/12/13/news/parallel/",
    }
    assert expected == archive.entries["a-1"].parallel
    assert expected == {row.lang: row.url for row in archive.permalinks if row.id == "parallel:a-1"}


@pytest.mark.parametrize(
    "changed",
    [
        {"rights": Rights(show="excerpt")},
        {"rights": Rights(show="link")},
        {"source": Source(outlet="bao")},
        {"status": Status.WITHDRAWN},
    ],
)
def test_what_may_not_be_shown_whole_does_not_stand_side_by_side(
    changed: dict[str, object],
) -> None:
    outlet = entity("bao", "Báo", kind="outlets", rights=Rights(show="excerpt"))
    original = dataclasses.replace(article("a-1"), **changed)  # type: ignore[arg-type]

    assert {} == joined(outlet, original, translation(original)).entries["a-1"].parallel


def test_a_summary_does_not_stand_beside_its_original() -> None:
    original = article("a-1")

    assert (
        {} == joined(original, translation(original, translation=SUMMARY)).entries["a-1"].parallel
    )


def test_a_page_of_two_texts_keeps_its_promise_when_it_moves_or_goes() -> None:
    registered = (
        "/2021/12/13/cu/ a-1 vi",
        "/2021/12/13/cu/parallel/ parallel:a-1 vi",
        "/en/2021/12/13/news/parallel/ parallel:a-1 en",
    )
    original = article("a-1", slug="moi")

    both = joined(original, translation(original, slug="news"), registered=registered)
    alone = joined(original, registered=registered)

    assert "/2021/12/13/moi/parallel/" == both.redirects["/2021/12/13/cu/parallel/"]
    assert "/2021/12/13/moi/" == alone.redirects["/2021/12/13/cu/parallel/"]
    assert "/2021/12/13/moi/" == alone.redirects["/en/2021/12/13/news/parallel/"]
    assert () == found(original, registered=registered)

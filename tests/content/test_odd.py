"""Odd files: each has a finding that says what becomes of it, and harms nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.content.conftest import FOLDER, HEAD, Archive

Change = Callable[[str, str], str]


@pytest.mark.parametrize("name", ["fr.md", "zh-Hans.md", "pt-BR.md"])
def test_a_text_in_a_language_that_the_site_does_not_have_is_not_published(
    archive: Archive, name: str
) -> None:
    archive.article(path=f"{FOLDER}/{name}")

    assert [("article-language-unknown", name, 0)] == archive.findings()
    assert () == archive.read().articles


def test_such_a_text_beside_an_article_takes_nothing_from_it(archive: Archive) -> None:
    archive.article()
    archive.article(path=f"{FOLDER}/fr.md")

    assert [("article-language-unknown", "fr.md", 0)] == archive.findings()
    assert ["vi"] == [article.lang for article in archive.read().articles]


def test_a_page_of_the_institution_in_such_a_language_is_told_of_too(archive: Archive) -> None:
    archive.put("pages/about/fr.md", "---\ntitle: Titre\n---\n\nTexte.\n")

    assert [("article-language-unknown", "fr.md", 0)] == archive.findings()


def test_the_name_of_a_file_says_its_language_and_no_field_can(archive: Archive) -> None:
    archive.article(HEAD + "lang: fr\n")

    assert ["field-unknown"] == [code for code, _, _ in archive.findings()]
    assert ["vi"] == [article.lang for article in archive.read().articles]


def test_of_two_originals_the_first_is_published(archive: Archive) -> None:
    archive.article()
    archive.article(path=f"{FOLDER}/en.md")

    assert [("article-two-originals", "en.md", 1)] == archive.findings()
    assert ["vi"] == [article.lang for article in archive.read().articles]


def test_a_headline_longer_than_lists_show_is_told_of_and_kept(
    archive: Archive, changed: Change
) -> None:
    archive.article(changed("title", f"title: {'d' * 300}"))

    assert [("field-long", "vi.md", 3)] == archive.findings()
    assert [300] == [len(article.title) for article in archive.read().articles]


@pytest.mark.parametrize("title", ["🎉", "…", "“—”"])
def test_a_headline_without_a_word_is_told_of_and_its_address_is_the_id(
    archive: Archive, changed: Change, title: str
) -> None:
    archive.article(changed("title", f"title: {title}").replace("slug:", "byline:"))
    (article,) = archive.read().articles

    assert [("title-wordless", "vi.md", 3)] == archive.findings()
    assert (title, article.id) == (article.title, article.slug)


@pytest.mark.parametrize("title", ["A", "7", "北京", "Ж"])
def test_a_headline_in_any_script_is_a_word(archive: Archive, changed: Change, title: str) -> None:
    archive.article(changed("title", f"title: '{title}'"))

    assert [] == archive.findings()


def test_a_picture_in_the_text_that_nobody_put_there_is_told_of_at_its_line(
    archive: Archive,
) -> None:
    archive.article(body="Một.\n\n![a](co.png)\n\n![b](khong.png)\n\n![c](https://x.vn/a.png)")
    archive.put(f"{FOLDER}/co.png", b"")
    archive.put(
        f"{FOLDER}/en.md",
        "---\ntitle: One\ntranslation: {kind: human}\n---\n\n![d](not.jpg)\n",
    )

    expected = [("article-image-missing", "en.md", 6), ("article-image-missing", "vi.md", 16)]
    assert expected == archive.findings()


def test_nothing_known_but_the_text_is_enough(archive: Archive, changed: Change) -> None:
    archive.article(changed("date", "date: unknown"), "Một dòng.")
    (article,) = archive.read().articles

    assert [] == archive.findings()
    assert (None, "", "") == (article.date, article.byline, article.source.outlet)

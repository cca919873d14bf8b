from __future__ import annotations

import pytest

from generator import content
from generator.errors import FindingError
from generator.model import Date, Status
from tests.content.conftest import FOLDER, Archive

DAY = Date(year=2024, month=5, day=1)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "title", ["Lễ kỷ niệm: hai mươi năm", "no", "a # b", "😀", "<script>", "{0} {id}", "dòng\nhai"]
)
def test_a_new_article_is_a_draft_without_findings(archive: Archive, lang: str, title: str) -> None:
    path = content.new(title, date=DAY, lang=lang, content=archive.path, token=str(0))

    (article,) = archive.read().articles
    assert [] == archive.findings()
    assert (" ".join(title.split()), DAY, Status.DRAFT, lang) == (
        article.title,
        article.date,
        article.status,
        article.lang,
    )
    assert path == archive.path / article.path


def test_a_new_article_explains_its_fields_in_its_own_language(archive: Archive) -> None:
    vietnamese = content.new("Một", date=DAY, lang="vi", content=archive.path, token=str(1))
    english = content.new("Two", date=None, lang="en", content=archive.path, token=str(2))

    assert "không bao giờ đổi" in vietnamese.read_text(encoding="utf-8")
    assert "never changes" in english.read_text(encoding="utf-8")
    assert archive.path / "articles/undated/two/en.md" == english


def test_the_same_title_on_the_same_day_gets_a_folder_of_its_own(archive: Archive) -> None:
    first = content.new("Một", date=DAY, lang="vi", content=archive.path, token=str(1))
    second = content.new("Một", date=DAY, lang="vi", content=archive.path, token=str(2))

    slugs = {article.slug for article in archive.read().articles}
    assert first != second
    assert {path.parent.name[11:] for path in (first, second)} == slugs


@pytest.mark.parametrize("to", ["vi", "en"])
def test_a_translation_starts_as_an_empty_draft_that_knows_its_original(
    archive: Archive, to: str
) -> None:
    original = "en" if to == "vi" else "vi"
    archive.article(path=f"{FOLDER}/{original}.md")
    (article,) = archive.read().articles

    path = content.translate(article, to=to, content=archive.path, date=DAY)

    translation = next(a for a in archive.read().articles if a.lang == to)
    assert archive.path / FOLDER / f"{to}.md" == path
    assert ["translation-empty"] == [code for code, _, _ in archive.findings()]
    assert (Status.DRAFT, "") == (translation.status, translation.body)
    assert translation.translation
    assert (content.digest("Chữ."), DAY) == (
        translation.translation.of,
        translation.translation.date,
    )


def test_a_translation_that_is_there_is_not_written_over(archive: Archive) -> None:
    archive.article()
    (article,) = archive.read().articles
    content.translate(article, to="en", content=archive.path)

    with pytest.raises(FindingError) as caught:
        content.translate(article, to="en", content=archive.path)

    assert ["file-exists"] == [found.code for found in caught.value.findings]


def test_a_digest_does_not_care_how_a_text_was_saved() -> None:
    expected = content.digest("Chữ.\n\nHai.")

    assert expected == content.digest("\r\nChữ.\r\n\r\nHai.\r\n")
    assert expected == content.digest("Chu\u031b\u0303.\n\nHai.")
    assert expected != content.digest("Chữ.\nHai.")

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable

import pytest

from generator import content
from generator.content.articles import MAX_BODY
from generator.model import Bilingual, Contents, Date, Status, TranslationKind
from tests.content.conftest import FOLDER, HEAD, Archive

Change = Callable[[str, str], str]

TRANSLATION = "title: A conference\ntranslation:\n  kind: human\n  translator: Ban biên tập\n"


def test_an_article_is_read_with_all_that_its_head_says(archive: Archive) -> None:
    archive.article(HEAD + "people: [a-b, c]\nbyline: PV\n", "Đoạn một.\n\nĐoạn hai.")

    (article,) = archive.read().articles

    assert ("a-2021-k7m2q4xd", "vi", "Hội nghị đối ngoại") == (
        article.id,
        article.lang,
        article.title,
    )
    assert Date(year=2021, month=12, day=13) == article.date
    assert (("a-b", "c"), "PV", "") == (article.people, article.byline, article.source.outlet)
    assert "Đoạn một.\n\nĐoạn hai." == article.body
    assert (f"{FOLDER}/vi.md", FOLDER) == (article.path, article.folder)


@pytest.mark.parametrize("typed", ["no", "007", "12:30:45", "2021-12-13", "on", "~"])
def test_a_title_is_what_was_typed(archive: Archive, changed: Change, typed: str) -> None:
    archive.article(changed("title", f"title: {typed}"))

    assert [typed] == [article.title for article in archive.read().articles]


@pytest.mark.parametrize(
    "convert",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: f"\n\n{text}".encode(),
    ],
    ids=["byte order mark", "CRLF", "NFD", "blank lines before"],
)
def test_any_editor_may_have_saved_the_file(
    archive: Archive, convert: Callable[[str], bytes]
) -> None:
    archive.put(f"{FOLDER}/vi.md", convert(f"---\n{HEAD}---\n\nĐoạn một.\nDòng hai.\n"))

    (article,) = archive.read().articles

    assert ("Hội nghị đối ngoại", "Đoạn một.\nDòng hai.") == (article.title, article.body)


def test_a_line_of_hyphens_in_a_text_is_part_of_the_text(archive: Archive) -> None:
    archive.article(body="Một.\n\n---\n\nHai.")

    assert ["Một.\n\n---\n\nHai."] == [article.body for article in archive.read().articles]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"Ch\xe1\xbb\xaf.", "front-matter-missing", 1),
        (b"", "front-matter-missing", 1),
        (b"---\ntitle: a\n", "front-matter-missing", 1),
        (b"---\ntitle: a: b\n---\n", "front-matter-syntax", 2),
        (b"\r\n---\r\nid: a\r\ntitle: [\r\n---\r\n", "front-matter-syntax", 4),
        (b"---\n- a\n---\n", "front-matter-syntax", 2),
        ("---\ntitle: Tít\n---\n".encode("utf-16"), "file-unreadable", 0),
        ("---\ntitle: Tít\n---\n".encode("windows-1258", "replace"), "file-unreadable", 0),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding_and_the_rest_go_on(
    archive: Archive, data: bytes, code: str, line: int
) -> None:
    archive.put("articles/2020/bad/vi.md", data)
    archive.article()

    assert [(code, "vi.md", line)] == archive.findings()
    assert 1 == len(archive.read().articles)


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("date", "date: hôm qua", "field-invalid"),
        ("date", "date: 2021-02-30", "field-invalid"),
        ("date", "date: [2021]", "field-invalid"),
        ("date", "date:", "field-missing"),
        ("title", 'title: ""', "field-missing"),
        ("title", 'title: "a\\0b"', "field-invalid"),
        ("id", "id: A 1", "field-invalid"),
        ("slug", "slug: Tít", "field-invalid"),
        ("slug", "slug: 2021", "field-invalid"),
        ("slug", "slug: ../../x", "field-invalid"),
        ("slug", f"slug: {'a' * 201}", "field-invalid"),
        ("slug", f"aliases: [/{'a' * 201}/]", "field-invalid"),
        ("slug", f"aliases: [{'/a' * 501}/]", "field-invalid"),
        ("slug", f"event: {'a' * 201}", "field-invalid"),
        ("status", "status: publish", "field-invalid"),
        ("slug", "aliases: [https://example.org/]", "field-invalid"),
        ("slug", "aliases: [//example.org/]", "field-invalid"),
        ("slug", "aliases: [/a/../b/]", "field-invalid"),
        ("slug", "genre: novel", "field-invalid"),
        ("slug", "event_date: 2021-12-19/2021-12-13", "field-invalid"),
        ("slug", "event_date: 2021-12-19/", "field-invalid"),
        ("slug", "updated: [{date: 2021}]", "field-missing"),
        ("slug", "images: [{url: 'javascript:alert(1)'}]", "field-invalid"),
        ("slug", "images: [{file: ../../../etc/passwd.png}]", "field-invalid"),
        ("slug", "images: [{file: hinh.svg}]", "field-invalid"),
        ("rights", "rights: {show: all}", "field-invalid"),
        ("rights", "rights: {statement: free}", "field-invalid"),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_leaves_the_file_out(
    archive: Archive, changed: Change, name: str, typed: str, code: str
) -> None:
    head = changed(name, typed)
    archive.article(head)
    line = 2 + head.splitlines().index(typed)

    assert [(code, "vi.md", line)] == archive.findings()
    assert () == archive.read().articles


@pytest.mark.parametrize(
    "source",
    ["url: 'javascript:alert(1)'", "memento: data:text/html,x", "url: https:///x", "raw: ../x"],
)
def test_an_address_that_is_not_http_is_refused(
    archive: Archive, changed: Change, source: str
) -> None:
    archive.article(changed("source", "source:").replace("known\n", f"known\n  {source}\n"))

    assert [("field-invalid", "vi.md", 8)] == archive.findings()


@pytest.mark.parametrize("name", ["id", "title", "date", "source", "rights"])
def test_a_required_field_that_is_missing_says_what_it_looks_like(
    archive: Archive, changed: Change, name: str
) -> None:
    head = changed(name, "")
    if name == "source":
        head = head.replace("  outlet: unknown\n", "")
    archive.article(head)

    (found,) = archive.read().findings

    assert ("field-missing", 1) == (found.code, found.line)
    assert f"`{name}`" in found.what.vi
    assert found.remedy.vi != found.remedy.en


def test_an_unknown_field_is_a_warning_with_the_nearest_name(archive: Archive) -> None:
    archive.article(HEAD + "bylines: PV\nxyz: 1\n")

    contents = archive.read()

    assert 1 == len(contents.articles)
    assert [10, 11] == [found.line for found in contents.findings]
    assert "did you mean `byline`?" in contents.findings[0].remedy.en
    assert "có phải là `byline`?" in contents.findings[0].remedy.vi


def test_a_slip_in_the_word_status_does_not_publish_a_draft(
    archive: Archive, changed: Change
) -> None:
    archive.article(changed("status", "statsu: draft"))

    contents = archive.read()

    assert () == contents.articles
    assert ["field-missing", "field-unknown"] == [found.code for found in contents.findings]


def test_all_that_is_wrong_with_a_file_is_said_at_once(archive: Archive) -> None:
    archive.article("id: a\ndate: x\ntitle: a\nsource:\n  outlet: A\n  url: b\nrights: {show: c}\n")

    assert [3, 6, 7, 8] == [line for _, _, line in archive.findings()]


@pytest.mark.parametrize("status", ["withdrawn", "removed"])
def test_what_is_taken_down_needs_a_reason(archive: Archive, changed: Change, status: str) -> None:
    archive.article(changed("status", f"status: {status}"), "")
    archive.article(
        changed("status", f"status: {status}\nstatus_note: Theo yêu cầu").replace("a-2021", "b"),
        "",
        path="articles/2021/b/vi.md",
    )

    contents = archive.read()

    assert [("field-missing", "vi.md", 5)] == archive.findings()
    assert [Status(status)] == [article.status for article in contents.articles]


def test_an_article_without_text_is_not_published(archive: Archive, changed: Change) -> None:
    archive.article(body="")
    archive.article(
        changed("status", "status: draft").replace("2021-k", "b"), "", path="articles/b/vi.md"
    )
    archive.article(
        changed("rights", "rights: {show: link}").replace("2021-k", "c"),
        "",
        path="articles/c/vi.md",
    )

    assert [("article-empty", "vi.md", 3)] == archive.findings()
    assert 2 == len(archive.read().articles)


def test_a_text_as_long_as_several_books_is_left_out(archive: Archive, changed: Change) -> None:
    archive.article(body="a" * (MAX_BODY + 1))
    archive.article(changed("id", "id: a-2021-b"), "a" * MAX_BODY, path="articles/b/vi.md")

    assert [("article-too-long", "vi.md", 1)] == archive.findings()
    assert ["a-2021-b"] == [article.id for article in archive.read().articles]


def test_a_picture_must_lie_beside_the_article(archive: Archive) -> None:
    archive.article(HEAD + "images:\n  - file: hinh-1.jpg\n  - file: hinh-2.jpg\n")
    archive.put(f"{FOLDER}/hinh-1.jpg", b"\xff\xd8")

    contents = archive.read()

    assert [("article-image-missing", "vi.md", 10)] == archive.findings()
    assert "hinh-2.jpg" in contents.findings[0].what.en


def test_a_summary_that_is_too_long_is_a_warning(archive: Archive) -> None:
    archive.article(HEAD + f"summary: {'Dài ' * 80}\n")

    assert [("field-long", "vi.md", 10)] == archive.findings()
    assert 1 == len(archive.read().articles)


def test_a_title_over_two_lines_is_one_line(archive: Archive, changed: Change) -> None:
    archive.article(changed("title", "title: >-\n  Hội nghị\n\n  đối\tngoại \u202eabc"))

    assert ["Hội nghị đối ngoại \u202eabc"] == [a.title for a in archive.read().articles]


def test_an_article_without_slug_gets_one_from_its_title(archive: Archive, changed: Change) -> None:
    archive.article(changed("slug", ""))
    archive.article(
        changed("slug", "").replace("Hội nghị đối ngoại", "😀").replace("q4xd", "2"),
        path="articles/b/vi.md",
    )

    assert ["hoi-nghi-doi-ngoai", "a-2021-k7m22"] == [a.slug for a in archive.read().articles]


# --- translations ----------------------------------------------------------------------


def test_a_translation_takes_from_its_original_what_they_share(archive: Archive) -> None:
    archive.article(HEAD + "byline: PV\npeople: [a]\nsummary: Tóm tắt\naliases: [/cu/]\n")
    archive.article(TRANSLATION, "Text.", path=f"{FOLDER}/en.md")

    english, vietnamese = archive.read().articles

    assert ("en", "A conference", "a-conference", "Text.") == (
        english.lang,
        english.title,
        english.slug,
        english.body,
    )
    assert (vietnamese.id, vietnamese.date, "PV", ("a",)) == (
        english.id,
        english.date,
        english.byline,
        english.people,
    )
    assert ("", ()) == (english.summary, english.aliases)
    assert english.translation
    assert TranslationKind.HUMAN == english.translation.kind
    assert None is vietnamese.translation


def test_an_article_may_originate_in_english(archive: Archive) -> None:
    archive.article(path=f"{FOLDER}/en.md")
    archive.article("title: Bản dịch\ntranslation: {kind: machine}\n", path=f"{FOLDER}/vi.md")

    assert {"en": False, "vi": True} == {
        article.lang: article.translation is not None for article in archive.read().articles
    }
    assert [] == archive.findings()


def test_shared_fields_in_a_translation_are_ignored_with_a_warning(archive: Archive) -> None:
    archive.article()
    archive.article(f"id: other\nstatus: draft\n{TRANSLATION}date: x\n", path=f"{FOLDER}/en.md")

    english = archive.read().articles[0]

    assert [("field-shared", "en.md", 2), ("field-shared", "en.md", 8)] == archive.findings()
    assert ("a-2021-k7m2q4xd", Status.DRAFT) == (english.id, english.status)


def test_a_translation_without_text_is_a_draft(archive: Archive) -> None:
    archive.article()
    archive.article('title: ""\ntranslation:\n  kind: human\n', "", path=f"{FOLDER}/en.md")

    english = archive.read().articles[0]

    assert [("translation-empty", "en.md", 3)] == archive.findings()
    assert Status.DRAFT == english.status


def test_a_translation_is_never_more_public_than_its_original(
    archive: Archive, changed: Change
) -> None:
    archive.article(changed("status", "status: withdrawn\nstatus_note: Sai"))
    archive.article(TRANSLATION + "status: published\n", path=f"{FOLDER}/en.md")

    assert {Status.WITHDRAWN} == {article.status for article in archive.read().articles}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Theo yêu cầu", Bilingual(vi="Theo yêu cầu", en="Theo yêu cầu")),
        ("{vi: Theo yêu cầu, en: On request}", Bilingual(vi="Theo yêu cầu", en="On request")),
        ("{en: On request}", Bilingual(en="On request")),
    ],
)
def test_a_reason_is_one_text_or_one_for_each_language(
    archive: Archive, changed: Change, written: str, expected: Bilingual
) -> None:
    archive.article(changed("status", f"status: withdrawn\nstatus_note: {written}"))

    (article,) = archive.read().articles

    assert expected == article.status_note
    assert [] == archive.findings()


def test_a_folder_without_original_is_left_out(archive: Archive) -> None:
    archive.article(TRANSLATION, path=f"{FOLDER}/en.md")

    assert [("article-no-original", "en.md", 3)] == archive.findings()
    assert () == archive.read().articles


def test_of_two_originals_in_a_folder_the_vietnamese_is_used(archive: Archive) -> None:
    archive.article()
    archive.article(path=f"{FOLDER}/en.md")

    assert [("article-two-originals", "en.md", 1)] == archive.findings()
    assert ["vi"] == [article.lang for article in archive.read().articles]


def test_a_translation_of_a_broken_original_is_left_out_with_it(archive: Archive) -> None:
    archive.article("title: a\n")
    archive.article(TRANSLATION, path=f"{FOLDER}/en.md")

    assert () == archive.read().articles
    assert {"vi.md"} == {file for _, file, _ in archive.findings()}


def test_a_translation_must_say_how_it_was_made(archive: Archive) -> None:
    archive.article()
    archive.article("title: A\ntranslation:\n", path=f"{FOLDER}/en.md")

    assert [("field-missing", "en.md", 3)] == archive.findings()


def test_a_translation_is_written_as_it_is_read(archive: Archive) -> None:
    archive.article()
    archive.article(TRANSLATION + "aliases: [/en/a/]\n", "Text.", path=f"{FOLDER}/en.md")
    (english, _) = archive.read().articles

    archive.put(english.path, content.text(english))

    assert english == archive.read().articles[0]
    assert [] == archive.findings()


# --- the folder ------------------------------------------------------------------------


def test_of_two_articles_with_one_id_the_second_is_left_out(archive: Archive) -> None:
    archive.article(path="articles/2021/a/vi.md")
    archive.article(path="articles/2021/b/vi.md")

    contents = archive.read()

    assert [("id-duplicate", "vi.md", 2)] == archive.findings()
    assert "content/articles/2021/a/vi.md" in contents.findings[0].what.en
    assert ["articles/2021/a/vi.md"] == [article.path for article in contents.articles]


def test_files_without_a_place_are_named(archive: Archive) -> None:
    archive.article()
    for name in ("VI.md", "fr.md", "notes.txt", "hinh.svg", "hinh.jpg", "removed.yml", ".x"):
        archive.put(f"{FOLDER}/{name}", b"")
    archive.put("index.md", b"")
    archive.put("drafts/x.md", b"")
    archive.put("README.md", b"")

    unexpected = {"VI.md", "notes.txt", "hinh.svg", "index.md", "drafts"}
    expected = {("file-unexpected", name, 0) for name in unexpected}
    assert expected | {("article-language-unknown", "fr.md", 0)} == set(archive.findings())


def test_links_are_never_followed(archive: Archive) -> None:
    outside = archive.path.parent / "outside"
    outside.mkdir()
    (outside / "vi.md").write_text(f"---\n{HEAD}---\n\nChữ.\n", encoding="utf-8")
    (archive.path / "articles/2021/a").mkdir(parents=True)
    (archive.path / "articles/2021/a/vi.md").symlink_to(outside / "vi.md")
    (archive.path / "articles/2021/b").symlink_to(outside)
    (archive.path / "people").symlink_to(outside)
    (archive.path / "permalinks.csv").symlink_to(outside / "vi.md")

    contents = archive.read()

    assert () == contents.articles
    assert {"file-link"} == {found.code for found in contents.findings}
    assert {"vi.md", "b", "people", "permalinks.csv"} == {f for _, f, _ in archive.findings()}


def test_a_loop_of_links_ends(archive: Archive) -> None:
    archive.article()
    (archive.path / "articles/2021/loop").symlink_to(archive.path / "articles")

    assert [("file-link", "loop", 0)] == archive.findings()


def test_a_folder_that_cannot_be_listed_is_a_finding(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.article()
    monkeypatch.setattr(os, "scandir", _refuse)

    assert {"file-unreadable"} == {code for code, _, _ in archive.findings()}


def _refuse(path: object) -> None:
    raise PermissionError(13, "Permission denied", path)


def test_a_file_name_that_is_no_text_is_a_finding(archive: Archive) -> None:
    archive.article()
    name = os.fsencode(archive.path / FOLDER) + b"/h\xecnh.jpg"
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY))

    (found,) = archive.read().findings

    assert "file-unexpected" == found.code
    assert found.file.encode("utf-8").endswith(b"h\\udcecnh.jpg")


def test_ids_that_name_nothing_are_found_with_their_line(archive: Archive) -> None:
    archive.put("people/bui-thanh-son.yml", "name: {vi: Bùi Thanh Sơn}\n")
    archive.put("places/ha-noi.yml", "name: {vi: Hà Nội}\nreplaces: [thang-long]\n")
    archive.article(
        HEAD.replace("outlet: unknown", "outlet: clo")
        + "people:\n  - bui-thanh-son\n  - bui-thanh-sn\nplaces: thang-long\nrelated: [x]\n"
    )

    contents = archive.read()

    assert [("reference-unknown", "vi.md", line) for line in (7, 12, 14)] == archive.findings()
    assert "content/outlets/clo.yml" in contents.findings[0].remedy.en
    assert "did you mean `bui-thanh-son`?" in contents.findings[1].remedy.en
    assert 1 == len(contents.articles)


def test_a_missing_content_folder_is_empty(archive: Archive) -> None:
    assert Contents(folder="nothing") == content.read(archive.path / "nothing")


def test_pages_of_the_institution_need_a_title_and_nothing_else(archive: Archive) -> None:
    archive.put("pages/about/vi.md", "---\ntitle: Giới thiệu\n---\n\nChữ.\n")
    archive.put("pages/about/en.md", "---\ntitel: About\n---\n\nText.\n")
    archive.put("pages/Góc/vi.md", "---\ntitle: Góc\n---\n")

    contents = archive.read()

    assert [("about", "vi", "Giới thiệu", "Chữ.")] == [
        (e.id, e.lang, e.title, e.body) for e in contents.editorials
    ]
    assert {"field-missing", "field-unknown", "field-invalid"} == {
        found.code for found in contents.findings
    }

import dataclasses
import json

from generator import assemble, check
from generator.content import digest
from generator.errors import finding, printed
from generator.model import (
    Article,
    Contents,
    Finding,
    Status,
    Translation,
    TranslationKind,
)
from tests.assemble.make import article, contents, entity, translation

HOSTILE = finding("capture-unreadable", file="raw/a,b:c%.txt", line=3, reason="50 %\r\n::error::x")


def findings(given: Contents) -> tuple[Finding, ...]:
    archive, assembled = assemble.archive(given)
    return check.findings(given, archive, assembled)


def codes(given: Contents) -> list[str]:
    """The codes but for addresses that are not registered yet."""
    return [f.code for f in findings(given) if f.code != "permalink-unregistered"]


def stale(original: Article) -> Article:
    made = Translation(of=digest("Một bản khác."), kind=TranslationKind.HUMAN)
    return translation(original, translation=made)


def test_sound_archive_has_no_finding() -> None:
    original = article("a-1")
    given = contents(original, translation(original), entity("do-an", "Đỗ An"))
    archive, _ = assemble.archive(given)

    assert () == findings(dataclasses.replace(given, permalinks=archive.permalinks))


def test_findings_of_all_stages_come_once_in_order_of_file_line_and_code() -> None:
    read = (
        finding("file-link", file="content/z.md"),
        finding("field-unknown", file="content/b.md", line=9, field="x", hint=""),
        finding("field-missing", file="content/b.md", line=2, field="x", hint=""),
        finding("field-missing", file="content/b.md", line=2, field="x", hint=""),
    )
    given = dataclasses.replace(contents(article("a-1", reprint_of="a-1")), findings=read)

    assert [
        ("content/articles/a-1/vi.md", "reprint-cycle"),
        ("content/b.md", "field-missing"),
        ("content/b.md", "field-unknown"),
        ("content/permalinks.csv", "permalink-unregistered"),
        ("content/z.md", "file-link"),
    ] == [(f.file, f.code) for f in findings(given)]


def test_registered_url_that_would_answer_nothing_is_lost() -> None:
    given = contents(article("a-1"), registered=("/ home vi", "/2021/12/13/mat/ a-9 vi"))

    (lost,) = [f for f in findings(given) if f.code == "permalink-lost"]

    assert ("content/permalinks.csv", 3) == (lost.file, lost.line)
    assert "/2021/12/13/mat/" in lost.what.en


def test_registered_url_that_shows_another_article_is_taken() -> None:
    given = contents(article("a-2", slug="tin"), registered=("/2021/12/13/tin/ a-1 vi",))

    (taken,) = [f for f in findings(given) if f.code.startswith("permalink-taken")]

    assert ["permalink-taken"] == codes(given)
    assert ("content/permalinks.csv", 2) == (taken.file, taken.line)
    assert "published as `a-1` and now shows `a-2`" in taken.what.en


def test_registered_id_that_is_gone_is_lost_though_its_url_redirects() -> None:
    row = "/2021/12/13/cu/ a-1 vi"
    url = "/2021/12/13/cu/"

    assert ["permalink-lost"] == codes(contents(article("a-2", aliases=(url,)), registered=(row,)))
    merged = article("a-2", aliases=(url, "/id/a-1/"))
    assert [] == codes(contents(merged, registered=(row,)))


def test_record_that_replaces_another_keeps_its_promise() -> None:
    rows = ("/people/an/ an vi", "/en/people/an/ an en")

    assert [] == codes(contents(entity("do-an", "Đỗ An", replaces=("an",)), registered=rows))
    assert ["permalink-lost"] * 2 == codes(contents(entity("do-an", "Đỗ An"), registered=rows))


def test_lists_have_no_id_that_could_be_gone() -> None:
    rows = (
        "/ home vi",
        "/people/ index:people vi",
        "/1999/ year:1999 vi",
        "/1999/02/ month:1999-02 vi",
    )

    assert [] == codes(contents(article("a-1"), registered=rows))


def test_published_article_that_became_a_draft_is_lost() -> None:
    draft = article("a-1", slug="tin", status=Status.DRAFT)

    assert ["permalink-lost"] == codes(contents(draft, registered=("/2021/12/13/tin/ a-1 vi",)))


def test_new_urls_are_one_notice_with_their_number() -> None:
    given = contents(article("a-1", slug="tin"))
    archive, _ = assemble.archive(given)

    (notice,) = findings(given)

    assert "permalink-unregistered" == notice.code
    assert notice.what.en.startswith(f"{len(archive.permalinks)} new addresses")


def test_translation_of_an_older_original_is_stale_and_says_the_new_digest() -> None:
    original = article("a-1")

    (old,) = [
        f for f in findings(contents(original, stale(original))) if f.code == "translation-stale"
    ]

    assert "content/articles/a-1/en.md" == old.file
    assert digest(original.body) in old.remedy.en


def test_only_errors_make_the_exit_code_1() -> None:
    notice = finding("permalink-unregistered", file="x", count=1, url="/")

    assert (0, 0, 1) == (
        printed.exit_code(()),
        printed.exit_code((notice,)),
        printed.exit_code((notice, HOSTILE)),
    )


def test_text_says_where_what_and_what_to_do() -> None:
    given = finding("field-missing", file="content/x/vi.md", line=4, field="title", hint="h")

    assert (
        "content/x/vi.md:4: error [field-missing] The required field `title` is missing.\n"
        "    → Add a line `title: …`; h"
    ) == printed.as_text((given,), "en")
    assert printed.as_text((given,), "vi").startswith(
        "content/x/vi.md:4: lỗi [field-missing] Thiếu"
    )
    assert printed.as_text((finding("capture-empty", file="raw/a"),), "en").startswith("raw/a: ")
    assert "" == printed.as_text((), "vi")


def test_text_cannot_command_the_terminal() -> None:
    given = finding("capture-unreadable", file="raw/\x1b[2J", reason="a\nb\u202e")

    first, second = printed.as_text((given,), "en").splitlines()

    assert "raw/\\u001b[2J: error" in first
    assert "a\\u000ab\\u202e." in first
    assert second.startswith("    → ")


def test_json_has_both_languages() -> None:
    (row,) = json.loads(printed.as_json((HOSTILE,)))

    assert {
        "code": "capture-unreadable",
        "severity": "error",
        "file": "raw/a,b:c%.txt",
        "line": 3,
        "what": {"vi": HOSTILE.what.vi, "en": HOSTILE.what.en},
        "remedy": {"vi": HOSTILE.remedy.vi, "en": HOSTILE.remedy.en},
    } == row


def test_github_annotation_is_one_line_that_nothing_can_break_out_of() -> None:
    assert (
        "::error file=raw/a%2Cb%3Ac%25.txt,line=3,title=capture-unreadable::"
        "The capture cannot be read: 50 %25%0D%0A::error::x. "
        "Check its permissions, or copy the file again from where it came."
    ) == printed.as_github((HOSTILE,), "en")


def test_github_annotation_without_a_line_names_none() -> None:
    given = finding("capture-empty", file="raw/a.txt")

    assert printed.as_github((given,), "vi").startswith(
        "::error file=raw/a.txt,title=capture-empty::Bản chụp rỗng."
    )

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

import pytest

from generator import content, naming
from generator.content.writer import Outcome
from generator.model import (
    Article,
    Capture,
    Cleaning,
    Date,
    Extraction,
    Removal,
    Role,
    Source,
)
from tests.content.conftest import HEAD, Archive

FOLDER = "articles/2021/2021-12-13-hoi-nghi"


def extraction(
    raw: str = "a.txt",
    *,
    sha256: str = "a" * 64,
    title: str = "Hội nghị",
    body: str = "Một.\n\nHai.",
    date: Date | None = Date(year=2021, month=12, day=13),  # noqa: B008 - frozen
    lang: str = "vi",
    version: str = "0.1.0",
) -> Extraction:
    article = Article(
        id=naming.identity(date, sha256),
        lang=lang,
        title=title,
        date=date,
        source=Source(outlet="congluan", raw=raw, sha256=sha256),
        slug="hoi-nghi",
        cleaning=Cleaning(profile="congluan", version=version, removed=1),
        body=body,
    )
    return Extraction(
        capture=Capture(raw=raw, sha256=sha256, format="text", encoding="utf-8", text=body),
        profile="congluan",
        lines=(),
        fields={},
        article=article,
        removals=(Removal(n=3, text="Tin khác", role=Role.RELATED, rule="related", after=2),),
        findings=(),
    )


def write(archive: Archive, *made: Extraction, dry_run: bool = False) -> list[Outcome]:
    known = content.known(archive.path)
    return [put(archive, known, e, dry_run=dry_run) for e in made]


def put(archive: Archive, known: content.Known, made: Extraction, *, dry_run: bool) -> Outcome:
    assert made.article
    return content.write(
        content.manuscript(made.article, made.removals),
        content=archive.path,
        known=known,
        place=known.find(sha256=made.capture.sha256, raw=made.capture.raw),
        dry_run=dry_run,
    )


def statuses(outcomes: Sequence[Outcome]) -> list[str]:
    return [outcome.status for outcome in outcomes]


def test_a_capture_becomes_an_article_and_a_list_of_what_was_removed(archive: Archive) -> None:
    (outcome,) = write(archive, extraction())

    (article,) = archive.read().articles
    assert ("written", f"{FOLDER}/vi.md", article.id) == (outcome.status, outcome.path, outcome.id)
    assert ("Hội nghị", "Một.\n\nHai.") == (article.title, article.body)
    assert extraction().removals == content.removals(archive.path, FOLDER)


def test_writing_twice_changes_no_byte_and_touches_no_file(archive: Archive) -> None:
    write(archive, extraction())
    before = archive.snapshot()

    outcomes = write(archive, extraction())

    assert ["unchanged"] == statuses(outcomes)
    assert before == archive.snapshot()


def test_a_checkout_with_other_line_ends_is_not_an_edit(archive: Archive) -> None:
    (outcome,) = write(archive, extraction())
    path = archive.path / outcome.path
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert ["unchanged"] == statuses(write(archive, extraction()))
    assert ["written"] == statuses(write(archive, extraction(version="0.2.0")))


def test_what_only_the_tool_wrote_is_written_anew_by_a_better_tool(archive: Archive) -> None:
    write(archive, extraction())

    outcomes = write(archive, extraction(version="0.2.0", body="Một.", title="Hội nghị mới"))

    (article,) = archive.read().articles
    assert ["written"] == statuses(outcomes)
    assert ("Hội nghị mới", "hoi-nghi", "Một.") == (article.title, article.slug, article.body)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Một.", "Một, hai."),
        ("title: Hội", "title: Đại hội"),
        ("status: published", "status: draft"),
        ("\n\nHai.", ""),
        ("  wrote: ", "  # wrote: "),
        ("---\nid", "---\n# ghi chú\nid"),
        ("title: Hội nghị", "title: Hội: nghị"),
    ],
)
def test_what_a_person_edited_is_kept(archive: Archive, old: str, new: str) -> None:
    (first,) = write(archive, extraction())
    path = archive.path / first.path
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    before = archive.snapshot()

    (outcome,) = write(archive, extraction(version="0.2.0"))

    assert ("kept-edited", first.path) == (outcome.status, outcome.path)
    assert ["convert-kept-edited"] == [found.code for found in outcome.findings]
    assert before == archive.snapshot()


def test_a_file_that_is_no_text_any_more_is_kept(archive: Archive) -> None:
    (first,) = write(archive, extraction())
    path = archive.path / first.path
    path.write_bytes(path.read_bytes() + b"\xff")

    assert ["kept-edited"] == statuses(write(archive, extraction(version="0.2.0")))


def test_an_article_is_found_again_wherever_an_editor_moved_its_folder(archive: Archive) -> None:
    write(archive, extraction())
    moved = archive.path / "articles/hop/mot-ten-khac"
    moved.parent.mkdir()
    (archive.path / FOLDER).rename(moved)

    (outcome,) = write(archive, extraction(version="0.2.0"))

    assert ("written", "articles/hop/mot-ten-khac/vi.md") == (outcome.status, outcome.path)
    assert 1 == len(archive.read().articles)


def test_an_article_keeps_its_id_and_slug_when_its_capture_changes(archive: Archive) -> None:
    (first,) = write(archive, extraction())

    (outcome,) = write(archive, extraction(sha256="b" * 64, title="Tít khác"))

    (article,) = archive.read().articles
    assert (first.id, first.path) == (outcome.id, outcome.path)
    assert ("hoi-nghi", "b" * 64) == (article.slug, article.source.sha256)


def test_an_article_follows_its_capture_to_another_name(archive: Archive) -> None:
    write(archive, extraction("a.txt"))

    (outcome,) = write(archive, extraction("thu-muc/b.txt"))

    (article,) = archive.read().articles
    assert ("written", "thu-muc/b.txt") == (outcome.status, article.source.raw)


def test_a_deleted_file_is_made_again_beside_its_translation(archive: Archive) -> None:
    (first,) = write(archive, extraction())
    archive.put(f"{FOLDER}/en.md", "---\ntitle: A\ntranslation: {kind: human}\n---\n\nText.\n")
    (archive.path / first.path).unlink()

    (outcome,) = write(archive, extraction())

    assert ("written", first.path) == (outcome.status, outcome.path)
    assert ["en", "vi"] == [article.lang for article in archive.read().articles]


def test_a_deleted_list_of_removed_lines_is_made_again(archive: Archive) -> None:
    write(archive, extraction())
    (archive.path / FOLDER / "removed.yml").unlink()

    assert ["written"] == statuses(write(archive, extraction()))
    assert ["unchanged"] == statuses(write(archive, extraction()))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("vi.md", f"---\n{HEAD}---\n\nBài khác.\n"),
        ("en.md", f"---\n{HEAD}---\n\nBài khác.\n"),
        ("ghi-chu.docx", "x"),
        ("sub/vi.md", f"---\n{HEAD}---\n\nBài khác.\n"),
    ],
)
def test_a_folder_that_is_something_else_is_never_touched(
    archive: Archive, name: str, text: str
) -> None:
    archive.put(f"{FOLDER}/{name}", text)
    before = archive.snapshot()

    (outcome,) = write(archive, extraction())

    tail = outcome.id.rpartition("-")[2][:4]
    assert f"{FOLDER}-{tail}/vi.md" == outcome.path
    assert before == {n: s for n, s in archive.snapshot().items() if n in before}


def test_an_article_in_english_is_written_as_such(archive: Archive) -> None:
    (outcome,) = write(archive, extraction(lang="en"))

    assert f"{FOLDER}/en.md" == outcome.path


@pytest.mark.parametrize(
    ("date", "folder"),
    [
        ("2021-12-13T06:24:00+07:00", "articles/2021/2021-12-13-hoi-nghi"),
        ("2021-12", "articles/2021/2021-12-hoi-nghi"),
        ("2021", "articles/2021/2021-hoi-nghi"),
        ("", "articles/undated/hoi-nghi"),
    ],
)
def test_a_folder_is_named_by_as_much_of_the_date_as_is_known(
    archive: Archive, date: str, folder: str
) -> None:
    (outcome,) = write(archive, extraction(date=Date.parse(date) if date else None))

    assert f"{folder}/vi.md" == outcome.path


def test_two_articles_of_one_day_and_title_stand_side_by_side(archive: Archive) -> None:
    twins = [extraction("a.txt"), extraction("b.txt", sha256="b" * 64)]

    _, second = write(archive, *twins)

    assert f"{FOLDER}-{second.id.rpartition('-')[2][:4]}/vi.md" == second.path
    assert {"hoi-nghi", second.path.split("/")[2][11:]} == {
        article.slug for article in archive.read().articles
    }
    assert ["unchanged", "unchanged"] == statuses(write(archive, *twins))


def test_once_written_the_order_of_captures_does_not_matter(archive: Archive) -> None:
    made = [
        extraction("a.txt"),
        extraction("b.txt", sha256="b" * 64),
        extraction("c.txt", sha256="c" * 64, title="Bài khác"),
    ]
    write(archive, *made)
    before = archive.snapshot()

    for order in itertools.permutations(made):
        assert ["unchanged"] * 3 == statuses(write(archive, *order))
    assert before == archive.snapshot()


def test_two_captures_with_one_id_are_a_clash(archive: Archive) -> None:
    other = extraction("b.txt", sha256="b" * 64)
    assert other.article
    article = dataclasses.replace(other.article, id=naming.identity(other.article.date, "a" * 64))

    first, second = write(archive, extraction(), dataclasses.replace(other, article=article))

    assert ("written", "failed") == (first.status, second.status)
    assert ["convert-clash"] == [found.code for found in second.findings]


def test_a_dry_run_decides_the_same_and_writes_nothing(archive: Archive) -> None:
    made = [extraction("a.txt"), extraction("b.txt", sha256="b" * 64)]

    dry = write(archive, *made, dry_run=True)

    assert {} == archive.snapshot()
    assert dry == write(archive, *made)


@pytest.mark.parametrize("link", ["articles", "articles/2021", FOLDER])
def test_nothing_is_written_through_a_link(archive: Archive, link: str) -> None:
    outside = archive.path.parent / "outside"
    outside.mkdir()
    (archive.path / link).parent.mkdir(parents=True, exist_ok=True)
    (archive.path / link).symlink_to(outside)

    write(archive, extraction())

    assert [] == list(outside.iterdir())


def test_a_file_that_is_a_link_is_not_written_over(archive: Archive) -> None:
    outside = archive.path.parent / "outside.md"
    outside.write_text("x", encoding="utf-8")
    (archive.path / FOLDER).mkdir(parents=True)
    (archive.path / FOLDER / "vi.md").symlink_to(outside)

    (outcome,) = write(archive, extraction())

    assert "x" == outside.read_text(encoding="utf-8")
    assert FOLDER != outcome.path.rpartition("/")[0]


def test_what_a_killed_run_left_beside_a_file_is_in_nobodys_way(archive: Archive) -> None:
    archive.put(f"{FOLDER}/.vi.md.new", "half")

    write(archive, extraction())

    assert ["removed.yml", "vi.md"] == sorted(p.name for p in (archive.path / FOLDER).iterdir())
    assert [] == [code for code, _, _ in archive.findings() if code != "reference-unknown"]


def test_a_file_where_a_folder_should_be_is_a_finding(archive: Archive) -> None:
    archive.put("articles/2021", "x")

    (outcome,) = write(archive, extraction())

    assert ("failed", ["file-unwritable"]) == (
        outcome.status,
        [found.code for found in outcome.findings],
    )

"""`archive suggest`: what is listed, in which forms, and what is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import content
from generator.cli import main
from generator.cli.suggestions import Event, Section, as_rows, as_text
from generator.model import EntityKind, Interval
from generator.suggest.events import Proposal
from tests.assemble.make import article, entity, joined

BODY = (
    "Sáng nay, Chủ tịch Hội Gốm Bát Tràng (BPA) Đỗ Thị Hoa mở hội chợ.\n\n"
    "Bà Đỗ Thị Hoa cảm ơn ông Lê Minh Mai, Giám đốc Sở Ngoại vụ tỉnh Lào Cai."
)
RECORD = "name: {vi: Lê Minh Mai}\nroles:\n  - title: {vi: Thứ trưởng Bộ Y tế}\n"


@pytest.fixture
def archive(
    tmp_path: Path, lay_archive: Callable[..., Path], article_text: Callable[..., str]
) -> Path:
    return lay_archive(
        tmp_path / "archive",
        {
            "articles/2021/2021-12-13-hoi-cho/vi.md": article_text(BODY, byline="Thu Sương"),
            "people/le-minh-mai.yml": RECORD,
        },
    )


def run(archive: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(archive), "suggest", *arguments])


def rows(archive: Path, *arguments: str) -> list[dict[str, Any]]:
    result = run(archive, "--json", *arguments)
    assert 0 == result.exit_code, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_people_are_listed_with_post_dates_and_place(archive: Path) -> None:
    result = run(archive, "--kind", "people")

    assert 0 == result.exit_code, result.output
    assert "People not on record: 2" in result.stdout
    assert "do-thi-hoa  Đỗ Thị Hoa" in result.stdout
    assert "post: Chủ tịch Hội Gốm Bát Tràng, 1 ×, 2021-12-13" in result.stdout
    assert "content/articles/2021/2021-12-13-hoi-cho/vi.md:12  " in result.stdout


def test_the_text_is_in_the_language_that_is_asked_for(archive: Path) -> None:
    stdout = run(archive, "--lang", "vi").stdout

    assert "Người chưa có bản ghi: 2" in stdout
    assert "chức vụ: Chủ tịch Hội Gốm Bát Tràng, 1 lần, 2021-12-13" in stdout


def test_lines_point_at_the_words_in_the_file(archive: Path) -> None:
    found = [row for kind in rows(archive) for row in (kind, *kind.get("posts", []))]
    contexts = [context for row in found for context in row["contexts"]]

    assert contexts
    for context in contexts:
        path, _, line = context["at"].rpartition(":")
        shown = (archive / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert context["text"].strip("… ")[:20] in shown


def test_json_has_all_facts_of_a_person(archive: Path) -> None:
    person = next(row for row in rows(archive) if row["id"] == "do-thi-hoa")

    assert {
        "kind": "people",
        "id": "do-thi-hoa",
        "name": {"vi": "Đỗ Thị Hoa"},
        "given": "Hoa",
        "as": ["post", "named"],
        "agencies": [],
        "like": [],
        "first": "2021-12-13",
        "last": "2021-12-13",
        "articles": 1,
        "count": 2,
    } == {key: value for key, value in person.items() if key not in {"posts", "contexts"}}
    assert ["Hội Gốm Bát Tràng"] == [post["organisation"] for post in person["posts"]]
    assert ["BPA"] == [
        short for row in rows(archive, "--kind", "organisations") for short in row["abbreviations"]
    ]


def test_posts_that_a_record_has_not_are_listed(archive: Path) -> None:
    (row,) = rows(archive, "--kind", "posts")

    assert "le-minh-mai" == row["id"]
    assert ["Giám đốc Sở Ngoại vụ tỉnh Lào Cai"] == [post["title"] for post in row["posts"]]


def test_limit_and_least_count_leave_out_the_rest_and_say_so(archive: Path) -> None:
    often = run(archive, "--kind", "people", "--min", "2").stdout
    few = run(archive, "--kind", "people", "--limit", "1").stdout

    assert "Thu Sương" not in often
    assert "Thu Sương" not in few
    assert "… and 1 more; see all with --limit 0" in few


def test_a_record_is_written_that_can_be_read_again_and_is_not_suggested_anew(
    archive: Path,
) -> None:
    written = run(archive, "--write", "do-thi-hoa", "--write", "hoi-gom-bat-trang")
    contents = content.read(archive / "content")
    records = {one.id: one for one in contents.entities}

    assert 0 == written.exit_code, written.output
    assert ["hoi-gom-bat-trang"] == [role.organisation for role in records["do-thi-hoa"].roles]
    assert ("BPA",) == records["hoi-gom-bat-trang"].abbreviations
    assert EntityKind.PERSON is records["do-thi-hoa"].kind
    assert () == contents.findings
    assert "do-thi-hoa" not in [row["id"] for row in rows(archive)]


def test_dates_of_articles_are_not_written_as_dates_of_posts(archive: Path) -> None:
    run(archive, "--write", "do-thi-hoa")

    text = (archive / "content/people/do-thi-hoa.yml").read_text(encoding="utf-8")

    assert "2021" not in text
    assert "title:\n      vi: Chủ tịch Hội Gốm Bát Tràng\n" in text


def test_all_that_are_shown_are_written_at_once(archive: Path) -> None:
    written = run(archive, "--write-all", "--kind", "people")

    assert ["do-thi-hoa.yml", "thu-suong.yml"] == sorted(
        Path(line).name for line in written.stdout.splitlines()
    )


def test_a_file_that_is_there_is_never_written_over(archive: Path) -> None:
    broken = archive / "content/people/do-thi-hoa.yml"
    broken.write_text("name: [\n", encoding="utf-8")

    refused = run(archive, "--write", "do-thi-hoa")

    assert 1 == refused.exit_code
    assert "content/people/do-thi-hoa.yml" in refused.stderr
    assert "name: [\n" == broken.read_text(encoding="utf-8")


def test_an_id_that_was_not_suggested_is_a_mistake_in_usage(archive: Path) -> None:
    refused = run(archive, "--write", "le-minh-mai")

    assert 2 == refused.exit_code
    assert "le-minh-mai" in refused.stderr


def test_an_archive_without_articles_and_records_has_nothing_to_suggest(
    tmp_path: Path, lay_archive: Callable[..., Path]
) -> None:
    assert [] == rows(lay_archive(tmp_path / "empty"))


def test_events_are_shown_with_their_articles_by_name() -> None:
    told = article(title="Khai mạc hội chợ gốm")
    event = Event(
        id="hoi-cho-gom",
        proposal=Proposal(
            name="Hội chợ Gốm",
            lang="vi",
            when=Interval.parse("2021-12-13"),
            place="bat-trang",
            articles=(told.id,),
        ),
    )
    archive = joined(told, entity("bat-trang", "Bát Tràng", kind="places"))
    section = Section(kind="events", found=(event,))

    lines = list(as_text([section], "vi", archive, str))
    (row,) = as_rows([section], str)

    assert [
        "Sự kiện chưa có bản ghi: 1",
        "",
        "  hoi-cho-gom  Hội chợ Gốm",
        "    2021-12-13",
        "    nơi: Bát Tràng",
        f"    {told.id}  Khai mạc hội chợ gốm",
    ] == lines
    assert {"vi": "Hội chợ Gốm"} == row["name"]
    assert [told.id] == row["articles"]

"""Exports: the corpus as data, read by libraries that are not ours."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown import Markdown

from generator.content import FIELDS
from generator.pages import columns
from tests.assemble.make import article, entity
from tests.pages.machine import ADDRESS, ALL, HOSTILE_TITLE, files, files_of

PUBLIC = {
    "a-2021-aaaaaaaa": 2,
    "a-2021-bbbbbbbb": 1,
    "a-2020-cccccccc": 1,
    "a-undated-dddddddd": 1,
    "a-2019-eeeeeeee": 1,
    "a-2018-ffffffff": 1,
    "a-2016-hhhhhhhh": 1,
    "a-2015-iiiiiiii": 2,
}
"""Id → number of texts that are shown."""


@pytest.fixture
def laid(tmp_path: Path) -> Path:
    """The files on a disk."""
    for path, text in files().items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return tmp_path


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in files()["data/articles.jsonl"].splitlines()]


def row(id_: str, lang: str = "vi") -> dict[str, Any]:
    (found,) = (one for one in rows() if (one["id"], one["lang"]) == (id_, lang))
    return found


def table() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files()["data/articles.csv"], newline="")))


def test_the_package_is_valid_and_its_tables_are_what_it_says(laid: Path) -> None:
    package = Package(str(laid / "data/datapackage.json"))
    report = package.validate()

    assert [] == report.flatten(["rowNumber", "fieldName", "type", "note"])
    assert report.valid
    assert ["articles-jsonl", "articles-csv", "records-jsonld"] == package.resource_names


def test_the_package_knows_size_and_digest_of_each_file() -> None:
    for resource in json.loads(files()["data/datapackage.json"])["resources"]:
        data = files()[f"data/{resource['path']}"].encode()
        assert len(data) == resource["bytes"]
        assert f"sha256:{hashlib.sha256(data).hexdigest()}" == resource["hash"]


def test_every_text_that_is_shown_is_in_both_tables_and_nothing_else() -> None:
    for found in (rows(), table()):
        assert PUBLIC == {
            id_: sum(one["id"] == id_ for one in found) for id_ in {one["id"] for one in found}
        }


def test_no_line_separator_in_a_text_splits_a_line() -> None:
    assert len(files()["data/articles.jsonl"].splitlines()) == sum(PUBLIC.values())


def test_rights_hold_in_the_corpus() -> None:
    excerpt, link = row("a-2019-eeeeeeee"), row("a-2018-ffffffff")

    assert ("excerpt", "Câu mở đầu.") == (excerpt["shown"], excerpt["text"])
    assert "link" == link["shown"]
    assert link["text"] is None
    assert link["summary"] is None


def test_no_file_says_more_than_the_rights_allow_or_anything_of_what_was_removed() -> None:
    limited = article("a-9", slug="kin", body="Mở.\n\nLời kín.", rights=ALL[0].rights)
    for path, text in files().items():
        assert "phải mất" not in text, path
    found = files_of(limited, *ALL)
    kept = {path for path, text in found.items() if "Lời kín" in text}

    assert {"data/articles.jsonl", "data/articles.csv", "2021/12/13/kin/index.md"} == kept


def test_a_withdrawn_article_is_there_with_its_reason_and_without_its_text() -> None:
    found = row("a-2021-bbbbbbbb")

    assert ("withdrawn", "Theo yêu cầu của tòa soạn.") == (found["status"], found["status_note"])
    assert found["text"] is None


def test_what_is_unknown_is_null_and_not_guessed() -> None:
    unknown = row("a-undated-dddddddd")

    assert {None} == {unknown[name] for name in ("date", "outlet", "original", "byline")}
    assert "2020-05" == row("a-2020-cccccccc", "en")["date"]


def test_a_translation_says_how_it_was_made() -> None:
    assert "machine" == row("a-2015-iiiiiiii", "en")["translation"]
    assert row("a-2015-iiiiiiii")["translation"] is None


def test_lists_are_lists_in_json_and_words_in_the_table() -> None:
    assert ["kinh-te"] == row("a-2016-hhhhhhhh")["topics"]
    (found,) = (one for one in table() if one["id"] == "a-2021-aaaaaaaa" and one["lang"] == "vi")
    assert "hoi-nghi" in found["named"].split(" ")


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    cells = [cell for one in table() for cell in one.values()]
    (found,) = (one for one in table() if one["id"] == "a-2016-hhhhhhhh")

    assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert '\'=HYPERLINK("https://la.example")' == found["summary"]
    assert '=HYPERLINK("https://la.example")' == row("a-2016-hhhhhhhh")["summary"]
    assert HOSTILE_TITLE == found["title"]


def test_columns_are_fields_of_the_one_table_or_explained() -> None:
    known = {column.field for column in columns.COLUMNS if column.field}

    assert all(column.help for column in columns.COLUMNS)
    assert {"id", "title", "date", "source.outlet", "rights.holder"} <= known
    assert "https://schema.org/headline" in {column.schema_org for column in columns.COLUMNS}
    assert len(columns.COLUMNS) == len({column.name for column in columns.COLUMNS})
    assert {name.partition(".")[0] for name in known} <= {field.name for field in FIELDS}


def test_records_are_there_in_both_languages() -> None:
    graph = json.loads(files()["data/records.jsonld"])["@graph"]
    (topic,) = (one for one in graph if one["identifier"] == "the-thao")

    assert [
        {"@value": "Thể thao", "@language": "vi"},
        {"@value": "Sport", "@language": "en"},
    ] == topic["name"]
    assert ["https://www.wikidata.org/wiki/Q349"] == topic["sameAs"]
    assert f"{ADDRESS}topics/the-thao/" == topic["@id"]


def test_the_order_of_what_comes_in_does_not_matter() -> None:
    assert dict(files()) == files_of(*reversed(ALL))


@given(title=st.text(min_size=1), text=st.text(), printed=st.text())
def test_whatever_a_text_holds_every_file_can_be_read(title: str, text: str, printed: str) -> None:
    story = article("a-1", title=title, slug="mot", body=text, summary=printed, byline=printed)
    made = files_of(story, entity("x", title or "x", kind="topics"))
    lines = made["data/articles.jsonl"].splitlines()
    (cells,) = csv.DictReader(io.StringIO(made["data/articles.csv"], newline=""))

    assert [title] == [json.loads(line)["title"] for line in lines]
    assert title == cells["title"].removeprefix("'") or title.startswith("'")
    assert text == json.loads(lines[0])["text"] or not text
    for path, written in made.items():
        if path.endswith((".xml", ".opml")):
            etree.fromstring(written.encode())
        elif path.endswith((".json", ".jsonld")):
            json.loads(written)


def front_matter(path: str) -> tuple[dict[str, str], str]:
    _, head, body = files()[path].split("---\n", 2)
    return yaml.safe_load(head), body


def test_a_copy_says_where_it_comes_from_and_holds_the_text() -> None:
    head, body = front_matter("2021/12/13/ong-an-du-hoi-nghi/index.md")

    assert {
        "id": "a-2021-aaaaaaaa",
        "title": "Ông An dự hội nghị",
        "lang": "vi",
        "date": "2021-12-13T06:24:00+07:00",
        "outlet": "Báo Mới",
        "original": "https://baomoi.vn.example/tin",
        "page": f"{ADDRESS}2021/12/13/ong-an-du-hoi-nghi/",
        "permalink": f"{ADDRESS}id/a-2021-aaaaaaaa/",
        "rights_holder": "Báo Mới",
        "shown": "full",
    } == head
    assert body.startswith("\n# Ông An dự hội nghị\n\nHÀ NỘI - Ông Nguyễn Văn An dự")
    assert "](" not in body


def test_a_copy_tells_what_a_reader_must_be_told() -> None:
    withdrawn = files()["2021/12/14/tin-chi-co-tieng-viet/index.md"]
    translated = files()["en/2015/06/07/machine-made/index.md"]
    excerpt = files()["2019/tin-trich/index.md"]

    assert "> Bài này đã được rút. Theo yêu cầu của tòa soạn" in withdrawn
    assert "> Machine translation" in translated
    assert "đoạn cuối" not in excerpt
    assert "> Vì lý do bản quyền" in excerpt


def test_a_hostile_title_is_words_in_its_copy() -> None:
    head, body = front_matter("2016/03/04/tin-la/index.md")
    rendered = Markdown().convert(body)

    assert " ".join(HOSTILE_TITLE.split()) == " ".join(head["title"].split())
    assert "<script" not in rendered


def test_llms_txt_has_the_form_that_it_should() -> None:
    lines = files()["llms.txt"].splitlines()
    links = [line for line in lines if line.startswith("- ")]

    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    assert [line for line in lines if line.startswith("#")][1:] == [
        line for line in lines if line.startswith("## ")
    ]
    assert all(link.startswith("- [") and f"]({ADDRESS}" in link for link in links)
    assert any("/index.md)" in link for link in links)
    assert not [line for line in lines if "<script" in line]
    assert not [line for line in lines if "Tin chỉ có tiếng Việt" in line]

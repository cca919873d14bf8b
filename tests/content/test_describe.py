from __future__ import annotations

import dataclasses

from generator import content
from generator.model import Article, Entity

_NOT_IN_THE_HEAD = {"lang", "body", "path", "lines"}
_NOT_IN_THE_FILE = {"id", "kind", "path"}


def test_the_table_has_every_field_of_an_article() -> None:
    expected = {f.name for f in dataclasses.fields(Article)} - _NOT_IN_THE_HEAD

    assert expected == {field.key for field in content.FIELDS}


def test_the_table_has_every_field_of_a_record() -> None:
    expected = {f.name for f in dataclasses.fields(Entity)} - _NOT_IN_THE_FILE

    assert expected == {field.key for field in content.RECORD_FIELDS}


def test_what_must_be_there_is_what_the_design_says() -> None:
    required = [field.name for field in content.FIELDS if field.required]

    assert ["id", "title", "date", "source", "rights"] == required


def test_every_field_is_explained_in_both_languages() -> None:
    for field in (*content.FIELDS, *content.RECORD_FIELDS):
        assert field.help.vi
        assert field.help.en
        assert field.form.hint.vi
        assert field.form.hint.en


def test_the_readme_tables_have_one_row_a_field() -> None:
    rows = content.fields_table().splitlines()

    assert {len(content.FIELDS)} == {
        sum(row.startswith("| `") and "." not in row.split("`")[1] for row in rows)
    }
    assert {7} == {row.replace("\\|", "").count("|") for row in rows}
    assert {5} == {
        row.replace("\\|", "").count("|") for row in content.records_table().splitlines()
    }
    assert "| `source.outlet` | yes |" in content.fields_table()


def test_the_schema_says_what_the_table_says() -> None:
    schema = content.fields_schema()

    assert ["id", "title", "date", "source", "rights"] == schema["required"]
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert {"enum": ["full", "excerpt", "link"]}.items() <= properties["rights"]["properties"][
        "show"
    ].items()
    assert "name" in str(content.records_schema()["required"])


def test_the_readme_says_that_names_may_be_told_apart_by_language() -> None:
    rows = content.records_table().splitlines()

    assert ["aliases", "aliases.vi", "aliases.en", "aliases.other"] == [
        row.split("`")[1] for row in rows if row.startswith("| `aliases")
    ]
    assert any(row.startswith("| `roles.organisation`") for row in rows)

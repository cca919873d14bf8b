"""The tables of fields, described: as JSON Schema for editors' tools, as Markdown for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content.fields import FIELDS
from generator.content.forms import Field, object_schema
from generator.content.record_fields import RECORD_FIELDS


def fields_schema() -> dict[str, object]:
    """The JSON Schema of an original's front matter, for a reader that keeps dates as text."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of an article",
        **object_schema(FIELDS),
    }


def records_schema() -> dict[str, object]:
    """The JSON Schema of an authority record."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Authority record",
        **object_schema(RECORD_FIELDS),
    }


def fields_table() -> str:
    """The README's table of front matter, in Markdown, without a line break at its end."""
    return "\n".join(
        (
            "| field | required | form | what it is | schema.org | Dublin Core |",
            "|---|---|---|---|---|---|",
            *_rows(FIELDS),
        )
    )


def records_table() -> str:
    """The README's table of authority records, in Markdown, likewise."""
    return "\n".join(
        ("| field | required | form | what it is |", "|---|---|---|---|", *_rows(RECORD_FIELDS, 4))
    )


def _rows(fields: Sequence[Field], columns: int = 6, prefix: str = "") -> Iterator[str]:
    for field in fields:
        cells = (
            f"`{prefix}{field.name}`",
            "yes" if field.required else "by the converter" if field.by_tool else "",
            _cell(field.form.hint.en),
            _cell(f"{field.help.en} · {field.help.vi}"),
            f"`{field.schema_org}`" if field.schema_org else "",
            f"`{field.dublin_core}`" if field.dublin_core else "",
        )
        yield f"| {' | '.join(cells[:columns])} |"
        # A text in two languages has no table of its own: its form says it all.
        if [inner.name for inner in field.form.fields] != ["vi", "en"]:
            yield from _rows(field.form.fields, columns, f"{prefix}{field.name}.")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")

"""The whole archive as data, under `/data/`: to be counted, searched and kept elsewhere.

What rights hold back on a page is held back here too (`texts`). Described by `datapackage.json`
(Data Package, https://specs.frictionlessdata.io/), with the size and the sha256 of each file.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import File
from generator.pages import schema_org_records
from generator.pages.columns import COLUMNS, Column, Value, row
from generator.pages.schema_org import CONTEXT
from generator.pages.view import View

FOLDER = "data"

JSONL, CSV, RECORDS, PACKAGE = (
    f"{FOLDER}/{name}"
    for name in ("articles.jsonl", "articles.csv", "records.jsonld", "datapackage.json")
)
"""Addresses below the site; they are cited, so they stay."""

# Line breaks to some programs, though JSON lets them stand in a text as they are.
_BREAKS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}

# What a spreadsheet would take for a formula, and run (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file with what the package says of it.

    Attributes:
        file: The file.
        media: Its media type.
        about: One line, in English.
        fields: Its columns as Table Schema has them; empty for what is no table.
    """

    file: File
    media: str
    about: str
    fields: tuple[Mapping[str, object], ...] = ()


def files(views: Mapping[str, View]) -> Iterator[File]:
    """All exports, and last the package that describes them."""
    described = []
    for resource in _resources(views):
        yield resource.file
        described.append(_described(resource))
    yield File.of(PACKAGE, _package(views, described))


def _resources(views: Mapping[str, View]) -> Iterator[Resource]:
    lines, table = _texts(views)
    yield Resource(
        file=File(path=JSONL, data=lines),
        media="application/x-ndjson",
        about="All texts, one a line, in JSON; what is not known is null.",
        fields=tuple(_field(column, "array" if column.many else "string") for column in COLUMNS),
    )
    yield Resource(
        file=File(path=CSV, data=table),
        media="text/csv",
        about="The same as a table. Lists are ids with a space between; a cell that a spreadsheet "
        "would take for a formula begins with an apostrophe.",
        fields=tuple(_field(column, "string") for column in COLUMNS),
    )
    yield Resource(
        file=File.of(RECORDS, _records(views)),
        media="application/ld+json",
        about="People, organisations, places, topics, events and outlets, in schema.org's words.",
    )


def _rows(views: Mapping[str, View]) -> Iterator[dict[str, Value]]:
    """A row for each text: the undated, then the oldest first, so that most come at the end."""
    view = next(iter(views.values()))
    for entry in reversed(list(view.archive.entries.values())):
        for lang, article in entry.texts.items():
            yield row(views[lang], entry, article)


class _Text(bytearray):
    """A text in UTF-8 that grows."""

    def write(self, text: str) -> None:
        """Add something at its end."""
        self.extend(text.encode("utf-8"))


def _texts(views: Mapping[str, View]) -> tuple[bytes, bytes]:
    """All texts, one a line: in JSON, and as a table."""
    lines, table = _Text(), _Text()
    writer = csv.writer(table)
    writer.writerow(column.name for column in COLUMNS)
    for cells in _rows(views):
        known = {name: None if value == "" else value for name, value in cells.items()}
        line = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
        # No sign that can be printed is one of them, and few texts have others.
        lines.write(line if line.isprintable() else line.translate(_BREAKS))
        lines.write("\n")
        writer.writerow(_cell(value) for value in cells.values())
    return bytes(lines), bytes(table)


def _cell(value: Value) -> str:
    text = value if isinstance(value, str) else " ".join(value)
    return f"'{text}" if text.startswith(_FORMULA) else str(text)


def _records(views: Mapping[str, View]) -> str:
    view = next(iter(views.values()))
    made = {
        "@context": CONTEXT,
        "@graph": [
            schema_org_records.in_both(view, record) for record in view.archive.entities.values()
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _field(column: Column, type_: str) -> Mapping[str, object]:
    made = {"name": column.name, "type": type_, "description": column.help}
    return {**made, "rdfType": column.schema_org} if column.schema_org else made


def _described(resource: Resource) -> Mapping[str, object]:
    data = resource.file.data
    path = resource.file.path.removeprefix(f"{FOLDER}/")
    made: dict[str, object] = {
        "name": path.replace(".", "-"),
        "path": path,
        "description": resource.about,
        "format": path.rpartition(".")[2],
        "mediatype": resource.media,
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    if resource.fields:
        made["profile"] = "tabular-data-resource"
        made["schema"] = {"fields": list(resource.fields), "primaryKey": ["id", "lang"]}
    return made


def _package(views: Mapping[str, View], resources: list[Mapping[str, object]]) -> str:
    view = views["en"]
    made: dict[str, object] = {
        "profile": "data-package",
        "name": "news-archive",
        "title": view.edition.name,
        "description": view.edition.say("data.rights"),
        "resources": resources,
    }
    if view.edition.site:
        made["homepage"] = view.edition.site
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"

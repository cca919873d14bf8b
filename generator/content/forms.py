"""Forms of values: how each kind of field is read, checked, written and explained.

A `Form` is the one place that knows a kind of value. Tables of fields (`fields`) are made of
forms; reading, writing, the JSON Schema and the README's tables all follow from the tables.

Rules for every text of one line (a title, a name, a caption): NFC; runs of white space, line
breaks among them, are one space; control characters are an error when read and dropped when
written; everything else, right-to-left overrides and markup too, is text and stays.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from generator.content.front_matter import CONTROLS
from generator.content.nodes import Entry, Fields, Items, Node, Text
from generator.content.plain import Plain, Row
from generator.content.report import Report, SkipError, shorten, suggest
from generator.model import Bilingual

T = TypeVar("T")

# A slip in one of these would publish what must not be published, so no slip is overlooked.
_GUARDS = frozenset({"status", "rights", "show", "translation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[T]):
    """A kind of value.

    Attributes:
        read: From a node, a report and the field's name to the value; raises `SkipError`.
        write: From the value to what is written.
        schema: The value's JSON Schema.
        hint: What is expected, in words.
        fields: The fields inside, for a mapping.
    """

    read: Callable[[Node, Report, str], T]
    write: Callable[[T], Plain]
    schema: Mapping[str, object]
    hint: Bilingual
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a mapping.

    Attributes:
        name: As people write it.
        form: What kind of value it takes.
        help: One line for people.
        required: It must be there.
        attribute: Name in the model; empty if the same.
        schema_org: Property of schema.org that it maps to; empty for none.
        dublin_core: Dublin Core term that it maps to; empty for none.
        per_language: A translation has its own.
        by_tool: Written by the converter, not by people.
        always: Written even where it is the default.
    """

    name: str
    form: Form[Any]
    help: Bilingual
    required: bool = False
    attribute: str = ""
    schema_org: str = ""
    dublin_core: str = ""
    per_language: bool = False
    by_tool: bool = False
    always: bool = False

    @property
    def key(self) -> str:
        """Its name in the model."""
        return self.attribute or self.name


def field(name: str, form: Form[Any], vi: str, en: str, **more: Any) -> Field:
    """A row of a table: the field's name, its form and its help in both languages."""
    return Field(name=name, form=form, help=Bilingual(vi=vi, en=en), **more)


def scalar(
    parse: Callable[[str], T],
    write: Callable[[T], Plain] = str,
    *,
    hint: Bilingual,
    schema: Mapping[str, object],
) -> Form[T]:
    """A form whose values are one text each.

    Args:
        parse: From the text, in one line, to the value; raises `ValueError`.
        write: The way back.
        hint: What is expected.
        schema: The value's JSON Schema.
    """

    def read(node: Node, report: Report, name: str) -> T:
        if not isinstance(node, Text):
            raise report.invalid(node.line, name, "[…]" if isinstance(node, Items) else "{…}", hint)
        text = " ".join(node.value.split())
        if not text.isprintable() and CONTROLS.search(text):
            raise report.invalid(node.line, name, text, hint)
        try:
            return parse(text)
        except ValueError:
            raise report.invalid(node.line, name, text, hint) from None

    return Form(read=read, write=write, schema=schema, hint=hint)


def items(form: Form[T], *, in_row: bool = False) -> Form[tuple[T, ...]]:
    """A list; a single value counts as a list of one."""

    def read(node: Node, report: Report, name: str) -> tuple[T, ...]:
        nodes = node.items if isinstance(node, Items) else (node,)
        values: list[T] = []
        failed = False
        for n, item in enumerate(nodes, 1):
            if is_empty(item):
                continue
            try:
                values.append(form.read(item, report, name if len(nodes) == 1 else f"{name}[{n}]"))
            except SkipError:
                failed = True
        if failed:
            raise SkipError(name)
        return tuple(values)

    def write(values: tuple[T, ...]) -> Plain:
        written = (form.write(value) for value in values)
        return Row(written) if in_row else list(written)

    hint = Bilingual(vi=f"danh sách; mỗi mục: {form.hint.vi}", en=f"a list of: {form.hint.en}")
    schema = {"type": "array", "items": form.schema}
    return Form(read=read, write=write, schema=schema, hint=hint, fields=form.fields)


def record(
    build: Callable[..., T], fields: Sequence[Field], *, model: type[T], hint: Bilingual
) -> Form[T]:
    """A mapping with fields of its own.

    Args:
        build: Makes the value; takes the fields' keys by keyword; may raise `ValueError`.
        fields: What may stand in it.
        model: The dataclass, for its default values: what equals its default is not written.
        hint: What is expected.
    """

    def read(node: Node, report: Report, name: str) -> T:
        if not isinstance(node, Fields):
            raise report.invalid(node.line, name, getattr(node, "value", "[…]"), hint)
        values = read_fields(node, fields, report, prefix=f"{name}." if name else "")
        try:
            return build(**values)
        except ValueError as error:
            raise report.invalid(node.line, name, str(error), hint) from None

    absent = defaults(model)
    return Form(
        read=read,
        write=lambda value: write_fields(value, fields, absent),
        schema=object_schema(fields),
        hint=hint,
        fields=tuple(fields),
    )


def read_fields(
    node: Fields, fields: Sequence[Field], report: Report, *, prefix: str = ""
) -> dict[str, Any]:
    """Read a mapping's fields: key in the model → value.

    A field that is not there, or empty, is not in the result. All that is wrong is reported.

    Raises:
        SkipError: Some value cannot be used, or a required one is missing.
    """
    named = {field.name: field for field in fields}
    values: dict[str, Any] = {}
    failed = False
    for name, entry in node.entries.items():
        field = named.get(name)
        if field is None:
            failed |= _unknown(name, entry, named, node, report)
        elif not is_empty(entry.node):
            try:
                values[field.key] = field.form.read(entry.node, report, f"{prefix}{name}")
            except SkipError:
                failed = True
    for name, field in named.items():
        entry_node = node.entries.get(name)
        if field.required and (entry_node is None or is_empty(entry_node.node)):
            line = entry_node.line if entry_node else node.line
            report.add("field-missing", line, field=f"{prefix}{name}", hint=field.form.hint)
            failed = True
    if failed:
        raise SkipError(prefix)
    return values


def _unknown(
    name: str, entry: Entry, named: Mapping[str, Field], node: Fields, report: Report
) -> bool:
    """Report an unknown field; whether the file must not be used because of it."""
    close, hint = suggest(name, named)
    report.add("field-unknown", entry.line, field=shorten(name), hint=hint)
    if close not in _GUARDS or close in node.entries:
        return False
    report.add("field-missing", entry.line, field=close, hint=named[close].form.hint)
    return True


def write_fields(
    value: object, fields: Sequence[Field], absent: Mapping[str, object]
) -> dict[str, Plain]:
    """What is written for a mapping, in the order of its table.

    Args:
        value: Has the fields' keys as attributes.
        fields: The table.
        absent: Key → the value that need not be written.
    """
    written: dict[str, Plain] = {}
    for field in fields:
        inner = getattr(value, field.key)
        if field.required or field.always or inner != absent.get(field.key, ...):
            plain = field.form.write(inner)
            if plain or field.required:
                written[field.name] = plain
    return written


def defaults(model: type) -> dict[str, object]:
    """The default values of a dataclass."""
    return {
        f.name: f.default if f.default_factory is dataclasses.MISSING else f.default_factory()
        for f in dataclasses.fields(model)
        if f.default is not dataclasses.MISSING or f.default_factory is not dataclasses.MISSING
    }


def object_schema(fields: Sequence[Field]) -> dict[str, object]:
    """The JSON Schema of a mapping."""
    return {
        "type": "object",
        "properties": {
            f.name: {**f.form.schema, "description": f"{f.help.en} · {f.help.vi}"} for f in fields
        },
        "required": [f.name for f in fields if f.required],
        "additionalProperties": False,
    }


def is_empty(node: Node) -> bool:
    """Whether nothing was typed: `field:` and `field: ""` are the same as no field."""
    return isinstance(node, Text) and not node.value.strip()

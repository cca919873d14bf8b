"""Writing YAML that people like to edit and that every YAML reader reads alike.

Quotation marks only where some reader, of YAML 1.1 or 1.2, would take the text for something
else; never a folded line, a tag, or an escape where the character itself will do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import yaml

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain]"
"""What is written: texts in lists and mappings."""


class Bare(str):
    """A date or a number: written without quotation marks, whatever it looks like."""

    __slots__ = ()


class Row(tuple[Plain, ...]):
    """A list of short names: written on one line."""

    __slots__ = ()


# Words and numbers that YAML 1.1 (PyYAML), YAML 1.2 (js-yaml, ruamel) or both take for values.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"})
_NUMBER = re.compile(r"[-+]?(?:0o[0-7]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?)")
_RESOLVERS: Mapping[str, list[tuple[str, re.Pattern[str]]]] = (
    yaml.SafeDumper.yaml_implicit_resolvers
)
_SPECIAL_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~.\s]")
_SPECIAL = re.compile(r":(?:\s|$)|\s#|\s$")
_SPECIAL_IN_ROW = re.compile(r"[,\[\]{}:?#]")
# JSON leaves these as they are; in YAML they are line breaks or not allowed at all.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_UNSAFE = re.compile(f"[\x00-\x1f{_ESCAPED.pattern[1:]}")


def document(value: Mapping[str, Plain] | Sequence[Plain]) -> str:
    """Write a mapping or a list, a line feed after each line."""
    return "".join(f"{line}\n" for line in _block(value))


def scalar(text: str, *, in_row: bool = False) -> str:
    """Write one text, in quotation marks only where it needs them.

    Args:
        text: Any text.
        in_row: It stands in a list on one line, where commas and brackets mean something.
    """
    if isinstance(text, Bare) or _is_plain(text, in_row=in_row):
        return str(text)
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _is_plain(text: str, *, in_row: bool) -> bool:
    if not text or _SPECIAL_START.match(text) or _UNSAFE.search(text) or _SPECIAL.search(text):
        return False
    if in_row and _SPECIAL_IN_ROW.search(text):
        return False
    if text.lower() in _WORDS or _NUMBER.fullmatch(text):
        return False
    return not any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[0], ()))


def _block(value: Plain, indent: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _entry(f"{indent}{key}:", inner, indent)
        return
    for item in value:
        lines = _item(item, indent)
        yield f"{indent}- {next(lines)}"
        yield from lines


def _item(item: Plain, indent: str) -> Iterator[str]:
    if isinstance(item, str) or not item:
        yield from (line.removeprefix(" ") for line in _entry("", item, indent))
        return
    lines = _block(item, f"{indent}  ")
    yield next(lines).removeprefix(f"{indent}  ")
    yield from lines


def _entry(start: str, value: Plain, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{start} {scalar(value)}"
    elif not value:
        yield f"{start} {'{}' if isinstance(value, Mapping) else '[]'}"
    elif isinstance(value, Row):
        row = ", ".join(scalar(str(item), in_row=True) for item in value)
        yield f"{start} [{row}]"
    else:
        yield start
        yield from _block(value, f"{indent}  ")

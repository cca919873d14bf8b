"""YAML for people: everything is text, and everything knows its line.

In YAML 1.1 an unquoted `no` is false, `007` is 7, `12:30:45` is 45045 and a date is an object.
Nobody who writes a headline means that, so a scalar here is always the text that was typed.
What a person would not type and what could be used against us is refused: anchors, aliases,
tags, duplicate keys, more than one document, deep nesting, big texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from generator.model import Bilingual

MAX_SIZE = 1_000_000
"""Longest YAML that is read, in characters; a head with 500 picture captions has 0.3 million."""

MAX_DEPTH = 8
"""Deepest nesting that is read; `images: [{alt: {vi: …}}]` is 4 deep."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# What YAML's own messages mean to somebody who never heard of mappings and scalars.
_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "chữ có dấu `:` phải đặt trong ngoặc kép",
        "text with `:` in it needs quotation marks",
    ),
    (
        "could not find expected ':'",
        "thiếu dấu `:` sau tên trường",
        "`:` is missing after the field's name",
    ),
    ("a tab character", "dùng dấu cách, không dùng tab", "use spaces, not tabs"),
    ("found character '\\t'", "dùng dấu cách, không dùng tab", "use spaces, not tabs"),
    ("cannot start any token", "ký tự đầu cần ngoặc kép", "this first character needs quotes"),
    ("found unexpected end of stream", "ngoặc chưa đóng", "a quotation mark is not closed"),
    ("did not find expected key", "thụt dòng hoặc ngoặc sai", "indentation or quotes are wrong"),
    ("did not find expected", "thiếu ngoặc, dấu phẩy hoặc `-`", "a bracket, comma or `-` is off"),
    ("control characters", "có ký tự điều khiển", "it has control characters"),
    ("special characters", "có ký tự điều khiển", "it has control characters"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: what was typed, NFC.

    Attributes:
        value: The text; empty where nothing was typed.
        line: 1-based line in the file.
    """

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list.

    Attributes:
        items: Its items in order.
        line: 1-based line in the file.
    """

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping.

    Attributes:
        line: 1-based line of the key.
        node: Its value.
    """

    line: int
    node: Node


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping.

    Attributes:
        entries: Key → entry, in the order they were typed.
        line: 1-based line in the file.
    """

    entries: dict[str, Entry]
    line: int


Node: TypeAlias = Text | Items | Fields


class NodeError(Exception):
    """The text is not YAML that we read.

    Attributes:
        line: 1-based line in the file.
        reason: What is wrong, in plain words.
    """

    def __init__(self, line: int, vi: str, en: str) -> None:
        super().__init__(f"line {line}: {en}")
        self.line = line
        self.reason = Bilingual(vi=vi, en=en)


def parse(text: str, *, first_line: int = 1, max_size: int = MAX_SIZE) -> Node:
    """Read one YAML document.

    Args:
        text: The YAML, NFC, line ends LF.
        first_line: Line of the file in which `text` starts.
        max_size: Longest text that is read, in characters.

    Returns:
        Its root; an empty `Text` for an empty document.

    Raises:
        NodeError: It is not YAML, or not of the kind that we read.
    """
    if len(text) > max_size:
        raise NodeError(first_line, f"dài quá {max_size} ký tự", f"over {max_size} characters")
    try:
        # Events and not `compose`: a composed node no longer shows its anchor, and an alias
        # in it is already expanded, which is how ten lines become gigabytes.
        return _Reader(_Loader(text), first_line).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # What is not closed is missed at the end of the text, which is after its last line.
        line = min(mark.line if mark else 0, text.rstrip().count("\n"))
        raise NodeError(
            first_line + line, *_explain(error.problem or error.context or "")
        ) from None
    except yaml.reader.ReaderError as error:
        # The error's own position counts bytes or characters, as the parser pleases.
        bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = first_line + text.count("\n", 0, bad.start() if bad else 0)
        raise NodeError(line, *_explain(error.reason)) from None
    except yaml.YAMLError as error:
        raise NodeError(first_line, *_explain(str(error))) from None


def _explain(problem: str) -> tuple[str, str]:
    for start, vi, en in _PLAIN_WORDS:
        if start in problem:
            return vi, en
    short = re.sub(r"\s+", " ", problem)[:120]
    return f"YAML không đọc được ({short})", short


class _Reader:
    """Builds nodes from a parser's events.

    Args:
        loader: PyYAML's; it parses only as far as it is asked for events.
        first_line: Line of the file in which the document starts.
    """

    def __init__(self, loader: yaml.BaseLoader, first_line: int) -> None:
        self._next: Callable[[], yaml.Event] = loader.get_event
        self._first_line = first_line

    def document(self) -> Node:
        root: Node | None = None
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    raise self._error(event, "chỉ được có một phần YAML", "more than one document")
                root = self._node(event, 0)
        return Text("", self._first_line) if root is None else root

    def _node(self, event: Any, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self._error(event, "lồng quá sâu", "nested too deep")
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._error(
                event,
                "chữ bắt đầu bằng `&` hay `*` phải đặt trong ngoặc kép",
                "text that starts with `&` or `*` needs quotation marks",
            )
        # PyYAML reports the tag `!` for a quoted text in some releases: that is no tag.
        if event.tag and event.tag != "!":
            raise self._error(
                event,
                "chữ bắt đầu bằng `!` phải đặt trong ngoặc kép",
                "text that starts with `!` needs quotation marks",
            )
        line = self._first_line + event.start_mark.line
        if isinstance(event, yaml.ScalarEvent):
            return Text(unicodedata.normalize("NFC", event.value), line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(self._items(depth), line)
        return Fields(self._entries(depth), line)

    def _items(self, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return tuple(items)

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Text):
                raise self._error(event, "tên trường phải là chữ", "a field's name must be text")
            if key.value in entries:
                name = key.value[:60]
                raise self._error(event, f"`{name}` ghi hai lần", f"`{name}` is there twice")
            entries[key.value] = Entry(key.line, self._node(self._next(), depth + 1))
        return entries

    def _error(self, event: yaml.Event, vi: str, en: str) -> NodeError:
        return NodeError(
            self._first_line + (event.start_mark.line if event.start_mark else 0), vi, en
        )

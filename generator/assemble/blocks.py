"""Paragraphs of a Markdown body: where they are and which of them may carry links.

This is no renderer. It finds, in one pass over the lines, the parts of a body that every
Markdown engine prints as running text. Where engines differ it errs towards "not text": a link
that is not set harms nobody, one in the wrong place breaks a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Quotation marks and list markers before the text of a line, nested in any way.
_PREFIX = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*")
_MARKER = re.compile(r"[-*+]|\d[.)]")
_FENCE = re.compile(r"(`{3,})[^`\n]*$|(~{3,})")
_HEADING = re.compile(r"#{1,6}")
_UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+)[ \t]*\n?")
_UNDERLINES = frozenset(" \t>=-")
_DEFINITION = re.compile(r"\[[^\]\n]*\]:")
_RULE = re.compile(r"[-=*_ \t]+\n?")
_DEFINITION_GOES_ON = re.compile(r"[ \t]*(?:[\"'(]|https?://)")
# `<https://…>` and `<name@host>` are links in running text; these open HTML.
_BLANK = re.compile(r"\n[ \t>]*\n")
_HTML = re.compile(r"<(?:[A-Za-z][\w-]*(?=[\s/>]|$)|/[A-Za-z]|[!?])")

CODE_INDENT = 4
"""Columns of white space that make code after a blank line; twice that within a list."""


class Paragraph(NamedTuple):
    """A stretch of running text.

    Attributes:
        start: Position in the body of its first character.
        end: Position after its last one.
        linkable: Whether a link may stand in it; not in headings.
    """

    start: int
    end: int
    linkable: bool


def paragraphs(body: str) -> Iterator[Paragraph]:
    """Find the running text of a body, in order; code, HTML and link definitions are passed."""
    return _Scanner(body).scan()


class _Scanner:
    """Reads a body line by line; `_open` is the start of the paragraph it is in, or -1."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._open = -1
        self._blank = True
        self._in_list = False
        self._quoted = 0
        self._unclosed: dict[str, int] = {}

    def scan(self) -> Iterator[Paragraph]:
        position, size = 0, len(self._body)
        while position < size:
            end = self._line_end(position)
            start = self._text_start(position)
            if not self._body[start:end].strip() or _RULE.fullmatch(self._body, start, end):
                yield from self._close(position)
                self._blank = True
                position = end
                continue
            skipped = self._skip(position, start, end)
            if skipped:
                yield from self._close(position)
                position = skipped
                self._blank = True
                continue
            self._blank = self._is_heading(start, end)
            if self._blank:
                yield from self._close(position)
                yield Paragraph(start, end, linkable=False)
            elif self._begins(position, start):
                if self._open >= 0:
                    yield from self._close(position)
                self._open = start
            position = end
        yield from self._close(size)

    def _begins(self, position: int, start: int) -> bool:
        """Whether a line starts a paragraph, a list item, or a quotation within the text."""
        before, self._quoted = self._quoted, self._body.count(">", position, start)
        marked = _MARKER.search(self._body, position, start)
        return self._open < 0 or self._quoted > before or bool(marked)

    def _close(self, end: int) -> Iterator[Paragraph]:
        if self._open >= 0:
            yield Paragraph(self._open, end, linkable=True)
        self._open = -1

    def _line_end(self, start: int) -> int:
        return self._body.find("\n", start) + 1 or len(self._body)

    def _text_start(self, start: int) -> int:
        match = _PREFIX.match(self._body, start)
        return match.end() if match else start

    def _skip(self, position: int, start: int, end: int) -> int:
        """The end of the code, HTML or definition that starts here; 0 for running text."""
        text = self._body
        if position == start and text[start].isalpha():
            # So do most lines begin, and none that is skipped.
            self._in_list = self._in_list and not self._blank
            return 0
        marked = bool(_MARKER.search(text, position, start))
        indent = _indent(text[position:start])
        quoted = ">" in text[position:start] and not marked
        if self._blank or quoted:
            self._in_list = self._in_list and (marked or indent > 1)
            allowed = 2 * CODE_INDENT if self._in_list else CODE_INDENT
            if indent >= allowed and not (marked and self._in_list):
                return self._after_code(end)
            self._in_list = self._in_list or marked
        if fence := _FENCE.match(text, start, end):
            return self._after_fence(fence[1] or fence[2], end)
        if _HTML.match(text, start, end):
            return self._after_html(start)
        if _DEFINITION.match(text, start, end) and not text.startswith("[^", start):
            following = self._line_end(end)
            empty = text[start:end].rstrip().endswith("]:")
            goes_on = empty or _DEFINITION_GOES_ON.match(text, end, following)
            return following if goes_on else end
        return 0

    def _after_code(self, end: int) -> int:
        """Code goes on until a line that is neither blank nor indented."""
        while end < len(self._body):
            following = self._line_end(end)
            line = self._body[end:following]
            if line.strip() and not line.startswith((" " * CODE_INDENT, "\t")):
                break
            end = following
        return end

    def _after_fence(self, fence: str, end: int) -> int:
        """The end of a fenced block; what nothing closes may be code up to a blank line."""
        if len(fence) < self._unclosed.get(fence[0], len(fence) + 1):
            close = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*$\n?", re.MULTILINE)
            if match := close.search(self._body, end):
                return match.end()
            self._unclosed[fence[0]] = len(fence)
        return self._before_blank(end - 1)

    def _after_html(self, start: int) -> int:
        """HTML ends at the next blank line, a comment where it is closed."""
        comment = self._body.startswith("<!--", start)
        if comment and not self._unclosed.get("<!--"):
            closed = self._body.find("-->", start)
            if closed >= 0:
                return self._line_end(closed)
            self._unclosed["<!--"] = 1
        return self._before_blank(start)

    def _before_blank(self, start: int) -> int:
        blank = _BLANK.search(self._body, start)
        return blank.start() + 1 if blank else len(self._body)

    def _is_heading(self, start: int, end: int) -> bool:
        if _HEADING.match(self._body, start, end):
            return True
        if self._body[end : end + 1] not in _UNDERLINES:
            return False
        return bool(_UNDERLINE.fullmatch(self._body, end, self._line_end(end)))


def _indent(prefix: str) -> int:
    """Columns of white space before a line's first mark, or behind its marks of quotation."""
    columns = prefix.expandtabs(CODE_INDENT)
    first = len(columns) - len(columns.lstrip())
    quoted = columns.rpartition(">")[2] if ">" in columns else ""
    return max(first, len(quoted) - 1 if quoted.isspace() else 0)

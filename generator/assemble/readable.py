"""What a reader reads of a Markdown text, with the way back to where it stands in the source.

Names are looked for in `plain`, where escapes, entities and line breaks are what they look like
on the page; links are set in the source. The two have different lengths, so each piece of
`plain` remembers the piece of the source that it came from.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from generator.assemble.blocks import Paragraph, paragraphs
from generator.assemble.inline import NO_LINK, SKIP, TEXT, mark

# An escaped sign, an entity, or white space that is not one plain space; white space at the
# start of a line takes the marks of a quotation with it.
_NOT_LITERAL = re.compile(
    r"\\([!-/:-@\[-`{-~])"
    r"|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?:[^\S ]| (?=\s))[\s>]*+"
)
_SAME_MARKS = re.compile(rb"\x00+|\x01+|\x02+")
_BLANK = re.compile(r"\n[ \t>]*\n")
BARRIER = "\n"
"""Stands in `plain` where running text ends; no name contains it."""


class Piece(NamedTuple):
    """A piece of `plain` and where it came from; a tuple, since there are many.

    Attributes:
        start: Its first position in the source.
        end: The position after its last, in the source.
        literal: Whether it stands in the source character for character.
        linkable: Whether a link may stand there.
    """

    start: int
    end: int
    literal: bool
    linkable: bool


@dataclass(frozen=True, slots=True)
class Readable:
    """A text as read.

    Attributes:
        plain: The words, with `BARRIER` between what does not belong together.
        starts: Where in `plain` each piece starts, rising.
        pieces: One for each of `starts`.
    """

    plain: str
    starts: list[int]
    pieces: list[Piece]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where in the source a stretch of `plain` stands."""
        number = bisect_right(self.starts, start) - 1
        first, piece = self.starts[number], self.pieces[number]
        begins = piece.start + (start - first if piece.literal else 0)
        if number + 1 < len(self.starts) and self.starts[number + 1] < end:
            number = bisect_right(self.starts, end - 1) - 1
            first, piece = self.starts[number], self.pieces[number]
        return begins, piece.start + end - first if piece.literal else piece.end

    def linkable(self, start: int, end: int) -> bool:
        """Whether all of a stretch of `plain` may be made a link."""
        number = bisect_right(self.starts, start) - 1
        if number + 1 == len(self.starts) or self.starts[number + 1] >= end:
            return self.pieces[number].linkable
        last = bisect_right(self.starts, end - 1)
        return all(piece.linkable for piece in self.pieces[number:last])


def read(body: str) -> Readable:
    """Read a Markdown body."""
    writer = _Writer(body)
    for paragraph in paragraphs(body):
        writer.paragraph(paragraph)
    return Readable("".join(writer.parts), writer.starts, writer.pieces)


def read_line(text: str) -> str:
    """Read a plain text such as a title: single spaces, nothing else changes."""
    return " ".join(text.split())


class _Writer:
    """Builds `plain` piece by piece."""

    def __init__(self, body: str) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.pieces: list[Piece] = []
        self._body = body
        self._size = 0
        self._unclosed = -1

    def paragraph(self, paragraph: Paragraph) -> None:
        start, end = paragraph.start, paragraph.end
        linkable = paragraph.linkable and self._is_clear(start, end)
        marks = mark(self._body[start:end])
        if marks is None:
            self._text(start, end, linkable=linkable)
        else:
            for run in _SAME_MARKS.finditer(marks):
                kind = run[0][0]
                if kind == SKIP:
                    self._put(BARRIER, start + run.start(), start + run.end())
                elif kind in {TEXT, NO_LINK}:
                    free = linkable and kind == TEXT
                    self._text(start + run.start(), start + run.end(), linkable=free)
            if marks[-1] == NO_LINK:
                self._unclosed = end
        self._put(BARRIER, end, end)

    def _is_clear(self, start: int, end: int) -> bool:
        """Whether no code that is left open can reach here: a blank line ends it."""
        if self._unclosed >= 0:
            gap = self._body[max(self._unclosed - 1, 0) : start]
            self._unclosed = -1 if _BLANK.search(gap) else end
        return self._unclosed < 0

    def _text(self, start: int, end: int, *, linkable: bool) -> None:
        position = start
        last = end - self._body.endswith("\n", start, end)
        if _is_literal(self._body[start:last]):
            # So are most paragraphs, and the pattern looks at every character.
            if start < last:
                text = self._body[start:last]
                self._put(text, start, last, literal=True, linkable=linkable)
            if last < end:
                self._put(" ", last, end, linkable=linkable)
            return
        for match in _NOT_LITERAL.finditer(self._body, start, end):
            if position < match.start():
                text = self._body[position : match.start()]
                self._put(text, position, match.start(), literal=True, linkable=linkable)
            shown = _shown(match)
            same = shown == match[0]
            self._put(shown, match.start(), match.end(), literal=same, linkable=linkable)
            position = match.end()
        if position < end:
            text = self._body[position:end]
            self._put(text, position, end, literal=True, linkable=linkable)

    def _put(
        self, text: str, start: int, end: int, *, literal: bool = False, linkable: bool = False
    ) -> None:
        self.parts.append(text)
        self.starts.append(self._size)
        self.pieces.append(Piece(start, end, literal, linkable))
        self._size += len(text)


def _is_literal(text: str) -> bool:
    """Whether `_NOT_LITERAL` finds nothing: white space other than a space is not printable."""
    return (
        text.isprintable()
        and "  " not in text
        and "\\" not in text
        and "&" not in text
        and not text.endswith(" ")
    )


def _shown(match: re.Match[str]) -> str:
    """What a reader sees of an escape, an entity or white space."""
    token = match[0]
    if token[0] == "\\":
        return match[1]
    if token[0] == "&":
        text = html.unescape(token)
        return " " if text.isspace() else text
    # Two spaces before the end of a line are a break, over which no name goes.
    return BARRIER if re.match(r"  +\n", token) else " "

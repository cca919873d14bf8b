"""Tables: told apart into those that hold data and those that only place things on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from lxml import etree

from generator.extract.blocks_run import Marks, Run
from generator.model import Inline

MAX_COLUMNS = 50
"""Columns up to which cells that span several are padded; wider tables are taken as they are."""

_LONGEST_CELL = 800
"""Longest text of a cell in a table of data, in characters; longer cells are columns of a page."""

_SPAN = re.compile(r"[1-9][0-9]{0,3}")
_MOST_SPANNED = 1_000  # as browsers hold it
_MOST_ROWS = 4  # of a picture with its caption and credit

# What no cell of data holds. Source: after Firefox's and WebKit's rules for screen readers, which
# hide a table that has one row or one column, or another table in it.
_PLACED_TAGS = (
    "table h1 h2 h3 h4 h5 h6 ul ol dl figure blockquote pre iframe video form article section"
)
_PLACED = frozenset(_PLACED_TAGS.split())
_UNMARKED = Marks()
_ROLES = frozenset({"presentation", "none"})


Row = tuple[tuple[str, tuple[Inline, ...]], ...]
"""Cells of a row: each its text, and the runs of it if it has marks."""

_EMPTY: tuple[str, tuple[Inline, ...]] = ("", ())


class Form(Enum):
    """What a table is for."""

    DATA = "data"
    PICTURE = "picture"
    LAYOUT = "layout"


def form(table: etree._Element) -> Form:
    """Say what a table is for.

    `DATA` has at least two rows of two cells with short text; `PICTURE` is one column of a picture
    and its caption, as editors set them before `figure`; all else is `LAYOUT`. The cost is that
    of the table's own cells: the search ends at a table within.
    """
    if (table.get("role") or "").lower() in _ROLES:
        return Form.LAYOUT
    heads = images = rows = cells = length = total = 0
    wide = data = False
    for element in table.iterdescendants():
        if element.tag in _PLACED:
            return Form.LAYOUT
        heads += element.tag == "th"
        images += element.tag in ("img", "amp-img")
        if element.tag == "tr":
            rows, cells, length = rows + 1, 0, 0
        elif element.tag in ("td", "th"):
            cells, length = cells + 1, 0
            wide = wide or cells > 1
            data = data or (cells > 1 and rows > 1)
        more = len((element.text or "").strip()) + len((element.tail or "").strip())
        length, total = length + more, total + more
        if length > _LONGEST_CELL:
            return Form.LAYOUT
    if data and (heads or not images):
        return Form.DATA
    pictured = images and not wide and rows <= _MOST_ROWS and total <= _LONGEST_CELL
    return Form.PICTURE if pictured else Form.LAYOUT


@dataclass(slots=True)
class Table:
    """A table of data, read cell by cell.

    Attributes:
        element: Its element, by which its end is known.
        rows: Cells that are done, row by row; a cell that others span into is empty.
        run: Text of the cell being read.
        spans: Column → number of further rows that a cell above reaches down into.
    """

    element: etree._Element
    rows: list[list[tuple[str, tuple[Inline, ...]]]] = field(default_factory=list)
    run: Run = field(default_factory=Run)
    spans: dict[int, int] = field(default_factory=dict)
    _open: tuple[int, int] | None = None

    def row(self) -> None:
        """Begin a row."""
        self._close()
        self.rows.append([])

    def cell(self, element: etree._Element) -> None:
        """Begin a cell."""
        self._close()
        if not self.rows:
            self.rows.append([])
        self._open = (_span(element.get("colspan")), _span(element.get("rowspan")))

    def add(self, text: str, marks: Marks = _UNMARKED) -> None:
        """Take in text of the cell that is open, or of a new one if none is."""
        if self.run.add(text, marks) and self._open is None:
            self._open = (1, 1)
            if not self.rows:
                self.rows.append([])

    def break_line(self) -> None:
        """Begin a new line in the cell that is open."""
        self.run.break_line()

    def finish(self) -> tuple[Row, ...]:
        """The rows that show anything."""
        self._close()
        return tuple(tuple(row) for row in self.rows if any(text for text, _ in row))

    def _close(self) -> None:
        """End the cell that is open, and pad for what it and those above it span."""
        if self._open is None:
            return
        row = self.rows[-1]
        while len(row) < MAX_COLUMNS and self.spans.get(len(row), 0):
            self.spans[len(row)] -= 1
            row.append(_EMPTY)
        text, inlines, _ = self.run.finish()
        across, down = self._open
        for offset in range(min(across, max(1, MAX_COLUMNS - len(row)))):
            if len(row) < MAX_COLUMNS:
                self.spans[len(row)] = down - 1
            row.append(_EMPTY if offset else (text, inlines))
        self._open = None


def _span(value: str | None) -> int:
    """A `colspan` or `rowspan`: 1-1,000; nonsense is 1."""
    match = _SPAN.fullmatch(value or "")
    return min(int(match[0]), _MOST_SPANNED) if match else 1

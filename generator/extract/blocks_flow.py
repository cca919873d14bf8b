"""What a page says on its way into blocks: running text, pictures that stand in it, cells."""

from __future__ import annotations

from lxml import etree

from generator.extract import blocks_table
from generator.extract.blocks_frame import Frame, Frames
from generator.extract.blocks_made import Made
from generator.extract.blocks_run import Run
from generator.model import BlockKind, ImageHint

MAX_PATH = 64
"""Elements of a block's path that are kept, the outermost."""


class Flow:
    """Takes in text and pictures in reading order; who walks the page says what is open.

    Args:
        base: Absolute address that links are read against; empty if not known.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._factory = Frames(base)
        self._made = Made(self._factory)
        self._frame = Frame()
        self._path: list[str] = []
        self._run = Run()
        self._run_path: tuple[str, ...] = ()
        self._shallowest = 0
        self._waiting: list[tuple[ImageHint, tuple[str, ...], int]] = []
        self._table: blocks_table.Table | None = None

    def _boundary(self, element: etree._Element | None) -> None:
        if self._table is None or self._run.shown:
            self._flush()
        elif element is not None and element.tag == "tr":
            self._table.row()
        elif element is not None and element.tag in ("td", "th"):
            self._table.cell(element)
        else:
            self._table.add(" ")

    def _here(self) -> tuple[str, ...]:
        """The open elements from `body` down; the first of all is `html`.

        A page without the tags of `head` and `body` may have all of it in `head`.
        """
        return tuple(self._path[1 : MAX_PATH + 1])

    def _text(self, text: str) -> None:
        frame = self._frame
        if self._table is not None or not frame.plain:
            self._unusual(text, frame)
        elif not text.isspace():
            self._piece(text, frame)
        elif self._run.pieces:  # spaces in front of a text show nothing
            self._run.pieces.append((text, frame.marks))

    def _unusual(self, text: str, frame: Frame) -> None:
        """Text of a table's cell, of decoration, of lines that are kept, above the line."""
        if frame.raised:
            text = (self._table.run if self._table else self._run).raised(text)
        if frame.mute and not any(map(str.isalnum, text)):
            return
        if self._table is not None and frame.kind is not BlockKind.CAPTION:
            self._table.add(text, frame.marks)
        elif frame.pre:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._run.break_line()
                self._piece(line, frame)
        else:
            self._piece(text, frame)

    def _piece(self, text: str, frame: Frame) -> None:
        run = self._run
        begun = run.shown
        if not run.add(text, frame.marks):
            return
        # A block's path ends at the innermost element that holds all of its text.
        if not begun:
            self._run_path = self._here()
        elif self._shallowest <= len(self._run_path):
            self._run_path = self._run_path[: self._shallowest - 1]
        self._shallowest = len(self._path)

    def _flush(self) -> None:
        """End the run of text: make it a block, and then the pictures that stood in it."""
        if not self._run.shown and not self._waiting:
            self._run.pieces.clear()
            return
        text, inlines, density = self._run.finish()
        if text:
            self._made.add_text(self._frame, text, self._run_path, inlines, density)
        if self._table is not None:
            return
        waiting, self._waiting = self._waiting, []
        for hint, path, group in waiting:
            self._made.add_image(hint, path, group)

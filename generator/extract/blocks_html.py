"""Blocks of an HTML page: its body walked once, in reading order.

What is taken as seen by a reader, and what is not:

- `script style noscript template svg select datalist textarea` and the like hold no story and are
  left out; so is what is hidden by `hidden`, by `display:none` or `visibility:hidden` in its own
  style, or as a closed `dialog`. `main`, `article` and `body` are never held to be hidden: pages
  hide them until a script has run. What is `aria-hidden` stays if it has a letter or a digit:
  sighted readers see it.
- Text straight in a `div` or a cell is cut at each `br`; in a paragraph, heading or list item a
  `br` is a line break, and two are a new paragraph.
- A table that holds no data (`blocks_table.holds_data`) is taken apart into what it places.
- The first text of a list item is a `LIST_ITEM`; further ones are `PARAGRAPH`s of the same group.
- Each paragraph of a `blockquote` is a `QUOTE`; those of one blockquote share a group.
- An `img` is an `IMAGE` of its own, before or after the paragraph that it stands in; its text is
  its alternative text, else its file name.
- `figcaption`, a table's `caption`, and elements whose class says caption are `CAPTION`s, in one
  group with the picture before them.
- `iframe embed object video audio` become a `PARAGRAPH` that is one link; its path ends with the
  element, by which rules know it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.extract import blocks_head, blocks_links, blocks_table
from generator.extract.blocks_frame import BLOCKS, Frame, Frames
from generator.extract.blocks_made import Made
from generator.extract.blocks_page import parse, walk
from generator.extract.blocks_run import Run
from generator.model import Block, BlockKind, Capture, ImageHint, Inline

MAX_PATH = 64
"""Elements of a block's path that are kept, the outermost."""

_EMBEDS = frozenset({"iframe", "embed", "object", "video", "audio"})
_EMOJI_CLASS = re.compile(r"emoji|smil", re.IGNORECASE)
_LONGEST_EMOJI = 8
_LONGEST_NAME = 200  # characters of a class or id attribute that are kept in a path


def read(capture: Capture) -> tuple[Block, ...]:
    """Make the blocks of a page.

    Args:
        capture: Of format `html`.

    Returns:
        The blocks, numbered from 1 in reading order.
    """
    root = parse(capture.text)
    if root is None:
        return ()
    base = blocks_head.base(root) or blocks_head.saved_from(capture.text)
    return tuple(_Reader(base).read(root))


class _Reader:
    """Walks a page once; what is open is on a stack of our own, so depth costs no recursion."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._factory = Frames(base)
        self._made = Made(self._factory)
        self._frames = [Frame()]
        self._path: list[str] = []
        self._run = Run()
        self._run_path: tuple[str, ...] = ()
        self._shallowest = 0
        self._waiting: list[tuple[ImageHint, tuple[str, ...], int]] = []
        self._table: blocks_table.Table | None = None

    def read(self, root: etree._Element) -> Iterator[Block]:
        for event, element in walk(root):
            if event == "start":
                self._start(element)
            elif event == "end":
                self._end(element)
            else:
                self._text(element.tail)
        self._flush()
        return iter(self._made.blocks)

    # --- elements ---------------------------------------------------------------------

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self._boundary(element)
        self._path.append(_name(element))
        self._frames.append(self._factory.within(element, self._frames[-1]))
        if tag == "br":
            self._break()
        elif tag in ("img", "amp-img"):
            self._image(element)
        elif tag in _EMBEDS:
            self._embed(element)
        elif tag == "table" and self._table is None:
            self._begin_table(element)
        if tag not in _EMBEDS:  # what is in one is for browsers that cannot show it
            self._text(element.text)

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if self._table is not None and self._table.element is element:
            self._finish_table(self._table)
        elif tag in BLOCKS:
            self._boundary(None)
        self._path.pop()
        self._frames.pop()
        self._shallowest = min(self._shallowest, len(self._path))
        self._text(element.tail)

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
        """The open elements from `body` down; the first of all is `html`."""
        return tuple(self._path[1 : MAX_PATH + 1])

    # --- text -------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        frame = self._frames[-1]
        if frame.mute and not any(map(str.isalnum, text)):
            return
        if self._table is not None and frame.kind is not BlockKind.CAPTION:
            self._table.add(text)
        elif frame.pre and "\n" in text:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._run.break_line()
                self._piece(line, frame)
        else:
            self._piece(text, frame)

    def _piece(self, text: str, frame: Frame) -> None:
        begun = self._run.shown
        if not self._run.add(text, frame.marks):
            return
        # A block's path ends at the innermost element that holds all of its text.
        if not begun:
            self._run_path = self._here()
        else:
            self._run_path = self._run_path[: self._shallowest - 1]
        self._shallowest = len(self._path)

    def _break(self) -> None:
        if self._table is not None:
            self._table.add(" ")
        elif self._run.shown and (self._run.breaks() or not self._frames[-1].lines):
            self._flush()
        else:
            self._run.break_line()

    def _flush(self) -> None:
        """End the run of text: make it a block, and then the pictures that stood in it."""
        if not self._run.shown and not self._waiting:
            self._run.pieces.clear()
            return
        frame = self._frames[-1]
        text, inlines, density = self._run.finish()
        if text:
            self._made.add_text(
                frame, text, path=self._run_path, inlines=inlines, link_density=density
            )
        if self._table is not None:
            return
        waiting, self._waiting = self._waiting, []
        for hint, path, group in waiting:
            self._made.add_image(hint, path, group)

    # --- pictures, embedded things, tables --------------------------------------------

    def _image(self, element: etree._Element) -> None:
        alt = element.get("alt") or ""
        if _EMOJI_CLASS.search(element.get("class") or "") and len(alt) <= _LONGEST_EMOJI:
            self._text(alt)
            return
        hint = blocks_links.image(element, self._base)
        if hint is None:
            return
        frame = self._frames[-1]
        self._waiting.append((hint, self._here(), frame.group if frame.figure else 0))
        if self._table is None and not self._run.shown:
            self._flush()

    def _embed(self, element: etree._Element) -> None:
        self._flush()
        label, url = blocks_links.embedded(element, self._base)
        if label:
            self._made.append(
                text=label,
                path=(*self._path[1:-1][: MAX_PATH - 1], self._path[-1]),
                link_density=1.0,
                inlines=(Inline(text=label, href=url),),
            )

    def _begin_table(self, element: etree._Element) -> None:
        frame = self._frames[-1]
        form = blocks_table.form(element)
        if form is blocks_table.Form.DATA:
            self._table = blocks_table.Table(element)
            self._frames[-1] = frame._replace(figure=True, group=self._factory.group())
        elif form is blocks_table.Form.PICTURE and not frame.figure:
            self._frames[-1] = frame._replace(
                figure=True, group=self._factory.group(), kind=BlockKind.CAPTION, lines=True
            )

    def _finish_table(self, table: blocks_table.Table) -> None:
        rows = table.finish()
        self._table = None
        if rows:
            self._made.add_table(rows, self._here(), self._frames[-1].group)
        self._flush()


def _name(element: etree._Element) -> str:
    """An element as it stands in a path: `tag.class#id`."""
    classes = (element.get("class") or "")[:_LONGEST_NAME].split()
    identity = (element.get("id") or "")[:_LONGEST_NAME].strip()
    return ".".join([str(element.tag), *classes]) + (f"#{identity}" if identity else "")

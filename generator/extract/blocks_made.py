"""The blocks of a page as they are made: text, pictures, tables, in groups that belong together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.extract import blocks_links, blocks_table
from generator.extract.blocks_frame import Frame, Frames
from generator.extract.blocks_text import unmarked, visible
from generator.model import Block, BlockKind, ImageHint, Inline

_LONGEST_CAPTION = 600
"""Longest text that a class may make a caption, in characters."""

_PROSE = 80
"""Shortest paragraph behind which hidden text may be its story's, in characters."""


class Made:
    """Takes in what a reader finds, in reading order.

    Attributes:
        blocks: Those made so far, numbered from 1.
        article: Number of the outermost `article` that is open; 0 for none.
    """

    def __init__(self, factory: Frames) -> None:
        self.blocks: list[Block] = []
        self.article = 0
        self._articles = 0
        self._factory = factory
        self._begun: set[int] = set()

    def append(self, **attributes: Any) -> None:  # those of Block, which checks them
        """Make a block."""
        self.blocks.append(Block(n=len(self.blocks) + 1, article=self.article, **attributes))

    def begin_article(self) -> None:
        """Number an `article` that is in no other."""
        self._articles += 1
        self.article = self._articles

    def ends_in_prose(self, path: tuple[str, ...]) -> bool:
        """Whether the last block is a paragraph that stands in the element of that path."""
        last = self.blocks[-1] if self.blocks else None
        return last is not None and len(last.text) >= _PROSE and path in (last.path, last.path[:-1])

    def add_text(
        self,
        frame: Frame,
        text: str,
        path: tuple[str, ...],
        inlines: tuple[Inline, ...],
        link_density: float,
    ) -> None:
        """Make a block of a text by what it stands in; a list item begins once."""
        kind, level, group, number = frame.kind, frame.level, frame.group, 0
        if kind is BlockKind.LIST_ITEM and frame.item in self._begun:
            kind = BlockKind.PARAGRAPH
        elif kind is BlockKind.LIST_ITEM:
            self._begun.add(frame.item)
            number = frame.number
        elif kind is BlockKind.CAPTION:
            level = 0
            if not frame.figure and len(text) > _LONGEST_CAPTION:
                kind = BlockKind.PARAGRAPH
            elif not frame.figure:
                group = self._group_with_image()
        self.blocks.append(
            Block(
                n=len(self.blocks) + 1,
                text=text,
                kind=kind,
                level=level,
                ordered=frame.ordered and frame.depth > 0,
                number=number,
                path=path,
                link_density=link_density,
                inlines=inlines,
                group=group,
                article=self.article,
            )
        )

    def add_image(self, hint: ImageHint, path: tuple[str, ...], group: int) -> None:
        """Make a block of a picture: its alternative text, else its file name."""
        text = hint.alt or hint.name or blocks_links.file_name(hint.url)
        self.append(text=text, kind=BlockKind.IMAGE, path=path, image=hint, group=group)

    def add_table(
        self, table: tuple[blocks_table.Row, ...], path: tuple[str, ...], group: int
    ) -> None:
        """Make a block of a table of data."""
        rows = tuple(tuple(text for text, _ in row) for row in table)
        cells = tuple(tuple(inlines for _, inlines in row) for row in table)
        if not any(any(row) for row in cells):
            cells = ()
        text = " ".join(cell for row in rows for cell in row if cell)
        self.append(text=text, kind=BlockKind.TABLE, path=path, group=group, rows=rows, cells=cells)

    def add_code(self, text: str, path: tuple[str, ...]) -> None:
        """Make a block of lines of code, their spaces as they stand."""
        lines = [unmarked(line.expandtabs(4)).rstrip() for line in text.strip("\n").split("\n")]
        if shown := visible(text):
            inlines = tuple(Inline(text=line, br=True, code=True) for line in lines)
            self.append(text=shown, path=path, inlines=inlines)

    def _group_with_image(self) -> int:
        """The group of the picture that the last block is, or belongs to; else 0."""
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.kind not in (BlockKind.IMAGE, BlockKind.CAPTION):
            return 0
        if last.kind is BlockKind.IMAGE and not last.group:
            self.blocks[-1] = replace(last, group=self._factory.group())
        return self.blocks[-1].group

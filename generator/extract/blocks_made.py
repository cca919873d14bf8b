"""The blocks of a page as they are made: text, pictures, tables, in groups that belong together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.extract import blocks_links
from generator.extract.blocks_frame import Frame, Frames
from generator.model import Block, BlockKind, ImageHint, Inline

_LONGEST_CAPTION = 600
"""Longest text that a class may make a caption, in characters."""


class Made:
    """Takes in what a reader finds, in reading order.

    Attributes:
        blocks: Those made so far, numbered from 1.
    """

    def __init__(self, factory: Frames) -> None:
        self.blocks: list[Block] = []
        self._factory = factory
        self._begun: set[int] = set()

    def append(self, **attributes: Any) -> None:  # those of Block, which checks them
        """Make a block."""
        self.blocks.append(Block(n=len(self.blocks) + 1, **attributes))

    def add_text(self, frame: Frame, text: str, **attributes: Any) -> None:  # as above
        """Make a block of a text by what it stands in; a list item begins once."""
        kind, level, group = frame.kind, frame.level, frame.group
        if kind is BlockKind.LIST_ITEM and frame.item in self._begun:
            kind = BlockKind.PARAGRAPH
        elif kind is BlockKind.LIST_ITEM:
            self._begun.add(frame.item)
        elif kind is BlockKind.CAPTION:
            level = 0
            if not frame.figure and len(text) > _LONGEST_CAPTION:
                kind = BlockKind.PARAGRAPH
            elif not frame.figure:
                group = self._group_with_image()
        ordered = frame.ordered and frame.depth > 0
        self.append(text=text, kind=kind, level=level, ordered=ordered, group=group, **attributes)

    def add_image(self, hint: ImageHint, path: tuple[str, ...], group: int) -> None:
        """Make a block of a picture: its alternative text, else its file name."""
        text = hint.alt or hint.name or blocks_links.file_name(hint.url)
        self.append(text=text, kind=BlockKind.IMAGE, path=path, image=hint, group=group)

    def add_table(
        self, rows: tuple[tuple[str, ...], ...], path: tuple[str, ...], group: int
    ) -> None:
        """Make a block of a table of data."""
        text = " ".join(cell for row in rows for cell in row if cell)
        inlines = (Inline(text=text),)
        self.append(
            text=text, kind=BlockKind.TABLE, path=path, inlines=inlines, group=group, rows=rows
        )

    def _group_with_image(self) -> int:
        """The group of the picture that the last block is, or belongs to; else 0."""
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.kind not in (BlockKind.IMAGE, BlockKind.CAPTION):
            return 0
        if last.kind is BlockKind.IMAGE and not last.group:
            self.blocks[-1] = replace(last, group=self._factory.group())
        return self.blocks[-1].group

"""What an open element hands down to what is in it: list, quotation, link, bold type ...."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from lxml import etree

from generator.extract import blocks_links
from generator.extract.blocks_run import Marks
from generator.model import BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRONG = frozenset({"b", "strong"})
_CAPTIONS = frozenset({"figcaption", "caption"})
_EM = frozenset({"i", "em"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
# Elements that browsers set on lines of their own; all others run on.
# Source: WHATWG HTML, "Rendering", 15.3.
_BLOCK_TAGS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
    "menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul "
    "amp-img"
)
BLOCKS = frozenset(_BLOCK_TAGS.split())
# Where a `br` is a line break within one thought; elsewhere people part paragraphs with it.
_LINE_TAGS = "p h1 h2 h3 h4 h5 h6 li dd dt blockquote figcaption caption pre address"
_LINES = frozenset(_LINE_TAGS.split())
_LONGEST_CLASS = 1_000  # characters of a class attribute that are looked at

_UNMARKED = Marks()


class Frame(NamedTuple):
    """What an open element hands down to what is in it.

    Attributes:
        kind: What text in it becomes.
        level: As in `Block`.
        ordered: The innermost list is numbered.
        group: Of the innermost figure, list, quotation or table of data; 0 for none.
        depth: How many lists it is in.
        item: Number of the innermost list item; 0 for none.
        lines: A `br` in it is a line break, not a new paragraph.
        figure: It is in a figure, whose group its pictures and captions share.
        pre: Its line breaks are line breaks.
        mute: Signs without a letter or digit are decoration.
        marks: Of the text in it.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    group: int = 0
    depth: int = 0
    item: int = 0
    lines: bool = False
    figure: bool = False
    pre: bool = False
    mute: bool = False
    marks: Marks = _UNMARKED


class Frames:
    """Makes the frames of one page, and numbers what needs a number in it.

    Args:
        base: Absolute address that links are read against; empty if not known.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._groups = count(1)
        self._items = count(1)

    def group(self) -> int:
        """A number for a figure, list, quotation or table."""
        return next(self._groups)

    def within(self, element: etree._Element, frame: Frame) -> Frame:
        """What `element` hands down: what it was handed, and what it is itself."""
        tag = str(element.tag)
        if tag in BLOCKS:
            frame = self._block(element, tag, frame)
        marks = frame.marks
        if tag == "a" and element.get("href") is not None:
            href = blocks_links.absolute(element.get("href"), self._base)
            frame = frame._replace(marks=marks._replace(href=href, linked=True))
        elif tag in _STRONG:
            frame = frame._replace(marks=marks._replace(strong=True))
        elif tag in _EM:
            frame = frame._replace(marks=marks._replace(em=True))
        if element.get("aria-hidden") == "true":
            frame = frame._replace(mute=True)
        return frame

    def _block(self, element: etree._Element, tag: str, frame: Frame) -> Frame:
        if tag in _LINES and not frame.lines:
            frame = frame._replace(lines=True)
        if tag == "pre":
            frame = frame._replace(pre=True)
        if tag in _HEADINGS:
            frame = frame._replace(kind=BlockKind.HEADING, level=_HEADINGS[tag])
        elif tag in _LISTS:
            frame = self._list(tag, frame)
        elif tag == "li":
            frame = self._item(frame)
        elif tag == "blockquote" and frame.kind is not BlockKind.QUOTE:
            frame = frame._replace(kind=BlockKind.QUOTE, level=0, group=self.group())
        elif tag == "figure" and not frame.figure:
            frame = frame._replace(figure=True, group=self.group())
        elif tag in _CAPTIONS or _says_caption(element.get("class")):
            frame = frame._replace(kind=BlockKind.CAPTION, level=0, lines=True)
        return frame

    def _list(self, tag: str, frame: Frame) -> Frame:
        group = frame.group if frame.depth else self.group()
        return frame._replace(ordered=tag == "ol", depth=frame.depth + 1, group=group)

    def _item(self, frame: Frame) -> Frame:
        """An item; one without a list is a list by itself."""
        if not frame.depth:
            frame = frame._replace(depth=1, group=self.group())
        return frame._replace(kind=BlockKind.LIST_ITEM, level=frame.depth, item=next(self._items))


def _says_caption(classes: str | None) -> bool:
    """Whether a class is like `caption`, `wp-caption-text`, `PhotoCMS_Caption`, `tplCaption`."""
    names = (classes or "")[:_LONGEST_CLASS].lower().split()
    return any(name.removesuffix("text").rstrip("-_").endswith("caption") for name in names)

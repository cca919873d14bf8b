"""Blocks of an HTML page: its body walked once, in reading order.

What is taken as seen by a reader, and what is not:

- `script style noscript template svg select datalist textarea` and the like hold no story and are
  left out; so is what is hidden by `hidden`, by `display:none` or `visibility:hidden` in its own
  style, or as a closed `dialog`. `main`, `article` and `body` are never held to be hidden: pages
  hide them until a script has run; where no paragraph is shown, all that is hidden counts. Prose
  that readers can unfold next to prose that is shown, or under a heading that opens it, counts
  as shown. What is `aria-hidden` stays if it has a letter or a digit: sighted readers see it.
- Of a `noscript`, pictures count that a script would have put in its place. A `template` is read
  if it is the shadow of its element.
- Text straight in a `div` or a cell is cut at each `br`; in a paragraph, heading or list item a
  `br` is a line break, and two are a new paragraph.
- A table that holds no data (`blocks_table.holds_data`) is taken apart into what it places.
- The first text of a list item is a `LIST_ITEM`; further ones are `PARAGRAPH`s of the same group.
- Each paragraph of a `blockquote` is a `QUOTE`; those of one blockquote share a group.
- An `img` is an `IMAGE` of its own, before or after the paragraph that it stands in; its text is
  its alternative text, else its file name.
- `figcaption`, a table's `caption`, and elements whose class says caption are `CAPTION`s, in one
  group with the picture before them. A credit in an element of its own is a second one.
- A term of a `dl` is bold. Digits in a `sup` behind a digit are written raised: 10⁶ is not 106.
- A `pre` that holds code keeps its lines and spaces.
- `iframe embed object video audio` become a `PARAGRAPH` that is one link; its path ends with the
  element, by which rules know it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from generator.extract import (
    blocks_code,
    blocks_data,
    blocks_embeds,
    blocks_head,
    blocks_images,
    blocks_table,
)
from generator.extract.blocks_flow import MAX_PATH, Flow
from generator.extract.blocks_frame import BLOCKS, Frame, describe
from generator.extract.blocks_page import DROPPED, is_hidden, is_shadow, parse, tree, unfolds
from generator.model import Block, BlockKind, Capture, Inline

_HIDDEN_STORY = 1_000
"""Prose of a page that hides all of it, in characters; a notice on cookies has less."""

_EMOJI_CLASS = re.compile(r"emoji|smil", re.IGNORECASE)
_CLOSED = blocks_embeds.TAGS | {"code-block"}
"""Forms of elements whose children are not walked."""

_LONGEST_EMOJI = 8


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
    base = blocks_head.address(root, capture)
    found = tuple(_Reader(base).read(root))
    if blocks_data.lacks_prose(found):
        # Some pages are hidden as a whole until a script has run, and Next.js streams them so.
        unhidden = tuple(_Reader(base, unhide=True).read(root))
        if not blocks_data.lacks_prose(unhidden, most=_HIDDEN_STORY):
            return unhidden
        if body := blocks_data.body(root):
            return found + _told(body, base, after=len(found))
    return found


def _told(body: blocks_data.Body, base: str, *, after: int) -> tuple[Block, ...]:
    """The blocks of a story that a page holds as data, numbered on."""
    root = tree(body.markup)
    blocks = _Reader(base).read(root) if root is not None else ()
    place = ("body", f"article#{body.source}")
    return tuple(
        replace(block, n=after + n, path=(*place, *block.path[1:]))
        for n, block in enumerate(blocks, start=1)
    )


class _Reader(Flow):
    """Walks a page once; what is open is on a stack of our own, so depth costs no recursion."""

    def __init__(self, base: str, *, unhide: bool = False) -> None:
        super().__init__(base)
        self._unhide = unhide
        self._outermost: etree._Element | None = None
        self._specials: dict[str, Callable[[etree._Element, Mapping[str, str]], None]] = {
            "br": self._break,
            "table": self._begin_table,
            "credit": self._credit,
            "post": self._post,
            "blockquote": self._post,
            "article": self._article,
            **dict.fromkeys(blocks_images.TAGS, self._image),
            **dict.fromkeys(blocks_embeds.TAGS, self._embed),
        }

    def read(self, root: etree._Element) -> Iterator[Block]:
        """Walk the page; None on the stack stands where the innermost open element ends."""
        ahead: list[etree._Element | None] = [root]
        opened: list[tuple[etree._Element, str, Frame]] = []
        while ahead:
            element = ahead.pop()
            if element is None:
                self._end(*opened.pop())
                continue
            tag = str(element.tag)
            attributes = dict(element.items())
            unsure = tag in DROPPED or tag == "dialog" or "style" in attributes
            if (unsure or "hidden" in attributes) and self._passes_over(element, tag, attributes):
                if tail := element.tail:
                    self._text(tail)
                continue
            frame = self._frame
            form = self._start(element, tag, attributes)
            children = () if form in _CLOSED else element[::-1]
            if children:
                opened.append((element, form, frame))
                ahead.append(None)
                ahead += children
            else:
                self._end(element, form, frame)
        self._flush()
        return iter(self._made.blocks)

    def _passes_over(
        self, element: etree._Element, tag: str, attributes: Mapping[str, str]
    ) -> bool:
        """Whether an element is not shown; what a `noscript` has of pictures is."""
        if tag in DROPPED:
            if tag == "noscript":
                for picture in blocks_images.unscripted(element, figure=self._frame.figure):
                    self._image(picture, dict(picture.items()))
            return not is_shadow(tag, attributes)
        if self._unhide or not is_hidden(tag, attributes):
            return False
        prose = self._run.shown or self._made.ends_in_prose(self._here())
        return not unfolds(element, attributes, beside_prose=prose)

    # --- elements ---------------------------------------------------------------------

    def _start(self, element: etree._Element, tag: str, attributes: Mapping[str, str]) -> str:
        """Open an element; says its form (`blocks_frame.describe`)."""
        if (self._run.pieces or self._waiting or self._table) and tag in BLOCKS:
            self._boundary(element)
        name = form = tag if tag != "head" else "body"
        if attributes:
            name, form = describe(tag, attributes)
        self._path.append(name)
        outer = self._frame
        known = outer.known.get(form)
        if known is None or "aria-hidden" in attributes:
            known = self._factory.within(form, attributes, outer)
        self._frame = known
        if form in self._specials:
            self._specials[form](element, attributes)
            if form in _CLOSED:
                return form
        elif form == "pre" and blocks_code.holds(element, attributes):
            self._flush()
            self._made.add_code("".join(element.itertext()), self._here())
            return "code-block"
        text = element.text
        if text and (self._run.pieces or self._table or not text.isspace()):
            self._text(text)
        return form

    def _end(self, element: etree._Element, form: str, outer: Frame) -> None:
        """Close an element that stands in `outer`."""
        if self._run.pieces or self._waiting or self._table:
            if self._table is not None and self._table.element is element:
                self._finish_table(self._table)
            elif form in BLOCKS:
                self._boundary(None)
            elif form == "credit" and (element.tail or "").strip()[:1].isalnum():
                self._credit(element, {})
        if form == "article" and element is self._outermost:
            self._outermost, self._made.article = None, 0
        path = self._path
        path.pop()
        self._frame = outer
        self._shallowest = min(self._shallowest, len(path))
        text = element.tail
        if text and (self._run.pieces or self._table or not text.isspace()):
            self._text(text)

    def _break(self, _element: etree._Element, _attributes: Mapping[str, str]) -> None:
        if self._table is not None:
            self._table.break_line()
        elif self._run.shown and (self._run.breaks() or not self._frame.lines):
            self._flush()
        else:
            self._run.break_line()

    # --- pictures, embedded things, tables --------------------------------------------

    def _credit(self, _element: etree._Element, _attributes: Mapping[str, str]) -> None:
        """Part a credit from the caption that it stands in, but not from its label."""
        if self._frame.kind is not BlockKind.CAPTION or self._table is not None:
            return
        if self._run.shown and not self._run.ends_in_label():
            self._flush()

    def _image(self, element: etree._Element, attributes: Mapping[str, str]) -> None:
        alt = attributes.get("alt", "")
        if len(alt) <= _LONGEST_EMOJI and _EMOJI_CLASS.search(attributes.get("class", "")):
            self._text(alt)
            return
        hint = blocks_images.image(element, attributes, self._base)
        if hint is None:
            return
        frame = self._frame
        self._waiting.append((hint, self._here(), frame.group if frame.figure else 0))
        if self._table is None and not self._run.shown:
            self._flush()

    def _embed(self, element: etree._Element, _attributes: Mapping[str, str]) -> None:
        self._flush()
        self._link(*blocks_embeds.embedded(element, self._base))

    def _article(self, element: etree._Element, _attributes: Mapping[str, str]) -> None:
        if self._outermost is None:
            self._outermost = element
            self._made.begin_article()

    def _post(self, element: etree._Element, attributes: Mapping[str, str]) -> None:
        """A post of a social network, if only a script would show it."""
        if attributes:
            self._link(*blocks_embeds.post(element, attributes, self._base))

    def _link(self, label: str, url: str) -> None:
        if label:
            self._made.append(
                text=label,
                path=(*self._path[1:-1][: MAX_PATH - 1], self._path[-1]),
                link_density=1.0,
                inlines=(Inline(text=label, href=url),),
            )

    def _begin_table(self, element: etree._Element, _attributes: Mapping[str, str]) -> None:
        if self._table is not None:
            return
        frame = self._frame
        form = blocks_table.form(element)
        if form is blocks_table.Form.DATA:
            self._table = blocks_table.Table(element)
            self._frame = frame.but(figure=True, group=self._factory.group())
        elif form is blocks_table.Form.PICTURE and not frame.figure:
            self._frame = frame.but(
                figure=True, group=self._factory.group(), kind=BlockKind.CAPTION, lines=True
            )

    def _finish_table(self, table: blocks_table.Table) -> None:
        rows = table.finish()
        self._table = None
        if rows:
            self._made.add_table(rows, self._here(), self._frame.group)
        self._flush()

"""What an open element hands down to what is in it: list, quotation, link, bold type ...."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from generator.extract import blocks_links
from generator.extract.blocks_embeds import POSTS
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
# Elements that stay what they are when their class says caption.
_OWN_KIND = frozenset({*_HEADINGS, *_LISTS, "li", "figure", "blockquote"})
# Elements within a caption whose class may say that they name who took the picture.
_CREDITED = frozenset({"span", "small", "cite"})
_CREDIT = re.compile(
    r"credit|copyright|photographer|attribution|(?:^|[\s_-])(?:source|author|byline)"
)
_POSTED = frozenset({"div", "section"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_NUMBER = re.compile(r"[0-9]{1,6}")
# What these hand down differs from one to the next: numbers, addresses.
_COUNTED = frozenset({*_LISTS, "li", "blockquote", "figure", "a"})
_TYPED = frozenset({"div", "figure", "section"})  # a type of their own is no part of HTML
_LONGEST_CLASS = 1_000  # characters of a class attribute that are looked at
_LONGEST_NAME = 200  # characters of a class or id attribute that are kept in a path

_UNMARKED = Marks()


@dataclass(slots=True, eq=False)
class Frame:
    """What an open element hands down to what is in it; not changed while it is open.

    Attributes:
        kind: What text in it becomes.
        level: As in `Block`.
        ordered: The innermost list is numbered.
        group: Of the innermost figure, list, quotation or table of data; 0 for none.
        depth: How many lists it is in.
        item: Number of the innermost list item; 0 for none.
        lines: A `br` in it is a line break, not a new paragraph.
        figure: It is in a figure, whose group its pictures and captions share.
        number: Of the innermost item of a numbered list, as shown; 0 for none.
        counter: The last number that the innermost numbered list gave.
        pre: Its line breaks are line breaks.
        mute: Signs without a letter or digit are decoration.
        raised: Its digits stand above the line.
        plain: None of `pre`, `mute` and `raised`.
        marks: Of the text in it.
        known: What elements hand down that stand in it, by their form (`form`); those that
            differ from one to the next are not in it.
        linked: What links hand down that stand in it, one at a time: most pages are links for
            the most part.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    group: int = 0
    depth: int = 0
    item: int = 0
    lines: bool = False
    figure: bool = False
    number: int = 0
    counter: list[int] | None = None
    pre: bool = False
    mute: bool = False
    raised: bool = False
    plain: bool = True
    marks: Marks = _UNMARKED
    known: dict[str, Frame] = field(default_factory=dict, repr=False)
    linked: Frame | None = None

    def but(self, **changes: object) -> Frame:
        """A frame like this one, but for `changes`."""
        frame = Frame(
            self.kind,
            self.level,
            self.ordered,
            self.group,
            self.depth,
            self.item,
            self.lines,
            self.figure,
            self.number,
            self.counter,
            self.pre,
            self.mute,
            self.raised,
            self.plain,
            self.marks,
        )
        for name, value in changes.items():
            setattr(frame, name, value)
        return frame


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

    def within(self, form: str, attributes: Mapping[str, str], frame: Frame) -> Frame:
        """What an element hands down: what it was handed, and what it is itself.

        Args:
            form: Of the element, as `describe` gives it.
            attributes: Of the element.
            frame: What it was handed; remembers what can be handed down again.
        """
        made = self._made(form, attributes, frame)
        if "aria-hidden" in attributes:
            return made.but(mute=True, plain=False) if attributes["aria-hidden"] == "true" else made
        if form not in _COUNTED:
            frame.known[form] = made
        return made

    def _made(self, form: str, attributes: Mapping[str, str], frame: Frame) -> Frame:
        if form in BLOCKS:
            return self._block(form, attributes, frame)
        marks = frame.marks
        if form == "a" and "href" in attributes:
            href = blocks_links.absolute(attributes["href"], self._base)
            linked = frame.linked = frame.linked or frame.but()
            linked.marks = Marks(href, True, marks.strong, marks.em, marks.code)
            linked.known.clear()
            return linked
        if form in _STRONG and not marks.strong:
            return frame.but(marks=marks._replace(strong=True))
        if form in _EM and not marks.em:
            return frame.but(marks=marks._replace(em=True))
        if form in _CODE:
            return frame.but(marks=marks._replace(code=True))
        return frame.but(raised=True, plain=False) if form == "sup" else frame

    def _block(self, form: str, attributes: Mapping[str, str], frame: Frame) -> Frame:
        if form == "li":
            return self._item(attributes, frame)
        if form in _HEADINGS:
            return frame.but(kind=BlockKind.HEADING, level=_HEADINGS[form], lines=True)
        if form in _LINES and not frame.lines:
            frame = frame.but(lines=True)
        if form in _CAPTIONS:
            return frame.but(kind=BlockKind.CAPTION, level=0)
        if form == "pre":
            return frame.but(pre=True, plain=False)
        if form == "dt":
            return frame.but(marks=frame.marks._replace(strong=True))
        return self._numbered(form, attributes, frame) if form in _COUNTED else frame

    def _numbered(self, form: str, attributes: Mapping[str, str], frame: Frame) -> Frame:
        """As `_block`, of what needs a number."""
        if form in _LISTS:
            group = frame.group if frame.depth else self.group()
            counter = [_integer(attributes.get("start"), 1) - 1] if form == "ol" else None
            ordered, depth = counter is not None, frame.depth + 1
            return frame.but(ordered=ordered, depth=depth, group=group, counter=counter)
        if form == "blockquote" and frame.kind is not BlockKind.QUOTE:
            group = frame.group if frame.figure else self.group()
            return frame.but(kind=BlockKind.QUOTE, level=0, group=group)
        if form == "figure" and not frame.figure:
            return frame.but(figure=True, group=self.group())
        return frame

    def _item(self, attributes: Mapping[str, str], frame: Frame) -> Frame:
        """An item; one without a list is a list by itself."""
        depth, group, number = frame.depth, frame.group, 0
        if not depth:
            depth, group = 1, self.group()
        if frame.counter:
            number = frame.counter[0] = _integer(attributes.get("value"), frame.counter[0] + 1)
        frame = frame.but()
        frame.level = frame.depth = depth
        frame.group, frame.number, frame.lines = group, number, True
        frame.kind, frame.item = BlockKind.LIST_ITEM, next(self._items)
        return frame


def _integer(value: str | None, default: int) -> int:
    """An attribute that is a number; nonsense is the default."""
    text = (value or "").strip()
    return int(text) if _NUMBER.fullmatch(text) else default


def describe(tag: str, attributes: Mapping[str, str]) -> tuple[str, str]:
    """An element's name in a path, and its form.

    Returns:
        `tag.class#id`, a `type` being a class too; and the tag, or what the class says:
        `figcaption`, `credit` for who took a picture, `post` for one of a social network.
    """
    name = form = tag
    if "class" in attributes:
        name, form = _classed(tag, attributes["class"])
    if "type" in attributes and tag in _TYPED and attributes["type"].isalpha():
        # Vietnam's most used CMS says so what a box is: `<div type="RelatedOneNews">`.
        name = f"{name}.{attributes['type'][:_LONGEST_NAME]}"
    if "id" in attributes and (identity := attributes["id"][:_LONGEST_NAME].strip()):
        name = f"{name}#{identity}"
    return name, form


@lru_cache(maxsize=4096)
def _classed(tag: str, classes: str) -> tuple[str, str]:
    name = ".".join([tag, *classes[:_LONGEST_NAME].split()])
    return name, _form(tag, classes[:_LONGEST_CLASS].lower())


def _form(tag: str, classes: str) -> str:
    if tag in BLOCKS and tag not in _OWN_KIND and _says_caption(classes):
        return "figcaption"
    if tag in _CREDITED and _CREDIT.search(classes):
        return "credit"
    if tag in _POSTED and not POSTS.keys().isdisjoint(classes.split()):
        return "post"
    return tag


def says_credit(step: str) -> bool:
    """Whether an element of a path is called after those who took a picture."""
    tag, _, classes = step.partition(".")
    return tag in _CREDITED and bool(_CREDIT.search(classes.replace(".", " ").lower()))


def _says_caption(classes: str) -> bool:
    """Whether a class is like `caption`, `wp-caption-text`, `PhotoCMS_Caption`, `tplCaption`."""
    return any(
        name.removesuffix("text").rstrip("-_").endswith("caption") for name in classes.split()
    )

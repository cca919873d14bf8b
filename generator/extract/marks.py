"""Marks in a page's body that machines read: `time` elements, microdata, RDFa, microformats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.extract.blocks_text import visible

_MOST = 200  # marks of one page that are read; an article has a handful
_LONGEST = 200  # characters of a value
_DEEPEST = 40  # elements above a mark that are looked at

_MARKED = etree.XPath(
    "//time | //*[@itemprop or @property][not(self::meta or self::link or self::img)]"
)
_CLASS_DATE = re.compile(
    r"(?:^|[\s_-])(?:dt-published|entry-date|published|pubdate|post-date)(?:$|\s)", re.IGNORECASE
)
_CLASS_MODIFIED = re.compile(
    r"(?:^|[\s_-])(?:dt-updated|updated|modified|date-?modified|last-?mod)", re.IGNORECASE
)
# What holds other stories, or other people's words.
_OTHERS = frozenset({"aside", "footer", "nav"})
_OTHERS_CLASS = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|replies|related\w*|recommend\w*|sidebar|widget|popular|"
    r"trending|latest|mostread|most-read|more-\w+|next-\w+|teasers?|cards?|footer|lienquan|"
    r"tinkhac|tinmoi|docnhieu|binhluan|carousel|slider|promo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OTHERS_TYPE = re.compile(
    r"/(?:Comment|UserComments|Review|Product|Offer|Event|ImageObject|VideoObject|Person|"
    r"Organization|WebSite|Rating|AggregateRating)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one element of the body states.

    Attributes:
        name: `datepublished`, `datemodified`, `author` and the like, lower case, without prefix;
            `time` for a `time` element that has no name.
        value: For machines: of `datetime` or `content`, else what it shows.
        text: What it shows.
        other: It stands in what belongs to another story, a comment, a thing for sale.
    """

    name: str
    value: str
    text: str
    other: bool = False


def read(root: etree._Element) -> Iterator[Mark]:
    """The marks of a page, in reading order; few of them, each short."""
    for number, element in enumerate(_MARKED(root)):
        if number == _MOST:
            return
        if mark := _mark(element):
            yield mark


def _mark(element: etree._Element) -> Mark | None:
    name = _name(element)
    value = element.get("datetime") or element.get("content") or ""
    text = visible("".join(_pieces(element)))
    value = visible(value[:_LONGEST]) or text
    if not name or not value:
        return None
    return Mark(name=name, value=value, text=text, other=of_others(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    """The text of an element until there is enough of it."""
    length = 0
    for piece in element.itertext():
        yield piece[:_LONGEST]
        length += len(piece)
        if length > _LONGEST:
            return


_NAMES = frozenset(
    {"datepublished", "datemodified", "datecreated", "author", "published_time", "modified_time"}
)


def _name(element: etree._Element) -> str:
    stated = element.get("itemprop") or element.get("property") or ""
    name = stated.strip().lower().rpartition(":")[2]
    if name in _NAMES:
        return name.replace("published_time", "datepublished").replace(
            "modified_time", "datemodified"
        )
    if element.tag != "time":
        return ""
    if element.get("pubdate") is not None:
        return "datepublished"
    classes = element.get("class") or ""
    if _CLASS_DATE.search(classes):
        return "datepublished"
    return "datemodified" if _CLASS_MODIFIED.search(classes) else "time"


def of_others(element: etree._Element) -> bool:
    """Whether an element stands in what belongs to another story, a comment, a thing for sale."""
    scoped = False
    for depth, above in enumerate(element.iterancestors()):
        if depth == _DEEPEST or above.tag == "body":
            break
        named = f"{above.get('class') or ''} {above.get('id') or ''}"[:_LONGEST]
        if above.tag in _OTHERS or _OTHERS_CLASS.search(named):
            return True
        kind = above.get("itemtype")
        if kind and not scoped:
            scoped = True
            if _OTHERS_TYPE.search(kind):
                return True
    return False

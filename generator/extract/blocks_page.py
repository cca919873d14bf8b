"""A page as a tree, and what of it is not shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from lxml import etree

# libxml2 stops reading, without a word, where elements nest deeper than 2,048.
_DEEPEST = 2_000
_FLATTENED = 1_000  # depth to which a page is cut back that goes deeper

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/><]*)[^<>]*>")
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_DROPPED_TAGS = (
    "script style noscript template svg title meta link base param select datalist textarea "
    "input canvas noframes rp"
)
DROPPED = frozenset(_DROPPED_TAGS.split())
"""Elements that hold no story; their text is not read. libxml2 does not know that `source` and
`track` are void, and puts what follows them into them; nor that an `article` ends the `head`."""
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE
)

# What pages fold up that belongs to the story.
_FOLDED = frozenset({"div", "section", "p", "span", "dd", "ul", "ol"})
_FOLD_NAME = re.compile(
    r"(?i)(?:^|[\s_-])(?:accordion|collaps|expand|read-?more|show-?more|more-?text|faq|answer|toggle"
    r"|full-?(?:text|content|story)|tab-?(?:pane|content))"
)
_NEVER_FOLDED = frozenset({"form", "input", "dialog", "nav"})
_MOST_FOLDED = 500  # elements of it that are looked at
_FOLDED_TEXT = 200  # fewest characters that are part of a story rather than a notice
_LONGEST_NAMES = 500  # characters of a class and an id that are looked at
_SENTENCE = re.compile(r"\w[.!?…][\"”’)»]*(?:\s|$)")


@lru_cache(maxsize=1)
def parse(text: str) -> etree._Element | None:
    """As `tree`: head and body are read from one, which nobody changes; the last is remembered."""
    return tree(text)


def tree(text: str) -> etree._Element | None:
    """The root of a page; None if there is no element in it.

    A page whose elements nest deeper than the parser goes is cut back first: the text of what is
    deeper is kept, each piece on a line of its own.
    """
    root = _parse(text)
    if root is not None and _halted(root):
        root = _parse(_shallow(text))
    return root


def _parse(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    # Bytes, since lxml refuses a `str` with an XML declaration; NUL ends or spoils a text node.
    return etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)


def _halted(root: etree._Element) -> bool:
    """Whether the parser stopped at its depth limit: then the last branch is that deep."""
    depth = 0
    last: etree._Element | None = root
    while last is not None and depth < _DEEPEST:
        last = last[-1] if len(last) else None
        depth += 1
    return depth >= _DEEPEST


def _shallow(text: str) -> str:
    """Put a `br` in the place of each tag that opens or closes an element too deep."""
    parts: list[str] = []
    end = depth = 0
    for match in _TAG.finditer(text):
        closing, tag = match[1], match[2].lower()
        if tag in _VOID or tag in DROPPED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth + bool(closing) > _FLATTENED:
            parts += (text[end : match.start()], "<br>")
            end = match.end()
    return "".join([*parts, text[end:]])


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a page says of an element that it is not to be shown."""
    if "style" in attributes and _HIDING.search(attributes["style"]):
        return tag not in _NEVER_HIDDEN
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return tag not in _NEVER_HIDDEN
    return tag == "dialog" and "open" not in attributes


def is_shadow(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a `template` is shown at once, as the shadow of the element that it stands in."""
    return tag == "template" and ("shadowrootmode" in attributes or "shadowroot" in attributes)


def unfolds(element: etree._Element, attributes: Mapping[str, str], *, beside_prose: bool) -> bool:
    """Whether readers can open what is hidden, to read on: the rest of a story, an answer.

    Args:
        element: Hidden by its own attributes.
        attributes: Its own.
        beside_prose: A paragraph that is shown stands before it, in the same element.
    """
    if element.tag not in _FOLDED:
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_LONGEST_NAMES]
    if not beside_prose and not _FOLD_NAME.search(names):
        return False
    text = linked = 0
    pieces: list[str] = []
    for inner in islice(element.iter(), _MOST_FOLDED):
        if inner.tag in _NEVER_FOLDED:
            return False
        more = len((inner.text or "").strip()) + len((inner.tail or "").strip())
        text += more
        linked += more if inner.tag == "a" else 0
        pieces += [inner.text or "", inner.tail or ""]
    enough = _FOLDED_TEXT if beside_prose else _FOLDED_TEXT // 2
    return text >= enough and 2 * linked < text and bool(_SENTENCE.search(" ".join(pieces)))

"""A page as a tree, and a walk through what of it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

# libxml2 stops reading, without a word, where elements nest deeper than 2,048.
_DEEPEST = 2_000
_FLATTENED = 1_000  # depth to which a page is cut back that goes deeper

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/><]*)[^<>]*>")
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_DROPPED_TAGS = (
    "script style noscript template svg head title meta link base param source track select "
    "datalist textarea input canvas noframes rp"
)
_DROPPED = frozenset(_DROPPED_TAGS.split())
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})
_EMBEDS = frozenset({"iframe", "embed", "object", "video", "audio"})
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE
)


@lru_cache(maxsize=1)
def parse(text: str) -> etree._Element | None:
    """The root of a page; None if there is no element in it.

    Head and body are read from one tree, which nobody changes: the last page's is remembered.

    A page whose elements nest deeper than the parser goes is cut back first: the text of what is
    deeper is kept, each piece on a line of its own.
    """
    root = _parse(text)
    if root is not None and _halted(root):
        root = _parse(_shallow(text))
    return root


def walk(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Walk what is shown of a page, in reading order and without recursion.

    Yields:
        `start` and `end` with an element; `after` with one that is not shown, whose tail is.
        Nothing within an embedded document is walked.
    """
    walker = etree.iterwalk(root, events=("start", "end"))
    unseen: etree._Element | None = None
    for event, element in walker:
        if event == "start" and _unseen(element):
            walker.skip_subtree()
            unseen = element
        elif element is unseen:
            unseen = None
            yield "after", element
        else:
            if event == "start" and element.tag in _EMBEDS:
                walker.skip_subtree()
            yield event, element


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
        if tag in _VOID or tag in _DROPPED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth + bool(closing) > _FLATTENED:
            parts += (text[end : match.start()], "<br>")
            end = match.end()
    return "".join([*parts, text[end:]])


def _unseen(element: etree._Element) -> bool:
    tag = element.tag
    if tag in _DROPPED:
        return True
    if tag in _NEVER_HIDDEN or not element.attrib:
        return tag == "dialog"
    hidden = element.get("hidden")
    return (
        (hidden is not None and hidden.lower() != "until-found")
        or (tag == "dialog" and element.get("open") is None)
        or bool(_HIDING.search(element.get("style") or ""))
    )

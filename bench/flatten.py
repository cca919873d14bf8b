"""Flattening: a page as a plain-text scrape of it, with everything on it and no markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_DROPPED_TAGS = "head script style noscript svg template iframe select"
_DROPPED = frozenset(_DROPPED_TAGS.split())

# Elements that stand on lines of their own. Source: HTML Standard, "Rendering", 15.3; a line
# break (`br`) ends a line as they do.
_BLOCK_TAGS = (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html "
    "legend li listing main menu nav ol optgroup option p plaintext pre search section summary "
    "table tbody td tfoot th thead tr ul xmp"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_SPACE = re.compile(r"\s+")


def flatten(html: str) -> str:
    r"""The visible text of a page, one line a block element.

    Args:
        html: A page, or a piece of one.

    Returns:
        Lines with single spaces, without empty ones, joined by `\n`; empty for a page without
        text.
    """
    root = parse(html)
    if root is None:
        return ""
    lines = "".join(_pieces(root)).split("\n")
    shown = (_SPACE.sub(" ", line).strip() for line in lines)
    return "\n".join(line for line in shown if line)


def parse(html: str) -> etree._Element | None:
    """The root of a page; None if there is no element in it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    return etree.fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser)


def _pieces(root: etree._Element) -> Iterator[str]:
    """The text of a tree in reading order, a line break at both ends of each block element."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        dropped = not isinstance(element.tag, str) or element.tag in _DROPPED
        block = element.tag in _BLOCKS
        if block:
            yield "\n"
        if event == "start" and dropped:
            walker.skip_subtree()
        elif event == "start":
            yield _SPACE.sub(" ", element.text or "")
        if event == "end":
            yield _SPACE.sub(" ", element.tail or "")

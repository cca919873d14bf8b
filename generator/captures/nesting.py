"""How large a tree a page makes, told before any parser sees it.

News pages have 500-10,000 elements that nest 20-60 deep, the worst known below 500. A page made
to nest 100,000 deep is no news page, and work that is quadratic in depth would hold up all others.
"""

from __future__ import annotations

import re

DEEPEST = 10_000
"""Depth up to which a page is read, in elements."""

MOST = 500_000
"""Tags, of both kinds, up to which a page is read: several seconds of work."""

# Comments and scripts hold no elements, but text that looks like some. Elements that hold none,
# and those that the next of their kind closes, do not pile up.
# Source: HTML, 13.1.2 "Void elements" and 13.1.2.4 "Optional tags".
_FLAT = (
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|"
    "p|li|dt|dd|option|optgroup|rb|rt|rtc|rp|tr|td|th|thead|tbody|tfoot|colgroup|caption|"
    "html|head|body"
)
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title)\b.*?(?:</(?P=raw)\b|\Z)"
    rf"|<(?P<close>/?)(?!(?:{_FLAT})[\s/>])(?P<tag>[a-z])"
    r"|(?P<empty>/>)",
    re.IGNORECASE | re.DOTALL,
)


def too_deep(page: str) -> bool:
    """Whether the elements of a page nest deeper than `DEEPEST`.

    One pass, which ends where the depth is reached; of a page with fewer open tags than that,
    which is nearly every page, tags are only counted.
    """
    if page.count("<") - page.count("</") <= DEEPEST:
        return False
    depth = 0
    opened = False  # the last tag opened an element, which `/>` would close again
    for match in _TOKEN.finditer(page):
        kind = match.lastgroup
        if kind == "tag":
            opened = not match["close"]
            depth = depth + 1 if opened else max(0, depth - 1)
            if depth > DEEPEST:
                return True
        elif kind == "empty" and opened:
            depth -= 1
            opened = False
    return False


def too_many(page: str) -> bool:
    """Whether a page has more than `MOST` tags."""
    return page.count("<") > MOST

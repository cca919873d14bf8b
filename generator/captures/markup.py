"""Pages as text with tags in it: telling the two apart without building a tree.

For work on the text of a page before it is parsed, such as finding and mending its code page.
Each function is one pass, whatever is in the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape

# A token of markup: a comment, a script with all that is in it, a tag; each to the end of the
# page if it is not closed.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<[a-z/!?][^>]*(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")
_WORDY = re.compile(r"""\b(alt|title|content)(\s*=\s*)("[^"<>]*"|'[^'<>]*')""", re.IGNORECASE)


def pieces(page: str) -> Iterator[tuple[bool, str]]:
    """Cut a page into markup and the text between.

    Yields:
        Whether a piece is markup, and the piece; joined, the pieces are the page.
    """
    end = 0
    for match in _MARKUP.finditer(page):
        if match.start() > end:
            yield False, page[end : match.start()]
        yield True, match[0]
        end = match.end()
    if end < len(page):
        yield False, page[end:]


def text_of(page: str, *, length: int) -> str:
    """The text of a page with its references as they are, up to about `length` characters."""
    found: list[str] = []
    left = length
    for markup, piece in pieces(page):
        found.append(" " if markup else piece[:left])
        left -= 0 if markup else len(piece)
        if left <= 0:
            break
    return "".join(found)


def resolve(text: str) -> str:
    """Text with its references to characters beyond ASCII resolved; `&lt;` and the like stay."""
    return _REFERENCE.sub(_resolved, text) if "&" in text else text


def _resolved(match: re.Match[str]) -> str:
    return _character(match[0])


@lru_cache(maxsize=4096)
def _character(reference: str) -> str:
    plain = unescape(reference)
    return plain if plain and not any(map(str.isascii, plain)) else reference


def map_attributes(tag: str, change: Callable[[str], str]) -> str:
    """A tag whose attributes that hold words (`alt`, `title`, `content`) are changed."""

    def changed(match: re.Match[str]) -> str:
        return f"{match[1]}{match[2]}{match[3][0]}{change(match[3][1:-1])}{match[3][-1]}"

    return _WORDY.sub(changed, tag)

"""Small things done to text: escaping heads, leads, excerpts, links between pages."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Container

from generator.extract.markdown import escape
from generator.pages import addresses
from generator.web import host

TITLE_LENGTH = 200
"""Longest title in a head or list, in characters; the heading of the article's page has it all."""

DESCRIPTION_LENGTH = 200
"""Longest description, in characters: what search engines show of it is about 160."""

EXCERPT_LENGTH = 400
"""Most of an article that is shown under `rights.show: excerpt`, in characters."""

# Characters that change the direction of all text up to the one that ends them
# (Unicode Standard Annex 9, explicit directional embeddings, overrides and isolates).
_END = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|~<&:\"'])")
_IMAGE = re.compile(r"!\[(?:[^\[\]\\]|\\.)*\]\([^()]*\)")
_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\((?:[^()\\]|\\.)*\)")
_SITE_LINK = re.compile(r"(?<!\\)(!?)\[((?:[^\[\]\\]|\\.)*)\]\((/[^()\s]*)\)")
_MARKS = re.compile(r"(?<!\\)(\*{1,3}|`+)")
_BLOCK_MARK = re.compile(r"^(?:#{1,6}|>|[-*+]|\d+\.)\s+")


def head(text: str, limit: int = TITLE_LENGTH) -> str:
    """A text for `<head>`: one line, shortened, and escaped for HTML once, quotes too."""
    return html.escape(contained(shorten(text, limit)))


def contained(text: str) -> str:
    """The text with every change of direction ended, so that nothing after it is turned."""
    open_ends: list[str] = []
    for character in text:
        if character in _END:
            open_ends.append(_END[character])
        elif character in open_ends:
            # The end of an isolate ends the embeddings within it too.
            while open_ends.pop() != character:
                pass
    return text + "".join(reversed(open_ends))


def shorten(text: str, limit: int) -> str:
    """The text in one line, cut after a word where it has more than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[:limit]
    space = cut.rfind(" ")
    return f"{cut[:space] if space > limit // 2 else cut}…"


def blocks(markdown: str) -> list[str]:
    """The Markdown's paragraphs, headings …: what blank lines part."""
    return [block.strip() for block in re.split(r"\n[ \t]*\n", markdown) if block.strip()]


def plain(markdown: str) -> str:
    """The words of one block of Markdown, without its marks."""
    text = _LINK.sub(r"\1", _IMAGE.sub("", markdown))
    text = _MARKS.sub("", _BLOCK_MARK.sub("", text))
    return " ".join(html.unescape(_ESCAPED.sub(r"\1", text)).split())


def lead(markdown: str) -> str:
    """The words of the first paragraph; empty if there is none."""
    for block in blocks(markdown):
        if not block.startswith(("#", "![", "|", ">")) and (words := plain(block)):
            return words
    return ""


def excerpt(markdown: str) -> str:
    """The first paragraph as Markdown, plain and at most `EXCERPT_LENGTH` characters."""
    return escape(shorten(lead(markdown), EXCERPT_LENGTH))


def relink(markdown: str, *, page: str, files: Container[str]) -> str:
    """Turn links to URLs of the site into links between Markdown files, which MkDocs checks.

    A link to a page that is not there leaves its words; `dead_links` tells of them.

    Args:
        markdown: A body whose links to the site are site-absolute.
        page: Staged file of the page that the body stands on.
        files: Staged files of all pages.
    """
    folder = f"/{posixpath.dirname(page)}"

    def one(match: re.Match[str]) -> str:
        if not _leads(match, files):
            return match[2]
        target, _, anchor = match[3].partition("#")
        # From the root of the site: else the folder of the process would be asked for.
        relative = posixpath.relpath(f"/{addresses.file(target)}", folder)
        return f"[{match[2]}]({relative}{'#' if anchor else ''}{anchor})"

    return _SITE_LINK.sub(one, markdown)


def dead_links(markdown: str, *, files: Container[str]) -> list[str]:
    """Links to URLs of the site that no page has, in order: `relink` leaves only their words."""
    return [match[3] for match in _SITE_LINK.finditer(markdown) if not _leads(match, files)]


def _leads(match: re.Match[str], files: Container[str]) -> bool:
    """Whether a link within the site leads to a page; a picture never does."""
    target = match[3].partition("#")[0]
    return not match[1] and target.endswith("/") and addresses.file(target) in files


def web(url: str) -> str:
    """The address if a reader may follow it (http or https), or nothing."""
    return url if host(url) else ""

"""The chrome of our pages as a template of any builder: a printed page, cut where its facts stand.

Whatever of the page is not the article's own stays as it is, byte for byte: head, header, menus,
citations, footer. So every builder has the same page to print.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from bench.laying import Story

_PARTS = {
    "content": re.compile(r'(?<=<div class="prose">).*?(?=</div>)', re.DOTALL),
    "tags": re.compile(r'<section class="named">.*?</section>', re.DOTALL),
    "related": re.compile(r'<ul class="stories">.*?</ul>', re.DOTALL),
}
_ARTICLE = re.compile(r'<article class="article">.*</article>', re.DOTALL)
_OPENERS = re.compile(r"\{[{%#]")
_MARK = re.compile("\0([a-z]+)\0")


class ChromeError(ValueError):
    """The page has no place for one of the facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a page.

    Attributes:
        text: HTML; or the name of a slot.
        is_slot: Which of these.
    """

    text: str
    is_slot: bool


def of_article(html: str, story: Story) -> tuple[Piece, ...]:
    """The page of an article, cut.

    Args:
        html: As it was printed.
        story: What is on it; with tags and related articles.

    Raises:
        ChromeError: It cannot be found on the page.
    """
    for name, part in _PARTS.items():
        html, count = part.subn(f"\0{name}\0", html, count=1)
        if not count:
            raise ChromeError(f"{story.place}: there is no {name} on the page")
    facts = {"title": story.title, "description": story.description, "place": story.place}
    for name, text in facts.items():
        html = html.replace(escape(text), f"\0{name}\0").replace(text, f"\0{name}\0")
        if f"\0{name}\0" not in html:
            raise ChromeError(f"{story.place}: there is no {name} on the page")
    return _cut(html)


def of_list(html: str, story: Story) -> tuple[Piece, ...]:
    """The same page, with a list in the article's place; its head keeps the article's facts.

    Raises:
        ChromeError: There is no article on the page.
    """
    html, count = _ARTICLE.subn("\0list\0", html, count=1)
    if not count:
        raise ChromeError(f"{story.place}: there is no article on the page")
    return _cut(html)


def _cut(marked: str) -> tuple[Piece, ...]:
    """A page with marks in place of its facts, cut at the marks."""
    return tuple(
        Piece(text=text, is_slot=bool(number % 2))
        for number, text in enumerate(_MARK.split(marked))
    )


def template(pieces: Sequence[Piece], slots: Mapping[str, str]) -> str:
    """The pieces as a template.

    Args:
        pieces: Of a page.
        slots: Name of a slot → what the builder's language writes there.
    """
    return "".join(
        slots[piece.text] if piece.is_slot else _OPENERS.sub(r'{{ "\g<0>" }}', piece.text)
        for piece in pieces
    )

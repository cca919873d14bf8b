"""Rules for pages with more than one story, and what tells that a story is not all there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.extract.page import Decided, Decision, Line, Page
from generator.model import BlockKind, Labelled, Role

OTHER = "other-story"
"""Name of the rule for a second story on a page."""

_PARAGRAPHS, _CHARACTERS = 3, 600
"""A full story has at least so many paragraphs, and characters in them."""

_HEADING = 2
"""Lowest level of a story's own headline."""

_ABOVE = 5
"""A story's headline is among so many of its first lines."""

_TWO = 2

_HALF = 0.5
"""The first story is the page's own unless another is twice as long."""

_WALLED = 150
"""Words of a story behind a wall: pages show one to three paragraphs."""

_WALL_WORDS = 40
"""Longest line that tells readers to log in."""

_WALL = re.compile(
    r"(?i)(?:đăng nhập|đăng ký|trở thành (?:hội|thành) viên|mua gói)\b.{0,40}\b(?:để|và)\s+"
    r"(?:đọc|xem)\s+(?:tiếp|toàn bộ|đầy đủ|bài|nội dung)"
    r"|(?:bài viết|nội dung)(?: này)? (?:chỉ )?dành (?:riêng )?cho (?:thành viên"
    r"|hội viên|độc giả trả phí|người đăng ký|thuê bao)"
    r"|(?:subscribe|sign in|sign up|log ?in|register|create (?:an?|your) (?:free )?account|join)\b"
    r".{0,60}\bto (?:continue|keep|read|access|view|unlock|finish)\b"
    r"|(?:article|story|content) is (?:only |exclusively )?(?:available |reserved )?(?:for|to) "
    r"(?:\w+ )?(?:subscribers|members)"
    r"|already a (?:subscriber|member)\?.{0,20}(?:log|sign) ?in"
)


def other_stories(page: Page, decided: Decided) -> Iterator[Decision]:
    """All of an `article` that is a story of its own beside the page's: its next one, say.

    The first is the page's own, unless the page's title names another, or another is twice as
    long. An `article` without a headline in it is a part of a story, and one that is short is a
    teaser or a comment.
    """
    stories = _stories(page)
    if len(stories) < _TWO:
        return
    longest = max(mass for mass, _ in stories.values())
    title = page.head.title.casefold()
    named = (n for n, (_, headline) in stories.items() if headline and headline in title)
    first = (n for n, (mass, _) in stories.items() if mass >= _HALF * longest)
    own = next(named, next(first))
    for i, line in page.open(decided):
        if line.block.article in stories and line.block.article != own:
            yield Decision(i, Role.RELATED, OTHER)


def _stories(page: Page) -> dict[int, tuple[int, str]]:
    """Number of each `article` that is a full story → characters of its paragraphs, its headline.

    Two printings of one story are one.
    """
    found: dict[int, tuple[int, str]] = {}
    by_article: dict[int, list[Line]] = {}
    for line in page.lines:
        if line.block.article:
            by_article.setdefault(line.block.article, []).append(line)
    for number, lines in by_article.items():
        prose = [len(line.text) for line in lines if line.prose]
        headline = _headline(lines)
        full = len(prose) >= _PARAGRAPHS and sum(prose) >= _CHARACTERS
        if full and headline and headline not in (known for _, known in found.values()):
            found[number] = sum(prose), headline
    return found


def _headline(lines: Sequence[Line]) -> str:
    texts = (line for line in lines if line.block.kind is not BlockKind.IMAGE)
    for line in islice(texts, _ABOVE):
        if line.block.kind is BlockKind.HEADING and line.block.level <= _HEADING:
            return line.text.casefold()
    return ""


def is_walled(page: Page, labels: Sequence[Labelled]) -> bool:
    """Whether a page shows next to nothing of its story, and tells readers to log in for it."""
    kept = (label.block.text for label in labels if label.kept and label.role is not Role.HEADLINE)
    if sum(len(text.split()) for text in kept) > _WALLED:
        return False
    free = (node.get("isAccessibleForFree") for node in page.head.jsonld)
    if any(value is False or str(value).casefold() == "false" for value in free):
        return True
    return any(line.words <= _WALL_WORDS and _WALL.search(line.text) for line in page.lines)

"""A glance at a page: whether its tags alone show that it is harmless.

Building a tree of every page of a site costs more than printing it. So a page is cut at each `<`.
Where each piece is a tag, written in the plainest way, and a text without `>`, a browser sees these
tags with these attributes and no others, whatever state it is in: within a text it sees fewer. So
a piece means the same wherever it stands. Its tag is judged by the rules of `markup`, and what is
harmless is remembered, for most stand on many pages (`verdicts`). What depends on more than a tag
is looked at besides: scripts, forms, drawings, the policy, what may be there only once. Any page
that is not so plain, or not so harmless, is left to `markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import filterfalse, islice

from generator.press import markup
from generator.press.markup import Allowed
from generator.press.verdicts import Verdicts

_START_OF_PAGE = re.compile(rb"\s*<!doctype html>\s*<html[^<>]*>\s*<head>\s*<")
_BEGUN = 3
"""Pieces of that."""
_TITLE, _SCRIPT, _DRAWING = b"title>", b"script", b"svg"
_UNGOVERNED = (b"meta ", _TITLE)
"""What may stand before the policy: nothing that a browser takes for text, or fetches."""
_OF_HEAD = (*_UNGOVERNED, b"link ", _SCRIPT)
"""What is sure to be in the head, where a title may be."""


class Glance:
    """Looks at pages of one site.

    Args:
        allowed: What the theme brings along.
    """

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed
        self._verdicts = Verdicts(allowed)

    def inspect(self, html: bytes, path: str) -> Iterable[str]:
        """Find what must not be on a page, as `markup.inspect` does.

        Args:
            html: The whole file, UTF-8.
            path: Where it is in the site, '/'-separated.
        """
        if self.is_harmless(html, path):
            return ()
        return markup.inspect(html, path=path, allowed=self._allowed)

    def is_harmless(self, html: bytes, path: str) -> bool:
        """Whether `markup.inspect` is sure to find nothing."""
        if not _START_OF_PAGE.match(html):
            return False
        pieces = html.split(b"<")[1:]
        if self._allowed.strict:
            ungoverned = pieces[_BEGUN : _reach(pieces, _UNGOVERNED)]
            if not any(map(self._verdicts.governs, ungoverned)):
                return False
        head = _reach(pieces, _OF_HEAD)
        plain = [piece for piece in pieces[1:head] if not piece.startswith(_TITLE)]
        plain += pieces[head:]
        outside = self._outside(plain) if b"<svg" in html else plain
        return outside is not None and self._tags(outside, path) and self._scripts(html, path)

    def _outside(self, pieces: list[bytes]) -> list[bytes] | None:
        """What is not within drawings; None if what is may be harmful."""
        drawings = 0  # that are open, one in another
        outside: list[bytes] = []
        for piece in pieces:
            if drawings:
                if not self._verdicts.drawable(piece):
                    return None
                drawings += piece.startswith(_DRAWING) - piece.startswith(b"/svg>")
            else:
                outside.append(piece)
                drawings = int(piece.startswith(_DRAWING))
        return None if drawings else outside

    def _tags(self, pieces: list[bytes], path: str) -> bool:
        """Whether all tags are harmless, and those that may be there once are."""
        once: set[str] = set()
        for piece in filterfalse(self._verdicts.plain.__contains__, pieces):
            label = self._verdicts.label(piece, path)
            if label is None or label in once:
                return False
            if label:
                once.add(label)
        return True

    def _scripts(self, html: bytes, path: str) -> bool:
        """Whether all scripts are the theme's, or data, and end before anything else begins."""
        start = html.find(b"<script")
        while start >= 0:
            end = html.find(b"<", start + 1)
            if not html.startswith(b"</script>", end):
                return False
            if not self._verdicts.is_harmless_script(html[start + 1 : end], path):
                return False
            start = html.find(b"<script", end)
        return True


def _reach(pieces: list[bytes], kinds: tuple[bytes, ...]) -> int:
    """How many pieces there are before one that is of no such kind, or a text between them."""
    closing = b""
    for number, piece in enumerate(islice(pieces, _BEGUN, None), _BEGUN):
        if closing:
            if not piece.startswith(closing):
                return number - 1
            closing = b""
        elif not piece.startswith(kinds):
            return number
        elif piece.startswith((_TITLE, _SCRIPT)):
            closing = b"/title>" if piece.startswith(_TITLE) else b"/script>"
            continue
        if piece[piece.find(b">") + 1 :].strip():
            return number + 1
    return len(pieces) - bool(closing)

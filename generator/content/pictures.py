"""Pictures in a body: which it names, and which of them stand in paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.values import is_picture

# `![what it shows](name "caption")`: as much of Markdown's own form as an address needs.
_PICTURE = re.compile(
    r"""(?<!\\)!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]"""
    r"""\((?P<src>[^()\s#]+)(?:[ \t]+"(?P<title>[^"\n]*)")?\)"""
)
_BEFORE = re.compile(r"(?:\A|\n[ \t]*\n)[ ]{0,3}\Z")
_AFTER = re.compile(r"[ \t]*(?:\n[ \t]*(?:\n|\Z)|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in a body.

    Attributes:
        start: Where it begins in the body.
        end: Where it ends.
        alt: What it shows, as Markdown.
        src: Its address: the name of a file beside the text, or one of the web.
        title: The caption that stands with it in the body, as Markdown.
        alone: Whether it is a paragraph of its own.
    """

    start: int
    end: int
    alt: str
    src: str
    title: str
    alone: bool

    @property
    def file(self) -> str:
        """The name of the file beside the text that it is; empty if it is none."""
        return self.src if is_picture(self.src) else ""


def find(body: str) -> Iterator[Picture]:
    """All pictures of a body, in order; what stands in code is one too, which harms nothing."""
    for match in _PICTURE.finditer(body):
        yield Picture(
            start=match.start(),
            end=match.end(),
            alt=match["alt"],
            src=match["src"],
            title=match["title"] or "",
            alone=bool(
                _BEFORE.search(body, max(match.start() - 50, 0), match.start())
                and _AFTER.match(body, match.end())
            ),
        )

"""The tools that are compared: one module each, found by name.

A module has `extract(page, **options)`, whose time is measured, and, where the tool knows more of
a page than its text, `facts(page)`, whose time is not. No module here imports another tool's, so
that each process loads one tool.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

TOOLS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "archive": ("archive", {}),
    "trafilatura": ("trafilatura", {}),
    "trafilatura-precision": ("trafilatura", {"favor_precision": True}),
    "trafilatura-fast": ("trafilatura", {"fast": True}),
    "readability-lxml": ("readability", {}),
    "resiliparse": ("resiliparse", {}),
    "goose3": ("goose3", {}),
    "boilerpy3": ("boilerpy3", {}),
    "jusText": ("justext", {}),
    "newspaper4k": ("newspaper4k", {}),
    "nothing removed": ("nothing", {}),
}
"""Name in the table → module in this folder, and its options. In the order of the table."""

OWN = "archive"
"""The tool that is this project; it runs in the project's own environment."""

YARDSTICK = "trafilatura"
"""The tool whose time the others' is given in multiples of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page as a tool gets it.

    Attributes:
        path: The page: `….html`, or `….txt` for a flattened one.
        url: Where it was; empty if unknown.
    """

    path: Path
    url: str

    @property
    def flattened(self) -> bool:
        """Whether it is bare text."""
        return self.path.suffix == ".txt"

    def text(self) -> str:
        """The page as it is."""
        return self.path.read_text(encoding="utf-8", errors="replace")

    def html(self) -> str:
        """The page as HTML: a bare text has one paragraph a line."""
        if not self.flattened:
            return self.text()
        escaped = self.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        lines = "\n".join(f"<p>{line}</p>" for line in escaped.split("\n"))
        return (
            f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{lines}</body></html>'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page with what was decided about it, for tools that tell.

    Attributes:
        text: Its words.
        role: What it was held to be.
        rule: The rule that decided.
        kept: Whether it is in the text.
    """

    text: str
    role: str
    rule: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a tool knows of a page besides its text; empty where it does not.

    Attributes:
        title: The headline.
        author: Who wrote it; several are joined by `; `.
        date: Day of publication, `2025-09-04` or less.
        basis: How the date is known: `stated`, or in other words that it is not.
        captions: Captions, each with its credit, of pictures whose address is given.
        text: Where captions may stand as well, for tools that do not tell them apart.
        lines: Every line of the page.
        findings: Codes of what there is to say about the page.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    basis: str = "stated"
    captions: tuple[str, ...] = ()
    text: str = ""
    lines: tuple[Line, ...] = field(default=())
    findings: tuple[str, ...] = ()

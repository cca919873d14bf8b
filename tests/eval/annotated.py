"""Annotated pages: a page as it is scraped, and in the same file what each of its lines is.

    ---
    title: The headline              facts as they should come out; empty for unknown
    date: '2024-05-03T08:00+07:00'
    captions: [[The caption, Its credit]]
    flattened: {date: ''}            what differs where only the text is known
    ---
    <h1>‹headline›The headline</h1>
    <p>‹body›The first paragraph.</p>

A mark gives the role of all text from there to the next mark.
Without its marks the rest of the file is the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.flatten import flatten
from generator.model import Role

PAGES = Path(__file__).parent / "pages"

HIDDEN = "hidden"
"""The mark of text that the page does not show; the rest are roles."""

_MARK = re.compile(r"‹([a-z_]+)›")
_FACTS = frozenset({"title", "date", "byline", "agency", "dateline", "section"})
_ROLES = frozenset({HIDDEN, *Role})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page, or the part of one that has a role of its own."""

    role: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A page in one of its forms, with its gold.

    Attributes:
        name: Its file's name; `+flattened` for the bare text of an HTML page.
        suffix: `.html` or `.txt`.
        text: The page.
        lines: All its text with the roles it has.
        facts: Name of a fact → its value; empty for unknown.
        captions: Caption and credit of each picture; either may be empty.
    """

    name: str
    suffix: str
    text: str
    lines: Sequence[Line]
    facts: Mapping[str, str]
    captions: Sequence[tuple[str, str]]

    @property
    def lang(self) -> str:
        """The language, in two letters: its file's name begins with it."""
        return self.name[:2]

    @property
    def form(self) -> str:
        """`html`, `flattened` or `text`."""
        if self.suffix == ".html":
            return "html"
        return "flattened" if self.name.endswith("+flattened") else "text"


def load(folder: Path = PAGES) -> list[Annotated]:
    """All pages, by name; an HTML page twice: as it is, and flattened."""
    return [
        page
        for path in sorted(folder.iterdir())
        for page in parse(path.name, path.read_text(encoding="utf-8"))
    ]


def parse(name: str, source: str) -> list[Annotated]:
    """Read one file.

    Raises:
        ValueError: It has no facts, an unknown one, an unknown role, or text without a role.
    """
    _, head, marked = source.split("---\n", 2)
    known = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - all of it is text
    bare = known.pop("flattened", {})
    suffix = Path(name).suffix
    html = suffix == ".html"
    text = flatten(marked) if html else marked
    pages = [_page(name, suffix, _MARK.sub("", marked), text, known)]
    if html:
        # Flattened without its marks, since what is marked may be only a space.
        shown = flatten(pages[0].text)
        pages.append(_page(f"{name}+flattened", ".txt", shown, text, {**known, **bare}))
    return pages


def _page(name: str, suffix: str, text: str, marked: str, known: Mapping[str, object]) -> Annotated:
    facts = {key: str(value) for key, value in known.items() if key != "captions"}
    if strange := sorted(facts.keys() - _FACTS):
        raise ValueError(f"{name}: there is no fact {strange[0]}")
    captions = known.get("captions") or []
    assert isinstance(captions, list)
    return Annotated(
        name=name,
        suffix=suffix,
        text=text,
        lines=_lines(name, marked),
        facts=facts,
        captions=tuple((str(caption), str(credit)) for caption, credit in captions),
    )


def _lines(name: str, marked: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    role = ""
    for line in marked.split("\n"):
        first, *rest = _MARK.split(line)
        for given, text in [("", first), *zip(rest[::2], rest[1::2], strict=True)]:
            role = given or role
            if not text.strip():
                continue
            if role not in _ROLES:
                raise ValueError(f"{name}: {text!r} has the role {role!r}")
            lines.append(Line(role=role, text=text.strip()))
    return tuple(lines)

"""A run of text on its way from a page into a block: pieces in, inlines out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.extract.blocks_text import shows, spaced, visible
from generator.model import Inline

_LABEL = re.compile(r"[:©(/|–-]\s*$|\b(?:by|via|of)\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[+−–-]?[0-9]{1,4}\s*")
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


class Marks(NamedTuple):
    """What a run of text shares.

    Attributes:
        href: Where it links to; empty for nowhere that may be linked.
        linked: It stands in a link of any kind.
        strong: Printed bold.
        em: Printed italic.
        code: Printed as code.
    """

    href: str = ""
    linked: bool = False
    strong: bool = False
    em: bool = False
    code: bool = False


@dataclass(slots=True)
class Run:
    """Text that will be one block.

    Attributes:
        pieces: Texts with their marks, as found; None is a line break.
        shown: Whether any piece shows something.
    """

    pieces: list[tuple[str, Marks] | None] = field(default_factory=list)
    shown: bool = False

    def add(self, text: str, marks: Marks) -> bool:
        """Take in a text; says whether it shows anything."""
        if text[:1].isalnum():  # most texts
            self.pieces.append((text, marks))
            self.shown = True
            return True
        if text and (self.pieces or not text.isspace()):  # spaces in front show nothing
            self.pieces.append((text, marks))
        seen = shows(text)
        self.shown = self.shown or seen
        return seen

    def break_line(self) -> None:
        """Take in a line break."""
        if self.pieces:
            self.pieces.append(None)

    def breaks(self) -> bool:
        """Whether a line break was the last thing that was not space."""
        return next(
            (piece is None for piece in reversed(self.pieces) if piece is None or shows(piece[0])),
            False,
        )

    def ends_in_label(self) -> bool:
        """Whether a credit would stand behind its label: `Photo:`, `(Ảnh: `, `© `."""
        last = next((piece[0] for piece in reversed(self.pieces) if piece and shows(piece[0])), "")
        return _LABEL.search(last) is not None

    def raised(self, text: str) -> str:
        """A text that stands above the line: behind a digit, `10<sup>6</sup>` is not 106."""
        last = self.pieces[-1] if self.pieces else None
        behind = last is not None and last[0][-1:].isdigit()
        return text.translate(_RAISED) if behind and _NUMBER.fullmatch(text) else text

    def finish(self) -> tuple[str, tuple[Inline, ...], float]:
        """The run's text, its inlines and the share of it that is linked; starts anew.

        A text without marks and line breaks has no inlines.
        """
        pieces, shown, self.pieces, self.shown = self.pieces, self.shown, [], False
        if not shown:
            return "", (), 0.0
        joined = _join(pieces)
        if len(joined) == 1 and joined[0]:
            return _single(*joined[0])
        return _several(joined)


def _single(text: str, marks: Marks) -> tuple[str, tuple[Inline, ...], float]:
    """As `Run.finish`, of one piece."""
    text = visible(text)
    href, linked, strong, em, code = marks
    if text and (href or strong or em or code):
        inline = Inline(text=text, href=href, strong=strong, em=em, code=code)
        return text, (inline,), float(linked)
    return text, (), float(linked and bool(text))


def _several(pieces: list[tuple[str, Marks] | None]) -> tuple[str, tuple[Inline, ...], float]:
    """As `Run.finish`, of pieces that differ."""
    inlines, linked = _collapse(pieces)
    joined = "".join([inline.text for inline in inlines])
    text = visible(joined)
    if text != joined or (len(inlines) == 1 and inlines[0] == Inline(text=text)):
        # A letter and its mark stood in different elements: the word matters more than
        # where its bold type began.
        inlines = ()
    return text, inlines, min(1.0, linked / len(text)) if text else 0.0


def _join(pieces: list[tuple[str, Marks] | None]) -> list[tuple[str, Marks] | None]:
    """Put neighbours with the same marks together."""
    if len(pieces) == 1:
        return pieces
    joined: list[tuple[list[str], Marks] | None] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if piece and last and last[1] == piece[1]:
            last[0].append(piece[0])
        else:
            joined.append(([piece[0]], piece[1]) if piece else None)
    return [("".join(piece[0]), piece[1]) if piece else None for piece in joined]


def _collapse(pieces: list[tuple[str, Marks] | None]) -> tuple[tuple[Inline, ...], int]:
    """Collapse spaces across pieces; a line break takes the place of the spaces around it."""
    kept: list[tuple[str, Marks, bool]] = []
    for piece in pieces:
        if piece is None:
            if kept:
                text, marks, _ = kept[-1]
                kept[-1] = (f"{text.rstrip()} ", marks, True)
            continue
        text = spaced(piece[0])
        if not kept or kept[-1][0].endswith(" "):
            text = text.lstrip()
        if text:
            kept.append((text, piece[1], False))
    if kept:
        kept[-1] = (kept[-1][0].rstrip(), kept[-1][1], False)
    inlines = tuple(
        [
            Inline(
                text=text,
                href=marks.href,
                strong=marks.strong,
                em=marks.em,
                br=br,
                code=marks.code,
            )
            for text, marks, br in kept
            if text
        ]
    )
    return inlines, sum([len(text) for text, marks, _ in kept if marks.linked])

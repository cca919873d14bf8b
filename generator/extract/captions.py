"""Captions: what they say, and who took the picture, pulled apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract import captions_credit, shapes
from generator.extract.page import Line, Page
from generator.model import Role

_GLUED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Parts:
    """A caption taken apart.

    Attributes:
        caption: What the picture shows; may be empty.
        credit: Who took it or gave it, as printed; may be empty.
    """

    caption: str
    credit: str

    @property
    def key(self) -> str:
        """Equal for two printings of one caption."""
        return shapes.line_key(self.caption)


def dated_alt(page: Page, line: Line) -> re.Match[str] | None:
    """How a line fits the shape of an alt line that ends in a date, if it does."""
    if not line.text[-1:].isdigit():
        return None
    for rule in page.profile.lines:
        dated = rule.role is Role.ALT_TEXT and {"alt", "date"} <= set(rule.pattern.groupindex)
        if dated and (match := rule.match(line.text)):
            return match
    return None


def belongs(page: Page, i: int, alt: str) -> bool:
    """Whether the line above or below an alt line prints the same caption, so that it is ours."""
    key = shapes.line_key(alt)
    above, below = page.near(i, -1), page.near(i, 1)
    return bool(key) and bool(
        (above and above.key.endswith(key)) or (below and below.key.endswith(key))
    )


def parts(page: Page, i: int) -> Parts:
    """Take the caption at position `i` apart.

    A credit glued to its caption (`© Ảnh : TTXVN - Bùi Lâm KhánhBộ trưởng …`) ends where the
    caption begins as the alt line or the caption below prints it again; else where a capital
    letter is glued to a small one.
    """
    line = page.lines[i]
    for rule in page.profile.lines:
        if rule.role not in (Role.CAPTION, Role.CREDIT):
            continue
        match = rule.match(line.text)
        if not match:
            continue
        groups = match.groupdict()
        if glued := groups.get("glued"):
            return _unglue(glued, _printed_again(page, i))
        return _tidy(groups.get("caption") or groups.get("kind") or "", groups.get("credit") or "")
    return Parts(*captions_credit.split(line.text))


def _printed_again(page: Page, i: int) -> list[str]:
    again = []
    for line in page.lines[i + 1 : i + 3]:
        alt = dated_alt(page, line)
        again.append(alt["alt"] if alt else line.text)
    return again


def _unglue(glued: str, again: list[str]) -> Parts:
    for text in again:
        if shapes.line_key(text) and glued.rstrip(" .").endswith(text.rstrip(" .")):
            start = glued.rfind(text.rstrip(" ."))
            return Parts(glued[start:], glued[:start].strip())
    for match in _GLUED.finditer(glued):
        if glued[match.end()].isupper() and glued[match.start() - 1].islower():
            return Parts(glued[match.start() :], glued[: match.start()].strip())
    return Parts("", glued.strip())


def _tidy(caption: str, credit: str) -> Parts:
    return Parts(caption.strip().rstrip("([").strip(), credit.strip().rstrip(".,;]").strip())

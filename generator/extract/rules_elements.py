"""Rules that read the elements of an HTML page: what profiles and the names of elements say."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract import dates, shapes
from generator.extract.element_names import DROPPED
from generator.extract.page import Decided, Decision, Line, Page
from generator.model import BlockKind, Role

_SHORT = 40
"""Most words of a line whose class may say that it is a date line, a byline, a source …"""

_LABEL = 6
"""Most words of a section label."""

_NOT_DECK = 130
"""A longer paragraph is no deck, whatever its class."""

_NEAR = 3
"""A line is what one of the nearest three elements around it says."""

_WITH_PICTURES = DROPPED | {Role.TEASER}
"""Roles that the pictures in an element share with its text."""

_LINES = frozenset({Role.DATE_LINE, Role.BYLINE, Role.SOURCE_LINE, Role.CREDIT})
_PICTURES = frozenset({Role.CAPTION, Role.CREDIT})


def selected(page: Page, decided: Decided) -> Iterator[Decision]:
    """Elements that the outlet's profile names."""
    for i, line in page.open(decided):
        for known in page.profile.elements_at(line.block.path):
            if line.block.kind is not BlockKind.IMAGE or known.role in _WITH_PICTURES:
                yield Decision(i, known.role, known.name)
                break


def figures(page: Page, decided: Decided) -> Iterator[Decision]:
    """Captions and credits by the names of elements: `p.wp-caption-text`, `span.credit`."""
    for i, role in _hints(page, decided):
        line = page.lines[i]
        if role in _PICTURES and line.block.kind is not BlockKind.CAPTION and fits(role, line):
            yield Decision(i, role, f"class-{role.value}")


def hinted(page: Page, decided: Decided) -> Iterator[Decision]:
    """Date lines, bylines, decks and the like by the names of elements: `span.author`.

    They stand at the head or at the tail of a story; in a box of other stories they are theirs.
    """
    head, tail = page.head_end(decided), page.tail_start(decided)
    for i, role in _hints(page, decided):
        line = page.lines[i]
        if role in _PICTURES or not fits(role, line) or head <= i <= tail:
            continue
        if role in (Role.DECK, Role.SECTION) and i >= head:
            continue
        if role is Role.DECK and i in page.out:
            continue
        if role is Role.SECTION and (line.words > _LABEL or line.prose):
            continue
        boxed = page.boxes[i] if page.boxes else None
        # A byline or a date in an article's footer is the article's.
        if boxed is None or (boxed is Role.LEGAL and role in (Role.BYLINE, Role.DATE_LINE)):
            yield Decision(i, role, f"class-{role.value}")


def decks(page: Page) -> frozenset[int]:
    """Sentences, or headings as long, whose element's name says that they are decks."""
    return frozenset(
        i
        for i, role in _hints(page, {})
        if role is Role.DECK and page.lines[i].words >= shapes.PROSE_WORDS
    )


def _hints(page: Page, decided: Decided) -> Iterator[tuple[int, Role]]:
    """Open lines with what the nearest elements that say something say."""
    if not page.html:
        return
    names = page.profile.names_of_elements
    for i, line in page.open(decided):
        if role := names.hint(line.block.path[-_NEAR:]):
            yield i, role


def fits(role: Role, line: Line) -> bool:
    """Whether a line can be what its class says."""
    if line.block.kind is BlockKind.IMAGE:
        return False
    if role is Role.DATE_LINE:
        return line.words <= _SHORT and not line.prose and bool(dates.find(line.text))
    if role in _LINES:
        return line.words <= _SHORT and not line.prose
    return line.words <= _NOT_DECK

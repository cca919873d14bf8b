"""Rules for what the model takes for furniture: what kind of furniture it is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract import shapes
from generator.extract.leaning import is_bare
from generator.extract.page import Decided, Decision, Line, Page, headline
from generator.model import BlockKind, Role

_TEASER_WORDS = 5
"""A shorter link is rather navigation than the headline of another story."""

_LABEL_WORDS = 6
"""Most words of a section label."""

_ENDS_STORY = frozenset({Role.BYLINE, Role.SOURCE_LINE, Role.RELATED, Role.COMMENT})
"""What comes only when the story is over."""

_NOTICE = "©"


def boxed(page: Page, decided: Decided) -> Iterator[Decision]:
    """Furniture in an element whose name says what it is for: `div.related`, `footer`."""
    for i, role in enumerate(page.boxes):
        if role is not None and i in page.out and i not in decided:
            yield Decision(i, role, f"element-{role.value}")


def last_headings(page: Page, decided: Decided) -> Iterator[Decision]:
    """Headings of lists of other stories, below the story, whose lists are gone already."""
    for i, line in page.open(decided, page.tail_start(decided) + 1):
        if page.profile.phrase("related-heading", line.key):
            yield Decision(i, Role.RELATED, "related-heading")


def below_marks(page: Page, decided: Decided) -> Iterator[Decision]:
    """What stands below the mark that ends the story of a page whose elements have no names.

    What is no paragraph is furniture once a byline, a source line or other stories have come.
    """
    if not page.html or not is_bare(page):
        return
    tail = page.tail_start(decided)
    ended = False
    for i, line in enumerate(page.lines):
        ended = ended or (i > tail >= 0 and i in decided and decided[i].role in _ENDS_STORY)
        if ended and i not in decided and line.block.kind is not BlockKind.IMAGE:
            yield Decision(i, Role.NAVIGATION, "below-story")


def rest(page: Page, decided: Decided) -> Iterator[Decision]:
    """Furniture that nothing names, told by its place and form.

    The rule's name says what spoke most against the line: `furniture-links`, `furniture-place`.
    """
    head = headline(decided)
    tail = page.tail_start(decided)
    for i, line in page.open(decided):
        if line.block.kind is BlockKind.IMAGE:
            boxed = page.boxes[i] if page.boxes else None
            beyond = Role.NAVIGATION if i < head else Role.RELATED
            yield Decision(i, boxed or beyond, "picture-outside")
            continue
        if i not in page.out:
            continue
        if (
            page.html
            and i == head - 1
            and line.title
            and not line.linked
            and line.words <= _LABEL_WORDS
        ):
            yield Decision(i, Role.SECTION, "above-headline")
        else:
            role = _role(line, above=i < head, below=i > tail)
            yield Decision(i, role, f"furniture-{page.reasons[i]}")


def _role(line: Line, *, above: bool, below: bool) -> Role:
    if above:
        return Role.NAVIGATION
    if _NOTICE in line.text:
        return Role.LEGAL
    if line.linked:
        teases = Role.RELATED if below else Role.TEASER
        return teases if line.words >= _TEASER_WORDS else Role.NAVIGATION
    if line.prose or line.words > shapes.PROSE_WORDS:
        return Role.RELATED
    return Role.NAVIGATION if below else Role.WIDGET

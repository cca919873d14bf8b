"""Rules for what is left, which is the story: by its form."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract import shapes
from generator.extract.leaning import is_embed
from generator.extract.page import Decided, Decision, Line, Page
from generator.extract.rules_head import is_bold
from generator.model import BlockKind, Role

_SUBHEADING_WORDS = 24
_SPOKEN = 15
"""In a page whose paragraphs are all parted by blank lines, a longer question is somebody's."""

_DENSE_WORDS = 4
"""In a text without blank lines, a shorter line is hardly a subheading."""

_REPEATED = 60
"""A paragraph printed twice is one if it has so many characters; refrains are shorter."""

_KINDS = {
    BlockKind.HEADING: (Role.SUBHEADING, "heading"),
    BlockKind.QUOTE: (Role.QUOTE, "blockquote"),
    BlockKind.TABLE: (Role.TABLE, "table"),
    BlockKind.LIST_ITEM: (Role.LIST, "list"),
    BlockKind.IMAGE: (Role.IMAGE, "image"),
}


def repeated_paragraphs(page: Page, decided: Decided) -> Iterator[Decision]:
    """Long paragraphs that the page prints again, word for word."""
    seen: set[str] = set()
    for i, line in enumerate(page.lines):
        if i in decided and decided[i].role is not Role.DECK:
            continue
        if i not in decided and line.key in seen and len(line.text) >= _REPEATED:
            yield Decision(i, Role.DUPLICATE, "paragraph-repeated")
        seen.add(line.key)


def forms(page: Page, decided: Decided) -> Iterator[Decision]:
    """Headings, quotations, lists and tables by their elements; all else is body.

    In bare text a line alone that could be a title, between two paragraphs, is a subheading.
    """
    story = page.prose(decided)
    first, last = (story[0], story[-1]) if story else (0, 0)
    for i, line in page.open(decided):
        if line.block.kind in _KINDS:
            yield Decision(i, *_KINDS[line.block.kind])
        elif is_embed(line):
            yield Decision(i, Role.BODY, "embed")
        elif page.html and first <= i < last and _bold_title(line):
            yield Decision(i, Role.SUBHEADING, "bold-between-paragraphs")
        elif not page.html and first <= i < last and _stands_alone(page, decided, i):
            yield Decision(i, Role.SUBHEADING, "title-between-paragraphs")
        else:
            yield Decision(i, Role.BODY, "paragraph" if line.prose else "rest-of-story")


def _bold_title(line: Line) -> bool:
    bold = line.title and not line.prose and line.words <= _SUBHEADING_WORDS
    return bold and is_bold(line) and line.block.kind is BlockKind.PARAGRAPH


def _stands_alone(page: Page, decided: Decided, i: int) -> bool:
    """Whether a line of a text is a title by itself: between gaps, or where a text has no gaps.

    A salutation (`Thưa quý vị,`), an exclamation and what comes back (a refrain) are none.
    """
    line = page.lines[i]
    if not line.title or line.prose or page.profile.match("enumerated", line.text):
        return False
    bare = line.text.rstrip("\"'”’»")
    if bare.endswith((",", "!")):
        return False
    longest = _SPOKEN if page.spaced and bare.endswith("?") else _SUBHEADING_WORDS
    alone = line.block.gap_before and line.block.gap_after
    return (
        line.words <= longest
        and shapes.has_letter(line.text)
        and (alone or (page.dense and _between_paragraphs(page, decided, i)))
        and not _comes_back(page, decided, i)
    )


def _comes_back(page: Page, decided: Decided, i: int) -> bool:
    """Whether the page prints a line again, other than as its headline."""
    key = page.lines[i].key
    return any(
        other.key == key and j != i and not (j in decided and decided[j].role is Role.HEADLINE)
        for j, other in enumerate(page.lines)
    )


def _between_paragraphs(page: Page, decided: Decided, i: int) -> bool:
    """Whether an open paragraph stands right before a line and another right after it."""
    before, after = page.near(i, -1), page.near(i, 1)
    return bool(
        page.lines[i].words >= _DENSE_WORDS
        and before
        and after
        and before.prose
        and after.prose
        and not {i - 1, i + 1} & set(decided)
    )

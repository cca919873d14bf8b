"""Rules for what stands above a story: headline, section label, deck, the headline again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from generator.extract import rules_lines, titles
from generator.extract.page import Decided, Decision, Line, Page
from generator.model import BlockKind, Role

_LABEL_WORDS = 6
"""Longest label above a headline."""

_REPEATED_WORDS = 4
"""A shorter headline may come back as a subheading of its own story."""

_TOP_LEVELS = (1, 2)
"""Levels at which pages print headlines."""

_LONGEST = 300
"""Longest first line of a text, in characters, that can be a headline."""


def headline(page: Page, decided: Decided) -> Iterator[Decision]:
    """The headline, and a section label above it."""
    yield from _html_headline(page, decided) if page.html else _text_headline(page, decided)


def _text_headline(page: Page, decided: Decided) -> Iterator[Decision]:
    """The first line that could be a title, if no paragraph comes before it.

    A text that begins with a sentence has no headline, unless that is a deck above the date line
    with the headline below it.
    """
    for i, line in page.open(decided):
        if line.prose:
            if (below := _below_date_line(page, decided, i)) is not None:
                yield Decision(below, Role.HEADLINE, "below-date-line")
            return
        above = _above_headline(page, decided, i)
        if above is None and (not line.title or len(line.text) > _LONGEST):
            return
        if above:
            yield above
        elif above is None:
            yield Decision(i, Role.HEADLINE, "first-title")
            return


def _above_headline(page: Page, decided: Decided, i: int) -> Decision | Literal[False] | None:
    """What stands above a headline: a label, or something that a later rule decides about.

    Returns:
        A decision; False if a later rule makes it; None if the line is nothing of the kind.
    """
    line = page.lines[i]
    if _is_kicker(page, decided, i):
        return Decision(i, Role.SECTION, "kicker")
    if not line.title or len(line.text) > _LONGEST:
        return None
    shape = rules_lines.shape_of(page, line, "head", "edge")
    if rules_lines.is_date_line(page, line.text) or (shape and shape[0].role is not Role.SECTION):
        return False
    known = page.profile.phrase
    leads = known("navigation", line.key) or known("widget-run", line.key)
    if leads and not known("section", line.key) and _title_below(page, decided, i):
        return Decision(i, Role.NAVIGATION, "navigation-phrase")
    if shape or _is_label(page, decided, i):
        return Decision(i, Role.SECTION, shape[0].name if shape else "section-label")
    return None


def _is_kicker(page: Page, decided: Decided, i: int) -> bool:
    """Whether a line is a short label with a colon, right above a title: `Quan hệ Việt - Lào:`."""
    line, below = page.lines[i], page.near(i, 1)
    kicker = line.text.endswith(":") and line.words <= _LABEL_WORDS and not line.prose
    return bool(kicker and below and i + 1 not in decided and below.title and not below.prose)


def _below_date_line(page: Page, decided: Decided, i: int) -> int | None:
    """The title between a date line, right below line `i`, and a paragraph; None if none is."""
    if not (i + 2 < len(page.lines) - 1 and rules_lines.is_date_line(page, page.lines[i + 1].text)):
        return None
    line, below = page.lines[i + 2], page.lines[i + 3]
    found = line.title and not line.prose and line.words >= _REPEATED_WORDS and below.prose
    return i + 2 if found and i + 2 not in decided else None


def _is_label(page: Page, decided: Decided, i: int) -> bool:
    """Whether a short line is the label of the title below it.

    It is if profiles know it, or if the title below comes back later in the page: a page repeats
    its headline, not what stands below it.
    """
    line = page.lines[i]
    below = _title_below(page, decided, i)
    if below is None or line.words > _LABEL_WORDS:
        return False
    again = sum(other.key == below.key for other in page.lines) > 1
    return again or page.profile.phrase("section", line.key)


def _title_below(page: Page, decided: Decided, i: int) -> Line | None:
    """A longer line that could be the headline, below line `i` and above the first paragraph."""
    for j, other in page.open(decided, i + 1):
        if other.prose:
            return None
        if other.title and other.words > page.lines[i].words:
            known = page.profile.phrase("section", other.key)
            if not known and not rules_lines.is_date_line(page, other.text):
                return other if j > i else None
    return None


def _html_headline(page: Page, decided: Decided) -> Iterator[Decision]:
    """The element that prints the stated title, else the page's `h1`, else what looks like one."""
    if any(decision.role is Role.HEADLINE for decision in decided.values()):
        return  # the outlet's profile knows where it is
    stated = titles.keys(page.head, page.profile)
    names = titles.site_names(page.head, page.profile)
    story = next(iter(page.prose(decided)), len(page.lines))
    lines = [
        (i, line)
        for i, line in page.open(decided)
        if line.key not in names
        and line.block.kind is not BlockKind.IMAGE
        and (line.block.kind is BlockKind.HEADING or not line.linked)
    ]
    headings = [(i, line) for i, line in lines if line.block.kind is BlockKind.HEADING]
    firsts = [(i, line) for i, line in headings if line.block.level == 1]
    for group, rule in ((firsts, "h1"), (headings, "heading-as-stated"), (lines, "as-stated")):
        for i, line in group:
            if titles.states(stated, line.text) and not _names_site(page, lines, i, story):
                yield Decision(i, Role.HEADLINE, rule)
                return
    if firsts:
        above = [i for i, _ in firsts if i < story] or [i for i, _ in firsts]
        yield Decision(above[-1], Role.HEADLINE, "h1")
    elif (
        not page.head.first("og:title")
        and (found := _like_headline(page, lines, story)) is not None
    ):
        yield Decision(found, Role.HEADLINE, "above-story")


def _names_site(page: Page, lines: Sequence[tuple[int, Line]], i: int, story: int) -> bool:
    """Whether a line that prints the page's `title` is the site's name all the same.

    Old sites have one `title` for all pages and print it on top; the headline stands below it.
    """
    if page.head.first("og:title") or page.lines[i].block.kind is BlockKind.HEADING:
        return False
    first = next(j for j, line in enumerate(page.lines) if line.block.kind is not BlockKind.IMAGE)
    found = _like_headline(page, lines, story)
    return i == first and found is not None and found > i and is_bold(page.lines[found])


def _like_headline(page: Page, lines: Sequence[tuple[int, Line]], story: int) -> int | None:
    """What stands above the story as a headline would: a heading, else the last bold title."""
    above = [(i, line) for i, line in lines if i < story and line.words >= _REPEATED_WORDS]
    for i, line in above:
        if line.block.kind is BlockKind.HEADING and line.block.level in _TOP_LEVELS:
            return i
    titles_above = [
        (i, line)
        for i, line in above
        if line.title and not line.prose and not rules_lines.is_date_line(page, line.text)
    ]
    bold = [i for i, line in titles_above if is_bold(line)]
    return next(reversed(bold or [i for i, _ in titles_above]), None)


def is_bold(line: Line) -> bool:
    """Whether all of a line is printed bold."""
    shown = [run for run in line.block.inlines if run.text.strip()]
    return bool(shown) and all(run.strong for run in shown)


def repeated_headline(page: Page, decided: Decided) -> Iterator[Decision]:
    """Lines that print the headline again."""
    head = next((d.i for d in decided.values() if d.role is Role.HEADLINE), None)
    if head is None:
        return
    first, near = page.lines[head], page.head_end(decided)
    if not first.key:
        return
    for i, line in page.open(decided):
        if line.block.kind is BlockKind.IMAGE:
            continue
        if line.key == first.key and (first.words >= _REPEATED_WORDS or i < near):
            yield Decision(i, Role.DUPLICATE, "headline-repeated")


def deck(page: Page, decided: Decided) -> Iterator[Decision]:
    """The paragraph that stands between the headline and the date line, or the headline again.

    A first paragraph without such a sign is the lead, and so the story.
    """
    head = next((d.i for d in decided.values() if d.role is Role.HEADLINE), None)
    if head is None:
        return
    first = next(((i, line) for i, line in page.open(decided, head + 1)), None)
    if not first or not (first[1].prose or first[1].title):
        return
    i, line = first
    if page.html and line.block.kind is BlockKind.HEADING and line.prose:
        yield Decision(i, Role.DECK, "heading-as-deck")
        return
    between = [decided[j].role for j in range(head + 1, i) if j in decided]
    after = decided[i + 1].role if i + 1 in decided else None
    signs = (Role.DATE_LINE, Role.BYLINE, Role.DUPLICATE)
    if line.prose and after in signs and not any(role in signs for role in between):
        yield Decision(i, Role.DECK, "before-date-line")
    elif not page.html and not line.prose and _is_second_title(page, decided, i):
        yield Decision(i, Role.DECK, "title-below-headline")


def _is_second_title(page: Page, decided: Decided, i: int) -> bool:
    """Whether a line is as long as a title and stands alone above the first paragraph."""
    line, below = page.lines[i], page.near(i, 1)
    return bool(
        below
        and below.prose
        and i + 1 not in decided
        and line.words >= _REPEATED_WORDS
        and not line.text.endswith((",", "!"))
        and not page.profile.match("enumerated", line.text)
    )


def sections(page: Page, decided: Decided) -> Iterator[Decision]:
    """A known section label between the headline and the story."""
    head = page.head_end(decided)
    for i, line in page.open(decided):
        if i >= head:
            return
        known = page.profile.phrase("section", line.key) and line.words <= _LABEL_WORDS
        if known and line.title and not line.linked:
            yield Decision(i, Role.SECTION, "section-label")

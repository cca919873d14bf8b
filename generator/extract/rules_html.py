"""Rules that read the elements of an HTML page: what they are called and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract import dates, rules_lines
from generator.extract.outline import DROPPED, Outline
from generator.extract.page import Decided, Decision, Line, Page
from generator.model import BlockKind, Role

_SHORT = 40
"""Most words of a line whose class may say that it is a date line, a byline, a source …"""

_NOT_DECK = 130
"""A longer paragraph is no deck, whatever its class."""

_REST_WORDS, _REST_SHARE = 60, 0.15
"""A paragraph below the story that stands in another element than the story's is furniture (an
address, a visitor count) if there are no more words of this kind, in all and in share."""

_QUESTION = 4
"""Fewest words of a heading on a button."""

_LABEL = 6
"""Most words of a section label."""

_ENDS_STORY = DROPPED | {Role.BYLINE, Role.SOURCE_LINE}
"""What comes only when the story is over."""

_WITH_PICTURES = DROPPED | {Role.TEASER}
"""Roles that the pictures in an element share with its text."""

_LINES = frozenset({Role.DATE_LINE, Role.BYLINE, Role.SOURCE_LINE, Role.SECTION, Role.CREDIT})


def selected(page: Page, decided: Decided) -> Iterator[Decision]:
    """Elements that the outlet's profile names."""
    for i, line in page.open(decided):
        for known in page.profile.elements_at(line.block.path):
            if line.block.kind is not BlockKind.IMAGE or known.role in _WITH_PICTURES:
                yield Decision(i, known.role, known.name)
                break


def parts(page: Page, decided: Decided) -> Iterator[Decision]:
    """Parts of the page that are boilerplate by their tag, class or id; then what is outside.

    Rules are named after what they read: `element-related`, `class-date_line`, `outside-story`.
    """
    if not page.html or not page.lines:
        return
    outline = Outline(page)
    story = outline.story(page)
    inside = [i for i, trail in enumerate(outline.trails) if story in trail and page.lines[i].prose]
    first, last = (inside[0], inside[-1]) if inside else (0, len(page.lines))
    head = next((d.i for d in decided.values() if d.role is Role.HEADLINE), -1)
    for i, line in page.open(decided):
        found = _named(outline, i, line, above=i <= first) or _outside(
            outline, story, i, line, span=(head, first, last)
        )
        if found:
            yield Decision(i, *found)


def above(page: Page, decided: Decided) -> Iterator[Decision]:
    """What stands above the headline: furniture, and perhaps a section label next to it.

    Old pages name no elements, so that only the place tells.
    """
    if not page.html:
        return
    head = next((d.i for d in decided.values() if d.role is Role.HEADLINE), -1)
    for i, line in page.open(decided):
        if i >= head:
            break
        label = i == head - 1 and line.words <= _LABEL and line.title
        label = label and not line.linked
        yield Decision(i, Role.SECTION if label else Role.NAVIGATION, "above-headline")


def below(page: Page, decided: Decided) -> Iterator[Decision]:
    """What stands below the mark that ends the story.

    What is no paragraph of the story is furniture once a byline, a source line, other stories or
    comments have come.
    """
    if not page.html:
        return
    story = page.prose(decided)
    marks = [i for i, d in decided.items() if d.role in _ENDS_STORY and story and i > story[0]]
    if not marks:
        return
    places = {page.lines[i].block.path for i in story if i < min(marks)}
    last = max(i for i in story if page.lines[i].block.path in places)
    rest = sum(page.lines[i].words for i in story if i > last)
    if rest > min(_REST_WORDS, _REST_SHARE * sum(page.lines[i].words for i in story)):
        last = story[-1]
    ended = False
    for i in range(last + 1, len(page.lines)):
        ended = ended or (i in decided and decided[i].role in _ENDS_STORY)
        if (
            ended
            and i not in decided
            and not rules_lines.shape_of(page, page.lines[i], "tail", "edge")
        ):
            yield Decision(i, Role.NAVIGATION, "below-story")


def _named(outline: Outline, i: int, line: Line, *, above: bool) -> tuple[Role, str] | None:
    hint = outline.hint(i)
    if (role := outline.dropped(i)) is not None and not _unfolds(line):
        # A byline or a date in an article's footer is the article's.
        if (
            hint
            and hint[0] in (Role.BYLINE, Role.DATE_LINE)
            and role is Role.LEGAL
            and _fits(hint[0], line)
        ):
            return hint[0], f"class-{hint[0].value}"
        return role, f"element-{role.value}"
    if hint and _fits(hint[0], line) and (hint[0] is not Role.DECK or above):
        return hint[0], f"class-{hint[0].value}"
    return None


def _unfolds(line: Line) -> bool:
    """Whether a line is a heading that shows its section when it is clicked, and so a `button`."""
    tags = [step.partition(".")[0].partition("#")[0] for step in line.block.path]
    if "button" not in tags or line.words < _QUESTION:
        return False
    return line.block.kind is BlockKind.HEADING or line.text.endswith("?")


def _fits(role: Role, line: Line) -> bool:
    """Whether a line can be what its class says."""
    if line.block.kind is BlockKind.IMAGE:
        return False
    if role is Role.DATE_LINE:
        return line.words <= _SHORT and bool(dates.find(line.text)) and not line.prose
    if role in _LINES:
        return line.words <= _SHORT and not line.prose
    if role is Role.DECK and line.block.kind is BlockKind.CAPTION:
        return False
    if role in (Role.DECK, Role.CAPTION):
        return line.words <= _NOT_DECK
    return True


def _outside(
    outline: Outline, story: int, i: int, line: Line, *, span: tuple[int, int, int]
) -> tuple[Role, str] | None:
    """What is not in the story's element: page furniture, but for what belongs to the head.

    Between the headline and the story, paragraphs and pictures are kept: a deck and a lead
    picture often stand there. Between its first and last paragraph everything is kept.
    """
    if story in outline.trails[i]:
        return None
    head, first, last = span
    if first <= i <= last:
        return None
    if 0 <= head < i < first:
        keep = line.prose or line.block.kind in (BlockKind.IMAGE, BlockKind.CAPTION)
        return None if keep or not line.linked else (Role.NAVIGATION, "outside-story")
    if i > last and not line.prose and line.words <= _SHORT and _sibling(outline, story, i):
        return None
    role = Role.RELATED if i > last else Role.NAVIGATION
    return role, "outside-story"


def _sibling(outline: Outline, story: int, i: int) -> bool:
    """Whether a line stands beside the story's element, as bylines and source lines do."""
    parent = outline.nodes[story].parent
    return parent > 0 and parent in outline.trails[i]

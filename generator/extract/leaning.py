"""What the model cannot know, as log-odds that are added to its own.

It was trained on whole pages, in English, of outlets that have no profile. An outlet's profile,
the kind of text that a scrape is, and lists under headings that are known in Vietnamese count
beside it; against clear evidence none of them does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from generator.extract import rules_elements, rules_lines
from generator.extract.page import Decided, Decision, Line, Page, headline
from generator.extract.rules_related import TEASER_WORDS
from generator.model import BlockKind, Role

_TRUST = 1.5
"""What the word of a profile, or of a rule about lists of other stories, is worth."""

_TEASES = 2.0
"""What it says against a line that it is a link as long as a headline."""

_FIRM = 3.0
"""What is hardly ever furniture."""

_BELIEVED = 0.4
"""An element holds the story, as a profile says, if it holds this share of the paragraphs."""

_ABOVE, _BELOW, _SHORT = 4, 6, 40
"""A text with at most so many lines above its first paragraph, below its last one, and in all that
are no paragraphs, was cut to its story; a whole page has its menus. Of 210 whole pages of WCXB 7
pass; all bare texts of the demonstration do, with at most 3, 3 and 4."""

_MOST = 0.7
"""Share of the likely story that its element holds, and share of the element that is story."""

_QUESTION = 4
"""Fewest words of a heading on a button."""

_EMBEDS = frozenset({"iframe", "embed", "object", "video", "audio"})
_LISTED = frozenset({Role.RELATED, Role.WIDGET})


def lean(
    page: Page,
    decided: Decided,
    votes: Decided,
    scores: Sequence[float],
    boxes: Sequence[Role | None],
) -> list[float]:
    """Log-odds to add for each line.

    Args:
        page: The page.
        decided: What rules are certain of.
        votes: What other rules take lines for.
        scores: The model's log-odds.
        boxes: What the names of the elements around each line say; empty for bare text.
    """
    head = headline(decided)
    known = _Known(page, decided, scores, head)

    def of(i: int, line: Line) -> float:
        vote, above = votes.get(i), i < head
        if i > known.below:
            return -math.inf
        if is_embed(line) or i in known.decks:
            return _FIRM
        sibling = i in known.siblings and vote is None
        if i in known.inside:
            return _FIRM if sibling else _TRUST
        if not page.html:
            return _in_text(line, vote, above=above)
        if sibling and boxes[i] is None:
            return _TRUST
        return _in_html(line, vote, above=above, boxed=boxes[i] is not None)

    return [of(i, line) for i, line in enumerate(page.lines)]


class _Known:
    """What speaks for lines of a page.

    Attributes:
        inside: Lines in the element that the outlet's profile names as the story's.
        below: Position of the last of them; infinite if there are none.
        decks: Decks by the names of their elements.
        siblings: Paragraphs in elements named like those that hold the likely story.
    """

    def __init__(self, page: Page, decided: Decided, scores: Sequence[float], head: int) -> None:
        self.inside, self.below = _story_of_profile(page)
        self.decks = frozenset(_decks(page, decided, head))
        self.siblings = _siblings(page, decided, scores) if page.html else frozenset()


def _in_html(line: Line, vote: Decision | None, *, above: bool, boxed: bool) -> float:
    headed = vote is not None and vote.rule == "related-heading"
    if headed or (boxed and not _unfolds(line)):
        return -_FIRM
    listed = vote is not None and vote.role in _LISTED
    teases = line.linked and line.title and line.words >= TEASER_WORDS
    if teases:
        return -_TEASES
    if above and not line.prose:
        return -_FIRM
    return -_TRUST if listed else 0.0


def _unfolds(line: Line) -> bool:
    """Whether a line is a heading that shows its section when it is clicked, and so a `button`."""
    tags = [step.partition(".")[0].partition("#")[0] for step in line.block.path]
    if "button" not in tags or line.words < _QUESTION:
        return False
    return line.block.kind is BlockKind.HEADING or line.text.endswith("?")


def _in_text(line: Line, vote: Decision | None, *, above: bool) -> float:
    if vote is not None and vote.role in _LISTED:
        return -_TRUST
    return -_TRUST if above and not line.prose else 0.0


def is_bare(page: Page) -> bool:
    """Whether no element of the page has a name: bare text, with or without tags."""
    return not any("." in step or "#" in step for line in page.lines for step in line.block.path)


def is_cut(page: Page, decided: Decided, votes: Decided) -> bool:
    """Whether a page was cut to its story, as most scrapes of text are.

    It was if hardly anything stands above its first paragraph, and little below its last. What is
    left in it is the story's unless a rule says otherwise: poems, agendas and lists of names have
    no form that the model could know from the lines of a whole page. HTML without a single class
    or id is text with tags, and is read like it.
    """
    if not is_bare(page):
        return False
    left = [line for i, line in page.open(decided) if i not in votes]
    days = [rules_lines.is_date_line(page, line.text) for line in left]
    chronicle = sum(days) >= rules_lines.MANY_DATES
    free = [line.prose for line, day in zip(left, days, strict=True) if not (day and chronicle)]
    if free.count(False) > _SHORT or not any(free):
        return free.count(False) <= _SHORT
    return free.index(True) <= _ABOVE and free[::-1].index(True) <= _BELOW


def _siblings(page: Page, decided: Decided, scores: Sequence[float]) -> frozenset[int]:
    """Paragraphs in elements named like those that hold nearly all of the likely story.

    A short paragraph among long ones is the story's like them.
    """
    masses: dict[tuple[str, ...], list[float]] = {}
    for i, line in page.open(decided):
        if line.prose:
            mass = masses.setdefault(line.block.path, [0.0, 0.0])
            mass[scores[i] > 0] += len(line.text)
    total = sum(likely for _, likely in masses.values())
    own = {
        path
        for path, (unlikely, likely) in masses.items()
        if likely >= _MOST * total and likely >= _MOST * (likely + unlikely)
    }
    return frozenset(
        i for i, line in enumerate(page.lines) if line.prose and line.block.path in own
    )


def _decks(page: Page, decided: Decided, head: int) -> Iterator[int]:
    """Decks by the names of their elements, between the headline and the story."""
    end = page.head_end(decided)
    return (i for i in rules_elements.decks(page) if head < i < end)


def _story_of_profile(page: Page) -> tuple[frozenset[int], float]:
    """Lines in the element that the outlet's profile names as the story's, and its last one.

    If it holds too little of the page to be believed, there are none, and nothing is below it.
    """
    found = [i for i, line in enumerate(page.lines) if page.profile.places.matches(line.block.path)]
    prose = sum(len(line.text) for line in page.lines if line.prose)
    own = sum(len(page.lines[i].text) for i in found if page.lines[i].prose)
    if not found or own < _BELIEVED * prose:
        return frozenset(), math.inf
    return frozenset(found), found[-1]


def is_embed(line: Line) -> bool:
    """Whether a line stands for a video or the like."""
    return bool(line.block.path) and line.block.path[-1].partition(".")[0] in _EMBEDS

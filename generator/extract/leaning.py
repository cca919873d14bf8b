"""What the model cannot know, as log-odds that are added to its own.

It was trained on whole pages, in English, of outlets that have no profile. An outlet's profile,
the kind of text that a scrape is, and lists under headings that are known in Vietnamese count
beside it; against clear evidence none of them does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from generator.extract import rules_elements
from generator.extract.page import Decided, Decision, Line, Page
from generator.extract.rules_related import TEASER_WORDS
from generator.model import Role

_TRUST = 1.5
"""What the word of a profile, or of a rule about lists of other stories, is worth."""

_FIRM = 3.0
"""What is hardly ever furniture."""

_BELIEVED = 0.4
"""An element holds the story, as a profile says, if it holds this share of the paragraphs."""

_ABOVE = 8
"""A text with at most so many lines above its first paragraph was cut to its story."""

_EMBEDS = frozenset({"iframe", "embed", "object", "video", "audio"})
_LISTED = frozenset({Role.RELATED, Role.WIDGET})


def lean(page: Page, decided: Decided, votes: Decided, scores: Sequence[float]) -> list[float]:
    """Log-odds to add for each line.

    Args:
        page: The page.
        decided: What rules are certain of.
        votes: What other rules take lines for.
        scores: The model's log-odds.
    """
    head = next((d.i for d in decided.values() if d.role is Role.HEADLINE), -1)
    inside, below = _story_of_profile(page)
    decks = set(_decks(page, decided, head))
    last = _end_of_cut(page, decided, scores)
    return [
        -math.inf
        if i > below
        else _FIRM
        if is_embed(line)
        else _TRUST
        if i in inside or i in decks
        else _in_html(line, votes.get(i), above=i < head)
        if page.html
        else _in_text(line, votes.get(i), above=i < head, last=last - i)
        for i, line in enumerate(page.lines)
    ]


def _in_html(line: Line, vote: Decision | None, *, above: bool) -> float:
    listed = vote is not None and vote.role in _LISTED
    teases = line.linked and line.title and line.words >= TEASER_WORDS
    return -_TRUST if (above and not line.prose) or listed or teases else 0.0


def _in_text(line: Line, vote: Decision | None, *, above: bool, last: int) -> float:
    """Of a line of a bare text; `last` is how far above the end of a cut text's story it is."""
    if above and not line.prose:
        return -_TRUST
    if vote is not None and vote.role in _LISTED:
        return -_TRUST
    if vote is not None or last == -math.inf:
        return 0.0
    return _FIRM if line.prose else _TRUST / 2 if last > 0 else 0.0


def _end_of_cut(page: Page, decided: Decided, scores: Sequence[float]) -> float:
    """The last paragraph of a text that was cut to its story, which so begins it; else -inf."""
    if page.html:
        return -math.inf
    prose = [i for i, line in page.open(decided) if line.prose and scores[i] > -_FIRM]
    above = sum(1 for i, _ in page.open(decided) if prose and i < prose[0])
    likely = [i for i in prose if scores[i] > 0]
    return likely[-1] if likely and above <= _ABOVE else -math.inf


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

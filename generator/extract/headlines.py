"""The headline of a whole page that came as bare text, with its menus above the story.

The first title of such a text is a menu's line. What the headline looks like is told after the
story is: it stands close above it, in the words that the story is about, longer than the lines
before it, with the facts of the head (author, date) below.

The weights of these signs are those of a conditional logit: of all lines of a page that could be
its headline, which one is? Fitted by `python -m bench.headlines` on the flattened pages of the
WCXB that are not held back, with gradient descent from zero, so that there is no seed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.extract import dates
from generator.extract.page import Decided, Decision, Line, Page
from generator.model import Role

RULE = "most-like-headline"
"""The rule of a headline that was found so."""

WEIGHTS = {
    "far": -0.90,
    "share": -10.81,
    "few": -2.41,
    "topic": 4.94,
    "words": 4.32,
    "out": 1.75,
    "above_short": 2.50,
    "counted": -5.26,
    "lead": 2.52,
    "capitals": 1.95,
    "fact": -4.81,
    "fact_below": 2.23,
    "stop": -2.16,
    "digit": 1.29,
    "colon": -4.07,
    "titles_between": -0.24,
    "parted": -2.37,
    "longest": -0.53,
    "below_short": 0.68,
    "dated_below": 1.90,
    "asks": -1.29,
    "again": -0.76,
    "many": -1.85,
    "first_length": 0.63,
    "upper": -0.92,
}
"""Sign → log-odds for each unit of it."""

LEAST = 9.5
"""Sum of the signs below which no line is the headline: four of five above it are right."""

_LEAST, _FEW, _MANY, _TITLE, _MOST = 2, 4, 16, 25, 30
"""Words of lines that could be a headline, from least to most: at least, few, many, most of a line
that looks like a title, at most."""

_NEAR = 5
"""Lines above and below that a line is compared with."""

_CLOSE, _CLOSE_LONG = 4, 8
"""A first title at most so many lines above the story is its headline; farther up if it has four
words than if it has fewer."""

_BETTER = 3.0
"""By so much a line must look more like a headline than a first title that is close to the story:
that may be a banner's, above the menus."""

_BEFORE = 0.4
"""A headline stands above so much of the story's text, at least."""

_MAY_BE = frozenset({Role.HEADLINE, Role.DUPLICATE, Role.SECTION, Role.NAVIGATION})
_WORD = re.compile(r"[^\W\d_]{3,}")
_COUNTED = re.compile(r"(?:\d{1,2}|[IVX]+)[.):]\s|(?:step|tip|bước|phần)\b", re.IGNORECASE)
_PARTED = re.compile(r"\s[/|>›»→]\s|\w/\w|@|©")
_FACT = re.compile(
    r"(?:by|written by|reviewed by|author|updated|published|posted|last updated|bởi|tác giả|theo)\b"
    r"|.*(?:\bmin(?:ute)?s?[ .]read|phút đọc)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:sign up|subscribe|newsletter|log ?in|contact us|skip to|cookies?|click here|learn more|"
    r"get started|search|menu|share|đăng nhập|đăng ký|liên hệ|tìm kiếm|chia sẻ|trang chủ)\b",
    re.IGNORECASE,
)
_FACT_WORDS = 14


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that could be the headline.

    Attributes:
        i: Its position.
        signs: What its form and its place say, in the order of `WEIGHTS`.
    """

    i: int
    signs: tuple[float, ...]

    @property
    def score(self) -> float:
        """How much it looks like the headline."""
        return sum(w * sign for w, sign in zip(WEIGHTS.values(), self.signs, strict=True))


def moved(page: Page, decided: Decided) -> dict[int, Decision]:
    """The decisions, with the headline where it is on a page that has menus above its story.

    Args:
        page: Judged by the model.
        decided: What the certain rules decided, the first title's being the headline among it.

    Returns:
        The decisions. Where nothing looks like a headline the page has none.
    """
    head = next((d for d in decided.values() if d.role is Role.HEADLINE), None)
    if page.html or not page.reasons or (head and head.rule != "first-title"):
        return dict(decided)
    found = {line.i: line.score for line in candidates(page, decided)}
    best = max(found, key=lambda i: (found[i], i), default=None)
    if head and _stays(page, decided, head.i, found, best):
        return dict(decided)
    kept = {i: d for i, d in decided.items() if d.rule != "headline-repeated"}
    start = head.i + 1 if head else 0
    if best is not None and found[best] >= LEAST:
        kept[best] = Decision(best, Role.HEADLINE, RULE)
        start = best
    above = (i for i in range(start) if i not in kept or kept[i].role is Role.HEADLINE)
    return kept | {i: Decision(i, Role.NAVIGATION, "above-headline") for i in above}


def _stays(
    page: Page, decided: Decided, head: int, found: Mapping[int, float], best: int | None
) -> bool:
    """Whether the first title is the headline."""
    if _is_menu(page, head):
        return False
    if best is None or best == head:
        return True
    close = _is_close(page, decided, head)
    return close and found[best] < max(LEAST, found.get(head, 0.0) + _BETTER)


def _is_close(page: Page, decided: Decided, head: int) -> bool:
    """Whether the first title stands where a headline does."""
    first = next((i for i in page.prose(decided) if i > head), len(page.lines))
    return first - head <= (_CLOSE if page.lines[head].words < _FEW else _CLOSE_LONG)


def _is_menu(page: Page, head: int) -> bool:
    """Whether the first title asks readers to do something, in a few words: `Skip to content`."""
    line = page.lines[head]
    known = page.profile.phrase
    asks = line.words <= _FEW and _ASKS.search(line.text) is not None
    return asks or known("navigation", line.key) or known("widget-run", line.key)


def candidates(page: Page, decided: Decided) -> Iterator[Candidate]:
    """The lines that could be the headline, each with its signs."""
    story = set(page.prose(decided))
    total = sum(len(page.lines[i].text) for i in story)
    if not story:
        return
    looks = _Looks(page, decided, story, total)
    above = 0
    for i, line in enumerate(page.lines):
        if above > _BEFORE * total:
            return
        if i in story:
            above += len(line.text)
        elif (
            _LEAST <= line.words <= _MOST
            and _WORD.search(line.text)
            and (i not in decided or decided[i].role in _MAY_BE)
        ):
            yield Candidate(i, tuple(map(float, looks.signs(i, above / total))))


class _Looks:
    """What is worked out once for a page."""

    def __init__(self, page: Page, decided: Decided, story: set[int], total: int) -> None:
        self._page = page
        self._decided = decided
        self._total = total
        self._texts = [line.text for line in page.lines]
        self._words = [line.words for line in page.lines]
        self._sets = {i: _set(page.lines[i]) for i in story}
        self._topic = Counter(word for words in self._sets.values() for word in words)
        self._story = sorted(story)
        self._next = 0
        self._seen: set[str] = set()
        self._dated = [
            line.words <= _FACT_WORDS and bool(dates.find(line.text)) for line in page.lines
        ]

    def signs(self, i: int, share: float) -> Iterator[float]:
        """The signs of a line, in the order of `WEIGHTS`; asked for in order of line."""
        line = self._page.lines[i]
        while self._next < len(self._story) and self._story[self._next] < i:
            self._next += 1
        below = self._story[self._next : self._next + 3]
        first = below[0] if below else len(self._texts)
        own = _set(line)
        lead = set().union(*(self._sets[j] for j in below))
        words = line.words
        yield math.log1p(first - i)
        yield share
        yield words < _FEW
        yield sum(min(1.0, 3 * self._topic[w] / len(self._story)) for w in own) / len(own)
        yield min(words, 12) / 12
        yield i in self._page.out
        yield _short(self._words[max(0, i - _NEAR) : i])
        yield _COUNTED.match(line.text) is not None
        yield len(own & lead) / len(own)
        yield _capitals(line.text)
        yield _FACT.match(line.text) is not None
        near = range(i + 1, min(i + _NEAR, len(self._texts)))
        yield any(self._words[j] <= _FACT_WORDS and _FACT.match(self._texts[j]) for j in near)
        yield line.text.endswith((".", "!", "…"))
        yield any(c.isdigit() for c in line.text)
        yield line.text.endswith(":")
        yield math.log1p(sum(map(self._is_title, range(i + 1, first))))
        yield _PARTED.search(line.text) is not None
        yield words >= max(self._words[i + 1 : min(first, i + 9)], default=0)
        yield _short(self._words[i + 1 : i + 1 + _NEAR])
        yield any(self._dated[i + 1 : i + 1 + _NEAR])
        yield _ASKS.search(line.text) is not None
        yield line.key in self._seen
        yield words > _MANY
        yield min(1.0, len(self._texts[first]) / 400) if below else 1.0
        yield line.text.isupper()
        self._seen.add(line.key)

    def _is_title(self, i: int) -> bool:
        return _FEW <= self._words[i] <= _TITLE and not self._texts[i].endswith(".")


def _set(line: Line) -> frozenset[str]:
    return frozenset(_WORD.findall(line.text.casefold()))


def _short(words: list[int]) -> float:
    """The share of short lines."""
    return sum(n < _FEW for n in words) / len(words) if words else 1.0


def _capitals(text: str) -> float:
    """The share of words that begin with a capital."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0

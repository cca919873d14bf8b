"""Dates that a page prints for its readers, and what it says that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract import dates, rules_lines, shapes
from generator.extract.page import Line, Page
from generator.extract.stated import Evidence, Reader
from generator.model import BasisKind, Labelled, Role

_ELSEWHERE = frozenset(
    {
        Role.RELATED,
        Role.TEASER,
        Role.COMMENT,
        Role.CAPTION,
        Role.CREDIT,
        Role.ALT_TEXT,
        Role.IMAGE,
        Role.AD,
        Role.LEGAL,
        Role.TABLE,
    }
)
"""What has dates of its own, of other things."""

_LINE_WORDS = 25
"""Most words of a line that says when a page was published."""

_STORY = frozenset({Role.DECK, Role.BODY, Role.SUBHEADING, Role.QUOTE, Role.LIST})
_BELOW = 12
"""So many lines below its headline a date may stand though the story has begun: beside a deck, in
a column of its own."""

_OWN = frozenset({Role.DATE_LINE, Role.BYLINE})
"""What has dates of the page's own story."""

_BESIDE = frozenset({Role.RELATED, Role.AD, Role.LEGAL})
_CLOSE, _FEW_WORDS = 3, 6
"""A line so near the headline, of so few words, belongs to it whatever its column is called."""

_RULES = {True: "published-line", False: "beside-headline"}
_FAR, _SAID = 100_000, 1_000_000
"""Steps in the order of lines: above the headline, below the story; and what says "published"."""

_SAYING_WORDS = 12
"""Most words of such a line in the story."""

_LABEL_WORDS = 4
"""Most words of a line that says what the date below it is: `Last updated`, `Ngày đăng`."""

_ABOVE = 6
"""A date stands at most so many lines above its headline; farther up is the page's own head."""

_TOP = re.compile(
    r"^(?:header|nav)\b(?!.*(?:article|post|entry|story|detail|content))|"
    r"[.#](?:site-?header|page-?header|masthead|top-?bar|navbar|nav|menu|footer)\b",
    re.IGNORECASE,
)
_MODIFIED_CLASS = re.compile(
    r"[.#_-](?:changed|last-?mod\w*|date-?modified|modified-?date|last-?updated|"
    r"updated-?(?:on|date|at)|date-?updated)\b",
    re.IGNORECASE,
)
_CHANGED_CLASS = re.compile(r"[.#_-](?:updated?|modified)\b(?!.*publish)", re.IGNORECASE)
_ORIGINALLY = re.compile(
    r"\b(?:originally|first) published (?:on|at)?\b|\bđăng lần đầu\b", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]{3,}")
_SHORTEST = 4  # characters of a `time` element's text by which its line is found


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The dates of a page's lines.

    Attributes:
        published: Of publication, the surest first.
        modified: Of a change.
        near: Days beside the headline, or below the story, of which nothing says what they are.
    """

    published: tuple[Evidence, ...] = ()
    modified: tuple[Evidence, ...] = ()
    near: tuple[Evidence, ...] = ()


def read(page: Page, labels: Sequence[Labelled], reader: Reader) -> Printed:
    """Read the dates that a page prints around its story."""
    return _Lines(page, labels, reader).read()


class _Lines:
    def __init__(self, page: Page, labels: Sequence[Labelled], reader: Reader) -> None:
        self._page = page
        self._labels = labels
        self._reader = reader
        heads = (i for i, label in enumerate(labels) if label.role is Role.HEADLINE)
        self._head = next(heads, -1)
        prose = [i for i, x in enumerate(labels) if x.role in _STORY and page.lines[i].prose]
        story = [i for i in prose if i > self._head]
        self._first = story[0] if story else len(labels)
        second = story[1] if len(story) > 1 else len(labels) - 1
        self._end = max(second, self._head + _BELOW) if self._head >= 0 else second
        self._last = story[-1] if story else len(labels)
        self._signed = [
            i
            for i, line in enumerate(page.lines)
            if i > self._end and line.words <= _SAYING_WORDS and dates.find(line.text)
        ]
        self._times = [
            (mark.text, mark.value)
            for mark in page.head.marks
            if mark.name in ("time", "datepublished")
            and not mark.other
            and len(mark.text) >= _SHORTEST
            and mark.value != mark.text
        ]

    def read(self) -> Printed:
        published: list[tuple[int, Evidence]] = []
        modified: list[Evidence] = []
        near: list[tuple[int, Evidence]] = []
        for i, label in enumerate(self._labels):
            line = self._page.lines[i]
            if not self._may_say(line.text) or not self._asked(i, label, line):
                continue
            for meaning, evidence in self._dates(i, label, line):
                if meaning == "modified":
                    modified.append(evidence)
                elif meaning == "said":
                    published.append((self._distance(i) - _SAID, evidence))
                elif self._atop(i, line):
                    continue
                elif evidence.kind is BasisKind.STATED:
                    published.append((self._distance(i), evidence))
                elif label.role in _OWN or (i <= self._end and self._beside(label)):
                    near.append((self._distance(i), evidence))
        near = _without_list(near)
        if not self._page.html:
            changed = [found.date for found in modified]
            published = [
                (far, found)
                for far, found in _without_list(published)
                if found.date.day or not any(dates.same_day(found.date, day) for day in changed)
            ]
        return Printed(
            published=tuple(found for _, found in sorted(published, key=lambda pair: pair[0])),
            modified=tuple(modified),
            near=tuple(found for _, found in sorted(near, key=lambda pair: pair[0])),
        )

    def _may_say(self, text: str) -> bool:
        """Whether a line has what a year begins with, or the text of a `time` element."""
        return "20" in text or "19" in text or any(shown in text for shown, _ in self._times)

    def _asked(self, i: int, label: Labelled, line: Line) -> bool:
        """Whether a line may say when the page was published."""
        if label.rule == rules_lines.DATELINE or line.words > _LINE_WORDS:
            return False
        if _ORIGINALLY.search(line.text):
            return label.role not in (Role.COMMENT, Role.TEASER)
        if label.role in _ELSEWHERE and not self._is_guess(i, label):
            # A column beside the headline is built like one with other stories.
            beside = self._page.html and label.role in _BESIDE and self._head >= 0
            return (
                beside
                and i - self._head >= -_CLOSE
                and i < self._first
                and line.words <= _FEW_WORDS
            )
        if label.role is Role.DATE_LINE:
            near = self._head - _ABOVE <= i <= self._end  # farther up a site prints today's date
            # Comments and lists of other stories have more than one.
            return self._page.html or near or (i >= self._last and self._signed == [i])
        if self._head - _ABOVE <= i <= self._end:
            return label.role not in _STORY or line.words <= _SAYING_WORDS
        return i > self._last and (label.role is Role.BYLINE or line.words <= _SAYING_WORDS)

    def _is_guess(self, i: int, label: Labelled) -> bool:
        """Whether a line of a text has its name only for standing below the headline."""
        guess = label.role is Role.RELATED and label.rule.startswith("furniture")
        return not self._page.html and guess and self._head < i < self._first

    def _beside(self, label: Labelled) -> bool:
        """Whether a line of which nothing says what it is may be a date line nobody knew.

        In a text the shape of a line is all there is, and the classifier has seen that.
        """
        return self._page.html or label.role not in _STORY

    def _atop(self, i: int, line: Line) -> bool:
        """Whether a line belongs to the head of the site: it may print today's date."""
        if i >= self._head:
            return False
        if any(_TOP.search(step) for step in line.block.path):
            return True
        between = self._labels[i + 1 : max(self._head, 0)]
        return sum(x.role in (Role.NAVIGATION, Role.WIDGET) for x in between) > 1

    def _distance(self, i: int) -> int:
        """How far a line is from the headline; what stands below it and above the story first."""
        if i > self._end:
            return 2 * _FAR + i
        return i - self._head if i > self._head else _FAR + self._head - i

    def _dates(self, i: int, label: Labelled, line: Line) -> Iterator[tuple[str, Evidence]]:
        sure = label.role in _OWN and (not self._page.html or i <= self._end)
        for meaning, text in self._segments(i, line):
            if meaning == "other":
                continue
            kind = BasisKind.STATED if meaning or sure else BasisKind.INFERRED
            rule = label.rule if label.role in _OWN else _RULES[bool(meaning)]
            if meaning == "changed":
                kind = BasisKind.INFERRED
            for evidence in self._evidence(text, rule, kind):
                yield meaning, evidence

    def _evidence(self, text: str, rule: str, kind: BasisKind) -> Iterator[Evidence]:
        days = dates.find(text)
        if glued := dates.glued(days):
            text = text[glued.start : glued.end]
            days = dates.find(text)
        if len({found.date for found in days}) == 1:
            timed = dates.timed(text, days[0], self._reader.zone)
            date, swap = self._reader.ordered(days[0], timed)
            if self._reader.possible(date):
                yield Evidence(date=date, rule=rule, kind=kind, swap=swap)
        elif not days:
            month = dates.month(text) if kind is BasisKind.STATED else None
            if month and self._reader.possible(month):
                yield Evidence(date=month, rule=rule, kind=kind)
            for shown, value in self._times:
                if shown in text:
                    yield from self._reader.evidence(value, "time-element", kind)
                    return

    def _segments(self, i: int, line: Line) -> Iterator[tuple[str, str]]:
        """The parts of a line with what their words say that their date is.

        Yields:
            `said` (published), `modified`, `changed` (by the name of its element, where one may
            be wrong), `other` (reviewed, valid until) or nothing; the part.
        """
        text = line.text
        cuts = sorted(
            (match.start(), match.end(), meaning)
            for meaning, kind in (
                ("modified", "date-modified"),
                ("said", "date-published"),
                ("other", "date-other"),
            )
            for pattern in self._page.profile.lexicon.get(kind, ())
            for match in pattern.finditer(text)
        )
        before = self._label_above(i) or _named(line)
        if not cuts:
            yield before, text
            return
        first = text[: cuts[0][0]]
        alone = len(cuts) == 1 and not _WORDS.search(text[cuts[0][1] :])
        if alone and not dates.find(text[cuts[0][1] :]) and dates.find(first):
            yield cuts[0][2], first  # `13/12/2021 (cập nhật)`
            return
        yield before, first
        for n, (_, end, meaning) in enumerate(cuts):
            until = cuts[n + 1][0] if n + 1 < len(cuts) else len(text)
            yield meaning, text[end : max(end, until)]

    def _label_above(self, i: int) -> str:
        """What the line above says of a date, where it says nothing else: `Last updated`."""
        above = self._page.lines[i - 1] if i else None
        if above is None or above.words > _LABEL_WORDS or dates.find(above.text):
            return ""
        for meaning, kind in (
            ("modified", "date-modified"),
            ("said", "date-published"),
            ("other", "date-other"),
        ):
            match = self._page.profile.match(kind, above.text)
            if match and shapes.count_words(above.text) <= shapes.count_words(match[0]) + 1:
                return meaning
        return ""


def _without_list(found: list[tuple[int, Evidence]]) -> list[tuple[int, Evidence]]:
    """Without those below the story if they differ: comments', or other stories'."""
    below = {evidence.date.day_only() for far, evidence in found if far >= 2 * _FAR}
    return [(far, one) for far, one in found if far < 2 * _FAR] if len(below) > 1 else found


def _named(line: Line) -> str:
    """What the element of a line is called, where that says what its date is."""
    named = " ".join(line.block.path[-3:])
    if _MODIFIED_CLASS.search(named):
        return "modified"
    return "changed" if _CHANGED_CLASS.search(named) else ""

"""Rules for lines that say what they are by themselves: shapes, phrases, date lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract import dates, shapes
from generator.extract.page import Decided, Decision, Line, Page
from generator.extract.profiles import LineRule
from generator.model import BlockKind, Role

_CAPTION_SENTENCES = 3
"""A text with more sentences is a paragraph that names a photographer, not a caption."""

DATELINE = "dateline-alone"
"""The rule of a line that is a dateline: it says where, and of a date only when it was written."""

MANY_DATES = 3
"""From this many lines of bare days on, a page is a chronicle and they belong to it."""

_DATE_WORDS = 25
"""Most words of a line that is nothing but a date."""

_MENU_WORDS = 4
"""Most words of an entry of a menu."""

_RUN = 3
"""So many lines in a row that may be machinery are machinery."""

_OTHERS = frozenset({Role.RELATED, Role.TEASER, Role.COMMENT})
"""What has dates of its own below the story."""

_TEXTUAL = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


def shape_of(page: Page, line: Line, *places: str) -> tuple[LineRule, re.Match[str]] | None:
    """The first line rule for one of `places` that a line fits, and how it fits."""
    for rule, match in page.profile.shapes.fits(line.text, words=line.words, places=places):
        if not _is_story(rule, line):
            return rule, match
    return None


def _is_story(rule: LineRule, line: Line) -> bool:
    return rule.role is Role.CAPTION and shapes.sentences(line.text) > _CAPTION_SENTENCES


def shaped_lines(page: Page, decided: Decided) -> Iterator[Decision]:
    """Lines whose shape tells what they are wherever they stand."""
    for i, line in page.open(decided):
        if line.block.kind in _TEXTUAL and (found := shape_of(page, line, "anywhere")):
            yield Decision(i, found[0].role, found[0].name)


def edge_lines(page: Page, decided: Decided) -> Iterator[Decision]:
    """Lines whose shape tells what they are before or after the story.

    `Nguồn: …`, `PV`, `Theo TTXVN` in the middle of a story are part of it.
    """
    head, tail = page.head_end(decided), page.tail_start(decided)
    for i, line in page.open(decided):
        if head <= i <= tail or line.block.kind not in _TEXTUAL:
            continue
        places = [*(["head"] if i < head else []), *(["tail"] if i > tail else []), "edge"]
        found = shape_of(page, line, *places)
        if found and not (found[0].role is Role.SECTION and line.linked):
            yield Decision(i, found[0].role, found[0].name)


def phrases(page: Page, decided: Decided) -> Iterator[Decision]:
    """Whole lines that are the page's machinery: `loader`, `Phòng chat`.

    A sentence that has such a word in it is no such line.
    """
    for i, line in page.open(decided):
        if page.profile.phrase("widget", line.key):
            yield Decision(i, Role.WIDGET, "widget-phrase")


def widget_runs(page: Page, decided: Decided) -> Iterator[Decision]:
    """Lines that are machinery only in company: `0`, `Chia sẻ`, a placeholder in Russian.

    Consecutive candidates are machinery if a line among them is for sure, or if they are many.
    """
    run: list[int] = []
    sure = False
    # A line in another script is strange only where the story is not in that script.
    foreign = [shapes.is_foreign(line.text) for line in page.lines if line.prose]
    latin = 2 * sum(foreign) <= len(foreign)
    for i in range(len(page.lines) + 1):
        certain = i in decided and decided[i].role in (Role.WIDGET, Role.COMMENT)
        if certain or (
            i < len(page.lines) and i not in decided and _weak(page, page.lines[i], latin=latin)
        ):
            sure = sure or certain
            run += [] if certain else [i]
            continue
        numbers = not any(c.isalpha() for j in run for c in page.lines[j].text)
        if sure or (len(run) >= _RUN and not numbers):  # numbers alone may be a table's
            yield from (Decision(j, Role.WIDGET, "widget-run") for j in run)
        run, sure = [], False


def _weak(page: Page, line: Line, *, latin: bool) -> bool:
    return (
        page.profile.phrase("widget-run", line.key)
        or not shapes.has_letter(line.text)
        or (latin and line.words < shapes.LONG_WORDS and shapes.is_foreign(line.text))
    ) and not dates.find(line.text)


def is_date_line(page: Page, text: str) -> bool:
    """Whether a line is a date with what belongs to one, and nothing else.

    Weekday, time, offset, "Đăng lúc", "Cập nhật", a count of comments belong to it; so does the
    author's name where a time is printed too (`Thu An 19/05/2022 07:30`). A place and a day
    (`Hà Nội, 12/7/1995`) are a dateline.
    """
    rest = beside_date(page, text)
    if rest is None:
        return False
    key = shapes.phrase_key(rest)
    known = key in page.profile.site_names or page.profile.phrase("section", key)
    return not rest or known or (":" in text and shapes.is_name(rest, most=4))


def beside_date(page: Page, text: str) -> str | None:
    """What a short line with a date in it says besides; None if it is no such line."""
    if dates.month(text):
        return ""
    if not dates.find(text) or shapes.count_words(text) > _DATE_WORDS:
        return None
    rest = dates.without(text)
    for pattern in page.profile.lexicon.get("date-noise", ()):
        rest = pattern.sub(" ", rest)
    return " ".join(word for word in rest.split() if any(c.isalnum() for c in word)).strip(",;|")


def date_lines(page: Page, decided: Decided) -> Iterator[Decision]:
    """Lines that are nothing but a date, before the story's second paragraph or after its last.

    Below other stories or comments a date is theirs. A chronicle has many, in the story: then
    only one with a time is the page's own.
    """
    head, tail = page.head_end(decided), page.tail_start(decided)
    others = (i for i, d in decided.items() if d.role in _OTHERS and i > tail)
    end = min(others, default=len(page.lines))
    found = [i for i, line in page.open(decided) if is_date_line(page, line.text)]
    for i in found:
        bare = len(found) >= MANY_DATES and ":" not in page.lines[i].text
        if (i < head or tail < i < end) and not bare:
            yield Decision(i, Role.DATE_LINE, "date-line")


def dateline_lines(page: Page, decided: Decided) -> Iterator[Decision]:
    """A dateline on a line of its own above the story: `Hà Nội, 12/7/1995 (TTXVN)`.

    Its words are metadata. Below the story such a line is where a document was signed, and stays.
    """
    story = page.prose(decided)
    for i, line in page.open(decided):
        if not story or i >= story[0]:
            return
        if line.block.kind is BlockKind.PARAGRAPH and is_dateline(page, line):
            yield Decision(i, Role.DATE_LINE, DATELINE)


def is_dateline(page: Page, line: Line) -> bool:
    """Whether a line is a dateline and nothing else."""
    match = page.profile.match("dateline-alone", line.text)
    return match is not None and bool(dates.find(line.text))


def name_lines(page: Page, decided: Decided) -> Iterator[Decision]:
    """A name alone below the story's last paragraph, or beside the date line, is the author's."""
    tail = page.tail_start(decided)
    for i, line in page.open(decided, tail + 1):
        before = page.near(i, -1)
        near = tail >= 0 and before and (i == tail + 1 or decided.get(i - 1))
        if near and _signs(line) and not _is_listed(page, decided, i):
            yield Decision(i, Role.BYLINE, "byline-name")
            return
        if not before or i - 1 not in decided:
            break
    head = page.head_end(decided)
    for i, line in page.open(decided):
        if i >= head:
            return
        above, below = (decided[j].role if j in decided else None for j in (i - 1, i + 1))
        # Between the headline and `Theo dõi TGVN trên` a name is the author's too.
        beside = Role.DATE_LINE in (above, below) or (above, below) == (Role.HEADLINE, Role.WIDGET)
        if beside and _signs(line):
            yield Decision(i, Role.BYLINE, "byline-name")
            return


def _is_listed(page: Page, decided: Decided, i: int) -> bool:
    """Whether another short line follows a name: countries in a menu are capitalised like names."""
    below = page.near(i, 1)
    if below is None or below.prose or below.words > _MENU_WORDS:
        return False
    return i + 1 not in decided or page.profile.phrase("section", below.key)


def _signs(line: Line) -> bool:
    """Whether a line is nothing but names."""
    return line.block.kind is BlockKind.PARAGRAPH and all(
        shapes.is_name(name.title() if name.isupper() else name, most=4)
        for name in re.split(r"\s*[,–&-]\s+|\s+và\s+", line.text)
    )

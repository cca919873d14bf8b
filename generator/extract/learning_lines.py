"""Lines that recur on an outlet's pages, and what they are taken for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.extract import dates, shapes
from generator.extract.learning import (
    LONGEST_TEXT,
    Proposed,
    Seen,
    SeenLine,
    least,
    recurring,
    story,
)
from generator.extract.profile_elements import Elements
from generator.model import Bilingual, BlockKind, Role

_PHRASE = 14
"""Most words of a line that is proposed as a phrase."""

_SURE_PAGES, _SURE_SHARE = 5, 0.8
"""A line in the place of paragraphs is proposed only if it stands at the same end of so many
pages, and of so great a share of them: less may be how speeches end."""

_DATELINE = re.compile(r"(?P<dateline>\(?[^\W\d_][^()\n]{1,24}?\)?)\s?[-–—]\s\S")
_DAYS = (
    "(?i:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SHORT = 2
"""Most digits of a day, a month, an hour."""

_WHY = {
    "head": Bilingual(vi="luôn ở trên bài", en="always above the story"),
    "tail": Bilingual(vi="luôn ở dưới bài", en="always below the story"),
    "edge": Bilingual(vi="luôn ở ngoài bài", en="always outside the story"),
    "within": Bilingual(
        vi="có lúc nằm trong bài: có thể là câu hay tít phụ quen dùng",
        en="at times within the story: it may be a standing phrase or subheading",
    ),
    "prose": Bilingual(
        vi="là câu, nằm ở chỗ của các đoạn văn: có thể là lời quen dùng của người nói",
        en="a sentence, where paragraphs stand: it may be what a speaker always says",
    ),
    "dateline": Bilingual(vi="mở đầu đoạn đầu của bài", en="begins the story's first paragraph"),
    "date": Bilingual(
        vi="dòng ngày theo dạng này chưa được nhận ra", en="a date line of a form not known yet"
    ),
}


@dataclass(slots=True)
class _Recurring:
    """Where a line stands that recurs.

    Attributes:
        line: Its first printing.
        raw: Name of the first capture with it.
        pages: On how many pages.
        kept: On how many pages it is in the article today.
        places: `head`, `within`, `tail` → on how many pages.
        among: On how many pages it stands in the element of the story's paragraphs.
    """

    line: SeenLine
    raw: str
    pages: int = 0
    kept: int = 0
    places: Counter[str] = field(default_factory=Counter)
    among: int = 0


def lines(pages: Sequence[Seen], boxes: Elements) -> Iterator[Proposed]:
    """Propose what to make of lines that recur, and are kept today on some page.

    Args:
        pages: The pages.
        boxes: Elements that are proposed to be removed: what is in them needs no more.
    """
    again = recurring(pages)
    for _, found in sorted(_collect(pages, again, boxes).items()):
        if not found.kept or found.line.role is Role.HEADLINE or found.line.kind is BlockKind.IMAGE:
            continue
        yield _judged(found, len(pages))


def _collect(
    pages: Sequence[Seen], again: dict[str, int], boxes: Elements
) -> dict[str, _Recurring]:
    known: dict[str, _Recurring] = {}
    for page in pages:
        own = story(page, again)
        paths = {page.lines[i].path for i in own}
        here: dict[str, list[int]] = defaultdict(list)
        for i, line in enumerate(page.lines):
            if line.key in again and not boxes.matches(line.path):
                here[line.key].append(i)
        for key, numbers in here.items():
            line = page.lines[numbers[0]]
            found = known.setdefault(key, _Recurring(line, page.raw))
            found.pages += 1
            found.kept += any(page.lines[i].kept for i in numbers)
            found.places.update({_place(i, own) for i in numbers})
            found.among += any(
                not page.lines[i].path or page.lines[i].path in paths for i in numbers
            )
    return known


def _place(i: int, own: Sequence[int]) -> str:
    """Where a line stands, by the paragraphs that are the page's own."""
    if own and i < own[0]:
        return "head"
    return "within" if own and i < own[-1] else "tail"


def _judged(found: _Recurring, pages: int) -> Proposed:
    line, places = found.line, sorted(found.places)
    where = places[0] if len(places) == 1 else "within" if "within" in places else "edge"
    at_home = found.among > 0  # in a text, or among the paragraphs of a page
    sentence = line.prose or (at_home and shapes.ends_sentence(line.text))
    sure = found.pages >= _SURE_PAGES and found.pages >= _SURE_SHARE * pages
    doubt = "within" if where == "within" else "prose" if sentence and at_home and not sure else ""
    phrase = line.words <= _PHRASE and not line.prose
    return Proposed(
        key="phrases/widget" if phrase else f"lines/widget/{where if not doubt else 'edge'}",
        name="" if phrase else _name(line.text),
        value=line.text if phrase else _literal(line.text),
        why=_WHY[doubt or where],
        review=bool(doubt) or len(line.text) >= LONGEST_TEXT,
        pages=found.pages,
        of=pages,
        example=found.raw,
    )


def _literal(text: str) -> str:
    """A pattern that fits just this text."""
    return re.escape(text).replace(r"\ ", " ")


def datelines(pages: Sequence[Seen]) -> Iterator[Proposed]:
    """What the first paragraphs of stories begin with, if it is the same on many pages."""
    again = recurring(pages)
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for page in pages:
        own = story(page, again)
        if own and (match := _DATELINE.match(page.lines[own[0]].text)):
            counts[match["dateline"]] += 1
            examples.setdefault(match["dateline"], page.raw)
    for text, count in sorted(counts.items()):
        if count < least(len(pages)):
            continue
        place = not text.startswith("(") and not text.isupper() and " " in text
        for key, name, value in (
            ("fingerprints", _name(text), rf"^{_literal(text)}\s?[-–—] \S"),
            ("lexicon/dateline", "", rf"^(?P<dateline>{_literal(text)})\s*[-–—]\s*(?=\S)"),
        ):
            yield Proposed(
                key=key,
                name=name if key == "fingerprints" else "",
                value=value,
                why=_WHY["dateline"],
                review=place,  # more likely a city than the outlet's sign
                pages=count,
                of=len(pages),
                example=examples[text],
            )


def date_lines(pages: Sequence[Seen]) -> Iterator[Proposed]:
    """The forms of lines with a date, near the headline, that are not known as date lines."""
    again = recurring(pages)
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for page in pages:
        own = story(page, again)
        end = own[1] if len(own) > 1 else len(page.lines)
        forms = {
            _form(line.text)
            for line in page.lines[:end]
            if line.role is not Role.DATE_LINE
            and not line.prose
            and not line.linked
            and line.words <= _PHRASE
            and dates.find(line.text)
        }
        for form in forms:
            counts[form] += 1
            examples.setdefault(form, page.raw)
    for number, (form, count) in enumerate(sorted(counts.items()), start=1):
        if count >= least(len(pages)):
            yield Proposed(
                key="lines/date_line/head",
                name=f"date-line-{number}",
                value=f"(?P<date>{form})",
                why=_WHY["date"],
                pages=count,
                of=len(pages),
                example=examples[form],
            )


def _form(text: str) -> str:
    """A pattern for lines of the form of this one: other numbers, weekdays and months."""
    pattern = _literal(text)
    pattern = re.sub(_DAYS, "\x00", pattern)
    pattern = re.sub(_MONTHS, "\x01", pattern)
    pattern = re.sub(r"\d+", _digits, pattern)
    return pattern.replace("\x00", _DAYS).replace("\x01", _MONTHS)


def _digits(run: re.Match[str]) -> str:
    return r"\d{1,2}" if len(run[0]) <= _SHORT else rf"\d{{{len(run[0])}}}"


def _name(text: str) -> str:
    """A name for a rule, of a line's first words."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return "-".join(words[:4]) or "line"

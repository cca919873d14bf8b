"""Rules for what belongs to pictures: alt lines, captions, credits, a teaser's picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract import captions, dates, rules_lines, shapes
from generator.extract.page import Decided, Decision, Line, Page, headline
from generator.extract.rules_related import TEASER_WORDS
from generator.extract.shapes import line_key
from generator.model import BlockKind, Date, Role
from generator.vietnamese import fold

_CAPTION_WORDS = 40
"""Longest caption that nothing but its place below a picture shows to be one."""

_NEAR = 3
"""A caption is printed again within so many lines."""

_ICON = re.compile(
    r"(?i)(?:^|[/_-])(?:icon|logo|avatar|blank|pixel|spacer|loading|sprite|1x1|counter|bullet|arrow|button|btn)s?\b"
)
_SIGNED = re.compile(
    r"(?P<byline>[^:()/|–-]{3,40}?)\s*[(/|–-]\s*(?:Ảnh|Photos?)\s*:\s*(?P<credit>[^:()]{2,40})\)?"
)
_SMALLEST = 60
"""Pictures both sides of which are smaller, in pixels, are ornaments."""


def teaser_pictures(page: Page, decided: Decided) -> Iterator[Decision]:
    """The picture of another story with that story's headline below it.

    In text, the alt line tells: a story's own picture has its caption above or below its alt
    line. A teaser's has none; or it has one above, an earlier date than the story's pictures, and
    a title below that is not its caption. In HTML the picture and the title below are links.
    """
    figures = _captioned(page)
    latest = max((day for i in range(len(page.lines)) if (day := _alt_day(page, i))), default=None)
    for i, line in page.open(decided):
        below = page.near(i, 1)
        if not below or i + 1 in decided or not below.title or below.prose:
            continue
        if line.block.kind is BlockKind.IMAGE:
            if line.block.group in figures:  # its figure says what it shows
                continue
            if _in_link(line) and below.linked and below.words >= TEASER_WORDS:
                yield Decision(i, Role.TEASER, "teaser-picture")
                yield Decision(i + 1, Role.TEASER, "teaser-picture-headline")
            continue
        match = captions.dated_alt(page, line)
        if not match:
            continue
        own = captions.belongs(page, i, match["alt"])
        captioned = own and page.lines[i - 1].key.endswith(line_key(match["alt"]))
        older = (day := _alt_day(page, i)) is not None and latest is not None and day < latest
        if own and not (captioned and older and below.key != line_key(match["alt"])):
            continue
        if captioned:
            yield Decision(i - 1, Role.TEASER, "teaser-picture-caption")
        yield Decision(i, Role.TEASER, "teaser-picture")
        yield Decision(i + 1, Role.TEASER, "teaser-picture-headline")


def _captioned(page: Page) -> frozenset[int]:
    """Groups with a caption: figures, and tables."""
    groups = {x.block.group for x in page.lines if x.block.kind is BlockKind.CAPTION}
    return frozenset(groups - {0})


def _alt_day(page: Page, i: int) -> Date | None:
    match = captions.dated_alt(page, page.lines[i])
    days = dates.find(match["date"]) if match else ()
    return days[0].date if days else None


def _in_link(line: Line) -> bool:
    return any(step.partition(".")[0] == "a" for step in line.block.path)


def images(page: Page, decided: Decided) -> Iterator[Decision]:
    """Pictures of an HTML page from the headline on, their captions, and what only ornaments it."""
    head = headline(decided)
    tail = page.tail_start(decided)
    # What stands below a table, or names who is quoted, belongs to the text.
    kinds = (BlockKind.TABLE, BlockKind.QUOTE)
    texts = {x.block.group for x in page.lines if x.block.kind in kinds} - {0}
    for i, line in page.open(decided, head + 1):
        if line.block.kind is BlockKind.IMAGE:
            if _is_ornament(line):
                yield Decision(i, Role.WIDGET, "ornament")
            elif i < tail or _continues(page, decided, tail, i):
                yield Decision(i, Role.IMAGE, "image")
        elif line.block.kind is BlockKind.CAPTION and line.block.group in texts:
            yield Decision(i, Role.BODY, "text-caption")
        elif line.block.kind is BlockKind.CAPTION:
            credit = rules_lines.shape_of(page, line, "anywhere")
            alone = credit and credit[0].role is Role.CREDIT
            yield Decision(i, Role.CREDIT if alone else Role.CAPTION, "figcaption")


def _continues(page: Page, decided: Decided, tail: int, i: int) -> bool:
    """Whether only pictures and captions stand between the last paragraph and a picture."""
    own = (BlockKind.IMAGE, BlockKind.CAPTION)
    return all(
        page.lines[j].block.kind in own
        or (j in decided and decided[j].role in (Role.CAPTION, Role.CREDIT))
        for j in range(tail + 1, i)
    )


def _is_ornament(line: Line) -> bool:
    image = line.block.image
    if image is None:
        return True
    small = 0 < image.width < _SMALLEST and 0 < image.height < _SMALLEST
    return small or bool(_ICON.search(image.name))


def signed_credits(page: Page, decided: Decided) -> Iterator[Decision]:
    """`Trần Văn - Ảnh: Phạm Thị` below the story: who wrote it, and who took its pictures."""
    tail = page.tail_start(decided)
    for i, line in page.open(decided, tail + 1):
        above = page.near(i, -1)
        pictured = above is not None and (
            above.block.kind in (BlockKind.IMAGE, BlockKind.CAPTION)
            or rules_lines.shape_of(page, above, "anywhere") is not None
        )
        match = _SIGNED.fullmatch(line.text)
        if match and not pictured and shapes.is_name(match["byline"], most=4):
            yield Decision(i, Role.BYLINE, "byline-and-credit")


def slug_alts(page: Page, decided: Decided) -> Iterator[Decision]:
    """The headline without its accents: how some sites name their pictures."""
    head = next((page.lines[d.i] for d in decided.values() if d.role is Role.HEADLINE), None)
    if head is None or head.text.isascii():
        return
    folded = _letters(head.text)
    if not folded:  # a script that has no unaccented letters
        return
    for i, line in page.open(decided):
        if line.block.kind is BlockKind.IMAGE:
            continue
        if line.text.isascii() and _letters(re.sub(r"\d+$", "", line.text)).startswith(folded):
            yield Decision(i, Role.ALT_TEXT, "headline-without-accents")


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def captions_below(page: Page, decided: Decided) -> Iterator[Decision]:
    """The line below a picture that is no paragraph: its caption.

    A sentence is a caption only if it begins as captions do (`Toàn cảnh …`), or if a page sets
    it apart from the paragraphs in italics.
    """
    for i, line in page.open(decided):
        above = decided.get(i - 1)
        if above is None or above.role not in (Role.ALT_TEXT, Role.IMAGE):
            continue
        if line.words > _CAPTION_WORDS or line.block.kind is not BlockKind.PARAGRAPH:
            continue
        alt = captions.dated_alt(page, page.lines[i - 1])
        if alt and line.key == line_key(alt["alt"]):
            yield Decision(i, Role.CAPTION, "as-alt-line")
            continue
        if alt and captions.belongs(page, i - 1, alt["alt"]):  # it has its caption
            continue
        written = not page.html or above.role is Role.ALT_TEXT  # the picture is a line of text
        if written and line.title and not line.prose:
            yield Decision(i, Role.CAPTION, "below-picture")
        elif line.key.startswith(tuple(page.profile.phrases.get("caption-opening", ()))):
            yield Decision(i, Role.CAPTION, "caption-opening")
        elif (
            page.html
            and line.block.inlines
            and all(run.em for run in line.block.inlines if run.text.strip())
        ):
            yield Decision(i, Role.CAPTION, "italics-below-picture")


def repeated_captions(page: Page, decided: Decided) -> Iterator[Decision]:
    """Captions that are printed again, next to where they were printed first."""
    for d in sorted(decided.values(), key=lambda decision: decision.i):
        if d.role is not Role.CAPTION:
            continue
        caption = captions.parts(page, d.i).key
        for i in range(max(0, d.i - _NEAR), min(len(page.lines), d.i + _NEAR + 1)):
            image = page.lines[i].block.kind is BlockKind.IMAGE
            if caption and not image and i not in decided and page.lines[i].key == caption:
                yield Decision(i, Role.DUPLICATE, "caption-repeated")

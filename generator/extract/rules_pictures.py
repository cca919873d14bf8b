"""Rules for what belongs to pictures: alt lines, captions, credits, a teaser's picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract import captions, rules_lines
from generator.extract.page import Decided, Decision, Line, Page
from generator.model import BlockKind, Role
from generator.vietnamese import fold

_CAPTION_WORDS = 40
"""Longest caption that nothing but its place below a picture shows to be one."""

_NEAR = 3
"""A caption is printed again within so many lines."""

_ICON = re.compile(r"(?i)(?:^|[/_-])(?:icon|logo|avatar|blank|pixel|spacer|loading|sprite|1x1)s?\b")
_SMALLEST = 60
"""Pictures both sides of which are smaller, in pixels, are ornaments."""


def teaser_pictures(page: Page, decided: Decided) -> Iterator[Decision]:
    """The alt line of another story's picture, with that story's headline below it.

    A story's own picture has its caption above or below its alt line; a teaser's has neither.
    """
    for i, line in page.open(decided):
        match = captions.dated_alt(page, line)
        if not match or captions.belongs(page, i, match["alt"]):
            continue
        below = page.near(i, 1)
        if below and i + 1 not in decided and below.title and not below.prose:
            yield Decision(i, Role.TEASER, "teaser-picture")
            yield Decision(i + 1, Role.TEASER, "teaser-picture-headline")


def images(page: Page, decided: Decided) -> Iterator[Decision]:
    """Pictures of an HTML page, their captions, and what only ornaments it."""
    for i, line in page.open(decided):
        if line.block.kind is BlockKind.IMAGE:
            ornament = _is_ornament(line)
            yield Decision(i, *((Role.WIDGET, "ornament") if ornament else (Role.IMAGE, "image")))
        elif line.block.kind is BlockKind.CAPTION:
            credit = rules_lines.shape_of(page, line, "anywhere")
            alone = credit and credit[0].role is Role.CREDIT
            yield Decision(i, Role.CREDIT if alone else Role.CAPTION, "figcaption")


def _is_ornament(line: Line) -> bool:
    image = line.block.image
    if image is None:
        return True
    small = 0 < image.width < _SMALLEST and 0 < image.height < _SMALLEST
    return small or bool(_ICON.search(image.name))


def slug_alts(page: Page, decided: Decided) -> Iterator[Decision]:
    """The headline without its accents: how some sites name their pictures."""
    head = next((page.lines[d.i] for d in decided.values() if d.role is Role.HEADLINE), None)
    if head is None or head.text.isascii():
        return
    folded = _letters(head.text)
    for i, line in page.open(decided):
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
        if not page.html and line.title and not line.prose:
            yield Decision(i, Role.CAPTION, "below-picture")
        elif line.key.startswith(tuple(page.profile.phrases.get("caption-opening", ()))):
            yield Decision(i, Role.CAPTION, "caption-opening")
        elif page.html and line.block.inlines and all(run.em for run in line.block.inlines if run.text.strip()):
            yield Decision(i, Role.CAPTION, "italics-below-picture")


def repeated_captions(page: Page, decided: Decided) -> Iterator[Decision]:
    """Captions that are printed again, next to where they were printed first."""
    for d in sorted(decided.values(), key=lambda decision: decision.i):
        if d.role is not Role.CAPTION:
            continue
        caption = captions.parts(page, d.i).key
        for i in range(max(0, d.i - _NEAR), min(len(page.lines), d.i + _NEAR + 1)):
            if caption and i not in decided and page.lines[i].key == caption:
                yield Decision(i, Role.DUPLICATE, "caption-repeated")

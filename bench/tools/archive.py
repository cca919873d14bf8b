"""This project: a capture file read as `archive convert` reads it, and its article's words."""

from __future__ import annotations

from functools import cache

from bench.tools import Facts, Line, Sheet
from generator import captures
from generator import extract as corridor
from generator.errors import FindingError
from generator.extract import Profile
from generator.model import Extraction, Repair, Role
from generator.settings import package_texts


@cache
def profiles() -> tuple[Profile, ...]:
    """All profiles that ship with the package."""
    return corridor.parse_profiles(
        package_texts("extract/profiles", ".yml"),
        weights=package_texts("extract/weights", ".json"),
    )


def extract(page: Sheet) -> str:
    """The words of the article that `archive convert` would write, without its headline."""
    made = _extraction(page)
    return words(made) if made else ""


def words(made: Extraction) -> str:
    """The lines of an article's body; empty if there is no article."""
    if made.article is None:
        return ""
    mended = {repair.n: repair for repair in _repairs(made)}
    lines = []
    for label in made.lines:
        if label.kept and label.role is not Role.HEADLINE:
            text = label.block.text
            if repair := mended.get(label.block.n):
                text = text.replace(repair.was, repair.now, 1)
            lines.append(text)
    return "\n".join(lines)


def facts(page: Sheet) -> Facts:
    """All that is known of the page, and every decision."""
    made = _extraction(page)
    if made is None:
        return Facts()
    lines = tuple(
        Line(text=label.block.text, role=label.role, rule=label.rule, kept=label.kept)
        for label in made.lines
    )
    codes = tuple(found.code for found in made.findings)
    article = made.article
    if article is None:
        return Facts(lines=lines, findings=codes)
    return Facts(
        title=article.title,
        author=article.byline,
        date=str(article.date)[:10] if article.date else "",
        basis=article.date_basis.kind.value,
        captions=tuple(
            f"{image.caption} {image.credit}".strip()
            for image in article.images
            if (image.url or image.name or image.file) and (image.caption or image.credit)
        ),
        lines=lines,
        findings=codes,
    )


def _extraction(page: Sheet) -> Extraction | None:
    try:
        capture = captures.read(page.path, raw=page.path.parent)
    except FindingError:
        return None
    return corridor.article(capture, profiles())


def _repairs(made: Extraction) -> tuple[Repair, ...]:
    return made.article.cleaning.repairs if made.article and made.article.cleaning else ()

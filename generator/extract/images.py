"""The story's pictures: caption, credit, alternative text and address, once each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract import captions, shapes
from generator.extract.page import Page
from generator.model import Bilingual, BlockKind, Image, Labelled, Role
from generator.vietnamese import fold

_OWN = frozenset({Role.IMAGE, Role.ALT_TEXT, Role.CAPTION, Role.CREDIT})


_TELLING = 6
"""A credit has fewer words, or mostly names."""


@dataclass(slots=True)
class _Picture:
    """A picture while its lines are gathered."""

    url: str = ""
    name: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    group: int = 0
    shown: bool = False

    def empty(self) -> bool:
        return not (self.url or self.name or self.alt or self.caption or self.credit)


def find(page: Page, labels: Sequence[Labelled], *, lang: str, title: str) -> tuple[Image, ...]:
    """Gather the pictures of a story in order of appearance.

    Lines that follow each other and belong to pictures are one picture until one of them brings
    a second image, a second alt line or a second caption. A picture printed twice is one.
    """
    found: list[Image] = []
    for picture in _pictures(page, labels):
        if picture.empty():
            continue
        image = _image(picture, lang, title)
        if image in found:
            continue
        if image.url and any(image.url == other.url for other in found):
            continue
        found.append(image)
    return tuple(found)


def _pictures(page: Page, labels: Sequence[Labelled]) -> Iterator[_Picture]:
    picture = _Picture()
    for i, label in enumerate(labels):
        if label.role is Role.CAPTION and i and labels[i - 1].rule == "embed":
            continue  # the caption of a film is no picture
        if label.rule == "video-credit":
            continue  # nor is who filmed it
        if label.role not in _OWN:
            if label.role is not Role.DUPLICATE:
                yield picture
                picture = _Picture()
            continue
        piece = _piece(page, i, label)
        if _begins(picture, piece):
            yield picture
            picture = piece
        else:
            picture.url = picture.url or piece.url
            picture.name = picture.name or piece.name
            picture.alt = picture.alt or piece.alt
            picture.caption = picture.caption or piece.caption
            picture.credit = picture.credit or piece.credit
            picture.shown = picture.shown or piece.shown
            picture.group = picture.group or piece.group
    yield picture


def _begins(picture: _Picture, piece: _Picture) -> bool:
    """Whether a piece belongs to another picture than the one being gathered."""
    if picture.empty():
        return True
    if picture.group != piece.group and picture.group and piece.group:
        return True
    if piece.shown:
        return picture.shown or bool(picture.caption and not picture.group)
    if piece.alt or piece.name:
        keys = {shapes.line_key(picture.caption), ""}
        return bool(picture.alt or picture.name) or shapes.line_key(piece.alt) not in keys
    return bool(piece.caption and picture.caption)


def _piece(page: Page, i: int, label: Labelled) -> _Picture:
    """What one line says of its picture."""
    block = label.block
    piece = _Picture(group=block.group, shown=block.kind is BlockKind.IMAGE)
    if label.role is Role.IMAGE:
        if block.image:
            piece.url, piece.name, piece.alt = block.image.url, block.image.name, block.image.alt
            if match := captions.dated_alt(page, page.lines[i]):
                piece.alt = match["alt"]
        return piece
    if label.role is Role.ALT_TEXT:
        groups = _groups(page, block.text)
        piece.alt, piece.name = groups.get("alt") or "", groups.get("name") or ""
        if not (piece.alt or piece.name):
            piece.alt = block.text
        return piece
    parts = captions.parts(page, i)
    piece.caption, piece.credit = parts.caption, parts.credit
    if label.role is Role.CREDIT:
        piece.caption, piece.credit = "", parts.credit or block.text
        if _tells(piece.credit):  # `Ảnh: Hai đoàn làm việc …` labels a caption
            piece.caption, piece.credit = piece.credit, ""
    return piece


def _tells(text: str) -> bool:
    """Whether what stands after `Ảnh:` tells what the picture shows: names have capitals."""
    words = text.split()
    return len(words) >= _TELLING and sum(word.islower() for word in words) * 2 > len(words)


def _groups(page: Page, text: str) -> dict[str, str | None]:
    for rule in page.profile.lines:
        if rule.role is Role.ALT_TEXT and (match := rule.match(text)):
            return match.groupdict()
    return {}


def _image(picture: _Picture, lang: str, title: str) -> Image:
    return Image(
        url=picture.url,
        name=picture.name,
        alt=Bilingual(**{lang: picture.alt}) if _describes(picture, title) else Bilingual(),
        caption=picture.caption,
        credit=picture.credit,
    )


def _describes(picture: _Picture, title: str) -> bool:
    """Whether the alternative text says more than caption, headline and file name do."""
    key = shapes.line_key(picture.alt)
    headline = _letters(title)
    return (
        " " in key
        and key not in (shapes.line_key(picture.caption), shapes.line_key(picture.name))
        and not _is_file_name(picture.alt)
        and not (headline and _letters(picture.alt).startswith(headline))
    )


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def _is_file_name(text: str) -> bool:
    stem, dot, suffix = text.strip().rpartition(".")
    return bool(stem and dot) and suffix.isalnum() and len(suffix) <= len("webp")

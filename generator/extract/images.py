"""The story's pictures: caption, credit, alternative text and address, once each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract import captions, captions_credit, shapes
from generator.extract.blocks_frame import says_credit
from generator.extract.page import Page
from generator.model import Bilingual, BlockKind, Image, Labelled, Role
from generator.vietnamese import fold

_OWN = frozenset({Role.IMAGE, Role.ALT_TEXT, Role.CAPTION, Role.CREDIT})
_ORNAMENTS = frozenset({"ornament"})
"""Rules by which a picture is none, even in a figure with a caption of the story."""


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
    a second image, a second alt line or a second caption; those of one figure are one picture
    until it shows a second. A picture printed twice is one, with what either printing says.
    """
    found: list[Image] = []
    places: dict[str, int] = {}
    for picture in _pictures(page, labels):
        if picture.empty():
            continue
        image = _image(picture, lang, title)
        if image in found:
            continue
        if image.url in places:
            place = places[image.url]
            found[place] = _merged(found[place], image)
            continue
        if image.url:
            places[image.url] = len(found)
        found.append(image)
    return tuple(found)


def _merged(first: Image, second: Image) -> Image:
    """Two printings of one picture; a second caption that says something else is left out."""
    return replace(
        first,
        caption=first.caption or second.caption,
        credit=first.credit or second.credit,
        alt=first.alt if any((first.alt.vi, first.alt.en)) else second.alt,
    )


def _pictures(page: Page, labels: Sequence[Labelled]) -> Iterator[_Picture]:
    picture, begun = _Picture(), False
    captioned = {x.block.group for x in labels if x.role in (Role.CAPTION, Role.CREDIT)} - {0}
    for i, label in enumerate(labels):
        if label.role is Role.CAPTION and i and labels[i - 1].rule == "embed":
            continue  # the caption of a film is no picture
        if label.rule == "video-credit":
            continue  # nor is who filmed it
        figure = label.block.group in captioned
        shown = figure and label.block.kind is BlockKind.IMAGE and label.rule not in _ORNAMENTS
        if label.role not in _OWN and not shown:
            # A figure also holds buttons: `Open in a new tab`.
            if label.role is not Role.DUPLICATE and not (figure and label.block.group) and begun:
                yield picture
                picture, begun = _Picture(), False
            continue
        begun = True
        piece = _piece(page, i, label)
        if _begins(picture, piece):
            yield picture
            picture = piece
        else:
            _join(picture, piece)
    yield picture


def _join(picture: _Picture, piece: _Picture) -> None:
    """Give a picture what a further line of it says."""
    picture.url = picture.url or piece.url
    picture.name = picture.name or piece.name
    picture.alt = picture.alt or piece.alt
    if piece.caption and shapes.line_key(piece.caption) not in shapes.line_key(picture.caption):
        picture.caption = f"{picture.caption} {piece.caption}".strip()
    picture.credit = picture.credit or piece.credit
    picture.shown = picture.shown or piece.shown
    picture.group = picture.group or piece.group


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
    return bool(piece.caption and picture.caption) and not picture.group


def _piece(page: Page, i: int, label: Labelled) -> _Picture:
    """What one line says of its picture."""
    block = label.block
    piece = _Picture(group=block.group, shown=block.kind is BlockKind.IMAGE)
    if piece.shown:
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
    if label.role is Role.CREDIT or (block.path and says_credit(block.path[-1])):
        piece.caption, piece.credit = "", parts.credit or block.text
        if captions_credit.tells(piece.credit):  # `Ảnh: Hai đoàn làm việc …` labels a caption
            piece.caption, piece.credit = piece.credit, ""
    return piece


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
    if " " not in picture.alt:
        return False
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

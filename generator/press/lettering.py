"""Lettering: lines of text set in the site's typeface, as masks for pictures.

Letters are placed one after the other by their widths, each drawn once: the same versions of
Pillow and of the typeface give the same bytes, whatever libraries a system has.
"""

from __future__ import annotations

import functools
import io
import math
import unicodedata
from collections.abc import Iterable

from PIL import Image, ImageDraw, ImageFont

from generator.press import fonts

REGULAR, BOLD = fonts.WEIGHTS

_MEASURED = 100
"""Size in which words are measured; their widths in others follow."""


def drawable(text: str) -> str:
    """The text in one line as it can be drawn; empty if letters or digits would be missing.

    What the typeface has no sign for never becomes an empty box. Ornaments such as emoji are left
    out; of a text with letters of another script nothing is drawn, since a part would be wrong.
    """
    points = _points()
    made = []
    for character in unicodedata.normalize("NFC", " ".join(text.split())):
        category = unicodedata.category(character)
        if ord(character) in points and category != "Cf":
            made.append(character)
        elif category[0] in "LN":
            return ""
    line = " ".join("".join(made).split())
    return line if any(character.isalnum() for character in line) else ""


def width(text: str, size: int, weight: int) -> float:
    """How wide a line is, in pixels.

    Args:
        text: As `drawable` gives it.
        size: In pixels.
        weight: One of `fonts.WEIGHTS`.
    """
    return _measured(text, weight) * size / _MEASURED


def shortened(text: str, size: int, most: float, weight: int) -> str:
    """The text, cut after a word where it is wider than `most` pixels."""
    if width(text, size, weight) <= most:
        return text
    words = text.split()
    while words and width(f"{' '.join(words)}…", size, weight) > most:
        words.pop()
    return f"{' '.join(words)}…" if words else ""


def lines(text: str, size: int, most: float, weight: int) -> list[str]:
    """The text in as few lines as there can be, of about the same width, at most `most` pixels."""
    words = text.split()
    filled = _filled(words, size, most, weight)
    low, high = 0.0, most
    while high - low > size:
        middle = (low + high) / 2
        if len(_filled(words, size, middle, weight)) == len(filled):
            high = middle
        else:
            low = middle
    return _filled(words, size, high, weight)


def _filled(words: Iterable[str], size: int, most: float, weight: int) -> list[str]:
    """Words in lines, each as full as can be; a word that is wider than a line is cut."""
    made: list[str] = []
    end, space = math.inf, width(" ", size, weight)
    for word in words:
        long = width(word, size, weight)
        if end + space + long <= most:
            made[-1] += f" {word}"
            end += space + long
        elif long <= most:
            made.append(word)
            end = long
        else:
            fitting = max(1, int(len(word) * most / long) - 1)
            made += [word[start : start + fitting] for start in range(0, len(word), fitting)]
            end = width(made[-1], size, weight)
    return made


def line(text: str, size: int, weight: int) -> Image.Image:
    """The line as a mask: two sizes high, its baseline in the middle."""
    places, end = [], 0.0
    for letter in text:
        places.append((round(end), letter))
        end += width(letter, size, weight)
    made = Image.new("L", (math.ceil(end) + size, 2 * size))
    for x, letter in places:
        mask, (left, top) = _letter(letter, size, weight)
        made.paste(255, (x + left, size + top), mask)
    return made


@functools.lru_cache(maxsize=1 << 12)
def _letter(letter: str, size: int, weight: int) -> tuple[Image.Image, tuple[int, int]]:
    """A letter as a mask, and where its corner is from where the letter begins."""
    font = _font(size, weight)
    left, top, right, bottom = map(math.floor, font.getbbox(letter, anchor="ls"))
    mask = Image.new("L", (right - left + 1, bottom - top + 1))
    ImageDraw.Draw(mask).text((-left, -top), letter, fill=255, font=font, anchor="ls")
    return mask, (left, top)


@functools.lru_cache(maxsize=1 << 16)
def _measured(text: str, weight: int) -> float:
    return _font(_MEASURED, weight).getlength(text)


@functools.cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    data = io.BytesIO(fonts.still(weight))
    # Raqm, the other engine, is there on some systems only.
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def _points() -> frozenset[int]:
    return fonts.points(fonts.still(REGULAR))

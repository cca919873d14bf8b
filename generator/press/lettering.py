"""Lettering: lines of text set in the site's typeface, letter by letter, for pictures.

Letters are placed one after the other by their widths, each drawn once: the same versions of
Pillow and of the typeface give the same masks, whatever libraries a system has.
"""

from __future__ import annotations

import functools
import io
import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from generator.press import fonts

REGULAR, BOLD = fonts.WEIGHTS

_MEASURED = 100
"""Size in which letters are measured; their widths in others follow."""


class Letter(NamedTuple):
    """A letter as it is drawn.

    Attributes:
        mask: How much of each pixel it covers, 0–255.
        left: Of the mask, in pixels to the right of where the letter begins.
        top: The same, in pixels below the baseline; mostly negative.
    """

    mask: NDArray[np.uint8]
    left: int
    top: int


def drawable(text: str) -> str:
    """The text in one line as it can be drawn; empty if letters or digits would be missing.

    What the typeface has no sign for never becomes an empty box. Ornaments such as emoji are left
    out; of a text with letters of another script nothing is drawn, since a part would be wrong.
    """
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    if not _signs().issuperset(line):
        missing = {character for character in line if character not in _signs()}
        if any(unicodedata.category(character)[0] in "LN" for character in missing):
            return ""
        line = " ".join("".join(sign for sign in line if sign not in missing).split())
    return line if any(character.isalnum() for character in line) else ""


def width(text: str, size: int, weight: int) -> float:
    """How wide a line is, in pixels.

    Args:
        text: As `drawable` gives it.
        size: In pixels.
        weight: One of `fonts.WEIGHTS`.
    """
    return sum(map(_advances(weight).__getitem__, text)) * size / _MEASURED


def shortened(text: str, size: int, most: float, weight: int) -> str:
    """The text, cut after a word where it is wider than `most` pixels."""
    if width(text, size, weight) <= most:
        return text
    words = text.split()
    while words and width(f"{' '.join(words)}…", size, weight) > most:
        words.pop()
    return f"{' '.join(words)}…" if words else ""


def lines(text: str, size: int, most: float, weight: int) -> list[str]:
    """The text in as few lines as there can be, each as full as can be, at most `most` pixels."""
    return _filled(_measured(text, size, weight), size, most, weight)


def even(text: str, size: int, most: float, weight: int) -> list[str]:
    """The same number of lines, of about the same width."""
    words = _measured(text, size, weight)
    made = _filled(words, size, most, weight)
    low, high = 0.0, most
    while high - low > size:
        middle = (low + high) / 2
        narrower = _filled(words, size, middle, weight)
        if len(narrower) == len(made):
            made, high = narrower, middle
        else:
            low = middle
    return made


def _measured(text: str, size: int, weight: int) -> list[tuple[str, float]]:
    return [(word, width(word, size, weight)) for word in text.split()]


def _filled(words: Sequence[tuple[str, float]], size: int, most: float, weight: int) -> list[str]:
    """Words in lines, each as full as can be; a word that is wider than a line is cut."""
    made: list[str] = []
    end, space = math.inf, width(" ", size, weight)
    for word, long in words:
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


def placed(text: str, size: int, weight: int) -> Iterator[tuple[int, str]]:
    """Where each letter of a line begins, in pixels from where the line does."""
    advances, end = _advances(weight), 0.0
    for letter in text:
        if letter != " ":
            yield round(end), letter
        end += advances[letter] * size / _MEASURED


def drawn(letter: str, size: int, weight: int) -> Letter:
    """A letter; whoever needs it often keeps it."""
    font = _font(size, weight)
    left, top, right, bottom = map(math.floor, font.getbbox(letter, anchor="ls"))
    mask = Image.new("L", (right - left + 1, bottom - top + 1))
    ImageDraw.Draw(mask).text((-left, -top), letter, fill=255, font=font, anchor="ls")
    return Letter(np.asarray(mask), left, top)


class _Advances(dict[str, float]):
    """From a letter to how far the next one is from it, in the size that is measured."""

    def __init__(self, weight: int) -> None:
        super().__init__()
        self._font = _font(_MEASURED, weight)

    def __missing__(self, letter: str) -> float:
        self[letter] = known = self._font.getlength(letter)
        return known


@functools.cache
def _advances(weight: int) -> _Advances:
    return _Advances(weight)


@functools.cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    data = io.BytesIO(fonts.still(weight))
    # Raqm, the other engine, is there on some systems only.
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def _signs() -> frozenset[str]:
    """What can be drawn; marks of direction have signs, but nothing to be seen."""
    points = map(chr, fonts.points(fonts.still(REGULAR)))
    return frozenset(sign for sign in points if unicodedata.category(sign) != "Cf")

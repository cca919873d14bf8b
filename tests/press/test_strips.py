"""Strips: pictures put together of packed rows, which every program reads as one."""

from __future__ import annotations

import io
import random

import numpy as np
import pytest
from PIL import Image

from generator.press import strips
from generator.press.strips import Pixels, Strip

PALETTE = bytes(range(48))


def rows(high: int, wide: int = 1200) -> Pixels:
    dice = random.Random(high)  # noqa: S311 - the same each time
    made = np.zeros((high, wide), np.uint8)
    for _ in range(high):
        top, left = dice.randrange(high), dice.randrange(wide)
        made[top : top + 9, left : left + 30] = dice.randrange(16)
    return made


def read(parts: list[Strip], wide: int = 1200) -> Image.Image:
    image = Image.open(io.BytesIO(strips.png(parts, width=wide, palette=PALETTE)))
    image.load()
    return image


@pytest.mark.parametrize("cut", [1, 77, 399])
def test_strips_of_both_kinds_are_one_picture(cut: int) -> None:
    pixels = rows(400)
    parts = [strips.shared(pixels[:cut]), strips.own(pixels[cut:])]

    for made, there in ((parts, pixels), (parts[::-1], np.vstack([pixels[cut:], pixels[:cut]]))):
        image = read(made)
        assert ("P", (1200, 400)) == (image.mode, image.size)
        assert there.tobytes() == image.tobytes()


def test_many_small_strips_are_the_same_picture_as_one() -> None:
    pixels = rows(60, 34)
    parts = [strips.own(pixels[top : top + 1]) for top in range(60)]

    assert pixels.tobytes() == read(parts, 34).tobytes()


def test_checksums_are_right_for_bytes_of_any_value() -> None:
    # The largest sums: Adler-32 is taken modulo 65521, and readers may refuse a wrong one.
    pixels = np.full((3000, 600), 15, np.uint8)
    parts = [strips.own(pixels[:1000]), strips.shared(pixels[1000:])]

    assert pixels.tobytes() == read(parts, 600).tobytes()


def test_a_picture_has_the_colours_of_its_palette() -> None:
    image = read([strips.own(rows(8))])

    assert PALETTE == bytes(image.getpalette() or ())[: len(PALETTE)]

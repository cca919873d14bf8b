"""The bronze drum of the site's mark, for pictures."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw


def mask(size: int) -> NDArray[np.uint8]:
    """How much of each pixel of a square the drum covers, 0–255.

    The measures are those of overrides/assets/images/drum.svg, 24 units wide.
    """
    finer = 4
    unit = size * finer / 24
    image = Image.new("L", (size * finer, size * finer))
    pen = ImageDraw.Draw(image)
    for outer, inner in ((11.4, 10.5), (9.6, 9.2), (7.3, 6.9)):
        for radius, fill in ((outer, 255), (inner, 0)):
            pen.ellipse([(12 + side * radius) * unit for side in (-1, -1, 1, 1)], fill=fill)
    for dot in range(28):
        x, y = _on_circle(8.3, dot / 28)
        pen.ellipse([(at + side * 0.42) * unit for side in (-1, 1) for at in (x, y)], fill=255)
    rays = [_on_circle((6.1, 2.3)[point % 2], point / 28) for point in range(28)]
    pen.polygon([(x * unit, y * unit) for x, y in rays], fill=255)
    return np.asarray(image.reduce(finer))


def _on_circle(radius: float, turn: float) -> tuple[float, float]:
    """A point around the middle of the drum; from the top, clockwise."""
    angle = 2 * math.pi * turn
    return 12 + radius * math.sin(angle), 12 - radius * math.cos(angle)

"""Drawing cards: the pictures that stand where somebody shows a link to a page of the archive.

Paper, ink and one red, as on the site: the bronze drum, a headline in Noto Serif, a line of facts.
A card is kept in the work folder under a name made of all that it depends on, so that an article
that stays as it is costs nothing.
"""

from __future__ import annotations

import functools
import hashlib
import io
import math
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, features

from generator.pages.cards import HEIGHT, WIDTH, Card
from generator.press import fonts, lettering
from generator.press.lettering import BOLD, REGULAR, drawable

_MADE_WITH = ("fontpkg-noto-serif", "pillow", "uharfbuzz")

_MARGIN = 72
_WIDTH = WIDTH - 2 * _MARGIN
_MARK = (_MARGIN, 64, 64)
_DRUM = (WIDTH - 310, HEIGHT - 310, 460)
"""Left, top and size of the drum at the head and of the one behind the text."""
_NAME = (_MARGIN + 84, 107, 30)
"""Left, baseline and size."""
_RULE = (_MARGIN, 176, _MARGIN + 96, 182)
_TITLE_TOP, _TITLE_BOTTOM = 206, 506
_TITLE_SIZES = (68, 60, 53, 47, 42)
"""The largest in which the headline has room is taken."""
_LEADING = 1.36
"""From line to line, in sizes: marks stand upon marks in Vietnamese."""
_FACTS, _FACTS_SIZE = 562, 30
_BETWEEN = " · "

_COLOURS = (((238, 232, 221), 1), ((34, 31, 28), 3), ((142, 27, 27), 2))
"""Of the drum behind the text, of ink, of the red: those of archive.css in the light, each with
its number of tones from paper on. Edges need few, and each more costs bytes; up to 16 in all take
four bits a pixel, which halves the work."""
_SOFT, _INK, _RED = range(len(_COLOURS))
_PAPER = (253, 252, 249)
_PACKED = 4
"""How hard zlib tries: twice as long saves 4 %."""


def draw(card: Card) -> bytes:
    """The card as PNG, `WIDTH` × `HEIGHT`.

    The archive's name stands in the place of a headline that cannot be drawn; a headline that is
    too long is set smaller, and if need be ends after a word with an ellipsis.
    """
    name = drawable(card.name)
    title = drawable(card.title) or name
    image = _ground(name if title != name else "").copy()
    size, lines = laid_out(title)
    for number, text in enumerate(lines):
        baseline = _TITLE_TOP + size + round(number * size * _LEADING)
        _write(image, text, (_MARGIN, baseline), size, BOLD)
    left = _MARGIN
    for badge in filter(None, map(drawable, card.badges)):
        left += _write(image, badge + _BETWEEN, (left, _FACTS), _FACTS_SIZE, BOLD, colour=_RED)
    facts = _BETWEEN.join(filter(None, map(drawable, card.facts)))
    facts = lettering.shortened(facts, _FACTS_SIZE, WIDTH - _MARGIN - left, REGULAR)
    _write(image, facts, (left, _FACTS), _FACTS_SIZE, REGULAR)
    image.putpalette(_palette())
    packed = io.BytesIO()
    image.save(packed, "PNG", compress_level=_PACKED)
    return packed.getvalue()


def laid_out(title: str) -> tuple[int, list[str]]:
    """The size of a headline in pixels, and its lines."""
    for size in _TITLE_SIZES:
        lines = lettering.lines(title, size, _WIDTH, BOLD)
        if len(lines) <= _most(size):
            return size, lines
    return _cut(title, _TITLE_SIZES[-1])


def _cut(title: str, size: int) -> tuple[int, list[str]]:
    lines = lettering.lines(title, size, _WIDTH, BOLD)
    end = _most(size) - 1
    last = lettering.shortened(" ".join(lines[end : end + 2]), size, _WIDTH, BOLD)
    return size, [*lines[:end], last or lines[end]]


def _most(size: int) -> int:
    """The number of lines of this size that a headline has room for."""
    return int((_TITLE_BOTTOM - _TITLE_TOP) / (size * _LEADING))


class Kept:
    """Cards kept in a folder, each under the name of all that it depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._wanted: set[str] = set()

    def files(self, cards: Iterable[Card], *, only: bool = True) -> Iterator[tuple[str, Path]]:
        """Path below the site and file of each card; at the end all others are forgotten.

        Args:
            cards: In any order.
            only: Whether nobody else keeps cards there; if not, the others stay.
        """
        for card in cards:
            yield card.path, self.file(card)
        if only:
            self.forget_others()

    def file(self, card: Card) -> Path:
        """The file that holds the card; drawn now if it is not there yet."""
        name = f"{_key(card)}.png"
        self._wanted.add(name)
        path = self._folder / name
        if not path.is_file():
            self._folder.mkdir(parents=True, exist_ok=True)
            # Whoever is killed leaves nothing half-made under the name that is read.
            new = path.with_suffix(f".{os.getpid()}")
            new.write_bytes(draw(card))
            new.replace(path)
        return path

    def forget_others(self) -> None:
        """Remove what nobody asked for since this was made."""
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name not in self._wanted:
                    path.unlink(missing_ok=True)


def _key(card: Card) -> str:
    said = (card.name, card.title, "\n".join(card.facts), "\n".join(card.badges))
    return hashlib.sha256("\x00".join((_program(), *said)).encode()).hexdigest()[:32]


@functools.cache
def _program() -> str:
    """What tells whether a build may take what an earlier one has drawn."""
    parts = [f"{name} {version(name)}" for name in _MADE_WITH]
    parts += [f"{name} {features.version(name)}" for name in ("freetype2", "zlib")]
    sources = (__file__, lettering.__file__, fonts.__file__)
    return "\n".join([*parts, *(Path(source).read_text(encoding="utf-8") for source in sources)])


@functools.lru_cache(maxsize=4)
def _ground(name: str) -> Image.Image:
    """What all cards of a language share: each pixel a number of the palette."""
    image = Image.new("L", (WIDTH, HEIGHT))
    for (left, top, size), colour in ((_DRUM, _SOFT), (_MARK, _RED)):
        _lay(image, _drum(size), (left, top), colour)
    ImageDraw.Draw(image).rectangle(_RULE, fill=_tones(_RED)[255])
    left, baseline, size = _NAME
    text = lettering.shortened(name, size, WIDTH - _MARGIN - left, BOLD)
    _write(image, text, (left, baseline), size, BOLD)
    return image


def _write(
    image: Image.Image,
    text: str,
    place: tuple[int, int],
    size: int,
    weight: int,
    *,
    colour: int = _INK,
) -> int:
    """Write a line from `place` on, which is on its baseline, and tell how wide it is."""
    left, baseline = place
    _lay(image, lettering.line(text, size, weight), (left, baseline - size), colour)
    return round(lettering.width(text, size, weight))


def _lay(image: Image.Image, mask: Image.Image, corner: tuple[int, int], colour: int) -> None:
    """Lay a mask over the card in tones of a colour; a colour with a higher number stays."""
    left, top = corner
    box = (left, top, min(left + mask.width, WIDTH), min(top + mask.height, HEIGHT))
    under = image.crop(box)
    over = mask.crop((0, 0, *under.size)).point(_tones(colour))
    image.paste(ImageChops.lighter(under, over), box)


@functools.cache
def _tones(colour: int) -> list[int]:
    """How much of a pixel is covered, 0–255 → its number in the palette; 0, paper, for little."""
    before = sum(tones for _, tones in _COLOURS[:colour])
    _, tones = _COLOURS[colour]
    levels = [round(value * tones / 255) for value in range(256)]
    return [before + level if level else 0 for level in levels]


@functools.cache
def _palette() -> list[int]:
    channels = [*_PAPER]
    for colour, tones in _COLOURS:
        for tone in range(1, tones + 1):
            mixed = (p + (c - p) * tone / tones for p, c in zip(_PAPER, colour, strict=True))
            channels += map(round, mixed)
    return channels


def _drum(size: int) -> Image.Image:
    """The bronze drum of the site's mark, in a square, as a mask.

    The measures are those of overrides/.icons/archive/drum.svg, 24 units wide.
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
    return image.reduce(finer)


def _on_circle(radius: float, turn: float) -> tuple[float, float]:
    """A point around the middle of the drum; from the top, clockwise."""
    angle = 2 * math.pi * turn
    return 12 + radius * math.sin(angle), 12 - radius * math.cos(angle)

"""Drawing cards: the pictures that stand where somebody shows a link to a page of the archive.

Paper, ink and one red, as on the site: the bronze drum, a headline in Noto Serif, a line of facts.
A card is kept in the work folder under a name made of all that it depends on, so that an article
that stays as it is costs nothing.
"""

from __future__ import annotations

import functools
import hashlib
import time
import zlib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from PIL import features

from generator.pages.cards import HEIGHT, WIDTH, Card
from generator.press import drum, fonts, lettering, strips
from generator.press.lettering import BOLD, REGULAR, Letter, drawable
from generator.press.strips import Pixels, Strip

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

_HIGHEST, _LOWEST = 1.1, 0.4
"""How far letters reach above and below the baseline, in sizes: Ẫ needs 1.07, у 0.25."""

_COLOURS = (((238, 232, 221), 1), ((34, 31, 28), 3), ((142, 27, 27), 2))
"""Of the drum behind the text, of ink, of the red: those of archive.css in the light, each with
its number of tones from paper on. Edges need few, and each more costs bytes; up to 16 in all take
four bits a pixel, which halves the work."""
_SOFT, _INK, _RED = range(len(_COLOURS))
_PAPER = (253, 252, 249)


def draw(card: Card) -> bytes:
    """The card as PNG, `WIDTH` × `HEIGHT`.

    The archive's name stands in the place of a headline that cannot be drawn; a headline that is
    too long is set smaller, and if need be ends after a word with an ellipsis.
    """
    name = drawable(card.name)
    title = drawable(card.title) or name
    ground = name if title != name else ""
    made, done = [], 0
    for top, rows in (_headline(ground, title), _facts(ground, card)):
        made += [_shared(ground, done, top), strips.own(rows)]
        done = top + len(rows)
    made.append(_shared(ground, done, HEIGHT))
    return strips.png(made, width=WIDTH, palette=_palette())


def _headline(ground: str, title: str) -> tuple[int, Pixels]:
    """The first row of the headline, and all of its rows."""
    size, lines = laid_out(title)
    baselines = [_TITLE_TOP + size + round(line * size * _LEADING) for line in range(len(lines))]
    top, rows = _rows(ground, baselines[0], baselines[-1], size)
    for baseline, text in zip(baselines, lines, strict=True):
        _write(rows, text, (_MARGIN, baseline - top), size, BOLD)
    return top, rows


def _facts(ground: str, card: Card) -> tuple[int, Pixels]:
    """The same for what stands below it."""
    top, rows = _rows(ground, _FACTS, _FACTS, _FACTS_SIZE)
    left = _MARGIN
    for badge in filter(None, map(drawable, card.badges)):
        place = (left, _FACTS - top)
        left += _write(rows, badge + _BETWEEN, place, _FACTS_SIZE, BOLD, colour=_RED)
    facts = _BETWEEN.join(filter(None, map(drawable, card.facts)))
    facts = lettering.shortened(facts, _FACTS_SIZE, WIDTH - _MARGIN - left, REGULAR)
    _write(rows, facts, (left, _FACTS - top), _FACTS_SIZE, REGULAR)
    return top, rows


def _rows(ground: str, first: int, last: int, size: int) -> tuple[int, Pixels]:
    """Rows to write lines on, from one baseline to another, and which is the first of them."""
    top = first - round(size * _HIGHEST)
    return top, _ground(ground)[top : last + round(size * _LOWEST)].copy()


def laid_out(title: str) -> tuple[int, list[str]]:
    """The size of a headline in pixels, and its lines."""
    for size in _TITLE_SIZES:
        if len(lettering.lines(title, size, _WIDTH, BOLD)) <= _most(size):
            return size, lettering.even(title, size, _WIDTH, BOLD)
    return _cut(title, _TITLE_SIZES[-1])


def _cut(title: str, size: int) -> tuple[int, list[str]]:
    lines = lettering.even(title, size, _WIDTH, BOLD)
    end = _most(size) - 1
    last = lettering.shortened(" ".join(lines[end : end + 2]), size, _WIDTH, BOLD)
    return size, [*lines[:end], last or lines[end]]


def _most(size: int) -> int:
    """The number of lines of this size that a headline has room for."""
    return int((_TITLE_BOTTOM - _TITLE_TOP) / (size * _LEADING))


SPARED = 3600.0
"""Seconds for which a card is kept that nobody asks for."""


class Kept:
    """Cards kept in a folder, each under the name of all that it depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._wanted: set[str] = set()

    def missing(self, cards: Iterable[Card]) -> list[Card]:
        """Those that are not there yet."""
        there = {path.name for path in self._folder.glob("*.png")}
        return [card for card in cards if _name(card) not in there]

    def files(self, cards: Iterable[Card], *, only: bool = True) -> Iterator[tuple[str, Path]]:
        """Path below the site and file of each card; at the end old ones of others are forgotten.

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
        name = _name(card)
        self._wanted.add(name)
        path = self._folder / name
        if not path.is_file():
            self._folder.mkdir(parents=True, exist_ok=True)
            # Whoever is killed leaves nothing half-made under the name that is read.
            new = path.with_suffix(f".{uuid4().hex}")
            new.write_bytes(draw(card))
            new.replace(path)
        return path

    def forget_others(self) -> None:
        """Remove what nobody asked for since this was made, but for what was drawn just now.

        `archive serve` may have drawn that for an edit that came later.
        """
        now = time.time()
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name not in self._wanted and _age(path, now) > SPARED:
                    path.unlink(missing_ok=True)


def _age(path: Path, now: float) -> float:
    """Seconds since a file was written; 0 if it is gone."""
    try:
        return now - path.stat().st_mtime
    except OSError:
        return 0


def _name(card: Card) -> str:
    said = (card.name, card.title, "\n".join(card.facts), "\n".join(card.badges))
    return f"{hashlib.sha256(chr(0).join((_program(), *said)).encode()).hexdigest()[:32]}.png"


@functools.cache
def _program() -> str:
    """What tells whether a build may take what an earlier one has drawn."""
    parts = [f"{name} {version(name)}" for name in _MADE_WITH]
    parts += [f"freetype2 {features.version('freetype2')}", f"zlib {zlib.ZLIB_RUNTIME_VERSION}"]
    sources = [module.__file__ for module in (drum, fonts, lettering, strips)]
    parts += [Path(source).read_text(encoding="utf-8") for source in (__file__, *sources) if source]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@functools.lru_cache(maxsize=256)
def _shared(name: str, top: int, bottom: int) -> Strip:
    """Some rows of what all cards of a language share."""
    return strips.shared(_ground(name)[top:bottom])


@functools.lru_cache(maxsize=4)
def _ground(name: str) -> Pixels:
    """What all cards of a language share: each pixel a number of the palette."""
    pixels = np.zeros((HEIGHT, WIDTH), np.uint8)
    for (left, top, size), colour in ((_DRUM, _SOFT), (_MARK, _RED)):
        _lay(pixels, _tones(colour)[drum.mask(size)], left, top)
    left, top, right, bottom = _RULE
    pixels[top : bottom + 1, left : right + 1] = _tones(_RED)[255]
    left, baseline, size = _NAME
    text = lettering.shortened(name, size, WIDTH - _MARGIN - left, BOLD)
    _write(pixels, text, (left, baseline), size, BOLD)
    return pixels


def _write(
    pixels: Pixels,
    text: str,
    place: tuple[int, int],
    size: int,
    weight: int,
    *,
    colour: int = _INK,
) -> int:
    """Write a line from `place` on, which is on its baseline, and tell how wide it is."""
    left, baseline = place
    for x, letter in lettering.placed(text, size, weight):
        tones, right, down = _letter(letter, size, weight, colour)
        _lay(pixels, tones, left + x + right, baseline + down)
    return round(lettering.width(text, size, weight))


@functools.lru_cache(maxsize=1 << 12)
def _letter(letter: str, size: int, weight: int, colour: int) -> Letter:
    """A letter in tones of a colour."""
    mask, left, top = lettering.drawn(letter, size, weight)
    return Letter(_tones(colour)[mask], left, top)


def _lay(pixels: Pixels, tones: Pixels, left: int, top: int) -> None:
    """Lay tones of a colour over others, of which those with higher numbers stay."""
    high, wide = tones.shape
    under = pixels[top : top + high, left : left + wide]
    high, wide = under.shape
    np.maximum(under, tones[:high, :wide], out=under)


@functools.cache
def _tones(colour: int) -> NDArray[np.uint8]:
    """How much of a pixel is covered, 0–255 → its number in the palette; 0, paper, for little."""
    before = sum(tones for _, tones in _COLOURS[:colour])
    _, tones = _COLOURS[colour]
    levels = [round(value * tones / 255) for value in range(256)]
    return np.array([before + level if level else 0 for level in levels], np.uint8)


@functools.cache
def _palette() -> bytes:
    channels = [*_PAPER]
    for colour, tones in _COLOURS:
        for tone in range(1, tones + 1):
            mixed = (p + (c - p) * tone / tones for p, c in zip(_PAPER, colour, strict=True))
            channels += map(round, mixed)
    return bytes(channels)

"""The site's own typeface, cut down to the letters that it needs: Noto Serif, for all that is read.

It comes from a package and is cut when the site is first staged, then kept in the work folder: the
same versions of the package and of HarfBuzz give the same bytes. The style sheet names the files,
and the metrics of the typeface that stands until they are there.

Source:
    Noto Serif, The Noto Project Authors, SIL Open Font License 1.1, which travels in each file;
    https://github.com/notofonts/latin-greek-cyrillic.
"""

from __future__ import annotations

import functools
import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import fontpkg
import uharfbuzz
from fontTools.ttLib import TTFont

FAMILY = "Noto Serif"

UPRIGHT, ITALIC, MORE = (
    f"assets/fonts/noto-serif{tail}.woff2" for tail in ("", "-italic", "-more")
)
"""Files of the site: what every page needs, what a page with italics needs, and the letters of
other languages, which a browser fetches only where one of them stands."""

NAMES = (UPRIGHT, ITALIC, MORE)

_MADE_WITH = ("brotli", "fontpkg-noto-serif", "fonttools", "uharfbuzz")

WEIGHTS = (400, 700)
"""From text to headlines."""

_VIETNAMESE = "ĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
_COMBINING = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_SIGNS = "‐‑–—‘’‚“”„•…‰′″‹›₫€−ŒœŠšŽžŸ"
LETTERS = frozenset(map(ord, _VIETNAMESE + _COMBINING + _SIGNS)) | {
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
}
"""Code points of Vietnamese, English and French, in either normal form."""

OTHERS = frozenset({*range(0x100, 0x250), *range(0x386, 0x3CF), *range(0x400, 0x460)}) - LETTERS
"""Of the other languages of Europe, for names."""

_LICENCE = (0, 13, 14)
"""Names within a font that say whose it is and under which licence."""

_FEATURES = ("ccmp", "kern", "locl", "mark", "mkmk")
"""What places marks and letters rightly; no ornaments."""


def files(work: Path) -> dict[str, bytes]:
    """Path below the site → WOFF2.

    Args:
        work: The archive's work folder, where they are kept under the name of all that they
            depend on.
    """
    kept = work / "fonts" / _key()
    try:
        return {name: (kept / name.rpartition("/")[2]).read_bytes() for name in NAMES}
    except OSError:
        made = cut()
    new = kept.with_name(f"{kept.name}.{os.getpid()}")
    new.mkdir(parents=True, exist_ok=True)  # in a container, all builds may have one number
    for name, data in made.items():
        (new / name.rpartition("/")[2]).write_bytes(data)
    # Whoever is killed leaves nothing half-made under the name that is read.
    with suppress(OSError):
        new.rename(kept)
    return made


def _key() -> str:
    """What tells whether a build may take what an earlier one has cut."""
    parts = [f"{name} {version(name)}" for name in _MADE_WITH]
    made_by = Path(__file__).read_text(encoding="utf-8")
    return hashlib.sha256("\n".join([*parts, made_by]).encode()).hexdigest()[:16]


@functools.cache
def cut() -> dict[str, bytes]:
    """The same, made now."""
    upright, italic = (_data(style) for style in ("normal", "italic"))
    return {
        UPRIGHT: _cut(upright, LETTERS, weights=WEIGHTS),
        ITALIC: _cut(italic, LETTERS, weights=(WEIGHTS[0], WEIGHTS[0])),
        MORE: _cut(upright, OTHERS, weights=WEIGHTS),
    }


def _data(style: str) -> bytes:
    file: Path = fontpkg.path(FAMILY, style=style)
    return file.read_bytes()


@functools.cache
def still(weight: int) -> bytes:
    """The upright typeface in one weight, with all letters above, as TrueType: for pictures."""
    face = _face(_data("normal"))
    wanted = _subset(LETTERS | OTHERS)
    wanted.pin_axis_location(face, "wdth", 100)
    wanted.pin_axis_location(face, "wght", weight)
    made: bytes = uharfbuzz.subset(face, wanted).blob.data
    return made


def points(data: bytes) -> frozenset[int]:
    """Code points that a typeface has signs for."""
    return frozenset(TTFont(io.BytesIO(data), lazy=True).getBestCmap())


def _cut(data: bytes, letters: frozenset[int], *, weights: tuple[int, int]) -> bytes:
    """The typeface with these letters only, of one width and these weights, as WOFF2."""
    face = _face(data)
    wanted = _subset(letters)
    wanted.pin_axis_location(face, "wdth", 100)
    lightest, boldest = weights
    if lightest == boldest:
        wanted.pin_axis_location(face, "wght", lightest)
    else:
        wanted.set_axis_range(face, "wght", lightest, boldest)
    font = TTFont(io.BytesIO(uharfbuzz.subset(face, wanted).blob.data), recalcTimestamp=False)
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def _face(data: bytes) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob(data))


def _subset(letters: frozenset[int]) -> uharfbuzz.SubsetInput:
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(sorted(letters))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(map(_tag, _FEATURES))
    wanted.name_id_set.update(_LICENCE)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    return wanted


def _tag(name: str) -> int:
    """The name of a feature as OpenType counts it."""
    return int.from_bytes(name.encode("ascii"), "big")


def ranges(letters: frozenset[int]) -> Iterator[str]:
    """Code points as style sheets name them: `U+20-7e`, in order."""
    ordered = sorted(letters)
    start = end = ordered[0]
    for point in [*ordered[1:], -1]:
        if point == end + 1:
            end = point
            continue
        yield f"U+{start:x}" if start == end else f"U+{start:x}-{end:x}"
        start = end = point

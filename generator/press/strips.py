"""Strips: PNG pictures made of rows that are packed apart from each other.

What many pictures share is packed once, as hard as can be; what is in one alone is packed fast.
Pillow can do neither: it tries five filters on every row, which takes longer than all else.

Source:
    Portable Network Graphics (PNG) Specification (Third Edition), https://www.w3.org/TR/png-3/;
    RFC 1950, of which the checksum is, and RFC 1951, pieces of which can follow each other.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Rows of numbers of a palette, 0–15."""

_NOT, _UP = 0, 2
"""Filters of PNG: bytes as they are, and as differences to those above."""

_RAW = -15
"""Deflate without head and checksum, which strips have in common."""
_SPACE = 7
"""How much memory zlib takes, 1–9; with more, a strip takes longer and is no smaller."""

_MODULUS = 65521
_EMPTY = 1
"""Adler-32 of nothing."""


class Strip(NamedTuple):
    """Some rows, packed.

    Attributes:
        data: Deflated, and ending at a byte.
        size: In bytes, before.
        checksum: Adler-32 of the same.
    """

    data: bytes
    size: int
    checksum: int


def shared(rows: Pixels) -> Strip:
    """Rows of many pictures, packed hard: a few milliseconds."""
    return _packed(_halves(rows, _NOT), zlib.Z_BEST_COMPRESSION, zlib.Z_DEFAULT_STRATEGY)


def own(rows: Pixels) -> Strip:
    """Rows of one picture, packed fast: only what repeats itself at once is looked for.

    That is what is left of letters if each row is told as its difference to the one above.
    """
    halves = _halves(rows, _UP)
    halves[1:, 1:] -= halves[:-1, 1:]
    halves[0, 0] = _NOT  # what is above is in another strip
    return _packed(halves, zlib.Z_BEST_SPEED, zlib.Z_RLE)


def _halves(rows: Pixels, filtered: int) -> Pixels:
    """Two pixels to a byte, with the number of a filter before each row."""
    pairs = rows.view("<u2")
    made = np.empty((len(pairs), 1 + pairs.shape[1]), np.uint8)
    made[:, 0] = filtered
    made[:, 1:] = pairs << 4 | pairs >> 8
    return made


def _packed(rows: Pixels, level: int, strategy: int) -> Strip:
    packer = zlib.compressobj(level, zlib.DEFLATED, _RAW, _SPACE, strategy)
    data = packer.compress(rows.data) + packer.flush(zlib.Z_FULL_FLUSH)
    return Strip(data, rows.nbytes, zlib.adler32(rows.data))


def png(strips: Iterable[Strip], *, width: int, palette: bytes) -> bytes:
    """A picture.

    Args:
        strips: From top to bottom.
        width: In pixels, even.
        palette: Red, green and blue of up to 16 colours.
    """
    data, size, checksum = bytearray(b"\x78\x01"), 0, _EMPTY
    for strip in strips:
        data += strip.data
        size += strip.size
        checksum = _joined(checksum, strip)
    data += b"\x03\x00" + checksum.to_bytes(4, "big")  # an empty last block
    height = size // (1 + width // 2)
    head = struct.pack(">2I5B", width, height, 4, 3, 0, 0, 0)  # 4 bits of a palette
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _joined(checksum: int, strip: Strip) -> int:
    """Adler-32 of what was before and a strip after it."""
    low = (checksum & 0xFFFF) - 1
    high = (checksum >> 16) + (strip.checksum >> 16) + low * strip.size
    low += strip.checksum & 0xFFFF
    return high % _MODULUS << 16 | low % _MODULUS


def _chunk(kind: bytes, data: bytes | bytearray) -> bytes:
    check = zlib.crc32(data, zlib.crc32(kind))
    return b"".join((len(data).to_bytes(4, "big"), kind, data, check.to_bytes(4, "big")))

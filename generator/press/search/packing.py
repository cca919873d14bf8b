"""Bytes: numbers of seven bits a byte, and files that say which index they belong to.

Every file of the index is gzip, which browsers unpack themselves, of four bytes that say what it
is, four that tell it from all others (its stamp), and its contents.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

MAGIC = b"ANS1"
"""First bytes of every file: the name and number of the format."""

STAMP_BITS = 16
"""Bits of a stamp that the manifest keeps of each shard."""

_LEVEL = 6
_GZIP = 31  # a window of 32 kB in a gzip frame, whose header zlib writes without a time


def varints(values: NDArray[np.int64]) -> bytes:
    """Numbers below 2**35, seven bits a byte, the lowest first; the last byte of each is < 128."""
    data, _ = cut_varints(values, np.array([len(values)]))
    return data


def cut_varints(
    values: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[bytes, NDArray[np.int64]]:
    """The same, with the places in bytes where runs of numbers end.

    Args:
        values: All numbers.
        ends: How many numbers stand before the end of each run, rising.
    """
    sizes = np.ones(len(values), np.int64)
    for bits in (7, 14, 21, 28):
        sizes += values >= 1 << bits
    stops = np.cumsum(sizes)
    out = np.zeros(int(stops[-1]) if len(stops) else 0, np.uint8)
    starts = stops - sizes
    for place in range(5):
        here = sizes > place if place else slice(None)
        part = (values[here] >> (7 * place)) & 127
        more = sizes[here] > place + 1
        out[starts[here] + place] = part | (more.astype(np.int64) << 7)
    bounds = np.concatenate([[0], stops])
    return out.tobytes(), bounds[ends]


def stamp(contents: bytes) -> int:
    """What tells these contents from others: 32 bits."""
    return zlib.crc32(contents)


def short(mark: int) -> int:
    """As much of a stamp as the manifest keeps; never 0, which stands for no file."""
    return mark & ((1 << STAMP_BITS) - 1) or 1


def pack(contents: bytes, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> tuple[int, bytes]:
    """A file of the index, and its stamp.

    Args:
        contents: What is in it.
        strategy: `zlib.Z_RLE` suits numbers, which repeat each other but no strings: on postings
            it is faster than the usual one, and smaller.
    """
    mark = stamp(contents)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP, zlib.DEF_MEM_LEVEL, strategy)
    head = MAGIC + struct.pack("<I", mark)
    return mark, packer.compress(head) + packer.compress(contents) + packer.flush()

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
_MORE = 128  # the bit of a byte that says that more follow
_STRETCH = 1 << 16  # bytes
_GZIP = 31  # a window of 32 kB in a gzip frame, whose header zlib writes without a time
# What is not looked up in a window needs none; most of the time went into making room for it.
_RLE_GZIP, _RLE_MEMORY = 28, 7


def varints(values: NDArray[np.int64]) -> bytes:
    """Numbers below 2**42, seven bits a byte, the lowest first; the last byte of each is < 128."""
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
    longest = -(-int(values.max()).bit_length() // 7) if len(values) else 1
    for place in range(1, longest):
        sizes += values >= 1 << 7 * place
    stops = np.cumsum(sizes)
    out = np.zeros(int(stops[-1]) if len(stops) else 0, np.uint8)
    starts = stops - sizes
    for place in range(max(longest, 1)):
        here = sizes > place if place else slice(None)
        part = (values[here] >> (7 * place)) & 127
        more = sizes[here] > place + 1
        out[starts[here] + place] = part | (more.astype(np.int64) << 7)
    bounds = np.concatenate([[0], stops])
    return out.tobytes(), bounds[ends]


def numbers(data: bytes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers that `varints` wrote, and the place in bytes where each begins."""
    raw = np.frombuffer(data, np.uint8)
    none = np.zeros(0, np.int64)
    values, starts = [none], [none]
    start = 0
    while start < len(raw):
        # A stretch at a time, so that all of it stays in the processor's cache.
        ends = np.flatnonzero(raw[start : start + _STRETCH] < _MORE) + start + 1
        if not len(ends):
            raise ValueError("a number without an end")
        begins = np.empty_like(ends)
        begins[0], begins[1:] = start, ends[:-1]
        made = (raw[begins] & 127).astype(np.int64)
        place, longer = 1, np.flatnonzero(ends - begins > 1)
        while len(longer):
            made[longer] |= (raw[begins[longer] + place] & 127).astype(np.int64) << 7 * place
            place += 1
            longer = longer[(ends - begins)[longer] > place]
        values.append(made)
        starts.append(begins)
        start = int(ends[-1])
    return np.concatenate(values), np.concatenate(starts)


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
    if strategy == zlib.Z_RLE:
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RLE_GZIP, _RLE_MEMORY, strategy)
    else:
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP, zlib.DEF_MEM_LEVEL, strategy)
    head = MAGIC + struct.pack("<I", mark)
    return mark, packer.compress(head) + packer.compress(contents) + packer.flush()


def unpack(data: bytes) -> tuple[int, bytes]:
    """The stamp of a file of the index, and its contents.

    Raises:
        ValueError: It is none, or a part of one.
    """
    try:
        raw = zlib.decompress(data, _GZIP)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    contents = raw[8:]
    mark = stamp(contents)
    if raw[:8] != MAGIC + struct.pack("<I", mark):
        raise ValueError("not a file of the index")
    return mark, contents

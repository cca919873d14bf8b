"""Bytes: numbers of seven bits a byte, and files that say which index they belong to.

Every file of the index has four bytes that say what it is, four that tell it from all others (its
stamp, the CRC-32 of its contents), and its contents. Texts and long files are gzip, which browsers
unpack themselves; short ones of numbers, which are the most, hardly get smaller by it.
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

PLAIN = 12_000
"""Bytes up to which numbers are not packed."""

_LEVEL = 6
_MORE = 128  # the bit of a byte that says that more follow
_STRETCH = 1 << 16  # bytes
_GZIP = 16  # added to the bits of a window: a gzip frame, whose header zlib writes without a time
_WIDEST = 15
_MEMORY = 7
# What is not looked up in a window needs none; most of the time went into making room for it.
_NO_WINDOW = 12
_IS_GZIP = b"\x1f\x8b"


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
    stops = np.zeros(len(values) + 1, np.int64)
    pieces: list[bytes] = []
    for start in range(0, len(values), _STRETCH):
        # A stretch at a time, so that all of it stays in the processor's cache.
        part = values[start : start + _STRETCH]
        piece, own = _bytes(part)
        stops[start + 1 : start + 1 + len(part)] = own + stops[start]
        pieces.append(piece)
    return b"".join(pieces), stops[ends]


def _bytes(values: NDArray[np.int64]) -> tuple[bytes, NDArray[np.int64]]:
    """Some numbers as bytes, and the place where each ends."""
    sizes = np.ones(len(values), np.int64)
    longer: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    which = np.flatnonzero(values >= _MORE)
    rest = values[which] >> 7
    while len(which):
        sizes[which] += 1
        longer.append((which, _seven(rest)))
        more = rest >= _MORE
        which, rest = which[more], rest[more] >> 7
    stops = np.cumsum(sizes)
    starts = stops - sizes
    out = np.empty(int(stops[-1]), np.uint8)
    out[starts] = _seven(values)
    for place, (which, bits) in enumerate(longer, 1):
        out[starts[which] + place] = bits
    return out.tobytes(), stops


def _seven(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The last seven bits, and whether there are more."""
    return values & (_MORE - 1) | (values >= _MORE) * np.int64(_MORE)


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


def pack(contents: bytes) -> tuple[int, bytes]:
    """A file of text, and its stamp."""
    # A window no wider than what it looks at is made in half the time, and packs as much.
    window = min(max(len(contents) + 7, 1 << 9).bit_length(), _WIDEST)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, window + _GZIP, _MEMORY)
    return _packed(contents, packer)


def pack_numbers(contents: bytes) -> tuple[int, bytes]:
    """A file of numbers, and its stamp.

    Numbers repeat each other but no strings: runs of one byte are faster to find, and smaller.
    """
    if len(contents) <= PLAIN:
        mark = stamp(contents)
        return mark, _head(mark) + contents
    window = _NO_WINDOW + _GZIP
    return _packed(contents, zlib.compressobj(_LEVEL, zlib.DEFLATED, window, _MEMORY, zlib.Z_RLE))


def _packed(contents: bytes, packer: zlib._Compress) -> tuple[int, bytes]:
    mark = stamp(contents)
    return mark, packer.compress(_head(mark) + contents) + packer.flush()


def _head(mark: int) -> bytes:
    return MAGIC + struct.pack("<I", mark)


def unpack(data: bytes) -> tuple[int, bytes]:
    """The stamp of a file of the index, and its contents.

    Raises:
        ValueError: It is none, or a part of one.
    """
    try:
        raw = zlib.decompress(data, _WIDEST + _GZIP) if data.startswith(_IS_GZIP) else data
    except zlib.error as error:
        raise ValueError(str(error)) from error
    contents = raw[8:]
    mark = stamp(contents)
    if raw[:8] != _head(mark):
        raise ValueError("not a file of the index")
    return mark, contents

"""Keys as numbers: 40 bits that say in which shard a key stands and where in it.

Keys are never stored as text: a few bytes of a good hash tell a key from the few hundred
others of its shard, and pairs of words need no text of their own. `keys.js` does the same.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BITS = 40
"""Bits of a key's number, the last of which is 1 for a pair.

Of 2 million keys, about four share theirs with another.
"""

PLACE_BITS = 24
"""Bits that tell a key from the others of its shard."""

MOST_SHARD_BITS = BITS - PLACE_BITS - 1


def dropped(shard_bits: int) -> int:
    """How many of a key's last bits no shard keeps: nothing tells keys apart by these."""
    return BITS - PLACE_BITS - shard_bits


_MASK = 0xFFFFFFFF
_EVEN = (1 << BITS) - 2
# Constants of MurmurHash3's finaliser (Appleby, public domain) and of Knuth's multiplicative hash.
_A, _B, _C, _D = 0x9E3779B1, 0x5F356495, 0x85EBCA6B, 0xC2B2AE35
_ONE, _TWO = 0xDEADBEEF, 0x41C6CE57

Lanes = NDArray[np.uint32]


def lanes(key: str) -> tuple[int, int]:
    """Two numbers of 32 bits for a key, from its UTF-16 code units."""
    raw = key.encode("utf-16-le")
    one, two = _ONE, _TWO
    for unit in struct.unpack(f"<{len(raw) // 2}H", raw):
        one = (one ^ unit) * _A & _MASK
        two = (two ^ unit) * _B & _MASK
        one ^= two >> 15
        two ^= one >> 13
    return _mixed(one), _mixed(two)


def lanes_of(texts: Sequence[str]) -> tuple[Lanes, Lanes]:
    """The lanes of many keys: one letter of all of them at a time."""
    raw = [key.encode("utf-16-le") for key in texts]
    units = np.frombuffer(b"".join(raw), "<u2").astype(np.uint32)
    sizes = np.array([len(one) // 2 for one in raw], np.int64)
    starts = np.cumsum(sizes) - sizes
    one = np.full(len(raw), _ONE, np.uint32)
    two = np.full(len(raw), _TWO, np.uint32)
    place, live = 0, np.flatnonzero(sizes)
    while len(live):
        unit = units[starts[live] + place]
        first = (one[live] ^ unit) * np.uint32(_A)
        second = (two[live] ^ unit) * np.uint32(_B)
        first ^= second >> np.uint32(15)
        one[live], two[live] = first, second ^ (first >> np.uint32(13))
        place += 1
        live = live[sizes[live] > place]
    return _mix(one), _mix(two)


def _mixed(value: int) -> int:
    value = (value ^ value >> 16) * _C & _MASK
    value = (value ^ value >> 13) * _D & _MASK
    return value ^ value >> 16


def number(one: int, two: int) -> int:
    """The number of a single word, from its lanes."""
    return _number(one, two) & ~1


def _number(one: int, two: int) -> int:
    return one << 8 | two >> 24


def numbers(one: Lanes, two: Lanes) -> NDArray[np.uint64]:
    """The numbers of many single words."""
    return _numbers(one, two) & np.uint64(_EVEN)


def _numbers(one: Lanes, two: Lanes) -> NDArray[np.uint64]:
    return (one.astype(np.uint64) << np.uint64(8)) | (two >> np.uint32(24)).astype(np.uint64)


def paired(
    first: tuple[Lanes, Lanes], second: tuple[Lanes, Lanes], ones: Lanes
) -> NDArray[np.uint64]:
    """The numbers of pairs of adjacent words.

    Args:
        first: Lanes of the first words.
        second: Of the second ones.
        ones: Of `paired_ones`.
    """
    two = first[1] * np.uint32(_C) + second[0] * np.uint32(_D)
    return _numbers(ones, _mix(two)) | np.uint64(1)


def paired_ones(first: Lanes, second: Lanes) -> Lanes:
    """The first lanes of pairs of adjacent words, whose bits are the first of their numbers.

    Args:
        first: First lanes of the first words.
        second: Second lanes of the second ones.
    """
    return _mix(first * np.uint32(_A) + second * np.uint32(_B))


def _mix(value: Lanes) -> Lanes:
    value = (value ^ (value >> np.uint32(16))) * np.uint32(_C)
    value = (value ^ (value >> np.uint32(13))) * np.uint32(_D)
    return value ^ (value >> np.uint32(16))


def pair(first: tuple[int, int], second: tuple[int, int]) -> int:
    """The number of one pair."""
    one = (first[0] * _A + second[1] * _B) & _MASK
    two = (first[1] * _C + second[0] * _D) & _MASK
    return _number(_mixed(one), _mixed(two)) | 1

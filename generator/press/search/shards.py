"""Shards: the postings cut into files, each with the keys that one hash puts there.

In a shard, for each key in order: the distance of its place from that of the key before; then
for each spelling and field a list: the spelling's code; a number that holds how many documents
follow, whether the key is a pair, the field, and whether it is the key's last list; the
documents, each as the distance from the one before, less one; and for a pair, as many numbers
that say what follows it in each. All are numbers of seven bits a byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from generator.press.search import keys, packing
from generator.press.search.postings import Numbers, Postings

BYTES = 2_400
"""About what a shard should have, packed; common words have more by themselves."""

_PER_TOKEN = 1.6
"""Packed bytes of the index for each token that goes in, as measured on news."""


def bits(tokens: int) -> int:
    """How many bits of a key say its shard, for so many tokens; the shards' number is 2 to that."""
    shards = max(1, round(tokens * _PER_TOKEN / BYTES))
    return min(keys.MOST_SHARD_BITS, (shards - 1).bit_length())


def shards(shares: Iterable[Postings], shard_bits: int) -> Iterator[tuple[int, bytes]]:
    """Every shard that holds something, by number, before it is packed.

    Args:
        shares: All postings in order of keys; no shard may lie in two of them.
        shard_bits: Of `bits`.
    """
    for share in shares:
        if len(share.keys):
            yield from _cut(share, shard_bits)


def _cut(postings: Postings, shard_bits: int) -> Iterator[tuple[int, bytes]]:
    where = postings.keys >> np.uint64(keys.BITS - shard_bits)
    # A list is a key's documents in one spelling and field; its first posting begins it.
    new_shard = _starts(where)
    new_key = _starts(postings.keys)
    new_list = new_key | _starts(postings.codes) | _starts(postings.fields)
    values = _numbers(postings, shard_bits, new_shard, new_key, new_list)
    first = np.flatnonzero(new_shard)
    before = _before(postings, new_list) + 2 * np.cumsum(new_list) + np.cumsum(new_key)
    starts = before[first] - 3
    ends = np.append(starts[1:], len(values))
    data, places = packing.cut_varints(values, ends)
    start = 0
    for number, end in zip(where[first].tolist(), places.tolist(), strict=True):
        yield number, data[start:end]
        start = end


def _starts(values: Numbers) -> NDArray[np.bool_]:
    """Where a value differs from the one before."""
    new = np.ones(len(values), np.bool_)
    new[1:] = values[1:] != values[:-1]
    return new


def _numbers(
    postings: Postings,
    shard_bits: int,
    new_shard: NDArray[np.bool_],
    new_key: NDArray[np.bool_],
    new_list: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """All numbers of all shards, in order."""
    lists = np.flatnonzero(new_list)
    key_starts = np.flatnonzero(new_key)
    size = len(new_key) + int(postings.pairs.sum()) + 2 * len(lists) + len(key_starts)
    values = np.zeros(size, np.int64)
    place_of = _before(postings, new_list) + 2 * np.cumsum(new_list) + np.cumsum(new_key)
    documents = postings.documents.astype(np.int64)
    gaps = documents.copy()
    gaps[1:] -= documents[:-1] + 1
    gaps[lists] = documents[lists]
    values[place_of] = gaps
    counts = np.diff(lists, append=len(new_key))
    behind = place_of + np.repeat(counts, counts)
    values[behind[postings.pairs]] = postings.nexts[postings.pairs]
    last = np.append(new_key[lists[1:]], True)
    fields = postings.fields[lists].astype(np.int64)
    values[place_of[lists] - 1] = counts << 4 | postings.pairs[lists] << 3 | fields << 1 | last
    values[place_of[lists] - 2] = postings.codes[lists].astype(np.int64)
    values[place_of[key_starts] - 3] = _places(postings, shard_bits, key_starts, new_shard)
    return values


def _before(postings: Postings, new_list: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many documents and next words stand before each posting's document."""
    lists = np.flatnonzero(new_list)
    paired = np.cumsum(postings.pairs)
    counts = np.diff(lists, append=len(new_list))
    return np.arange(len(new_list)) + np.repeat(paired[lists] - postings.pairs[lists], counts)


def _places(
    postings: Postings,
    shard_bits: int,
    key_starts: NDArray[np.int64],
    new_shard: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """Each key's distance from the one before it in its shard."""
    shift = np.uint64(keys.BITS - shard_bits - keys.PLACE_BITS)
    mask = np.uint64((1 << keys.PLACE_BITS) - 1)
    places = ((postings.keys[key_starts] >> shift) & mask).astype(np.int64)
    gaps = places.copy()
    gaps[1:] -= places[:-1]
    of_shard = new_shard[key_starts]
    gaps[of_shard] = places[of_shard]
    return gaps

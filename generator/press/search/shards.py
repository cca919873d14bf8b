"""Shards: the postings cut into files, each with the keys that one hash puts there.

In a shard, for each key in order: the distance of its place from that of the key before; then
for each spelling and field a list: the spelling's code; a number that holds how many documents
follow, whether the key is a pair, the field, and whether it is the key's last list; the
documents, as `slots.gaps` has them; and for a pair, as many numbers that say what follows it in
each. All are numbers of seven bits a byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.press.search import keys, packing, slots
from generator.press.search.postings import Numbers, Postings, share_bits

BYTES = 4_000
"""About what a shard should have, packed; common words have more by themselves."""

_PER_TOKEN = 1.6
"""Packed bytes of the index for each token that goes in, as measured on news."""

PLACE = np.uint64((1 << keys.PLACE_BITS) - 1)
"""Bits of an address that are the key's place in its shard."""

Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rows:
    """Postings as a shard has them, in order of address, pairs, code, field and place.

    Attributes:
        addresses: Shard and place in it of the keys.
        pairs: Whether the key is that of a pair.
        codes: As in `Postings`.
        fields: Likewise.
        places: Of the documents.
        nexts: As in `Postings`.
    """

    addresses: Numbers
    pairs: Marks
    codes: Numbers
    fields: Numbers
    places: slots.Places
    nexts: NDArray[np.int64]

    @classmethod
    def none(cls) -> Rows:
        """No rows."""
        some, marks = np.zeros(0, np.uint64), np.zeros(0, np.bool_)
        none = np.zeros(0, np.int64)
        return cls(some, marks, some, some, none, none)


def joined(parts: Iterable[Rows]) -> Rows:
    """Rows of several parts, in their order."""
    every = (Rows.none(), *parts)
    return Rows(
        np.concatenate([one.addresses for one in every]),
        np.concatenate([one.pairs for one in every]),
        np.concatenate([one.codes for one in every]),
        np.concatenate([one.fields for one in every]),
        np.concatenate([one.places for one in every]),
        np.concatenate([one.nexts for one in every]),
    )


def bits(tokens: int, documents: int) -> int:
    """How many bits of a key say its shard; the shards' number is 2 to that.

    Args:
        tokens: How many the index is made of.
        documents: Likewise.
    """
    shards = max(1, round(tokens * _PER_TOKEN / BYTES))
    wanted = min(keys.MOST_SHARD_BITS, (shards - 1).bit_length())
    return max(wanted, share_bits(tokens, documents))


def rows(postings: Postings, places: slots.Places, shard_bits: int) -> Rows:
    """Postings as shards have them.

    Args:
        postings: For so many bits.
        places: Of all documents, by their numbers.
        shard_bits: Of `bits`.
    """
    return Rows(
        postings.keys >> np.uint64(keys.dropped(shard_bits)),
        postings.pairs,
        postings.codes,
        postings.fields,
        places[postings.documents.astype(np.int64)],
        postings.nexts,
    )


def shards(
    shares: Iterable[Postings], places: slots.Places, shard_bits: int
) -> Iterator[tuple[int, bytes]]:
    """Every shard that holds something, by number, before it is packed.

    Args:
        shares: All postings in order of keys; no shard may lie in two of them.
        places: Of all documents, by their numbers.
        shard_bits: Of `bits`.
    """
    ordinal_bits = slots.ordinal_bits(len(places))
    for share in shares:
        if len(share.keys):
            made = rows(share, places, shard_bits)
            where = made.addresses >> np.uint64(keys.PLACE_BITS)
            new_shard = _starts(where)
            first = np.flatnonzero(new_shard)
            numbers = where[first].tolist()
            yield from zip(numbers, cut(made, new_shard, ordinal_bits), strict=True)


def cut(made: Rows, new_run: Marks, ordinal_bits: int) -> Iterator[bytes]:
    """Rows as bytes, a run at a time; the first key of each run has its whole place.

    Args:
        made: Rows.
        new_run: Where each run begins, at a new key.
        ordinal_bits: Of the index.
    """
    # A list is a key's documents in one spelling and field; its first posting begins it.
    new_key = _starts(made.addresses)
    new_list = new_key | _starts(made.codes) | _starts(made.fields) | _starts(made.pairs)
    values = _numbers(made, ordinal_bits, new_run, new_key, new_list)
    first = np.flatnonzero(new_run)
    before = _before(made.pairs, new_list) + 2 * np.cumsum(new_list) + np.cumsum(new_key)
    starts = before[first] - 3
    ends = np.append(starts[1:], len(values))
    data, stops = packing.cut_varints(values, ends)
    start = 0
    for end in stops.tolist():
        yield data[start:end]
        start = end


def _starts(values: NDArray[np.generic]) -> Marks:
    """Where a value differs from the one before."""
    new = np.ones(len(values), np.bool_)
    new[1:] = values[1:] != values[:-1]
    return new


def _numbers(
    made: Rows, ordinal_bits: int, new_run: Marks, new_key: Marks, new_list: Marks
) -> NDArray[np.int64]:
    """All numbers of all runs, in order."""
    lists = np.flatnonzero(new_list)
    key_starts = np.flatnonzero(new_key)
    size = len(new_key) + int(made.pairs.sum()) + 2 * len(lists) + len(key_starts)
    values = np.zeros(size, np.int64)
    place_of = _before(made.pairs, new_list) + 2 * np.cumsum(new_list) + np.cumsum(new_key)
    values[place_of] = slots.gaps(made.places, new_list, ordinal_bits)
    counts = np.diff(lists, append=len(new_key))
    behind = place_of + np.repeat(counts, counts)
    values[behind[made.pairs]] = made.nexts[made.pairs]
    last = np.append(new_key[lists[1:]], True)
    fields = made.fields[lists].astype(np.int64)
    values[place_of[lists] - 1] = counts << 4 | made.pairs[lists] << 3 | fields << 1 | last
    values[place_of[lists] - 2] = made.codes[lists].astype(np.int64)
    values[place_of[key_starts] - 3] = _places(made.addresses[key_starts], new_run[key_starts])
    return values


def _before(pairs: Marks, new_list: Marks) -> NDArray[np.int64]:
    """How many documents and next words stand before each posting's document."""
    lists = np.flatnonzero(new_list)
    paired = np.cumsum(pairs)
    counts = np.diff(lists, append=len(new_list))
    return np.arange(len(new_list)) + np.repeat(paired[lists] - pairs[lists], counts)


def _places(addresses: Numbers, of_run: Marks) -> NDArray[np.int64]:
    """Each key's distance from the one before it in its run."""
    places = (addresses & PLACE).astype(np.int64)
    gaps = places.copy()
    gaps[1:] -= places[:-1]
    gaps[of_run] = places[of_run]
    return gaps

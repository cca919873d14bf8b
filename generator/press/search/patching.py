"""Shards, changed: postings taken out of them and put in, all other bytes left as they are.

Many shards are read at once, list by list and side by side, so that the time goes into whole
arrays and not into single numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.press.search import keys, packing, slots
from generator.press.search.postings import CODE_BITS, FIELD_BITS, Numbers
from generator.press.search.shards import PLACE, Rows, cut

_PLACE_BITS = 40
"""More than a place has."""

_Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Lists:
    """All lists of some shards, in the order in which they stand.

    Attributes:
        addresses: Of each list's key.
        codes: Of each list.
        heads: Likewise: count, pair, field and whether it is the key's last.
        starts: Number of its first document among all numbers.
        keys: Number of its key's distance among all numbers, for the first list of a key; else -1.
    """

    addresses: _Integers
    codes: _Integers
    heads: _Integers
    starts: _Integers
    keys: _Integers


def patch(
    shards: Mapping[int, bytes],
    removed: tuple[Numbers, slots.Places],
    added: Rows,
    ordinal_bits: int,
) -> Iterator[tuple[int, bytes]]:
    """Shards without some documents' postings, and with those of others.

    Args:
        shards: Number → contents, all that `removed` and `added` touch; empty where none is yet.
        removed: Addresses, rising, in which some documents stand, and the places of these.
        added: What is new, as `Rows` are ordered.
        ordinal_bits: Of the index.

    Yields:
        Number and contents of each shard; empty if nothing is left in it.
    """
    order = sorted(shards)
    data = b"".join(shards[number] for number in order)
    values, offsets = packing.numbers(data)
    sizes = np.array([len(shards[number]) for number in order], np.int64)
    ends = np.searchsorted(offsets, np.cumsum(sizes))
    lists = _lists(values, ends, np.array(order, np.int64))
    touched = np.union1d(removed[0], added.addresses)
    kept = _rows(values, lists, touched, ordinal_bits)
    merged = _merged(_without(kept, removed[1]), added)
    made: dict[int, bytes] = {}
    if len(merged.addresses):
        new_key = np.ones(len(merged.addresses), np.bool_)
        new_key[1:] = merged.addresses[1:] != merged.addresses[:-1]
        made = dict(
            zip(merged.addresses[new_key].tolist(), cut(merged, new_key, ordinal_bits), strict=True)
        )
    yield from _spliced(shards, order, lists, offsets, (touched, made))


def _lists(values: _Integers, ends: _Integers, numbers: _Integers) -> _Lists:
    """All lists of all shards; a list of each is read in one go."""
    at = np.concatenate([[0], ends[:-1]])
    place = np.zeros(len(ends), np.int64)
    new_key = np.ones(len(ends), np.bool_)
    found: list[tuple[_Integers, ...]] = []
    live = np.flatnonzero(at < ends)
    while len(live):
        here, first = at[live], new_key[live]
        place[live] += np.where(first, values[here], 0)
        key = np.where(first, here, -1)
        here = here + first
        code, head = values[here], values[here + 1]
        address = numbers[live] << keys.PLACE_BITS | place[live]
        found.append((address, code, head, here + 2, key))
        at[live] = here + 2 + (head >> 4 << (head >> 3 & 1))
        new_key[live] = (head & 1).astype(np.bool_)
        live = live[at[live] < ends[live]]
    if not found:
        none = np.zeros(0, np.int64)
        return _Lists(none, none, none, none, none)
    columns = [np.concatenate(column) for column in zip(*found, strict=True)]
    order = np.argsort(columns[3])
    return _Lists(*(column[order] for column in columns))


def _rows(values: _Integers, lists: _Lists, touched: Numbers, ordinal_bits: int) -> Rows:
    """The postings of some keys."""
    wanted = np.flatnonzero(np.isin(lists.addresses, touched.astype(np.int64)))
    heads = lists.heads[wanted]
    counts = heads >> 4
    before = np.cumsum(counts) - counts
    places = np.repeat(lists.starts[wanted] - before, counts) + np.arange(int(counts.sum()))
    starts = np.zeros(len(places), np.bool_)
    starts[before] = True
    paired = np.repeat((heads >> 3 & 1).astype(np.bool_), counts)
    nexts = np.full(len(places), _NONE, np.int64)
    nexts[paired] = values[(places + np.repeat(counts, counts))[paired]]
    return Rows(
        np.repeat(lists.addresses[wanted], counts).astype(np.uint64),
        paired,
        np.repeat(lists.codes[wanted], counts).astype(np.uint64),
        np.repeat(heads >> 1 & 3, counts).astype(np.uint64),
        slots.from_gaps(values[places], starts, ordinal_bits),
        nexts,
    )


_NONE = 0
"""Stands for what follows a single word; no shard has it."""


def _without(rows: Rows, places: slots.Places) -> Rows:
    return _taken(rows, np.flatnonzero(~np.isin(rows.places, places)))


def _taken(rows: Rows, which: _Integers) -> Rows:
    return Rows(
        rows.addresses[which],
        rows.pairs[which],
        rows.codes[which],
        rows.fields[which],
        rows.places[which],
        rows.nexts[which],
    )


def _merged(one: Rows, other: Rows) -> Rows:
    """Rows of both; those of the second, which are few, are put in where they belong."""
    heads = [_heads(rows) for rows in (one, other)]
    known = np.unique(np.concatenate([_firsts(heads[0]), _firsts(heads[1])]))
    first, second = (
        np.searchsorted(known, head) << _PLACE_BITS | rows.places
        for head, rows in zip(heads, (one, other), strict=True)
    )
    at = np.searchsorted(first, second)
    return Rows(
        np.insert(one.addresses, at, other.addresses),
        np.insert(one.pairs, at, other.pairs),
        np.insert(one.codes, at, other.codes),
        np.insert(one.fields, at, other.fields),
        np.insert(one.places, at, other.places),
        np.insert(one.nexts, at, other.nexts),
    )


def _heads(rows: Rows) -> Numbers:
    """All that tells lists apart, in one number."""
    pairs = rows.pairs.astype(np.uint64)
    heads: Numbers = (
        rows.addresses << np.uint64(CODE_BITS + FIELD_BITS + 1)
        | pairs << np.uint64(CODE_BITS + FIELD_BITS)
        | rows.codes << np.uint64(FIELD_BITS)
        | rows.fields
    )
    return heads


def _firsts(heads: Numbers) -> Numbers:
    new = np.ones(len(heads), np.bool_)
    new[1:] = heads[1:] != heads[:-1]
    firsts: Numbers = heads[new]
    return firsts


def _spliced(
    shards: Mapping[int, bytes],
    order: list[int],
    lists: _Lists,
    offsets: _Integers,
    changed: tuple[Numbers, dict[int, bytes]],
) -> Iterator[tuple[int, bytes]]:
    """Each shard with its changed keys, whose bytes begin with their whole place."""
    touched, made = changed
    firsts = lists.keys >= 0
    addresses = lists.addresses[firsts]
    # Where each key begins in its shard, and where the number ends that says its distance.
    begins = lists.keys[firsts]
    stops = np.append(offsets, 0)[begins + 1].tolist()
    starts = offsets[begins].tolist()
    every = [int(one) for one in touched]
    shift = keys.PLACE_BITS
    base = at_touched = 0
    for number in order:
        data = shards[number]
        low = int(np.searchsorted(addresses, number << shift))
        high = int(np.searchsorted(addresses, (number + 1) << shift))
        own = addresses[low:high]
        mine: list[int] = []
        while at_touched < len(every) and every[at_touched] >> shift == number:
            mine.append(every[at_touched])
            at_touched += 1
        pieces: list[bytes] = []
        done, before, key = 0, 0, low  # bytes and keys that are done, and the last place written
        for address in mine:
            place = address & int(PLACE)
            nearest = low + int(np.searchsorted(own, address))
            if nearest > key:  # keys in between stay as they are, but for the first one's distance
                first = int(addresses[key]) & int(PLACE)
                pieces.append(_varint(first - before))
                end = starts[nearest] - base if nearest < high else len(data)
                pieces.append(data[stops[key] - base : end])
                before = int(addresses[nearest - 1]) & int(PLACE)
                key = nearest
            if key < high and int(addresses[key]) == address:
                key += 1
            done = starts[key] - base if key < high else len(data)
            if address in made:
                new = made[address]
                pieces += (_varint(place - before), new[_length(new) :])
                before = place
        if key < high:
            first = int(addresses[key]) & int(PLACE)
            pieces += (_varint(first - before), data[stops[key] - base :])
        else:
            pieces.append(data[done:])
        yield number, b"".join(pieces)
        base += len(data)


def _varint(value: int) -> bytes:
    """One number, seven bits a byte."""
    made = bytearray()
    while value > 127:  # noqa: PLR2004 - what seven bits hold
        made.append(value & 127 | 128)
        value >>= 7
    made.append(value)
    return bytes(made)


def _length(data: bytes) -> int:
    """Bytes of the first number."""
    return next(place for place, byte in enumerate(data, 1) if byte < 128)  # noqa: PLR2004

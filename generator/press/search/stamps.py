"""Stamps of all shards: in the manifest where they are few, else in pages of their own.

So a reader's first question fetches a page for each of its words, and not the stamps of tens of
thousands of shards that it does not ask. `files.js` reads the same.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.press.search import packing

PAGE_BITS = 9
"""Bits of a shard's number that say where its stamp stands in a page."""

MOST = 1 << 12
"""So many stamps stand in the manifest; if there are more, those of the pages do."""

Stamps = NDArray[np.uint16]
"""Of every shard, 0 where there is none."""


def pages(stamps: Stamps) -> Iterator[tuple[str, bytes, int]]:
    """Path, file and stamp of each page; none where the manifest has all stamps."""
    if len(stamps) > MOST:
        for number, start in enumerate(range(0, len(stamps), 1 << PAGE_BITS)):
            page = stamps[start : start + (1 << PAGE_BITS)].astype("<u2").tobytes()
            mark, data = packing.pack_numbers(page)
            yield _path(number), data, packing.short(mark)


def text(stamps: Stamps) -> str:
    """Stamps as the manifest has them."""
    return base64.b64encode(stamps.astype("<u2").tobytes()).decode()


def read(manifest: Mapping[str, Any], read: Callable[[str], bytes]) -> Stamps:
    """The stamps of an index.

    Args:
        manifest: Of the index.
        read: Gives a file of it.

    Raises:
        ValueError: A page is of another index.
    """
    known = np.frombuffer(base64.b64decode(manifest["stamps"]), "<u2")
    if 1 << manifest["shards"] <= MOST:
        return known.copy()
    made: list[bytes] = []
    for number, expected in enumerate(known.tolist()):
        mark, page = packing.unpack(read(_path(number)))
        if packing.short(mark) != expected:
            raise ValueError(f"{_path(number)} is of another index")
        made.append(page)
    return np.frombuffer(b"".join(made), "<u2").copy()


def _path(number: int) -> str:
    return f"s/{number:x}.bin"

"""Work that goes wrong, as extraction might: what it does is said by the capture's name."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable

from generator.convert.limits import Limits
from generator.convert.made import Packed
from generator.convert.parcels import Parcel
from generator.convert.work import work


def _loop() -> None:
    while True:
        pass


def _recurse() -> None:
    _recurse()


_DEEDS: dict[str, Callable[[], object]] = {
    "loops": _loop,
    "loops-in-c": lambda: sum(range(10**12)),
    "allocates": lambda: [bytes(2**26) for _ in range(64)],
    "exits": lambda: os._exit(3),
    "exits-well": lambda: os._exit(0),
    "segfaults": lambda: ctypes.string_at(0),
    "sleeps": lambda: time.sleep(600),
    "recurses": _recurse,
}


def pathological(parcel: Parcel) -> Packed:
    """The real work, unless the name of the capture says otherwise."""
    name = parcel.raw.partition(".")[0]
    if name == "hands-back-nonsense":
        return lambda: None  # type: ignore[return-value]
    if name in _DEEDS:
        _DEEDS[name]()
    return work(parcel)


def refuses_to_start(_: Limits) -> None:
    """A worker that ends before it has done anything."""
    raise OSError("not today")

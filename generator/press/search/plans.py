"""Plans: what came, went or changed between two states of an index, or that all is to be anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.press.search import slots, state
from generator.press.search.calendars import Calendar

_MOST = 0.05
"""Share of all documents above which it is faster to build the index anew."""

_AT_LEAST = 8
"""So many may change however few there are."""


class RebuildError(Exception):
    """The index cannot be changed; it is to be built anew."""


@dataclass(slots=True)
class Plan:
    """What changed, for all editions.

    Attributes:
        old: The state as it was.
        new: The state as it is; it gets to know facets and facts.
        was: Places in the index as it was.
        now: Places in the index as it is.
        removed: Numbers in `old` of what is gone, changed or moved.
        added: Numbers in `new` of what came, changed or moved.
        stay: For each number in `old` the one in `new`, or -1 if it is among `removed`.
    """

    old: state.State
    new: state.State
    was: Calendar
    now: Calendar
    removed: list[int]
    added: list[int]
    stay: NDArray[np.int64]


def plan(old: state.State, new: state.State, changed: Collection[str] | None = None) -> Plan:
    """What changed between two states, the newer of which has no facets yet.

    Args:
        old: As it was.
        new: As it is.
        changed: Ids of all articles of which search knows something else than before, if the
            caller knows them; else the fingerprints tell.

    Raises:
        RebuildError: So much that all is to be built anew.
    """
    was, now = Calendar(old), Calendar(new)
    bits = slots.ordinal_bits
    if was.origin != now.origin or bits(len(was)) != bits(len(now)):
        raise RebuildError("all places are written another way")
    if changed is not None:
        known = dict(zip(old.ids, old.fingerprints, strict=True))
        new.fingerprints = ["" if id_ in changed else known.get(id_, "") for id_ in new.ids]
    before = {
        one: number
        for number, one in enumerate(
            zip(old.ids, was.places.tolist(), old.fingerprints, strict=True)
        )
    }
    stay = np.full(len(was), -1, np.int64)
    added: list[int] = []
    rows = zip(new.ids, now.places.tolist(), new.fingerprints, strict=True)
    for number, one in enumerate(rows):
        place = before.get(one) if one[2] else None
        if place is None:
            added.append(number)
        else:
            stay[place] = number
    removed = np.flatnonzero(stay < 0).tolist()
    if max(len(removed), len(added)) > max(_AT_LEAST, _MOST * len(was)):
        raise RebuildError("too much changed")
    return Plan(old, new, was, now, removed, added, stay)

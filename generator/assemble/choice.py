"""Which of the names that are written at one place of a text are meant.

Of names that overlap the leftmost counts, of those that start together the longest: "Bộ Ngoại
giao" once, and no "Bộ" in it. Two that overlap and are names of one record are one: "Thủ tướng
Kishida" and "Kishida Fumio". What is no name at its place hides no other.

Only names of things hide: a description ("gia nhập WTO", "Việt Nam và Hoa Kỳ") hides topics and
events in it and leaves people, organisations and places to be named with it.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.assemble.name_forms import Name
from generator.model import EntityKind

_WORDY = {EntityKind.TOPIC, EntityKind.EVENT}


class Found(NamedTuple):
    """A name in a text; a tuple, since there are many.

    Attributes:
        start: Position of its first character.
        end: Position after its last one.
        owners: Ids of all records that it may mean, in order.
        doubtful: Whether it may be a common word, so that it counts only where its record is
            named beyond doubt elsewhere: "HÒA BÌNH", "Anh" at the start of a sentence.
        post: The post or honorific before it, if only a part of a person's name stands there.
        rivals: Full names of people not on record whom such a part may mean as well.
    """

    start: int
    end: int
    owners: tuple[str, ...]
    doubtful: bool = False
    post: str = ""
    rivals: tuple[str, ...] = ()


@dataclass(slots=True)
class Match:
    """A place where names are written, whatever stands around it.

    Attributes:
        start: Position of the first character.
        end: Position after the last one.
        names: All names that are written like this; at least one.
        doubtful: As in `Found`.
    """

    start: int
    end: int
    names: Sequence[Name]
    doubtful: bool


def choose(matches: Iterable[Match], stands: Callable[[Name, Match], bool]) -> list[Found]:
    """Choose among names that overlap.

    Args:
        matches: What is written, in any order.
        stands: Whether a name is meant at its place.

    Returns:
        Names that records have, from left to right, of two at one place the longer first.
    """
    titles: list[Found] = []
    descriptions: list[Found] = []
    wordy: set[tuple[int, int]] = set()
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        meant = match.names
        if len(meant) > 1:
            meant = [name for name in meant if stands(name, match)]
        elif not stands(meant[0], match):
            continue
        if not meant:
            continue
        first = meant[0]
        described = first.description
        if len(meant) == 1:
            own: tuple[str, ...] = (first.owner,) if first.owner else ()
        else:
            described = all(name.description for name in meant)
            ids = {name.owner for name in meant if name.description == described}
            own = tuple(sorted(ids - {""}))
        found = Found(match.start, match.end, own, match.doubtful)
        (descriptions if described else titles).append(found)
        if first.kind in _WORDY and all(name.kind in _WORDY for name in meant):
            wordy.add((match.start, match.end))
    chosen = _leftmost(titles)
    if descriptions:
        around = [d for d in _leftmost(descriptions) if all(_holds(d, c) for c in _at(d, chosen))]
        chosen = [
            name
            for name in chosen
            if (name.start, name.end) not in wordy
            or not any(_holds(d, name) for d in _at(name, around))
        ]
        chosen = sorted((*chosen, *around), key=lambda name: (name.start, -name.end))
    return [name for name in chosen if name.owners]


def _leftmost(names: Iterable[Found]) -> list[Found]:
    found: list[Found] = []
    last = 0
    for name in names:
        if name.start >= last:
            found.append(name)
        elif name.end > last and found[-1].owners == name.owners:
            found[-1] = found[-1]._replace(end=name.end)
        last = found[-1].end
    return found


def _at(name: Found, others: Sequence[Found]) -> Iterator[Found]:
    """Those of others, in order and apart from each other, that overlap a name."""
    first = bisect_right(others, name.start, key=lambda other: other.end)
    for other in itertools.islice(others, first, None):
        if other.start >= name.end:
            return
        yield other


def _holds(outer: Found, inner: Found) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end

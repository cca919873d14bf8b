"""Work spread over workers: what all ways of doing it have in common.

A way takes parcels as it has room for them and gives back what was made of each, in whatever order
it is done. Never more than a bounded number of parcels is under way, however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.convert.limits import MEGABYTE, Limits, timed
from generator.convert.made import Packed
from generator.convert.parcels import Parcel
from generator.errors import FindingError, finding

MOST_WEIGHT = 32 * MEGABYTE
"""Characters under way at once, from which on no more are taken. A single capture always is."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A capture that a worker was lost over.

    Attributes:
        code: Of the finding: `capture-too-slow`, `capture-too-much-memory`, `capture-crashed`.
        reason: What the system said, for `capture-crashed`.
    """

    code: str
    reason: str = ""

    def error(self, raw: str, limits: Limits) -> FindingError:
        """The same for people."""
        limit = {
            "capture-too-slow": f"{limits.cpu:g}",
            "capture-too-much-memory": limits.memory // MEGABYTE,
        }.get(self.code, "")
        return FindingError(finding(self.code, file=f"raw/{raw}", limit=limit, reason=self.reason))


Work = Callable[[Parcel], Packed]
"""What is done with a parcel: a function that a worker can import."""

Result = tuple[Parcel, Packed | Loss]

Spread = Callable[[Iterable[Parcel]], Iterator[Result]]
"""A way of doing it."""


def attempt(work: Work, parcel: Parcel, limits: Limits) -> Packed | Loss:
    """Do the work within its limits; run in a worker, which may not survive it."""
    try:
        with timed(limits):
            return work(parcel)
    except MemoryError:
        return Loss("capture-too-much-memory")


def here(parcels: Iterable[Parcel], *, work: Work) -> Iterator[Result]:
    """Do the work in this process, one parcel after the other, without limits."""
    for parcel in parcels:
        yield parcel, work(parcel)


class Room:
    """How much more may be under way."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.count = 0
        self.weight = 0

    def is_left(self) -> bool:
        """Whether one more parcel may be taken."""
        return not self.count or (self.count < self.most and self.weight < MOST_WEIGHT)

    def take(self, parcel: Parcel) -> None:
        """Note a parcel that is under way."""
        self.count += 1
        self.weight += parcel.weight

    def leave(self, parcel: Parcel) -> None:
        """Note that it is done."""
        self.count -= 1
        self.weight -= parcel.weight

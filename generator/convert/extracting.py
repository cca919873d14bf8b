"""The first time over the captures: each is worked on, unless the store has it already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.convert.grouping import Entry
from generator.convert.limits import Limits
from generator.convert.made import Packed, Summary, unpack_summary
from generator.convert.parcels import (
    Parcel,
    Plan,
    Progress,
    Slot,
    Unusable,
    file_digest,
    parcels,
    single,
)
from generator.convert.spreading import Loss, Spread
from generator.convert.store import Store
from generator.convert.work import failed

Watch = Callable[[Progress], None]
"""Is told how far a run has come, each time something is done."""


class Extracting:
    """One time over the captures of a plan.

    Args:
        plan: What there is to convert.
        store: Where what is made goes, and what was made before is.
        watch: Is told how far it has come.
        limits: What one capture may cost.
    """

    def __init__(self, plan: Plan, store: Store, watch: Watch, limits: Limits) -> None:
        self._plan = plan
        self._store = store
        self._watch = watch
        self._limits = limits
        self._entries: dict[Slot, Entry] = {}
        self._read = self._within = 0  # bytes: of files that were read, of the one that is
        self._under_way: dict[Slot, int] = {}  # bytes that were read before it
        self._total = sum(map(_size, plan.files))

    def run(self, spread: Spread, beside: Iterable[str] = ()) -> list[Entry]:
        """Have all captures worked on.

        Args:
            spread: How.
            beside: Names of captures that no result is wanted of, but that count when it is
                decided which capture of a page is published.

        Returns:
            An entry for each capture, in order of file and of place in the file.
        """
        for parcel, result in spread(self._new(beside)):
            packed = self._packed(parcel, result)
            del self._under_way[parcel.slot]
            self._keep(parcel.slot, parcel.fingerprint, packed, asked=parcel.asked)
        self._store.save()
        return [self._entries[slot] for slot in sorted(self._entries)]

    def _packed(self, parcel: Parcel, result: Packed | Loss) -> Packed:
        if isinstance(result, Packed):
            return result
        return failed(parcel.raw, result.error(parcel.raw, self._limits), lasting=False)

    def _new(self, beside: Iterable[str]) -> Iterator[Parcel]:
        """All parcels that are to be worked on, each when there is room for it."""
        for path in self._plan.files:
            yield from self._of_file(path)
            self._read, self._within = self._read + _size(path), 0
            self._tell()
        for name in beside:
            found = single(name, raw=self._plan.raw)
            if found is not None:
                yield from self._unless_kept(found)

    def _of_file(self, path: Path) -> Iterator[Parcel]:
        file = path.relative_to(self._plan.raw).as_posix()
        digest = file_digest(path)
        stored = self._store.file(file, digest)
        if stored is not None:
            for slot, summary in stored:
                self._note(slot, summary)
            return
        count = 0
        for item in parcels(path, raw=self._plan.raw, watch=self._within_file):
            count += 1
            yield from self._unless_kept(item)
        if file_digest(path) == digest:  # else somebody is writing to it
            self._store.end(file, digest, count)

    def _unless_kept(self, item: Parcel | Unusable) -> Iterator[Parcel]:
        if isinstance(item, Unusable):
            self._keep(item.slot, "", failed(item.raw, item.error), asked=True)
            return
        summary = self._store.summary(item.slot, item.fingerprint)
        if summary is None:
            # Gone before anything says that its file was read to the end: a run that is cut off
            # now must not leave what was made of other bytes.
            self._store.drop(item.slot)
            self._under_way[item.slot] = self._read + self._within
            yield item
        else:
            self._note(item.slot, summary, asked=item.asked)

    def _keep(self, slot: Slot, fingerprint: str, packed: Packed, *, asked: bool) -> None:
        self._store.put(slot, fingerprint, packed)
        self._note(slot, unpack_summary(packed.summary), asked=asked)

    def _note(self, slot: Slot, summary: Summary, *, asked: bool = True) -> None:
        self._entries[slot] = Entry(slot=slot, summary=summary, asked=asked)
        self._tell()

    def _within_file(self, read: int) -> None:
        self._within = read

    def _tell(self) -> None:
        done = min(self._under_way.values(), default=self._read + self._within)
        self._watch(
            Progress(done=min(done, self._total), total=self._total, captures=len(self._entries))
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

"""Worker processes on this machine, each of which may be lost without harm to the others."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from queue import SimpleQueue
from typing import Any

from pebble import ProcessExpired, ProcessPool

from generator.convert.limits import LIMITS, Limits, confine
from generator.convert.parcels import Parcel, Slot
from generator.convert.spreading import Loss, Result, Room, Work, attempt

AHEAD = 4
"""Parcels under way for each worker: one at work, the others so that none has to wait."""

RENEWED = 500
"""Captures after which a worker is replaced, so that what parsers leak stays small."""

TRIES = 2
"""Times that a parcel is sent, should all workers go down together."""

# The command line too: each worker imports the script that was started, and with it this.
_PRELOADED = ["generator.convert.preloaded", "generator.cli"]


def spread(
    parcels: Iterable[Parcel], *, work: Work, jobs: int, limits: Limits = LIMITS
) -> Iterator[Result]:
    """Do the work in `jobs` processes.

    A process that ends over a parcel is a `Loss`, and another takes its place. None is started
    before there is a parcel.
    """
    waiting = iter(parcels)
    room = Room(AHEAD * jobs)
    crew = _Crew(work, jobs, limits)
    try:
        while True:
            while room.is_left() and (parcel := next(waiting, None)):
                room.take(parcel)
                crew.send(parcel)
            if not room.count:
                return
            parcel, result = crew.receive()
            room.leave(parcel)
            yield parcel, result
    finally:
        crew.dismiss()


class _Crew:
    """A pool that is opened anew if it breaks as a whole, with all that it was at."""

    def __init__(self, work: Work, jobs: int, limits: Limits) -> None:
        self._work = work
        self._jobs = jobs
        self._limits = limits
        self._pool: ProcessPool | None = None
        self._under_way: dict[Slot, tuple[Parcel, int]] = {}  # with the times it was sent
        self._done: SimpleQueue[tuple[ProcessPool, Parcel, Future[Any]]] = SimpleQueue()

    def send(self, parcel: Parcel) -> None:
        """Have a parcel worked on."""
        self._under_way[parcel.slot] = (parcel, 1)
        self._schedule(parcel)

    def receive(self) -> Result:
        """Wait until one of the parcels is done."""
        while True:
            pool, parcel, future = self._done.get()
            if pool is not self._pool:
                continue  # it was sent again since
            if isinstance(future.exception(), BrokenProcessPool):
                self.dismiss()
                again = self._under_way[parcel.slot][1] < TRIES
                self._send_all_again(but=None if again else parcel.slot)
                if again:
                    continue
            del self._under_way[parcel.slot]
            return parcel, outcome(future)

    def dismiss(self) -> None:
        """End all workers, whatever they are at."""
        if self._pool is not None:
            close(self._pool)
            self._pool = None

    def _send_all_again(self, *, but: Slot | None) -> None:
        for slot, (parcel, tries) in self._under_way.items():
            if slot != but:
                self._under_way[slot] = (parcel, tries + 1)
                self._schedule(parcel)

    def _schedule(self, parcel: Parcel) -> None:
        if self._pool is None:
            self._pool = open_pool(self._jobs, self._limits)
        pool = self._pool
        future: Future[Any]
        try:
            future = pool.schedule(
                attempt, args=[self._work, parcel, self._limits], timeout=self._limits.clock
            )
        except RuntimeError as error:  # it broke since it was last looked at
            future = Future()
            future.set_exception(BrokenProcessPool(str(error)))
        future.add_done_callback(lambda future: self._done.put((pool, parcel, future)))


def open_pool(jobs: int, limits: Limits) -> ProcessPool:
    """A pool of `jobs` processes, which start when there is something to do."""
    return ProcessPool(
        max_workers=jobs,
        max_tasks=RENEWED,
        initializer=confine,
        initargs=[limits],
        context=_context(),
    )


def close(pool: ProcessPool) -> None:
    """End a pool and its processes, whatever they are at."""
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
    pool.join()


def outcome(future: Future[Any]) -> Any:
    """What a worker gave back, or how it was lost."""
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, ProcessExpired):
        if error.exitcode == -getattr(signal, "SIGPROF", 0):
            return Loss("capture-too-slow")
        return Loss("capture-crashed", _ending(error.exitcode))
    if isinstance(error, TimeoutError):
        return Loss("capture-crashed", "no answer")
    return Loss("capture-crashed", f"{type(error).__name__}: {error}")


def _ending(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None or code >= 0:
        return f"exit status {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _context() -> Any:
    """Processes that share what is loaded and none of our threads and locks."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context

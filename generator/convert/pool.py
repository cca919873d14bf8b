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
from generator.convert.parcels import Parcel
from generator.convert.spreading import Loss, Result, Room, Work, attempt

AHEAD = 4
"""Parcels under way for each worker: one at work, the others so that none has to wait."""

RENEWED = 500
"""Captures after which a worker is replaced, so that what parsers leak stays small."""

_TRIES = 2

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
    done: SimpleQueue[tuple[Parcel, int, Future[Any]]] = SimpleQueue()
    pool: ProcessPool | None = None

    def send(parcel: Parcel, tries: int) -> None:
        nonlocal pool
        if pool is None or not pool.active:
            pool = open_pool(jobs, limits)
        future = pool.schedule(attempt, args=[work, parcel, limits], timeout=limits.clock)
        future.add_done_callback(lambda future: done.put((parcel, tries, future)))

    def fill() -> None:
        while room.is_left():
            parcel = next(waiting, None)
            if parcel is None:
                return
            room.take(parcel)
            send(parcel, 1)

    try:
        fill()
        while room.count:
            parcel, tries, future = done.get()
            if tries < _TRIES and isinstance(future.exception(), BrokenProcessPool):
                send(parcel, tries + 1)  # all went down together, for a reason that is not this
                continue
            room.leave(parcel)
            yield parcel, outcome(future)
            fill()
    finally:
        if pool is not None:
            close(pool)


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

"""Workers of a Dask cluster: the same work, on other machines.

Each capture is sent as its bytes, since the workers may share no disk with us, and each worker does
the work in processes of its own, so that the limits of a capture hold there as they do here. When a
worker is lost, Dask gives what it was at to another.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from typing import Any

from pebble import ProcessPool

from generator.convert import program
from generator.convert.limits import LIMITS, Limits
from generator.convert.made import Packed
from generator.convert.parcels import Parcel
from generator.convert.pool import AHEAD, TRIES, open_pool, outcome
from generator.convert.spreading import Loss, Result, Room, Work, attempt
from generator.errors import SettingsError
from generator.settings import MAX_CAPTURE

PATIENCE = 30
"""Seconds that a scheduler has to answer, and the first worker to be there."""

LOOKED = 100
"""Captures after which it is looked how many workers there are."""

_MISSING = (
    "--scheduler needs Dask, which is not installed: pip install 'news-archive-generator[cluster]'"
)


def spread(
    parcels: Iterable[Parcel], *, work: Work, scheduler: str, limits: Limits = LIMITS
) -> Iterator[Result]:
    """Do the work on the cluster of a scheduler.

    Raises:
        SettingsError: Dask is not installed, the scheduler or its workers cannot be reached, or
            they run another program than this one.
    """
    distributed = _library()
    with _client(distributed, scheduler) as client:
        room = Room(1)
        waiting = iter(parcels)
        under_way: dict[str, Parcel] = {}
        done = distributed.as_completed(loop=client.loop)

        def fill() -> None:
            while room.is_left():
                parcel = next(waiting, None)
                if parcel is None:
                    return
                room.take(parcel)
                future = client.submit(there, work, parcel, limits, pure=False, retries=TRIES - 1)
                under_way[future.key] = parcel
                done.add(future)

        fill()
        for number, future in enumerate(done):
            if number % LOOKED == 0:  # workers come and go
                room.most = AHEAD * sum(client.ncores().values())
            parcel = under_way.pop(future.key)
            room.leave(parcel)
            yield parcel, _outcome(future)
            fill()


@contextmanager
def executor(scheduler: str) -> Iterator[tuple[Executor, int]]:
    """The workers of a cluster as an executor, for work that reads and writes a shared folder.

    A scheduler runs what it is told by whoever reaches it, on all its workers: use one in a network
    that is trusted, or over TLS.

    Args:
        scheduler: Its address: `tcp://host:8786`.

    Yields:
        The executor, and how many processors it has.

    Raises:
        SettingsError: As `spread`.
    """
    with _client(_library(), scheduler) as client:
        processors = sum(client.ncores().values())
        yield client.get_executor(pure=False, retries=TRIES - 1), processors


def there(work: Work, parcel: Parcel, limits: Limits) -> Packed | Loss:
    """Do the work in a process of the worker's; run on a worker of the cluster.

    Raises:
        BrokenProcessPool: The worker's processes went down together; the next try has new ones.
    """
    try:
        pool = _processes(limits)
        future = pool.schedule(attempt, args=[work, parcel, limits], timeout=limits.clock)
        error = future.exception()
    except RuntimeError as broken:  # before it was asked
        _processes.cache_clear()
        raise BrokenProcessPool(str(broken)) from broken
    if isinstance(error, BrokenProcessPool):
        _processes.cache_clear()
        raise error
    result: Packed | Loss = outcome(future)
    return result


def program_there() -> str:
    """Digest of the program of a worker; run there."""
    return program.digest()


@cache
def _processes(limits: Limits) -> ProcessPool:
    """The processes of this worker: one for each thread that Dask works with."""
    # Dask marks its workers as having no children; ours end when the worker does.
    multiprocessing.current_process().daemon = False
    return open_pool(_library().get_worker().state.nthreads, limits)


def _outcome(future: Any) -> Packed | Loss:
    error = future.exception()
    if error is not None:
        return Loss("capture-crashed", f"{type(error).__name__}: {error}")
    result: Packed | Loss = future.result()
    return result


def _client(distributed: Any, scheduler: str) -> Any:
    """A connection to a cluster that runs the same program as we do.

    Raises:
        SettingsError: There is none.
    """
    try:
        client = distributed.Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SettingsError(f"no Dask scheduler answers at {scheduler}: {error}") from error
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        theirs = set(client.run(program_there).values())
    except (OSError, TimeoutError) as error:
        client.close()
        raise SettingsError(f"the scheduler at {scheduler} has no workers") from error
    except Exception as error:
        client.close()
        raise SettingsError(f"the workers at {scheduler} do not run archive: {error}") from error
    if theirs != {program.digest()}:
        client.close()
        raise SettingsError(f"the workers at {scheduler} run another version of archive, or Python")
    return client


@cache
def _library() -> Any:
    try:
        import dask  # noqa: PLC0415 - as the next
        import distributed  # noqa: PLC0415 - an extra that few install
    except ImportError as error:
        raise SettingsError(_MISSING) from error
    # A large capture is no reason to warn of large arguments: it has to go there.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": 10 * MAX_CAPTURE})
    return distributed

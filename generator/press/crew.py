"""A crew: pages printed by several processes at once, or by this one.

Pages are handed out as numbers in the spool, which every worker reads by itself; so any
`concurrent.futures.Executor` will do whose workers see the same folders. What comes back is small,
and comes in the order of the pages. Should workers be lost, this process prints what they had.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future

from generator.press import printing
from generator.press.hands import processes
from generator.press.jobs import Job, Printed

PARCEL = 64
"""Pages that are handed out together."""

AHEAD = 4
"""Parcels under way for each worker."""

FEW = 300
"""Pages for which no processes are started: it would take longer than printing."""

log = logging.getLogger("generator.press.crew")


def print_all(
    job: Job, numbers: Sequence[int], *, jobs: int, executor: Executor | None
) -> Iterator[Printed]:
    """Print pages of the spool.

    Args:
        job: What to know.
        numbers: Of the pages.
        jobs: How many processes to print in.
        executor: Whose workers print; processes of this machine if None.

    Yields:
        What came of each parcel of pages, in their order.
    """
    parcels = [numbers[start : start + PARCEL] for start in range(0, len(numbers), PARCEL)]
    if executor:
        yield from _spread(job, parcels, executor, jobs)
    elif jobs == 1 or len(numbers) < FEW:
        yield from (printing.print_pages(job, parcel) for parcel in parcels)
    else:
        with processes(jobs) as crew:
            yield from _spread(job, parcels, crew, jobs)


def _spread(
    job: Job, parcels: Iterable[Sequence[int]], executor: Executor, jobs: int
) -> Iterator[Printed]:
    waiting = deque(parcels)
    under_way: deque[tuple[Sequence[int], Future[Printed] | None]] = deque()
    while waiting or under_way:
        while waiting and len(under_way) < AHEAD * max(jobs, 1):  # a cluster may have none yet
            parcel = waiting.popleft()
            under_way.append((parcel, _submitted(executor, job, parcel)))
        parcel, future = under_way.popleft()
        try:
            printed = future.result() if future else None
        except Exception as error:  # noqa: BLE001 - each kind of executor loses workers in its way
            log.info("lost some pages, which are printed here: %r", error)
            printed = None
        yield printed or printing.print_pages(job, parcel)


def _submitted(executor: Executor, job: Job, parcel: Sequence[int]) -> Future[Printed] | None:
    try:
        return executor.submit(printing.print_pages, job, parcel)
    except Exception as error:  # noqa: BLE001 - as above
        log.info("nobody takes pages any more: %r", error)
        return None

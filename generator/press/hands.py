"""Hands: who works on a site besides this process."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

Thing = TypeVar("Thing")


def careless() -> None:
    """Heed nothing: work goes on to its end."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who draws and prints.

    Attributes:
        jobs: How many processes.
        executor: Whose workers do it; processes of this machine if None.
        heed: Called between pages; what it raises ends the work.
    """

    jobs: int = 1
    executor: Executor | None = None
    heed: Callable[[], None] = careless

    def heeding(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """The same things, heeding before each."""
        for thing in things:
            self.heed()
            yield thing


def processors() -> int:
    """How many processes this one may have at work at the same time."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


@contextmanager
def processes(jobs: int) -> Iterator[Executor]:
    """Processes of this machine, which have what this one has loaded where that is safe.

    They are forked here and now, and share what is in memory until somebody touches it.
    """
    forking = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forking else "spawn")
    # What they have from this process stays; looking for garbage in it would take its time.
    executor = ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=gc.freeze)
    try:
        if forking:
            gc.freeze()  # looking for garbage in what they share would be touching it
            executor.submit(careless)
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)
        if forking:
            gc.unfreeze()

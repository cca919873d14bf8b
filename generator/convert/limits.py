"""What one capture may cost, held by the system and not by good will.

Parsers written in C neither look at a clock nor ask before they allocate, so a worker gives itself
limits that the system keeps: a timer of processor time that ends the process, and a bound on its
memory. A worker that ends is one capture's loss.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

if sys.platform != "win32":  # where only the clock holds
    import resource

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use.

    Attributes:
        cpu: Seconds of processor time for one capture, its own and the system's for it.
        memory: Bytes of data that the whole worker may hold. macOS does not enforce it.
        clock: Seconds by the clock for one capture, for what waits and does not compute. Much
            more than `cpu`, since a machine may have other things to do.
    """

    cpu: float = 10
    memory: int = 512 * MEGABYTE
    clock: float = 120


LIMITS = Limits()


def confine(limits: Limits) -> None:
    """Bound the memory of this process, for good, and let it leave no core dump behind."""
    if sys.platform != "win32":
        for kind, most in ((resource.RLIMIT_DATA, limits.memory), (resource.RLIMIT_CORE, 0)):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))


@contextmanager
def timed(limits: Limits) -> Iterator[None]:
    """End this process, by `SIGPROF`, if what is done within takes too much processor time."""
    if sys.platform == "win32":
        yield
    else:
        signal.setitimer(signal.ITIMER_PROF, limits.cpu)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

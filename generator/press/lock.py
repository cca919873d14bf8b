"""One build at a time: a lock that the system takes back when its holder dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold(work: Path, *, wait: bool = True) -> Iterator[None]:
    """Have a folder of work to oneself.

    Args:
        work: `.archive`, or one in it; made if missing.
        wait: Whether to wait while another process has it.

    Raises:
        BlockingIOError: Another process has it, and nobody waits.
    """
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield

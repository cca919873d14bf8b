"""One build at a time: a lock that the system takes back when its holder dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold(work: Path) -> Iterator[None]:
    """Have the folder of work to oneself; waits while another process has it.

    Args:
        work: `.archive`; made if missing.
    """
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield

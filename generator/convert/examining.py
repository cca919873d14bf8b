"""One capture, looked at closely: for `archive explain`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from generator import captures
from generator.convert.limits import LIMITS, Limits, timed
from generator.convert.pool import close, open_pool, outcome
from generator.convert.spreading import Loss
from generator.convert.work import Own, extracted
from generator.model import Extraction


def examine(name: str, *, raw: Path, own: Own = (), limits: Limits = LIMITS) -> Extraction:
    """Every decision about a capture, within the limits of any capture.

    Args:
        name: Of the capture: its path below `raw`, within a container followed by `#` and its
            place.
        raw: Folder of captures.
        own: The archive's own profiles.
        limits: What it may cost.

    Raises:
        FindingError: It cannot be read or used, or costs too much.
    """
    pool = open_pool(1, limits)
    try:
        future = pool.schedule(_examine, args=[name, raw, own, limits], timeout=limits.clock)
        result: Extraction | Loss = outcome(future)
    finally:
        close(pool)
    if isinstance(result, Loss):
        raise result.error(name, limits)
    return result


def _examine(name: str, raw: Path, own: Own, limits: Limits) -> Extraction | Loss:
    try:
        with timed(limits):
            read = partial(captures.read_one, name, raw=raw)
            return extracted(read, f"{raw.name}/{name}", own)
    except MemoryError:
        return Loss("capture-too-much-memory")

"""Processes as Linux shows them: processor time and memory of a command and all it starts.

Memory is the proportional set size (PSS), in which pages that processes share count once.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1  # seconds between two looks at the memory
_SHARE = 20  # at least so many times as long as a look takes, which is long for gigabytes
_PSS = re.compile(r"^Pss:\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a command took.

    Attributes:
        seconds: From start to end.
        cpu: Seconds of processor time, of the system too, of all its processes.
        peak: Most memory of all of them together, in bytes; of a look every tenth of a second.
        status: Exit status.
        said: The end of what it printed.
    """

    seconds: float
    cpu: float
    peak: int
    status: int
    said: str


def run(command: Sequence[str], *, cwd: Path, env: Mapping[str, str]) -> Taken:
    """Run a command to its end.

    The system counts the time of processes whose end was waited for, as all do that are run here.
    """
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        peak = 0
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            looked = time.monotonic()
            peak = max(peak, sum(map(pss, tree(process.pid))))
            time.sleep(max(_EVERY, _SHARE * (time.monotonic() - looked)))
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # nobody is to wait for it again
        said.seek(0)
        return Taken(
            seconds=seconds,
            cpu=used.ru_utime + used.ru_stime,
            peak=peak,
            status=process.returncode,
            said=said.read().decode("utf-8", "replace").strip()[-1_000:],
        )


def tree(pid: int) -> Iterator[int]:
    """A process and all that come of it, while they last."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in children:
            yield from tree(int(child))


def pss(pid: int) -> int:
    """Bytes of memory of one process; 0 if it is gone."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:  # it ended while we looked
        return 0
    found = _PSS.search(text)
    return int(found[1]) * 1024 if found else 0


def cpu(pid: int) -> float:
    """Seconds of processor time of one process, without those it started; 0 if it is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    # Fields 14 and 15, counted after the name, which may hold anything. Source: proc(5).
    user, system = text.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

"""The conductor: what is converted, by whom, and in which order it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from generator import captures, content
from generator.content import Outcome
from generator.convert import cluster, pool, program, store
from generator.convert.extracting import Extracting, Watch
from generator.convert.limits import LIMITS, Limits
from generator.convert.parcels import Plan
from generator.convert.publishing import publish
from generator.convert.spreading import Spread, Work, here
from generator.convert.work import Own, profiles, work
from generator.model import Severity


def choose(raw: Path, *, only: str = "*") -> Plan:
    """Find what there is to convert.

    Args:
        raw: Folder of captures.
        only: Shell pattern on the path below it.
    """
    paths, unusable = captures.find(raw)
    files = tuple(p for p in paths if fnmatchcase(p.relative_to(raw).as_posix(), only))
    return Plan(raw=raw, files=files, unusable=unusable, whole=files == paths)


def run(
    raw: Path,
    target: Path,
    *,
    only: str = "*",
    jobs: int = 0,
    dry_run: bool = False,
    keep: Path | None = None,
    scheduler: str = "",
    watch: Watch = lambda _: None,
    own: Own = (),
    task: Work | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Outcome]:
    """Convert all captures below `raw`.

    First all that is new or has changed is worked on, in any order; then all is written, in order
    of name. The result is the same bytes for any number of processes, and after any cut.

    Args:
        raw: Folder of captures; never written to.
        target: Folder of articles and records.
        only: Shell pattern on the path below `raw`.
        jobs: Number of worker processes; 0 to work in this process, which no limits protect.
        dry_run: Decide everything, and write nothing to `target`.
        keep: Folder that keeps what was made for the next run (`.archive`); None for none.
        scheduler: Address of a Dask scheduler, to work on its cluster instead.
        watch: Is told how far the work has come.
        own: The archive's own outlet profiles.
        task: What is done with each capture, if not what is always done.
        limits: What one capture may cost.

    Yields:
        One result a capture, first those that cannot even be read as files.

    Raises:
        FindingError: The disk has no room for what was made, or a profile makes no sense.
        SettingsError: The cluster cannot be used.
    """
    if own:
        profiles(own)  # before anything is done: those that ship make sense, one's own may not
    plan = choose(raw, only=only)
    for found in plan.unusable:
        status = "failed" if found.severity is Severity.ERROR else "unchanged"
        below = found.file.partition("/")[2]  # a finding's path starts with the folder's name
        yield Outcome(raw=below, status=status, findings=(found,))
    spread = _way(jobs, scheduler, task or partial(work, own=own), limits)
    with store.opened(keep, _program(own)) as kept:
        entries = tuple(Extracting(plan, kept, watch, limits).run(spread, _beside(plan, target)))
        if plan.whole:
            kept.forget_all_but({entry.slot.file for entry in entries})
        yield from publish(entries, kept.made, raw=raw, content=target, dry_run=dry_run, own=own)


def _program(own: Own) -> str:
    """Digest of all that a result depends on but the capture: the program and the profiles."""
    if not own:
        return program.digest()
    return hashlib.sha256(f"{program.digest()} {own!r}".encode()).hexdigest()


def _way(jobs: int, scheduler: str, task: Work, limits: Limits) -> Spread:
    """How the work is spread."""
    if scheduler:
        return partial(cluster.spread, work=task, scheduler=scheduler, limits=limits)
    if jobs:
        return partial(pool.spread, work=task, jobs=jobs, limits=limits)
    return partial(here, work=task)


def _beside(plan: Plan, target: Path) -> tuple[str, ...]:
    """Captures of the same pages as those that were chosen, as the articles list them.

    Which capture of a page is published is never decided without the others.
    """
    if plan.whole:
        return ()
    chosen = {path.relative_to(plan.raw).as_posix() for path in plan.files}
    found: set[str] = set()
    for place in content.known(target).places:
        names = (place.raw, *(raw for raw, _ in place.others))
        if any(captures.split(name)[0] in chosen for name in names):
            found.update(name for name in names if name and captures.split(name)[0] not in chosen)
    return tuple(sorted(found))

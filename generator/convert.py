"""Raw to content: every capture by itself, in order of path.

This is the corridor's conductor: it reads, has the pure `extract` decide, and lets `content`
write. What one capture needs never depends on another, so the map may run in any number of
processes; only finding two captures that are one needs the order, and that is the order of paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from generator import captures, content, extract
from generator.content import Outcome
from generator.errors import FindingError, finding
from generator.model import Extraction, Finding, Severity
from generator.settings import package_texts

CHUNK = 16
"""Captures handed to a worker at once: enough to hide the cost of handing over."""


def profiles() -> tuple[extract.Profile, ...]:
    """The outlet profiles that ship with the package."""
    return extract.parse_profiles(package_texts("extract/profiles", ".yml"))


def read(path: Path, *, raw: Path, known: tuple[extract.Profile, ...]) -> Extraction | FindingError:
    """Read and extract one capture; what is wrong with it comes back as a value."""
    try:
        return extract.article(captures.read(path, raw=raw), known)
    except FindingError as error:
        return error


def choose(raw: Path, *, only: str = "*") -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """The captures to convert, in order of path, and what lies among them and is none."""
    paths, unusable = captures.find(raw)
    return tuple(p for p in paths if fnmatchcase(p.relative_to(raw).as_posix(), only)), unusable


def run(
    raw: Path, target: Path, *, only: str = "*", jobs: int = 1, dry_run: bool = False
) -> Iterator[Outcome]:
    """Convert all captures below `raw`, in order of path.

    Args:
        raw: Folder of captures; never written to.
        target: Folder of articles and records.
        only: Shell pattern on the path below `raw`.
        jobs: Number of processes; with one, all runs in this process.
        dry_run: Decide everything and write nothing.

    Yields:
        One result a capture, first those that cannot even be read as files.
    """
    chosen, unusable = choose(raw, only=only)
    for found in unusable:
        status = "failed" if found.severity is Severity.ERROR else "unchanged"
        below = found.file.partition("/")[2]  # a finding's path starts with the folder's name
        yield Outcome(raw=below, status=status, findings=(found,))
    known = profiles()
    outlets = {profile.name: profile for profile in known}
    task = partial(read, raw=raw, known=known)
    with ExitStack() as stack:
        if jobs > 1 and len(chosen) > CHUNK:
            pool = stack.enter_context(ProcessPoolExecutor(jobs))
            results: Iterable[Extraction | FindingError] = pool.map(task, chosen, chunksize=CHUNK)
        else:
            results = map(task, chosen)
        yield from _write_all(
            zip(chosen, results, strict=True), raw, target, outlets=outlets, dry_run=dry_run
        )


def _write_all(
    results: Iterable[tuple[Path, Extraction | FindingError]],
    raw: Path,
    target: Path,
    *,
    outlets: Mapping[str, extract.Profile],
    dry_run: bool,
) -> Iterator[Outcome]:
    known = content.known(target)
    seen: dict[str, str] = {}
    for path, result in results:
        name = path.relative_to(raw).as_posix()
        if isinstance(result, FindingError):
            yield Outcome(raw=name, status="failed", findings=result.findings)
            continue
        first = seen.setdefault(result.capture.sha256, _first(result, raw, known))
        if first != name:
            same = finding("convert-same-bytes", file=f"raw/{name}", other=f"raw/{first}")
            yield Outcome(raw=name, status="unchanged", findings=(same,))
            continue
        outcome = content.write(result, content=target, known=known, dry_run=dry_run)
        outlet = outlets.get(result.article.source.outlet) if result.article else None
        if outlet and not dry_run:
            try:
                content.add_outlet(target, id=outlet.name, name=outlet.names, url=outlet.home)
            except FindingError as error:
                outcome = replace(outcome, findings=(*outcome.findings, *error.findings))
        yield outcome


def _first(result: Extraction, raw: Path, known: content.Known) -> str:
    """The capture that stands for these bytes: the one that made the article, while it exists."""
    place = known.by_sha256.get(result.capture.sha256)
    if place and place.raw and (raw / place.raw).is_file():
        return place.raw
    return result.capture.raw

"""Raw to content: every capture by itself, in order of path.

This is the corridor's conductor: it reads, has the pure `extract` decide, and lets `content`
write. What one capture needs never depends on another, so the map may run in any number of
processes; only finding two captures that are one needs the order, and that is the order of paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from generator import captures, content, extract
from generator.errors import FindingError, finding
from generator.model import Extraction, Finding
from generator.settings import package_texts

CHUNK = 16
"""Captures handed to a worker at once: enough to hide the cost of handing over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What became of one capture.

    Attributes:
        raw: Path of the capture below `raw/`.
        status: `written`, `unchanged`, `kept-edited` or `failed`.
        path: The article's file below `content/`; empty if it failed.
        id: The article's id; empty if it failed.
        findings: What a person should know of.
    """

    raw: str
    status: str
    path: str = ""
    id: str = ""
    findings: tuple[Finding, ...] = ()


def profiles() -> tuple[extract.Profile, ...]:
    """The outlet profiles that ship with the package."""
    return extract.parse_profiles(package_texts("extract/profiles", ".yml"))


def read(path: Path, *, raw: Path, known: tuple[extract.Profile, ...]) -> Extraction | FindingError:
    """Read and extract one capture; what is wrong with it comes back as a value."""
    try:
        return extract.article(captures.read(path, raw=raw), known)
    except FindingError as error:
        return error


def run(
    raw: Path, target: Path, *, only: str = "*", jobs: int = 1, dry_run: bool = False
) -> Iterator[Conversion]:
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
    paths, unusable = captures.find(raw)
    for found in unusable:
        yield Conversion(raw=found.file.removeprefix("raw/"), status="failed", findings=(found,))
    chosen = [p for p in paths if fnmatchcase(p.relative_to(raw).as_posix(), only)]
    task = partial(read, raw=raw, known=profiles())
    with ExitStack() as stack:
        if jobs > 1 and len(chosen) > CHUNK:
            pool = stack.enter_context(ProcessPoolExecutor(jobs))
            results: Iterable[Extraction | FindingError] = pool.map(task, chosen, chunksize=CHUNK)
        else:
            results = map(task, chosen)
        yield from _write_all(zip(chosen, results, strict=True), raw, target, dry_run=dry_run)


def _write_all(
    results: Iterable[tuple[Path, Extraction | FindingError]],
    raw: Path,
    target: Path,
    *,
    dry_run: bool,
) -> Iterator[Conversion]:
    known = content.known(target)
    by_digest: dict[str, str] = {}
    by_id: dict[str, str] = {}
    for path, result in results:
        name = path.relative_to(raw).as_posix()
        if isinstance(result, FindingError):
            yield Conversion(raw=name, status="failed", findings=result.findings)
            continue
        if result.article is None:
            yield Conversion(raw=name, status="failed", findings=result.findings)
            continue
        first = by_digest.setdefault(result.capture.sha256, name)
        if first != name:
            same = finding("convert-same-bytes", file=f"raw/{name}", other=f"raw/{first}")
            yield Conversion(raw=name, status="unchanged", findings=(same,))
            continue
        first = by_id.setdefault(result.article.id, name)
        if first != name:
            clash = finding(
                "convert-clash", file=f"raw/{name}", other=f"raw/{first}", id=result.article.id
            )
            yield Conversion(raw=name, status="failed", findings=(clash,))
            continue
        yield _write(result, target, known, dry_run=dry_run)

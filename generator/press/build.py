"""`archive build`: beside the old site, inspected, then in its place.

Whatever happens on the way, the site that stands keeps standing: a new one replaces it only
when it is whole and has passed the gate.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from generator import content
from generator.assemble import promises
from generator.errors import BrokenArchiveError, finding
from generator.model import Finding
from generator.press import gate, lock, reference, swap
from generator.press.prepare import Staged, clock, complete, forget, prepare
from generator.settings import Settings

FAILURES = frozenset({"permalink-lost", "permalink-taken", "site-broken", "site-unsafe"})
"""Codes that mean: the new site was not published."""

_CONFIG = "mkdocs.yml"


def build(settings: Settings, *, clean: bool = False) -> tuple[Finding, ...]:
    """Build the whole site into `settings.site`.

    Args:
        settings: Of the archive.
        clean: Forget what was staged before.

    Returns:
        What a person should know of. With one of `FAILURES` among them the old site stands as
        it was; others name what is left out of the new one.

    Raises:
        SettingsError: There are no settings, or they make no sense.
        BrokenArchiveError: Something that must never be lost is broken.
    """
    site = settings.site.resolve()
    with lock.hold(settings.work):
        reason = _not_ours(site, settings)
        if reason:
            return (finding("site-broken", file=str(settings.site), reason=reason),)
        swap.recover(site)
        if clean:
            forget(settings)
        staged = prepare(settings)
        _refuse_broken(staged)
        problems = _broken_promises(staged) or _replace(site, settings, staged)
        if not failed(problems):
            content.register(settings.content, staged.archive.permalinks)
    return (*staged.findings, *problems)


def failed(findings: tuple[Finding, ...]) -> bool:
    """Whether these findings mean that no new site was published."""
    return any(found.code in FAILURES for found in findings)


def _refuse_broken(staged: Staged) -> None:
    """Without its register the archive could give one article's URL to another."""
    broken = [found for found in staged.findings if found.code == "permalinks-broken"]
    if broken:
        raise BrokenArchiveError(broken)


def _broken_promises(staged: Staged) -> tuple[Finding, ...]:
    """Registered URLs that the new site would lose or give away; the old one still has them."""
    found = promises.broken(staged.contents, staged.archive, register=content.REGISTER)
    return tuple(found)


def _replace(site: Path, settings: Settings, staged: Staged) -> tuple[Finding, ...]:
    new = swap.new_folder(site)
    problems = _render(new, settings, staged)
    if failed(problems):
        shutil.rmtree(new, ignore_errors=True)
        return problems
    try:
        swap.publish(site)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        reason = f"{site}: {error.strerror}"
        return (*problems, finding("site-broken", file=str(settings.site), reason=reason))
    return problems


def _render(new: Path, settings: Settings, staged: Staged) -> tuple[Finding, ...]:
    """Let MkDocs build into `new`, and inspect what it built."""
    with _captured() as records, clock(staged.archive):
        try:
            config = load_config(
                str(settings.root / _CONFIG), site_dir=str(new), docs_dir=str(staged.docs)
            )
            mkdocs_build.build(config)
            complete(staged, new)
            unsafe = gate.inspect(new, reference.allowed(config))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - templates may raise anything
            reasons = [f"{type(error).__name__}: {error}"]
            reasons += [record.getMessage() for record in records]
            return (finding("site-broken", file=_CONFIG, reason="; ".join(reasons)),)
    warned = tuple(
        finding("site-warning", file=_CONFIG, reason=record.getMessage()) for record in records
    )
    return (*warned, *unsafe)


def _not_ours(site: Path, settings: Settings) -> str:
    """Why `site` must not be replaced; empty if it may."""
    for kept in (settings.root, settings.content, settings.raw, settings.work):
        if kept.resolve().is_relative_to(site) or (
            kept is not settings.root and site.is_relative_to(kept.resolve())
        ):
            return f"{site} is, or holds, a folder of the archive itself"
    if site.exists() and not site.is_dir():
        return f"{site} is a file"
    if site.is_dir() and any(site.iterdir()) and not (site / "sitemap.xml").is_file():
        return f"{site} holds other things than a site"
    return ""


class _Collector(logging.Handler):
    """Keeps records instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _captured() -> Iterator[list[logging.LogRecord]]:
    """Collect MkDocs's warnings and errors, and keep them from being printed."""
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    spoke = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield collector.records
    finally:
        logger.propagate = spoke
        logger.removeHandler(collector)

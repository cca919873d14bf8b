"""`archive build`: beside the old site, inspected, then in its place.

Whatever happens on the way, the site that stands keeps standing: a new one replaces it only
when it is whole and has passed the gate.
"""

from __future__ import annotations

import logging
import shutil
from concurrent.futures import Executor
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig

from generator import content
from generator.assemble import promises
from generator.errors import BrokenArchiveError, finding
from generator.model import Finding
from generator.press import gate, lock, printing, reference, swap, works
from generator.press.prepare import (
    Staged,
    clock,
    complete,
    docs_folder,
    forget,
    prepare,
    prepare_to_print,
    spool_folder,
)
from generator.press.printing import CONFIG, Job, overheard
from generator.settings import Settings

FAILURES = frozenset({"permalink-lost", "permalink-taken", "site-broken", "site-unsafe"})
"""Codes that mean: the new site was not published."""

log = logging.getLogger("generator.press")


def build(
    settings: Settings, *, clean: bool = False, jobs: int = 1, executor: Executor | None = None
) -> tuple[Finding, ...]:
    """Build the whole site into `settings.site`.

    Args:
        settings: Of the archive.
        clean: Forget what was staged before.
        jobs: How many processes to print in.
        executor: Whose workers print; processes of this machine if None. They must see the same
            folders.

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
        try:
            return _built(site, settings, jobs, executor)
        finally:  # whatever is left was not published
            shutil.rmtree(swap.new_folder(site), ignore_errors=True)


def _built(
    site: Path, settings: Settings, jobs: int, executor: Executor | None
) -> tuple[Finding, ...]:
    new = swap.new_folder(site)
    docs_folder(settings).mkdir(parents=True, exist_ok=True)
    job = Job(
        root=settings.root,
        site=new,
        docs=docs_folder(settings),
        spool=spool_folder(settings),
        templates=settings.work / "templates",
        epoch="",
    )
    said: list[tuple[int, str]] = []
    try:
        with overheard(said):
            config = printing.load(job)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - plugins may raise anything
        return (_broken(error, said),)
    reason = works.why_not(config)
    if reason:
        log.info("MkDocs prints all pages itself, which takes longer: %s", reason)
    staged = prepare(settings) if reason else prepare_to_print(settings, works.Copier(config).put)
    _refuse_broken(staged)
    problems = _broken_promises(staged)
    if not problems:
        with clock(staged.archive):
            problems = (
                _rendered(job, staged) if reason else _printed(job, config, staged, jobs, executor)
            )
        problems = problems if failed(problems) else (*problems, *_published(site, settings))
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


def _published(site: Path, settings: Settings) -> tuple[Finding, ...]:
    try:
        swap.publish(site)
    except OSError as error:
        reason = f"{site}: {error.strerror}"
        return (finding("site-broken", file=str(settings.site), reason=reason),)
    return ()


def _printed(
    job: Job, config: MkDocsConfig, staged: Staged, jobs: int, executor: Executor | None
) -> tuple[Finding, ...]:
    """Print all pages, and inspect the site."""
    said: list[tuple[int, str]] = []
    try:
        with overheard(said):
            found = tuple(works.print_site(job, config, jobs=jobs, executor=executor))
            complete(staged, job.site)
            return (*found, *gate.inspect(job.site, reference.allowed(config)))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - templates may raise anything
        return (_broken(error, said),)


def _rendered(job: Job, staged: Staged) -> tuple[Finding, ...]:
    """Let MkDocs build the whole site, and inspect it."""
    said: list[tuple[int, str]] = []
    try:
        with overheard(said):
            config = printing.read(job)  # plugins expect that a build begins once
            mkdocs_build.build(config)
            site = Path(config.site_dir)
            complete(staged, site)
            unsafe = gate.inspect(site, reference.allowed(config))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - templates may raise anything
        return (_broken(error, said),)
    warned = (finding("site-warning", file=CONFIG, reason=message) for _, message in said)
    return (*warned, *unsafe)


def _broken(error: BaseException, said: list[tuple[int, str]]) -> Finding:
    reasons = [f"{type(error).__name__}: {error}", *(message for _, message in said)]
    return finding("site-broken", file=CONFIG, reason="; ".join(reasons))


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

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

from generator import content
from generator.errors import finding
from generator.model import Finding
from generator.press import environment, gate, jobs, lock, manifest, reference, run, swap, works
from generator.press.epoch import clock
from generator.press.hands import Crew
from generator.press.jobs import CONFIG, Job
from generator.press.outcome import broken, broken_promises, failed, published
from generator.press.prepare import Staged, complete, forget, prepare
from generator.press.printing import overheard
from generator.settings import Settings

log = logging.getLogger("generator.press")


def build(
    settings: Settings, *, clean: bool = False, jobs: int = 1, executor: Executor | None = None
) -> tuple[Finding, ...]:
    """Build the whole site into `settings.site`.

    Args:
        settings: Of the archive.
        clean: Forget what was staged before.
        jobs: How many processes to draw and print in.
        executor: Whose workers do; processes of this machine if None. They must see the same
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
        told = run.nothing_to_do(site, settings)
        if told is not None:
            return told
        try:
            return _built(site, settings, Crew(jobs, executor))
        finally:  # whatever is left was not published
            shutil.rmtree(swap.new_folder(site), ignore_errors=True)


def _built(site: Path, settings: Settings, crew: Crew) -> tuple[Finding, ...]:
    job = jobs.job(settings, site=swap.new_folder(site))
    before = environment.signature([str(settings.root / CONFIG)])
    said: list[tuple[int, str]] = []
    try:
        with overheard(said):
            config = jobs.load(job)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - plugins may raise anything
        return (broken(error, said),)
    reason = works.why_not(config)
    if not reason:
        return run.run(job, config, settings, crew, before=before)
    log.info("MkDocs prints all pages itself, which takes longer: %s", reason)
    return _by_mkdocs(job, site, settings)


def _by_mkdocs(job: Job, site: Path, settings: Settings) -> tuple[Finding, ...]:
    """The whole site, all pages of which MkDocs prints."""
    manifest.forget(settings.work)
    staged = prepare(settings)
    problems = broken_promises(staged)
    if not problems:
        with clock(staged.archive):
            problems = _rendered(job, staged)
    problems = (
        problems if failed(problems) else (*problems, *published(swap.publish, site, settings))
    )
    if not failed(problems):
        content.register(settings.content, staged.archive.permalinks)
    return (*staged.findings, *problems)


def _rendered(job: Job, staged: Staged) -> tuple[Finding, ...]:
    """Let MkDocs build the whole site, and inspect it."""
    said: list[tuple[int, str]] = []
    try:
        with overheard(said):
            config = jobs.read(job)  # plugins expect that a build begins once
            mkdocs_build.build(config)
            site = Path(config.site_dir)
            complete(staged, site)
            unsafe = gate.inspect(site, reference.allowed(config))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - templates may raise anything
        return (broken(error, said),)
    warned = (finding("site-warning", file=CONFIG, reason=message) for _, message in said)
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

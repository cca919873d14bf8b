"""A site made anew, as far as what it is made of changed: by the press, or if need be by MkDocs.

MkDocs itself prints all pages where its settings name what the press does not know.
"""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands import build as mkdocs_build

from generator import content
from generator.errors import finding
from generator.model import Finding
from generator.press import environment, gate, jobs, manifest, reference, run, swap, works
from generator.press.epoch import clock
from generator.press.hands import Crew
from generator.press.jobs import CONFIG, Job
from generator.press.outcome import broken, broken_promises, published
from generator.press.prepare import Staged, complete, forget, prepare
from generator.press.printing import overheard
from generator.press.standing import failed
from generator.settings import Settings

log = logging.getLogger("generator.press")


def make(site: Path, settings: Settings, crew: Crew, *, clean: bool) -> tuple[Finding, ...]:
    """Make the site anew where it changed, or all of it.

    Args:
        site: Its folder; `swap.new_folder` of it is left behind if something stops it.
        settings: Of the archive.
        crew: Who draws and prints.
        clean: Forget what was staged before.

    Returns:
        What a person should know of.
    """
    if clean:
        forget(settings)
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

"""The engine of a preview: what is the same as long as settings, theme and templates are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.errors import SettingsError
from generator.press import environment, jobs, reference, swap, works
from generator.press.jobs import Job
from generator.press.markup import Allowed
from generator.settings import Settings, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What a site is made with.

    Attributes:
        signature: By which it is told whether any of it is another now.
        settings: Of the archive, with the folders of the preview.
        job: What printers have to know.
        config: MkDocs's settings.
        allowed: What pages may hold.
        watched: What it was made of.
        environment: A hash of it.
    """

    signature: bytes
    settings: Settings
    job: Job
    config: MkDocsConfig
    allowed: Allowed
    watched: list[str]
    environment: bytes

    def is_other(self) -> bool:
        """Whether settings, theme or templates are other ones now."""
        return self.signature != environment.signature(self.watched)


def current(engine: Engine | None, root: Path, *, work: Path, site: Path, shared: Path) -> Engine:
    """The engine; a new one if settings, theme or templates changed.

    Args:
        engine: The last one.
        root: Folder of the archive.
        work: The preview's work folder.
        site: Where the preview is shown from.
        shared: Work folder of the archive.

    Raises:
        SettingsError: The settings make no sense, or ask for what the press does not print.
    """
    if engine and not engine.is_other():
        return engine
    signature = environment.signature(engine.watched) if engine else b""
    before = environment.signature([str(root / jobs.CONFIG)])
    settings = replace(load(root), work=work, site=site)
    job = replace(
        jobs.job(settings, site=swap.new_folder(site)),
        docs=shared / "docs",  # where our hook leaves MkDocs alone; nothing is put there
        templates=shared / "templates",
    )
    job.docs.mkdir(parents=True, exist_ok=True)
    config = jobs.load(job)
    reason = works.why_not(config)
    if reason:
        raise SettingsError(f"archive serve cannot show this site; use mkdocs serve: {reason}")
    allowed = reference.allowed(config)
    watched = environment.watched(config)
    if not engine or engine.watched != watched:
        signature = environment.signature(watched)
    around = environment.environment(watched, settings.root)
    return Engine(
        signature=signature,
        settings=settings,
        job=replace(job, allowed=allowed),
        config=config,
        allowed=allowed,
        watched=watched,
        environment=environment.unless_changed(around, root / jobs.CONFIG, before),
    )

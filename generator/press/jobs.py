"""Jobs: what a printer has to know before it prints, and what it tells when it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.press import blame, sealed
from generator.press.manifest import Output
from generator.press.markup import Allowed
from generator.press.prepare import docs_folder, spool_folder
from generator.press.prose_markdown import Anchors
from generator.settings import Settings

CONFIG = blame.CONFIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a printer has to know; small, and the same for all pages of a build.

    Attributes:
        root: Folder of `mkdocs.yml`.
        site: Folder to print into.
        docs: Folder in which MkDocs would have found the pages; it need not hold them.
        spool: Folder of the spool.
        templates: Folder for compiled templates.
        epoch: The time of building, in seconds since 1970.
        common: Hash of what all pages depend on besides their own words.
        allowed: What pages may hold; they are inspected as they are printed.
        run: Tells one run of the press from all others: workers may outlive it.
    """

    root: Path
    site: Path
    docs: Path
    spool: Path
    templates: Path
    epoch: str
    common: bytes = b""
    allowed: Allowed | None = None
    run: str = ""


class Failure(NamedTuple):
    """Why a page could not be printed.

    Attributes:
        template: The template of its kind.
        reason: What was raised.
        file: The template that was at fault, as a person would open it; empty if none was.
        line: 1-based line in it; 0 if unknown.
    """

    template: str
    reason: str
    file: str = ""
    line: int = 0


@dataclass(slots=True, kw_only=True)
class Printed:
    """What came of printing some pages.

    Attributes:
        said: What MkDocs would have logged: level and message.
        failed: Path of a page that could not be printed → why.
        anchors: Path of a page → what is checked when all are there, for those that have some.
        made: What stands in the folder now.
        unsafe: Path in the site → what must not be on the page.
    """

    said: list[tuple[int, str]] = field(default_factory=list)
    failed: dict[str, Failure] = field(default_factory=dict)
    anchors: dict[str, Anchors] = field(default_factory=dict)
    made: list[Output] = field(default_factory=list)
    unsafe: dict[str, list[str]] = field(default_factory=dict)


def inputs_of(page: bytes, common: bytes) -> bytes:
    """Hash of all that a page is made of.

    Args:
        page: Hash of its words.
        common: As `Job` has it.
    """
    return sealed.digest(page + common)


def job(settings: Settings, *, site: Path) -> Job:
    """What printers have to know of an archive.

    Args:
        settings: Of the archive.
        site: Folder to print into.
    """
    docs = docs_folder(settings)
    docs.mkdir(parents=True, exist_ok=True)
    return Job(
        root=settings.root,
        site=site,
        docs=docs,
        spool=spool_folder(settings),
        templates=settings.work / "templates",
        epoch="",
    )


def read(job: Job) -> MkDocsConfig:
    """MkDocs's settings for a job, before its plugins have seen them."""
    return load_config(str(job.root / CONFIG), site_dir=str(job.site), docs_dir=str(job.docs))


def load(job: Job) -> MkDocsConfig:
    """The same, as its plugins have them when a build begins."""
    config = read(job)
    ready: MkDocsConfig = config.plugins.on_config(config)
    return ready

"""Printing: pages of the spool, any of them in any process, each exactly as MkDocs prints it.

A `Printer` has what MkDocs has while it builds: settings, theme, navigation, all files. It prints a
page into its shell (`shells`), or as a whole where there is none.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from generator.press import listed, quick
from generator.press.listed import ListedFiles
from generator.press.prose_markdown import Anchors, Renderer
from generator.press.shells import Shells
from generator.press.spool import Spool, Spooled
from generator.press.tracing import TracingEnvironment

CONFIG = "mkdocs.yml"

EPOCH = "SOURCE_DATE_EPOCH"


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
    """

    root: Path
    site: Path
    docs: Path
    spool: Path
    templates: Path
    epoch: str


@dataclass(slots=True, kw_only=True)
class Printed:
    """What came of printing some pages.

    Attributes:
        said: What MkDocs would have logged: level and message.
        failed: Path of a page that could not be printed → template and reason.
        anchors: Path of a page → what is checked when all are there, for those that have some.
    """

    said: list[tuple[int, str]] = field(default_factory=list)
    failed: dict[str, tuple[str, str]] = field(default_factory=dict)
    anchors: dict[str, Anchors] = field(default_factory=dict)


_kept: dict[Job, Printer] = {}


def print_pages(job: Job, numbers: Iterable[int]) -> Printed:
    """Print some pages of the spool; run in any process, which keeps its printer for the next.

    Args:
        job: What to know.
        numbers: Of the pages.
    """
    printer = _kept.get(job)
    if printer is None:
        os.environ[EPOCH] = job.epoch
        printer = keep(job, Printer(job))
    return printer.print(numbers)


def keep(job: Job, printer: Printer) -> Printer:
    """Let this process, and those forked from it, print with this printer."""
    _kept.clear()
    _kept[job] = printer
    return printer


def read(job: Job) -> MkDocsConfig:
    """MkDocs's settings for a job, before its plugins have seen them."""
    return load_config(str(job.root / CONFIG), site_dir=str(job.site), docs_dir=str(job.docs))


def load(job: Job) -> MkDocsConfig:
    """The same, as its plugins have them when a build begins."""
    config = read(job)
    ready: MkDocsConfig = config.plugins.on_config(config)
    return ready


class Printer:
    """Prints pages.

    Args:
        job: What to know.
        config: MkDocs's settings; read if not given.
    """

    def __init__(self, job: Job, config: MkDocsConfig | None = None) -> None:
        self.config = config or load(job)
        self.env = self.config.theme.get_env()
        self.spool = Spool(job.spool)
        self.files = ListedFiles(self.spool, self.config, self.env)
        self._renderer = Renderer(self.config, self.files)
        self.files.load = self._loaded
        self.nav = get_navigation(self.files, self.config)
        self._listed = self.files.documentation_pages()
        self._in_nav = {page.file.src_uri: page for page in self.nav.pages}
        for path, page in self._in_nav.items():
            self._fill(page, self.spool[self.spool.numbers[path]])
        self._shells = Shells(
            quick.environment(self.env, job.templates, quick.QuickEnvironment),
            quick.environment(self.env, job.templates, TracingEnvironment),
            self._whole,
        )
        self._folders: set[str] = set()

    def print(self, numbers: Iterable[int]) -> Printed:
        """Print these pages; those that cannot be are left out."""
        printed = Printed()
        with overheard(printed.said):
            for number in numbers:
                spooled = self.spool[number]
                try:
                    self._print(spooled, printed)
                except Exception as error:  # noqa: BLE001 - templates may raise anything
                    template = str(spooled.meta.get("template", ""))
                    reason = f"{type(error).__name__}: {error}"
                    printed.failed[spooled.path] = template, reason
        return printed

    def _print(self, spooled: Spooled, printed: Printed) -> None:
        if not listed.is_included(self.files.inclusion(spooled.path)):
            return
        page = self._in_nav.get(spooled.path)
        if page is None:
            page = Page(None, self.files.file(spooled.path), self.config)
        anchors = self._fill(page, spooled)
        if anchors.present or anchors.links:
            printed.anchors[spooled.path] = anchors
        page.active = True
        try:
            facts = get_context(self.nav, self._listed, self.config, page)
            name = page.meta.get("template", "main.html")
            # In the navigation a page may look otherwise than all others.
            alone = spooled.path in self._in_nav
            text = self._whole(name, facts) if alone else self._shells.print(name, facts)
        finally:
            page.active = False
        if text.strip():
            self._write(page.file.abs_dest_path, text)

    def _write(self, path: str, text: str) -> None:
        folder = os.path.dirname(path)  # noqa: PTH120 - MkDocs gives texts
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
            self._folders.add(folder)
        with open(path, "wb") as file:  # noqa: PTH123 - as above
            file.write(text.encode("utf-8", errors="xmlcharrefreplace"))

    def _fill(self, page: Page, spooled: Spooled) -> Anchors:
        """Give a page what MkDocs reads and renders."""
        page.meta = spooled.meta
        page.markdown = spooled.body
        return self._renderer.render(page)

    def _loaded(self, number: int) -> Page:
        spooled = self.spool[number]
        page = Page(None, self.files.file(spooled.path), self.config)
        self._fill(page, spooled)
        return page

    def _whole(self, name: str, facts: Mapping[str, Any]) -> str:
        """A page as MkDocs prints it."""
        return self.env.get_template(name).render(facts)


class _Listener(logging.Handler):
    """Keeps what is said, from warnings on."""

    def __init__(self, said: list[tuple[int, str]]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append((record.levelno, record.getMessage()))


@contextmanager
def overheard(said: list[tuple[int, str]]) -> Iterator[None]:
    """Collect MkDocs's warnings and errors, and keep them from being printed."""
    listener = _Listener(said)
    logger = logging.getLogger("mkdocs")
    spoke = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield
    finally:
        logger.propagate = spoke
        logger.removeHandler(listener)

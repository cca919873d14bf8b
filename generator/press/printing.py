"""Printing: pages of the spool, any of them in any process, each exactly as MkDocs prints it.

A `Printer` has what MkDocs has while it builds: settings, theme, navigation, all files. It prints a
page into its shell (`shells`), or as a whole where there is none.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from generator.press import blame, listed, quick, sealed
from generator.press.epoch import EPOCH
from generator.press.glance import Glance
from generator.press.jobs import Failure, Job, Printed, inputs_of, load
from generator.press.listed import ListedFiles
from generator.press.manifest import Output
from generator.press.prose_markdown import Anchors, Renderer
from generator.press.shells import Shells
from generator.press.spool import Spool, Spooled
from generator.press.tracing import TracingEnvironment

_kept: dict[Job, Printer] = {}
_printing = threading.Lock()
"""A printer does one thing at a time, and some executors have threads."""


def print_pages(job: Job, numbers: Iterable[int]) -> Printed:
    """Print some pages of the spool; run in any process, which keeps its printer for the next.

    Args:
        job: What to know.
        numbers: Of the pages.
    """
    with _printing:
        printer = _kept.get(job)
        if printer is None:
            os.environ[EPOCH] = job.epoch
            with hushed():
                printer = keep(job, Printer(job))
        return printer.print(numbers)


def keep(job: Job, printer: Printer) -> Printer:
    """Let this process, and those forked from it, print with this printer."""
    _kept.clear()
    _kept[job] = printer
    return printer


def kept(site: Path) -> Printer | None:
    """The printer with which this process printed last, if it prints into this folder."""
    return next((printer for job, printer in _kept.items() if job.site == site), None)


class Printer:
    """Prints pages.

    Args:
        job: What to know.
        config: MkDocs's settings; read if not given.
    """

    def __init__(self, job: Job, config: MkDocsConfig | None = None) -> None:
        self.config = config or load(job)
        self.env = self.config.theme.get_env()
        self.env.bytecode_cache = quick.compiled(job.templates, "MkDocs")
        self.spool = Spool(job.spool)
        self.files = ListedFiles(self.spool, self.config, self.env, load=self._loaded)
        self._renderer = Renderer(self.config, self.files)
        self.nav = get_navigation(self.files, self.config)
        self._listed = self.files.documentation_pages()
        self._in_nav = {page.file.src_uri: page for page in self.nav.pages}
        for path, page in self._in_nav.items():
            with hushed():
                self._fill(page, self.spool[self.spool.numbers[path]])
        self._shells = Shells(
            quick.environment(self.env, job.templates, quick.QuickEnvironment),
            quick.environment(self.env, job.templates, TracingEnvironment),
            self._whole,
        )
        self._folders: set[str] = set()
        self._job = job
        self._glance = Glance(job.allowed) if job.allowed else None
        self._listing: set[str] = set()  # templates that ask for all pages

    def print(self, numbers: Iterable[int]) -> Printed:
        """Print these pages; those that cannot be are left out."""
        return self._all((self.spool[number], self.spool.digest(number)) for number in numbers)

    def print_again(self, pages: Iterable[tuple[Spooled, bytes]]) -> Printed:
        """Print pages of the spool as they are now, before there is another spool.

        Args:
            pages: Each with the hash that it will have there.
        """
        self._folders.clear()  # the folder to print into was moved meanwhile
        return self._all(pages)

    def _all(self, pages: Iterable[tuple[Spooled, bytes]]) -> Printed:
        printed = Printed()
        with overheard(printed.said):
            for spooled, digest in pages:
                try:
                    self._print(spooled, digest, printed)
                except Exception as error:  # noqa: BLE001 - templates may raise anything
                    template = str(spooled.meta.get("template", ""))
                    reason = f"{type(error).__name__}: {error}"
                    place = blame.place(error, self._job.root)
                    printed.failed[spooled.path] = Failure(template, reason, *(place or ()))
        return printed

    def _print(self, spooled: Spooled, inputs: bytes, printed: Printed) -> None:
        said = len(printed.said)
        self.files.asked.clear()
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
        if not text or text.isspace():
            return
        data = text.encode("utf-8", errors="xmlcharrefreplace")
        self._write(page.file.abs_dest_path, data)
        # What MkDocs has something to say about is printed each time, so that it says it again.
        if self._asks_for_all(name) or anchors.links or len(printed.said) > said:
            inputs = b""
        else:
            inputs = inputs_of(inputs, self._job.common)
        self._note(page.file, data, inputs, anchors, printed)

    def _note(
        self, file: File, data: bytes, inputs: bytes, anchors: Anchors, printed: Printed
    ) -> None:
        """Note a page that was written, and what must not be on it."""
        path = file.dest_uri
        printed.made.append(
            Output(
                path=path,
                inputs=inputs,
                digest=sealed.digest(data),
                size=len(data),
                modified=os.stat(file.abs_dest_path).st_mtime_ns,  # noqa: PTH116 - as below
                source=file.src_uri,
                asked=tuple(sorted(self.files.asked)),
                anchors=tuple(sorted(anchors.present)),
            )
        )
        if self._glance and (wrong := list(self._glance.inspect(data, path))):
            printed.unsafe[path] = wrong

    def _asks_for_all(self, template: str) -> bool:
        """Whether pages of a template depend on all others; its first page tells."""
        if listed.ALL in self.files.asked:
            self._listing.add(template)
        return template in self._listing

    def _write(self, path: str, data: bytes) -> None:
        folder = os.path.dirname(path)  # noqa: PTH120 - MkDocs gives texts
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
            self._folders.add(folder)
        with open(path, "wb") as file:  # noqa: PTH123 - as above
            file.write(data)

    def _fill(self, page: Page, spooled: Spooled) -> Anchors:
        """Give a page what MkDocs reads and renders."""
        page.meta = spooled.meta
        page.markdown = spooled.body
        return self._renderer.render(page)

    def _loaded(self, number: int) -> Page:
        spooled = self.spool[number]
        page = Page(None, self.files.file(spooled.path), self.config)
        with hushed():
            self._fill(page, spooled)
        return page

    def _whole(self, name: str, facts: Mapping[str, Any]) -> str:
        """A page as MkDocs prints it."""
        return self.env.get_template(name).render(facts)


@contextmanager
def hushed() -> Iterator[None]:
    """Let nothing be said that is said when the page itself is printed."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


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

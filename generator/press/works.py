"""The printing works: a whole site, every file of it byte for byte as `mkdocs build` makes it.

Files that are copied are copied by MkDocs, and the theme's own pages (404, sitemap) are printed by
MkDocs; only articles, lists and all other pages are printed by us. A site for which that cannot be
promised is built by MkDocs alone.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, set_exclusions
from mkdocs.structure.pages import Page

from generator.errors import finding
from generator.model import Finding
from generator.press import crew, listed, printing, private
from generator.press.printing import EPOCH, Job, Printed, Printer

_HARMLESS = frozenset({"startup", "shutdown", "serve", "config", "build_error", "post_build"})
"""Events of MkDocs that touch no page; at the last one our own hook has nothing to do here."""


def why_not(config: MkDocsConfig) -> str:
    """Why MkDocs has to build this site itself; empty if it has not.

    Args:
        config: As it is when a build begins.
    """
    busy = [
        name
        for name, methods in config.plugins.events.items()
        if methods and (name not in _HARMLESS or not all(map(_is_ours, methods)))
    ]
    if busy:
        return f"plugins or hooks change pages ({', '.join(sorted(busy))})"
    if config.nav is None:
        return "without `nav` every page has a menu of all pages"
    if config.strict:
        return "`strict` is set"
    if config.validation.nav.omitted_files >= logging.WARNING:
        return "pages that are not in `nav` are to be told"
    if config.extra_templates:
        return "there are `extra_templates`"
    return private.unknown()


def _is_ours(method: object) -> bool:
    code = getattr(method, "__code__", None)
    path = Path(getattr(code, "co_filename", ""))
    return path.parts[-3:] == ("generator", "press", "hook.py")


class Copier:
    """Puts into the site what is copied, as MkDocs does."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config

    def put(self, path: str, thing: bytes | Path) -> None:
        """Copy one file.

        Args:
            path: Below the docs folder.
            thing: Its bytes, or the file.
        """
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        if isinstance(thing, bytes):
            file.content_bytes = thing
        else:
            file.abs_src_path = str(thing)
        set_exclusions([file], config)
        if listed.is_included(file.inclusion):
            file.copy_file()


def print_site(
    job: Job, config: MkDocsConfig, *, jobs: int, executor: Executor | None = None
) -> Iterator[Finding]:
    """Print what is in the spool, and all that the theme adds; other files stand already.

    Args:
        job: What printers have to know.
        config: MkDocs's settings.
        jobs: How many processes to print in.
        executor: Whose workers print; processes of this machine if None.

    Yields:
        What a person should know of: pages that are left out, and what MkDocs warns of. With
        `site-broken` among them the site is not whole.
    """
    job = replace(job, epoch=os.environ[EPOCH])
    said: list[tuple[int, str]] = []
    with printing.overheard(said):
        printer = printing.keep(job, Printer(job, config))
        files, env = printer.files, printer.env
        files.copy_from_theme()
        for template in config.theme.static_templates:
            private.print_theme_page(template, env, files, config, printer.nav)
    total = Printed()
    for printed in crew.print_all(job, len(printer.spool), jobs=jobs, executor=executor):
        said += printed.said
        total.failed |= printed.failed
        total.anchors |= printed.anchors
    with printing.overheard(said):
        _check_anchors(printer, total)
    yield from _failures(printer, total)
    for _, message in said:
        yield finding("site-warning", file=printing.CONFIG, reason=message)


def _failures(printer: Printer, printed: Printed) -> Iterator[Finding]:
    """Pages that are left out; templates that print nothing at all break the site."""
    if not printed.failed:
        return
    used = Counter(str(page.meta.get("template", "")) for page in printer.spool)
    lost = Counter(template for template, _ in printed.failed.values())
    told: set[str] = set()
    for path, (template, reason) in printed.failed.items():
        if lost[template] < used[template]:
            yield finding("page-failed", file=path, reason=reason)
        elif template not in told:
            told.add(template)
            file = f"overrides/{template}"
            yield finding("site-broken", file=file, reason=f"{template}: {reason}")


def _check_anchors(printer: Printer, printed: Printed) -> None:
    """Let MkDocs say which links lead to headings that are not there."""
    files, config = printer.files, printer.config
    for path, anchors in printed.anchors.items():
        if not anchors.links:
            continue
        page = Page(None, files.file(path), config)
        links = {}
        for target, found in anchors.links.items():
            if target not in printer.spool.numbers:
                continue  # a picture's anchor is its size
            there = Page(None, files.file(target), config)
            known = printed.anchors.get(target)
            there.present_anchor_ids = set(known.present) if known else set()
            links[there.file] = dict(found)
        page.links_to_anchors = links
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)

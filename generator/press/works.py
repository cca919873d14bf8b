"""The printing works: a whole site, every file of it byte for byte as `mkdocs build` makes it.

Files that are copied are copied by MkDocs, and the theme's own pages (404, sitemap) are printed by
MkDocs; only articles, lists and all other pages are printed by us. A site for which that cannot be
promised is built by MkDocs alone.
"""

from __future__ import annotations

import logging
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, set_exclusions
from mkdocs.structure.pages import Page

from generator.errors import finding
from generator.model import Finding
from generator.press import gate, listed, prepare, printing, private, sealed
from generator.press.crew import print_all
from generator.press.delivery import Delivery
from generator.press.epoch import EPOCH
from generator.press.hands import Crew
from generator.press.jobs import CONFIG, Job, Printed, inputs_of
from generator.press.printing import Printer
from generator.press.spool import Spool

_TIMES = re.compile(rb"build_date_utc|update_date")
"""How a template asks for the time of building."""

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

    def __init__(self, config: MkDocsConfig, delivery: Delivery) -> None:
        self._config = config
        self._delivery = delivery

    def put(self, path: str, thing: bytes | Path) -> None:
        """Copy one file.

        Args:
            path: Below the docs folder.
            thing: Its bytes, or the file.
        """
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        set_exclusions([file], config)
        self._delivery.others.add(path)
        if not listed.is_included(file.inclusion):
            return
        if isinstance(thing, bytes):
            self._delivery.put(file.dest_uri, thing, source=path)
            return
        inputs = sealed.stamp(thing)
        if not self._delivery.keeps(file.dest_uri, inputs):
            file.abs_src_path = str(thing)
            file.copy_file()
            self._delivery.copied(file.dest_uri, inputs, path)


def print_site(
    job: Job,
    config: MkDocsConfig,
    delivery: Delivery,
    *,
    crew: Crew,
) -> Iterator[Finding]:
    """Print what is in the spool, and all that the theme adds; other files stand already.

    Args:
        job: What printers have to know.
        config: MkDocs's settings.
        delivery: Knows which pages stand as they would be printed.
        crew: Who prints.

    Yields:
        What a person should know of: pages that are left out, and what MkDocs warns of. With
        `site-broken` or `site-unsafe` among them the site is not to be published.
    """
    spool = Spool(job.spool)
    job = replace(job, epoch=os.environ[EPOCH], common=_common(spool, config), run=uuid4().hex)
    said: list[tuple[int, str]] = []
    with printing.overheard(said):
        printer = printing.keep(job, Printer(job, config))
        _theme(printer, delivery)
    delivery.paths(spool.paths())
    wanted = [
        number
        for number in range(len(spool))
        if not delivery.keeps_page(spool.path(number), inputs_of(spool.digest(number), job.common))
    ]
    total = Printed()
    for printed in crew.heeding(print_all(job, wanted, jobs=crew.jobs, executor=crew.executor)):
        said += printed.said
        total.failed |= printed.failed
        total.anchors |= printed.anchors
        total.unsafe |= printed.unsafe
        for one in printed.made:
            delivery.printed(one)
    with printing.overheard(said):
        _check_anchors(printer, total, delivery)
    yield from _failures(printer, total)
    yield from gate.told(sorted(total.unsafe.items()))
    for _, message in said:
        yield finding("site-warning", file=CONFIG, reason=message)


def _common(spool: Spool, config: MkDocsConfig) -> bytes:
    """Hash of what shows on all pages besides their own words.

    That is what is in the navigation, and the time of building where a template asks for it. All
    else is part of the environment.
    """
    made = sealed.digest(b"")
    for path in _in_nav(config.nav or ()):
        number = spool.numbers.get(path)
        if number is not None:
            made = sealed.digest(made + spool.digest(number))
    if any(_asks_for_time(Path(folder)) for folder in config.theme.dirs):
        made = sealed.digest(made + os.environ[EPOCH].encode())
    return made


def _in_nav(things: Iterable[object]) -> Iterator[str]:
    for thing in things:
        if isinstance(thing, Mapping):
            yield from _in_nav(thing.values())
        elif isinstance(thing, str):
            yield thing
        elif isinstance(thing, Iterable):
            yield from _in_nav(thing)


def _asks_for_time(folder: Path) -> bool:
    found: list[Path] = []
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (Path(path, name) for name in names if name.endswith(".html"))
    return any(path.is_file() and _TIMES.search(path.read_bytes()) for path in found)


def _theme(printer: Printer, delivery: Delivery) -> None:
    """Put in what the theme brings, and the pages of its own."""
    files, config = printer.files, printer.config
    if delivery.is_whole or not delivery.shadowed <= delivery.others:
        delivery.shadowed = frozenset(files.copy_from_theme())
        prepare.trim(delivery.new)
        delivery.collect()
    else:
        delivery.keep_theme()
    for template in config.theme.static_templates:
        private.print_theme_page(template, printer.env, files, config, printer.nav)
        delivery.settle(template)
        delivery.settle(f"{template}.gz")


def _failures(printer: Printer, printed: Printed) -> Iterator[Finding]:
    """Pages that are left out; templates that print nothing at all break the site."""
    if not printed.failed:
        return
    used = Counter(str(page.meta.get("template", "")) for page in printer.spool)
    lost = Counter(failure.template for failure in printed.failed.values())
    told: set[str] = set()
    for path, (template, reason, file, line) in printed.failed.items():
        if lost[template] < used[template]:
            where = f"{file}:{line}: " if file else ""
            yield finding("page-failed", file=path, reason=f"{where}{reason}")
        elif template not in told:
            told.add(template)
            at = file or f"overrides/{template}"
            yield finding("site-broken", file=at, line=line, reason=f"{template}: {reason}")


def _check_anchors(printer: Printer, printed: Printed, delivery: Delivery) -> None:
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
            there.present_anchor_ids = set(known.present if known else delivery.anchors(target))
            links[there.file] = dict(found)
        page.links_to_anchors = links
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)

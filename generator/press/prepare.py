"""From settings to pages that are ready for the press: the one way that every build goes.

`archive build`, `archive serve`, `archive stage` and the MkDocs hook all start here, which is why
they give the same site.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import assemble, content, pages
from generator.content import Memory
from generator.model import LANGS, Archive, Contents, Finding, Page
from generator.pages import cards
from generator.pages.later import Later, made
from generator.pages.site import Site
from generator.pages.view import View
from generator.press import drawing, fonts, manifest, programs, recall, search, spool
from generator.press.beside import Reader
from generator.press.cards import Kept
from generator.press.delivery import Delivery
from generator.press.hands import Crew
from generator.press.places import Places, placed
from generator.press.recall import NOTHING, Recalled
from generator.press.reuse import Reuse
from generator.press.stage import put_beside, stage
from generator.settings import Settings

_ALONE = Crew()


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """What was staged.

    Attributes:
        docs: Folder that holds it.
        contents: What was read.
        archive: The same, joined.
        views: Language → the archive as its readers see it.
        findings: What a person should know of; what they name is left out or mended.
    """

    docs: Path
    contents: Contents
    archive: Archive
    views: Mapping[str, View]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What was read, joined.

    Attributes:
        contents: What was read.
        archive: The same, joined.
        findings: What a person should know of.
    """

    contents: Contents
    archive: Archive
    findings: tuple[Finding, ...]


def docs_folder(settings: Settings) -> Path:
    """Where pages are staged."""
    return settings.work / "docs"


def forget(settings: Settings) -> None:
    """Remove what was staged before, and all that is known of articles and of the site."""
    manifest.forget(settings.work)
    recall.forget(settings.work)
    for folder in (docs_folder(settings), spool_folder(settings)):
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)


def prepare(settings: Settings) -> Staged:
    """Read the content, join it, make all pages and stage them.

    Raises:
        SettingsError: The settings lack something that the pages need.
        BrokenArchiveError: Something that must never be lost is broken.
    """

    def keep(
        plan: Iterable[Page | Later], _told: Sequence[Finding], **facts: Any
    ) -> tuple[Finding, ...]:
        return stage(map(made, plan), docs=docs_folder(settings), **facts)

    return _prepared(settings, keep, join(settings))


def spool_folder(settings: Settings) -> Path:
    """Where pages wait to be printed."""
    return settings.work / "spool"


def prepare_to_print(
    settings: Settings,
    put: Callable[[str, bytes | Path], None],
    *,
    made_by: bytes = b"",
    joined: Joined | None = None,
    memory: Memory | None = None,
    shared: Path | None = None,
    crew: Crew = _ALONE,
) -> Staged:
    """The same, with the pages in the spool in place of the docs folder.

    Args:
        settings: Of the archive.
        put: Gets what is no page: its path below the docs folder, and bytes or a file.
        made_by: Hash of the programs and settings; pages that these made before are taken from the
            spool as it is, if they show what they showed. None is if it is empty.
        joined: What was read and joined already; None if nothing was.
        memory: What is remembered of files that were read before; nothing if None.
        shared: The work folder of another build, whose cards and typeface serve this one too.
        crew: Who draws cards.

    Raises:
        SettingsError: As above.
        BrokenArchiveError: As above.
    """

    def keep(
        plan: Iterable[Page | Later], told: Sequence[Finding], **facts: Any
    ) -> tuple[Finding, ...]:
        problems: list[Finding] = []
        folder = spool_folder(settings)
        again = Reuse(folder, made_by, told)
        found = placed(again.pages(plan), take=Places(), problems=problems, **facts)
        spool.write(crew.heeding(found), folder, put)
        again.write()
        return tuple(problems)

    with drawing.others(crew) as drawers:
        if joined is None:
            with recall.kept(settings.work, made_by) as recalled:
                joined = join(settings, memory, recalled)
        return _prepared(settings, keep, joined, memory=memory, shared=shared, drawers=drawers)


def join(settings: Settings, memory: Memory | None = None, recalled: Recalled = NOTHING) -> Joined:
    """Read the content and join it.

    Args:
        settings: Of the archive.
        memory: What is remembered of files that were read before; nothing if None.
        recalled: What is known of articles already.
    """
    contents = content.read(settings.content, memory, recalled.articles)
    archive, found = assemble.archive(contents, mention=recalled.mention)
    return Joined(contents=contents, archive=archive, findings=(*contents.findings, *found))


def _views(settings: Settings, archive: Archive, reader: Reader) -> dict[str, View]:
    return pages.open_views(
        archive,
        words=settings.words,
        names=settings.site_name,
        site=site_of(settings),
        beside=reader.beside(),
    )


def _prepared(
    settings: Settings,
    keep: Callable[..., tuple[Finding, ...]],
    joined: Joined,
    *,
    memory: Memory | None = None,
    shared: Path | None = None,
    drawers: Executor | None = None,
) -> Staged:
    archive = joined.archive
    reader = Reader(settings.content, memory)
    views, site = _views(settings, archive, reader), site_of(settings)
    work = shared or settings.work
    kept = work / "cards"
    with drawing.ahead(cards.of_archive(views), kept, drawers):
        unshown = keep(
            pages.plan(views, site=site),
            reader.findings,
            content=settings.content,
            files=pages.files(views, site=site),
            assets=fonts.files(work),
            kept=Kept(kept).files(cards.of_archive(views), only=not shared),
        )
    return Staged(
        docs=docs_folder(settings),
        contents=joined.contents,
        archive=archive,
        views=views,
        findings=(*joined.findings, *unshown, *reader.findings),
    )


def complete(staged: Staged, site: Path) -> None:
    """Put into a built site what no engine makes of it, and take out what nobody asks for.

    Copies in Markdown, which an engine would have taken for pages, and the index of search.
    """
    put_beside(pages.copies(staged.views), site)
    search.write(staged.archive, site)
    trim(site)


def deliver(staged: Staged, delivery: Delivery, kept: Path) -> search.Made:
    """The same for a site of which only what changed is made anew.

    Args:
        staged: What was staged.
        delivery: Of the site.
        kept: Folder of what the index of search remembers.

    Returns:
        What it is to remember when the site stands.
    """
    deliver_copies(staged, delivery)
    folders = [f"{search.FOLDER}/{lang}/" for lang in LANGS]
    if all(map(delivery.is_intact, folders)):
        made = search.remake(staged.archive, delivery.site, kept)
    else:
        made = search.make(staged.archive)
    if not made.is_whole:
        for folder in folders:
            delivery.keep_all(folder)
    for path, data in made.files:
        if data is None:
            delivery.drop(path)
        else:
            delivery.put(path, data)
    return made


def deliver_copies(staged: Staged, delivery: Delivery) -> None:
    """Put in the copies in Markdown, beside the pages that there are."""
    for file in pages.copies(staged.views):
        if delivery.has(file.path.removesuffix(".md") + ".html"):
            delivery.put(file.path, file.data)


def trim(site: Path) -> None:
    """Let each program of search be one file, and take out those of Material's own search.

    These are a megabyte for which nobody asks.
    """
    programs.join(site / programs.FOLDER)
    scripts = site / "assets" / "javascripts"
    shutil.rmtree(scripts / "lunr", ignore_errors=True)
    for worker in sorted(scripts.glob("workers/search.*")):
        worker.unlink()
    if (scripts / "workers").is_dir() and not any((scripts / "workers").iterdir()):
        (scripts / "workers").rmdir()


def site_of(settings: Settings) -> Site:
    """What pages and files are told of the site as a whole."""
    return Site(
        address=settings.site_url,
        contact=settings.contact,
        index_machine=settings.index_machine_translations,
    )

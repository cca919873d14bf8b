"""From settings to the staged docs tree: the one way that every build goes.

`archive build`, `archive stage` and the MkDocs hook all start here, which is why they give the
same site.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator import assemble, content, pages
from generator.model import Archive, Contents, Date, Finding
from generator.pages import cards
from generator.pages.site import Site
from generator.pages.view import View
from generator.press import fonts, programs, search
from generator.press.beside import Reader
from generator.press.cards import Kept
from generator.press.stage import put_beside, stage
from generator.settings import Settings

EARLIEST = 315_532_800
"""1980-01-01T00:00:00Z in seconds: the first moment that archive formats can write down."""

LATEST = 2**32 - 1
"""2106-02-07T06:28:15Z: the last one, for sitemap.xml.gz has 32 bits for it."""

_VARIABLE = "SOURCE_DATE_EPOCH"


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


def docs_folder(settings: Settings) -> Path:
    """Where pages are staged."""
    return settings.work / "docs"


def forget(settings: Settings) -> None:
    """Remove what was staged before."""
    docs = docs_folder(settings)
    if docs.is_dir() and not docs.is_symlink():
        shutil.rmtree(docs)


def prepare(settings: Settings) -> Staged:
    """Read the content, join it, make all pages and stage them.

    Raises:
        SettingsError: The settings lack something that the pages need.
        BrokenArchiveError: Something that must never be lost is broken.
    """
    contents = content.read(settings.content)
    archive, assembled = assemble.archive(contents)
    words, names, site = settings.words, settings.site_name, site_of(settings)
    views = pages.open_views(archive, words=words, names=names, site=site)
    docs = docs_folder(settings)
    reader = Reader(settings.content)
    unshown = stage(
        pages.make(archive, words=words, names=names, site=site, beside=reader.beside()),
        content=settings.content,
        docs=docs,
        files=pages.files(views, site=site),
        assets=fonts.files(settings.work),
        kept=Kept(settings.work / "cards").files(cards.of_archive(views)),
    )
    return Staged(
        docs=docs,
        contents=contents,
        archive=archive,
        views=views,
        findings=(*contents.findings, *assembled, *unshown, *reader.findings),
    )


def complete(staged: Staged, site: Path) -> None:
    """Put into a built site what no engine makes of it, and take out what nobody asks for.

    Copies in Markdown, which an engine would have taken for pages, and the index of search come
    in; the programs of search become one file each; those of Material's own search, a megabyte,
    go.
    """
    put_beside(pages.copies(staged.views), site)
    search.write(staged.archive, site)
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


@contextmanager
def clock(archive: Archive) -> Iterator[None]:
    """Let MkDocs take the archive's newest date for the time of building.

    A build then gives the same bytes whenever and wherever it runs. A `SOURCE_DATE_EPOCH` that
    is set already is respected.

    Source:
        https://reproducible-builds.org/specs/source-date-epoch/
    """
    if _VARIABLE in os.environ:
        yield
        return
    os.environ[_VARIABLE] = str(newest(archive))
    try:
        yield
    finally:
        del os.environ[_VARIABLE]


def newest(archive: Archive) -> int:
    """Midnight UTC of the newest day that the archive names, in seconds since 1970."""
    dates = [date for date in _dates(archive) if date.year >= datetime.fromtimestamp(0, UTC).year]
    last = max((date.day_only() for date in dates), default=None)
    if last is None:
        return EARLIEST
    moment = datetime(last.year, last.month or 1, last.day or 1, tzinfo=UTC)
    return min(max(EARLIEST, int(moment.timestamp())), LATEST)


def _dates(archive: Archive) -> Iterator[Date]:
    for entry in archive.entries.values():
        for article in entry.texts.values():
            yield from (correction.date for correction in article.updated)
            if article.date:
                yield article.date
            if article.translation and article.translation.date:
                yield article.translation.date
    yield from (article.status_date for article in archive.removed.values() if article.status_date)

"""Ahead: the pages of articles that are being edited, before all that follows from the edit.

What an archive of ten thousand articles is, is known from the last update. Only the articles whose
files were touched are read and joined again, so that it takes as long in a large archive as in a
small one. Lists, feeds, related articles and all other pages follow with the next update.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import content, pages
from generator.assemble import links
from generator.assemble.edited import edited
from generator.assemble.mentions import Finder
from generator.model import Entry, Page
from generator.press import epoch
from generator.press.beside import Reader
from generator.press.prepare import Staged, site_of
from generator.settings import Settings

MOST = 8
"""Articles edited at once whose pages are shown before all else."""


class Ahead:
    """Makes pages of articles as they are now, in an archive as it was.

    Args:
        settings: Of the archive.
        staged: The archive as it was staged last.
        finder: What it was joined with.
        memory: What is remembered of files.
    """

    def __init__(
        self, settings: Settings, staged: Staged, finder: Finder, memory: content.Memory
    ) -> None:
        self._content = settings.content
        self._site = site_of(settings)
        self._archive = staged.archive
        self._views = staged.views
        self._finder = finder
        self._memory = memory
        originals = [entry.original for entry in staged.archive.entries.values()]
        self._folders = frozenset(original.folder for original in originals)
        self._held = links.held(originals)
        self.moment = epoch.moment_of(staged.archive)
        """The time of building."""

    def pages(self, touched: Iterable[Path]) -> tuple[Page, ...]:
        """The pages of articles that are other ones now.

        Args:
            touched: Files that may have been changed, of any kind. None of what is not an
                article's is looked at, and nothing at all if articles by the dozen were touched.
        """
        entries = {entry.id: entry for entry in self._edited(touched)}
        if not entries:
            return ()
        every = {**self._archive.entries, **entries}
        self._archive = dataclasses.replace(self._archive, entries=every)
        beside = Reader(self._content, self._memory).beside()
        views = {
            lang: dataclasses.replace(view, archive=self._archive, beside=beside)
            for lang, view in self._views.items()
        }
        return tuple(pages.of_articles(views, entries.keys(), site=self._site))

    def _edited(self, touched: Iterable[Path]) -> Iterator[Entry]:
        root = self._content
        folders = {
            path.parent.relative_to(root).as_posix()
            for path in touched
            if path.is_relative_to(root)
        }
        known = sorted(folders & self._folders)
        for folder in known if len(known) <= MOST else ():
            read = content.read_article(root, folder)
            entry = edited(self._archive, read.articles, finder=self._finder, pages=self._held)
            if entry:
                yield entry

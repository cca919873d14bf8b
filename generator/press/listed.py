"""The files of a site as MkDocs knows them, without one object for each of a hundred thousand.

MkDocs's own classes, filled when something is asked of them.
"""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from types import SimpleNamespace
from typing import Any, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from generator.press.spool import Spool

ALL = "*"
"""Among the paths that somebody asked for: all of them."""


def is_included(level: InclusionLevel) -> bool:
    """Whether what has this level is part of the site."""
    return bool(level.value > InclusionLevel.DRAFT.value)


class ListedFiles(Files):
    """All files of the site: pages from the spool, what is copied, and what the theme brings.

    Args:
        spool: All pages.
        config: MkDocs's.
        env: The theme's environment.
        load: From a page's number to the page, read and rendered.
    """

    def __init__(
        self,
        spool: Spool,
        config: MkDocsConfig,
        env: jinja2.Environment,
        *,
        load: Callable[[int], Page],
    ) -> None:
        self._spool = spool
        self._config = config
        self._env = env
        self._known: dict[str, File] = {}
        self.asked: set[str] = set()
        """Which paths somebody asked for; `ALL` if for all of them."""
        self.load = load

    def get_file_from_path(self, path: str) -> File | None:
        """The file with this path, below the docs folder or a theme's."""
        self.asked.add(path)
        if path in self._known:
            return self._known[path]
        path = PurePath(path).as_posix()
        self.asked.add(path)
        if path not in self._known:
            if path not in self._spool.numbers and path not in self._spool.others:
                return self._theme.get_file_from_path(path)
            self._known[path] = self.file(path)
        return self._known[path]

    def file(self, path: str) -> File:
        """A new file with this path below the docs folder."""
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        file.inclusion = self.inclusion(path)
        return file

    def inclusion(self, path: str) -> InclusionLevel:
        """Whether what is there is part of the site."""
        named = SimpleNamespace(src_uri=path, inclusion=InclusionLevel.UNDEFINED)
        set_exclusions([cast("File", named)], self._config)
        found: InclusionLevel = named.inclusion
        return found

    def copy_from_theme(self) -> list[str]:
        """Copy what the theme brings, but for what stands in the docs folder under its name.

        Returns:
            The paths of these.
        """
        shadowed: list[str] = []
        for file in self._theme:
            if file.src_uri in self._spool.numbers or file.src_uri in self._spool.others:
                shadowed.append(file.src_uri)
                continue
            set_exclusions([file], self._config)
            if is_included(file.inclusion):
                file.copy_file()
        return shadowed

    def documentation_pages(self, *, inclusion: Any = InclusionLevel.is_included) -> Sequence[File]:
        """All pages that are part of the site, in order, each made when it is looked at."""
        return _Pages(self._spool, self, inclusion)

    @functools.cached_property
    def _theme(self) -> Files:
        files = Files([])
        files.add_files_from_theme(self._env, self._config)
        return files

    @property
    def _src_uris(self) -> Mapping[str, File]:  # type: ignore[override]  # all of them, for who wants that
        self.asked.add(ALL)
        found = {path: self.get_file_from_path(path) for path in self._spool.paths()}
        files = {path: file for path, file in found.items() if file}
        return {**self._theme.src_uris, **files}


class _Pages(Sequence[File]):
    """Files of pages, in the order of MkDocs."""

    def __init__(self, spool: Spool, files: ListedFiles, inclusion: Any) -> None:
        self._spool = spool
        self._files = files
        self._inclusion = inclusion

    @property
    def _numbers(self) -> list[int]:
        self._files.asked.add(ALL)
        return self._included

    @functools.cached_property
    def _included(self) -> list[int]:
        return [
            number
            for number in range(len(self._spool))
            if self._inclusion(self._files.inclusion(self._spool.path(number)))
        ]

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, position: Any) -> Any:
        if isinstance(position, slice):
            return [self[one] for one in range(*position.indices(len(self)))]
        return _ListedFile(self._spool, self._files, self._numbers[position])

    def __iter__(self) -> Iterator[File]:
        for number in self._numbers:
            yield _ListedFile(self._spool, self._files, number)


class _Late(ABC):
    """Something that gets its attributes when the first of them is asked for."""

    @abstractmethod
    def _made(self) -> object:
        """What has them."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or self.__dict__.get("_is_made"):
            raise AttributeError(name)
        self.__dict__["_is_made"] = True
        self.__dict__.update(vars(self._made()))
        return getattr(self, name)


class _ListedFile(_Late, File):
    """The file of a page in a list of all."""

    def __init__(self, spool: Spool, files: ListedFiles, number: int) -> None:
        self._listed = spool, files, number

    def _made(self) -> object:
        spool, files, number = self._listed
        return files.file(spool.path(number))

    @functools.cached_property
    def inclusion(self) -> InclusionLevel:  # type: ignore[override]
        """Whether it is part of the site."""
        spool, files, number = self._listed
        return files.inclusion(spool.path(number))

    @functools.cached_property
    def page(self) -> Page:  # type: ignore[override]
        """Its page."""
        return _ListedPage(*self._listed)


class _ListedPage(_Late, Page):
    """A page in a list of all; its front matter is read without the rest, and not kept."""

    def __init__(self, spool: Spool, files: ListedFiles, number: int) -> None:
        self._listed = spool, files, number

    def _made(self) -> object:
        _, files, number = self._listed
        return files.load(number)

    @functools.cached_property
    def update_date(self) -> str:  # type: ignore[override]
        """The day of building, as MkDocs gives it to all pages."""
        return get_build_date()

    @property
    def meta(self) -> Mapping[str, Any]:  # type: ignore[override]
        """Its front matter."""
        spool, _, number = self._listed
        found: Mapping[str, Any] = spool[number].meta
        return found

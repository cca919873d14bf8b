"""Places: which page, asset or file has which path below the docs folder.

Paths are claimed in turn; who comes second gets a finding. So every way to make a site leaves out
the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.errors import FindingError, finding
from generator.model import File, Finding, Page

ASSET_SUFFIXES = frozenset(
    {".avif", ".gif", ".jpeg", ".jpg", ".mp3", ".mp4", ".ogg", ".pdf", ".png", ".webm", ".webp"}
)
"""What may stand beside a page: kinds of files in which a browser runs nothing."""

# MkDocs leaves out what starts with a dot, and the rest could mean something to a file system.
_PART = re.compile(r"[^\x00-\x1f\x7f\\/.:][^\x00-\x1f\x7f\\/:]*")


class Ready(NamedTuple):
    """A page that is ready to be written down.

    Attributes:
        path: As `Page` has it.
        data: What is written down.
        digest: A hash of it.
        owner: What a person would call the page.
        assets: As `Page` has it.
    """

    path: str
    data: bytes
    digest: bytes
    owner: str
    assets: Mapping[str, str]


Placed = tuple[str, Page | Ready | bytes | Path]
"""A path below the docs folder, and what stands there: a page, bytes, or a file to be copied."""


class Places:
    """Who claimed which path."""

    def __init__(self) -> None:
        self.owners: dict[str, str] = {}
        """Path of a file → who claimed it."""
        self.folders: dict[str, str] = {"": ""}
        """Path of a folder → who claimed something in it first."""

    def claim(self, path: str, owner: str) -> list[str]:
        """Take a path.

        Args:
            path: Below the docs folder, '/'-separated.
            owner: What a person would call who takes it.

        Returns:
            The folders that are new, the outermost first.

        Raises:
            FindingError: It is taken, or what is taken makes it impossible.
            ValueError: It leads out of the docs folder.
        """
        parts = path.split("/")
        if not all(_PART.fullmatch(part) for part in parts):
            raise ValueError(f"not a path below the docs folder: {path!r} ({owner})")
        folders = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        taken = (self.owners.get(path, self.folders.get(path)), *map(self.owners.get, folders))
        other = next((one for one in taken if one is not None), None)
        if other is not None:
            url = f"/{path.removesuffix('index.md')}"
            raise FindingError(finding("permalink-clash", file=owner, url=url, other=other))
        new = [folder for folder in folders if folder not in self.folders]
        self.folders.update(dict.fromkeys(new, owner))
        self.owners[path] = owner
        return new


def placed(
    pages: Iterable[Page | Ready],
    *,
    content: Path,
    take: Places,
    problems: list[Finding],
    files: Iterable[File] = (),
    assets: Mapping[str, bytes] = MappingProxyType({}),
    kept: Iterable[tuple[str, Path]] = (),
) -> Iterator[Placed]:
    """Find a place for everything.

    Args:
        pages: In any order; read once.
        content: Folder that the pages' assets are paths in.
        take: Where paths are claimed.
        problems: Gets what cannot be shown: assets, without which their pages stand, and what
            claims a path that another page or asset has already.
        files: What is no page, in any order; read once, when all pages have their places.
        assets: Path below the docs folder → bytes, for what the style sheets need.
        kept: Path below the docs folder and a file of the work folder, in any order; read once.

    Raises:
        ValueError: A path leads out of the docs folder.
    """
    for page in pages:
        try:
            yield from _placed(page, content, take, problems)
        except FindingError as error:
            problems += error.findings
    for file in files:
        try:
            take.claim(file.path, file.path)
        except FindingError as error:
            problems += error.findings
        else:
            yield file.path, file.data
    for path, data in assets.items():
        take.claim(path, path)
        yield path, data
    for path, source in kept:
        take.claim(path, path)
        yield path, source


def _placed(
    page: Page | Ready, content: Path, take: Places, problems: list[Finding]
) -> Iterator[Placed]:
    whose = page.owner if isinstance(page, Ready) else owner(page)
    take.claim(page.path, whose)
    yield page.path, page
    folder = page.path.rpartition("/")[0]
    for name, source in sorted(page.assets.items()):
        problem = _problem(content, source)
        if problem:
            problems.append(problem)
        else:
            path = f"{folder}/{name}" if folder else name
            take.claim(path, whose)
            yield path, content / source


def owner(page: Page) -> str:
    """What a person would call the page: where it comes from, or else its title."""
    return str(page.meta.get("source_path") or page.meta.get("title") or page.path)


def _problem(content: Path, source: str) -> Finding | None:
    """Why an asset cannot be shown; None if it can."""
    path = content / source
    file = f"{content.name}/{source}"
    if path.suffix.lower() not in ASSET_SUFFIXES:
        return finding("file-unexpected", file=file)
    if path.is_symlink() or not path.resolve().is_relative_to(content.resolve()):
        return finding("file-link", file=file)
    try:
        with path.open("rb"):
            return None
    except OSError as error:
        return finding("file-unreadable", file=file, reason=error.strerror)

"""The disk, at arm's length: listing, reading and writing, never through a link.

Nothing here is ever followed out of the content folder: a symbolic link is reported and left
alone, for reading and for writing, also where it stands for a folder on the way.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.content.front_matter import decode, undecodable
from generator.errors import FindingError, finding
from generator.model import Bilingual

MAX_FILE = 20_000_000
"""Largest content file that is read, in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What one folder holds, sorted by name; hidden files are passed over.

    Attributes:
        path: Below `content/`, '/'-separated; empty for `content/` itself.
        files: Names of its files.
        folders: Names of its folders.
        links: Names of symbolic links and of what is neither a file nor a folder.
        unnamed: Names that are no valid text, made showable.
        problem: Why it could not be listed; empty if it could.
    """

    path: str
    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    problem: str = ""

    def at(self, name: str) -> str:
        """The path of something in it, below `content/`."""
        return f"{self.path}/{name}" if self.path else name


def listing(content: Path, path: str) -> Folder:
    """List a folder; one that is missing, or no folder, or a link, is empty."""
    target = content / path
    if target.is_symlink() or not target.is_dir():
        return Folder(path=path)
    try:
        with os.scandir(target) as entries:
            return _sorted(path, entries)
    except OSError as error:
        return Folder(path=path, problem=error.strerror or str(error))


def _sorted(path: str, entries: Iterable[os.DirEntry[str]]) -> Folder:
    files, folders, links, unnamed = [], [], [], []
    for entry in sorted(entries, key=lambda entry: entry.name):
        name = entry.name
        showable = name.encode("utf-8", "backslashreplace").decode("utf-8")
        if name.startswith("."):
            continue
        if showable != name:
            unnamed.append(showable)
        elif entry.is_dir(follow_symlinks=False):
            folders.append(name)
        elif entry.is_file(follow_symlinks=False):
            files.append(name)
        else:
            links.append(name)
    return Folder(
        path=path,
        files=tuple(files),
        folders=tuple(folders),
        links=tuple(links),
        unnamed=tuple(unnamed),
    )


def walk(content: Path, path: str) -> Iterator[Folder]:
    """List a folder and all folders in it, each before those in it, by name."""
    waiting = [path]
    while waiting:
        folder = listing(content, waiting.pop())
        yield folder
        waiting += [folder.at(name) for name in reversed(folder.folders)]


def shown(content: Path, path: str) -> str:
    """A path below `content/` as a person would open it from the archive's root."""
    return f"{content.name}/{path}"


def read(content: Path, path: str) -> str:
    """Read a text file: NFC, LF, no byte order mark.

    Raises:
        FindingError: It cannot be read, is too large, or is not UTF-8.
    """
    try:
        with (content / path).open("rb") as file:
            data = file.read(MAX_FILE + 1)
        if len(data) > MAX_FILE:
            reason = Bilingual(vi=f"lớn hơn {MAX_FILE} byte", en=f"larger than {MAX_FILE} bytes")
        else:
            return decode(data)
    except UnicodeDecodeError as error:
        reason = undecodable(error)
    except OSError as error:
        reason = Bilingual(vi=error.strerror or "", en=error.strerror or str(error))
    raise FindingError(finding("file-unreadable", file=shown(content, path), reason=reason))


def replace(content: Path, path: str, text: str) -> None:
    """Write a file beside its place and move it in: there is never a half-written one.

    Folders are made as needed.

    Raises:
        FindingError: A folder on the way is a link, or the disk will not have it.
    """
    target = content / path
    # One name, so that what a killed process leaves behind is overwritten by the next.
    beside = target.with_name(f".{target.name}.new")
    try:
        _make_folders(content, path)
        beside.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with open(os.open(beside, flags, 0o644), "wb") as file:  # noqa: PTH123 - of a descriptor
            file.write(text.encode("utf-8"))
        beside.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FindingError(
            finding("file-unwritable", file=shown(content, path), reason=reason)
        ) from error


def is_through_link(content: Path, path: str) -> bool:
    """Whether a path, or a folder on its way below `content/`, is a symbolic link."""
    parts = path.split("/")
    return any(
        (content / "/".join(parts[: n + 1])).is_symlink() or part in {"", ".", ".."}
        for n, part in enumerate(parts)
    )


def _make_folders(content: Path, path: str) -> None:
    folder = path.rpartition("/")[0]
    if folder and is_through_link(content, folder):
        raise FindingError(finding("file-link", file=shown(content, folder)))
    (content / folder).mkdir(parents=True, exist_ok=True)

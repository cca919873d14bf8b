"""The spool: all pages of a site in one file, from which any process takes those that it prints.

A page is written down as its path, its front matter and its body, in MessagePack; read again, it
has the types that MkDocs would have read from the staged file. A page is a few kilobytes on disk
and nothing in memory until it is printed.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from generator.model import Page
from generator.press import sealed, traceless
from generator.press.places import Placed, Ready, owner

_PAGES, _INDEX = "pages.msgpack", "index.msgpack"


class Spooled(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A page as it was written down.

    Attributes:
        path: Staged file, below the docs folder.
        meta: Front matter, as a YAML reader would give it.
        body: Markdown, as MkDocs would read it.
    """

    path: str
    meta: dict[str, Any]
    body: str


class Entry(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """Where a page is: its path, its first byte, how many bytes it has, and a hash of these."""

    path: str
    start: int
    size: int
    digest: bytes


class _Index(msgspec.Struct, array_like=True, frozen=True):
    pages: list[Entry]
    others: list[str]


def write(things: Iterable[Placed], folder: Path, put: Callable[[str, bytes | Path], None]) -> None:
    """Write down all pages, in the order of MkDocs.

    Args:
        things: What has a place, in any order; read once.
        folder: Where to write; made if missing.
        put: Gets what is no page: its path below the docs folder, and bytes or a file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    encode = encoder()
    entries: list[Entry] = []
    others: list[str] = []
    pages = folder / f"{_PAGES}.new"  # the last ones are read meanwhile
    with pages.open("wb") as file:
        start = 0
        for path, thing in things:
            if not isinstance(thing, (Page, Ready)):
                others.append(path)
                put(path, thing)
                continue
            made = thing if isinstance(thing, Ready) else ready(thing, encode)
            file.write(made.data)
            entries.append(Entry(path, start, len(made.data), made.digest))
            start += len(made.data)
    entries.sort(key=lambda entry: _order(entry.path))
    index = _Index(entries, sorted(others, key=_order))
    pages.replace(folder / _PAGES)
    (folder / _INDEX).write_bytes(msgspec.msgpack.encode(index))


def spooled(page: Page) -> tuple[Spooled, bytes]:
    """A page as it would be read from the spool, and its hash there."""
    made = ready(page, encoder())
    return msgspec.msgpack.decode(made.data, type=Spooled), made.digest


def ready(page: Page, encode: msgspec.msgpack.Encoder) -> Ready:
    """A page as it is written down.

    Args:
        page: The page.
        encode: As `encoder` gives it.
    """
    data = encode.encode((page.path, page.meta, traceless.copy(markdown(page.body))))
    return Ready(page.path, data, sealed.digest(data), owner(page), page.assets)


def encoder() -> msgspec.msgpack.Encoder:
    """Writes down what may be in a page."""
    return msgspec.msgpack.Encoder(enc_hook=_plain)


def markdown(body: str) -> str:
    """A body as MkDocs reads it from the staged file: without blank lines before it."""
    return body.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")


def _order(path: str) -> tuple[tuple[str, ...], bool, str]:
    """MkDocs's order: what is in a folder before its folders, and the index first."""
    *folders, name = path.split("/")
    return tuple(folders), (name.rpartition(".")[0] or name) not in {"index", "README"}, name


def _plain(value: object) -> object:
    """What MessagePack does not know by itself."""
    if isinstance(value, str):
        return str(value)  # an enum's member as its text
    if isinstance(value, Mapping):
        return {str(key): item for key, item in value.items()}
    raise ValueError(f"metadata cannot hold a {type(value).__name__}: {value!r}")


class Spool(Sequence[Spooled]):
    """The pages in a folder, in the order of MkDocs, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._decoder = msgspec.msgpack.Decoder(Spooled)

    @cached_property
    def _index(self) -> _Index:
        return msgspec.msgpack.decode((self._folder / _INDEX).read_bytes(), type=_Index)

    @cached_property
    def _file(self) -> int:
        """Open as long as the spool is held; what is forked meanwhile reads from it too."""
        file = os.open(self._folder / _PAGES, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, file)
        return file

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Path of a page → its number."""
        return {entry.path: number for number, entry in enumerate(self._index.pages)}

    @cached_property
    def others(self) -> frozenset[str]:
        """Paths of what is no page."""
        return frozenset(self._index.others)

    def paths(self) -> Iterator[str]:
        """Paths of all pages, then of all else."""
        yield from (entry.path for entry in self._index.pages)
        yield from self._index.others

    def path(self, number: int) -> str:
        """The path of a page."""
        return self._index.pages[number].path

    def digest(self, number: int) -> bytes:
        """A hash of all that is known of a page."""
        return self._index.pages[number].digest

    def data(self, path: str, digest: bytes) -> bytes | None:
        """What is written down of a page; None if that is not there, or another one."""
        try:
            entry = self._index.pages[self.numbers[path]]
            data = os.pread(self._file, entry.size, entry.start)
        except (KeyError, OSError, msgspec.DecodeError, msgspec.ValidationError):
            return None
        return data if sealed.digest(data) == digest else None

    def __len__(self) -> int:
        return len(self._index.pages)

    def __getitem__(self, number: Any) -> Any:
        entry = self._index.pages[number]
        return self._decoder.decode(os.pread(self._file, entry.size, entry.start))

"""The library: what was made of things, kept from one program to the next.

Known by what it was made of, and by nothing else: times of files are other ones after every
checkout. To read an article's front matter takes twenty times as long as to see that it is the
same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import msgspec

from generator.content import files
from generator.content.files import Folder

Thing = TypeVar("Thing")

_DIGEST, _SIZE = 16, 4
"""Bytes of what stands before each thing: the digest of what it was made of, and its size."""


class Packed(Protocol):
    """Bytes, wherever they are."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> bytes | bytearray: ...


class Library(Generic[Thing]):
    """What was made.

    Args:
        kind: Of what is made.
        packed: All that another one put, one after the other, by the same program.
        put: Gets what was asked for, for the next program, in pieces.
    """

    def __init__(
        self,
        kind: type[Thing],
        packed: Packed,
        put: Callable[[bytes | bytearray], object],
    ) -> None:
        self._decoder: msgspec.msgpack.Decoder[Thing] = msgspec.msgpack.Decoder(kind)
        self._encoder = msgspec.msgpack.Encoder()
        self._known = packed
        self._places = dict(_places(self._known))
        self._put = put

    def of(self, told: Callable[[], bytes], make: Callable[[], Thing]) -> Thing:
        """A thing, made anew unless it is known.

        Args:
            told: Gives a digest of all that it is made of, 16 bytes; empty if that is not known.
            make: Makes it. What changes meanwhile is not kept.
        """
        digest = told()
        place = self._places.get(digest)
        if place:
            data: bytes | bytearray = self._known[slice(*place)]
            thing = self._decoder.decode(data)
        else:
            thing = make()
            digest = digest if digest == told() else b""
            data = b""
            if digest:
                data = self._encoder.encode(thing)
                # Each text that was encoded has its bytes beside it now; those that are read not.
                thing = self._decoder.decode(data)
        if digest:
            self._put(digest + len(data).to_bytes(_SIZE, "little"))
            self._put(data)
        return thing


def _places(packed: Packed) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Digest and place of all things."""
    start = 0
    while start < len(packed):
        head = start + _DIGEST
        end = head + _SIZE + int.from_bytes(packed[head : head + _SIZE], "little")
        yield bytes(packed[start:head]), (head + _SIZE, end)
        start = end


def digest_of_folder(content: Path, folder: Folder) -> bytes:
    """A hash of all that an article is read from; empty if a file cannot be read."""
    made = hashlib.blake2b(repr((content.name, folder.path, folder.files)).encode(), digest_size=16)
    try:
        for name in folder.files:
            if name.endswith(".md"):
                path = content / folder.at(name)
                if path.stat().st_size > files.MAX_FILE:
                    return b""
                made.update(hashlib.blake2b(path.read_bytes()).digest())
    except OSError:
        return b""
    return made.digest()

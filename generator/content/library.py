"""The library: what was made of things, kept from one program to the next.

Known by what it was made of, and by nothing else: times of files are other ones after every
checkout. To read an article's front matter takes twenty times as long as to see that it is the
same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from generator.content import files
from generator.content.files import Folder

Thing = TypeVar("Thing")

_DIGEST, _SIZE = 16, 4
"""Bytes of what stands before each thing: the digest of what it was made of, and its size."""


class Library(Generic[Thing]):
    """What was made.

    Args:
        kind: Of what is made.
        packed: As `pack` gave it, by the same program.
    """

    def __init__(self, kind: type[Thing], packed: bytes = b"") -> None:
        self._decoder: msgspec.msgpack.Decoder[Thing] = msgspec.msgpack.Decoder(kind)
        self._encoder = msgspec.msgpack.Encoder()
        self._open(packed)

    def _open(self, packed: bytes) -> None:
        self._known = memoryview(packed)
        self._places = dict(_places(packed))
        self._used = bytearray()  # in one piece, so that no memory is lost between the pieces

    def of(self, told: Callable[[], bytes], make: Callable[[], Thing]) -> Thing:
        """A thing, made anew unless it is known.

        Args:
            told: Gives a digest of all that it is made of, 16 bytes; empty if that is not known.
            make: Makes it. What changes meanwhile is not kept.
        """
        digest = told()
        place = self._places.get(digest)
        if place:
            data: bytes | memoryview = self._known[slice(*place)]
            thing = self._decoder.decode(data)
        else:
            thing = make()
            digest = digest if digest == told() else b""
            data = self._encoder.encode(thing) if digest else b""
        if digest:
            self._used += digest + len(data).to_bytes(_SIZE, "little")
            self._used += data
        return thing

    def pack(self) -> bytes:
        """What was asked for since the last turn, for the next program."""
        return bytes(self._used)

    def drop(self) -> None:
        """Let what was asked for since the last turn count for nothing."""
        self._used.clear()

    def turn(self) -> None:
        """Know what was asked for since the last turn, and nothing else."""
        self._open(self.pack())


def _places(packed: bytes) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Digest and place of all things."""
    start = 0
    while start < len(packed):
        head = start + _DIGEST
        end = head + _SIZE + int.from_bytes(packed[head : head + _SIZE], "little")
        yield packed[start:head], (head + _SIZE, end)
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

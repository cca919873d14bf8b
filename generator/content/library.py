"""The library: what was made of things, kept from one program to the next.

Known by what it was made of, and by nothing else: times of files are other ones after every
checkout. To read an article's front matter takes twenty times as long as to see that it is the
same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from generator.content import files
from generator.content.files import Folder

Thing = TypeVar("Thing")

_Shelf = dict[bytes, msgspec.Raw]
"""Digest of what something was made of → the thing, packed."""


class Library(Generic[Thing]):
    """What was made.

    Args:
        kind: Of what is made.
        packed: As `pack` gave it, by the same program; nothing is known if it is damaged.
    """

    def __init__(self, kind: type[Thing], packed: bytes = b"") -> None:
        self._decoder: msgspec.msgpack.Decoder[Thing] = msgspec.msgpack.Decoder(kind)
        self._encoder = msgspec.msgpack.Encoder()
        self._known = _unpacked(packed)
        self._used: _Shelf = {}

    def of(self, digest: bytes, make: Callable[[], Thing]) -> Thing:
        """A thing, made anew unless it is known.

        Args:
            digest: Of all that it is made of; empty if that is not known.
            make: Makes it.
        """
        raw = self._used.get(digest) or self._known.get(digest)
        if raw is not None:
            self._used[digest] = raw
            return self._decoder.decode(raw)
        thing = make()
        if digest:
            self._used[digest] = msgspec.Raw(self._encoder.encode(thing))
        return thing

    def pack(self) -> bytes:
        """What was asked for since the last turn, for the next program."""
        return self._encoder.encode(self._used)

    def turn(self) -> None:
        """Forget what was not asked for since the last time that this was called."""
        self._known, self._used = self._used, {}


def _unpacked(packed: bytes) -> _Shelf:
    try:
        return msgspec.msgpack.decode(packed, type=_Shelf) if packed else {}
    except (msgspec.DecodeError, msgspec.ValidationError):
        return {}


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

"""Sealed files: written as a whole, and read only as they were written.

What is damaged, cut off or of another version is as good as nothing.
"""

from __future__ import annotations

import hashlib
import os
import stat
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_DIGEST = 16
_SMALL = 100_000  # bytes
_PIECE = 1 << 20


def digest(data: bytes | memoryview) -> bytes:
    """A hash that tells contents apart."""
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


def digest_of_file(path: Path) -> bytes:
    """The same of what is in a file.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        made = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=_DIGEST))
    return made.digest()


def stamp(path: Path) -> bytes:
    """What tells a file from what will ever stand in its place.

    A small one is read: its times would be other ones after every checkout.

    Raises:
        OSError: There is no such file, or it cannot be read.
    """
    facts = path.lstat()
    if facts.st_size <= _SMALL and stat.S_ISREG(facts.st_mode):
        return digest_of_file(path)
    told = facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino
    return digest(repr(told).encode())


def read(path: Path, head: bytes) -> memoryview | None:
    """What was sealed in a file; None if there is nothing that can be relied on.

    Args:
        path: The file.
        head: What it begins with; tells kinds and versions apart.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(head) + _DIGEST
    body = memoryview(data)[start:]
    return body if data[:start] == head + digest(body) else None


class Sealed:
    """What was sealed in a file, read piece by piece: a slice of it is read when it is asked for.

    Args:
        file: The number of the open file, which is closed with this.
        start: Its first byte that counts.
    """

    def __init__(self, file: int, start: int) -> None:
        self._file, self._start = file, start
        self._size = max(0, os.fstat(file).st_size - start)
        weakref.finalize(self, os.close, file)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        start, end, _ = part.indices(self._size)
        return os.pread(self._file, end - start, self._start + start)


def opened(path: Path, head: bytes) -> Sealed | None:
    """As `read`, for what is too much to hold in memory; it stays what it is if it is replaced."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    start = len(head) + _DIGEST
    found = Sealed(file, start)
    made = hashlib.blake2b(digest_size=_DIGEST)
    try:
        for at in range(0, len(found), _PIECE):
            made.update(found[at : at + _PIECE])
        return found if os.pread(file, start, 0) == head + made.digest() else None
    except OSError:  # a folder, or a disk that fails
        return None


def write(path: Path, head: bytes, body: bytes) -> None:
    """Seal something in a file, in the place of the one that is there."""
    with writing(path, head) as put:
        put(body)


@contextmanager
def writing(path: Path, head: bytes) -> Iterator[Callable[[bytes | bytearray], None]]:
    """The same piece by piece: gives what takes the pieces.

    The file that is there stays until the context ends, and if it ends with an error.
    """
    new = path.with_name(f"{path.name}.new")
    made = hashlib.blake2b(digest_size=_DIGEST)
    with new.open("wb") as file:

        def put(piece: bytes | bytearray) -> None:
            made.update(piece)
            file.write(piece)

        file.write(head + bytes(_DIGEST))
        yield put
        file.seek(len(head))
        file.write(made.digest())
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)

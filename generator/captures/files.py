"""Opening files of `raw/`: regular ones only, never through a link, never waiting."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from generator.captures.finding import CONTAINERS, format_of, shown
from generator.errors import FindingError, finding
from generator.settings import MAX_CAPTURE


@contextmanager
def opened(path: Path, *, raw: Path) -> Iterator[BufferedReader]:
    """Open a file for reading.

    Args:
        path: Below `raw`.
        raw: The folder of captures.

    Raises:
        FindingError: It is a link, no regular file, or reading it fails, then or within the
            `with` block.
    """
    name = shown(path, raw)
    if not path.parent.resolve().is_relative_to(raw.resolve()):
        raise FindingError(finding("capture-link", file=name))
    try:
        # NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FindingError(
                    finding("capture-unreadable", file=name, reason="not a regular file")
                )
            yield file
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise FindingError(finding("capture-link", file=name)) from error
        reason = error.strerror or str(error)
        raise FindingError(finding("capture-unreadable", file=name, reason=reason)) from error


def too_large(path: Path) -> int:
    """The size of a file of one capture that is larger than any that is read; else 0.

    Raises:
        OSError: There is no such file, or nobody may look at it.
    """
    size = path.lstat().st_size
    return size if size > MAX_CAPTURE and format_of(path) not in CONTAINERS else 0


def whole(file: BufferedReader, name: str) -> bytes:
    """All bytes of a file that is one capture.

    Raises:
        FindingError: There are more than `MAX_CAPTURE`; they are not read.
    """
    size = os.fstat(file.fileno()).st_size
    # One byte more than may be read, in case the file grew since it was looked at.
    data = file.read(MAX_CAPTURE + 1) if size <= MAX_CAPTURE else b""
    size = max(size, len(data))
    if size > MAX_CAPTURE:
        raise FindingError(finding("capture-too-large", file=name, size=size, limit=MAX_CAPTURE))
    return data

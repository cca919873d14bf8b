"""Reading one capture: its bytes, their sha256, and their text."""

from __future__ import annotations

import errno
import os
import re
import stat
from hashlib import sha256
from pathlib import Path

from generator.captures.decoding import UnreadableTextError, decode
from generator.captures.finding import FORMATS, shown
from generator.errors import FindingError, finding
from generator.model import Capture
from generator.settings import MAX_CAPTURE
from generator.vietnamese import nfc

_SHOWN = re.compile("[^\\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]")


def read(path: Path, *, raw: Path) -> Capture:
    r"""Read a capture.

    Args:
        path: One that `find` returned.
        raw: The folder it was found in.

    Returns:
        The capture. Its text is in NFC with line ends `\n`; byte order marks and NULs, which are
        text nowhere, are gone from it, and nothing else is.

    Raises:
        FindingError: The file cannot be read or decoded, is a link, empty, or too large.
    """
    name = shown(path, raw)
    if not path.parent.resolve().is_relative_to(raw.resolve()):
        raise FindingError(finding("capture-link", file=name))
    data = _bytes(path, name)
    kind = FORMATS.get(path.suffix.lower(), "text")
    try:
        encoding, decoded = decode(data, html=kind == "html")
    except UnreadableTextError as error:
        if error.encoding:
            found = finding("capture-encoding-legacy", file=name, encoding=error.encoding)
        else:
            found = finding("capture-encoding-unknown", file=name)
        raise FindingError(found) from error
    text = nfc(_plain(decoded))
    if not _SHOWN.search(text):
        raise FindingError(finding("capture-empty", file=name))
    return Capture(
        raw=path.relative_to(raw).as_posix(),
        sha256=sha256(data).hexdigest(),
        format=kind,
        encoding=encoding,
        text=text,
    )


def _plain(text: str) -> str:
    text = text.replace("\ufeff", "").replace("\x00", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(path: Path, name: str) -> bytes:
    """The bytes of a regular file; a link, a pipe or a device is not opened."""
    try:
        # NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise FindingError(
                    finding("capture-unreadable", file=name, reason="not a regular file")
                )
            # One byte more than may be read, in case the file grew since it was looked at.
            data = file.read(MAX_CAPTURE + 1) if status.st_size <= MAX_CAPTURE else b""
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise FindingError(finding("capture-link", file=name)) from error
        reason = error.strerror or str(error)
        raise FindingError(finding("capture-unreadable", file=name, reason=reason)) from error
    size = max(status.st_size, len(data))
    if size > MAX_CAPTURE:
        raise FindingError(finding("capture-too-large", file=name, size=size, limit=MAX_CAPTURE))
    return data

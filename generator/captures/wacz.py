"""WACZ: WARCs with an index, in a ZIP file (Webrecorder, "WACZ Format 1.1.1")."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from generator.captures.member import Member
from generator.captures.unpacking import HARMLESS, MOST_GROWTH
from generator.captures.warc import Responses
from generator.errors import finding
from generator.model import Bilingual, Finding

_ENDS = (".warc", ".warc.gz")
_MOST_ENTRIES = 100_000

# What Python 3.11 raises on ZIP files made to break it.
_NO_ZIP_ERRORS = (
    zipfile.BadZipFile,
    NotImplementedError,  # a version of the format that Python does not know
    UnicodeDecodeError,  # a name that is not what it says
)
_UNOPENED = (
    zipfile.BadZipFile,  # no head, or one with another name
    RuntimeError,  # encrypted, or (NotImplementedError) packed in a way that Python does not know
    ValueError,  # a name that is not what it says; an offset below zero
    OSError,  # the same offset, where the ZIP is a file
)
_DAMAGED = (
    zipfile.BadZipFile,  # another checksum
    EOFError,  # cut off
    zlib.error,
    lzma.LZMAError,
    OSError,  # bzip2
)

_NO_ZIP = Bilingual(vi="không phải tệp ZIP", en="this is no ZIP file")
_TOO_MANY = Bilingual(vi="có quá nhiều tệp bên trong", en="too many files are in it")
_UNREADABLE = Bilingual(vi="không giải nén được", en="it cannot be unpacked")


def members(file: IO[bytes], name: str) -> Iterator[Member | Finding]:
    """Read the pages of all WARCs in a WACZ, in order of their names.

    They are streamed from the ZIP file; nothing is written, and nothing else in it is read.

    Args:
        file: Seekable.
        name: What findings call it.

    Yields:
        As `warc.members`; responses are numbered through all of them.
    """
    responses = Responses(name)
    try:
        archive = zipfile.ZipFile(file)
    except _NO_ZIP_ERRORS:
        yield finding("capture-container", file=name, reason=_NO_ZIP)
        return
    with archive:
        entries = archive.infolist()
        if len(entries) > _MOST_ENTRIES:
            yield finding("capture-container", file=name, reason=_TOO_MANY)
            return
        warcs = (e for e in entries if e.filename.startswith("archive/") and _is_warc(e))
        for entry in sorted(warcs, key=lambda entry: entry.filename):
            yield from _pages(archive, entry, responses)
    yield from responses.passed_over()


def _is_warc(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith(_ENDS)


def _pages(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, responses: Responses
) -> Iterator[Member | Finding]:
    # No more bytes come out of an entry than it says.
    if entry.file_size > max(HARMLESS, MOST_GROWTH * entry.compress_size):
        yield finding("capture-bomb", file=responses.name, limit=MOST_GROWTH)
        return
    try:
        warc = archive.open(entry)
    except _UNOPENED:
        yield finding("capture-container", file=responses.name, reason=_UNREADABLE)
        return
    with warc:
        try:
            yield from responses.read(warc)
        except _DAMAGED:
            yield finding("capture-container", file=responses.name, reason=_UNREADABLE)

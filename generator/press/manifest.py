"""The manifest: what stands in the site, and of what each file of it was made.

It is one file of the work folder, written as a whole and moved into place when the site stands.
One that is missing, damaged or of another version is as good as none: all is made anew.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from generator.model import Finding

NAME = "manifest"
"""In the work folder."""

_HEAD = b"archive manifest 1\n"
"""What a file begins with; the number is another one whenever any of this changes."""

_DIGEST = 16


class Output(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A file of the site.

    Attributes:
        path: Below the site.
        inputs: Hash of all that it was made of; empty if it has to be made anew each time.
        digest: Hash of what is in it.
        size: In bytes.
        modified: When it was written, in nanoseconds since 1970.
        source: Below the docs folder, what it was made of; empty for what the theme brings.
        asked: Paths below the docs folder; whether they exist shows on the page.
        anchors: Anchors of the page.
    """

    path: str
    inputs: bytes
    digest: bytes
    size: int
    modified: int
    source: str = ""
    asked: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


class Manifest(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """What is known of a site.

    Attributes:
        environment: Hash of all that every file depends on.
        outputs: All files of the site, in order of path.
        shadowed: Paths below the docs folder in the place of files that the theme brings.
        seen: Signature of everything that was read; empty if it changed meanwhile.
        watched: Files and folders outside the content that were read.
        findings: What a person should know of.
    """

    environment: bytes
    outputs: list[Output]
    shadowed: list[str] = []
    seen: bytes = b""
    watched: list[str] = []
    findings: list[Finding] = []


def digest(data: bytes) -> bytes:
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


def read(folder: Path) -> Manifest | None:
    """The manifest in a folder; None if there is none that can be relied on."""
    try:
        data = (folder / NAME).read_bytes()
    except OSError:
        return None
    start = len(_HEAD) + _DIGEST
    body = data[start:]
    if data[:start] != _HEAD + digest(body):
        return None
    try:
        return msgspec.msgpack.decode(body, type=Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError):  # by another program, in its own way
        return None


def write(manifest: Manifest, folder: Path) -> None:
    """Put a manifest into a folder, in the place of the one that is there."""
    body = msgspec.msgpack.encode(manifest)
    new = folder / f"{NAME}.new"
    with new.open("wb") as file:
        file.write(_HEAD + digest(body) + body)
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / NAME)


def forget(folder: Path) -> None:
    """Remove the manifest."""
    (folder / NAME).unlink(missing_ok=True)

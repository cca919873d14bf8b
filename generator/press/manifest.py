"""The manifest: what stands in the site, and of what each file of it was made.

It is one file of the work folder, written as a whole and moved into place when the site stands.
One that is missing, damaged or of another version is as good as none: all is made anew.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.model import Finding
from generator.press import sealed

NAME = "manifest"
"""In the work folder."""

_HEAD = b"archive manifest 1\n"
"""What a file begins with; the number is another one whenever any of this changes."""


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


def read(folder: Path) -> Manifest | None:
    """The manifest in a folder; None if there is none that can be relied on."""
    body = sealed.read(folder / NAME, _HEAD)
    if body is None:
        return None
    try:
        return msgspec.msgpack.decode(body, type=Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError):  # by another program, in its own way
        return None


def write(manifest: Manifest, folder: Path) -> None:
    """Put a manifest into a folder, in the place of the one that is there."""
    sealed.write(folder / NAME, _HEAD, msgspec.msgpack.encode(manifest))


def forget(folder: Path) -> None:
    """Remove the manifest."""
    (folder / NAME).unlink(missing_ok=True)

"""Fixity: proof that the bytes of a capture did not change."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator.captures.finding import find
from generator.errors import finding
from generator.model import Finding
from generator.vietnamese import nfc


def verify(raw: Path, expected: Mapping[str, str]) -> tuple[Finding, ...]:
    """Compare captures with the digests that were recorded when they were read.

    Args:
        raw: Folder of captures.
        expected: Path below `raw`, NFC → sha256, lowercase hex.

    Returns:
        A finding for each capture that is gone or has changed, in order of path.
    """
    # Some systems store names decomposed; the archive's own are NFC.
    paths = {nfc(path.relative_to(raw).as_posix()): path for path in find(raw)[0]}
    found = []
    for name, digest in sorted(expected.items()):
        path = paths.get(name)
        if path is None:
            found.append(finding("fixity-missing", file=f"raw/{name}", raw=name))
            continue
        with path.open("rb") as file:
            actual = hashlib.file_digest(file, "sha256").hexdigest()
        if actual != digest:
            found.append(
                finding(
                    "fixity-changed", file=f"raw/{name}", raw=name, found=actual, expected=digest
                )
            )
    return tuple(found)

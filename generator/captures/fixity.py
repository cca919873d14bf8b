"""Fixity: proof that the bytes of a capture did not change."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.captures.files import opened
from generator.captures.finding import find
from generator.captures.member import Member
from generator.captures.reading import members, split
from generator.errors import FindingError, finding
from generator.model import Finding
from generator.vietnamese import nfc


def verify(raw: Path, expected: Mapping[str, str]) -> tuple[Finding, ...]:
    """Compare captures with the digests that were recorded when they were read.

    A container is read once, whatever the number of its members that are compared.

    Args:
        raw: Folder of captures.
        expected: Name of a capture, `Capture.raw`, NFC → sha256, lowercase hex.

    Returns:
        A finding for each capture that is gone or has changed, in order of path.
    """
    # Some systems store names decomposed; the archive's own are NFC.
    paths = {nfc(path.relative_to(raw).as_posix()): path for path in find(raw)[0]}
    by_file: dict[str, dict[int, str]] = defaultdict(dict)
    for name, digest in expected.items():
        file, number = split(name)
        by_file[file][number] = digest
    found: list[Finding] = []
    for file, digests in sorted(by_file.items()):
        actual = _digests(paths[file], raw, digests) if file in paths else {}
        found.extend(_compare(file, digests, actual))
    return tuple(found)


def _compare(
    file: str, expected: Mapping[int, str], actual: Mapping[int, str]
) -> Iterator[Finding]:
    for number, digest in sorted(expected.items()):
        name = f"{file}#{number}" if number else file
        now = actual.get(number)
        if now is None:
            yield finding("fixity-missing", file=f"raw/{name}", raw=name)
        elif now != digest:
            yield finding(
                "fixity-changed", file=f"raw/{name}", raw=name, found=now, expected=digest
            )


def _digests(path: Path, raw: Path, wanted: Mapping[int, str]) -> dict[int, str]:
    """Place in the file (0 for the file itself) → sha256, of those that are wanted."""
    digests: dict[int, str] = {}
    try:
        if 0 in wanted:
            with opened(path, raw=raw) as file:
                digests[0] = hashlib.file_digest(file, "sha256").hexdigest()
        if any(wanted):
            for item in members(path, raw=raw):
                if isinstance(item, Member) and item.number in wanted:
                    digests[item.number] = hashlib.sha256(item.data).hexdigest()
    except FindingError:
        pass  # what cannot be read is not there
    return digests

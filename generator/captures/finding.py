"""Which files of `raw/` are captures, or hold some."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.errors import finding
from generator.model import Finding

FORMATS = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".jsonl": "jsonl",
    ".jl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wacz": "wacz",
}
"""End of a file's name, in lower case → its format."""

CONTAINERS = frozenset({"jsonl", "warc", "wacz"})
"""Formats of which one file holds many captures."""


def format_of(path: Path) -> str:
    """The format of a file by its name, a value of `FORMATS`; empty if there is none."""
    ends = [suffix.lower() for suffix in path.suffixes[-2:]]
    return FORMATS.get("".join(ends), FORMATS.get(ends[-1], "")) if ends else ""


def find(raw: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Find the captures in a folder and the folders in it.

    Links are never followed, neither to files nor to folders. `README.md` and names that start
    with a dot are passed over in silence, other files of unknown formats with a notice.

    Args:
        raw: The folder; if it is not there, there are no captures.

    Returns:
        Paths to read, and what is wrong with others, both in order of the '/'-separated path.
    """
    if not raw.is_dir():
        return (), ()
    found: list[tuple[str, Path | Finding]] = []
    waiting = [raw]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            reason = error.strerror or str(error)
            name = shown(folder, raw)
            found.append((name, finding("capture-unreadable", file=name, reason=reason)))
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "README.md":
                continue
            path = Path(entry.path)
            found.extend((shown(path, raw), item) for item in _judge(entry, path, raw))
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
    found.sort(key=lambda pair: pair[0])
    return (
        tuple(item for _, item in found if isinstance(item, Path)),
        tuple(item for _, item in found if isinstance(item, Finding)),
    )


def shown(path: Path, raw: Path) -> str:
    r"""A path as findings name it: '/'-separated, from the name of the `raw` folder on.

    Bytes that are not UTF-8 in a file's name are shown as `\udcXX`.
    """
    name = path.relative_to(raw.parent).as_posix()
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _judge(entry: os.DirEntry[str], path: Path, raw: Path) -> Iterator[Path | Finding]:
    """The capture that an entry is, or what is wrong with it, or nothing."""
    name = shown(path, raw)
    known = format_of(path)
    if entry.is_symlink():
        yield finding("capture-link" if path.exists() else "capture-link-broken", file=name)
    elif entry.is_dir(follow_symlinks=False):
        if known:
            yield finding("capture-folder", file=name)
    elif not known:
        yield finding("capture-format-unknown", file=name, suffix=path.suffix or path.name)
    elif not entry.is_file(follow_symlinks=False):
        yield finding("capture-unreadable", file=name, reason="not a regular file")
    elif "\\udc" in name:
        yield finding("capture-unreadable", file=name, reason="file name is not UTF-8")
    else:
        yield path

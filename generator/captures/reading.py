"""Reading captures: the one of a file, or one after the other all of a container."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path

from generator.captures import jsonl, mhtml
from generator.captures.files import opened, whole
from generator.captures.finding import CONTAINERS, FORMATS, format_of, shown
from generator.captures.making import make
from generator.captures.member import Member
from generator.errors import FindingError, finding
from generator.model import Capture, Finding, Severity

_ENDS = "|".join(re.escape(end) for end, kind in FORMATS.items() if kind in CONTAINERS)
_NAME = re.compile(rf"(.*(?:{_ENDS}))#([1-9][0-9]{{0,11}})", re.IGNORECASE | re.DOTALL)


def read(path: Path, *, raw: Path) -> Capture:
    r"""Read the capture of a file that holds one.

    Args:
        path: One that `find` returned, of a format that is no container.
        raw: The folder it was found in.

    Returns:
        The capture. Its text is in NFC with line ends `\n`; byte order marks and NULs, which are
        text nowhere, are gone from it; what was in TCVN3 or VNI, or mojibake, is Unicode.

    Raises:
        FindingError: The file cannot be read or decoded, is a link, empty, or too large.
    """
    return make(_single(path, raw=raw), raw=path.relative_to(raw).as_posix(), name=shown(path, raw))


def read_all(path: Path, *, raw: Path) -> Iterator[Capture | FindingError]:
    """Read all captures of a file, whatever its format, one after the other.

    Args:
        path: One that `find` returned.
        raw: The folder it was found in.

    Yields:
        Each capture in the order of its place in the file; in the place of one that cannot be
        used, what is wrong with it; last what a person should know of the file as a whole, which
        may be a notice only. Nothing is raised, and the others go on.
    """
    try:
        if format_of(path) not in CONTAINERS:
            yield read(path, raw=raw)
            return
        name, below = shown(path, raw), path.relative_to(raw).as_posix()
        for item in members(path, raw=raw):
            if isinstance(item, Finding):
                yield FindingError(item)
                continue
            place = f"#{item.number}"
            try:
                capture = make(item, raw=below + place, name=name + place)
            except FindingError as error:
                yield error
            else:
                yield capture
    except FindingError as error:
        yield error


def read_one(name: str, *, raw: Path) -> Capture:
    """Read one capture by its name.

    Args:
        name: `Capture.raw`: a path below `raw`, with `#` and a number for a member of a container.
        raw: The folder of captures.

    Raises:
        FindingError: There is no such capture, or it cannot be used.
    """
    file, number = split(name)
    path, shown_as = raw / file, f"{raw.name}/{name}"
    if format_of(path) not in CONTAINERS:
        return read(path, raw=raw)
    for item in members(path, raw=raw) if number else ():
        if isinstance(item, Finding):
            if item.file == shown_as or item.line == number:
                raise FindingError(item)
        elif item.number == number:
            return make(item, raw=name, name=shown_as)
    raise FindingError(finding("capture-no-member", file=shown_as))


def split(name: str) -> tuple[str, int]:
    """A capture's name as the path of its file and its place there; 0 for a file of one."""
    match = _NAME.fullmatch(name)
    return (match[1], int(match[2])) if match else (name, 0)


def unpacked(
    path: Path, *, raw: Path, watch: Callable[[int], None] = lambda _: None
) -> Iterator[Member | Finding]:
    """The captures of any file, not yet read as text: `making.make` does that, in any process.

    Args:
        path: One that `find` returned.
        raw: The folder it was found in.
        watch: Is told, before each capture of a container, how many bytes of the file are read.

    Yields:
        As `members`; of a file that is one capture, that alone.

    Raises:
        FindingError: The file cannot be read at all.
    """
    if format_of(path) in CONTAINERS:
        yield from members(path, raw=raw, watch=watch)
    else:
        yield _single(path, raw=raw)


def _single(path: Path, *, raw: Path) -> Member:
    """The capture of a file that holds one."""
    name = shown(path, raw)
    kind = format_of(path) or "text"
    with opened(path, raw=raw) as file:
        data = whole(file, name)
    return mhtml.member(data, name) if kind == "mhtml" else Member(data=data, format=kind)


def members(
    path: Path, *, raw: Path, watch: Callable[[int], None] = lambda _: None
) -> Iterator[Member | Finding]:
    """The captures of a container, unpacked and not yet read as text.

    Args:
        path: One that `find` returned, of a format that is a container.
        raw: The folder it was found in.
        watch: Is told, before each, how many bytes of the file are read.

    Yields:
        As `read_all`, findings in the place of what is broken.

    Raises:
        FindingError: The file cannot be read at all.
    """
    name = shown(path, raw)
    something = False
    with opened(path, raw=raw) as file:
        for item in _unpack(file, name, format_of(path)):
            something |= isinstance(item, Member) or item.severity is Severity.ERROR
            watch(file.tell())
            yield item
    if not something:
        yield finding("capture-none", file=name)


def _unpack(file: BufferedReader, name: str, kind: str) -> Iterator[Member | Finding]:
    if kind == "jsonl":
        return jsonl.members(file, name)
    # warcio takes longer to import than all else here, and few runs need it.
    from generator.captures import wacz, warc  # noqa: PLC0415  # see above

    return warc.members(file, name) if kind == "warc" else wacz.members(file, name)

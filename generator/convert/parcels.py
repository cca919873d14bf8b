"""Parcels: what is sent to a worker, read from `raw/` one after the other as workers are free."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import captures
from generator.errors import FindingError
from generator.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What there is to convert.

    Attributes:
        raw: Folder of captures.
        files: Paths of the files that hold them, in order.
        unusable: What lies among them and holds none.
        whole: Whether these are all files of the folder.
    """

    raw: Path
    files: tuple[Path, ...]
    unusable: tuple[Finding, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Slot:
    """Where a capture lies: in which file, and the how-many-th it is of what that file yields.

    Attributes:
        file: Path of the file below `raw/`, '/'-separated.
        nth: 0-based; what cannot be used counts too.
    """

    file: str
    nth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One capture, ready to be sent to a worker.

    Attributes:
        slot: Where it lies.
        raw: Its name.
        fingerprint: Digest of all that its result depends on but the program.
        member: The capture, not yet read as text.
        asked: Whether a result is wanted of it.
    """

    slot: Slot
    raw: str
    fingerprint: str
    member: captures.Member
    asked: bool = True

    @property
    def file(self) -> str:
        """What findings name."""
        return f"raw/{self.raw}"

    @property
    def weight(self) -> int:
        """Bytes that it holds."""
        return len(self.member.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """What stands in the place of a capture that cannot be used.

    Attributes:
        slot: Where it would lie.
        raw: Its name.
        error: What is wrong with it.
    """

    slot: Slot
    raw: str
    error: FindingError


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run has come.

    Attributes:
        done: Bytes of `raw/` that are done with.
        total: Bytes of `raw/` that were chosen.
        captures: Captures that are done with.
    """

    done: int
    total: int
    captures: int


def parcels(path: Path, *, raw: Path, watch: Callable[[int], None]) -> Iterator[Parcel | Unusable]:
    """Read the captures of a file, each when it is asked for.

    Args:
        path: One that `captures.find` returned.
        raw: The folder it was found in.
        watch: Is told, before each capture of a container, how many bytes of the file are read.
    """
    file = path.relative_to(raw).as_posix()
    nth = 0
    try:
        for item in captures.unpacked(path, raw=raw, watch=watch):
            slot = Slot(file=file, nth=nth)
            if isinstance(item, Finding):
                name = item.file.partition("/")[2]
                name = f"{name}#{item.line}" if item.line else name
                yield Unusable(slot=slot, raw=name, error=FindingError(item))
            else:
                yield _checked(
                    _parcel(slot, f"{file}#{item.number}" if item.number else file, item)
                )
            nth += 1
    except FindingError as error:
        yield Unusable(slot=Slot(file=file, nth=nth), raw=file, error=error)


def _checked(parcel: Parcel) -> Parcel | Unusable:
    """A parcel, unless it is told at a glance that it can only be refused: no worker starts."""
    try:
        captures.refuse(parcel.member, name=parcel.file)
    except FindingError as error:
        return Unusable(slot=parcel.slot, raw=parcel.raw, error=error)
    return parcel


def single(name: str, *, raw: Path) -> Parcel | Unusable | None:
    """Read one capture by its name, of which no result is wanted; None if there is none."""
    file, number = captures.split(name)
    try:
        for item in captures.unpacked(raw / file, raw=raw):
            if isinstance(item, captures.Member) and item.number == number:
                return replace(_parcel(Slot(file=name, nth=0), name, item), asked=False)
    except FindingError:
        return None
    return None


def _parcel(slot: Slot, raw: str, member: captures.Member) -> Parcel:
    given = (text for pair in member.given for text in pair)
    facts = (member.format, member.charset, member.url, str(member.captured), *given)
    own = hashlib.sha256(member.data).hexdigest()
    return Parcel(slot=slot, raw=raw, fingerprint=_digest((raw, own, *facts)), member=member)


def file_digest(path: Path) -> str:
    """The sha256 of a file's bytes; empty if it cannot be read, its size if that is too large."""
    try:
        if too_large := captures.too_large(path):
            return f"{too_large} bytes"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _digest(texts: Sequence[str]) -> str:
    total = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        total.update(b"%d:%b" % (len(data), data))
    return total.hexdigest()

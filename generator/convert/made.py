"""What comes out of one capture, on its way from a worker to the content folder."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import msgspec

from generator.content import Manuscript
from generator.model import Date, Finding


class DamagedError(Exception):
    """Stored bytes are not what was stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What must be known of all captures at once to decide what is written.

    Attributes:
        raw: Name of the capture.
        sha256: Of its bytes; empty if it could not be read.
        captured: When it was scraped; None if unknown.
        page: The same for all captures of one page in one language; empty if its address is
            unknown, or there is no story.
        words: Words of the story that was kept.
        facts: How many facts about the story are known.
        story: Whether there is a story.
        lasting: Whether the same program would make the same of it again. What a worker was
            stopped over may go well on a machine that is less busy.
    """

    raw: str
    sha256: str = ""
    captured: Date | None = None
    page: str = ""
    words: int = 0
    facts: int = 0
    story: bool = False
    lasting: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """All else.

    Attributes:
        manuscript: The article; None if there is no story, and a finding says so.
        findings: What a person should know of.
    """

    manuscript: Manuscript | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """A summary and the rest, as bytes to be sent and stored."""

    summary: bytes
    rest: bytes


def pack(summary: Summary, made: Made) -> Packed:
    """Both as bytes."""
    return Packed(msgspec.json.encode(summary), zlib.compress(msgspec.json.encode(made), level=1))


def unpack_summary(data: bytes) -> Summary:
    """The way back.

    Raises:
        DamagedError: The bytes are none that `pack` gave.
    """
    try:
        return _SUMMARY.decode(data)
    except msgspec.DecodeError as error:
        raise DamagedError from error


def unpack(data: bytes) -> Made:
    """The way back.

    Raises:
        DamagedError: The bytes are none that `pack` gave.
    """
    try:
        return _MADE.decode(zlib.decompress(data))
    except (zlib.error, msgspec.DecodeError) as error:
        raise DamagedError from error


_SUMMARY = msgspec.json.Decoder(Summary)
_MADE = msgspec.json.Decoder(Made)

"""One capture as it lies in its file: its bytes, and what stands beside them there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One capture of a file, found and unpacked, not yet read as text.

    Attributes:
        number: Its 1-based place in the file, as `Capture.member`; 0 in a file of one capture.
        data: Its own bytes, which the sha256 is of.
        page: The bytes of the page, if they are a part of `data`, as in MHTML.
        format: `text` or `html`.
        text: The page as text, where the file's own format says which characters it has; None
            where they are to be found out from the bytes.
        charset: The code page that the transport states, a hint; empty if it does not.
        url: Address it was fetched from; empty if unknown.
        captured: When it was fetched, aware, UTC; None if unknown.
        given: As `Capture.given`.
    """

    number: int = 0
    data: bytes
    page: bytes | None = None
    format: str
    text: str | None = None
    charset: str = ""
    url: str = ""
    captured: datetime | None = None
    given: tuple[tuple[str, str], ...] = ()

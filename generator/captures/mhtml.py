"""MHTML: a page with all it needs in one file, as browsers save it (RFC 2557)."""

from __future__ import annotations

import email
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from itertools import islice

from generator.captures.member import Member
from generator.errors import FindingError, finding
from generator.model import Bilingual
from generator.web import host

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MOST_PARTS = 10_000

_NO_PAGE = Bilingual(vi="không có phần HTML nào", en="no part of it is HTML")
_BROKEN = Bilingual(vi="cấu trúc MIME hỏng", en="its MIME structure is broken")


def member(data: bytes, name: str) -> Member:
    """Unpack the page of an MHTML file.

    The page is the part that the file names as its root, else the one whose address is the
    file's own, else the first that is HTML; frames and what else is in the file are left.

    Args:
        data: All of the file.
        name: What findings call it.

    Raises:
        FindingError: It has no HTML part, or no parts at all.
    """
    try:
        message = email.message_from_bytes(data)
        pages = [part for part in _parts(message) if part.get_content_type() in _PAGES]
        part = _root(message, pages)
        page = part.get_payload(decode=True) if part is not None else None
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        # What the parser raises on headers made to break it.
        raise FindingError(finding("capture-mhtml", file=name, reason=_BROKEN)) from error
    if part is None or not isinstance(page, bytes):
        raise FindingError(finding("capture-mhtml", file=name, reason=_NO_PAGE))
    addresses = (
        _header(message, "Snapshot-Content-Location"),
        _header(part, "Content-Location"),
        _header(message, "Content-Location"),
    )
    return Member(
        data=data,
        page=page,
        format="html",
        charset=str(part.get_param("charset", "")),
        url=next((address for address in addresses if host(address)), ""),
        captured=_moment(str(message.get("Date", ""))),
    )


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a message that hold no others, in order, without recursion."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting += [each for each in reversed(inner) if isinstance(each, Message)]
        else:
            yield part


def _root(message: Message, pages: list[Message]) -> Message | None:
    start = str(message.get_param("start", "")).strip()
    address = _header(message, "Snapshot-Content-Location")
    named = (part for part in pages if start and _header(part, "Content-ID") == start)
    placed = (part for part in pages if address and _header(part, "Content-Location") == address)
    return next(iter([*islice(named, 1), *islice(placed, 1), *pages[:1]]), None)


def _header(message: Message, name: str) -> str:
    return "".join(str(message.get(name, "")).split())


def _moment(date: str) -> datetime | None:
    try:
        time = parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # `-0000` says UTC from a place unknown (RFC 5322, 3.3).
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)

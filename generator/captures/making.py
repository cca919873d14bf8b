"""From the bytes of one capture to a `Capture`: decoded, mended, and within bounds."""

from __future__ import annotations

import re
from hashlib import sha256

from generator.captures import nesting
from generator.captures.decoding import Decoded, UnreadableTextError, decode
from generator.captures.member import Member
from generator.captures.mending import Mended, mend
from generator.errors import FindingError, finding
from generator.model import Capture, Finding
from generator.settings import MAX_PAGE
from generator.vietnamese import nfc

_SHOWN = re.compile("[^\\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_OPENED = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_HEAD = 5_000  # characters of a page in which its first tags stand


def make(member: Member, *, raw: str, name: str) -> Capture:
    """Read a capture as text.

    Args:
        member: As it was found in its file.
        raw: What it is called, `Capture.raw`.
        name: What findings call it.

    Raises:
        FindingError: It cannot be decoded, shows nothing, or makes too large a tree.
    """
    html = member.format == "html"
    refuse(member, name=name)
    decoded = _decoded(member, name)
    if html:
        _bound(decoded.text, name)
    mended = mend(decoded.text, html=html)
    text = _plain(mended.text)
    if len(text) != len(mended.text):  # what is gone may have stood between a letter and its mark
        text = nfc(text)
    if not _SHOWN.search(text):
        raise FindingError(finding("capture-empty", file=name))
    return Capture(
        raw=raw,
        sha256=sha256(member.data).hexdigest(),
        format=member.format,
        encoding=mended.encoding or decoded.encoding,
        text=text,
        member=member.number,
        url=member.url,
        captured=member.captured,
        given=member.given,
        findings=tuple(_notes(decoded, mended, name, html=html)),
    )


def refuse(member: Member, *, name: str) -> None:
    """Refuse a capture that its bytes show to be too much, before anybody decodes it.

    It takes milliseconds, so that nothing need be started for such a capture.

    Args:
        member: As it was found in its file.
        name: What findings call it.

    Raises:
        FindingError: It is too large, or makes too large a tree.
    """
    data = member.data if member.page is None else member.page
    if len(data) > MAX_PAGE:
        raise FindingError(finding("capture-too-large", file=name, size=len(data), limit=MAX_PAGE))
    if member.format == "html" and member.text is None and data.count(b"<") > nesting.DEEPEST:
        _bound(data.decode("latin-1"), name)  # all encodings but UTF-16 write tags in ASCII


def _decoded(member: Member, name: str) -> Decoded:
    data = member.data if member.page is None else member.page
    if member.text is not None:
        return Decoded("utf-8", _SURROGATES.sub("\ufffd", member.text))
    try:
        return decode(data, html=member.format == "html", charset=member.charset)
    except UnreadableTextError as error:
        code = "capture-binary" if error.nuls else "capture-encoding-unknown"
        raise FindingError(finding(code, file=name, nuls=error.nuls)) from error


def _bound(page: str, name: str) -> None:
    """Raise if a page is too much for any parser."""
    if nesting.too_many(page):
        raise FindingError(finding("capture-too-many-tags", file=name, limit=nesting.MOST))
    if nesting.too_deep(page):
        raise FindingError(finding("capture-too-deep", file=name, limit=nesting.DEEPEST))


def _plain(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\ufeff", "").replace("\x00", "")


def _notes(decoded: Decoded, mended: Mended, name: str, *, html: bool) -> list[Finding]:
    """What a person should know of how a capture was read."""
    notes = []
    encoding = mended.encoding or decoded.encoding
    if nuls := decoded.text.count("\x00"):
        notes.append(finding("capture-nul", file=name, count=nuls))
    if mended.encoding:
        notes.append(finding("capture-converted", file=name, encoding=encoding.upper()))
    elif decoded.declared:
        notes.append(
            finding("capture-charset", file=name, declared=decoded.declared, encoding=encoding)
        )
    if mended.undone:
        notes.append(finding("capture-mojibake", file=name, count=mended.undone))
    opened = html and _OPENED.search(decoded.text[:_HEAD])
    closed = _CLOSED.search(decoded.text[-_HEAD:]) or (opened and _CLOSED.search(decoded.text))
    if decoded.cut or (opened and not closed):
        notes.append(finding("capture-cut-off", file=name))
    return notes

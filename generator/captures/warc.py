"""WARC: what a crawler received, response by response (ISO 28500)."""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import redirect_stderr
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException

from generator.captures import items
from generator.captures.member import Member
from generator.captures.unpacking import (
    MOST_GROWTH,
    BombError,
    BrokenStreamError,
    CutStreamError,
    LongLineError,
    Stream,
    inflate,
)
from generator.errors import finding
from generator.model import Bilingual, Finding
from generator.settings import MAX_CAPTURE
from generator.web import host

_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_SNIFFED = (b"<!doctype html", b"<html")
# Texts for machines that stand on every site. Source: IANA, "Well-Known URIs", and IAB Tech Lab.
_FOR_MACHINES = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt")
_HEADERS = 1_000_000  # bytes that the headers of a record may have
_PIECE = 1 << 16
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})

# What warcio raises on records made to break it, too: an AttributeError on one without an address.
_NO_RECORDS = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    LongLineError,
    ValueError,
    AttributeError,
)

_CUT = Bilingual(vi="tệp bị cắt ngang", en="it ends too early")
_DAMAGED = Bilingual(vi="dữ liệu nén hỏng", en="its packed bytes are damaged")
_NO_RECORD = Bilingual(vi="không phải bản ghi WARC", en="this is no WARC record")

logging.getLogger("warcio").addHandler(logging.NullHandler())  # what is wrong becomes a finding


def members(file: IO[bytes], name: str) -> Iterator[Member | Finding]:
    """Read the pages of a WARC, packed or not.

    Args:
        file: At its start; read forward only.
        name: What findings call it.

    Yields:
        A member for each response of status 2xx that is HTML or text; a finding in the place of
        what is broken; last, a notice if redirects, errors and the like were passed over.
    """
    responses = Responses(name)
    yield from responses.read(file)
    yield from responses.passed_over()


class Responses:
    """Numbers the responses of one WARC, or of several that are one capture file.

    Attributes:
        name: What findings call the file.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._number = 0
        self._records = 0
        self._here = name
        self._passed = Counter[str]()

    def passed_over(self) -> Iterator[Finding]:
        """A notice of how many responses are no pages, if any."""
        kinds = ("revisit", "redirect", "error")
        if self._passed:
            facts = {f"{kind}s": self._passed[kind] for kind in kinds}
            yield finding("capture-passed-over", file=self.name, **facts)

    def read(self, file: IO[bytes]) -> Iterator[Member | Finding]:
        """Read the pages of one WARC; see `members`."""
        stream = Stream(file)
        going = True
        while going:
            going = yield from self._read_on(stream)

    def _read_on(self, stream: Stream) -> Generator[Member | Finding, None, bool]:
        """Read up to the end, or to what is broken; whether there is more behind that."""
        archive = ArchiveIterator(stream)
        self._here = self.name
        try:
            while item := self._next(archive, stream):
                if not isinstance(item, bool):
                    yield item
        except BombError:
            yield finding("capture-bomb", file=self._here, limit=MOST_GROWTH)
        except CutStreamError:
            yield self._broken(_CUT)
        except BrokenStreamError:
            yield self._broken(_DAMAGED)
        except _NO_RECORDS:
            yield self._broken(_NO_RECORD)
            rest = archive.reader.buff.read() if archive.reader and archive.reader.buff else b""
            return self._recovered(stream, rest)
        else:
            return False
        return stream.next_member()

    def _recovered(self, stream: Stream, rest: bytes) -> bool:
        try:
            return stream.next_record(rest)
        except (BombError, BrokenStreamError):
            return stream.next_member()

    def _broken(self, reason: Bilingual) -> Finding:
        return finding("capture-record", file=self._here, number=self._records, reason=reason)

    def _next(self, archive: ArchiveIterator, stream: Stream) -> Member | Finding | bool:
        """The next record: what it gives, True if that is nothing, False if there is none."""
        stream.begin()
        self._here = self.name
        self._records += 1
        record = self._record(archive, stream)
        if record is None:
            return False
        item = self._item(record)
        # A record counts only if all of it is there.
        while record.raw_stream.read(_PIECE):
            pass
        if getattr(record.raw_stream, "limit", 0):
            raise CutStreamError
        return item or True

    def _record(self, archive: ArchiveIterator, stream: Stream) -> ArcWarcRecord | None:
        stream.limit = _HEADERS
        with redirect_stderr(io.StringIO()):  # warcio prints what it finds odd
            record = next(archive, None)
        stream.limit = None
        if record is not None and (record.format != "warc" or record.length is None):
            raise ValueError
        return record

    def _item(self, record: ArcWarcRecord) -> Member | Finding | None:
        if record.rec_type == "revisit":
            self._passed["revisit"] += 1
        if record.rec_type != "response":
            return None
        self._number += 1
        self._here = f"{self.name}#{self._number}"
        headers = record.http_headers
        if headers is None:
            return None
        status = headers.get_statuscode()
        if not status.startswith("2"):
            self._passed["redirect" if status.startswith("3") else "error"] += 1
            return None
        return self._page(record, headers)

    def _page(self, record: ArcWarcRecord, headers: StatusAndHeaders) -> Member | Finding | None:
        kind = Message()
        kind["Content-Type"] = stated = headers.get_header("Content-Type") or ""
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        format_ = _FORMATS.get(stated.partition(";")[0].strip().lower(), "") if stated else "?"
        if not format_ or (format_ == "text" and _path(url).endswith(_FOR_MACHINES)):
            return None
        data = b""
        while len(data) <= MAX_CAPTURE and (piece := record.raw_stream.read(_PIECE)):
            data += piece
        if len(data) > MAX_CAPTURE:
            facts = {"size": record.length, "limit": MAX_CAPTURE}
            return finding("capture-too-large", file=self._here, **facts)
        body = self._unpacked(data, headers)
        if isinstance(body, Finding):
            return body
        if format_ == "?":
            if not body[:_PIECE].lstrip().lower().startswith(_SNIFFED):
                return None
            format_ = "html"
        return Member(
            number=self._number,
            data=body,
            format=format_,
            charset=str(kind.get_param("charset", "")),
            url=url if host(url) else "",
            captured=items.moment(record.rec_headers.get_header("WARC-Date")),
        )

    def _unpacked(self, data: bytes, headers: StatusAndHeaders) -> bytes | Finding:
        """The body of a response without the encodings of HTTP."""
        if "chunked" in (headers.get_header("Transfer-Encoding") or "").lower():
            data = ChunkedDataReader(io.BytesIO(data)).read()
        encodings = (headers.get_header("Content-Encoding") or "").lower().split(",")
        for encoding in reversed([each.strip() for each in encodings]):
            if encoding in _PACKED:
                try:
                    data = inflate(data)
                except BombError:
                    return finding("capture-bomb", file=self._here, limit=MOST_GROWTH)
                except BrokenStreamError as error:
                    cut = isinstance(error, CutStreamError)
                    return self._broken(_CUT if cut else _DAMAGED)
            elif encoding not in ("", "identity"):
                return finding("capture-content-encoding", file=self._here, encoding=encoding)
        return data


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.lower()
    except ValueError:
        return ""

"""WARCs made record by record, as crawlers write them."""

from __future__ import annotations

import gzip
from collections.abc import Sequence

HTML = "text/html; charset=utf-8"


class Made:
    """A WARC in the making.

    Args:
        packed: Whether each record becomes a gzip member.
    """

    def __init__(self, *, packed: bool = True) -> None:
        self._packed = packed
        self.data = b""
        self._write("warcinfo", "", b"software: test\r\n", "application/warc-fields")

    def add(
        self,
        url: str,
        body: bytes,
        *,
        kind: str = HTML,
        status: str = "200 OK",
        headers: Sequence[tuple[str, str]] = (),
        record: str = "response",
    ) -> Made:
        """Add a record of an exchange over HTTP."""
        fields = [("Content-Type", kind), *headers] if kind else [*headers]
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields), "", ""]
        self._write(
            record, url, "\r\n".join(lines).encode() + body, "application/http;msgtype=response"
        )
        return self

    def _write(self, record: str, url: str, block: bytes, kind: str) -> None:
        lines = [
            "WARC/1.0",
            f"WARC-Type: {record}",
            "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>",
            *([f"WARC-Target-URI: {url}"] if url else []),
            "WARC-Date: 2021-12-13T01:02:03Z",
            f"Content-Type: {kind}",
            f"Content-Length: {len(block)}",
            "",
            "",
        ]
        whole = "\r\n".join(lines).encode() + block + b"\r\n\r\n"
        self.data += gzip.compress(whole, mtime=0) if self._packed else whole

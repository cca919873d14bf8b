from __future__ import annotations

import quopri
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from generator import captures
from generator.errors import FindingError
from generator.model import Capture
from tests.captures.wrong import NEWS

PAGE = f"<html><body><p>{NEWS}</p></body></html>"
HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: https://vov.vn/a.vov
Subject: =?utf-8?Q?Tin?=
Date: Mon, 13 Dec 2021 08:02:03 +0700
MIME-Version: 1.0
Content-Type: multipart/related;{}
\ttype="text/html";
\tboundary="----Part"

"""


def part(content: bytes, *headers: str) -> bytes:
    lines = ["------Part", *headers, "Content-Transfer-Encoding: quoted-printable", "", ""]
    return "\r\n".join(lines).encode() + quopri.encodestring(content) + b"\r\n"


def mhtml(*parts: bytes, extra: str = "") -> bytes:
    return HEAD.format(extra).replace("\n", "\r\n").encode() + b"".join(parts) + b"------Part--\r\n"


def read(tmp_path: Path, data: bytes, name: str = "a.mhtml") -> Capture:
    path = tmp_path / name
    path.write_bytes(data)
    return captures.read(path, raw=tmp_path)


FRAME = part(b"<p>A frame", "Content-Type: text/html", "Content-Location: https://vov.vn/frame")
MAIN = part(
    PAGE.encode(),
    "Content-Type: text/html; charset=utf-8",
    "Content-ID: <main@mhtml>",
    "Content-Location: https://vov.vn/a.vov",
)
STYLE = part(b"p {}", "Content-Type: text/css", "Content-Location: https://vov.vn/a.css")


@pytest.mark.parametrize("name", ["a.mhtml", "a.MHT"])
def test_the_page_is_read_with_its_address_and_its_time(tmp_path: Path, name: str) -> None:
    data = mhtml(MAIN, STYLE)

    capture = read(tmp_path, data, name)

    assert ("html", "utf-8", PAGE) == (capture.format, capture.encoding, capture.text.strip())
    assert (name, 0, "https://vov.vn/a.vov") == (capture.raw, capture.member, capture.url)
    assert datetime(2021, 12, 13, 1, 2, 3, tzinfo=UTC) == capture.captured
    assert sha256(data).hexdigest() == capture.sha256


def test_the_root_is_the_page_that_was_saved_not_a_frame_before_it(tmp_path: Path) -> None:
    assert PAGE == read(tmp_path, mhtml(FRAME, MAIN)).text.strip()

    other = MAIN.replace(b"a.vov", b"b.vov")
    named = mhtml(FRAME, other, extra=' start="<main@mhtml>";')

    assert PAGE == read(tmp_path, named).text.strip()


def test_a_message_that_is_a_page_itself_is_read(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()

    capture = read(tmp_path, data)

    assert (PAGE, "", None) == (capture.text, capture.url, capture.captured)


@pytest.mark.parametrize(
    "data",
    [
        mhtml(STYLE),
        mhtml(),
        b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx",
        b"",
        b"\x00" * 100,
        PAGE.encode(),
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n" * 3000,
    ],
)
def test_what_holds_no_page_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(FindingError) as caught:
        read(tmp_path, data)

    assert ["capture-mhtml"] == [found.code for found in caught.value.findings]


@pytest.mark.parametrize("date", ["", "Date: yesterday", "Date: Mon, 99 Dec 2021 99:99:99 +9999"])
def test_a_time_that_is_none_is_unknown(tmp_path: Path, date: str) -> None:
    data = f"{date}\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode().lstrip()

    assert read(tmp_path, data).captured is None

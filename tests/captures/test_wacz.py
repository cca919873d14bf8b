from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator import captures
from generator.captures import wacz
from generator.errors import FindingError
from tests.captures.test_warc import page, shown
from tests.captures.warcs import Made

FIRST = Made().add("https://a.vn/1", page("Một"))
SECOND = (
    Made(packed=False).add("https://a.vn/2", b"", status="302 Found").add("https://a.vn/3", page())
)


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


def read(tmp_path: Path, data: bytes) -> list[str]:
    path = tmp_path / "a.wacz"
    path.write_bytes(data)
    return shown(list(captures.read_all(path, raw=tmp_path)))


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_all_warcs_are_read_in_order_of_their_names_and_numbered_through(
    tmp_path: Path, method: int
) -> None:
    data = zipped(
        ("datapackage.json", b"{}"),
        ("archive/b.warc.gz", FIRST.data),
        ("pages/pages.jsonl", b"{}"),
        ("archive/a.warc", SECOND.data),
        ("other.warc.gz", FIRST.data),
        method=method,
    )

    assert ["a.wacz#2", "a.wacz#3", "capture-passed-over a.wacz"] == read(tmp_path, data)
    assert "Một" in captures.read_one("a.wacz#3", raw=tmp_path).text


def test_a_bomb_among_the_entries_is_not_unpacked(tmp_path: Path) -> None:
    data = zipped(
        ("archive/a.warc", SECOND.data + b"0" * 30_000_000),
        ("archive/b.warc.gz", FIRST.data),
        method=zipfile.ZIP_DEFLATED,
    )

    assert ["capture-bomb a.wacz", "a.wacz#1"] == read(tmp_path, data)


def test_a_bomb_in_a_warc_is_stopped(tmp_path: Path) -> None:
    bomb = Made().add("https://a.vn/1", b"0" * 30_000_000).add("https://a.vn/2", page())

    assert ["capture-bomb a.wacz#1", "a.wacz#2"] == read(
        tmp_path, zipped(("archive/a.warc.gz", bomb.data))
    )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"x" * 1000])
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    assert ["capture-container a.wacz"] == read(tmp_path, data)


TWO = zipped(("archive/a.warc.gz", FIRST.data), ("archive/b.warc.gz", FIRST.data))
HEAD, ROW = TWO.index(b"PK\x03\x04"), TWO.index(b"PK\x01\x02")


def changed(data: bytes, *changes: tuple[int, bytes]) -> bytes:
    """The same with other bytes at these places."""
    made = bytearray(data)
    for place, new in changes:
        made[place : place + len(new)] = new
    return bytes(made)


def packed(method: int) -> bytes:
    """A WACZ whose first entry is packed so and damaged in its middle."""
    first = zipped(("archive/a.warc.gz", FIRST.data * 20), method=method)
    buffer = io.BytesIO(changed(first, (200, b"\xff" * 60)))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("archive/b.warc.gz", FIRST.data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(changed(TWO, (HEAD + 6, b"\1"), (ROW + 8, b"\1")), id="encrypted"),
        pytest.param(changed(TWO, (ROW + 8, b"\x20")), id="patched"),
        pytest.param(changed(TWO, (HEAD + 8, b"\x63"), (ROW + 10, b"\x63")), id="a method unknown"),
        pytest.param(changed(TWO, (HEAD, b"PX")), id="no head"),
        pytest.param(changed(TWO, (HEAD + 30, b"b")), id="another name"),
        pytest.param(
            changed(TWO, (HEAD + 7, b"\x08"), (HEAD + 30, b"\xff")), id="a name that is none"
        ),
        pytest.param(changed(TWO, (ROW + 42, b"\xff\xff\xff\x7f")), id="behind the end"),
        pytest.param(packed(zipfile.ZIP_DEFLATED), id="deflate"),
        pytest.param(packed(zipfile.ZIP_BZIP2), id="bzip2"),
        pytest.param(packed(zipfile.ZIP_LZMA), id="LZMA"),
    ],
)
def test_an_entry_that_cannot_be_unpacked_is_a_finding_and_the_others_go_on(
    tmp_path: Path, data: bytes
) -> None:
    assert ["capture-container a.wacz", "a.wacz#1"] == read(tmp_path, data)[-2:]


def test_damaged_entries_are_findings_and_the_others_go_on(tmp_path: Path) -> None:
    data = zipped(("archive/a.warc.gz", FIRST.data), ("archive/b.warc.gz", FIRST.data + b"x" * 9))
    middle = data.index(FIRST.data) + 2

    assert "a.wacz#1" in read(tmp_path, changed(data, (middle, b"\xff" * 9)))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(changed(TWO, (ROW + 6, b"\xff")), id="a version unknown"),
        pytest.param(
            changed(TWO, (ROW + 9, b"\x08"), (ROW + 46, b"\xff")), id="a name that is none"
        ),
        pytest.param(changed(TWO, (ROW, b"PX")), id="no directory"),
    ],
)
def test_a_directory_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes) -> None:
    assert ["capture-container a.wacz"] == read(tmp_path, data)


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wacz, "_MOST_ENTRIES", 3)

    data = zipped(*((f"archive/{n}.warc", b"") for n in range(4)))

    assert ["capture-container a.wacz"] == read(tmp_path, data)


def test_a_wacz_without_a_page_says_so(tmp_path: Path) -> None:
    assert ["capture-none a.wacz"] == read(tmp_path, zipped(("datapackage.json", b"{}")))
    with pytest.raises(FindingError):
        captures.read_one("a.wacz#1", raw=tmp_path)

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import captures
from generator.captures import warc
from generator.captures.unpacking import HARMLESS, MOST_GROWTH, BombError, inflate
from generator.errors import FindingError
from generator.model import Capture
from tests.captures.warcs import Made
from tests.captures.wrong import NEWS, to_1258

Read = list[Capture | FindingError]
PACKED = pytest.mark.parametrize("packed", [True, False])
BOMB = b"<p>" + b"0" * 20_000_000


def page(words: str = NEWS) -> bytes:
    return f"<html><body><p>{words}</p></body></html>".encode()


def read(tmp_path: Path, data: bytes, name: str = "a.warc.gz") -> Read:
    path = tmp_path / name
    path.write_bytes(data)
    return list(captures.read_all(path, raw=tmp_path))


def shown(found: Read) -> list[str]:
    return [
        f"{each.findings[0].code} {each.findings[0].file.rpartition('/')[2]}"
        if isinstance(each, FindingError)
        else each.raw
        for each in found
    ]


def reason(found: Read, n: int) -> str:
    each = found[n]
    assert isinstance(each, FindingError)
    return each.findings[0].what.en


@PACKED
def test_each_page_is_a_capture_with_its_address_and_its_time(
    tmp_path: Path,
    packed: bool,  # noqa: FBT001  # a case
) -> None:
    made = Made(packed=packed).add("https://vov.vn/a.vov", page()).add("https://b.vn/", page("Hai"))

    first, second = read(tmp_path, made.data)

    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert ("a.warc.gz#1", "html", "utf-8", page().decode()) == (
        first.raw,
        first.format,
        first.encoding,
        first.text,
    )
    assert (1, "https://vov.vn/a.vov") == (first.member, first.url)
    assert datetime(2021, 12, 13, 1, 2, 3, tzinfo=UTC) == first.captured
    assert sha256(page()).hexdigest() == first.sha256
    assert ("a.warc.gz#2", "https://b.vn/") == (second.raw, second.url)


@pytest.mark.parametrize("name", ["a.warc", "a.WARC.GZ"])
def test_a_warc_is_known_by_its_bytes_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    for packed in (True, False):
        made = Made(packed=packed).add("https://a.vn/", page())

        assert [f"{name}#1"] == shown(read(tmp_path, made.data, name))


def test_a_warc_packed_as_a_whole_is_read(tmp_path: Path) -> None:
    made = Made(packed=False).add("https://a.vn/", page()).add("https://a.vn/2", page("Hai"))

    assert ["a.warc.gz#1", "a.warc.gz#2"] == shown(read(tmp_path, gzip.compress(made.data)))


def test_what_is_no_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    made = (
        Made()
        .add("https://a.vn/old", b"", status="301 Moved")
        .add("https://a.vn/gone", page(), status="404 Not Found")
        .add("https://a.vn/x.png", b"\x89PNG", kind="image/png")
        .add("https://a.vn/robots.txt", b"User-agent: *", kind="text/plain")
        .add("https://a.vn/none", b"{}", kind="")
        .add("https://a.vn/a", page(), record="resource")
        .add("https://a.vn/a", page())
        .add("https://a.vn/a", b"", record="revisit")
        .add("https://a.vn/bare", page("Hai"), kind="")
        .add("https://a.vn/t.txt", b"Ba", kind="text/plain")
    )

    found = read(tmp_path, made.data)

    expected = ["a.warc.gz#6", "a.warc.gz#7", "a.warc.gz#8", "capture-passed-over a.warc.gz"]
    assert expected == shown(found)
    assert "Passed over: 1 redirects, 1 error pages, 1 revisits." == reason(found, -1)


def test_what_http_packed_is_unpacked(tmp_path: Path) -> None:
    chunked = b"3\r\n<p>\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(NEWS.encode()), NEWS.encode())
    made = (
        Made()
        .add("https://a.vn/1", gzip.compress(page()), headers=[("Content-Encoding", "gzip")])
        .add("https://a.vn/2", zlib.compress(page()), headers=[("Content-Encoding", "deflate")])
        .add("https://a.vn/3", page(), headers=[("Content-Encoding", "gzip")])
        .add("https://a.vn/4", chunked, headers=[("Transfer-Encoding", "chunked")])
        .add("https://a.vn/5", b"\x0b\x02", headers=[("Content-Encoding", "br")])
        .add("https://a.vn/6", gzip.compress(page())[:-20], headers=[("Content-Encoding", "gzip")])
    )

    found = read(tmp_path, made.data)

    texts = [each.text for each in found if isinstance(each, Capture)]
    assert [page().decode()] * 3 + [f"<p>{NEWS}"] == texts
    refused = ["capture-content-encoding a.warc.gz#5", "capture-record a.warc.gz#6"]
    assert refused == shown(found)[4:]


def test_the_charset_of_the_response_is_a_hint_and_no_more(tmp_path: Path) -> None:
    russian = "<p>Заголовок открываемого материала"
    made = (
        Made()
        .add("https://a.vn/1", russian.encode("koi8-r"), kind="text/html; charset=koi8-r")
        .add("https://a.vn/2", to_1258(f"<p>{NEWS}"), kind="text/html; charset=ISO-8859-1")
        .add("https://a.vn/3", page(), kind='text/html; charset="windows-1251"')
    )

    found = [each for each in read(tmp_path, made.data) if isinstance(each, Capture)]

    assert ["koi8-r", "cp1258", "utf-8"] == [each.encoding for each in found]
    assert [russian, f"<p>{NEWS}", page().decode()] == [each.text for each in found]


def test_a_bomb_is_stopped_and_the_pages_around_it_are_read(tmp_path: Path) -> None:
    made = (
        Made()
        .add("https://a.vn/1", page())
        .add("https://a.vn/2", BOMB)
        .add("https://a.vn/3", page("Ba"))
        .add("https://a.vn/4", gzip.compress(BOMB), headers=[("Content-Encoding", "gzip")])
        .add("https://a.vn/5", BOMB, kind="video/mp4")
        .add("https://a.vn/6", page("Sáu"))
    )

    assert [
        "a.warc.gz#1",
        "capture-bomb a.warc.gz#2",
        "a.warc.gz#3",
        "capture-bomb a.warc.gz#4",
        "capture-bomb a.warc.gz#5",
        "a.warc.gz#6",
    ] == shown(read(tmp_path, made.data))


def test_a_page_may_grow_as_pages_do() -> None:
    repetitive = b"<p>The same again.</p>" * 5_000

    assert repetitive == inflate(gzip.compress(repetitive))
    with pytest.raises(BombError):
        inflate(gzip.compress(b"0" * (HARMLESS * MOST_GROWTH)))


def test_a_page_over_the_limit_is_refused_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc, "MAX_CAPTURE", 1000)
    made = Made().add("https://a.vn/1", page("x" * 2000)).add("https://a.vn/2", page("Hai"))

    assert ["capture-too-large a.warc.gz#1", "a.warc.gz#2"] == shown(read(tmp_path, made.data))


def test_damaged_bytes_cost_one_record(tmp_path: Path) -> None:
    start = len(Made().add("https://a.vn/1", page()).data)
    made = Made().add("https://a.vn/1", page()).add("https://a.vn/2", page("Hai"))
    end = len(made.data)
    data = bytearray(made.add("https://a.vn/3", page("Ba")).data)
    middle = (start + end) // 2
    data[middle : middle + 20] = b"\xff" * 20

    found = read(tmp_path, bytes(data))

    (broken,) = (each for each in found if isinstance(each, FindingError))
    assert "capture-record" == broken.findings[0].code
    texts = [each.text for each in found if isinstance(each, Capture)]
    assert [page().decode(), page("Ba").decode()] == texts


@PACKED
def test_a_file_that_breaks_off_gives_what_is_whole(
    tmp_path: Path,
    packed: bool,  # noqa: FBT001  # a case
) -> None:
    made = (
        Made(packed=packed)
        .add("https://a.vn/1", page())
        .add("https://a.vn/2", page(NEWS * 3 + "Hai"))
    )

    found = read(tmp_path, made.data[:-40])

    assert ["a.warc.gz#1", "capture-record a.warc.gz#2"] == shown(found)
    assert "Record 3 of the WARC cannot be read: it ends too early." == reason(found, 1)


def test_text_between_records_costs_one_finding(tmp_path: Path) -> None:
    made = Made(packed=False).add("https://a.vn/1", page())
    middle = len(made.data)
    data = made.add("https://a.vn/2", page("Hai")).data

    found = read(tmp_path, data[:middle] + b"garbage\r\n" * 9 + data[middle:])

    assert ["a.warc.gz#1", "capture-record a.warc.gz", "a.warc.gz#2"] == shown(found)


@pytest.mark.parametrize(
    "data",
    [b"x" * 500, gzip.compress(b"hello" * 99, mtime=0), b"\x1f\x8b\x08", b"WARC/1.0\r\n" * 9],
    ids=["letters", "gzip", "gzip cut off", "heads only"],
)
def test_what_is_no_warc_is_refused(tmp_path: Path, data: bytes) -> None:
    assert ["capture-record a.warc.gz"] == shown(read(tmp_path, data))


def test_a_line_without_end_is_not_read_into_memory(tmp_path: Path) -> None:
    made = Made(packed=False).add("https://a.vn/1", page())

    found = read(tmp_path, b"WARC/1.0\r\nX: " + b"y" * 5_000_000 + b"\r\n" + made.data)

    assert ["capture-record a.warc.gz", "a.warc.gz#1"] == shown(found)


def test_a_file_without_a_page_says_so(tmp_path: Path) -> None:
    for data in (b"", Made().data, Made().add("https://a.vn/x", b"", kind="image/png").data):
        assert ["capture-none a.warc.gz"] == shown(read(tmp_path, data))


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = bytearray(Made(packed=False).add("https://a.vn/a b", page()).data)
    read(tmp_path, bytes(data).replace(b"Content-Length: ", b"Content-Length: 1"))
    read(tmp_path, bytes(data) + b"x")

    assert ("", "") == capfd.readouterr()


SAMPLE = Made().add("https://a.vn/1", page()).add("https://a.vn/2", page("Hai")).data
PLAIN = gzip.decompress(SAMPLE)


@given(
    st.sampled_from([SAMPLE, PLAIN]),
    st.integers(0, len(PLAIN)),
    st.integers(0, 40),
    st.binary(max_size=40),
)
def test_no_damage_stops_a_run(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int, gone: int, put: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()

    for each in read(folder, data[:at] + put + data[at + gone :], "fuzz.warc"):
        assert isinstance(each, FindingError) or each.url.startswith("https://a.vn/")

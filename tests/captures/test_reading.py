from __future__ import annotations

import os
import tracemalloc
from hashlib import sha256
from pathlib import Path

import pytest

from generator import captures
from generator.captures import files, legacy, making
from generator.errors import FindingError
from generator.model import Capture
from tests.captures.wrong import NEWS, spoilt, to_legacy


def _read(tmp_path: Path, data: bytes, name: str = "tin/a.txt") -> Capture:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return captures.read(path, raw=tmp_path)


def _refused(tmp_path: Path, data: bytes, name: str = "tin/a.txt") -> tuple[str, str]:
    with pytest.raises(FindingError) as caught:
        _read(tmp_path, data, name)
    (found,) = caught.value.findings
    return found.code, found.file.removeprefix(f"{tmp_path.name}/")


def test_a_capture_says_where_it_comes_from_and_what_its_bytes_were(tmp_path: Path) -> None:
    data = "Tít\r\n\r\nMột dòng.\r\n".encode()

    capture = _read(tmp_path, data)

    assert "tin/a.txt" == capture.raw
    assert sha256(data).hexdigest() == capture.sha256
    assert ("text", "utf-8") == (capture.format, capture.encoding)
    assert "Tít\n\nMột dòng.\n" == capture.text


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "x.y.html"])
def test_pages_are_html(tmp_path: Path, name: str) -> None:
    assert "html" == _read(tmp_path, b"<p>x", name).format


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("một\rhai\r\nba\n".encode(), "một\nhai\nba\n"),
        ("mo\u0323\u0302t".encode(), "một"),
        ("\ufeffmột\ufeff hai".encode(), "một hai"),
    ],
)
def test_text_is_in_one_form(tmp_path: Path, data: bytes, text: str) -> None:
    assert text == _read(tmp_path, data).text


def test_the_place_of_the_tone_is_left_as_it_was_written(tmp_path: Path) -> None:
    assert (
        "Hoà bình, hòa bình, uỷ, ủy" == _read(tmp_path, "Hoà bình, hòa bình, uỷ, ủy".encode()).text
    )


def test_stray_nuls_are_dropped(tmp_path: Path) -> None:
    text = "Bộ Ngoại giao tổ chức hội nghị trực tuyến. " * 5

    assert text == _read(tmp_path, f"{text[:50]}\x00{text[50:]}".encode()).text


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\u200b\u00a0\n\ufeff".encode()]
)
def test_what_shows_nothing_is_empty(tmp_path: Path, data: bytes) -> None:
    assert ("capture-empty", "tin/a.txt") == _refused(tmp_path, data)


def test_a_capture_over_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_CAPTURE", 10)

    assert b"0123456789" == _read(tmp_path, b"0123456789").text.encode()
    assert ("capture-too-large", "tin/a.txt") == _refused(tmp_path, b"0123456789x")


def test_a_link_is_refused_even_if_it_came_after_the_search(tmp_path: Path) -> None:
    raw, outside = tmp_path / "raw", tmp_path / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text("x", encoding="utf-8")
    raw.mkdir()
    (raw / "a.txt").symlink_to(outside / "a.txt")
    (raw / "folder").symlink_to(outside)

    for path in (raw / "a.txt", raw / "folder" / "a.txt", raw / ".." / "raw" / "a.txt"):
        with pytest.raises(FindingError) as caught:
            captures.read(path, raw=raw)

        assert ["capture-link"] == [found.code for found in caught.value.findings]


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.html").mkdir()

    for name in ("a.txt", "b.html", "gone.txt"):
        with pytest.raises(FindingError) as caught:
            captures.read(tmp_path / name, raw=tmp_path)

        assert ["capture-unreadable"] == [found.code for found in caught.value.findings]


def test_an_unknown_code_page_and_what_is_no_text_are_told_apart(tmp_path: Path) -> None:
    unknown = "Заголовок материала".encode("koi8-r")

    assert ("capture-encoding-unknown", "a.txt") == _refused(tmp_path, unknown, "a.txt")
    assert ("capture-binary", "a.txt") == _refused(tmp_path, b"\x00" * 100, "a.txt")


def test_a_page_over_the_limit_is_refused_within_a_larger_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "MAX_PAGE", 10)

    assert ("capture-too-large", "a.html") == _refused(tmp_path, b"<p>0123456789", "a.html")


def test_a_page_of_200_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()

    with pytest.raises(FindingError) as caught:
        captures.read(path, raw=tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert ["capture-too-large"] == [found.code for found in caught.value.findings]
    assert peak < 1_000_000


def test_trees_too_large_for_a_parser_are_refused(tmp_path: Path) -> None:
    deep = b"<div>" * 100_000 + b"x" + b"</div>" * 100_000

    assert ("capture-too-deep", "a.html") == _refused(tmp_path, deep, "a.html")
    assert ("capture-too-many-tags", "a.html") == _refused(tmp_path, b"<p>x" * 600_000, "a.html")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", NEWS.encode()[:100] + b"\x00" + NEWS.encode()[100:] * 2, "capture-nul"),
        ("a.txt", NEWS.encode() + "ế".encode()[:-1], "capture-cut-off"),
        ("a.html", f"<html><body><p>{NEWS}<p>Hai bên".encode(), "capture-cut-off"),
        ("a.html", f'<meta charset="iso-8859-1"><p>{NEWS}'.encode(), "capture-charset"),
        ("a.html", f"<p>{spoilt(NEWS, 'cp1252')}".encode(), "capture-mojibake"),
        ("a.html", f"<p>{to_legacy(NEWS, legacy.VNI)}".encode("latin-1"), "capture-converted"),
    ],
)
def test_what_was_wrong_with_a_capture_that_is_used_is_told(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    (found,) = _read(tmp_path, data, name).findings

    assert (code, f"{tmp_path.name}/{name}") == (found.code, found.file)


def test_a_page_that_leaves_out_its_last_tags_by_right_is_whole(tmp_path: Path) -> None:
    for page in ("<p>x", "<html><body><p>x</html>", "<title>x</title><p>x</BODY >"):
        assert () == _read(tmp_path, page.encode(), "a.html").findings


def test_a_file_of_one_capture_is_read_like_any_other(tmp_path: Path) -> None:
    capture = _read(tmp_path, b"x")

    assert [capture] == list(captures.read_all(tmp_path / "tin" / "a.txt", raw=tmp_path))
    assert capture == captures.read_one("tin/a.txt", raw=tmp_path)
    assert ("tin/a.txt", 0) == captures.split("tin/a.txt")
    assert ("tin/a#1.txt", 0) == captures.split("tin/a#1.txt")
    assert ("a#1.JSONL", 7) == captures.split("a#1.JSONL#7")


def test_what_is_wrong_with_a_file_is_yielded_not_raised(tmp_path: Path) -> None:
    for name in ("gone.txt", "gone.jsonl", "gone.wacz"):
        (found,) = captures.read_all(tmp_path / name, raw=tmp_path)

        assert isinstance(found, FindingError)
        assert ["capture-unreadable"] == [each.code for each in found.findings]

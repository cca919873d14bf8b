from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from generator import captures
from generator.captures import reading
from generator.errors import FindingError
from generator.model import Capture


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
    monkeypatch.setattr(reading, "MAX_CAPTURE", 10)

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


def test_an_unknown_and_a_legacy_code_page_are_told_apart(tmp_path: Path) -> None:
    unknown = "Заголовок открываемого материала".encode("koi8-r")
    tcvn3 = "Bé tr­ëng Bé Ngo¹i giao ViÖt Nam lµm viÖc víi c¸c ®¹i sø".encode("latin-1")

    assert ("capture-encoding-unknown", "a.txt") == _refused(tmp_path, unknown, "a.txt")
    assert ("capture-encoding-legacy", "a.txt") == _refused(tmp_path, tcvn3, "a.txt")

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from generator import captures


def _write(path: Path, text: str = "Một dòng.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _codes(raw: Path) -> list[tuple[str, str]]:
    return [(found.code, found.file) for found in captures.find(raw)[1]]


def test_captures_are_found_at_any_depth_in_order_of_their_path(tmp_path: Path) -> None:
    names = [
        *("b.txt", "a/z.html", "a-b.htm", "a/b/c.TXT", "a.txt", "ă/đ.html", "a/c.mhtml", "d.MHT"),
        *("e.jsonl", "e.jl", "f.ndjson", "g.warc", "g.warc.gz", "h.b.WARC.GZ", "i.wacz"),
    ]
    random.Random(1).shuffle(names)  # noqa: S311  # an order, not a secret
    for name in names:
        _write(tmp_path / name)

    found, findings = captures.find(tmp_path)

    assert sorted(names) == [path.relative_to(tmp_path).as_posix() for path in found]
    assert () == findings


def test_readme_and_dot_files_are_passed_over_in_silence(tmp_path: Path) -> None:
    for name in ["README.md", "a/README.md", ".gitkeep", ".git/x.txt", "a/.DS_Store"]:
        _write(tmp_path / name)

    assert ((), ()) == captures.find(tmp_path)


def test_an_unknown_format_is_passed_over_with_a_notice(tmp_path: Path) -> None:
    names = ["a.pdf", "a.txt.gz", "notes", "warc.gz"]
    for name in names:
        _write(tmp_path / name)

    expected = [("capture-format-unknown", f"{tmp_path.name}/{name}") for name in names]
    assert expected == _codes(tmp_path)


def test_links_are_never_followed(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    _write(raw / "a.txt")
    _write(tmp_path / "outside" / "secret.txt")
    (raw / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (raw / "folder").symlink_to(tmp_path / "outside")
    (raw / "broken.html").symlink_to("nowhere")
    (raw / "loop").symlink_to(raw)

    found, _ = captures.find(raw)

    assert [raw / "a.txt"] == list(found)
    links = [("capture-link", f"raw/{name}") for name in ["file.txt", "folder", "loop"]]
    assert [("capture-link-broken", "raw/broken.html"), *links] == _codes(raw)


def test_a_folder_named_like_a_page_is_a_finding_and_its_pages_are_read(tmp_path: Path) -> None:
    page = _write(tmp_path / "trang.html" / "a.txt")

    assert (page,) == captures.find(tmp_path)[0]
    assert [("capture-folder", f"{tmp_path.name}/trang.html")] == _codes(tmp_path)


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")

    assert [("capture-unreadable", f"{tmp_path.name}/a.txt")] == _codes(tmp_path)


def test_a_name_that_is_not_utf8_is_a_finding(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/tin-\xe9.txt"
    try:
        Path(os.fsdecode(name)).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    ((code, file),) = _codes(tmp_path)

    assert "capture-unreadable" == code
    assert f"{tmp_path.name}/tin-\\udce9.txt" == file


def test_a_folder_that_is_not_there_has_no_captures(tmp_path: Path) -> None:
    assert ((), ()) == captures.find(tmp_path / "nowhere")

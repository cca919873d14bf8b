from __future__ import annotations

import json
from pathlib import Path

from generator import captures
from generator.captures.fixity import verify
from generator.model import Capture
from tests.captures.test_warc import page
from tests.captures.warcs import Made


def fill(raw: Path) -> dict[str, str]:
    """Captures of each kind, and the digests that were taken when they were read."""
    raw.mkdir(exist_ok=True)
    (raw / "a.html").write_bytes(page())
    (raw / "b.jsonl").write_text("".join(json.dumps({"body": each}) + "\n" for each in "xyz"))
    (raw / "c.warc.gz").write_bytes(
        Made().add("https://a.vn/1", page()).add("https://a.vn/2", page("Hai")).data
    )
    found = (each for path in captures.find(raw)[0] for each in captures.read_all(path, raw=raw))
    return {each.raw: each.sha256 for each in found if isinstance(each, Capture)}


def codes(raw: Path, expected: dict[str, str]) -> list[tuple[str, str]]:
    return [(found.code, found.file) for found in verify(raw, expected)]


def test_what_did_not_change_is_verified_members_too(tmp_path: Path) -> None:
    expected = fill(tmp_path)

    assert ["a.html", "b.jsonl#1", "b.jsonl#2", "b.jsonl#3", "c.warc.gz#1", "c.warc.gz#2"] == [
        *expected
    ]
    assert [] == codes(tmp_path, expected)


def test_a_member_that_changed_is_named(tmp_path: Path) -> None:
    expected = fill(tmp_path)
    text = (tmp_path / "b.jsonl").read_text()
    (tmp_path / "b.jsonl").write_text(text.replace('"y"', '"Y"'))
    (tmp_path / "c.warc.gz").write_bytes(Made().add("https://a.vn/1", page("Một")).data)
    (tmp_path / "a.html").write_bytes(b"x")

    assert [
        ("fixity-changed", "raw/a.html"),
        ("fixity-changed", "raw/b.jsonl#2"),
        ("fixity-changed", "raw/c.warc.gz#1"),
        ("fixity-missing", "raw/c.warc.gz#2"),
    ] == codes(tmp_path, expected)


def test_a_container_that_is_gone_or_damaged_is_missing(tmp_path: Path) -> None:
    expected = fill(tmp_path)
    (tmp_path / "b.jsonl").unlink()
    (tmp_path / "c.warc.gz").write_bytes(b"")

    assert [
        ("fixity-missing", "raw/b.jsonl#1"),
        ("fixity-missing", "raw/b.jsonl#2"),
        ("fixity-missing", "raw/b.jsonl#3"),
        ("fixity-missing", "raw/c.warc.gz#1"),
        ("fixity-missing", "raw/c.warc.gz#2"),
    ] == codes(tmp_path, expected)

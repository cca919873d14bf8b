"""What lies beside a text, read from the disk when its page is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.press.beside import MAX_BYTES, Reader, size
from tests.site.sample import png

LIST = "- n: 3\n  text: Chia sẻ\n  role: widget\n  rule: widget-phrase\n  after: 1\n"


def folder(root: Path, text: str | None) -> Path:
    (root / "articles/a").mkdir(parents=True)
    if text is not None:
        (root / "articles/a/removed.yml").write_text(text, encoding="utf-8")
    return root


def test_removed_lines_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    reader = Reader(folder(tmp_path, LIST))
    (line,) = reader.beside().removals("articles/a")

    assert (3, "Chia sẻ", 1) == (line.n, line.text, line.after)
    assert [] == reader.findings


def test_where_there_is_no_list_there_are_no_lines(tmp_path: Path) -> None:
    reader = Reader(folder(tmp_path, None))

    assert () == reader.beside().removals("articles/a")
    assert [] == reader.findings


def test_a_broken_list_is_a_finding_and_no_lines(tmp_path: Path) -> None:
    reader = Reader(folder(tmp_path, "- n: drei\n"))

    assert () == reader.beside().removals("articles/a")
    assert ["removed-broken"] == [found.code for found in reader.findings]


def test_a_list_behind_a_link_is_not_read(tmp_path: Path) -> None:
    reader = Reader(folder(tmp_path / "content", None))
    (tmp_path / "secret.yml").write_text(LIST, encoding="utf-8")
    (tmp_path / "content/articles/a/removed.yml").symlink_to(tmp_path / "secret.yml")

    assert () == reader.beside().removals("articles/a")
    assert ["file-link"] == [found.code for found in reader.findings]


def picture(folder: Path, suffix: str, *, orientation: int = 0) -> Path:
    """A picture of 40 × 30 pixels."""
    path = folder / f"a.{suffix}"
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    Image.new("RGB", (40, 30)).save(path, exif=exif)
    return path


@pytest.mark.parametrize("suffix", ["jpg", "png", "gif", "webp", "avif"])
def test_a_picture_s_size_is_read(tmp_path: Path, suffix: str) -> None:
    assert (40, 30) == size(picture(tmp_path, suffix))


@pytest.mark.parametrize(("orientation", "expected"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40))])
def test_a_turned_photograph_has_the_size_that_browsers_show(
    tmp_path: Path, orientation: int, expected: tuple[int, int]
) -> None:
    assert expected == size(picture(tmp_path, "jpg", orientation=orientation))


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", png(9, 9)[:20]])
def test_what_is_no_picture_has_no_size(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)

    assert size(tmp_path / "a.png") is None
    assert size(tmp_path / "gone.png") is None


def test_a_picture_behind_a_link_is_not_shown_and_told_of(tmp_path: Path) -> None:
    content = folder(tmp_path / "content", None)
    (content / "articles/a/a.png").symlink_to(picture(tmp_path, "png"))
    reader = Reader(content)

    assert reader.beside().size("articles/a/a.png") is None
    assert ["file-link"] == [found.code for found in reader.findings]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "article-image-broken"),
        (b"no picture", "article-image-broken"),
        (png(20_000, 20_000), "article-image-broken"),
        (png(9, 9) + b"." * MAX_BYTES, "article-image-large"),
    ],
    ids=["empty", "no picture", "too many pixels", "too many bytes"],
)
def test_a_picture_that_readers_would_not_see_is_told_of_once(
    tmp_path: Path, data: bytes, code: str
) -> None:
    content = folder(tmp_path / "content", None)
    (content / "articles/a/a.png").write_bytes(data)
    reader = Reader(content)
    sizes = [reader.beside().size("articles/a/a.png") for _ in range(2)]

    assert [(code, "content/articles/a/a.png")] == [(one.code, one.file) for one in reader.findings]
    assert [(9, 9) if code == "article-image-large" else None] * 2 == sizes


def test_a_picture_cut_off_in_the_middle_keeps_its_size(tmp_path: Path) -> None:
    content = folder(tmp_path / "content", None)
    (content / "articles/a/a.png").write_bytes(png(1600, 900)[:1500])
    reader = Reader(content)

    assert (1600, 900) == reader.beside().size("articles/a/a.png")
    assert [] == reader.findings

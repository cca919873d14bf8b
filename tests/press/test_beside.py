"""What lies beside a text, read from the disk when its page is made."""

from __future__ import annotations

from pathlib import Path

from generator.press.beside import Reader

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

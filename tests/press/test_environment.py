"""Looking at files that come and go meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.model import Page
from generator.press import environment, spool, works


def test_a_link_to_nowhere_by_which_an_editor_locks_a_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "article.html").write_text("x", encoding="utf-8")
    alone = environment.environment([str(tmp_path)], tmp_path)
    (tmp_path / ".#article.html").symlink_to("ann@host.123:456")

    assert alone == environment.environment([str(tmp_path)], tmp_path)
    assert not works._asks_for_time(tmp_path)


def test_files_and_folders_that_are_gone_by_now_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vi.md").write_text("x", encoding="utf-8")
    alone = environment.signature([str(tmp_path)])
    for name in ("4913", "folder"):
        (tmp_path / name).mkdir() if name == "folder" else (tmp_path / name).write_text("")
    scandir = os.scandir

    @contextmanager
    def late(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
        with scandir(folder) as entries:
            found = list(entries)
        for path in (tmp_path / "4913", tmp_path / "folder"):
            if path.is_dir():
                path.rmdir()
            path.unlink(missing_ok=True)
        yield iter(found)

    monkeypatch.setattr(os, "scandir", late)

    assert alone == environment.signature([str(tmp_path)])


def test_a_spool_that_nobody_holds_is_closed(tmp_path: Path) -> None:
    page = Page(path="index.md", meta={"title": "x"}, body="y")
    spool.write([("index.md", page)], tmp_path, lambda *_: None)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        assert "y" == spool.Spool(tmp_path)[0].body

    assert before == len(list(Path("/proc/self/fd").iterdir()))

"""Watching files, with whatever the system tells."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.press.live.watcher import Watcher

PATIENCE = 30.0
"""Seconds after which nothing is held to have been seen."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "articles" / "một"
    folder.mkdir(parents=True)
    (folder / "vi.md").write_text("Lời.", encoding="utf-8")
    return folder


@pytest.fixture
def watcher(folder: Path) -> Iterator[Watcher]:
    with Watcher() as watcher:
        watcher.watch([folder.parents[1]])
        watcher.look()
        yield watcher


def test_an_edit_is_told_with_the_file_that_it_was_made_in(watcher: Watcher, folder: Path) -> None:
    touched: list[Path] = []
    (folder / "vi.md").write_text("Lời đã sửa.", encoding="utf-8")

    assert watcher.wait(PATIENCE, hinted=touched.extend)
    assert {folder / "vi.md"} == set(touched)
    assert not watcher.is_hinted


def test_editors_that_put_a_new_file_in_its_place_are_understood(
    watcher: Watcher, folder: Path
) -> None:
    touched: list[Path] = []
    new = folder / "vi.md.new"
    new.write_text("Lời đã sửa.", encoding="utf-8")
    new.replace(folder / "vi.md")

    assert watcher.wait(PATIENCE, hinted=touched.extend)
    assert folder / "vi.md" in touched


def test_what_is_only_read_is_no_edit(watcher: Watcher, folder: Path) -> None:
    assert "Lời." == (folder / "vi.md").read_text(encoding="utf-8")
    time.sleep(0.3)

    assert not watcher.is_hinted
    assert not watcher.wait(0)


def test_what_no_hint_tells_is_seen_by_looking(folder: Path, tmp_path: Path) -> None:
    watcher = Watcher()  # not entered: nobody tells anything
    watcher.watch([tmp_path / "content"])
    watcher.look()
    (folder / "en.md").write_text("Words.", encoding="utf-8")

    assert watcher.wait(PATIENCE)
    (folder / "en.md").unlink()
    assert watcher.look()
    assert not watcher.look()


def test_what_is_watched_anew_does_not_count_as_changed(watcher: Watcher, tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("site_name: x", encoding="utf-8")
    watcher.watch([tmp_path / "content", settings])

    assert not watcher.look()
    settings.write_text("site_name: khác", encoding="utf-8")
    assert watcher.wait(PATIENCE)
    settings.unlink()
    assert watcher.wait(PATIENCE)

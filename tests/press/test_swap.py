"""Putting a site in another's place, on systems that can exchange names and those that cannot."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from generator.press import swap


@pytest.fixture(params=["exchange", "two renames"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchange", lambda _first, _second: False)
    return tmp_path / "site"


def make(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(text)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_first_site_is_moved_in(site: Path) -> None:
    make(swap.new_folder(site), "new")

    swap.publish(site)

    assert "new" == (site / "index.html").read_text()
    assert ["site"] == names(site.parent)


def test_new_site_takes_the_place_of_the_old(site: Path) -> None:
    make(site, "old")
    make(swap.new_folder(site), "new")

    swap.publish(site)

    assert "new" == (site / "index.html").read_text()
    assert ["site"] == names(site.parent)


def test_leftovers_of_a_killed_build_are_cleared_away(site: Path) -> None:
    make(site, "old")
    make(swap.new_folder(site), "half")
    make(swap.old_folder(site), "older")

    swap.recover(site)

    assert "old" == (site / "index.html").read_text()
    assert ["site"] == names(site.parent)


def test_site_that_was_between_two_renames_comes_back(site: Path) -> None:
    make(swap.old_folder(site), "old")
    make(swap.new_folder(site), "new")

    swap.recover(site)

    assert "old" == (site / "index.html").read_text()
    assert ["site"] == names(site.parent)


def test_old_site_comes_back_when_the_new_one_cannot_be_moved_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda _first, _second: False)
    make(tmp_path / "site", "old")

    with pytest.raises(FileNotFoundError):
        swap.publish(tmp_path / "site")

    assert "old" == (tmp_path / "site/index.html").read_text()
    assert ["site"] == names(tmp_path)


def test_two_folders_change_names(tmp_path: Path) -> None:
    make(tmp_path / "a", "1")
    make(tmp_path / "b", "2")

    if not swap.exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot exchange names")

    assert "2" == (tmp_path / "a/index.html").read_text()
    assert "1" == (tmp_path / "b/index.html").read_text()


def test_exchange_with_nothing_is_an_error(tmp_path: Path) -> None:
    make(tmp_path / "a", "1")

    with pytest.raises(OSError, match="b") as caught:
        swap.exchange(tmp_path / "a", tmp_path / "b")

    assert errno.ENOENT == caught.value.errno

"""The verb that writes the data of the archive without its site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import settings
from generator.press import prepare
from tests.cli.test_convert_verb import archive

NAMES = ["articles.jsonl", "articles.csv", "records.jsonld", "datapackage.json", "oai.xml"]


@pytest.fixture
def root(
    tmp_path: Path, lay_archive: Callable[..., Path], article_text: Callable[..., str]
) -> Path:
    text = article_text("Lời của bài.", title="Bài một")
    return lay_archive(tmp_path / "archive", {"articles/2021/2021-12-13-mot/vi.md": text})


def test_the_files_are_those_of_the_site_byte_for_byte(root: Path) -> None:
    result = archive("--root", root, "export")

    written = {path.name: path.read_bytes() for path in map(Path, result.stdout.splitlines())}
    docs = prepare.prepare(settings.load(root)).docs
    assert (0, NAMES) == (result.exit_code, list(written))
    assert {path.name: path.read_bytes() for path in (docs / "data").glob("*.[jcx]*")} == written
    assert root / "export" == Path(result.stdout.splitlines()[0]).parent


def test_they_go_where_they_are_asked_to_and_what_is_there_stays(
    root: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/own.txt").write_text("của tôi", encoding="utf-8")

    archive("--root", root, "export", "--to", tmp_path / "out/deep")
    archive("--root", root, "export", "--to", tmp_path / "out")

    assert {*NAMES, "own.txt", "deep"} == {path.name for path in (tmp_path / "out").iterdir()}
    assert not (root / "export").exists()


def test_some_of_them_are_written_alone(root: Path, tmp_path: Path) -> None:
    chosen = ("--only", "articles.csv", "--only", "oai.xml")
    archive("--root", root, "export", "--to", tmp_path / "out", *chosen)

    assert ["articles.csv", "oai.xml"] == sorted(p.name for p in (tmp_path / "out").iterdir())


def test_a_name_that_is_none_is_a_usage_error_that_lists_those_there_are(
    root: Path, tmp_path: Path
) -> None:
    result = archive("--root", root, "export", "--to", tmp_path / "out", "--only", "articles.xml")

    assert 2 == result.exit_code
    assert ", ".join(NAMES) in result.stderr
    assert not (tmp_path / "out").exists()


def test_what_is_left_out_is_said(root: Path) -> None:
    (root / "content/articles/2021/2021-12-13-mot/vi.md").write_text("---\nid: [\n---\n")

    result = archive("--root", root, "export")

    assert 1 == result.exit_code
    assert "2021-12-13-mot/vi.md" in result.stderr


def test_a_folder_that_cannot_be_written_is_said(root: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")

    result = archive("--root", root, "export", "--to", tmp_path / "out/deep")

    assert 0 != result.exit_code
    assert "Traceback" not in result.stderr

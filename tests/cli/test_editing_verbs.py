"""The verbs of editors and keepers: new, translate, restore, check, status, verify."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_convert_verb import STORY, archive, only_article


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "story.txt").write_text(STORY, encoding="utf-8")
    archive("--root", tmp_path, "convert")
    return tmp_path


def article_id(root: Path) -> str:
    result = archive("--root", root, "status", "--json")
    return str(json.loads(result.stdout.splitlines()[0])["id"])


def codes(root: Path) -> list[str]:
    result = archive("--root", root, "check", "--format", "json")
    return [found["code"] for found in json.loads(result.stdout or "[]")]


def test_a_new_article_is_a_draft_with_its_facts_filled_in(root: Path) -> None:
    result = archive("--root", root, "new", "Lễ kỷ niệm: hai mươi năm", "--date", "2024-05-01")

    path = Path(result.stdout.strip())
    text = path.read_text(encoding="utf-8")
    assert (0, "vi.md") == (result.exit_code, path.name)
    assert "2024-05-01-le-ky-niem-hai-muoi-nam" == path.parent.name
    assert "status: draft" in text
    assert not [code for code in codes(root) if code.startswith(("field", "front-matter"))]


def test_a_wrong_date_is_a_usage_error_that_shows_the_right_form(root: Path) -> None:
    result = archive("--root", root, "new", "Tít", "--date", "1/5/2024")

    assert 2 == result.exit_code
    assert "2024-05-01" in result.stderr


def test_a_translation_without_text_stays_a_draft(root: Path) -> None:
    result = archive("--root", root, "translate", article_id(root), "--to", "en")

    path = Path(result.stdout.strip())
    row = json.loads(archive("--root", root, "status", "--json").stdout.splitlines()[0])
    assert (0, only_article(root).parent / "en.md") == (result.exit_code, path)
    assert "draft" == row["en"]


def test_translating_what_does_not_exist_says_what_does(root: Path) -> None:
    result = archive("--root", root, "translate", "a-1900-nothing", "--to", "en")

    assert 2 == result.exit_code
    assert "archive status" in result.stderr


def test_a_removed_line_can_be_put_back(root: Path) -> None:
    result = archive("--root", root, "restore", article_id(root), "--line", "3")

    assert 0 == result.exit_code
    assert "22/10/2021 06:24 AM" in only_article(root).read_text(encoding="utf-8")
    again = json.loads(archive("--root", root, "convert", "--json").stdout)
    assert "kept-edited" == again["status"]


def test_check_names_file_line_and_remedy_in_both_languages(root: Path) -> None:
    path = only_article(root)
    path.write_text(path.read_text(encoding="utf-8").replace("date: ", "date: hôm qua "), "utf-8")
    line = path.read_text(encoding="utf-8").split("date: hôm qua")[0].count("\n") + 1

    english = archive("--root", root, "check", "--lang", "en")
    vietnamese = archive("--root", root, "check", "--lang", "vi")
    github = archive("--root", root, "check", "--format", "github")

    where = path.relative_to(root).as_posix()
    assert {1} == {r.exit_code for r in (english, vietnamese, github)}
    assert f"{where}:{line}" in english.stdout
    assert "Expected" in english.stdout
    assert "Cần" in vietnamese.stdout
    assert f"::error file={where},line={line}" in github.stdout


def test_verify_knows_a_capture_that_changed_or_is_gone(root: Path) -> None:
    assert 0 == archive("--root", root, "verify").exit_code

    (root / "raw" / "story.txt").write_text(STORY + "x", encoding="utf-8")
    changed = archive("--root", root, "verify")
    (root / "raw" / "story.txt").unlink()
    gone = archive("--root", root, "verify")

    assert (3, 3) == (changed.exit_code, gone.exit_code)
    assert "story.txt" in changed.stderr
    assert "story.txt" in gone.stderr


def test_settings_that_make_no_sense_are_a_message_and_status_2(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("extra: 3\n", encoding="utf-8")

    result = archive("--root", tmp_path, "check")

    assert 2 == result.exit_code
    assert "mkdocs.yml" in result.stderr


def test_check_reads_the_lists_of_removed_lines(root: Path) -> None:
    beside = only_article(root).parent / "removed.yml"
    beside.write_text("- n: 1\n- {n: 2\n", encoding="utf-8")

    result = archive("--root", root, "check", "--format", "json")

    (found,) = (one for one in json.loads(result.stdout) if one["code"] == "removed-broken")
    assert (1, True) == (result.exit_code, found["file"].endswith("/removed.yml"))
    assert found["line"] > 0

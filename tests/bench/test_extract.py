"""The command, with this project alone: the other tools live in an environment of their own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.extract import main

STORY = "Sáng nay đoàn tàu đầu tiên rời ga lúc sáu giờ và về đến nơi đúng trưa."
PAGE = (
    '<html lang="vi"><body><article><h1>Tàu sớm về ga đúng hẹn</h1>'
    f"<p>{STORY}</p><p>{STORY.replace('Sáng', 'Chiều')}</p></article></body></html>"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "aeb/html").mkdir(parents=True)
    (tmp_path / "aeb/html/a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    truth = {"a": {"url": "https://a.example/", "articleBody": f"{STORY} thêm một chữ"}}
    (tmp_path / "aeb/ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return tmp_path


def test_the_table_and_the_worst_pages_are_printed_and_written(data: Path, tmp_path: Path) -> None:
    arguments = ["--data", str(data), "--only", "archive", "--sets", "aeb", "--forms", "html"]
    arguments += ["--worst", "1", "--metadata", "--output", str(tmp_path / "table.json")]

    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 0, result.output
    assert "AEB 1 pages" in result.output
    assert "\n- aeb/a F1 " in result.output
    written = json.loads((tmp_path / "table.json").read_text(encoding="utf-8"))
    assert [row["tool"] for row in written["results"]] == ["archive"]
    assert 0 < written["results"][0]["score"]["f1"] < 1
    assert written["peaks"]["archive"] > 1_000_000


def test_a_tool_that_does_not_exist_is_a_usage_error(data: Path) -> None:
    result = CliRunner().invoke(main, ["--data", str(data), "--only", "nobody"])

    assert result.exit_code == 2
    assert "'nobody' is not among" in result.output


def test_other_tools_without_their_environment_are_a_usage_error(data: Path) -> None:
    arguments = ["--data", str(data), "--sets", "aeb", "--only", "trafilatura"]
    arguments += ["--python", "/nowhere/python"]

    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 2
    assert "make bench-setup" in result.output


def test_a_data_set_that_is_not_there_is_a_usage_error(data: Path) -> None:
    result = CliRunner().invoke(main, ["--data", str(data), "--only", "archive", "--sets", "wcxb"])

    assert result.exit_code == 2
    assert "wcxb-dev-articles" in result.output

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench import report
from bench.metric import Score
from bench.report import Report, Result

SCORE = Score(f1=0.9644, precision=0.95, recall=0.98, error=0.006, pages=181)


def made(tools: tuple[str, ...] = ("archive", "trafilatura")) -> Report:
    return Report(
        day=date(2026, 11, 22),
        results=[
            Result(set="aeb", form="html", tool=tool, score=SCORE, failed=0) for tool in tools
        ],
        times={(tool, "html"): 0.01 * (n + 1) for n, tool in enumerate(tools)},
        peaks=dict.fromkeys(tools, 50_000_000),
        sample=0,
    )


def test_a_row_has_scores_time_and_memory() -> None:
    assert (
        "| **this project** (archive) | **.964** ±.006<br>.950 / .980 | 10.0<br>× 0.50 | 50 |\n"
        in report.markdown(made())
    )


def test_the_table_says_when_and_on_how_many_pages() -> None:
    assert report.markdown(made()).startswith("Measured on 2026-11-22 in one run: AEB 181 pages.\n")


def test_without_the_yardstick_there_is_no_multiple() -> None:
    assert "×" not in report.markdown(made(("archive",))).split("\n\n", 1)[1]


def test_errors_of_a_tool_are_told() -> None:
    run = made(("archive",))
    failed = Result(set="aeb", form="html", tool="archive", score=SCORE, failed=2)
    broken = Report(day=run.day, results=[failed], times=run.times, peaks=run.peaks, sample=0)

    assert "count as no text: archive on 2 of AEB, HTML." in report.markdown(broken)
    assert "count as no text" not in report.markdown(run)


def test_facts_have_a_table_of_their_own() -> None:
    facts = {
        "dates": {"right": 8, "missed": 2},
        "headlines": {"right": 9, "other": 1},
        "bylines": {},
        "captions": {"found": 3, "missed": 1},
    }
    result = Result(set="wcxb", form="html", tool="archive", score=SCORE, failed=0, metadata=facts)
    run = Report(
        day=date(2026, 11, 22),
        results=[result],
        times={("archive", "html"): 0.01},
        peaks={"archive": 1},
        sample=0,
    )

    assert (
        "| archive, WCXB | 8 of 10 | 0 | 0 | 0 | 2 | 9 of 10 | – | – | – | 3 of 4 |"
        in report.markdown(run)
    )


def test_a_block_goes_between_the_marks_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("a\n<!-- table: bench -->\nold\n<!-- end -->\nb\n", encoding="utf-8")

    report.put(path, "new\n")

    assert path.read_text(encoding="utf-8") == "a\n<!-- table: bench -->\nnew\n<!-- end -->\nb\n"


def test_a_file_without_marks_becomes_the_block(tmp_path: Path) -> None:
    path = tmp_path / "table.md"

    report.put(path, "new\n")

    assert path.read_text(encoding="utf-8") == "new\n"

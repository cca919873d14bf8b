"""The benchmark's outcome, as Markdown for the README and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from bench.metadata import Counts
from bench.metric import Score
from bench.tools import OWN, YARDSTICK

BEGIN = "<!-- table: bench -->\n"
END = "<!-- end -->"

TITLES = {
    "aeb": "AEB",
    "wcxb": "WCXB",
    "wcxb-held-back": "WCXB held back",
    "wcxb-train": "WCXB train",
}
_DATES = ("right", "disputed", "wrong as stated", "wrong as inferred", "missed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One tool on one set in one form.

    Attributes:
        set: Name of the set.
        form: `html` or `flattened`.
        tool: Name of the tool.
        score: F1, precision, recall.
        failed: Pages on which the tool raised an error.
        metadata: What it knows besides the text; empty if not asked.
    """

    set: str
    form: str
    tool: str
    score: Score
    failed: int
    metadata: Counts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A run.

    Attributes:
        day: When it ran.
        results: In the order of sets, forms, tools.
        times: Tool and form → mean seconds of processor time a page, over all pages.
        peaks: Tool → most memory of its process, in bytes.
        sample: Pages of each set that were taken; 0 for all.
    """

    day: date
    results: Sequence[Result]
    times: Mapping[tuple[str, str], float]
    peaks: Mapping[str, int]
    sample: int

    def json(self) -> dict[str, object]:
        """All numbers, unrounded."""
        return {
            "day": self.day.isoformat(),
            "sample": self.sample,
            "seconds": {f"{tool}, {form}": seconds for (tool, form), seconds in self.times.items()},
            "peaks": dict(self.peaks),
            "results": [asdict(result) for result in self.results],
        }


def markdown(report: Report) -> str:
    """The tables, with the day and the numbers of pages."""
    parts = [_intro(report), "\n".join(_scores(report))]
    if failed := _failed(report):
        parts.append(failed)
    if any(result.metadata for result in report.results):
        parts.append("\n".join(_metadata(report)))
    return "\n\n".join(parts) + "\n"


def put(path: Path, block: str, more: str = "") -> None:
    """Write the tables between a file's marks, if it has them; else they are the file.

    Args:
        path: The file.
        block: The tables.
        more: What only a file of its own gets.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    before, begin, rest = text.partition(BEGIN)
    if begin:
        written = f"{before}{begin}{block}{rest[rest.index(END) :]}"
    else:
        written = f"{block}\n{more}" if more else block
    path.write_text(written, encoding="utf-8")


def _intro(report: Report) -> str:
    pages = {result.set: result.score.pages for result in report.results}
    counts = ", ".join(f"{TITLES[name]} {count} pages" for name, count in pages.items())
    part = f" (a sample of {report.sample} of each set)" if report.sample else ""
    return (
        f"Measured on {report.day.isoformat()} in one run: {counts}{part}.\n"
        "Each cell is F1 ± its bootstrap error, with precision / recall below it; "
        f"time is processor time a page, × is its multiple of {YARDSTICK}'s; "
        "memory is the peak of the tool's process."
    )


def _scores(report: Report) -> Iterator[str]:
    tools = list(dict.fromkeys(result.tool for result in report.results))
    by = {(result.set, result.form, result.tool): result for result in report.results}
    columns = list(dict.fromkeys((result.set, result.form) for result in report.results))
    forms = list(dict.fromkeys(form for _, form in columns))
    titles = [f"{TITLES[name]}, {_form(form)}" for name, form in columns]
    times = [f"ms a page, {_form(form)}" for form in forms]
    yield f"| | {' | '.join([*titles, *times, 'MB'])} |"
    yield f"|---|{'--:|' * (len(titles) + len(times) + 1)}"
    best = {
        column: max(round(by[(*column, tool)].score.f1, 3) for tool in tools) for column in columns
    }
    for tool in tools:
        cells = [_cell(by[(*column, tool)].score, best[column]) for column in columns]
        cells += [_time(report, form, tool) for form in forms]
        name = f"**this project** ({tool})" if tool == OWN else tool
        yield f"| {name} | {' | '.join(cells)} | {report.peaks[tool] / 1e6:.0f} |"


def _failed(report: Report) -> str:
    """Who raised errors, which count as no text; empty if nobody did."""
    found = [
        f"{result.tool} on {result.failed} of {TITLES[result.set]}, {_form(result.form)}"
        for result in report.results
        if result.failed
    ]
    return f"Errors, which count as no text: {'; '.join(found)}." if found else ""


def _form(form: str) -> str:
    return {"html": "HTML", "flattened": "flattened"}[form]


def _cell(score: Score, best: float) -> str:
    shown = _number(score.f1)
    shown = f"**{shown}**" if round(score.f1, 3) >= best else shown
    parts = f"{_number(score.precision)} / {_number(score.recall)}"
    return f"{shown} ±{_number(score.error)}<br>{parts}"


def _number(value: float) -> str:
    """`.964`, as in the literature."""
    text = f"{value:.3f}"
    return text.removeprefix("0")


def _time(report: Report, form: str, tool: str) -> str:
    own, other = report.times[tool, form], report.times.get((YARDSTICK, form))
    ratio = f"<br>× {own / other:.2f}" if other else ""
    return f"{own * 1000:.1f}{ratio}"


def _metadata(report: Report) -> Iterator[str]:
    yield (
        "| | dates right | as the page's data | wrong, as stated | wrong, as inferred | not found "
        "| headlines right | bylines right | other | not found | captions found |"
    )
    yield f"|---|{'--:|' * 10}"
    for result in report.results:
        if not result.metadata:
            continue
        dates, captions = result.metadata["dates"], result.metadata["captions"]
        headlines, bylines = result.metadata["headlines"], result.metadata["bylines"]
        cells = [
            _of(dates, "right"),
            *(_count(dates, name) for name in _DATES[1:]),
            _of(headlines, "right"),
            _of(bylines, "right"),
            _count(bylines, "other"),
            _count(bylines, "missed"),
            _of(captions, "found"),
        ]
        yield f"| {result.tool}, {TITLES[result.set]} | {' | '.join(cells)} |"


def _of(counts: Mapping[str, int], name: str) -> str:
    total = sum(counts.values())
    return f"{counts.get(name, 0)} of {total}" if total else "–"


def _count(counts: Mapping[str, int], name: str) -> str:
    return str(counts.get(name, 0)) if counts else "–"

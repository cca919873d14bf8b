"""`python -m bench.extract`: this project beside other extractors, in one table and one run."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from bench import metadata, metric, report, sets, worst
from bench.measure import FORMS, Bench
from bench.processes import ROOT, Answer
from bench.report import Report, Result
from bench.sets import Page
from bench.tools import OWN, TOOLS, Facts

_DEFAULT_SETS = "aeb,wcxb,wcxb-held-back"

Answers = Mapping[tuple[str, str, str], Answer]
"""Tool, form, page key → answer."""


def _among(known: Iterable[str]) -> Callable[..., tuple[str, ...]]:
    """A list of names with commas between them, each among those known; empty for all."""
    names = tuple(known)

    def parse(_context: object, _option: object, value: str) -> tuple[str, ...]:
        chosen = tuple(filter(None, (name.strip() for name in value.split(",")))) or names
        if strange := [name for name in chosen if name not in names]:
            raise click.BadParameter(f"{strange[0]!r} is not among {', '.join(names)}")
        return chosen

    return parse


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    help="The folder with the data sets.",
)
@click.option("--only", callback=_among(TOOLS), default="", help="Names of tools; all if none.")
@click.option(
    "--sets", "chosen", callback=_among(sets.SETS), default=_DEFAULT_SETS, show_default=True
)
@click.option("--forms", callback=_among(FORMS), default="", help="html, flattened; both if none.")
@click.option("--sample", type=click.IntRange(min=0), default=0, help="Pages of each set; 0: all.")
@click.option("--metadata", "with_metadata", is_flag=True, help="Score dates, captions and so on.")
@click.option(
    "--worst", "count", type=click.IntRange(min=0), default=0, help="Explain the N worst pages."
)
@click.option("--quote", is_flag=True, help="With --worst: show the lines that went wrong.")
@click.option(
    "--output",
    "outputs",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="Write JSON (….json), or Markdown: between a file's marks if it has them.",
)
@click.option(
    "--python",
    type=click.Path(path_type=Path, dir_okay=False),
    default=ROOT / ".venv-bench/bin/python",
    help="The interpreter that has the other tools.",
)
def main(
    *,
    data: Path,
    only: tuple[str, ...],
    chosen: tuple[str, ...],
    forms: tuple[str, ...],
    sample: int,
    with_metadata: bool,
    count: int,
    quote: bool,
    outputs: tuple[Path, ...],
    python: Path,
) -> None:
    """Score extractors on sets of real pages."""
    try:
        pages = {name: sets.load(data, name, sample=sample) for name in chosen}
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from error
    every = {page.key: page for members in pages.values() for page in members}
    # The rows that only differ in options know the same of a page.
    asks = {(tool, "html") for tool in only if with_metadata and not TOOLS[tool][1]}
    asks |= {(OWN, form) for form in forms if count}
    # Not resolved: an interpreter of an environment is a link, and what it is called matters.
    others = python.absolute()
    if not others.exists() and set(only) - {OWN}:
        raise click.UsageError(f"{others} has to have the other tools: run `make bench-setup`")
    interpreters = {tool: Path(sys.executable) if tool == OWN else others for tool in only}
    answers: dict[tuple[str, str, str], Answer] = {}
    with Bench(interpreters, frozenset(asks)) as bench:
        for number, page in enumerate(every.values(), start=1):
            _progress(number, len(every))
            for measured in bench.measure(page, forms):
                answers[measured.tool, measured.form, page.key] = measured.answer
        peaks = bench.peaks()
    made = Report(
        day=datetime.now(tz=UTC).date(),
        results=[
            _result(name, form, tool, pages[name], answers, with_metadata=with_metadata)
            for name in chosen
            for form in forms
            for tool in only
        ],
        times={
            (tool, form): sum(answers[tool, form, key].cpu for key in every) / len(every)
            for tool in only
            for form in forms
        },
        peaks=peaks,
        sample=sample,
    )
    block = report.markdown(made)
    reasons = ""
    if OWN in only and count:
        reasons = "\n".join(
            _explain(
                name, pages[name], form, answers, count, quote=quote, with_metadata=with_metadata
            )
            for name in chosen
            for form in forms
        )
    click.echo(f"{block}\n{reasons}" if reasons else block, nl=False)
    for path in outputs:
        if path.suffix == ".json":
            path.write_text(json.dumps(made.json(), indent=1) + "\n", encoding="utf-8")
        else:
            report.put(path, block, reasons)


def _progress(number: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{number} of {total} pages", nl=number == total, err=True)


def _result(
    name: str,
    form: str,
    tool: str,
    pages: Sequence[Page],
    answers: Answers,
    *,
    with_metadata: bool,
) -> Result:
    given = [answers[tool, form, page.key] for page in pages]
    scores = [
        metric.compare(page.gold, answer.text) for page, answer in zip(pages, given, strict=True)
    ]
    known = any(answer.facts for answer in given)
    facts = [(page, answer.facts or Facts()) for page, answer in zip(pages, given, strict=True)]
    return Result(
        set=name,
        form=form,
        tool=tool,
        score=metric.summarise(scores),
        failed=sum(bool(answer.error) for answer in given),
        metadata=metadata.score(facts) if with_metadata and form == "html" and known else {},
    )


def _explain(
    name: str,
    pages: Sequence[Page],
    form: str,
    answers: Answers,
    count: int,
    *,
    quote: bool,
    with_metadata: bool,
) -> str:
    """The worst pages of a set, each with its reason, and the reasons of all pages together."""
    reasons, scores, quoted, errors = {}, {}, {}, {}
    for page in pages:
        answer = answers[OWN, form, page.key]
        lines = answer.facts.lines if answer.facts else ()
        quoted[page.key] = worst.quote(page.gold, lines) if quote else []
        scores[page.key] = metric.compare(page.gold, answer.text)
        reasons[page.key] = worst.explain(page.gold, answer.text, lines)
        errors[page.key] = f" {answer.error}" if answer.error else ""
    parts = [f"{report.TITLES[name]}, {form}: the worst pages, and what was wrong\n"]
    for key in sorted(scores, key=lambda key: (scores[key].f1, key))[:count]:
        parts.append(f"- {worst.line(key, scores[key], reasons[key])}{errors[key]}")
        parts += [f"    {wrong}" for wrong in quoted[key]]
    if with_metadata and form == "html":
        known = [(page, answers[OWN, form, page.key].facts or Facts()) for page in pages]
        parts += [f"- date of {wrong}" for wrong in metadata.wrong_dates(known)]
    parts.append(f"- all pages: {worst.shown(worst.total(reasons.values()), rules=12)}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    main()

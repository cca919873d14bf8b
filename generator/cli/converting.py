"""Verbs that read captures: `convert`, `explain`."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path

import click

from generator import convert, extract
from generator.cli.common import App, end
from generator.content import STATUSES, Outcome
from generator.errors import FindingError
from generator.model import Finding


@click.command("convert")
@click.option("--raw", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--content", type=click.Path(file_okay=False, path_type=Path))
@click.option("--only", default="*", metavar="GLOB", help="Only captures whose path fits.")
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1)
@click.option("--dry-run", is_flag=True, help="Decide everything, write nothing.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a capture, on stdout.")
@click.pass_obj
def convert_verb(
    app: App,
    raw: Path | None,
    content: Path | None,
    only: str,
    jobs: int,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Clean all captures of raw/ into articles of content/."""
    source = raw or app.settings.raw
    if not source.is_dir():
        raise click.UsageError(f"there is no folder {source}; name one with --raw")
    results = convert.run(
        source, content or app.settings.content, only=only, jobs=jobs, dry_run=dry_run
    )
    counts: Counter[str] = Counter()
    findings: list[Finding] = []
    with _progress(results, total=sum(map(len, convert.choose(source, only=only)))) as progress:
        for result in progress:
            counts[result.status] += 1
            findings += result.findings
            if as_json:
                click.echo(json.dumps(_record(result), ensure_ascii=False))
    if not as_json:
        # A file that stays a person's is no news on every run; the count below says how many.
        app.report(found for found in findings if found.code != "convert-kept-edited")
    done = ", ".join(f"{status} {counts[status]}" for status in STATUSES)
    click.echo(f"convert: {done}{' (dry run: nothing written)' if dry_run else ''}", err=True)
    end(findings)


def _progress(
    results: Iterable[Outcome], *, total: int
) -> AbstractContextManager[Iterable[Outcome]]:
    """A progress bar on a terminal, nothing elsewhere."""
    return click.progressbar(
        results,
        length=total,
        label="convert",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    )


def _record(result: Outcome) -> dict[str, object]:
    return {
        "raw": result.raw,
        "status": result.status,
        "path": result.path,
        "id": result.id,
        "findings": [asdict(found) for found in result.findings],
    }


@click.command("explain")
@click.argument("capture", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_obj
def explain_verb(app: App, capture: Path, *, as_json: bool) -> None:
    """Show every line of a capture: kept or removed, its role and the rule that decided."""
    raw = app.settings.raw if capture.resolve().is_relative_to(app.settings.raw.resolve()) else None
    found = convert.read(capture, raw=raw or capture.parent, known=convert.profiles())
    if isinstance(found, FindingError):
        raise found
    explained = extract.explain(found)
    if as_json:
        click.echo(json.dumps(explained, ensure_ascii=False, indent=2))
        return
    click.echo(extract.explain_text(found, app.lang))
    app.report(found.findings)


VERBS = (convert_verb, explain_verb)

"""Verbs that read captures: `convert`, `explain`."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import captures, convert, extract
from generator.cli.common import App, end
from generator.content import STATUSES, Outcome
from generator.model import Finding, Severity

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar  # click shows it nowhere else


@click.command("convert")
@click.option("--raw", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--content", type=click.Path(file_okay=False, path_type=Path))
@click.option("--only", default="*", metavar="GLOB", help="Only captures whose path fits.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    help="Number of processes (default: one for each core).",
)
@click.option(
    "--scheduler", default="", metavar="ADDRESS", help="Work on a Dask cluster: tcp://host:8786."
)
@click.option("--dry-run", is_flag=True, help="Decide everything, write nothing.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a capture, on stdout.")
@click.pass_obj
def convert_verb(
    app: App,
    *,
    raw: Path | None,
    content: Path | None,
    only: str,
    jobs: int,
    scheduler: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Clean all captures of raw/ into articles of content/."""
    source = raw or app.settings.raw
    if not source.is_dir():
        raise click.UsageError(f"there is no folder {source}; name one with --raw")
    bar = _Bar()
    results = convert.run(
        source,
        content or app.settings.content,
        only=only,
        jobs=jobs,
        dry_run=dry_run,
        keep=app.settings.work,
        scheduler=scheduler,
        watch=bar.show,
        own=app.own_profiles(),
    )
    statuses: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    errors: list[Finding] = []
    with closing(bar):
        for result in results:
            bar.close()
            statuses[result.status] += 1
            codes.update(found.code for found in result.findings)
            errors = errors or [f for f in result.findings if f.severity is Severity.ERROR]
            if as_json:
                click.echo(json.dumps(_record(result), ensure_ascii=False))
            else:
                # A file that stays a person's is no news on every run; the counts say how many.
                app.report(f for f in result.findings if f.code != "convert-kept-edited")
    done = ", ".join(f"{status} {statuses[status]}" for status in STATUSES)
    click.echo(f"convert: {done}{' (dry run: nothing written)' if dry_run else ''}", err=True)
    if codes:
        counted = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
        click.echo(f"convert: findings: {counted}", err=True)
    end(errors)


class _Bar:
    """A progress bar on a terminal, nothing elsewhere."""

    def __init__(self) -> None:
        self._bar: ProgressBar[int] | None = None

    def show(self, progress: convert.Progress) -> None:
        """Show how far a run has come."""
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            self._bar = click.progressbar(
                length=max(progress.total, 1),
                label="convert",
                file=sys.stderr,
                item_show_func=lambda captures: f"{captures or 0} captures",
            )
            self._bar.render_progress()
        self._bar.update(progress.done - self._bar.pos, progress.captures)

    def close(self) -> None:
        """End the line that the bar stands on."""
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None


def _record(result: Outcome) -> dict[str, object]:
    return {
        "raw": result.raw,
        "status": result.status,
        "path": result.path,
        "id": result.id,
        "findings": [asdict(found) for found in result.findings],
    }


def _existing(_context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    """A capture's name on the command line; within a container, it ends in `#` and a number."""
    if not Path(captures.split(value)[0]).is_file():
        raise click.BadParameter(f"there is no file {value}")
    return Path(value)


@click.command("explain")
@click.argument("capture", callback=_existing)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_obj
def explain_verb(app: App, capture: Path, *, as_json: bool) -> None:
    """Show every line of a capture (raw/x.txt, raw/x.warc#3): its role, the rule that decided."""
    raw = app.settings.raw if capture.resolve().is_relative_to(app.settings.raw.resolve()) else None
    folder = (raw or capture.parent).resolve()
    name = (capture.parent.resolve() / capture.name).relative_to(folder).as_posix()
    found = convert.examine(name, raw=folder, own=app.own_profiles())
    explained = extract.explain(found)
    if as_json:
        click.echo(json.dumps(explained, ensure_ascii=False, indent=2))
        return
    click.echo(extract.explain_text(found, app.lang))
    app.report(found.findings)


VERBS = (convert_verb, explain_verb)

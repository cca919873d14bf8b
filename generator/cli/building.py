"""Verbs that make the site, or its data alone: `build`, `stage`, `finish`, `serve`, `export`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

import click

from generator.cli.common import App, end
from generator.model import Severity
from generator.press.build import build
from generator.press.hands import processors
from generator.press.standing import failed
from generator.settings import load

_SEE = "see it with: archive serve"


@click.command("build")
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), help="Where to put it.")
@click.option("--clean", is_flag=True, help="Forget everything made before.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=processors,
    help="Pages are printed in this many processes; by default, one a processor.",
)
@click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="Print on a Dask cluster that sees the same folders: tcp://host:8786; in a trusted "
    "network only.",
)
@click.pass_obj
def build_verb(app: App, site: Path | None, jobs: int, scheduler: str, *, clean: bool) -> None:
    """Build the whole site; the one that stands stays until the new one is whole."""
    # Workers run in folders of their own: all paths have to be whole.
    settings = load(app.settings.root.resolve()) if scheduler else app.settings
    if site:
        settings = dataclasses.replace(settings, site=site.absolute())
    with _crew(scheduler, jobs) as (executor, workers):
        findings = build(settings, clean=clean, jobs=workers, executor=executor)
    app.report(findings)
    if not failed(findings):
        errors = sum(found.severity is Severity.ERROR for found in findings)
        counted = f"{errors} error{'s' * (errors != 1)}"
        note = f"{counted}: some files were left out" if errors else _SEE
        click.echo(f"build: {settings.site} ({note})", err=True)
    end(findings)


@contextmanager
def _crew(scheduler: str, jobs: int) -> Iterator[tuple[Executor | None, int]]:
    """Who prints: a cluster if there is an address, else processes of this machine."""
    if scheduler:
        from generator.convert import cluster  # noqa: PLC0415 - most builds need no extractor

        with cluster.executor(scheduler) as crew:
            yield crew
    else:
        yield None, jobs


@click.command("stage")
@click.pass_obj
def stage_verb(app: App) -> None:
    """Write the docs tree (.archive/docs) that any engine can build."""
    from generator.press import engines  # noqa: PLC0415 - other verbs need none of it

    docs, findings = engines.stage_all(app.settings)
    app.report(findings)
    click.echo(docs)
    end(findings)


@click.command("finish")
@click.argument("site", type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.option(
    "--theme",
    "themes",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    multiple=True,
    help="Folder of the engine's theme; the site is then inspected as by `build`.",
)
@click.pass_obj
def finish_verb(app: App, site: Path, themes: tuple[Path, ...]) -> None:
    """Give a site that another engine built the files it cannot make."""
    from generator.press import engines  # noqa: PLC0415 - other verbs need none of it

    findings = engines.finish(app.settings, site, themes=themes)
    app.report(findings)
    end(findings)


@click.command("serve")
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT")
@click.pass_obj
def serve_verb(app: App, address: str) -> None:
    """Show the site on this machine, and rebuild it when a file changes."""
    from generator.press.serve import serve  # noqa: PLC0415 - other verbs need none of it

    serve(app.settings, address=address, lang=app.lang)


@click.command("export")
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write to (default: export/ beside mkdocs.yml).",
)
@click.option("--only", multiple=True, metavar="NAME", help="Only this file; may be repeated.")
@click.pass_obj
def export_verb(app: App, to: Path | None, only: tuple[str, ...]) -> None:
    """Write the data of the archive, as /data/ has them, without building the site."""
    from generator.press.export import export  # noqa: PLC0415 - other verbs need none of it

    folder = to or app.settings.root / "export"
    try:
        written, findings = export(app.settings, folder, only=only)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--only") from error
    except OSError as error:
        raise click.FileError(str(error.filename or folder), error.strerror) from error
    app.report(findings)
    for path in written:
        click.echo(path)
    end(findings)


VERBS = (build_verb, stage_verb, finish_verb, serve_verb, export_verb)

"""The verb for what an outlet's pages have in common: `learn`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import click

from generator import captures, convert, extract
from generator.cli.common import App, end
from generator.errors import FindingError, finding
from generator.extract import learning
from generator.model import Capture


@click.command("learn")
@click.option("--outlet", required=True, metavar="NAME", help="A profile's name, or a host.")
@click.option("--raw", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--only", default="", metavar="GLOB", help="The captures that fit, whoever they are of."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="What was found, as one JSON object.")
@click.pass_obj
def learn_verb(
    app: App, outlet: str, raw: Path | None, only: str, output: Path | None, *, as_json: bool
) -> None:
    """Propose an outlet's profile from what recurs on its captures, for an editor to review."""
    source = raw or app.settings.raw
    if not source.is_dir():
        raise click.UsageError(f"there is no folder {source}; name one with --raw")
    if output and output.exists():
        raise click.UsageError(f"{output} is there already; name another file with --output")
    sample = learning.Sample()
    for page in _pages(source, only, outlet, app.own_profiles()):
        sample.add(page)
    file = f"{source.name}/"
    if sample.count < learning.LEAST:
        raise FindingError(
            finding(
                "learn-too-few",
                file=file,
                count=sample.count,
                outlet=outlet,
                least=learning.LEAST,
            )
        )
    pages = sample.pages()
    found = extract.learn(pages)
    if as_json:
        click.echo(json.dumps(_record(outlet, found, sample.count), ensure_ascii=False, indent=2))
        return
    text = extract.write_profile(outlet, found, pages=len(pages), lang=app.lang)
    if output:
        with output.open("x", encoding="utf-8") as profile:  # never over a file that is there
            profile.write(text)
    else:
        click.echo(text, nl=False)
    nothing = finding("learn-nothing", file=file, count=sample.count, outlet=outlet)
    app.report(() if found else (nothing,))
    end(())


def _pages(source: Path, only: str, outlet: str, own: convert.Own) -> Iterator[learning.Seen]:
    """The pages of an outlet, one at a time; a capture that cannot be read shows nothing."""
    known = convert.profiles(own)
    for capture in _captures(source, only):
        extraction = extract.article(capture, known)
        if only or learning.belongs(extraction, outlet):
            yield learning.observe(extraction)


def _captures(source: Path, only: str) -> Iterator[Capture]:
    for path in captures.find(source)[0]:
        if only and not fnmatchcase(path.relative_to(source).as_posix(), only):
            continue
        for capture in captures.read_all(path, raw=source):
            if isinstance(capture, Capture):
                yield capture


def _record(outlet: str, found: tuple[learning.Proposed, ...], count: int) -> dict[str, object]:
    return {
        "outlet": outlet,
        "captures": count,
        "proposed": [
            {
                "key": proposed.key,
                "name": proposed.name,
                "value": proposed.value,
                "pages": proposed.pages,
                "of": proposed.of,
                "example": proposed.example,
                "why": {"vi": proposed.why.vi, "en": proposed.why.en},
                "review": proposed.review,
            }
            for proposed in found
        ],
    }


VERBS = (learn_verb,)

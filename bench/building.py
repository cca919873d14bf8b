"""`python -m bench.building`: what building a site takes, beside MkDocs and other generators.

Every size is a generated archive, each article in both languages. Builders take turns, forwards
and backwards, and every measurement is a line of JSON in `--results`, from which the tables are
made: a file that is there already is added to.
"""

from __future__ import annotations

import filecmp
import gzip
import itertools
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from bench import builders, building_tables, laying, trees
from bench.builders import Builder, BuilderError
from bench.laying import Story
from bench.processes import ROOT

Line = dict[str, Any]

_REDIRECT = b'http-equiv="refresh"'
_HEAD = 4_096  # bytes within which a redirect says so
_SAMPLE = 200  # articles whose pages are weighed
_PARTS = "parts"
_INCREMENTAL = ("archive", "Zensical")  # the others build everything each time

_PRESS = ROOT / ".venv-builders" / "bin" / "python"
_CANARY = ROOT / ".venv-canary" / "bin" / "python"
_RIVALS = ("mkdocs", "zensical", "hugo", "pelican", "eleventy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """An archive laid for all builders.

    Attributes:
        articles: How many it has, each in two languages.
        builders: Who builds it.
        stories: The articles of both languages.
        absent: Names of builders that are not installed.
    """

    articles: int
    builders: tuple[Builder, ...]
    stories: tuple[Story, ...]
    absent: tuple[str, ...] = field(default=())


def prepare(
    folder: Path, articles: int, *, skip: Sequence[str], python: Path, canary: Path, jobs: int
) -> Bench:
    """Lay an archive and give each builder its own copy.

    Raises:
        BuilderError: The archive could not be staged or built.
    """
    _say(f"{articles:,} articles: laying")
    ours, staged = folder / "archive", folder / "staged"
    laying.lay(ours, articles)
    shutil.copytree(ours, staged)
    stories = tuple(laying.stories(builders.stage(staged)))
    mine = [builders.archive(ours, number) for number in dict.fromkeys((1, jobs))]
    _build(mine[-1])
    examples = [builders.exemplar(stories, lang) for lang in ("vi", "en")]
    pages = {
        one.place: (ours / "site" / one.place / "index.html").read_text("utf-8") for one in examples
    }
    made: list[Builder] = list(mine)
    absent: list[str] = []
    for name in _RIVALS:
        if name in skip:
            continue
        if name == "mkdocs":
            shutil.copytree(ours / "content", folder / name / "content")
            for kept in ("overrides", "generator"):
                shutil.copytree(ours / kept, folder / name / kept)
            shutil.copy(ours / "mkdocs.yml", folder / name)
            made.append(builders.mkdocs(folder / name))
        elif name == "zensical" and canary.is_file():
            made.append(builders.zensical(staged, canary))
        elif name == "hugo" and python.is_file():
            made.append(builders.hugo(folder / name, stories, pages, python))
        elif name == "pelican" and python.is_file():
            made.append(builders.pelican(folder / name, stories, pages, python))
        elif name == "eleventy" and builders.MODULES.is_dir():
            made.append(builders.eleventy(folder / name, stories, pages))
        else:
            absent.append(name)
    return Bench(articles=articles, builders=tuple(made), stories=stories, absent=tuple(absent))


def clean(bench: Bench, runs: range) -> Iterator[Line]:
    """Clean builds in turns; after the first one of each builder its site is looked at."""
    for run in runs:
        turn = bench.builders if run % 2 == 0 else bench.builders[::-1]
        for builder in turn:
            builder.clear()
            yield _line(bench, builder, "clean", run, _build(builder))
            if run == runs.start:
                yield {**_about(bench, builder, "site"), **look(builder.site, bench.stories)}
        yield {**_about(bench, bench.builders[0], _PARTS), "run": run, **_parts(bench)}
        if run == runs.start:
            yield from _same(bench)


def again(bench: Bench, runs: range) -> Iterator[Line]:
    """One article edited, and nothing changed: in turns, on the sites that the last build made."""
    for builder in bench.builders:
        if builder.name.startswith(_INCREMENTAL) or not builder.site.is_dir():
            _build(builder)
    for run in runs:
        turn = bench.builders if run % 2 == 0 else bench.builders[::-1]
        for builder in turn:
            laying.edit(builder.edited, next(_NUMBERS))
            yield _line(bench, builder, "edited", run, _build(builder))
            if builder.name.startswith(_INCREMENTAL):
                yield _line(bench, builder, "unchanged", run, _build(builder))


_NUMBERS = itertools.count(1)


def look(site: Path, stories: Sequence[Story]) -> Line:
    """What is in a site: pages (redirects apart), other files, and how long articles' pages are."""
    pages = redirects = others = 0
    for path in site.rglob("*"):
        if path.suffix == ".html":
            with path.open("rb") as file:
                is_redirect = _REDIRECT in file.read(_HEAD)
            redirects += is_redirect
            pages += not is_redirect
        else:
            others += path.is_file()
    step = max(1, len(stories) // _SAMPLE)
    printed = [(site / one.place / "index.html").read_bytes() for one in stories[::step]]
    return {
        "pages": pages,
        "redirects": redirects,
        "others": others,
        "html": statistics.median(map(len, printed)),
        "gzip": statistics.median(len(gzip.compress(page, 9)) for page in printed),
    }


def differing(one: Path, other: Path) -> tuple[int, int]:
    """How many files two sites have, and how many of them are not in both with the same bytes."""
    names = [
        {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        for site in (one, other)
    ]
    both = sorted(names[0] & names[1])
    _, changed, unread = filecmp.cmpfiles(one, other, both, shallow=False)
    return len(names[0] | names[1]), len(names[0] ^ names[1]) + len(changed) + len(unread)


def _same(bench: Bench) -> Iterator[Line]:
    for builder in bench.builders:
        if builder.name == "MkDocs":
            files, changed = differing(bench.builders[0].site, builder.site)
            yield {**_about(bench, builder, "same"), "files": files, "differing": changed}


def _build(builder: Builder) -> trees.Taken:
    """Let a builder build.

    Raises:
        BuilderError: It failed.
    """
    taken = trees.run(builder.command, cwd=builder.cwd, env=builders.environment())
    if taken.status or not builder.site.is_dir():
        raise BuilderError(f"{builder.name}: status {taken.status}: {taken.said}")
    return taken


def _parts(bench: Bench) -> Line:
    root = bench.builders[0].site.parent
    done = subprocess.run(
        [sys.executable, "-m", "bench.parts", str(root)],
        cwd=ROOT,
        env=builders.environment(),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    made: Line = json.loads(done.stdout)
    return made


def _about(bench: Bench, builder: Builder, what: str) -> Line:
    return {
        "what": what,
        "builder": builder.name,
        "version": builder.version,
        "articles": bench.articles,
    }


def _line(bench: Bench, builder: Builder, what: str, run: int, taken: trees.Taken) -> Line:
    _say(f"{bench.articles:,} {builder.name}, {what}: {taken.cpu:.1f} CPU s, {taken.seconds:.1f} s")
    return {
        **_about(bench, builder, what),
        "run": run,
        "cpu": taken.cpu,
        "seconds": taken.seconds,
        "peak": taken.peak,
    }


def _has_run(line: Line, articles: int) -> bool:
    return "run" in line and line["articles"] == articles


def _say(text: str) -> None:
    click.echo(f"{time.strftime('%H:%M:%S', time.gmtime())} {text}", err=True)


def _where() -> str:
    day = time.strftime("%Y-%m-%d", time.gmtime())
    python = f"Python {platform.python_version()}"
    return f"{day}, {os.cpu_count()} processors, {platform.system()}, {python}"


@click.command()
@click.option("--articles", "sizes", default="500,2000", show_default=True, help="Sizes.")
@click.option("--runs", type=click.IntRange(min=1), default=5, show_default=True)
@click.option("--jobs", type=click.IntRange(min=1), default=2, show_default=True)
@click.option("--skip", multiple=True, type=click.Choice(_RIVALS), help="Leave a builder out.")
@click.option("--no-clean", is_flag=True, help="Measure rebuilding only.")
@click.option("--no-again", is_flag=True, help="Measure clean builds only.")
@click.option("--python", default=_PRESS, type=click.Path(path_type=Path), help="Of Hugo, Pelican.")
@click.option("--canary", default=_CANARY, type=click.Path(path_type=Path), help="Of Zensical.")
@click.option("--results", type=click.Path(dir_okay=False, path_type=Path), help="JSON lines.")
@click.option("--table", is_flag=True, help="Measure nothing; show what is in --results.")
def main(
    *,
    sizes: str,
    runs: int,
    jobs: int,
    skip: tuple[str, ...],
    no_clean: bool,
    no_again: bool,
    python: Path,
    canary: Path,
    results: Path | None,
    table: bool,
) -> None:
    """Measure `archive build` on generated archives, beside other builders."""
    lines: list[Line] = []
    if results and results.is_file():
        lines += map(json.loads, results.read_text(encoding="utf-8").splitlines())

    def keep(found: Iterator[Line]) -> None:
        for line in found:
            lines.append(line)
            if results:
                with results.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")

    for count in () if table else map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-building-") as folder:
            bench = prepare(
                Path(folder),
                count,
                skip=skip,
                python=python.absolute(),
                canary=canary.absolute(),
                jobs=jobs,
            )
            keep(iter([{"what": "absent", "builder": name} for name in bench.absent]))
            first = 1 + max((line["run"] for line in lines if _has_run(line, count)), default=-1)
            turns = range(first, first + runs)
            if not no_clean:
                keep(clean(bench, turns))
            if not no_again:
                keep(again(bench, turns))
            keep(iter([{"what": "where", "text": _where()}]))
    click.echo(building_tables.tables(lines))


if __name__ == "__main__":
    main()

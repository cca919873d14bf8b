"""`python -m bench.search`: how good the site's search is, and what it costs.

Quality is measured on a folder with `quality.jsonl` and `queries.json` (the README of that
folder says what is in them) and on a fresh set, in a real Chromium, beside Material's lunr and
Pagefind; cost, on generated archives, each size in a process of its own.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from bench import plain, rivals
from bench.assemble import _peak as peak
from bench.fresh import fresh
from bench.processes import ROOT
from bench.shelf import Shelf
from generator import assemble, vietnamese
from generator.content import digest
from generator.extract.markdown import escape
from generator.model import (
    Archive,
    Article,
    Bilingual,
    Contents,
    Date,
    Entity,
    EntityKind,
    Source,
    Translation,
    TranslationKind,
)
from generator.press import programs, search

_CHROMIUM = "/usr/bin/chromium"
_FLAGS = ("--no-sandbox", "--disable-gpu")
_SCRIPTS = ROOT / "overrides" / "assets" / "javascripts" / "search"
_BEST = 10
_FEW = 3
"""So often Material's search is asked for its cost, which is minutes at 10,000 articles."""
_REST, _PATIENCE = 0.5, 120
"""Seconds in which a browser must do nothing to be at rest, and how often it is looked at."""
_PAGE = """<!doctype html><meta charset="utf-8"><title>search</title>
<script type="module">
import { Search } from "/js/client.js"
const search = new Search("/search/LANG/")
window.vnsearch = (text, options) => search.search(text, options)
</script>
"""

Row = dict[str, Any]


def archive_of(lines: Sequence[Row]) -> Archive:
    """Articles with topics, people and outlets as records, and the English as a summary."""
    records: dict[str, Entity] = {}

    def record(kind: EntityKind, name: str) -> str:
        id_ = f"{kind.value}-{vietnamese.slug(name)}"
        path = f"{kind}/{id_}.yml"
        records.setdefault(id_, Entity(id=id_, kind=kind, name=Bilingual(vi=name), path=path))
        return id_

    articles: list[Article] = []
    for line in lines:
        body = "\n\n".join(escape(paragraph) for paragraph in line["body"])
        date = Date.parse(line["date"])
        folder = f"articles/{date.year}/{line['id']}"
        shared: Row = {
            "id": line["id"],
            "slug": line["id"],
            "date": date,
            "source": Source(outlet=record(EntityKind.OUTLET, line["source"])),
            "topics": tuple(record(EntityKind.TOPIC, name) for name in line["topics"]),
            "people": tuple(record(EntityKind.PERSON, name) for name in line["persons"]),
        }
        articles.append(
            Article(lang="vi", title=line["title"], body=body, path=f"{folder}/vi.md", **shared)
        )
        if line["en"]:
            articles.append(
                Article(
                    lang="en",
                    title=line["en"],
                    summary=line["en"],
                    body=escape(line["en"]),
                    path=f"{folder}/en.md",
                    translation=Translation(of=digest(body), kind=TranslationKind.SUMMARY),
                    **shared,
                )
            )
    contents = Contents(articles=tuple(articles), entities=tuple(records.values()))
    return assemble.archive(contents)[0]


def lay_out(archive: Archive, folder: Path, lang: str = "vi") -> None:
    """A site that has nothing but search."""
    search.write(archive, folder)
    shutil.copytree(_SCRIPTS, folder / "js", dirs_exist_ok=True)
    programs.join(folder / "js", ("client", "worker"))  # as readers get them
    (folder / "index.html").write_text(_PAGE.replace("LANG", lang), encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder answers on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def browser() -> Iterator[Browser]:
    """A fresh browser."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_FLAGS))
        try:
            yield made
        finally:
            made.close()


class Fetched:
    """Bytes that a page fetches, but for pages and programs, which are alike on every page.

    Text counts as packed as hosts send it; what is packed already, as it is.
    """

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        page.context.on("response", self._answered)

    def _answered(self, response: Response) -> None:
        path = response.url.partition("?")[0]
        if path.endswith((".js", ".css", ".wasm", ".html", "/", ".png", ".svg", ".map")):
            return
        size = int(response.headers.get("content-length", 0))
        if path.endswith("search_index.json"):
            size = len(gzip.compress(response.body()))
        self.bytes += size


def first_result(made: Browser, engine: rivals.Engine, url: str, text: str) -> Row:
    """One query with nothing in any cache: what it fetches, and processor time of the browser."""
    context = made.new_context()
    page = context.new_page()
    page.goto("about:blank")
    session = made.new_browser_cdp_session()
    try:
        fetched = Fetched(page)
        before = _at_rest(session)
        engine.open(page, url)
        found = engine.ask(page, text)
        after = _processes(session)
        cpu = sum(time - before.get(id_, 0.0) for id_, time in after.items())
        return {"found": found, "cpu": cpu, "bytes": fetched.bytes}
    finally:
        session.detach()
        context.close()


def _processes(session: CDPSession) -> dict[int, float]:
    """Processor time of the browser's processes that show pages: all scripts and workers."""
    known = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return {one["id"]: one["cpuTime"] for one in known if one["type"] == "renderer"}


def _at_rest(session: CDPSession) -> dict[int, float]:
    """The same, once they do nothing any more.

    A new window of Chromium shows pages of its own, in processes like those of the site's; they
    would count for whoever is measured first.

    Raises:
        TimeoutError: They are never at rest.
    """
    before = _processes(session)
    for _ in range(_PATIENCE):
        time.sleep(_REST)
        now = _processes(session)
        if now == before:
            return now
        before = now
    raise TimeoutError("Chromium does not come to rest")


def score(found: Sequence[str], wanted: Mapping[str, int]) -> Row:
    """Recall of the best ten, and how many of the first have the accents as typed."""
    best = list(dict.fromkeys(found))[:_BEST]
    exact = {id_ for id_, grade in wanted.items() if grade > 1}
    first = min(len(exact), _BEST)
    return {
        "recall": len(set(best) & set(wanted)) / min(_BEST, len(wanted)) if wanted else None,
        "exact": sum(id_ in exact for id_ in best[:first]) / first if first else None,
        "answered": bool(best),
    }


def quality(made: Browser, engine: rivals.Engine, url: str, queries: Sequence[Row]) -> list[Row]:
    """Every query, one after the other, on one page."""
    rows: list[Row] = []
    page = made.new_page()
    engine.open(page, url)
    for query in queries:
        try:
            found = engine.ask(page, query["q"])
        except PlaywrightError:  # what an engine fails at, it does not find
            found = []
        made_row = {"category": query["cat"], "query": query["q"], "found": found[:_BEST]}
        rows.append({**score(found, query["rel"]), **made_row})
    page.close()
    return rows


@contextmanager
def sites(
    archive: Archive, lines: Callable[[], Iterable[Row]], only: Sequence[str]
) -> Iterator[dict[str, tuple[rivals.Engine, str]]]:
    """A site for each engine with the same articles, served: name → engine and address."""
    with ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        made: dict[str, tuple[rivals.Engine, str]] = {}
        for engine in (rivals.Ours(), rivals.Lunr(), rivals.Pagefind(), rivals.Nothing()):
            if engine.name not in only:
                continue
            folder = root / vietnamese.slug(engine.name)
            if isinstance(engine, rivals.Nothing):
                engine.lay_out(folder)
            elif isinstance(engine, rivals.Ours):
                lay_out(archive, folder)
            elif isinstance(engine, rivals.Lunr):
                rivals.lay_out_lunr(lines(), folder)
            else:
                rivals.lay_out_pagefind(lines(), folder)
            made[engine.name] = engine, stack.enter_context(served(folder))
        yield made


def compare(lines: Sequence[Row], queries: Sequence[Row], only: Sequence[str]) -> str:
    """Scores of all engines by category, as Markdown."""
    rows: dict[str, list[Row]] = {}
    with sites(archive_of(lines), lambda: lines, only) as made, browser() as chromium:
        for name, (engine, url) in made.items():
            rows[name] = quality(chromium, engine, url, queries)
    _complain(rows)
    return table(rows)


def _complain(rows: Mapping[str, Sequence[Row]]) -> None:
    """What this project missed, for whoever wants to know why."""
    for row in rows.get(rivals.Ours.name, ()):
        if row["recall"] not in {1.0, None} or row["exact"] not in {1.0, None}:
            click.echo(json.dumps(row, ensure_ascii=False), err=True)


def effort(articles: int, records: int, asked: tuple[int, int], only: Sequence[str]) -> str:
    """Bytes and processor time to the first result, engines taking turns, as Markdown.

    Args:
        articles: How many articles to generate.
        records: How many records.
        asked: How many queries, and how often each.
        only: Names of engines.
    """
    taken: dict[str, list[Row]] = {}
    queries, runs = asked
    with tempfile.TemporaryDirectory() as folder:
        archive, _, kept = plain.generate(articles, records, Path(folder))
        names = [rivals.Nothing.name, *only]
        with sites(archive, partial(lines_of, archive), names) as made:
            order = deque(made)
            texts = [text for _ in range(runs) for text in texts_of(kept, queries)]
            for turn, text in enumerate(texts):
                with browser() as chromium:
                    for name in order:
                        if name == rivals.Lunr.name and turn >= _FEW:
                            continue
                        row = first_result(chromium, *made[name], text)
                        taken.setdefault(name, []).append(row)
                order.rotate()
    base = statistics.median(row["cpu"] for row in taken.get(rivals.Pagefind.name, [{"cpu": 0}]))
    lines_ = [
        f"| {articles:,} articles | kB to first result, p50 | p95 | CPU s, median | ratio |",
        "|---|--:|--:|--:|--:|",
    ]
    for name in made:
        rows = taken[name]
        sizes = sorted(row["bytes"] for row in rows)
        cpu = statistics.median(row["cpu"] for row in rows)
        ratio = f"{cpu / base:.2f}" if base else ""
        size = f"{_share(sizes, 0.5):.0f} | {_share(sizes, 0.95):.0f}"
        lines_.append(f"| {name} | {size} | {cpu:.2f} | {ratio} |")
    return "\n".join(lines_)


def _share(sizes: Sequence[int], share: float) -> float:
    """A percentile, in kB."""
    return sizes[min(int(share * len(sizes)), len(sizes) - 1)] / 1000


def table(rows: Mapping[str, Sequence[Row]]) -> str:
    """Scores by category, as Markdown."""
    lines = [
        f"| queries | n | {' | '.join(rows)} |",
        f"|---|--:|{'--:|' * len(rows)}",
    ]
    some = next(iter(rows.values()))
    categories = [*dict.fromkeys(row["category"] for row in some if row["recall"] is not None)]
    for category in (*categories, "all"):
        of = {
            name: [row for row in mine if category in {row["category"], "all"}]
            for name, mine in rows.items()
        }
        cells = [_mean(mine, "recall") for mine in of.values()]
        count = sum(row["recall"] is not None for row in of[next(iter(of))])
        lines.append(f"| {category} | {count} | {' | '.join(cells)} |")
    exact = [
        _mean([row for row in mine if _accented(row["query"])], "exact") for mine in rows.values()
    ]
    lines.append(f"| exact spelling first | | {' | '.join(exact)} |")
    told = [_answered(mine) for mine in rows.values()]
    lines.append(f"| nonsense answered | | {' | '.join(told)} |")
    return "\n".join(lines)


def _accented(text: str) -> bool:
    return vietnamese.fold(text) != vietnamese.nfc(text).lower()


def _answered(rows: Sequence[Row]) -> str:
    nonsense = [row["answered"] for row in rows if row["recall"] is None]
    return f"{sum(nonsense)} of {len(nonsense)}"


def _mean(rows: Sequence[Row], name: str) -> str:
    values = [row[name] for row in rows if row[name] is not None]
    return f"{statistics.fmean(values):.3f}" if values else ""


def lines_of(archive: Archive) -> Iterator[Row]:
    """Generated articles as the rivals get them: one page an article, all languages on it."""
    for entry in archive.entries.values():
        original = entry.original
        others = (text for text in entry.texts.values() if text is not original)
        yield {
            "id": entry.id,
            "date": str(original.date),
            "source": archive.entities[original.source.outlet].name.vi,
            "topics": [],
            "persons": [],
            "en": "",
            "title": original.title,
            "body": [part for text in (original, *others) for part in text.body.split("\n\n")],
        }


def texts_of(kept: Shelf[Article], count: int) -> list[str]:
    """Queries to generated articles: two to four words in a row, half of them without accents."""
    chance = random.Random(count)  # noqa: S311 - a seeded sample, not a secret
    made: list[str] = []
    while len(made) < count:
        words = chance.choice(kept).body.split(".")[0].split()
        length = chance.randrange(2, 5)
        start = chance.randrange(max(1, len(words) - length))
        text = " ".join(words[start : start + length])
        made.append(text if len(made) % 2 else vietnamese.fold(text))
    return made


def cost(articles: int, records: int) -> Row:
    """Build the index of a generated archive in this process, which should do nothing else.

    Then take one article out and put it in again, a few times, each in its turn. What it takes
    to read the archive from its disk is left out.
    """
    with tempfile.TemporaryDirectory() as folder:
        archive, entries, _ = plain.generate(articles, records, Path(folder))
        made: Row = {"articles": articles, "before": peak()}
        site, kept = Path(folder) / "site", Path(folder) / "kept"
        with _timed(entries) as taken:
            search.write(archive, site, kept)
        made["cpu"] = taken[0]
        made["peak"] = peak()
        sizes = [path.stat().st_size for path in site.rglob("*.bin")]
        sampled = _sampled(archive)
        made["update"] = [_one_more(archive, entries, id_, site, kept) for id_ in sampled]
    return {**made, "files": len(sizes), "bytes": sum(sizes)}


@contextmanager
def _timed(entries: plain.Entries) -> Iterator[list[float]]:
    """Processor time of what is done meanwhile, without the reading of entries."""
    taken: list[float] = []
    start, read = time.process_time(), entries.shelf.seconds
    yield taken
    taken.append(time.process_time() - start - (entries.shelf.seconds - read))


def _sampled(archive: Archive) -> list[str]:
    chance = random.Random(9)  # noqa: S311 - a seeded sample, not a secret
    return chance.sample(sorted(archive.entries), 9)


def _one_more(
    archive: Archive, entries: plain.Entries, id_: str, site: Path, kept: Path
) -> tuple[float, float]:
    """Processor time to an index with one article more: found by itself, and if told which."""
    less = replace(archive, entries=entries.without(id_))
    taken: list[float] = []
    for changed in (None, {id_}):
        search.update(less, site, kept)
        with _timed(entries) as seconds:
            search.update(archive, site, kept, changed)
        taken += seconds
    return taken[0], taken[1]


def scale(count: int, records: int, *, rival: bool) -> str:
    """What building the index of so many generated articles takes, as a row of Markdown."""
    command = [sys.executable, "-m", "bench.search", "--one", str(count), "--records", str(records)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    made = json.loads(done.stdout)
    found, told = (sorted(column) for column in zip(*made["update"], strict=True))
    cells = [
        f"{count:,}",
        f"{made['cpu']:.1f}",
        f"{made['peak'] / 1e6:.0f} ({(made['peak'] - made['before']) / 1e6:.0f})",
        f"{made['files']:,}",
        f"{made['bytes'] / 1e6:.1f}",
        f"{statistics.median(found):.2f} ({found[-1]:.2f})",
        f"{statistics.median(told):.2f} ({told[-1]:.2f})",
    ]
    if rival:
        with tempfile.TemporaryDirectory() as folder:
            archive, _, _ = plain.generate(count, records, Path(folder))
            other = rivals.lay_out_pagefind(lines_of(archive), Path(folder) / "site")
        cells += [
            f"{other['cpu']:.1f}",
            f"{other['peak'] / 1e6:.0f}",
            f"{made['cpu'] / other['cpu']:.2f}",
        ]
    return f"| {' | '.join(cells)} |"


_SCALE = (
    "| articles | CPU s | peak MB (of the index) | files | MB | one more: CPU s (worst) "
    "| told which | Pagefind: CPU s | peak MB | ratio |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)


def _versions() -> str:
    """What was measured, on what, when."""
    chromium = subprocess.run([_CHROMIUM, "--version"], capture_output=True, text=True, check=True)
    packages = {name: version(name) for name in ("mkdocs-material", "numpy", "playwright")}
    names = ", ".join(f"{name} {number}" for name, number in packages.items())
    found = json.loads((ROOT / "bench/rivals/package.json").read_text("utf-8"))["dependencies"]
    return (
        f"{time.strftime('%Y-%m-%d', time.gmtime())}; {chromium.stdout.strip()}; Python "
        f"{sys.version.split()[0]}; {names}, Pagefind {found['pagefind']}"
    )


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), help="Official queries.")
@click.option("--counts", default="", help="Numbers of articles to build, as 1000,10000.")
@click.option("--effort", "efforts", default="", help="Numbers of articles to ask, likewise.")
@click.option("--records", type=click.IntRange(min=100), default=2_000, show_default=True)
@click.option("--runs", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--queries", type=click.IntRange(min=1), default=30, show_default=True)
@click.option("--skip", multiple=True, help="An engine that is not to be measured.")
@click.option("--no-fresh", is_flag=True, help="Leave out the fresh set.")
@click.option("--one", type=int, hidden=True, help="Measure this number here, and print JSON.")
def main(
    *,
    data: Path | None,
    counts: str,
    efforts: str,
    records: int,
    runs: int,
    queries: int,
    skip: tuple[str, ...],
    no_fresh: bool,
    one: int | None,
) -> None:
    """Measure search, beside Material's lunr and Pagefind."""
    if one is not None:
        click.echo(json.dumps(cost(one, records)))
        return
    names = (rivals.Ours.name, rivals.Lunr.name, rivals.Pagefind.name)
    only = [name for name in names if name not in skip]
    click.echo(f"{_versions()}\n")
    if data:
        text = (data / "quality.jsonl").read_text("utf-8")
        lines = [json.loads(line) for line in text.splitlines()]
        official = json.loads((data / "queries.json").read_text("utf-8"))
        click.echo(f"Official set, recall@10:\n\n{compare(lines, official, only)}\n")
    if not no_fresh:
        click.echo(f"Fresh set, recall@10:\n\n{compare(*fresh(), only)}\n")
    for count in filter(None, efforts.split(",")):
        click.echo(f"{effort(int(count), records, (queries, runs), only)}\n")
    if counts:
        click.echo(_SCALE)
    for count in filter(None, counts.split(",")):
        rival = rivals.Pagefind.name in only
        click.echo(scale(int(count), records, rival=rival))


if __name__ == "__main__":
    main()

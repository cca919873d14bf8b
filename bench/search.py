"""`python -m bench.search`: how good the site's search is, and what it costs.

Quality is measured on a folder with `quality.jsonl` and `queries.json` (the README of that
folder says what is in them), in a real Chromium; cost, on generated archives, each size in a
process of its own.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import click
from playwright.sync_api import Page, Response, sync_playwright

from bench import archives
from bench.assemble import _peak as peak
from bench.processes import ROOT
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
from generator.press import search

_CHROMIUM = "/usr/bin/chromium"
_FLAGS = ("--no-sandbox", "--disable-gpu")
_SCRIPTS = ROOT / "overrides" / "assets" / "javascripts" / "search"
_BEST = 10
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
def browser_page() -> Iterator[Page]:
    """A page of a fresh browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_FLAGS))
        try:
            yield browser.new_page()
        finally:
            browser.close()


def ask(page: Page, url: str, text: str) -> Row:
    """One query in a page that was just opened: the first ten, and the bytes of index fetched.

    The scripts, which the browser keeps and hosts send packed, are not among them.
    """
    fetched: list[int] = []

    def answered(response: Response) -> None:
        if response.url.endswith(".bin"):
            fetched.append(int(response.headers.get("content-length", 0)))

    page.context.on("response", answered)
    page.goto(url)
    page.wait_for_function("() => !!window.vnsearch")
    start = time.perf_counter()
    answer: Row = page.evaluate("q => window.vnsearch(q, { limit: 10 })", text)
    answer["ms"] = (time.perf_counter() - start) * 1000
    answer["bytes"] = sum(fetched)
    page.context.remove_listener("response", answered)
    return answer


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


def quality(data: Path, folder: Path) -> list[Row]:
    """Every query of the folder on the archive of the folder."""
    lines = [json.loads(line) for line in (data / "quality.jsonl").read_text("utf-8").splitlines()]
    queries = json.loads((data / "queries.json").read_text("utf-8"))
    lay_out(archive_of(lines), folder)
    rows: list[Row] = []
    with served(folder) as url, browser_page() as page:
        for query in queries:
            answer = ask(page, url, query["q"])
            found = [result["id"] for result in answer["results"]]
            rows.append(
                {
                    **score(found, query["rel"]),
                    "category": query["cat"],
                    "query": query["q"],
                    "meant": answer["meant"],
                    "bytes": answer["bytes"],
                    "ms": answer["ms"],
                    "found": found[:_BEST],
                }
            )
    return rows


def table(rows: Sequence[Row]) -> str:
    """Scores by category, as Markdown."""
    lines = [
        "| queries | n | recall@10 | exact first | answered nonsense | kB | ms |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    categories = [*dict.fromkeys(row["category"] for row in rows), "all"]
    for category in categories:
        of = [row for row in rows if category in {row["category"], "all"}]
        nonsense = [row["answered"] for row in of if row["recall"] is None]
        lines.append(
            f"| {category} | {len(of)} | {_mean(of, 'recall')} | {_mean(of, 'exact')} | "
            f"{f'{sum(nonsense)} of {len(nonsense)}' if nonsense else ''} | "
            f"{statistics.median(row['bytes'] for row in of) / 1000:.0f} | "
            f"{statistics.median(row['ms'] for row in of):.0f} |"
        )
    return "\n".join(lines)


def _mean(rows: Sequence[Row], name: str) -> str:
    values = [row[name] for row in rows if row[name] is not None]
    return f"{statistics.fmean(values):.3f}" if values else ""


def cost(articles: int, records: int) -> Row:
    """Build the index of a generated archive in this process, which should do nothing else."""
    archive = assemble.archive(archives.generate(articles, records))[0]
    before = peak()
    made: Row = {"articles": articles, "before": before}
    sizes: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        search.write(archive, Path(folder))
        made["cpu"] = time.process_time() - start
        sizes = [path.stat().st_size for path in Path(folder).rglob("*.bin")]
    return {**made, "peak": peak(), "files": len(sizes), "bytes": sum(sizes)}


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), help="Folder of queries.")
@click.option("--counts", default="", help="Numbers of articles, as 1000,10000.")
@click.option("--records", type=click.IntRange(min=100), default=2_000, show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help="Keep the searched site here.")
@click.option("--one", type=int, hidden=True, help="Measure this number here, and print JSON.")
def main(
    *, data: Path | None, counts: str, records: int, out: Path | None, one: int | None
) -> None:
    """Measure search."""
    if one is not None:
        click.echo(json.dumps(cost(one, records)))
        return
    if data:
        with tempfile.TemporaryDirectory() as folder:
            rows = quality(data, out or Path(folder))
        for row in rows:
            if row["recall"] not in {1.0, None} or row["exact"] not in {1.0, None}:
                click.echo(json.dumps(row, ensure_ascii=False), err=True)
        click.echo(table(rows))
    for count in filter(None, counts.split(",")):
        command = [sys.executable, "-m", "bench.search", "--one", count, "--records", str(records)]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        made = json.loads(done.stdout)
        click.echo(
            f"{made['articles']:,} articles: {made['cpu']:.1f} CPU s, peak "
            f"{made['peak'] / 1e6:.0f} MB ({made['before'] / 1e6:.0f} MB before), "
            f"{made['files']:,} files of {made['bytes'] / 1e6:.1f} MB"
        )


if __name__ == "__main__":
    main()

"""The other searches that `make bench-search` compares: Material's lunr, and Pagefind.

Each gets a site with the same articles, one page an article with all that ours knows of it, and
is asked in the browser as its own pages ask it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from bench.processes import ROOT

Row = dict[str, Any]

PAGEFIND = ROOT / "bench" / "rivals" / "node_modules" / ".bin" / "pagefind"
"""Installed by `make bench-search`."""

_PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title>
<body><main data-pagefind-body><h1>{title}</h1>{text}</main></body></html>
"""
_CONFIG = """site_name: search
theme:
  name: material
plugins:
  - search:
      lang: [vi, en]
"""
_HOME = '<!doctype html><meta charset="utf-8"><title>search</title>'


def paragraphs(line: Row) -> list[str]:
    """All that an article is found by, besides its headline."""
    known = [line["date"], line["source"], *line["topics"], *line["persons"], line["en"]]
    return [text for text in (*line["body"], *known) if text]


def lay_out_pagefind(lines: Iterable[Row], folder: Path) -> Row:
    """Pages for Pagefind, and its index of them.

    Returns:
        Seconds of processor time of all its processes, peak memory and size of the index.
    """
    for line in lines:
        page = folder / "d" / line["id"] / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"<p>{escape(one)}</p>" for one in paragraphs(line))
        page.write_text(_PAGE.format(title=escape(line["title"]), text=text), encoding="utf-8")
    made = measured([str(PAGEFIND), "--site", str(folder), "--quiet"])
    (folder / "index.html").write_text(_HOME, encoding="utf-8")
    sizes = [one.stat().st_size for one in (folder / "pagefind").rglob("*") if one.is_file()]
    return {**made, "files": len(sizes), "bytes": sum(sizes)}


def lay_out_lunr(lines: Iterable[Row], folder: Path) -> Row:
    """A site of Material with its search, whose index file lists the articles."""
    docs = folder.parent / f"{folder.name}-docs"
    docs.mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text("# Search\n", encoding="utf-8")
    config = folder.parent / f"{folder.name}.yml"
    config.write_text(_CONFIG, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    config.write_text(f"{_CONFIG}docs_dir: {docs}\nsite_dir: {folder}\n", encoding="utf-8")
    subprocess.run(command, check=True, env=settings)
    path = folder / "search" / "search_index.json"
    index = json.loads(path.read_text("utf-8"))
    index["docs"] = [
        {
            "location": f"d/{line['id']}/",
            "title": line["title"],
            "text": "".join(f"<p>{escape(one)}</p>" for one in paragraphs(line)),
        }
        for line in lines
    ]
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")
    shutil.rmtree(docs)
    return {"bytes": path.stat().st_size, "files": 1}


def measured(command: Sequence[str]) -> Row:
    """Processor time of a command's processes, and the most memory that one of them had."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, list(command))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": cpu, "peak": usage.ru_maxrss * 1024, "seconds": time.perf_counter() - start}


class Nothing:
    """A page that has no search: what is not search's doing."""

    name = "an empty page"

    def open(self, page: Page, url: str) -> None:
        """Visit the site."""
        page.goto(url)

    def ask(self, page: Page, text: str) -> list[str]:
        """Nothing is found."""
        found: list[str] = page.evaluate("text => []", text)
        return found

    def lay_out(self, folder: Path) -> None:
        """A site of one page."""
        folder.mkdir()
        (folder / "index.html").write_text(_HOME, encoding="utf-8")


class Ours:
    """This project."""

    name = "this project"

    def open(self, page: Page, url: str) -> None:
        """Visit the site, until a query can be typed: its programs are there when it is loaded."""
        page.goto(url)

    def ask(self, page: Page, text: str) -> list[str]:
        """The ids of the ten best."""
        found: list[str] = page.evaluate(
            "q => window.vnsearch(q, { limit: 10 }).then(a => a.results.map(one => one.id))", text
        )
        return found


class Pagefind:
    """Pagefind, by its own programming interface."""

    name = "Pagefind"

    def open(self, page: Page, url: str) -> None:
        """Visit the site, until a query can be typed."""
        page.goto(url)
        page.evaluate(
            """async () => {
                window.pagefind = await import("/pagefind/pagefind.js")
                await pagefind.init()
            }"""
        )

    def ask(self, page: Page, text: str) -> list[str]:
        """The ids of the ten best."""
        found: list[str] = page.evaluate(
            """async text => {
                const { results } = await pagefind.search(text)
                const best = await Promise.all(results.slice(0, 10).map(one => one.data()))
                return best.map(one => one.url)
            }""",
            text,
        )
        return [_id(url) for url in found]


class Lunr:
    """Material's search box."""

    name = "Material's lunr"

    def open(self, page: Page, url: str) -> None:
        """Visit the site, until a query can be typed."""
        page.goto(url)
        page.evaluate("document.querySelector('#__search').click()")
        page.focus(_INPUT)
        page.wait_for_function(
            f"() => !/initializ/i.test(document.querySelector('{_STATUS}').textContent)",
            timeout=900_000,
        )
        self._rest = page.inner_text(_STATUS).strip()

    def ask(self, page: Page, text: str) -> list[str]:
        """The ids of the ten best."""
        self._type(page, "")
        self._wait(page, "===")
        self._type(page, text)
        self._wait(page, "!==")
        page.wait_for_timeout(60)
        found: list[str] = page.eval_on_selector_all(
            ".md-search-result__item > a.md-search-result__link", "all => all.map(one => one.href)"
        )
        return [_id(url) for url in found]

    def _type(self, page: Page, text: str) -> None:
        page.eval_on_selector(
            _INPUT,
            """(box, text) => {
                box.value = text
                box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
            }""",
            text,
        )

    def _wait(self, page: Page, sign: str) -> None:
        page.wait_for_function(
            f"rest => document.querySelector('{_STATUS}').textContent.trim() {sign} rest",
            arg=self._rest,
            timeout=60_000,
        )


_INPUT, _STATUS = "input.md-search__input", ".md-search-result__meta"


def _id(url: str) -> str:
    """The article of an address `…/d/ID/`."""
    return url.partition("/d/")[2].partition("/")[0].partition("?")[0]


Engine = Nothing | Ours | Pagefind | Lunr

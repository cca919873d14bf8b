"""Hostile headlines and bodies in the real browser: nothing runs, nothing is lost.

They come in by both ways: written by hand as Markdown, and converted from captures. The browser
is told not to mind the pages' policy, under which no script of a page would run anyway.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import convert
from generator.content import removed
from generator.model import Removal, Role
from tests.site.hostile import BODIES, EVIL, RUN, TITLES, after, before, token
from tests.site.served import Site, Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

# A capture's text has no control characters and no line breaks within a line.
LINES = {name: re.sub(r"[\x00-\x1f]+", " ", body) for name, body in BODIES.items()}
CAPTURE_TITLE = f"<script>{RUN}</script> Tít bài chụp & {{{{ 7*7 }}}}"
CAPTURES = ["capture-html", "capture-text"]

ALL_TITLES = "qzx"
"""A word that all articles with a hostile headline have, and no others."""

RESULTS = 20
"""Results on a page of search."""

CLEANED = "a-2021-30000000"
REMOVED = [" ".join(line.split()) for line in (*TITLES.values(), *LINES.values())]
"""Lines that cleaning took out of that article."""


def live_html() -> str:
    """A page as an outlet would print it, with hostile text in it and hostile elements around."""
    told = "".join(
        f"<p>{before(name)}</p><p>{html.escape(line)}</p><p>{after(name)}</p>"
        for name, line in LINES.items()
    )
    return (
        f"<!doctype html><html><head><base href='{EVIL}/'><title>x</title>"
        f"<meta http-equiv='refresh' content='0;url={EVIL}/'></head><body onload={RUN}>"
        f"<article><h1>{html.escape(CAPTURE_TITLE)}</h1>{told}"
        f"<p onclick={RUN}>{before('live')} <a href='javascript:{RUN}'>bấm</a>"
        f"<script>{RUN}</script><img src='{EVIL}/x.png' onerror={RUN}></p>"
        f"<svg onload={RUN}><script>{RUN}</script></svg><iframe src='{EVIL}/'></iframe>"
        f"<form action='{EVIL}/'><input onfocus={RUN} autofocus></form>"
        f"<p>{after('live')}</p></article></body></html>"
    )


def live_text() -> str:
    """The same as bare text."""
    told = (f"{before(name)}\n\n{line}\n\n{after(name)}\n\n" for name, line in LINES.items())
    return f"{CAPTURE_TITLE}\n\n13/12/2021\n\n{''.join(told)}"


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory,
    lay_archive: Callable[..., Path],
    article_text: Callable[..., str],
    publish: Callable[[Path], Site],
) -> Site:
    """One archive with all of it."""
    content = {}
    for number, (name, title) in enumerate(TITLES.items()):
        body = f"{before(name)}\n\n{ALL_TITLES} {token(number)}.\n\n{after(name)}"
        content[f"articles/2021/2021-12-13-title-{name}/vi.md"] = article_text(
            body, id=f"a-2021-1{number:07}", title=title, slug=f"title-{name}"
        )
    for number, (name, hostile) in enumerate(BODIES.items()):
        body = f"{before(name)}\n\n{hostile}\n\n{after(name)}"
        content[f"articles/2021/2021-12-13-body-{name}/vi.md"] = article_text(
            body, id=f"a-2021-2{number:07}", title=f"Bài {name}", slug=f"body-{name}"
        )
    folder = "articles/2021/2021-12-13-cleaned"
    cleaning = {"profile": "generic", "version": "1", "removed": len(REMOVED)}
    content[f"{folder}/vi.md"] = article_text("Lời bài.", id=CLEANED, cleaning=cleaning)
    content[f"{folder}/removed.yml"] = removed.text(
        Removal(n=n, text=line, role=Role.WIDGET, rule=line[:100], after=n % 2)
        for n, line in enumerate(REMOVED, start=1)
    )
    root = lay_archive(tmp_path_factory.mktemp("hostile") / "archive", content)
    (root / "raw/capture.html").write_text(live_html(), encoding="utf-8")
    (root / "raw/capture.txt").write_text(live_text(), encoding="utf-8")
    done = list(convert.run(root / "raw", root / "content"))
    assert ["written", "written"] == [conversion.status for conversion in done]
    return publish(root)


@pytest.fixture(scope="module")
def addresses(site: Site) -> dict[str, str]:
    """Name of a capture → path of its article's page."""
    found = {}
    for path in sorted((site.root / "content/articles").rglob("vi.md")):
        text = path.read_text(encoding="utf-8")
        for name, raw in zip(CAPTURES, ("capture.html", "capture.txt"), strict=True):
            if f"raw: {raw}" in text.replace('"', ""):
                folder = path.parent.relative_to(site.root / "content/articles")
                built = [
                    page
                    for page in site.folder.rglob("index.html")
                    if page.parent.name and folder.name.endswith(page.parent.name)
                ]
                found[name] = f"/{built[0].parent.relative_to(site.folder).as_posix()}/"
    return found


def squeeze(text: str) -> str:
    return " ".join(text.split())


def incidents(watched: Watched) -> list[str]:
    """What should not have happened; a picture that is not there may well not be there."""
    return [
        event
        for event in watched.incidents()
        if not event.startswith("console Failed to load resource")
    ]


def article(page: Page) -> str:
    return squeeze(page.locator("article").inner_text())


@pytest.fixture(scope="module")
def reader(browser: Browser, site: Site) -> Iterator[Watched]:
    """One watched page, which all cases visit in turn."""
    opened = watched(browser, site.url, bypass_csp=True)
    yield opened
    opened.page.context.close()


def touch_links(page: Page) -> None:
    """Move over what could be clicked, and see that nothing of it is a script."""
    for link in page.locator("article .prose a").all()[:20]:
        address = (link.get_attribute("href") or "").strip().lower()
        assert not address.startswith(("javascript", "data", "vbscript"))
        link.hover()


def test_what_should_not_happen_is_noticed(
    tmp_path: Path, serve: Callable[[Path], str], browser: Browser
) -> None:
    (tmp_path / "index.html").write_text(
        f"<script>{RUN};alert(1)</script><img src='{EVIL}/x.png'><img src=x onerror='throw 1'>",
        encoding="utf-8",
    )
    opened = watched(browser, serve(tmp_path))
    opened.visit("/")
    kinds = {event.split()[0] for event in opened.incidents()}
    opened.page.context.close()

    assert {"a", "asked", "console", "error"} == kinds


@pytest.mark.parametrize("name", list(BODIES))
def test_hostile_body_is_words_and_takes_nothing_with_it(name: str, reader: Watched) -> None:
    page = reader.visit(f"/2021/12/13/body-{name}/")
    text = article(page)
    touch_links(page)

    assert [] == incidents(reader)
    assert (True, True) == (before(name) in text, after(name) in text)


@pytest.mark.parametrize("name", CAPTURES)
def test_hostile_capture_is_words_and_takes_nothing_with_it(
    name: str, addresses: dict[str, str], reader: Watched
) -> None:
    page = reader.visit(addresses[name])
    text = article(page)
    touch_links(page)

    assert [] == incidents(reader)
    assert squeeze(CAPTURE_TITLE) == squeeze(page.locator("h1").inner_text())
    assert [] == [name for name in LINES if before(name) not in text or after(name) not in text]


def test_hostile_lines_that_were_taken_out_are_words(reader: Watched) -> None:
    page = reader.visit(f"/id/{CLEANED}/removed/")
    told = {squeeze(text) for text in page.locator(".removals__text").all_inner_texts()}

    assert [] == incidents(reader)
    assert {squeeze(line) for line in REMOVED} == told


@pytest.mark.parametrize("name", list(TITLES))
def test_hostile_headline_is_text_on_its_page(name: str, reader: Watched) -> None:
    title = squeeze(TITLES[name])
    page = reader.visit(f"/2021/12/13/title-{name}/")

    assert [] == incidents(reader)
    assert title == squeeze(page.locator("h1").inner_text())
    assert 1 == page.locator("h1").count()
    assert squeeze(page.title()).startswith(title[:60])
    assert after(name) in article(page)


def test_headline_that_turns_the_direction_turns_only_itself(reader: Watched) -> None:
    head = reader.visit("/2021/12/13/title-right-to-left/").title()
    own, _, rest = head.partition(" – ")

    assert own.count("\u202e") == own.count("\u202c") == 1
    assert own.count("\u2066") == own.count("\u2069") == 1
    assert "" != rest


@pytest.mark.parametrize("path", ["/", "/2021/", "/2021/12/", "/en/", "/en/2021/12/"])
def test_hostile_headlines_are_text_in_lists(path: str, reader: Watched) -> None:
    text = squeeze(reader.visit(path).locator("main").inner_text())
    listed = TITLES if path.endswith("/12/") else {}

    assert [] == incidents(reader)
    assert [] == [name for name, title in listed.items() if squeeze(title)[:60] not in text]


@pytest.fixture(scope="module")
def asker(browser: Browser, site: Site) -> Iterator[Watched]:
    """One watched page with the box of search open, which all cases ask in turn."""
    opened = watched(browser, site.url, bypass_csp=True)
    opened.visit("/404.html").keyboard.press("s")
    yield opened
    opened.page.context.close()


@pytest.mark.parametrize("name", list(TITLES))
def test_hostile_headline_is_text_in_the_box_of_search(name: str, asker: Watched) -> None:
    page = asker.page
    page.get_by_role("combobox").fill(token(list(TITLES).index(name)))
    option = page.locator("[role=option]").first

    expect(option).to_have_attribute("href", re.compile(f"title-{re.escape(name)}/"))
    assert squeeze(TITLES[name])[:150] in squeeze(option.inner_text())
    assert [] == incidents(asker)


def test_hostile_headlines_are_text_among_search_results(reader: Watched) -> None:
    found: dict[str, str] = {}
    for number in range(1, 1 + math.ceil(len(TITLES) / RESULTS)):
        page = reader.visit(f"/search/?q={ALL_TITLES}&page={number}")
        results = page.locator("[data-part=results] li h2 a")
        expect(results).to_have_count(min(RESULTS, len(TITLES) - len(found)))
        for one in results.all():
            name = (one.get_attribute("href") or "").strip("/").rpartition("/title-")[2]
            found[name] = squeeze(one.inner_text())

    assert [] == incidents(reader)
    assert set(TITLES) == set(found)
    assert [] == [name for name in TITLES if squeeze(TITLES[name])[:150] not in found[name]]

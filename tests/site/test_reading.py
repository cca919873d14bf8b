"""Every kind of page in the real browser: whole, quiet, readable on a phone and without scripts."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import LANGS, EntityKind
from tests.conftest import REPOSITORY
from tests.site import sample
from tests.site.served import Site, Watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

INDEXES = [f"index:{kind}" for kind in EntityKind]
RECORDS = [f"record:{kind}" for kind in EntityKind]
TIMES = ["timeline", "year", "month", "day", "undated", "on-this-day"]
KINDS = [
    "home",
    "about",
    "search",
    "translations",
    *TIMES,
    "article",
    "parallel",
    *INDEXES,
    *RECORDS,
]
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="module", params=["sample", "demonstration"])
def site(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    lay_archive: Callable[..., Path],
    article_text: Callable[..., str],
    publish: Callable[[Path], Site],
) -> Site:
    """The sample, and the archive that comes with the project."""
    root = tmp_path_factory.mktemp(request.param) / "archive"
    if request.param == "sample":
        lay_archive(root, sample.content(article_text))
        picture = root / "content/articles/2021/2021-12-13-khai-mac/anh.png"
        picture.write_bytes(sample.png(1600, 900))
    else:
        lay_archive(root)
        shutil.copytree(REPOSITORY / "content", root / "content", dirs_exist_ok=True)
    return publish(root)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[tuple[str, str], str]:
    """(Kind of page, language) → path of one such page."""
    found: dict[tuple[str, str], str] = {}
    with (site.root / "content/permalinks.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lang, url = row["lang"], row["url"]
            kind = row["id"].partition(":")[0]
            segment = url.removeprefix("/en").split("/")[1]
            if row["id"] in {
                *INDEXES,
                "home",
                "about",
                "search",
                "timeline",
                "translations",
                "undated",
            }:
                kind = row["id"]
            elif segment in set(EntityKind):
                kind = f"record:{segment}"
            elif row["id"].startswith("a-"):
                kind = "article"
            if lang:
                found.setdefault((kind, lang), url)
    return found


def where(pages: dict[tuple[str, str], str], kind: str, lang: str) -> str:
    if (kind, lang) not in pages:
        pytest.skip(f"this archive has no {kind} in {lang}")
    return pages[kind, lang]


def test_every_kind_of_page_is_there(site: Site, pages: dict[tuple[str, str], str]) -> None:
    expected = {(kind, lang) for kind in KINDS for lang in LANGS}
    optional = {("undated", "en"), ("undated", "vi")}

    assert set() == expected - optional - set(pages)
    assert (site.folder / "404.html").is_file()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_page_is_quiet_whole_and_fits_a_phone(
    kind: str,
    lang: str,
    site: Site,
    pages: dict[tuple[str, str], str],
    watch: Callable[..., Watched],
) -> None:
    path = where(pages, kind, lang)
    watched = watch(site, **PHONE)
    page = watched.visit(path)

    assert lang == page.locator("html").get_attribute("lang")
    assert 1 == page.locator("h1").count()
    assert "" != page.locator("h1").inner_text().strip()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 1440, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert [] == watched.incidents()


@pytest.mark.parametrize("kind", ["home", "article", "year", "record:people"])
def test_long_words_do_not_widen_a_phone(
    kind: str, site: Site, pages: dict[tuple[str, str], str], watch: Callable[..., Watched]
) -> None:
    page = watch(site, **PHONE).visit(where(pages, kind, "vi"))
    page.locator("h1").evaluate("h => { h.textContent = 'd'.repeat(500) }")

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("lang", LANGS)
def test_article_reads_without_scripts(
    lang: str, site: Site, pages: dict[tuple[str, str], str], watch: Callable[..., Watched]
) -> None:
    watched = watch(site, java_script_enabled=False)
    path = where(pages, "article", lang)
    watched.page.goto(site.url + path)
    prose = watched.page.locator("article .prose").first

    assert prose.is_visible()
    assert 20 < len(prose.inner_text())
    assert watched.page.locator("h1").is_visible()
    assert [] == watched.events


def test_menu_works_without_scripts(site: Site, watch: Callable[..., Watched]) -> None:
    watched = watch(site, java_script_enabled=False, **DESK)
    watched.page.goto(site.url + "/")
    watched.page.locator("a[href$='people/']:visible").first.click()

    assert f"{site.url}/people/" == watched.page.url


def test_language_switch_leads_to_the_same_page_and_back(
    site: Site, pages: dict[tuple[str, str], str], watch: Callable[..., Watched]
) -> None:
    watched = watch(site, **DESK)
    path = where(pages, "record:people", "vi")
    page = watched.visit(path)
    page.locator("header a[hreflang=en]:visible").first.click()
    page.wait_for_load_state()
    there = page.url
    page.locator("header a[hreflang=vi]:visible").first.click()
    page.wait_for_load_state()

    assert site.url + "/en" + path == there
    assert site.url + path == page.url
    assert [] == watched.incidents()


def test_search_finds_an_article_and_leads_to_it(
    site: Site, pages: dict[tuple[str, str], str], watch: Callable[..., Watched]
) -> None:
    watched = watch(site, **DESK)
    path = where(pages, "article", "vi")
    words = re.findall(r"\w+", watched.visit(path).locator("h1").inner_text())
    watched.page.keyboard.press("s")
    watched.page.keyboard.type(" ".join(words[:8]))
    result = watched.page.locator(f"[role=option][href*='{path}']").first
    result.click()
    watched.page.wait_for_url(f"{site.url}{path}*")

    assert [] == watched.incidents()


@pytest.mark.parametrize("site", ["sample"], indirect=True)  # the one that hides something
def test_what_is_a_draft_or_was_removed_is_nowhere_in_the_site(site: Site) -> None:
    texts = (path.read_text(encoding="utf-8") for path in (site.root / "content").rglob("*.md"))
    assert any(sample.UNSHOWN in text for text in texts)

    telling = [
        path.relative_to(site.folder).as_posix()
        for path in sorted(site.folder.rglob("*"))
        if path.is_file() and sample.UNSHOWN.encode() in path.read_bytes()
    ]

    assert [] == telling


def test_missing_page_is_answered_in_both_languages(
    site: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(site).visit("/2021/12/13/khong-co/sau-nua/")

    assert list(LANGS) == [
        section.get_attribute("lang") for section in page.locator("main section[lang]").all()
    ]


def test_permalink_leads_on_without_scripts(
    site: Site, pages: dict[tuple[str, str], str], watch: Callable[..., Watched]
) -> None:
    watched = watch(site, java_script_enabled=False)
    path = where(pages, "article", "vi")
    with (site.root / "content/permalinks.csv").open(encoding="utf-8", newline="") as file:
        article = next(row["id"] for row in csv.DictReader(file) if row["url"] == path)
    watched.page.goto(f"{site.url}/id/{article}/")
    watched.page.wait_for_url(site.url + path)

    assert [] == watched.events


def test_palette_can_be_changed_and_is_remembered(
    site: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(site, **DESK)
    page = watched.visit("/")
    seen = []
    for _ in range(3):
        seen.append(page.locator("body").get_attribute("data-md-color-scheme"))
        page.locator("[data-md-component=palette] label:visible").first.click()
    page.locator("[data-md-component=palette] label:visible").first.click()
    chosen = page.locator("body").get_attribute("data-md-color-scheme")
    page.reload()

    assert {"default", "slate"} == set(seen)
    assert chosen == page.locator("body").get_attribute("data-md-color-scheme")
    assert [] == watched.incidents()

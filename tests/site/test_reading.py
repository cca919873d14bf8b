"""Readers' ways through the real site: its languages, its search, its lasting addresses."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable

import pytest

from generator.model import LANGS
from tests.site import sample
from tests.site.kinds import catalogue
from tests.site.served import Site, Watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1440, "height": 900}}


@pytest.mark.parametrize("kind", ["home", "article", "year", "record:people"])
def test_long_words_do_not_widen_a_phone(
    kind: str, whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, **PHONE).visit(catalogue(whole)[kind, "vi"])
    page.locator("h1").evaluate("h => { h.textContent = 'd'.repeat(500) }")

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_menu_works_without_scripts(whole: Site, watch: Callable[..., Watched]) -> None:
    watched = watch(whole, java_script_enabled=False, **DESK)
    watched.page.goto(whole.url + "/")
    watched.page.locator("a[href$='people/']:visible").first.click()

    assert f"{whole.url}/people/" == watched.page.url


def test_language_switch_leads_to_the_same_page_and_back(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(whole, **DESK)
    path = catalogue(whole)["record:people", "vi"]
    page = watched.visit(path)
    page.locator("header a[hreflang=en]:visible").first.click()
    page.wait_for_load_state()
    there = page.url
    page.locator("header a[hreflang=vi]:visible").first.click()
    page.wait_for_load_state()

    assert whole.url + "/en" + path == there
    assert whole.url + path == page.url
    assert [] == watched.incidents()


def test_search_finds_an_article_and_leads_to_it(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(whole, **DESK)
    path = catalogue(whole)["article", "vi"]
    words = re.findall(r"\w+", watched.visit(path).locator("h1").inner_text())
    watched.page.keyboard.press("s")
    watched.page.keyboard.type(" ".join(words[:8]))
    result = watched.page.locator(f"[role=option][href*='{path}']").first
    result.click()
    watched.page.wait_for_url(f"{whole.url}{path}*")

    assert [] == watched.incidents()


def test_what_is_a_draft_or_was_removed_is_nowhere_in_the_site(whole: Site) -> None:
    texts = (path.read_text(encoding="utf-8") for path in (whole.root / "content").rglob("*.md"))
    assert any(sample.UNSHOWN in text for text in texts)

    telling = [
        path.relative_to(whole.folder).as_posix()
        for path in sorted(whole.folder.rglob("*"))
        if path.is_file() and sample.UNSHOWN.encode() in path.read_bytes()
    ]

    assert [] == telling


def test_missing_page_is_answered_in_both_languages(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole).visit("/2021/12/13/khong-co/sau-nua/")

    assert list(LANGS) == [
        section.get_attribute("lang") for section in page.locator("main section[lang]").all()
    ]


def test_permalink_leads_on_without_scripts(whole: Site, watch: Callable[..., Watched]) -> None:
    watched = watch(whole, java_script_enabled=False)
    path = catalogue(whole)["article", "vi"]
    with (whole.root / "content/permalinks.csv").open(encoding="utf-8", newline="") as file:
        article = next(row["id"] for row in csv.DictReader(file) if row["url"] == path)
    watched.page.goto(f"{whole.url}/id/{article}/")
    watched.page.wait_for_url(whole.url + path)

    assert [] == watched.events

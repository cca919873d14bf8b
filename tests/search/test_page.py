"""The page of search, on a page that has nothing else."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search import samples

pytestmark = pytest.mark.browser

_WORDS = {
    "search.none": "nothing",
    "search.one": "one article",
    "search.some": "{count} articles",
    "search.meant": "meant:",
    "search.error.changed": "changed",
    "search.after": "next",
    "search.before": "previous",
}
_PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>search</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'">
<div data-search data-index="/search/vi/" data-base="/" data-words="{words}">
<form role="search"><input type="search" name="q"></form>
<p data-part="status" role="status"></p><p data-part="meant"></p><p data-part="sort"></p>
<div data-part="facets"></div><ol data-part="results"></ol><nav data-part="pages"></nav></div>
<script type="module" src="/js/page.js"></script>
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("page")
    samples.lay_out(samples.archive(), folder)
    (folder / "find").mkdir()
    words = html.escape(json.dumps(_WORDS))
    (folder / "find" / "index.html").write_text(_PAGE.format(words=words), encoding="utf-8")
    with samples.served(folder) as served:
        yield f"{served}find/"


@pytest.fixture
def visit(browser: Browser, url: str) -> Iterator[Callable[[str], Page]]:
    pages: list[Page] = []

    def go(asked: str) -> Page:
        pages.append(browser.new_page())
        pages[-1].goto(url + asked)
        return pages[-1]

    yield go
    for page in pages:
        page.close()


def test_an_address_shows_its_results(visit: Callable[[str], Page]) -> None:
    page = visit("?q=ngoai+giao+kinh+te")

    expect(page.get_by_role("status")).to_have_text("2 articles")
    expect(page.get_by_role("searchbox")).to_have_value("ngoai giao kinh te")
    first = page.get_by_role("heading").first.get_by_role("link")
    expect(first).to_have_text("Ngoại giao kinh tế năm 2021")
    expect(first).to_have_attribute("href", "/2021/07/29/kinh-te/")
    assert ["Ngoại", "giao", "kinh", "tế"] == first.locator("mark").all_text_contents()


def test_typing_answers_and_the_address_follows(visit: Callable[[str], Page]) -> None:
    page = visit("")
    page.get_by_role("searchbox").press_sequentially("dong bao")

    expect(page.get_by_role("status")).to_have_text("one article")
    assert page.url.endswith("?q=dong+bao")


def test_a_facet_narrows_and_the_back_button_widens(visit: Callable[[str], Page]) -> None:
    page = visit("?q=kinh")
    page.get_by_role("link", name="2021 (1)").click()

    expect(page.get_by_role("status")).to_have_text("one article")
    assert page.url.endswith("?q=kinh&year=2021")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("2 articles")


def test_a_closed_facet_is_fetched_when_it_is_opened(visit: Callable[[str], Page]) -> None:
    page = visit("?q=kinh")
    expect(page.locator("[data-facet=outlet]")).to_be_attached()
    page.locator("[data-facet=outlet] summary").click()

    expect(page.get_by_role("link", name="VOV (2)")).to_be_visible()


def test_what_was_meant_is_a_link(visit: Callable[[str], Page]) -> None:
    page = visit("?q=ngoai+gaio+kinh+te")

    expect(page.locator("[data-part=meant]")).to_have_text("meant: ngoai giao kinh te")


def test_nothing_found_is_said(visit: Callable[[str], Page]) -> None:
    page = visit("?q=xyzzyqwerty")

    expect(page.get_by_role("status")).to_have_text("nothing")
    expect(page.get_by_role("listitem")).to_have_count(0)


def test_markup_in_a_query_is_text(visit: Callable[[str], Page]) -> None:
    page = visit("?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")

    expect(page.get_by_role("searchbox")).to_have_value("<img src=x onerror=alert(1)>")
    expect(page.locator("img")).to_have_count(0)

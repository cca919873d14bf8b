"""The page of search and the box in the header, in a real browser.

The pages are those of the whole archive; beside its own index they are given that of a small
archive, of which it is known what must be found.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generator.press import search
from tests.search import samples
from tests.site.served import Site, Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="module")
def small(
    whole: Site, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> str:
    """Where its pages answer with the index of the small archive."""
    folder = tmp_path_factory.mktemp("small") / "site"
    shutil.copytree(whole.folder, folder, ignore=shutil.ignore_patterns("articles", "id", "data"))
    search.write(samples.archive(), folder)
    return serve(folder)


@pytest.fixture
def reader(browser: Browser, small: str) -> Iterator[Watched]:
    """A reader at a desk; nothing but what is expected may happen."""
    made = watched(browser, small, **DESK)
    yield made
    incidents = made.incidents()
    made.page.context.close()
    assert [] == incidents


def status(page: Page) -> Locator:
    return page.locator("[data-part=status]")


def titles(page: Page) -> list[str]:
    return page.locator("[data-part=results] h2 a").all_inner_texts()


def choice(page: Page, facet: str, name: str) -> Locator:
    return page.locator(f"[data-facet={facet}]").get_by_role("checkbox", name=name)


def test_an_address_shows_its_results(reader: Watched) -> None:
    page = reader.visit("/search/?q=ngoai+giao+kinh+te")

    expect(status(page)).to_have_text("2 bài")
    expect(page.get_by_role("searchbox")).to_have_value("ngoai giao kinh te")
    first = page.locator("[data-part=results] h2 a").first
    expect(first).to_have_text("Ngoại giao kinh tế năm 2021")
    expect(first).to_have_attribute("href", f"{reader.origin}/2021/07/29/kinh-te/")
    assert ["Ngoại", "giao", "kinh", "tế"] == first.locator("mark").all_text_contents()
    assert page.title().startswith("ngoai giao kinh te – ")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("?q=kinh&year=&outlet=", "2 bài"),
        (f"?q={'kinh+' * 1000}", "2 bài"),
        ("?q=%22", 'Không có bài nào khớp với “"”.'),
    ],
    ids=["empty choices", "a question longer than the box takes", "a quote alone"],
)
def test_an_awkward_address_is_answered_like_any_other(
    reader: Watched, address: str, told: str
) -> None:
    expect(status(reader.visit(f"/search/{address}"))).to_have_text(told)


def test_typing_answers_and_the_address_follows(reader: Watched) -> None:
    page = reader.visit("/search/")
    page.get_by_role("searchbox").press_sequentially("dong bao")

    expect(status(page)).to_have_text("1 bài")
    assert page.url.endswith("?q=dong+bao")


def test_facets_narrow_together_and_the_back_button_widens(reader: Watched) -> None:
    page = reader.visit("/search/?q=kinh")
    expect(status(page)).to_have_text("2 bài")
    choice(page, "year", "2021").press("Space")
    expect(status(page)).to_have_text("1 bài")
    assert page.evaluate("document.activeElement.value") == "2021"
    choice(page, "year", "2023").check()
    expect(status(page)).to_have_text("2 bài")

    assert page.url.endswith("?q=kinh&year=2021&year=2023")
    page.go_back()
    expect(status(page)).to_have_text("1 bài")
    assert page.url.endswith("?q=kinh&year=2021")
    page.go_back()
    expect(choice(page, "year", "2021")).not_to_be_checked()


def test_a_shared_address_has_its_facets_and_each_can_be_taken_back(reader: Watched) -> None:
    page = reader.visit("/search/?q=kinh&outlet=vov&year=2021")
    chosen = page.get_by_role("group", name="Đang lọc theo").get_by_role("link")

    expect(chosen).to_have_text(["2021", "VOV", "Bỏ mọi điều kiện"])
    expect(choice(page, "outlet", "VOV")).to_be_checked()
    chosen.first.click()
    expect(status(page)).to_have_text("2 bài")
    assert page.url.endswith("?q=kinh&outlet=vov")


def test_a_facet_is_fetched_when_it_is_opened(reader: Watched) -> None:
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    page = reader.visit("/search/?q=kinh")
    expect(choice(page, "year", "2021")).to_be_visible()
    before = [url for url in asked if "/f/" in url]
    page.locator("[data-facet=outlet] summary").click()

    expect(choice(page, "outlet", "VOV 2")).to_be_visible()
    assert [] == before
    assert [f"{reader.origin}/search/vi/f/outlet.bin"] == [url for url in asked if "/f/" in url]


def test_facets_alone_list_all_that_has_them(reader: Watched) -> None:
    page = reader.visit("/search/?year=2021&sort=oldest")

    expect(status(page)).to_have_text("2 bài")
    assert ["Ngoại giao kinh tế năm 2021", "Gìn giữ hoà bình"] == titles(page)


def test_results_are_sorted_by_date_and_the_choice_is_told(reader: Watched) -> None:
    page = reader.visit("/search/?q=bình")
    page.get_by_role("group", name="Thứ tự").get_by_role("link", name="Cũ nhất").click()

    expect(page.locator("[data-part=sort] [aria-current]")).to_have_text("Cũ nhất")
    assert ["Gìn giữ hoà bình", "Hoa bình minh"] == titles(page)
    assert page.url.endswith("&sort=oldest")


def test_what_was_meant_is_told_and_is_a_link(reader: Watched) -> None:
    page = reader.visit("/search/?q=ngoai+gaio+kinh+te")
    page.locator("[data-part=meant] a").click()

    expect(page.locator("[data-part=meant]")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_have_value("ngoai giao kinh te")
    expect(status(page)).to_have_text("2 bài")


def test_nothing_found_is_said_with_what_else_could_be_asked(reader: Watched) -> None:
    page = reader.visit("/search/?q=kinh&year=2022")
    expect(page.locator("[data-part=try] li").first).to_have_text("Bỏ các điều kiện lọc: 2 bài")
    page.goto(f"{reader.origin}/search/?q=%22kinh+te+ngoai%22")
    page.locator("[data-part=try] a").click()
    expect(status(page)).to_have_text("2 bài")
    page.goto(f"{reader.origin}/search/?q=xyzzyqwerty")

    expect(status(page)).to_have_text("Không có bài nào khớp với “xyzzyqwerty”.")
    expect(page.locator("[data-part=browse] a")).to_have_count(7)
    assert [] == titles(page)


def test_articles_in_the_other_language_only_are_found_and_say_so(reader: Watched) -> None:
    page = reader.visit("/en/search/?q=phai+bo+ra+quan")

    expect(status(page)).to_have_text("1 article")
    result = page.locator("[data-part=results] li")
    expect(result.locator("h2 a[lang=vi]")).to_have_text("Gìn giữ hoà bình")
    expect(result.locator(".badge")).to_have_text("In Vietnamese")
    expect(result.locator("p[lang=vi] mark").first).to_have_text("phái")


def test_the_way_to_the_other_language_keeps_the_question(reader: Watched) -> None:
    page = reader.visit("/search/?q=kinh&year=2021")
    expect(status(page)).to_have_text("1 bài")
    page.locator("header a[hreflang=en]:visible").click()

    expect(status(page)).to_have_text("1 article")
    assert page.url == f"{reader.origin}/en/search/?q=kinh&year=2021"


def test_a_long_answer_stands_on_pages_of_twenty(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    opened = watch(whole, **DESK)
    page = opened.visit("/search/?q=-xyzzy")
    expect(status(page)).to_have_text(re.compile("trang 1 trên 3"))
    expect(page.locator("[data-part=results] li")).to_have_count(20)
    first = titles(page)
    page.get_by_role("link", name="Trang sau").click()
    expect(status(page)).to_have_text(re.compile("trang 2 trên 3"))

    expect(page.locator("[data-part=results]")).to_have_attribute("start", "21")
    assert set().isdisjoint(set(first) & set(titles(page)))
    assert page.url.endswith("&page=2")
    assert [] == opened.incidents()


def test_a_page_behind_the_last_leads_to_the_last(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, **DESK).visit("/search/?q=-xyzzy&page=99")

    expect(status(page)).to_have_text(re.compile("trang 3 trên 3"))
    expect(page.locator("[data-part=results] li")).not_to_have_count(0)
    assert page.url.endswith("?q=-xyzzy&page=3")


def test_markup_in_a_question_is_text(reader: Watched) -> None:
    page = reader.visit("/search/?q=%3Cimg+src%3Dx+onerror%3Dpwned%3D1%3E&outlet=%3Cimg+src%3Dx%3E")

    expect(page.get_by_role("searchbox")).to_have_value("<img src=x onerror=pwned=1>")
    expect(status(page)).not_to_have_text("")
    expect(page.locator("main img")).to_have_count(0)


@pytest.mark.parametrize("kind", ["another", "cut", "missing", "format", "offline"])
def test_what_cannot_be_trusted_is_told_and_nothing_is_shown(
    kind: str, small: str, browser: Browser
) -> None:
    opened = watched(browser, small)

    def damage(route: Route) -> None:
        match kind:
            case "another":
                route.fulfill(response=route.fetch(url=f"{small}/search/vi/f/year.bin"))
            case "cut":
                response = route.fetch()
                route.fulfill(response=response, body=response.body()[:-9])
            case "missing":
                route.fulfill(status=404, body="")
            case "format":
                route.fulfill(body=b"no index")
            case "offline":
                route.abort()

    opened.page.route("**/search/vi/k/*", damage)
    page = opened.visit("/search/?q=kinh")
    told = page.locator("[data-part=failure]")

    expected = "Không nối được" if kind == "offline" else "Trang mạng vừa được cập nhật"
    expect(told).to_contain_text(expected)
    expect(told.get_by_role("button", name="Tải lại trang")).to_be_visible()
    assert [] == titles(page)
    opened.page.unroute("**/search/vi/k/*")
    told.get_by_role("button").click()
    expect(status(page)).to_have_text("2 bài")
    opened.page.context.close()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_without_scripts_the_page_says_so_and_shows_other_ways(
    lang: str, whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, java_script_enabled=False, **DESK).page
    root = "/en" if lang == "en" else ""
    page.goto(f"{whole.url}{root}/topics/")
    page.get_by_role("searchbox").fill("ngoại giao")
    page.get_by_role("searchbox").press("Enter")

    assert page.url == f"{whole.url}{root}/search/?q=ngo%E1%BA%A1i+giao"
    expect(page.locator("noscript p")).to_be_visible()
    ways = [link.get_attribute("href") for link in page.locator("[data-part=browse] a").all()]
    assert {"../timeline/", "../topics/", "../people/"} <= set(ways)


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def test_nothing_is_fetched_before_the_box_is_used(reader: Watched) -> None:
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    page = reader.visit("/about/")
    page.wait_for_load_state("networkidle")
    before = [url for url in asked if "/search/" in url]
    wanted = f"{reader.origin}/search/vi/manifest.bin"
    with page.context.expect_event("request", lambda request: request.url == wanted):
        page.get_by_role("searchbox").focus()

    expect(box(page)).to_be_focused()
    assert [f"{reader.origin}/assets/javascripts/search/box.js"] == before


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_keys_lead_to_the_box_and_from_it_to_an_article(key: str, reader: Watched) -> None:
    page = reader.visit("/about/")
    page.keyboard.press(key)
    page.keyboard.type("hoa binh")
    options = page.get_by_role("option")
    expect(options).to_have_count(2)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    for keys, active in ((["ArrowDown"], 0), (["ArrowDown"], 1), (["ArrowDown", "ArrowUp"], 1)):
        for one in keys:
            page.keyboard.press(one)
        expect(box(page)).to_have_attribute(
            "aria-activedescendant", options.nth(active).get_attribute("id") or ""
        )
        expect(options.nth(active)).to_have_attribute("aria-selected", "true")
    wanted = options.nth(1).get_attribute("href") or ""
    page.route(wanted, lambda route: route.fulfill(body="", content_type="text/html"))
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)

    assert wanted.startswith(f"{reader.origin}/202")


def test_enter_leads_to_the_page_and_back_again(reader: Watched) -> None:
    page = reader.visit("/en/about/")
    page.keyboard.press("/")
    page.keyboard.type("economic diplomacy")
    page.keyboard.press("Enter")

    expect(status(page)).to_have_text(re.compile("article"))
    assert page.url == f"{reader.origin}/en/search/?q=economic+diplomacy"
    page.go_back()
    assert page.url == f"{reader.origin}/en/about/"


def test_escape_closes_the_list_then_leaves_the_box(reader: Watched) -> None:
    page = reader.visit("/about/")
    page.keyboard.press("/")
    page.keyboard.type("hoa binh")
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("hoa binh")
    page.keyboard.press("Escape")

    expect(box(page)).not_to_be_focused()


def test_what_is_typed_just_before_escape_does_not_open_the_list_again(reader: Watched) -> None:
    page = reader.visit("/about/")
    page.keyboard.press("/")
    page.keyboard.type("hoa")
    expect(page.get_by_role("option").first).to_be_visible()
    page.evaluate(
        """() => {
            const input = document.querySelector("#box-input")
            input.value = "hoa binh"
            input.dispatchEvent(new InputEvent("input", { bubbles: true }))
            input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }))
        }"""
    )
    page.wait_for_timeout(500)

    expect(page.get_by_role("listbox")).to_be_hidden()


def test_the_box_tells_how_many_there_are_and_leads_to_them_all(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    opened = watch(whole, **DESK)
    page = opened.visit("/about/")
    page.keyboard.press("/")
    page.keyboard.type("viet nam")
    expect(page.get_by_role("option")).to_have_count(9)
    expect(page.locator("[data-box-live]")).to_have_text(re.compile(r"\d+ bài, 8 bài ở đây"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{whole.url}/search/?q=viet+nam")
    assert [] == opened.incidents()


def test_pasting_asks_too(reader: Watched) -> None:
    page = reader.visit("/about/")
    page.keyboard.press("/")
    page.evaluate("document.execCommand('insertText', false, 'đồng bào')")

    expect(page.get_by_role("option")).to_have_count(1)


@pytest.mark.parametrize("path", ["/about/", "/search/"])
def test_what_an_input_method_composes_is_asked_when_it_is_done(path: str, reader: Watched) -> None:
    page = reader.visit(path)
    page.keyboard.press("/")
    keys = page.context.new_cdp_session(page)
    for text in ("d", "do", "dồ"):
        selection = {"selectionStart": len(text), "selectionEnd": len(text)}
        keys.send("Input.imeSetComposition", {"text": text, **selection})
    page.wait_for_timeout(400)
    found = page.locator("[role=option], [data-part=results] li")
    while_composing = found.count()
    keys.send("Input.insertText", {"text": "đồng"})

    expect(found).to_have_count(1)
    assert 0 == while_composing


def test_on_a_phone_the_box_opens_over_the_page_and_gives_back_the_focus(
    small: str, browser: Browser
) -> None:
    opened = watched(browser, small, **PHONE)
    page = opened.visit("/about/")
    opener = page.get_by_role("link", name="Tìm kiếm")
    opener.click()
    page.keyboard.type("hoa binh")
    expect(page.get_by_role("option")).to_have_count(2)
    page.locator("main a").first.focus()
    expect(box(page)).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Đóng ô tìm").click()

    expect(opener).to_be_focused()
    expect(page.get_by_role("combobox")).to_be_hidden()
    assert [] == opened.incidents()
    page.context.close()


def test_an_index_that_cannot_be_trusted_is_told_in_the_box(reader: Watched) -> None:
    reader.page.route("**/search/vi/k/*", lambda route: route.fulfill(body=b"no index"))
    page = reader.visit("/about/")
    page.keyboard.press("/")
    page.keyboard.type("hoa binh")

    expect(page.locator("[data-box-status]")).to_contain_text("Trang mạng vừa được cập nhật")
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_box_without_its_words_is_a_form_that_leads_to_the_page(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, **DESK).visit("/about/")
    page.route("**/search/words.json", lambda route: route.fulfill(status=404))
    with page.expect_response("**/search/words.json"):
        page.keyboard.press("/")
    page.keyboard.type("hoa binh")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{whole.url}/search/?q=hoa+binh")
    expect(page.get_by_role("searchbox")).to_have_value("hoa binh")


_LISTENS = """
window.SpeechRecognition = class extends EventTarget {
  start() {
    window.listens = this.lang
    window.heard = text => {
      this.dispatchEvent(Object.assign(new Event("result"), { results: [[{ transcript: text }]] }))
      this.dispatchEvent(new Event("end"))
    }
  }
  stop() { this.dispatchEvent(new Event("end")) }
}
"""
_BUTTON = '<button type="button" data-voice hidden>Tìm bằng giọng nói</button></form>'


def _with_button(route: Route) -> None:
    """Answer with the page as it is where the settings allow listening."""
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace("</form>", _BUTTON))


@pytest.mark.parametrize("path", ["/about/", "/search/"])
def test_what_was_heard_is_asked_as_if_it_were_typed(path: str, reader: Watched) -> None:
    reader.page.route(f"**{path}", _with_button)
    reader.page.add_init_script(_LISTENS)
    page = reader.visit(path)
    button = page.get_by_role("button", name="Tìm bằng giọng nói")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.evaluate("heard('đồng bào')")

    expect(page.locator("[role=option], [data-part=results] li")).to_have_count(1)
    expect(button).to_have_attribute("aria-pressed", "false")
    assert "vi-VN" == page.evaluate("listens")


def test_where_no_browser_listens_nobody_can_ask_it_to(reader: Watched) -> None:
    reader.page.route("**/search/", _with_button)
    reader.page.add_init_script(
        "delete window.SpeechRecognition; delete window.webkitSpeechRecognition"
    )
    with reader.page.expect_response("**/voice.js"):
        page = reader.visit("/search/")

    expect(page.locator("main [data-voice]")).to_be_hidden()


def test_nobody_is_listened_to_unless_the_settings_say_so(whole: Site) -> None:
    for path in ("index.html", "search/index.html"):
        assert "data-voice" not in (whole.folder / path).read_text(encoding="utf-8")


def test_programs_of_the_theme_s_search_are_not_in_the_site(whole: Site) -> None:
    paths = {path.relative_to(whole.folder).as_posix() for path in whole.folder.rglob("*.js")}

    assert [] == [path for path in paths if "lunr" in path or "workers" in path]
    assert not (whole.folder / "search/search_index.json").exists()

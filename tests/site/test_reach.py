"""Every kind of page in both languages: under its policy, for axe, keyboard, zoom and paper."""

from __future__ import annotations

import gzip
import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response
from pypdf import PdfReader

from generator import settings
from generator.model import LANGS, EntityKind
from tests.site.kinds import ALL, PLACES, catalogue
from tests.site.seen import SHIFTED, Eye, Seen
from tests.site.served import Site, Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

_KINDS = tuple(EntityKind)
_SPLIT = {
    "vi": ("month", *(f"{page}:{kind}" for page in ("index", "record") for kind in _KINDS[::2])),
    "en": ("day", *(f"{page}:{kind}" for page in ("index", "record") for kind in _KINDS[1::2])),
}

LOOKED_AT = [
    (kind, lang)
    for kind, lang in ALL
    if kind != "redirect" and kind not in _SPLIT["en" if lang == "vi" else "vi"]
]
"""A page that leads on stays for no look.

Indexes are alike, so are records, and a month and a day: each is looked at in one language.
"""

KINDS = pytest.mark.parametrize(
    ("kind", "lang"),
    # The looks are half of all the time: each language's in a process of their own.
    [pytest.param(*one, marks=pytest.mark.xdist_group(f"looks {one[1]}")) for one in LOOKED_AT],
    ids=map(" ".join, LOOKED_AT),
)
BOTH = pytest.mark.parametrize("lang", LANGS)
PALETTE = "[data-md-component=palette]"
PHONE = {"viewport": {"width": 360, "height": 740}}
DESK = {"viewport": {"width": 1440, "height": 900}}
PICTURED = "/2021/12/13/khai-mac/"
"""An article with a picture that the archive has, and one that it has not."""

BUDGET = 60_000
"""Most bytes of an article's first view, packed with gzip, besides Material's own files."""

PAGE_BUDGET = (29_000, 7_100)
"""Most bytes of an article's HTML, as it is and packed with gzip, in the mean of all articles."""

Look = Callable[[str, str], Seen]


@pytest.fixture(scope="module")
def eye(browser: Browser, whole: Site) -> Iterator[Eye]:
    """One browser page, which looks at all pages in turn."""
    opened = watched(browser, whole.url)
    yield Eye(watched=opened)
    opened.page.context.close()


@pytest.fixture(scope="module")
def look(eye: Eye, whole: Site) -> Look:
    """Gives what is seen on the page of a kind and language; looks once."""
    paths = catalogue(whole)
    return cache(lambda kind, lang: eye.look(paths[kind, lang]))


def test_every_kind_of_page_is_there(whole: Site) -> None:
    assert set(ALL) <= set(catalogue(whole))


@KINDS
def test_page_is_in_its_language_and_has_a_headline(kind: str, lang: str, look: Look) -> None:
    seen = look(kind, lang)

    assert lang == seen.lang
    assert "" != seen.title.strip()


@KINDS
def test_page_is_quiet_under_its_policy(kind: str, lang: str, look: Look) -> None:
    assert () == look(kind, lang).incidents


@KINDS
def test_axe_finds_nothing_in_either_palette(kind: str, lang: str, look: Look) -> None:
    assert {"light": (), "dark": ()} == look(kind, lang).faults


@KINDS
def test_nothing_moves_after_the_first_paint(kind: str, lang: str, look: Look) -> None:
    assert look(kind, lang).shift <= 0.001


@KINDS
def test_tab_leads_past_the_menu_first_and_shows_where_it_is(
    kind: str, lang: str, look: Look
) -> None:
    seen = look(kind, lang)

    assert 'href="#__content"' in seen.first
    assert () == seen.unmarked


@KINDS
def test_page_has_one_main_part_one_headline_and_no_gap_between_levels(
    kind: str, lang: str, look: Look
) -> None:
    seen = look(kind, lang)
    steps = zip(seen.headings, seen.headings[1:], strict=False)

    assert (1, ()) == (seen.mains, seen.unnamed)
    assert (1, 1) == (seen.headings[0], seen.headings.count(1))
    assert [] == [step for step in steps if step[1] > step[0] + 1]


@KINDS
def test_page_keeps_its_width_and_words_zoomed_and_spaced_out(
    kind: str, lang: str, look: Look
) -> None:
    seen = look(kind, lang)

    assert () == seen.wide
    assert () == seen.clipped


def test_what_a_policy_refuses_is_noticed(
    tmp_path: Path, whole: Site, serve: Callable[[Path], str], browser: Browser
) -> None:
    text = (whole.folder / "about/index.html").read_text(encoding="utf-8")
    policy = text[text.index('<meta http-equiv="Content-Security-Policy"') : text.index("<title>")]
    (tmp_path / "index.html").write_text(
        f"<!doctype html>{policy}<title>x</title>"
        "<script>window.pwned = 1</script>"
        "<p style='color:red' onclick='window.pwned = 1'>x</p><style>p{color:red}</style>",
        encoding="utf-8",
    )
    opened = watched(browser, serve(tmp_path))
    page = opened.visit("/")
    page.locator("p").click()
    told = opened.incidents()
    opened.page.context.close()

    assert 4 == len([one for one in told if "Content Security Policy" in one])
    assert "a script ran" not in told


def test_page_that_leads_on_does_so_under_its_policy(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(whole)
    watched.page.goto(whole.url + PLACES["redirect"], wait_until="commit")
    watched.page.wait_for_url(f"{whole.url}{PLACES['withdrawn']}")

    assert [] == watched.incidents()


def kept(page: Page) -> dict[str, object]:
    """What the site keeps on the reader's device."""
    state = page.context.storage_state()
    session = page.evaluate("() => Object.keys(sessionStorage)")
    databases = page.evaluate("async () => (await indexedDB.databases()).map(one => one.name)")
    caches = page.evaluate("async () => await globalThis.caches?.keys() ?? []")
    origins = [entry["localStorage"] for entry in state["origins"]]
    return {
        "cookies": [cookie["name"] for cookie in state["cookies"]],
        "local": [item["name"] for items in origins for item in items],
        "databases": databases,
        "session": session,
        "caches": caches,
    }


NOTHING: dict[str, object] = {
    "cookies": [],
    "local": [],
    "databases": [],
    "session": [],
    "caches": [],
}


def test_nothing_is_kept_on_the_device_but_a_palette_that_was_chosen(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(whole, color_scheme="light")
    page = watched.visit("/")
    page.goto(f"{whole.url}{PLACES['withdrawn']}")
    before = kept(page)
    page.locator(f"{PALETTE} label:visible").click()  # light
    page.locator(f"{PALETTE} label:visible").click()  # dark
    chosen = kept(page)
    page.goto(f"{whole.url}/en/")
    there = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator(f"{PALETTE} label:visible").click()  # that of the device
    after = kept(page)

    assert NOTHING == before
    assert {**NOTHING, "local": ["/.__palette"]} == chosen
    assert "slate" == there
    assert NOTHING == after
    assert [] == watched.incidents()


def test_palette_that_was_chosen_is_there_before_the_page_is_painted(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, color_scheme="dark").visit("/")
    page.locator(f"{PALETTE} label:visible").click()
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.reload()

    assert "default" == page.locator("body").get_attribute("data-md-color-scheme")


def test_page_reads_where_the_device_may_keep_nothing(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(whole, color_scheme="dark")
    watched.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    page = watched.visit("/")
    page.locator(f"{PALETTE} label:visible").click()

    assert "default" == page.locator("body").get_attribute("data-md-color-scheme")
    assert [] == watched.incidents()


# --- budget ---


@BOTH
def test_first_view_of_an_article_keeps_the_budget(
    lang: str, whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, **DESK).page
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
    page.goto(whole.url + catalogue(whole)["article", lang], wait_until="networkidle")
    own = [
        answer
        for answer in answers
        if answer.request.resource_type in {"document", "stylesheet", "script", "font"}
        and not re.search(r"/(main|palette|bundle)\.[0-9a-f]{8}\.min\.(css|js)$", answer.url)
    ]
    sizes = {
        answer.url.removeprefix(whole.url): len(gzip.compress(answer.body(), 6)) for answer in own
    }

    assert {"document", "stylesheet", "script", "font"} == {a.request.resource_type for a in own}
    assert sum(sizes.values()) <= BUDGET, sizes


def test_html_of_articles_keeps_its_budget(whole: Site) -> None:
    pages = [path.read_bytes() for path in whole.folder.rglob("index.html")]
    articles = [page for page in pages if b'<article class="article"' in page]
    sizes = [(len(page), len(gzip.compress(page, 6))) for page in articles]
    plain, packed = (sum(size) / len(articles) for size in zip(*sizes, strict=True))

    assert len(articles) > 50
    assert plain <= PAGE_BUDGET[0]
    assert packed <= PAGE_BUDGET[1]


@pytest.mark.parametrize(
    "palette",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=str,
)
def test_icons_are_drawn_in_another_colour_than_what_they_stand_on(
    palette: dict[str, object], whole: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(whole, **palette)
    with watched.page.expect_response(re.compile(r"/drum\.svg$")) as mark:
        page = watched.visit("/")
    masks, colours, ground = page.evaluate(
        """() => {
          const icons = '.md-logo, .masthead__emblem, .md-header label, .box-opener, .box__close, '
            + '.box .search-form';
          const drawn = [...document.querySelectorAll(icons)]
            .map(one => getComputedStyle(one, '::before'));
          return [drawn.map(one => one.maskImage), drawn.map(one => one.backgroundColor),
            getComputedStyle(document.querySelector('.md-header')).backgroundColor];
        }"""
    )

    assert mark.value.ok
    assert (9, 7) == (len(masks), len(set(masks)))
    assert ground not in {*colours, "rgba(0, 0, 0, 0)"}
    assert [] == watched.incidents()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(("kind", "lang"), [("home", "vi"), ("article", "vi"), ("article", "en")])
def test_nothing_moves_at_any_width(
    kind: str, lang: str, width: int, eye: Eye, whole: Site
) -> None:
    assert eye.arrive(catalogue(whole)[kind, lang], width=width) <= 0.001


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_when_pictures_come(width: int, eye: Eye) -> None:
    before = eye.arrive(PICTURED, width=width)
    page = eye.watched.page
    page.mouse.wheel(0, 5000)
    pictures = page.locator("article img")
    pictures.evaluate_all("all => Promise.all(all.map(one => one.decode()))")

    assert pictures.count() > 0
    assert before <= 0.001
    assert page.evaluate(SHIFTED) <= 0.001


@pytest.mark.parametrize(("weight", "style"), [(400, "normal"), (700, "normal"), (400, "italic")])
def test_what_stands_until_the_typeface_comes_is_as_wide(
    weight: int, style: str, whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole).visit(catalogue(whole)["article", "en"])
    ours, theirs = page.evaluate(
        """async font => {
          const text = document.querySelector('.prose').innerText.replace(/\\s+/g, ' ');
          const pen = document.createElement('canvas').getContext('2d');
          const wide = async name => {
            await document.fonts.load(pen.font = `${font} 20px "${name}"`);
            return pen.measureText(text).width;
          };
          return [await wide('Archive Serif'), await wide('Archive Serif Fallback')];
        }""",
        f"{style} {weight}",
    )

    assert theirs == pytest.approx(ours, rel=0.01)


@BOTH
@pytest.mark.parametrize("kind", ["home", "article", "timeline", "record:people"])
def test_page_is_whole_before_any_script(
    kind: str, lang: str, whole: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(whole, java_script_enabled=False, **DESK)
    page = watched.page
    page.goto(whole.url + catalogue(whole)[kind, lang])

    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 300
    assert page.locator(".md-tabs a:visible").count() > 5
    assert page.locator(f"header [lang={'en' if lang == 'vi' else 'vi'}]:visible").count() > 0
    assert page.locator("main li a:visible").count() > 0
    assert 0 == page.locator(".needs-script:visible").count()
    assert [] == watched.events


def test_pictures_are_there_before_any_script(whole: Site, watch: Callable[..., Watched]) -> None:
    page = watch(whole, java_script_enabled=False, **DESK).page
    with page.expect_response(re.compile(r"\.png$")) as picture:
        page.goto(whole.url + PICTURED)

    assert picture.value.ok
    assert page.locator("article img").is_visible()


# --- keyboard ---


def focused(page: Page) -> str:
    return str(page.evaluate("() => document.activeElement.outerHTML"))


def press_until(page: Page, found: str, *, most: int = 30) -> None:
    """Press Tab until what has the focus matches a selector."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("found => document.activeElement.matches(found)", found):
            return
    pytest.fail(f"Tab does not reach {found}")


@BOTH
def test_skip_link_leads_past_the_menu(
    lang: str, whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, **DESK).visit(catalogue(whole)["article", lang])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    seen = (skip.is_visible(), skip.bounding_box())
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert seen[0]
    assert seen[1] is not None
    assert seen[1]["y"] >= 0
    assert page.evaluate("() => document.activeElement.closest('#__content') !== null")


@pytest.mark.parametrize(
    ("kind", "lang", "view"), [("article", "vi", PHONE), ("home", "en", DESK)], ids=str
)
def test_tab_goes_through_the_whole_page_and_every_stop_is_seen(
    kind: str, lang: str, view: dict[str, object], whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, reduced_motion="reduce", **view).visit(catalogue(whole)[kind, lang])
    stops: list[str] = []
    hidden: list[str] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        text, inside = page.evaluate(
            """() => {
              const one = document.activeElement;
              const box = (one.matches('.md-option') ? one.nextElementSibling : one)
                .getBoundingClientRect();
              return [one.getAttribute('href') ?? one.outerHTML, box.width > 0 && box.right > 0
                && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight];
            }"""
        )
        if text.startswith("<body") or (stops and text == stops[0]):
            break
        stops.append(text)
        hidden += [] if inside else [text[:200]]
    else:
        pytest.fail("Tab does not come to an end")

    assert [] == hidden
    assert page.locator("footer a").last.get_attribute("href") == stops[-1]


def test_drawer_opens_and_closes_by_keyboard(whole: Site, watch: Callable[..., Watched]) -> None:
    page = watch(whole, reduced_motion="reduce", **PHONE).visit("/")
    opener, drawer = page.locator("header label[for=__drawer]"), page.locator(".md-tabs")
    closed = (opener.get_attribute("aria-expanded"), drawer.is_visible())
    press_until(page, "label[for=__drawer]")
    page.keyboard.press("Enter")
    opened = (opener.get_attribute("aria-expanded"), drawer.is_visible())
    first = page.evaluate("() => document.activeElement.closest('.md-tabs') !== null")
    page.keyboard.press("Escape")
    escaped = (opener.get_attribute("aria-expanded"), 'for="__drawer"' in focused(page))
    page.keyboard.press("Space")
    for _ in range(drawer.locator("a").count()):
        page.keyboard.press("Tab")

    assert ("false", False) == closed
    assert ("true", True, True) == (*opened, first)
    assert ("false", True) == escaped
    assert "false" == opener.get_attribute("aria-expanded")
    assert page.evaluate("() => document.activeElement.closest('.md-tabs') === null")


def test_palette_and_language_change_by_keyboard(
    whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, color_scheme="light", **DESK).visit("/")
    press_until(page, "[name=__palette]")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.goto(f"{whole.url}/people/")
    press_until(page, "header [lang=en]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{whole.url}/en/people/")

    assert "slate" == scheme


def test_what_can_be_opened_opens_by_keyboard(whole: Site, watch: Callable[..., Watched]) -> None:
    page = watch(whole, **DESK).visit(catalogue(whole)["article", "vi"])
    page.locator("summary.cite__name").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("() => document.activeElement.matches('.cite__copy')")


def test_copy_button_copies_under_the_policy(whole: Site, watch: Callable[..., Watched]) -> None:
    watched = watch(whole, permissions=["clipboard-read", "clipboard-write"], **DESK)
    page = watched.visit(catalogue(whole)["article", "vi"])
    page.locator("summary.cite__name").click()
    page.locator(".cite__copy").first.click()
    copied = page.evaluate("() => navigator.clipboard.readText()")

    assert page.locator(".cite__text").first.inner_text().strip() == copied.strip()
    assert [] == watched.incidents()


@pytest.mark.parametrize("kind", ["home", "article", "record:people", "timeline"])
def test_nothing_moves_by_itself_for_readers_who_ask_for_that(
    kind: str, whole: Site, watch: Callable[..., Watched]
) -> None:
    page = watch(whole, reduced_motion="reduce", **DESK).visit(catalogue(whole)[kind, "vi"])
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one => {
          const style = getComputedStyle(one);
          return [style.transitionDuration, style.animationDuration]
            .some(times => times.split(', ').some(time => parseFloat(time) > 0.001));
        }).map(one => one.outerHTML.slice(0, 100))"""
    )

    assert [] == moving


@pytest.mark.parametrize(
    ("kind", "drawing"),
    [("timeline", "main svg"), ("record:people", "main svg rect"), ("article", "")],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_text_and_drawings_to_be_seen(
    kind: str, drawing: str, scheme: str, whole: Site, watch: Callable[..., Watched]
) -> None:
    options = {"forced_colors": "active", "color_scheme": scheme, **DESK}
    page = watch(whole, **options).visit(catalogue(whole)[kind, "vi"])
    ground, ink, link = page.evaluate(
        """() => [getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.querySelector('main')).color,
          getComputedStyle(document.querySelector('main a')).color]"""
    )
    fills = page.evaluate(
        "found => [...(found ? document.querySelectorAll(found) : [])]"
        ".map(one => getComputedStyle(one).fill)",
        drawing,
    )

    assert ground not in {ink, link}
    assert bool(drawing) == bool(fills)
    assert ground not in fills


# --- paper ---


def printed(pdf: bytes) -> str:
    """The words of a printed page, without space: where lines break is the printer's."""
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return squeezed(text)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@KINDS
def test_printed_page_has_its_title_and_no_menus(
    kind: str, lang: str, look: Look, whole: Site
) -> None:
    words = settings.load(whole.root).words[lang]
    text = printed(look(kind, lang).pdf)

    assert squeezed(look(kind, lang).title) in text
    frame = [words["footer.about"], words["palette.dark"]]
    # The pages for what is missing and for what is searched have the menu in their text.
    frame += (
        []
        if kind in {"missing", "search"}
        else [words["menu.people"] + words["menu.organisations"]]
    )
    assert [] == [told for told in frame if squeezed(told) in text]


@BOTH
def test_printed_article_has_its_text_and_where_it_is_from(
    lang: str, look: Look, whole: Site, watch: Callable[..., Watched]
) -> None:
    known = settings.load(whole.root)
    page = watch(whole, java_script_enabled=False).page
    page.goto(whole.url + catalogue(whole)["article", lang])
    text = printed(look("article", lang).pdf)
    original = page.locator(".provenance a.out").first.get_attribute("href")
    permalink = page.locator(".provenance a[href*='/id/']").last.inner_text()

    # Where a page ends, what floats beside the text may come between its words.
    paragraphs = page.locator(".prose p, .prose h2").all_inner_texts()
    assert squeezed(paragraphs[0]) in text
    assert [] == [word for one in paragraphs for word in one.split() if squeezed(word) not in text]
    assert original is not None
    assert squeezed(original) in text
    assert squeezed(f"{known.site_url}id/{permalink}/") in text
    assert squeezed(known.words[lang]["article.rights"]) in text

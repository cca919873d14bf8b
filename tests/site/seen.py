"""What a browser sees on a page of a site: visited once, looked at in many ways.

A visit takes a second and a look at what came of it nothing, so that every kind of page can be
held to everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, Route, expect

from generator.press.fonts import UPRIGHT
from tests.site.kinds import PLACES
from tests.site.served import Watched

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""Rules of axe whose answer another palette may change."""

ALIKE = 8
"""Items of a list that are looked at; the others are made alike."""

_PAINTED = """() => new Promise(done => {
  const painted = list => list.getEntriesByName('first-contentful-paint').length;
  new PerformanceObserver((list, self) => { if (painted(list)) { self.disconnect(); done(); } })
    .observe({type: 'paint', buffered: true});
})"""

SHIFTED = """() => new Promise(done => {
  let sum = 0;
  const add = entries => { for (const entry of entries) sum += entry.value; };
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({type: 'layout-shift', buffered: true});
  document.fonts.ready.then(() => setTimeout(() => requestAnimationFrame(() => {
    add(observer.takeRecords());
    done(sum);
  }), 50));
})"""

_SHORTEN = """count => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const name of ['li', 'tr', 'dl > div'])
    for (const one of document.querySelectorAll(`${name}:nth-child(n+${count + 1})`)) one.remove();
}"""

_AXE = """async rules => {
  const {violations} = await axe.run({
    preload: false, resultTypes: ['violations'], runOnly: rules, selectors: false,
  });
  return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`));
}"""

_FOCUS = """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .filter(one => {
    one.focus();
    const style = getComputedStyle(one);
    return document.activeElement === one
      && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2);
  })
  .map(one => one.outerHTML.slice(0, 200))"""

_OUTLINE = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter(one => one.checkVisibility())
  .map(one => Number(one.tagName[1]))"""

_LANDMARKS = """() => ({
  main: document.querySelectorAll('main').length,
  unnamed: [...document.querySelectorAll('nav, [role=navigation], [role=dialog]')]
    .filter(one => one.checkVisibility() && !one.ariaLabel && !one.hasAttribute('aria-labelledby'))
    .map(one => one.outerHTML.slice(0, 120)),
})"""

_WIDE = "() => document.documentElement.scrollWidth > window.innerWidth"

# What a reader may set (WCAG 1.4.12). Through the object model: a policy is about markup.
_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
}"""

_CLIPPED = """() => [...document.querySelectorAll('main *, footer *')]
  .filter(one => one.checkVisibility() && one.clientWidth > 1 && one.innerText)
  .filter(one => /hidden|clip/.test(getComputedStyle(one).overflow))
  .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  .map(one => one.outerHTML.slice(0, 200))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen on a page.

    Attributes:
        lang: The language that the page says it is in.
        title: The headline.
        incidents: Errors, refusals of the policy, requests to other hosts.
        shift: How far what had been painted moved: the sum of all layout shifts.
        faults: What axe found, by palette.
        unmarked: Elements that have the focus without showing it.
        first: What the first press of Tab reaches.
        headings: Levels of the headings, in reading order.
        mains: How many `main` there are.
        unnamed: Landmarks of which there may be several, without a name.
        wide: At which widths in pixels the page scrolls sideways.
        clipped: Elements that lose text when a reader spaces it out.
        pdf: The page printed, with backgrounds as browsers do: without.
    """

    lang: str
    title: str
    incidents: tuple[str, ...]
    shift: float
    faults: Mapping[str, tuple[str, ...]]
    unmarked: tuple[str, ...]
    first: str
    headings: tuple[int, ...]
    mains: int
    unnamed: tuple[str, ...]
    wide: tuple[str, ...]
    clipped: tuple[str, ...]
    pdf: bytes


@dataclass(kw_only=True)  # without slots: Playwright marks those whose methods it calls
class Eye:
    """A browser page that goes from one page of a site to the next.

    Attributes:
        watched: The browser page.
        sheets: Requests for the style sheet that are kept waiting.
    """

    watched: Watched
    sheets: list[Route] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Where requests are routed, a browser has no cache.
        self.watched.page.route("**/archive.css", self._hold)

    def _hold(self, route: Route) -> None:
        self.sheets.append(route)

    def look(self, path: str) -> Seen:
        """Visit a page, and look at it in every way."""
        page = self.watched.page
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self.watched.events.clear()
        shift = self.arrive(path, width=1440)
        if shift:  # a page that moves does so each time; a machine is late only now and then
            shift = min(shift, self.arrive(path, width=1440))
        page.keyboard.press("Tab")
        first = page.evaluate("() => document.activeElement.outerHTML")
        title = page.locator("h1").inner_text()
        pdf = page.pdf()
        page.evaluate(_SHORTEN, ALIKE)
        unmarked = page.evaluate(_FOCUS)
        landmarks = page.evaluate(_LANDMARKS)
        headings = page.evaluate(_OUTLINE)
        page.evaluate("() => scrollTo(0, 0)")  # from under the header, to which the focus led
        faults = _axe(page)
        wide = _narrow(page)
        return Seen(
            lang=page.locator("html").get_attribute("lang") or "",
            title=title,
            incidents=tuple(self._incidents(path)),
            shift=shift,
            faults=faults,
            unmarked=tuple(unmarked),
            first=first,
            headings=tuple(headings),
            mains=landmarks["main"],
            unnamed=tuple(landmarks["unnamed"]),
            wide=tuple(wide),
            clipped=tuple(page.evaluate(_CLIPPED)),
            pdf=pdf,
        )

    def arrive(self, path: str, *, width: int) -> float:
        """Open the page with nothing in the cache; the typeface comes before the style sheet.

        It does so wherever the net is as fast for one file as for another, for it is asked for
        first; here it must, that chance plays no part.

        Returns:
            The sum of all layout shifts.
        """
        page = self.watched.page
        page.set_viewport_size({"width": width, "height": 900})
        with page.expect_event("requestfinished", lambda request: request.url.endswith(UPRIGHT)):
            page.goto(self.watched.origin + path, wait_until="commit")
        while not self.sheets:
            page.wait_for_timeout(5)
        self.sheets.pop().continue_()
        page.wait_for_load_state()
        page.evaluate(_PAINTED)
        return float(page.evaluate(SHIFTED))

    def _incidents(self, path: str) -> list[str]:
        absent = "console Failed to load resource: the server responded with a status of 404"
        return [
            incident
            for incident in self.watched.incidents()
            if not (path == PLACES["missing"] and incident.startswith(absent))
        ]


def _axe(page: Page) -> dict[str, tuple[str, ...]]:
    page.evaluate(AXE_SCRIPT)
    light = page.evaluate(_AXE, TAGS)
    page.emulate_media(color_scheme="dark")
    body = page.locator("body[data-md-color-scheme]")
    if body.count():
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
    dark = page.evaluate(_AXE, {"type": "rule", "values": COLOURS})
    return {"light": tuple(light), "dark": tuple(dark)}


def _narrow(page: Page) -> list[str]:
    """At 1280 pixels and 400 % a page is 320 wide; then with the text spaced out."""
    wide = []
    for width in (720, 320):
        page.set_viewport_size({"width": width, "height": 800})
        wide += [str(width)] if page.evaluate(_WIDE) else []
    page.evaluate(_SPACED)
    return [*wide, *(["320, spaced out"] if page.evaluate(_WIDE) else [])]

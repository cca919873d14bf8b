"""On this day in the real browser, with its clock set: headlines of today or of the nearest day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.site.served import Site, Watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

HOSTILE = "<img src=x onerror='window.pwned=1'> & <b>tít</b>"


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory,
    lay_archive: Callable[..., Path],
    article_text: Callable[..., str],
    publish: Callable[[Path], Site],
) -> Site:
    days = ["2019-12-13", *["2021-12-13"] * 6, "2020-02-29"]
    texts = {
        f"articles/{day[:4]}/{day}-tin-{n}/vi.md": article_text(
            f"Tin thứ {n} được viết để thử.",
            id=f"a-{day[:4]}-0000000{n}",
            title=HOSTILE if n == 0 else f"Tin {n}",
            date=day,
            slug=f"tin-{n}",
        )
        for n, day in enumerate(days)
    }
    return publish(lay_archive(tmp_path_factory.mktemp("days") / "archive", texts))


def told(watched: Watched, path: str, now: str) -> tuple[str, list[list[str]]]:
    """What the front page says, and year and headline of each story, at a moment."""
    watched.page.clock.set_fixed_time(datetime.fromisoformat(now).replace(tzinfo=UTC))
    page = watched.visit(path)
    page.locator("[data-on-this-day] .story").first.wait_for()
    line = page.locator("[data-on-this-day] > p").inner_text()
    stories = page.locator("[data-on-this-day] .story").all()
    return line, [
        [one.locator(part).inner_text() for part in (".story__meta span", ".story__title a")]
        for one in stories
    ]


def test_today_s_headlines_are_shown_with_their_years(
    site: Site, watch: Callable[..., Watched]
) -> None:
    # In Vietnam it is the 13th already.
    watched = watch(site, timezone_id="America/Los_Angeles")
    line, stories = told(watched, "/", "2026-12-12T17:30:00")

    assert "Hôm nay, 13 tháng 12:" == line
    assert ["2021"] * 4 + ["2019"] == [year for year, _ in stories]
    assert HOSTILE == stories[-1][1]
    assert [] == watched.incidents()
    watched.page.locator("[data-on-this-day] .story a").last.click()
    watched.page.wait_for_url("**/2019/12/13/tin-0/")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-12-20T05:00:00", "13 December"),
        ("2026-03-03T05:00:00", "29 February"),
        ("2026-01-10T05:00:00", "13 December"),
    ],
)
def test_where_today_has_nothing_the_nearest_day_is_shown_and_said_to_be(
    now: str, expected: str, site: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(site)
    line, stories = told(watched, "/en/", now)

    assert f"The nearest day: {expected}." in line
    assert [] != stories
    assert "vi" == watched.page.locator("[data-on-this-day] .story a").first.get_attribute("lang")
    assert [] == watched.incidents()


def test_nothing_above_moves_and_without_scripts_the_calendar_is_offered(
    site: Site, watch: Callable[..., Watched]
) -> None:
    plain = watch(site, java_script_enabled=False)
    plain.page.goto(f"{site.url}/en/")
    plain.page.locator("[data-on-this-day] a").click()

    assert f"{site.url}/en/on-this-day/" == plain.page.url

    watched = watch(site, viewport={"width": 360, "height": 740})
    before = watch(site, java_script_enabled=False, viewport={"width": 360, "height": 740})
    before.page.goto(site.url)
    told(watched, "/", "2026-12-13T05:00:00")
    tops = [
        one.page.locator("#on-this-day").evaluate("e => e.getBoundingClientRect().top")
        for one in (before, watched)
    ]

    assert tops[0] == pytest.approx(tops[1], abs=1)
    assert watched.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_page_that_does_not_answer_leaves_the_link(
    site: Site, watch: Callable[..., Watched]
) -> None:
    watched = watch(site)
    watched.page.route("**/on-this-day/*-*/", lambda route: route.abort())
    page = watched.visit("/")

    assert [f"{site.url}/on-this-day/"] == page.locator("[data-on-this-day] a").evaluate_all(
        "links => links.map(link => link.href)"
    )

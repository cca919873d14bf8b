"""What templates draw of lists: calendars, letters and charts, with everything escaped."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from generator.pages import charts
from generator.pages.edition import Edition
from tests.assemble.make import article
from tests.pages.made import REPOSITORY, SETTINGS, made, part

HOSTILE = "</title><script>x</script>"


def drawn(call: str, *, lang: str = "vi", **values: object) -> BeautifulSoup:
    """What a macro prints; `url` leaves links as they are."""
    # No autoescape, as in MkDocs: what is not escaped by the template itself must be seen here.
    environment = Environment(loader=FileSystemLoader(REPOSITORY / "overrides"))  # noqa: S701
    environment.filters["url"] = str
    library = call.partition(".")[0]
    source = f'{{% import "partials/archive/{library}.html" as {library} with context %}}'
    page = {"meta": {"lang": lang}}
    html = environment.from_string(f"{source}{{{{ {call} }}}}").render(
        page=page, words=SETTINGS.words[lang], **values
    )
    return BeautifulSoup(html, "html.parser")


def test_a_month_is_a_table_with_a_caption_and_headings_for_its_columns() -> None:
    page = made(article("a-1", date="2021-12-13"))["2021/12/index.md"]
    table = drawn("lists.month(grid)", grid=part(page, "list", "grid"))

    assert "Lịch Tháng 12 năm 2021, với số bài mỗi ngày" == table.caption.get_text()  # type: ignore[union-attr]
    assert 7 == len(table.select("thead th[scope=col]"))
    assert 5 * 7 == len(table.select("tbody td"))
    (link,) = table.select("td a")
    assert ("2021/12/13/", "Thứ Hai, 13 tháng 12: 1 bài") == (link["href"], link["aria-label"])


def test_a_chart_names_itself_and_has_the_same_numbers_as_a_table() -> None:
    edition = Edition(lang="vi", words=SETTINGS.words["vi"], name="x")
    lines = [
        {"name": HOSTILE, "lang": "en", "url": "outlets/a/", "number": 3},
        {"name": "Báo B", "number": 1},
    ]
    chart = drawn("charts.rows(chart, words)", chart=charts.rows(edition, "outlets", lines))
    picture = chart.select_one("svg[role=img]")

    assert picture is not None
    names = [chart.select_one(f"#{id_}") for id_ in str(picture["aria-labelledby"]).split()]
    assert ["title", "desc"] == [name.name for name in names if name]
    assert [] == chart.select("script")
    assert [HOSTILE, "Báo B"] == [row.get_text() for row in chart.select("tbody th")]
    assert ["3", "1"] == [row.get_text() for row in chart.select("tbody td")]
    assert ["100.0%", "33.33%"] == [
        str(bar["width"]) for bar in chart.select("rect:not(.chart__field)")
    ]


def test_years_are_drawn_from_the_bottom_of_the_field() -> None:
    edition = Edition(lang="en", words=SETTINGS.words["en"], name="x")
    lines: dict[int, dict[str, object]] = {
        year: {"name": f"{year}", "number": number} for year, number in ((2019, 1), (2021, 4))
    }
    values = {"chart": charts.columns(edition, "years", lines)}
    chart = drawn("charts.columns(chart, words)", lang="en", **values)

    assert [("75.0", "25.0"), ("0.0", "100.0")] == [
        (str(bar["y"]), str(bar["height"])) for bar in chart.select("rect")
    ]
    assert ["4", "2019", "2020", "2021"] == [text.get_text() for text in chart.select("text")]


def test_letters_without_names_are_shown_and_lead_nowhere() -> None:
    items = [
        {"name": "A", "url": "people/#l-a", "count": "2", "label": "A: 2", "current": False},
        {"name": "Ă", "url": "", "count": "0", "label": "Ă: 0", "current": False},
    ]
    strip = drawn("lists.letters(items)", items=items)

    assert ["A2", "Ă"] == [letter.get_text() for letter in strip.select("li")]
    assert [("people/#l-a", "A: 2")] == [
        (link["href"], link["aria-label"]) for link in strip.select("a")
    ]


def test_a_name_in_another_language_says_so_in_a_chart() -> None:
    text = (REPOSITORY / "overrides/partials/archive/charts.html").read_text(encoding="utf-8")

    assert 2 == len(re.findall(r"\{\{ tongue\(line\) \}\}", text))

"""The pages of records as they are printed: whole, escaped, in the language of the page."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from lxml import html

from generator.model import Aliases, Bilingual, Date, DatedRole, Image, Interval, Page, Source
from tests.assemble.make import article, entity, translation
from tests.pages.made import PERSON, REPOSITORY, SETTINGS, everything, made

HOSTILE = '"><script>alert(1)</script><i>x</i>&amp;'


def printed(page: Page) -> html.HtmlElement:
    """The page's own block, as MkDocs would print it, read as a browser would."""
    frame = DictLoader({"main.html": "{% block content %}{% endblock %}"})
    # No autoescape, as in MkDocs: what is not escaped by the template itself must be seen here.
    environment = Environment(  # noqa: S701
        loader=ChoiceLoader([frame, FileSystemLoader(REPOSITORY / "overrides")])
    )
    environment.filters["url"] = str
    archive = {"name": SETTINGS.site_name}
    found = environment.get_template(str(page.meta["template"])).render(
        config={"extra": {"archive": archive, "words": SETTINGS.words}},
        page={"meta": page.meta, "content": ""},
    )
    return html.fromstring(f"<div>{found}</div>")


def texts(found: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in found.xpath(path)]


RECORDS = [
    page
    for path, page in everything().items()
    if page.meta["template"] in {"entity.html", "event.html"}
]


@pytest.mark.parametrize("page", RECORDS, ids=lambda page: page.path)
def test_every_record_has_one_heading_and_its_articles(page: Page) -> None:
    found = printed(page)

    assert 1 == len(found.xpath("//h1"))
    assert 1 <= len(found.xpath("//h2"))
    assert [] == found.xpath("//a[not(@href) or @href='']")


def test_no_heading_level_is_left_out() -> None:
    for page in RECORDS:
        levels = [int(one.tag[1]) for one in printed(page).xpath("//h1|//h2|//h3|//h4")]

        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_bars_are_for_those_who_see_them_and_words_for_everybody() -> None:
    found = printed(everything()["people/nguyen-van-an/index.md"])

    assert ["Thứ trưởng Bộ Ngoại giao tháng 2 năm 2016 – 8 tháng 4 năm 2021"] == texts(
        found, "//ol[@class='career__posts']/li"
    )
    assert found.xpath("//section[@class='career']//svg")
    assert [] == found.xpath(
        "//section[@class='career']//svg[not(ancestor-or-self::*[@aria-hidden])]"
    )


@pytest.mark.parametrize(
    ("path", "note"),
    [
        ("people/nguyen-van-an/index.md", "khi là Thứ trưởng"),
        ("en/people/nguyen-van-an/index.md", "as Deputy Minister"),
    ],
)
def test_a_year_says_in_words_which_post_was_held(path: str, note: str) -> None:
    story = article("a-2019-aaaaaaaa", date="2019-05-06", body="Ông Nguyễn Văn An.")

    assert [note] == texts(printed(made(PERSON, story)[path]), "//*[@class='group__then']")


def test_what_a_hostile_archive_says_is_text() -> None:
    role = DatedRole(title=Bilingual(vi=HOSTILE), organisation="to-chuc", start=Date.parse("2001"))
    first = article(
        "a-2021-aaaaaaaa",
        title=HOSTILE,
        body="Một bài.",
        event="su-kien",
        people=("nguoi",),
        organisations=("to-chuc",),
        section=HOSTILE,
        source=Source(outlet="bao", agency=HOSTILE),
        images=(Image(caption=HOSTILE, credit=HOSTILE),),
    )
    found = made(
        entity("bao", HOSTILE, kind="outlets"),
        entity("to-chuc", HOSTILE, HOSTILE + "1", kind="organisations", abbreviations=(HOSTILE,)),
        entity("nguoi", HOSTILE, roles=(role,), description=Bilingual(vi=HOSTILE)),
        entity("noi", HOSTILE, kind="places"),
        entity("su-kien", HOSTILE, kind="events", when=Interval.parse("2021-12-13"), place="noi"),
        entity("phan", HOSTILE, kind="events", parent="su-kien", when=Interval.parse("2021-12-14")),
        first,
        translation(first, title=HOSTILE),
        article(
            "a-2021-bbbbbbbb",
            title=HOSTILE,
            body="Một bài.",
            event="su-kien",
            reprint_of="a-2021-aaaaaaaa",
            source=Source(outlet="bao"),
        ),
    )
    shown = [
        page for page in found.values() if page.meta["template"] in {"entity.html", "event.html"}
    ]
    for page in shown:
        tree = printed(page)

        assert [] == tree.xpath("//script|//i")
        assert HOSTILE in texts(tree, "//h1")
    assert 12 == len(shown)


def test_a_name_in_the_other_language_says_which_one_it_is() -> None:
    names = Aliases(vi=("Đài Tiếng nói",), en=("Voice",), other=("La Voix",))
    vov = dataclasses.replace(entity("vov", "VOV", kind="organisations"), aliases=names)
    found = printed(made(vov)["organisations/vov/index.md"])

    assert ["Đài Tiếng nói", "Voice (Tiếng Anh)", "La Voix"] == texts(found, "//dd/ul/li")
    assert ["en"] == found.xpath("//dd/ul/li/bdi/@lang")

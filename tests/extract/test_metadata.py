"""What a page, or who scraped it, states: hostile values are text, short and harmless."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract import Profile, article, blocks_head, marks
from generator.extract.blocks_page import parse
from generator.model import Capture, Extraction

Extract = Callable[..., Extraction]

BODY = (
    "<h1>Meeting opens in the capital</h1><p>Officials of all of the provinces met in the city to "
    "talk about the work of the year.</p><p>The meeting ended with a talk that was open to all of "
    "the guests.</p>"
)


def _capture(text: str, *, url: str = "", given: tuple[tuple[str, str], ...] = ()) -> Capture:
    return Capture(
        raw="a.html",
        sha256="0" * 64,
        format="html",
        encoding="utf-8",
        text=text,
        url=url,
        given=given,
    )


def test_marks_say_what_they_are_and_whose() -> None:
    root = parse(
        "<body><article><time datetime='2021-12-13'>13 Dec</time>"
        "<span itemprop='author'>Jane</span></article>"
        "<div id='comments'><time datetime='2020-01-01' pubdate>1 Jan</time></div></body>"
    )
    assert root is not None

    found = [(mark.name, mark.value, mark.text, mark.other) for mark in marks.read(root)]

    assert [
        ("time", "2021-12-13", "13 Dec", False),
        ("author", "Jane", "Jane", False),
        ("datepublished", "2020-01-01", "1 Jan", True),
    ] == found


@pytest.mark.parametrize(
    "page",
    [
        "<time>" * 5_000 + "13 Dec",
        "<time datetime='2021-12-13'>x</time>" * 5_000,
        "<div itemprop=author>" + "x " * 500_000 + "</div>",
        "<div>" * 900 + "<time datetime='2021-12-13'>x</time>",
        "<meta name=author content='" + "x" * 2_000_000 + "'>",
        "<meta name=a content=b>" * 20_000,
    ],
    ids=range(6),
)
def test_head_of_a_page_made_to_harm_is_short(page: str) -> None:
    head = blocks_head.read(_capture(page))

    assert len(head.marks) <= 200
    assert len(head.meta) <= 1_000
    assert all(len(mark.value) <= 200 and len(mark.text) <= 4_000 for mark in head.marks)
    assert all(len(content) <= 4_000 for _, content in head.meta)


def test_values_hold_no_control_and_no_turned_direction(extract_html: Extract) -> None:
    dirty = "Jane\u202e Doe\u0007\u2066"
    head = (
        f"<meta name=author content='{dirty}'><meta property='og:title' content='{dirty} meets'>"
        f"<meta property='article:section' content='News\u202e\u0000'>"
    )
    found = extract_html(f"<html><head>{head}</head><body>{BODY}</body></html>")

    for value in found.fields.values():
        assert not any(c in value.value for c in "\u202e\u0007\u2066\u0000")
    assert "Jane Doe" == found.fields["byline"].value
    assert "News" == found.fields["section"].value


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["title", "date", "modified", "byline", "section", "lang", "outlet"]),
            st.text(max_size=80),
        ),
        max_size=8,
    )
)
@settings(max_examples=40, deadline=None)
def test_whatever_an_item_states_an_article_comes_out(
    profiles: tuple[Profile, ...], given_facts: list[tuple[str, str]]
) -> None:
    found = article(_capture(f"<body>{BODY}</body>", given=tuple(given_facts)), profiles)

    assert found.article
    assert "Meeting opens in the capital" == found.article.title


def test_outlet_of_an_item_names_its_profile(profiles: tuple[Profile, ...]) -> None:
    for outlet in ("VOV", "vov.vn"):
        page = _capture(f"<body>{BODY}</body>", given=(("outlet", outlet),))
        assert "vov" == article(page, profiles).profile


def test_where_it_was_fetched_is_its_address_where_it_states_none(
    profiles: tuple[Profile, ...],
) -> None:
    address = "https://a.example/2021/12/13/meeting"
    found = article(_capture(f"<body>{BODY}</body>", url=address), profiles)

    assert (address, "fetched-from") == (
        found.fields["source.url"].value,
        found.fields["source.url"].basis.rule,
    )
    assert "2021-12-13" == found.fields["date"].value


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<meta property='og:title' content='A &amp;amp; B meet in Hanoi'>", "A & B meet in Hanoi"),
        ("<title>Two towns meet | Newegg.example</title>", "Two towns meet"),
        (
            (
                "<script type='application/ld+json'>"
                '{"@type":"NewsArticle","headline":"Town&#8217;s <em>new</em> road"}</script>'
            ),
            "Town’s new road",
        ),
        ("<title>30 years of &lt;br&gt; tags</title>", "30 years of <br> tags"),
    ],
)
def test_stated_title_reads_as_a_reader_sees_it(
    head: str, title: str, extract_html: Extract
) -> None:
    canonical = "<link rel=canonical href='https://www.newegg.example/a'>"
    body = BODY.partition("</h1>")[2]
    page = f"<html><head>{canonical}{head}</head><body>{body}</body></html>"

    assert title == extract_html(page).fields["title"].value

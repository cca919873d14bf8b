"""Links of outlets that lead to the archive's copies."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import web
from generator.assemble.links import relink
from generator.model import Article, Source
from tests.assemble.make import article, entity, joined, translation

HELD = article(
    "a-2",
    title="Tin kia",
    slug="tin-kia",
    source=Source(url="https://vov.example/tin-kia-1.htm", memento="https://kho.example/2021/x"),
)
OTHER = article("a-3", title="Chuyện khác", body="Nói về việc khác.")
URL = "https://vov.example/tin-kia-1.htm"
COPY = "/2021/12/13/tin-kia/"
BESIDE = "([vov.example](https://vov.example/tin-kia-1.htm))"


def body(text: str, *others: Article) -> str:
    archive = joined(article("a-1", body=text), HELD, *others)
    return archive.entries["a-1"].bodies["vi"]


@pytest.mark.parametrize(
    ("written", "made"),
    [
        (f"Xem [bài này]({URL}).", f"Xem [bài này]({COPY}) {BESIDE}."),
        (f"Xem <{URL}>.", f"Xem [{URL}]({COPY}) {BESIDE}."),
        (f"> - **[đậm]({URL})**", f"> - **[đậm]({COPY}) {BESIDE}**"),
        (
            "[www](http://www.vov.example/tin-kia-1.htm?utm_source=zalo#x)",
            f"[www]({COPY}) ([vov.example](http://www.vov.example/tin-kia-1.htm?utm_source=zalo#x))",
        ),
        (f'[a]({URL} "Tít")', f'[a]({COPY}) ([vov.example]({URL} "Tít"))'),
        (f"[a](<{URL}>)", f"[a]({COPY}) ([vov.example](<{URL}>))"),
        (f"[thoát \\[\\*]({URL})", f"[thoát \\[\\*]({COPY}) {BESIDE}"),
        (
            "[bản sao](https://kho.example/2021/x)",
            f"[bản sao]({COPY}) ([kho.example](https://kho.example/2021/x))",
        ),
    ],
)
def test_a_link_to_a_page_that_is_held_leads_to_the_copy_and_names_the_original(
    written: str, made: str
) -> None:
    assert made == body(written)


@pytest.mark.parametrize(
    "written",
    [
        "[khác](https://vov.example/tin-khac.htm)",
        "[gốc](https://vov.example/)",
        f"![ảnh]({URL})",
        f"`[mã]({URL})` và `<{URL}>`",
        f"```\n[mã]({URL})\n```",
        f"    [mã]({URL})",
        f"# [Tít]({URL})",
        f"\\[chữ]({URL})",
        f"[ngoài [trong]({URL})](https://khac.example/)",
        f"[ngoài <{URL}>](https://khac.example/)",
        f"` mở [x]({URL})",
        f"[hai\n\nđoạn]({URL})",
        f"[a](javascript:alert(1)//{URL})",
        "<https://vov.example/tin-kia-1.htm?a=1&amp;b=2>",
    ],
)
def test_what_is_no_link_in_running_text_or_leads_elsewhere_stays(written: str) -> None:
    assert written == body(written)


def test_the_copy_is_in_the_language_of_the_text_where_there_is_one() -> None:
    english = translation(HELD, slug="that-story", title="That story")
    own = article("a-1", body=f"[bài]({URL})", slug="tin-nay")
    mine = translation(own, slug="this-story", body=f"[story]({URL})")

    both = joined(own, mine, HELD, english).entries["a-1"].bodies
    one = joined(own, mine, HELD).entries["a-1"].bodies

    assert both["vi"].startswith(f"[bài]({COPY})")
    assert both["en"].startswith("[story](/en/2021/12/13/that-story/)")
    assert one["en"].startswith(f"[story]({COPY})")


def test_an_address_that_two_articles_have_leads_to_neither() -> None:
    written = f"[bài]({URL})"

    assert written == body(written, article("a-3", slug="tin-ba", source=Source(url=f"{URL}#top")))


def test_an_article_does_not_link_to_itself() -> None:
    own = article("a-1", body=f"[bài]({URL})", source=Source(url=URL))

    assert f"[bài]({URL})" == joined(own).entries["a-1"].bodies["vi"]


def test_a_link_makes_the_two_neighbours_on_both_sides() -> None:
    archive = joined(article("a-1", body=f"Xem [bài này]({URL})."), HELD, OTHER)

    assert [("a-2", True)] == [(r.id, r.reason.linked) for r in archive.entries["a-1"].related]
    assert [("a-1", True)] == [(r.id, r.reason.linked) for r in archive.entries["a-2"].related]


def test_names_around_a_link_are_linked_and_those_in_it_are_not() -> None:
    record = entity("son", "Bùi Thanh Sơn")
    text = f"[Bùi Thanh Sơn nói]({URL}), và Bùi Thanh Sơn đi."

    archive = joined(article("a-1", body=text), HELD, record)

    assert (
        f"[Bùi Thanh Sơn nói]({COPY}) {BESIDE}, và [Bùi Thanh Sơn](/people/son/) đi."
        == archive.entries["a-1"].bodies["vi"]
    )


ODD = "https://vov.example/a_b_c/*x*/~y~.htm"
PIECES = [
    f"[chữ]({URL})",
    f"[**đậm** và *nghiêng*]({URL})",
    f"<{URL}>",
    f"<{ODD}>",
    f"[a]({URL}?utm_source=x)",
    "[khác](https://khac.example/)",
    URL,
    *(
        "Việt Nam ",
        " ",
        "\n",
        "\n\n",
        "\n> ",
        "\n- ",
        "\n    ",
        "\n# ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
    ),
    *("[", "]", "(", ")", "<", ">", "![", "\\", "&lt;", '"', "|", "{", "](", "<b>", "<!--", "-->"),
]
PAGES = {web.page(url): "a-2" for url in (URL, ODD)}
URLS = {"a-2": {"vi": COPY}}


def words(text: str) -> str:
    """What a reader reads of a body."""
    made = markdown.markdown(text, extensions=["generator.safe_markdown"])
    return html.unescape(re.sub(r"<[^>]*>", "", made))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_nothing_is_read_but_the_same_words_and_the_originals_host(text: str) -> None:
    made = relink(text, own="a-1", lang="vi", pages=PAGES, urls=URLS)

    assert words(text) == words(made.body).replace(" (vov.example)", "")
    assert made.body.count(COPY) == words(made.body).count(" (vov.example)")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_without_copies_in_reach_the_body_is_the_same(text: str) -> None:
    assert (
        text == relink(text, own="a-1", lang="vi", pages={"khong.example/?": "a-2"}, urls={}).body
    )
    assert text == relink(text, own="a-2", lang="vi", pages=PAGES, urls=URLS).body

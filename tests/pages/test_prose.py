"""Small things done to text, held to what they promise for any text."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.markdown import escape
from generator.pages import prose

FILES = frozenset({"people/an/index.md", "index.md", "en/people/an/index.md"})


@given(st.text())
def test_a_head_is_one_line_and_safe_between_quotes(text: str) -> None:
    head = prose.head(text)

    assert not set(head) & set("<>\"'\n\r")
    assert html.unescape(head).startswith(prose.shorten(text, prose.TITLE_LENGTH))


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_a_shortened_text_is_the_beginning_in_one_line(text: str, limit: int) -> None:
    short = prose.shorten(text, limit)

    assert len(short) <= limit + 1
    assert " ".join(text.split()).startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("thường", ""),
        ("\u202ea", "\u202c"),
        ("\u202ea\u202c", ""),
        ("\u2066a\u202eb", "\u202c\u2069"),
        ("\u2066a\u202eb\u2069", ""),
        ("a\u202c\u2069", ""),
    ],
)
def test_changes_of_direction_end_with_the_text(text: str, ends: str) -> None:
    assert text + ends == prose.contained(text)


@given(st.text())
def test_an_excerpt_shows_the_words_of_the_lead(text: str) -> None:
    shown = markdown.markdown(
        prose.excerpt(escape(text)), extensions=["generator.safe_markdown", "tables", "toc"]
    )
    words = prose.shorten(prose.lead(escape(text)), prose.EXCERPT_LENGTH)

    assert words == html.unescape(re.sub(r"</?p>", "", shown))


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("## Tít phụ\n\nCâu **đầu** của [ông An](/people/an/).", "Câu đầu của ông An."),
        (r"1\. Không phải \*danh sách\*", "1. Không phải *danh sách*"),
        ("![ảnh](1.jpg)\n\nA &amp; B &lt;i&gt;", "A & B <i>"),
        ("a" + "![" * 200_000, "a" + "![" * 200_000),
        ("", ""),
    ],
)
def test_a_lead_is_the_words_of_the_first_paragraph(body: str, lead: str) -> None:
    assert lead == prose.lead(body)


@pytest.mark.parametrize(
    ("page", "link", "expected"),
    [
        ("2021/12/13/tin/index.md", "/people/an/", "../../../../people/an/index.md"),
        ("people/an/index.md", "/", "../../index.md"),
        ("index.md", "/people/an/#y2021", "people/an/index.md#y2021"),
        ("en/2021/tin/index.md", "/en/people/an/", "../../people/an/index.md"),
    ],
)
def test_links_within_the_site_become_links_between_files(
    page: str, link: str, expected: str
) -> None:
    assert f"[An]({expected})" == prose.relink(f"[An]({link})", page=page, files=FILES)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[An](/people/khong-co/)", "An"),
        ("[An](/people/an)", "An"),
        ("![An](/people/an/)", "An"),
        (r"\[An](/people/an/)", r"\[An](/people/an/)"),
        ("[An](https://vi.wikipedia.org/)", "[An](https://vi.wikipedia.org/)"),
        ("[An](hinh-1.jpg)", "[An](hinh-1.jpg)"),
    ],
)
def test_a_dead_link_leaves_its_words_and_others_stay(body: str, expected: str) -> None:
    assert expected == prose.relink(body, page="index.md", files=FILES)


def test_dead_links_are_told() -> None:
    body = "[An](/people/an/) và [Bình](/people/binh/)"

    assert ["/people/binh/"] == prose.dead_links(body, files=FILES)


@pytest.mark.parametrize("url", ["javascript:x", "data:x", "//a.example", "/x/", "https://a b", ""])
def test_only_http_is_followed(url: str) -> None:
    assert "" == prose.web(url)

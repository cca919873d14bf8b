"""Which captures are of one page, and which is published."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.convert.choosing import are_one, eldest, fullest_first, page_of
from generator.convert.made import Summary
from generator.model import Article, Date

PAGE = page_of("https://bao.example.vn/tin/hop-12.html", "vi")


@pytest.mark.parametrize(
    "url",
    [
        "http://bao.example.vn/tin/hop-12.html",
        "https://www.bao.example.vn/tin/hop-12.html",
        "https://BAO.example.vn:443/tin/hop-12.html#binh-luan",
        "https://bao.example.vn/tin/hop-12.html?utm_source=zalo&utm_medium=app&fbclid=x",
        "https://bao.example.vn/tin/hop-12.html/?gidzl=x",
        "https://bao.example.vn/tin/hop-12.html?",
    ],
)
def test_addresses_of_one_page_are_one(url: str) -> None:
    assert PAGE == page_of(url, "vi")


@pytest.mark.parametrize(
    "url",
    [
        "https://bao.example.vn/tin/hop-13.html",
        "https://tin.example.vn/tin/hop-12.html",
        "https://bao.example.vn/tin/hop-12.html?page=2",
        "https://bao.example.vn/tin/Hop-12.html",
        "https://bao.example.vn:8080/tin/hop-12.html",
    ],
)
def test_addresses_of_two_pages_are_two(url: str) -> None:
    assert "" != page_of(url, "vi") != PAGE


def test_one_address_in_two_languages_is_two_pages() -> None:
    assert PAGE != page_of("https://bao.example.vn/tin/hop-12.html", "en")


def test_the_order_of_parameters_makes_no_other_page() -> None:
    one = page_of("https://bao.example.vn/?id=12&muc=3", "vi")

    assert "" != one == page_of("https://bao.example.vn/?muc=3&id=12&fbclid=x", "vi")


@pytest.mark.parametrize(
    "url", ["", "https://bao.example.vn", "https://bao.example.vn/#top", "hop-12", "http://[x/a"]
)
def test_what_names_no_page_is_nobodys(url: str) -> None:
    assert "" == page_of(url, "vi")


@given(st.text() | st.from_regex(r"https?://[a-z.:0-9]*/[\w%?&=#/.]*"))
def test_any_text_can_be_asked(url: str) -> None:
    assert page_of(url, "vi") == page_of(url, "vi")


def capture(raw: str, *, words: int, facts: int = 5, captured: str = "") -> Summary:
    when = Date.parse(captured) if captured else None
    return Summary(raw=raw, words=words, facts=facts, captured=when, story=True)


def order(captures: Sequence[Summary]) -> list[str]:
    return [summary.raw for summary in fullest_first(captures)]


@pytest.mark.parametrize(
    ("captures", "expected"),
    [
        ([capture("teaser", words=60, facts=9), capture("story", words=400)], "story"),
        ([capture("bare", words=400), capture("with-facts", words=380, facts=6)], "with-facts"),
        (
            [
                capture("first", words=400, captured="2021-10-22T06:24:00+00:00"),
                capture("last", words=390, captured="2023-01-01T00:00:00+00:00"),
                capture("some-day", words=400),
            ],
            "last",
        ),
        ([capture("shorter", words=390), capture("longer", words=400)], "longer"),
        ([capture("b", words=400), capture("a", words=400)], "a"),
    ],
)
def test_the_fullest_is_published(captures: list[Summary], expected: str) -> None:
    assert {expected} == {order(some)[0] for some in itertools.permutations(captures)}


def test_the_eldest_names_the_article() -> None:
    captures = [
        capture("a", words=400),
        capture("b", words=400, captured="2023-01-01T00:00:00+00:00"),
        capture("c", words=40, captured="2021-10-22T06:24:00+00:00"),
    ]

    assert {"c"} == {eldest(some).raw for some in itertools.permutations(captures)}
    assert "a" == eldest([capture("b", words=9), capture("a", words=1)]).raw


FIRST = Article(
    id="a-2021-00000000",
    lang="vi",
    title="Hai bên rà soát kế hoạch",
    body="Chiều 21/10, tại Hà Nội, hai bên đã họp.\n\nCuộc họp bàn về thương mại và giáo dục.",
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"title": "Hai Bên rà soát kế hoạch", "body": "Chỉ đăng ký mới đọc được bài này."}, True),
        ({"title": "Tít mới", "body": "Chiều 21/10, tại Hà Nội, hai bên đã họp."}, True),
        ({"title": "Tít mới", "body": f"Cập nhật lúc 9h. {FIRST.body}\n\nThêm một đoạn."}, True),
        ({"title": "Giá vàng", "body": "Sáng nay giá vàng trong nước giảm nhẹ so với qua."}, False),
        ({"title": "Giá vàng", "body": "Vàng giảm."}, False),
        ({"title": "Giá vàng", "body": ""}, False),
    ],
)
def test_texts_of_one_address_are_one_article_if_they_share_words(
    change: dict[str, str], *, expected: bool
) -> None:
    second = dataclasses.replace(FIRST, **change)  # type: ignore[arg-type]  # texts all

    assert expected == are_one(FIRST, second) == are_one(second, FIRST)

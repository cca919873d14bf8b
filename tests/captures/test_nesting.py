from __future__ import annotations

import pytest

from generator.captures import nesting

DEEP = nesting.DEEPEST + 1


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * DEEP,
        "<div>" * DEEP + "x" + "</div>" * DEEP,
        "<B class='>'>" * DEEP,
        "<a><p>" * DEEP,
        "<x-y>\n" * DEEP,
        "<p></p>" * 100_000 + "<i>" * DEEP,
        "<div title='<'>" * DEEP,
        "<div title='<' " * DEEP,
        "<!-- <i> --><b>" * DEEP,
    ],
)
def test_elements_that_nest_too_deep_are_seen(page: str) -> None:
    assert nesting.too_deep(page)


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<div>" * (DEEP - 1),
        "<p>x" * DEEP * 2,
        "<li>x" * DEEP * 2,
        "<br>" * DEEP * 2,
        "<IMG src=x>" * DEEP * 2,
        "<path d='M0'/>" * DEEP * 2,
        "<div><b>x</b></div>" * DEEP * 2,
        "<script>" + "if (a<b) x;" * DEEP * 2 + "</script>",
        "<!--" + "<i>" * DEEP * 2 + "-->",
        "<!--" + "<i>" * DEEP * 2,
        "a < b " * DEEP * 2,
        "</div>" * DEEP * 2,
    ],
)
def test_a_flat_page_is_not_deep_however_long(page: str) -> None:
    assert not nesting.too_deep(page)


def test_pages_of_very_many_tags_are_seen() -> None:
    assert nesting.too_many("<p>" * (nesting.MOST + 1))
    assert not nesting.too_many("<p>" * nesting.MOST)

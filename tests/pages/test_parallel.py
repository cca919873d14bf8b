from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Page
from generator.pages import aligning
from generator.pages.aligning import Block, align
from tests.assemble.make import article, translation
from tests.pages.made import made, part

LONG, SHORT = "dài " * 60, "ngắn"
VI, EN = "2021/12/13/tin/parallel/index.md", "en/2021/12/13/news/parallel/index.md"


def beside(vi: str, en: str) -> Page:
    original = article("a-1", slug="tin", title="Tin", body=vi)
    return made(original, translation(original, slug="news", title="News", body=en))[EN]


def words(page: Page) -> list[list[list[str]]]:
    rows: list[Any] = part(page, "parallel", "rows")
    return [
        [[line for piece in cell["pieces"] for line in piece["lines"]] for cell in row["cells"]]
        for row in rows
    ]


def test_texts_of_as_many_blocks_stand_side_by_side_in_order() -> None:
    page = beside("Một.\n\n## Hai\n\nBa.", "One.\n\n## Two\n\nThree.")

    assert [[["Một."], ["One."]], [["Hai"], ["Two"]], [["Ba."], ["Three."]]] == words(page)
    assert "in order" in part(page, "parallel", "order")
    assert "" == part(page, "parallel", "doubt")


def test_texts_that_are_divided_differently_are_paired_by_length_and_say_so() -> None:
    page = beside(
        f"{LONG}\n\nMột hai ba bốn.\n\nNăm sáu bảy tám.\n\n{LONG}",
        f"{LONG}\n\nOne two three four, five six seven.\n\n{LONG}",
    )

    rows = words(page)

    assert [
        ["Một hai ba bốn.", "Năm sáu bảy tám."],
        ["One two three four, five six seven."],
    ] == rows[1]
    assert [False, True, False] == [row["doubtful"] for row in part(page, "parallel", "rows")]
    assert "paired by length" in part(page, "parallel", "order")
    assert part(page, "parallel", "doubt")


def test_a_heading_is_set_beside_a_heading() -> None:
    page = beside("Một.\n\n## Hai\n\nBa.", "One.\n\nOne and a half.\n\n## Two\n\nThree.")

    assert [["Hai"], ["Two"]] in words(page)


def test_by_order_is_doubtful_where_lengths_speak_against_it() -> None:
    page = beside(f"{LONG}\n\n{SHORT}", f"{SHORT}\n\n{LONG}")

    assert [True, True] == [row["doubtful"] for row in part(page, "parallel", "rows")]


def test_only_what_is_not_in_the_language_of_the_page_says_its_language() -> None:
    original = article("a-1", slug="tin", body="Một.")
    pages = made(original, translation(original, slug="news", body="One."))

    langs = {
        path: [cell["lang"] for cell in part(pages[path], "parallel", "rows")[0]["cells"]]
        for path in (VI, EN)
    }

    assert {VI: ["", "en"], EN: ["vi", ""]} == langs


def test_lists_tables_and_quotations_keep_their_words_and_pictures_are_left_out() -> None:
    text = "- a\n- b\n\n| c | d |\n|---|---|\n| e | f |\n\n> g\n> h\n\n![x](x.png)"

    rows = words(beside(text, text))

    assert [["a", "b"], ["c · d", "e · f"], ["g h"]] == [left for left, _ in rows]


def test_article_and_its_other_language_lead_there_with_one_click() -> None:
    original = article("a-1", slug="tin", body="Một.")
    pages = made(original, translation(original, slug="news", body="One."))

    assert "2021/12/13/tin/parallel/" == part(
        pages["2021/12/13/tin/index.md"], "article", "parallel"
    )
    assert {"lang": "vi", "url": "2021/12/13/tin/parallel/"} == part(pages[EN], "switch")


BLOCKS = st.lists(st.builds(Block, length=st.integers(1, 900), heading=st.booleans()), max_size=60)


@given(BLOCKS, BLOCKS)
def test_every_block_is_in_just_one_row_and_in_order(left: list[Block], right: list[Block]) -> None:
    rows = align(left, right).rows

    assert list(range(len(left))) == [n for row in rows for n in range(*row.left)]
    assert list(range(len(right))) == [n for row in rows for n in range(*row.right)]


@given(BLOCKS)
def test_a_text_beside_itself_is_in_order_and_certain(blocks: list[Block]) -> None:
    made = align(blocks, blocks)

    assert made.in_order
    assert not any(row.doubtful for row in made.rows)


def test_two_texts_of_very_different_length_are_one_doubtful_row() -> None:
    left = [Block(length=10)] * (aligning._BAND + 2)

    (row,) = align(left, [Block(length=10)]).rows

    assert ((0, len(left)), (0, 1), True) == (row.left, row.right, row.doubtful)

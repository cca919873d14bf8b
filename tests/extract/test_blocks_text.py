from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import blocks
from generator.extract.blocks_text import visible
from generator.model import Block, BlockKind, Capture

SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))


def read(text: str) -> tuple[Block, ...]:
    return blocks.read(Capture(raw="a.txt", sha256="", format="text", encoding="utf-8", text=text))


def test_each_line_that_shows_something_is_a_block_named_by_its_number() -> None:
    found = read("Tít\n\n \u00a0\u200b\nĐoạn  một\n\tĐoạn hai\n")

    expected = [(1, "Tít", True, True), (4, "Đoạn một", True, False), (5, "Đoạn hai", False, True)]
    assert expected == [(b.n, b.text, b.gap_before, b.gap_after) for b in found]
    assert {BlockKind.PARAGRAPH} == {block.kind for block in found}
    assert {()} == {block.inlines for block in found}


def test_a_last_line_without_an_end_is_a_block_with_a_gap_after_it() -> None:
    (block,) = read("Một dòng")

    assert (1, True, True) == (block.n, block.gap_before, block.gap_after)


def test_separators_that_editors_do_not_count_do_not_part_lines() -> None:
    assert [(1, "a b c d"), (2, "e")] == [
        (block.n, block.text) for block in read("a\x0cb\u2028c\x85d\ne")
    ]


@pytest.mark.parametrize("text", ["", "\n\n", " \t\u3000\u00a0\n\u200b\ufeff\n\x00\u202e"])
def test_a_text_that_shows_nothing_has_no_blocks(text: str) -> None:
    assert () == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" a \u00a0\u2009 b\t\u3000", "a b"),
        ("a\u200bb\u00adc\u2060d\ufeff", "abcd"),
        ("\u202eđảo\u202c \u2066lồng\u2069\u200e", "đảo lồng"),
        ("chuông\x07 xoá\x7f", "chuông xoá"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("a \u200d b \u200c", "a b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u0323\u200b\u0302", "ậ"),
        ("a\U000e0061\U000e007f", "a"),
        ("\ue000 \ufffd", "\ue000 \ufffd"),
    ],
)
def test_what_a_reader_sees_is_kept_and_no_more(text: str, expected: str) -> None:
    assert expected == visible(text)


@given(st.text())
def test_seeing_is_done_once(text: str) -> None:
    seen = visible(text)

    assert seen == visible(seen)
    assert seen == unicodedata.normalize("NFC", seen)
    assert seen.split() == seen.split(" ") if seen else True


@pytest.mark.skipif(not SEEDS, reason="the real scrapes are not here")
def test_every_line_of_the_real_scrapes_is_a_block() -> None:
    for path in SEEDS:
        text = path.read_text(encoding="utf-8")
        expected = {n: line for n, line in enumerate(text.split("\n"), 1) if line.strip()}

        found = read(text)

        assert list(expected) == [block.n for block in found]
        assert "".join("".join(expected.values()).split()) == "".join(
            "".join(block.text for block in found).split()
        )

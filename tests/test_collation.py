from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import collation
from generator.vietnamese import compare_key, nfc

_ORDER = Path(__file__).with_name("vietnamese_order.txt").read_text(encoding="utf-8")
ICU = [line for line in _ORDER.splitlines() if not line.startswith("#")]
SYLLABLES = st.text("aàảãáạăằâậbdđeêếhioôơưuyAĐẾOnt -.,1’", max_size=12)


def test_names_stand_in_the_order_of_icu() -> None:
    assert len(ICU) > 1000
    assert sorted(sorted(ICU), key=collation.sort_key) == ICU


@pytest.mark.parametrize(
    "names",
    [
        ["An", "Ăn", "Ân", "Ấn", "Bà", "Đa", "E", "Ê"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Đô", "Đổ", "Đỗ", "Đô la"],
        ["lê", "Lê", "lễ", "Lễ", "Lê Lợi"],
    ],
    ids=["letters", "tones", "letters before tones", "case after tones"],
)
def test_each_level_decides_only_where_the_one_before_does_not(names: list[str]) -> None:
    assert names == sorted(sorted(names, reverse=True), key=collation.sort_key)


@given(SYLLABLES | st.text(max_size=8), SYLLABLES | st.text(max_size=8))
def test_two_texts_have_one_key_only_if_they_are_spellings_of_one(one: str, other: str) -> None:
    same = compare_key(nfc(one)) == compare_key(nfc(other))

    assert same == (collation.sort_key(one) == collation.sort_key(other))
    assert same == (collation.english_key(one) == collation.english_key(other))


@given(SYLLABLES)
def test_normal_form_does_not_matter(text: str) -> None:
    assert collation.sort_key(unicodedata.normalize("NFD", text)) == collation.sort_key(text)


def test_both_styles_of_placing_the_tone_stand_together() -> None:
    assert collation.sort_key("hoà") == collation.sort_key("hòa")


def test_readers_of_english_find_marked_letters_among_plain_ones() -> None:
    names = ["Dang", "Đàm", "Ân", "Lê", "Anh"]

    assert ["Ân", "Anh", "Đàm", "Dang", "Lê"] == sorted(names, key=collation.english_key)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ấn Độ", "Â"),
        ("đồng", "Đ"),
        ("Ủy ban", "U"),
        ("Ửng", "Ư"),
        ("Öcalan", "O"),
        ("Øresund", "O"),
        ("Ａ", "A"),
        ("20", "#"),
        ("“A”", "#"),
        ("Яков", "#"),
        ("", "#"),
        ("A\u0306n", "Ă"),
    ],
)
def test_a_name_stands_under_its_letter(name: str, letter: str) -> None:
    assert letter == collation.letter(name)


def test_letters_of_headings_are_in_the_order_of_the_names_below_them() -> None:
    letters = [one.upper() for one in collation.ALPHABET]

    assert sorted(letters, key=collation.sort_key) == letters

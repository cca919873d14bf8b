from __future__ import annotations

import unicodedata
from itertools import product

import pytest

from generator.press.search import days, words
from tests.test_vietnamese import CLOSED, CODAS, ONSETS, OPEN, STYLED, TONES, spell


def inventory() -> list[str]:
    """All syllables: onset × nucleus × tone, open and closed, both styles where they differ."""
    nuclei = [*OPEN, *(nucleus for pair in STYLED for nucleus in pair)]
    made = [spell(o, n, t) for o, n, t in product(ONSETS, nuclei, TONES)]
    made += [spell(o, n, t, c) for o, n, t, c in product(ONSETS, CLOSED, TONES, CODAS)]
    return made


def keys(text: str) -> list[str]:
    return [one.key for token in words.cut(text) for one in words.read(token)]


def test_every_syllable_has_the_key_that_is_typed_without_an_input_method() -> None:
    for syllable in inventory():
        (reading,) = words.read(syllable.lower())

        assert reading.key.isascii(), syllable
        assert reading.key.islower(), syllable
        assert len(syllable) == len(reading.key), syllable


def test_composed_and_decomposed_syllables_are_one() -> None:
    for syllable in inventory():
        expected = words.cut(syllable)

        assert expected == words.cut(unicodedata.normalize("NFD", syllable)), syllable
        assert 1 == len(expected), syllable


@pytest.mark.parametrize(("old", "new"), STYLED)
def test_both_styles_of_placing_the_tone_read_alike(old: str, new: str) -> None:
    for onset, tone in product(ONSETS, TONES):
        expected = words.read(spell(onset, old, tone).lower())

        assert expected == words.read(spell(onset, new, tone).lower())


def test_no_two_syllables_of_one_key_have_one_code() -> None:
    seen: dict[tuple[str, int], str] = {}
    for syllable in inventory():
        # Both styles of one syllable are one: they differ only in where the tone stands.
        tone = "".join(c for c in unicodedata.normalize("NFD", syllable) if c in TONES and c)
        bare = "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in TONES)
        same = unicodedata.normalize("NFC", bare).lower() + tone
        (reading,) = words.read(syllable.lower())

        assert same == seen.setdefault((reading.key, reading.code), same)


def test_codes_stay_below_their_bound() -> None:
    strange = ["ăâêôơưđ", "ñ", "ü", "ệ̈", "ǖ", "åäö"]

    assert max(words.code(word) for word in [*inventory(), *strange]) < words.CODES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoà bình, hòa bình!", ["hoa", "binh", "hoa", "binh"]),
        ("ĐƯỜNG sắt", ["duong", "sat"]),
        ("vắc-xin Covid-19 G20 4.0", ["vac", "xin", "covid", "19", "g20", "4.0"]),
        ("7,02% và 1.150 hay 1,150,000", ["7.02", "va", "1150", "hay", "1150000"]),
        ("36-NQ/TW", ["36", "nq", "tw"]),
        ("2021-2024", ["2021", "2024"]),
        ("22/10/2021 22.10.2021 22-10-2021", ["2021-10-22"] * 3),
        ("2021-10-22, 7/2021, 7-2021", ["2021-10-22", "2021-07", "2021-07"]),
        ("22/10 45/99 1/2/3", ["--10-22", "45", "99", "1", "2", "3"]),
        ("10/22/2021", ["2021-10-22"]),
        ("International Women's Day", ["international", "women", "day"]),
        ("ambassadors ministries classes", ["ambassador", "ministry", "class"]),
        ("news Laos status", ["news", "laos", "status"]),
        ("", []),
        ("… — !", []),
    ],
)  # fmt: skip
def test_a_text_has_these_keys(text: str, expected: list[str]) -> None:
    assert expected == keys(text)


def test_a_date_answers_to_its_month_its_year_and_its_day_too() -> None:
    (reading,) = words.read("22/10/2021")

    assert ("2021-10", "2021", "--10-22") == reading.extra


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 22 tháng 10 năm 2021", "2021-10-22"),
        ("22 tháng 10, 2021", "2021-10-22"),
        ("ngay 22 thang 10 nam 2021", "2021-10-22"),
        ("ngày 22 tháng 10/2021", "2021-10-22"),
        ("tháng 7-2021", "2021-07"),
        ("tháng 7 năm 2021", "2021-07"),
        ("ngày 2 tháng 9", "--09-02"),
        ("October 22, 2021", "2021-10-22"),
        ("22nd October 2021", "2021-10-22"),
        ("Oct 2021", "2021-10"),
    ],
)
def test_a_date_in_words_has_this_key(text: str, expected: str) -> None:
    (span,) = days.find(words.cut(text))

    assert expected == span.keys[0]


@pytest.mark.parametrize("text", ["may be", "tháng trước", "40 tháng 13", "March on", "tháng"])
def test_no_date_is_seen_where_none_is(text: str) -> None:
    assert [] == days.find(words.cut(text))

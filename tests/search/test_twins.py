"""What is written twice, in Python for the index and in JavaScript for queries, agrees."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from generator.press.search import days, keys, vocabulary, words
from tests.search.test_words import inventory

pytestmark = pytest.mark.browser

TEXTS = [
    "Hoà bình, hòa bình! ĐƯỜNG sắt; vắc-xin Covid-19 G20 4.0",
    "7,02% và 1.150 hay 1,150,000; 36-NQ/TW 2021-2024 192.168.1.1",
    "22/10/2021 22.10.2021 22-10-2021 2021-10-22 7/2021 7-2021 22/10 45/99 1/2/3 122/10/2021",
    "ngày 22 tháng 10 năm 2021, ngày 2 tháng 9; tháng 7-2021; ngày 40 tháng 13",
    "October 22, 2021; 22nd October 2021; Oct 2021; may be; March on",
    "International Women's Day, Women’s, classes ministries ambassadors status analysis Laos",
    "Straße ñandú Ångström Œuvre Türkiye Владимир Ελλάδα ΟΔΟΣ 日本 한국 がぎ İstanbul ﬁn",
    unicodedata.normalize("NFD", "Nguyễn Thị Thuý Đào – đại sứ văn hoá đọc"),
    "a_b snake_case x² ½ 10.000đ 5kg f0 - ' ’s s' _ 3/4 2021/2022 12.2021 1000.20.30",
    "",
]


def test_texts_are_cut_and_read_alike(page: Page) -> None:
    expected = [
        [
            [one.key, one.code, list(one.extra)]
            for token in words.cut(text)
            for one in words.read(token)
        ]
        for text in TEXTS
    ]

    assert expected == page.evaluate(
        """texts => texts.map(text => words.cut(text.normalize("NFC"))
            .flatMap(({ token }) => words.read(token))
            .map(one => [one.key, one.code, one.extra]))""",
        TEXTS,
    )


def test_dates_in_words_are_found_alike(page: Page) -> None:
    tokens = [words.cut(text) for text in TEXTS]
    expected = [[[s.start, s.end, list(s.keys)] for s in days.find(one)] for one in tokens]

    assert any(expected)
    assert expected == page.evaluate(
        "lists => lists.map(one => words.findDays(one).map(s => [s.start, s.end, s.keys]))", tokens
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_syllable_is_read_alike(page: Page, form: str) -> None:
    syllables = [unicodedata.normalize("NFC", syllable) for syllable in inventory()]
    expected = [
        [one.key, one.code] for syllable in syllables for one in words.read(syllable.lower())
    ]

    assert expected == page.evaluate(
        """([syllables, form]) => syllables.flatMap(one => words.cut(one.normalize(form)
            .normalize("NFC"))).flatMap(({ token }) => words.read(token))
            .map(one => [one.key, one.code])""",
        [syllables, form],
    )


def test_keys_have_the_same_numbers(page: Page) -> None:
    texts = ["ngoai", "giao", "2021-10-22", "person=bui-thanh-son", "日本", "𝒳", "", "a" * 50]
    singles = [keys.number(*keys.lanes(text)) for text in texts]
    pairs = [keys.pair(keys.lanes(a), keys.lanes(b)) for a, b in pairwise(texts)]

    assert [singles, pairs] == page.evaluate(
        """texts => [texts.map(keys.single),
            texts.slice(1).map((text, place) => keys.pair(texts[place], text))]""",
        texts,
    )


def test_one_edit_leaves_one_anchor() -> None:
    word = "nghieng"
    letters = "abcdefghijklmnopqrstuvwxyz"
    edits = {
        *(word[:i] + word[i + 1 :] for i in range(len(word))),
        *(word[:i] + c + word[i:] for i in range(len(word) + 1) for c in letters),
        *(word[:i] + c + word[i + 1 :] for i in range(len(word)) for c in letters),
        *(word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)),
    }

    for edit in edits:
        assert not set(vocabulary.anchors(word)).isdisjoint(vocabulary.anchors(edit)), edit


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ngoaij", "ngoại"),
        ("tees", "tế"),
        ("dduwowngf", "đường"),
        ("dduwowfng", "đường"),
        ("sawst", "sắt"),
        ("toocs", "tốc"),
        ("Sown", "sơn"),
        ("Buif", "bùi"),
        ("nguyeenx", "nguyễn"),
        ("hoaf", "hòa"),
        ("quoocs", "quốc"),
        ("gias", "giá"),
        ("uwowc", "ươc"),
        ("dda", "đa"),
        ("dads", "đá"),
        ("ngoai5", "ngoại"),
        ("te61", "tế"),
        ("d9u7o7ng2", "đường"),
        ("d9uo7ng2", "đường"),
        ("nguye6n4", "nguyễn"),
        ("sa81t", "sắt"),
        ("xyzzy", ""),
        ("kangaroo", ""),
        ("class", ""),
        ("covid19", ""),
        ("2021", ""),
        ("giao", ""),
    ],
)
def test_telex_and_vni_are_decoded(page: Page, typed: str, meant: str) -> None:
    assert meant == page.evaluate("typed => typing.decode(typed)", typed)

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import vietnamese

TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
ONSETS = ["", "b", "đ", "h", "kh", "l", "ngh", "th", "Tr", "NG"]

# Nucleus, with `'` behind the letter that bears the tone. Where old and new style place it
# differently, both are given, old first.
_OPEN = (
    "a' ă' â' e' ê' i' o' ô' ơ' u' ư' y' a'i a'o a'u a'y â'u â'y e'o ê'u i'a i'u o'i ô'i ơ'i u'a "
    "u'i ư'a ư'i ư'u iê'u yê'u uê' uơ' uâ'y uô'i ươ'i ươ'u oa'i oa'o oa'y oe'o uy'a uy'u"
)
_CLOSED = "a' ă' â' e' ê' i' o' ô' ơ' u' ư' y' iê' yê' uô' ươ' oa' oă' oe' oo' uâ' uê' uy' uyê'"
OPEN, CLOSED = _OPEN.split(), _CLOSED.split()
STYLED = [("o'a", "oa'"), ("o'e", "oe'"), ("u'y", "uy'")]
CODAS = ["c", "ch", "m", "n", "ng", "nh", "p", "t"]


def spell(onset: str, nucleus: str, tone: str, coda: str = "") -> str:
    word = f"{onset}{nucleus.replace(chr(39), tone)}{coda}"
    return unicodedata.normalize("NFC", word.upper() if onset.isupper() else word)


@pytest.mark.parametrize(("old", "new"), STYLED)
def test_both_styles_of_placing_the_tone_have_one_key(old: str, new: str) -> None:
    for onset, tone in product(ONSETS, TONES):
        expected = spell(onset, old, tone)

        assert expected == vietnamese.compare_key(spell(onset, new, tone))
        assert expected == vietnamese.compare_key(expected)


def test_syllables_with_one_spelling_are_their_own_key() -> None:
    spelled = [spell(o, n, t) for o, n, t in product(ONSETS, OPEN, TONES)]
    spelled += [spell(o, n, t, c) for o, n, t, c in product(ONSETS, CLOSED, TONES, CODAS)]
    spelled += [spell("q", n, t) for n, t in product(["ua'", "ue'", "uy'"], TONES)]

    assert spelled == [vietnamese.compare_key(word) for word in spelled]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_every_form_of_unicode_gives_one_text_and_one_fold(form: str) -> None:
    for onset, nucleus, tone in product(ONSETS, OPEN, TONES):
        word = spell(onset, nucleus, tone)
        typed = unicodedata.normalize(form, word)  # type: ignore[arg-type]  # one of the four

        assert word == vietnamese.nfc(typed)
        assert vietnamese.fold(word) == vietnamese.fold(typed)


def test_folding_leaves_what_a_plain_keyboard_types() -> None:
    plain = str.maketrans("ăâêôơưđ", "aaeoouđ".replace("đ", "d"))

    for onset, nucleus, tone in product(ONSETS, [*OPEN, "o'a", "uy'"], TONES):
        expected = f"{onset}{nucleus.replace(chr(39), '')}".lower().translate(plain)

        assert expected == vietnamese.fold(spell(onset, nucleus, tone))
        assert expected.isascii()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Uỷ ban Hoà bình, THUỶ-HOÁ", "Ủy ban Hòa bình, THỦY-HÓA"),
        ("hoặc ngoặc loặc", "hoặc ngoặc loặc"),
        ("quý, quỵ, Quỳ", "quý, quỵ, Quỳ"),
        ("hoàn toàn, xoẹt, huýt", "hoàn toàn, xoẹt, huýt"),
        ("khoẻ khoắn", "khỏe khoắn"),
        ("", ""),
        ("plain ascii", "plain ascii"),
    ],
)
def test_only_the_place_of_the_tone_changes(text: str, key: str) -> None:
    assert key == vietnamese.compare_key(text)


@given(st.text())
def test_a_key_is_as_long_as_its_text_and_its_own_key(text: str) -> None:
    text = vietnamese.nfc(text)
    key = vietnamese.compare_key(text)

    assert len(text) == len(key)
    assert key == vietnamese.compare_key(key)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Công tác ngoại giao nay đã khác", "cong-tac-ngoai-giao-nay-da-khac"),
        ("Đại sứ: “Hoà bình”", "dai-su-hoa-binh"),
        (unicodedata.normalize("NFD", "Đặng Hữu Phước"), "dang-huu-phuoc"),
        ("2021", "so-2021"),
        ("12/2021", "12-2021"),
        ("😀", ""),
        ("../../etc", "etc"),
    ],
)
def test_a_slug_is_plain(text: str, slug: str) -> None:
    assert slug == vietnamese.slug(text)


@given(st.text(max_size=300))
def test_a_slug_is_always_fit_for_an_address(text: str) -> None:
    slug = vietnamese.slug(text)

    assert len(slug) <= vietnamese.SLUG_LENGTH + len("so-")
    assert set() == set(slug) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.isdigit()
    assert slug == slug.strip("-")

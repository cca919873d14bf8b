from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.captures import legacy
from generator.captures.making import make
from generator.captures.member import Member
from generator.model import Capture
from tests.captures.wrong import ENGLISH, NEWS, to_legacy

TABLES = [("tcvn3", legacy.TCVN3), ("vni", legacy.VNI)]
WORDS = (
    NEWS + "Thủ tướng dự hội nghị cấp cao; lễ ký kết diễn ra ở Đà Nẵng, ngày kia họ sẽ về."
).split()


def read(data: bytes, kind: str = "text") -> Capture:
    return make(Member(data=data, format=kind), raw="a", name="raw/a")


def holds(text: str, table: dict[str, str]) -> bool:
    return all(c.isascii() or c in table.values() for c in text)


@pytest.mark.parametrize(("name", "table"), TABLES)
@given(words=st.lists(st.sampled_from(WORDS), min_size=12, unique=True))
def test_vietnamese_comes_back_from_either_font(
    name: str, table: dict[str, str], words: list[str]
) -> None:
    text = " ".join(word for word in words if holds(word, table))

    for data in (to_legacy(text, table).encode("latin-1"), to_legacy(text, table).encode()):
        capture = read(data)

        if sum(not word.isascii() for word in text.split()) >= 2 * legacy.FEWEST:
            assert (name, text) == (capture.encoding, capture.text)
            assert ["capture-converted"] == [found.code for found in capture.findings]


@given(st.text(st.sampled_from(sorted({*legacy.TCVN3.values()})), min_size=2))
def test_every_letter_of_tcvn3_comes_back(text: str) -> None:
    assert text == legacy.from_tcvn3(f"a{to_legacy(text, legacy.TCVN3)}a")[1:-1]


@given(st.lists(st.sampled_from(sorted({*legacy.VNI.values()})), min_size=1))
def test_every_letter_of_vni_comes_back(letters: list[str]) -> None:
    text = "-".join(letters)

    assert text == legacy.from_vni(to_legacy(text, legacy.VNI))


def test_both_tables_have_all_letters_with_their_tones() -> None:
    vowels = {letter.lower() for letter in legacy.VNI.values()}

    assert vowels == {letter.lower() for letter in legacy.TCVN3.values()}
    assert 67 == len(vowels)
    assert all(unicodedata.is_normalized("NFC", letter) for letter in legacy.VNI.values())


def test_signs_that_stand_alone_are_signs() -> None:
    words = to_legacy(NEWS, legacy.TCVN3)

    text = read(f"{words} © 2003, § 12; « t« » ® ô t«".encode("latin-1")).text

    assert text.startswith(f"{NEWS} © 2003, § 12;")
    assert "®" in text


@pytest.mark.parametrize(("name", "table"), TABLES)
@pytest.mark.parametrize("label", ["windows-1252", "utf-8", "windows-1258", "x-user-defined"])
def test_a_page_is_converted_whatever_it_declares(
    name: str, table: dict[str, str], label: str
) -> None:
    page = f'<meta charset="{label}"><p class="é">{{}}</p><a href="/é">x</a>'

    capture = read(page.format(to_legacy(NEWS, table)).encode("latin-1"), "html")

    assert (name, page.format(NEWS)) == (capture.encoding, capture.text)


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_letters_written_as_references_are_converted(name: str, table: dict[str, str]) -> None:
    def referred(text: str) -> str:
        return text.encode("ascii", "xmlcharrefreplace").decode()

    page = f"<p>A &amp; B &lt; C: {referred(to_legacy(NEWS, table))}</p>"

    capture = read(page.encode(), "html")

    assert (name, f"<p>A &amp; B &lt; C: {NEWS}</p>") == (capture.encoding, capture.text)


def test_named_references_are_letters_of_the_font_too() -> None:
    page = f"<p>{to_legacy(NEWS, legacy.VNI)}</p>"
    named = page.replace("á", "&aacute;").replace("ô", "&ocirc;").replace("ñ", "&ntilde;")

    assert f"<p>{NEWS}</p>" == read(named.encode("latin-1"), "html").text


def test_only_what_is_in_the_old_font_is_converted() -> None:
    page = (
        '<title>Tin tức – Đối ngoại</title><p><font face="Arial">café, Đà Lạt, Bộ</font></p>'
        '<font face=".VnTime"><p>{}</p></font><p>déjà vu</p>'
    )

    capture = read(page.format(to_legacy(NEWS, legacy.TCVN3)).encode(), "html")

    assert ("tcvn3", page.format(NEWS)) == (capture.encoding, capture.text)


def test_two_old_fonts_on_one_page_are_told_apart() -> None:
    page = "<p style=\"font-family:'.VnTime'\">{}</p><p style='font-family: VNI-Times'>{}</p>"
    first, second = NEWS.splitlines()

    capture = read(
        page.format(to_legacy(first, legacy.TCVN3), to_legacy(second, legacy.VNI)).encode(), "html"
    )

    assert page.format(first, second) == capture.text


def test_a_font_of_capitals_shows_capitals() -> None:
    page = '<p><font face=".VnTimeH">{}&amp; x</font> <font face=".VnTime">{}</font></p>'
    head = "Céng hoµ x· héi "

    capture = read(page.format(head, to_legacy(NEWS, legacy.TCVN3)).encode("latin-1"), "html")

    assert page.format("CỘNG HOÀ XÃ HỘI ", NEWS).replace("; x<", "; X<") == capture.text


def test_unicode_in_an_element_that_names_an_old_font_is_left() -> None:
    page = f'<font face=".VnTime"><p>{NEWS}</p><p>và, cà phê</p></font>'

    capture = read(page.encode(), "html")

    assert ("utf-8", page, ()) == (capture.encoding, capture.text, capture.findings)


def test_attributes_that_hold_words_are_converted_and_addresses_are_not() -> None:
    words = to_legacy(NEWS.strip(), legacy.TCVN3)
    page = '<p>{0}</p><img src="/¸µ.jpg" alt="{0}" title="photo">'

    capture = read(page.format(words).encode("latin-1"), "html")

    assert page.format(NEWS.strip()) == capture.text


def test_scripts_and_comments_are_left() -> None:
    words = to_legacy(NEWS.strip(), legacy.TCVN3)
    page = '<script>x="¸µ ®ã"</script><!-- ¸µ ®ã --><p>{}</p>'

    assert page.format(NEWS.strip()) == read(page.format(words).encode(), "html").text


@pytest.mark.parametrize(
    "text", [ENGLISH * 3, "L’été à la réunion, où l’aïeul naïf a vu Hanoï. " * 9]
)
def test_other_languages_are_never_taken_for_an_old_font(text: str) -> None:
    for kind in ("text", "html"):
        capture = read(text.encode(), kind)

        assert ("utf-8", text, ()) == (capture.encoding, capture.text, capture.findings)

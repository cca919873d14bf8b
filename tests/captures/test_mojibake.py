from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.captures import mojibake
from generator.captures.mending import mend
from tests.captures.wrong import ENGLISH, NEWS, spoilt

READERS = ["cp1252", "cp1258", "latin-1"]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", [NEWS, ENGLISH * 2, "Заголовок открываемого материала"])
def test_what_was_read_wrong_is_restored(reader: str, text: str) -> None:
    assert text == mojibake.undo(spoilt(text, reader))[0]


def test_what_was_read_wrong_twice_is_restored() -> None:
    assert NEWS == mojibake.undo(spoilt(spoilt(NEWS, "cp1252"), "cp1252"))[0]


def test_only_what_is_wrong_of_a_page_is_changed() -> None:
    page = f"<title>Tin tức – Đối ngoại… “mới”</title><p>{{}}</p><p>{NEWS}, café, Ý”</p>"

    assert page.format(NEWS) == mojibake.undo(page.format(spoilt(NEWS, "cp1252")))[0]


def test_wrong_letters_written_as_references_are_restored() -> None:
    wrong = "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in spoilt(NEWS, "cp1252"))
    named = wrong.replace("&#225;", "&aacute;").replace("&#187;", "&raquo;")

    assert f"<p>A &amp; B {NEWS}" == mend(f"<p>A &amp; B {named}", html=True).text


def test_a_space_that_was_half_a_letter_is_given_back() -> None:
    text = "Bộ trưởng là người Hà Nội, làm việc và học tập; hàng và là"
    wrong = spoilt(text, "cp1252").replace("\xa0", " ")

    assert text == mojibake.undo(wrong)[0].rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "A COMUNICAÇÃO E A EDUCAÇÃO: “AMANHÃ” NÃO, DISSE O MINISTRO À IMPRENSA. IRMÃ… MAÇÃ",
        "“ĐỒNG Ý”, ông nói. 100.000 VNĐ… VNĐ” NĂM “Â” Ấ” À»",
        "L’ÉTÉ À LA PLAGE… «CAFÉ» «DÉJÀ»; tous les mots français. Â€",
        "Größe, Übung, Straße; ÄÖÜ» ß“",
        "Œuvre – ‘ñ’ š › ž",
    ],
)
def test_text_that_looks_a_little_like_it_is_left(text: str) -> None:
    for each in (text, text * 5):
        assert (each, 0) == mojibake.undo(each)


def test_one_wrong_letter_of_three_bytes_is_proof_and_one_of_two_is_not() -> None:
    assert ("Việt", 1) == mojibake.undo("Viá»‡t")
    assert ("Ä‘i", 0) == mojibake.undo("Ä‘i")


@given(st.text(st.characters(codec="utf-8", min_codepoint=0x20, max_codepoint=0x2FF)))
def test_undoing_never_fails(text: str) -> None:
    made, number = mojibake.undo(text)

    assert (made == text) or number > 0

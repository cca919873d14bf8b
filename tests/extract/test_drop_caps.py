from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.extract import drop_caps
from generator.model import Block, Extraction

Extract = Callable[..., Extraction]

HEAD = "Hội nghị ngoại vụ khai mạc ở thủ đô"
REST = "rong phiên đầu, các đại biểu bàn về đường lối đối ngoại trong mười năm tới."
MORE = "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở."


def test_letter_on_a_line_of_its_own_is_joined_and_recorded(extract_text: Extract) -> None:
    found = extract_text(f"{HEAD}\n\nT\n{REST}\n\n{MORE}")

    assert found.article
    assert found.article.cleaning
    assert f"T{REST}\n\n{MORE}\n" == found.article.body
    assert [("rong", "Trong", "drop-cap-apart")] == [
        (x.was, x.now, x.rule) for x in found.article.cleaning.repairs
    ]


def test_letter_in_an_element_of_its_own_is_joined(extract_html: Extract) -> None:
    found = extract_html(
        f"<h1>{HEAD}</h1><div><div class='cap'>T</div><p>{REST}</p><p>{MORE}</p></div>"
    )

    assert found.article
    assert f"T{REST}\n\n{MORE}\n" == found.article.body


@pytest.mark.parametrize(
    ("letter", "rest"), [("A", "man was seen."), ("T", "Trong phiên"), ("Tr", "ong"), ("5", "năm")]
)
def test_what_may_be_two_words_is_left(letter: str, rest: str) -> None:
    blocks = (Block(n=1, text=letter), Block(n=2, text=rest))

    assert (blocks, ()) == drop_caps.join(blocks)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import captions_credit


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Toàn cảnh hội nghị. Ảnh: Hải Đăng/TTXVN", "Toàn cảnh hội nghị.", "Hải Đăng/TTXVN"),
        ("Toàn cảnh hội nghị (Ảnh: TTXVN)", "Toàn cảnh hội nghị", "TTXVN"),
        ("Đoàn chủ tịch - Thu An - TTXVN", "Đoàn chủ tịch", "Thu An - TTXVN"),
        ("Cờ bay trên phố. (Nguồn: AFP/TTXVN)", "Cờ bay trên phố.", "AFP/TTXVN"),
        ("Lễ đón ở sân bay - Ảnh: VGP/Thu An", "Lễ đón ở sân bay", "VGP/Thu An"),
        ("Ảnh minh họa: Internet", "", "Internet"),
        ("A hall on Monday. REUTERS/J. Roe", "A hall on Monday.", "REUTERS/J. Roe"),
        ("A hall (AP Photo/Jane Roe)", "A hall", "AP Photo/Jane Roe"),
        ("A hall, 3 May. Jane Roe/The Daily News", "A hall, 3 May.", "Jane Roe/The Daily News"),
        ("A hall. © 2021 AFP", "A hall.", "2021 AFP"),
        ("A hall. Photo Credit: Jane Roe", "A hall.", "Jane Roe"),
        ("A hall. Photograph by Jane Roe.", "A hall.", "Jane Roe"),
        ("Image courtesy of: Jane Roe", "", "Jane Roe"),
        ("A hall.courtesy of Daily News", "A hall.", "Daily News"),
        ("A chart (source: Daily News)", "A chart", "Daily News"),
        ("skymoon13/Getty Images", "", "skymoon13/Getty Images"),
        ("Getty Images", "", "Getty Images"),
        ("Photo by Jane Roe/AFP via Getty Images", "", "Jane Roe/AFP via Getty Images"),
    ],
)
def test_who_took_a_picture_is_told_from_what_it_shows(
    text: str, caption: str, credit: str
) -> None:
    assert (caption, credit) == captions_credit.split(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ảnh: Hai đoàn làm việc tại trụ sở bộ vào sáng nay",
        "He took the photo by the sea at night",
        "The river (left) and the city",
        "They had found the source: a well in the garden behind the house",
        "Reuters moved its office to the old harbour",
        "Bộ trưởng (phải) và các đại biểu",
        "",
    ],
)
def test_caption_without_a_credit_is_all_caption(text: str) -> None:
    assert (text, "") == captions_credit.split(text)


@given(st.text(alphabet="Ảnh:©/().- aAP", max_size=60))
def test_what_is_split_was_there(text: str) -> None:
    caption, credit = captions_credit.split(text)

    assert text.strip().startswith(caption)
    assert credit in text


def test_a_caption_made_to_harm_is_left_alone() -> None:
    text = "Ảnh - " * 100_000

    assert (text.strip(), "") == captions_credit.split(text)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import Profile, titles
from generator.extract.blocks_head import Head


@pytest.mark.parametrize(
    ("paragraph", "dateline", "expected"),
    [
        ("Chiều tối ngày 29/7 tại Hà Nội, Bộ họp bàn việc. Câu hai.", "", "Bộ họp bàn việc"),
        ("Sáng 13/12, hội nghị ngoại vụ khai mạc.", "", "Hội nghị ngoại vụ khai mạc"),
        ("Ngày 9/1 tại New York, với tư cách Chủ tịch, Việt Nam tổ chức phiên họp.", "",
         "Với tư cách Chủ tịch, Việt Nam tổ chức phiên họp"),
        ("(CLO) Chiều 21/10, đoàn công tác đến thăm tòa soạn.", "(CLO)",
         "Đoàn công tác đến thăm tòa soạn"),
        ("HÀ NỘI (Sputnik) - Hội chợ sách mở cửa.", "HÀ NỘI (Sputnik)", "Hội chợ sách mở cửa"),
        ("On Monday, 13 December, officials met in Hanoi. They talked.", "",
         "Officials met in Hanoi"),
        ("Tại buổi họp, mọi người nói về nhiều việc.", "", "Mọi người nói về nhiều việc"),
        ("Theo TP. Hồ Chí Minh, việc này đã xong. Câu hai.", "",
         "Theo TP. Hồ Chí Minh, việc này đã xong"),
    ],
)  # fmt: skip
def test_headline_is_made_of_the_first_sentence(
    paragraph: str, dateline: str, expected: str, generic: Profile
) -> None:
    assert expected == titles.derive(paragraph, dateline=dateline, profile=generic)


def test_long_sentence_is_cut_at_a_word_with_an_ellipsis(generic: Profile) -> None:
    made = titles.derive(
        "Hội nghị bàn về " + "kinh tế đối ngoại " * 20, dateline="", profile=generic
    )

    assert len(made) <= titles.LONGEST
    assert made.endswith("…")
    assert made[:-1].split()[-1] in {"kinh", "tế", "đối", "ngoại"}


@given(st.text(max_size=300))
def test_cut_never_exceeds_its_length_and_keeps_the_beginning(text: str) -> None:
    made = titles.cut(text, 40)

    assert len(made) <= 40
    assert text.startswith(made.removesuffix("…")) or made == text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Tít | Báo Ví Dụ", "Tít"),
        ("Tít - Phụ đề - Báo Ví Dụ", "Tít - Phụ đề"),
        ("Báo Ví Dụ - Tít", "Tít"),
        ("Việt Nam - Nhật Bản: mốc mới", "Việt Nam - Nhật Bản: mốc mới"),
        ("Báo Ví Dụ tròn 20 tuổi", "Báo Ví Dụ tròn 20 tuổi"),
    ],
)
def test_only_the_name_of_the_site_is_taken_off(
    title: str, expected: str, generic: Profile
) -> None:
    head = Head(meta=(("og:site_name", "Báo Ví Dụ"),))

    assert expected == titles.without_site(title, head, generic)

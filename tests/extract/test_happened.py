from __future__ import annotations

import pytest

from generator.extract import happened
from generator.model import Date

PUBLISHED = Date.parse("2021-12-14T08:00:00+07:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chiều 13/12, hội nghị khai mạc.", "2021-12-13"),
        ("Chiều tối ngày 29/7 tại Hà Nội, hội nghị khai mạc.", "2021-07-29"),
        ("Hội nghị khai mạc sáng 13/12 tại Hà Nội.", "2021-12-13"),
        ("Hội nghị diễn ra trong ngày 12-13/12 tại Hà Nội.", "2021-12-12/2021-12-13"),
        ("Ngày 13 tháng 12, hội nghị khai mạc.", "2021-12-13"),
        ("On Monday, 13 December, the meeting opened in Hanoi.", "2021-12-13"),
        ("The meeting opened on December 13 in Hanoi.", "2021-12-13"),
        ("Ngày 13/12/2021, hội nghị khai mạc.", "2021-12-13"),
        ("Chiều 13/12, ông tiếp những người sẽ lên đường.", "2021-12-13"),
    ],
)
def test_day_of_the_event_is_read(text: str, expected: str) -> None:
    found = happened.find([text], PUBLISHED)

    assert found
    assert expected == str(found.when)
    assert "inferred" == found.basis.kind.value


@pytest.mark.parametrize(
    "text",
    [
        "Đại sứ nhiệm kỳ 2023-2026 lên đường.",
        "Chiến lược 2021-2030 được công bố.",
        "Hội nghị khai mạc trong tháng 12.",
        "Nhân kỷ niệm 76 năm ngày thành lập ngày 28/8, ngành tổ chức gặp mặt.",
        "Ngày 20/12 tới, hội nghị sẽ khai mạc.",
        "Ngày 20/7 tới, hội nghị sẽ khai mạc.",
        "Hội nghị nối tiếp cuộc họp ngày 2/1/1973.",
        "Quyết định số 12 ngày 13/12 có hiệu lực.",
        "Tỷ lệ ủng hộ tăng đêm 21/10%.",
        "Sáng 31/2, không có gì xảy ra.",
    ],
)
def test_another_day_is_not_the_event(text: str) -> None:
    assert None is happened.find([text], PUBLISHED)


def test_day_without_a_year_is_unknown_without_a_date_of_publication() -> None:
    assert None is happened.find(["Chiều 21/10, hội nghị khai mạc."], None)


def test_whole_date_needs_no_date_of_publication() -> None:
    found = happened.find(["Sáng 28/7/1995, lễ kết nạp diễn ra."], None)

    assert found
    assert "1995-07-28" == str(found.when)


def test_year_turns_with_the_date_of_publication() -> None:
    found = happened.find(["Tối 30/12, hội nghị bế mạc."], Date.parse("2022-01-02"))

    assert found
    assert "2021-12-30" == str(found.when)


def test_only_the_first_paragraphs_are_read() -> None:
    paragraphs = ["Một đoạn.", "Hai đoạn.", "Ba đoạn.", "Chiều 13/12, hội nghị khai mạc."]

    assert None is happened.find(paragraphs, PUBLISHED)


def test_sentence_that_opens_with_its_day_wins() -> None:
    paragraphs = ["Tin được đăng sau ngày 10/12 vài hôm.", "Chiều 13/12, hội nghị khai mạc."]
    found = happened.find(paragraphs, PUBLISHED)

    assert found
    assert "2021-12-13" == str(found.when)

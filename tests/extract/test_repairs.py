from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.extract import Profile, repairs
from generator.model import Extraction

Extract = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ham dự buổi làm việc có", "Tham dự buổi làm việc có"),
        ("hát biểu tại lễ ký", "Phát biểu tại lễ ký"),
        ("hiều 21/10, tại Hà Nội", "Chiều 21/10, tại Hà Nội"),
        ("gày 16/3, ông đến", "Ngày 16/3, ông đến"),
        ("hủ tướng tiếp đoàn", "Thủ tướng tiếp đoàn"),
        ("ại Hà Nội, hội nghị", "Tại Hà Nội, hội nghị"),
    ],
)
def test_lost_first_letter_is_given_back_when_certain(
    text: str, expected: str, generic: Profile
) -> None:
    assert expected == repairs.restore(text, generic.phrases["opening"])


@pytest.mark.parametrize(
    "text",
    [
        "Nhắ lại về chiến lược",
        "nhắc lại về chiến lược",
        "ham học là một đức tính",
        "ại Minh là tên ông",
        "trong khuôn khổ hội nghị",
        "iPhone mới được bán",
        "và các đại biểu khác",
        "",
    ],
)
def test_anything_uncertain_is_left_alone(text: str, generic: Profile) -> None:
    assert text == repairs.restore(text, generic.phrases["opening"])


def test_two_letters_that_fit_are_no_certainty() -> None:
    assert "ai bên ký kết" == repairs.restore("ai bên ký kết", frozenset({"hai bên", "mai bên"}))


LEAD = "Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết"


def test_line_is_mended_where_a_paragraph_starts(extract_text: Extract) -> None:
    found = extract_text(f"Một tít báo\n{LEAD}.\nham dự hội nghị còn có đại diện các bộ.\n")

    assert found.article
    assert "Tham dự hội nghị" in found.article.body
    assert "capture-repaired" in [x.code for x in found.findings]


@pytest.mark.parametrize("stop", ["", ","])
def test_line_that_goes_on_with_a_sentence_is_not_mended(stop: str, extract_text: Extract) -> None:
    found = extract_text(f"Một tít báo\n{LEAD}{stop}\nham dự hội nghị còn có đại diện các bộ.\n")

    assert found.article
    assert "\nham dự hội nghị" in found.article.body


def test_repair_is_recorded_with_its_line(extract_text: Extract) -> None:
    found = extract_text(f"Một tít báo\n{LEAD}.\nham dự hội nghị còn có đại diện các bộ.\n")

    assert [3] == [x.line for x in found.findings if x.code == "capture-repaired"]
    assert "ham dự hội nghị còn có đại diện các bộ." == found.lines[2].block.text

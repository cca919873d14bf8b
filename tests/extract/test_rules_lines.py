from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Extraction, Role

STORY = (
    "Hội nghị ngoại vụ khai mạc ở thủ đô\n\n"
    "Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết.\n\n"
    "{middle}\n\n"
    "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở.\n\n"
    "{end}"
)
Extract = Callable[..., Extraction]


def _role(found: Extraction, text: str) -> tuple[Role, str]:
    label = next(label for label in found.lines if label.block.text == text)
    return label.role, label.rule


@pytest.mark.parametrize(
    "line", ["loader", "Phòng chat", "Đăng ký", "Gửi bình luận", "Share this article", "LOADER"]
)
def test_widget_phrase_is_removed_wherever_it_stands(line: str, extract_text: Extract) -> None:
    found = extract_text(STORY.format(middle=line, end=""))

    assert (Role.WIDGET, "widget-phrase") == _role(found, line)


@pytest.mark.parametrize(
    "line",
    [
        "Phòng chat của hội nghị mở cửa suốt hai ngày cho mọi người.",
        "Người dân cần đăng ký trước khi đến dự buổi tọa đàm.",
        "The loader carried the crates to the ship before noon on Monday.",
        "Ông nói: “Bình luận của báo chí rất đáng quý với chúng tôi”.",
    ],
)
def test_sentence_with_a_widget_word_stays(line: str, extract_text: Extract) -> None:
    assert Role.BODY is _role(extract_text(STORY.format(middle=line, end="")), line)[0]


def test_zero_alone_in_a_story_stays(extract_text: Extract) -> None:
    assert _role(extract_text(STORY.format(middle="0", end="")), "0")[0] is Role.BODY


def test_zero_beside_sure_machinery_goes(extract_text: Extract) -> None:
    found = extract_text(STORY.format(middle="Đàm phán tiếp tục.", end="0\nPhòng chat"))

    assert (Role.WIDGET, "widget-run") == _role(found, "0")


def test_two_weak_lines_are_no_run_and_three_are(extract_text: Extract) -> None:
    two = extract_text(STORY.format(middle="Chia sẻ\nIn", end=""))
    three = extract_text(STORY.format(middle="Chia sẻ\nIn\nEmail", end=""))

    assert Role.WIDGET is not _role(two, "In")[0]
    assert Role.WIDGET is _role(three, "In")[0]


def test_russian_line_goes_only_with_machinery(extract_text: Extract) -> None:
    line = "Заголовок открываемого материала"
    alone = extract_text(STORY.format(middle=line, end=""))
    tail = extract_text(STORY.format(middle="Đàm phán tiếp tục.", end=f"loader\n{line}"))

    assert Role.WIDGET is not _role(alone, line)[0]
    assert (Role.WIDGET, "widget-run") == _role(tail, line)


@pytest.mark.parametrize(
    "line",
    [
        "PV",
        "Nhóm PV",
        "Thực hiện: Thu An - Hải Đăng",
        "Tác giả: Thu An",
        "By Thu An",
        "Theo TTXVN",
        "(TTXVN)",
        "TTXVN/Vietnam+",
        "Minh Khuê (tổng hợp)",
    ],
)
def test_byline_below_the_story_is_found(line: str, extract_text: Extract) -> None:
    found = extract_text(STORY.format(middle="Các tỉnh bàn về hợp tác quốc tế.", end=line))

    assert Role.BYLINE is _role(found, line)[0]


@pytest.mark.parametrize(
    "line", ["Theo TTXVN", "PV", "Nguồn: Bộ Ngoại giao", "https://a.example/x", "Thu An"]
)
def test_signature_in_the_middle_of_a_story_stays(line: str, extract_text: Extract) -> None:
    text = STORY.format(middle=f"Câu chuyện được kể lại nhiều lần ở đây.\n\n{line}", end="")

    assert _role(extract_text(text), line)[0] in {Role.BODY, Role.SUBHEADING}


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Theo TTXVN", "source.agency", "TTXVN"),
        ("Thu An (TTXVN/Vietnam+)", "source.agency", "TTXVN/Vietnam+"),
        ("Thu An (TTXVN/Vietnam+)", "byline", "Thu An"),
        ("Thực hiện: Thu An", "byline", "Thu An"),
        ("PV", "byline", "PV"),
        ("Thu An", "byline", "Thu An"),
        ("Nguồn: Báo tỉnh", "source.agency", "Báo tỉnh"),
        ("https://bao.example/tin/1", "source.url", "https://bao.example/tin/1"),
    ],
)
def test_line_below_the_story_becomes_a_field(
    line: str, field: str, value: str, extract_text: Extract
) -> None:
    found = extract_text(STORY.format(middle="Các tỉnh bàn về hợp tác quốc tế.", end=line))

    assert value == found.fields[field].value


def test_agency_alone_is_no_byline(extract_text: Extract) -> None:
    found = extract_text(STORY.format(middle="Các tỉnh bàn về hợp tác.", end="Theo TTXVN"))

    assert "" == found.fields["byline"].value


@pytest.mark.parametrize(
    "line",
    [
        "Thứ sáu, 22/10/2021 06:24 AM - 0 Trả lời",
        "14:08 - 17/03/2023",
        "Thứ Hai, ngày 13 tháng 12 năm 2021",
        "Đăng lúc: 08:15, 13/12/2021 (GMT+7)",
        "Cập nhật lúc 09:00 ngày 14/12/2021",
        "Monday, December 13, 2021 6:24 PM GMT+7",
        "13 December 2021",
        "2021-12-13 18:24",
        "Tháng 11/1998",
        "Thu An 19/05/2022 07:30",
    ],
)
def test_date_line_is_recognised(line: str, extract_text: Extract) -> None:
    found = extract_text(f"Một tít báo bình thường\n{line}\n" + STORY.split("\n", 2)[2])

    assert Role.DATE_LINE is _role(found, line)[0]


@pytest.mark.parametrize(
    "line",
    [
        "Nhiệm kỳ 2023-2026",
        "Ngày 28/7/1995: Việt Nam gia nhập ASEAN",
        "2021",
        "40/13/2021",
    ],
)
def test_line_with_more_than_a_date_is_no_date_line(line: str, extract_text: Extract) -> None:
    found = extract_text(f"Một tít báo bình thường\n{line}\n" + STORY.split("\n", 2)[2])

    assert Role.DATE_LINE is not _role(found, line)[0]


def test_days_of_a_chronicle_belong_to_it(extract_text: Extract) -> None:
    found = extract_text(
        "Những mốc đáng nhớ\n\n28/7/1995\n\nGia nhập ASEAN\n\n11/1/2007\n\nGia nhập WTO\n\n"
        "1/8/2020\n\nHiệp định EVFTA có hiệu lực và mở ra một thời kỳ mới cho hàng xuất khẩu."
    )

    assert "" == found.fields["date"].value
    assert all(label.kept for label in found.lines)


def test_comment_count_is_found_and_a_sentence_about_comments_is_not(
    extract_text: Extract,
) -> None:
    sentence = "Bài viết nhận được 12 bình luận chỉ trong một buổi sáng đầu tuần."
    found = extract_text(STORY.format(middle=sentence, end="12 bình luận"))

    assert Role.COMMENT is _role(found, "12 bình luận")[0]
    assert Role.BODY is _role(found, sentence)[0]

"""Stories that look like boilerplate: every line of them is kept."""

from __future__ import annotations

import pytest

from generator.model import Extraction, Role
from tests.extract.conftest import Extract

LEAD = "Chiều 21/10, lãnh đạo hai tỉnh gặp nhau ở trụ sở huyện để nói về con đường nối hai chợ."
MORE = "Hai bên nhất trí tiếp tục tăng dày hệ thống mốc giới và mở thêm cặp cửa khẩu phụ."
LAST = "Trưởng đoàn cho biết công việc trên thực địa đã xong sớm hơn dự tính ba tháng."

STORIES = {
    "agenda": f"""Hai tỉnh họp bàn về cửa khẩu

{LEAD}

Chương trình làm việc gồm:

Khai mạc
Báo cáo kết quả
Thảo luận
Ký biên bản

Ông Nguyễn Văn An - Trưởng đoàn
Bà Trần Thị Bình - Phó Trưởng đoàn

{MORE}""",
    "delegation at the end": f"""Hai tỉnh họp bàn về cửa khẩu

{LEAD}

{MORE}

Thành phần đoàn:

Nguyễn Văn An
Trần Thị Bình
Lê Văn Cường""",
    "two sentences": """Đoàn công tác đã đến Viêng Chăn.
Hai bên sẽ làm việc trong hai ngày tới.""",
    "interview": f"""Biên giới đang ở những ngày yên nhất

{LEAD}

PV: Thưa ông, kết quả năm nay thế nào?

Ông An: Rất tốt.

PV: Còn năm tới?

Ông An: Chúng tôi sẽ mở thêm hai cặp cửa khẩu, đồng thời hoàn tất việc tôn tạo mốc giới.

Phóng viên: Xin cảm ơn ông!""",
    "speech": f"""Phát biểu của Chủ tịch tỉnh tại lễ khai mạc

Kính thưa các vị khách quý,

Thưa các vị đại biểu,

{MORE}

Thưa quý vị,

{LAST}

Xin trân trọng cảm ơn.

Xin cảm ơn!""",
    "joint statement": """Tuyên bố chung của hai tỉnh

1. Nhận lời mời của tỉnh bạn, đoàn đại biểu thăm và làm việc từ ngày 20 đến ngày 22/10/2021.

2. Hai bên nhất trí mở thêm cặp cửa khẩu phụ.

3. Tuyên bố này làm tại Viêng Chăn, ngày 22 tháng 10 năm 2021.

Viêng Chăn, ngày 22 tháng 10 năm 2021""",
    "chronicle": """Những mốc lớn trong quan hệ hai tỉnh

Ngày 5/9/1962
Hai tỉnh kết nghĩa bên bờ sông.
Ngày 18/7/1977
Hai tỉnh ký văn bản đầu tiên về chợ biên giới.
Ngày 24/1/1986
Hai tỉnh cùng cắm cột mốc đầu tiên trên đỉnh đèo.""",
    "column called Tin khác": f"""Chuyện về một chuyên mục

{LEAD}

Tin khác

là tên chuyên mục mà ông phụ trách hai mươi năm, nơi những mẩu tin ngắn được đăng đều đặn.

{MORE}

{LAST}""",
    "obituary": """Nhà ngoại giao Nguyễn Văn An từ trần

Ông Nguyễn Văn An (1930 - 2015), nguyên trưởng ty ngoại vụ, đã từ trần sau một thời gian lâm bệnh.

1930 - 1954: Học tập và tham gia kháng chiến
1955 - 1975: Công tác tại ty ngoại vụ
1976 - 1995: Giữ chợ biên giới""",
    "address in a sentence": f"""Hai tỉnh họp bàn về cửa khẩu

{LEAD}

{MORE}

Bạn đọc có thể xem toàn văn tại địa chỉ https://www.mofa.gov.vn.example/toan-van""",
    "poem": f"""Bài thơ tặng người giữ mốc

{LEAD}

Biên cương mây trắng ngang đồi
Anh đi giữ mốc cho đời bình yên
Suối reo gọi bước chân miền
Mùa hoa ban nở trắng triền núi xa

Lê Văn Nam""",
    "table with tabs": f"""Hai tỉnh họp bàn về cửa khẩu

{LEAD}

Năm\tKim ngạch\tTăng
2019\t1,16 tỷ\t12%
2020\t1,03 tỷ\t-11%

3
100
2021

{MORE}""",
    "headline within the lead": f"""Hai tỉnh họp bàn về cửa khẩu

Hai tỉnh họp bàn về cửa khẩu trong khuôn khổ tuần lễ giao lưu của thanh niên biên giới.

{MORE}""",
    "refrain": f"""Đêm hội bên suối

{LEAD}

“Hòa bình!”

{MORE}

“Hòa bình!”

{LAST}""",
    "letter": f"""Thư gửi người giữ mốc

Gửi các đồng chí,

{MORE}

{LAST}

Thân ái,

Nguyễn Văn An""",
    "quoted headline": f"""“Chúng tôi sẽ mở thêm cửa khẩu”

{LEAD}

{MORE}""",
    "deck above a dateline": f"""Hai tỉnh họp bàn về cửa khẩu

Mở thêm cặp cửa khẩu phụ trong năm tới

(CLO) {LEAD}

{MORE}""",
}


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("gaps", ["as printed", "none", "everywhere"])
def test_every_line_of_the_story_is_kept(name: str, gaps: str, extract_text: Extract) -> None:
    lines = [line for line in STORIES[name].split("\n") if line]
    text = {"none": "\n".join(lines), "everywhere": "\n\n".join(lines)}.get(gaps, STORIES[name])
    found = extract_text(text)

    assert [] == [(x.rule, x.block.text) for x in found.lines if not x.kept]
    assert found.article


@pytest.mark.parametrize(
    "headline",
    [
        "HAI TỈNH HỌP BÀN VỀ CỬA KHẨU",
        "Vì sao hai tỉnh mở thêm cửa khẩu?",
        "Chuyện những người đi cắm mốc nơi biên giới xa…",
        "Biên giới: Mở thêm cửa khẩu",
        "Khai mạc tuần lễ biên giới; ký văn kiện",
    ],
)
def test_headline_may_be_of_many_forms(headline: str, extract_text: Extract) -> None:
    found = extract_text(f"{headline}\n\n{LEAD}\n\n{MORE}")

    assert [Role.HEADLINE, Role.BODY, Role.BODY] == [x.role for x in found.lines]


@pytest.mark.parametrize("kicker", ["Quan hệ hai tỉnh:", "Phân tích", "Tin trong nước"])
def test_kicker_above_the_headline_is_its_section(kicker: str, extract_text: Extract) -> None:
    found = extract_text(f"{kicker}\n\nHai tỉnh họp bàn về cửa khẩu\n\n{LEAD}\n\n{MORE}")

    assert [Role.SECTION, Role.HEADLINE] == [x.role for x in found.lines][:2]
    assert kicker.rstrip(":") == found.fields["section"].value


def test_second_title_above_the_story_is_a_deck(extract_text: Extract) -> None:
    found = extract_text(STORIES["deck above a dateline"])

    assert [Role.HEADLINE, Role.DECK, Role.BODY] == [x.role for x in found.lines][:3]
    assert "(CLO)" == found.fields["dateline"].value


def test_salutation_and_refrain_are_no_subheadings(extract_text: Extract) -> None:
    for name in ("speech", "refrain", "letter"):
        found: Extraction = extract_text(STORIES[name])

        assert Role.SUBHEADING not in [x.role for x in found.lines]


def test_chronicle_reports_no_single_day(extract_text: Extract) -> None:
    assert not extract_text(STORIES["chronicle"]).fields["event_date"].value


def test_days_from_and_to_are_one_event(extract_text: Extract) -> None:
    found = extract_text(STORIES["joint statement"])

    assert "2021-10-20/2021-10-22" == found.fields["event_date"].value


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Trong cuộc gặp hôm 29/5, hai tỉnh", "2021-05-29"),
        ("Trong cuộc gặp ngày 29/5/2021, hai tỉnh", "2021-05-29"),
        ("Sau nhiều năm, hôm 29/5 hai tỉnh", ""),
    ],
)
def test_day_of_the_event_is_read_in_many_forms(
    words: str, day: str, extract_text: Extract
) -> None:
    text = f"Hai tỉnh gặp nhau ở chợ\n\n30/05/2021\n\n{words} đã ký với nhau một văn bản mới."
    found = extract_text(f"{text}\n\n{MORE}")

    assert day == found.fields["event_date"].value


def test_section_tells_an_analysis(extract_text: Extract) -> None:
    found = extract_text(f"Phân tích\n\nHai tỉnh họp bàn về cửa khẩu\n\n{LEAD}\n\n{MORE}")

    assert "analysis" == found.fields["genre"].value

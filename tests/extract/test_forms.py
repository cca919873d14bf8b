"""What outlets print around a story, in the many forms they print it: one table a kind."""

from __future__ import annotations

import pytest

from generator.model import Extraction, Role
from tests.extract.conftest import Extract

HEADLINE = "Hai tỉnh biên giới bàn chuyện mở thêm cửa khẩu"
PARAGRAPHS = (
    "Chiều 21/10, lãnh đạo hai tỉnh gặp nhau ở trụ sở huyện để nói về con đường nối hai chợ.",
    "Hai bên nhất trí tiếp tục tăng dày hệ thống mốc giới và mở thêm cặp cửa khẩu phụ.",
    "Trưởng đoàn cho biết công việc trên thực địa đã xong sớm hơn dự tính ba tháng.",
)


def _in_the_middle(line: str, extract: Extract) -> tuple[Extraction, Role]:
    found = extract("\n\n".join([HEADLINE, *PARAGRAPHS[:2], line, PARAGRAPHS[2]]))
    return found, found.lines[3].role


def _at_the_end(line: str, extract: Extract) -> tuple[Extraction, Role]:
    found = extract("\n\n".join([HEADLINE, *PARAGRAPHS, line]))
    return found, found.lines[4].role


def _value(found: Extraction, name: str) -> str:
    return found.fields[name].value if name in found.fields else ""


CAPTION = "Hai đoàn bắt tay trước giờ họp"


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (f"{CAPTION}. Ảnh: VGP/Nhật Bắc", f"{CAPTION}.", "VGP/Nhật Bắc"),
        (f"{CAPTION} (Ảnh: TTXVN)", CAPTION, "TTXVN"),
        (f"{CAPTION} [Ảnh: TTXVN]", CAPTION, "TTXVN"),
        (f"{CAPTION} - Ảnh: NGUYỄN KHÁNH", CAPTION, "NGUYỄN KHÁNH"),
        (f"{CAPTION} - Ảnh: N.AN", CAPTION, "N.AN"),
        (f"{CAPTION}. Ảnh: mofa.gov.vn", CAPTION, "mofa.gov.vn"),
        (f"{CAPTION}. Ảnh BNG", CAPTION, "BNG"),
        (f"{CAPTION}. (Nguồn: TTXVN/Vietnam+)", f"{CAPTION}.", "TTXVN/Vietnam+"),
        (f"{CAPTION}. (Ảnh tư liệu: TTXVN phát)", f"{CAPTION}.", "TTXVN phát"),
        (f"{CAPTION}. Ảnh minh họa: Getty", CAPTION, "Getty"),
        ("Ảnh minh họa. Nguồn: Internet", "Ảnh minh họa", "Internet"),
        ("Ảnh minh họa", "Ảnh minh họa", ""),
        (f"© AFP 2022 / Hoang Dinh Nam{CAPTION}", CAPTION, "AFP 2022 / Hoang Dinh Nam"),
        ("© AFP 2022 / Hoang Dinh Nam", "", "AFP 2022 / Hoang Dinh Nam"),
        ("Photo: VNA", "", "VNA"),
        ("(Nguồn: TTXVN/Vietnam+)", "", "TTXVN/Vietnam+"),
        ("Ảnh: Hai đoàn bắt tay trước giờ họp", CAPTION, ""),
        ("Quang cảnh buổi làm việc", "Quang cảnh buổi làm việc", ""),
        ("Ông An (giữa) và bà Bình (bên phải)", "Ông An (giữa) và bà Bình (bên phải)", ""),
    ],
)
def test_caption_and_credit_are_metadata(
    line: str, caption: str, credit: str, extract_text: Extract
) -> None:
    found, role = _in_the_middle(line, extract_text)

    assert role in (Role.CAPTION, Role.CREDIT)
    assert caption == _value(found, "images.1.caption")
    assert credit == _value(found, "images.1.credit")


@pytest.mark.parametrize("line", ["Video: VTV", "Clip: Hải Đăng", "Đồ họa: Thu An"])
def test_who_made_a_film_is_no_picture(line: str, extract_text: Extract) -> None:
    found, role = _in_the_middle(line, extract_text)

    assert Role.CREDIT is role
    assert "images.1.credit" not in found.fields


@pytest.mark.parametrize(
    "line",
    [
        "Toàn cảnh quan hệ hai tỉnh",
        "Tỉnh đã gửi ảnh: đây là con đường mà hai bên cùng làm trong mười năm qua.",
        "Nguồn: nước suối đầu bản",
        "Ông An (bên trái đường) là người giữ mốc lâu nhất vùng.",
        "Số người qua cửa khẩu tăng gấp ba (Nguồn: Sở Công thương)",
    ],
)
def test_line_that_only_resembles_a_caption_stays(line: str, extract_text: Extract) -> None:
    found, _ = _in_the_middle(line, extract_text)

    assert found.lines[3].kept


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("Theo TTXVN/Vietnam+", "", "TTXVN/Vietnam+"),
        ("TTXVN/Báo Tin tức", "", "TTXVN/Báo Tin tức"),
        ("Hải Đăng/VOV.VN", "Hải Đăng", ""),
        ("Anh Tú-Thu An/VOV-Bangkok", "Anh Tú-Thu An", ""),
        ("Thu An/Báo Tin tức", "Thu An", ""),
        ("Hà Thu (t/h)", "Hà Thu (t/h)", ""),
        ("Bài và ảnh: Trần Bình", "Trần Bình", ""),
        ("Hồng Nhung (TTXVN/Vietnam+)", "Hồng Nhung", "TTXVN/Vietnam+"),
        ("Hồng Nhung (TTXVN)", "Hồng Nhung", "TTXVN"),
        ("Thu An (theo Reuters)", "Thu An", "Reuters"),
        ("Thu An (Tổng hợp từ TTXVN)", "Thu An", "TTXVN"),
        ("Thu An (P/v TTXVN tại Lào)", "Thu An (P/v TTXVN tại Lào)", ""),
        ("CTV Thu An/VOV-TP.HCM", "CTV Thu An/VOV-TP.HCM", ""),
        ("Nhóm phóng viên", "Nhóm phóng viên", ""),
        ("Ban Biên tập", "Ban Biên tập", ""),
        ("THU AN", "THU AN", ""),
        ("M.A", "M.A", ""),
        ("Theo baoquocte.vn", "", "baoquocte.vn"),
        ("PV", "PV", ""),
    ],
)
def test_line_that_signs_the_story_names_people_and_agencies_apart(
    line: str, byline: str, agency: str, extract_text: Extract
) -> None:
    found, role = _at_the_end(line, extract_text)

    assert Role.BYLINE is role
    assert (byline, agency) == (_value(found, "byline"), _value(found, "source.agency"))


@pytest.mark.parametrize("line", ["./.", "***", "HẾT", "#Lào #biêngiới", "(baoquocte.vn)"])
def test_mark_below_the_story_is_removed(line: str, extract_text: Extract) -> None:
    found, _ = _at_the_end(line, extract_text)

    assert not found.lines[4].kept


@pytest.mark.parametrize(
    "line", ["Làm tại bản Mới, ngày 21/10/2021", "Hà Nội, ngày 21 tháng 10 năm 2021", "Thân ái,"]
)
def test_how_a_document_ends_is_part_of_it(line: str, extract_text: Extract) -> None:
    found, _ = _at_the_end(line, extract_text)

    assert found.lines[4].kept
    assert not _value(found, "date")


@pytest.mark.parametrize(
    "dateline",
    [
        *("VOV.VN -", "(Chinhphu.vn) –", "TTO -", "(PLVN) -", "NDO -", "(Vietnam+)", "(NLĐO) -"),
        *("(TN&MT) -", "(Dân trí) -", "Dân trí -", "(VTC News) -", "(SGGPO).-", "QĐND Online -"),
        *("Baoquocte.vn.", "TGVN.", "(MPI) –", "(Thanh tra) -", "VTV.vn -", "ANTD.VN -"),
        *("Hà Nội, 21/10 (TTXVN) -", "HÀ NỘI, ngày 21/10 -", "TP. Hồ Chí Minh (TTXVN) –"),
    ],
)
def test_dateline_is_known_and_stays_in_the_text(dateline: str, extract_text: Extract) -> None:
    found = extract_text("\n\n".join([HEADLINE, f"{dateline} {PARAGRAPHS[0]}", *PARAGRAPHS[1:]]))

    assert dateline.rstrip("-–. ") == _value(found, "dateline").rstrip(".")
    assert found.article
    assert dateline.rstrip("-–. ")[-4:] in found.article.body.split("\n")[0]


@pytest.mark.parametrize(
    "opening",
    [
        "Việt Nam - Lào là hai nước láng giềng, và con đường này nối hai chợ lớn nhất vùng.",
        "Ba bên - hai tỉnh và một huyện - gặp nhau ở trụ sở để nói về con đường nối hai chợ.",
        "(Cùng đi có phó chủ tịch huyện) Đoàn lên đường từ sáng sớm để kịp phiên chợ đầu tháng.",
    ],
)
def test_sentence_with_a_dash_or_brackets_is_no_dateline(
    opening: str, extract_text: Extract
) -> None:
    found = extract_text("\n\n".join([HEADLINE, opening, *PARAGRAPHS]))

    assert not _value(found, "dateline")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Thứ Hai, 13/12/2021, 14:30 (GMT+7)", "2021-12-13T14:30:00+07:00"),
        ("13-12-2021 | 08:15", "2021-12-13T08:15:00+07:00"),
        ("Ngày 13 tháng 12 năm 2021", "2021-12-13"),
        ("Thứ năm, ngày 05/11/2020 - 16:45", "2020-11-05T16:45:00+07:00"),
        ("22.10.2021 06:24", "2021-10-22T06:24:00+07:00"),
        ("VOV.VN, 11:20, 28/07/2020", "2020-07-28T11:20:00+07:00"),
        ("22 Tháng Mười, 2021", "2021-10-22"),
        ("Chủ Nhật, 12 tháng mười hai 2021", "2021-12-12"),
        ("22/10/2021 6:24:00 AM | Lượt xem: 321", "2021-10-22T06:24:00+07:00"),
        ("Thứ Sáu, 22/10/2021 06:24 | Chính trị", "2021-10-22T06:24:00+07:00"),
        ("Nguyễn Văn A - 22/10/2021 06:24", "2021-10-22T06:24:00+07:00"),
        ("6 giờ 24 phút, ngày 22/10/2021", "2021-10-22T06:24:00+07:00"),
        ("Cập nhật lúc 10:22, Thứ Tư, 25/10/2023 (GMT+7)", ""),  # that is `modified`
        ("22/10/21 06:24", ""),  # the century is not printed
    ],
)
def test_date_line_is_removed_and_read(line: str, date: str, extract_text: Extract) -> None:
    found = extract_text("\n\n".join([HEADLINE, line, *PARAGRAPHS]))

    assert Role.DATE_LINE is found.lines[1].role
    assert date == _value(found, "date")
    assert [HEADLINE, *PARAGRAPHS] == [x.block.text for x in found.lines if x.kept]


@pytest.mark.parametrize(
    "line", ["Hà Nội, 12/7/1995 (TTXVN)", "Hà Nội, ngày 12 tháng 7 năm 1995", "Hà Nội, 12/7/1995"]
)
def test_dateline_on_its_own_line_is_metadata_and_dates_by_inference(
    line: str, extract_text: Extract
) -> None:
    found = extract_text("\n\n".join([HEADLINE, line, *PARAGRAPHS]))

    assert (Role.DATE_LINE, "dateline-alone") == (found.lines[1].role, found.lines[1].rule)
    assert line == _value(found, "dateline")
    assert "1995-07-12" == _value(found, "date")
    assert "inferred" == found.fields["date"].basis.kind


@pytest.mark.parametrize(
    "line",
    [
        *("12 bình luận", "0 Bình luận", "(0) Bình luận", "Bình luận (3)", "Bình luận 0"),
        *("Chưa có bình luận", "Ý kiến bạn đọc (0)", "0 thảo luận", "Gửi ý kiến"),
        *("Hãy là người bình luận đầu tiên", "Viết bình luận của bạn...", "Lượt xem: 1234"),
        *("1.234 lượt xem", "Xem thêm bình luận"),
    ],
)
def test_counter_is_removed_wherever_it_stands(line: str, extract_text: Extract) -> None:
    below = extract_text("\n\n".join([HEADLINE, *PARAGRAPHS, line]))
    above = extract_text("\n\n".join([HEADLINE, line, *PARAGRAPHS]))

    assert [HEADLINE, *PARAGRAPHS] == [x.block.text for x in below.lines if x.kept]
    assert [HEADLINE, *PARAGRAPHS] == [x.block.text for x in above.lines if x.kept]


@pytest.mark.parametrize(
    ("start", "mended"),
    [
        ("iệt Nam và Lào đã nhất trí", "Việt"),
        ("oàn công tác đã làm việc", "Đoàn"),
        ("goại trưởng Lào cho biết", "Ngoại"),
        ("uổi làm việc có sự tham dự", "Buổi"),
        ("ướng tới kỷ niệm quan hệ", "Hướng"),
        ("áng 21/10, đoàn đã làm việc", "Sáng"),
        ("am dự buổi làm việc có", ""),  # two letters are gone
        ("và hai bên cũng nhất trí", ""),
        ("ngày 21/10, đoàn đã làm việc", ""),
        ("iPhone được lắp ráp tại", ""),
        ("ông An cho biết công việc", ""),
        ("ang 21/10, đoàn đã làm việc", ""),
    ],
)
def test_first_letter_is_given_back_only_where_one_fits(
    start: str, mended: str, extract_text: Extract
) -> None:
    line = f"{start} xong sớm hơn dự tính ba tháng."
    found = extract_text("\n\n".join([HEADLINE, PARAGRAPHS[0], line, PARAGRAPHS[2]]))

    assert found.article
    assert found.article.cleaning
    assert [mended] * bool(mended) == [r.now for r in found.article.cleaning.repairs]

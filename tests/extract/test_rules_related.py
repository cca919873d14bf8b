from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Extraction

Extract = Callable[..., Extraction]
Roles = Callable[[Extraction], dict[str, str]]

LEAD = "Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết."
MORE = "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở."
LAST = "Ban tổ chức hẹn gặp lại các đại biểu sau ba năm ở một thành phố khác."
HEAD = "Hội nghị ngoại vụ khai mạc ở thủ đô"


def _text(*lines: str) -> str:
    return "\n\n".join((HEAD, LEAD, *lines))


@pytest.mark.parametrize("heading", ["Tin khác", "TIN LIÊN QUAN:", "Xem thêm", "Related news"])
def test_list_of_titles_after_its_heading_goes(
    heading: str, extract_text: Extract, roles: Roles
) -> None:
    found = roles(extract_text(_text(MORE, heading, "Bến phà cũ ngừng hoạt động", "Giá đất tăng")))

    assert ["related"] * 3 == list(found.values())[-3:]


def test_heading_that_paragraphs_follow_is_a_subheading(
    extract_text: Extract, roles: Roles
) -> None:
    found = roles(extract_text(_text("Tin khác", MORE, LAST)))

    assert ["subheading", "body", "body"] == [found["Tin khác"], found[MORE], found[LAST]]


def test_story_that_resumes_after_a_list_is_kept(extract_text: Extract, roles: Roles) -> None:
    found = roles(extract_text(_text("Xem thêm", "Bến phà cũ ngừng hoạt động", MORE, LAST)))

    assert "related" == found["Bến phà cũ ngừng hoạt động"]
    assert ["body", "body"] == [found[MORE], found[LAST]]


def test_subheading_where_the_story_resumes_is_kept(extract_text: Extract, roles: Roles) -> None:
    titles = ("Bến phà cũ ngừng hoạt động", "Giá đất hai bên cầu tăng", "Người dân được gì")
    found = roles(extract_text(_text("Xem thêm", *titles, MORE, LAST)))

    assert ["related", "related", "subheading"] == [found[title] for title in titles]


def test_one_title_with_one_paragraph_loses_only_the_title(
    extract_text: Extract, roles: Roles
) -> None:
    found = roles(extract_text(_text("Xem thêm", "Bến phà cũ ngừng hoạt động", MORE)))

    assert ["related", "body"] == [found["Bến phà cũ ngừng hoạt động"], found[MORE]]


def test_teasers_with_abstracts_go_whole(extract_text: Extract, roles: Roles) -> None:
    found = roles(
        extract_text(_text("Tin khác", "Bến phà ngừng hoạt động", MORE, "Giá đất tăng", LAST))
    )

    assert ["related"] * 5 == list(found.values())[2:]


def test_machinery_below_a_list_is_not_of_the_list(extract_text: Extract, roles: Roles) -> None:
    found = roles(
        extract_text(_text("Tin khác", "Bến phà ngừng hoạt động", "Bình luận", "Gửi bình luận"))
    )

    assert ["widget", "widget"] == [found["Bình luận"], found["Gửi bình luận"]]


def test_inline_teaser_goes_and_a_sentence_that_begins_alike_stays(
    extract_text: Extract, roles: Roles
) -> None:
    sentence = "Xem thêm phim tài liệu là cách ông chọn để hiểu về vùng đất này."
    found = roles(extract_text(_text("Xem thêm: Bến phà cũ ngừng hoạt động", sentence, MORE)))

    assert "teaser" == found["Xem thêm: Bến phà cũ ngừng hoạt động"]
    assert "body" == found[sentence]


PAGE = (
    "<html><head><meta property='og:title' content='{head}'></head><body><h1>{head}</h1>"
    "<div><p>{lead}</p>{middle}<p>{more}</p><p>{last}</p></div></body></html>"
)


def _page(middle: str) -> str:
    return PAGE.format(head=HEAD, lead=LEAD, more=MORE, last=LAST, middle=middle)


def test_linked_headline_in_a_page_goes(extract_html: Extract, roles: Roles) -> None:
    found = roles(extract_html(_page("<p><a href='/b'>Bến phà cũ ngừng hoạt động từ mai</a></p>")))

    assert "teaser" == found["Bến phà cũ ngừng hoạt động từ mai"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p><a href='/b'>Bộ Ngoại giao</a></p>",
        "<p><a href='/b'>Toàn văn tuyên bố chung đã được công bố trên trang của hội nghị.</a></p>",
        "<ul><li><a href='/b'>Tuyên bố chung</a></li><li>Chương trình nghị sự</li></ul>",
    ],
)
def test_linked_name_sentence_or_mixed_list_stays(paragraph: str, extract_html: Extract) -> None:
    assert all(label.kept for label in extract_html(_page(paragraph)).lines)


TITLED = "Phần {n}\n\nĐoạn thứ {n} của bài viết này nói về con đường đi qua bản, có dấu chấm.\n\n"


def test_source_below_a_table_does_not_end_a_story_of_short_parts(extract_text: Extract) -> None:
    above = "".join(TITLED.format(n=n) for n in range(1, 4))
    below = "".join(TITLED.format(n=n) for n in range(4, 7))
    table = "Năm 2020: 12 km\n\nNguồn: Sở Giao thông\n\n"
    found = extract_text(f"Con đường qua bản Mới\n\n{above}{table}{below}")

    assert not [label.rule for label in found.lines if label.role.value == "related"]


def test_heading_nobody_knows_falls_with_the_teasers_below_it(
    extract_text: Extract, roles: Roles
) -> None:
    teasers = "".join(
        f"Bến phà số {n} ngừng hoạt động\n\n(CLO) Từ hôm qua bến số {n} không còn đón khách.\n\n"
        for n in range(2)
    )
    parts = "".join(TITLED.format(n=n) for n in range(3))
    found = roles(extract_text(f"Con đường qua bản Mới\n\n{parts}Bạn đã xem chưa\n\n{teasers}"))

    assert "related" == found["Bạn đã xem chưa"]
    assert "subheading" == found["Phần 2"]

"""Whole pages as bare text: menus, a headline somewhere, the story, more menus."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Extraction

Extract = Callable[..., Extraction]

MENU = ["Skip to main content", "News", "World", "Business", "Sport", "Weather", "Sign in"]
MENU_VI = ["Trang chủ", "Thời sự", "Thế giới", "Kinh tế", "Thể thao", "Đăng nhập", "Liên hệ"]
HEAD = "Harbour council approves the new ferry terminal"
STORY = [
    "The harbour council on Monday approved a plan to build a new ferry terminal by 2030.",
    "The terminal will replace the old pier, which was closed after the storms of last winter.",
    "Members of the council said that the ferry would carry two million passengers each year.",
    "Work on the terminal is to begin in spring, and the old pier will stay open to walkers.",
    "The plan was approved by nine votes to two after a debate that lasted until midnight.",
    "Opponents said that the harbour was too shallow and the ferry too large for it.",
    "Engineers answered that the channel would be dredged before the first ferry sails.",
]
HEAD_VI = "Thành phố thông qua kế hoạch xây bến phà mới"
STORY_VI = [
    "Chiều thứ hai, thành phố thông qua kế hoạch xây một bến phà mới trước năm 2030.",
    "Bến phà mới thay cho cầu cảng cũ, vốn đã đóng cửa sau những cơn bão mùa đông năm ngoái.",
    "Các đại biểu cho biết bến phà sẽ đón hai triệu lượt khách mỗi năm, gấp đôi hiện nay.",
    "Việc xây dựng bắt đầu vào mùa xuân, còn cầu cảng cũ vẫn mở cho người đi bộ.",
    "Kế hoạch được thông qua với chín phiếu thuận sau một cuộc thảo luận kéo dài tới nửa đêm.",
    "Một số ý kiến cho rằng luồng lạch quá nông, còn những chiếc phà thì quá lớn.",
    "Các kỹ sư trả lời rằng luồng sẽ được nạo vét trước khi chuyến phà đầu tiên khởi hành.",
]
FOOT = ["About us", "Contact", "Privacy policy", "Terms of use", "© 2026 Example"]


def page(menu: list[str], head: list[str], story: list[str], foot: list[str] = FOOT) -> str:
    return "\n".join([*menu, *menu[2:], *head, *story, *foot])


@pytest.mark.parametrize(
    ("menu", "head", "facts", "story"),
    [
        (MENU, HEAD, ["By Ann Lee", "March 3, 2026"], STORY),
        (MENU, HEAD, [], STORY),
        (MENU_VI, HEAD_VI, ["Thu An", "03/03/2026 07:30"], STORY_VI),
        (MENU_VI, HEAD_VI, [], STORY_VI),
    ],
)
def test_headline_below_menus_is_found_and_the_menu_is_no_headline(
    menu: list[str], head: str, facts: list[str], story: list[str], extract_text: Extract
) -> None:
    found = extract_text(page(menu, [head, *facts], story))

    assert head == found.fields["title"].value
    assert "stated" == found.fields["title"].basis.kind.value


def test_where_nothing_looks_like_a_headline_it_is_derived(extract_text: Extract) -> None:
    found = extract_text(page(MENU, [], STORY))

    assert "inferred" == found.fields["title"].basis.kind.value
    assert found.fields["title"].value.startswith("The harbour council on Monday")


def test_date_below_a_headline_that_stands_below_menus_is_the_pages(extract_text: Extract) -> None:
    today = "Friday, March 13, 2026"
    found = extract_text(page([today, *MENU], [HEAD, "By Ann Lee", "March 3, 2026"], STORY))

    assert "2026-03-03" == found.fields["date"].value
    assert "stated" == found.fields["date"].basis.kind.value


def test_dates_in_a_list_below_the_story_are_not_the_pages(extract_text: Extract) -> None:
    others = ["Other news", "Council meets", "March 9, 2026", "Pier closed", "March 7, 2026"]
    found = extract_text(page(MENU, [HEAD], STORY, [*others, *FOOT]))

    assert found.fields["date"].value == ""

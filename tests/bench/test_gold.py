"""Aligning a page's blocks with its gold text."""

from __future__ import annotations

from bench.gold import align

_FIRST = "Sáng nay hai bên mở cầu và người dân đi qua."
_SECOND = "Hàng nông sản không còn phải chờ phà nữa, ông lái đò nói."


def test_paragraphs_of_the_gold_are_found() -> None:
    texts = ["Trang chủ", _FIRST, "Chia sẻ", _SECOND, "© Báo Ví Dụ giữ bản quyền nội dung này"]

    assert [False, True, False, True, False] == align(texts, f"{_FIRST}\n\n{_SECOND}")


def test_short_line_counts_only_next_to_its_neighbours() -> None:
    texts = ["Cầu mới", "Menu", *["Mục"] * 30, _FIRST, "Cầu mới", _SECOND]

    found = align(texts, f"{_FIRST} Cầu mới {_SECOND}")

    assert [True, True, True] == found[-3:]
    assert sum(found) == 3


def test_paragraph_that_a_page_prints_twice_is_gold_twice() -> None:
    assert [True, True, True] == align([_FIRST, _FIRST, _SECOND], f"{_FIRST} {_SECOND}")


def test_what_stands_out_of_order_is_not_gold() -> None:
    last = "Đến trưa thì chợ tan, chỉ còn hàng thắng cố đỏ lửa bên đường."

    assert [False, True, True] == align([last, _FIRST, _SECOND], f"{_FIRST} {_SECOND} {last}")


def test_nothing_is_found_without_gold() -> None:
    assert [False, False] == align([_FIRST, "Menu"], "")

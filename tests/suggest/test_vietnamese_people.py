"""Sentences of our own, and whom they name with which posts."""

from __future__ import annotations

import pytest

from generator.suggest import words
from generator.suggest.vietnamese_people import sightings

Told = list[tuple[str, list[tuple[str, str]]]]

# Text; then each person with posts, each with its organisation.
CASES: dict[str, tuple[str, Told]] = {
    "post, ministry and name": (
        "Sáng nay, Thứ trưởng Bộ Giao thông vận tải Đỗ Hải Minh đi kiểm tra đê.",
        [("Đỗ Hải Minh", [("Thứ trưởng Bộ Giao thông vận tải", "Bộ Giao thông vận tải")])],
    ),
    "a minister's field is that of the ministry": (
        "Bộ trưởng Ngoại giao Phan Thu Cúc tiếp khách.",
        [("Phan Thu Cúc", [("Bộ trưởng Ngoại giao", "Bộ Ngoại giao")])],
    ),
    "the country before the name is no part of it": (
        "Bộ trưởng Ngoại giao Việt Nam Vũ Việt Lâm lên đường.",
        [("Vũ Việt Lâm", [("Bộ trưởng Ngoại giao Việt Nam", "Bộ Ngoại giao Việt Nam")])],
    ),
    "an agency whose name ends in the country": (
        "Tổng Giám đốc Thông tấn xã Việt Nam Vũ Thị Vân trao quà.",
        [("Vũ Thị Vân", [("Tổng Giám đốc Thông tấn xã Việt Nam", "Thông tấn xã Việt Nam")])],
    ),
    "several posts in a row": (
        "Dự lễ có Ủy viên Trung ương Đảng, Bộ trưởng Bộ Y tế Lương Gia Khiêm.",
        [
            (
                "Lương Gia Khiêm",
                [("Ủy viên Trung ương Đảng", ""), ("Bộ trưởng Bộ Y tế", "Bộ Y tế")],
            )
        ],
    ),
    "posts behind the name": (
        "Đồng chí Lương Gia Khiêm, Uỷ viên Trung ương Đảng, Bộ trưởng Bộ Y tế đã đến dự.",
        [
            (
                "Lương Gia Khiêm",
                [("Uỷ viên Trung ương Đảng", ""), ("Bộ trưởng Bộ Y tế", "Bộ Y tế")],
            )
        ],
    ),
    "two posts in one organisation, with its short form": (
        ("Ông Tạ Văn Kha, Phó Chủ tịch kiêm Tổng Thư ký Hiệp hội Chè Việt Nam (VITAS) sẽ chủ trì."),
        [
            (
                "Tạ Văn Kha",
                [
                    (
                        "Phó Chủ tịch kiêm Tổng Thư ký Hiệp hội Chè Việt Nam",
                        "Hiệp hội Chè Việt Nam",
                    )
                ],
            )
        ],
    ),
    "posts in small letters": (
        "Phó chủ tịch Hội Nhà báo Việt Nam Đinh Thế Anh phát biểu.",
        [("Đinh Thế Anh", [("Phó chủ tịch Hội Nhà báo Việt Nam", "Hội Nhà báo Việt Nam")])],
    ),
    "commas within a ministry": (
        "Thứ trưởng Bộ Văn hóa, Thể thao và Du lịch Hồ An Phong kết luận.",
        [
            (
                "Hồ An Phong",
                [
                    (
                        "Thứ trưởng Bộ Văn hóa, Thể thao và Du lịch",
                        "Bộ Văn hóa, Thể thao và Du lịch",
                    )
                ],
            )
        ],
    ),
    "a province between people's committee and name": (
        "Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh Cao Thị Hoa cảm ơn.",
        [
            (
                "Cao Thị Hoa",
                [
                    (
                        "Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh",
                        "Ủy ban nhân dân tỉnh Quảng Ninh",
                    )
                ],
            )
        ],
    ),
    "a city named after a person": (
        "Bí thư Thành ủy Thành phố Hồ Chí Minh Trịnh Quốc Bảo trả lời.",
        [
            (
                "Trịnh Quốc Bảo",
                [
                    (
                        "Bí thư Thành ủy Thành phố Hồ Chí Minh",
                        "Thành ủy Thành phố Hồ Chí Minh",
                    )
                ],
            )
        ],
    ),
    "both words of a field are capitalised": (
        "Bộ trưởng Công Thương Trần Đình An ký quyết định.",
        [("Trần Đình An", [("Bộ trưởng Công Thương", "Bộ Công Thương")])],
    ),
    "ambassadors are of a country and to one": (
        "Đại sứ Hoa Kỳ tại Việt Nam John Miller chào từ biệt.",
        [("John Miller", [("Đại sứ Hoa Kỳ tại Việt Nam", "")])],
    ),
    "appointed to a post": (
        "Chủ tịch nước bổ nhiệm bà Ngô Lan Anh giữ chức Đại sứ Việt Nam tại Chile.",
        [("Ngô Lan Anh", [("Đại sứ Việt Nam tại Chile", "")])],
    ),
    "foreign names behind a post and a country": (
        "Tổng thống Hannah Weber, Thủ tướng Nhật Bản Mori Takeshi và Ngoại trưởng Nga Ivan Petrov.",
        [
            ("Hannah Weber", [("Tổng thống", "")]),
            ("Mori Takeshi", [("Thủ tướng Nhật Bản", "")]),
            ("Ivan Petrov", [("Ngoại trưởng Nga", "")]),
        ],
    ),
    "a foreign name with particles and an initial": (
        "Ngài Jan van der Berg và ông Peter W. Stone đến sớm.",
        [("Jan van der Berg", []), ("Peter W. Stone", [])],
    ),
    "a foreign name whose syllables could be Vietnamese": (
        "Thủ tướng Campuchia Hun Manet và Thủ tướng Campuchia Hun Sen.",
        [("Hun Manet", [("Thủ tướng Campuchia", "")]), ("Hun Sen", [("Thủ tướng Campuchia", "")])],
    ),
    "an honorific behind the post": (
        "Giám đốc Sở Ngoại vụ tỉnh Lào Cai, bà Vương Thị Mai, cho biết.",
        [("Vương Thị Mai", [("Giám đốc Sở Ngoại vụ tỉnh Lào Cai", "Sở Ngoại vụ tỉnh Lào Cai")])],
    ),
    "a rank before the name and an office before the rank": (
        "Thứ trưởng Bộ Quốc phòng Thượng tướng Bùi Đức Long thăm đơn vị.",
        [("Bùi Đức Long", [("Thứ trưởng Bộ Quốc phòng", "Bộ Quốc phòng"), ("Thượng tướng", "")])],
    ),
    "a list of names shares the plural": (
        "Dự họp có các Thứ trưởng Nguyễn Văn An, Trần Thị Bé và Lê Cao.",
        [
            ("Nguyễn Văn An", [("Thứ trưởng", "")]),
            ("Trần Thị Bé", [("Thứ trưởng", "")]),
            ("Lê Cao", [("Thứ trưởng", "")]),
        ],
    ),
    "a list of names without posts": (
        "Ba người thắng giải là Nguyễn Văn A, Trần Thị B và Lê Đình C.",
        [("Nguyễn Văn A", []), ("Trần Thị B", []), ("Lê Đình C", [])],
    ),
    "a post with its own name is not of the one before": (
        "Theo ông Đoàn Văn Tư, Bộ trưởng Bộ Nội vụ Phùng Chí Kiên đã đồng ý.",
        [
            ("Đoàn Văn Tư", []),
            ("Phùng Chí Kiên", [("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ")]),
        ],
    ),
    "behind theo the sentence may go on with somebody else": (
        "Theo ông Đoàn Văn Tư, Bộ trưởng Bộ Nội vụ đã đồng ý.",
        [("Đoàn Văn Tư", [])],
    ),
    "a degree with full stops": (
        "PGS.TS. Mạc Thị Yến, Viện trưởng Viện Sử học, trình bày.",
        [("Mạc Thị Yến", [("Viện trưởng Viện Sử học", "Viện Sử học")])],
    ),
    "a university named after a person": (
        "Hiệu trưởng Trường Đại học Trần Quốc Toản nói vậy.",
        [],
    ),
    "the president whose name is a city's": (
        "Chủ tịch Hồ Chí Minh đọc bản Tuyên ngôn.",
        [("Hồ Chí Minh", [("Chủ tịch", "")])],
    ),
    "an office of a praesidium": (
        "Ủy viên Đoàn Chủ tịch Hội Mía Việt Nam Lê Bá Mười dự.",
        [
            (
                "Lê Bá Mười",
                [("Ủy viên Đoàn Chủ tịch Hội Mía Việt Nam", "Đoàn Chủ tịch Hội Mía Việt Nam")],
            )
        ],
    ),
    "a country behind the short form": (
        "Giám đốc Ngân hàng Lúa nước (RB) tại Việt Nam Carla Stone đến.",
        [("Carla Stone", [("Giám đốc Ngân hàng Lúa nước", "Ngân hàng Lúa nước")])],
    ),
    "a firm of a legal form and a short name": (
        "Chủ tịch Công ty cổ phần ABC Lê Bá Mười và Công ty TNHH Hoàng Gia Bảo cùng dự.",
        [("Lê Bá Mười", [("Chủ tịch Công ty cổ phần ABC", "Công ty cổ phần ABC")])],
    ),
    "a list of streets": (
        "Tắc đường Nguyễn Bính Khiêm, Lê Bá Mười, Phạm Thị Sáu và Võ Văn Chín.",
        [],
    ),
    "a delegation": ("Đoàn Ngoại giao và Đoàn Trưởng Cơ quan đại diện đi thăm.", []),
    "places, streets and battles": (
        (
            "Từ Thành phố Hồ Chí Minh, đường Trần Hưng Đạo, phố Lý Thường Kiệt đến Điện Biên Phủ, "
            "Hoàng Sa, Thái Bình Dương, hồ Hoàn Kiếm và Bà Rịa - Vũng Tàu."
        ),
        [],
    ),
    "an honorific that is a country": ("Thủ tướng Anh thăm nước Anh Quốc.", []),
    "a headline in capitals": ("BỘ TRƯỞNG BÙI VĂN ĐẠT PHÁT BIỂU TẠI HỘI NGHỊ", []),
    "posts without names": (
        "Các Đại sứ, Tổng Lãnh sự và Trưởng Cơ quan đại diện nghe Thứ trưởng nói.",
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_text_names_these_people_with_these_posts(name: str) -> None:
    text, expected = CASES[name]

    found = sightings(words.read(text))

    assert expected == [
        (one.name, [(post.title, post.organisation) for post in one.posts]) for one in found
    ]


def test_former_posts_are_told_from_those_held() -> None:
    text = "Bầu ông Pedro Alvarez, nguyên Tổng Thư ký Hiệp hội Cà phê, vào Hội đồng."

    (found,) = sightings(words.read(text))

    assert [("Tổng Thư ký Hiệp hội Cà phê", True)] == [(p.title, p.former) for p in found.posts]


def test_short_form_in_brackets_is_kept_beside_the_name() -> None:
    text = "Bà Kiều Thị Loan, Chủ tịch Hội Gốm sứ Việt Nam (VCA), cảm ơn."

    (found,) = sightings(words.read(text))

    assert ["VCA"] == [post.abbreviation for post in found.posts]


def test_many_honorifics_in_a_row_end() -> None:
    assert [] == sightings(words.read("ông " * 20_000))

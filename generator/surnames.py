"""Family names, by which a Vietnamese name is told from what stands before it.

Source: the list of Vietnamese family names in Lê Trung Hoa, "Họ và tên người Việt Nam" (2005), as
counted and supplemented in the Vietnamese Wikipedia, "Họ người Việt Nam"; for minorities there,
too. Those of Chinese and Koreans in Vietnamese are among the rare ones. Left out are those that
begin names of places or organisations more often than of people.
"""

from __future__ import annotations

from generator.vietnamese import compare_key, fold

# Each name once: how many bear it, and whether it begins nearly nothing but names of people.
_SURE = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Đinh Trương Trịnh Phùng"
_FREQUENT_ALONE = (
    "Dương Lý Đoàn Đào Tạ Lương Tô Quách Vương Lưu Nghiêm Kiều Mạc Tống Doãn Triệu Lại Nông Đàm"
)
_FREQUENT_WORDS = (
    "Hồ Lâm Mai Cao Hà Châu Thái Tăng Chu La Thạch Khổng Lữ Ông Quan Quang Thân Từ Văn Viên Đồng"
)
_RARE_ALONE = "Thẩm Khuất Uông Tôn Đậu Phí Nhữ Chử Cấn Bế Hứa"
_RARE_WORDS = (
    "Âu Bạch Bành Biện Cái Cát Cù Cung Dư Diệp Điền Giang Giáp Giả Hạ Hàn Hầu Hoa Kha Khúc "
    "Kim Khiếu Lã Lăng Lều Liêu Liễu Lò Lộc Lục Lư Lường Ma Mã Mạch Mang Mạnh Mẫn Mông Nghê "
    "Nhan Nhâm Ninh Phương Quản Sầm Sử Sùng Thang Thiều Tiêu Tiết Trang Trà Trâu Trình Tưởng "
    "Ung Ứng Vi An Giàng Hạng Sồng Thào Vàng Vừ Lầu Tráng Quàng Cà Tòng Điêu Đèo Bàn Phàn Tẩn "
    "Chảo Tất Phó Xa Vòng Thi Sa Tập Ôn Mao Đới Tần Bồ Tiền Khương Bạc Lật"
)


def _lower(*lists: str) -> frozenset[str]:
    return frozenset(compare_key(name).casefold() for names in lists for name in names.split())


SURE = frozenset(_SURE.split())
"""Those that are hardly ever a word of another name: "Đoàn Việt Nam" is a delegation."""

FREQUENT = SURE | frozenset((*_FREQUENT_ALONE.split(), *_FREQUENT_WORDS.split()))
"""The commonest family names; most people have one of the first dozen."""

COMMON = _lower(_SURE, _FREQUENT_ALONE, _RARE_ALONE)
"""Family names that begin nearly nothing but names of people, in lower case."""

ALL = COMMON | _lower(_FREQUENT_WORDS, _RARE_WORDS)
"""Also those that begin other words, in lower case."""

COMMON_PLAIN = frozenset(map(fold, COMMON))
"""`COMMON` as written without diacritics."""

ALL_PLAIN = frozenset(map(fold, ALL))
"""`ALL` as written without diacritics."""

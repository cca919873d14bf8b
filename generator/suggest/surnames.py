"""Family names, by which a Vietnamese name is told from the organisation before it.

Source: the list of Vietnamese family names in Lê Trung Hoa, "Họ và tên người Việt Nam" (2005), as
counted and supplemented in the Vietnamese Wikipedia, "Họ người Việt Nam"; for minorities there,
too. Left out are those that begin names of places or organisations more often than of people.
"""

from __future__ import annotations

from generator.vietnamese import compare_key, fold

_COMMON = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Dương Lý Đinh Đoàn Trịnh Trương "
    "Lưu Lương Phùng Tạ Tô Triệu Vương Đào Quách Nghiêm Doãn Đàm Tống Thẩm Mạc Khuất Uông Tôn "
    "Đậu Lại Phí Nông Nhữ Kiều Chử Cấn Bế Hứa"
)
_OTHERS = (
    "Hồ Âu Bạch Bành Biện Cái Cao Cát Chu Châu Cù Cung Dư Diệp Điền Giang Giáp Giả Hà Hạ Hàn "
    "Hầu Hoa Kha Khổng Khúc Kim Khiếu La Lã Lâm Lăng Lều Liêu Liễu Lò Lộc Lục Lư Lường Ma Mã "
    "Mạch Mai Mang Mạnh Mẫn Mông Nghê Nhan Nhâm Ninh Ông Phương Quản Quan Sầm Sử Sùng Tăng "
    "Thạch Thái Thang Thân Thiều Tiêu Tiết Trang Trà Trâu Trình Từ Tưởng Ung Ứng Văn Vi Viên An "
    "Giàng Hạng Sồng Thào Vàng Vừ Lầu Tráng Quàng Cà Tòng Điêu Đèo Bàn Phàn Tẩn Chảo Đồng Tất "
    "Phó Xa Vòng Lữ Thi Sa"
)
_SINO = "Tập Ôn Mao Đới Tần Bồ Tiền Lưu Lý Vương Giang Hồ Đặng Chu Trương Triệu Khương Bạc Lật"

COMMON = frozenset(compare_key(name).casefold() for name in _COMMON.split())
"""Family names that begin nearly nothing but names of people, in lower case."""

ALL = COMMON | {compare_key(name).casefold() for name in (*_OTHERS.split(), *_SINO.split())}
"""Also those that begin other words; and those of Chinese and Koreans in Vietnamese."""

COMMON_PLAIN = frozenset(map(fold, COMMON))
"""The same as written without diacritics."""

ALL_PLAIN = frozenset(map(fold, ALL))
"""The same as written without diacritics."""

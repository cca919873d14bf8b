"""Places, so that "Việt Nam Vũ Việt Trang" is a country and a person.

Countries and territories are those of Unicode's CLDR in both languages; Vietnam's provinces those
of Resolution 1211/2016 of its National Assembly's standing committee and earlier ones, with the
places that news names most.
"""

from __future__ import annotations

from functools import cache

from babel import Locale

from generator.suggest.words import Phrases, phrases
from generator.vietnamese import compare_key, fold

_PROVINCES = (
    "An Giang, Bà Rịa, Vũng Tàu, Bắc Giang, Bắc Kạn, Bạc Liêu, Bắc Ninh, Bến Tre, Bình Định, "
    "Bình Dương, Bình Phước, Bình Thuận, Cà Mau, Cần Thơ, Cao Bằng, Đà Nẵng, Đắk Lắk, Đắk Nông, "
    "Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải "
    "Phòng, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lâm Đồng, "
    "Lạng Sơn, Lào Cai, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, "
    "Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, "
    "Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Thừa Thiên, Huế, Tiền Giang, Trà Vinh, "
    "Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái, Hà Tây, Hà Đông, Sài Gòn, Gia Định, Minh Hải, "
    "Nghệ Tĩnh, Bình Trị Thiên, Sông Bé, Hà Bắc, Hải Hưng, Nam Hà, Vĩnh Phú, Hoàng Liên Sơn"
)
_PLACES = (
    "Hồ Chí Minh, Điện Biên Phủ, Thái Bình Dương, Ấn Độ Dương, Đại Tây Dương, Bắc Băng Dương, "
    "Biển Đông, Hoàng Sa, Trường Sa, Hạ Long, Hội An, Mỹ Sơn, Thăng Long, Côn Đảo, Phú Quốc, Lý "
    "Sơn, Nha Trang, Đà Lạt, Quy Nhơn, Phan Thiết, Cam Ranh, Dung Quất, Nội Bài, Tân Sơn Nhất, "
    "Ba Đình, Hoàn Kiếm, Mỹ Đình, Cát Bà, Đồng Đăng, Móng Cái, Lao Bảo, Phan Rang, Mai Châu, Sa "
    "Pa, Đường Lâm, Phong Nha, Kẻ Bàng, Tràng An, Đông Nam Á, Đông Á, Đông Bắc Á, Nam Á, Trung "
    "Á, Bắc Á, Tây Á, Châu Á, Châu Âu, Châu Phi, Châu Mỹ, Á, Âu, Đông Âu, Bắc Âu, Tây Âu, Trung "
    "Đông, Bắc Phi, Bắc Mỹ, Nam Mỹ, Mỹ La-tinh, Mỹ La tinh, Mỹ Latinh, Đông Dương, Bắc Kinh, "
    "Thượng Hải, Vũ Hán, Quảng Đông, Quảng Tây, Vân Nam, Hồng Kông, Đài Loan, Đài Bắc, Tây "
    "Tạng, Tân Cương, Bàn Môn Điếm, Bình Nhưỡng, Viêng Chăn, Vientiane, Phnom Penh, Bangkok, "
    "Băng Cốc, Mát-xcơ-va, Moskva, Moscow, Washington, New York, Geneva, Brussels, Paris, "
    "London, Tokyo, Seoul, Canberra, Bắc Triều Tiên, Nam Triều Tiên, Liên Xô, Nga, Mỹ, Anh, "
    "Pháp, Đức, Lào, Miến Điện, Liên bang Nga, Hoa Kỳ, Hợp chúng quốc Hoa Kỳ, Vương quốc Anh, "
    "Cộng hòa Pháp, Cộng hòa Séc, Tiệp Khắc, Nam Tư, Cộng hòa Nhân dân Trung Hoa, Cộng hòa Dân "
    "chủ Nhân dân Lào, Cộng hòa Liên bang Đức, Ca-na-đa, Cộng hòa Dân chủ Nhân dân Triều Tiên, "
    "Cộng hòa xã hội chủ nghĩa Việt Nam, Việt Nam, CHDCND Lào, CHDCND Triều Tiên, Triều Tiên, "
    "Ô-xtrây-li-a, In-đô-nê-xi-a, Ma-lai-xi-a, Xin-ga-po, Phi-líp-pin, Thổ Nhĩ Kỳ, Pháp ngữ, "
    "Ca-dắc-xtan, Hồi giáo, Do Thái, Ma Cao"
)
_ENGLISH = (
    "Viet Nam, Vietnam, Hanoi, Ha Noi, Ho Chi Minh City, Ho Chi Minh, Da Nang, Hai Phong, Quang "
    "Ninh, Ha Long, Hoi An, Lang Son, Dong Dang, Dien Bien Phu, Can Tho, Quang Nam, United "
    "States, United States of America, US, USA, UK, Britain, Russian Federation, Lao, Laos, "
    "South Korea, North Korea, Korea, Republic of Korea, DPRK, Burma, Holland, Soviet Union, "
    "Southeast Asia, East Asia, Asia, Europe, Africa, Pacific, Phu Quoc, Truong Sa, Hoang Sa"
)
_DEMONYMS = (
    "Vietnamese, Chinese, Japanese, Korean, Russian, American, British, French, German, Lao, "
    "Laotian, Cambodian, Thai, Indonesian, Malaysian, Singaporean, Philippine, Filipino, "
    "Indian, Australian, Canadian, Italian, Spanish, Dutch, Belgian, Swedish, Norwegian, "
    "Danish, Finnish, Polish, Czech, Hungarian, Ukrainian, Belarusian, Kazakh, Cuban, "
    "Brazilian, Mexican, Egyptian, Israeli, Iranian, Turkish, Greek, Swiss, Austrian, "
    "Portuguese, Irish, European, Myanmar, Bruneian, Mongolian, Bangladeshi, Pakistani, "
    "Argentine, Chilean, Venezuelan, Algerian, South African, South Korean, North Korean"
)
_BEFORE_PLACES = (
    "đường phố tỉnh huyện quận phường xã trấn làng thôn ấp cầu chùa đền lăng thưởng cúp ngõ hồ "
    "sông núi chợ ga cảng đảo đồi tượng miếu đình"
)
_BEFORE_NAMESAKES = (
    "trường đài quỹ viên động ty viện học hát nhạc tên mang thời nhà khu hầm tàu mộ phủ họ "
    "triều vua chúa dân bay giải thông hiệu trào"
)
BEFORE_PLACES = frozenset(compare_key(word) for word in _BEFORE_PLACES.split())
"""Words before which a name is that of a place, and not of a person."""

BEFORE_NAMESAKES = BEFORE_PLACES | {compare_key(word) for word in _BEFORE_NAMESAKES.split()}
"""The same, and words before which it is that of an institution, where nothing else speaks."""

OWN = frozenset({"việt nam", "viet nam", "vietnam"})
"""The country whose people have Vietnamese names."""


def _listed(*lists: str) -> list[str]:
    return [name.strip() for listed in lists for name in listed.split(",")]


@cache
def places(*, plain: bool = False) -> Phrases:
    """First word → names of places that begin with it, the longest first; all in lower case.

    Args:
        plain: Whether for English texts, in which names may lack their diacritics.
    """
    lang = "en" if plain else "vi"
    territories = [str(name) for name in Locale(lang).territories.values()]
    names = [*_listed(_PROVINCES, _PLACES), *territories]
    if plain:
        names += [fold(name) for name in _listed(_PROVINCES)] + _listed(_ENGLISH, _DEMONYMS)
    else:
        names += _listed("Viet Nam, Vietnam, Hanoi")
    return phrases(names)

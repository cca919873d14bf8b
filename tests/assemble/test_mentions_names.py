"""Which names count: their capitals, longer names around them, signatures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Bilingual, Entity, Source
from tests.assemble.make import article, entity, joined, translation

SON = entity("bui-thanh-son", "Bùi Thanh Sơn / Bui Thanh Son", given="Sơn")
MOFA = entity(
    "bo-ngoai-giao",
    "Bộ Ngoại giao / Ministry of Foreign Affairs",
    "Foreign Ministry",
    kind="organisations",
)
ASSEMBLY = entity("quoc-hoi", "Quốc hội / National Assembly", kind="organisations")
UN = entity("lien-hop-quoc", "Liên hợp quốc / United Nations", "UN", kind="organisations")
GENERAL = entity("dai-hoi-dong", "Đại hội đồng Liên hợp quốc", "Đại hội đồng", kind="organisations")
WTO = entity("wto", "Tổ chức Thương mại Thế giới", "WTO", kind="organisations")
HOA_BINH = entity("hoa-binh", "Hòa Bình", kind="places")
HA_NOI = entity("ha-noi", "Hà Nội / Ha Noi", "Hanoi", kind="places")
SON_LA = entity("son-la", "Sơn La", kind="places")
RUSSIA = entity("nga", "Nga / Russia", "Liên bang Nga", kind="places")
US = entity("hoa-ky", "Hoa Kỳ / United States", "Mỹ", kind="places")
ENGLAND = entity("anh", "Anh / United Kingdom", kind="places")
GUINEA = entity("guinea", "Guinea", kind="places")
BINH = entity("pham-binh", "Phạm Bình")
TRAN = entity("tran-hung-dao", "Trần Hưng Đạo")
ECONOMIC = entity("ngoai-giao-kinh-te", "Ngoại giao kinh tế", kind="topics")
FTA = entity("fta", "Hiệp định thương mại tự do / Free trade agreement", "FTA", kind="topics")
TIES = entity("quan-he", "Quan hệ Việt Nam – Hoa Kỳ", "Việt Nam và Hoa Kỳ", kind="topics")
JOINED = entity("gia-nhap", "Việt Nam gia nhập WTO", "gia nhập WTO", kind="events")
SUMMIT = entity("hoi-nghi", "Hội nghị Liên hợp quốc lần thứ 6", kind="events")
RECORDS = (
    *(SON, MOFA, ASSEMBLY, UN, GENERAL, WTO, HOA_BINH, HA_NOI, SON_LA, RUSSIA, US, ENGLAND),
    *(GUINEA, BINH, TRAN, ECONOMIC, FTA, TIES, JOINED, SUMMIT),
)


def named(text: str, *records: Entity, lang: str = "vi", **facts: object) -> dict[str, int]:
    facts.setdefault("title", "Tít")
    archive = joined(article("a-1", body=text, lang=lang, **facts), *(records or RECORDS))
    return {mention.entity: mention.count for mention in archive.entries["a-1"].mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ Ngoại Giao họp", {"bo-ngoai-giao": 1}),
        ("BỘ NGOẠI GIAO HỌP", {"bo-ngoai-giao": 1}),
        ("bộ ngoại giao các nước", {}),
        ("Bộ ngoại giao", {}),
        ("bùi thanh sơn", {}),
        ("BỘ TRƯỞNG BÙI THANH SƠN", {"bui-thanh-son": 1}),
        ("BÙI Thanh Sơn", {}),
        ("tỉnh Hòa Bình", {"hoa-binh": 1}),
        ("vì hòa bình", {}),
        ("VÌ HÒA BÌNH", {}),
        ("LŨ Ở HOÀ BÌNH\n\nỞ Hòa Bình có lũ.", {"hoa-binh": 2}),
        ("HÀ NỘI ĐÓN KHÁCH", {"ha-noi": 1}),
        ("TỔNG THỐNG NGA", {}),
        ("wto và Wto", {}),
        ("NGOẠI GIAO KINH TẾ", {"ngoai-giao-kinh-te": 1}),
        ("về ngoại giao Kinh tế", {"ngoai-giao-kinh-te": 1}),
        ("Anh nói rằng anh sẽ đến.", {}),
        ("Anh tuyên bố. Thủ tướng Anh dự.", {"anh": 2}),
        ("Việt Nam – Hoa Kỳ", {"hoa-ky": 1}),
        ("quan hệ Việt Nam - Hoa Kỳ", {"quan-he": 1, "hoa-ky": 1}),
    ],
)
def test_capitals_tell_names_from_words(text: str, expected: dict[str, int]) -> None:
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ trưởng Bộ Ngoại giao Bùi Thanh Sơn", {"bo-ngoai-giao": 1, "bui-thanh-son": 1}),
        ("Bộ Ngoại giao Nga", {"nga": 1}),
        ("Bộ Ngoại giao của Nhật Bản", {}),
        ("Bộ Ngoại giao Hoa Kỳ", {"hoa-ky": 1}),
        ("Bộ Ngoại giao Việt Nam", {"bo-ngoai-giao": 1}),
        ("Bộ Ngoại giao, Nga và Hoa Kỳ", {"bo-ngoai-giao": 1, "hoa-ky": 1, "nga": 1}),
        ("Quốc hội các nước thành viên EU", {}),
        ("Quốc hội hai nước", {"quoc-hoi": 1}),
        ("CHỦ TỊCH QUỐC HỘI LÀO", {}),
        ("Đại hội đồng WTO", {"wto": 1}),
        ("Đại hội đồng Liên Hợp Quốc", {"dai-hoi-dong": 1}),
        ("Hiến chương Liên hợp quốc", {"lien-hop-quoc": 1}),
        ("ông Nguyễn Sơn La", {}),
        ("tỉnh Sơn La", {"son-la": 1}),
        ("bà Nguyễn Thị Nga và bà Nga", {}),
        ("bà Nguyễn Thị Mỹ Nga", {}),
        ("Tổng thống Nga Putin", {"nga": 1}),
        ("Mỹ Tho, Mỹ Đình và Mỹ Latinh", {}),
        ("Tổng thống Mỹ Tom Paine", {"hoa-ky": 1}),
        ("châu Mỹ", {}),
        ("bằng tiếng Anh, Pháp và Nga", {}),
        ("Papua New Guinea", {}),
        ("Đại học Hà Nội", {"ha-noi": 1}),
        ("đường Trần Hưng Đạo", {}),
        ("vua Trần Hưng Đạo", {"tran-hung-dao": 1}),
        ("Phạm Bình Minh", {}),
        ("Phạm Bình Bộ trưởng", {"pham-binh": 1}),
        ("Nguyễn Bùi Thanh Sơn", {}),
        ("Ủy ban Lâm Đồng Bùi Thanh Sơn", {"bui-thanh-son": 1}),
        ("gia nhập WTO", {"wto": 1, "gia-nhap": 1}),
        ("Việt Nam và Hoa Kỳ", {"hoa-ky": 1, "quan-he": 1}),
        ("Hội nghị Liên hợp quốc lần thứ 6", {"hoi-nghi": 1}),
        ("Bùi Thanh\n\nSơn", {}),
    ],
)
def test_part_of_a_longer_name_counts_where_it_is_meant(
    text: str, expected: dict[str, int]
) -> None:
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Foreign Ministry", {"bo-ngoai-giao": 1}),
        ("the Russian Foreign Ministry", {}),
        ("the Cambodian Foreign Ministry", {}),
        ("the Vietnamese Foreign Ministry", {"bo-ngoai-giao": 1}),
        ("the Ministry of Foreign Affairs of Japan", {}),
        ("Japan’s Ministry of Foreign Affairs", {}),
        ("the National Assembly of the Republic of Korea", {}),
        ("free trade agreements", {"fta": 1}),
        ("Ms Nga of Hanoi", {"ha-noi": 1}),
        ("Mr Nguyen Son La, of Son La", {"son-la": 1}),
        ("Thanks On Bui Thanh Son Visit", {"bui-thanh-son": 1}),
        ("Bùi Thanh Sơn, or Bui Thanh Son", {"bui-thanh-son": 2}),
    ],
)
def test_english_has_its_own_ways(text: str, expected: dict[str, int]) -> None:
    assert expected == named(text, lang="en")


def test_body_of_another_country_may_be_followed_by_whose_it_is() -> None:
    council = entity(
        "quoc-vu-vien",
        "Quốc vụ viện",
        kind="organisations",
        description=Bilingual(vi="Chính phủ Trung Quốc."),
    )

    assert {"quoc-vu-vien": 1} == named("Quốc vụ viện Trung Quốc", council)


@given(st.integers(1, len("Bùi Thanh Sơn") - 1), st.sampled_from(["\n\n", "\n> ", "  \n"]))
def test_name_that_is_split_is_never_found(position: int, split: str) -> None:
    name = "Bùi Thanh Sơn"

    assert {} == named(f"{name[:position]}{split}{name[position:]}", SON)


def test_body_of_another_country_that_is_on_record_is_named() -> None:
    theirs = entity("bo-ngoai-giao-nga", "Bộ Ngoại giao Nga", kind="organisations")

    assert {"bo-ngoai-giao-nga": 1} == named("Bộ Ngoại giao Nga", MOFA, RUSSIA, theirs)


@pytest.mark.parametrize("spelt", ["Kim Il Sung", "Kim Il-sung", "Kim Il-Sung"])
def test_korean_names_are_written_with_and_without_a_hyphen(spelt: str) -> None:
    kim = entity("kim", "Kim Nhật Thành / Kim Il Sung")

    assert {"kim": 1} == named(f"{spelt} said", kim, lang="en")


SIGNED = entity("sputnik", "Sputnik Việt Nam", "Sputnik", kind="outlets", parent="ttxvn")
AGENCY = entity("ttxvn", "Thông tấn xã Việt Nam", "TTXVN", "VNA", kind="organisations")
STATION = entity("vov", "Đài Tiếng nói Việt Nam", "VOV", kind="outlets")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HÀ NỘI (Sputnik) - Sputnik đưa tin.", {"sputnik": 1}),
        ("**Hà Nội (TTXVN) –** Ở Hà Nội, hội nghị họp.", {"ha-noi": 1}),
        ("Tóm tắt.\n\n(VOV) - Hội nghị họp.", {}),
        ("VOV.VN - Hội nghị họp.", {}),
        ("VOV và TTXVN đưa tin.", {"ttxvn": 1, "vov": 1}),
        ("Hội nghị bế mạc. (TTXVN)", {}),
        ("Hội nghị bế mạc. – VNA", {}),
        ("Tin.\n\nNguồn: TTXVN", {}),
        ("Tin.\n\nTheo TTXVN/Vietnam+", {}),
        ("Hà Nội (Việt Nam) - một thành phố", {"ha-noi": 1}),
        ("Đoàn thăm TTXVN", {"ttxvn": 1}),
        ("Ảnh: Hải Đăng/TTXVN", {}),
        ("Một.\n\nHai.\n\nBa.\n\nBốn.\n\n(VOV) Ở Hà Nội, hội nghị họp.", {"ha-noi": 1}),
        ("Theo TTXVN, hội nghị đã kết thúc.", {"ttxvn": 1}),
        ("Hội nghị họp theo yêu cầu của TTXVN.", {"ttxvn": 1}),
        ("- TTXVN và VOV cùng dự.", {"ttxvn": 1, "vov": 1}),
    ],
)
def test_signatures_name_nobody(text: str, expected: dict[str, int]) -> None:
    assert expected == named(text, SIGNED, AGENCY, STATION, HA_NOI)


def test_dateline_of_a_translation_is_a_signature_too() -> None:
    original = article(
        "a-1",
        title="Tít",
        body="HÀ NỘI (Sputnik) - Tin.",
        dateline="HÀ NỘI (Sputnik)",
        source=Source(outlet="sputnik"),
    )
    english = translation(original, body="HANOI (Sputnik) - News.")

    archive = joined(original, english, SIGNED, AGENCY, HA_NOI)

    assert () == archive.entries["a-1"].mentions

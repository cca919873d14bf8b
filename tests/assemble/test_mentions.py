import pytest

from generator import assemble, vietnamese
from generator.model import Article, Entity, Source
from tests.assemble.make import article, contents, entity, joined, translation

SON = entity("bui-thanh-son", "Bùi Thanh Sơn", "Bui Thanh Son")
HANG = entity("le-thi-thu-hang", "Lê Thị Thu Hằng")
MOFA = entity(
    "bo-ngoai-giao",
    "Bộ Ngoại giao / Ministry of Foreign Affairs",
    "BNG",
    kind="organisations",
)
HOA_BINH = entity("hoa-binh", "Hòa Bình", kind="places")
EU = entity("eu", "Liên minh châu Âu / European Union", "EU", kind="organisations")
ECONOMIC = entity("ngoai-giao-kinh-te", "Ngoại giao kinh tế", kind="topics")
SON_LINK = "[Bùi Thanh Sơn](/people/bui-thanh-son/)"
RECORDS = (SON, HANG, MOFA, HOA_BINH, EU, ECONOMIC)


def body(text: str, *records: Entity, **facts: object) -> str:
    archive = joined(article("a-1", title="Tít", body=text, **facts), *(records or RECORDS))
    return archive.entries["a-1"].bodies["vi"]


def counts(text: str, *records: Entity, **facts: object) -> dict[str, int]:
    facts.setdefault("title", "Tít")
    archive = joined(article("a-1", body=text, **facts), *(records or RECORDS))
    return {mention.entity: mention.count for mention in archive.entries["a-1"].mentions}


def test_first_mention_becomes_a_link_and_the_others_stay() -> None:
    assert "Ông [Bùi Thanh Sơn](/people/bui-thanh-son/) nói. Bùi Thanh Sơn thêm." == body(
        "Ông Bùi Thanh Sơn nói. Bùi Thanh Sơn thêm."
    )


def test_title_and_text_are_counted_together() -> None:
    assert {"bui-thanh-son": 3} == counts(
        "Bùi Thanh Sơn nói.\n\nÔng Bùi Thanh Sơn thêm.", title="Bùi Thanh Sơn ở Hà Nội"
    )


def test_english_text_links_to_english_pages() -> None:
    original = article("a-1", body="Tin.")
    english = translation(
        original, body="Minister Bui Thanh Son of the Ministry of Foreign Affairs"
    )

    archive = joined(original, english, *RECORDS)

    assert (
        "Minister [Bui Thanh Son](/en/people/bui-thanh-son/) of the "
        "[Ministry of Foreign Affairs](/en/organisations/bo-ngoai-giao/)"
    ) == archive.entries["a-1"].bodies["en"]


def test_a_record_counts_as_often_as_the_language_that_names_it_most() -> None:
    original = article("a-1", title="Tít", body="Bùi Thanh Sơn và Bùi Thanh Sơn.")
    english = translation(original, title="News", body="Bui Thanh Son.")

    archive = joined(original, english, *RECORDS)

    assert [2] == [mention.count for mention in archive.entries["a-1"].mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thứ trưởng Lê Thị Thu Hằng", "Thứ trưởng [Lê Thị Thu Hằng](/people/le-thi-thu-hang/)"),
        (
            "Bộ trưởng Bộ Ngoại giao Sơn",
            "Bộ trưởng [Bộ Ngoại giao](/organisations/bo-ngoai-giao/) Sơn",
        ),
        ("BNG Bùi Thanh Sơn", "[BNG](/organisations/bo-ngoai-giao/) " + SON_LINK),
        ("tỉnh Hoà Bình", "tỉnh [Hoà Bình](/places/hoa-binh/)"),
        ("vì hòa bình", "vì hòa bình"),
        ("EU-ASEAN", "[EU](/organisations/eu/)-ASEAN"),
        ("(EU)", "([EU](/organisations/eu/))"),
        ("_EU_ và EU", "_EU_ và [EU](/organisations/eu/)"),
        ("photo_EU_1", "photo_EU_1"),
        ("EUR và NEU", "EUR và NEU"),
        ("EU2", "EU2"),
        ("EU\u0301", "EU\u0301"),
        ("Bùi Thanh Sơng", "Bùi Thanh Sơng"),
        ("**Bùi Thanh Sơn**:", "**[Bùi Thanh Sơn](/people/bui-thanh-son/)**:"),
        ("Bùi Thanh\nSơn", "[Bùi Thanh\nSơn](/people/bui-thanh-son/)"),
        ("Bùi\u00a0Thanh Sơn", "[Bùi\u00a0Thanh Sơn](/people/bui-thanh-son/)"),
        (
            "# Bùi Thanh Sơn\n\nBùi Thanh Sơn",
            "# Bùi Thanh Sơn\n\n[Bùi Thanh Sơn](/people/bui-thanh-son/)",
        ),
        ("về ngoại giao kinh tế", "về [ngoại giao kinh tế](/topics/ngoai-giao-kinh-te/)"),
        ("!Bùi Thanh Sơn", "!Bùi Thanh Sơn"),
        ("\\Bùi Thanh Sơn", "\\Bùi Thanh Sơn"),
        ("[x]Bùi Thanh Sơn", "[x]Bùi Thanh Sơn"),
        ("Bùi Thanh Sơn{: .x}", "Bùi Thanh Sơn{: .x}"),
        (
            "xem [ông](/people/bui-thanh-son/) Bùi Thanh Sơn",
            "xem [ông](/people/bui-thanh-son/) Bùi Thanh Sơn",
        ),
    ],
)
def test_names_are_found_where_words_begin_and_end(text: str, expected: str) -> None:
    assert expected == body(text)


def test_longest_name_wins_and_counts_once() -> None:
    ministry = entity("bo", "Bộ Ngoại giao", kind="organisations")
    minister = entity("bo-truong", "Bộ trưởng Bộ Ngoại giao", kind="topics")

    assert {"bo-truong": 1, "bo": 1} == counts(
        "Bộ trưởng Bộ Ngoại giao họp ở Bộ Ngoại giao", ministry, minister
    )


def test_name_that_does_not_end_with_a_word_hides_no_other() -> None:
    paper = entity("ha-noi-m", "Hà Nội m", kind="outlets")
    city = entity("ha-noi", "Hà Nội", kind="places")

    assert {"ha-noi": 1} == counts("Ở Hà Nội mọi người vui", paper, city)


def test_mentions_in_headings_and_links_are_counted_but_not_linked() -> None:
    text = "## Bùi Thanh Sơn\n\nXem [Lê Thị Thu Hằng](https://a.example/)."

    assert {"bui-thanh-son": 1, "le-thi-thu-hang": 1} == counts(text)
    assert text == body(text)


def test_code_addresses_and_html_name_nobody() -> None:
    assert {} == counts("`Bùi Thanh Sơn` <b title='Bùi Thanh Sơn'> https://a.example/EU/EU")


def test_escaped_signs_within_a_name_stay_escaped() -> None:
    star = entity("a-star", "A*STAR", kind="organisations")
    att = entity("att", "AT&T", kind="organisations")

    assert "[A\\*STAR](/organisations/a-star/), [AT&amp;T](/organisations/att/)" == body(
        "A\\*STAR, AT&amp;T", star, att
    )


def test_shared_name_is_not_linked() -> None:
    one, two = entity("son-a", "Nguyễn Sơn"), entity("son-b", "Nguyễn Sơn")

    assert "Ông Nguyễn Sơn" == body("Ông Nguyễn Sơn", one, two)


def test_shared_name_belongs_to_the_one_that_the_editor_lists() -> None:
    one, two = entity("son-a", "Nguyễn Sơn"), entity("son-b", "Nguyễn Sơn")

    assert "Ông [Nguyễn Sơn](/people/son-b/)" == body("Ông Nguyễn Sơn", one, two, people=("son-b",))


@pytest.mark.parametrize("name", ["Ý", "Mỹ", "Bỉ", "ab", "*", "G"])
def test_short_name_is_never_found(name: str) -> None:
    assert {} == counts(f"nước {name} và", entity("short", "Một tên dài hơn", name))


@pytest.mark.parametrize("name", ["EU", "G7", "UN"])
def test_short_abbreviation_is_found(name: str) -> None:
    assert {"short": 1} == counts(f"nước {name} và", entity("short", "Một tên dài hơn", name))


def test_what_the_editor_lists_is_a_mention_without_a_count() -> None:
    event = entity("hoi-nghi-31", "Hội nghị lần thứ 31", kind="events")

    assert {"bui-thanh-son": 0, "hoi-nghi-31": 0} == counts(
        "Không nêu tên ai.", SON, event, people=("bui-thanh-son",), event="hoi-nghi-31"
    )


def test_mentions_are_in_order_of_count_then_kind_then_id() -> None:
    text = "EU, EU. Hòa Bình. Lê Thị Thu Hằng. Bùi Thanh Sơn."

    assert ["eu", "bui-thanh-son", "le-thi-thu-hang", "hoa-binh"] == list(counts(text))


def test_outlet_is_no_mention_for_having_published_but_lists_its_articles() -> None:
    outlet = entity("congluan", "Nhà báo và Công luận", "CLO", kind="outlets")

    archive = joined(article("a-1", source=Source(outlet="congluan")), outlet)

    assert () == archive.entries["a-1"].mentions
    assert ("a-1",) == archive.listed["congluan"]


def test_outlet_that_signs_its_dateline_is_not_named_by_it() -> None:
    outlet = entity("congluan", "Nhà báo và Công luận", "CLO", kind="outlets")
    facts = {"source": Source(outlet="congluan"), "dateline": "(CLO)"}

    assert {} == counts("(CLO) Chiều nay, hội nghị khai mạc.", outlet, **facts)
    assert {"congluan": 1} == counts("(CLO) Chiều nay, CLO đưa tin.", outlet, **facts)


def test_agency_that_is_a_record_lists_its_articles() -> None:
    agency = entity("ttxvn", "Thông tấn xã Việt Nam", kind="organisations")

    archive = joined(article("a-1", source=Source(agency="ttxvn")), agency)

    assert ("a-1",) == archive.listed["ttxvn"]


def test_former_id_of_a_record_names_the_record() -> None:
    renamed = entity("bui-thanh-son", "Bùi Thanh Sơn", replaces=("son-bui",))
    vov = entity("vov", "Đài Tiếng nói Việt Nam", kind="outlets", replaces=("vov-vn",))

    archive = joined(
        article("a-1", people=("son-bui",), source=Source(outlet="vov-vn")), renamed, vov
    )

    assert [("bui-thanh-son", 0)] == [
        (mention.entity, mention.count) for mention in archive.entries["a-1"].mentions
    ]
    assert ("a-1",) == archive.listed["vov"] == archive.published["vov"]


def test_id_that_no_record_has_is_passed_over() -> None:
    assert {} == counts("Tin.", SON, people=("khong-co",), event="khong-co")


def test_names_of_one_record_that_overlap_are_one_mention() -> None:
    prime_minister = entity("kishida", "Kishida Fumio", "Thủ tướng Kishida")

    assert "[Thủ tướng Kishida Fumio](/people/kishida/) nói." == body(
        "Thủ tướng Kishida Fumio nói.", prime_minister
    )


def test_unicode_form_and_tone_placement_make_no_difference() -> None:
    decomposed = entity("hoa-binh", "Hoà Bình", kind="places")

    assert "[Hòa Bình](/places/hoa-binh/)" == body(vietnamese.nfc("Hòa Bình"), decomposed)


def test_record_without_articles_still_has_a_page() -> None:
    archive = joined(SON)

    assert () == archive.listed["bui-thanh-son"]
    assert {"vi": "/people/bui-thanh-son/", "en": "/en/people/bui-thanh-son/"} == dict(
        archive.urls["bui-thanh-son"]
    )


def test_archive_without_records_has_articles_all_the_same() -> None:
    archive, findings = assemble.archive(contents(article("a-1")))

    assert ((), ()) == (archive.entries["a-1"].mentions, findings)


def test_texts_are_left_as_they_are() -> None:
    given: Article = article("a-1", body="Bùi Thanh Sơn")

    assert given == joined(given, SON).entries["a-1"].original

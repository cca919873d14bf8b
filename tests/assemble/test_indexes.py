from __future__ import annotations

import pytest

from generator.assemble import indexes
from generator.assemble.indexes import Order
from generator.model import EntityKind, Interval
from tests.assemble.make import entity, joined

PEOPLE = [
    entity("bui-thanh-son", "Bùi Thanh Sơn / Bui Thanh Son", given="Sơn"),
    entity("dang-dinh-quy", "Đặng Đình Quý / Dang Dinh Quy", given="Quý"),
    entity("anh", "Ấn Anh / An Anh", given="Anh"),
    entity("obama", "Barack Obama", given="Barack"),
    entity("dao", "Dao / Dao"),
    entity("xi", "Tập Cận Bình / Xi Jinping", given="Cận Bình"),
]


@pytest.mark.parametrize(
    ("id_", "vi", "en"),
    [
        ("bui-thanh-son", "Sơn, Bùi Thanh", "Son, Bui Thanh"),
        ("obama", "Barack Obama", "Barack Obama"),
        ("dao", "Dao", "Dao"),
        ("xi", "Cận Bình, Tập", "Xi Jinping"),
    ],
)
def test_a_given_name_leads_where_it_is_known_and_is_not_first_already(
    id_: str, vi: str, en: str
) -> None:
    (person,) = [one for one in PEOPLE if one.id == id_]

    assert vi == indexes.name(person, "vi", Order.GIVEN)
    assert en == indexes.name(person, "en", Order.GIVEN)
    assert person.name.vi == indexes.name(person, "vi", Order.NAME)


def test_letters_with_marks_are_letters_in_vietnamese_and_not_in_english() -> None:
    vi = indexes.by_letter(PEOPLE, "vi", Order.NAME)
    en = indexes.by_letter(PEOPLE, "en", Order.NAME)

    assert ["Â", "B", "D", "Đ", "T"] == list(vi)
    assert ["A", "B", "D", "X"] == list(en)
    assert ["dang-dinh-quy", "dao"] == [one.id for one in en["D"]]


def test_people_by_given_name_stand_under_its_letter() -> None:
    letters = indexes.by_letter(PEOPLE, "vi", Order.GIVEN)

    assert {
        "A": ["anh"],
        "B": ["obama"],
        "C": ["xi"],
        "D": ["dao"],
        "Q": ["dang-dinh-quy"],
        "S": ["bui-thanh-son"],
    } == {letter: [one.id for one in of] for letter, of in letters.items()}


def test_a_name_of_another_script_stands_before_a() -> None:
    letters = indexes.by_letter([*PEOPLE, entity("yak", "Яков")], "vi", Order.NAME)

    assert ["yak"] == [one.id for one in letters["#"]]
    assert "#" == next(iter(letters))


def test_slugs_of_letters_are_ascii_and_each_has_its_own() -> None:
    slugs = [indexes.slug(letter) for letter in (*indexes.alphabet("vi"), "#")]

    assert "".join(slugs).isascii()
    assert len(slugs) == len(set(slugs))


def test_an_index_has_pages_of_letters_only_when_it_is_long() -> None:
    many = [entity(f"x-{n:03}", f"Nguyễn {n:03}", kind="topics") for n in range(120)]

    short = joined(*many[:50]).permalinks
    urls = [link.url for link in joined(*many).permalinks if link.id == "index:topics"]

    assert [] == [link.url for link in short if "/by/name/" in link.url]
    assert [
        "/en/topics/",
        "/en/topics/by/name/n/",
        "/en/topics/by/name/n/2/",
        "/en/topics/by/name/n/3/",
        "/topics/",
        "/topics/by/name/n/",
        "/topics/by/name/n/2/",
        "/topics/by/name/n/3/",
    ] == urls


def test_a_long_index_of_events_is_in_blocks_and_has_no_letters() -> None:
    events = [
        entity(f"e-{n:03}", f"Sự kiện {n}", kind="events", when=Interval.parse(f"{1900 + n}"))
        for n in range(60)
    ]
    urls = [link.url for link in joined(*events).permalinks if link.id == "index:events"]

    assert ["/en/events/", "/en/events/by/date/1/", "/events/", "/events/by/date/1/"] == urls


def test_no_record_can_stand_where_a_page_of_an_index_is() -> None:
    records = [entity("by", "By"), *(entity(f"p-{n}", f"Nguyễn {n}") for n in range(60))]
    live = [link.url for link in joined(*records).permalinks]

    assert len(live) == len(set(live))
    assert "/people/by/" in live
    assert indexes.url(EntityKind.PERSON, "vi", Order.NAME, "N") in live

from __future__ import annotations

from pathlib import Path

import pytest

from generator import content
from generator.assemble import tenure
from generator.errors import FindingError
from generator.model import (
    Aliases,
    Bilingual,
    Contents,
    Date,
    DatedRole,
    Entity,
    EntityKind,
    Interval,
)
from tests.content.conftest import Archive

PERSON = """\
name: {vi: Bùi Thanh Sơn, en: Bui Thanh Son}
aliases: [Bộ trưởng Sơn]
description:
  vi: Nhà ngoại giao.
same_as: [https://www.wikidata.example/wiki/Q1]
roles:
  - title: {vi: Bộ trưởng, en: Minister}
    organisation: bo-ngoai-giao
    from: 2021-04-08
    to: 2024-08-26
"""
ORGANISATION = "name:\n  vi: Bộ Ngoại giao\nurl: https://mofa.gov.vn.example/\n"


@pytest.fixture
def records(archive: Archive) -> Archive:
    archive.put("people/bui-thanh-son.yml", PERSON)
    archive.put("organisations/bo-ngoai-giao.yml", ORGANISATION)
    return archive


def test_records_are_read_in_order_of_kind_and_id(records: Archive) -> None:
    records.put("people/bui-thanh.yml", "name: {vi: Bùi Thanh}\n")
    records.put(
        "events/hoi-nghi.yml",
        "name: {en: Conference}\nwhen: 2021-12-13/2021-12-19\nplace: ha-noi\n",
    )
    records.put("places/ha-noi.yml", "name: {vi: Hà Nội}\nparent: bo-ngoai-giao\n")

    contents = records.read()

    assert () == contents.findings
    assert ["bui-thanh", "bui-thanh-son", "bo-ngoai-giao", "ha-noi", "hoi-nghi"] == [
        entity.id for entity in contents.entities
    ]
    person, event = contents.entities[1], contents.entities[4]
    assert Bilingual(vi="Bùi Thanh Sơn", en="Bui Thanh Son") == person.name
    assert Date(year=2024, month=8, day=26) == person.roles[0].end
    assert Interval.parse("2021-12-13/2021-12-19") == event.when
    assert ("people/bui-thanh-son.yml", EntityKind.PERSON) == (person.path, person.kind)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "field-missing", 1),
        ("aliases: [a]\n", "field-missing", 1),
        ("name:\n", "field-missing", 1),
        ("name: {}\n", "field-invalid", 1),
        ("name: Sơn\n", "field-invalid", 1),
        ("- a\n", "record-syntax", 1),
        ("name: {vi: a}\nname: {vi: b}\n", "record-syntax", 2),
        ("name: {vi: a}\nsame_as: [ftp://a.example/]\n", "field-invalid", 2),
        ("name: {vi: a}\nroles:\n  - title: {vi: b}\n    from: 13/12/2021\n", "field-invalid", 4),
        (
            "name: {vi: a}\nroles:\n  - title: {vi: b}\n    from: 2024\n    to: 2021\n",
            "field-invalid",
            3,
        ),
        ("name: {vi: a}\nroles:\n  - from: 2024\n", "field-missing", 3),
    ],
)
def test_a_wrong_record_is_named_with_its_line_and_left_out(
    archive: Archive, text: str, code: str, line: int
) -> None:
    archive.put("people/a.yml", text)
    archive.put("people/b.yml", "name: {vi: B}\n")

    assert [(code, "a.yml", line)] == archive.findings()
    assert ["b"] == [entity.id for entity in archive.read().entities]


@pytest.mark.parametrize(
    ("text", "line"),
    [("name: {vi: a}\nnames: b\n", 2), ("name: {vi: a}\n\nwhen: 2021\n", 3)],
    ids=["unknown", "only for other kinds"],
)
def test_a_field_that_has_no_place_is_a_warning(archive: Archive, text: str, line: int) -> None:
    archive.put("people/a.yml", text)

    assert [("field-unknown", "a.yml", line)] == archive.findings()
    assert 1 == len(archive.read().entities)


@pytest.mark.parametrize("name", ["Bùi Sơn.yml", "BUI.yml", "-.yml"])
def test_a_record_whose_file_name_is_no_id_is_left_out(archive: Archive, name: str) -> None:
    archive.put(f"people/{name}", "name: {vi: a}\n")

    assert [("field-invalid", name, 0)] == archive.findings()


def test_an_id_belongs_to_one_record_among_all_kinds(archive: Archive) -> None:
    archive.put("organisations/ttxvn.yml", "name: {vi: Thông tấn xã}\n")
    archive.put("outlets/ttxvn.yml", "name: {vi: Trang của TTXVN}\n")

    contents = archive.read()

    assert ["id-duplicate"] == [found.code for found in contents.findings]
    assert "content/organisations/ttxvn.yml" in contents.findings[0].what.en
    assert [EntityKind.ORGANISATION] == [entity.kind for entity in contents.entities]


def test_a_name_that_two_records_share_is_named_however_its_tone_is_placed(
    archive: Archive,
) -> None:
    archive.put("people/a.yml", "name: {vi: Hòa}\n")
    archive.put("people/b.yml", "name: {vi: Bình}\naliases:\n  - Hoà\n  - Bình\n")

    contents = archive.read()

    assert [("record-alias-clash", "b.yml", 3)] == archive.findings()
    assert "content/people/a.yml" in contents.findings[0].what.en
    assert 2 == len(contents.entities)


def test_records_that_name_nothing_are_found_with_their_line(archive: Archive) -> None:
    archive.put("people/bui-thanh-son.yml", PERSON)
    archive.put("events/a.yml", "name: {vi: a}\nplace: ha-noi\nparent: b\n")

    expected = [("a.yml", 2), ("a.yml", 3), ("bui-thanh-son.yml", 8)]
    assert [("reference-unknown", *where) for where in expected] == archive.findings()


def test_files_beside_records_are_named(records: Archive) -> None:
    records.put("people/a.yaml", "name: {vi: a}\n")
    records.put("people/sub/a.yml", "name: {vi: a}\n")
    records.put("people/README.md", "")

    assert {("file-unexpected", "a.yaml", 0), ("file-unexpected", "sub", 0)} == set(
        records.findings()
    )


def test_an_outlet_without_a_record_gets_one_and_one_that_exists_is_left_alone(
    archive: Archive,
) -> None:
    name = Bilingual(vi="Công: luận", en="Cong luan")

    made = content.add_outlet(archive.path, id="congluan", name=name, url="https://a.example/")
    again = content.add_outlet(archive.path, id="congluan", name=Bilingual(vi="Khác"))

    (entity,) = archive.read().entities
    assert (True, False) == (made, again)
    assert (name, "https://a.example/", EntityKind.OUTLET) == (entity.name, entity.url, entity.kind)


def test_a_new_record_of_any_kind_is_written_as_it_is_read_again(archive: Archive) -> None:
    person = Entity(
        id="vu-viet-trang",
        kind=EntityKind.PERSON,
        name=Bilingual(vi="Vũ Việt Trang", en="Vu Viet Trang"),
        aliases=Aliases(vi=("bà Trang",), other=("Trang: V.",)),
        abbreviations=("VVT",),
        given="Trang",
        roles=(
            DatedRole(
                title=Bilingual(vi="Tổng Giám đốc", en="General Director"),
                organisation="ttxvn",
                start=Date.parse("2021"),
            ),
        ),
        path="people/vu-viet-trang.yml",
    )
    organisation = Entity(
        id="ttxvn",
        kind=EntityKind.ORGANISATION,
        name=Bilingual(vi="Thông tấn xã Việt Nam"),
        path="organisations/ttxvn.yml",
    )

    made = [content.add_record(archive.path, entity) for entity in (person, organisation)]

    assert [True, True] == made
    assert (person, organisation) == archive.read().entities
    assert () == archive.read().findings


@pytest.mark.parametrize("folder", ["people", "organisations"])
def test_a_new_record_touches_none_that_has_its_id(archive: Archive, folder: str) -> None:
    archive.put(f"{folder}/ttxvn.yml", "name: [hỏng\n")
    before = archive.snapshot()

    made = content.add_record(
        archive.path, Entity(id="ttxvn", kind=EntityKind.PERSON, name=Bilingual(vi="Khác"))
    )

    assert not made
    assert before == archive.snapshot()


def test_a_new_record_is_not_written_through_a_link(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (archive.path / "people").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(FindingError) as raised:
        content.add_record(
            archive.path, Entity(id="a", kind=EntityKind.PERSON, name=Bilingual(vi="A"))
        )

    assert ["file-link"] == [found.code for found in raised.value.findings]
    assert [] == list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("name", ["", "../a", "a/b", "A", "a.b", "a" * 201])
def test_a_new_record_whose_id_can_name_no_file_is_refused(archive: Archive, name: str) -> None:
    with pytest.raises(FindingError) as raised:
        content.add_record(
            archive.path, Entity(id=name, kind=EntityKind.PERSON, name=Bilingual(vi="A"))
        )

    assert ["field-invalid"] == [found.code for found in raised.value.findings]
    assert {} == archive.snapshot()


def test_posts_are_read_oldest_first_and_what_is_not_dated_stays_where_it_was(
    archive: Archive,
) -> None:
    archive.put(
        "people/a.yml",
        "name: {vi: A}\nroles:\n"
        "  - {title: {vi: ba}, from: 2021-04-08}\n"
        "  - {title: {vi: sau ba}}\n"
        "  - {title: {vi: một}, to: 1999}\n"
        "  -\n"
        "  - {title: {vi: hai}, from: 2021}\n"
        "  - {title: {vi: sau hai}}\n",
    )

    (person,) = archive.read().entities

    assert ["một", "hai", "sau hai", "ba", "sau ba"] == [role.title.vi for role in person.roles]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2020", "2021", True),
        ("2021", "2021-04", False),
        ("2021-04", "2021", False),
        ("2021-03", "2021-04-08", True),
        ("2021-04-08", "2021-04-08", False),
        ("2021-04-09", "2021-04-08", False),
    ],
)
def test_a_date_lies_before_another_only_if_that_is_certain(
    first: str,
    second: str,
    expected: bool,  # noqa: FBT001 - a table of cases
) -> None:
    assert expected == Date.parse(first).is_before(Date.parse(second))


@pytest.fixture(scope="module")
def demonstration() -> Contents:
    return content.read(Path(__file__).parents[2] / "content")


@pytest.mark.parametrize(
    ("person", "day", "expected"),
    [
        ("le-thi-thu-hang", "2021-12-13", "Người phát ngôn Bộ Ngoại giao"),
        ("le-thi-thu-hang", "2023-03-16", "Thứ trưởng Bộ Ngoại giao"),
        ("bui-thanh-son", "2020", "Thứ trưởng Bộ Ngoại giao"),
        ("bui-thanh-son", "2021-12-13", "Bộ trưởng Bộ Ngoại giao"),
        ("vu-viet-trang", "2022", "Tổng Giám đốc Thông tấn xã Việt Nam"),
    ],
)
def test_a_post_is_the_one_held_then(
    demonstration: Contents, person: str, day: str, expected: str
) -> None:
    (record,) = [entity for entity in demonstration.entities if entity.id == person]

    assert [expected] == [role.title.vi for role in tenure.held(record, Date.parse(day))]


@pytest.mark.parametrize(
    "name",
    [
        "Thông tấn xã Việt Nam",
        "Việt Nam Thông tấn xã",
        "TTX Việt Nam",
        "TTXVN",
        "Vietnam News Agency",
        "Viet Nam News Agency",
        "VNA",
    ],
)
def test_the_agency_is_one_organisation_in_all_its_spellings(
    demonstration: Contents, name: str
) -> None:
    owners = [
        entity.id
        for entity in demonstration.entities
        if name in (entity.name.vi, entity.name.en, *entity.aliases, *entity.abbreviations)
    ]

    assert ["thong-tan-xa-viet-nam"] == owners


def test_the_records_of_the_demonstration_archive_are_sound(demonstration: Contents) -> None:
    contents = demonstration

    assert [] == [
        (found.file, found.line, found.what.en)
        for found in contents.findings
        if found.file.startswith(tuple(f"content/{kind}/" for kind in EntityKind))
    ]

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble import tenure
from generator.content.record_checks import canonical
from generator.content.record_posts import overlap
from generator.errors import FINDINGS
from generator.model import Bilingual, Date, DatedRole, Entity, EntityKind
from tests.content.conftest import HEAD, Archive

PERSON = "name: {vi: Bùi Thanh Sơn, en: Bui Thanh Son}\n"
MINISTER = "title: {vi: Bộ trưởng Bộ Ngoại giao, en: Minister of Foreign Affairs}"
DEPUTY = "title: {vi: Thứ trưởng Bộ Ngoại giao, en: Deputy Minister of Foreign Affairs}"


def roles(*posts: str, name: str = PERSON) -> str:
    """A person's record; each post is `title` and fields, and takes the lines that it has."""
    return f"{name}roles:\n" + "".join(f"  - {post}\n" for post in posts)


def post(title: str, start: str = "", end: str = "", organisation: str = "bo-ngoai-giao") -> str:
    """A post as one flow mapping would not do: one field a line, so that lines can be told."""
    fields = {"organisation": organisation, "from": start, "to": end}
    return "\n    ".join((title, *(f"{key}: {value}" for key, value in fields.items() if value)))


@pytest.fixture
def people(archive: Archive) -> Archive:
    archive.put("organisations/bo-ngoai-giao.yml", "name: {vi: Bộ Ngoại giao}\n")
    archive.put("organisations/chinh-phu.yml", "name: {vi: Chính phủ Việt Nam}\n")
    return archive


# Duplicates and shared names.


@pytest.mark.parametrize(
    "address",
    [
        "https://www.wikidata.org/wiki/Q30",
        "http://wikidata.org/wiki/Q30/",
        "https://www.wikidata.org/entity/Q30",
        "https://m.wikidata.org/wiki/Special:EntityPage/Q30#labels",
    ],
)
def test_two_records_with_one_address_are_duplicates_however_it_is_written(
    archive: Archive, address: str
) -> None:
    archive.put("places/hoa-ky.yml", "name: {vi: Hoa Kỳ}\nsame_as: https://wikidata.org/wiki/Q30\n")
    archive.put(
        "places/my.yml", f"name: {{vi: Mỹ}}\nsame_as:\n  - https://a.example/\n  - {address}\n"
    )

    (found,) = archive.read().findings

    assert ("record-duplicate", "content/places/my.yml", 4) == (found.code, found.file, found.line)
    assert "content/places/hoa-ky.yml" in found.what.en
    assert address in found.what.vi


def test_two_records_with_one_name_in_both_languages_are_duplicates_and_said_to_be_once(
    archive: Archive,
) -> None:
    archive.put("people/a.yml", "name: {vi: Trần Hoà, en: Tran Hoa}\n")
    archive.put("people/b.yml", "aliases: [Hòa]\nname: {vi: TRẦN HÒA, en: tran hoa}\n")

    assert [("record-duplicate", "b.yml", 2)] == archive.findings()


def test_of_a_name_and_an_address_the_address_is_named(archive: Archive) -> None:
    both = "name: {vi: Hoa Kỳ}\nsame_as: [https://wikidata.org/wiki/Q30]\n"
    archive.put("places/a.yml", both)
    archive.put("places/b.yml", both)

    (found,) = archive.read().findings

    assert ("record-duplicate", 2) == (found.code, found.line)
    assert "https://wikidata.org/wiki/Q30" in found.what.en


def test_records_of_two_kinds_are_no_duplicates(archive: Archive) -> None:
    both = "name: {vi: Tiếng nói}\nsame_as: https://wikidata.org/wiki/Q1\n"
    archive.put("organisations/a.yml", both)
    archive.put("outlets/b.yml", both)

    assert [("record-alias-clash", "b.yml", 1)] == archive.findings()


def test_namesakes_that_are_two_things_elsewhere_merely_share_a_name(archive: Archive) -> None:
    for n in (1, 2):
        archive.put(
            f"people/a-{n}.yml",
            f"name: {{vi: Nguyễn Văn Hùng}}\nsame_as: https://www.wikidata.org/wiki/Q{n}\n",
        )

    assert [("record-alias-clash", "a-2.yml", 1)] == archive.findings()


def test_a_name_in_one_language_only_may_be_anybody_s(archive: Archive) -> None:
    archive.put("people/a.yml", "name: {vi: Trần Hòa, en: Tran Hoa}\n")
    archive.put("people/b.yml", "name: {vi: Trần Hòa}\n")

    assert [("record-alias-clash", "b.yml", 1)] == archive.findings()


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("aliases: {vi: [Anh Sơn], en: [Son]}\n", 2),
        ("aliases:\n  vi:\n    - Anh Sơn\n    - Ông Sơn\n  en: [Son]\n", 6),
        ("aliases:\n  other:\n    - Anh Sơn\n    - Son\n", 5),
        ("abbreviations:\n  - BTS\n  - Son\n", 4),
    ],
)
def test_a_shared_name_is_found_at_its_own_line(archive: Archive, lines: str, line: int) -> None:
    archive.put("people/a.yml", "name: {vi: Phan Anh Sơn}\naliases: {en: [Son]}\n")
    archive.put("people/b.yml", f"name: {{vi: Bùi Thanh Sơn}}\n{lines}")

    assert [("record-alias-clash", "b.yml", line)] == archive.findings()


def test_a_shared_short_name_may_stay_and_the_finding_says_so(archive: Archive) -> None:
    archive.put("people/a.yml", "name: {vi: Phan Anh Sơn}\naliases: [Sơn]\n")
    archive.put("people/b.yml", "name: {vi: Bùi Thanh Sơn}\naliases: [Sơn]\n")

    (found,) = archive.read().findings

    assert "may stay" in found.remedy.en
    assert "Giữ cũng được" in found.remedy.vi


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://a.example/x", "http://www.a.example/x/#y"),
        ("https://a.example/?b=1&a=2", "https://A.example?a=2&b=1"),
    ],
)
def test_an_address_is_one_however_it_is_written(first: str, second: str) -> None:
    assert canonical(first) == canonical(second)


def test_addresses_of_two_things_stay_two() -> None:
    assert canonical("https://wikidata.org/wiki/Q1") != canonical("https://wikidata.org/wiki/Q11")
    assert canonical("https://a.example/x?id=1") != canonical("https://a.example/x?id=2")


# Names within a record.


@pytest.mark.parametrize("name", ["Sơn", "Thanh Sơn", "Son", "Sonny"])
def test_a_given_name_is_a_part_of_a_name(archive: Archive, name: str) -> None:
    archive.put("people/a.yml", f"{PERSON}aliases: [Sonny Bui]\ngiven: {name}\n")

    assert [] == archive.findings()


@pytest.mark.parametrize("name", ["Hằng", "sơn", "Sơ", "Bùi Sơn"])
def test_a_given_name_that_is_none_is_found(archive: Archive, name: str) -> None:
    archive.put("people/a.yml", f"{PERSON}\ngiven: {name}\n")

    assert [("record-given", "a.yml", 3)] == archive.findings()


def test_a_given_name_may_have_its_tone_placed_otherwise(archive: Archive) -> None:
    archive.put("people/a.yml", "name: {vi: Trần Văn Hoà}\ngiven: Hòa\n")

    assert [] == archive.findings()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TTXVN", []),
        ("TP. HCM", []),
        ("MoFA", []),
        ("ABCDEFGHIJKL", []),
        ("ABCDEFGHIJKLM", ["record-abbreviation"]),
        ("thông tấn", ["record-abbreviation"]),
    ],
)
def test_an_abbreviation_is_short_and_has_a_capital(
    archive: Archive, text: str, expected: list[str]
) -> None:
    archive.put(
        "organisations/a.yml", f"name: {{vi: Hãng tin}}\nabbreviations:\n  - HT\n  - {text}\n"
    )

    assert [(code, "a.yml", 4) for code in expected] == archive.findings()


# What belongs to what.


def test_a_circle_of_parents_is_found_once_and_told_in_full(archive: Archive) -> None:
    archive.put("organisations/c.yml", "name: {vi: Xa}\nparent: b\n")
    archive.put("organisations/b.yml", "name: {vi: Gần}\nparent: old-c\n")
    archive.put("organisations/d.yml", "name: {vi: Ngoài}\nparent: b\n")
    archive.put("organisations/c.yml", "name: {vi: Xa}\nreplaces: [old-c]\nparent: b\n")

    (found,) = archive.read().findings

    assert ("record-circle", "content/organisations/b.yml", 2) == (
        found.code,
        found.file,
        found.line,
    )
    assert "b → c → b" in found.what.vi


def test_a_record_that_belongs_to_itself_is_found(archive: Archive) -> None:
    archive.put("places/a.yml", "name: {vi: Nơi}\nparent: a\n")

    assert [("record-circle", "a.yml", 2)] == archive.findings()


# Posts.


def test_an_end_that_nobody_wrote_is_found_where_the_next_post_begins(people: Archive) -> None:
    people.put("people/a.yml", roles(post(DEPUTY, "2009"), post(MINISTER, "2021-04-08")))

    (found,) = people.read().findings

    assert ("record-roles-overlap", 6) == (found.code, found.line)
    assert "Thứ trưởng Bộ Ngoại giao" in found.what.vi
    assert "line 3" in found.what.en


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (post(DEPUTY, "2009", "2021-04-08"), post(MINISTER, "2021-04-08")),
        (post(DEPUTY, "2009", "2021-04"), post(MINISTER, "2021-04-08")),
        (post(DEPUTY, "2009", "2021"), post(MINISTER, "2021")),
        (post(DEPUTY), post(MINISTER, "2021-04-08")),
        (post(DEPUTY, end="2022"), post(MINISTER, "2021")),
        (post(DEPUTY, "2009"), post(MINISTER, "2021", organisation="chinh-phu")),
        (post(DEPUTY, "2009"), post("title: {vi: Bộ trưởng kiêm Chánh Văn phòng}", "2021")),
        (post(DEPUTY, "2009"), post("title: {en: Director and concurrently Head}", "2021")),
        (post(DEPUTY, "2009"), post("title: {vi: Ủy viên Ban Cán sự}", "2021")),
    ],
    ids=[
        "the day of change",
        "a month that holds the change",
        "a year that holds the change",
        "no dates",
        "no start",
        "another organisation",
        "kiêm",
        "concurrently",
        "a seat",
    ],
)
def test_posts_that_may_stand_together_are_no_finding(
    people: Archive, first: str, second: str
) -> None:
    people.put("people/a.yml", roles(first, second))

    assert [] == people.findings()


@pytest.mark.parametrize(
    "other",
    [
        post("title: {vi: Bộ trưởng bộ ngoại giao}", "2011", "2016"),
        post("title: {vi: Bộ trưởng bộ ngoại giao}", "2015", "2015"),
    ],
)
def test_one_post_held_twice_at_once_is_found_whatever_its_dates_are_known_to(
    people: Archive, other: str
) -> None:
    people.put("people/a.yml", roles(post(MINISTER, "2010", "2021"), other))

    assert [("record-roles-overlap", "a.yml", 7)] == people.findings()


def test_posts_are_compared_in_the_order_of_time_and_found_at_the_later_one(
    people: Archive,
) -> None:
    people.put("people/a.yml", roles(post(MINISTER, "2021-04-08"), post(DEPUTY, "2009")))

    assert [("record-roles-overlap", "a.yml", 3)] == people.findings()


def test_a_post_that_overlaps_two_is_named_once(people: Archive) -> None:
    posts = [post(DEPUTY, "2009"), post(DEPUTY, "2012", "2013"), post(MINISTER, "2014")]
    people.put("people/a.yml", roles(*posts))

    assert [("record-roles-overlap", "a.yml", 6), ("record-roles-overlap", "a.yml", 10)] == (
        people.findings()
    )


def test_two_ministers_at_once_are_noticed_at_the_later_one(people: Archive) -> None:
    people.put("people/a.yml", roles(post(MINISTER, "2011-08-03")))
    people.put("people/b.yml", roles(post(MINISTER, "2021-04-08"), name="name: {vi: Khác}\n"))

    (found,) = people.read().findings

    assert ("record-post-twice", "content/people/b.yml", 3) == (found.code, found.file, found.line)
    assert "content/people/a.yml" in found.what.en


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (post(MINISTER, "2011", "2021-04-08"), post(MINISTER, "2021-04-08")),
        (post(DEPUTY, "2011"), post(DEPUTY, "2012")),
        (post(MINISTER, "2011"), post(MINISTER, "2012", organisation="chinh-phu")),
        (post("title: {vi: Bộ trưởng}", "2011"), post("title: {vi: Bộ trưởng}", "2012")),
        (post("title: {vi: Chủ tịch}", "2011"), post("title: {vi: Chủ tịch}", "2012")),
        (
            post("title: {vi: Chủ tịch nước}", "2011", organisation=""),
            post("title: {vi: Chủ tịch nước}", "2012", organisation=""),
        ),
        (
            post("title: {en: Minister Counsellor}", "2011"),
            post("title: {en: Minister Counsellor}", "2012"),
        ),
    ],
    ids=[
        "the day of change",
        "many deputies",
        "two organisations",
        "a rank in a government",
        "not known to be one chair",
        "of a country that nobody names",
        "a rank at an embassy",
    ],
)
def test_two_people_in_a_post_that_several_may_hold_are_no_finding(
    people: Archive, first: str, second: str
) -> None:
    people.put("people/a.yml", roles(first))
    people.put("people/b.yml", roles(second, name="name: {vi: Khác}\n"))

    assert [] == people.findings()


# Events and their articles.


def test_articles_of_an_event_that_do_not_exist_are_found_with_their_line(
    archive: Archive,
) -> None:
    archive.article()
    archive.put(
        "events/a.yml",
        "name: {vi: Họp}\narticles:\n  - a-2021-k7m2q4xd\n  - a-2021-00000000\n",
    )

    assert [("reference-unknown", "a.yml", 4)] == archive.findings()


def test_an_article_that_two_events_list_is_found_at_the_second(archive: Archive) -> None:
    archive.article()
    archive.put("events/a.yml", "name: {vi: Họp}\narticles: [a-2021-k7m2q4xd]\n")
    archive.put("events/b.yml", "name: {vi: Ký}\n\narticles: [a-2021-k7m2q4xd]\n")

    (found,) = archive.read().findings

    assert ("event-claimed-twice", "content/events/b.yml", 3) == (
        found.code,
        found.file,
        found.line,
    )
    assert "content/events/a.yml" in found.what.en


def test_an_article_that_names_another_event_itself_is_not_the_lister_s(archive: Archive) -> None:
    archive.article(HEAD + "event: cu\n")
    archive.put("events/a.yml", "name: {vi: Họp}\narticles: [a-2021-k7m2q4xd]\n")
    archive.put("events/b.yml", "name: {vi: Ký}\nreplaces: [cu]\narticles: [a-2021-k7m2q4xd]\n")

    (found,) = archive.read().findings

    assert ("event-claimed-twice", "content/events/a.yml") == (found.code, found.file)
    assert "hoi-nghi-doi-ngoai/vi.md" in found.what.en
    assert "`b`" in found.what.vi


# Certainty, for any dates.

# Few days, so that many coincide, on both sides of the turn of a year; and many, far apart.
_DAYS = st.dates(dt.date(2020, 12, 25), dt.date(2021, 2, 5)) | st.dates(
    dt.date(2015, 1, 1), dt.date(2024, 12, 31)
)


def _blurred(day: dt.date, precision: int) -> Date:
    year, month, number = (day.year, day.month, day.day)[:precision] + (0,) * (3 - precision)
    return Date(year=year, month=month, day=number)


@st.composite
def _posts(draw: st.DrawFn) -> tuple[DatedRole, DatedRole]:
    """A post with exact days, and the same with dates known less well, or an end still to come."""
    start, end = sorted((draw(_DAYS), draw(_DAYS)))
    blurred = [_blurred(day, draw(st.integers(1, 3))) for day in (start, end)]
    open_ended = draw(st.booleans())
    title = Bilingual(vi="Bộ trưởng")
    last = None if open_ended else _blurred(end, 3)
    return (
        DatedRole(title=title, start=_blurred(start, 3), end=last),
        DatedRole(title=title, start=blurred[0], end=None if open_ended else blurred[1]),
    )


@given(_posts(), _posts())
def test_overlap_is_symmetric(
    first: tuple[DatedRole, DatedRole], second: tuple[DatedRole, DatedRole]
) -> None:
    assert overlap(first[1], second[1]) == overlap(second[1], first[1])


@given(_posts(), _posts())
def test_a_certain_overlap_is_one_whatever_the_exact_days_are(
    first: tuple[DatedRole, DatedRole], second: tuple[DatedRole, DatedRole]
) -> None:
    (exact, known), (other_exact, other_known) = first, second
    if overlap(known, other_known):
        both = Entity(
            id="a", kind=EntityKind.PERSON, name=Bilingual(vi="A"), roles=(exact, other_exact)
        )
        starts = [role.start for role in both.roles if role.start]

        assert both.roles == tenure.held(both, max(starts))


@given(_posts(), _posts())
def test_exact_days_overlap_if_they_share_more_than_the_day_of_change(
    first: tuple[DatedRole, DatedRole], second: tuple[DatedRole, DatedRole]
) -> None:
    one, other = first[0], second[0]
    shared = _days(one) & _days(other)
    changes = one.end == other.start or other.end == one.start
    expected = len(shared) > 1 or (len(shared) == 1 and not changes)

    assert expected == overlap(one, other)


def _day(date: Date) -> dt.date:
    return dt.date(date.year, date.month, date.day)


def _days(role: DatedRole) -> set[dt.date]:
    assert role.start
    start = _day(role.start)
    end = _day(role.end) if role.end else dt.date(2025, 12, 31)
    return {start + dt.timedelta(days=n) for n in range((end - start).days + 1)}


def test_every_finding_of_records_says_in_both_languages_what_to_do() -> None:
    codes = [code for code in FINDINGS if code.startswith(("record-", "event-"))]

    assert {
        "record-duplicate",
        "record-alias-clash",
        "record-roles-overlap",
        "record-post-twice",
        "record-given",
        "record-abbreviation",
        "record-circle",
        "event-claimed-twice",
    } <= set(codes)
    for code in codes:
        assert FINDINGS[code].do_vi
        assert FINDINGS[code].do_en

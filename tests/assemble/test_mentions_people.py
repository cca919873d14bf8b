"""Parts of people's names, and names that several records share."""

import random

import pytest

from generator import assemble
from generator.model import Bilingual, Contents, Date, DatedRole, Entity, Finding
from tests.assemble.make import article, contents, entity, found, joined, translation


def role(vi: str, en: str = "", start: str = "", end: str = "") -> DatedRole:
    return DatedRole(
        title=Bilingual(vi=vi, en=en),
        start=Date.parse(start) if start else None,
        end=Date.parse(end) if end else None,
    )


SON = entity(
    "bui-thanh-son",
    "Bùi Thanh Sơn / Bui Thanh Son",
    given="Sơn",
    roles=(
        role("Thứ trưởng Bộ Ngoại giao", "Deputy Minister of Foreign Affairs", "2009", "2021-04"),
        role("Bộ trưởng Bộ Ngoại giao", "Minister of Foreign Affairs", "2021-04-08", "2024-08-26"),
    ),
)
ANH_SON = entity(
    "phan-anh-son",
    "Phan Anh Sơn",
    roles=(role("Phó Chủ tịch kiêm Tổng Thư ký VUFO", start="2020"),),
)
HANG = entity(
    "le-thi-thu-hang",
    "Lê Thị Thu Hằng",
    roles=(role("Thứ trưởng Bộ Ngoại giao", "Deputy Minister of Foreign Affairs", "2022-10"),),
)
BIDEN = entity("joe-biden", "Joe Biden", roles=(role("Tổng thống Hoa Kỳ", start="2021-01-20"),))
KISHIDA = entity("kishida", "Kishida Fumio", "Fumio Kishida")
XI = entity("tap-can-binh", "Tập Cận Bình / Xi Jinping")
CHINH = entity("chinh", "Phạm Minh Chính", roles=(role("Thủ tướng Chính phủ", start="2021-04-05"),))
PEOPLE = (SON, ANH_SON, HANG, BIDEN, KISHIDA, XI, CHINH)


def named(text: str, *records: Entity, date: str = "2023-05-01", **facts: object) -> dict[str, int]:
    facts.setdefault("title", "Tít")
    made = article("a-1", body=text, date=date, **facts)
    entry = joined(made, *(records or PEOPLE)).entries["a-1"]
    return {mention.entity: mention.count for mention in entry.mentions}


def findings(text: str, *records: Entity, date: str = "2023-05-01") -> list[Finding]:
    made = article("a-1", body=text, date=date, lines=(3, 20), path="articles/x/vi.md")
    return [
        finding
        for finding in found(made, *(records or PEOPLE))
        if finding.code == "mention-ambiguous"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bùi Thanh Sơn đến. Ông Sơn nói.", {"bui-thanh-son": 2}),
        ("Bùi Thanh Sơn đến. Bộ trưởng Sơn nói.", {"bui-thanh-son": 2}),
        ("Bùi Thanh Sơn đến. Ông Thanh Sơn nói.", {"bui-thanh-son": 2}),
        ("Lê Thị Thu Hằng đến. Bà Thu Hằng và bà Hằng nói.", {"le-thi-thu-hang": 3}),
        ("Bùi Thanh Sơn đến. Sơn nói.", {"bui-thanh-son": 1}),
        ("Bùi Thanh Sơn đến. Ông Sơn Tùng nói.", {"bui-thanh-son": 1}),
        ("Bùi Thanh Sơn đến. Ông Anh Sơn nói.", {"bui-thanh-son": 1}),
        ("Ông Sơn nói.", {}),
        ("Joe Biden đến. Ông Biden nói.", {"joe-biden": 2}),
        ("Kishida Fumio đến. Thủ tướng Kishida nói.", {"kishida": 2}),
        ("Tập Cận Bình đến. Ông Tập nói. Ông Bình nghe.", {"tap-can-binh": 2}),
        ("Phạm Minh Chính họp. Thủ tướng Chính phủ ký.", {"chinh": 1}),
        ("Phạm Minh Chính họp. Thủ tướng Chính ký.", {"chinh": 2}),
    ],
)
def test_part_of_a_name_counts_behind_a_post(text: str, expected: dict[str, int]) -> None:
    assert expected == named(text)


TUAN_ANH = entity(
    "tran-tuan-anh", "Trần Tuấn Anh", given="Anh", roles=(role("Bộ trưởng Bộ Công Thương"),)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trần Tuấn Anh gặp Thủ tướng Anh.", {"tran-tuan-anh": 1}),
        ("Trần Tuấn Anh đến. Bộ trưởng Anh nói.", {"tran-tuan-anh": 2}),
        ("Trần Tuấn Anh đến. Ông Anh nói.", {"tran-tuan-anh": 2}),
    ],
)
def test_given_name_that_is_a_country_needs_the_right_post(
    text: str, expected: dict[str, int]
) -> None:
    assert expected == named(text, TUAN_ANH)


def test_end_of_a_sentence_parts_a_post_from_a_name() -> None:
    assert {"bui-thanh-son": 1} == named("Bùi Thanh Sơn gặp ông. Sơn Tùng đến, gặp ông. Sơn nói.")


def test_english_parts_of_names() -> None:
    text = "Bui Thanh Son came. Mr. Son, Minister Son and Foreign Minister Son spoke. My Son"

    assert {"bui-thanh-son": 4} == named(text, lang="en")


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Thứ trưởng Hằng phát biểu.", "2023-05-01", {"le-thi-thu-hang": 1}),
        ("Thứ trưởng Hằng phát biểu.", "2020-05-01", {}),
        ("Bộ trưởng Hằng phát biểu.", "2023-05-01", {}),
        ("Bà Hằng phát biểu.", "2023-05-01", {}),
        ("Thứ trưởng Sơn phát biểu.", "2019-05-01", {"bui-thanh-son": 1}),
        ("Tổng thống Biden phát biểu.", "2023-05-01", {"joe-biden": 1}),
        ("Tổng Thư ký Sơn phát biểu.", "2023-05-01", {"phan-anh-son": 1}),
        ("Chủ tịch Sơn phát biểu.", "2023-05-01", {}),
        ("Thứ trưởng Hằng và bà Nguyễn Thị Hằng.", "2023-05-01", {}),
    ],
)
def test_post_and_given_name_are_the_one_who_held_it(
    text: str, date: str, expected: dict[str, int]
) -> None:
    assert expected == named(text, date=date)


def test_deputy_of_today_is_found_in_english() -> None:
    assert {"le-thi-thu-hang": 1} == named("Deputy Foreign Minister Hang spoke.", lang="en")


def test_nobody_is_certain_where_the_date_is_unknown() -> None:
    made = article("a-1", title="Tít", body="Thứ trưởng Hằng phát biểu.", date=None)

    assert () == joined(made, HANG).entries["a-1"].mentions


def test_two_of_one_given_name_are_told_apart_by_their_posts() -> None:
    text = "Bùi Thanh Sơn và Phan Anh Sơn. Bộ trưởng Sơn nói. Tổng Thư ký Sơn nghe."

    assert {"bui-thanh-son": 2, "phan-anh-son": 2} == named(text)


def test_two_of_one_given_name_that_nothing_tells_apart_are_reported_once() -> None:
    text = "Bùi Thanh Sơn và Phan Anh Sơn.\n\nTin.\n\nÔng Sơn nói. Ông Sơn đi."

    (finding,) = findings(text)

    assert ("content/articles/x/vi.md", 24) == (finding.file, finding.line)
    assert "“Ông Sơn” may be bui-thanh-son, phan-anh-son" in finding.what.en
    assert "`people: [bui-thanh-son]`" in finding.remedy.en
    assert {"bui-thanh-son": 1, "phan-anh-son": 1} == named(text)


def test_editor_settles_whom_a_part_of_a_name_means() -> None:
    text = "Bùi Thanh Sơn và Phan Anh Sơn. Ông Sơn nói."

    assert {"phan-anh-son": 2, "bui-thanh-son": 1} == named(text, people=("phan-anh-son",))


def test_somebody_not_on_record_of_the_same_given_name_may_be_meant() -> None:
    (finding,) = findings("Bùi Thanh Sơn và Trần Văn Sơn. Ông Sơn nói.")

    assert "“Ông Sơn” may be bui-thanh-son, Trần Văn Sơn" in finding.what.en


def test_name_that_nobody_could_mean_needs_no_finding() -> None:
    assert [] == findings("Ông Sơn nói.")


TWINS = (entity("a", "Trần Linh", "Linh"), entity("b", "Lê Linh", "Linh"))


def test_shared_alias_belongs_to_the_one_named_in_full_on_the_page() -> None:
    assert {"a": 2} == named("Trần Linh đến. Hôm nay Linh nói.", *TWINS)


def test_shared_alias_that_nobody_settles_is_reported() -> None:
    (finding,) = findings("Hôm nay Linh nói.", *TWINS)

    assert "“Linh” may be a, b" in finding.what.en


def test_shared_alias_with_a_post_belongs_to_who_held_it() -> None:
    other = entity("le-son", "Lê Sơn", "Bộ trưởng Sơn", roles=(role("Giám đốc Sở"),))
    son = entity("son", "Bùi Thanh Sơn", "Bộ trưởng Sơn", roles=SON.roles)

    assert {"son": 1} == named("Bộ trưởng Sơn nói.", other, son)


def test_shared_name_of_an_office_belongs_to_whose_parent_is_on_the_page() -> None:
    mofa = entity("mofa", "Bộ Ngoại giao", kind="organisations")
    ours = entity("ours", "Văn phòng Bộ", kind="organisations", parent="mofa")
    theirs = entity("theirs", "Văn phòng Bộ", kind="organisations", parent="khac")

    assert {"mofa": 1, "ours": 1} == named("Bộ Ngoại giao và Văn phòng Bộ", mofa, ours, theirs)


def test_full_name_in_the_other_language_stands_on_the_page() -> None:
    original = article("a-1", title="Tít", body="Bùi Thanh Sơn đến.")
    english = translation(original, title="News", body="Mr Son spoke.")

    entry = joined(original, english, SON).entries["a-1"]

    assert "Mr [Son](/en/people/bui-thanh-son/) spoke." == entry.bodies["en"]


def test_full_name_is_linked_rather_than_a_part_before_it() -> None:
    text = "Bộ trưởng Sơn đến. Ông Bùi Thanh Sơn nói."

    entry = joined(article("a-1", body=text), *PEOPLE).entries["a-1"]

    assert (
        "Bộ trưởng Sơn đến. Ông [Bùi Thanh Sơn](/people/bui-thanh-son/) nói." == entry.bodies["vi"]
    )


def test_order_of_records_changes_nothing() -> None:
    text = "Bùi Thanh Sơn và Phan Anh Sơn. Ông Sơn, Thứ trưởng Hằng, ông Biden và Linh."
    given = contents(article("a-1", body=text, date="2023-05-01"), *PEOPLE, *TWINS)
    expected = assemble.archive(given)
    chance = random.Random(1)  # noqa: S311 - a fixed sample, not a secret

    for _ in range(5):
        entities = tuple(chance.sample(given.entities, len(given.entities)))

        assert expected == assemble.archive(Contents(articles=given.articles, entities=entities))

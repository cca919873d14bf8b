"""People over all articles: who is one, who is on record, and what is written of them."""

from __future__ import annotations

import dataclasses

from generator import suggest
from generator.assemble import gather
from generator.content.records import text
from generator.model import (
    Article,
    Bilingual,
    Date,
    DatedRole,
    Entity,
    Image,
    Status,
)
from generator.suggest import How, Person
from tests.assemble.make import article, entity, translation


def proposed(*things: Article | Entity) -> tuple[Person, ...]:
    return suggest.people(seen(*things), [one for one in things if isinstance(one, Entity)])


def seen(*things: Article | Entity) -> suggest.Survey:
    return suggest.survey(gather(one for one in things if isinstance(one, Article)))


def test_one_person_in_several_articles_is_one_suggestion_with_first_and_last_date() -> None:
    older = article("a-2019-aaaaaaaa", date="2019-05", body="Bộ trưởng Y tế Đỗ Hoà nói.")
    newer = article("a-2021-bbbbbbbb", date="2021-01-02", body="Bộ trưởng Bộ Y tế Đỗ Hòa nói.")

    (one,) = proposed(newer, older)
    (post,) = one.posts

    assert ("do-hoa", 2, 2) == (one.id, one.articles, one.count)
    assert ("2019-05", "2021-01-02") == (str(one.first), str(one.last))
    assert ("Bộ trưởng Bộ Y tế", "Bộ Y tế", 2) == (post.title, post.organisation, post.count)
    assert ("2019-05", "2021-01-02") == (str(post.first), str(post.last))


def test_a_post_without_organisation_is_the_one_that_has_it() -> None:
    told = article(body="Giám đốc Sở Y tế Lào Cai Đỗ Hoa nói. Giám đốc Đỗ Hoa về.")

    (one,) = proposed(told)

    assert [("Giám đốc Sở Y tế Lào Cai", 2)] == [(post.title, post.count) for post in one.posts]


def test_a_post_without_organisation_stays_alone_where_two_have_one() -> None:
    told = article(
        body="Chủ tịch Hội Gốm Đỗ Hoa nói. Chủ tịch Hội Mía Đỗ Hoa nói. Chủ tịch Đỗ Hoa nói."
    )

    (one,) = proposed(told)

    assert ["Chủ tịch", "Chủ tịch Hội Gốm", "Chủ tịch Hội Mía"] == sorted(
        post.title for post in one.posts
    )


def test_an_organisation_on_record_is_named_by_its_id() -> None:
    told = article(body="Tổng Giám đốc Thông tấn xã Việt Nam Đỗ Thị Hoa nói.")
    agency = entity("ttxvn", "TTXVN", "Thông tấn xã Việt Nam", kind="organisations")

    (one,) = proposed(told, agency)

    assert ["ttxvn"] == [post.record for post in one.posts]


def test_a_short_form_is_the_organisation_that_a_text_explains_with_it() -> None:
    told = article(
        body="Chủ tịch Hội Gốm Bát Tràng (BPA) Đỗ Thị Hoa nói.\n\nChủ tịch BPA Đỗ Thị Hoa cười."
    )

    (one,) = proposed(told)

    assert [2] == [post.count for post in one.posts]


def test_a_name_in_the_translation_without_its_marks_is_the_same_person() -> None:
    told = article(body="Thứ trưởng Bộ Y tế Đỗ Thị Hoa nói.")
    english = translation(told, body="Deputy Minister of Health Do Thi Hoa spoke. Do Thi Hoa left.")

    (one,) = proposed(told, english)

    assert Bilingual(vi="Đỗ Thị Hoa", en="Do Thi Hoa") == one.name
    assert (1, 2) == (one.articles, one.count)
    assert ["vi", "en"] == [post.lang for post in one.posts]


def test_a_name_without_its_marks_in_another_article_may_be_another_person() -> None:
    told = article("a-2021-aaaaaaaa", body="Bộ trưởng Đỗ Thị Hoa nói.")
    other = article("a-2021-bbbbbbbb", lang="en", body="Minister Do Thi Hoa spoke.")

    found = {one.id: one.like for one in proposed(told, other)}

    assert {"do-thi-hoa": ("do-thi-hoa-2",), "do-thi-hoa-2": ("do-thi-hoa",)} == found


def test_a_name_without_marks_that_two_people_of_the_article_could_have_is_nobodys() -> None:
    told = article(body="Bộ trưởng Đỗ Thị Hoa gặp Bộ trưởng Đỗ Thị Hòa.")
    english = translation(told, body="Minister Do Thi Hoa met another minister.")

    assert 3 == len(proposed(told, english))


def test_foreign_names_are_one_in_either_order() -> None:
    told = article(body="Thủ tướng Mori Takeshi đến. Ông Takeshi Mori đi.")

    assert [2] == [one.count for one in proposed(told)]


def test_who_is_on_record_by_name_alias_or_plain_letters_is_not_suggested() -> None:
    told = article(body="Bộ trưởng Đỗ Thị Hoa, Bộ trưởng Lê Thị Thuý, Thủ tướng Takeshi Mori.")
    english = article("a-2021-bbbbbbbb", lang="en", body="Minister Do Thi Hoa spoke.")

    found = proposed(
        told,
        english,
        entity("do-thi-hoa", "Đỗ Thị Hoa"),
        entity("le-thuy", "Lê Thúy", "Lê Thị Thúy"),
        entity("mori", "Mori Takeshi"),
    )

    assert () == found


def test_bylines_and_credits_name_people_with_their_agency_and_without_a_post() -> None:
    told = article(
        byline="Thu Sương - Chí Bền",
        images=(
            Image(caption="Thứ trưởng Bộ Y tế Đỗ Hoa thăm bệnh viện.", credit="Hải Âu/TTXVN"),
            Image(caption="Bệnh viện", credit="VNA"),
            Image(caption="Sân", credit="Bộ Ngoại giao"),
        ),
    )

    found = {one.name.vi: (one.how, one.agencies, len(one.posts)) for one in proposed(told)}

    assert {
        "Thu Sương": ((How.BYLINE,), (), 0),
        "Chí Bền": ((How.BYLINE,), (), 0),
        "Hải Âu": ((How.CREDIT,), ("TTXVN",), 0),
        "Đỗ Hoa": ((How.POST,), (), 1),
    } == found


def test_contexts_say_where_and_show_the_phrase() -> None:
    told = article(body="Mở đầu.\n\nHôm nay, Bộ trưởng Bộ Y tế Đỗ Hoa nói.")

    (one,) = proposed(told)

    assert [(told.path, "body", 3, "Hôm nay, Bộ trưởng Bộ Y tế Đỗ Hoa nói.")] == [
        (place.file, place.part, place.line, place.text) for place in one.contexts
    ]


def test_drafts_and_removed_articles_name_nobody() -> None:
    told = article(body="Bộ trưởng Bộ Y tế Đỗ Hoa nói.")

    hidden = [
        dataclasses.replace(
            told, id=f"a-2021-{status:a<8}", status=status, path=f"articles/{status}/vi.md"
        )
        for status in (Status.DRAFT, Status.REMOVED)
    ]

    assert () == proposed(*hidden)


def test_the_given_name_is_the_last_word_of_vietnamese_names_alone() -> None:
    told = article(body="Bộ trưởng Đỗ Thị Hoa, Thủ tướng Ruth Palmer.")

    assert {"Hoa", ""} == {one.given for one in proposed(told)}


def test_posts_that_a_record_has_not_on_that_day_are_told() -> None:
    told = article(
        date="2021-06-01",
        body="Bộ trưởng Bộ Y tế Đỗ Hoa, Thứ trưởng Y tế Lê Mai, Chủ tịch Hội Mía Lê Mai.",
    )
    hoa = entity(
        "do-hoa",
        "Đỗ Hoa",
        roles=(
            DatedRole(title=Bilingual(vi="Bộ trưởng Bộ Y tế"), end=Date(year=2020)),
            DatedRole(title=Bilingual(vi="Phó Chủ tịch Quốc hội"), start=Date(year=2021)),
        ),
    )
    mai = entity("le-mai", "Lê Mai", roles=(DatedRole(title=Bilingual(vi="Thứ trưởng Bộ Y tế")),))

    found = suggest.unrecorded_posts(seen(told), [hoa, mai])

    assert {"do-hoa": ["Bộ trưởng Bộ Y tế"], "le-mai": ["Chủ tịch Hội Mía"]} == {
        one.id: [post.title for post in one.posts] for one in found
    }


def test_a_foreign_minister_is_one_in_either_wording() -> None:
    told = article(body="Bộ trưởng Ngoại giao Nga Ivan Petrov đến.")
    record = entity(
        "ivan", "Ivan Petrov", roles=(DatedRole(title=Bilingual(vi="Ngoại trưởng Nga")),)
    )

    assert () == suggest.unrecorded_posts(seen(told), [record])


def test_the_record_has_name_given_name_and_roles_and_no_dates() -> None:
    told = article(body="Thứ trưởng Bộ Y tế Đỗ Thị Hoa nói.")
    english = translation(told, body="Deputy Minister of Health Do Thi Hoa spoke.")
    ministry = entity("bo-y-te", "Bộ Y tế", kind="organisations")

    (one,) = proposed(told, english, ministry)

    assert (
        "name:\n  vi: Đỗ Thị Hoa\n  en: Do Thi Hoa\ngiven: Hoa\n"
        "roles:\n  - title:\n      vi: Thứ trưởng Bộ Y tế\n      en: Deputy Minister of Health\n"
        "    organisation: bo-y-te\n"
    ) == text(suggest.person_record(one, {}))


def test_an_english_wording_is_left_out_where_it_could_be_of_two_posts() -> None:
    told = article(body="Tổng Bí thư, Chủ tịch nước Đỗ Thị Hoa nói.")
    english = translation(told, body="President Do Thi Hoa spoke.")

    (one,) = proposed(told, english)
    record = suggest.person_record(one, {})

    assert [("Chủ tịch nước", ""), ("Tổng Bí thư", "")] == sorted(
        (role.title.vi, role.title.en) for role in record.roles
    )


def test_an_organisation_that_is_written_at_the_same_time_is_named_by_its_new_id() -> None:
    told = article(body="Chủ tịch Hội Gốm Bát Tràng Đỗ Thị Hoa nói.")

    (one,) = proposed(told)
    record = suggest.person_record(one, {"Hội Gốm Bát Tràng": "hoi-gom"})

    assert ["hoi-gom"] == [role.organisation for role in record.roles]

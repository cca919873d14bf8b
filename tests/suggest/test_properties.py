"""Whatever texts say: nothing breaks, order does not matter, and every name stands in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator import suggest
from generator.assemble import gather
from generator.model import Article, Image
from generator.suggest import organisations, people, survey
from tests.assemble.make import article, translation

PIECES = (
    *("Bộ trưởng", "Thứ trưởng", "Tổng Giám đốc", "nguyên", "kiêm", "các", "ông", "bà", "PGS."),
    *("Bộ Ngoại giao", "Hội Gốm", "Công ty TNHH", "Trường Đại học", "Ủy ban nhân dân tỉnh"),
    *("Nguyễn", "Văn", "An", "Trần", "Bùi Thanh", "Hồ Chí Minh", "Hun Sen", "George W. Bush"),
    *("Việt Nam", "Hà Nội", "Nhật Bản", "(TTXVN)", ",", ".", "-", "(", ")", "và", "của", "tại"),
    *("Foreign Minister", "President", "of", "the", "VNA", "Viet Nam's", "and", "Mr."),
    *("Bui Thanh Son", "Ministry of Health", "News Agency", "là", "giữ chức", "theo", "7", "İ"),
    *("von", "der", "\n\n", "*", "\\", "[x](y)", "HÀ NỘI", "H'Hen", "Ki-moon", "ß", "Đ", "e\u0301"),
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.text(max_size=120),
)


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """Some articles, some with a translation, a byline and a picture."""
    drawn: list[Article] = []
    for number in range(draw(st.integers(1, 3))):
        told = article(
            f"a-2021-{number:08}",
            lang=draw(st.sampled_from(["vi", "en"])),
            date=draw(st.sampled_from(["2020", "2021-03-04", "1999-01"])),
            title=draw(TEXTS),
            body=draw(TEXTS),
            byline=draw(TEXTS),
            images=(Image(caption=draw(TEXTS), credit=draw(TEXTS)),),
        )
        drawn.append(told)
        if told.lang == "vi" and draw(st.booleans()):
            drawn.append(translation(told, body=draw(TEXTS)))
    return drawn


def shown(all_of: list[Article]) -> tuple[object, object]:
    seen = survey(gather(all_of))
    return people(seen, ()), organisations(seen, ())


@given(articles())
def test_the_order_of_articles_does_not_matter(drawn: list[Article]) -> None:
    assert shown(drawn) == shown(drawn[::-1])


@given(articles())
def test_every_name_post_and_organisation_stands_in_a_text(drawn: list[Article]) -> None:
    seen = suggest.survey(gather(drawn))

    for sighting, passage in seen.people:
        assert sighting.name in passage.text
        assert passage.text[sighting.start : sighting.end]
        assert all(post.word in passage.text for post in sighting.posts)
    for body, passage in seen.organisations:
        assert body.name in passage.text[body.start : body.end]


@given(articles())
def test_ids_are_unique_and_records_can_be_made(drawn: list[Article]) -> None:
    seen = suggest.survey(gather(drawn))
    found = suggest.people(seen, ())
    bodies = suggest.organisations(seen, (), taken=[one.id for one in found])
    ids = [*(one.id for one in found), *(one.id for one in bodies)]

    assert sorted(set(ids)) == sorted(ids)
    assert all(suggest.person_record(one, {}).name.get("vi") for one in found)
    assert all(suggest.organisation_record(one).name.get("vi") for one in bodies)

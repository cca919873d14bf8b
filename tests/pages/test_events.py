"""The page of an event: what, when, where, who, and who published what about it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import (
    Article,
    Bilingual,
    Date,
    DatedRole,
    Entity,
    Image,
    Interval,
    Rights,
    Source,
)
from tests.assemble.make import article, entity, translation
from tests.pages.made import MINISTRY, OUTLET, QUOTED, made, part

WHEN = Interval.parse("2021-12-13/2021-12-14")
EVENT = entity("hoi-nghi", "Hội nghị Mẫu", kind="events", when=WHEN, place="ha-noi")
HANOI = entity("ha-noi", "Hà Nội / Ha Noi", kind="places")
# Long enough for two copies of it to be one family.
WIRE = " ".join(f"Câu thứ {number} của bản tin về hội nghị." for number in range(40))


def about(id_: str, date: str | None, outlet: str = "", **facts: Any) -> Article:
    """An article about the event."""
    given: dict[str, Any] = {"body": f"Bài riêng {id_} {outlet} {date}.", **facts}
    return article(id_, date=date, event="hoi-nghi", source=Source(outlet=outlet), **given)


def page(*things: Article | Entity, lang: str = "vi") -> Any:
    """The metadata of the event's page."""
    prefix = "" if lang == "vi" else f"{lang}/"
    return made(EVENT, HANOI, OUTLET, *things)[f"{prefix}events/hoi-nghi/index.md"].meta


def facts(*things: Article | Entity, lang: str = "vi") -> Any:
    """What the event's template prints."""
    return page(*things, lang=lang)["entity"]


def test_an_event_says_when_and_where_it_was() -> None:
    vi, en = facts(), facts(lang="en")

    assert ("13–14 tháng 12 năm 2021", "Hà Nội") == (vi["when"], vi["place"]["name"])
    assert ("13–14 December 2021", "Ha Noi") == (en["when"], en["place"]["name"])


def test_coverage_stands_day_by_day_the_first_first() -> None:
    days = facts(
        about("a-2021-cccccccc", "2021-12-15"),
        about("a-2021-aaaaaaaa", "2021-12-13T09:30:00+07:00"),
        about("a-2021-bbbbbbbb", "2021-12-13T06:24:00+07:00"),
        about("a-undated-ddddddd", None),
    )["days"]

    assert [
        ("d2021-12-13", "13 tháng 12 năm 2021", ["06:24", "09:30"]),
        ("d2021-12-15", "15 tháng 12 năm 2021", [""]),
        ("undated", "Không rõ ngày", [""]),
    ] == [(day["id"], day["name"], [link["date"] for link in day["links"]]) for day in days]


def test_a_table_counts_outlets_by_days() -> None:
    table = facts(
        about("a-2021-aaaaaaaa", "2021-12-13", "bao-moi"),
        about("a-2021-bbbbbbbb", "2021-12-14", "bao-moi"),
        about("a-2021-cccccccc", "2021-12-14", "bao-moi"),
        about("a-2021-dddddddd", "2021-12-13", "bao-la"),
        about("a-2021-eeeeeeee", "2021-12-14"),
        about("a-undated-fffffff", None),
    )["table"]

    assert ["13/12/2021", "14/12/2021", "Không rõ ngày"] == [
        column["name"] for column in table["columns"]
    ]
    assert ["d2021-12-13", "d2021-12-14", "undated"] == [
        column["anchor"] for column in table["columns"]
    ]
    assert [
        ("Báo Mới", ["1", "2", ""], "3"),
        ("bao-la", ["1", "", ""], "1"),
        ("không rõ", ["", "1", "1"], "2"),
    ] == [
        (row["name"], [cell.get("count", "") for cell in row["cells"]], row["total"]["count"])
        for row in table["rows"]
    ]
    assert ["2", "3", "1"] == [cell["count"] for cell in table["totals"]]
    assert "6" == table["total"]["count"]


@pytest.mark.parametrize(
    ("dates", "columns"),
    [
        ([f"2021-12-{day:02}" for day in range(1, 9)], 8),
        ([f"2021-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 9)], 2),
        ([f"{year}-{month:02}-01" for year in (2020, 2021) for month in range(1, 8)], 2),
    ],
)
def test_with_many_days_a_table_counts_months_and_then_years(
    dates: list[str], columns: int
) -> None:
    articles = [about(f"a-2021-{n:08}", date) for n, date in enumerate(dates)]

    assert columns == len(facts(*articles)["table"]["columns"])


def test_a_single_article_needs_no_table() -> None:
    assert "table" not in facts(about("a-2021-aaaaaaaa", "2021-12-13"))


def test_reprints_are_folded_into_one_line() -> None:
    found = facts(
        entity("bao-hai", "Báo Hai", kind="outlets"),
        about("a-2021-aaaaaaaa", "2021-12-13", "bao-moi", body=WIRE),
        about("a-2021-bbbbbbbb", "2021-12-14", "bao-hai", body=WIRE, reprint_of="a-2021-aaaaaaaa"),
        about("a-2021-cccccccc", "2021-12-15", "", body=WIRE, reprint_of="a-2021-aaaaaaaa"),
    )
    (day,) = found["days"]
    (line,) = day["links"]

    assert "Đăng lại trên 2 báo" == line["reprints"]["text"]
    assert [("Báo Hai", "14/12/2021"), ("không rõ", "15/12/2021")] == [
        (copy["name"], copy["date"]) for copy in line["reprints"]["links"]
    ]
    assert "3 bài" == found["covering"]
    assert "3" == found["table"]["total"]["count"]


def test_a_reprint_of_what_is_not_in_the_coverage_stands_for_itself() -> None:
    found = facts(
        article("a-2021-aaaaaaaa", date="2021-12-12", body=WIRE),
        about("a-2021-bbbbbbbb", "2021-12-14", body=WIRE, reprint_of="a-2021-aaaaaaaa"),
    )

    assert ["d2021-12-14"] == [day["id"] for day in found["days"]]
    assert "reprints" not in found["days"][0]["links"][0]


def test_people_are_named_with_the_post_that_they_held_on_the_day() -> None:
    def person(id_: str, name: str, start: str, end: str = "") -> Entity:
        post = DatedRole(
            title=Bilingual(vi="Thứ trưởng", en="Deputy Minister"),
            organisation="bo-ngoai-giao",
            start=Date.parse(start),
            end=Date.parse(end) if end else None,
        )
        return entity(id_, name, roles=(post,))

    found = facts(
        MINISTRY,
        person("an", "Nguyễn Văn An", "2019"),
        person("binh", "Trần Thị Bình", "2001", "2010"),
        person("cuc", "Lê Thị Cúc", "2020", "2021-12-13"),
        about(
            "a-2021-aaaaaaaa",
            "2021-12-20",
            body="Ông Nguyễn Văn An, bà Trần Thị Bình, bà Lê Thị Cúc ở Bộ Ngoại giao.",
        ),
    )
    people, organisations = found["company"]

    assert [
        ("Nguyễn Văn An", ["Thứ trưởng"]),
        ("Trần Thị Bình", []),
        # She left the post on the first day of two.
        ("Lê Thị Cúc", []),
    ] == [(one["name"], [post["name"] for post in one.get("posts", [])]) for one in people["links"]]
    assert ["Bộ Ngoại giao"] == [one["name"] for one in organisations["links"]]


def test_captions_stand_once_with_credit_and_a_way_to_their_article() -> None:
    image = Image(caption="Quang cảnh hội nghị.", credit="TTXVN")
    found = facts(
        about("a-2021-aaaaaaaa", "2021-12-13", "bao-moi", title="Tin một", images=(image,)),
        about("a-2021-bbbbbbbb", "2021-12-14", "bao-moi", images=(image, Image(credit="Ai đó"))),
    )["captions"]

    assert [("Quang cảnh hội nghị.", "TTXVN", "Tin một")] == [
        (one["caption"], one["credit"], one["article"]["title"]) for one in found
    ]


@pytest.mark.parametrize(
    ("lang", "src", "alt"),
    [
        ("vi", "2021/12/13/tin-mot/hinh-1.jpg", "Hội trường"),
        ("en", "en/2021/12/13/news-one/hinh-1.jpg", "The hall"),
    ],
)
def test_a_picture_that_is_held_stands_beside_its_caption(lang: str, src: str, alt: str) -> None:
    image = Image(
        caption="Quang cảnh.", file="hinh-1.jpg", alt=Bilingual(vi="Hội trường", en="The hall")
    )
    original = about("a-2021-aaaaaaaa", "2021-12-13", title="Tin một", images=(image,))
    (found,) = facts(original, translation(original, title="News one"), lang=lang)["captions"]

    assert (src, alt, "vi") == (found["src"], found["alt"], found["lang"])


@pytest.mark.parametrize("limited", [{"rights": Rights(show="link")}, {}])
def test_of_what_may_not_be_shown_there_is_no_caption(limited: dict[str, Any]) -> None:
    found = facts(
        QUOTED,
        about(
            "a-2021-aaaaaaaa",
            "2021-12-13",
            "bao-trich",
            images=(Image(caption="Ảnh không được đăng."),),
            **limited,
        ),
    )

    assert "captions" not in found


def test_translations_say_their_language_and_kind() -> None:
    original = about("a-2021-aaaaaaaa", "2021-12-13")
    found = facts(original, translation(original, title="The conference opens"))

    assert [
        {
            "title": "The conference opens",
            "lang": "en",
            "language": "Tiếng Anh",
            "kind": "Bản dịch",
            "url": "en/2021/12/13/the-conference-opens/",
        }
    ] == found["translations"]


def test_articles_that_only_name_an_event_stand_apart_from_its_coverage() -> None:
    meta = page(
        about("a-2021-aaaaaaaa", "2021-12-13", title="Tin về hội nghị"),
        article("a-2022-aaaaaaaa", date="2022-05-06", title="Nhắc lại", body="Sau Hội nghị Mẫu."),
    )

    assert "1 bài" == meta["entity"]["covering"]
    assert "1 bài" == meta["list"]["count"]
    assert [("2022", ["Nhắc lại"])] == [
        (group["name"], [link["title"] for link in group["links"]])
        for group in meta["list"]["groups"]
    ]


def test_every_article_of_an_event_can_be_reached_however_many_there_are() -> None:
    covering = [about(f"a-2021-{n:08}", "2021-12-13", body=f"Bài {n}.") for n in range(70)]
    naming = [
        article(f"a-2022-{n:08}", date="2022-01-02", body=f"Hội nghị Mẫu, bài {n}.")
        for n in range(90)
    ]
    found = made(EVENT, HANOI, *covering, *naming)
    pages = [one for path, one in found.items() if path.startswith("events/hoi-nghi/")]
    first = part(found["events/hoi-nghi/index.md"], "entity", "days")
    groups: list[Any] = [group for one in pages for group in part(one, "list", "groups")]
    reached = {link["url"] for group in (*first, *groups) for link in group["links"]}

    assert 160 == len(reached)
    assert "90 bài" == part(found["events/hoi-nghi/index.md"], "list", "count")


def test_long_coverage_shows_its_first_and_its_newest_and_leads_to_the_rest() -> None:
    part_of = entity("phien", "Phiên họp", kind="events", parent="hoi-nghi")
    stories = [
        article(f"a-2021-{n:08}", event="phien", title=f"Bài {n}", date=f"2021-{n // 20 + 1:02}-05")
        for n in range(170)
    ]
    naming = article(
        "a-2020-aaaaaaaa", date="2020-01-01", title="Trước", body="Sắp có Hội nghị Mẫu."
    )
    meta = page(part_of, naming, *stories)
    shown = [link["title"] for day in meta["entity"]["days"] for link in day["links"]]

    assert {*range(50), *range(120, 170)} == {int(title.removeprefix("Bài ")) for title in shown}
    assert "170 bài" == meta["entity"]["covering"]
    assert meta["entity"]["cut"]
    assert meta["list"]["rest"]["url"].startswith("events/hoi-nghi/3/#a-2021-")
    assert "1 bài" == meta["list"]["count"]
    assert ["Trước"] == [one["title"] for group in meta["list"]["groups"] for one in group["links"]]


def test_an_event_that_is_said_to_be_a_part_of_itself_is_none() -> None:
    found = made(entity("vong", "Vòng", kind="events", parent="vong"))["events/vong/index.md"]

    assert {"children", "parents"}.isdisjoint(part(found, "entity"))


def test_events_before_and_after_stand_beside_an_event() -> None:
    def event(id_: str, when: str) -> Entity:
        date = Interval.parse(when) if when else None
        return entity(id_, f"Sự kiện {id_}", kind="events", when=date)

    found = facts(event("a", "2021-12-10"), event("b", "1995"), event("c", "2022"), event("d", ""))

    assert ("Sự kiện a", "10 tháng 12 năm 2021") == (
        found["before"]["name"],
        found["before"]["when"],
    )
    assert ("Sự kiện c", "2022") == (found["after"]["name"], found["after"]["when"])


def test_an_event_leads_to_what_it_is_a_part_of_and_to_its_parts() -> None:
    found = facts(entity("phien-1", "Phiên một", kind="events", parent="hoi-nghi", when=WHEN))

    assert [("Phiên một", "13–14 tháng 12 năm 2021")] == [
        (child["name"], child["when"]) for child in found["children"][0]["links"]
    ]


def test_an_event_that_nobody_covered_has_a_page_all_the_same() -> None:
    found = made(entity("khong", "Không", kind="events"))["events/khong/index.md"]

    assert {"name", "lang", "kicker", "kicker_url"} == set(part(found, "entity"))
    assert "0 bài" == part(found, "list", "count")

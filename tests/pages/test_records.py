"""Pages of records: names, what belongs together, stories by year, and the post held then."""

from __future__ import annotations

from generator.assemble import paging
from generator.model import Aliases, Bilingual, Date, DatedRole, Entity, Interval
from generator.pages.connections import ancestors, connect
from tests.assemble.make import article, entity
from tests.pages.made import MINISTRY, OUTLET, PERSON, everything, made, part, strings


def posts(*given: tuple[str, str, str]) -> tuple[DatedRole, ...]:
    """Posts in the ministry, of their title, start and end; an empty date is unknown."""
    return tuple(
        DatedRole(
            title=Bilingual(vi=title, en=f"en {title}"),
            organisation="bo-ngoai-giao",
            start=Date.parse(start) if start else None,
            end=Date.parse(end) if end else None,
        )
        for title, start, end in given
    )


AN = entity(
    "an",
    "Nguyễn Văn An",
    roles=posts(("Thứ trưởng", "2015", "2021-04-07"), ("Bộ trưởng", "2021-04-08", "")),
)


def groups(*dates: str, page: str = "people/an/index.md") -> list[dict[str, object]]:
    """The years of a person whom articles of these dates name, on one page of the list."""
    articles = [
        article(f"a-{number:04}-aaaaaaaa", date=date, body=f"Ông Nguyễn Văn An, việc {number}.")
        for number, date in enumerate(dates, 1)
    ]
    found: list[dict[str, object]] = part(made(MINISTRY, AN, *articles)[page], "list", "groups")
    return found


def names(items: object) -> list[str]:
    assert isinstance(items, list)
    return [item["name"] for item in items]


def test_a_year_says_which_post_a_person_held_then() -> None:
    assert [["Bộ trưởng"], ["Thứ trưởng"]] == [
        names(group["then"]) for group in groups("2022-05-01", "2017-03-04")
    ]


def test_in_a_year_of_two_posts_each_story_says_which() -> None:
    (year,) = groups("2021-02-03", "2021-06-07")
    links = year["links"]
    assert isinstance(links, list)

    assert "then" not in year
    assert [["Bộ trưởng"], ["Thứ trưởng"]] == [names(link["then"]) for link in links]


def test_pages_of_older_stories_say_which_post_a_person_held_then() -> None:
    (year,) = groups(*["2017-03-04"] * (2 * paging.SIZE), page="people/an/1/index.md")

    assert ["Thứ trưởng"] == names(year["then"])


def test_where_the_post_is_not_certain_nothing_is_said() -> None:
    # 2015 may lie before the appointment, which is known to the year only.
    assert [[], []] == [names(group["then"]) for group in groups("2015-06-01", "2003-06-01")]


def test_an_article_says_which_post_a_person_held_on_its_day() -> None:
    found = made(
        MINISTRY,
        AN,
        article("a-2017-aaaaaaaa", title="Một tin", date="2017-03-04", body="Ông Nguyễn Văn An."),
        article("a-2003-aaaaaaaa", title="Tin cũ", date="2003-03-04", body="Ông Nguyễn Văn An."),
        article("a-undated-aaaaaaa", title="Tin lạ", date=None, body="Ông Nguyễn Văn An."),
    )
    shown = {
        path: part(found[path], "article", "entities")[0]["links"][0].get("posts", [])
        for path in (
            "2017/03/04/mot-tin/index.md",
            "2003/03/04/tin-cu/index.md",
            "undated/tin-la/index.md",
        )
    }

    assert [["Thứ trưởng"], [], []] == [names(items) for items in shown.values()]


def test_years_lead_to_their_stories_also_where_these_stand_on_another_page() -> None:
    recent = [(f"a-2020-{n:08}", "2020-05-06") for n in range(55)]
    old = [(f"a-2001-{n:08}", "2001-05-06") for n in range(60)]
    page = made(
        entity("an", "Nguyễn Văn An"),
        *(article(id_, date=date, body="Ông Nguyễn Văn An.") for id_, date in (*recent, *old)),
    )
    listing = part(page["people/an/index.md"], "list")

    assert ["2020", "2001"] == names(listing["years"])
    assert "y2020" == listing["years"][0]["anchor"]
    url, _, anchor = listing["years"][1]["url"].partition("#")
    there = part(page[f"{url}index.md"], "list", "groups")
    assert anchor in [group["id"] for group in there]
    # The first story of the year stands there, and with it the beginning of its group.
    assert "a-2001-00000000" in [link["anchor"] for group in there for link in group["links"]]
    assert ["55", "60"] == [year["count"] for year in listing["years"]]


def test_where_no_line_of_posts_shows_the_years_a_chart_does() -> None:
    articles = [
        article(f"a-{year}-aaaaaaaa", date=f"{year}-05", body=f"Ông Nguyễn Văn An, năm {year}.")
        for year in (2001, 2011, 2020)
    ]
    found = [
        part(made(MINISTRY, person, *articles)["people/an/index.md"], "entity")
        for person in (AN, entity("an", "Nguyễn Văn An"))
    ]

    assert [True, False] == ["career" in facts for facts in found]
    assert [False, True] == ["chart" in facts for facts in found]


def test_a_single_year_needs_no_way_to_it() -> None:
    listing = part(everything()["organisations/bo-ngoai-giao/index.md"], "list")

    assert ["2021"] == names(listing["groups"])
    assert [] == listing["years"]


def test_other_names_stand_once_each_with_its_language() -> None:
    agency = Entity(
        id="ttxvn",
        kind=MINISTRY.kind,
        name=Bilingual(vi="Thông tấn xã Việt Nam", en="Vietnam News Agency"),
        aliases=Aliases(
            vi=("Thông tấn xã", "TTXVN", "Thông tấn xã Việt Nam"),
            en=("Viet Nam News Agency",),
            other=("Thông tấn xã", "AVI"),
        ),
        abbreviations=("TTXVN", "VNA"),
        path="organisations/ttxvn.yml",
    )
    facts = part(made(agency)["organisations/ttxvn/index.md"], "entity")

    assert ["TTXVN", "VNA"] == facts["abbreviations"]
    assert [("Thông tấn xã", "vi"), ("Viet Nam News Agency", "en"), ("AVI", "")] == [
        (alias["name"], alias["lang"]) for alias in facts["aliases"]
    ]


def test_company_is_counted_kind_by_kind_without_the_record_itself() -> None:
    text = "Ông Nguyễn Văn An và bà Trần Thị Bình ở Bộ Ngoại giao."
    page = made(
        MINISTRY,
        AN,
        entity("binh", "Trần Thị Bình"),
        article("a-2020-aaaaaaaa", title="Một", body=text),
        article("a-2020-bbbbbbbb", title="Hai", body="Ông Nguyễn Văn An ở Bộ Ngoại giao hôm nay."),
    )["people/an/index.md"]

    assert [("Nhân vật", [("Trần Thị Bình", "1")]), ("Tổ chức", [("Bộ Ngoại giao", "2")])] == [
        (group["name"], [(link["name"], link["count"]) for link in group["links"]])
        for group in part(page, "entity", "company")
    ]


def test_a_record_shows_what_it_belongs_to_and_what_belongs_to_it() -> None:
    found = made(
        entity("lhq", "Liên hợp quốc", kind="organisations"),
        entity("hdba", "Hội đồng Bảo an", kind="organisations", parent="lhq"),
        entity("uy-ban", "Ủy ban 1540", kind="organisations", parent="hdba"),
    )
    inner, middle = (
        part(found[f"organisations/{id_}/index.md"], "entity") for id_ in ("uy-ban", "hdba")
    )

    assert ["Hội đồng Bảo an", "Liên hợp quốc"] == names(inner["parents"])
    assert [("Tổ chức", ["Ủy ban 1540"])] == [
        (group["name"], names(group["links"])) for group in middle["children"]
    ]


def test_a_ring_of_parents_ends_where_it_began() -> None:
    ring = {
        "mot": entity("mot", "Một", kind="places", parent="hai"),
        "hai": entity("hai", "Hai", kind="places", parent="mot"),
    }

    assert ["hai"] == list(ancestors(ring, "mot"))
    assert made(*ring.values())


def test_a_place_shows_the_events_there_and_in_what_belongs_to_it() -> None:
    records = (
        entity("my", "Hoa Kỳ", kind="places"),
        entity("ny", "New York", kind="places", parent="my"),
        entity("sk-1", "Sự kiện một", kind="events", when=Interval.parse("2001"), place="ny"),
        entity("sk-2", "Sự kiện hai", kind="events", when=Interval.parse("2009"), place="my"),
        entity("sk-3", "Sự kiện ba", kind="events", place="my"),
    )
    found = made(*records)

    assert ["Sự kiện hai", "Sự kiện một", "Sự kiện ba"] == names(
        part(found["places/my/index.md"], "entity", "events")
    )
    assert ["Sự kiện một"] == names(part(found["places/ny/index.md"], "entity", "events"))


def test_connections_do_not_depend_on_who_names_whom_first() -> None:
    records = {record.id: record for record in (MINISTRY, OUTLET, PERSON, AN)}
    reverse = dict(reversed(records.items()))

    assert connect(records).holders == connect(reverse).holders


def test_a_record_that_says_nothing_has_a_page_all_the_same() -> None:
    found = made(
        *(
            entity(f"khong-{kind}", "Không", kind=kind)
            for kind in ("people", "organisations", "places", "topics", "events", "outlets")
        )
    )
    facts = [
        set(part(page, "entity")) for path, page in found.items() if path.startswith("people/khong")
    ]

    assert [{"name", "lang", "kicker", "kicker_url"}] == facts
    assert 12 == sum("/khong-" in path for path in found)


def test_hostile_names_reach_templates_as_plain_text() -> None:
    hostile = '<script>alert("x")</script>'
    page = made(
        MINISTRY,
        entity("an", hostile, hostile + "2", roles=posts((hostile, "2001", ""))),
    )["people/an/index.md"]
    found = {text for _, text in strings(part(page, "entity"))}

    assert {hostile, hostile + "2"} <= found
    assert "&lt;script&gt;" in str(page.meta["title"])


def test_a_record_without_articles_says_so_in_words_of_its_kind() -> None:
    pages = made(entity("khong-ai", "Người Không Ai Nhắc"), OUTLET)

    assert "Kho lưu trữ chưa có bài nào nhắc tới nhân vật này." == part(
        pages["people/khong-ai/index.md"], "list", "none"
    )
    assert "The archive has no article from this outlet yet." == part(
        pages["en/outlets/bao-moi/index.md"], "list", "none"
    )


def test_a_record_with_articles_does_not_say_that_it_has_none() -> None:
    assert "" == part(everything()["people/nguyen-van-an/index.md"], "list", "none")

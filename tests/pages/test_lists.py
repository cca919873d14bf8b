"""Long lists: what is shown where, and what stays as it is when a list grows."""

from __future__ import annotations

import pytest

from generator.assemble import paging
from generator.model import Article, Bilingual, Date, DatedRole, Entity, Interval, Page
from generator.pages import addresses
from tests.assemble.make import article, entity, joined
from tests.pages.made import made, make, part, strings

PERSON = entity("nguyen-van-an", "Nguyễn Văn An / Nguyen Van An")


def story(number: int, **facts: object) -> Article:
    """The story of one day: from 2001-01-01, one a day, 28 days a month."""
    month, day = divmod(number, 28)
    given = {"date": f"{2001 + month // 12}-{month % 12 + 1:02}-{day + 1:02}", **facts}
    return article(f"a-{number:05}", title=f"Tin {number}", body="Ông Nguyễn Văn An.", **given)


STORIES = [story(number) for number in range(120)]
MANY: list[Article | Entity] = [
    PERSON,
    *STORIES,
    *(story(number, date="2001-05") for number in range(200, 260)),
    *(story(number, date="2001") for number in range(300, 360)),
    *(story(number, date="2003-03-03") for number in range(400, 460)),
    *(story(number, date=None) for number in range(500, 560)),
    *(entity(f"t-{n:03}", f"Nguyễn Chủ Đề {n:03}", kind="topics") for n in range(120)),
    *(
        entity(f"e-{n:03}", f"Sự kiện {n}", kind="events", when=Interval.parse(f"{1900 + n}"))
        for n in range(60)
    ),
]


def titles(page: Page) -> list[str]:
    """The stories on a list's page, in order."""
    return [item["title"] for group in part(page, "list", "groups") for item in group["links"]]


@pytest.fixture(scope="module")
def many() -> dict[str, Page]:
    return made(*MANY)


def test_pages_answer_exactly_the_addresses_of_a_large_archive(many: dict[str, Page]) -> None:
    archive = joined(*MANY)
    urls = {*(permalink.url for permalink in archive.permalinks), *archive.redirects}

    assert {addresses.file(url) for url in urls} == set(many)


def test_every_address_in_metadata_of_a_large_archive_leads_to_a_page(
    many: dict[str, Page],
) -> None:
    dead = {
        (page.path, text)
        for page in many.values()
        for key, text in strings(page.meta)
        if key in {"url", "kicker_url"} and text.partition("#")[0].endswith("/")
        if addresses.file(text.partition("#")[0].replace("./", "")) not in many
    }

    assert set() == dead


def test_no_list_of_stories_shows_more_than_a_page(many: dict[str, Page]) -> None:
    lists = [page for page in many.values() if page.meta["template"] == "list.html"]

    assert [] == [page.path for page in lists if len(titles(page)) > paging.SIZE]
    assert len(lists) > 100


def test_a_record_shows_its_newest_and_leads_to_the_first_that_it_does_not_show() -> None:
    found = made(PERSON, *STORIES)
    page = found["people/nguyen-van-an/index.md"]
    url, _, anchor = part(page, "list", "rest", "url").partition("#")
    block = found[addresses.file(f"/{url}")]
    shown = [item for group in part(block, "list", "groups") for item in group["links"]]

    assert [f"Tin {number}" for number in range(119, 69, -1)] == titles(page)
    assert "people/nguyen-van-an/2/" == url
    assert "Tin 69" == next(item["title"] for item in shown if item["anchor"] == anchor)
    assert "people/nguyen-van-an/3/index.md" not in found


def test_blocks_lead_to_each_other_and_back_to_the_list() -> None:
    found = made(PERSON, *STORIES)
    first = part(found["en/people/nguyen-van-an/1/index.md"], "list")
    last = part(found["en/people/nguyen-van-an/2/index.md"], "list")

    assert "older" not in first
    assert "en/people/nguyen-van-an/2/" == first["newer"]["url"]
    assert "en/people/nguyen-van-an/1/" == last["older"]["url"]
    assert "en/people/nguyen-van-an/" == last["newer"]["url"] == first["kicker_url"]
    assert ("Page 1", "Nguyen Van An") == (first["heading"], first["kicker"])
    assert "1 January 2001 – 22 February 2001" in first["intro"]


def test_a_new_story_changes_no_block_but_at_most_the_last() -> None:
    for count in (99, 100, 101, 119):
        before = made(PERSON, *STORIES[:count])
        after = made(PERSON, *STORIES[: count + 1])
        blocks = [
            path
            for path in before
            if path.startswith("people/nguyen-van-an/") and path[-10].isdigit()
        ]
        changed = [path for path in blocks if before[path] != after[path]]

        assert blocks
        assert (blocks[-1:] if count == 100 else []) == changed


def test_a_long_month_shows_some_of_each_day_and_leads_to_the_rest(many: dict[str, Page]) -> None:
    page = many["2001/05/index.md"]
    groups = part(page, "list", "groups")
    unknown = groups[-1]

    assert paging.SIZE >= len(titles(page))
    assert "Không rõ ngày" == unknown["name"]
    assert {"name": "Tất cả: 60 bài", "url": "2001/05/00/"} == unknown["more"]
    assert "2001/05/00/" == unknown["url"]
    assert "Tháng 5 năm 2001: không rõ ngày" == part(many["2001/05/00/index.md"], "list", "heading")
    assert "2001, month unknown" == part(many["en/2001/00/index.md"], "list", "heading")
    assert "2001/00/1/" == part(many["2001/00/index.md"], "list", "rest", "url").partition("#")[0]


def test_a_long_year_leads_to_its_months(many: dict[str, Page]) -> None:
    groups = part(many["2001/index.md"], "list", "groups")

    assert "2001/05/" == next(group for group in groups if group["id"] == "m5")["more"]["url"]
    assert "2001/00/" == next(group for group in groups if group["id"] == "unknown")["more"]["url"]


def test_a_long_index_shows_the_most_named_and_leads_to_its_letters(
    many: dict[str, Page],
) -> None:
    index = part(many["topics/index.md"], "index")
    letters = {item["name"]: item for item in index["letters"]}

    assert paging.SIZE == sum(len(group["links"]) for group in index["groups"])
    assert {"name": "Tất cả: 120 chủ đề", "url": "topics/by/name/n/"} == index["groups"][0]["more"]
    assert "topics/by/name/n/" == letters["N"]["url"]
    assert "N: 120 chủ đề" == letters["N"]["label"]
    assert "" == letters["A"]["url"]


def test_a_long_letter_is_cut_and_each_page_says_from_which_name_to_which(
    many: dict[str, Page],
) -> None:
    index = part(many["topics/by/name/n/2/index.md"], "index")

    assert [
        ("Nguyễn Chủ Đề 000 – Nguyễn Chủ Đề 049", False),
        ("Nguyễn Chủ Đề 050 – Nguyễn Chủ Đề 099", True),
        ("Nguyễn Chủ Đề 100 – Nguyễn Chủ Đề 119", False),
    ] == [(item["name"], item["current"]) for item in index["parts"]]
    assert "Nguyễn Chủ Đề 050" == index["groups"][0]["links"][0]["name"]


def test_a_letter_that_english_does_not_have_leads_to_the_english_index() -> None:
    found = made(*(entity(f"t-{n:03}", f"Đường {n}", kind="topics") for n in range(60)))

    assert {"lang": "en", "url": "en/topics/", "nearest": "Topics"} == part(
        found["topics/by/name/dd/index.md"], "switch"
    )
    assert "en/topics/by/name/d/index.md" in found


def test_a_long_index_of_events_goes_back_in_blocks(many: dict[str, Page]) -> None:
    index, block = (
        part(many["events/index.md"], "index"),
        part(many["events/by/date/1/index.md"], "index"),
    )

    assert ["1959", "1910"] == [index["groups"][0]["name"], index["groups"][-1]["name"]]
    assert "events/by/date/1/" == index["older"]["url"]
    assert ["1949", "1900"] == [block["groups"][0]["name"], block["groups"][-1]["name"]]
    assert "events/" == block["newer"]["url"]


def test_pages_of_lists_are_the_same_whatever_the_order_of_the_files(many: dict[str, Page]) -> None:
    assert list(many.values()) == list(make(joined(*reversed(MANY))).values())


def post(title: str, start: str = "", end: str = "") -> DatedRole:
    return DatedRole(
        title=Bilingual(vi=title),
        start=Date.parse(start) if start else None,
        end=Date.parse(end) if end else None,
    )


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ([post("A", "2011-01", "2024-07"), post("B", "2018-10", "2021-04")], "A"),
        ([post("A", "2011-01"), post("B", "2018-10", "2021-04")], "A"),
        ([post("A", "2011-01"), post("B", "2018-10")], "B"),
        ([post("A", "", "2011"), post("B")], "A"),
    ],
)
def test_an_index_tells_the_post_that_somebody_held_last(
    posts: list[DatedRole], expected: str
) -> None:
    person = entity("tran-van-b", "Trần Văn B", roles=tuple(posts))
    (group,) = part(made(person)["en/people/index.md"], "index", "groups")

    assert [{"name": expected, "lang": "vi"}] == [item["note"] for item in group["links"]]


def test_what_has_no_letter_stands_first_in_the_strip_as_in_the_list() -> None:
    index = part(made(entity("so", "3G", kind="topics"))["topics/index.md"], "index")

    assert "#" == index["letters"][0]["name"] == index["groups"][0]["name"]

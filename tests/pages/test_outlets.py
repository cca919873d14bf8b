"""The page of an outlet: what the archive holds of it, and under which rights."""

from __future__ import annotations

from typing import Any

from generator.model import Article, Entity, Rights, Source
from tests.assemble.make import article, entity
from tests.pages.made import OUTLET, made, part

WIRE = " ".join(f"Câu thứ {number} của bản tin chung." for number in range(40))
AGENCY = entity("ttx", "Thông tấn xã", "TTX", kind="organisations", abbreviations=("VNA",))


def told(id_: str, date: str | None = "2021-12-13", agency: str = "", **facts: Any) -> Article:
    """An article of the outlet."""
    given: dict[str, Any] = {"body": f"Bài riêng {id_}.", **facts}
    return article(id_, date=date, source=Source(outlet="bao-moi", agency=agency), **given)


def facts(*things: Article | Entity, outlet: Entity = OUTLET) -> Any:
    """What the outlet's template prints."""
    return part(made(outlet, *things)[f"outlets/{outlet.id}/index.md"], "entity")


def counted(items: Any) -> list[tuple[str, str]]:
    return [(item["name"], item["count"]) for item in items]


def test_an_outlet_says_how_much_of_it_is_held_and_from_when_to_when() -> None:
    held = facts(
        told("a-2021-aaaaaaaa", "2021-12-13"),
        told("a-2003-aaaaaaaa", "2003-05"),
        told("a-undated-aaaaaaa", None),
    )["held"]

    assert "3 bài" == held["count"]
    assert "tháng 5 năm 2003 – 13 tháng 12 năm 2021" == held["span"]


def test_sections_and_agencies_are_counted_the_most_frequent_first() -> None:
    held = facts(
        AGENCY,
        told("a-2021-aaaaaaaa", section="Chính trị", agency="TTX"),
        told("a-2021-bbbbbbbb", section="Thế giới", agency="VNA"),
        told("a-2021-cccccccc", section="Thế giới", agency="Reuters"),
    )["held"]

    assert [("Thế giới", "2"), ("Chính trị", "1")] == counted(held["sections"])
    # Two spellings of one agency are one.
    assert [("Thông tấn xã", "2"), ("Reuters", "1")] == counted(held["agencies"])


def test_a_credit_of_two_agencies_counts_for_both() -> None:
    held = facts(AGENCY, told("a-2021-aaaaaaaa", agency="TTX/Báo Mới"))["held"]

    assert [("Báo Mới", "1"), ("Thông tấn xã", "1")] == counted(held["agencies"])


def test_a_spelling_that_two_agencies_share_stays_as_printed() -> None:
    other = entity("ttx-2", "Hãng khác", "TTX", kind="organisations")
    held = facts(AGENCY, other, told("a-2021-aaaaaaaa", agency="TTX"))["held"]

    assert [("TTX", "1")] == counted(held["agencies"])


def test_languages_are_those_that_it_publishes_in() -> None:
    held = facts(
        told("a-2021-aaaaaaaa"), told("a-2021-bbbbbbbb"), told("a-2021-cccccccc", lang="en")
    )["held"]

    assert [("Tiếng Việt", "2"), ("Tiếng Anh", "1")] == counted(held["languages"])


def test_reprints_are_told_apart_from_what_others_reprinted() -> None:
    elsewhere = entity("bao-hai", "Báo Hai", kind="outlets")
    own = told("a-2021-aaaaaaaa", "2021-12-13", body=WIRE)
    copy = article(
        "a-2021-bbbbbbbb",
        date="2021-12-14",
        body=WIRE,
        reprint_of="a-2021-aaaaaaaa",
        source=Source(outlet="bao-hai"),
    )
    first, second = facts(elsewhere, own, copy), facts(OUTLET, own, copy, outlet=elsewhere)

    assert "1 bài được nguồn khác đăng lại" == first["held"]["reprinted"]
    assert "" == first["held"]["reprints"]
    assert "1 bài đăng lại từ nguồn khác" == second["held"]["reprints"]
    assert "" == second["held"]["reprinted"]


def test_the_rights_of_an_outlet_say_how_much_is_shown() -> None:
    outlet = entity(
        "bao-trich",
        "Báo Trích",
        kind="outlets",
        rights=Rights(show="excerpt", holder="Báo Trích", statement="javascript:alert(1)"),
    )
    rights = facts(outlet=outlet)["rights"]

    assert "Báo Trích" == rights["holder"]
    assert "Vì lý do bản quyền, ở đây chỉ đăng phần đầu của bài." == rights["limited"]
    assert "" == rights["url"]


def test_years_make_a_chart_when_there_are_enough_of_them() -> None:
    dates = {f"a-{year}-aaaaaaaa": f"{year}" for year in (2001, 2003, 2004)}
    many = [told(id_, date) for id_, date in dates.items()]

    assert "chart" in facts(*many)
    assert "chart" not in facts(*many[:2])


def test_an_outlet_of_which_nothing_is_held_says_nothing_of_it() -> None:
    assert not any(facts()["held"].values())

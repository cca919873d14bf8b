"""What the page of an article says of other copies of its text."""

from __future__ import annotations

from generator.model import Article, Page, Source
from tests.assemble.make import article, entity, joined
from tests.pages.made import make, part

PAPER = entity("bao-moi", "Báo Mới / New Paper", kind="outlets")
OTHER = entity("bao-hai", "Báo Hai", kind="outlets")
FIRST = " ".join(f"từ{number} kể" for number in range(40))
SECOND = " ".join(f"lời{number} rằng" for number in range(40))


def story(id_: str, day: int, body: str, outlet: str = "", **facts: object) -> Article:
    return article(id_, date=f"2021-12-{day}", body=body, source=Source(outlet=outlet), **facts)


def links(pages: dict[str, Page], number: int) -> list[tuple[str, str, str]]:
    page = pages[f"2021/12/{12 + number}/tin-a-{number}/index.md"]
    return [
        (
            link["title"],
            link.get("outlet", ""),
            "; ".join(piece["name"] for phrase in link["reason"] for piece in phrase),
        )
        for link in part(page, "article", "reprints", "links")
    ]


def test_every_member_says_where_else_and_who_is_first_and_how_we_know() -> None:
    pages = make(
        joined(
            story("a-1", 13, f"{FIRST}\n\n{SECOND}", "bao-moi"),
            story("a-2", 14, FIRST, "bao-hai"),
            story("a-3", 15, SECOND),
            story("a-4", 16, "Chỉ là lời nhắn.", "bao-hai", reprint_of="a-1"),
            *(PAPER, OTHER),
        )
    )

    assert [
        ("Tin a-2", "Báo Hai", "so sánh văn bản: trùng 100%"),
        ("Tin a-3", "", "so sánh văn bản: trùng 100%"),
        ("Tin a-4", "Báo Hai", "do biên tập viên nối"),
    ] == links(pages, 1)
    assert [
        ("Tin a-1", "Báo Mới", "Bản sớm nhất; so sánh văn bản: trùng 100%"),
        ("Tin a-3", "", "nối qua một bản đăng khác"),
        ("Tin a-4", "Báo Hai", "nối qua một bản đăng khác"),
    ] == links(pages, 2)
    assert "Cũng đăng trên" == part(
        pages["2021/12/13/tin-a-1/index.md"], "article", "reprints", "name"
    )


def test_only_the_head_says_that_it_is_the_first() -> None:
    pages = make(joined(story("a-1", 13, FIRST), story("a-2", 14, FIRST)))

    first, second = (
        part(pages[f"2021/12/{12 + n}/tin-a-{n}/index.md"], "article", "reprints") for n in (1, 2)
    )

    assert "Đây là bản sớm nhất trong kho lưu trữ." == first["own"]
    assert "" == second["own"]


def test_an_article_without_copies_says_nothing_of_any() -> None:
    pages = make(joined(story("a-1", 13, FIRST), story("a-2", 14, SECOND)))

    assert "reprints" not in part(pages["2021/12/13/tin-a-1/index.md"], "article")

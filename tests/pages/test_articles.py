"""The page of an article: what is known and how, what may be shown, what became of it."""

from __future__ import annotations

import dataclasses
import json

import pytest

from generator.model import (
    Basis,
    BasisKind,
    Bilingual,
    Date,
    Image,
    OtherCapture,
    Rights,
    Source,
    Status,
)
from tests.assemble.make import article, entity, joined, translation
from tests.pages.made import (
    EVENT,
    LEAD,
    MINISTRY,
    ORIGINAL,
    OUTLET,
    TAIL,
    everything,
    made,
    make,
    part,
    strings,
)

PAGE = "2021/12/13/ong-an-du-hoi-nghi/index.md"


def test_dates_say_how_they_are_known() -> None:
    published = part(everything()[PAGE], "article", "published")

    assert "13 tháng 12 năm 2021, 06:24 GMT+7" == published["text"]
    assert "2021-12-13T06:24:00+07:00" == published["iso"]
    assert "theo địa chỉ trang" == published["basis"]


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (Basis(), "ghi trên trang"),
        (Basis(kind=BasisKind.EDITOR), "do biên tập viên xác định"),
        (Basis(kind=BasisKind.INFERRED, rule="picture-date"), "suy ra từ chú thích ảnh"),
        (Basis(kind=BasisKind.INFERRED, rule="mot-luat-moi"), "suy ra từ nội dung trang"),
    ],
)
def test_every_basis_has_words(basis: Basis, words: str) -> None:
    page = made(article(slug="tin", date_basis=basis))["2021/12/13/tin/index.md"]

    assert words == part(page, "article", "published", "basis")


def test_an_unknown_date_says_so() -> None:
    page = everything()["undated/tin-khong-ngay/index.md"]

    assert {"text": "Không rõ ngày", "url": "undated/"} == part(page, "article", "published")


def test_the_last_correction_is_when_an_article_was_modified() -> None:
    modified = part(everything()[PAGE], "article", "modified")

    assert {"text": "2 tháng 1 năm 2022", "basis": "theo lần đính chính gần nhất"} == modified
    assert "modified" not in part(everything()["en/2020/05/an-english-story/index.md"], "article")


def test_a_capture_is_named_by_its_digest_with_the_page_s_others() -> None:
    source = Source(
        sha256="a" * 64,
        captures=(OtherCapture(raw="b.html", sha256="b" * 64, captured=Date.parse("2022-01-02")),),
    )
    page = made(article(slug="tin", source=source))["2021/12/13/tin/index.md"]

    expected = {
        "text": "không rõ ngày",
        "sha256": "a" * 64,
        "others": [{"text": "2 tháng 1 năm 2022", "sha256": "b" * 64}],
        "count": "1 bản chụp khác của trang",
    }
    assert expected == part(page, "article", "captured")


def test_a_mended_place_is_not_quoted_where_the_text_may_not_be_shown() -> None:
    limited = dataclasses.replace(ORIGINAL, rights=Rights(show="link"), slug="tin")
    page = made(limited)["2021/12/13/tin/index.md"]

    assert "Đã sửa 1 chỗ." == part(page, "article", "cleaning")[-1]
    assert "Tham dự" not in json.dumps(dict(page.meta), ensure_ascii=False)


def test_an_outlet_without_a_record_is_named_by_its_id() -> None:
    page = made(article(slug="tin", source=Source(outlet="bao-la")))["2021/12/13/tin/index.md"]

    assert "bao-la" == part(page, "article", "outlet", "name")


def test_an_unknown_outlet_is_not_made_up() -> None:
    page = made(article(slug="tin", source=Source()))["2021/12/13/tin/index.md"]

    assert "outlet" not in part(page, "article")


def test_a_picture_that_is_not_held_keeps_caption_and_credit() -> None:
    (figure,) = part(everything()[PAGE], "article", "figures")

    assert ("", "Quang cảnh.", "Thu An") == (figure["src"], figure["caption"], figure["credit"])
    assert "https://baomoi.vn.example/1.jpg" == figure["url"]


def test_a_page_says_what_was_done_to_its_text() -> None:
    expected = [
        "Làm sạch theo quy tắc chung cho mọi báo.",
        "Đã bỏ 2 dòng không thuộc bài.",
        "Đã sửa “ham dự” thành “Tham dự”.",
    ]

    assert expected == part(everything()[PAGE], "article", "cleaning")
    assert "cleaning" not in part(everything()["en/2021/12/13/mr-an-attends/index.md"], "article")


def test_entities_stand_in_groups_with_the_event_first() -> None:
    groups = part(everything()[PAGE], "article", "entities")

    assert ["Sự kiện", "Nhân vật", "Tổ chức"] == [group["name"] for group in groups]
    assert ["Hội nghị Mẫu"] == [link["name"] for link in groups[0]["links"]]


def told(reason: list[list[dict[str, str]]]) -> str:
    return " · ".join("".join(piece["name"] for piece in part) for part in reason)


def test_a_related_article_says_why_it_is_there() -> None:
    related = part(everything()[PAGE], "article", "related")
    reasons = {item["title"]: told(item["reason"]) for item in related}

    assert "Nguyễn Văn An" in reasons["Tin chỉ có tiếng Việt"]


def test_the_summary_begins_after_the_dateline() -> None:
    assert part(everything()[PAGE], "description").startswith("Ông Nguyễn Văn An dự")
    assert everything()[PAGE].body.startswith("HÀ NỘI - ")


def test_an_excerpt_is_all_that_leaves_of_a_limited_article() -> None:
    page = everything()["2019/tin-trich/index.md"]

    assert "Câu mở đầu." == page.body
    assert "figures" not in part(page, "article")
    assert "https://baotrich.vn.example/tin" == part(page, "article", "original", "url")


def test_of_a_linked_article_no_word_leaves() -> None:
    page = everything()["2018/01/01/tin-dan/index.md"]

    assert ("", "") == (page.body, page.meta["description"])


def test_limits_hold_on_all_pages() -> None:
    told = [
        text
        for page in made(
            article("a-1", title="Tin", body=f"Câu mở đầu.\n\n{TAIL}", rights=Rights(show="link")),
            article("a-2", title="Tin khác", date="2021-12-14"),
        ).values()
        for text in (page.body, *(text for _, text in strings(page.meta)))
    ]

    assert "Câu mở đầu" not in json.dumps(told, ensure_ascii=False)


def test_a_withdrawn_article_stands_under_a_notice_and_a_badge() -> None:
    found = everything()
    notice = part(found["2021/12/14/tin-chi-co-tieng-viet/index.md"], "article", "notice")
    days = part(found["2021/12/index.md"], "list", "groups")

    assert {"name": "Theo yêu cầu của tòa soạn.", "lang": "vi"} == notice["note"]
    assert "Đã rút" == days[0]["links"][0]["withdrawn"]


def test_a_tombstone_holds_nothing_of_the_text() -> None:
    stones = [p for p in everything().values() if p.meta["template"] == "tombstone.html"]
    (stone,) = stones
    told = json.dumps(dict(stone.meta), ensure_ascii=False)

    assert "5 tháng 1 năm 2024" == part(stone, "tombstone", "date")
    assert {"name": "Theo quyết định.", "lang": "vi"} == part(stone, "tombstone", "note")
    assert "phải mất" not in told + stone.body
    assert "Tít phải mất" not in json.dumps(
        [list(strings(page.meta)) for page in everything().values()], ensure_ascii=False
    )


def test_corrections_have_dates() -> None:
    (correction,) = part(everything()[PAGE], "article", "corrections")

    assert ("2 tháng 1 năm 2022", "Sửa tên người.") == (correction["date"], correction["name"])


def test_only_web_addresses_become_links() -> None:
    source = Source(url="javascript:alert(1)", memento="data:text/html,x")
    page = made(article(slug="tin", source=source))["2021/12/13/tin/index.md"]

    assert not {"original", "memento"} & set(part(page, "article"))


def test_rights_of_the_outlet_hold_where_the_article_says_nothing() -> None:
    assert "Báo Mới" == part(everything()[PAGE], "article", "rights", "holder")


def test_an_article_that_names_its_outlet_by_a_former_id_is_under_the_same_rights() -> None:
    outlet = entity("bao", "Báo", kind="outlets", replaces=("bao-cu",), rights=Rights(show="link"))
    found = made(article(slug="tin", source=Source(outlet="bao-cu")), outlet)
    page = found["2021/12/13/tin/index.md"]

    assert "" == page.body
    assert "Báo" == part(page, "article", "outlet", "name")
    assert "1 bài" == part(found["outlets/bao/index.md"], "list", "count")


def test_first_mentions_link_to_the_record_by_its_file() -> None:
    body = made(OUTLET, MINISTRY, EVENT, ORIGINAL)[PAGE].body

    assert "[Bộ Ngoại giao](../../../../organisations/bo-ngoai-giao/index.md)" in body
    assert LEAD.split()[0] in body


def test_a_hostile_title_is_escaped_once_in_the_head_and_plain_elsewhere() -> None:
    title = '</title><script>x("&amp;")</script>'
    found = made(article(slug="tin", title=title), entity("x", title))
    page, year = found["2021/12/13/tin/index.md"], found["2021/index.md"]
    escaped = "&lt;/title&gt;&lt;script&gt;x(&quot;&amp;amp;&quot;)&lt;/script&gt;"

    assert escaped == page.meta["title"] == found["people/x/index.md"].meta["title"]
    assert title == part(page, "article", "headline")
    assert title == part(year, "list", "groups")[0]["links"][0]["title"]


def test_a_title_cannot_turn_the_direction_of_what_follows_it() -> None:
    page = made(article(slug="tin", title="An toàn \u202egnp.exe"))["2021/12/13/tin/index.md"]

    assert "An toàn \u202egnp.exe\u202c" == page.meta["title"]


def test_a_very_long_title_is_whole_only_on_its_own_page() -> None:
    title = "tít dài " * 600
    found = made(article(slug="tin", title=title.strip()))
    listed = part(found["2021/index.md"], "list", "groups")[0]["links"][0]["title"]

    assert title.strip() == part(found["2021/12/13/tin/index.md"], "article", "headline")
    assert listed.endswith("tít dài…")
    assert len(listed) <= 201


def test_of_a_picture_that_is_not_held_the_original_is_enough() -> None:
    image = Image(url="https://vi.example/a.jpg")
    page = made(article(slug="tin", images=(image, Image(name="a.jpg"))))["2021/12/13/tin/index.md"]

    assert ["https://vi.example/a.jpg"] == [one["url"] for one in part(page, "article", "figures")]


def test_the_reason_of_a_tombstone_is_in_the_reader_s_language_or_says_which() -> None:
    note = Bilingual(vi="Theo yêu cầu.")
    both = Bilingual(vi="Theo yêu cầu.", en="On request.")
    rows = ("/2021/12/13/tin/ a-1 vi", "/en/2021/12/13/news/ a-1 en")

    def reason(given: Bilingual) -> dict[str, str]:
        gone = article("a-1", status=Status.REMOVED, status_note=given)
        stone = make(joined(gone, registered=rows))["en/2021/12/13/news/index.md"]
        told: dict[str, str] = part(stone, "tombstone", "note")
        return told

    assert {"name": "Theo yêu cầu.", "lang": "vi"} == reason(note)
    assert {"name": "On request.", "lang": "en"} == reason(both)


def test_a_tombstone_leads_to_the_one_in_the_other_language_or_says_that_there_is_none() -> None:
    gone = article("a-1", status=Status.REMOVED, status_note=Bilingual(vi="Theo yêu cầu."))
    rows = ("/2021/12/13/tin/ a-1 vi", "/en/2021/12/13/news/ a-1 en")

    def switch(path: str, *registered: str) -> dict[str, str]:
        stone = make(joined(gone, registered=registered))[path]
        told: dict[str, str] = part(stone, "switch")
        return told

    assert {"lang": "en", "url": "en/2021/12/13/news/"} == switch("2021/12/13/tin/index.md", *rows)
    assert {"lang": "vi", "url": "2021/12/13/tin/"} == switch("en/2021/12/13/news/index.md", *rows)
    assert {"lang": "en", "url": "en/", "nearest": "Vietnam Diplomacy News Archive"} == switch(
        "2021/12/13/tin/index.md", rows[0]
    )


def test_a_translation_of_a_withdrawn_article_stands_under_the_same_notice() -> None:
    original = article(
        status=Status.WITHDRAWN, status_note=Bilingual(vi="Sai số liệu.", en="Wrong figures.")
    )
    page = made(original, translation(original, slug="news"))["en/2021/12/13/news/index.md"]

    notice = part(page, "article", "notice")
    assert "This article has been withdrawn" == notice["title"]
    assert {"name": "Wrong figures.", "lang": "en"} == notice["note"]


def test_corrections_are_listed_with_their_dates_the_oldest_first() -> None:
    page = everything()["en/2021/12/13/mr-an-attends/index.md"]

    assert [{"date": "2 January 2022", "name": "Sửa tên người.", "lang": "vi"}] == part(
        page, "article", "corrections"
    )


@pytest.mark.parametrize(
    ("written", "lang"),
    [("Theo yêu cầu của tòa soạn.", "vi"), ("At the request of the outlet.", "en"), ("X", "en")],
)
def test_a_reason_that_serves_both_languages_is_shown_in_the_one_it_is_in(
    written: str, lang: str
) -> None:
    note = Bilingual(vi=written, en=written)
    original = article(lang="en", slug="news", status=Status.WITHDRAWN, status_note=note)
    page = made(original)["en/2021/12/13/news/index.md"]

    assert {"name": written, "lang": lang} == part(page, "article", "notice", "note")

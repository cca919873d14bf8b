from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from generator.extract import Profile, article
from generator.model import Capture, Extraction

Extract = Callable[..., Extraction]

HEAD = "Hội nghị ngoại vụ khai mạc ở thủ đô"
LEAD = "Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết."
MORE = "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở."


def _date(found: Extraction) -> tuple[str, str, str]:
    value = found.fields["date"]
    return value.value, value.basis.kind.value, value.basis.rule


def _text(line: str = "", *, lead: str = LEAD, end: str = "") -> str:
    return f"{HEAD}\n{line}\n\n{lead}\n\n{MORE}\n\n{end}"


@pytest.mark.parametrize(
    "lead",
    [
        "Các đại sứ nhiệm kỳ 2023-2026 đã lên đường, theo ban tổ chức cho biết.",
        "Chiến lược 2021-2030 đề ra ba nhiệm vụ chính cho toàn ngành ngoại giao.",
        "Ngày 28/7/1995, Việt Nam gia nhập ASEAN trong niềm vui của nhiều người.",
        "Năm 2021 là một năm khó khăn với tất cả các nước trong khu vực này.",
    ],
)
def test_date_in_the_story_is_never_the_date_of_publication(
    lead: str, extract_text: Extract
) -> None:
    found = extract_text(_text(lead=lead))

    assert ("", "stated", "") == _date(found)
    assert "capture-date-unknown" in [x.code for x in found.findings]
    assert found.article
    assert found.article.path.startswith("articles/undated/")
    assert found.article.id.startswith("a-undated-")


def test_date_in_a_teaser_or_related_block_never_counts(extract_text: Extract) -> None:
    teaser = "Cầu cũ - Sputnik Việt Nam, 1920, 24.09.2021\nCây cầu được sửa xong"
    related = "Tin khác\n\nBến phà ngừng hoạt động\n\n26/04/2024 10:00\n\nGiá đất tăng"

    assert "" == _date(extract_text(_text(lead=f"{LEAD}\n{teaser}", end=related)))[0]


def test_date_in_a_sidebar_of_a_page_never_counts(extract_html: Extract) -> None:
    page = (
        f"<body><h1>{HEAD}</h1><div><p>{LEAD}</p><p>{MORE}</p></div>"
        "<div class='related'><span class='date'>26/04/2024 10:00</span></div></body>"
    )

    assert "" == _date(extract_html(page))[0]


def test_month_is_kept_as_a_month(extract_text: Extract) -> None:
    found = extract_text(_text("Tháng 11/1998"))

    assert ("1998-11", "stated", "date-line") == _date(found)
    assert found.article
    assert found.article.path.startswith("articles/1998/1998-11-hoi-nghi")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2021/12/13/tin.html", ("2021-12-13", "url", "slashes")),
        ("https://a.example/2021/12/tin.html", ("2021-12", "url", "slashes-month")),
        ("https://a.example/20211213/tin.html", ("2021-12-13", "url", "eight-digits")),
        ("https://a.example/tin-2021-12-13.html", ("2021-12-13", "url", "hyphens")),
        (
            "https://mofa.gov.vn.example/vi/ns210803192004",
            ("2021-08-03", "url", "mofa/address-id"),
        ),
        (
            "https://baochinhphu.vn.example/tin-102230316155512345.htm",
            ("2023-03-16", "url", "baochinhphu/address-id"),
        ),
        ("https://a.example/world/2021/dec/13/meeting", ("2021-12-13", "url", "slashes-named")),
        ("https://a.example/2021/tin.html", ("", "stated", "")),
        ("https://a.example/tin-20211.html", ("", "stated", "")),
        ("https://a.example/vi/ns210803192004", ("", "stated", "")),
    ],
)
def test_date_in_the_address(
    url: str, expected: tuple[str, str, str], extract_text: Extract
) -> None:
    assert expected == _date(extract_text(_text(end=url)))


def test_printed_date_wins_over_the_address(extract_text: Extract) -> None:
    found = extract_text(_text("14:08 - 17/03/2023", end="https://a.example/2021/12/13/tin.html"))

    assert ("2023-03-17T14:08:00+07:00", "stated", "date-line") == _date(found)


def test_picture_date_is_an_inference(extract_text: Extract) -> None:
    picture = "© Ảnh : Thu AnĐoàn chủ tịch\nĐoàn chủ tịch - Sputnik Việt Nam, 1920, 13.12.2021"

    assert ("2021-12-13", "inferred", "picture-date") == _date(extract_text(_text(picture)))


def test_whole_date_of_an_agency_dateline_is_an_inference(extract_text: Extract) -> None:
    found = extract_text(_text(lead=f"Hà Nội, 12/7/1995 (TTXVN) - {LEAD}"))

    assert ("1995-07-12", "inferred", "dateline-date") == _date(found)
    assert "Hà Nội, 12/7/1995 (TTXVN)" == found.fields["dateline"].value


def test_updated_is_not_published(extract_text: Extract) -> None:
    found = extract_text(_text("Cập nhật lúc 09:00 ngày 14/12/2021"))

    assert "" == _date(found)[0]
    assert "2021-12-14T09:00:00+07:00" == found.fields["modified"].value


def test_published_and_updated_on_one_line_are_told_apart(extract_text: Extract) -> None:
    found = extract_text(_text("Đăng lúc 08:00 13/12/2021 - Cập nhật 09:30 14/12/2021"))

    assert "2021-12-13T08:00:00+07:00" == _date(found)[0]
    assert "2021-12-14T09:30:00+07:00" == found.fields["modified"].value


PAGE = "<html><head>{}</head><body><h1>" + HEAD + "</h1>{}<p>" + LEAD + "</p><p>" + MORE + "</p>"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            "<meta property='article:published_time' content='2021-12-13T06:24:00+07:00'>",
            "",
            ("2021-12-13T06:24:00+07:00", "stated", "meta-article-published_time"),
        ),
        (
            (
                "<script type='application/ld+json'>"
                '{"@type":"NewsArticle","datePublished":"2021-12-13T06:24:00+07:00"}</script>'
            ),
            "<span class='date'>13/12/2021</span>",
            ("2021-12-13T06:24:00+07:00", "stated", "json-ld"),
        ),
        (
            "<meta property='article:published_time' content='2021-12-12T23:24:00Z'>",
            "<span class='date'>13/12/2021</span>",
            ("2021-12-13T06:24:00+07:00", "stated", "meta-article-published_time"),
        ),
        (
            "<meta property='article:published_time' content='2021-12-13T00:00:00+07:00'>",
            "<span class='date'>13/12/2021</span>",
            ("2021-12-13", "stated", "class-date_line"),
        ),
        (
            "",
            "<time itemprop='datePublished' datetime='2021-12-13T06:24:00+07:00'>hôm qua</time>",
            ("2021-12-13T06:24:00+07:00", "stated", "time-element"),
        ),
    ],
)
def test_date_stated_by_a_page(
    head: str, body: str, expected: tuple[str, str, str], extract_html: Extract
) -> None:
    assert expected == _date(extract_html(PAGE.format(head, body)))


def test_two_stated_dates_that_disagree_are_a_finding(extract_html: Extract) -> None:
    head = "<meta property='article:published_time' content='2021-12-20T06:24:00+07:00'>"
    found = extract_html(PAGE.format(head, "<span class='date'>13/12/2021 06:24</span>"))

    assert "2021-12-13T06:24:00+07:00" == _date(found)[0]
    assert "capture-date-conflict" in [x.code for x in found.findings]


ENGLISH = (
    "<html lang='{lang}'><head>{head}</head><body><h1>Meeting opens in the capital</h1>"
    "<span class='date'>{line}</span><p>Officials of all of the provinces met in the city to talk "
    "about the work of the year.</p><p>The meeting ended with a talk that was open to all of the "
    "guests.</p>{more}</body></html>"
)


def _english(line: str = "", *, head: str = "", lang: str = "en", more: str = "") -> str:
    return ENGLISH.format(line=line, head=head, lang=lang, more=more)


META = "<meta property='{}' content='{}'>"
PUBLISHED, MODIFIED = "article:published_time", "article:modified_time"


@pytest.mark.parametrize(
    ("head", "rule"),
    [
        (META.format("article:published_time", "2021-12-13"), "meta-article-published_time"),
        ("<meta name='dc.date.issued' content='2021-12-13'>", "meta-dc.date.issued"),
        ("<meta name='DCTERMS.issued' content='2021-12-13'>", "meta-dcterms.issued"),
        ("<meta name='parsely-pub-date' content='2021-12-13'>", "meta-parsely-pub-date"),
        ("<meta name='sailthru.date' content='Mon, 13 Dec 2021'>", "meta-sailthru.date"),
        ("<meta itemprop='datePublished' content='20211213'>", "meta-datepublished"),
    ],
)
def test_vocabularies_of_metadata_are_read(head: str, rule: str, extract_html: Extract) -> None:
    assert ("2021-12-13", "stated", rule) == _date(extract_html(_english(head=head)))


@pytest.mark.parametrize(
    "more",
    [
        "<p itemprop='datePublished' content='2021-12-13'>hôm nọ</p>",
        "<time pubdate datetime='2021-12-13'>some day</time>",
        "<time class='entry-date published' datetime='2021-12-13'>some day</time>",
        "<span property='schema:datePublished' content='2021-12-13'>some day</span>",
    ],
)
def test_marks_in_the_body_are_read(more: str, extract_html: Extract) -> None:
    assert ("2021-12-13", "stated", "time-element") == _date(extract_html(_english(more=more)))


@pytest.mark.parametrize(
    "more",
    [
        "<aside><time pubdate datetime='2021-12-13'>13 Dec</time></aside>",
        "<div class='related-news'><time datetime='2021-12-13' pubdate>13 Dec</time></div>",
        (
            "<div itemscope itemtype='http://schema.org/Comment'><p>"
            "<meta itemprop='datePublished' content='2021-12-13'></p></div>"
        ),
        "<ol class='comment-list'><li><time datetime='2021-12-13'>13 Dec</time></li></ol>",
        "<footer>Copyright 2021-12-13</footer>",
        "<footer><p>© 2019-2026 The Example. All rights reserved.</p></footer>",
    ],
)
def test_marks_of_other_things_never_count(more: str, extract_html: Extract) -> None:
    assert "" == _date(extract_html(_english(more=more)))[0]


@pytest.mark.parametrize(
    "stamp",
    ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "2021", "2023-2026", "1899-12-30", "1901-05-05",
     "3021-01-01", "yesterday", "13/13/2021"],
)  # fmt: skip
def test_default_of_software_is_no_date(stamp: str, extract_html: Extract) -> None:
    assert "" == _date(extract_html(_english(head=META.format(PUBLISHED, stamp))))[0]


def test_midnight_that_a_machine_writes_is_no_time(extract_html: Extract) -> None:
    page = _english(head=META.format(PUBLISHED, "2021-12-13T00:00:00+00:00"))

    assert "2021-12-13" == _date(extract_html(page))[0]


def test_day_after_the_capture_is_not_believed(profiles: tuple[Profile, ...]) -> None:
    def date(stamp: str) -> str:
        page = Capture(
            raw="a.html",
            sha256="0" * 64,
            format="html",
            encoding="utf-8",
            text=_english(head=META.format(PUBLISHED, stamp)),
            captured=datetime(2021, 12, 13, 20, 0, tzinfo=UTC),
        )
        return _date(article(page, profiles))[0]

    assert "" == date("2021-12-20")
    assert "2021-12-14T02:00:00+07:00" == date("2021-12-14T02:00:00+07:00")
    assert "2021-12-13" == date("2021-12-13")


def test_day_of_the_change_explains_the_date_that_is_printed(extract_html: Extract) -> None:
    head = META.format(PUBLISHED, "2021-12-13T06:24:00+00:00")
    head += META.format(MODIFIED, "2022-02-01T06:24:00+00:00")
    found = extract_html(_english("February 1, 2022", head=head))

    assert ("2021-12-13T06:24:00+00:00", "stated", "meta-article-published_time") == _date(found)
    assert "2022-02-01" == found.fields["modified"].value[:10]
    assert "capture-date-conflict" not in [x.code for x in found.findings]


def test_earlier_of_two_that_disagree_is_an_inference_and_both_are_named(
    extract_html: Extract,
) -> None:
    found = extract_html(_english("March 1, 2020", head=META.format(PUBLISHED, "2021-12-13")))
    named = [x.what.en for x in found.findings if x.code == "capture-date-conflict"]

    assert ("2020-03-01", "inferred") == _date(found)[:2]
    assert 1 == len(named)
    assert "2020-03-01 (class-date_line)" in named[0]
    assert "2021-12-13 (meta-article-published_time)" in named[0]


def test_date_beside_the_headline_that_the_page_does_not_state_is_a_doubt(
    extract_html: Extract,
) -> None:
    page = _english(head=META.format(PUBLISHED, "2021-12-13")).replace(
        "<span class='date'></span>", "<p class=x>March 1, 2020 • 5 views of it</p>"
    )
    found = extract_html(page)

    assert ("2020-03-01", "inferred") == _date(found)[:2]
    assert "capture-date-conflict" in [x.code for x in found.findings]


def test_address_decides_between_two_that_disagree(extract_html: Extract) -> None:
    head = META.format(PUBLISHED, "2021-12-13")
    head += "<link rel=canonical href='https://a.example/2021/12/13/meeting'>"
    found = extract_html(_english("March 1, 2020", head=head))

    assert ("2021-12-13", "stated") == _date(found)[:2]
    assert "capture-date-conflict" in [x.code for x in found.findings]


@pytest.mark.parametrize(
    ("line", "date", "modified"),
    [
        ("Updated December 13, 2021", "", "2021-12-13"),
        ("Last modified: 13 December 2021", "", "2021-12-13"),
        ("Published March 1, 2020 | Updated December 13, 2021", "2020-03-01", "2021-12-13"),
        ("Updated December 13, 2021, published March 1, 2020", "2020-03-01", "2021-12-13"),
        ("March 1, 2020 (Last updated: December 13, 2021)", "2020-03-01", "2021-12-13"),
        ("Medically reviewed on December 13, 2021", "", ""),
        ("December 13, 2021 (updated)", "", "2021-12-13"),
        (
            "Originally published on March 1, 2020 and updated December 13, 2021",
            "2020-03-01",
            "2021-12-13",
        ),
    ],
)
def test_words_say_what_a_printed_date_is(
    line: str, date: str, modified: str, extract_html: Extract
) -> None:
    found = extract_html(_english(line))

    assert (date, modified) == (_date(found)[0], found.fields["modified"].value)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (_english("03/04/2021"), ("", "stated", "")),
        (_english("03/04/2021", lang="en-US"), ("", "stated", "")),
        (_english("03/04/2021", lang="en-GB"), ("2021-04-03", "stated", "class-date_line")),
        (
            _english("03/04/2021", more="<p>They met on 12/25/2020 as well, at one table.</p>"),
            ("2021-03-04", "stated", "class-date_line"),
        ),
        (
            _english(
                "03/04/2021",
                head="<link rel=canonical href='https://a.example/2021/03/04/meeting'>",
            ),
            ("2021-03-04", "stated", "class-date_line"),
        ),
        (
            _english("03/04/2021", head=META.format(MODIFIED, "2021-03-04T10:00:00Z")),
            ("2021-03-04", "stated", "class-date_line"),
        ),
    ],
)
def test_ambiguous_day_is_told_by_what_else_the_page_says(
    page: str, expected: tuple[str, str, str], extract_html: Extract
) -> None:
    assert expected == _date(extract_html(page))


TIME = "<time datetime='2021-12-13T06:24:00+01:00'>a while ago</time>"


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        (f"<p>Filed {TIME}</p>", "time-element"),
        (
            f"<p>The talk held {TIME} was said to be the best of all of those in the city.</p>",
            "time-element-alone",
        ),
    ],
)
def test_only_time_on_a_page_is_an_inference(more: str, rule: str, extract_html: Extract) -> None:
    found = extract_html(_english(more=more))

    assert ("2021-12-13T06:24:00+01:00", "inferred", rule) == _date(found)


def test_date_of_a_day_that_nothing_names_is_an_inference(extract_html: Extract) -> None:
    vague = "<meta name='date' content='2021-12-13'>"

    assert ("2021-12-13", "inferred", "meta-date") == _date(extract_html(_english(head=vague)))


def test_page_drawn_by_a_script_states_its_date_there(extract_html: Extract) -> None:
    script = r'<script>push("{\"datePublished\":\"2021-12-13T06:24:00Z\"}")</script>'

    assert ("2021-12-13T06:24:00+00:00", "inferred", "script") == _date(
        extract_html(_english(more=script))
    )


def test_moment_in_utc_is_the_day_that_the_page_prints(extract_html: Extract) -> None:
    head = META.format(PUBLISHED, "2021-12-14T03:05:00+00:00")

    assert "2021-12-13" == _date(extract_html(_english("December 13, 2021", head=head)))[0]
    local = "<time datetime='2021-12-13T19:05:00-08:00'>December 13, 2021</time>"
    assert "2021-12-13" == _date(extract_html(_english(local, head=head)))[0][:10]


def test_moment_in_utc_is_on_the_clock_of_a_vietnamese_page(extract_html: Extract) -> None:
    head = META.format(PUBLISHED, "2021-12-12T23:24:00Z")

    assert "2021-12-13T06:24:00+07:00" == _date(extract_html(PAGE.format(head, "")))[0]


def test_todays_date_in_the_head_of_a_site_is_not_the_storys(extract_html: Extract) -> None:
    page = (
        "<body><header class='site-header'><span class='date'>Chủ nhật, 22/11/2026</span></header>"
        f"<h1>{HEAD}</h1><p>{LEAD}</p><p>{MORE}</p></body>"
    )

    assert "" == _date(extract_html(page))[0]


def test_scrapers_item_states_what_the_page_does_not(profiles: tuple[Profile, ...]) -> None:
    item = Capture(
        raw="a.jsonl#1",
        sha256="0" * 64,
        format="text",
        encoding="utf-8",
        text=f"{LEAD}\n\n{MORE}",
        member=1,
        url="https://a.example/tin/1",
        given=(("title", HEAD), ("date", "2021-12-13 08:30:00"), ("byline", "Thu An")),
    )
    found = article(item, profiles)

    assert ("2021-12-13T08:30:00+07:00", "stated", "item") == _date(found)
    assert (HEAD, "item") == (found.fields["title"].value, found.fields["title"].basis.rule)
    assert ("Thu An", "item") == (found.fields["byline"].value, found.fields["byline"].basis.rule)
    assert "https://a.example/tin/1" == found.fields["source.url"].value


def test_item_that_disagrees_with_its_page_is_a_finding(profiles: tuple[Profile, ...]) -> None:
    item = Capture(
        raw="a.jsonl#1",
        sha256="0" * 64,
        format="html",
        encoding="utf-8",
        text=_english("March 1, 2020"),
        given=(("date", "2021-12-13"),),
    )
    found = article(item, profiles)

    assert ("2020-03-01", "inferred") == _date(found)[:2]
    assert "capture-date-conflict" in [x.code for x in found.findings]


def test_ambiguous_day_on_an_english_page_is_unknown(extract_text: Extract) -> None:
    text = (
        "Meeting opens in the capital\n03/04/2021\n\nOfficials of all of the provinces met in the "
        "city to talk about the work of the year.\n\nThe meeting ended with a talk that was open "
        "to all of the guests."
    )

    assert "" == _date(extract_text(text))[0]


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2024-03-12T14:30:00+01:00", "2024-03-12T14:30:00+01:00"),
        ("2024-03-12T14:30:45+01:00", "2024-03-12T14:30:45+01:00"),
        ("2024-03-12T14:31:00+01:00", "2024-03-12T14:30:00"),
    ],
)
def test_zone_of_a_stamp_that_is_the_printed_minute_is_kept(
    stamp: str, expected: str, extract_html: Extract
) -> None:
    page = (
        f"<head><meta property='article:published_time' content='{stamp}'></head><body>"
        "<h1>Harbour council approves the ferry</h1><p class='date'>Published 12 March 2024 14:30"
        "</p><p>The harbour council on Monday approved a plan to build a new ferry terminal.</p>"
        "<p>The terminal will replace the old pier, which was closed after last winter.</p></body>"
    )

    assert expected == _date(extract_html(page))[0]

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Extraction

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


def test_ambiguous_day_on_an_english_page_is_unknown(extract_text: Extract) -> None:
    text = (
        "Meeting opens in the capital\n03/04/2021\n\nOfficials of all of the provinces met in the "
        "city to talk about the work of the year.\n\nThe meeting ended with a talk that was open "
        "to all of the guests."
    )

    assert "" == _date(extract_text(text))[0]

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import agencies, bylines
from generator.model import Extraction

Extract = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("By Thu An and Trần Bình", ("Thu An", "Trần Bình")),
        ("Thực hiện: Ngô Bảo, Trần Đức và Lê An", ("Ngô Bảo", "Trần Đức", "Lê An")),
        ("Vũ Khuyên - Chí Phương", ("Vũ Khuyên", "Chí Phương")),
        ("Anh Tú-Thu An/VOV-Bangkok", ("Anh Tú", "Thu An")),
        ("Phóng viên Thu An", ("Thu An",)),
        ("CTV Thu An/VOV-TP.HCM", ("Thu An",)),
        ("Hà Thu (t/h)", ("Hà Thu",)),
        ("Hồng Nhung (TTXVN)", ("Hồng Nhung",)),
        ("By Ann Lee and Bo Ray, Reuters", ("Ann Lee", "Bo Ray")),
        ("By Jane Doe, Staff Writer", ("Jane Doe",)),
        ("Jane Doe, Ph.D.", ("Jane Doe",)),
        ("By Jane Doe | Updated December 3, 2021 | 5 min read", ("Jane Doe",)),
        ("Jane Doe jane@a.example @jane", ("Jane Doe",)),
        ("Ronan O’Brien & John McDonald", ("Ronan O’Brien", "John McDonald")),
        ("Jean-Luc Picard", ("Jean-Luc Picard",)),
        ("Ludwig van der Rohe", ("Ludwig van der Rohe",)),
        ("Nguyễn Văn A", ("Nguyễn Văn A",)),
        ("To Lam", ("To Lam",)),
        ("THU AN", ("THU AN",)),
        ("Иван Петров", ("Иван Петров",)),
        ("习近平", ("习近平",)),
    ],
)
def test_people_of_a_byline_are_named_each_once(text: str, people: tuple[str, ...]) -> None:
    assert people == bylines.people(bylines.clean(text))


@pytest.mark.parametrize(
    "text",
    ["VCCorp", "PV", "Nhóm PV", "Theo TTXVN", "(TTXVN)", "Ban Biên tập", "Admin", "Staff",
     "Reuters", "By The Associated Press", "AP", "CNN Newsroom", "BBC News", "Guest Contributor",
     "The Upwork Team", "VnExpress", "Báo Quốc tế", "Tổng hợp", "https://a.example/jane",
     "jane@a.example", "@jane", "jane_doe7", "5 min read", "Follow", "", "By", "Read more",
     "tinyhousejourney", "MixmasterFred"],
)  # fmt: skip
def test_who_is_no_person_is_not_named(text: str) -> None:
    assert () == bylines.people(bylines.clean(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hồng Nhung (TTXVN/Vietnam+)", ("Hồng Nhung", "TTXVN/Vietnam+")),
        ("Thu An (theo Reuters)", ("Thu An", "Reuters")),
        ("Ann Lee, Associated Press", ("Ann Lee", "Associated Press")),
        ("Theo Tân Hoa xã", ("", "Tân Hoa xã")),
        ("AFP", ("", "AFP")),
        ("Thu An", ("Thu An", "")),
        ("Ann Reuters", ("Ann Reuters", "")),
    ],
)
def test_agency_behind_a_byline_is_parted_from_it(text: str, expected: tuple[str, str]) -> None:
    assert expected == agencies.split(text)


@given(st.text(max_size=300))
def test_no_text_makes_a_name_with_an_address_in_it(text: str) -> None:
    for name in bylines.people(bylines.clean(text)):
        assert not any(mark in name for mark in "@<>{}:0123456789")


PAGE = (
    "<html lang='en'><head><meta property='og:site_name' content='The Example'>{head}</head><body>"
    "<h1>Meeting opens in the capital</h1>{line}<p>Officials of all of the provinces met in the "
    "city to talk about the work of the year.</p><p>The meeting ended with a talk that was open to "
    "all of the guests.</p></body></html>"
)
LD = '<script type=\'application/ld+json\'>{{"@type":"NewsArticle","author":{}}}</script>'


def _found(found: Extraction) -> tuple[str, str]:
    return found.fields["byline"].value, found.fields["byline"].basis.rule


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        (LD.format('{"@type":"Person","name":"Jane Doe"}'), "", ("Jane Doe", "json-ld-author")),
        (
            LD.format('[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"Bo Ray"}]'),
            "",
            ("Jane Doe, Bo Ray", "json-ld-author"),
        ),
        (LD.format('{"@type":"Organization","name":"Jane Doe"}'), "", ("", "")),
        (LD.format('{"@type":"Person","name":"The Example"}'), "", ("", "")),
        (LD.format('{"@type":"Person","name":"admin"}'), "", ("", "")),
        (LD.format('"Jane Doe"'), "", ("Jane Doe", "json-ld-author")),
        ("<meta name=author content='Jane Doe'>", "", ("Jane Doe", "meta-author")),
        ("<meta name=author content='VCCorp.vn'>", "", ("", "")),
        ("<meta property='article:author' content='https://fb.example/jane'>", "", ("", "")),
        (
            (
                "<meta name='citation_author' content='Doe, Jane'>"
                "<meta name='citation_author' content='Bo Ray'>"
            ),
            "",
            ("Bo Ray", "meta-citation_author"),
        ),
        (
            (
                "<meta name='twitter:label1' content='Written by'>"
                "<meta name='twitter:data1' content='Jane Doe'>"
            ),
            "",
            ("Jane Doe", "meta-twitter-data1"),
        ),
        (
            (
                "<meta name='twitter:label1' content='Time to read'>"
                "<meta name='twitter:data1' content='Jane Doe'>"
            ),
            "",
            ("", ""),
        ),
        ("", "<p>Written by Jane Doe, Staff Writer</p>", ("Jane Doe", "by-line")),
        (
            "<meta name=author content='Bo Ray'>",
            "<p>By Jane Doe</p>",
            ("Jane Doe", "byline-by"),
        ),
    ],
)
def test_byline_of_a_page_is_of_people(
    head: str, line: str, expected: tuple[str, str], extract_html: Extract
) -> None:
    assert expected == _found(extract_html(PAGE.format(head=head, line=line)))


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        (LD.format('{"@type":"Organization","name":"Reuters"}'), "Reuters"),
        (LD.format('{"@type":"Person","name":"Associated Press"}'), "Associated Press"),
        ("<meta name=author content='TTXVN'>", "TTXVN"),
        (
            LD.format('{"@type":"Organization","name":"Sputnik"}')
            + "<meta name='application-name' content='Sputnik International'>",
            "",
        ),
    ],
)
def test_agency_that_a_page_states_as_its_author_is_the_agency(
    head: str, agency: str, extract_html: Extract
) -> None:
    page = PAGE.replace("<meta property='og:site_name' content='The Example'>", "")
    found = extract_html(page.format(head=head, line=""))

    assert (agency, "") == (found.fields["source.agency"].value, found.fields["byline"].value)


def test_people_of_a_byline_are_listed_for_who_links_them(extract_html: Extract) -> None:
    found = extract_html(PAGE.format(head="", line="<p>By Jane Doe and Bo Ray</p>"))

    assert "Jane Doe; Bo Ray" == found.fields["byline.people"].value
    assert "byline.people" not in extract_html(PAGE.format(head="", line="")).fields

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import clocks, dates
from generator.model import Date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thứ sáu, 22/10/2021 06:24 AM - 0 Trả lời", "2021-10-22T06:24:00+07:00"),
        ("14:08 - 17/03/2023", "2023-03-17T14:08:00+07:00"),
        ("Chủ nhật, 10/09/2023 22:30 PM", "2023-09-10T22:30:00+07:00"),
        ("12:05 AM 1/2/2003", "2003-02-01T00:05:00+07:00"),
        ("12:05 PM 1/2/2003", "2003-02-01T12:05:00+07:00"),
        ("Thứ Hai, ngày 13 tháng 12 năm 2021", "2021-12-13"),
        ("13 tháng 12, 2021", "2021-12-13"),
        ("8h30 ngày 13.12.2021", "2021-12-13T08:30:00+07:00"),
        ("8 giờ 30 phút, 13-12-2021", "2021-12-13T08:30:00+07:00"),
        ("Monday, December 13, 2021 6:24 p.m. GMT+7", "2021-12-13T18:24:00+07:00"),
        ("13 Dec 2021 06:24:00 +0000", "2021-12-13T06:24:00+00:00"),
        ("2021-12-13T06:24:05Z", "2021-12-13T06:24:05+00:00"),
        ("2021-12-13T06:24:05.123-05:00", "2021-12-13T06:24:05-05:00"),
        ("2021-12-13", "2021-12-13"),
        ("December 13th, 2021", "2021-12-13"),
        ("12/13/2021", "2021-12-13"),
        ("08:30 | 13/12/2021", "2021-12-13T08:30:00+07:00"),
        ("Thứ Hai, 13/12/2021, 08:30 (GMT+7)", "2021-12-13T08:30:00+07:00"),
        ("Ngày đăng: 13-12-2021", "2021-12-13"),
        ("13 Tháng Mười Hai, 2021", "2021-12-13"),
        ("Tháng Mười Hai 13, 2021", "2021-12-13"),
        ("Tháng 12 13, 2021", "2021-12-13"),
        ("on Friday December 19, 2025 @08:00PM", "2025-12-19T20:00:00+07:00"),
        ("Jan. 17, 2025 at 1:39 PM EST", "2025-01-17T13:39:00-05:00"),
        ("2022-11-23T08:10+02:00", "2022-11-23T08:10:00+02:00"),
        ("Fri Dec 19 2025 10:30:00 GMT+0000 (Coordinated)", "2025-12-19T10:30:00+00:00"),
        ("1er décembre 2021 à 20h15", "2021-12-01T20:15:00+07:00"),
        ("Montag, 13. Dezember 2021", "2021-12-13"),
        ("13 de diciembre de 2021", "2021-12-13"),
        ("13 декабря 2021, 08:30", "2021-12-13T08:30:00+07:00"),
        ("2021/12/13 08:30", "2021-12-13T08:30:00+07:00"),
        ("2021年12月13日", "2021-12-13"),
        ("2021년 12월 13일", "2021-12-13"),
    ],
)
def test_stamp_is_read_as_precisely_as_it_is_printed(text: str, expected: str) -> None:
    assert expected == str(dates.stamp(text, timezone_offset="+07:00"))


@pytest.mark.parametrize(
    "text",
    [
        "2021",
        "nhiệm kỳ 2023-2026",
        "giai đoạn 2021-2030",
        "21/10",
        "ngày 29/7",
        "tháng 10",
        "31/02/2021",
        "45/45/2021",
        "1.150 điểm đến",
        "Hội nghị lần thứ 31",
        "Quyết định số 12/2021/NĐ-CP",
        "192.168.1.2021",
        "22/10/2021/5",
        "01/01/1800",
    ],
)
def test_what_is_not_a_full_date_is_none(text: str) -> None:
    assert dates.find(text) == ()
    assert None is dates.stamp(text)


def test_line_with_two_days_states_none() -> None:
    assert None is dates.stamp("7/5/1984 - 7/5/2024")


def test_day_and_month_that_could_be_swapped_are_unknown_unless_day_comes_first() -> None:
    assert None is dates.stamp("03/04/2021", day_first=False)
    assert "2021-04-03" == str(dates.stamp("03/04/2021", day_first=True))
    assert "2021-04-13" == str(dates.stamp("13/04/2021", day_first=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Tháng 11/1998", "1998-11"), ("November 1998", "1998-11"), ("tháng 13/1998", "None")],
)
def test_month_line_has_the_precision_of_a_month(text: str, expected: str) -> None:
    assert expected == str(dates.month(text))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2021-12-13", "2021-12-13T06:24:00+07:00", True),
        ("2021-12-14T06:30:00+07:00", "2021-12-13T23:30:00+00:00", True),
        ("2021-12-14", "2021-12-13T23:30:00+00:00", True),
        ("2021-12", "2021-12-13", True),
        ("2021-12-13", "2021-12-14", False),
        ("2021-12-13T06:24:00+07:00", "2021-12-15T06:24:00+07:00", False),
        ("2021-11", "2021-12-13", False),
        ("2021-12-12", "2021-12-13T03:05:00+00:00", True),
        ("2021-12-14", "2021-12-13T03:05:00+00:00", False),
    ],
)
def test_same_day_is_told_across_precisions_and_zones(first: str, second: str, same: bool) -> None:  # noqa: FBT001 a table
    assert same is dates.same_day(Date.parse(first), Date.parse(second))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/13/2021 and 1/2/2022", {"month"}),
        ("13/12/2021", {"day"}),
        ("13/12/2021, 12/14/2021", {"day", "month"}),
        ("1/2/2022, 45/45/2021", set()),
    ],
)
def test_order_of_day_and_month_is_told_by_a_day_after_the_twelfth(
    text: str, expected: set[str]
) -> None:
    assert expected == dates.orders(text)


def test_moment_in_utc_is_shown_on_the_outlets_clock() -> None:
    late = Date.parse("2021-12-12T23:24:00Z")

    assert "2021-12-13T06:24:00+07:00" == str(dates.in_zone(late, "+07:00"))
    assert "2021-12-12T18:24:00-05:00" == str(dates.in_zone(late, "-05:00"))
    assert late == dates.in_zone(late, "")
    assert dates.same_moment(late, Date.parse("2021-12-13T06:24:00+07:00"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8:30 CST", ("08:30:00", "")),  # Chicago's, or China's
        ("8:30 PST", ("08:30:00", "-08:00")),
        ("8:30 +0545", ("08:30:00", "+05:45")),
        ("8:30 GMT+25", ("08:30:00", "")),
        ("25:30", ("", "")),
        ("2 tỷ", ("", "")),
    ],
)
def test_offset_is_what_is_printed_and_else_unknown(text: str, expected: tuple[str, str]) -> None:
    assert expected == clocks.read(text)


@given(st.text(alphabet="0123456789/.-: ngàythángnămTZGMT+", max_size=40))
def test_no_text_makes_the_reader_fail_or_leave_its_bounds(text: str) -> None:
    found = dates.find(text)

    assert all(dates.EARLIEST <= day.date.year <= dates.LATEST for day in found)
    assert all(day.date.month and day.date.day for day in found)
    dates.stamp(text)


@given(st.dates(min_value=date(dates.EARLIEST, 1, 1), max_value=date(dates.LATEST, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    iso = str(day)
    year, month, number = iso.split("-")

    assert iso == str(dates.stamp(f"{number}/{month}/{year}"))
    assert iso == str(dates.stamp(f"ngày {int(number)} tháng {int(month)} năm {year}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 21, 2025April 24, 2025 by The Ritualist", "2025-04-24"),
        ("Posted by Soliant on December 20, 2024September 26, 2025", "2024-12-20"),
        ("May 21, 2025 April 24, 2025", ""),
        ("May 21, 2025", ""),
        ("May 1, 2025May 2, 2025May 3, 2025", ""),
    ],
)
def test_the_earlier_of_two_dates_that_flattening_glued(text: str, expected: str) -> None:
    found = dates.glued(dates.find(text))

    assert expected == (str(found.date) if found else "")


def test_month_that_flattening_glued_to_a_name_is_a_month() -> None:
    (found,) = dates.find("By thegrangehallFebruary 16, 2026No Comments")

    assert "2026-02-16" == str(found.date)

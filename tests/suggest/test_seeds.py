"""On the five real scrapes, where they are at hand: every named person, with every post."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import content, convert, suggest
from generator.assemble import gather
from generator.suggest import Survey
from tests.conftest import REPOSITORY

SCRAPES = REPOSITORY.parent / "shared/seeds"
pytestmark = pytest.mark.skipif(not SCRAPES.is_dir(), reason="the five scrapes are not at hand")

PEOPLE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Bùi Thanh Sơn": (
        ("Bộ trưởng Bộ Ngoại giao", "Bộ Ngoại giao"),
        ("Uỷ viên Trung ương Đảng", ""),
    ),
    "Lê Thị Thu Hằng": (("Thứ trưởng Bộ Ngoại giao", "Bộ Ngoại giao"),),
    "Nguyễn Quang Vinh": (
        (
            "Tổng Thư ký Phòng Thương mại và Công nghiệp Việt Nam",
            "Phòng Thương mại và Công nghiệp Việt Nam",
        ),
    ),
    "Phan Anh Sơn": (
        (
            "Phó Chủ tịch kiêm Tổng Thư ký Liên hiệp các tổ chức hữu nghị Việt Nam",
            "Liên hiệp các tổ chức hữu nghị Việt Nam",
        ),
    ),
    "Phạm Minh Chính": (("Thủ tướng Chính phủ", "Chính phủ"),),
    "Vũ Quang Minh": (("Thứ trưởng Bộ Ngoại giao", "Bộ Ngoại giao"),),
    "Vũ Việt Trang": (("Tổng Giám đốc Thông tấn xã Việt Nam", "Thông tấn xã Việt Nam"),),
    "Bùi Lâm Khánh": (),
    "Lại Minh Đông": (),
    "Dương Giang": (),
    "Vũ Khuyên": (),
    "Chí Phương": (),
}
SHORT = {"Nguyễn Quang Vinh": "VCCI", "Phan Anh Sơn": "VUFO"}
WORKS = {
    "Bùi Lâm Khánh": ("credit", ("TTXVN",)),
    "Lại Minh Đông": ("credit", ("TTXVN",)),
    "Dương Giang": ("credit", ("TTXVN",)),
    "Vũ Khuyên": ("byline", ()),
    "Chí Phương": ("byline", ()),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    target: Path = tmp_path_factory.mktemp("seeds") / "content"
    assert ["written"] * 5 == [one.status for one in convert.run(SCRAPES, target)]
    return suggest.survey(gather(content.read(target).articles))


def test_every_named_person_is_found_with_every_post_and_nobody_else(seen: Survey) -> None:
    found = {
        one.name.vi: tuple(sorted((post.title, post.organisation) for post in one.posts))
        for one in suggest.people(seen, ())
    }

    assert PEOPLE == found


def test_short_forms_of_organisations_are_kept(seen: Survey) -> None:
    found = {
        one.name.vi: post.abbreviation
        for one in suggest.people(seen, ())
        for post in one.posts
        if post.abbreviation
    }

    assert SHORT == found


def test_writers_and_photographers_have_an_agency_and_no_post(seen: Survey) -> None:
    found = {
        one.name.vi: (str(one.how[0]), one.agencies)
        for one in suggest.people(seen, ())
        if not one.posts
    }

    assert WORKS == found


def test_organisations_are_found_with_their_short_forms(seen: Survey) -> None:
    found = {one.name.vi: one.abbreviations for one in suggest.organisations(seen, ())}

    assert {
        "Bộ Ngoại giao": (),
        "Bộ Công Thương": (),
        "Thông tấn xã Việt Nam": ("TTXVN",),
        "Liên hiệp các tổ chức hữu nghị Việt Nam": ("VUFO",),
        "Phòng Thương mại và Công nghiệp Việt Nam": ("VCCI",),
        "Vietnam Airlines": (),
    }.items() <= found.items()

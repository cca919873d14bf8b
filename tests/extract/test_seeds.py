"""On real scrapes, where they are at hand; none of their sentences is here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import captures
from generator.extract import Profile, article
from generator.model import Extraction, Role

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real scrapes are not here")

# Line numbers of all that is not the story; every other line that is not blank is.
REMOVED: Mapping[str, tuple[int, ...]] = {
    "000": (),
    "001": (9, 11, 25, 27),
    "002": (3, 4, 5, 20, 21, 22, 33, 34, 35, 38, 39, *range(45, 52)),
    "003": (
        *(3, 9, 11, 23, 25, 27, 29, 31, 33, 34, 36, 38, 40, 41, 43, 45, 47, 48, 50, 52, 54),
        *(55, 57, 59, 61),
    ),
    "004": (1, 6, 8, 14),
}
FIELDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "000": {"date": ("", "stated"), "source.outlet": ("", "stated"), "event_date": ("", "stated")},
    "001": {
        "date": ("2021-08-03", "url"),
        "event_date": ("2021-07-29", "inferred"),
        "source.outlet": ("mofa", "url"),
        "source.agency": ("", "stated"),
        "byline": ("", "stated"),
    },
    "002": {
        "date": ("2021-12-13", "inferred"),
        "event_date": ("2021-12-13", "inferred"),
        "source.outlet": ("sputnik", "inferred"),
        "dateline": ("HÀ NỘI (Sputnik)", "stated"),
    },
    "003": {
        "date": ("2021-10-22T06:24:00+07:00", "stated"),
        "event_date": ("2021-10-21", "inferred"),
        "source.outlet": ("congluan", "inferred"),
        "byline": ("PV", "stated"),
        "dateline": ("(CLO)", "stated"),
    },
    "004": {
        "date": ("2023-03-17T14:08:00+07:00", "stated"),
        "event_date": ("2023-03-16", "inferred"),
        "source.outlet": ("vov", "inferred"),
        "byline": ("Vũ Khuyên - Chí Phương", "stated"),
        "section": ("Video Tin trong nước", "stated"),
        "genre": ("video", "inferred"),
    },
}


def _extract(name: str, profiles: tuple[Profile, ...]) -> Extraction:
    path = next(SEEDS.glob(f"{name}_*.txt"))
    return article(captures.read(path, raw=SEEDS), profiles)


@pytest.mark.parametrize("name", REMOVED)
def test_every_line_is_kept_or_removed_rightly(name: str, profiles: tuple[Profile, ...]) -> None:
    found = _extract(name, profiles)

    assert list(REMOVED[name]) == [removal.n for removal in found.removals]
    assert list(REMOVED[name]) == [label.block.n for label in found.lines if not label.kept]


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_recovered_with_its_basis(name: str, profiles: tuple[Profile, ...]) -> None:
    found = _extract(name, profiles)
    fields = {
        field: (found.fields[field].value, found.fields[field].basis.kind.value)
        for field in FIELDS[name]
    }

    assert FIELDS[name] == fields


def test_no_more_and_no_less_than_51_lines_are_removed(profiles: tuple[Profile, ...]) -> None:
    assert 51 == sum(len(_extract(name, profiles).removals) for name in REMOVED)


def test_a_missing_headline_is_derived_and_says_so(profiles: tuple[Profile, ...]) -> None:
    made = _extract("001", profiles).article

    assert made
    assert ("inferred", "first-sentence") == (made.title_basis.kind.value, made.title_basis.rule)
    assert made.title.startswith("Bộ Ngoại giao đã tổ chức")
    assert made.title.endswith("…")


def test_a_stated_headline_is_taken_from_its_line(profiles: tuple[Profile, ...]) -> None:
    stated = {
        name: [label.block.n for label in found.lines if label.role is Role.HEADLINE]
        for name in REMOVED
        for found in [_extract(name, profiles)]
    }

    assert {"000": [1], "001": [], "002": [1], "003": [1], "004": [3]} == stated


def test_the_drop_cap_is_mended_and_the_typo_is_not(profiles: tuple[Profile, ...]) -> None:
    mended = _extract("000", profiles).article
    typo = _extract("002", profiles).article

    assert mended
    assert mended.cleaning
    assert [(3, "ham", "Tham")] == [(r.n, r.was, r.now) for r in mended.cleaning.repairs]
    assert typo
    assert typo.cleaning
    assert () == typo.cleaning.repairs
    assert "Nhắ lại" in typo.body


@pytest.mark.parametrize(
    ("name", "credits_"),
    [
        ("001", [""]),
        ("002", ["TTXVN - Bùi Lâm Khánh", "TTXVN - Lại Minh Đông", "TTXVN - Bùi Lâm Khánh"]),
        ("003", ["Dương Giang/TTXVN"]),
        ("004", []),
    ],
)
def test_pictures_are_found_once_each_with_their_credits(
    name: str, credits_: list[str], profiles: tuple[Profile, ...]
) -> None:
    made = _extract(name, profiles).article

    assert made
    assert credits_ == [image.credit for image in made.images]
    assert all(image.caption for image in made.images)
    assert not any("©" in image.caption or "Ảnh:" in image.caption for image in made.images)


def test_subheadings_are_headings(profiles: tuple[Profile, ...]) -> None:
    made = _extract("002", profiles).article

    assert made
    assert 2 == sum(line.startswith("## ") for line in made.body.splitlines())

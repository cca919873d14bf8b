"""What was measured becomes tables that say what is compared with what."""

from __future__ import annotations

from typing import Any

from bench.building_tables import tables
from bench.parts import PRINTING

NAMES = {"archive, 1 process": 10.0, "archive, 2 processes": 12.0, "Hugo": 6.0}


def measured(articles: int, what: str, *, runs: int = 3) -> list[dict[str, Any]]:
    """Every later run finds the machine twice as slow, which is no one's fault."""
    return [
        {
            "what": what,
            "builder": name,
            "version": "",
            "articles": articles,
            "run": run,
            "cpu": cpu * 2**run * articles / 100,
            "seconds": cpu * 2**run / (2 if "2" in name else 1),
            "peak": 1_000_000,
        }
        for run in range(runs)
        for name, cpu in NAMES.items()
    ]


def site(articles: int, name: str, pages: int) -> dict[str, Any]:
    known = {"what": "site", "builder": name, "version": "", "articles": articles}
    return {**known, "pages": pages, "redirects": 1, "others": 2, "html": 20_000, "gzip": 6_000}


def sites(articles: int) -> list[dict[str, Any]]:
    return [site(articles, name, 100 if name == "Hugo" else 400) for name in NAMES]


def parts(articles: int, run: int = 0) -> dict[str, Any]:
    shares = {PRINTING: 3.0 * 2**run, "the rest": 9.0 * 2**run}
    known = {"what": "parts", "builder": "archive, 1 process", "articles": articles}
    return {**known, "run": run, "cpu": 12.0 * 2**run, "parts": shares}


def cells(text: str, start: str) -> list[str]:
    line = [line for line in text.splitlines() if line.startswith(f"| {start} |")][-1]
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_a_ratio_is_of_the_same_run_and_of_pages_as_well_as_of_all() -> None:
    text = tables([*measured(100, "clean"), *sites(100), parts(100)])

    assert ["3", "100", "12.0", "120.00", "0.50", "2.00", "12.0", "1", "20.0", "6.0"] == cells(
        text, "Hugo"
    )
    assert "Wall time of archive, 2 processes against archive, 1 process: 0.60." in text


def test_printing_alone_is_set_against_all_that_others_do() -> None:
    text = tables([*measured(100, "clean"), *sites(100), parts(100)])

    assert ["1", "400", "3.0", "7.50"] == cells(text, "archive, printing alone")[:4]
    assert ["0.12", "0.50"] == cells(text, "… against Hugo")[4:6]
    assert ["3.00", "25%"] == cells(text, PRINTING)


def test_growth_is_shown_of_two_sizes_or_more() -> None:
    small, large = [[*measured(size, "clean"), *sites(size)] for size in (100, 1_000)]

    assert "exponent" not in tables(small)
    assert ["12.0", "120.0", "1.00"] == cells(tables([*large, *small]), "Hugo")[-3:]


def test_who_builds_everything_again_needs_no_time_of_its_own_for_nothing_changed() -> None:
    lines = measured(100, "edited") + measured(100, "unchanged")[:1]
    text = tables(lines)

    assert "the same" == cells(text, "Hugo")[-1]
    assert "10.00" == cells(text, "archive, 1 process")[-1]


def test_builders_that_are_not_there_are_named() -> None:
    absent = [{"what": "absent", "builder": name} for name in ("pelican", "hugo")]

    assert tables(absent).endswith("Not installed, and left out: hugo, pelican.")

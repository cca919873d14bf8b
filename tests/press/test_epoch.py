"""The clock of a build: the archive's own newest date, unless somebody set another."""

from __future__ import annotations

import os

import pytest

from generator.model import Archive, Article, Bilingual, Correction, Date, Entry
from generator.press.epoch import EARLIEST, LATEST, clock, newest


def archive(*articles: Article) -> Archive:
    entries = {
        article.id: Entry(
            id=article.id,
            original=article,
            texts={article.lang: article},
            urls={article.lang: f"/{article.id}/"},
            bodies={article.lang: ""},
        )
        for article in articles
    }
    return Archive(entries=entries)


def article(number: int, date: str, *, corrected: str = "") -> Article:
    corrections = (Correction(date=Date.parse(corrected), note=Bilingual()),) if corrected else ()
    return Article(
        id=f"a-{number}",
        lang="vi",
        title="Tít",
        date=Date.parse(date) if date else None,
        updated=corrections,
    )


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ((), EARLIEST),
        ((article(1, ""),), EARLIEST),
        ((article(1, "1954-07-21"),), EARLIEST),
        ((article(1, "2000-01-01T23:59:00+07:00"),), 946_684_800),
        ((article(1, "2000-01-01"), article(2, "1999-12")), 946_684_800),
        ((article(1, "9999-12-31"),), LATEST),
        ((article(1, "1999", corrected="2000-01"),), 946_684_800),
    ],
)
def test_newest_day_of_the_archive(articles: tuple[Article, ...], expected: int) -> None:
    assert expected == newest(archive(*articles))


def test_clock_that_is_set_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    with clock(archive(article(1, "2000-01-01"))):
        during = os.environ["SOURCE_DATE_EPOCH"]

    assert ("7", "7") == (during, os.environ["SOURCE_DATE_EPOCH"])


def test_clock_runs_for_one_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with clock(archive(article(1, "2000-01-01"))):
        during = os.environ["SOURCE_DATE_EPOCH"]

    assert "946684800" == during
    assert "SOURCE_DATE_EPOCH" not in os.environ

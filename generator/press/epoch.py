"""The time of building, for MkDocs: the archive's own newest date, unless somebody set another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from generator.model import Archive, Date

EARLIEST = 315_532_800
"""1980-01-01T00:00:00Z in seconds: the first moment that archive formats can write down."""

LATEST = 2**32 - 1
"""2106-02-07T06:28:15Z: the last one, for sitemap.xml.gz has 32 bits for it."""

EPOCH = "SOURCE_DATE_EPOCH"
"""Variable of the environment that says when a build is, in seconds since 1970."""


@contextmanager
def clock(archive: Archive) -> Iterator[None]:
    """Let MkDocs take the archive's newest date for the time of building.

    A build then gives the same bytes whenever and wherever it runs. A `SOURCE_DATE_EPOCH` that
    is set already is respected.

    Source:
        https://reproducible-builds.org/specs/source-date-epoch/
    """
    with at(moment_of(archive)):
        yield


def moment_of(archive: Archive) -> str:
    """The time of building: what is set already, or the archive's newest date."""
    return os.environ[EPOCH] if EPOCH in os.environ else str(newest(archive))


@contextmanager
def at(moment: str) -> Iterator[None]:
    """Let MkDocs take a moment, as `moment_of` gives it, for the time of building."""
    before = os.environ.get(EPOCH)
    os.environ[EPOCH] = moment
    try:
        yield
    finally:
        if before is None:
            del os.environ[EPOCH]
        else:
            os.environ[EPOCH] = before


def newest(archive: Archive) -> int:
    """Midnight UTC of the newest day that the archive names, in seconds since 1970."""
    dates = [date for date in _dates(archive) if date.year >= datetime.fromtimestamp(0, UTC).year]
    last = max((date.day_only() for date in dates), default=None)
    if last is None:
        return EARLIEST
    moment = datetime(last.year, last.month or 1, last.day or 1, tzinfo=UTC)
    return min(max(EARLIEST, int(moment.timestamp())), LATEST)


def _dates(archive: Archive) -> Iterator[Date]:
    for entry in archive.entries.values():
        for article in entry.texts.values():
            yield from (correction.date for correction in article.updated)
            if article.date:
                yield article.date
            if article.translation and article.translation.date:
                yield article.translation.date
    yield from (article.status_date for article in archive.removed.values() if article.status_date)

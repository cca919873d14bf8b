"""When something of the archive last changed, as far as the content says; never by a clock."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Article, Date, Entry


def of_text(entry: Entry, article: Article) -> Date | None:
    """The last day on which this text is known to have changed.

    That is the latest of the days on which it was published, scraped, translated, corrected or
    withdrawn. Days known only to a month or year do not count: nothing finer may be said of them.
    """
    original = entry.original
    return newest(
        [
            original.date,
            original.source.captured,
            article.status_date,
            article.translation.date if article.translation else None,
            *(correction.date for correction in (*original.updated, *article.updated)),
        ]
    )


def of_entry(entry: Entry) -> Date | None:
    """The last day on which any text of the article is known to have changed."""
    return newest(of_text(entry, article) for article in entry.texts.values())


def newest(dates: Iterable[Date | None]) -> Date | None:
    """The latest of the dates that are known to the day, without its time."""
    return max((date.day_only() for date in dates if date and date.day), default=None)


def instant(date: Date | None) -> str:
    """The first moment of a date, as RFC 3339 wants it; empty for none.

    A time that is not known is midnight, an offset that is not known is UTC: feeds have no way to
    say less, and the page itself says no more than is known.
    """
    if date is None:
        return ""
    time = date.time or "00:00:00"
    return (
        f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T{time}"
        f"{'Z' if date.offset in {'', '+00:00', '-00:00'} else date.offset}"
    )

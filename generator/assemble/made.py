"""Pages that the archive makes itself: calendars, indexes, records, removals, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.assemble import indexes as letters
from generator.assemble import paging, showing, urls
from generator.assemble.works import Work
from generator.model import LANGS, Entity, EntityKind, Permalink


def calendars(placed: Mapping[str, object], works: Sequence[Work]) -> list[Permalink]:
    """Years, months and days that have an article, in every language: lists show them all."""
    dates = [work.original.date for work in works if work.id in placed]
    made: dict[str, Permalink] = {}
    for lang in LANGS:
        for date in dates:
            if date is None:
                name, url = "undated", urls.undated(lang)
            else:
                name, url = f"year:{date.year:04}", urls.year(date.year, lang)
            made[url] = Permalink(url=url, id=name, lang=lang)
            if date and date.month:
                url = urls.month(date.year, date.month, lang)
                name = f"month:{date.year:04}-{date.month:02}"
                made[url] = Permalink(url=url, id=name, lang=lang)
        for day in paging.days(dates):
            url = urls.day(day, lang)
            made[url] = Permalink(url=url, id=urls.day_name(day), lang=lang)
            if day.day:
                url = urls.anniversary(day.month, day.day, lang)
                name = f"{urls.ANNIVERSARIES}:{day.month:02}-{day.day:02}"
                made[url] = Permalink(url=url, id=name, lang=lang)
    return list(made.values())


def indexes(records: Mapping[str, Entity]) -> Iterator[Permalink]:
    """Pages that each archive has, and the indexes of its records."""
    for id_, url in (
        ("data", urls.data),
        ("home", urls.home),
        (urls.ANNIVERSARIES, urls.anniversaries),
        (urls.SEARCH, urls.search),
        ("timeline", urls.timeline),
        ("translations", urls.translations),
    ):
        yield from (Permalink(url=url(lang), id=id_, lang=lang) for lang in LANGS)
    for kind in EntityKind:
        of_kind = [record for record in records.values() if record.kind is kind]
        yield from letters.permalinks(kind, of_kind)


def parallel(placed: Mapping[str, Mapping[str, str]]) -> list[Permalink]:
    """Texts side by side, of article id → language → URL."""
    return [
        Permalink(url=url, id=urls.parallel_name(id_), lang=lang)
        for id_, places in placed.items()
        for lang, url in places.items()
    ]


def entities(placed: Mapping[str, Mapping[str, str]]) -> list[Permalink]:
    """Pages of records, of record id → language → URL."""
    return [
        Permalink(url=url, id=id_, lang=lang)
        for id_, places in placed.items()
        for lang, url in places.items()
    ]


def removals(
    placed: Mapping[str, Iterable[str]], works: Iterable[Work], records: Mapping[str, Entity]
) -> Iterator[Permalink]:
    """Lists of removed lines, in the languages that the article is there in."""
    for work in works:
        if work.id in placed and showing.lists_removals(work.original, records):
            for lang in placed[work.id]:
                url = urls.removals(work.id, lang)
                yield Permalink(url=url, id=f"{urls.REMOVALS}{work.id}", lang=lang)

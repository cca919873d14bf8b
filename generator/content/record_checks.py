"""What is wrong between records, or within one that can be read: found with file and line.

All of it in one pass or two over the records, never by comparing each with each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from w3lib.url import canonicalize_url

from generator.content import record_posts
from generator.content.records import Record
from generator.errors import finding
from generator.model import Article, EntityKind, Finding
from generator.vietnamese import compare_key

MAX_ABBREVIATION = 12
"""Longest abbreviation, in characters; `TP. HCM` has 7, `CHDCND` 6."""

# One thing of Wikidata has several addresses. Source: wikidata.org/wiki/Wikidata:Data_access
_WIKIDATA = re.compile(
    r"(?:m\.)?wikidata\.org/(?:wiki|entity)/(?:Special:EntityPage/)?(Q[0-9]+)(?:\.[a-z]+)?"
)


def check(
    records: Sequence[Record], articles: Iterable[Article], *, folder: str
) -> Iterator[Finding]:
    """Find what an institution could not stand behind.

    Args:
        records: All records, each id once, in order of kind and id.
        articles: All articles, drafts too.
        folder: Name of the content folder.
    """
    former = _former(records)
    duplicates = dict(_duplicates(records))
    for record, (other, shared, line) in duplicates.values():
        yield finding(
            "record-duplicate", file=record.file, line=line, shared=shared, other=other.file
        )
    yield from _clashes(records, frozenset(duplicates))
    for record in records:
        yield from _names(record)
    yield from _circles(records, former)
    yield from record_posts.check(records, former)
    yield from _claims(records, articles, former, folder)


def _former(records: Iterable[Record]) -> dict[str, str]:
    ids = {record.entity.id for record in records}
    return {
        former: record.entity.id
        for record in records
        for former in record.entity.replaces
        if former not in ids
    }


_Shared = tuple[Record, str, int]


def _duplicates(
    records: Iterable[Record],
) -> Iterator[tuple[tuple[str, str], tuple[Record, _Shared]]]:
    """Pairs of ids → the later record; the earlier one, what both have, and its line.

    Of one kind, and with an address in common, or with the same names in every language. Two that
    are told apart by different addresses at one host (two things of Wikidata) merely share a name.
    Of one pair the last counts: an address says more than a name.
    """
    addresses: dict[tuple[str, str], Record] = {}
    names: dict[tuple[str, str, str], Record] = {}
    for record in records:
        entity = record.entity
        other = names.setdefault((entity.kind, *_fold(entity.name.vi, entity.name.en)), record)
        if other is not record and not _told_apart(record, other):
            shared = (other, entity.name.get("vi"), record.line("name"))
            yield (other.entity.id, entity.id), (record, shared)
        for address, line in record.texts("same_as"):
            other = addresses.setdefault((entity.kind, canonical(address)), record)
            if other is not record:
                yield (other.entity.id, entity.id), (record, (other, address, line))


def canonical(address: str) -> str:
    """An address as it compares: without scheme, `www.`, fragment, and slash at the end.

    Args:
        address: An absolute http(s) address.
    """
    try:
        parts = urlsplit(canonicalize_url(address))
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query else ""
    plain = f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{query}"
    item = _WIKIDATA.fullmatch(plain)
    return f"wikidata.org/wiki/{item[1]}" if item else plain


def _told_apart(first: Record, second: Record) -> bool:
    its, others = (_by_host(record.entity.same_as) for record in (first, second))
    return any(its[host].isdisjoint(others[host]) for host in its.keys() & others.keys())


def _by_host(addresses: Iterable[str]) -> dict[str, set[str]]:
    hosts: dict[str, set[str]] = {}
    for address in map(canonical, addresses):
        hosts.setdefault(address.partition("/")[0], set()).add(address)
    return hosts


def _fold(vi: str, en: str) -> tuple[str, str]:
    return compare_key(vi).casefold(), compare_key(en).casefold()


def _clashes(
    records: Iterable[Record], duplicates: frozenset[tuple[str, str]]
) -> Iterator[Finding]:
    """Names that two records share, each at its own line; those of duplicates are said already."""
    owners: dict[str, Record] = {}
    for record in records:
        own: dict[str, tuple[str, int]] = {}
        for name, line in record.texts("name", "aliases", "abbreviations"):
            own.setdefault(compare_key(name), (name, line))
        for key, (name, line) in own.items():
            owner = owners.setdefault(key, record)
            pair = (owner.entity.id, record.entity.id)
            if owner is not record and pair not in duplicates:
                yield finding(
                    "record-alias-clash",
                    file=record.file,
                    line=line,
                    name=name,
                    other=owner.file,
                )


def _names(record: Record) -> Iterator[Finding]:
    """A given name that is no part of a name, and abbreviations that are none."""
    entity = record.entity
    given = f" {compare_key(entity.given)} "
    names = (entity.name.vi, entity.name.en, *entity.aliases)
    if entity.given and not any(given in f" {compare_key(name)} " for name in names):
        yield finding(
            "record-given", file=record.file, line=record.line("given"), given=entity.given
        )
    for text, line in record.texts("abbreviations"):
        if len(text) > MAX_ABBREVIATION or not any(map(str.isupper, text)):
            yield finding(
                "record-abbreviation",
                file=record.file,
                line=line,
                text=text,
                limit=MAX_ABBREVIATION,
            )


def _circles(records: Iterable[Record], former: Mapping[str, str]) -> Iterator[Finding]:
    by_id = {record.entity.id: record for record in records}
    parents = {
        id_: former.get(record.entity.parent, record.entity.parent)
        for id_, record in by_id.items()
        if record.entity.parent
    }
    seen: set[str] = set()
    for start in sorted(parents):
        way: list[str] = []
        at = start
        while at in parents and at not in seen:
            seen.add(at)
            way.append(at)
            at = parents[at]
        if at in way:
            circle = way[way.index(at) :]
            first = circle.index(min(circle))
            circle = [*circle[first:], *circle[: first + 1]]
            record = by_id[circle[0]]
            yield finding(
                "record-circle",
                file=record.file,
                line=record.line("parent"),
                way=" → ".join(circle),
            )


def _claims(
    records: Iterable[Record],
    articles: Iterable[Article],
    former: Mapping[str, str],
    folder: str,
) -> Iterator[Finding]:
    """Articles that an event lists, and that are another event's already."""
    stated = {
        article.id: (former.get(article.event, article.event), f"{folder}/{article.path}")
        for article in articles
        if article.event and not article.translation
    }
    claimed: dict[str, tuple[str, str]] = {}
    for record in records:
        if record.entity.kind is not EntityKind.EVENT:
            continue
        own = (record.entity.id, record.file)
        for id_, line in record.texts("articles"):
            event, file = stated.get(id_) or claimed.setdefault(id_, own)
            if event != record.entity.id:
                yield finding(
                    "event-claimed-twice",
                    file=record.file,
                    line=line,
                    id=id_,
                    event=event,
                    other=file,
                )

"""Mentions: which records a text names, and the first of each made a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.assemble.names import Found, Names
from generator.assemble.readable import Readable, read, read_line
from generator.assemble.works import KIND_ORDER, Work
from generator.model import Article, Entity, Mention

Urls = Mapping[str, Mapping[str, str]]
"""Entity id → language → URL."""

# Signs that would mean something beside the brackets of a link; an underscore marks emphasis or
# not according to what stands next to it.
_NOT_BEFORE, _NOT_AFTER = {"!", "]", "\\", "_"}, {"{", "_"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What one article names.

    Attributes:
        mentions: The most important first: by count, then by kind, then by id.
        bodies: Language → body with the first mention of each record linked.
        plains: Language → the body as a reader reads it.
    """

    mentions: tuple[Mention, ...]
    bodies: Mapping[str, str]
    plains: Mapping[str, str]


def mention(
    work: Work,
    langs: Iterable[str],
    *,
    names: Names,
    records: Mapping[str, Entity],
    places: Urls,
) -> Named:
    """Find what an article names, in the languages that are shown.

    A name that two records share counts only where the editor's lists of the article have one
    of the two. A record counts as often as the language that names it most. Ids that no record
    has are passed over; `content` reports them, with their lines.

    Args:
        work: The article.
        langs: Languages whose texts are shown.
        names: Names of all records.
        records: All records by id.
        places: Where their pages are.
    """
    said = frozenset(id_ for id_ in _said(work.original) if id_ in records)
    counts: Counter[str] = Counter(dict.fromkeys(said, 0))
    bodies: dict[str, str] = {}
    plains: dict[str, str] = {}
    for lang in langs:
        text = work.texts[lang]
        readable = read(text.body)
        in_title = _resolve(names.find(read_line(text.title)), said)
        in_body = _resolve(names.find(readable.plain), said)
        in_body = [named for named in in_body if not _is_dateline(named, readable, work.original)]
        counts |= Counter(id_ for id_, _ in (*in_title, *in_body))
        urls = {id_: places[id_][lang] for id_, _ in in_body}
        plains[lang] = readable.plain
        bodies[lang] = link(text.body, readable, in_body, urls)
    ids = sorted(
        said | set(counts), key=lambda id_: (-counts[id_], KIND_ORDER[records[id_].kind], id_)
    )
    return Named(
        mentions=tuple(Mention(entity=id_, count=counts[id_]) for id_ in ids),
        bodies=bodies,
        plains=plains,
    )


def _resolve(found: Iterable[Found], said: frozenset[str]) -> list[tuple[str, Found]]:
    """Say whose each name is; one that nobody has alone is dropped, never guessed."""
    named = []
    for name in found:
        owners = name.owners if len(name.owners) == 1 else tuple(said.intersection(name.owners))
        if len(owners) == 1:
            named.append((owners[0], name))
    return named


def _is_dateline(named: tuple[str, Found], readable: Readable, original: Article) -> bool:
    """Whether an outlet only signs its own dateline: `HÀ NỘI (Sputnik) -` names nobody."""
    id_, name = named
    if id_ != original.source.outlet or not original.dateline:
        return False
    text = readable.plain.lstrip("\n *_")
    dateline = read_line(original.dateline)
    return text.startswith(dateline) and (
        name.end <= len(readable.plain) - len(text) + len(dateline)
    )


def link(
    body: str, readable: Readable, named: Iterable[tuple[str, Found]], urls: Mapping[str, str]
) -> str:
    """Make the first mention of each record that can be linked a link.

    A record that the body links already, by hand, is not linked again. Without the links that
    it adds, the body is what it was.

    Args:
        body: The Markdown.
        readable: The same body as read.
        named: Record ids and where they are named, from left to right.
        urls: Record id → address.
    """
    parts: list[str] = []
    done = {id_ for id_, url in urls.items() if f"]({url})" in body}
    last = 0
    for id_, name in named:
        if id_ in done or not readable.linkable(name.start, name.end):
            continue
        start, end = readable.source(name.start, name.end)
        if body[max(start - 1, 0) : start] in _NOT_BEFORE or body[end : end + 1] in _NOT_AFTER:
            continue
        parts += [body[last:start], "[", body[start:end], "](", urls[id_], ")"]
        last = end
        done.add(id_)
    return "".join((*parts, body[last:]))


def _said(original: Article) -> tuple[str, ...]:
    """Ids of the records that the editor's lists name."""
    lists = (original.people, original.organisations, original.places, original.topics)
    return (*(id_ for ids in lists for id_ in ids), original.event)

"""Mentions: which records a text names, and the first of each made a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.assemble import signatures, whose
from generator.assemble.names import Found, Names
from generator.assemble.readable import Readable, read, read_line
from generator.assemble.short_names import ShortNames
from generator.assemble.works import KIND_ORDER, Work
from generator.errors import finding
from generator.model import Article, Entity, EntityKind, Finding, Mention

Urls = Mapping[str, Mapping[str, str]]
"""Entity id → language → URL."""

# Signs that would mean something beside the brackets of a link; an underscore marks emphasis or
# not according to what stands next to it.
_NOT_BEFORE, _NOT_AFTER = {"!", "]", "\\", "_"}, {"{", "_"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """What is the same for all articles.

    Attributes:
        names: Names of all records.
        short: Parts of people's names.
        signers: Ids of records that sign reports.
        records: All records by id.
        places: Where their pages are.
        shown: From a path below `content/` to what a person would open.
    """

    names: Names
    short: ShortNames
    signers: Collection[str]
    records: Mapping[str, Entity]
    places: Urls
    shown: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What one article names.

    Attributes:
        mentions: The most important first: by count, then by kind, then by id.
        bodies: Language → body with the first mention of each record linked.
        plains: Language → the body as a reader reads it.
        findings: Names that nobody can tell whose they are, one for each name.
    """

    mentions: tuple[Mention, ...]
    bodies: Mapping[str, str]
    plains: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One text of an article and the names in it.

    Attributes:
        text: The text.
        title: Its title as read.
        body: Its body as read.
        in_title: Names in the title.
        in_body: Names in the body.
    """

    text: Article
    title: str
    body: Readable
    in_title: list[Found]
    in_body: list[Found]


def mention(work: Work, langs: Iterable[str], finder: Finder) -> Named:
    """Find what an article names, in the languages that are shown.

    A name that several records share is settled by `whose`, or named in a finding. A name in
    doubt ("HÒA BÌNH") counts where its record is named beyond doubt as well. A record counts as
    often as the language that names it most. Ids that no record has are passed over; `content`
    reports them, with their lines.

    Args:
        work: The article.
        langs: Languages whose texts are shown.
        finder: What is known of all records.
    """
    records = finder.records
    said = frozenset(id_ for id_ in _said(work.original) if id_ in records)
    readings = [_read(work.texts[lang], work.original, finder) for lang in langs]
    standing = frozenset(
        name.owners[0]
        for reading in readings
        for name in (*reading.in_title, *reading.in_body)
        if len(name.owners) == 1 and not name.doubtful and not name.post
    )
    counts: Counter[str] = Counter(dict.fromkeys(said, 0))
    unsettled: dict[str, Finding] = {}
    bodies: dict[str, str] = {}
    for reading in readings:
        lang = reading.text.lang
        page = whose.Page(said=said, standing=standing, day=work.original.date, lang=lang)
        in_title = _settled(reading, reading.in_title, reading.title, page, finder, unsettled)
        in_body = _settled(reading, reading.in_body, reading.body.plain, page, finder, unsettled)
        counts |= Counter(id_ for id_, _ in (*in_title, *in_body))
        urls = {id_: finder.places[id_][lang] for id_, _ in in_body}
        bodies[lang] = link(reading.text.body, reading.body, in_body, urls)
    ids = sorted(
        said | set(counts), key=lambda id_: (-counts[id_], KIND_ORDER[records[id_].kind], id_)
    )
    return Named(
        mentions=tuple(Mention(entity=id_, count=counts[id_]) for id_ in ids),
        bodies=bodies,
        plains={reading.text.lang: reading.body.plain for reading in readings},
        findings=tuple(unsettled.values()),
    )


def _read(text: Article, original: Article, finder: Finder) -> _Reading:
    """Find the names in one text."""
    title, body = read_line(text.title), read(text.body)
    in_title = finder.names.find(title, text.lang)
    in_body = finder.names.find(body.plain, text.lang)
    short_title = finder.short.find(title, in_title)
    short_body = finder.short.find(body.plain, in_body)
    return _Reading(
        text=text,
        title=title,
        body=body,
        in_title=_in_place([*in_title, *short_title]),
        in_body=_in_place(
            [*signatures.without(in_body, body.plain, original, finder.signers), *short_body]
        ),
    )


def _in_place(names: Iterable[Found]) -> list[Found]:
    return sorted(names, key=lambda name: (name.start, -name.end))


def _settled(
    reading: _Reading,
    names: Iterable[Found],
    plain: str,
    page: whose.Page,
    finder: Finder,
    unsettled: dict[str, Finding],
) -> list[tuple[str, Found]]:
    """Say whose each name is; those of nobody go to `unsettled`, under what is written."""
    settled = []
    for name in names:
        if len(name.owners) == 1 and not (name.post or name.doubtful):
            settled.append((name.owners[0], name))
            continue
        written = plain[name.start : name.end]
        id_, among = whose.settle(name, written, page, finder.records)
        if id_ and not (name.doubtful and id_ not in page.standing):
            settled.append((id_, name))
        elif among and not name.doubtful:
            start = name.start - len(name.post) - 1 if name.post else name.start
            shown = plain[max(start, 0) : name.end].strip()
            if shown not in unsettled:
                line = _line(reading, name, in_title=plain is reading.title)
                unsettled[shown] = _ambiguous(shown, among, name, reading.text, line, finder)
    return settled


def _line(reading: _Reading, name: Found, *, in_title: bool) -> int:
    """The line of the file that a name stands in; 0 if nobody said where the text starts."""
    title_line, body_line = reading.text.lines
    if in_title or not body_line:
        return title_line if in_title else 0
    start, _ = reading.body.source(name.start, name.end)
    return body_line + reading.text.body.count("\n", 0, start)


def _ambiguous(
    shown: str, among: tuple[str, ...], name: Found, text: Article, line: int, finder: Finder
) -> Finding:
    kinds = {kind: kind.value for kind in EntityKind} | {EntityKind.EVENT: "event"}
    kinds |= {EntityKind.OUTLET: EntityKind.ORGANISATION.value}
    return finding(
        "mention-ambiguous",
        file=finder.shown(text.path),
        line=line,
        name=shown,
        candidates=", ".join((*among, *name.rivals)),
        field=kinds[finder.records[among[0]].kind],
        first=among[0],
    )


def link(
    body: str, readable: Readable, named: Iterable[tuple[str, Found]], urls: Mapping[str, str]
) -> str:
    """Make the first mention of each record that can be linked a link.

    A person's full name is linked rather than a "Bộ trưởng Sơn" before it. A record that the
    body links already, by hand, is not linked again. Without the links that it adds, the body is
    what it was.

    Args:
        body: The Markdown.
        readable: The same body as read.
        named: Record ids and where they are named, from left to right.
        urls: Record id → address.
    """
    every = list(named)
    done = {id_ for id_, url in urls.items() if f"]({url})" in body}
    taken: dict[int, tuple[int, str]] = {}
    for in_full in (True, False):
        last = 0
        for id_, name in every:
            if id_ in done or bool(name.post) is in_full or not _linkable(body, readable, name):
                continue
            start, end = readable.source(name.start, name.end)
            if start < last or (not in_full and _overlaps(start, end, taken)):
                continue
            taken[start] = (end, urls[id_])
            done.add(id_)
            last = end
    parts: list[str] = []
    last = 0
    for start in sorted(taken):
        end, url = taken[start]
        parts += [body[last:start], "[", body[start:end], "](", url, ")"]
        last = end
    return "".join((*parts, body[last:]))


def _overlaps(start: int, end: int, taken: Mapping[int, tuple[int, str]]) -> bool:
    return any(start < its and own < end for own, (its, _) in taken.items())


def _linkable(body: str, readable: Readable, name: Found) -> bool:
    if not readable.linkable(name.start, name.end):
        return False
    start, end = readable.source(name.start, name.end)
    return body[max(start - 1, 0) : start] not in _NOT_BEFORE and (
        body[end : end + 1] not in _NOT_AFTER
    )


def _said(original: Article) -> tuple[str, ...]:
    """Ids of the records that the editor's lists name."""
    lists = (original.people, original.organisations, original.places, original.topics)
    return (*(id_ for ids in lists for id_ in ids), original.event)

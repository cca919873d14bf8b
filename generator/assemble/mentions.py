"""Mentions: which records a text names, and the first of each made a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.assemble import signatures, whose
from generator.assemble.choice import Found
from generator.assemble.linking import link
from generator.assemble.names import Names
from generator.assemble.readable import Readable, read, read_line
from generator.assemble.short_names import ShortNames
from generator.assemble.works import KIND_ORDER, Work
from generator.errors import finding
from generator.model import Article, Entity, EntityKind, Finding, Mention

# How the head of an article names a record, where that is not `kind: [id]`.
_AT_HEAD = {EntityKind.EVENT: "event: {}", EntityKind.OUTLET: "organisations: [{}]"}

Urls = Mapping[str, Mapping[str, str]]
"""Entity id → language → URL."""


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
    counts = dict.fromkeys(said, 0)
    unsettled: dict[str, Finding] = {}
    bodies: dict[str, str] = {}
    for reading in readings:
        lang = reading.text.lang
        page = whose.Page(said=said, standing=standing, day=work.original.date, lang=lang)
        settle = _Settling(page=page, finder=finder, reading=reading, unsettled=unsettled)
        in_title = settle.all(reading.in_title, reading.title)
        in_body = settle.all(reading.in_body, reading.body.plain)
        for id_, count in Counter(id_ for id_, _ in (*in_title, *in_body)).items():
            counts[id_] = max(count, counts.get(id_, 0))
        urls = {id_: finder.places[id_][lang] for id_, _ in in_body}
        bodies[lang] = link(reading.text.body, reading.body, in_body, urls)
    ids = sorted(counts, key=lambda id_: (-counts[id_], KIND_ORDER[records[id_].kind], id_))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settling:
    """Says whose the names of one text are.

    Attributes:
        page: What the article says that helps.
        finder: What is known of all records.
        reading: The text.
        unsettled: Where names go that nobody can tell, under what is written, in lower case.
    """

    page: whose.Page
    finder: Finder
    reading: _Reading
    unsettled: dict[str, Finding]

    def all(self, names: Iterable[Found], plain: str) -> list[tuple[str, Found]]:
        """Record ids and where they are named, in the order of the names."""
        settled = []
        for name in names:
            if len(name.owners) == 1 and not (name.post or name.doubtful):
                settled.append((name.owners[0], name))
                continue
            written = plain[name.start : name.end]
            id_, among = whose.settle(name, written, self.page, self.finder.records)
            if id_ and not (name.doubtful and id_ not in self.page.standing):
                settled.append((id_, name))
            elif among and not name.doubtful:
                self._report(name, among, plain)
        return settled

    def _report(self, name: Found, among: tuple[str, ...], plain: str) -> None:
        start = name.start - len(name.post) - 1 if name.post else name.start
        shown = plain[max(start, 0) : name.end].strip()
        written = plain[name.start : name.end].casefold()
        if written in self.unsettled:
            return
        kind = self.finder.records[among[0]].kind
        self.unsettled[written] = finding(
            "mention-ambiguous",
            file=self.finder.shown(self.reading.text.path),
            line=self._line(name, plain),
            name=shown,
            candidates=", ".join((*among, *name.rivals)),
            example=_AT_HEAD.get(kind, f"{kind.value}: [{{}}]").format(among[0]),
        )

    def _line(self, name: Found, plain: str) -> int:
        """The line of the file that a name stands in; 0 if nobody said where the text starts."""
        title_line, body_line = self.reading.text.lines
        if plain is self.reading.title or not body_line:
            return title_line if plain is self.reading.title else 0
        start, _ = self.reading.body.source(name.start, name.end)
        return body_line + self.reading.text.body.count("\n", 0, start)


def _said(original: Article) -> tuple[str, ...]:
    """Ids of the records that the editor's lists name."""
    lists = (original.people, original.organisations, original.places, original.topics)
    return (*(id_ for ids in lists for id_ in ids), original.event)

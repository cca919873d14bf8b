"""What search knows of each article: its words, told apart by where they stand, and its facets.

One edition searches its own texts. Of an article that has none in its language it knows the
headline and all names in both languages, so that a reader finds it in the language they type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from generator.assemble import readable, tenure
from generator.model import (
    Archive,
    Article,
    Date,
    Entity,
    EntityKind,
    Entry,
    Status,
    TranslationKind,
)
from generator.pages import prose, view
from generator.press.search import slots

FACETS = {
    EntityKind.OUTLET: "outlet",
    EntityKind.TOPIC: "topic",
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PLACE: "place",
    EntityKind.EVENT: "event",
}
"""Kind of record → what the facet is called in addresses and queries."""

# Marks of emphasis, which words are found without; escaped ones are signs of the text.
_EMPHASIS = re.compile(
    r"(?<!\\)\*{1,3}(?=\S)|(?<=[^\s\\])\*{1,3}"
    r"|(?<![\w\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as one edition's search has it.

    Attributes:
        id: Article id.
        url: Where the edition shows it, site-absolute; in the other language if it must.
        lang: Of the text that is there.
        title: Headline, plain.
        paragraphs: The text, plain, as much as may be shown; empty for a text in the other
            language.
        about: What else it is found by: names and posts in both languages, the other headline.
        date: When it was published; None if unknown.
        slot: Where in the calendar it stands.
        facets: Facet → ids of its values, each once.
        withdrawn: Whether its outlet withdrew it.
    """

    id: str
    url: str
    lang: str
    title: str
    paragraphs: tuple[str, ...]
    about: tuple[str, ...]
    date: Date | None
    slot: int
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    withdrawn: bool = False


def documents(archive: Archive, lang: str) -> Iterator[Document]:
    """All articles for one edition, numbered by their order: the oldest is 0.

    Made one at a time, so that no more than one text is held. Those of one slot stand together.
    """
    teller = Teller(archive)
    for _, id_, _ in numbered(archive):
        yield from teller.documents(archive.entries[id_], (lang,))


def numbered(
    archive: Archive, mark: Callable[[Entry], str] = lambda _: ""
) -> list[tuple[int, str, str]]:
    """Slot, id and mark of all entries, in the order in which every edition numbers them.

    Each entry is looked at once and let go, so that they may come from a disk.
    """
    found = [
        (slots.slot(entry.original.date, entry.id), entry.id, mark(entry))
        for entry in archive.entries.values()
    ]
    found.reverse()  # they stand newest first
    found.sort(key=itemgetter(0))
    return found


class _Record(NamedTuple):
    """What is known of a record, whatever article names it."""

    entity: Entity
    names: tuple[str, ...]


class Teller(dict[str, _Record | None]):
    """Tells what search knows of articles; looks at each record once."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive

    def __missing__(self, id_: str) -> _Record | None:
        """Look at a record."""
        entity = self._archive.entities.get(id_)
        made = None
        if entity:
            texts = (entity.name.vi, entity.name.en, *entity.abbreviations)
            made = _Record(entity, tuple(map(readable.read_line, texts)))
        self[id_] = made
        return made

    def documents(self, entry: Entry, langs: Sequence[str]) -> Iterator[Document]:
        """One article for some editions."""
        amount = view.shown(self._archive, entry.original)
        records = list(self._records(entry))
        facets = _facets(entry, records)
        names = [name for record in records for name in record.names]
        for record in records:
            if record.entity.roles:
                for role in tenure.held(record.entity, entry.original.date):
                    names += map(readable.read_line, (role.title.vi, role.title.en))
        slot = slots.slot(entry.original.date, entry.id)
        for lang in langs:
            article = entry.texts.get(lang) or entry.original
            paragraphs = tuple(_paragraphs(article, amount)) if article.lang == lang else ()
            held = "\n".join((article.title, *paragraphs))
            about = dict.fromkeys((*_others(entry, article, amount), *names))
            yield Document(
                id=entry.id,
                url=entry.urls[article.lang],
                lang=article.lang,
                title=readable.read_line(article.title),
                paragraphs=paragraphs,
                about=tuple(text for text in about if text and not _stands(text, held)),
                date=entry.original.date,
                slot=slot,
                facets=facets,
                withdrawn=article.status is Status.WITHDRAWN,
            )

    def _records(self, entry: Entry) -> Iterator[_Record]:
        original = entry.original
        ids = [original.source.outlet, original.source.agency, original.event]
        ids += [mention.entity for mention in entry.mentions]
        for id_ in dict.fromkeys(ids):
            record = self[id_]
            if record:
                yield record


def _stands(text: str, held: str) -> bool:
    """Whether a text stands in another in whole words: `EU` does not in `NEU`."""
    start = held.find(text)
    while start >= 0:
        end = start + len(text)
        before, behind = held[start - 1 : start], held[end : end + 1]
        if not (before.isalnum() or behind.isalnum() or before == "_" or behind == "_"):
            return True
        start = held.find(text, start + 1)
    return False


def _paragraphs(article: Article, amount: str) -> Iterator[str]:
    """As much of a text as may be shown, the summary before it where the text lacks it."""
    if amount == "link":
        return
    body = article.body
    if article.summary and article.summary not in body:
        yield readable.read_line(article.summary)
    if amount == "excerpt":
        yield prose.shorten(prose.lead(body), prose.EXCERPT_LENGTH)
        return
    if "*" in body or "_" in body:
        body = _EMPHASIS.sub("", body)
    plain = readable.read(body).plain
    yield from filter(None, map(readable.read_line, plain.split(readable.BARRIER)))


def _others(entry: Entry, article: Article, amount: str) -> Iterator[str]:
    """Headlines and summaries in the other languages, and who wrote it."""
    for text in entry.texts.values():
        if text is article:
            continue
        yield readable.read_line(text.title)
        if amount != "link":
            yield readable.read_line(text.summary)
            if text.translation and text.translation.kind is TranslationKind.SUMMARY:
                yield from _paragraphs(text, amount)
    yield readable.read_line(entry.original.byline)


def _facets(entry: Entry, records: Iterable[_Record]) -> dict[str, tuple[str, ...]]:
    facets: dict[str, list[str]] = {}
    outlet = entry.original.source.outlet
    for record, _ in records:
        if record.kind is not EntityKind.OUTLET or record.id == outlet:
            facets.setdefault(FACETS[record.kind], []).append(record.id)
    facets["kind"] = [entry.original.genre]
    facets["language"] = list(entry.texts)
    return {name: tuple(ids) for name, ids in facets.items()}


def names(records: Iterable[Entity]) -> dict[str, Entity]:
    """Records by id, those of them that a facet can hold."""
    return {record.id: record for record in records if record.kind in FACETS}

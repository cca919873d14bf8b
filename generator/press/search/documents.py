"""What search knows of each article: its words, told apart by where they stand, and its facets.

One edition searches its own texts. Of an article that has none in its language it knows the
headline and all names in both languages, so that a reader finds it in the language they type.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

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
_BARRIER = re.compile(rf"\s*{readable.BARRIER}\s*")


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
    for entry in ordered(archive):
        yield document(archive, entry, lang)


def ordered(archive: Archive) -> list[Entry]:
    """All entries in the order in which every edition numbers them."""
    oldest_first = reversed(list(archive.entries.values()))
    return sorted(oldest_first, key=lambda entry: slots.slot(entry.original.date, entry.id))


def document(archive: Archive, entry: Entry, lang: str) -> Document:
    """One article for one edition."""
    article = entry.texts.get(lang) or entry.original
    amount = view.shown(archive, entry.original)
    own = article.lang == lang
    paragraphs = tuple(_paragraphs(article, amount)) if own else ()
    held = "\n".join((article.title, *paragraphs))
    texts = dict.fromkeys(_about(archive, entry, article, amount))
    about = (readable.read_line(text) for text in texts if text and not _stands(text, held))
    return Document(
        id=entry.id,
        url=entry.urls[article.lang],
        lang=article.lang,
        title=readable.read_line(article.title),
        paragraphs=paragraphs,
        about=tuple(line for line in about if line),
        date=entry.original.date,
        slot=slots.slot(entry.original.date, entry.id),
        facets=_facets(archive, entry),
        withdrawn=article.status is Status.WITHDRAWN,
    )


def _stands(text: str, held: str) -> bool:
    """Whether a text stands in another in whole words: `EU` does not in `NEU`."""
    return text in held and bool(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", held))


def _paragraphs(article: Article, amount: str) -> Iterator[str]:
    """As much of a text as may be shown, the summary before it where the text lacks it."""
    if amount == "link":
        return
    if article.summary and article.summary not in article.body:
        yield readable.read_line(article.summary)
    if amount == "excerpt":
        yield prose.shorten(prose.lead(article.body), prose.EXCERPT_LENGTH)
        return
    plain = readable.read(_EMPHASIS.sub("", article.body)).plain
    yield from (text for text in map(readable.read_line, _BARRIER.split(plain)) if text)


def _about(archive: Archive, entry: Entry, article: Article, amount: str) -> Iterator[str]:
    """Headlines, summaries, names and posts in both languages."""
    for text in entry.texts.values():
        if text is article:
            continue
        yield text.title
        if amount != "link":
            yield text.summary
            if text.translation and text.translation.kind is TranslationKind.SUMMARY:
                yield from _paragraphs(text, amount)
    yield entry.original.byline
    for record in _records(archive, entry):
        yield from (record.name.vi, record.name.en, *record.abbreviations)
        if record.roles:
            for role in tenure.held(record, entry.original.date):
                yield from (role.title.vi, role.title.en)


def _records(archive: Archive, entry: Entry) -> Iterator[Entity]:
    source = entry.original.source
    named = (mention.entity for mention in entry.mentions)
    for id_ in dict.fromkeys((source.outlet, source.agency, entry.original.event, *named)):
        if id_ in archive.entities:
            yield archive.entities[id_]


def _facets(archive: Archive, entry: Entry) -> dict[str, tuple[str, ...]]:
    facets: dict[str, list[str]] = {}
    outlet = entry.original.source.outlet
    for record in _records(archive, entry):
        if record.kind is not EntityKind.OUTLET or record.id == outlet:
            facets.setdefault(FACETS[record.kind], []).append(record.id)
    facets["kind"] = [entry.original.genre]
    facets["language"] = list(entry.texts)
    return {name: tuple(ids) for name, ids in facets.items()}


def fingerprints(archive: Archive, entries: Iterable[Entry]) -> Iterator[str]:
    """What tells all that search knows of an entry, in any edition, from what it knew before.

    It takes a fraction of the time in which the documents are made.
    """
    marks = _Marks()
    for entry in entries:
        original = entry.original
        parts = [
            view.shown(archive, original),
            str(original.date),
            original.byline,
            original.genre,
            original.source.outlet,
            *(marks.of(record) for record in _records(archive, entry)),
        ]
        for lang, text in entry.texts.items():
            translation = text.translation
            kind = translation.kind.value if translation else ""
            parts += (lang, entry.urls[lang], text.title, text.summary, text.body)
            parts += (text.lang, text.status.value, kind)
        whole = "\x00".join(parts).encode("utf-8", "surrogatepass")
        yield hashlib.blake2b(whole, digest_size=8).hexdigest()


class _Marks(dict[str, str]):
    """All of each record that a document or its keys are made of, once."""

    def of(self, record: Entity) -> str:
        """The mark of a record."""
        known = self.get(record.id)
        if known is None:
            said = (record.id, record.kind.value, record.name, record.aliases)
            known = self[record.id] = repr((*said, record.abbreviations, record.roles))
        return known


def names(records: Iterable[Entity]) -> dict[str, Entity]:
    """Records by id, those of them that a facet can hold."""
    return {record.id: record for record in records if record.kind in FACETS}

"""The index of each edition, as files: what is in each of them, and no disk.

manifest.bin            what there is, and the stamps of all files that are fetched by number
s/3.bin                 a page of the stamps of shards, where there are many
k/3f.bin                a shard of keys
a/2021-10/22-0.bin      what is shown of an article: the day's first, counted from 0
v/1c.bin                words for the speller
f/outlet.bin            a facet: its values, and the documents of each
"""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Archive, Entity
from generator.press.search import packing, postings, shards, slots, stamps, state, vocabulary
from generator.press.search.calendars import Calendar
from generator.press.search.documents import Document, Teller, names, numbered
from generator.press.search.lexicon import Lexicon
from generator.press.search.marks import Marks
from generator.press.search.stamps import Stamps
from generator.press.search.tokens import Tokens

FORMAT = 3
"""Number of the format; the program in the page reads this one only."""

File = tuple[str, bytes]
"""A path, and what is in it."""


def known(archive: Archive, program: str = "", *, prints: bool = True) -> state.State:
    """What the state has of all documents, before any edition is built.

    Args:
        archive: Everything; drafts, removed articles and tombstones are not among its entries.
        program: As `State` has it.
        prints: Whether fingerprints are wanted; they take the most time.
    """
    found = numbered(archive, Marks(archive).of) if prints else numbered(archive)
    records = names(archive.entities.values())
    return state.State(
        program,
        [id_ for _, id_, _ in found],
        [slot for slot, _, _ in found],
        [mark for _, _, mark in found],
        names={id_: spoken(one) for id_, one in records.items()},
    )


def marked(archive: Archive, of: state.State, ids: Collection[str]) -> list[str]:
    """All fingerprints, of which some are to be taken anew."""
    marks = Marks(archive)
    fresh = {id_: marks.of(archive.entries[id_]) for id_ in ids}
    both = zip(of.ids, of.fingerprints, strict=True)
    return [fresh.get(id_, mark) for id_, mark in both]


def build(archive: Archive, langs: Sequence[str], of: state.State | None = None) -> Iterator[File]:
    """All files of the indexes of some editions, each below a folder of its language.

    Holds the numbers of all tokens and what is shown of an article, and besides them a share of
    the postings. Each entry is looked at once, and once more if no state is given, and let go,
    so that they may come from a disk. A manifest comes after all other files of its edition.

    Args:
        archive: Everything.
        langs: Of the editions.
        of: Of `known` for the archive; it gets to know the editions' facts.
    """
    of = known(archive, prints=False) if of is None else of
    records = names(archive.entities.values())
    lexicon = Lexicon()
    tokens = {lang: Tokens(lexicon) for lang in langs}
    calendar, teller, facets = Calendar(of), Teller(archive), state.Gathering()
    for place, (id_, path) in enumerate(zip(of.ids, calendar.files(), strict=True)):
        told = teller.documents(archive.entries[id_], langs)
        for number, (lang, made) in enumerate(zip(langs, told, strict=True)):
            tokens[lang].add(made, of.names)
            if not number:
                facets.add(made.facets)
            yield f"{lang}/{path}", shown(made, calendar.stamp(place), records, lang)
    of.facets = facets.facets()
    last = Ending(calendar, of.facets, records)
    for lang in langs:
        for path, data in _edition(tokens.pop(lang), last, of, lang):
            yield f"{lang}/{path}", data


def _edition(tokens: Tokens, last: Ending, of: state.State, lang: str) -> Iterator[File]:
    """All files of an edition but for those of its articles."""
    width = shards.bits(len(tokens), tokens.count)
    marks = np.zeros(1 << width, np.uint16)
    shares = postings.postings(tokens, width)
    for number, contents in shards.shards(shares, last.calendar.places, width):
        marks[number], data = shard(contents)
        yield f"k/{number:x}.bin", data
    counts = tokens.counts()
    words = {key: state.spelled(spellings) for key, spellings in counts.items()}
    facts = of.facts[lang] = state.Facts("", len(tokens), words)
    for number, text in vocabulary.files(vocabulary.words(counts)):
        yield f"v/{number:x}.bin", packing.pack(text.encode())[1]
    yield from ending(last, facts, marks, lang)


def shard(contents: bytes) -> tuple[int, bytes]:
    """The stamp of a shard as the manifest keeps it, and its file."""
    mark, data = packing.pack_numbers(contents)
    return packing.short(mark), data


@dataclass(frozen=True, slots=True)
class Ending:
    """What the last files of all editions are made of."""

    calendar: Calendar
    facets: state.Facets
    records: Mapping[str, Entity]


def ending(of: Ending, facts: state.Facts, marks: Stamps, lang: str) -> Iterator[File]:
    """The facets, the stamps and the manifest, whose version `facts` gets to know."""
    of_facets: dict[str, int] = {}
    for facet, heads, body in _facets(of):
        labelled = [
            [id_, of.records[id_].name.get(lang) if id_ in of.records else "", count]
            for id_, count in heads
        ]
        head = json.dumps(labelled, ensure_ascii=False, separators=(",", ":")).encode()
        contents = struct.pack("<I", len(head)) + head + body
        of_facets[facet], data = packing.pack(contents)
        yield f"f/{facet}.bin", data
    of_pages: list[int] = []
    for path, data, mark in stamps.pages(marks):
        of_pages.append(mark)
        yield path, data
    calendar = of.calendar
    facts.version, data = _manifest(
        lang=lang,
        documents=len(calendar),
        shards=len(marks).bit_length() - 1,
        stamps=stamps.text(np.array(of_pages, np.uint16) if of_pages else marks),
        origin=calendar.origin,
        ordinals=slots.ordinal_bits(len(calendar)),
        days=base64.b64encode(_days(calendar.places)).decode(),
        months=stamps.text(calendar.stamps()),
        vocabulary=vocabulary.bits(len(facts.words)),
        facets=of_facets,
    )
    yield "manifest.bin", data


def _facets(of: Ending) -> Iterator[tuple[str, list[tuple[str, int]], bytes]]:
    """Each facet: its values, the commonest first, with how many documents each has, and these."""
    facets, places = of.facets, of.calendar.places
    counts = np.bincount(facets.which, minlength=len(facets.values)).tolist()
    heads: dict[str, list[tuple[str, int]]] = {}
    ranks = np.zeros(len(facets.values), np.int64)
    for number, value in enumerate(facets.values):
        facet, _, id_ = value.partition("=")
        if counts[number]:
            heads.setdefault(facet, []).append((id_, counts[number]))
    numbers = {value: number for number, value in enumerate(facets.values)}
    rank = 0
    for facet in sorted(heads):
        heads[facet].sort(key=lambda one: (-one[1], one[0]))
        for id_, _ in heads[facet]:
            ranks[numbers[f"{facet}={id_}"]] = rank
            rank += 1
    ranked = ranks[facets.which]
    order = np.argsort(ranked, kind="stable")
    ranked, own = ranked[order], places[facets.documents[order]]
    starts = np.ones(len(ranked), np.bool_)
    starts[1:] = ranked[1:] != ranked[:-1]
    gaps = slots.gaps(own, starts, slots.ordinal_bits(len(places)))
    ends = np.cumsum([sum(count for _, count in heads[facet]) for facet in sorted(heads)])
    data, stops = packing.cut_varints(gaps, ends.astype(np.int64))
    start = 0
    for facet, end in zip(sorted(heads), stops.tolist(), strict=True):
        yield facet, heads[facet], data[start:end]
        start = end


def _days(places: slots.Places) -> bytes:
    """Each slot that has documents: its distance from the one before, and how many it has."""
    of, counts = np.unique(places >> slots.WIDE, return_counts=True)
    both = np.empty(2 * len(of), np.int64)
    both[::2], both[1::2] = np.diff(of, prepend=0), counts
    return packing.varints(both)


def _manifest(**facts: object) -> tuple[str, bytes]:
    """The manifest; its version changes with anything in the index."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    version = hashlib.sha256(text.encode()).hexdigest()[:16]
    head = f'{{"format":{FORMAT},"version":"{version}",'
    return version, packing.pack(f"{head}{text[1:]}".encode())[1]


def spoken(record: Entity) -> tuple[str, ...]:
    """All names of a record, each once."""
    made = (record.name.vi, record.name.en, *record.aliases, *record.abbreviations)
    return tuple(dict.fromkeys(name for name in made if name))


def shown(document: Document, stamp: int, records: Mapping[str, Entity], lang: str) -> bytes:
    """What is shown of an article; it carries its month's stamp."""
    made = _fragment(document, records, lang)
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    return stamped(text.encode(), stamp)


def stamped(text: bytes, stamp: int) -> bytes:
    """The same from its text."""
    return packing.pack(struct.pack("<H", stamp) + text)[1]


def _fragment(document: Document, records: Mapping[str, Entity], lang: str) -> dict[str, object]:
    outlet = document.facets.get("outlet", ())
    made: dict[str, object] = {
        "id": document.id,
        "url": document.url,
        "lang": document.lang,
        "title": document.title,
        "date": str(document.date.day_only()) if document.date else "",
        "outlet": records[outlet[0]].name.get(lang) if outlet else "",
        "kind": document.facets["kind"][0],
        "text": list(document.paragraphs),
        "about": list(document.about),
    }
    if document.withdrawn:
        made["withdrawn"] = True
    return {key: value for key, value in made.items() if value}

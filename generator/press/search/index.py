"""The index of one edition, as files: what is in each of them, and no disk.

manifest.bin            what there is, and the stamp of every shard
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
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from generator.model import Archive, Entity
from generator.press.search import packing, shards, slots, state, vocabulary
from generator.press.search.documents import Document, document, fingerprints, names, ordered
from generator.press.search.postings import Tokens

FORMAT = 2
"""Number of the format; the program in the page reads this one only."""

File = tuple[str, bytes]
"""A path below the edition's folder, and what is in it."""

Stamps = NDArray[np.uint16]
"""Of every shard, 0 where there is none."""


def known(archive: Archive, program: str = "", *, prints: bool = True) -> state.State:
    """What the state has of all documents, before any edition is built.

    Args:
        archive: Everything; drafts, removed articles and tombstones are not among its entries.
        program: As `State` has it.
        prints: Whether fingerprints are wanted; they take the most time.
    """
    entries = ordered(archive)
    records = names(archive.entities.values())
    return state.State(
        program,
        [entry.id for entry in entries],
        [slots.slot(entry.original.date, entry.id) for entry in entries],
        list(fingerprints(archive, entries)) if prints else [""] * len(entries),
        names={id_: spoken(one) for id_, one in records.items()},
    )


def marked(archive: Archive, of: state.State, ids: Collection[str]) -> list[str]:
    """All fingerprints, of which some are to be taken anew."""
    fresh = dict(
        zip(ids, fingerprints(archive, (archive.entries[id_] for id_ in ids)), strict=True)
    )
    both = zip(of.ids, of.fingerprints, strict=True)
    return [fresh.get(id_, mark) for id_, mark in both]


def build(archive: Archive, lang: str, of: state.State | None = None) -> Iterator[File]:
    """All files of the index of one edition, the manifest last.

    Holds the numbers of all tokens and what is shown of a block of articles, and besides them
    a share of the postings.

    Args:
        archive: Everything.
        lang: Of the edition.
        of: Of `known` for the archive; it gets to know the edition's facts.
    """
    of = known(archive, prints=False) if of is None else of
    records = names(archive.entities.values())
    tokens = Tokens()
    calendar = Calendar(of)
    facets: list[Mapping[str, tuple[str, ...]]] = []
    for place, (entry, path) in enumerate(zip(ordered(archive), calendar.files(), strict=True)):
        made = document(archive, entry, lang)
        tokens.add(made, of.names)
        facets.append(made.facets)
        yield path, shown(made, calendar.stamp(place), records, lang)
    of.facets = state.gathered(facets)
    width = shards.bits(len(tokens), tokens.count)
    stamps = np.zeros(1 << width, "<u2")
    for number, contents in shards.shards(tokens.postings(width), calendar.places, width):
        stamps[number], data = shard(contents)
        yield f"k/{number:x}.bin", data
    counts = tokens.counts()
    words = {key: state.spelled(spellings) for key, spellings in counts.items()}
    facts = state.Facts("", len(tokens), words)
    for number, text in vocabulary.files(vocabulary.words(counts)):
        yield f"v/{number:x}.bin", packing.pack(text.encode())[1]
    yield from ending(Ending(calendar, of.facets, records), facts, stamps, lang)
    of.facts[lang] = facts


def shard(contents: bytes) -> tuple[int, bytes]:
    """The stamp of a shard as the manifest keeps it, and its file."""
    mark, data = packing.pack(contents, zlib.Z_RLE)
    return packing.short(mark), data


@dataclass(frozen=True, slots=True)
class Ending:
    """What the last files of all editions are made of."""

    calendar: Calendar
    facets: state.Facets
    records: Mapping[str, Entity]


def ending(of: Ending, facts: state.Facts, stamps: Stamps, lang: str) -> Iterator[File]:
    """The facets and the manifest, whose version `facts` gets to know."""
    marks: dict[str, int] = {}
    for facet, heads, body in _facets(of):
        labelled = [
            [id_, of.records[id_].name.get(lang) if id_ in of.records else "", count]
            for id_, count in heads
        ]
        head = json.dumps(labelled, ensure_ascii=False, separators=(",", ":")).encode()
        marks[facet], data = packing.pack(struct.pack("<I", len(head)) + head + body)
        yield f"f/{facet}.bin", data
    calendar = of.calendar
    facts.version, data = _manifest(
        lang=lang,
        documents=len(calendar.places),
        shards=len(stamps).bit_length() - 1,
        stamps=base64.b64encode(stamps.tobytes()).decode(),
        origin=calendar.origin,
        ordinals=slots.ordinal_bits(len(calendar.places)),
        days=base64.b64encode(_days(calendar.places)).decode(),
        months=base64.b64encode(calendar.stamps().tobytes()).decode(),
        vocabulary=vocabulary.bits(len(facts.words)),
        facets=marks,
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


class Calendar:
    """Where all documents of an index stand, and what tells each month from any other.

    Attributes:
        origin: The year that slots count from.
        places: Of all documents, by their numbers.
    """

    def __init__(self, of: state.State) -> None:
        self.origin = slots.origin(of.slots)
        self.places = slots.places(of.slots, self.origin)
        self._slots = of.slots
        blocks = [_block(slot) for slot in of.slots]
        self._blocks = blocks
        lines = map("{} {}".format, of.slots, of.ids)
        self._stamps = {
            block: packing.short(packing.stamp("\n".join(line for _, line in both).encode()))
            for block, both in groupby(zip(blocks, lines, strict=True), itemgetter(0))
        }

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._slots)

    def files(self) -> Iterator[str]:
        """The file of each document, in order."""
        return (self.file(number) for number in range(len(self)))

    def file(self, number: int) -> str:
        """The file of a document."""
        ordinal = int(self.places[number]) & ((1 << slots.WIDE) - 1)
        return slots.path(self._slots[number], ordinal)

    def stamp(self, number: int) -> int:
        """The stamp of a document's month."""
        return self._stamps[self._blocks[number]]

    def stamps(self) -> Stamps:
        """The stamps of all months, in order."""
        return np.array(list(self._stamps.values()), "<u2")

    def of_months(self, months: Collection[str]) -> Iterator[int]:
        """Numbers of the documents of some months."""
        return (number for number, block in enumerate(self._blocks) if block in months)

    def differing(self, other: Calendar) -> set[str]:
        """Months of which either has other documents than the other."""
        both = self._stamps.items() ^ other._stamps.items()
        return {block for block, _ in both}


_block = lru_cache(1 << 16)(slots.block)


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

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
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

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


def known(archive: Archive, program: str = "") -> state.State:
    """What the state has of all documents, before any edition is built.

    Args:
        archive: Everything; drafts, removed articles and tombstones are not among its entries.
        program: As `State` has it.
    """
    entries = ordered(archive)
    prints = fingerprints(archive, entries)
    rows = [
        state.Row(entry.id, slots.slot(entry.original.date, entry.id), mark, "")
        for entry, mark in zip(entries, prints, strict=True)
    ]
    records = names(archive.entities.values())
    return state.State(program, rows, {id_: spoken(one) for id_, one in records.items()})


def build(archive: Archive, lang: str, of: state.State | None = None) -> Iterator[File]:
    """All files of the index of one edition, the manifest last.

    Holds the numbers of all tokens and what is shown of a block of articles, and besides them
    a share of the postings.

    Args:
        archive: Everything.
        lang: Of the edition.
        of: Of `known` for the archive; it gets to know the edition's facts.
    """
    of = known(archive) if of is None else of
    records = names(archive.entities.values())
    tokens = Tokens()
    months = Months(of.rows)
    files = months.files()
    for place, (entry, path) in enumerate(zip(ordered(archive), files, strict=True)):
        made = document(archive, entry, lang)
        tokens.add(made, of.names)
        row = of.rows[place]
        of.rows[place] = state.Row(row.id, row.slot, row.fingerprint, state.facets(made.facets))
        yield path, shown(made, months.stamp(row.slot), records, lang)
    width = shards.bits(len(tokens), tokens.count)
    places = slots.places([row.slot for row in of.rows], months.origin)
    stamps = np.zeros(1 << width, "<u2")
    for number, contents in shards.shards(tokens.postings(width), places, width):
        stamps[number], data = shard(contents)
        yield f"k/{number:x}.bin", data
    facts = state.Facts("", len(tokens), tokens.counts())
    for number, text in vocabulary.files(vocabulary.words(facts.words)):
        yield f"v/{number:x}.bin", packing.pack(text.encode())[1]
    yield from ending(of.rows, facts, stamps, records, lang)
    of.facts[lang] = facts


def shard(contents: bytes) -> tuple[int, bytes]:
    """The stamp of a shard as the manifest keeps it, and its file."""
    mark, data = packing.pack(contents, zlib.Z_RLE)
    return packing.short(mark), data


def ending(
    rows: Sequence[state.Row],
    facts: state.Facts,
    stamps: Stamps,
    records: Mapping[str, Entity],
    lang: str,
) -> Iterator[File]:
    """The facets and the manifest, whose version `facts` gets to know."""
    months = Months(rows)
    places = slots.places([row.slot for row in rows], months.origin)
    facets = _facets(rows)
    for facet in sorted(facets):
        contents = _facet(facets[facet], places, records, lang)
        yield f"f/{facet}.bin", packing.pack(contents)[1]
    facts.version, data = _manifest(
        lang=lang,
        documents=len(rows),
        shards=len(stamps).bit_length() - 1,
        stamps=base64.b64encode(stamps.tobytes()).decode(),
        origin=months.origin,
        ordinals=slots.ordinal_bits(len(rows)),
        days=base64.b64encode(_days(places)).decode(),
        months=base64.b64encode(months.stamps().tobytes()).decode(),
        vocabulary=vocabulary.bits(len(facts.words)),
        facets={facet: len(values) for facet, values in sorted(facets.items())},
    )
    yield "manifest.bin", data


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


class Months:
    """Months of an index: which files they have, and what tells each from any other."""

    def __init__(self, rows: Sequence[state.Row]) -> None:
        self.origin = slots.origin([row.slot for row in rows])
        self._rows = rows
        self._stamps = {
            block: packing.short(packing.stamp("\n".join(map(_line, of)).encode()))
            for block, of in groupby(rows, lambda row: _block(row.slot))
        }

    def files(self) -> list[str]:
        """The file of each row, in order."""
        made: list[str] = []
        for one, of in groupby(row.slot for row in self._rows):
            made += [slots.path(one, ordinal) for ordinal, _ in enumerate(of)]
        return made

    def stamp(self, slot: int) -> int:
        """The stamp of a slot's month."""
        return self._stamps[slots.block(slot)]

    def stamps(self) -> Stamps:
        """The stamps of all months, in order."""
        return np.array(list(self._stamps.values()), "<u2")

    def differing(self, other: Months) -> set[str]:
        """Months of which either has other documents than the other."""
        both = self._stamps.items() ^ other._stamps.items()  # noqa: SLF001 - of this very class
        return {block for block, _ in both}


_block = lru_cache(1 << 16)(slots.block)


def _line(row: state.Row) -> str:
    return f"{row.slot} {row.id}"


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


def _facets(rows: Sequence[state.Row]) -> dict[str, dict[str, list[int]]]:
    """Facet → value → numbers of its documents."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for one in row.facets.split("\t"):
            found[one].append(number)
    made: dict[str, dict[str, list[int]]] = {}
    for one, numbers in found.items():
        facet, _, id_ = one.partition("=")
        made.setdefault(facet, {})[id_] = numbers
    return made


def _facet(
    values: Mapping[str, list[int]], places: slots.Places, records: Mapping[str, Entity], lang: str
) -> bytes:
    """A facet: its values with name and number, then the documents of each."""
    order = sorted(values, key=lambda id_: (-len(values[id_]), id_))
    heads = [
        [id_, records[id_].name.get(lang) if id_ in records else "", len(values[id_])]
        for id_ in order
    ]
    head = json.dumps(heads, ensure_ascii=False, separators=(",", ":")).encode()
    numbers = np.array([number for id_ in order for number in values[id_]], np.int64)
    starts = np.zeros(len(numbers), np.bool_)
    starts[np.cumsum([0, *(len(values[id_]) for id_ in order[:-1])])] = True
    body = packing.varints(slots.gaps(places[numbers], starts, slots.ordinal_bits(len(places))))
    return struct.pack("<I", len(head)) + head + body

"""The index of one edition, as files: what is in each of them, and no disk.

manifest.bin            what there is, and the stamp of every shard
k/3f.bin                a shard of keys
a/2021-10/7.bin         what is shown of an article: the block's seventh, counted from 0
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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from generator.model import Archive, Entity
from generator.press.search import keys, packing, shards, vocabulary
from generator.press.search.documents import Document, documents, names
from generator.press.search.lexicon import Lexicon
from generator.press.search.postings import Numbers, Postings, Tokens

FORMAT = 1
"""Number of the format; the program in the page reads this one only."""

File = tuple[str, bytes]
"""A path below the edition's folder, and what is in it."""


_CODE = np.uint64(7)
"""Bits of a single word's code."""


@dataclass(slots=True)
class _Blocks:
    """Blocks of the calendar in order, each with how many articles it has."""

    counts: dict[str, int] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, document: Document) -> str:
        """Where what is shown of the document stands."""
        place = self.counts.get(document.block, 0)
        self.counts[document.block] = place + 1
        self.ids[document.block].append(document.id)
        return f"a/{document.block}/{place}.bin"

    def stamps(self) -> dict[str, int]:
        """What tells a block's order from any other."""
        return {block: self.stamp(block) for block in self.ids}

    def stamp(self, block: str) -> int:
        """The same for one block."""
        return packing.short(packing.stamp("\n".join(self.ids[block]).encode()))


def build(archive: Archive, lang: str) -> Iterator[File]:
    """All files of the index of one edition, the manifest last.

    Holds the numbers of all tokens and what is shown of a block of articles, and besides them
    a share of the postings.

    Args:
        archive: Everything; drafts, removed articles and tombstones are not among its entries.
        lang: Of the edition.
    """
    records = names(archive.entities.values())
    said = {id_: _names(record) for id_, record in records.items()}
    tokens, blocks = Tokens(), _Blocks()
    facets: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    waiting: list[tuple[str, Document]] = []
    for number, document in enumerate(documents(archive, lang)):
        if waiting and waiting[0][1].block != document.block:
            yield from _shown(waiting, blocks, records, lang)
            waiting = []
        waiting.append((blocks.add(document), document))
        tokens.add(document, said)
        for facet, ids in document.facets.items():
            for id_ in ids:
                facets[facet][id_].append(number)
    yield from _shown(waiting, blocks, records, lang)
    width = max(shards.bits(len(tokens)), tokens.share_bits())
    words = _Words(tokens)
    stamps = np.zeros(1 << width, "<u2")
    for number, contents in shards.shards(words.watched(tokens.postings()), width):
        mark, data = packing.pack(contents, zlib.Z_RLE)
        stamps[number] = packing.short(mark)
        yield f"k/{number:x}.bin", data
    known = words.known()
    for number, text in vocabulary.files(known):
        yield f"v/{number:x}.bin", packing.pack(text.encode())[1]
    marks: dict[str, int] = {}
    for facet in sorted(facets):
        contents = _facet(facets[facet], records, lang)
        marks[facet], data = packing.pack(contents)
        yield f"f/{facet}.bin", data
    yield _manifest(
        documents=tokens.count,
        shards=width,
        stamps=base64.b64encode(stamps.tobytes()).decode(),
        blocks=[[block, blocks.counts[block], mark] for block, mark in blocks.stamps().items()],
        vocabulary=vocabulary.bits(len(known)),
        lang=lang,
        facets=marks,
    )


def _manifest(**facts: object) -> File:
    """The manifest; its version changes with anything in the index."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    version = hashlib.sha256(text.encode()).hexdigest()[:16]
    head = f'{{"format":{FORMAT},"version":"{version}",'
    return "manifest.bin", packing.pack(f"{head}{text[1:]}".encode())[1]


class _Words:
    """How often each word is, counted while the postings go by."""

    def __init__(self, tokens: Tokens) -> None:
        self._lexicon = tokens.lexicon
        self._spellings: list[Numbers] = []
        self._counts: list[NDArray[np.intp]] = []

    def watched(self, shares: Iterable[Postings]) -> Iterator[Postings]:
        """The same postings."""
        for share in shares:
            single = ~share.pairs
            spellings = share.keys[single] << _CODE | share.codes[single]
            found, counts = np.unique(spellings, return_counts=True)
            self._spellings.append(found)
            self._counts.append(counts)
            yield share

    def known(self) -> dict[str, tuple[str, int]]:
        """Key → its commonest spelling, and its number of documents."""
        lexicon = self._lexicon
        if not self._spellings:
            return {}
        found, counts = np.concatenate(self._spellings), np.concatenate(self._counts)
        where = dict(zip(found.tolist(), counts.tolist(), strict=True))
        made: dict[str, tuple[str, int, int]] = {}
        for number, packed in enumerate(_singles(lexicon).tolist()):
            key, token = lexicon.texts[number], lexicon.tokens[number]
            count = where.get(packed, 0)
            if not count or not token or not vocabulary.is_word(key):
                continue
            spelling, most, total = made.get(key, ("", 0, 0))
            if count > most:
                spelling, most = token, count
            made[key] = spelling, most, total + count
        return {key: (spelling, total) for key, (spelling, _, total) in made.items()}


def _singles(lexicon: Lexicon) -> Numbers:
    """Key and code of every word of a lexicon, in one number."""
    ones, twos = lexicon.lanes()
    return keys.numbers(ones, twos) << _CODE | lexicon.codes()


def _names(record: Entity) -> tuple[str, ...]:
    """All names of a record, each once."""
    made = (record.name.vi, record.name.en, *record.aliases, *record.abbreviations)
    return tuple(dict.fromkeys(name for name in made if name))


def _shown(
    waiting: list[tuple[str, Document]], blocks: _Blocks, records: Mapping[str, Entity], lang: str
) -> Iterator[File]:
    """What is shown of each article of a block; each carries the block's stamp."""
    if not waiting:
        return
    block = waiting[0][1].block
    mark = blocks.stamp(block)
    for path, document in waiting:
        text = json.dumps(
            _fragment(document, records, lang), ensure_ascii=False, separators=(",", ":")
        )
        yield path, packing.pack(struct.pack("<H", mark) + text.encode())[1]


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


def _facet(values: Mapping[str, list[int]], records: Mapping[str, Entity], lang: str) -> bytes:
    """A facet: its values with name and number, then the documents of each."""
    order = sorted(values, key=lambda id_: (-len(values[id_]), id_))
    heads = [
        [id_, records[id_].name.get(lang) if id_ in records else "", len(values[id_])]
        for id_ in order
    ]
    head = json.dumps(heads, ensure_ascii=False, separators=(",", ":")).encode()
    gaps: list[int] = []
    for id_ in order:
        before = -1
        for number in values[id_]:
            gaps.append(number - before - 1)
            before = number
    body = packing.varints(np.array(gaps, np.int64))
    return struct.pack("<I", len(head)) + head + body

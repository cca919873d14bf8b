"""An index, changed: the same bytes as if it had been built anew, in a fraction of the time.

What an article had in the index is found again from what is shown of it there; so the words of
all others are not looked at. Where too much changed, or anything does not fit, the index is to
be built anew (`RebuildError`).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Archive, Date
from generator.press.search import keys, packing, patching, shards, slots, state, vocabulary
from generator.press.search.documents import Document, document, names, ordered
from generator.press.search.index import Months, Stamps, ending, shard, shown, spoken, stamped
from generator.press.search.postings import Tokens

_MOST = 0.05
"""Share of all documents above which it is faster to build the index anew."""

_AT_LEAST = 8
"""So many may change however few there are."""

Change = tuple[str, bytes | None]
"""A path below the edition's folder, and what is in it now; None if it is to be removed."""

Read = Callable[[str], bytes]
"""Gives a file of the index as it was."""


class RebuildError(Exception):
    """The index cannot be changed; it is to be built anew."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What changed, for all editions.

    Attributes:
        before: Rows as they were.
        after: Rows as they are; of those that changed the facets are to be found.
        files: Files of both.
        removed: Places in `before` of what is gone or changed.
        added: Places in `after` of what is new or changed.
    """

    before: list[state.Row]
    after: list[state.Row]
    files: tuple[list[str], list[str]]
    removed: list[int]
    added: list[int]


def plan(old: state.State, new: state.State) -> Plan:
    """What changed between two states, the newer of which has no facets yet.

    Raises:
        RebuildError: So much that all is to be built anew.
    """
    was, now = Months(old.rows), Months(new.rows)
    files = was.files(), now.files()
    before = {
        row.id: (path, row, place)
        for place, (row, path) in enumerate(zip(old.rows, files[0], strict=True))
    }
    after = list(new.rows)
    stay: set[int] = set()
    added: list[int] = []
    for place, (row, path) in enumerate(zip(new.rows, files[1], strict=True)):
        known = before.get(row.id)
        if known and known[0] == path and known[1].fingerprint == row.fingerprint:
            after[place] = known[1]
            stay.add(known[2])
        else:
            added.append(place)
    removed = [place for place in range(len(old.rows)) if place not in stay]
    bits = slots.ordinal_bits
    if was.origin != now.origin or bits(len(old.rows)) != bits(len(after)):
        raise RebuildError("all places are written another way")
    if max(len(removed), len(added)) > max(_AT_LEAST, _MOST * len(old.rows)):
        raise RebuildError("too much changed")
    return Plan(old.rows, after, files, removed, added)


def update(
    archive: Archive, lang: str, old: state.State, change: Plan, read: Read
) -> tuple[state.Facts, Iterator[Change]]:
    """What is to be written and removed of one edition, and its new facts, known at the end.

    Args:
        archive: Everything, as it is now.
        lang: Of the edition.
        old: The state as it was.
        change: Of `plan`; its rows get to know the facets of what changed.
        read: Of the edition.

    Raises:
        RebuildError: The index is not the state's, is damaged, or would be another all through.
    """
    try:
        return _update(archive, lang, old, change, read)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise RebuildError(str(error)) from error


def _update(
    archive: Archive, lang: str, old: state.State, change: Plan, read: Read
) -> tuple[state.Facts, Iterator[Change]]:
    manifest = json.loads(packing.unpack(read("manifest.bin"))[1])
    facts = old.facts[lang]
    if manifest["version"] != facts.version:
        raise RebuildError("the index is another one")
    entries = ordered(archive)
    gone, come = Tokens(), Tokens()
    for place in change.removed:
        gone.add(_shown(read(change.files[0][place]), change.before[place]), old.names)
    said = {id_: spoken(one) for id_, one in names(archive.entities.values()).items()}
    fresh: dict[int, Document] = {}
    for place in change.added:
        made = fresh[place] = document(archive, entries[place], lang)
        come.add(made, said)
        row = change.after[place]
        facets = state.facets(made.facets)
        change.after[place] = state.Row(row.id, row.slot, row.fingerprint, facets)
    tokens = facts.tokens - len(gone) + len(come)
    width = shards.bits(tokens, len(change.after))
    if width != manifest["shards"]:
        raise RebuildError("there are more shards, or fewer")
    stamps = np.frombuffer(base64.b64decode(manifest["stamps"]), "<u2").copy()
    made_facts = state.Facts("", tokens, facts.words)

    def changes() -> Iterator[Change]:
        yield from _articles(archive, lang, change, fresh, read)
        yield from _shards(_Postings(gone, come, change, width), stamps, read)
        yield from _vocabulary(made_facts.words, gone.counts(), come.counts(), read)
        records = names(archive.entities.values())
        for path, data in ending(change.after, made_facts, stamps, records, lang):
            yield path, data
        for facet in manifest["facets"]:
            if not any(f"{facet}=" in row.facets for row in change.after):
                yield f"f/{facet}.bin", None

    return made_facts, changes()


def _shown(data: bytes, row: state.Row) -> Document:
    """A document from what is shown of it."""
    known = json.loads(packing.unpack(data)[1][2:])
    if known["id"] != row.id:
        raise RebuildError(f"another article stands for {row.id}")
    date = known.get("date", "")
    return Document(
        id=row.id,
        url=known["url"],
        lang=known["lang"],
        title=known.get("title", ""),
        paragraphs=tuple(known.get("text", ())),
        about=tuple(known.get("about", ())),
        date=Date.parse(date) if date else None,
        slot=row.slot,
        facets=state.facets_of(row),
    )


def _articles(
    archive: Archive, lang: str, change: Plan, fresh: Mapping[int, Document], read: Read
) -> Iterator[Change]:
    """What is shown of all that changed, and of all others in their months."""
    was, now = Months(change.before), Months(change.after)
    records = names(archive.entities.values())
    moved = was.differing(now)
    wanted = set(change.files[1])
    for place, (row, path) in enumerate(zip(change.after, change.files[1], strict=True)):
        if place in fresh:
            yield path, shown(fresh[place], now.stamp(row.slot), records, lang)
        elif slots.block(row.slot) in moved:
            text = packing.unpack(read(path))[1][2:]
            yield path, stamped(text, now.stamp(row.slot))
    for place in change.removed:
        if change.files[0][place] not in wanted:
            yield change.files[0][place], None


@dataclass(frozen=True, slots=True)
class _Postings:
    """Postings that go and come.

    Attributes:
        gone: Tokens of `Plan.removed`.
        come: Tokens of `Plan.added`.
        change: What changed.
        width: Bits of a key that say its shard.
    """

    gone: Tokens
    come: Tokens
    change: Plan
    width: int

    def removed(self) -> shards.Rows:
        """All postings of what goes."""
        return self._rows(self.gone, self.change.before, self.change.removed)

    def added(self) -> shards.Rows:
        """All postings of what comes."""
        return self._rows(self.come, self.change.after, self.change.added)

    def _rows(
        self, tokens: Tokens, rows: Sequence[state.Row], which: Sequence[int]
    ) -> shards.Rows:
        every = slots.places([row.slot for row in rows], Months(rows).origin)
        places = every[np.array(which, np.int64)]
        parts = (shards.rows(one, places, self.width) for one in tokens.postings(self.width))
        return shards.joined(parts)


def _shards(postings: _Postings, stamps: Stamps, read: Read) -> Iterator[Change]:
    """All shards that have a key of what goes or comes."""
    gone, come = postings.removed(), postings.added()
    addresses, places = np.unique(gone.addresses), np.unique(gone.places)
    touched = np.union1d(addresses, come.addresses) >> np.uint64(keys.PLACE_BITS)
    contents: dict[int, bytes] = {}
    for number in np.unique(touched).tolist():
        contents[number] = b""
        if stamps[number]:
            mark, contents[number] = packing.unpack(read(f"k/{number:x}.bin"))
            if packing.short(mark) != stamps[number]:
                raise RebuildError(f"shard {number:x} is of another index")
    bits = slots.ordinal_bits(len(postings.change.after))
    for number, data in patching.patch(contents, (addresses, places), come, bits):
        if data != contents[number]:
            path = f"k/{number:x}.bin"
            if data:
                stamps[number], packed = shard(data)
                yield path, packed
            else:
                stamps[number] = 0
                yield path, None


def _vocabulary(words: state.Words, gone: state.Words, come: state.Words, read: Read) -> Iterator[Change]:
    """All files of words that are new, gone, spelled another way or of another order of number."""
    bits = vocabulary.bits(len(words))
    lines: dict[str, tuple[str, str]] = {}
    for key in sorted(gone.keys() | come.keys()):
        before = _line(key, words)
        _count(words, key, gone.get(key, {}), -1)
        _count(words, key, come.get(key, {}), 1)
        after = _line(key, words)
        if before != after:
            lines[key] = before, after
    if vocabulary.bits(len(words)) != bits:
        written = dict(vocabulary.files(vocabulary.words(words)))
        for number, text in written.items():
            yield f"v/{number:x}.bin", packing.pack(text.encode())[1]
        for number in set(range(1 << bits)) - written.keys():
            yield f"v/{number:x}.bin", None
        return
    by_file: dict[int, list[str]] = {}
    for key in lines:
        for number in vocabulary.buckets(key, bits):
            by_file.setdefault(number, []).append(key)
    for number, changed in sorted(by_file.items()):
        path = f"v/{number:x}.bin"
        text = packing.unpack(read(path))[1].decode()
        held = {line.partition(" ")[0]: line for line in text.split("\n")}
        for key in changed:
            before, after = lines[key]
            if held.pop(key, "") != before:
                raise RebuildError(f"{path} is of another index")
            if after:
                held[key] = after
        text = "\n".join(held[key] for key in sorted(held))
        yield path, packing.pack(text.encode())[1] if text else None


def _count(words: state.Words, key: str, spellings: Mapping[str, int], sign: int) -> None:
    """Add to the counts of a word, or take from them."""
    held = words.setdefault(key, {})
    for spelling, count in spellings.items():
        held[spelling] = held.get(spelling, 0) + sign * count
        if held[spelling] < 0:
            raise RebuildError(f"the state does not know {spelling}")
        if not held[spelling]:
            del held[spelling]
    if not held:
        del words[key]


def _line(key: str, words: state.Words) -> str:
    return vocabulary.line(key, *vocabulary.word(words[key])) if key in words else ""

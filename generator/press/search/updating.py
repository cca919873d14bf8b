"""An index, changed: the same bytes as if it had been built anew, in a fraction of the time.

What an article had in the index is found again from what is shown of it there; so the words of
all others are not looked at. Where too much changed, or anything does not fit, the index is to
be built anew (`RebuildError`).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.model import Archive, Date, Entity
from generator.press.search import keys, packing, patching, shards, slots, state, vocabulary
from generator.press.search.documents import Document, document, names, ordered
from generator.press.search.index import Calendar, Ending, Stamps, ending, shard, shown, stamped
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


@dataclass(slots=True)
class Plan:
    """What changed, for all editions.

    Attributes:
        old: The state as it was.
        new: The state as it is; it gets to know facets and facts.
        was: Places in the index as it was.
        now: Places in the index as it is.
        removed: Numbers in `old` of what is gone, changed or moved.
        added: Numbers in `new` of what came, changed or moved.
        stay: For each number in `old` the one in `new`, or -1 if it is among `removed`.
    """

    old: state.State
    new: state.State
    was: Calendar
    now: Calendar
    removed: list[int]
    added: list[int]
    stay: NDArray[np.int64]


def plan(old: state.State, new: state.State, changed: Collection[str] | None = None) -> Plan:
    """What changed between two states, the newer of which has no facets yet.

    Args:
        old: As it was.
        new: As it is.
        changed: Ids of all articles of which search knows something else than before, if the
            caller knows them; else the fingerprints tell.

    Raises:
        RebuildError: So much that all is to be built anew.
    """
    was, now = Calendar(old), Calendar(new)
    bits = slots.ordinal_bits
    if was.origin != now.origin or bits(len(was)) != bits(len(now)):
        raise RebuildError("all places are written another way")
    if changed is not None:
        known = dict(zip(old.ids, old.fingerprints, strict=True))
        new.fingerprints = ["" if id_ in changed else known.get(id_, "") for id_ in new.ids]
    before = {
        one: number
        for number, one in enumerate(
            zip(old.ids, was.places.tolist(), old.fingerprints, strict=True)
        )
    }
    stay = np.full(len(was), -1, np.int64)
    added: list[int] = []
    rows = zip(new.ids, now.places.tolist(), new.fingerprints, strict=True)
    for number, one in enumerate(rows):
        place = before.get(one) if one[2] else None
        if place is None:
            added.append(number)
        else:
            stay[place] = number
    removed = np.flatnonzero(stay < 0).tolist()
    if max(len(removed), len(added)) > max(_AT_LEAST, _MOST * len(was)):
        raise RebuildError("too much changed")
    return Plan(old, new, was, now, removed, added, stay)


def update(archive: Archive, lang: str, change: Plan, read: Read) -> Iterator[Change]:
    """What is to be written and removed of one edition.

    Args:
        archive: Everything, as it is now.
        lang: Of the edition.
        change: Of `plan`; its newer state gets to know the edition's facts.
        read: Of the edition.

    Raises:
        RebuildError: The index is not the state's, is damaged, or would be another all through.
    """
    try:
        yield from _update(archive, lang, change, read)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise RebuildError(str(error)) from error


def _update(archive: Archive, lang: str, change: Plan, read: Read) -> Iterator[Change]:
    manifest = json.loads(packing.unpack(read("manifest.bin"))[1])
    facts = change.old.facts[lang]
    if manifest["version"] != facts.version:
        raise RebuildError("the index is another one")
    entries = ordered(archive)
    gone, come = Tokens(), Tokens()
    for number in change.removed:
        gone.add(_shown(read(change.was.file(number)), number, change.old), change.old.names)
    fresh = {number: document(archive, entries[number], lang) for number in change.added}
    for made in fresh.values():
        come.add(made, change.new.names)
    tokens = facts.tokens - len(gone) + len(come)
    width = shards.bits(tokens, len(change.now))
    if width != manifest["shards"]:
        raise RebuildError("there are more shards, or fewer")
    stamps = np.frombuffer(base64.b64decode(manifest["stamps"]), "<u2").copy()
    records = names(archive.entities.values())
    yield from _articles(records, lang, change, fresh, read)
    yield from _shards(_Postings(gone, come, change, width), stamps, read)
    words = dict(facts.words)
    yield from _vocabulary(words, gone.counts(), come.counts(), read)
    facets = {number: made.facets for number, made in fresh.items()}
    change.new.facets = state.changed(change.old.facets, change.stay, facets)
    new = change.new.facts[lang] = state.Facts("", tokens, words)
    last = Ending(change.now, change.new.facets, records)
    left = set(manifest["facets"])
    for path, data in ending(last, new, stamps, lang):
        left.discard(path[2:-4])
        yield path, data
    yield from ((f"f/{facet}.bin", None) for facet in sorted(left))


def _shown(data: bytes, number: int, of: state.State) -> Document:
    """A document from what is shown of it."""
    known = json.loads(packing.unpack(data)[1][2:])
    if known["id"] != of.ids[number]:
        raise RebuildError(f"another article stands for {of.ids[number]}")
    date = known.get("date", "")
    return Document(
        id=known["id"],
        url=known["url"],
        lang=known["lang"],
        title=known.get("title", ""),
        paragraphs=tuple(known.get("text", ())),
        about=tuple(known.get("about", ())),
        date=Date.parse(date) if date else None,
        slot=of.slots[number],
        facets=state.facets_of(of.facets, number),
    )


def _articles(
    records: Mapping[str, Entity],
    lang: str,
    change: Plan,
    fresh: Mapping[int, Document],
    read: Read,
) -> Iterator[Change]:
    """What is shown of all that changed, and of all others in their months."""
    now = change.now
    written = {now.file(number) for number in fresh}
    for number, made in fresh.items():
        yield now.file(number), shown(made, now.stamp(number), records, lang)
    for number in now.of_months(change.was.differing(now)):
        if number not in fresh:
            path = now.file(number)
            yield path, stamped(packing.unpack(read(path))[1][2:], now.stamp(number))
    for number in change.removed:
        path = change.was.file(number)
        if path not in written:
            yield path, None


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
        return self._rows(self.gone, self.change.was, self.change.removed)

    def added(self) -> shards.Rows:
        """All postings of what comes."""
        return self._rows(self.come, self.change.now, self.change.added)

    def _rows(self, tokens: Tokens, of: Calendar, which: Sequence[int]) -> shards.Rows:
        places = of.places[np.array(which, np.int64)]
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
    bits = slots.ordinal_bits(len(postings.change.now))
    for number, data in patching.patch(contents, (addresses, places), come, bits):
        if data != contents[number]:
            path = f"k/{number:x}.bin"
            if data:
                stamps[number], packed = shard(data)
                yield path, packed
            else:
                stamps[number] = 0
                yield path, None


_Counts = Mapping[str, Mapping[str, int]]


def _vocabulary(words: state.Words, gone: _Counts, come: _Counts, read: Read) -> Iterator[Change]:
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
    if vocabulary.bits(len(words)) == bits:
        yield from _relined(lines, bits, read)
        return
    counts = {key: state.spellings(spellings) for key, spellings in words.items()}
    written = dict(vocabulary.files(vocabulary.words(counts)))
    for number, text in written.items():
        yield f"v/{number:x}.bin", packing.pack(text.encode())[1]
    for number in set(range(1 << bits)) - written.keys():
        yield f"v/{number:x}.bin", None


def _relined(lines: Mapping[str, tuple[str, str]], bits: int, read: Read) -> Iterator[Change]:
    """Files of words in which some lines are other ones; none stands for no line."""
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
    held = state.spellings(words.get(key, ""))
    for spelling, count in spellings.items():
        held[spelling] = held.get(spelling, 0) + sign * count
        if held[spelling] < 0:
            raise RebuildError(f"the state does not know {spelling}")
        if not held[spelling]:
            del held[spelling]
    if held:
        words[key] = state.spelled(held)
    else:
        words.pop(key, None)


def _line(key: str, words: state.Words) -> str:
    if key not in words:
        return ""
    return vocabulary.line(key, *vocabulary.word(state.spellings(words[key])))

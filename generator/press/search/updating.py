"""An index, changed: the same bytes as if it had been built anew, in a fraction of the time.

What an article had in the index is found again from what is shown of it there; so the words of
all others are not looked at. Where too much changed, or anything does not fit, the index is to
be built anew (`RebuildError`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Archive, Date, Entity
from generator.press.search import keys, packing, patching, postings, shards, slots, stamps, state
from generator.press.search.calendars import Calendar
from generator.press.search.documents import Document, Teller, names
from generator.press.search.index import Ending, ending, shard, shown, stamped
from generator.press.search.plans import Plan, RebuildError
from generator.press.search.relining import Change, Read, relined
from generator.press.search.stamps import Stamps
from generator.press.search.tokens import Tokens


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
    gone, come = Tokens(), Tokens()
    for number in change.removed:
        gone.add(_shown(read(change.was.file(number)), number, change.old), change.old.names)
    teller, ids = Teller(archive), change.new.ids
    fresh = {
        number: made
        for number in change.added
        for made in teller.documents(archive.entries[ids[number]], (lang,))
    }
    for made in fresh.values():
        come.add(made, change.new.names)
    tokens = facts.tokens - len(gone) + len(come)
    width = shards.bits(tokens, len(change.now))
    if width != manifest["shards"]:
        raise RebuildError("there are more shards, or fewer")
    marks = stamps.read(manifest, read)
    records = names(archive.entities.values())
    yield from _articles(records, lang, change, fresh, read)
    yield from _shards(_Postings(gone, come, change, width), marks, read)
    words = dict(facts.words)
    yield from relined(words, gone.counts(), come.counts(), read)
    facets = {number: made.facets for number, made in fresh.items()}
    change.new.facets = state.changed(change.old.facets, change.stay, facets)
    new = change.new.facts[lang] = state.Facts("", tokens, words)
    last = Ending(change.now, change.new.facets, records)
    left = set(manifest["facets"])
    for path, data in ending(last, new, marks, lang):
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
        parts = (
            shards.rows(one, places, self.width) for one in postings.postings(tokens, self.width)
        )
        return shards.joined(parts)


def _shards(moved: _Postings, marks: Stamps, read: Read) -> Iterator[Change]:
    """All shards that have a key of what goes or comes."""
    gone, come = moved.removed(), moved.added()
    addresses, places = np.unique(gone.addresses), np.unique(gone.places)
    touched = np.union1d(addresses, come.addresses) >> np.uint64(keys.PLACE_BITS)
    contents: dict[int, bytes] = {}
    for number in np.unique(touched).tolist():
        contents[number] = b""
        if marks[number]:
            mark, contents[number] = packing.unpack(read(f"k/{number:x}.bin"))
            if packing.short(mark) != marks[number]:
                raise RebuildError(f"shard {number:x} is of another index")
    bits = slots.ordinal_bits(len(moved.change.now))
    for number, data in patching.patch(contents, (addresses, places), come, bits):
        if data != contents[number]:
            path = f"k/{number:x}.bin"
            if data:
                marks[number], packed = shard(data)
                yield path, packed
            else:
                marks[number] = 0
                yield path, None

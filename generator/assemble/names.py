"""All names of all records, ready to be found in a text in one pass."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import ahocorasick_rs

from generator import vietnamese
from generator.assemble.readable import read_line
from generator.model import Entity, EntityKind

SHORT = 2
"""Names of at most so many characters are too common to be names, but for abbreviations (EU)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text.

    Attributes:
        start: Position of its first character.
        end: Position after its last one.
        owners: Ids of all records that have this name, in order.
    """

    start: int
    end: int
    owners: tuple[str, ...]


class Names:
    """Finds the names of records.

    Names are compared in one placement of tone marks (hoà = hòa), with their case: "Hòa Bình" is
    a place and "hòa bình" is peace. Only the first letter is free where grammar decides it:
    after a full stop for every name, and throughout for topics and events.
    """

    def __init__(self, records: Mapping[str, Entity]) -> None:
        owners: defaultdict[str, set[str]] = defaultdict(set)
        for id_, record in records.items():
            for name in _names(record):
                for form in _forms(name, record.kind):
                    owners[form].add(id_)
        self._keys = sorted(owners)
        self._owners = [tuple(sorted(owners[key])) for key in self._keys]
        self._automaton = ahocorasick_rs.AhoCorasick(self._keys)

    def find(self, text: str) -> list[Found]:
        """Find all names in a text, NFC, from left to right.

        A name ends where a word ends. Of names that overlap the leftmost counts, of those that
        start together the longest: "Bộ Ngoại giao" once, and no "Bộ" in it. Two that overlap and
        are names of one record are one: "Thủ tướng Kishida" and "Kishida Fumio". Names that do
        not end with a word are dropped before that choice, so that they hide no other.
        """
        key = vietnamese.compare_key(text)
        matches = self._automaton.find_matches_as_indexes(key, overlapping=True)
        whole = [match for match in matches if _is_whole(key, match[1], match[2])]
        found: list[Found] = []
        last = 0
        for number, start, end in sorted(whole, key=lambda match: (match[1], -match[2])):
            owners = self._owners[number]
            if start >= last:
                found.append(Found(start, end, owners))
            elif end > last and found[-1].owners == owners:
                found[-1] = Found(found[-1].start, end, owners)
            last = found[-1].end
        return found


def _names(record: Entity) -> Iterator[str]:
    """The names of a record that are looked for, as one writes them in a line."""
    for name in (record.name.vi, record.name.en, *record.aliases, *record.abbreviations):
        line = vietnamese.nfc(read_line(name))
        abbreviation = len(line) == SHORT and line.isupper() and line.isalnum()
        if abbreviation or len(line) > SHORT:
            yield line


def _forms(name: str, kind: EntityKind) -> set[str]:
    """The keys under which a name is found."""
    forms = {name, name[0].upper() + name[1:]}
    if kind in {EntityKind.TOPIC, EntityKind.EVENT} and not name[:2].isupper():
        forms.add(name[0].lower() + name[1:])
    return {vietnamese.compare_key(form) for form in forms}


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either end of a stretch of text."""
    before, after = text[max(start - 2, 0) : start][::-1], text[end : end + 2]
    return not _joins(before) and not _joins(after)


def _joins(outside: str) -> bool:
    """Whether the characters beside a name, the nearest first, carry on its word.

    An underscore does so only within a word (`photo_VOV_1`): it may as well mark emphasis.
    """
    if outside[:1] == "_":
        outside = outside[1:]
    return bool(outside) and (
        outside[0].isalnum() or unicodedata.category(outside[0]).startswith("M")
    )

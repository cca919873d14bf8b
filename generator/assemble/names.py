"""All names of all records, ready to be found in a text in one pass."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ahocorasick_rs

from generator.assemble import countries, longer_names, name_forms
from generator.assemble.longer_names import Surroundings
from generator.assemble.name_forms import Name, Written
from generator.assemble.person_names import is_syllable
from generator.model import LANGS, Entity, EntityKind

_SHORTEST_SURE = 3
"""Syllables of a name in capitals that can hardly be anything else."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text.

    Attributes:
        start: Position of its first character.
        end: Position after its last one.
        owners: Ids of all records that it may mean, in order.
        doubtful: Whether it may be a common word, so that it counts only where its record is
            named beyond doubt elsewhere: "HÒA BÌNH", "Anh" at the start of a sentence.
        post: The post or honorific before it, if only a part of a person's name stands there.
        rivals: Full names of people not on record whom such a part may mean as well.
    """

    start: int
    end: int
    owners: tuple[str, ...]
    doubtful: bool = False
    post: str = ""
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    """A name that is written at a place, whatever stands around it."""

    start: int
    end: int
    names: tuple[Name, ...]
    doubtful: bool


class Names:
    """Finds the names of records, in any placement of tone marks (hoà = hòa)."""

    def __init__(self, records: Mapping[str, Entity]) -> None:
        self._records = records
        by_key: defaultdict[str, list[Name]] = defaultdict(list)
        for name in name_forms.names(records):
            by_key[name_forms.lower(name.form)].append(name)
        keys = sorted(by_key)
        self._names = [tuple(by_key[key]) for key in keys]
        self._automaton = ahocorasick_rs.AhoCorasick(keys)
        self._home = frozenset(map(name_forms.key, countries.HOME))
        self._foreign = frozenset(map(name_forms.key, countries.names()))
        words = (word for r in records.values() for word in (r.description.vi, *r.aliases.vi))
        self._said = name_forms.key(" ".join(words))

    def find(self, text: str, lang: str = LANGS[0]) -> list[Found]:
        """Find all names in a text, NFC, from left to right; of two at one place the longer first.

        A name ends where a word ends. Of names that overlap the leftmost counts, of those that
        start together the longest: "Bộ Ngoại giao" once, and no "Bộ" in it. Two that overlap and
        are names of one record are one: "Thủ tướng Kishida" and "Kishida Fumio". What is no name
        at its place (`longer_names`) hides no other. A description ("gia nhập WTO") hides topics
        and events in it, and leaves people, organisations and places to be named with it.

        Args:
            text: The text, a line at a time or all of it; no name goes over a line break.
            lang: Its language, one of `LANGS`.
        """
        key = name_forms.key(text)
        matches = self._matches(key, lang)
        around = self._surroundings(key, lang, matches)
        bodies = {
            match.start: name
            for match in reversed(matches)
            for name in match.names
            if name.kind is EntityKind.ORGANISATION
        }
        titles: list[Found] = []
        descriptions: list[Found] = []
        wordy: set[int] = set()
        for match in matches:
            owners: dict[bool, set[str]] = {False: set(), True: set()}
            kinds: set[EntityKind | None] = set()
            for name in match.names:
                if longer_names.stands(
                    name.kind, name.form, match.start, match.end, around
                ) and not self._is_anothers(name, bodies.get(match.end + 1)):
                    owners[name.description].add(name.owner)
                    kinds.add(name.kind)
            if owners[False]:
                own = tuple(sorted(owners[False] - {""}))
                titles.append(Found(match.start, match.end, own, match.doubtful))
                if kinds <= {EntityKind.TOPIC, EntityKind.EVENT}:
                    wordy.add(match.start)
            elif owners[True]:
                own = tuple(sorted(owners[True]))
                descriptions.append(Found(match.start, match.end, own, match.doubtful))
        chosen = _leftmost(titles)
        described = (
            [d for d in _leftmost(descriptions) if not _cuts(d, chosen)] if descriptions else []
        )
        if described:
            chosen = [
                c
                for c in chosen
                if not (
                    c.start in wordy
                    and any(d.start <= c.start and c.end <= d.end for d in described)
                )
            ]
        found = (name for name in (*chosen, *described) if name.owners)
        return sorted(found, key=lambda name: (name.start, -name.end))

    def _matches(self, key: str, lang: str) -> list[_Match]:
        """What is written, by where it starts, the longest first."""
        matches = []
        low = name_forms.lower(key)
        for number, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if not _is_whole(key, start, end):
                continue
            form = key[start:end]
            names = []
            capitals = False
            for name in self._names[number]:
                written = name.written(form) if not name.lang or name.lang == lang else None
                if written:
                    names.append(name)
                    capitals = written is Written.IN_CAPITALS
            if names:
                doubtful = (
                    self._is_common(form, key) if capitals else _is_word(names[0], key, start, end)
                )
                matches.append(_Match(start, end, tuple(names), doubtful))
        matches.sort(key=lambda match: (match.start, -match.end))
        return matches

    def _surroundings(self, key: str, lang: str, matches: Iterable[_Match]) -> Surroundings:
        abroad = [m for m in matches if not self._foreign.isdisjoint(n.form for n in m.names)]
        return Surroundings(
            text=key,
            lang=lang,
            starts=frozenset(m.start for m in matches),
            ends=frozenset(m.end for m in matches),
            foreign=frozenset(m.start for m in abroad),
            foreign_ends=frozenset(m.end for m in abroad),
        )

    def _is_anothers(self, name: Name, follower: Name | None) -> bool:
        """Whether a body is another's, whose name follows: "Đại hội đồng WTO" is not the UN's."""
        if not follower or name.kind is not EntityKind.ORGANISATION or " " not in name.form:
            return False
        record, other = self._records[name.owner], self._records[follower.owner]
        if other.id in {record.id, record.parent} or record.id == other.parent:
            return False
        own = " ".join((record.name.vi, record.name.en, *record.aliases)).lower()
        return not any(its and its.lower() in own for its in (other.name.vi, other.name.en))

    def _is_common(self, form: str, text: str) -> bool:
        """Whether a name in capitals is also a word that the text or a record uses: hòa bình."""
        low = name_forms.lower(form)
        return len(form.split()) < _SHORTEST_SURE and (
            low in _COMMON or low in text or low in self._said
        )


_COMMON = frozenset(
    "hòa bình,thái bình,thanh bình,thống nhất,độc lập,tự do,đoàn kết,hải dương,cao bằng,an giang,"
    "bình dương,bình thuận,bình phước,phú thọ,hưng yên,thanh xuân,long an,nam định,thái nguyên,"
    "đông á,kiên giang,hậu giang,tiền giang,quang minh,đại dương,hạnh phúc,thịnh vượng".split(",")
)
"""Places and people that are words as well, when written small."""


def _is_word(name: Name, text: str, start: int, end: int) -> bool:
    """Whether a place of one syllable opens a sentence, where any word is capital: "Anh nói"."""
    return (
        name.kind is EntityKind.PLACE
        and is_syllable(name.form)
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
        and (not start or text[max(start - 2, 0) : start].rstrip()[-1:] in {"", ".", "\n"})
    )


def _leftmost(names: Iterable[Found]) -> list[Found]:
    """Of names that overlap the leftmost, of those that start together the longest."""
    found: list[Found] = []
    last = 0
    for name in names:
        if name.start >= last:
            found.append(name)
        elif name.end > last and found[-1].owners == name.owners:
            found[-1] = Found(found[-1].start, name.end, name.owners)
        last = found[-1].end
    return found


def _cuts(description: Found, chosen: Iterable[Found]) -> bool:
    """Whether a name that was chosen lies around a description, or over one of its ends."""
    return any(
        name.start < description.end
        and description.start < name.end
        and not (description.start <= name.start and name.end <= description.end)
        for name in chosen
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either end of a stretch of text."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == " " and after in {" ", ",", "."}:
        return True
    if before.isalnum() or after.isalnum():
        return False
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

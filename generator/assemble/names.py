"""All names of all records, ready to be found in a text in one pass."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import ahocorasick_rs

from generator.assemble import choice, countries, longer_names, name_forms
from generator.assemble.choice import Found, Match
from generator.assemble.longer_names import Surroundings
from generator.assemble.name_forms import Name, Written
from generator.assemble.person_names import is_syllable
from generator.model import LANGS, Entity, EntityKind

__all__ = ["Found", "Names"]

_ANYWHERE = frozenset({EntityKind.TOPIC, EntityKind.EVENT, EntityKind.OUTLET})
"""Kinds whose names are meant whatever stands around them."""

_BEHIND = frozenset(" ,.")
"""What stands behind most names."""

_SURE = 3
"""Syllables of a name in capitals that can hardly be anything else."""

_WORDS = (
    "hòa bình,thái bình,thanh bình,thống nhất,độc lập,tự do,đoàn kết,hải dương,cao bằng,an giang,"
    "bình dương,bình thuận,bình phước,phú thọ,hưng yên,thanh xuân,long an,nam định,thái nguyên,"
    "đông á,kiên giang,hậu giang,tiền giang,quang minh,đại dương,hạnh phúc,thịnh vượng"
)
_COMMON = frozenset(_WORDS.split(","))
"""Names of two syllables that are words as well when written small."""


class Names:
    """Finds the names of records, in any placement of tone marks (hoà = hòa)."""

    def __init__(self, records: Mapping[str, Entity]) -> None:
        by_key: defaultdict[str, list[Name]] = defaultdict(list)
        for name in name_forms.names(records):
            by_key[name_forms.lower(name.form)].append(name)
        keys = sorted(by_key)
        abroad = frozenset(map(name_forms.key, countries.names()))
        self._names = [tuple(by_key[key]) for key in keys]
        self._small = [any(name.may_be_small for name in names) for names in self._names]
        self._abroad = [any(name.form in abroad for name in names) for names in self._names]
        self._automaton = ahocorasick_rs.AhoCorasick(keys)
        self._records = records
        own_words = (text for r in records.values() for text in (r.description.vi, *r.aliases.vi))
        self._said = name_forms.key(" ".join(own_words))
        self._theirs = frozenset(
            record.id
            for record in records.values()
            if record.kind is EntityKind.ORGANISATION
            and self._matches(name_forms.key(record.description.vi), "vi")[1]
        )

    def find(self, text: str, lang: str = LANGS[0]) -> list[Found]:
        """Find all names in a text, from left to right; of two at one place the longer first.

        A name ends where a word ends. What stands around it must not make it part of another
        (`longer_names`); of those that overlap some are chosen (`choice`).

        Args:
            text: The text, NFC; no name goes over a line break.
            lang: Its language, one of `LANGS`.
        """
        key = name_forms.key(text)
        matches, abroad = self._matches(key, lang)
        around = Surroundings(
            text=key,
            lang=lang,
            starts=frozenset(match.start for match in matches),
            ends=frozenset(match.end for match in matches),
            long_ends=frozenset(match.end for match in matches if " " in match.names[0].form),
            foreign=frozenset(match.start for match in abroad),
            foreign_ends=frozenset(match.end for match in abroad),
        )
        bodies = {
            match.start: match.names[0]
            for match in matches
            if match.names[0].kind is EntityKind.ORGANISATION
        }
        return choice.choose(matches, partial(self._stands, around, bodies))

    def _matches(self, key: str, lang: str) -> tuple[list[Match], list[Match]]:
        """What is written, whatever it means, in any order; and what of it is another country."""
        matches: list[Match] = []
        abroad: list[Match] = []
        common: dict[str, bool] = {}
        low = name_forms.lower(key)
        for number, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if not (self._small[number] or key[start].isupper()) or not _is_whole(key, start, end):
                continue
            form = key[start:end]
            names: Sequence[Name] = self._names[number]
            capitals = False
            if len(names) > 1 or names[0].lang or names[0].form != form:
                names, capitals = _written(names, form, lang)
            if names:
                if capitals and form not in common:
                    common[form] = self._is_common(form, key)
                doubtful = common[form] if capitals else _opens_sentence(names[0], key, start, end)
                matches.append(Match(start, end, names, doubtful))
                if self._abroad[number]:
                    abroad.append(matches[-1])
            elif self._abroad[number] and form.isupper():
                # In capitals one syllable names no country, but says whose a body is.
                abroad.append(Match(start, end, self._names[number], doubtful=True))
        return matches, abroad

    def _stands(
        self, around: Surroundings, bodies: Mapping[int, Name], name: Name, match: Match
    ) -> bool:
        if name.kind in _ANYWHERE:
            return True
        # A body abroad may be followed by whose it is: "Quốc vụ viện Trung Quốc".
        if name.owner not in self._theirs and not longer_names.stands(
            name.kind, name.form, match.start, match.end, around
        ):
            return False
        follower = bodies.get(match.end + 1) if name.kind is EntityKind.ORGANISATION else None
        return not follower or " " not in name.form or not self._is_anothers(name, follower)

    def _is_anothers(self, name: Name, follower: Name) -> bool:
        """Whether a body is another's, whose name follows: "Đại hội đồng WTO" is not the UN's."""
        record, other = self._records[name.owner], self._records[follower.owner]
        if other.id in {record.id, record.parent} or record.id == other.parent:
            return False
        own = " ".join((record.name.vi, record.name.en, *record.aliases)).lower()
        return not any(its and its.lower() in own for its in (other.name.vi, other.name.en))

    def _is_common(self, form: str, text: str) -> bool:
        """Whether a name in capitals is also a word that the text or a record uses: hòa bình."""
        low = name_forms.lower(form)
        return len(form.split()) < _SURE and (low in _COMMON or low in text or low in self._said)


def _written(names: Iterable[Name], form: str, lang: str) -> tuple[list[Name], bool]:
    """Those of some names that a text writes, and whether it does so in capitals."""
    found: list[Name] = []
    capitals = False
    for name in names:
        written = name.written(form) if not name.lang or name.lang == lang else None
        if written:
            found.append(name)
            capitals = written is Written.IN_CAPITALS
    return found, capitals


def _opens_sentence(name: Name, text: str, start: int, end: int) -> bool:
    """Whether a place of one syllable opens a sentence, where any word is capital: "Anh nói"."""
    return (
        name.kind is EntityKind.PLACE
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
        and text[max(start - 2, 0) : start].rstrip()[-1:] in {"", ".", "\n"}
        and is_syllable(name.form)
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either end of a stretch of text."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == " " and after in _BEHIND:
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

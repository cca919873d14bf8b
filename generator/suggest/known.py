"""What is on record already, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import surnames
from generator.model import Entity, EntityKind
from generator.suggest.words import is_syllable
from generator.vietnamese import compare_key, fold, nfc, slug

_BODIES = {EntityKind.ORGANISATION, EntityKind.OUTLET}


def key(name: str) -> str:
    """A key under which two spellings of a person's name are one.

    Case and the placement of tone marks do not count; of a name that is not Vietnamese the
    order of its words neither: "Fumio Kishida", "Kishida Fumio".
    """
    words = compare_key(nfc(name)).casefold().split()
    own = words and fold(words[0]) in surnames.ALL_PLAIN and all(map(is_syllable, words))
    return " ".join(words if own else sorted(words))


def body_key(name: str) -> str:
    """A key under which two spellings of an organisation are one.

    The country is left off its own ministries, parliament and government: "Bộ Ngoại giao Việt Nam".
    """
    words = compare_key(nfc(name)).casefold().split()
    words = words[1:] if words[:1] == ["the"] else words
    state = words[:1] == ["bộ"] or words[:2] in (["chính", "phủ"], ["quốc", "hội"])
    if state and words[-2:] == ["việt", "nam"]:
        words = words[:-2]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Known:
    """Names on record.

    Attributes:
        records: All records by id.
        names: `key` of each name of any record → its id; the smaller of two.
        plain: The same without diacritics, of people.
        bodies: `body_key` of each name of an organisation or outlet → its id; likewise.
    """

    records: Mapping[str, Entity]
    names: Mapping[str, str]
    plain: Mapping[str, str]
    bodies: Mapping[str, str]

    def person(self, name: str) -> str:
        """Id of the record that has this name; empty if none has."""
        found = self.names.get(key(name), "")
        return found or (self.plain.get(key(name), "") if name.isascii() else "")


def known(records: Iterable[Entity]) -> Known:
    """Index the names of records."""
    by_id = {record.id: record for record in sorted(records, key=lambda record: record.path)}
    names: dict[str, str] = {}
    plain: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for id_ in sorted(by_id):
        record = by_id[id_]
        told = (record.name.vi, record.name.en, *record.aliases, *record.abbreviations)
        for name in filter(None, told):
            names.setdefault(key(name), id_)
            if record.kind is EntityKind.PERSON:
                plain.setdefault(key(fold(name)), id_)
            elif record.kind in _BODIES:
                bodies.setdefault(body_key(name), id_)
    return Known(by_id, names, plain, bodies)


class Ids:
    """Gives out ids that no record has yet, and each only once."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def new(self, name: str, *, otherwise: str) -> str:
        """An id made of a name: its slug, with a number where that is taken."""
        stem = slug(name) or otherwise
        id_, number = stem, 2
        while id_ in self._taken:
            id_, number = f"{stem}-{number}", number + 1
        self._taken.add(id_)
        return id_

"""Indexes: all records of a kind from A to Z, and how a long one is cut into letters.

An index that is longer than a page shows the most named records of each letter and leads to
pages of single letters; those are cut at every `paging.SIZE` names where the letter is long
itself. Events stand by date instead, the latest first, in the blocks of all long lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from generator import collation
from generator.assemble import paging, urls
from generator.model import LANGS, Entity, EntityKind, Permalink
from generator.vietnamese import fold


class Order(StrEnum):
    """By what names stand; the value is the segment of the URL."""

    NAME = "name"
    GIVEN = "given-name"


# A letter with a mark is doubled or followed by w, as one types it (Telex).
_SLUGS = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "#": "other"}


def orders(kind: EntityKind) -> tuple[Order, ...]:
    """The orders in which a kind is listed: people by their given names too."""
    return (Order.NAME, Order.GIVEN) if kind is EntityKind.PERSON else (Order.NAME,)


def name(record: Entity, lang: str, order: Order) -> str:
    """A record's name as it stands in an index: `Bùi Thanh Sơn` or `Sơn, Bùi Thanh`.

    A given name that leads already, and one that is no part of the name in this language, leave
    the name as it is.
    """
    whole = record.name.get(lang)
    words, given = whole.split(), record.given.split()
    if order is Order.NAME or not given:
        return whole
    folded = [fold(word) for word in given]
    for place in range(len(words) - len(given), 0, -1):
        found = words[place : place + len(given)]
        if [fold(word) for word in found] == folded:
            rest = words[:place] + words[place + len(given) :]
            return f"{' '.join(found)}, {' '.join(rest)}"
    return whole


def by_letter(records: Iterable[Entity], lang: str, order: Order) -> dict[str, list[Entity]]:
    """Letter → its records, both in the order of the language; `collation.OTHER` stands first."""
    key = collation.sort_key if lang == LANGS[0] else collation.english_key
    named = [(name(record, lang, order), record) for record in records]
    named.sort(key=lambda pair: (key(pair[0]), collation.sort_key(pair[1].name.vi), pair[1].id))
    made: dict[str, list[Entity]] = {letter: [] for letter in (collation.OTHER, *alphabet(lang))}
    for text, record in named:
        made[collation.letter(text if lang == LANGS[0] else fold(text))].append(record)
    return {letter: of for letter, of in made.items() if of}


def alphabet(lang: str) -> list[str]:
    """The letters of an index, upper case: the English one has those without marks only."""
    return [letter.upper() for letter in collation.ALPHABET if lang == LANGS[0] or letter.isascii()]


def slug(letter: str) -> str:
    """What a letter is called in a URL or an anchor: `b`, `dd` for Đ, `other` for the rest."""
    return _SLUGS.get(letter.lower(), letter.lower())


def url(kind: EntityKind, lang: str, order: Order = Order.NAME, letter: str = "") -> str:
    """The page of an index, or of one letter of it.

    Below a kind's list, records have one segment and pages of lists have digits: nothing of
    theirs can be `by/` with a name.
    """
    listed = urls.index(kind, lang)
    if letter:
        return f"{listed}by/{order}/{slug(letter)}/"
    return listed if order is Order.NAME else f"{listed}by/{order}/"


def by_date(lang: str) -> str:
    """Below which the pages of a long list of events are."""
    return f"{urls.index(EntityKind.EVENT, lang)}by/date/"


def parts(records: Sequence[Entity]) -> list[Sequence[Entity]]:
    """The pages of one letter: as many names on each as fit, in order."""
    return [records[at : at + paging.SIZE] for at in range(0, len(records), paging.SIZE)]


def part_url(letter_url: str, number: int) -> str:
    """A page of one letter; the first is the letter's own."""
    return letter_url if number == 1 else urls.block(letter_url, number)


def permalinks(kind: EntityKind, records: Sequence[Entity]) -> Iterator[Permalink]:
    """All pages of an index in both languages; a lost one leads to the index."""
    id_ = f"index:{kind.value}"
    for lang in LANGS:
        for order in orders(kind):
            yield Permalink(url=url(kind, lang, order), id=id_, lang=lang)
            if len(records) > paging.SIZE and kind is not EntityKind.EVENT:
                for letter, of in by_letter(records, lang, order).items():
                    first = url(kind, lang, order, letter)
                    for number in range(1, len(parts(of)) + 1):
                        yield Permalink(url=part_url(first, number), id=id_, lang=lang)
        if kind is EntityKind.EVENT:
            for number in paging.blocks(len(records)):
                yield Permalink(url=urls.block(by_date(lang), number), id=id_, lang=lang)

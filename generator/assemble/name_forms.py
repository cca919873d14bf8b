"""The forms in which a record's names are looked for, and whether a text writes one rightly.

A syllable that is capital in the name must be capital in the text ("Hòa Bình" is a place, "hòa
bình" is peace); one that is not may be either ("Bộ Ngoại giao", "Bộ Ngoại Giao"). Names of topics
and events are a cataloguer's words: there capitals are free, but for abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from generator import vietnamese
from generator.assemble import countries
from generator.assemble.person_names import is_syllable, without_marks
from generator.assemble.readable import read_line
from generator.model import Entity, EntityKind

_SIGNS = re.compile("[–—‐‑−’ʼ]")
_WORD = re.compile(r"\w+")
_LEAST, _LEAST_ELSE = 2, 3  # characters: abbreviations and places (EU, Mỹ), and other names
_ROMANISED = 3
_PRINTED_BARE = frozenset({EntityKind.PERSON, EntityKind.PLACE})
_WORDY = frozenset({EntityKind.TOPIC, EntityKind.EVENT})
_SMALL_WORDS = "of the and in on for at to a và của ở tại về lần thứ"
_SMALL = frozenset(_SMALL_WORDS.split())
_PAIR = re.compile(r"\s*(?:-|và|and|&)\s+(?:the )?|-")
# Words for what somebody does, where they head the name of a topic or event.
_DOING = (
    "quan hệ,khai trương,khánh thành,ký,ký kết,thiết lập,nâng cấp,ra mắt,thành lập,chuyến thăm,"
    "kỷ niệm,lễ ký,relations,opening of,signing of,establishment of,visit of,visit to"
)
_ACTIONS = tuple(f"{action} " for action in _DOING.split(","))


class Written(Enum):
    """How a text writes a name."""

    RIGHTLY = 1
    IN_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one record.

    Attributes:
        form: In one placement of tone marks, with plain dashes; the case is kept.
        owner: Id of the record; empty for a country that is not on record.
        kind: Its kind; None for such a country.
        exact: Whether no other case will do: abbreviations.
        lang: The only language in whose texts it is looked for; empty for both.
        description: Whether it is put together of what happens and other names ("gia nhập WTO"),
            so that those are named with it.
    """

    form: str
    owner: str
    kind: EntityKind | None
    exact: bool = False
    lang: str = ""
    description: bool = False

    @property
    def may_be_small(self) -> bool:
        """Whether a text may write it with a small first letter."""
        return not self.form[0].isupper() or (not self.exact and self._is_free)

    @property
    def _is_free(self) -> bool:
        """Whether its words may be capital or small."""
        return self.kind is None or self.kind in _WORDY

    def written(self, text: str) -> Written | None:
        """How a stretch of text, as long as the form, writes it; None if it is another word."""
        if text == self.form:
            return Written.RIGHTLY
        if self.exact:
            return None
        if text.isupper():
            several = " " in text or "-" in text
            return Written.IN_CAPITALS if several and text == _upper(self.form) else None
        free = self._is_free
        for position, (own, its) in enumerate(zip(self.form, text, strict=True)):
            if own == its:
                continue
            starts = not position or not self.form[position - 1].isalnum()
            goes_on = self.form[position + 1 : position + 2]
            may_differ = own.islower() or (free and not goes_on.isupper() and goes_on.isalpha())
            if not (starts and may_differ):
                return None
        return Written.RIGHTLY


@lru_cache(maxsize=1 << 2)  # a title and a body are asked for twice
def key(text: str) -> str:
    """A text for comparing with forms: NFC in, same length out."""
    # A pattern is ten times as fast as `str.translate`, which looks every letter up.
    return _SIGNS.sub(lambda m: "'" if m[0] in "’ʼ" else "-", vietnamese.compare_key(text))


def lower(text: str) -> str:
    """Lower case of the same length: a letter whose lower case is longer stays."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _upper(text: str) -> str:
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def names(records: Mapping[str, Entity]) -> Iterator[Name]:
    """All names of all records, and of the countries that are not among them."""
    things = {
        lower(key(name))
        for record in records.values()
        if record.kind not in _WORDY
        for name, _ in _spelt(record)
    }
    things |= {lower(key(name)) for name in (*countries.names(), *countries.HOME)}
    taken: set[str] = set()
    for record in records.values():
        for name in _of(record, things):
            taken.add(lower(name.form))
            yield name
    for country in sorted(countries.names() | countries.HOME):
        if lower(key(country)) not in taken:
            yield Name(key(country), "", None, exact=" " not in country)


def _of(record: Entity, things: Collection[str]) -> Iterator[Name]:
    wordy = record.kind in _WORDY
    for spelt, lang in _spelt(record):
        form = key(spelt)
        short = form.isupper() and " " not in form
        abbreviation = short and form.isalnum()
        least = _LEAST if abbreviation or record.kind is EntityKind.PLACE else _LEAST_ELSE
        if len(form) < least:
            continue
        described = wordy and is_description(form, things)
        for own in dict.fromkeys((form, *_variants(form, lang, record))):
            yield Name(own, record.id, record.kind, short, lang, described)
    for short_form in record.abbreviations:
        form = key(vietnamese.nfc(read_line(short_form)))
        yield Name(form, record.id, record.kind, exact=True)


def _spelt(record: Entity) -> Iterator[tuple[str, str]]:
    """Names as one writes them in a line, and the only language that has them."""
    given = [
        *((name, "vi") for name in (record.name.vi, *record.aliases.vi)),
        *((name, "en") for name in (record.name.en, *record.aliases.en)),
        *((name, "") for name in record.aliases.other),
    ]
    if record.kind in _PRINTED_BARE and " " in record.name.vi and not record.name.en:
        given.append((" ".join(map(without_marks, record.name.vi.split())), "en"))
    langs: dict[str, set[str]] = {}
    for name, lang in given:
        line = vietnamese.nfc(read_line(name))
        if line:
            langs.setdefault(line, set()).add(lang)
    for line, its in langs.items():
        # A syllable of ASCII letters may be a name in the other language: Ms Nga of Hue.
        alone = len(its) == 1 and line.isascii() and line.istitle() and is_syllable(line)
        yield line, next(iter(its)) if alone else ""


def _variants(form: str, lang: str, record: Entity) -> Iterable[str]:
    """Other ways to write a name that everybody takes for the same."""
    if record.kind in _WORDY:
        return _numbers(form, lang)
    if record.kind is EntityKind.PERSON:
        return _romanised(form)
    return ()


def _romanised(form: str) -> Iterable[str]:
    """Korean names: `Kim Il Sung`, `Kim Il-sung`, `Kim Il-Sung`."""
    words = re.split("[ -]", form)
    if not form.isascii() or len(words) != _ROMANISED or not form.replace("-", " ").istitle():
        return ()
    first, second, third = words
    given = (f"{second} {third}", f"{second}-{third.lower()}", f"{second}-{third}")
    return tuple(f"{first} {name}" for name in given)


def _numbers(form: str, lang: str) -> Iterable[str]:
    """Singular and plural of an English name."""
    if lang == "vi" or not form.isascii() or not form[-1].isalpha() or len(form) < _LEAST_ELSE:
        return ()
    if form.endswith("s") and not form.endswith(("ss", "us")):
        return (form[:-1],)
    return (form + "s",)


def is_description(form: str, things: Collection[str]) -> bool:
    """Whether the name of a topic or event is no title, but says what happens, and to whom.

    Descriptions begin with a lower-case letter ("gia nhập WTO"), with a word for doing ("Khai
    trương …"), or with another record's or country's name that is one of a pair ("Việt Nam và
    Hoa Kỳ") or goes on in lower case ("Việt Nam gia nhập APEC", "United Nations peacekeeping").

    Args:
        form: The name.
        things: Names of everything that is no topic or event, and of countries; lower case.
    """
    low = lower(form)
    if form[0].islower() or low.startswith(_ACTIONS):
        return True
    for match in _WORD.finditer(form):
        if low[: match.end()] not in things:
            continue
        rest = form[match.end() :]
        pair = _PAIR.match(rest)
        if pair and low[match.end() + pair.end() :] in things:
            return True
        if any(word.islower() and word not in _SMALL for word in _WORD.findall(rest)):
            return True
    return False

"""Generated archives: articles and records that have the shape of real ones, from a seed.

The words are made up of Vietnamese syllables and come as often as words do (Zipf's law); so do
the records' names. There are reprints, series with one frame, events, translations and 25 years.
"""

from __future__ import annotations

import bisect
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from datetime import timedelta
from typing import Protocol

from generator.content import digest
from generator.model import (
    Aliases,
    Article,
    Bilingual,
    Contents,
    Date,
    DatedRole,
    Entity,
    EntityKind,
    Interval,
    Source,
    Translation,
    TranslationKind,
)

_SEED = 20_261_122
_FIRST = calendar_date(1999, 1, 1)
_DAYS = 25 * 365
_WORDS = 8_000
_TRANSLATED, _REPRINTED, _SERIAL, _OF_EVENT = 1 / 3, 0.05, 0.02, 0.15  # shares of all articles
_KINDS = {  # shares of all records
    EntityKind.PERSON: 0.45,
    EntityKind.ORGANISATION: 0.2,
    EntityKind.PLACE: 0.12,
    EntityKind.TOPIC: 0.05,
    EntityKind.EVENT: 0.15,
    EntityKind.OUTLET: 0.03,
}
_ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split()  # noqa: SIM905 - as a table
_RIMES = (  # noqa: SIM905 - as a table
    "a á à ạ ai ái ao áo an án àn am ám ang áng anh ánh ăn ắn ăng ắng ân ấn âu ấu ây ấy e é ê ế "
    "em ên ến i í ia ích iên iến iêu iểu inh ình ít o ó oi ói on òn ong óng ô ố ôi ối ôn ổn ông "
    "ống ơ ớ ơi ới ơn ớn u ú ua ủa ui ung úng ư ứ ưa ương ướng ưu ứu"
).split()
_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
)
_POSTS = ("ông", "bà", "Bộ trưởng", "Thứ trưởng", "Đại sứ", "Chủ tịch", "")
_TOKEN_NUMBERS = 0.02  # share of words that are numbers


class _Zipf:
    """Draws from a list, the earlier the oftener: the r-th with a weight of 1/r."""

    def __init__(self, size: int) -> None:
        self._sums = list(itertools.accumulate(1 / rank for rank in range(1, size + 1)))

    def draw(self, chance: random.Random) -> int:
        """A position."""
        return bisect.bisect(self._sums, chance.random() * self._sums[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """What articles are made of."""

    words: Sequence[str]
    often: _Zipf
    named: Sequence[Entity]
    named_often: _Zipf
    events: Sequence[Entity]
    outlets: Sequence[Entity]
    outlets_often: _Zipf


def generate(articles: int, records: int = 2_000, translated: float = _TRANSLATED) -> Contents:
    """Make an archive, the same one for the same numbers.

    Args:
        articles: How many articles, each in one language or two.
        records: How many authority records; at least 100.
        translated: Share of the articles that are in both languages.
    """
    entities, texts = stream(articles, records, [], translated)
    everything = sorted((one for of in texts for one in of), key=lambda article: article.path)
    return Contents(articles=tuple(everything), entities=entities)


class Kept(Protocol):
    """A list of articles, which may stand on a disk."""

    def append(self, thing: Article, /) -> None:
        """Put one more behind the others."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, number: int, /) -> Article:
        """One of them."""


def stream(
    articles: int, records: int, kept: Kept, translated: float = _TRANSLATED
) -> tuple[tuple[Entity, ...], Iterator[tuple[Article, ...]]]:
    """The same, one article at a time, in no order.

    Args:
        articles: As `generate` has it.
        records: Likewise.
        kept: Gets all articles in their own language, of which later ones are made.
        translated: As `generate` has it.

    Returns:
        Records, and of each article its texts, the original first.
    """
    chance = random.Random(_SEED)  # noqa: S311 - a seeded sample, not a secret
    words = _words(chance)
    entities = _entities(chance, words, records)
    world = _world(chance, words, entities)
    return tuple(entities), _texts(chance, world, articles, kept, translated)


def _texts(
    chance: random.Random, world: _World, articles: int, kept: Kept, translated: float
) -> Iterator[tuple[Article, ...]]:
    frames = [_body(chance, world, 60) for _ in range(max(articles // 500, 1))]
    for number in range(articles):
        fate = chance.random()
        if fate < _REPRINTED and len(kept):
            kept.append(_reprint(chance, world, chance.choice(kept), number))
        elif fate < _REPRINTED + _SERIAL:
            kept.append(_serial(chance, world, chance.choice(frames), number))
        else:
            kept.append(_article(chance, world, number))
    for number in range(articles):
        made = kept[number]
        yield (made, _translation(made)) if chance.random() < translated else (made,)


def _words(chance: random.Random) -> list[str]:
    """Words of one syllable or two, the commonest first, as short as common words are."""
    syllables = [onset + rime for onset in _ONSETS for rime in _RIMES]
    chance.shuffle(syllables)
    pairs = [" ".join(chance.sample(syllables, 2)) for _ in range(_WORDS)]
    return list(dict.fromkeys([*syllables, *pairs]))[:_WORDS]


def _entities(chance: random.Random, words: Sequence[str], records: int) -> list[Entity]:
    made: list[Entity] = []
    for kind, share in _KINDS.items():
        made += [_entity(chance, words, kind, number) for number in range(int(records * share))]
    return made


def _entity(chance: random.Random, words: Sequence[str], kind: EntityKind, number: int) -> Entity:
    def capitals(count: int) -> str:
        return " ".join(word.title() for word in chance.sample(words, count))

    id_ = f"{kind.value}-{number:04}"
    path = f"{kind}/{id_}.yml"
    if kind is EntityKind.PERSON:
        name = f"{chance.choice(_FAMILIES)} {capitals(1)} {capitals(1)}"
        start = chance.randrange(1999, 2020)
        role = DatedRole(
            title=Bilingual(vi=chance.choice(_POSTS[2:6]), en="Minister"),
            organisation=f"{EntityKind.ORGANISATION.value}-0000",
            start=Date(year=start),
            end=Date(year=start + 5),
        )
        given = name.rpartition(" ")[2]
        return Entity(
            id=id_,
            kind=kind,
            name=Bilingual(vi=name, en=name),
            given=given,
            roles=(role,),
            path=path,
        )
    if kind is EntityKind.EVENT:
        first = _FIRST + timedelta(days=chance.randrange(_DAYS))
        when = Interval(start=_date(first), end=_date(first + timedelta(days=2)))
        name = f"Hội nghị {capitals(2)} {first.year}"
        place = f"{EntityKind.PLACE.value}-{chance.randrange(50):04}"
        return Entity(id=id_, kind=kind, name=Bilingual(vi=name), when=when, place=place, path=path)
    name = capitals(1) if kind is EntityKind.PLACE else f"{capitals(1)} {capitals(1)}"
    aliases = Aliases(vi=(f"{name} {capitals(1)}",), en=(f"{capitals(1)} Office",))
    initials = "".join(part[0] for part in f"{name} {capitals(2)}".split())
    short = (initials,) if kind is EntityKind.ORGANISATION else ()
    return Entity(
        id=id_, kind=kind, name=Bilingual(vi=name), aliases=aliases, abbreviations=short, path=path
    )


def _world(chance: random.Random, words: Sequence[str], entities: Sequence[Entity]) -> _World:
    apart = {EntityKind.EVENT, EntityKind.OUTLET}
    named = [entity for entity in entities if entity.kind not in apart]
    chance.shuffle(named)
    events = [entity for entity in entities if entity.kind is EntityKind.EVENT]
    outlets = [entity for entity in entities if entity.kind is EntityKind.OUTLET]
    return _World(
        words=words,
        often=_Zipf(len(words)),
        named=named,
        named_often=_Zipf(len(named)),
        events=events,
        outlets=outlets,
        outlets_often=_Zipf(len(outlets)),
    )


def _article(chance: random.Random, world: _World, number: int) -> Article:
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    event = ""
    said: list[str] = []
    if chance.random() < _OF_EVENT:
        record = world.events[_Zipf(len(world.events)).draw(chance)]
        if record.when:
            start = record.when.start
            day = calendar_date(start.year, start.month, start.day)
        day += timedelta(days=chance.randrange(4))
        said = [record.name.vi]
        event = record.id if chance.random() < 1 / 2 else ""
    outlet = world.outlets[world.outlets_often.draw(chance)]
    return _made(
        number,
        day,
        title=_sentence(chance, world, chance.randrange(7, 12), said)[:-1],
        body=_body(chance, world, chance.randrange(350, 451), said),
        event=event,
        source=Source(outlet=outlet.id, url=f"https://{outlet.id}.example/{number}"),
    )


def _reprint(chance: random.Random, world: _World, head: Article, number: int) -> Article:
    """The same text a day or so later: whole, cut, or with another word here and there."""
    paragraphs = head.body.split("\n\n")
    kept = chance.randrange(max(1, len(paragraphs) // 3), len(paragraphs) + 1)
    body = "\n\n".join(paragraphs[:kept])
    if chance.random() < 1 / 3:
        words = body.split(" ")
        for place in range(0, len(words), 15):
            words[place] = world.words[world.often.draw(chance)]
        body = " ".join(words)
    outlet = world.outlets[world.outlets_often.draw(chance)]
    date = head.date or _date(_FIRST)
    day = calendar_date(date.year, date.month, date.day) + timedelta(days=chance.randrange(3))
    made = _made(
        number,
        day,
        title=f"{head.title} {world.words[world.often.draw(chance)]}",
        body=f"{chance.choice(world.words).title()} (TTXVN) - {body}",
        event="",
        source=Source(outlet=outlet.id, url=f"https://{outlet.id}.example/{number}"),
    )
    return replace(made, reprint_of=head.id) if chance.random() < 1 / 10 else made


def _serial(chance: random.Random, world: _World, frame: str, number: int) -> Article:
    """One of a series: its frame, with other numbers and a few sentences of its own."""
    parts = [
        str(chance.randrange(10_000)) if chance.random() < 1 / 8 else word
        for word in frame.split(" ")
    ]
    outlet = world.outlets[world.outlets_often.draw(chance)]
    return _made(
        number,
        _FIRST + timedelta(days=chance.randrange(_DAYS)),
        title=f"{frame[:40]} {number}",
        body=" ".join(parts) + "\n\n" + _sentence(chance, world, 20),
        event="",
        source=Source(outlet=outlet.id),
    )


def _made(
    number: int, day: calendar_date, *, title: str, body: str, event: str, source: Source
) -> Article:
    id_ = f"a-{day.year}-{number:08}"
    date = _date(day)
    return Article(
        id=id_,
        lang="vi",
        title=title,
        date=date,
        source=source,
        event=event,
        slug=f"tin-{number}",
        body=body,
        path=f"articles/{day.year}/{date}-tin-{number}/vi.md",
    )


def _translation(original: Article) -> Article:
    """The same in the other language: as long, with the same names."""
    words = original.body.split(" ")
    body = " ".join(word if word[:1].isupper() else word[::-1] for word in words)
    return replace(
        original,
        lang="en",
        title=f"{original.title} EN",
        slug=f"news-{original.slug}",
        body=body,
        path=f"{original.folder}/en.md",
        translation=Translation(of=digest(original.body), kind=TranslationKind.HUMAN),
    )


def _body(chance: random.Random, world: _World, words: int, said: Sequence[str] = ()) -> str:
    """Paragraphs of three sentences, together about so many syllables, with names in them."""
    sentences: list[str] = []
    while words > 0:
        sentences.append(_sentence(chance, world, chance.randrange(12, 28), said))
        words -= sentences[-1].count(" ") + 1
    return "\n\n".join(
        " ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)
    )


def _sentence(chance: random.Random, world: _World, words: int, said: Sequence[str] = ()) -> str:
    parts: list[str] = []
    for _ in range(words):
        if chance.random() < _TOKEN_NUMBERS:
            parts.append(str(chance.randrange(2_000)))
        else:
            parts.append(world.words[world.often.draw(chance)])
    record = world.named[world.named_often.draw(chance)]
    name = record.name.vi
    if record.kind is EntityKind.PERSON:
        name = f"{chance.choice(_POSTS)} {name}".strip()
    parts.insert(chance.randrange(len(parts)), name)
    for other in said:
        if chance.random() < 1 / 4:
            parts.insert(chance.randrange(len(parts)), other)
    text = " ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _date(day: calendar_date) -> Date:
    return Date(year=day.year, month=day.month, day=day.day)

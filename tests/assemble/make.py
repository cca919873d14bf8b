"""Small articles, records and contents for tests: say only what the test is about."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator import assemble
from generator.content import digest
from generator.model import (
    Aliases,
    Archive,
    Article,
    Bilingual,
    Contents,
    Date,
    Entity,
    EntityKind,
    Finding,
    Permalink,
    Translation,
    TranslationKind,
)


def article(id_: str = "a-2021-aaaaaaaa", **facts: Any) -> Article:
    """A Vietnamese original of 13 December 2021; `date` may be text."""
    if isinstance(facts.get("date"), str):
        facts["date"] = Date.parse(facts["date"])
    given: dict[str, Any] = {
        "id": id_,
        "lang": "vi",
        "title": f"Tin {id_}",
        "date": Date(year=2021, month=12, day=13),
        "body": "Một tin ngắn.",
        **facts,
    }
    given.setdefault("path", f"articles/{id_}/{given['lang']}.md")
    return Article(**given)


def translation(original: Article, **facts: Any) -> Article:
    """The English translation of an original, made of what it says now."""
    given: dict[str, Any] = {
        "lang": "en",
        "title": f"News {original.id}",
        "slug": "",
        "aliases": (),
        "body": "A short story.",
        "path": f"{original.folder}/en.md",
        "translation": Translation(of=digest(original.body), kind=TranslationKind.HUMAN),
        **facts,
    }
    return dataclasses.replace(original, **given)


def entity(id_: str, name: str, *aliases: str, kind: str = "people", **facts: Any) -> Entity:
    """A record; `name` serves both languages unless it is given as `vi / en`."""
    vi, _, en = name.partition(" / ")
    return Entity(
        id=id_,
        kind=EntityKind(kind),
        name=Bilingual(vi=vi, en=en),
        aliases=Aliases(other=aliases),
        path=f"{kind}/{id_}.yml",
        **facts,
    )


def contents(*things: Article | Entity, registered: tuple[str, ...] = ()) -> Contents:
    """Articles and records together; `registered` are `url id lang`, space between."""
    return Contents(
        articles=tuple(thing for thing in things if isinstance(thing, Article)),
        entities=tuple(thing for thing in things if isinstance(thing, Entity)),
        permalinks=tuple(permalink(row) for row in registered),
    )


def permalink(row: str) -> Permalink:
    url, id_, *lang = row.split()
    return Permalink(url=url, id=id_, lang=lang[0] if lang else "")


def joined(*things: Article | Entity, registered: tuple[str, ...] = ()) -> Archive:
    """The archive of these, whatever findings there are."""
    return assemble.archive(contents(*things, registered=registered))[0]


def found(*things: Article | Entity, registered: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """What assembling these finds."""
    return assemble.archive(contents(*things, registered=registered))[1]

"""Encoding that leaves nothing behind: texts of the archive as data, ready for a digest.

msgspec keeps beside each text with other letters than ASCII the bytes that it made of it, as long
as the text lives. Of a headline that is nothing; the bodies of an archive would stand in memory
almost twice. So bodies are encoded by Python, which keeps nothing, and each but once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from generator.assemble.works import Work
from generator.model import Article, Entry

_head = attrgetter(*(one.name for one in fields(Article) if one.name != "body"))
_frame = attrgetter(
    *(x.name for x in fields(Entry) if x.name not in {"original", "texts", "bodies"})
)

Told = tuple[object, ...]
"""What tells a thing from all others of its kind, as data that msgspec can encode."""


def work(thing: Work) -> Told:
    """All that an article is made of."""
    articles = (thing.original, *thing.texts.values(), *thing.files)
    return (thing.id, tuple(thing.texts), *_apart(articles))


def entry(thing: Entry) -> Told:
    """All that is known of an article in the archive."""
    articles = (thing.original, *thing.texts.values())
    bodies = [body.encode() for body in thing.bodies.values()]
    return (*_frame(thing), tuple(thing.texts), tuple(thing.bodies), bodies, *_apart(articles))


def copy(text: str) -> str:
    """A text that is another object, for msgspec to mark."""
    return text[:1] + text[1:]


def _apart(articles: Iterable[Article]) -> tuple[list[int], list[Told]]:
    """Articles, each once, with their bodies as bytes; before them which of these each is."""
    numbers: dict[int, int] = {}
    order: list[int] = []
    once: list[Told] = []
    for article in articles:
        number = numbers.setdefault(id(article), len(once))
        order.append(number)
        if number == len(once):
            once.append((*_head(article), article.body.encode()))
    return order, once

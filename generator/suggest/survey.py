"""All that the archive's texts say of people and organisations, each with where it says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.assemble.works import Work
from generator.suggest import credits as crediting
from generator.suggest import (
    english_bodies,
    english_people,
    vietnamese_bodies,
    vietnamese_people,
)
from generator.suggest.passages import Part, Passage, passages
from generator.suggest.sighting import Body, Sighting
from generator.suggest.words import read

_GRAMMARS = {
    "vi": (vietnamese_people.sightings, vietnamese_bodies.bodies),
    "en": (english_people.sightings, english_bodies.bodies),
}
_AROUND = 48
"""Characters shown on either side of what was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where something was found.

    Attributes:
        article: Id of the article.
        file: The article's file, below `content/`.
        part: Where in the file.
        line: 1-based line within the body; 0 for other parts.
        text: What stands there, with some words around it.
    """

    article: str
    file: str
    part: Part
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found, in order of article, language and place.

    Attributes:
        people: Each person named, with the passage.
        organisations: Each organisation named, with the passage.
    """

    people: tuple[tuple[Sighting, Passage], ...]
    organisations: tuple[tuple[Body, Passage], ...]


def survey(works: Iterable[Work]) -> Survey:
    """Read all texts once; costs as much as they are long."""
    people: list[tuple[Sighting, Passage]] = []
    organisations: list[tuple[Body, Passage]] = []
    for passage in passages(works):
        if passage.part is Part.BYLINE:
            people += ((sighting, passage) for sighting in crediting.byline(passage.text))
        elif passage.part is Part.CREDIT:
            people += ((sighting, passage) for sighting in crediting.credit(passage.text))
        else:
            line, (sightings, bodies) = read(passage.text), _GRAMMARS[passage.lang]
            people += ((sighting, passage) for sighting in sightings(line))
            organisations += ((body, passage) for body in bodies(line))
    return Survey(tuple(people), tuple(organisations))


def context(found: Sighting | Body, passage: Passage) -> Context:
    """What to show of a place, cut at words."""
    text = passage.text
    start, end = max(found.start - _AROUND, 0), min(found.end + _AROUND, len(text))
    if start:
        start = text.find(" ", start, found.start) + 1 or found.start
    if end < len(text):
        end = text.rfind(" ", found.end, end)
        end = found.end if end < 0 else end
    shown = text[start:end].strip()
    return Context(
        article=passage.article,
        file=passage.file,
        part=passage.part,
        line=passage.line,
        text=f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}",
    )

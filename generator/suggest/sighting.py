"""What one line of text says of a person or an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.suggest.words import Line


class How(StrEnum):
    """In which way a text names a person."""

    POST = "post"
    """With a post: "Thứ trưởng Lê Thị Thu Hằng"."""
    NAMED = "named"
    """Without one: "ông Phan Anh Sơn"."""
    BYLINE = "byline"
    """As who wrote the article."""
    CREDIT = "credit"
    """As who took a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as a text words it.

    Attributes:
        word: The post alone: "Thứ trưởng".
        title: With all that belongs to it: "Thứ trưởng Bộ Ngoại giao".
        organisation: Of which organisation, without a short form in brackets; empty if the text
            does not say.
        abbreviation: The short form in brackets.
        former: Whether the text says that it was held before: "nguyên", "former".
    """

    word: str
    title: str
    organisation: str = ""
    abbreviation: str = ""
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A person, named in a line.

    Attributes:
        name: As written.
        how: In which way.
        posts: Those that the line gives to the person, in its order.
        agency: Who the person works for, where a byline or a credit says so.
        start: Where the whole phrase begins in the line's text, posts included.
        end: Where it ends.
    """

    name: str
    how: How
    posts: tuple[Post, ...] = ()
    agency: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation, named in a line.

    Attributes:
        name: As written, without a short form in brackets.
        abbreviation: The short form in brackets; empty without one.
        start: Where it begins in the line's text.
        end: Where it ends.
    """

    name: str
    abbreviation: str = ""
    start: int = 0
    end: int = 0


def sighting(line: Line, at: tuple[int, int, int, int], posts: tuple[Post, ...]) -> Sighting:
    """What a line says of a person.

    Args:
        line: Where.
        at: Positions of words: where the phrase begins, where the name begins and ends, where
            the phrase ends.
        posts: What it gives to the person.
    """
    first, start, end, stop = at
    return Sighting(
        name=line.cut(start, end),
        how=How.POST if posts else How.NAMED,
        posts=posts,
        start=line.starts[first],
        end=line.stop(stop),
    )

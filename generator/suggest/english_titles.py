"""One post in English, with what stands before and behind it: country, organisation, name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.suggest import gazetteer
from generator.suggest import organisation_words as organisations
from generator.suggest.english_bodies import POSTS, STARTS, after_brackets
from generator.suggest.names import Trust, name_at
from generator.suggest.sighting import Post
from generator.suggest.words import Line

FORMER = frozenset({"former", "ex"})
OF = frozenset({"of", "for", "to", "in"})
"""Words by which an organisation or a country follows a post."""
_FAR = 24
"""Words before or behind a post at most that may belong to it."""
_NO_NAME = (0, 0)


@dataclass(frozen=True, slots=True)
class Title:
    """A post as it stands in a line.

    Attributes:
        post: What it says.
        start: Its first word, with what stands before it.
        end: After its last word, or the short form of its organisation.
        name: Where the name behind it stands; two zeros for none.
    """

    post: Post
    start: int
    end: int
    name: tuple[int, int]


def title(line: Line, at: int) -> Title:
    """Read one post, whose own first word stands at `at`."""
    word_end = at + line.phrase(POSTS, at)
    former = line.is_(at - 1, FORMER)
    start, owner = (at, "") if former else _before(line, at)
    end, name = _behind(line, word_end)
    stop = end if name[1] else after_brackets(line, end)
    short = line.words[end + 1] if stop > end else ""
    text = line.cut(start, end)
    if not owner:
        owner = _owner(line, word_end, end)
    elif line.is_(at - 1, {")"}):
        text, short = f"{owner} {line.cut(at, end)}", short or line.words[at - 2]
    post = Post(
        word=line.cut(at, word_end),
        title=text,
        organisation=owner,
        abbreviation=short,
        former=former or line.is_(start - 1, FORMER),
    )
    return Title(post, start, max(stop, at + 1), name)


def _before(line: Line, at: int) -> tuple[int, str]:
    """What stands before a post and belongs to it: "Japanese", "VNA", "Viet Nam's".

    Returns:
        Its first word, and the organisation if it is one.
    """
    edge = at
    if line.is_(at - 1, {")"}) and line.acronym(at - 2) and line.is_(at - 3, {"("}):
        edge = at - 3
    elif line.is_(at - 1, {"s"}) and line.is_(at - 2, {"'", "’"}):
        edge = at - 2
    start = edge
    while start and at - start <= _FAR and (line.capital(start - 1) or line.acronym(start - 1)):
        if line.low[start - 1] in STARTS:
            break
        start -= 1
    if start < edge and organisations.names_english(line.low[start:edge]):
        return start, line.cut(start, edge)
    if start < edge == at and line.acronym(at - 1):
        place = line.phrase(gazetteer.places(plain=True), at - 1)
        return at - 1, "" if place else line.words[at - 1]
    for begin in range(start, edge):
        for table in (gazetteer.places(plain=True), organisations.FIELDS):
            if line.phrase(table, begin) == edge - begin:
                return begin, ""
    return at, ""


def _owner(line: Line, at: int, end: int) -> str:
    """The organisation in "of the Vietnam News Agency"; a country or a field is none."""
    at += line.is_(at, OF)
    at += line.is_(at, {"the"})
    words = line.low[at:end]
    if not words or "to" in words:
        return ""  # "Ambassador of Viet Nam to the United Nations" is of neither
    acronym = line.acronym(at) and not line.phrase(gazetteer.places(plain=True), at)
    return line.cut(at, end) if acronym or organisations.names_english(words) else ""


def _behind(line: Line, at: int) -> tuple[int, tuple[int, int]]:
    """What stands behind a post: where its organisation ends, and the name."""
    trust, last, here = Trust.DIRECT, at, at
    if line.is_(at, OF) and line.words[at].islower():  # and no "To Lam"
        trust, here = Trust.AFTER, at + 1 + line.is_(at + 1, {"the"})
    stop = min(len(line), at + _FAR)
    while here < stop:
        start, end = name_at(line, here, trust, plain=True)
        if end and not _field(line, here):
            return (start if start > here else last), (start, end)
        width, trust = _step(line, at, here, last)
        if not width:
            break
        here += width
        if line.capital(here - 1) or line.acronym(here - 1):
            last = here
    return last, _NO_NAME


def _field(line: Line, at: int) -> int:
    """How many words of a field of work stand here."""
    return line.phrase(organisations.FIELDS, at) if line.capital(at) else 0


def _step(line: Line, at: int, here: int, last: int) -> tuple[int, Trust]:
    """How many words from `here` on belong to the post that ends at `at`; and what they are."""
    if here == last > at and line.capital(here) and line.phrase(POSTS, here):
        return 0, Trust.AFTER
    if width := _field(line, here):
        return width, Trust.FOREIGN
    if line.acronym(here):
        return 1, Trust.FOREIGN
    if line.capital(here):
        place = line.phrase(gazetteer.places(plain=True), here)
        headed = here > at or place or line.low[here] in organisations.ENGLISH_FIRST
        return (place or 1 if headed else 0), Trust.FOREIGN if place else Trust.AFTER
    if here > at and here == last and line.is_(here, {"to"}):
        return 1 + line.is_(here + 1, {"the"}), Trust.AFTER
    inside = here > at and line.low[here] in organisations.ENGLISH_INSIDE
    other = line.is_(here, {"and"}) and line.phrase(POSTS, here + 1)
    return int(inside and not other), Trust.AFTER

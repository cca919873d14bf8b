"""Organisations in English text."""

from __future__ import annotations

from generator import posts
from generator.suggest import organisation_words as organisations
from generator.suggest.names import is_family
from generator.suggest.sighting import Body
from generator.suggest.words import Line, phrases

POSTS = phrases(posts.ENGLISH)
STARTS = frozenset(
    {"the", "a", "an", "in", "on", "at", "by", "for", "from", "with", "and", "but", "as"}
    | {"when", "while", "after", "before", "this", "that", "its", "their", "our", "each"}
)
"""Words that are capitalised only where a sentence begins."""


def bodies(line: Line) -> list[Body]:
    """All organisations that a line names, from left to right."""
    found: list[Body] = []
    after = 0
    for at in [at for at, word in enumerate(line.words) if word[0].isupper()]:
        if at < after or line.low[at] in STARTS:
            continue
        if post := line.phrase(POSTS, at):
            after = at + post
        elif line.capital(at) or line.capital(at + 1):
            after = _body(line, at, found)
    return found


def _body(line: Line, at: int, found: list[Body]) -> int:
    """An organisation, if the capitalised words that begin here name one; returns their end."""
    end = _capitals(line, at)
    if organisations.names_english(line.low[at:end]):
        name, stop = line.cut(at, end), after_brackets(line, end)
        short = line.words[end + 1] if stop > end else ""
        if short and not _shortens(short, name):
            short, stop = "", end
        found.append(
            Body(name=name, abbreviation=short, start=line.starts[at], end=line.stop(stop))
        )
    return end


def after_brackets(line: Line, at: int) -> int:
    """Behind a short form in brackets; the same place if none stands here."""
    if line.is_(at, {"("}) and line.is_(at + 2, {")"}) and line.acronym(at + 1):
        return at + 3
    return at


def _capitals(line: Line, at: int) -> int:
    """Where a run of capitalised words ends, with "of", "for", "and" and "the" within it."""
    end = at + 1
    while end < len(line):
        if line.capital(end) or line.acronym(end):
            end += 1
            continue
        after = end
        while line.is_(after, organisations.ENGLISH_INSIDE) and line.words[after].islower():
            after += 1
        if after == end or line.is_(end, {"the"}):
            break
        if not (line.capital(after) or line.acronym(after)):
            break
        if line.is_(end, {"and", "on", "in"}) and not _joins(line, at, after):
            break
        end = after + 1
    return end


def _joins(line: Line, at: int, after: int) -> bool:
    """Whether "and" stands within a name: "Ministry of Industry and Trade"."""
    if line.phrase(POSTS, after) or is_family(line, after, plain=True):
        return False
    headed = any(line.low[k] in organisations.ENGLISH_FIRST for k in range(at, after))
    return headed and line.low[after] not in organisations.ENGLISH_FIRST


def _shortens(short: str, name: str) -> bool:
    """Whether a short form has letters of the name, in its order: `EVFTA` is not the EU's."""
    letters = iter(name.upper())
    return name[:1].upper() == short[:1] and all(letter in letters for letter in short)

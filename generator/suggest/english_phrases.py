"""How English news names people and organisations.

A post stands before the name ("Foreign Minister Bui Thanh Son", "VNA General Director …"), or
behind it, between commas ("…, Minister of Foreign Affairs,"). Vietnamese names may lack their
diacritics there.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator import posts
from generator.suggest import gazetteer
from generator.suggest import organisation_words as organisations
from generator.suggest.names import Trust, is_family, name_at
from generator.suggest.sighting import Body, How, Post, Sighting
from generator.suggest.words import Line, phrases

_POSTS = phrases(posts.ENGLISH)
_PLURALS = phrases(f"{name}s" for name in posts.ENGLISH)
_HONORIFICS = phrases(posts.ENGLISH_HONORIFICS)
_FORMER = frozenset({"former", "ex"})
_ACTING = frozenset({"acting", "then", "late"})
_CLOSING = frozenset(',.;:)–—-!?”"')
_DASHES = frozenset({"-", "–", "—"})
_FAR = 24
_STARTS = frozenset("the a an in on at by for from with and but as when while after before".split())


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A post as parsed: where its words end, its organisation, and the name behind it."""

    post: Post
    start: int
    end: int
    name: tuple[int, int]


def sightings(line: Line) -> list[Sighting]:
    """All people that a line names, from left to right."""
    found: list[Sighting] = []
    at = 0
    while at < len(line):
        if line.phrase(_POSTS, at) and line.capital(at):
            at = _posts_first(line, at, found)
        elif width := line.phrase(_PLURALS, at):
            at = _others(line, at + width, found, line.cut(at, at + width)[:-1])
        elif width := _honorific(line, at):
            start, end = name_at(line, at + width, Trust.DIRECT, plain=True)
            at = _named(line, (at, start, end), found) if end else at + width
        elif is_family(line, at, plain=True) and not line.capital(at - 1):
            at = _bare(line, at, found)
        else:
            at += 1
    return found


def bodies(line: Line) -> list[Body]:
    """All organisations that a line names, from left to right."""
    found: list[Body] = []
    at = 0
    while at < len(line):
        post = line.phrase(_POSTS, at)
        begins = line.capital(at) or (line.acronym(at) and line.capital(at + 1))
        if post or not begins or line.low[at] in _STARTS:
            at += post or 1
            continue
        end = _capitals(line, at)
        if organisations.names_english(line.low[at:end]):
            stop = _after_brackets(line, end)
            short = line.words[end + 1] if stop > end else ""
            if short and not _shortens(short, line.cut(at, end)):
                short, stop = "", end
            found.append(
                Body(
                    name=line.cut(at, end),
                    abbreviation=short,
                    start=line.starts[at],
                    end=line.starts[stop - 1] + len(line.words[stop - 1]),
                )
            )
        at = end
    return found


def _posts_first(line: Line, at: int, found: list[Sighting]) -> int:
    chain: list[Post] = []
    phrase = _phrase(line, at)
    first = phrase.start
    while not phrase.name[1]:
        chain.append(phrase.post)
        after = phrase.end + line.is_(phrase.end, {","})
        after += line.is_(after, {"and"})
        if after == phrase.end or not line.phrase(_POSTS, after):
            return max(phrase.end, at + 1)
        phrase = _phrase(line, after)
    start, end = phrase.name
    more, stop = _behind(line, end, told=False)
    _add(found, line, (first, start, end, stop), (*chain, phrase.post, *more))
    return stop


def _named(line: Line, at: tuple[int, int, int], found: list[Sighting]) -> int:
    first, start, end = at
    more, stop = _behind(line, end, told=_told(line, first))
    _add(found, line, (first, start, end, stop), more)
    return stop


def _bare(line: Line, at: int, found: list[Sighting]) -> int:
    start, end = name_at(line, at, Trust.AFTER, plain=True)
    if not end:
        return at + 1
    more, stop = _behind(line, end, told=_told(line, at))
    sure = name_at(line, at, Trust.ALONE, plain=True)
    if more or sure == (start, end):
        _add(found, line, (start, start, end, stop), more)
    return stop


def _others(line: Line, at: int, found: list[Sighting], word: str) -> int:
    """A list behind a plural, "Deputy Ministers A and B": each holds the post."""
    post = Post(word=word, title=word)
    while True:
        start, end = name_at(line, at, Trust.DIRECT, plain=True)
        if not end:
            return max(at, 1)
        _add(found, line, (start, start, end, end), (post,))
        at = end + line.is_(end, {","})
        at += line.is_(at, {"and"})
        if at == end:
            return end


def _told(line: Line, at: int) -> bool:
    return line.is_(at - 1, {"to"}) and line.is_(at - 2, {"according"})


def _phrase(line: Line, at: int) -> _Phrase:
    """One post with its organisation, before it or behind, and the name that follows."""
    word_end = at + line.phrase(_POSTS, at)
    former = line.is_(at - 1, _FORMER)
    before, owner = (at, "") if former else _before(line, at)
    former = former or line.is_(before - 1, _FORMER)
    end, name = _rest(line, word_end)
    short = ""
    if not name[1] and (behind := _after_brackets(line, end)) > end:
        short = line.words[end + 1]
        end = behind
    closed = end - 3 if short else end
    title = line.cut(before, closed)
    if not owner and closed > word_end:
        owner = _owner(line, word_end, closed)
    if owner and line.is_(at - 1, {")"}):
        title, short = f"{owner} {line.cut(at, closed)}", short or line.words[at - 2]
    post = Post(
        word=line.cut(at, word_end),
        title=title,
        organisation=owner,
        abbreviation=short,
        former=former,
    )
    return _Phrase(post, before, max(end, at + 1), name)


def _before(line: Line, at: int) -> tuple[int, str]:
    """What stands before a post and belongs to it: "Japanese", "VNA", "Viet Nam's"."""
    start = at
    if line.is_(at - 1, {")"}) and line.acronym(at - 2) and line.is_(at - 3, {"("}):
        start = at - 3
    if line.is_(at - 1, {"s"}) and line.is_(at - 2, {"'", "’"}):
        start = at - 2
    edge = start
    while start and at - start <= _FAR and (line.capital(start - 1) or line.acronym(start - 1)):
        if line.low[start - 1] in _STARTS:
            break
        start -= 1
    if start == edge:
        return at, ""
    words = line.low[start:edge]
    if organisations.names_english(words):
        return start, line.cut(start, edge)
    if line.acronym(edge - 1) and edge == at:
        place = line.phrase(gazetteer.places(plain=True), edge - 1)
        return edge - 1, "" if place else line.words[edge - 1]
    for begin in range(start, edge):
        if line.phrase(gazetteer.places(plain=True), begin) == edge - begin:
            return begin, ""
        if line.phrase(organisations.FIELDS, begin) == edge - begin:
            return begin, ""
    return at, ""


def _owner(line: Line, at: int, end: int) -> str:
    """The organisation in "of the Vietnam News Agency"; a country or a field is none."""
    at += line.is_(at, {"of", "for", "to"})
    at += line.is_(at, {"the"})
    words = line.low[at:end]
    if "to" in words:
        return ""  # "Ambassador of Viet Nam to the United Nations" is of neither
    if line.acronym(at) and not line.phrase(gazetteer.places(plain=True), at):
        return line.cut(at, end)
    if organisations.names_english(words):
        return line.cut(at, end)
    return ""


def _rest(line: Line, at: int) -> tuple[int, tuple[int, int]]:
    """What stands behind a post: where its organisation ends, and the name."""
    trust, last, here = Trust.DIRECT, at, at
    end = min(len(line), at + _FAR)
    if line.is_(at, {"of", "for", "to"}):
        trust = Trust.AFTER
        here += 1
        here += line.is_(here, {"the"})
    while here < end:
        if here > at and line.phrase(_POSTS, here) and line.capital(here) and here == last:
            break
        field = line.phrase(organisations.FIELDS, here) if line.capital(here) else 0
        if field:
            here += field
            last, trust = here, Trust.FOREIGN
        elif line.acronym(here):
            here += 1
            last, trust = here, Trust.FOREIGN
        elif line.capital(here):
            start, stop = name_at(line, here, trust, plain=True)
            if stop:
                return (start if start > here else last), (start, stop)
            place = line.phrase(gazetteer.places(plain=True), here)
            if here == at and not place and line.low[here] not in organisations.ENGLISH_FIRST:
                break
            here += place or 1
            last, trust = here, Trust.FOREIGN if place else Trust.AFTER
        elif here > at and line.is_(here, {"to"}) and here == last:
            here += 1 + line.is_(here + 1, {"the"})
        elif here > at and line.low[here] in organisations.ENGLISH_INSIDE:
            if line.is_(here, {"and"}) and line.phrase(_POSTS, here + 1):
                break
            here += 1
            trust = Trust.AFTER
        else:
            break
    return last, (0, 0)


def _behind(line: Line, end: int, *, told: bool) -> tuple[tuple[Post, ...], int]:
    """Posts behind a name: "Vu Viet Trang, General Director of the Vietnam News Agency, …"."""
    at, given = end, []
    while line.is_(at, {",", "(", *_DASHES}) or (given and line.is_(at, {"and"})):
        here = at + 1
        here += line.is_(here, {"the", "a", "an"})
        here += line.is_(here, _FORMER | _ACTING)
        here += _lead(line, here)
        if not line.phrase(_POSTS, here):
            break
        phrase = _phrase(line, here)
        closed = phrase.end >= len(line) or line.words[phrase.end] in _CLOSING
        closed = closed or (
            line.is_(phrase.end, {"and"}) and bool(line.phrase(_POSTS, phrase.end + 1))
        )
        owned = line.is_(here + line.phrase(_POSTS, here), {"of", "for", "to"})
        if phrase.name[1] or not (closed or (owned and not told)):
            break
        given.append(phrase.post)
        at = phrase.end
    return tuple(given), at if given else end


def _lead(line: Line, at: int) -> int:
    """How many words of what stands before a post, "VNA", "Vietnamese", stand here."""
    for width in (1, 2, 3):
        if line.phrase(_POSTS, at + width) and line.capital(at + width):
            if all(line.capital(k) or line.acronym(k) for k in range(at, at + width)):
                return 0 if line.phrase(_POSTS, at) else width
    return 0


def _honorific(line: Line, at: int) -> int:
    width = line.phrase(_HONORIFICS, at)
    if not width or not line.words[at][0].isupper():
        return 0
    width += line.is_(at + width, {"."})
    return width + (_honorific(line, at + width) if at + width < len(line) else 0)


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
        if line.is_(end, {"the"}):
            break
        if after == end or not (line.capital(after) or line.acronym(after)):
            break
        if line.is_(end, {"and", "on", "in"}) and not _joins(line, at, after):
            break
        end = after + 1
    return end


def _shortens(short: str, name: str) -> bool:
    """Whether a short form has letters of the name, in its order: `EVFTA` is not the EU's."""
    letters = iter(name.upper())
    return name[:1].upper() == short[:1] and all(letter in letters for letter in short)


def _joins(line: Line, at: int, after: int) -> bool:
    """Whether "and" stands within a name: "Ministry of Industry and Trade"."""
    if line.phrase(_POSTS, after) or is_family(line, after, plain=True):
        return False
    head = any(line.low[k] in organisations.ENGLISH_FIRST for k in range(at, after))
    return head and line.low[after] not in organisations.ENGLISH_FIRST


def _after_brackets(line: Line, at: int) -> int:
    if line.is_(at, {"("}) and line.is_(at + 2, {")"}) and line.acronym(at + 1):
        return at + 3
    return at


def _add(
    found: list[Sighting], line: Line, at: tuple[int, int, int, int], given: tuple[Post, ...]
) -> None:
    first, start, end, stop = at
    found.append(
        Sighting(
            name=line.cut(start, end),
            how=How.POST if given else How.NAMED,
            posts=given,
            start=line.starts[first],
            end=line.starts[stop - 1] + len(line.words[stop - 1]),
        )
    )

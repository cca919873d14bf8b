"""People in English text.

A post stands before the name ("Foreign Minister Bui Thanh Son", "VNA General Director …"), or
behind it, between commas ("…, Minister of Foreign Affairs,"). Vietnamese names may lack their
diacritics there.
"""

from __future__ import annotations

from generator import posts, surnames
from generator.suggest.english_bodies import POSTS
from generator.suggest.english_titles import FORMER, OF, title
from generator.suggest.names import Trust, is_family, name_at
from generator.suggest.sighting import Post, Sighting, sighting
from generator.suggest.words import Line, phrases

_PLURALS = phrases(f"{name}s" for name in posts.ENGLISH)
_HONORIFICS = phrases(posts.ENGLISH_HONORIFICS)
_STARTS = (
    frozenset(POSTS)
    | frozenset(_PLURALS)
    | frozenset(_HONORIFICS)
    | surnames.COMMON
    | surnames.COMMON_PLAIN
)
"""All words with which something begins that names a person: most words do not."""
_PREFIXES = FORMER | {"acting", "then", "late"}
_CLOSING = frozenset(',.;:)–—-!?”"')
_OPENING = frozenset({",", "(", "-", "–", "—"})
_MOST_BEFORE = 3
_NAMED_AFTER = frozenset(
    {"street", "streets", "road", "avenue", "ward", "district", "park", "airport", "hospital"}
    | {"university", "school", "prize", "award", "theatre", "market", "bridge", "province"}
)
"""Words behind the name of whom a thing is named after."""


def sightings(line: Line) -> list[Sighting]:
    """All people that a line names, from left to right."""
    found: list[Sighting] = []
    after = 0
    for at in [at for at, word in enumerate(line.low) if word in _STARTS]:
        if at < after:
            continue
        if line.phrase(POSTS, at) and line.words[at][0].isupper():
            after = _posts_first(line, at, found)
        elif width := line.phrase(_PLURALS, at):
            after = _plural(line, at, width, found)
        elif width := _honorific(line, at):
            after = _honoured(line, at, width, found)
        elif is_family(line, at, plain=True) and not line.capital(at - 1):
            after = _bare(line, at, found)
    return found


def _posts_first(line: Line, at: int, found: list[Sighting]) -> int:
    """Posts in a row and the name behind them; returns where to read on."""
    chain: list[Post] = []
    read = title(line, at)
    first = read.start
    while not read.name[1]:
        chain.append(read.post)
        after = read.end + line.is_(read.end, {","})
        after += line.is_(after, {"and"})
        if after == read.end or not line.phrase(POSTS, after):
            return read.end
        read = title(line, after)
    start, end = read.name
    more, stop = _behind(line, end, told=False)
    found.append(sighting(line, (first, start, end, stop), (*chain, read.post, *more)))
    return stop


def _plural(line: Line, at: int, width: int, found: list[Sighting]) -> int:
    """A list behind a plural, "Deputy Ministers A and B": each holds the post."""
    word = line.cut(at, at + width)[:-1]
    post = Post(word=word, title=word)
    here = at + width
    while True:
        start, end = name_at(line, here, Trust.DIRECT, plain=True)
        if not end:
            return here
        found.append(sighting(line, (start, start, end, end), (post,)))
        here = end + line.is_(end, {","})
        here += line.is_(here, {"and"})
        if here == end:
            return end


def _honoured(line: Line, at: int, width: int, found: list[Sighting]) -> int:
    """A name behind "Mr" and the like, with posts behind it."""
    start, end = name_at(line, at + width, Trust.DIRECT, plain=True)
    if not end:
        return at + width
    more, stop = _behind(line, end, told=_told(line, at))
    found.append(sighting(line, (at, start, end, stop), more))
    return stop


def _bare(line: Line, at: int, found: list[Sighting]) -> int:
    """A Vietnamese name that nothing announces: with posts behind it, or long enough."""
    start, end = name_at(line, at, Trust.AFTER, plain=True)
    if not end or line.is_(end, _NAMED_AFTER):
        return max(end, at + 1)
    more, stop = _behind(line, end, told=_told(line, at))
    if more or name_at(line, at, Trust.ALONE, plain=True) == (start, end):
        found.append(sighting(line, (start, start, end, stop), more))
    return stop


def _told(line: Line, at: int) -> bool:
    return line.is_(at - 1, {"to"}) and line.is_(at - 2, {"according"})


def _behind(line: Line, end: int, *, told: bool) -> tuple[tuple[Post, ...], int]:
    """Posts behind a name: "Vu Viet Trang, General Director of the Vietnam News Agency, …".

    A post with a name of its own behind it is that other person's.

    Args:
        line: Where.
        end: After the name.
        told: Whether "according to" stands before it: the sentence may go on with another.

    Returns:
        The posts, and where to read on.
    """
    at, given = end, list[Post]()
    while line.is_(at, _OPENING) or (given and line.is_(at, {"and"})):
        here = at + 1
        here += line.is_(here, {"the", "a", "an"})
        here += line.is_(here, _PREFIXES)
        here += _before(line, here)
        width = line.phrase(POSTS, here)
        if not width:
            break
        read = title(line, here)
        if line.is_(read.end, {"'", "’"}):
            break  # "head of Viet Nam's delegation"
        if read.name[1] or not (
            _closed(line, read.end) or (line.is_(here + width, OF) and not told)
        ):
            break
        given.append(read.post)
        at = read.end
    return tuple(given), at if given else end


def _closed(line: Line, at: int) -> bool:
    """Whether nothing but another post follows."""
    if at >= len(line) or line.words[at] in _CLOSING:
        return True
    return line.is_(at, {"and"}) and bool(line.phrase(POSTS, at + 1))


def _before(line: Line, at: int) -> int:
    """How many words of what stands before a post, "VNA", "Vietnamese", stand here."""
    if line.phrase(POSTS, at):
        return 0
    for width in range(1, _MOST_BEFORE + 1):
        if not (line.capital(at + width - 1) or line.acronym(at + width - 1)):
            return 0
        if line.phrase(POSTS, at + width) and line.capital(at + width):
            return width
    return 0


def _honorific(line: Line, at: int) -> int:
    """How many words of honorifics stand here, full stops included: "H.E. Mr."."""
    end = at
    while (width := line.phrase(_HONORIFICS, end)) and line.words[end][0].isupper():
        end += width
        end += line.is_(end, {"."})
    return end - at

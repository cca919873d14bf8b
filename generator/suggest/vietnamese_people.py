"""People in Vietnamese text.

A post stands before the name ("Thứ trưởng Bộ Ngoại giao Lê Thị Thu Hằng"), several in a row too
("Ủy viên Trung ương Đảng, Bộ trưởng Bộ Ngoại giao …"), or behind it, between commas.
"""

from __future__ import annotations

from generator import surnames
from generator.suggest import gazetteer
from generator.suggest import organisation_words as organisations
from generator.suggest.names import Trust, is_family, name_at
from generator.suggest.sighting import Post, Sighting, sighting
from generator.suggest.vietnamese_extents import DASHES, POSTS, known
from generator.suggest.vietnamese_titles import HONORIFICS, honorific, prefix, title
from generator.suggest.words import Line

_SURE = frozenset({"ông", "bà", "ngài"})
_PLURAL = frozenset(
    {"các", "những", "nhiều", "mọi", "mỗi", "hai", "ba", "bốn", "năm", "mấy", "từng", "số"}
)
_STARTS = frozenset(POSTS) | frozenset(HONORIFICS) | surnames.COMMON
"""All words with which something begins that names a person: most words do not."""
_LINKS = (("giữ", "chức", "vụ"), ("giữ", "chức"), ("giữ", "cương", "vị"), ("làm",), ("là",))
_CLOSING = frozenset(',.;:)–-!?”"')
_MOST_LISTED = 6
_TOLD = frozenset({"theo", "cùng", "với"})


def sightings(line: Line) -> list[Sighting]:
    """All people that a line names, from left to right."""
    found: list[Sighting] = []
    after = 0
    for at in [at for at, word in enumerate(line.low) if word in _STARTS]:
        if at < after:
            continue
        if line.phrase(POSTS, at):
            after = _posts_first(line, at, found)
        elif width := honorific(line, at):
            after = _honoured(line, at, width, found)
        elif is_family(line, at) and not _within_a_name(line, at):
            after = _bare(line, at, found)
    return found


def _posts_first(line: Line, at: int, found: list[Sighting]) -> int:
    """Posts in a row and the name behind them; returns where to read on."""
    first = at - prefix(line, at - 1)
    plural = line.is_(first - 1, _PLURAL)
    chain: list[Post] = []
    read = title(line, at, lead=True)
    while not read.name[1]:
        chain.append(read.post)
        after = read.end + line.is_(read.end, {","})
        after += line.is_(after, {"kiêm"})
        after += prefix(line, after)
        if not line.phrase(POSTS, after):
            return read.end
        read = title(line, after, lead=True)
    if plural and chain:
        # "các Đại sứ, Tổng Lãnh sự, Thứ trưởng …": only the last of them is this person's.
        chain, plural = [], False
    start, end = read.name
    more, stop = _behind(line, start, end)
    found.append(sighting(line, (first, start, end, stop), (*chain, read.post, *more)))
    return _others(line, stop, found, (read.post,)) if plural else stop


def _honoured(line: Line, at: int, width: int, found: list[Sighting]) -> int:
    """A name behind an honorific, with posts behind it."""
    start, end = name_at(line, at + width, Trust.DIRECT)
    if not end or not (line.low[at] in _SURE or known(line, start, end)):
        return at + width
    more, stop = _behind(line, at, end)
    found.append(sighting(line, (at, start, end, stop), more))
    return _others(line, stop, found, ()) if line.is_(at - 1, _PLURAL) else stop


def _bare(line: Line, at: int, found: list[Sighting]) -> int:
    """A name that nothing announces: with posts behind it, or long enough to be one."""
    start, end = name_at(line, at, Trust.AFTER)
    if not end:
        return at + 1
    more, stop = _behind(line, at, end)
    if more or name_at(line, at, Trust.ALONE) == (start, end):
        found.append(sighting(line, (start, start, end, stop), more))
    return stop


def _others(line: Line, at: int, found: list[Sighting], shared: tuple[Post, ...]) -> int:
    """The rest of a list, "các Thứ trưởng A, B và C": they share what stands before it."""
    while line.is_(at, {",", "và", ";"}):
        start, end = name_at(line, at + 1, Trust.AFTER)
        if not end or start != at + 1:
            break
        more, stop = _behind(line, start, end)
        found.append(sighting(line, (start, start, end, stop), (*shared, *more)))
        at = stop
    return at


def _behind(line: Line, lead: int, end: int) -> tuple[tuple[Post, ...], int]:
    """Posts behind a name: "…, Phó Chủ tịch kiêm Tổng Thư ký …", "… giữ chức Đại sứ …".

    A post with a name of its own behind it is that other person's. One that nothing but the post
    itself names counts only where it stands between commas; so does any behind "theo …", where
    the sentence may go on with somebody else.

    Args:
        line: Where.
        lead: First word of what announces the name.
        end: After the name.

    Returns:
        The posts, and where to read on.
    """
    if linked := _linked(line, end):
        return linked
    told = line.is_(lead - 1, _TOLD)
    at, given = end, list[Post]()
    while line.is_(at, {",", "(", *DASHES}):
        here = at + 1 + prefix(line, at + 1)
        if not line.phrase(POSTS, here):
            break
        read = title(line, here, lead=False)
        closed = read.end >= len(line) or line.words[read.end] in _CLOSING
        if read.name[1] or not (closed or (read.post.organisation and not told)):
            break
        given.append(read.post)
        at = read.end
    return tuple(given), at if given else end


def _linked(line: Line, at: int) -> tuple[tuple[Post, ...], int] | None:
    """A post behind "là", "làm" or "giữ chức"; None without these words."""
    for words in _LINKS:
        here = at + len(words)
        if tuple(line.low[at:here]) == words and line.phrase(POSTS, here):
            read = title(line, here, lead=False)
            sure = bool(read.post.organisation) or words[0] == "giữ"
            return ((read.post,), read.end) if sure and not read.name[1] else ((), at)
    return None


def _within_a_name(line: Line, at: int) -> bool:
    """Whether a place or an institution is named here: "đường Nguyễn Trãi, Lê Văn Lương"."""
    before = at - 1
    if line.capital(before) or line.acronym(before):
        return True
    for _ in range(_MOST_LISTED):
        if line.is_(before, gazetteer.BEFORE_NAMESAKES) or line.is_(before, organisations.HEADS):
            return True
        if not line.is_(before, {",", "và", *DASHES}) or not line.capital(before - 1):
            return False
        before -= 1
        while line.capital(before):
            before -= 1
    return False

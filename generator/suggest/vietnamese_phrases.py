"""How Vietnamese news names people and organisations.

A post stands before the name ("Thứ trưởng Bộ Ngoại giao Lê Thị Thu Hằng"), several in a row too
("Ủy viên Trung ương Đảng, Bộ trưởng Bộ Ngoại giao …"), or behind it, between commas. An
organisation begins with a word of organisations, a name with a family name.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator import posts
from generator.suggest import gazetteer
from generator.suggest import organisation_words as organisations
from generator.suggest.names import Trust, is_family, name_at
from generator.suggest.sighting import Body, How, Post, Sighting
from generator.suggest.words import Line, is_syllable, phrases

_POSTS = phrases(posts.VIETNAMESE)
_SINGLE = phrases(("Quốc hội", "Chính phủ", "Liên hợp quốc", "Trung ương Đảng"))
"""Heads that are a whole name."""
_ABROAD = frozenset({"đại sứ quán", "tổng lãnh sự quán", "phái đoàn", "văn phòng", "cơ quan"})
"""Heads of bodies that are told apart by where they are."""
_HONORIFICS = phrases(posts.VIETNAMESE_HONORIFICS)
_SURE = frozenset({"ông", "bà", "ngài"})
_SHORT = frozenset({"anh", "chị", "cô", "bà"})
_FORMER = frozenset({"nguyên", "cựu"})
_ACTING = frozenset({"quyền", "cố"})
_PLURAL = frozenset("các những nhiều mọi mỗi hai ba bốn năm mấy từng số hàng".split())
_LINKS = (("giữ", "chức", "vụ"), ("giữ", "chức"), ("giữ", "cương", "vị"), ("làm",), ("là",))
_CLOSING = frozenset(',.;:)–-!?”"')
_DASHES = frozenset({"-", "–", "—"})
_FAR = 24
"""Words behind a post at most, in which its organisation and a name may stand."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A post as parsed: where its words end, its organisation, and the name behind it."""

    post: Post
    end: int
    name: tuple[int, int]


def sightings(line: Line) -> list[Sighting]:
    """All people that a line names, from left to right."""
    found: list[Sighting] = []
    at = 0
    while at < len(line):
        if line.phrase(_POSTS, at):
            at = _posts_first(line, at, found)
        elif width := _honorific(line, at):
            at = _honoured(line, at, width, found)
        elif is_family(line, at) and not _within_a_name(line, at):
            at = _bare(line, at, found)
        else:
            at += 1
    return found


def bodies(line: Line) -> list[Body]:
    """All organisations that a line names, from left to right."""
    found: list[Body] = []
    at = 0
    while at < len(line):
        place = _place(line, at)
        head = _head(line, at) if line.capital(at) and not line.capital(at - 1) else 0
        if not head or (place > 1 and place > head):
            at = _foreign_body(line, at, found) or at + max(place, 1)
            continue
        end, short, _ = _rest(line, at)
        site = next((k for k in range(at + head, end) if line.is_(k, {"tại"})), end)
        if site < end and line.cut(at, at + head).casefold() not in _ABROAD:
            end, short = site, ""  # "Ủy ban Di sản thế giới tại Riyadh" met there
        if line.is_(at - 1, {"và", "của", *_DASHES}):
            short = ""  # "… giữa Việt Nam và Liên minh châu Âu (EVFTA)"
        name = line.cut(at, end)
        own = any(line.capital(k) or line.acronym(k) for k in range(at + head, end))
        if own or short or (end == at + head and line.phrase(_SINGLE, at)):
            stop = _after_brackets(line, end) if short else end
            found.append(
                Body(
                    name=name,
                    abbreviation=short,
                    start=line.starts[at],
                    end=line.starts[stop - 1] + len(line.words[stop - 1]),
                )
            )
        at = max(end, at + head)
    return found


def _foreign_body(line: Line, at: int, found: list[Body]) -> int:
    """An organisation with an English name, "Vietnam Airlines"; returns where to read on."""
    if not line.capital(at) or not line.capital(at + 1) or line.capital(at - 1):
        return 0
    end = at + 1
    while line.capital(end):
        end += 1
        if line.low[end - 1] in organisations.ENGLISH_LAST:
            start = line.starts[at]
            name = line.cut(at, end)
            found.append(Body(name=name, start=start, end=start + len(name)))
            return end
    return 0


def _posts_first(line: Line, at: int, found: list[Sighting]) -> int:
    """Posts in a row and the name behind them; returns where to read on."""
    first = at - _prefix(line, at)
    plural = line.is_(first - 1, _PLURAL)
    chain: list[Post] = []
    phrase = _phrase(line, at, lead=True)
    while not phrase.name[1]:
        chain.append(phrase.post)
        after = phrase.end + 1 if line.is_(phrase.end, ",") else phrase.end
        after += line.is_(after, {"kiêm"})
        after += _is_prefix(line, after)
        if after == phrase.end or not line.phrase(_POSTS, after):
            return max(phrase.end, at + 1)
        phrase = _phrase(line, after, lead=True)
    chain.append(phrase.post)
    start, end = phrase.name
    if plural and len(chain) > 1:
        # "các Đại sứ, Tổng Lãnh sự, Thứ trưởng …": only the last of them is this person's.
        chain, plural = chain[-1:], False
    more, stop = _behind(line, start, end)
    _add(found, line, (first, start, end, stop), How.POST, (*chain, *more))
    return _others(line, stop, found, (phrase.post,) if plural else None) if plural else stop


def _honoured(line: Line, at: int, width: int, found: list[Sighting]) -> int:
    """A name behind an honorific, with posts behind it."""
    start, end = name_at(line, at + width, Trust.DIRECT)
    if end and line.low[at] not in _SURE and not _known(line, start, end):
        start = end = 0
    if not end:
        return at + width
    more, stop = _behind(line, start, end, lead=at)
    _add(found, line, (at, start, end, stop), How.POST if more else How.NAMED, more)
    if line.is_(at - 1, _PLURAL):
        return _others(line, stop, found, ())
    return stop


def _bare(line: Line, at: int, found: list[Sighting]) -> int:
    """A name that nothing announces: with posts behind it, or long enough to be one."""
    start, end = name_at(line, at, Trust.AFTER)
    if not end:
        return at + 1
    more, stop = _behind(line, start, end, lead=at)
    sure = name_at(line, at, Trust.ALONE)
    if more or sure == (start, end):
        _add(found, line, (start, start, end, stop), How.POST if more else How.NAMED, more)
    return stop


def _others(line: Line, at: int, found: list[Sighting], given: tuple[Post, ...] | None) -> int:
    """The rest of a list, "các Thứ trưởng A, B và C": they share what stands before it."""
    while line.is_(at, {",", "và", ";"}):
        start, end = name_at(line, at + 1, Trust.AFTER)
        if not end or start != at + 1:
            break
        more, stop = _behind(line, start, end)
        shared = (*(given or ()), *more)
        _add(found, line, (start, start, end, stop), How.POST if shared else How.NAMED, shared)
        at = stop
    return at


def _phrase(line: Line, at: int, *, lead: bool) -> _Phrase:
    """One post with its organisation.

    Args:
        line: Where.
        at: First word of the post.
        lead: Whether a name may stand behind a comma and an honorific: "Giám đốc Sở Ngoại vụ,
            ông …"; not where the post itself stands behind a name.
    """
    prefix = _prefix(line, at)
    word_end = at + line.phrase(_POSTS, at)
    while line.is_(word_end, {"kiêm"}) and (more := line.phrase(_POSTS, word_end + 1)):
        word_end += 1 + more
    end, short, name = _rest(line, word_end)
    if lead and not name[1]:
        behind = _after_brackets(line, end) if short else end
        comma = line.is_(behind, {",", ":", *_DASHES})
        width = _honorific(line, behind + comma)
        if width:
            name = name_at(line, behind + comma + width, Trust.DIRECT)
    word = line.cut(at, word_end)
    body = line.cut(word_end, end)
    title = f"{word} {body}" if body else word
    former = bool(prefix) and line.low[at - 1] in _FORMER
    owner = _owner(line, word_end, end) if end > word_end else ""
    post = Post(word=word, title=title, organisation=owner, abbreviation=short, former=former)
    stop = _after_brackets(line, end) if short else end
    return _Phrase(post, max(stop, at + 1), name)


def _owner(line: Line, word_end: int, end: int) -> str:
    """The organisation's own name: ministers' fields are those of their ministries."""
    body = line.cut(word_end, end)
    told = line.capital(word_end) or line.acronym(word_end)
    if not (told or line.phrase(organisations.GENERIC, word_end)):
        return ""
    if line.phrase(organisations.NO_ORGANISATION, word_end) or _only_places(line, word_end, end):
        return ""
    if line.low[word_end - 1] == "trưởng" and line.is_(word_end - 2, {"bộ", "thứ"}):
        ministry = line.is_(word_end, {"bộ", "ban", "văn"}) and not line.is_(word_end + 1, {"hóa"})
        return body if ministry else f"Bộ {body}"
    if line.is_(word_end - 1, {"ban", "phòng"}) and not _head(line, word_end):
        return line.cut(word_end - 1, end)  # "Trưởng Ban Đối ngoại Trung ương"
    return body


def _rest(line: Line, at: int) -> tuple[int, str, tuple[int, int]]:
    """What stands behind a post: where its organisation ends, its short form, the name."""
    trust, last, end = Trust.DIRECT, at, min(len(line), at + _FAR)
    here, company, namesake = at, False, -1
    short = ""
    while here < end:
        if line.is_(here, {"("}) and not short and (closed := _after_brackets(line, here)) > here:
            if last == at:
                break
            short, here, trust = line.words[here + 1], closed, Trust.FOREIGN
            start, stop = name_at(line, here, trust)
            return (last, short, (start, stop) if start == here else (0, 0))
        head = _head(line, here) or (line.phrase(organisations.GENERIC, here) if here == at else 0)
        if head:
            if line.is_(here - 1, {"và"}) and here > at:
                break
            kind = line.cut(here, here + head).casefold()
            company = kind in organisations.COMPANIES
            here += head
            namesake = here if kind in organisations.NAMESAKES else -1
            last, trust = here, Trust.AFTER
            continue
        if line.capital(here):
            start, stop = _name(line, here, trust, company=company)
            if here == namesake == start:  # "Trường Đại học Nguyễn Tất Thành"
                here = last = stop
                continue
            if stop:
                return start if start > here else last, short, (start, stop)
            place = line.phrase(gazetteer.places(), here)
            here += place or 1
            foreign = place and line.cut(here - place, here).casefold() not in gazetteer.OWN
            trust = Trust.FOREIGN if foreign else Trust.AFTER
            last = here
        elif line.acronym(here):
            here += 1
            last, trust, company = here, Trust.FOREIGN, False
        elif here > at and line.is_(here, {"tại", "của"}) and _place_or_head(line, here + 1):
            here += 1
        elif here > at and line.words[here].isdigit() and line.capital(here - 1):
            here += 1
            last = here
        elif width := _inside(line, at, here):
            here += width
            last, trust = here, Trust.AFTER
        elif line.is_(here, {"và"}) and line.capital(here + 1) and here > at:
            here += 1  # "Phòng Thương mại và Công nghiệp …", but no person and no other body
        elif width := _listed(line, here) if here > at else 0:
            here += width
        elif line.is_(here, _DASHES) and _place(line, here + 1) and _place_ends(line, here):
            here += 1
        else:
            break
    if last > at and not any(line.capital(k) or line.acronym(k) for k in range(at, last)):
        last = at  # "giám đốc các nhà …" says no name of an organisation
    return last, short, (0, 0)


def _inside(line: Line, at: int, here: int) -> int:
    """How many words in lower case belong to the organisation that begins at `at`."""
    second = line.capital(here - 1) and here > at and line.low[here] in organisations.SECOND
    if second and not _place_ends(line, here):
        return 1
    return line.phrase(organisations.INSIDE, here)


def _listed(line: Line, at: int) -> int:
    """Whether a comma stands within a name: "Bộ Văn hóa, Thể thao và Du lịch"."""
    here = at
    while line.is_(here, {","}) and line.capital(here + 1):
        if line.phrase(_POSTS, here + 1) or is_family(line, here + 1) or _head(line, here + 1):
            return 0
        here += 2 + (line.is_(here + 2, organisations.SECOND))
    joined = here > at and line.is_(here, {"và"}) and line.capital(here + 1)
    return int(joined and not is_family(line, here + 1) and not _head(line, here + 1))


def _place(line: Line, at: int) -> int:
    return line.phrase(gazetteer.places(), at) if line.capital(at) else 0


def _place_ends(line: Line, at: int) -> bool:
    """Whether the words before are a place: "châu Á - Thái Bình Dương"."""
    return any(line.phrase(gazetteer.places(), at - width) == width for width in (1, 2, 3))


def _place_or_head(line: Line, at: int) -> bool:
    """Whether ambassadors may be accredited to what stands here."""
    if not (line.capital(at) or line.acronym(at)):
        return False
    return bool(line.acronym(at) or _head(line, at) or line.phrase(gazetteer.places(), at))


def _only_places(line: Line, at: int, end: int) -> bool:
    """Whether nothing but places stands here: "Đại sứ Hoa Kỳ tại Việt Nam"."""
    while at < end:
        if line.is_(at, {"tại"}):
            return True
        width = line.phrase(gazetteer.places(), at) or int(line.is_(at, {"nước"}))
        if not width or line.phrase(organisations.HEADS, at):
            return False
        at += width
    return True


def _name(line: Line, at: int, trust: Trust, *, company: bool) -> tuple[int, int]:
    if line.is_(at - 1, organisations.CONNECTIVES):
        return 0, 0
    before = line.is_(at - 1, gazetteer.BEFORE_PLACES) and line.words[at - 1].islower()
    if trust < Trust.DIRECT and before:
        start, end = name_at(line, at, Trust.AFTER)
        return (start, end) if start > at else (0, 0)
    start, end = name_at(line, at, trust)
    if end and company and not _known(line, start, end):
        return 0, 0
    return start, end


def _behind(
    line: Line, start: int, end: int, *, lead: int | None = None
) -> tuple[tuple[Post, ...], int]:
    """Posts behind a name: "…, Phó Chủ tịch kiêm Tổng Thư ký …", "… giữ chức Đại sứ …".

    A post with a name of its own behind it is that other person's. One that nothing but the post
    itself names counts only where it stands between commas.
    """
    lead = start if lead is None else lead
    told = line.is_(lead - 1, {"theo", "cùng", "với"})
    at, given = end, []
    for words in _LINKS:
        width = len(words)
        if tuple(line.low[at : at + width]) == words and line.phrase(_POSTS, at + width):
            phrase = _phrase(line, at + width, lead=False)
            named = phrase.post.organisation or words[0] == "giữ"
            return ((phrase.post,), phrase.end) if named and not phrase.name[1] else ((), end)
    while line.is_(at, {",", "(", *_DASHES}):
        here = at + 1 + _is_prefix(line, at + 1)
        if not line.phrase(_POSTS, here):
            break
        phrase = _phrase(line, here, lead=False)
        closed = phrase.end >= len(line) or line.words[phrase.end] in _CLOSING
        if phrase.name[1] or not (closed or (phrase.post.organisation and not told)):
            break
        given.append(phrase.post)
        at = phrase.end
    return tuple(given), at if given else end


def _after_brackets(line: Line, at: int) -> int:
    """Behind a short form in brackets; the same place if none stands here."""
    if line.is_(at, {"("}) and line.is_(at + 2, {")"}) and line.acronym(at + 1):
        return at + 3
    return at


def _head(line: Line, at: int) -> int:
    """How many words of an organisation's head stand here."""
    if not line.capital(at) and not line.acronym(at):
        return 0
    if line.phrase(organisations.NO_ORGANISATION, at):
        return 0
    width = line.phrase(organisations.HEADS, at)
    if width == 1 and not line.acronym(at + 1):
        return int(line.capital(at + 1) and is_syllable(line.words[at + 1]))
    return width


def _honorific(line: Line, at: int) -> int:
    """How many words of honorifics stand here, full stops included."""
    width = line.phrase(_HONORIFICS, at)
    if not width:
        return 0
    if line.low[at] in _SHORT and line.capital(at) and at and line.words[at - 1] not in '.:!?“"-–':
        return 0  # "nước Anh", "tỉnh Bà Rịa"
    width += line.is_(at + width, {"."})
    return width + (_honorific(line, at + width) if at + width < len(line) else 0)


def _prefix(line: Line, at: int) -> int:
    return int(_is_prefix(line, at - 1)) if at else 0


def _is_prefix(line: Line, at: int) -> bool:
    return line.is_(at, _FORMER) or line.is_(at, _ACTING)


def _known(line: Line, start: int, end: int) -> bool:
    """Whether a name begins with a common family name, or is plainly foreign."""
    return name_at(line, start, Trust.AFTER) == (start, end)


def _within_a_name(line: Line, at: int) -> bool:
    """Whether a place or an institution is named here."""
    before = at - 1
    return (
        line.capital(before)
        or line.acronym(before)
        or line.is_(before, gazetteer.BEFORE_NAMESAKES)
        or line.is_(before, organisations.HEADS)
    )


def _add(
    found: list[Sighting],
    line: Line,
    at: tuple[int, int, int, int],
    how: How,
    given: tuple[Post, ...],
) -> None:
    first, start, end, stop = at
    found.append(
        Sighting(
            name=line.cut(start, end),
            how=how,
            posts=given,
            start=line.starts[first],
            end=line.starts[stop - 1] + len(line.words[stop - 1]),
        )
    )

"""One post in Vietnamese, with its organisation and the name behind it."""

from __future__ import annotations

from dataclasses import dataclass

from generator import posts
from generator.suggest import gazetteer
from generator.suggest import organisation_words as organisations
from generator.suggest.names import Trust, name_at
from generator.suggest.sighting import Post
from generator.suggest.vietnamese_extents import DASHES, POSTS, after_brackets, extent, head
from generator.suggest.words import Line, phrases

HONORIFICS = phrases(posts.VIETNAMESE_HONORIFICS)
_SHORT = frozenset({"anh", "chị", "cô", "bà"})
_FORMER = frozenset({"nguyên", "cựu"})
_PREFIXES = _FORMER | {"quyền", "cố"}
_OPENING = frozenset('.:!?“"-–')


@dataclass(frozen=True, slots=True)
class Title:
    """A post as it stands in a line.

    Attributes:
        post: What it says.
        end: After its last word, or the short form of its organisation.
        name: Where the name behind it stands; two zeros for none.
    """

    post: Post
    end: int
    name: tuple[int, int]


def title(line: Line, at: int, *, lead: bool) -> Title:
    """Read one post with its organisation.

    Args:
        line: Where.
        at: First word of the post.
        lead: Whether a name may stand behind a comma and an honorific: "Giám đốc Sở Ngoại vụ,
            ông …"; not where the post itself stands behind a name.
    """
    end = at + line.phrase(POSTS, at)
    while line.is_(end, {"kiêm"}) and (more := line.phrase(POSTS, end + 1)):
        end += 1 + more
    behind = extent(line, end)
    stop = after_brackets(line, behind.end) if behind.short else behind.end
    name = behind.name
    if lead and not name[1]:
        comma = line.is_(stop, {",", ":", *DASHES})
        if width := honorific(line, stop + comma):
            name = name_at(line, stop + comma + width, Trust.DIRECT)
    post = Post(
        word=line.cut(at, end),
        title=line.cut(at, behind.end),
        organisation=_owner(line, end, behind.end),
        abbreviation=behind.short,
        former=line.is_(at - 1, _FORMER),
    )
    return Title(post, max(stop, at + 1), name)


def prefix(line: Line, at: int) -> bool:
    """Whether "nguyên", "quyền" or the like stands here."""
    return line.is_(at, _PREFIXES)


def honorific(line: Line, at: int) -> int:
    """How many words of honorifics stand here, full stops included: "PGS.TS."."""
    end = at
    while width := line.phrase(HONORIFICS, end):
        inside = end > 0 and line.words[end - 1] not in _OPENING
        if end == at and inside and line.capital(end) and line.low[end] in _SHORT:
            return 0  # "nước Anh", "tỉnh Bà Rịa"
        end += width
        end += line.is_(end, {"."})
    return end - at


def _owner(line: Line, at: int, end: int) -> str:
    """The organisation's own name: ministers' fields are those of their ministries."""
    told = line.capital(at) or line.acronym(at) or line.phrase(organisations.GENERIC, at)
    if at == end or not told or line.phrase(organisations.NO_ORGANISATION, at):
        return ""
    if _only_places(line, at, end):
        return ""
    body = line.cut(at, end)
    if line.is_(at - 1, {"trưởng"}) and line.is_(at - 2, {"bộ", "thứ"}):
        whole = line.is_(at, {"bộ", "ban"}) or line.phrase(_OFFICE, at)
        return body if whole else f"Bộ {body}"
    if line.is_(at - 1, {"ban", "phòng"}) and not head(line, at):
        return line.cut(at - 1, end)  # "Trưởng Ban Đối ngoại Trung ương"
    return body


_OFFICE = phrases(("Văn phòng",))
_STATES = phrases(("nước", "Cộng hòa", "Cộng hòa Hồi giáo", "Vương quốc", "Liên bang", "Nhà nước"))


def _only_places(line: Line, at: int, end: int) -> bool:
    """Whether nothing but places stands here: "Đại sứ Hoa Kỳ tại Việt Nam"."""
    while at < end:
        if line.is_(at, {"tại"}):
            return True
        width = line.phrase(gazetteer.places(), at) or line.phrase(_STATES, at)
        if not width or line.phrase(organisations.HEADS, at):
            return False
        at += width
    return True

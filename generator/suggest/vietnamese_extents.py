"""Where a Vietnamese organisation's name begins and ends, and what stands behind a post.

An organisation begins with a word of organisations and goes on through capitalised words, the
syllables and phrases that stand within such names, and places: "Ủy ban nhân dân thành phố Hà Nội",
"Bộ Văn hóa, Thể thao và Du lịch". It ends where a person's name begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator import posts
from generator.suggest import gazetteer
from generator.suggest import organisation_words as organisations
from generator.suggest.names import Trust, is_family, name_at
from generator.suggest.words import Line, is_syllable, phrases

POSTS = phrases(posts.VIETNAMESE)
DASHES = frozenset({"-", "–", "—"})
_FAR = 24
"""Words behind a post at most, in which its organisation and a name may stand."""
_MOST_LISTED = 4
_NO_NAME = (0, 0)


@dataclass(slots=True)
class Extent:
    """What stands behind a post, read word by word.

    Attributes:
        line: Where.
        start: First word behind the post.
        here: The word to read next.
        end: After the last word of the organisation; `start` if none is named.
        short: Its short form in brackets; empty without one.
        name: Where the name of a person stands behind it; two zeros for none.
        trust: What stands before `here`.
        company: Whether a firm's name began last.
        headed: Where an organisation's head ended.
        namesake: Where the name of whom an institution is named after may stand.
        done: Whether nothing more can belong to it.
    """

    line: Line
    start: int
    here: int
    end: int
    short: str = ""
    name: tuple[int, int] = _NO_NAME
    trust: Trust = Trust.DIRECT
    company: bool = False
    headed: int = -1
    namesake: int = -1
    done: bool = False

    def take(self, width: int, trust: Trust, *, ends: bool = True) -> bool:
        """Read on; the organisation may end behind these words, or not behind "và"."""
        self.here += width
        self.trust = trust
        if ends:
            self.end = self.here
        return True


def extent(line: Line, at: int) -> Extent:
    """Read what stands from `at` on: an organisation, its short form, a person's name."""
    found = Extent(line, at, at, at)
    stop = min(len(line), at + _FAR)
    while found.here < stop and not found.done and any(step(found) for step in _STEPS):
        pass
    named = any(line.capital(k) or line.acronym(k) for k in range(at, found.end))
    if not named:
        found.end = at  # "giám đốc các nhà …" says no name of an organisation
    return found


def head(line: Line, at: int) -> int:
    """How many words of an organisation's head stand here, capitalised."""
    if not line.capital(at) and not line.acronym(at):
        return 0
    if line.phrase(organisations.NO_ORGANISATION, at):
        return 0
    width = line.phrase(organisations.HEADS, at)
    if width == 1 and not line.acronym(at + 1):
        return int(line.capital(at + 1) and is_syllable(line.words[at + 1]))
    return width


def after_brackets(line: Line, at: int) -> int:
    """Behind a short form in brackets; the same place if none stands here."""
    if line.is_(at, {"("}) and line.is_(at + 2, {")"}) and line.acronym(at + 1):
        return at + 3
    return at


def place(line: Line, at: int) -> int:
    """How many words of a place's name stand here."""
    return line.phrase(gazetteer.places(), at) if line.capital(at) else 0


def known(line: Line, start: int, end: int) -> bool:
    """Whether a name begins with a family name, or is plainly foreign."""
    return name_at(line, start, Trust.AFTER) == (start, end)


def _brackets(found: Extent) -> bool:
    closed = after_brackets(found.line, found.here)
    if closed == found.here or found.end == found.start:
        return False
    found.short, found.done = found.line.words[found.here + 1], True
    if found.line.is_(closed, {"tại"}):  # "Ngân hàng Thế giới (WB) tại Việt Nam …"
        closed += 1 + place(found.line, closed + 1)
    start, stop = name_at(found.line, closed, Trust.FOREIGN)
    if start == closed:
        found.name = start, stop
    return True


def _head(found: Extent) -> bool:
    line, here = found.line, found.here
    first = here == found.start
    width = head(line, here) or (line.phrase(organisations.GENERIC, here) if first else 0)
    if not width or (line.is_(here - 1, {"và"}) and not first):
        found.done = bool(width)
        return False
    kind = line.cut(here, here + width).casefold()
    found.company = kind in organisations.COMPANIES
    found.headed = here + width
    found.namesake = here + width if kind in organisations.NAMESAKES else -1
    return found.take(width, Trust.AFTER)


def _capital(found: Extent) -> bool:
    line, here = found.line, found.here
    if found.done or not line.capital(here):
        return False
    if line.phrase(POSTS, here) and found.start < here != found.headed:
        found.done = True  # "Thứ trưởng Bộ Quốc phòng Thượng tướng …"
        return False
    start, stop = _name(found)
    if here == found.namesake == start:  # "Trường Đại học Nguyễn Tất Thành"
        return found.take(stop - here, Trust.AFTER)
    if stop:
        found.name, found.done = (start, stop), True
        found.end = start if start > here else found.end
        return True
    width = place(line, here)
    foreign = width and line.cut(here, here + width).casefold() not in gazetteer.OWN
    return found.take(width or 1, Trust.FOREIGN if foreign else Trust.AFTER)


def _name(found: Extent) -> tuple[int, int]:
    """A person's name that begins here or, behind words of the organisation, soon after."""
    line, here = found.line, found.here
    if line.is_(here - 1, organisations.CONNECTIVES):
        return _NO_NAME
    before = line.is_(here - 1, gazetteer.BEFORE_PLACES) and line.words[here - 1].islower()
    if found.trust < Trust.DIRECT and before:
        start, end = name_at(line, here, Trust.AFTER)
        return (start, end) if start > here else _NO_NAME
    start, end = name_at(line, here, found.trust)
    if end and found.company and not known(line, start, end):
        return _NO_NAME
    return start, end


def _acronym(found: Extent) -> bool:
    line, here = found.line, found.here
    if not line.acronym(here):
        return False
    if line.is_(here, organisations.FORMS):  # "Công ty TNHH …"
        found.namesake = here + 1
    found.company = False
    if line.is_(here + 1, {"."}) and (line.capital(here + 2) or line.acronym(here + 2)):
        return found.take(2, Trust.AFTER)  # "TP.HCM"
    return found.take(1, Trust.FOREIGN)


def _number(found: Extent) -> bool:
    line, here = found.line, found.here
    if here == found.start or not line.words[here].isdigit() or not line.capital(here - 1):
        return False
    return found.take(1, Trust.AFTER)


def _inside(found: Extent) -> bool:
    """Words in lower case that stand within names: "ngoại giao", "nhân dân thành phố"."""
    line, here = found.line, found.here
    second = here > found.start and line.capital(here - 1)
    if second and line.is_(here, organisations.SECOND) and not _place_ends(line, here):
        return found.take(1, Trust.AFTER)
    if width := line.phrase(organisations.INSIDE, here):
        return found.take(width, Trust.AFTER)
    unheard = second and here - 1 == found.headed and line.words[here].isalpha()
    return unheard and _fits(line, here) and found.take(1, Trust.AFTER)


def _fits(line: Line, at: int) -> bool:
    """Whether a syllable may end a word of a name, behind a capitalised one: "Hội Gốm sứ …".

    Behind it stands no other word in lower case, which would begin the rest of the sentence.
    """
    if line.words[at].isupper() or line.low[at] in organisations.GOES_ON:
        return False
    after = at + 1
    ends = after >= len(line) or not line.words[after].islower()
    return ends or bool(line.phrase(organisations.INSIDE, after))


def _joined(found: Extent) -> bool:
    """What goes on behind "của", "tại", "và", a comma or a dash within a name."""
    line, here = found.line, found.here
    if here == found.start:
        return False
    if line.is_(here, {"bên"}) and line.is_(here + 1, {"cạnh"}):
        joins = _place_or_head(line, here + 2)
        return joins and found.take(2, found.trust, ends=False)
    if line.is_(here, {"tại", "của"}):
        joins = _place_or_head(line, here + 1)
    elif line.is_(here, {"và"}):
        joins = line.capital(here + 1)
    elif line.is_(here, {","}):
        joins = _listed(line, here)
    else:
        joins = line.is_(here, DASHES) and bool(place(line, here + 1)) and _place_ends(line, here)
    return joins and found.take(1, found.trust, ends=False)


def _listed(line: Line, at: int) -> bool:
    """Whether a comma stands within a name: "Bộ Văn hóa, Thể thao và Du lịch"."""
    here = at
    for _ in range(_MOST_LISTED):
        if not (line.is_(here, {","}) and line.capital(here + 1)):
            break
        if is_family(line, here + 1) or head(line, here + 1):
            return False
        here += 2 + line.is_(here + 2, organisations.SECOND)
    joined = here > at and line.is_(here, {"và"}) and line.capital(here + 1)
    return joined and not is_family(line, here + 1) and not head(line, here + 1)


def _place_ends(line: Line, at: int) -> bool:
    """Whether the words before are a place: "châu Á - Thái Bình Dương"."""
    return any(line.phrase(gazetteer.places(), at - width) == width for width in (1, 2, 3))


def _place_or_head(line: Line, at: int) -> bool:
    """Whether ambassadors may be accredited to what stands here."""
    return bool(line.acronym(at) or head(line, at) or place(line, at))


_STEPS: tuple[Callable[[Extent], bool], ...] = (
    _brackets,
    _head,
    _capital,
    _acronym,
    _number,
    _inside,
    _joined,
)

"""Where a person's name begins and ends among capitalised words."""

from __future__ import annotations

from enum import IntEnum

from generator import surnames
from generator.suggest import gazetteer
from generator.suggest import organisation_words as organisations
from generator.suggest.words import INITIAL, Line, is_syllable

LEAST, MOST = 2, 5
"""Words of a name: "Lê Duẩn" to "Công Tằng Tôn Nữ …"; few have more than four."""
USUAL = 4
_LONGEST = 12
"""Capitalised words in a row that are looked at."""
_PARTICLE_WORDS = "van von der den de da do dos di du la le bin binti al el ter ben ibn"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_WEEKDAY_WORDS = "monday tuesday wednesday thursday friday saturday sunday"
_WEEKDAYS = frozenset(_WEEKDAY_WORDS.split())
_STARTS = (
    "the this that these and but in on at from theo tại ngày sáng chiều tối trong sau trước khi"
)
_NEVER = _WEEKDAYS.union(_STARTS.split())
"""Words that no name begins with; sentences do."""
_PEOPLE_TOO = ("hồ", "chí", "minh")


class Trust(IntEnum):
    """How sure what stands before makes us that a name follows."""

    ALONE = 0
    """Nothing stands before it."""
    AFTER = 1
    """An organisation, behind a post."""
    FOREIGN = 2
    """A country or an organisation's short form, behind a post."""
    DIRECT = 3
    """A post or an honorific."""


def name_at(line: Line, at: int, trust: Trust, *, plain: bool = False) -> tuple[int, int]:
    """Find a person's name.

    Args:
        line: Where.
        at: Its first word, or the first of the words of an organisation that run into it.
        trust: What stands before.
        plain: Whether Vietnamese names may lack their diacritics, as in English.

    Returns:
        Positions of its first word and after its last; two zeros for none.
    """
    if not line.capital(at) or line.low[at] in _NEVER:
        return 0, 0
    place = line.phrase(gazetteer.places(plain=plain), at)
    if trust is Trust.DIRECT and tuple(line.low[at : at + 3]) == _PEOPLE_TOO:
        return at, at + 3
    if place and (trust < Trust.DIRECT or not _is_family(line.low[at], plain=plain, known=True)):
        return 0, 0
    end = _run(line, at)
    if _is_family(line.low[at], plain=plain, known=trust is Trust.ALONE):
        return _vietnamese(line, at, end, trust, plain=plain)
    return _foreign(line, at, end, trust, plain=plain)


def is_family(line: Line, at: int, *, plain: bool = False) -> bool:
    """Whether a common family name stands here."""
    return line.capital(at) and _is_family(line.low[at], plain=plain, known=True)


def _is_family(word: str, *, plain: bool, known: bool) -> bool:
    table = surnames.COMMON if known else surnames.ALL
    if word in table:
        return True
    return plain and word in (surnames.COMMON_PLAIN if known else surnames.ALL_PLAIN)


def _run(line: Line, at: int) -> int:
    """Where the capitalised words that begin here end."""
    end = at + 1
    while end < min(len(line), at + _LONGEST):
        if len(line.words[end - 1]) == INITIAL and line.words[end] == "." and line.capital(end + 1):
            end += 2
        elif line.capital(end) and line.low[end] not in _WEEKDAYS:
            end += 1
        elif line.low[end] in _PARTICLES and line.words[end].islower():
            after = end + 1 + line.is_(end + 1, _PARTICLES)
            if not line.capital(after) or is_syllable(line.words[end - 1]):
                break
            end = after + 1
        else:
            break
    return end


def _vietnamese(line: Line, at: int, end: int, trust: Trust, *, plain: bool) -> tuple[int, int]:
    syllables = at
    while syllables < end and _may_be_vietnamese(line.words[syllables]):
        syllables += 1
    if trust is Trust.ALONE and syllables < end:
        return 0, 0
    if syllables < end and syllables - at < LEAST:
        return _foreign(line, at, end, trust, plain=plain)
    stop = _stop(line, at, syllables, plain=plain)
    if line.is_(at, {"đoàn"}) and stop - at == LEAST and line.is_(stop, organisations.SECOND):
        return 0, 0  # "Đoàn Ngoại giao", a delegation
    least = LEAST + (trust is Trust.ALONE)
    if stop - at > USUAL:
        # "Trần Anh Nguyễn Xuân Hà": the firm of Trần Anh, and a person.
        for start in range(at + LEAST, stop - 1):
            if is_family(line, start, plain=plain) and stop - start <= USUAL:
                return (0, 0) if trust is Trust.ALONE else (start, stop)
    return (at, stop) if least <= stop - at <= MOST else (0, 0)


def _may_be_vietnamese(word: str) -> bool:
    return len(word) == INITIAL or is_syllable(word)


def _stop(line: Line, at: int, end: int, *, plain: bool) -> int:
    """Where something else begins in a run: a place, an organisation of several words."""
    for stop in range(at + LEAST, end):
        if line.phrase(gazetteer.places(plain=plain), stop) > 1:
            return stop
        if line.phrase(organisations.HEADS, stop) > 1:
            return stop
    return end


def _foreign(line: Line, at: int, end: int, trust: Trust, *, plain: bool) -> tuple[int, int]:
    """A name that is not Vietnamese: only behind words that announce one."""
    if trust is Trust.ALONE:
        return 0, 0
    words = [word for word in line.low[at:end] if word.isalpha() or "-" in word or "'" in word]
    strange = any(not is_syllable(word) for word in words)
    if not strange:
        # "Bộ trưởng Công Thương Trần Tuấn Anh": a field of work, and a person.
        for start in range(at + 1, end - 1):
            if is_family(line, start) and end - start <= USUAL:
                return start, end
    if not strange and trust < Trust.FOREIGN:
        return 0, 0
    if any(organisations.is_english(word) for word in words):
        return 0, 0
    if any(line.phrase(organisations.HEADS, k) > 1 for k in range(at, end)):
        return 0, 0
    for stop in range(at + 1, end):
        if line.phrase(gazetteer.places(plain=plain), stop) > 1:
            end = stop
            break
    return (at, end) if LEAST <= end - at <= MOST + 1 else (0, 0)

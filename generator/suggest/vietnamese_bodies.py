"""Organisations in Vietnamese text."""

from __future__ import annotations

from generator.suggest import organisation_words as organisations
from generator.suggest.sighting import Body
from generator.suggest.vietnamese_extents import DASHES, after_brackets, extent, head, place
from generator.suggest.words import Line, phrases

_WHOLE = phrases(("Quốc hội", "Chính phủ", "Liên hợp quốc", "Trung ương Đảng"))
"""Heads that are a whole name."""
_ABROAD = frozenset({"đại sứ quán", "tổng lãnh sự quán", "phái đoàn", "văn phòng", "cơ quan"})
"""Heads of bodies that are told apart by where they are."""


def bodies(line: Line) -> list[Body]:
    """All organisations that a line names, from left to right."""
    found: list[Body] = []
    after = 0
    for at in [at for at, capital in enumerate(line.capitals) if capital]:
        if at < after or line.capital(at - 1):
            continue
        width, where = head(line, at), place(line, at)
        if width and not (width == 1 < where):  # "Hội An"
            after = _body(line, at, width, found)
        else:
            after = _foreign(line, at, found) or at + where
    return found


def _body(line: Line, at: int, width: int, found: list[Body]) -> int:
    """An organisation with a head of so many words; returns where to read on."""
    read = extent(line, at)
    end, short = max(read.end, at + width), read.short
    site = next((k for k in range(at + width, end) if line.is_(k, {"tại"})), end)
    if site < end and line.cut(at, at + width).casefold() not in _ABROAD:
        end, short = site, ""  # "Ủy ban Di sản thế giới tại Riyadh" met there
    if line.is_(at - 1, {"và", "của", *DASHES}):
        short = ""  # "… giữa Việt Nam và Liên minh châu Âu (EVFTA)"
    own = any(line.capital(k) or line.acronym(k) for k in range(at + width, end))
    if own or short or (end == at + width and line.phrase(_WHOLE, at)):
        stop = after_brackets(line, end) if short else end
        name, start = line.cut(at, end), line.starts[at]
        found.append(Body(name=name, abbreviation=short, start=start, end=line.stop(stop)))
    return end


def _foreign(line: Line, at: int, found: list[Body]) -> int:
    """An organisation with an English name, "Vietnam Airlines"; returns where to read on."""
    end = at + 1
    while line.capital(end):
        end += 1
        if line.low[end - 1] in organisations.ENGLISH_LAST:
            name, start = line.cut(at, end), line.starts[at]
            found.append(Body(name=name, start=start, end=line.stop(end)))
            return end
    return 0

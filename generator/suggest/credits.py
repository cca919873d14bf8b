"""People named in bylines and in credits of pictures, with the agency beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extract import agencies, bylines
from generator.suggest import gazetteer
from generator.suggest import organisation_words as organisations
from generator.suggest.sighting import How, Sighting
from generator.suggest.words import read

_BETWEEN = re.compile(r"\s*[/|;,()]\s*|\s+[-–—]\s+")
_LABEL = re.compile(r"^(?:Ảnh|Photos?|Nguồn|Source|©|Thực hiện|By)\s*:?\s+", re.IGNORECASE)
_LEAST = 2
_REMEMBERED = 4096
"""Bylines and credits whose people are remembered: an outlet has few of them."""


@lru_cache(maxsize=_REMEMBERED)
def byline(text: str) -> tuple[Sighting, ...]:
    """The people of a byline; initials and one word alone name nobody who could be recorded."""
    agency = agencies.split(text)[1]
    names = [name for name in bylines.people(text) if _is_name(name)]
    return tuple(_sighting(text, name, How.BYLINE, agency) for name in names)


@lru_cache(maxsize=_REMEMBERED)
def credit(text: str) -> tuple[Sighting, ...]:
    """The people of a picture's credit: "TTXVN - Bùi Lâm Khánh", "Hải Đăng/TTXVN"."""
    parts = [part for part in _BETWEEN.split(_LABEL.sub("", text)) if part]
    agency = next((part for part in parts if agencies.is_agency(part) or part.isupper()), "")
    names = [part for part in parts if part != agency and bylines.is_person(part)]
    return tuple(_sighting(text, name, How.CREDIT, agency) for name in names if _is_name(name))


def _is_name(name: str) -> bool:
    line = read(name)
    if len(name.split()) < _LEAST or line.phrase(gazetteer.places(), 0) == len(line):
        return False
    if line.phrase(organisations.HEADS, 0) or organisations.names_english(line.low):
        return False
    return not any(line.acronym(at) for at in range(len(line)))


def _sighting(text: str, name: str, how: How, agency: str) -> Sighting:
    return Sighting(name=name, how=how, agency=agency, start=0, end=len(text))

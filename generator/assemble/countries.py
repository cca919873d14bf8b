"""Countries: their names in both languages, and the English words that say whose something is.

They tell whose ministry is meant ("Bộ Ngoại giao Nga", "the Japanese Foreign Ministry"), and keep
a place on record from being found in the name of another country (Guinea in Papua New Guinea).

Source:
    Unicode CLDR, territories and languages, as Babel carries them.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from generator.model import LANGS

HOME = frozenset({"Việt Nam", "Viet Nam", "Vietnam", "Vietnamese"})
"""Whose archive this is: its bodies are meant where nobody else's are named."""

# What news says and CLDR does not: it has one name for each country.
_SHORT = "Mỹ Anh Úc Nhật Hàn Ý Ukraine Italia UAE US USA UK DPRK Korea Burma Turkey"
_SHORT_NAMES = (
    *_SHORT.split(),
    *("Trung Hoa", "Saudi Arabia", "Cộng hòa Séc", "Republic of Korea", "Czech Republic", "U.S."),
    *("Mỹ Latinh", "Mỹ La-tinh", "Mỹ La tinh"),
)
_HOME_CODE = "VN"
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "001"})
_PARTS = re.compile(r"[(),]|Vương quốc | & | và (?=[A-Z])")
_IN_ENGLISH = frozenset({"English", "French", "German", "Spanish", "Portuguese", "Arabic"})
_ENDINGS = ("n", "an", "ian", "ese", "i")


@cache
def names() -> frozenset[str]:
    """Names of countries and larger regions but our own, Vietnamese and English."""
    found = set(_SHORT_NAMES)
    for lang in LANGS:
        for code, name in Locale(lang).territories.items():
            if code != _HOME_CODE and code not in _NO_COUNTRY:
                found.add(name)
                found.update(part.strip() for part in _PARTS.split(name))
    return frozenset(name for name in found if len(name) > 1 and name[0].isupper())


@cache
def adjectives() -> frozenset[str]:
    """English words that say that something is another country's: `Russian`, `Cambodian`.

    Names of languages are such words, and what stands before them (`Australian English`); others
    are made of the country's name, and those that do not exist harm nobody.
    """
    found: set[str] = set()
    for name in Locale("en").languages.values():
        first, _, rest = name.partition(" ")
        if not rest or rest in _IN_ENGLISH:
            found.add(first)
    for name in Locale("en").territories.values():
        if " " not in name:
            stems = (name, name.rstrip("aeoy"))
            found.update(stem + ending for stem in stems for ending in _ENDINGS)
    return frozenset(found - HOME)

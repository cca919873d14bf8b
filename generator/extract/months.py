"""Names of months in the languages that reach the archive, and their numbers.

Vietnamese and English are the archive's own; the others are read so that a date which a foreign
page prints in full is not lost. Only forms that stand in a date between a day and a year count,
so a name that is a common word elsewhere (`mars`, `set`) does no harm.

Source: Unicode CLDR 46, calendars/gregorian, widths wide and abbreviated, standing and in dates.
"""

from __future__ import annotations

_ENGLISH = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
# French, German, Spanish, Portuguese, Italian, Dutch, Indonesian, Polish, Swedish, Russian.
_OTHERS = (
    "janvier janv januar jänner enero ene janeiro gennaio gen januari stycznia января янв",
    "février févr februar febrero fevereiro fev febbraio februari lutego февраля фев",
    "mars märz mär marzo março maart maret marca марта мар",
    "avril avr abril abr aprile kwietnia апреля апр",
    "mai mayo maio maggio mag mei maja maj мая",
    "juin juni junio junho giugno giu czerwca июня июн",
    "juillet juil juli julio julho luglio lug lipca июля июл",
    "août agosto ago augustus agustus augusti sierpnia августа авг",
    "septembre septiembre setembro settembre września сентября сен",
    "octobre oktober okt octubre outubro ottobre ott oktober października октября окт",
    "novembre noviembre novembro listopada ноября ноя",
    "décembre déc dezember dez diciembre dic dezembro dicembre desember grudnia декабря дек",
)
_VIETNAMESE = (
    "giêng một",
    "hai",
    "ba",
    "tư bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười_một",
    "mười_hai chạp",
)


def _numbered(*tables: tuple[str, ...]) -> dict[str, int]:
    return {
        name.replace("_", " "): number
        for table in tables
        for number, names in enumerate(table, start=1)
        for name in names.split()
    }


def _either(names: dict[str, int]) -> str:
    """A pattern for any of the names, the longest first."""
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


ENGLISH = _numbered(_ENGLISH)
VIETNAMESE = _numbered(_VIETNAMESE)
NUMBERS = _numbered(_VIETNAMESE, _OTHERS, _ENGLISH)
"""Name in lower case → 1–12."""

ENGLISH_NAMES = _either(ENGLISH)
VIETNAMESE_NAMES = _either(VIETNAMESE)
WRITTEN_NAMES = _either(_numbered(_OTHERS, _ENGLISH))
"""Patterns for a month's name, without word boundaries."""

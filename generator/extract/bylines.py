"""Bylines: who wrote a story, people told from organisations.

A byline is kept as it is printed, without a label (`By`, `Tác giả:`), a date, a job title, an
address. What a page states to machines counts only where it names people: systems fill that
field with `admin`, with the site's name, with whoever imported the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.extract import agencies, dates

_LABEL = re.compile(
    r"^(?:(?:written|posted|reported|published|story|words|text|article|created|compiled|authored|"
    r"contributed|reviewed and written)\s+by|by|author|authors|writer|tác giả|thực hiện|bài và ảnh|"
    r"bài, ảnh|tin, ảnh|bài|tin|người viết|par|von|por|di)\b\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_ONLY_LABEL = re.compile(
    r"(?:(?:written|posted|reported|published|story|words|text|article|created)\s+by|by|authors?|"
    r"tác giả|thực hiện|người viết)\s*:?",
    re.IGNORECASE,
)
_STAFF = re.compile(r"(?i)^(?:phóng viên|nhà báo|pv|p\.v\.?|ctv|btv|cộng tác viên)\s+(?=\w)")
# What may follow a name on its line: other facts of the page, parted by marks.
_MARKS = re.compile(r"\s*[|•·⋅●∙]\s*|\s+[-–—]\s+(?=(?i:updated|published|posted|last|\d))")
_REST = re.compile(
    r"(?i)\s*(?:,?\s*\b(?:last )?(?:updated|published|posted|modified|reviewed|edited|"
    r"fact[- ]checked)\b.*|\b\d+\s*(?:min|minutes?|phút)\b.*|"
    r"\b(?:read|view) (?:full )?(?:bio|profile)\b.*|"
    r"\b(?:follow|share)\b.*)$"
)
_WEEKDAY = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?|\bon\s*$|,\s*(?=$)|\bat\s*$"
)
_TITLE_WORDS = (
    r"writer|editor|reporter|correspondent|contributor|columnist|journalist|producer|author|"
    r"freelancer|blogger|critic|intern|fellow|ceo|cto|cmo|coo|founder|co-founder|cofounder|director|"
    r"manager|analyst|expert|professor|specialist|strategist|consultant|president|partner|attorney|"
    r"head of|chief|lead|engineer|phóng viên|biên tập viên|tổng biên tập|trưởng ban"
)
_TITLE = re.compile(
    rf"\s*(?:,|\s[-–—]|\s*\()\s*(?:[^,()]*\b)?(?:{_TITLE_WORDS})s?\b.*$", re.IGNORECASE
)
_ADDRESS = re.compile(r"\S*@\S+|https?://\S+|www\.\S+")
_BETWEEN = re.compile(
    r"\s*;\s*|\s*,\s*(?:and|và|with)\s+|\s*,\s+|\s+(?:and|và|with|et|und|y|e)\s+|\s*&\s*|\s+[-–]\s+"
)
_CREDENTIAL = re.compile(
    r"(?:(?:Ph|Ed|Psy|Pharm)\.?D|M\.?D|R\.?N|R\.?D\.?N?|D\.?O|DDS|DMD|DVM|MPH|MBA|CPA|CFP|MSc?|BSc?|"
    r"M\.?A|M\.?S|B\.?A|J\.?D|Esq|Jr|Sr|I{2,3}|CSCS|LCSW|LMFT|FAND|CPT|CNC|CDN|LD|ScD)\.?[®*]?"
)
_PARTICLE_WORDS = (
    "de la le du des van von der den ter ten bin bint ibn al el da di do dos das y af av zu zur"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_CAMEL_NAMES = re.compile(r"^(?:Mc|Mac|De|Di|La|Le|Du|Van|Fitz|O['’]|D['’]|L['’]|St)[A-ZÀ-Þ]")
_UNNAMED = re.compile(r"[\d_@#:!?<>{}=+*\\]|\.(?:com|vn|net|org)\b")
_LONGEST = 200  # characters of a byline
_MOST_WORDS, _MOST_PEOPLE = 6, 12
_INITIALS, _WHOLE = 2, 4  # letters of initials, and of a name that is one word


def only_label(text: str) -> bool:
    """Whether a line is a label whose name is on the next: `Written by`."""
    return bool(_ONLY_LABEL.fullmatch(text.strip(" :|-–")))


def clean(text: str) -> str:
    """A printed byline without what is beside it: label, date, job title, addresses.

    Returns:
        What is left, as printed; empty if no word is.
    """
    if len(text) > _LONGEST:
        return ""
    text = _ADDRESS.sub(" ", dates.without(text))
    parts = [part for part in map(_bare, _MARKS.split(text)) if part]
    named = next((part for part in parts if people(part)), "")
    return named or (parts[0] if parts else "")


def _bare(text: str) -> str:
    text = text.strip(" \t-–—|•,;:/[]")
    while (shorter := _LABEL.sub("", text)) != text:
        text = shorter
    text = _WEEKDAY.sub("", _REST.sub("", text))
    text = _TITLE.sub("", text)
    text = " ".join(text.split()).strip(" -–—|•,;:/")
    return text if any(map(str.isalpha, text)) else ""


def people(text: str) -> tuple[str, ...]:
    """The people that a byline names, in order, each once.

    `Thu An và Trần Bình` → two; `PV`, `Ban Biên tập`, `Reuters`, `CNN Newsroom`, `admin` → none.
    A byline of which one part is no name may not be understood: then it names nobody.
    """
    text, _ = agencies.split(_STAFF.sub("", text[:_LONGEST]))
    text = re.sub(
        r"\s*\((?:t/h|tổng hợp|dịch|lược dịch|ghi|thực hiện|P/v[^)]*)\)$",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = text.partition("/")[0]
    names: list[str] = []
    for part in _parts(text):
        name = _STAFF.sub("", _bare(part)) if part else ""
        if not name or (names and _CREDENTIAL.fullmatch(name)):
            continue
        if not is_person(name):
            return ()
        if name not in names:
            names.append(name)
    return tuple(names[:_MOST_PEOPLE])


def _parts(text: str) -> Iterator[str]:
    """The names of a text that are parted by commas, words or dashes."""
    for part in _BETWEEN.split(text):
        sides = re.split(r"[–-]", part)  # Anh Tú-Thu An are two, Jean-Luc Picard is one
        yield from sides if all(" " in side.strip() for side in sides) else [part]


def is_person(name: str) -> bool:
    """Whether a text can be one person's name, and is no office's or firm's."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or _UNNAMED.search(name):
        return False
    if agencies.is_agency(name) or agencies.is_office(name):
        return False
    if not any(map(str.isupper, name)):  # scripts without capitals, or an account's name
        return name.isalpha() and not name[0].islower() and len(name) <= _MOST_WORDS
    if name.isupper():
        return len(words) > 1 and max(map(len, words)) >= _WHOLE - 1
    return all(map(_is_part, words)) and (len(words) > 1 or len(name) >= _WHOLE)


def _is_part(word: str) -> bool:
    """Whether a word can be a part of a name: capitalised once, a particle, or a degree."""
    if word.casefold() in _PARTICLES or _CREDENTIAL.fullmatch(word.strip(",")):
        return True
    word = word.strip("().,\"“”'’")
    joined = "-" in word or _CAMEL_NAMES.search(word)
    return word[:1].isupper() and bool(joined or not _is_camel(word))


def _is_camel(word: str) -> bool:
    """Whether a word has capitals within it, as firms and accounts write them: `VCCorp`."""
    pairs = list(pairwise(word))
    if word.isupper():  # initials, or a surname in capitals
        return _INITIALS < len(word) < _WHOLE
    return word[:2].isupper() or any(a.islower() and b.isupper() for a, b in pairs)


def named(texts: Iterator[str]) -> tuple[str, ...]:
    """The people among what a page states to machines as its authors."""
    found: list[str] = []
    for text in texts:
        found += [name for name in people(_bare(_ADDRESS.sub(" ", text))) if name not in found]
    return tuple(found[:_MOST_PEOPLE])

"""Signatures: the datelines and credits of a report, whose names say who wrote it, and where.

"HÀ NỘI (Sputnik) - …", "(CLO) …", "VOV.VN - …" at the head of a paragraph and "- VNA",
"(TTXVN)", "Nguồn: TTXVN" at an end name nobody: they are what a stamp is on a letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping

from generator.assemble.choice import Found
from generator.assemble.readable import BARRIER, read_line
from generator.extract.agencies import is_agency
from generator.model import Article, Entity, EntityKind

_HEAD = 3
"""Paragraphs in which a dateline may stand: a summary and a caption come before it."""

_LONGEST_PLACE, _LONGEST_SIGN, _LONGEST_TAIL = 45, 40, 60
_BRACKET = re.compile(
    rf"[\s*_]*(?P<place>[^()\n]{{0,{_LONGEST_PLACE}}}?)"
    rf"\((?P<sign>[^()\n]{{2,{_LONGEST_SIGN}}})\)[\s*_]*(?P<dash>[-–—:])?"
)
_PLAIN = re.compile(rf"[\s*_]*(?P<sign>[^\n()]{{2,{_LONGEST_SIGN}}}?)[*_]* [-–—] ")
_SITE = re.compile(r"(?:\.(?:vn|com|net|org))+(?![\w.])", re.IGNORECASE)
_BEFORE_SLASH = r"(?:[^()/\n]{1,30}/ ?)?"
_CREDIT = re.compile(
    r"(?:(?<![^\s.!?”\"])[-–—] ?"
    r"|(?<![^\n])[ *_]*\(? *(?:theo|nguồn|source|sources|according to) *:? +"
    + _BEFORE_SLASH
    + r"|\( *(?:(?:theo|nguồn|source|ảnh|photo) *:? *)?"
    + _BEFORE_SLASH
    + r"|(?:ảnh|photo) *: *"
    + _BEFORE_SLASH
    + ")$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:\.\w{2,3})?(?:[/–-] ?[\w+ ]{2,30})?[\s).*_]*$")


def signers(records: Mapping[str, Entity]) -> frozenset[str]:
    """Ids of the records that sign reports: outlets, what they belong to, known agencies."""
    outlets = [record for record in records.values() if record.kind is EntityKind.OUTLET]
    parents = {record.parent for record in outlets}
    bodies = [record for record in records.values() if record.kind is EntityKind.ORGANISATION]
    agencies = {
        record.id
        for record in bodies
        if record.id in parents
        or any(map(is_agency, (record.name.vi, record.name.en, *record.abbreviations)))
    }
    return frozenset(record.id for record in outlets) | agencies


def without(
    named: Iterable[Found], plain: str, original: Article, signing: Collection[str]
) -> list[Found]:
    """Names but for those in datelines and credits.

    Args:
        named: What was found.
        plain: The text as read.
        original: The article, with its dateline as printed, its outlet and its agency.
        signing: Ids that `signers` gave.
    """
    every = list(named)
    own = {original.source.outlet, original.source.agency}
    signed = {
        name.start: name
        for name in every
        if any(owner in signing or owner in own for owner in name.owners)
    }
    dateline = read_line(original.dateline)
    if not signed and not dateline:
        return every
    heads = _datelines(plain, signed, dateline)
    starts = sorted(heads)
    return [
        name
        for name in every
        if name.end > heads.get(starts[bisect_right(starts, name.start) - 1] if starts else 0, 0)
        and not (name.start in signed and _is_credit(plain, name))
    ]


def _datelines(plain: str, signed: Mapping[int, Found], dateline: str) -> dict[int, int]:
    """Where paragraphs start that begin with a dateline → where it ends."""
    spans: dict[int, int] = {}
    position, seen = 0, 0
    while position < len(plain) and (seen < _HEAD or signed):
        end = plain.find(BARRIER, position)
        end = len(plain) if end < 0 else end
        if plain[position:end].strip():
            seen += 1
            spans[position] = _dateline(plain, position, end, signed, dateline * (seen <= _HEAD))
        position = end + 1
    return spans


def _dateline(plain: str, start: int, end: int, signed: Mapping[int, Found], dateline: str) -> int:
    """Where the dateline ends that a paragraph begins with; 0 if it begins with none."""
    first = end - len(plain[start:end].lstrip(" *_"))
    if dateline and plain.startswith(dateline, first):
        return first + len(dateline)
    match = _BRACKET.match(plain, start, end)
    if match and (match["dash"] or not match["place"].strip(" *_")):
        begin, stop = match.span("sign")
        is_stated = bool(dateline) and dateline.endswith(f"({match['sign'].strip()})")
        if is_stated or any(map(signed.__contains__, range(begin, stop))):
            return match.end()
    match = _PLAIN.match(plain, start, end)
    name = signed.get(match.start("sign")) if match else None
    if match and name:
        rest = plain[name.end : match.end("sign")]
        if not rest or _SITE.fullmatch(rest):
            return match.end()
    return 0


def _is_credit(plain: str, name: Found) -> bool:
    """Whether a name is a credit that ends its paragraph."""
    limit = name.end + _LONGEST_TAIL
    end = plain.find(BARRIER, name.end, limit)
    end = min(limit, len(plain)) if end < 0 else end
    start = max(name.start - _LONGEST_SIGN - _LONGEST_TAIL, 0)
    start = max(start, plain.rfind(BARRIER, start, name.start) + 1)
    return bool(
        _TAIL.match(plain, name.end, end)
        and (end == len(plain) or plain[end] == BARRIER)
        and _CREDIT.search(plain, start, name.start)
    )

"""Signatures: the datelines and credits of a report, whose names say who wrote it, and where.

"HÀ NỘI (Sputnik) - …", "(CLO) …", "VOV.VN - …" at the head of a paragraph and "- VNA",
"(TTXVN)", "Nguồn: TTXVN" at an end name nobody: they are what a stamp is on a letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from generator.assemble.names import Found
from generator.assemble.readable import BARRIER, read_line
from generator.model import Article, Entity, EntityKind

_HEAD = 3
"""Paragraphs in which a dateline may stand: a summary and a caption come before it."""

_LONGEST_PLACE, _LONGEST_SIGN = 45, 40
_BRACKET = re.compile(
    rf"[\s*_]*(?P<place>[^()\n]{{0,{_LONGEST_PLACE}}}?)"
    rf"\((?P<sign>[^()\n]{{2,{_LONGEST_SIGN}}})\)[\s*_]*(?P<dash>[-–—:])?"
)
_PLAIN = re.compile(rf"[\s*_]*(?P<sign>[^\n()]{{2,{_LONGEST_SIGN}}}?)[*_]* [-–—] ")
_SITE = re.compile(r"(?:\.(?:vn|com|net|org))+(?![\w.])", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:^|(?<=[\s(.!?”\"]))(?:[-–—] *|\( *(?:theo|nguồn:?|ảnh:?|source:?)? *|"
    r"(?:theo|nguồn|source|sources|ảnh|photo|according to):? +)[\w ./+&-]{0,40}$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:\.\w{2,3})?(?:[/,–-] ?[\w+ ]{2,30})?[\s).*_]*$")


def signers(records: Mapping[str, Entity]) -> frozenset[str]:
    """Ids of the records that sign reports: outlets, and what they belong to (an agency)."""
    outlets = [record for record in records.values() if record.kind is EntityKind.OUTLET]
    ids = {record.id for record in outlets}
    ids |= {
        record.parent
        for record in outlets
        if record.parent in records
        and records[record.parent].kind is EntityKind.ORGANISATION
    }
    return frozenset(ids)


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
    own = {*signing, original.source.outlet, original.source.agency}
    heads = _datelines(plain, every, original, own)
    return [
        name
        for name in every
        if not any(start <= name.start and name.end <= end for start, end in heads)
        and not (own.intersection(name.owners) and _is_credit(plain, name))
    ]


def _datelines(
    plain: str, named: Iterable[Found], original: Article, own: Collection[str]
) -> list[tuple[int, int]]:
    """Where the datelines stand."""
    signed = {name.start: name for name in named if not own.isdisjoint(name.owners)}
    dateline = read_line(original.dateline)
    sign = dateline.rpartition("(")[2].rstrip(") ")
    spans = []
    position, seen = 0, 0
    while position < len(plain) and seen < _HEAD:
        end = plain.find(BARRIER, position)
        end = len(plain) if end < 0 else end
        if plain[position:end].strip():
            seen += 1
            span = _dateline(plain, position, end, dateline, sign, signed)
            if span:
                spans.append((position, span))
        position = end + 1
    return spans


def _dateline(
    plain: str, start: int, end: int, dateline: str, sign: str, signed: Mapping[int, Found]
) -> int:
    """Where the dateline ends that a paragraph begins with; 0 if it begins with none."""
    first = start + len(plain[start:end]) - len(plain[start:end].lstrip(" *_"))
    if dateline and plain.startswith(dateline, first):
        return first + len(dateline)
    match = _BRACKET.match(plain, start, end)
    if match and (match["dash"] or not match["place"].strip(" *_")):
        inside = [p for p in signed if match.start("sign") <= p < match.end("sign")]
        if inside or (sign and match["sign"].strip() == sign):
            return match.end()
    match = _PLAIN.match(plain, start, end)
    if match and match.start("sign") in signed:
        name = signed[match.start("sign")]
        rest = plain[name.end : match.end("sign")]
        if not rest or _SITE.fullmatch(rest):
            return match.end()
    return 0


def _is_credit(plain: str, name: Found) -> bool:
    """Whether a name is a credit that ends its paragraph."""
    start = plain.rfind(BARRIER, 0, name.start) + 1
    end = plain.find(BARRIER, name.end)
    end = len(plain) if end < 0 else end
    return bool(
        _TAIL.match(plain, name.end, end) and _CREDIT.search(plain[start : name.start])
    )

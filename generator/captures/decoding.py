"""From bytes to text: the code pages that Vietnamese news was written in.

In order, the first that fits wins:

1. a byte order mark (UTF-8, UTF-16, UTF-32);
2. UTF-16 without one, where there are NULs and the reading looks like text;
3. UTF-8, strictly; a character cut off at the very end, as in a scrape that broke off, is dropped;
4. in HTML, the declared code page, if it is one that browsers know;
5. windows-1258, if the result reads as Vietnamese;
6. windows-1252, if nearly all is ASCII and no sign stands between letters.

What 3 to 6 read must not be TCVN3 or VNI in disguise: those are named and refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from bs4.dammit import EncodingDetector

from generator.captures import legacy, plausible
from generator.vietnamese import nfc

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Code pages that a page may declare, as Python names them; Python's own codecs (`punycode`,
# `unicode_escape`) are not for pages. Source: WHATWG Encoding, "Names and labels".
_LISTED = (
    "utf-8 cp866 koi8-r koi8-u mac-roman mac-cyrillic gbk gb2312 gb18030 big5 big5hkscs euc_jp "
    "iso2022_jp shift_jis cp932 euc_kr cp949 tis-620"
)
_DECLARABLE = frozenset(_LISTED.split()).union(
    (f"cp{number}" for number in (874, *range(1250, 1259))),
    (f"iso8859-{number}" for number in (*range(2, 12), *range(13, 17))),
)
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
}

_LEGACY = (("TCVN3 (ABC)", legacy.from_tcvn3), ("VNI", legacy.from_vni))
_LIKELY = 0.7  # share of syllables above which a reading is Vietnamese; see `plausible`
_UNLIKELY = 0.5  # share below which it is not
_FEWEST = 4  # words from which a share means anything, where nothing else speaks for a reading
_USUAL = 0.95  # share of usual characters in a right reading of UTF-16
_NULS = 0.01  # share of NUL bytes up to which they are stray
_WESTERN = 0.15  # share of characters beyond ASCII up to which windows-1252 is believed
# A sign between letters (`pi¹tek`, which is Polish) comes of another code page.
_NOT_WESTERN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f]|[A-Za-z][\u00a1-\u00b6\u00b8-\u00bf\u00d7\u00f7][A-Za-z]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


class UnreadableTextError(ValueError):
    """The bytes are in no code page that is read.

    Attributes:
        encoding: Name of the legacy code page they are in; empty if not known.
    """

    def __init__(self, encoding: str = "") -> None:
        super().__init__(encoding or "unknown code page")
        self.encoding = encoding


def decode(data: bytes, *, html: bool) -> tuple[str, str]:
    """Find the code page of some bytes and read them by it.

    Args:
        data: All of a file.
        html: Whether it may declare its code page.

    Returns:
        The code page as Python names it, and the text, in whatever normal form it was.

    Raises:
        UnreadableTextError: No code page fits, or one that is not read.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, _strict(data[len(mark) :], name)
    if data.count(0) > _NULS * len(data):
        return _utf16(data)
    for name, text in _readings(data, html=html):
        _refuse_legacy(text)
        return name, text
    as_latin = data.decode("latin-1")
    _refuse_legacy(as_latin)
    raise UnreadableTextError


def _strict(data: bytes, name: str) -> str:
    """Decode, but for a character cut off at the very end."""
    try:
        return codecs.getincrementaldecoder(name)("strict").decode(data, final=False)
    except UnicodeDecodeError as error:
        raise UnreadableTextError from error


def _utf16(data: bytes) -> tuple[str, str]:
    """Read as UTF-16 without a mark, by the byte order that gives text."""
    readings = []
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = _strict(data, name)
        except UnreadableTextError:
            continue
        readings.append((plausible.usual(text), name, text))
    score, name, text = max(readings, default=(0.0, "", ""))
    if score < _USUAL:
        raise UnreadableTextError
    return name, text


def _readings(data: bytes, *, html: bool) -> Iterator[tuple[str, str]]:
    """The code page that fits best, if any, with the text it gives."""
    candidates = ["utf-8"]
    declared = EncodingDetector.find_declared_encoding(data, is_html=True) if html else None
    if declared and (name := _known(declared)):
        candidates.append(name)
    for name in candidates:
        try:
            yield name, _strict(data, name)
        except UnreadableTextError:
            continue
        return
    yield from _guess(data)


def _known(declared: str) -> str:
    """A declared code page as Python names it; empty for one that browsers do not know."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):  # ValueError: a name with a NUL in it
        return ""
    name = _AS_BROWSERS_DO.get(name, name)
    return name if name in _DECLARABLE else ""


def _guess(data: bytes) -> Iterator[tuple[str, str]]:
    with suppress(UnreadableTextError):
        text = nfc(_strict(data, "cp1258"))
        share, _ = plausible.vietnamese(text)
        others = (plausible.vietnamese(data.decode("latin-1"), read)[0] for _, read in _LEGACY)
        if share >= max(_LIKELY, *others) and not _CONTROLS.search(text):
            yield "cp1258", text
            return
    with suppress(UnreadableTextError):
        text = _strict(data, "cp1252")
        beyond = sum(not character.isascii() for character in text)
        if beyond <= _WESTERN * len(text) and not _NOT_WESTERN.search(text):
            yield "cp1252", text


def _refuse_legacy(text: str) -> None:
    """Raise if a text is TCVN3 or VNI that was read as something else."""
    share, words = plausible.vietnamese(text)
    if words < _FEWEST or share >= _UNLIKELY:
        return
    scores = {name: plausible.vietnamese(text, read)[0] for name, read in _LEGACY}
    name = max(scores, key=lambda name: scores[name])
    if scores[name] >= _LIKELY:
        raise UnreadableTextError(name)

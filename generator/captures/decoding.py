"""From bytes to text: the code pages that news was written in, Vietnamese first.

What the bytes show wins over what is declared. In order, the first that fits:

1. a byte order mark (UTF-8, UTF-16, UTF-32);
2. UTF-16 without one, where there are NULs and the reading looks like text;
3. UTF-8, strictly; a character cut off at the very end, as in a scrape that broke off, is dropped;
4. windows-1258, TCVN3 or VNI, if the result reads as Vietnamese and nothing else does;
5. the code page that the transport states, then the one that a page declares, if browsers know it;
6. a code page of Latin letters by which the text has all its letters from one alphabet;
7. windows-1252, if nearly all is ASCII and no sign stands between letters;
8. what `charset_normalizer` is sure of, for text in other scripts.

TCVN3 and VNI are given as Latin-1 (`iso8859-1`) here; `mending` converts them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection
from typing import NamedTuple

from charset_normalizer import from_bytes

from generator.captures import alphabets, legacy, markup, plausible
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
_OTHER_SCRIPTS = ["cp1251", "koi8_r", "iso8859_5", "cp1253", "gb18030", "big5", "cp932", "cp949"]

# `<?xml … encoding="…"?>`, or `charset` in a `meta`, of either form. Source: HTML, 13.2.3.2
# "Determining the character encoding".
_DECLARED = re.compile(
    rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{1,40})"""
    rb"""|<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([^\s"'/>;]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 4_096  # bytes in which a page declares it, or else in its first twentieth

_USUAL = 0.95  # share of usual characters in a right reading of UTF-16
_NULS = 0.01  # share of NUL bytes up to which they are stray
_WESTERN = 0.15  # share of characters beyond ASCII up to which windows-1252 is believed
_SURE = 0.05  # share of mess (`chaos`) up to which a guess is believed
_EVIDENCE = 60  # bytes beyond ASCII from which a guess means anything
_SAMPLE = 50_000  # bytes that are guessed by
# A sign between letters (`pi¹tek`, which is Polish) comes of another code page.
_NOT_WESTERN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f]|[A-Za-z][\u00a1-\u00b6\u00b8-\u00bf\u00d7\u00f7][A-Za-z]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


class UnreadableTextError(ValueError):
    """The bytes are in no code page that is read.

    Attributes:
        nuls: How many NUL bytes are in the way; 0 if they are not the reason.
    """

    def __init__(self, nuls: int = 0) -> None:
        super().__init__("NUL bytes" if nuls else "unknown code page")
        self.nuls = nuls


class Decoded(NamedTuple):
    """Text with how it was read.

    Attributes:
        encoding: The code page, as Python names it.
        text: In whatever normal form it was.
        declared: The code page that was declared, in the words of who did, if it was another and
            would have given another text; else empty.
        cut: The last character was cut off.
    """

    encoding: str
    text: str
    declared: str = ""
    cut: bool = False


def decode(data: bytes, *, html: bool, charset: str = "") -> Decoded:
    """Find the code page of some bytes and read them by it.

    Args:
        data: All of a capture.
        html: Whether it may declare its code page.
        charset: The code page that the transport states; empty if it does not.

    Raises:
        UnreadableTextError: No code page fits.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(name, *_strict(data[len(mark) :], name))
    nuls = data.count(0)
    if nuls > _NULS * len(data):
        return _utf16(data, nuls)
    labels = [charset, _in_page(data)] if html else [charset]
    declared = {name: label for label in labels if (name := _known(label))}
    if (found := _try(data, "utf-8")) is None:
        found = _vietnamese(data, declared) or _first(data, declared) or _guess(data, html=html)
    if found is None:
        raise UnreadableTextError
    name, label = next(iter(declared.items()), (found.encoding, ""))
    wrong = name != found.encoding and not found.text.isascii()
    return found._replace(declared=label.strip() if wrong else "")


def _strict(data: bytes, name: str) -> tuple[str, str, bool]:
    """Decode, but for a character cut off at the very end: text, nothing, whether one was."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        text = decoder.decode(data, final=False)
    except UnicodeDecodeError as error:
        raise UnreadableTextError from error
    return text, "", bool(decoder.getstate()[0])


def _try(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(name, *_strict(data, name))
    except UnreadableTextError:
        return None


def _utf16(data: bytes, nuls: int) -> Decoded:
    """Read as UTF-16 without a mark, by the byte order that gives text."""
    readings = [found for name in ("utf-16-le", "utf-16-be") if (found := _try(data, name))]
    best = max(readings, key=lambda found: plausible.usual(found.text), default=None)
    if best is None or plausible.usual(best.text) < _USUAL:
        raise UnreadableTextError(nuls)
    return best


def _in_page(data: bytes) -> str:
    """The code page that a page declares, in its own words; empty if none."""
    match = _DECLARED.search(data, 0, max(_HEAD, len(data) // 20))
    return (match[1] or match[2]).decode("latin-1") if match else ""


def _known(declared: str) -> str:
    """A declared code page as Python names it; empty for one that browsers do not know."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):  # ValueError: a name with a NUL in it
        return ""
    name = _AS_BROWSERS_DO.get(name, name)
    return name if name in _DECLARABLE else ""


def _vietnamese(data: bytes, declared: Collection[str]) -> Decoded | None:
    """The Vietnamese reading that no other comes near to; as Latin-1 if it is a legacy font's."""
    latin = data.decode("latin-1")
    scores = {name: plausible.vietnamese(latin, read)[0] for name, read in legacy.READERS.items()}
    best = max(scores.values())
    windows = _try(data, "cp1258")
    if windows is not None and not _CONTROLS.search(windows.text):
        share, words = plausible.vietnamese(nfc(windows.text))
        enough = words >= legacy.FEWEST or (words and not declared)
        if enough and share >= max(legacy.LIKELY, best):
            return windows
    _, words = plausible.vietnamese(latin)
    if words >= legacy.FEWEST and best >= legacy.LIKELY:
        return Decoded("iso8859-1", latin)
    return None


def _first(data: bytes, names: Collection[str]) -> Decoded | None:
    return next((found for name in names if (found := _try(data, name))), None)


def _guess(data: bytes, *, html: bool) -> Decoded | None:
    latin = data.decode("latin-1")
    sample = (markup.text_of(latin, length=_SAMPLE) if html else latin[:_SAMPLE]).encode("latin-1")
    if (name := alphabets.guess(sample)) and (found := _try(data, name)):
        return found
    beyond = sum(byte > 0x7F for byte in sample)  # noqa: PLR2004  # ASCII ends there
    western = _try(data, "cp1252") if beyond <= _WESTERN * len(sample) else None
    if western is not None and not _NOT_WESTERN.search(western.text):
        return western
    if beyond < _EVIDENCE:
        return None
    match = from_bytes(sample, cp_isolation=_OTHER_SCRIPTS).best()
    if match is None or match.chaos > _SURE:
        return None
    return _try(data, codecs.lookup(match.encoding).name)

"""Making text of what was read right as bytes, but was written wrong before it came to us."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.captures import fonts, legacy, markup, mojibake
from generator.vietnamese import nfc

# What a page in TCVN3 or VNI has on every line, and hardly any other: signs within words, capitals
# after small letters, vowels in pairs that no language of the West has often; references to such,
# and the names of the fonts. The one class at the head of the pattern makes it several times as
# fast as its alternatives alone.
_SUSPECT = re.compile(
    "[\xa8-\xff](?:(?<=[a-zA-Z][\xa8-\xbe])|(?<=[\xa8-\xbe])(?=[a-zA-Z\xdf-\xfe])"
    "|(?<=[a-z][\xc0-\xde])|(?<=[aeouyAEOUYôöÔÖ][øûõùïâàåãáäêèúüéëØÛÕÙÏÂÀÅÃÁÄÊÈÚÜÉË])"
    "|(?<=[ñÑ])(?=[^a-zA-Z]|[aeiouö]))"
)
_REFERENCES = re.compile(
    r"&(?:#(?:1[6-9]|2[0-5])\d|[A-Za-z]{1,2}(?:grave|acute|circ|tilde|uml|ring|cedil|slash))\b"
)
_FONTS = (b".Vn", b"VNI-", b"VNI ")
_DELETED = bytes({*range(0x80)} - set(b" \t\r\n<>"))  # ASCII but for what stands between words
_ENOUGH = 4  # places; a word of either has one, and four words are asked for
_THIN = 5_000  # characters of a page for each of which there is at least one such place
# The first two letters of mojibake as references to characters: `&aacute;&raquo;`.
_REFERRED = re.compile(r"&(?:[aA](?:acute|tilde|circ|uml|ring)|AElig|#(?:19[4-8]|22[56]));&")


class Mended(NamedTuple):
    """A text with what was done to it.

    Attributes:
        text: NFC.
        encoding: `tcvn3` or `vni` if it was in those fonts, else empty.
        undone: How many letters were mojibake.
    """

    text: str
    encoding: str
    undone: int


def mend(text: str, *, html: bool) -> Mended:
    """Mend mojibake, then convert TCVN3 and VNI; each only where it is certain.

    Args:
        text: As decoded.
        html: Whether it has markup, which is left as it is.
    """
    data = text.encode("utf-8", "surrogatepass")
    text, undone = _restored(text, data, html=html)
    text = nfc(text)
    if not _suspect(text, data, html=html):
        return Mended(text, "", undone)
    if html:
        encoding, text = fonts.convert(text)
        return Mended(text, encoding, undone)
    encoding = legacy.recognise(text)
    return Mended(nfc(legacy.READERS[encoding](text)) if encoding else text, encoding, undone)


def _restored(text: str, data: bytes, *, html: bool) -> tuple[str, int]:
    undone = 0
    # The little of a page that is not ASCII is looked at first; what follows each other there may
    # do so only there.
    if mojibake.possible(data.translate(None, _DELETED).decode("utf-8", "replace")):
        text, undone = mojibake.undo(text)
    if html and not undone and _REFERRED.search(text):
        resolved, undone = mojibake.undo(markup.resolve(text))
        text = resolved if undone else text
    return text, undone


def _suspect(text: str, data: bytes, *, html: bool) -> bool:
    """Whether it is worth the time to look closer for TCVN3 and VNI."""
    # Letters and signs of Latin-1, which both are made of, by the first of their bytes.
    most = data.count(b"\xc3") + data.count(b"\xc2") - data.count(b"\xc2\xa0")
    references = len(_REFERENCES.findall(text)) if html else 0
    if html and most + references and any(name in data for name in _FONTS):
        return True
    enough = max(_ENOUGH, len(text) / _THIN)
    if most + references < enough:
        return False
    # Vietnamese in Unicode has such places too (`hoà`, `quê`), but more of its own letters.
    places = references + len(_SUSPECT.findall(text))
    return places >= enough and places > len(fonts.UNICODE.findall(text))

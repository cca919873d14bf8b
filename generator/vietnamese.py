"""Vietnamese text: comparing, folding and naming, for people who type it in many ways.

Everything here is pure and knows nothing of articles. `compare_key` keeps the length of its
input, so positions found in a key are positions in the text.
"""

from __future__ import annotations

import re
import unicodedata

from slugify import slugify

# Old and new style of placing the tone in oa, oe, uy: hoà = hòa, khoẻ = khỏe, thuý = thúy.
# Only where no consonant follows does the style differ, and never after q (quý).
# Source: Vietnamese Wikipedia, "Quy tắc đặt dấu thanh của chữ Quốc ngữ".
_MOVED = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize(
        "NFC", first + tone + second
    )
    for firsts, seconds in (("oO", "aAeE"), ("uU", "yY"))
    for first in firsts
    for second in seconds
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}
_TONED = "".join(sorted({pair[1] for pair in _MOVED}))
# Two classes first and the look back last: several times as fast as one alternative a pair.
_NEW_STYLE = re.compile(rf"[oOuU][{_TONED}](?<![qQ]..)(?![^\W\d_]|[\u0300-\u036f])")

SLUG_LENGTH = 80
"""Longest slug, in characters."""


def nfc(text: str) -> str:
    """Unicode normal form C: the one form in which the archive keeps text."""
    return unicodedata.normalize("NFC", text)


def compare_key(text: str) -> str:
    """A key under which two spellings of one text are equal; NFC in, same length out.

    `hoà`, `khoẻ`, `thuý` become `hòa`, `khỏe`, `thúy`. Case is kept: for names, case tells them
    from common words.
    """
    return _NEW_STYLE.sub(lambda match: _MOVED.get(match[0], match[0]), text)


def fold(text: str) -> str:
    """Lower case without any diacritics, đ as d: what a reader types without an input method."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def slug(text: str) -> str:
    """An ASCII name for a URL: lower case, hyphens, at most `SLUG_LENGTH` characters.

    Returns:
        The slug; empty if the text has no letter or digit of any script. A slug is never
        digits only, so that it cannot stand for a month or a day: it then starts with `so-`.
    """
    made = slugify(
        text.replace("đ", "d").replace("Đ", "D"),
        max_length=SLUG_LENGTH,
        word_boundary=True,
        save_order=True,
    )
    return f"so-{made}" if made.isdigit() else made


def anchor(text: str, separator: str) -> str:  # noqa: ARG001 - the signature is Python-Markdown's
    """The address of a heading within its page, in ASCII: `Quốc phòng` is `quoc-phong`."""
    return slug(text)

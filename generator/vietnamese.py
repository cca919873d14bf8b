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
_TONES = "̣̀́̃̉"
# A further mark after the tone belongs to another letter: the ặ of hoặc is a, dot, breve.
_NEW_STYLE = re.compile(rf"(?<![qQ])([oO])([aAeE])([{_TONES}])|(?<![qQ])([uU])([yY])([{_TONES}])")
_LETTER = re.compile("[^\\W\\d_]|[\u0300-\u036f]")

SLUG_LENGTH = 80
"""Longest slug, in characters."""


def nfc(text: str) -> str:
    """Unicode normal form C: the one form in which the archive keeps text."""
    return unicodedata.normalize("NFC", text)


def old_tone_style(text: str) -> str:
    """Write `hoà`, `khoẻ`, `thuý` as `hòa`, `khỏe`, `thúy`; NFC in, NFC out, same length."""
    if text.isascii():
        return text
    return "".join(_move_tone(part) for part in re.split(r"(\W+)", text))


def _move_tone(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    match = _NEW_STYLE.search(decomposed)
    if not match or _LETTER.match(decomposed, match.end()):
        return word
    first, second, tone = (part for part in match.groups() if part)
    moved = decomposed[: match.start()] + first + tone + second + decomposed[match.end() :]
    result = nfc(moved)
    return result if len(result) == len(word) else word


def compare_key(text: str) -> str:
    """A key under which two spellings of one text are equal; NFC in, same length out.

    Case is kept: for names, case tells them from common words.
    """
    return old_tone_style(text)


def fold(text: str) -> str:
    """Lower case without any diacritics, đ as d: what a reader types without an input method."""
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

"""TCVN3 and VNI: Vietnamese from before Unicode, in fonts that redrew Western letters.

Both live on as bytes and, more often, as characters: a page whose bytes were taken for
windows-1252 and saved as UTF-8 says `Bé Ngo¹i giao`. So both are tables of characters here, and
bytes are read as Latin-1 first. TCVN3 has no capitals with tones; its fonts whose names end in `H`
show small letters as capitals.

Source: TCVN 5712:1993, VN3 ("ABC" fonts), capitals with tones having fonts of their own; VNI
Software, "VNI Encoding for Windows". Both tables as in Unikey's `vnconv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from generator.captures import plausible
from generator.vietnamese import nfc

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300\u0309\u0303\u0301\u0323"
_TONES = (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)

# Vowel → its letters with grave, hook, tilde, acute and dot.
_TCVN3_VOWELS = {
    "a": "µ¶·¸¹",
    "ă": "»¼½¾Æ",
    "â": "ÇÈÉÊË",
    "e": "ÌÎÏÐÑ",
    "ê": "ÒÓÔÕÖ",
    "i": "×ØÜÝÞ",
    "o": "ßáâãä",
    "ô": "åæçèé",
    "ơ": "êëìíî",
    "u": "ïñòóô",
    "ư": "õö÷øù",
    "y": "úûüýþ",
}
_TCVN3_PLAIN = dict(zip("¨©ª«¬\u00ad®¡¢£¤¥¦§", "ăâêôơưđĂÂÊÔƠƯĐ", strict=True))
TCVN3 = {
    **_TCVN3_PLAIN,
    **{
        letter: nfc(vowel + tone)
        for vowel, letters in _TCVN3_VOWELS.items()
        for letter, tone in zip(letters, _TONES, strict=True)
    },
}
"""Character of TCVN3 read as Latin-1 → Vietnamese letter."""

# Marks that follow a, e, o (and u, y and the single letters ơ, ư, which take tones only).
_VNI_MARKS = {
    "aeouyôö": dict(zip("øûõùï", _TONES, strict=True)),
    "aeo": {"â": "\u0302"} | dict(zip("àåãáä", (f"\u0302{t}" for t in _TONES), strict=True)),
    "a": {"ê": "\u0306"} | dict(zip("èúüéë", (f"\u0306{t}" for t in _TONES), strict=True)),
}
_VNI_SINGLE = dict(zip("ñôöìæóíòî", "đơưìỉĩíịỵ", strict=True))


def _vni() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for bases, marks in _VNI_MARKS.items():
        for base in bases:
            for mark, tone in marks.items():
                table[base + mark] = nfc(_VNI_SINGLE.get(base, base) + tone)
    upper = {key.upper(): value.upper() for key, value in table.items()}
    titled = {key[0].upper() + key[1:]: value.upper() for key, value in table.items()}
    return titled | upper | table


VNI = _vni()
"""One or two characters of VNI read as Latin-1 → Vietnamese letter."""

_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_TCVN3_TABLE = str.maketrans(TCVN3)
# What stands alone is the sign that it is in every font: `© 2003`, `§ 12`; never a word, which
# `«` (ô) and `µ` (à) are.
_SIGNS = re.compile(r"(?<!\S)[\d©®·»§¶£¤¥¦.,:;()\-]+(?!\S)")

LIKELY = 0.7
"""Share of syllables above which a reading is Vietnamese; see `plausible`."""

FEWEST = 4
"""Words from which a share means anything, where nothing else speaks for a reading."""

_GAIN = 0.25  # by how much a reading must be better than the text as it is


def from_tcvn3(text: str) -> str:
    """Read as TCVN3 what was read as Latin-1."""
    parts: list[str] = []
    end = 0
    for match in _SIGNS.finditer(text):
        parts += (text[end : match.start()].translate(_TCVN3_TABLE), match[0])
        end = match.end()
    return "".join([*parts, text[end:].translate(_TCVN3_TABLE)])


def from_vni(text: str) -> str:
    """Read as VNI what was read as Latin-1."""
    return _VNI_PATTERN.sub(lambda match: VNI[match[0]], text)


READERS: Mapping[str, Callable[[str], str]] = {"tcvn3": from_tcvn3, "vni": from_vni}
"""Name of an encoding → how text that was read as Latin-1 is read by it."""


def recognise(text: str, *, fewest: int = FEWEST, among: Collection[str] = tuple(READERS)) -> str:
    """Which of the two a text is in, that was read as something else.

    Args:
        text: Without markup; its first 200,000 characters are looked at.
        fewest: Different words beyond ASCII from which there is an answer.
        among: Keys of `READERS` that may be the answer.

    Returns:
        A key of `READERS`; empty if the text is in neither, or too short to tell.
    """
    share, words = plausible.vietnamese(text)
    if words < max(1, fewest) or share > 1 - _GAIN:
        return ""
    scores = {name: plausible.vietnamese(text, READERS[name])[0] for name in among}
    name = max(scores, key=lambda name: scores[name])
    return name if scores[name] >= max(LIKELY, share + _GAIN) else ""

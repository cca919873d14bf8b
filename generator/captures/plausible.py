"""How much like text a text looks: the scores by which code pages are told apart.

A wrong code page still gives characters, but hardly ever syllables. Vietnamese syllables are few
(about 2,500 without their tones), so the share of words that are one tells the right reading from
all others: right readings of news score 0.9 and more, wrong ones below 0.3.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

# Signs of Latin-1 between letters belong to the word, and so do those at either end that are no
# punctuation: in a wrong reading they stand for letters.
_SIGNS = "[\u00a1-\u00aa\u00ac-\u00ae\u00b5-\u00ba\u00bc-\u00be]*"
_WORD = re.compile(rf"{_SIGNS}[^\W\d_]+(?:[\u00a1-\u00bf]+[^\W\d_]+)*{_SIGNS}")
_ASCII = re.compile(r"[A-Za-z]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Onset, medial and nucleus, coda, after tones are taken off; generous where teaching books differ.
# Source: Đoàn Thiện Thuật, "Ngữ âm tiếng Việt", Hà Nội 1977, tables of initials and rhymes.
_SYLLABLE = re.compile(
    unicodedata.normalize(
        "NFC",
        r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
        r"(?:oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu|uya|uyê|uyu|uao|uai|uay|ueo"
        r"|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|yê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uă|uê|ui|uô|uơ|ươ|ưa|ưi|ưu"
        r"|ue|uy|[aăâeêioôơuưy])"
        r"(?:ng|nh|ch|[cmnpt])?",
    )
)
_SAMPLE = 200_000  # characters looked at; news pages have 2,000-100,000
# Latin with all its extensions, Greek, Cyrillic, general punctuation, currency, letterlike, arrows.
_USUAL = re.compile(r"[\t\n\r\x20-\x7e\xa0-\u052f\u1e00-\u1fff\u2010-\u203f\u20a0-\u21ff\ufeff]")


def vietnamese(text: str, read: Callable[[str], str] = str) -> tuple[float, int]:
    """Share of the words with letters of ASCII and beyond that are Vietnamese syllables.

    Words without a letter of ASCII say little: signs, and words of other scripts.

    Args:
        text: In any normal form; its first 200,000 characters are looked at.
        read: How to read a word before it is judged, such as from a legacy font.

    Returns:
        The share, 0-1, and the number of different such words; 0 and 0 if there is none.
    """
    beyond = " ".join(word for word in text[:_SAMPLE].split() if not word.isascii())
    words = Counter(
        word for word in _WORD.findall(beyond) if not word.isascii() and _ASCII.search(word)
    )
    right = sum(number for word, number in words.items() if is_syllable(read(word)))
    return (right / words.total(), len(words)) if words else (0.0, 0)


def is_syllable(word: str) -> bool:
    """Whether a word is built like a Vietnamese syllable with at most one tone."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = "".join(c for c in decomposed if c not in _TONES)
    return len(decomposed) - len(bare) <= 1 and bool(
        _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare))
    )


def usual(text: str) -> float:
    """Share of the characters that texts in European alphabets have; 0-1."""
    sample = text[:_SAMPLE]
    return len(_USUAL.findall(sample)) / len(sample) if sample else 0.0

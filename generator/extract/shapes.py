"""What the form of a line says: sentence, title, script, and when two lines are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from generator.vietnamese import compare_key

PROSE_WORDS = 8
"""From this length a line that ends like a sentence is a paragraph of a story."""

LONG_WORDS = 32
"""A longer line is a paragraph even without a full stop; headlines of the outlets that we know
have at most 31 syllables."""

_NAME_WORDS = 2
"""Shortest name: a family name and a given name."""

_CLOSING = " \t\"'”’»)]*_"
_STOPS = ".:;。：；។།"
_ENDS = tuple(_STOPS + "!?…！？।؟")
_FINAL = tuple(_STOPS)
_ABBREVIATION = re.compile(r"(?:^|[\s.(])(?:[^\W\d_]|TP|TS|PGS|GS|ThS|St|Inc|Corp|Ltd|Co|vs)\.$")
_INNER_STOP = re.compile(r"[.!?…][\"'”’»)]*\s+[\"'“‘«(]*[^\W\d_a-z]|[。！？].")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, kana and Han: written without spaces between words."""

_LETTERS_OF_WORD = 3
"""About how many letters make a word in such scripts."""

_TONED = re.compile(r"[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")


def line_key(text: str) -> str:
    """A key under which two printings of one line are equal: case, tone placement, end stop."""
    if not text.isascii() and _TONED.search(text):  # only there the two styles differ
        text = compare_key(text)
    return text.casefold().strip(" .,:;…\"'“”‘’«»>|•–—-")


def phrase_key(text: str) -> str:
    """As `line_key`, for the phrases of profiles."""
    return " ".join(line_key(text).split())


def count_words(text: str) -> int:
    """Number of words (syllables in Vietnamese): runs that spaces part.

    In scripts without spaces it is estimated from the number of letters.
    """
    spaced = len(text.split())
    if text.isascii():
        return spaced
    return spaced + len(_UNSPACED.findall(text)) // _LETTERS_OF_WORD


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or the opening of a list does: `. : ; ! ? …`."""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def ends_with_stop(text: str) -> bool:
    """Whether a line ends in a full stop, colon or semicolon; an abbreviation's dot is none."""
    return text.rstrip(_CLOSING).endswith(_FINAL) and not is_abbreviated(text)


def is_abbreviated(text: str) -> bool:
    """Whether the dot at the end of a text is that of an abbreviation: `TP.`, `U.S.`."""
    return bool(_ABBREVIATION.search(text.rstrip(_CLOSING)))


def form(text: str) -> tuple[int, bool, bool]:
    """What a line's form says: its number of words, and what `is_prose` and `is_title` say."""
    words = count_words(text)
    if words >= LONG_WORDS:
        return words, True, False
    stop = ends_with_stop(text)
    two = not stop and words >= PROSE_WORDS and ends_sentence(text)
    prose = words >= PROSE_WORDS and (stop or (two and bool(_INNER_STOP.search(text))))
    return words, prose, not stop and _can_be_read(text)


def is_prose(text: str) -> bool:
    """Whether a line reads like a paragraph of a story.

    A full stop (or `:`, `;`) after `PROSE_WORDS` words, two sentences, or sheer length. A
    question alone may as well be a headline.
    """
    return form(text)[1]


def is_title(text: str) -> bool:
    """Whether a line could be a title: not too long, no full stop, and something to read."""
    return form(text)[2]


def _can_be_read(text: str) -> bool:
    return text[:1].isalpha() or any(c.isalpha() or unicodedata.category(c) == "So" for c in text)


def has_letter(text: str) -> bool:
    """Whether a text has any letter."""
    return text[:1].isalpha() or any(map(str.isalpha, text))


def is_foreign(text: str) -> bool:
    """Whether most letters are Cyrillic or East Asian: no line of a Vietnamese or English story."""
    if text.isascii():
        return False
    foreign = len(_CYRILLIC.findall(text)) + len(_CJK.findall(text))
    return foreign > 0 and foreign > len(_LATIN.findall(text))


def is_name(text: str, *, most: int = 6) -> bool:
    """Whether a line is made of two to `most` capitalised words only, as a name is."""
    words = [word for word in text.split() if word not in {"-", "–", "/", "&"}]
    return _NAME_WORDS <= len(words) <= most and all(
        word[0].isupper() and (not word[1:] or _is_small(word[1:])) for word in words
    )


def _is_small(text: str) -> bool:
    return text.islower() and text.replace("-", "").isalpha()


def sentences(text: str) -> int:
    """About how many sentences a line has; at least one."""
    return 1 + len(_INNER_STOP.findall(text))


def indexes(flags: Sequence[bool]) -> list[int]:
    """Where the flags are set."""
    return [i for i, flag in enumerate(flags) if flag]

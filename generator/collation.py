"""The order of Vietnamese names: that of dictionaries, as CLDR tailors it for `vi`.

A letter's mark makes another letter (a ă â, d đ, e ê, o ô ơ, u ư); a tone does not, and counts
only where all letters are equal: no tone, then huyền, hỏi, ngã, sắc, nặng (à ả ã á ạ); case counts
last. Other marks (ü, ç) count as tones do, after them; æ is ae. Spaces stand before punctuation,
that before digits, those before letters, and other scripts come last, by code point.

Source:
    CLDR 42, common/collation/vi.xml; order of punctuation after its root collation. ICU itself
    has no wheels for Python; `tests/vietnamese_order.txt` holds this to its order.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from generator.vietnamese import compare_key, fold, nfc

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Letters in the order of Vietnamese dictionaries, with those of other names."""

OTHER = "#"
"""The heading of names that begin with none of them."""

Key = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]
"""Letters, then marks, then case, then what is left: equal for one name in two spellings only."""

_PUNCTUATION = " _-\u2010\u2012–—―,;:!¡?¿.·'‘’\"“”«»()[]{}§@*/\\&#%†•′″`^°©®+±÷×<=>|~−$£€"
_DIGITS = len(_PUNCTUATION)
_LETTERS = _DIGITS + 10
_PLACES = {character: place for place, character in enumerate(_PUNCTUATION)}
_PLACES |= {letter: _LETTERS + place for place, letter in enumerate(ALPHABET.replace("i", "iı"))}
_FOREIGN = _LETTERS + len(ALPHABET) + 1

_TONES = "\u0300\u0309\u0303\u0301\u0323"
# The marks that make letters stand here for what is no letter of theirs: ĭ, ŵ.
_MARKS = {
    mark: place
    for place, mark in enumerate(
        f"{_TONES}\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0338\u0327\u0328\u0304\u031b", start=1
    )
}
_LETTER_MARKS = "\u0306\u0302\u031b"
_STRUCK = {"ø": "o", "ł": "l", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss"}


@lru_cache(maxsize=1 << 14)  # the names of an archive's records are compared for many lists
def sort_key(text: str) -> Key:
    """A key by which texts stand in Vietnamese order.

    Both normal forms of a text, and both styles of placing the tone in `hoà`, have one key; all
    other texts have keys of their own.
    """
    text = compare_key(nfc(text))
    letters: list[int] = []
    marks: list[int] = []
    cases: list[int] = []
    for character in unicodedata.normalize("NFKC", text):
        lower = character.lower()
        for place, of_letter in _weights(lower):
            if place is not None:
                letters.append(place)
                marks.append(0)
                cases.append(int(lower != character))
            marks += of_letter
    return tuple(letters), tuple(marks), tuple(cases), text


def english_key(text: str) -> tuple[Key, Key]:
    """The same for readers of English, to whom ă and â are a, and đ is d, as far as they differ."""
    return sort_key(fold(text)), sort_key(text)


def letter(text: str) -> str:
    """The letter of `ALPHABET` under which a name stands, upper case; `OTHER` if none."""
    for character in unicodedata.normalize("NFKC", nfc(text))[:1]:
        for base, _ in _elements(character.lower()):
            if base and base in ALPHABET:
                return base.upper()
    return OTHER


@lru_cache(maxsize=1 << 12)
def _weights(character: str) -> tuple[tuple[int | None, tuple[int, ...]], ...]:
    """A lower-case character as the places of its letters, each with its marks."""
    return tuple(
        (_place(letter) if letter else None, tuple(marks)) for letter, marks in _elements(character)
    )


def _elements(character: str) -> list[tuple[str, list[int]]]:
    """A lower-case character as letters, each with its marks: `ế` is ê with sắc."""
    if character.isascii():
        return [(character, [])]
    if character in _STRUCK:
        letters = _STRUCK[character]
        return [(letters[0], [len(_MARKS) + 1]), *((one, []) for one in letters[1:])]
    apart = unicodedata.normalize("NFD", character)
    base, above = apart[0], list(apart[1:])
    if unicodedata.combining(base):
        return [("", [_MARKS.get(base, len(_MARKS) + 2)])]
    for mark in above:
        made = nfc(base + mark)
        if mark in _LETTER_MARKS and made in ALPHABET:
            base = made
            above.remove(mark)
            break
    return [(base, [_MARKS.get(mark, len(_MARKS) + 2) for mark in above])]


def _place(character: str) -> int:
    """Where a character stands among all: its primary weight."""
    if character in _PLACES:
        return _PLACES[character]
    digit = unicodedata.digit(character, None)
    return _FOREIGN + ord(character) if digit is None else _DIGITS + digit

"""The vocabulary: words of the index for the speller, where one edit of a word leads.

A word stands under its first two letters, its last two, and its first and last. Whatever one
edit does to a word, it leaves one of the three as it is, so that three small files hold
all words at one edit from another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.press.search import keys

SHORTEST, LONGEST = 2, 24
"""Letters of a word that the speller knows."""

_WORDS = 700
"""About how many words a file of the vocabulary has."""


def bits(count: int) -> int:
    """How many bits say the file of a word, for so many words."""
    return max(0, (3 * count // _WORDS).bit_length())


def anchors(word: str) -> tuple[str, ...]:
    """What a word is found by: each begins with what it is."""
    return (f"^{word[:2]}", f"${word[-2:]}", f"*{word[0]}{word[-1]}")


def bucket(anchor: str, bucket_bits: int) -> int:
    """The number of the file that an anchor leads to."""
    return keys.lanes(anchor)[0] >> (32 - bucket_bits) if bucket_bits else 0


def is_word(key: str) -> bool:
    """Whether the speller should know a key: letters, and of a word's length."""
    return SHORTEST <= len(key) <= LONGEST and key.isalpha()


def files(words: Mapping[str, tuple[str, int]]) -> Iterator[tuple[int, str]]:
    """Every file of the vocabulary by its number.

    Args:
        words: Key → how it is mostly spelled, and in how many documents it is.

    Yields:
        Number, and lines of key, spelling (empty where it is the key) and how common the word
        is: the number of bits of its number of documents, which seldom changes.
    """
    width = bits(len(words))
    lines: dict[int, list[str]] = defaultdict(list)
    for key in sorted(words):
        spelling, count = words[key]
        shown = "" if spelling == key else spelling
        line = f"{key} {shown} {count.bit_length()}"
        for number in sorted({bucket(anchor, width) for anchor in anchors(key)}):
            lines[number].append(line)
    for number in sorted(lines):
        yield number, "\n".join(lines[number])

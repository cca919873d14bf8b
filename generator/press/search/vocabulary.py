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


def buckets(key: str, bucket_bits: int) -> list[int]:
    """The numbers of all files that a word stands in."""
    return sorted({bucket(anchor, bucket_bits) for anchor in anchors(key)})


def is_word(key: str) -> bool:
    """Whether the speller should know a key: letters, and of a word's length."""
    return SHORTEST <= len(key) <= LONGEST and key.isalpha()


def words(often: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[str, int]]:
    """Key → its commonest spelling, and how often it stands in any.

    Args:
        often: Key → spelling → how often it stands.
    """
    return {key: word(spellings) for key, spellings in often.items()}


def word(spellings: Mapping[str, int]) -> tuple[str, int]:
    """The same for one key."""
    best = min(spellings, key=lambda one: (-spellings[one], one))
    return best, sum(spellings.values())


def line(key: str, spelling: str, count: int) -> str:
    """A word as a file has it: key, spelling (empty where it is the key), how common it is.

    How common is the number of bits of the count, which seldom changes.
    """
    return f"{key} {'' if spelling == key else spelling} {count.bit_length()}"


def files(words: Mapping[str, tuple[str, int]]) -> Iterator[tuple[int, str]]:
    """Every file of the vocabulary by its number.

    Args:
        words: Of `words`.

    Yields:
        Number, and a `line` for each word, in order of keys.
    """
    width = bits(len(words))
    lines: dict[int, list[str]] = defaultdict(list)
    for key in sorted(words):
        made = line(key, *words[key])
        for number in buckets(key, width):
            lines[number].append(made)
    for number in sorted(lines):
        yield number, "\n".join(lines[number])

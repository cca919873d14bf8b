"""The lexicon: every word of an index once, as a number, with what search needs of it.

What stands between two spaces is cut into tokens and read when it is first met, with its
punctuation; all later ones cost a look-up.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from generator import vietnamese
from generator.press.search import days, keys, words

BARRIER = -1
"""Stands where text ends: words to both sides are no neighbours."""

_SPECIAL = -2
_BETWEEN = "\0"
"""Stands between two texts; a text that has it by itself ends there."""


class Lexicon(dict[str, int]):
    """What stands between spaces → the number of its word, or, if it is not one, one below 0.

    Attributes:
        texts: Key of each number.
        tokens: The token of each number, as it was written; empty for what is no word.
        groups: Keys that stand together in whatever document has one of them, by any name.
    """

    def __init__(self) -> None:
        super().__init__({_BETWEEN: BARRIER})
        self.texts: list[str] = []
        self.tokens: list[str] = []
        self.groups: dict[tuple[str, str], int] = {}
        self._members, self._ends = array("i"), array("q", [0])
        self._codes = array("B")
        self._lanes = keys.lanes_of(())
        self._specials: list[tuple[tuple[int, ...], tuple[int, ...], bool]] = []
        self._keys: dict[tuple[str, int, str], int] = {}

    def __missing__(self, text: str) -> int:
        """Read what was not met before."""
        numbers: list[int] = []
        extra: list[int] = []
        month = False
        for token in words.cut(text):
            for one in words.read(token):
                numbers.append(self._number(one.key, one.code, words.spelling(token)))
                extra += [self.key(key) for key in one.extra]
            month |= token in days.MONTHS
        if len(numbers) == 1 and not extra and not month:
            made = numbers[0]
        else:
            made = _SPECIAL - len(self._specials)
            self._specials.append((tuple(numbers), tuple(extra), month))
        self[text] = made
        return made

    def key(self, text: str) -> int:
        """The number of a key that is no word: a date, a facet's value."""
        return self._number(text, 0, "")

    def group(self, name: tuple[str, str], texts: Iterable[str]) -> int:
        """The number of a new group of keys that are no words."""
        made = self.groups[name] = len(self.groups)
        self._members.extend(self.key(text) for text in texts)
        self._ends.append(len(self._members))
        return made

    def size(self, group: int) -> int:
        """How many keys a group has."""
        return self._ends[group + 1] - self._ends[group]

    def members(self, groups: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Numbers of the keys of some groups, and how many each has."""
        ends = np.array(self._ends, np.int64)
        sizes = (ends[1:] - ends[:-1])[groups]
        behind = np.cumsum(sizes)
        total = int(behind[-1]) if len(groups) else 0
        places = np.arange(total) + np.repeat(ends[groups] - behind + sizes, sizes)
        return np.array(self._members, np.int32)[places], sizes

    def _number(self, key: str, code: int, token: str) -> int:
        known = self._keys.get((key, code, token))
        if known is None:
            known = self._keys[key, code, token] = len(self.texts)
            self.texts.append(key)
            self.tokens.append(token)
            self._codes.append(code)
        return known

    def sequence(self, texts: Sequence[str]) -> tuple[list[int], list[int]]:
        """The numbers of some texts' words in order, and those that they answer to besides.

        No form of letters goes over a space, so that each piece is looked up as it stands.
        """
        numbers = list(map(self.__getitem__, f" {_BETWEEN} ".join(texts).split()))
        if numbers and min(numbers) <= _SPECIAL:
            return self._expanded(numbers, texts)
        return numbers, []

    def _expanded(
        self, numbers: Sequence[int], texts: Sequence[str]
    ) -> tuple[list[int], list[int]]:
        made: list[int] = []
        extra: list[int] = []
        dated = False
        for number in numbers:
            if number <= _SPECIAL:
                several, more, month = self._specials[_SPECIAL - number]
                made += several
                extra += more
                dated |= month
            else:
                made.append(number)
        if dated:
            extra += [self.key(key) for text in texts for key in _dates(text)]
        return made, extra

    def lanes(self) -> tuple[keys.Lanes, keys.Lanes]:
        """Both lanes of all numbers."""
        known = self._lanes
        if len(known[0]) < len(self.texts):
            fresh = keys.lanes_of(self.texts[len(known[0]) :])
            self._lanes = np.append(known[0], fresh[0]), np.append(known[1], fresh[1])
        return self._lanes

    def codes(self) -> NDArray[np.uint64]:
        """Codes of all numbers."""
        return np.array(self._codes, np.uint64)


def _dates(text: str) -> Iterator[str]:
    """Keys of all dates that a text spells out."""
    plain = vietnamese.nfc(text).lower()
    if any(month in plain for month in days.MONTHS):
        for span in days.find(words.cut(plain)):
            yield from span.keys


def runs(text: str) -> Sequence[str]:
    """What a name is asked for by, as keys: its beginnings, its ends and each word by itself.

    `bui thanh`, `thanh son` and `thanh` of `Bùi Thanh Sơn`, and the whole of it.
    """
    parts = [reading.key for token in words.cut(text) for reading in words.read(token)]
    beginnings = [" ".join(parts[:end]) for end in range(1, len(parts) + 1)]
    ends = [" ".join(parts[start:]) for start in range(len(parts))]
    return list(dict.fromkeys((*beginnings, *ends, *parts)))

"""The lexicon: every token of an index once, as a number, with what search needs of it.

A token is read when it is first met; all later ones cost a look-up.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.press.search import days, keys, words

BARRIER = -1
"""Stands where text ends: words to both sides are no neighbours."""

_SPECIAL = -2


class Lexicon(dict[str, int]):
    """Token → its number, or, for one that is several keys, a negative number of its own.

    Attributes:
        texts: Key of each number.
        tokens: A token of each number, as a reader would type it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tokens: list[str] = []
        self.months: set[int] = set()
        self._ones, self._twos, self._codes = array("I"), array("I"), array("B")
        self._specials: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        self._keys: dict[tuple[str, int], int] = {}

    def __missing__(self, token: str) -> int:
        """Read a token that was not met before."""
        readings = words.read(token)
        numbers = tuple(self._number(one.key, one.code, token) for one in readings)
        extra = tuple(self.key(key) for one in readings for key in one.extra)
        if len(numbers) == 1 and not extra:
            made = numbers[0]
            if token in days.MONTHS:
                self.months.add(made)
        else:
            self._specials.append((numbers, extra))
            made = _SPECIAL - len(self._specials) + 1
        self[token] = made
        return made

    def key(self, text: str) -> int:
        """The number of a key that is no word: a date, a facet's value."""
        return self._number(text, 0, "")

    def _number(self, key: str, code: int, token: str) -> int:
        known = self._keys.get((key, code))
        if known is None:
            known = self._keys[key, code] = len(self.texts)
            one, two = keys.lanes(key)
            self.texts.append(key)
            self.tokens.append(token)
            self._ones.append(one)
            self._twos.append(two)
            self._codes.append(code)
        return known

    def sequence(self, text: str) -> tuple[list[int], list[int]]:
        """The numbers of a text's tokens in order, and those that it answers to besides."""
        tokens = words.cut(text)
        numbers = [self[token] for token in tokens]
        extra: list[int] = []
        if not self.months.isdisjoint(numbers):
            spans = days.find(tokens)
            extra += [self.key(key) for span in spans for key in span.keys]
        if numbers and min(numbers) <= _SPECIAL:
            numbers, more = self._expanded(numbers)
            extra += more
        return numbers, extra

    def _expanded(self, numbers: Iterable[int]) -> tuple[list[int], list[int]]:
        made: list[int] = []
        extra: list[int] = []
        for number in numbers:
            if number <= _SPECIAL:
                several, more = self._specials[_SPECIAL - number]
                made += several
                extra += more
            else:
                made.append(number)
        return made, extra

    def lanes(self) -> tuple[keys.Lanes, keys.Lanes]:
        """Both lanes of all numbers."""
        return np.array(self._ones, np.uint32), np.array(self._twos, np.uint32)

    def codes(self) -> NDArray[np.uint64]:
        """Codes of all numbers."""
        return np.array(self._codes, np.uint64)


def runs(text: str) -> Sequence[str]:
    """What a name is asked for by, as keys: its beginnings, its ends and each word by itself.

    `bui thanh`, `thanh son` and `thanh` of `Bùi Thanh Sơn`, and the whole of it.
    """
    parts = [reading.key for token in words.cut(text) for reading in words.read(token)]
    beginnings = [" ".join(parts[:end]) for end in range(1, len(parts) + 1)]
    ends = [" ".join(parts[start:]) for start in range(len(parts))]
    return list(dict.fromkeys((*beginnings, *ends, *parts)))

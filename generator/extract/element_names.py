"""What the elements of an HTML page are for, by their tags and the words of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.extract.paths import class_words
from generator.model import Role

DROPPED = frozenset({Role.NAVIGATION, Role.RELATED, Role.COMMENT, Role.WIDGET, Role.AD, Role.LEGAL})
"""Roles that everything inside an element takes on."""

_TAGS = {
    "nav": Role.NAVIGATION,
    "aside": Role.RELATED,
    "footer": Role.LEGAL,
    "form": Role.WIDGET,
    "button": Role.WIDGET,
    "menu": Role.NAVIGATION,
}
_LONG_WORD = 7
"""From this length a word of the lexicon also counts inside a longer one (`boxtinlienquan`)."""

_REMEMBERED = 50_000
"""Names that are kept in mind; each page has some hundred, and sites repeat theirs."""


class Names:
    """Names of elements, read once each.

    Attributes:
        role: The role that an element's name says, and the word that says so.
    """

    def __init__(self, classes: Mapping[str, Role]) -> None:
        self._classes = classes
        long = sorted(word for word in classes if len(word) >= _LONG_WORD)
        self._long = re.compile("|".join(long) or "(?!)")
        self._known: dict[str, tuple[Role, str] | None] = {}
        self._within: dict[str, str] = {}
        self._hints: dict[tuple[str, ...], Role | None] = {}

    def role(self, step: str) -> tuple[Role, str] | None:
        """What the name of an element says it is for, and the word that says so."""
        try:
            return self._known[step]
        except KeyError:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[step] = self._read(step)
            return found

    def hint(self, steps: tuple[str, ...]) -> Role | None:
        """The role that the nearest of some elements says that has one of no boilerplate.

        Args:
            steps: The outermost first.
        """
        if steps not in self._hints:
            if len(self._hints) >= _REMEMBERED:
                self._hints.clear()
            found = (self.role(step) for step in reversed(steps))
            self._hints[steps] = next((x[0] for x in found if x and x[0] not in DROPPED), None)
        return self._hints[steps]

    def _read(self, step: str) -> tuple[Role, str] | None:
        words = class_words(step)
        for word in words:
            if word in self._classes:
                return self._classes[word], word
        for word in words:
            if len(word) >= _LONG_WORD and (long := self._long_word(word)):
                return self._classes[long], long
        tag = step.partition(".")[0].partition("#")[0]
        return (_TAGS[tag], tag) if tag in _TAGS else None

    def _long_word(self, word: str) -> str:
        """The word of the lexicon that is in another; empty for none."""
        if word not in self._within:
            if len(self._within) >= _REMEMBERED:
                self._within.clear()
            found = self._long.search(word)
            self._within[word] = found[0] if found else ""
        return self._within[word]

"""Shapes of lines, as profiles know them, and trying many of them on many lines at little cost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from generator.extract.patterns import needles
from generator.model import Role

LONGEST_LINE = 1_000
"""Longest line, in characters, that is held against a shape: captions have up to 600, and what a
pattern costs on a line made to harm stays small."""

PLACES = ("anywhere", "head", "tail", "edge")
"""Where a line rule may hold: everywhere, before the story's second paragraph, after its last
paragraph, or at either of these ends."""

_GROUP = re.compile(r"\(\?P<\w+>")
_BACK = re.compile(r"\\[1-9]\d?|\(\?P=\w+\)")
_ODD = re.compile(r"\\\\|\(\?\(|\[[^\]]*\\[1-9]")
"""What a pattern may hold that is not worth understanding."""

_REMEMBERED = 2_000
"""Lines of which is remembered what they fit; a page has some hundred."""

_NONE: frozenset[int] = frozenset()
_ANYTHING = r"[\s\S]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRule:
    """A shape of a whole line, and what such a line is for.

    Attributes:
        name: With its profile: `sputnik/alt-line`.
        role: What such a line is for.
        pattern: Matches the whole line; its named groups are fields (`date`, `byline`, `caption`,
            `credit`, `glued`, `agency`, `source`, `url`, `name`, `width`, `height`, `section`).
        where: One of `PLACES`.
        max_words: A longer line is something else.
    """

    name: str
    role: Role
    pattern: re.Pattern[str]
    where: str
    max_words: int

    def match(self, text: str) -> re.Match[str] | None:
        """How a line fits the shape, if it does; no line of this kind is very long."""
        return self.pattern.fullmatch(text) if len(text) <= LONGEST_LINE else None


class LineRules:
    """The line rules of a profile.

    Nearly every line of a page fits none of them. Most patterns ask for some text that few lines
    hold (`Ảnh`, `Nguồn`), and all such texts are looked for in one pass; those that ask for none
    are joined to one pattern for each place. Only what may fit then is tried.
    """

    def __init__(self, rules: Sequence[LineRule]) -> None:
        self._rules = tuple(rules)
        wanted = [_needles(rule.pattern) for rule in rules]
        texts = sorted({text for some in wanted for text in some})
        # Rules by the text that they ask for; and by place those that ask for none.
        self._by_text = [[i for i, some in enumerate(wanted) if text in some] for text in texts]
        self._plain = {
            place: [i for i, rule in enumerate(rules) if rule.where == place and not wanted[i]]
            for place in PLACES
        }
        self._most = {
            place: max((rules[i].max_words for i in plain), default=-1)
            for place, plain in self._plain.items()
        }
        self._finder = AhoCorasick(texts) if texts else None
        self._joined: dict[str, tuple[re.Pattern[str] | None, ...]] = {}
        self._last = ("", frozenset[int]())
        self._known: dict[
            tuple[str, int, tuple[str, ...]], tuple[tuple[LineRule, re.Match[str]], ...]
        ] = {}

    def __reduce__(self) -> tuple[type[LineRules], tuple[tuple[LineRule, ...]]]:
        """Pickle by the rules: the rest is made again where it is needed."""
        return type(self), (self._rules,)

    def fits(
        self, text: str, *, words: int, places: Collection[str]
    ) -> Iterator[tuple[LineRule, re.Match[str]]]:
        """The rules for one of `places` that a line fits, in their order, and how it fits.

        Args:
            text: The line.
            words: How many words it has.
            places: Some of `PLACES`.
        """
        if len(text) > LONGEST_LINE:
            return iter(())
        asked = text, words, tuple(places)
        if asked not in self._known:  # several rules ask the same of a line
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            possible = set(self._asked(text))
            for place in places:
                if words <= self._most[place] and self._may(place, text):
                    possible.update(self._plain[place])
            self._known[asked] = tuple(self._fitting(possible, text, words, places))
        return iter(self._known[asked])

    def _fitting(
        self, possible: Collection[int], text: str, words: int, places: Collection[str]
    ) -> Iterator[tuple[LineRule, re.Match[str]]]:
        for i in sorted(possible):
            rule = self._rules[i]
            if rule.where in places and words <= rule.max_words:
                match = rule.pattern.fullmatch(text)
                if match:
                    yield rule, match

    def _asked(self, text: str) -> frozenset[int]:
        """The rules that ask for a text that this line holds; a line is asked of several times."""
        if self._finder is None:
            return frozenset()
        if self._last[0] != text:
            found = self._finder.find_matches_as_indexes(text, overlapping=True)
            rules = (
                frozenset([i for n, _, _ in found for i in self._by_text[n]]) if found else _NONE
            )
            self._last = text, rules
        return self._last[1]

    def _may(self, place: str, text: str) -> bool:
        """Whether a line may fit one of the rules for a place that ask for no text."""
        if place not in self._joined:
            self._joined[place] = tuple(self._join(self._plain[place]))
        return any(joined is None or joined.fullmatch(text) for joined in self._joined[place])

    def _join(self, plain: Sequence[int]) -> Iterator[re.Pattern[str] | None]:
        """An outlet's own patterns joined, and those of all outlets, which is made only once."""
        for of_one in (True, False):
            rules = [self._rules[i] for i in plain if ("/" in self._rules[i].name) is of_one]
            if rules:
                yield joint(tuple(rule.pattern.pattern for rule in rules))


_needles = lru_cache(maxsize=1_024)(needles)


@lru_cache(maxsize=256)
def joint(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern that fits where any of several does; None if they cannot be joined.

    What repeats a group of its own stands with a wild card for it, which fits at least as much.
    """
    parts = []
    for pattern in patterns:
        if _ODD.search(pattern):
            parts.append(_ANYTHING)
            continue
        mode = "(?i:" if pattern.startswith("(?i)") else "(?:"
        opened = _GROUP.sub("(?:", pattern.removeprefix("(?i)"))
        parts.append(f"{mode}{_BACK.sub(lambda _: _ANYTHING, opened)})")
    try:
        return re.compile("|".join(parts))
    except re.error:
        return None

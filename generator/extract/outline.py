"""The elements of an HTML page as a tree with the weight of the story in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.page import Page
from generator.extract.paths import class_words
from generator.extract.profiles import Profile
from generator.model import BlockKind, Role

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
_LEAF_TAGS = "p li ul ol blockquote figure table h1 h2 h3 h4 h5 h6 dl pre td"
_LEAVES = frozenset(_LEAF_TAGS.split())
_LONG_WORD = 7
"""From this length a word of the lexicon also counts inside a longer one (`boxtinlienquan`)."""

_MOST_OF_STORY = 0.4
"""An element that holds a greater share of the page's paragraphs is no boilerplate, whatever it
is called, unless there is a story elsewhere: `body.has-comments`, `div.print-area`."""

_STORY_ELSEWHERE = 0.15
_INTO = 0.75
"""The story's element is looked for in the child that holds this share of its parent's."""


@dataclass(slots=True)
class Node:
    """An element of the page; siblings with one name are one node.

    Attributes:
        step: `tag.class#id`.
        parent: Number of the parent; -1 for the root.
        mass: Characters of paragraphs inside, links not counted.
        paragraphs: How many there are.
    """

    step: str
    parent: int
    mass: float = 0.0
    paragraphs: int = 0


class Outline:
    """A page's elements.

    Attributes:
        nodes: All elements, parents first.
        trails: For each line the numbers of the elements it stands in, outermost first.
    """

    def __init__(self, page: Page) -> None:
        self.nodes = [Node("", -1)]
        self.trails: list[tuple[int, ...]] = []
        self._profile: Profile = page.profile
        self._roles: dict[str, tuple[Role, str] | None] = {}
        long = sorted(word for word in page.profile.classes if len(word) >= _LONG_WORD)
        self._long = re.compile("|".join(long) or "(?!)")
        known: dict[tuple[int, str], int] = {}
        for line in page.lines:
            trail = [0]
            for step in line.block.path:
                number = known.setdefault((trail[-1], step), len(self.nodes))
                if number == len(self.nodes):
                    self.nodes.append(Node(step, trail[-1]))
                trail.append(number)
            self.trails.append(tuple(trail))
            if line.prose:
                for number in trail:
                    self.nodes[number].mass += len(line.text) * (1 - line.block.link_density)
                    self.nodes[number].paragraphs += 1
        self._dropped = dict(self._find_dropped(page))

    def role(self, step: str) -> tuple[Role, str] | None:
        """What the name of an element says it is for, and the word that says so."""
        if step not in self._roles:
            self._roles[step] = self._role(step)
        return self._roles[step]

    def _role(self, step: str) -> tuple[Role, str] | None:
        words = class_words(step)
        for word in words:
            if word in self._profile.classes:
                return self._profile.classes[word], word
        for word in words:
            if long := self._long.search(word):
                return self._profile.classes[long[0]], long[0]
        tag = step.partition(".")[0].partition("#")[0]
        return (_TAGS[tag], tag) if tag in _TAGS else None

    def _find_dropped(self, page: Page) -> Iterator[tuple[int, Role]]:
        """Elements that are boilerplate by name, those that hold the story excepted.

        Nor does a word count that the page gives to everything (`elementor-widget`).
        """
        named = {
            number: found
            for number, node in enumerate(self.nodes)
            if number and (found := self.role(node.step)) is not None and found[0] in DROPPED
        }
        total = self.nodes[0].mass
        outside = 0.0
        by_word: Counter[str] = Counter()
        for line, trail in zip(page.lines, self.trails, strict=True):
            if not line.prose:
                continue
            mass = len(line.text) * (1 - line.block.link_density)
            words = {named[number][1] for number in trail if number in named}
            outside += 0 if words else mass
            for word in words:
                by_word[word] += int(mass)
        holding = self._around_article(_MOST_OF_STORY * total)
        for number, (role, word) in named.items():
            elsewhere = outside > _STORY_ELSEWHERE * total and number not in holding
            if by_word[word] <= _MOST_OF_STORY * total or elsewhere:
                yield number, role

    def _around_article(self, least: float) -> frozenset[int]:
        """Elements with that much of the page that hold, are, or stand in an `article`."""
        around: set[int] = set()
        for number, node in enumerate(self.nodes):
            if node.mass < least or not number:
                continue
            tag = node.step.partition(".")[0].partition("#")[0]
            if tag == "article":
                parent = number
                while parent > 0:
                    around.add(parent)
                    parent = self.nodes[parent].parent
            elif node.parent in around and self._in_article(number):
                around.add(number)
        return frozenset(around)

    def _in_article(self, number: int) -> bool:
        return any(step.partition(".")[0] == "article" for step in self.path(number))

    def dropped(self, i: int) -> Role | None:
        """What the outermost element around a line that is boilerplate by name is for."""
        return next((self._dropped[n] for n in self.trails[i] if n in self._dropped), None)

    def hint(self, i: int) -> tuple[Role, str] | None:
        """What the nearest three elements around a line say it is for, and which said so."""
        for number in reversed(self.trails[i][-3:]):
            found = self.role(self.nodes[number].step)
            if found and found[0] not in DROPPED:
                return found
        return None

    def story(self, page: Page) -> int:
        """The number of the element that holds the story; 0 for the whole page."""
        mass = [0.0] * len(self.nodes)
        count = [0] * len(self.nodes)
        for i, line in enumerate(page.lines):
            if line.prose and self.dropped(i) is None and line.block.kind is not BlockKind.HEADING:
                for number in self.trails[i]:
                    mass[number] += len(line.text) * (1 - line.block.link_density)
                    count[number] += 1
        if found := self._selected(mass):
            return found
        children: dict[int, list[int]] = {}
        for number, node in enumerate(self.nodes[1:], start=1):
            children.setdefault(node.parent, []).append(number)
        here = 0
        while inside := children.get(here):
            heaviest = max(inside, key=lambda number: mass[number])
            tag = self.nodes[heaviest].step.partition(".")[0].partition("#")[0]
            if tag in _LEAVES or mass[heaviest] < _INTO * mass[here] or not mass[heaviest]:
                break
            if count[heaviest] < min(2, count[here]):
                break
            here = heaviest
        return here

    def _selected(self, mass: Sequence[float]) -> int:
        """The heaviest element that a profile names; 0 if it holds too little."""
        found = 0
        for number in range(1, len(self.nodes)):
            if self._profile.places.ends(self.path(number)):
                found = number if mass[number] > mass[found] or not found else found
        return found if found and mass[found] >= _MOST_OF_STORY * mass[0] else 0

    def path(self, number: int) -> tuple[str, ...]:
        """The names of an element and those around it, outermost first."""
        steps = []
        while number > 0:
            steps.append(self.nodes[number].step)
            number = self.nodes[number].parent
        return tuple(reversed(steps))

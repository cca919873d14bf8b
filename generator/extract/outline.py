"""The elements of an HTML page as a tree with the weight of the story in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.extract.element_names import DROPPED, Names
from generator.extract.page import Page
from generator.model import Role

_LEAF_TAGS = "p li ul ol blockquote figure table h1 h2 h3 h4 h5 h6 dl pre td"
_LEAVES = frozenset(_LEAF_TAGS.split())

_MOST_OF_STORY = 0.4
"""An element that holds a greater share of the page's paragraphs is no boilerplate, whatever it
is called, unless there is a story elsewhere: `body.has-comments`, `div.print-area`."""

_STORY_ELSEWHERE = 0.15
_INTO = 0.75
"""The story's element is looked for in the child that holds this share of its parent's."""


def boxes(page: Page) -> tuple[Role | None, ...]:
    """What the outermost element around each line is for that is boilerplate by name."""
    masses: dict[tuple[str, ...], float] = {}
    for line in page.lines:
        path = line.block.path
        masses[path] = masses.get(path, 0.0) + (len(line.text) if line.prose else 0)
    tree = Outline(tuple(masses), tuple(masses.values()), page.profile.names_of_elements)
    found = {path: tree.boxes[end] for path, end in zip(masses, tree.ends, strict=True)}
    return tuple(found[line.block.path] for line in page.lines)


class Outline:
    """A page's elements, the whole page first, each before those in it.

    Attributes:
        steps: Their names.
        parents: Numbers of the elements that they stand in; -1 for the page.
        roles: What the names say, and the words that say so.
        ends: For each path the number of the element that it leads to.
        boxes: For each element what the outermost one is for, of it and those around it, that is
            boilerplate by name.
        inside: For each element whether it is the story's, or stands in it.
    """

    def __init__(
        self, paths: Sequence[tuple[str, ...]], masses: Sequence[float], names: Names
    ) -> None:
        """Build the tree.

        Args:
            paths: Different ones.
            masses: Characters of paragraphs at each.
            names: What elements are for by their names.
        """
        self.steps, self.parents = [""], [-1]
        self.ends: list[int] = []
        children: list[dict[str, int]] = [{}]
        for path in paths:
            here = 0
            for step in path:
                inner = children[here].get(step)
                if inner is None:
                    inner = children[here][step] = len(children)
                    children.append({})
                    self.steps.append(step)
                    self.parents.append(here)
                here = inner
            self.ends.append(here)
        self.roles = [names.role(step) for step in self.steps]
        against = self._spoken_against(masses)
        self.boxes = self._handed_down(against)
        left = [
            0.0 if self.boxes[end] else mass for mass, end in zip(masses, self.ends, strict=True)
        ]
        story = self._story(left)
        self.inside = [story == 0]
        for number, parent in enumerate(self.parents[1:], start=1):
            self.inside.append(number == story or self.inside[parent])

    def _handed_down(self, roles: Mapping[int, Role]) -> list[Role | None]:
        """For each element the role of the outermost one that has one, it or one around it."""
        found = [roles.get(0)]
        for number, parent in enumerate(self.parents[1:], start=1):
            found.append(found[parent] or roles.get(number))
        return found

    def _sums(self, masses: Sequence[float]) -> list[float]:
        """The masses within each element."""
        found = [0.0] * len(self.steps)
        for end, mass in zip(self.ends, masses, strict=True):
            found[end] += mass
        for number in range(len(found) - 1, 0, -1):
            found[self.parents[number]] += found[number]
        return found

    def _spoken_against(self, masses: Sequence[float]) -> dict[int, Role]:
        """Elements that are boilerplate by name, those that hold the story excepted.

        Nor does a word count that the page gives to everything (`elementor-widget`).
        """
        named = {
            number: found
            for number, found in enumerate(self.roles)
            if found and found[0] in DROPPED
        }
        sums = self._sums(masses)
        by_word: Counter[str] = Counter()
        outside = 0.0
        for end, mass in zip(self.ends, masses, strict=True):
            if mass:
                words = self._words(end, named)
                outside += 0 if words else mass
                for word in words:
                    by_word[word] += int(mass)
        most = _MOST_OF_STORY * sums[0]
        elsewhere = outside > _STORY_ELSEWHERE * sums[0]
        return {
            number: role
            for number, (role, word) in named.items()
            if by_word[word] <= most or (elsewhere and not self._is_article(number))
        }

    def _words(self, number: int, named: Mapping[int, tuple[Role, str]]) -> set[str]:
        """The words that speak against an element or one around it."""
        words = set()
        while number > 0:
            if number in named:
                words.add(named[number][1])
            number = self.parents[number]
        return words

    def _is_article(self, number: int) -> bool:
        """Whether an element is, or stands in, an `article`."""
        while number > 0:
            if self.steps[number].partition(".")[0].partition("#")[0] == "article":
                return True
            number = self.parents[number]
        return False

    def _story(self, masses: Sequence[float]) -> int:
        """The number of the element that holds the story; 0 for the whole page."""
        sums = self._sums(masses)
        children: dict[int, list[int]] = {}
        for number, parent in enumerate(self.parents):
            if sums[number]:
                children.setdefault(parent, []).append(number)
        here = 0
        while inside := children.get(here):
            heaviest = max(inside, key=lambda number: sums[number])
            tag = self.steps[heaviest].partition(".")[0].partition("#")[0]
            if tag in _LEAVES or sums[heaviest] < _INTO * sums[here]:
                break
            here = heaviest
        return here

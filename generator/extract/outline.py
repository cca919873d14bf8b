"""The elements of an HTML page as a tree with the weight of the story in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.extract.element_names import DROPPED, Names
from generator.model import Role

_LEAVES = frozenset("p li ul ol blockquote figure table h1 h2 h3 h4 h5 h6 dl pre td".split())

_MOST_OF_STORY = 0.4
"""An element that holds a greater share of the page's paragraphs is no boilerplate, whatever it
is called, unless there is a story elsewhere: `body.has-comments`, `div.print-area`."""

_STORY_ELSEWHERE = 0.15
_INTO = 0.75
"""The story's element is looked for in the child that holds this share of its parent's."""


class Outline:
    """A page's elements.

    Attributes:
        boxes: For each path what the outermost element is for that is boilerplate by name.
        inside: For each path whether it leads through the story's element.
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
        self._steps, self._parents = [""], [-1]
        self._trails: list[list[int]] = []
        known: dict[tuple[int, str], int] = {}
        for path in paths:
            trail = [0]
            for step in path:
                number = known.setdefault((trail[-1], step), len(self._steps))
                if number == len(self._steps):
                    self._steps.append(step)
                    self._parents.append(trail[-1])
                trail.append(number)
            self._trails.append(trail)
        against = self._spoken_against(masses, names)
        self.boxes = [
            next((against[number] for number in trail if number in against), None)
            for trail in self._trails
        ]
        left = [0.0 if box else mass for mass, box in zip(masses, self.boxes, strict=True)]
        story = self._story(left)
        self.inside = [story in trail for trail in self._trails]

    def _sums(self, masses: Sequence[float]) -> list[float]:
        found = [0.0] * len(self._steps)
        for trail, mass in zip(self._trails, masses, strict=True):
            if mass:
                for number in trail:
                    found[number] += mass
        return found

    def _spoken_against(self, masses: Sequence[float], names: Names) -> dict[int, Role]:
        """Elements that are boilerplate by name, those that hold the story excepted.

        Nor does a word count that the page gives to everything (`elementor-widget`).
        """
        named = {
            number: found
            for number, step in enumerate(self._steps)
            if (found := names.role(step)) and found[0] in DROPPED
        }
        sums = self._sums(masses)
        by_word: Counter[str] = Counter()
        outside = 0.0
        for trail, mass in zip(self._trails, masses, strict=True):
            if mass:
                words = {named[number][1] for number in trail if number in named}
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

    def _is_article(self, number: int) -> bool:
        """Whether an element is, or stands in, an `article`."""
        while number > 0:
            if self._steps[number].partition(".")[0].partition("#")[0] == "article":
                return True
            number = self._parents[number]
        return False

    def _story(self, masses: Sequence[float]) -> int:
        """The number of the element that holds the story; 0 for the whole page."""
        sums = self._sums(masses)
        children: dict[int, list[int]] = {}
        for number, parent in enumerate(self._parents):
            if sums[number]:
                children.setdefault(parent, []).append(number)
        here = 0
        while inside := children.get(here):
            heaviest = max(inside, key=lambda number: sums[number])
            tag = self._steps[heaviest].partition(".")[0].partition("#")[0]
            if tag in _LEAVES or sums[heaviest] < _INTO * sums[here]:
                break
            here = heaviest
        return here

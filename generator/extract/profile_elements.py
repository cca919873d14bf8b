"""Selectors of a profile, asked of all the paths of a page at little cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.extract.paths import Element, Selector, element

_REMEMBERED = 20_000
"""So many steps of paths are remembered; a page has some hundred, one made to harm any number."""


@dataclass(slots=True, eq=False)
class _State:
    """How far the chains of all selectors have come along a path.

    Attributes:
        progress: For each chain how many of its elements are found.
        done: Selectors of which a chain is complete, in order.
        after: The state after one step more, by that step.
    """

    progress: tuple[int, ...]
    done: tuple[int, ...] = ()
    after: dict[str, _State] = field(default_factory=dict, repr=False)


class Elements:
    """Several selectors as one machine that reads a path step by step.

    The pages of an outlet share most of their paths, so each step is worked out once.
    """

    def __init__(self, selectors: Sequence[Selector]) -> None:
        self._selectors = tuple(selectors)
        self._chains: list[tuple[int, tuple[Element, ...]]] = [
            (number, chain)
            for number, selector in enumerate(self._selectors)
            for chain in selector.chains
        ]
        self._asked = frozenset(
            name for _, chain in self._chains for step in chain for name in _asked(step)
        )
        self._start = _State((0,) * len(self._chains))
        self._known = 0
        self._last: tuple[Sequence[str], _State] = ((), self._start)

    def __reduce__(self) -> tuple[type[Elements], tuple[tuple[Selector, ...]]]:
        """Pickle by the selectors: what is remembered is worked out again."""
        return type(self), (self._selectors,)

    def matches(self, path: Sequence[str]) -> tuple[int, ...]:
        """The numbers of the selectors that match an element the path leads to or through.

        Returns:
            Their positions in what the machine was made of, in order.
        """
        return self._walk(path).done if self._chains else ()

    def ends(self, path: Sequence[str]) -> bool:
        """Whether the path leads to an element that a selector matches, and not only through."""
        if not self._chains or not path:
            return False
        before = self._walk(path[:-1])
        return len(self._step(before, path[-1]).done) > len(before.done)

    def _walk(self, path: Sequence[str]) -> _State:
        if path == self._last[0]:  # lines that follow each other often stand in one element
            return self._last[1]
        if self._known > _REMEMBERED:
            self._start.after.clear()
            self._known = 0
        state = self._start
        for step in path:
            state = state.after.get(step) or self._step(state, step)
        self._last = path, state
        return state

    def _step(self, state: _State, step: str) -> _State:
        if known := state.after.get(step):
            return known
        here = element(step)
        if self._asked.isdisjoint((here.tag, here.id, "*", *here.classes)):  # most elements
            state.after[step] = state
            self._known += 1
            return state
        progress = tuple(
            count + (count < len(chain) and chain[count].fits(here))
            for count, (_, chain) in zip(state.progress, self._chains, strict=True)
        )
        if progress == state.progress:
            state.after[step] = state
        else:
            done = {
                number
                for count, (number, chain) in zip(progress, self._chains, strict=True)
                if count == len(chain)
            }
            state.after[step] = _State(progress, tuple(sorted(done)))
        self._known += 1
        return state.after[step]


def _asked(step: Element) -> tuple[str, ...]:
    """A name that every element has which fits one of a selector."""
    return (step.id or min(step.classes, default=step.tag),)

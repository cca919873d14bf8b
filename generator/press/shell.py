"""A shell: the text of a page with places left open, and how it is filled.

What stands in the open places is found for each page. But the addresses of menus and style sheets,
as seen from a page, are the same for all pages that are as deep and have no folder in common with
them, or the same ones: these are filled in once for all such pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NoReturn

from jinja2.runtime import Context

from generator.press.quick import folders, parts
from generator.press.unknowns import Expression

Block = Callable[[Context], Iterator[str]]
Folders = tuple[str, ...]


class RootError(Exception):
    """A block uses what the template sets outside of blocks."""


class Outer:
    """Stands for such a thing; whatever is done with it raises."""

    def _used(self, *_: object) -> NoReturn:
        raise RootError

    __getattr__ = __call__ = __str__ = __iter__ = __len__ = __bool__ = __html__ = _used
    __eq__ = __ne__ = __hash__ = __contains__ = __getitem__ = _used


@dataclass(frozen=True, slots=True)
class Open:
    """A text with open places.

    Attributes:
        texts: What stands before, between and after them: one more than these.
        places: What is asked of a page, or which block of it is printed.
    """

    texts: tuple[str, ...]
    places: tuple[Expression | str, ...]

    def narrowed(self, context: Context) -> Open:
        """The same, its addresses filled in as they are seen from a page."""
        texts, places = [self.texts[0]], list[Expression | str]()
        for place, text in zip(self.places, self.texts[1:], strict=True):
            value = ""
            if not isinstance(place, str) and parts(place.address) is not None:
                value = _value(place, context)
            if value:
                texts[-1] += value + text
            else:
                places.append(place)
                texts.append(text)
        return Open(tuple(texts), tuple(places))


@dataclass(frozen=True)
class Shell:
    """A page with places left open.

    Attributes:
        open: Its text.
        blocks: Functions of all blocks, as the template and those it extends have them.
        outer: Names that the template sets outside of blocks.
    """

    open: Open
    blocks: Mapping[str, list[Block]]
    outer: Mapping[str, Outer]
    _narrowed: dict[tuple[int, Folders], Open] = field(default_factory=dict, init=False)

    def fill(self, context: Context) -> str | None:
        """The whole page; None if there is nothing to print in one of the places.

        Raises:
            RootError: A block needs what is not in it.
        """
        context.blocks = self.blocks  # type: ignore[assignment]  # nobody changes it
        context.vars.update(self.outer)
        left = self._left(context)
        printed = [left.texts[0]]
        for place, text in zip(left.places, left.texts[1:], strict=True):
            if isinstance(place, str):
                printed.extend(self.blocks[place][0](context))
            else:
                value = _value(place, context)
                if not value:
                    return None
                printed.append(value)
            printed.append(text)
        return "".join(printed)

    def _left(self, context: Context) -> Open:
        """What is left open where a page stands."""
        here = folders(context["page"].url)
        if here is None:
            return self.open
        common = 0
        while here[: common + 1] in self._folders and common < len(here):
            common += 1
        place = len(here), here[:common]
        if place not in self._narrowed:
            self._narrowed[place] = self.open.narrowed(context)
        return self._narrowed[place]

    @cached_property
    def _folders(self) -> frozenset[Folders]:
        """The folders that its addresses lead through."""
        return frozenset(_above(self.open.places))


def _above(places: Iterable[Expression | str]) -> Iterator[Folders]:
    for place in places:
        there = () if isinstance(place, str) else parts(place.address) or ()
        yield from (there[:end] for end in range(1, len(there) + 1))


def _value(place: Expression, context: Context) -> str:
    return str(place.of(context))

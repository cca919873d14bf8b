"""Where a block stands in an HTML page: selectors and the words of classes and ids.

A block carries its path as tags with classes and ids (`div.article__body#story`). That is
enough for the selectors that profiles need: descendants of tags, classes and ids.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a path.

    Attributes:
        tag: Lower case; `*` matches any in a selector.
        classes: In lower case.
        id: In lower case; empty for none.
    """

    tag: str
    classes: frozenset[str]
    id: str

    def fits(self, other: Element) -> bool:
        """Whether this, as part of a selector, matches an element of a path."""
        return (
            self.tag in {"*", other.tag}
            and self.id in {"", other.id}
            and self.classes <= other.classes
        )


@lru_cache(maxsize=4096)
def element(text: str) -> Element:
    """Read `tag.class.class#id`; case is ignored, as sites mix it."""
    head, _, identifier = text.lower().partition("#")
    tag, *classes = head.split(".")
    return Element(tag or "*", frozenset(filter(None, classes)), identifier)


@dataclass(frozen=True, slots=True)
class Selector:
    """Alternatives of descendant chains: `div.detail p.caption, figcaption`.

    Attributes:
        chains: One element each step, outermost first.
    """

    chains: tuple[tuple[Element, ...], ...]

    @classmethod
    def parse(cls, css: str) -> Selector:
        """Read a selector of tags, classes, ids, descendants and commas.

        Raises:
            ValueError: It uses anything else of CSS.
        """
        if re.search(r"[>+~:\[\]()]", css):
            raise ValueError(f"only tags, .classes, #ids, descendants and commas: {css!r}")
        return cls(
            tuple(tuple(element(step) for step in chain.split()) for chain in css.split(","))
        )

    def depth(self, path: Sequence[str]) -> int:
        """How many steps of the path lead to the outermost element that matches; 0 for none."""
        found = [depth for chain in self.chains if (depth := _depth(chain, path))]
        return min(found, default=0)

    def matches(self, path: Sequence[str]) -> bool:
        """Whether the path leads to, or through, an element that matches."""
        return self.depth(path) > 0


def _depth(chain: Sequence[Element], path: Sequence[str]) -> int:
    waiting = 0
    for depth, step in enumerate(path, start=1):
        if waiting < len(chain) and chain[waiting].fits(element(step)):
            waiting += 1
            if waiting == len(chain):
                return depth
    return 0


_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


_NOT_LETTERS = re.compile(r"[^a-z]+")


@lru_cache(maxsize=16384)
def class_words(step: str) -> tuple[str, ...]:
    """The words of an element's classes and id, and each class without its hyphens.

    `div.box-tinLienQuan` gives `box tin lien quan boxtinlienquan`.
    """
    names = step.replace("#", ".").split(".")[1:]
    if len(names) == 1:
        return _words_of(names[0])[2]
    read = [_words_of(name) for name in names]
    words = [word for found, _, _ in read for word in found]
    words += [squeezed for _, squeezed, _ in read if squeezed]
    return tuple(dict.fromkeys(words))


@lru_cache(maxsize=16384)
def _words_of(name: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """The words of one class, it without its hyphens, and both, each once."""
    words = tuple([word.lower() for word in _WORD.findall(name)])
    squeezed = _NOT_LETTERS.sub("", name.lower())
    return words, squeezed, tuple(dict.fromkeys([*words, *([squeezed] if squeezed else [])]))

r"""Patterns of profiles: compiled, what every match of one holds, and which may run for ever.

Python's patterns try one way after another. A pattern that can cut a line in very many ways
(`(?:\w+ ?)*:`) then runs for hours on a line that does not fit, so such patterns are refused when
a profile is read. Python's own parser says what a pattern is made of.

Source: ambiguous stars after Kirrage, Rathnayake and Thielecke, "Static Analysis for Regular
Expression Denial-of-Service Attacks", NSS 2013, simplified to sets of first and last letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

# Neither is documented, but they are the parser by which `re` itself understands a pattern.
_parser = import_module("re._parser")
_op = import_module("re._constants")

_MANY = 16
"""A repetition that may come more often is one without end."""

_FEW = 3
"""A repetition that comes no more often may be cut in several ways: the cost stays small."""

_WIDEST = 3
"""Most endless repetitions of any letter at all in one pattern: the cost of a line that does not
fit grows by a factor of its length with each."""

_BROAD = 0.9
"""Share of the letters below from which a repetition is one of any letter at all."""

_ALPHABET = frozenset(
    "".join(map(chr, range(32, 127))) + "\n\t ©«»–—’“”…•►▶›ÀÁĂÂĐÊÔƠƯàáăâđêôơưếộựỹЖжÉéöü東ب€½"
)
_EMPTY: frozenset[str] = frozenset()

_CAPITALS = "".join(chr(code) for code in range(0x1F00) if unicodedata.category(chr(code)) == "Lu")

Tree = Iterable[tuple[Any, Any]]
"""A parsed pattern: pairs of what is asked and its details."""


def compile_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a pattern in which `[\p{Lu}]` is any capital letter, as `re` has no word for it.

    Raises:
        re.error: It is no pattern.
    """
    return re.compile(pattern.replace(r"\p{Lu}", _CAPITALS), flags)


def needles(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Texts of which every match of a pattern holds one, so that others need not be tried.

    Returns:
        In order, each of two letters or more; none if nothing is sure.
    """
    if pattern.flags & re.IGNORECASE:
        return ()
    found = _needles(_parse(pattern))
    return tuple(sorted(found)) if all(len(text) > 1 for text in found) else ()


def endless(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern may take very long on a line that does not fit it."""
    tree = _parse(pattern)
    try:
        _shape(tree)
    except _AmbiguousError:
        return True
    return sum(1 for letters in _repeated(tree) if _is_broad(letters)) > _WIDEST


def _parse(pattern: re.Pattern[str]) -> Tree:
    # Which capitals there are is nothing to these questions, and there are hundreds.
    text = pattern.pattern.replace(_CAPITALS, "A-ZĐ")
    return list(_parser.parse(text, pattern.flags & ~re.UNICODE))


def _needles(tree: Tree) -> frozenset[str]:
    """The best set of texts of which one is in every match: that whose shortest is longest."""
    found: list[frozenset[str]] = []
    run = ""
    for op, details in [*_flat(tree), (_op.ANY, None)]:
        if op is _op.LITERAL:
            run += chr(details)
        elif op is not _op.AT:
            found.append(frozenset({run} - {""}))
            run = ""
        if op is _op.BRANCH:
            branches = [_needles(branch) for branch in details[1]]
            if all(branches):
                found.append(frozenset().union(*branches))
        elif op in (_op.MAX_REPEAT, _op.MIN_REPEAT) and details[0]:
            found.append(_needles(details[2]))
    sets = [texts for texts in found if texts]
    return max(sets, key=lambda texts: (min(map(len, texts)), -len(texts)), default=frozenset())


def _flat(tree: Tree) -> Iterator[tuple[Any, Any]]:
    """What a pattern asks for in turn, groups opened; one in which case is free stays closed."""
    for op, details in tree:
        if op is _op.SUBPATTERN and not details[1] & re.IGNORECASE:
            yield from _flat(details[3])
        elif op is _op.SUBPATTERN:
            yield _op.ANY, None
        else:
            yield op, details


class _AmbiguousError(Exception):
    """A repetition within a repetition can be cut in many ways."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What part of a pattern matches, as far as the question needs.

    Attributes:
        first: Letters with which a match may begin.
        tail: Letters with which a match may go on after its end, as a repetition ends it.
        empty: A match may be empty.
        through: Letters that may come after an empty match; None for all.
    """

    first: frozenset[str] = _EMPTY
    tail: frozenset[str] = _EMPTY
    empty: bool = True
    through: frozenset[str] | None = None


def _both(some: frozenset[str], others: frozenset[str] | None) -> frozenset[str]:
    return some if others is None else some & others


def _shape(tree: Tree) -> _Shape:
    whole = _Shape()
    for op, details in tree:
        part = _part(op, details)
        through = part.through if whole.through is None else _both(whole.through, part.through)
        whole = _Shape(
            whole.first | (_both(part.first, whole.through) if whole.empty else _EMPTY),
            part.tail | (_both(whole.tail, part.through) if part.empty else _EMPTY),
            whole.empty and part.empty,
            through,
        )
    return whole


def _part(op: Any, details: Any) -> _Shape:
    if op in (_op.MAX_REPEAT, _op.MIN_REPEAT):
        return _repetition(*details)
    if op is _op.SUBPATTERN:
        return _shape(details[3])
    if op is _op.BRANCH:
        return _branches([_shape(branch) for branch in details[1]])
    if op in (_op.ATOMIC_GROUP, _op.POSSESSIVE_REPEAT):  # never given back, so cut in one way
        inner = _shape(details if op is _op.ATOMIC_GROUP else details[2])
        return _Shape(inner.first, _EMPTY, op is not _op.ATOMIC_GROUP and not details[0])
    if op in _WITHOUT_WIDTH:
        return _Shape(through=_through(op, details))
    return _Shape(_letters(op, details), _EMPTY, empty=False)


_WITHOUT_WIDTH = {_op.ASSERT, _op.ASSERT_NOT, _op.AT, _op.GROUPREF, _op.GROUPREF_EXISTS}


def _through(op: Any, details: Any) -> frozenset[str] | None:
    """The letters that may come after a place without width."""
    if op in (_op.ASSERT, _op.ASSERT_NOT):
        ahead = _shape(details[1])
        wanted = op is _op.ASSERT and details[0] > 0 and not ahead.empty
        return ahead.first if wanted else None
    return _EMPTY if op is _op.AT and "END" in str(details) else None


def _repetition(least: int, most: int, tree: Tree) -> _Shape:
    inner = _shape(tree)
    if most > _FEW and inner.tail & inner.first:
        raise _AmbiguousError
    tail = inner.tail | inner.first if most > _MANY else inner.tail
    return _Shape(inner.first, tail, inner.empty or not least, None if not least else inner.through)


def _branches(parts: list[_Shape]) -> _Shape:
    ways = [part.through for part in parts if part.empty]
    return _Shape(
        _EMPTY.union(*(part.first for part in parts)),
        _EMPTY.union(*(part.tail for part in parts)),
        bool(ways),
        None if None in ways else _EMPTY.union(*(way for way in ways if way is not None)),
    )


def _repeated(tree: Tree) -> Iterator[frozenset[str]]:
    """The letters of each repetition without end."""
    for op, details in tree:
        if op in (_op.MAX_REPEAT, _op.MIN_REPEAT):
            if details[1] > _MANY:
                yield _shape(details[2]).first
            yield from _repeated(details[2])
        elif op is _op.SUBPATTERN:
            yield from _repeated(details[3])
        elif op is _op.BRANCH:
            yield from max((list(_repeated(branch)) for branch in details[1]), key=len)


def _is_broad(letters: frozenset[str]) -> bool:
    return len(letters) >= _BROAD * len(_ALPHABET)


def _letters(op: Any, details: Any) -> frozenset[str]:
    """The letters of the alphabet above that one place of a pattern takes."""
    if op is _op.LITERAL:
        return frozenset({chr(details)})
    if op is _op.NOT_LITERAL:
        return _ALPHABET - {chr(details)}
    if op is _op.IN:
        return _class(tuple(details))
    return _ALPHABET


@lru_cache(maxsize=512)
def _class(items: tuple[tuple[Any, Any], ...]) -> frozenset[str]:
    r"""The letters in a class such as `[^\w.]`."""
    found: set[str] = set()
    for op, details in items:
        if op is _op.RANGE:
            found |= {c for c in _ALPHABET if details[0] <= ord(c) <= details[1]}
        elif op is _op.CATEGORY:
            found |= {c for c in _ALPHABET if _in_category(details, c)}
        elif op is not _op.NEGATE:
            found.add(chr(details))
    return _ALPHABET - found if items[0][0] is _op.NEGATE else frozenset(found)


def _in_category(category: Any, letter: str) -> bool:
    name = str(category).lower()
    if "digit" in name:
        inside = letter.isdecimal()
    elif "space" in name:
        inside = letter.isspace()
    else:
        inside = letter.isalnum() or letter == "_"
    return inside != ("not" in name)

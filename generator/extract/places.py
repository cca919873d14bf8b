"""Where each line stands among the elements of an HTML page, in numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.extract.element_names import DROPPED
from generator.extract.outline import Outline
from generator.extract.page import Page
from generator.extract.signs import ROLES
from generator.extract.surroundings import Table
from generator.model import Role

_LEVELS = (0, 1, 2, 3)
"""How many of a path's last elements are left out to tell which box a line stands in."""

_TAG_NAMES = (
    "article main nav aside footer header form ul table button section blockquote figure a details"
)
_TAGS = tuple(_TAG_NAMES.split())

_TAG_AT = {tag: number for number, tag in enumerate(_TAGS)}
_ROLE_AT = {role: float(number) for number, role in enumerate(ROLES)}

Ids = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Places:
    """A page's boxes.

    Attributes:
        boxes: For each of `_LEVELS`, and at last by tags alone, the number of each line's box.
        columns: What the names of the elements around each line say.
        paths: Each line's number of its path.
        tree: The page's elements.
        depths: For each element how many elements lead to it, it included.
        kept: Lines in the story's element that no element's name speaks against.
        roles: What the outermost element around each line is for that is boilerplate by name.
    """

    boxes: tuple[Ids, ...]
    columns: Table
    paths: Ids
    tree: Outline
    depths: Sequence[int]
    kept: NDArray[np.bool_]
    roles: tuple[Role | None, ...]


def survey(page: Page, worth: Callable[[str], float], prose: Table) -> Places:
    """Read the paths of a page's lines.

    Args:
        page: The page.
        worth: Step of a path → natural logarithm of how much likelier its names are around a story.
        prose: Characters of each line that is a paragraph; 0 for others.
    """
    known: dict[tuple[str, ...], int] = {}
    paths = np.array([known.setdefault(line.block.path, len(known)) for line in page.lines])
    names_of = page.profile.names_of_elements
    tree = Outline(tuple(known), np.bincount(paths, prose).tolist(), names_of)
    depths = [0]
    for parent in tree.parents[1:]:
        depths.append(depths[parent] + 1)
    boxes = [_numbers(tree, depths, level)[paths] for level in _LEVELS]
    boxes.append(_tag_numbers(tree)[paths])
    rows = np.array(_rows(tree, depths, worth), dtype=np.float32)
    own = np.array([tree.inside[end] and tree.boxes[end] is None for end in tree.ends])
    at_ends = [tree.boxes[end] for end in tree.ends]
    roles = tuple([at_ends[path] for path in paths.tolist()])
    return Places(tuple(boxes), rows[paths], paths, tree, depths, own[paths], roles)


def names() -> tuple[str, ...]:
    """Names of the columns of `table`, in order."""
    found = [
        "names_sum", "names_least", "names_most", "names_near", "name_own", "name_parent", "depth"
    ]  # fmt: skip
    found += [f"in_{tag}" for tag in _TAGS]
    found += ["box_role", "own_role", "box_role_at", "spoken_against", "in_story"]
    for level in (*_LEVELS, "tags"):
        found += [f"{name}_box_{level}" for name in ("prose", "filled", "links", "lines")]
    return (*found, "shared", "apart", "below")


def table(places: Places, chars: Table, links: Table, prose: Table) -> Table:
    """Columns for the place of each line.

    Args:
        places: The page's boxes.
        chars: Characters of each line.
        links: Share of each line that is links.
        prose: Characters of each line that is a paragraph; 0 for others.
    """
    total = max(float(prose.sum()), 1.0)
    columns = []
    for boxes in places.boxes:
        sizes = np.bincount(boxes, chars)
        paragraphs = np.bincount(boxes, prose)
        filled = np.maximum(1.0, sizes)
        columns += [
            (paragraphs / total)[boxes],
            (paragraphs / filled)[boxes],
            (np.bincount(boxes, chars * links) / filled)[boxes],
            np.log1p(np.bincount(boxes))[boxes],
        ]
    columns += _from_main(places, np.bincount(places.paths, prose))
    return np.column_stack([places.columns, *columns]).astype(np.float32)


def _from_main(places: Places, prose: Table) -> Iterator[Table]:
    """How far each line's path goes with the path that holds most of the prose."""
    tree = places.tree
    main = tree.ends[int(np.argmax(prose))]
    trail = {0}
    here = main
    while here > 0:
        trail.add(here)
        here = tree.parents[here]
    common = [0]
    for number, parent in enumerate(tree.parents[1:], start=1):
        common.append(places.depths[number] if number in trail else common[parent])
    shared = np.array([common[end] for end in tree.ends], dtype=np.float32)
    depth = np.array([places.depths[end] for end in tree.ends], dtype=np.float32)
    for values in (shared, places.depths[main] - shared, depth - shared):
        yield values[places.paths]


def _numbers(tree: Outline, depths: Sequence[int], level: int) -> Ids:
    """For each path the number of the element that is left without its last `level` elements.

    A path that is too short for that loses as many as it then is short of.
    """
    found = []
    known: dict[int, int] = {}
    for end in tree.ends:
        here, left = end, level
        if level > depths[end]:
            left = min(depths[end], level - depths[end])
        for _ in range(left):
            here = tree.parents[here]
        found.append(known.setdefault(here, len(known)))
    return np.array(found)


def _tag_numbers(tree: Outline) -> Ids:
    """For each path a number, the same for paths of the same tags."""
    known: dict[tuple[int, str], int] = {}
    found = [0]
    for step, parent in zip(tree.steps[1:], tree.parents[1:], strict=True):
        found.append(known.setdefault((found[parent], _tag(step)), len(known) + 1))
    used: dict[int, int] = {}
    return np.array([used.setdefault(found[end], len(used)) for end in tree.ends])


@lru_cache(maxsize=16384)
def _tag(step: str) -> str:
    return step.partition(".")[0].partition("#")[0]


_Named = tuple[float, float, float, float, tuple[bool, ...], float, float]
"""Of the names on the way to an element: worth, their sum, least and greatest; which of `_TAGS`
it is in; the number of the outermost role that is boilerplate, and where."""

_NOWHERE: _Named = (0.0, 0.0, 0.0, 0.0, (False,) * len(_TAGS), -1.0, -1.0)


def _rows(tree: Outline, depths: Sequence[int], worth: Callable[[str], float]) -> list[list[float]]:
    """For each path what the names of its elements say."""
    named = [_NOWHERE]
    for number, parent in enumerate(tree.parents[1:], start=1):
        role = tree.roles[number]
        step = tree.steps[number]
        named.append(_inner(named[parent], worth(step), _tag(step), role, depths[number]))
    return [_row(tree, named, depths, end) for end in tree.ends]


def _inner(
    outer: _Named, value: float, tag: str, role: tuple[Role, str] | None, depth: int
) -> _Named:
    _, total, least, most, tags, box, at = outer
    if tag in _TAG_AT and not tags[_TAG_AT[tag]]:
        place = _TAG_AT[tag]
        tags = (*tags[:place], True, *tags[place + 1 :])
    if box < 0 and role and role[0] in DROPPED:
        box, at = _ROLE_AT[role[0]], depth - 1.0
    if value < least or depth == 1:
        least = value
    if value > most or depth == 1:
        most = value
    return value, total + value, least, most, tags, box, at


def _row(tree: Outline, named: Sequence[_Named], depths: Sequence[int], end: int) -> list[float]:
    value, total, least, most, tags, box, at = named[end]
    parent = tree.parents[end] if end else 0
    above = tree.parents[parent] if parent else 0
    own = -1.0
    for number in (end, parent, above):
        role = tree.roles[number]
        if role and role[0] not in DROPPED:
            own = _ROLE_AT[role[0]]
            break
    near = named[above][0] + named[parent][0] + value
    return [
        total,
        least,
        most,
        near,
        value,
        named[parent][0],
        depths[end],
        *tags,
        box,
        own,
        at,
        tree.boxes[end] is not None,
        tree.inside[end],
    ]

"""Where each line stands among the elements of an HTML page, in numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.extract.element_names import DROPPED, Names
from generator.extract.outline import Outline
from generator.extract.page import Page
from generator.extract.signs import ROLES
from generator.extract.surroundings import Table
from generator.model import Role

_LEVELS = (0, 1, 2, 3)
"""How many of a path's last elements are left out to tell which box a line stands in."""

_TAGS = (
    "article main nav aside footer header form ul table button section blockquote figure a details"
).split()

Ids = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Places:
    """A page's boxes.

    Attributes:
        boxes: For each of `_LEVELS`, and at last by tags alone, the number of each line's box.
        columns: What the names of the elements around each line say.
        paths: Each line's number of its path.
        distinct: The paths.
        kept: Lines in the story's element that no element's name speaks against.
        roles: What the outermost element around each line is for that is boilerplate by name.
    """

    boxes: tuple[Ids, ...]
    columns: Table
    paths: Ids
    distinct: tuple[tuple[str, ...], ...]
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
    distinct = tuple(known)
    boxes = [_numbers(distinct, level)[paths] for level in _LEVELS]
    boxes.append(_tag_numbers(distinct)[paths])
    names_of = page.profile.names_of_elements
    tree = Outline(distinct, np.bincount(paths, prose).tolist(), names_of)
    rows = np.array(
        [
            [*_named(path, worth), *_roles(path, names_of), box is not None, inside]
            for path, box, inside in zip(distinct, tree.boxes, tree.inside, strict=True)
        ],
        dtype=np.float32,
    )
    own = np.array(
        [inside and box is None for box, inside in zip(tree.boxes, tree.inside, strict=True)]
    )
    roles = tuple(tree.boxes[path] for path in paths.tolist())
    return Places(tuple(boxes), rows[paths], paths, distinct, own[paths], roles)


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


def _from_main(places: Places, prose: NDArray[np.float64]) -> Iterator[Table]:
    """How far each line's path goes with the path that holds most of the prose."""
    main = places.distinct[int(np.argmax(prose))]
    shared = np.array([_shared(path, main) for path in places.distinct], dtype=np.float32)
    depth = np.array([len(path) for path in places.distinct], dtype=np.float32)
    for values in (shared, len(main) - shared, depth - shared):
        yield values[places.paths]


def _shared(path: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for step, expected in zip(path, other, strict=False):
        if step != expected:
            break
        count += 1
    return count


def _numbers(paths: Sequence[tuple[str, ...]], level: int) -> Ids:
    known: dict[tuple[str, ...], int] = {}
    cut = [path[: len(path) - level] if level else path for path in paths]
    return np.array([known.setdefault(path, len(known)) for path in cut])


def _tag_numbers(paths: Sequence[tuple[str, ...]]) -> Ids:
    known: dict[tuple[str, ...], int] = {}
    return np.array(
        [known.setdefault(tuple(map(_tag, path)), len(known)) for path in paths]
    )


@lru_cache(maxsize=16384)
def _tag(step: str) -> str:
    return step.partition(".")[0].partition("#")[0]


def _roles(path: Sequence[str], named: Names) -> tuple[float, float, float]:
    """Number of the outermost role that is boilerplate, of the nearest that is not, and where."""
    box, at = -1.0, -1.0
    for depth, step in enumerate(path):
        found = named.role(step)
        if found and found[0] in DROPPED:
            box, at = float(ROLES.index(found[0])), float(depth)
            break
    near = (found for step in path[:-4:-1] if (found := named.role(step)))
    own = next((found for found in near if found[0] not in DROPPED), None)
    return box, float(ROLES.index(own[0])) if own else -1.0, at


def _named(path: Sequence[str], worth: Callable[[str], float]) -> list[float]:
    tags = {_tag(step) for step in path}
    values = [worth(step) for step in path]
    return [
        sum(values),
        min(values, default=0.0),
        max(values, default=0.0),
        sum(values[-3:]),
        values[-1] if values else 0.0,
        values[-2] if len(values) > 1 else 0.0,
        len(path),
        *(tag in tags for tag in _TAGS),
    ]

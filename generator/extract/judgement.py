"""Story or furniture: the model's judgement of each line of a page.

    page ─▶ signs, surroundings, places ─▶ first look ─▶ second look ─▶ log-odds

The second look sees what the first thought of the lines around and of the boxes of the page: a
short line among paragraphs of the story is a subheading, the same line in a box of teasers is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.extract import places, signs, surroundings
from generator.extract.forest import Model
from generator.extract.page import Decided, Page, headline
from generator.extract.signs import COLUMN
from generator.extract.surroundings import Table
from generator.model import Role

_NEAR = (1, 2, 3, 4)
_WINDOWS = (2, 5, 12, 30)
_UNKNOWN = -9.0
_LEVELS = (0.35, 0.6)

FAMILIES = ("words", "form", "links", "place", "elements", "company")
"""What reasons are told by: its words, its form, its links, where it stands, in which elements,
and what stands around it."""


_FAMILY_OF = {
    "links": "links",
    "words_sum": "words",
    "words_least": "words",
    "phrase": "words",
    "title_in_line": "words",
    "line_in_title": "words",
    "decided": "company",
    "vote": "company",
}
_PLACE = frozenset(
    [
        "place",
        "from_top",
        "from_end",
        "lines",
        "from_headline",
        "chars_above",
        "prose_above",
        "prose_below",
    ]
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model thinks of a page.

    Attributes:
        scores: Log-odds of each line; above 0 it is rather story.
        reasons: For each line the family that spoke most for the outcome.
        boxes: For each line what the outermost element around it is for that is boilerplate by
            name; empty for bare text.
    """

    scores: tuple[float, ...]
    reasons: tuple[str, ...]
    boxes: tuple[Role | None, ...] = ()


def judge(model: Model, page: Page, decided: Decided, votes: Decided, title: str) -> Judgement:
    """Judge all lines of a page.

    Args:
        model: For pages of this format.
        page: The page; at least one line.
        decided: What rules are certain of; such lines count as no story.
        votes: What other rules take lines for.
        title: The page's title; empty if unknown.
    """
    known = np.fromiter((i in decided for i in range(len(page.lines))), dtype=bool)
    first, found = first_look(model, page, decided, votes, title)
    thought = second_look(model.first.scores(first), first, known, found)
    leaves = model.second.found(np.hstack([first, thought]))
    scores = model.second.values(leaves)
    reasons = _reasons(model, leaves, scores, html=page.html)
    return Judgement(tuple(scores.tolist()), reasons, found.roles if found else ())


def first_look(
    model: Model,
    page: Page,
    decided: Decided,
    votes: Decided,
    title: str,
    *,
    change: Callable[[Table], Table] | None = None,
) -> tuple[Table, places.Places | None]:
    """Columns made of the page, and its boxes if it has any.

    Args:
        model: As in `judge`, like all that follow.
        page: The page.
        decided: What rules are certain of.
        votes: What other rules take lines for.
        title: The page's title.
        change: For training: what to do to the signs of the lines before all else.
    """
    rows = np.array(signs.measure(page, decided, votes, model.words, title), dtype=np.float32)
    if change:
        rows = change(rows)
    head = headline(decided)
    chars = np.expm1(rows[:, COLUMN["chars"]])
    prose = chars * rows[:, COLUMN["prose"]]
    kept = (rows[:, COLUMN["decided"]] < 0) & (rows[:, COLUMN["vote"]] < 0)
    if not page.html:
        return np.hstack([rows, surroundings.table(rows, kept, head=head)]), None
    found = places.survey(page, model.worth, prose * kept)
    around = surroundings.table(rows, kept & found.kept, head=head)
    placed = places.table(found, chars, rows[:, COLUMN["links"]], prose)
    return np.hstack([rows, around, placed]), found


def second_look(scores: Table, rows: Table, known: Table, found: places.Places | None) -> Table:
    """Columns made of the first look's scores.

    Args:
        scores: Log-odds of the first look.
        rows: A table whose first columns are those of `signs.measure`.
        known: Which lines a rule is certain of.
        found: The page's boxes; None for bare text.
    """
    count = len(scores)
    likely = np.where(known, 0.0, 1 / (1 + np.exp(-scores.astype(np.float64))))
    words = rows[:, COLUMN["words"]].astype(np.float64) + 0.5
    mass = words * likely
    all_words, all_mass = _above(words), _above(mass)
    total = max(float(all_mass[-1]), 1e-6)
    at = np.arange(count)
    columns = [scores]
    for step in _NEAR:
        columns += [_moved(scores, step), _moved(scores, -step)]
    for width in _WINDOWS:
        first, last = np.maximum(0, at - width), np.minimum(count, at + width + 1)
        for start, end in ((first, last), (first, at), (at + 1, last)):
            size = np.maximum(0.5, all_words[end] - all_words[start])
            columns.append((all_mass[end] - all_mass[start]) / size)
    columns += [
        all_mass[at] / total,
        1 - all_mass[at + 1] / total,
        np.full(count, np.log1p(total)),
        np.full(count, total / all_words[-1]),
        np.full(count, scores.max()),
    ]
    for level in _LEVELS:
        head, tail = surroundings.stretch(words * (likely - level))
        columns += [(at >= head) & (at <= tail), at - head, tail - at]
    for boxes in found.boxes if found else ():
        inside = np.bincount(boxes, mass)
        columns += [(inside / np.bincount(boxes, words))[boxes], (inside / total)[boxes]]
    return np.column_stack(columns).astype(np.float32)


def _above(values: Table) -> Table:
    return np.concatenate(([0.0], np.cumsum(values)))


def _moved(values: Table, step: int) -> Table:
    """The values `step` rows before each row; after it if negative."""
    moved = np.full_like(values, _UNKNOWN)
    if step > 0:
        moved[step:] = values[:-step]
    else:
        moved[:step] = values[-step:]
    return moved


def _reasons(
    model: Model, leaves: NDArray[np.intp], scores: Table, *, html: bool
) -> tuple[str, ...]:
    """For each line the family of columns that spoke most for what came out."""
    if not model.shares:
        model.shares.extend(model.second.shares(_families(html=html), len(FAMILIES)))
    found = np.column_stack([share.take(leaves).sum(axis=1) for share in model.shares])
    best = np.argmax(found * np.sign(scores)[:, None], axis=1)
    return tuple(FAMILIES[number] for number in best.tolist())


@lru_cache(maxsize=2)
def _families(*, html: bool) -> NDArray[np.intp]:
    """For each column of the second look's table the number of its family."""
    own = [_FAMILY_OF.get(name, "form") for name in signs.COLUMNS]
    around = ["place" if name in _PLACE else "company" for name in surroundings.names()]
    inside = ["elements"] * (len(places.names()) if html else 0)
    known = [FAMILIES.index(name) for name in (*own, *around, *inside)]
    return np.array(known, dtype=np.intp)

"""What stands around each line of a page, in numbers: the second half of what the model sees."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.extract.signs import COLUMN

Table = NDArray[Any]
"""One row a line, one column a number."""

_NEAR = (1, 2, 3)
_NEIGHBOUR = ("chars", "links", "ends", "prose", "words_sum", "decided", "vote", "kind", "figures")
_WINDOWS = (3, 8, 20)
_FAR = 999.0
_HEADING = 1.0  # `signs.COLUMNS["kind"]` of a heading
_COST = (30.0, 100.0)


def table(signs: Table, kept: Table, *, head: int) -> Table:
    """Columns for the surroundings of each line.

    Args:
        signs: The table of `signs.measure`.
        kept: Lines that no rule and no element's name speaks against.
        head: Row of the headline; -1 if there is none.

    Returns:
        A table with a row a line; `NAMES` names its columns.
    """
    chars = np.expm1(signs[:, COLUMN["chars"]])
    prose = chars * signs[:, COLUMN["prose"]]
    columns = [*_place(chars, prose, head), *_neighbours(signs)]
    columns += _windows(signs, chars, prose, kept)
    columns += _runs(signs, prose * kept)
    return np.column_stack(columns).astype(np.float32)


def names() -> tuple[str, ...]:
    """Names of the columns of `table`, in order."""
    found = ["place", "from_top", "from_end", "lines", "from_headline", "chars_above"]
    found += ["prose_above", "prose_below", "prose_total"]
    found += [f"{name}{step:+d}" for step in (*_steps(),) for name in _NEIGHBOUR]
    for width in _WINDOWS:
        found += [
            f"{name}_within_{width}" for name in ("prose", "links", "words", "stops", "kept", "own")
        ]
        found += [f"prose_above_{width}", f"prose_below_{width}"]
    found += ["since_prose", "until_prose"]
    for number in range(len(_COST)):
        found += [f"in_stretch_{number}", f"since_stretch_{number}", f"until_stretch_{number}"]
    found += ["since_heading", "heading_words", "heading_level", "heading_phrase"]
    return tuple(found)


def _steps() -> tuple[int, ...]:
    return tuple(-step for step in reversed(_NEAR)) + _NEAR


def _place(chars: Table, prose: Table, head: int) -> list[Table]:
    count = len(chars)
    rows = np.arange(count, dtype=np.float32)
    above, total = _above(chars), max(float(chars.sum()), 1.0)
    prose_above, prose_total = _above(prose), max(float(prose.sum()), 1.0)
    from_head = rows - head if head >= 0 else np.full(count, -_FAR, dtype=np.float32)
    return [
        rows / count,
        rows,
        count - 1 - rows,
        np.full(count, count, dtype=np.float32),
        from_head,
        above[:-1] / total,
        prose_above[:-1] / prose_total,
        1 - prose_above[1:] / prose_total,
        np.full(count, np.log1p(prose_total), dtype=np.float32),
    ]


def _above(values: Table) -> Table:
    """Sums of all values before each row, and of all of them."""
    return np.concatenate(([0.0], np.cumsum(values, dtype=np.float64))).astype(np.float32)


def _neighbours(signs: Table) -> list[Table]:
    picked = signs[:, [COLUMN[name] for name in _NEIGHBOUR]]
    columns: list[Table] = []
    for step in _steps():
        moved = np.full_like(picked, -1.0)
        if step < 0:
            moved[-step:] = picked[:step]
        else:
            moved[:-step] = picked[step:]
        columns += list(moved.T)
    return columns


def _windows(signs: Table, chars: Table, prose: Table, kept: Table) -> list[Table]:
    count = len(chars)
    rows = np.arange(count)
    sums = [
        _above(values)
        for values in (
            prose,
            chars * signs[:, COLUMN["links"]],
            signs[:, COLUMN["words_sum"]],
            chars * (signs[:, COLUMN["ends"]] == 1),
            chars * kept,
            prose * kept,
        )
    ]
    all_chars = _above(chars)
    columns: list[Table] = []
    for width in _WINDOWS:
        first, last = np.maximum(0, rows - width), np.minimum(count, rows + width + 1)
        size = np.maximum(1.0, all_chars[last] - all_chars[first])
        columns += [(values[last] - values[first]) / size for values in sums]
        columns.append(np.log1p(sums[0][rows] - sums[0][first]))
        columns.append(np.log1p(sums[0][last] - sums[0][rows + 1]))
    return columns


def _runs(signs: Table, prose: Table) -> list[Table]:
    count = len(prose)
    rows = np.arange(count, dtype=np.float32)
    since, until = distances(prose > 0)
    columns = [since, until]
    for cost in _COST:
        first, last = stretch(prose - cost)
        columns += [
            ((rows >= first) & (rows <= last)).astype(np.float32),
            rows - first,
            last - rows,
        ]
    headings = np.where(signs[:, COLUMN["kind"]] == _HEADING)[0]
    found = np.searchsorted(headings, np.arange(count), side="left") - 1
    at = headings[np.maximum(found, 0)] if len(headings) else np.zeros(count, dtype=np.intp)
    known = found >= 0
    columns.append(np.where(known, rows - at, _FAR))
    columns += [
        np.where(known, signs[at, COLUMN[name]], -1.0) for name in ("words_sum", "level", "phrase")
    ]
    return columns


def distances(flags: NDArray[np.bool_]) -> tuple[Table, Table]:
    """Rows since the last flag before each row, and until the next one after it."""
    count = len(flags)
    rows = np.arange(count)
    before = np.maximum.accumulate(np.where(flags, rows, -1))
    before = np.concatenate(([-1], before[:-1]))
    after = np.minimum.accumulate(np.where(flags, rows, 2 * count)[::-1])[::-1]
    after = np.concatenate((after[1:], [2 * count]))
    since = np.where(before >= 0, rows - before, _FAR)
    until = np.where(after < count, after - rows, _FAR)
    return since.astype(np.float32), until.astype(np.float32)


def stretch(scores: Table) -> tuple[int, int]:
    """First and last row of the stretch with the greatest sum; (0, -1) if none is positive."""
    sums = np.concatenate(([0.0], np.cumsum(scores, dtype=np.float64)))
    lowest = np.minimum.accumulate(sums)
    gains = sums - lowest
    end = int(np.argmax(gains))
    if gains[end] <= 0:
        return 0, -1
    start = int(np.flatnonzero(sums[:end] == lowest[end])[-1])
    return start, end - 1

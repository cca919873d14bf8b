"""The model: two forests of trees that ask the same question in every branch of a level.

Such trees need no walking: the answers to a tree's questions, read as a binary number, are the
number of its leaf, for all lines of a page at once. The trees were grown by CatBoost ("oblivious"
trees; Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features", NeurIPS 2018)
and are kept as plain numbers, so that nothing of it is needed to read them.

The first forest looks at the page. The second looks again, with what the first thought of a
line's neighbours and of the box that it stands in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.errors import SettingsError
from generator.extract.paths import class_words

Table = NDArray[Any]

_REMEMBERED = 50_000
"""Elements whose worth is kept in mind."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of one depth.

    Attributes:
        columns: For each tree, the columns that its levels ask about.
        borders: What they ask: whether the value is greater.
        leaves: For each tree, the value of each leaf; level k's answer is bit k of its number.
        bias: Added to every sum.
    """

    columns: NDArray[np.intp]
    borders: Table
    leaves: Table
    bias: float

    def scores(self, table: Table) -> Table:
        """Log-odds of each row: above 0 it is rather story than furniture."""
        return self.values(self.found(table))

    def values(self, leaves: NDArray[np.intp]) -> Table:
        """Log-odds of each row by its leaves, as `found` gives them."""
        values = self.leaves.ravel().take(leaves)
        found: Table = (values.sum(axis=1) + self.bias).astype(np.float32)
        return found

    def found(self, table: Table) -> NDArray[np.intp]:
        """The leaf of each tree that each row comes to: its place among all leaves."""
        trees, depth = self.columns.shape
        asked = np.ascontiguousarray(table.T).take(self.columns.T.ravel(), axis=0)
        answers = (asked > self.borders.T.reshape(-1, 1)).view(np.uint8)
        levels = answers.reshape(depth, trees, len(table))
        numbers = levels[0].copy()
        for level in range(1, depth):
            numbers += levels[level] << level
        starts = np.arange(trees) * self.leaves.shape[1]
        # Row by row in memory, so that sums are made in the same order whatever the page.
        leaves: NDArray[np.intp] = np.ascontiguousarray(numbers.T) + starts
        return leaves

    def shares(self, families: NDArray[np.intp], count: int) -> Table:
        """What the columns of each family move a row's score that comes to a leaf.

        A tree's value is reached in steps, from the mean of all its leaves to the mean of those
        that are left after each answer; each step is owed to the column that was asked about.
        Source: Saabas, "Interpreting random forests", 2014.

        Args:
            families: For each column the number of its family; further columns have none.
            count: How many families there are.

        Returns:
            A row for each family; a column for each leaf of each tree, in order.
        """
        trees, depth = self.columns.shape
        steps = [self.leaves]
        for _ in range(depth):  # the last question is the highest bit: halve, from the top
            half = steps[-1].shape[1] // 2
            steps.append((steps[-1][:, :half] + steps[-1][:, half:]) / 2)
        leaves = np.arange(1 << depth)
        every = np.arange(trees)
        beyond = np.full(int(self.columns.max()) + 1, count)
        owed = np.concatenate([families, beyond])[self.columns]
        moved = np.zeros((trees, len(leaves), count + 1), dtype=np.float32)
        for level in range(depth):
            after = steps[depth - level - 1][:, leaves & ((2 << level) - 1)]
            before = steps[depth - level][:, leaves & ((1 << level) - 1)]
            moved[every, :, owed[:, level]] += after - before
        return np.ascontiguousarray(moved[:, :, :count].reshape(-1, count).T)


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned about pages of one format.

    Attributes:
        first: Judges by the page.
        second: Judges by the page and the first judgement.
        words: Word of a short line → what it is worth.
        names: Word of a class or id → what it is worth; empty for bare text.
        shares: `Forest.shares` of the second, once that was asked for.
    """

    first: Forest
    second: Forest
    words: Mapping[str, float]
    names: Mapping[str, float]
    shares: list[Table] = field(default_factory=list, compare=False, repr=False)
    _steps: dict[str, float] = field(default_factory=dict, compare=False, repr=False)

    def worth(self, step: str) -> float:
        """What the names of an element are worth: the sum over their words."""
        if step not in self._steps:
            if len(self._steps) >= _REMEMBERED:
                self._steps.clear()
            self._steps[step] = sum(self.names.get(word, 0.0) for word in class_words(step))
        return self._steps[step]


def parse(text: str) -> Model:
    """Read the weights of one format.

    Args:
        text: JSON, as the training script writes it.

    Raises:
        SettingsError: They are not such weights.
    """
    try:
        data = json.loads(text)
        return Model(
            first=_forest(data["first"]),
            second=_forest(data["second"]),
            words=data["words"],
            names=data["names"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise SettingsError(f"weights of the model cannot be read: {error}") from error


def _forest(data: Mapping[str, Sequence[Mapping[str, Sequence[float]]] | float]) -> Forest:
    trees = data["trees"]
    if isinstance(trees, float):
        raise TypeError("trees")
    return Forest(
        columns=np.array([tree["columns"] for tree in trees], dtype=np.intp),
        borders=np.array([tree["borders"] for tree in trees], dtype=np.float32),
        leaves=np.array([tree["leaves"] for tree in trees], dtype=np.float32),
        bias=float(np.asarray(data["bias"])),
    )

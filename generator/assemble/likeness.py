"""How alike things are by the features that they share, without ever comparing all pairs.

Each thing is a vector of weighted features; two are as alike as the inner product of their vectors,
which is the cosine for vectors of length 1. Those that could be alike are found through the things
that have a feature in common.

Source: cosine and inverse document frequency after Salton and Buckley, "Term-weighting approaches
in automatic text retrieval", 1988.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

WINDOW = 32
"""Of those that have a feature, so many next to a thing on either side are looked at: the cost of
a feature that everything has stays linear, and a reader of news from 1995 is not sent to 2024 for
a name that stands everywhere."""

PROBES = 16
"""Features of a thing by which others are found; what shares only weaker ones is not near."""

Positions = npt.NDArray[np.int64]
Weights = npt.NDArray[np.float64]


class Likeness:
    """Things in an order in which neighbours are near each other (in time), with their features."""

    def __init__(self, vectors: Sequence[Mapping[str, float]]) -> None:
        """Take the things.

        Args:
            vectors: Of each thing: feature → weight, which is above 0; of length 1 or less.
        """
        names = sorted(set(itertools.chain.from_iterable(vectors)))
        numbers = {name: number for number, name in enumerate(names)}
        sizes = [len(vector) for vector in vectors]
        things = np.repeat(np.arange(len(vectors)), sizes)
        every = itertools.chain.from_iterable(vectors)
        features = np.fromiter(map(numbers.__getitem__, every), np.int64, sum(sizes))
        values = itertools.chain.from_iterable(vector.values() for vector in vectors)
        weights = np.fromiter(values, np.float64, sum(sizes))
        # All vectors in one row, of each thing the strongest features first.
        order = np.lexsort((features, -weights, things))
        self._features, self._weights = features[order], weights[order]
        self._bounds = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
        # The same by features, of each the things in their order; and where each stands there.
        by_feature = np.argsort(self._features, kind="stable")
        self._having, self._had = things[by_feature], self._weights[by_feature]
        place = np.empty_like(by_feature)
        place[by_feature] = np.arange(len(place))
        counts = np.bincount(self._features, minlength=len(names))
        ends = np.cumsum(counts)
        self._from = np.maximum(place - WINDOW, (ends - counts)[self._features])
        self._to = np.minimum(place + WINDOW + 1, ends[self._features])
        self._own = np.zeros(len(names))

    def near(self, position: int) -> tuple[Positions, Weights]:
        """Things near one that share a feature with it, once for each, and what it adds.

        What they add for a thing is at most the product of both: only the `PROBES` strongest
        features are asked, and of those what stands within the window.
        """
        first = self._bounds[position]
        asked = slice(first, min(first + PROBES, self._bounds[position + 1]))
        starts, sizes = self._from[asked], self._to[asked] - self._from[asked]
        found = _ranges(starts, sizes)
        return self._having[found], np.repeat(self._weights[asked], sizes) * self._had[found]

    def products(self, one: int, others: Positions) -> Weights:
        """The inner products of one thing with others."""
        mine = slice(self._bounds[one], self._bounds[one + 1])
        self._own[self._features[mine]] = self._weights[mine]
        starts, sizes = self._bounds[others], self._bounds[others + 1] - self._bounds[others]
        theirs = _ranges(starts, sizes)
        parts = self._own[self._features[theirs]] * self._weights[theirs]
        self._own[self._features[mine]] = 0.0
        which = np.repeat(np.arange(len(others)), sizes)
        products: Weights = np.bincount(which, parts, minlength=len(others)).astype(np.float64)
        return products


def window(positions: Positions, position: int) -> Positions:
    """Of some rising positions those next to one, `WINDOW` on either side."""
    middle = int(np.searchsorted(positions, position))
    return positions[max(middle - WINDOW, 0) : middle + WINDOW + 1]


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """The same vector with length 1."""
    norm = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {feature: weight / norm for feature, weight in vector.items()}


def _ranges(starts: Positions, sizes: Positions) -> Positions:
    """All numbers of some ranges, one range after the other."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    ranges: Positions = np.arange(total) + np.repeat(starts - (ends - sizes), sizes)
    return ranges

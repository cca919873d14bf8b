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
from bisect import bisect_left
from collections.abc import Mapping, Sequence

WINDOW = 32
"""Of those that have a feature, so many next to a thing on either side are looked at: the cost of
a feature that everything has stays linear, and a reader of news from 1995 is not sent to 2024 for
a name that stands everywhere."""

PROBES = 16
"""Features of a thing by which others are found; what shares only weaker ones is not near."""


class Likeness:
    """Things in an order in which neighbours are near each other (in time), with their features."""

    def __init__(self, vectors: Sequence[Mapping[str, float]]) -> None:
        """Take the things.

        Args:
            vectors: Of each thing: feature → weight, which is above 0; of length 1 or less.
        """
        self._vectors = [
            dict(sorted(vector.items(), key=lambda item: (-item[1], item[0]))) for vector in vectors
        ]
        self._postings: dict[str, tuple[list[int], list[float]]] = {}
        for position, vector in enumerate(self._vectors):
            for feature, weight in vector.items():
                positions, weights = self._postings.setdefault(feature, ([], []))
                positions.append(position)
                weights.append(weight)

    def add_near(self, position: int, factor: float, found: dict[int, float]) -> None:
        """Add to `found` what things near this one share with it, times a factor.

        What is added for a thing is at most the product of both: only the `PROBES` strongest
        features are asked, and of those what stands within the window.
        """
        for feature, own in itertools.islice(self._vectors[position].items(), PROBES):
            positions, weights = self._postings[feature]
            here = near(positions, position)
            scale = own * factor
            for other, weight in zip(positions[here], weights[here], strict=True):
                found[other] = found.get(other, 0.0) + scale * weight

    def shared(self, one: int, other: int) -> dict[str, float]:
        """Features that both have → what each adds to the product."""
        ours, theirs = self._vectors[one], self._vectors[other]
        return {
            feature: weight * theirs[feature]
            for feature, weight in ours.items()
            if feature in theirs
        }


def near(positions: Sequence[int], position: int) -> slice:
    """Which of some rising positions stand next to one, `WINDOW` on either side."""
    middle = bisect_left(positions, position)
    return slice(max(middle - WINDOW, 0), middle + WINDOW + 1)


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """The same vector with length 1."""
    norm = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {feature: weight / norm for feature, weight in vector.items()}

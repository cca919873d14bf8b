"""The metric: how much of the gold text came out, and how much of what came out is gold.

Source: scrapinghub/article-extraction-benchmark, `evaluate.py`: multisets of 4-token shingles.
"""

from __future__ import annotations

import random
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

Shingles = Counter[tuple[str, ...]]

SIZE = 4
"""Tokens in a shingle."""

RESAMPLES = 1_000
"""Bootstrap samples; the standard deviation of F1 is stable to .0002 from here on."""

_SEED = 20_261_122
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageScore:
    """One page's score.

    Attributes:
        precision: Share of the output that is gold, 0-1; None if there is no output.
        recall: Share of the gold that is in the output, 0-1; None if there is no gold.
    """

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float:
        """Harmonic mean; 1 where there is neither gold nor output, 0 where one is missing."""
        if self.precision is None and self.recall is None:
            return 1.0
        return harmonic(self.precision or 0.0, self.recall or 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The score of a set of pages.

    Attributes:
        f1: Harmonic mean of precision and recall, 0-1.
        precision: Mean over pages with any output, 0-1.
        recall: Mean over pages with any gold, 0-1.
        error: Standard deviation of `f1` when pages are resampled.
        pages: How many pages.
    """

    f1: float
    precision: float
    recall: float
    error: float
    pages: int


def tokens(text: str) -> list[str]:
    r"""Runs of `\w`, in NFC, since the gold and a tool may compose letters differently."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


def shingles(text: str) -> Shingles:
    """All runs of four tokens with how often they occur; a shorter text is one shingle."""
    words = tokens(text)
    if not words:
        return Counter()
    starts = range(max(1, len(words) - SIZE + 1))
    return Counter(tuple(words[start : start + SIZE]) for start in starts)


def compare(gold: str, output: str) -> PageScore:
    """Score one page's output."""
    wanted, given = shingles(gold), shingles(output)
    right = (wanted & given).total()
    return PageScore(
        precision=right / given.total() if given else None,
        recall=right / wanted.total() if wanted else None,
    )


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean; 0 if either is 0."""
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def summarise(scores: Sequence[PageScore]) -> Score:
    """Score a set of pages, with its bootstrap error; the same for the same pages, always."""
    precision, recall = _means(scores)
    choose = random.Random(_SEED).choices  # noqa: S311 - a seeded sample, not a secret
    resampled = [
        harmonic(*_means(choose(scores, k=len(scores)))) for _ in range(RESAMPLES if scores else 0)
    ]
    return Score(
        f1=harmonic(precision, recall),
        precision=precision,
        recall=recall,
        error=statistics.pstdev(resampled) if resampled else 0.0,
        pages=len(scores),
    )


def _means(scores: Sequence[PageScore]) -> tuple[float, float]:
    return (
        _mean([score.precision for score in scores if score.precision is not None]),
        _mean([score.recall for score in scores if score.recall is not None]),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0

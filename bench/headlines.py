"""Fit the weights by which the headline of a flattened page is found.

    python -m bench.headlines ../shared/benchmarks

Prints `WEIGHTS` for `generator/extract/headlines.py`, and how many of the headlines that are lines
of their pages it finds on the pages that are held back.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.flatten import flatten
from bench.metadata import alike
from bench.sets import Page, load
from generator.convert import profiles
from generator.extract import blocks, blocks_head, classifier, headlines, recognition
from generator.extract.page import look
from generator.model import Capture

_STEPS, _RATE, _DECAY = 400, 0.05, 1e-3
"""Steps of Adam, with its usual means of gradients, and a penalty on the squares of weights."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A page's lines that could be its headline.

    Attributes:
        signs: A row for each.
        right: Which of them it is; more than one where the page prints it twice.
    """

    signs: NDArray[np.float64]
    right: NDArray[np.bool_]


def choice(page: Page) -> Choice | None:
    """The candidates of a page; None if the headline is not among them."""
    text = flatten(page.html())
    capture = Capture(raw=page.key, sha256="", format="text", encoding="utf-8", text=text)
    found, head = blocks.read(capture), blocks_head.read(capture)
    profile, _ = recognition.recognise(found, head, profiles())
    judged, decided = classifier.judge(look(found, profile=profile, head=head, html=False))
    lines = list(headlines.candidates(judged, decided))
    right = np.array([alike(page.title, judged.lines[line.i].text) for line in lines], dtype=bool)
    if not right.any():
        return None
    return Choice(np.array([line.signs for line in lines]), right)


def fit(choices: list[Choice]) -> NDArray[np.float64]:
    """The weights that make the right lines most likely."""
    spread = np.vstack([each.signs for each in choices]).std(axis=0) + 1e-9
    weights = np.zeros(len(spread))
    mean, square = np.zeros(len(spread)), np.zeros(len(spread))
    for step in range(1, _STEPS + 1):
        slope = _DECAY * weights
        for each in choices:
            signs = each.signs / spread
            odds = np.exp(signs @ weights - (signs @ weights).max())
            right = odds * each.right
            slope += signs.T @ (odds / odds.sum() - right / right.sum()) / len(choices)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        move = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights -= _RATE * move
    fitted: NDArray[np.float64] = weights / spread
    return fitted


def main(data: Path) -> None:
    """Fit, and print."""
    pages = [page for page in load(data, "wcxb") if page.title]
    learnt = [found for page in pages if not page.held_back and (found := choice(page))]
    weights = fit(learnt)
    for name, weight in zip(headlines.WEIGHTS, weights, strict=True):
        sys.stdout.write(f'    "{name}": {weight:.2f},\n')
    held = [found for page in pages if page.held_back and (found := choice(page))]
    right = sum(bool(each.right[(each.signs @ weights).argmax()]) for each in held)
    sys.stdout.write(f"held back: {right} of {len(held)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

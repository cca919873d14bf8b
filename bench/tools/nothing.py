"""Nothing removed: all text that is on the page, which is what any extractor should beat."""

from __future__ import annotations

from bench.flatten import flatten
from bench.tools import Sheet


def extract(page: Sheet) -> str:
    """All visible text."""
    return page.text() if page.flattened else flatten(page.html())

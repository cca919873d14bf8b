"""readability-lxml: its summary, as text."""

from __future__ import annotations

import readability

from bench.flatten import flatten
from bench.tools import Facts, Sheet


def extract(page: Sheet) -> str:
    """The lines of the summary."""
    return flatten(readability.Document(page.html(), url=page.url or None).summary())


def facts(page: Sheet) -> Facts:
    """The title, and the text with what it keeps of pictures."""
    document = readability.Document(page.html(), url=page.url or None)
    return Facts(title=document.short_title() or "", text=flatten(document.summary()))

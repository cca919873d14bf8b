"""jusText, with its English stop words: both data sets are mostly English."""

from __future__ import annotations

from functools import cache

import justext

from bench.tools import Sheet


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(justext.get_stoplist("English"))


def extract(page: Sheet) -> str:
    """The paragraphs that are not boilerplate."""
    paragraphs = justext.justext(page.html(), _stop_words())
    return "\n".join(found.text for found in paragraphs if not found.is_boilerplate)

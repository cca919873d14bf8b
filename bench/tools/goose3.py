"""goose3: its cleaned text, without fetching pictures."""

from __future__ import annotations

from functools import cache

import goose3

from bench.tools import Facts, Sheet


@cache
def _goose() -> goose3.Goose:
    return goose3.Goose({"enable_image_fetching": False})


def extract(page: Sheet) -> str:
    """The cleaned text."""
    return _goose().extract(raw_html=page.html()).cleaned_text or ""


def facts(page: Sheet) -> Facts:
    """Title, authors and date."""
    made = _goose().extract(raw_html=page.html())
    return Facts(
        title=made.title or "",
        author="; ".join(made.authors or []),
        date=(made.publish_date or "")[:10],
        text=made.cleaned_text or "",
    )

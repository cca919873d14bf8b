"""trafilatura: text by `extract`, facts by `bare_extraction`."""

from __future__ import annotations

import trafilatura

from bench.tools import Facts, Sheet


def extract(page: Sheet, **options: bool) -> str:
    """The text, with trafilatura's own defaults but for the options of this row."""
    return trafilatura.extract(page.html(), url=page.url or None, **options) or ""


def facts(page: Sheet) -> Facts:
    """Title, author and date (by htmldate), and the text with what it keeps of pictures."""
    made = trafilatura.bare_extraction(
        page.html(), url=page.url or None, with_metadata=True, include_images=True
    )
    if made is None:
        return Facts()
    return Facts(
        title=made.title or "",
        author=made.author or "",
        date=(made.date or "")[:10],
        text=made.text or "",
    )

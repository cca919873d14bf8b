"""newspaper4k, from a page that is at hand."""

from __future__ import annotations

import newspaper

from bench.tools import Facts, Sheet


def extract(page: Sheet) -> str:
    """The text."""
    return _article(page).text or ""


def facts(page: Sheet) -> Facts:
    """Title, authors and date."""
    made = _article(page)
    date = made.publish_date
    return Facts(
        title=made.title or "",
        author="; ".join(made.authors or []),
        date=date.date().isoformat() if date else "",
        text=made.text or "",
    )


def _article(page: Sheet) -> newspaper.Article:
    url = page.url or "https://page.example/"
    made = newspaper.Article(url, language="en", fetch_images=False)
    made.download(input_html=page.html())
    made.parse()
    return made

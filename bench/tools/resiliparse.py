"""resiliparse: main content as plain text."""

from __future__ import annotations

from resiliparse.extract.html2text import extract_plain_text

from bench.tools import Sheet


def extract(page: Sheet) -> str:
    """The main content, without alternative texts, which are never in the gold."""
    return str(extract_plain_text(page.html(), main_content=True, alt_texts=False))

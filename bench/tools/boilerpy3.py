"""boilerpy3: its extractor for articles."""

from __future__ import annotations

from boilerpy3 import extractors

from bench.tools import Sheet


def extract(page: Sheet) -> str:
    """The text that the article extractor keeps."""
    return str(extractors.ArticleExtractor(raise_on_failure=False).get_content(page.html()))

"""How much of an article readers may see, and whether they may see what cleaning took out."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Article, Entity

_FULL = "full"


def amount(article: Article, records: Mapping[str, Entity]) -> str:
    """How much may be shown: the article's own word, its outlet's, or `full`.

    Args:
        article: A text in any language.
        records: Id → record.

    Returns:
        `full`, `excerpt` or `link`.
    """
    outlet = records.get(article.source.outlet)
    return article.rights.show or (outlet.rights.show if outlet else "") or _FULL


def lists_removals(original: Article, records: Mapping[str, Entity]) -> bool:
    """Whether a page shows the lines that cleaning took out of an article.

    The captions and teasers among them are as much the outlet's as the text is, so they are shown
    only where the whole text may be. Lines that were put back since do not count: the page stays.

    Args:
        original: The article in its own language.
        records: Id → record.
    """
    done = original.cleaning
    return done is not None and done.removed > 0 and amount(original, records) == _FULL

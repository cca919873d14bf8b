"""Which captures are of one page, and which of them is published.

**The rule of the fullest.** Of several captures of one page, the fullest is published: of those
that kept at least nine tenths of the longest story's words, the one of which most facts are known,
then the one scraped last, then the longest, then the first by name.

**The rule of the eldest.** What readers cite is named after the capture that was scraped first, or
is first by name: the article's id, its folder and its slug. A capture that comes later, as captures
do, then changes none of these, and the archive is the same whether it was made at once or as the
captures came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator import web
from generator.convert.made import Summary
from generator.model import Article
from generator.vietnamese import fold

WHOLE = 0.9
"""Share of the longest story's words from which on a story counts as kept whole."""

ALIKE = 0.3
"""Share of the shorter text's runs of words that stand in the longer one, if they are one."""

_RUN = 3  # words
_WORD = re.compile(r"\w+")


def page_of(url: str, lang: str) -> str:
    """What is the same for all captures of one page: `web.page`, and the language.

    Args:
        url: Where the page says it is, or where it was fetched from.
        lang: Language of the text, since one address may show several.

    Returns:
        A text to be compared; empty if the address names no page.
    """
    page = web.page(url)
    return f"{lang} {page}" if page else ""


def fullest_first(captures: Iterable[Summary]) -> list[Summary]:
    """Captures of one page, by the rule of the fullest."""
    found = sorted(captures, key=lambda summary: (-summary.words, summary.raw))
    found.sort(key=_moment, reverse=True)
    whole = WHOLE * max((summary.words for summary in found), default=0)
    return sorted(found, key=lambda summary: (summary.words < whole, -summary.facts))


def eldest(captures: Iterable[Summary]) -> Summary:
    """The capture of a page that names its article, by the rule of the eldest."""
    return min(captures, key=by_age)


def by_age(summary: Summary) -> tuple[bool, str, str]:
    """Sorts the oldest first; those whose time is unknown last, by name."""
    return summary.captured is None, _moment(summary), summary.raw


def _moment(summary: Summary) -> str:
    """In UTC and ISO 8601, so that texts compare as times do; empty if unknown."""
    return str(summary.captured or "")


def are_one(first: Article, second: Article) -> bool:
    """Whether two texts that were found at one address are one article.

    Addresses lie: a broken template gives all pages that of one, and a page of news in brief is
    another text every day. So the texts must have the headline, or a good part of their words, in
    common; otherwise each is an article of its own.
    """
    if fold(first.title) == fold(second.title):
        return True
    runs = sorted((_runs(first.body), _runs(second.body)), key=len)
    return bool(runs[0]) and len(runs[0] & runs[1]) >= ALIKE * len(runs[0])


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(fold(text))
    return {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}

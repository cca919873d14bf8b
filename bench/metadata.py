"""Scores of what is known of a page besides its text: dates, headlines, bylines, captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from lxml import etree

from bench.flatten import parse
from bench.metric import harmonic, tokens
from bench.sets import Page
from bench.tools import Facts

_ALIKE = 0.8
"""Two texts are the same if the F1 of their words is so much: a mark or a `by` may differ."""

_FEWEST = 2
"""Words of a caption."""

_SHARE = 0.5
"""A caption of which more is linked is another story's headline."""

_ASIDE = frozenset({"a", "nav", "aside", "footer", "noscript", "template"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PICTURES = ("img", "amp-img", "picture")

# In JSON-LD, in a `meta` element, and as microdata.
_PUBLISHED = re.compile(
    r"""(?:"datePublished"\s*:\s*"|published_time[^<>]{0,20}content="|datePublished"[^<>]{0,40}?")"""
    r"(\d{4}-\d\d-\d\d)"
)

Counts = Mapping[str, Mapping[str, int]]
"""`dates`, `headlines`, `bylines`, `captions` → what happened → how often."""


def score(known: Iterable[tuple[Page, Facts]]) -> Counts:
    """Count, over pages with a known date and so on, what a tool said."""
    dates, headlines, bylines, captions = (Counter[str]() for _ in range(4))
    for page, facts in known:
        if page.date:
            dates[_date(page, facts)] += 1
        if page.title:
            headlines[_text(page.title, facts.title)] += 1
        if page.author:
            bylines[_text(page.author, facts.author)] += 1
        wanted = printed_captions(page.html())
        found = sum(_has(facts, caption) for caption in wanted)
        captions += Counter({"found": found, "missed": len(wanted) - found})
    counted = {"dates": dates, "headlines": headlines, "bylines": bylines, "captions": captions}
    return {name: dict(sorted(counter.items())) for name, counter in counted.items()}


def wrong_dates(known: Iterable[tuple[Page, Facts]]) -> list[str]:
    """The pages whose date is wrong or missed: what was said, how it was known, what is right."""
    return [
        f"{page.key}: {facts.date or 'no date'} ({facts.basis}), not {page.date}"
        for page, facts in known
        if page.date and _date(page, facts) not in ("right", "disputed")
    ]


def printed_captions(html: str) -> list[str]:
    """The captions of a page's own pictures, as far as its markup tells.

    A `figcaption` of two words or more, in a `figure` with a picture, not in an aside, a
    navigation, a footer or a link, not mostly linked, and without a heading in it. The same text
    counts once.
    """
    root = parse(html)
    if root is None:
        return []
    found = [_shown(element) for element in root.iter("figcaption") if _is_caption(element)]
    return list(dict.fromkeys(found))


def _is_caption(element: etree._Element) -> bool:
    text = _shown(element)
    figure = next(element.iterancestors("figure"), None)
    linked = sum(len(_shown(link)) for link in element.iter("a"))
    return (
        len(tokens(text)) >= _FEWEST
        and linked <= _SHARE * len(text)
        and figure is not None
        and next(figure.iter(*_PICTURES), None) is not None
        and next(element.iter(*_HEADINGS), None) is None
        and not any(outer.tag in _ASIDE for outer in element.iterancestors())
    )


def _shown(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _date(page: Page, facts: Facts) -> str:
    """What became of a known date.

    WCXB's dates are often those of the last change. So a day that is not WCXB's, but that the
    page's own data gives as the day of publication, is `disputed` and not wrong.
    """
    if not facts.date:
        return "missed"
    precision = min(len(page.date), len(facts.date))
    if page.date[:precision] == facts.date[:precision]:
        return "right"
    if facts.date in _PUBLISHED.findall(page.html()):
        return "disputed"
    return "wrong as stated" if facts.basis == "stated" else "wrong as inferred"


def _text(wanted: str, given: str) -> str:
    if not given:
        return "missed"
    return "right" if alike(wanted, given) else "other"


def alike(first: str, second: str) -> bool:
    """Whether two texts have nearly the same words, whatever their case and order."""
    one, other = Counter(tokens(first.casefold())), Counter(tokens(second.casefold()))
    both = (one & other).total()
    return bool(both) and harmonic(both / one.total(), both / other.total()) >= _ALIKE


def _has(facts: Facts, caption: str) -> bool:
    """Whether a caption is among the tool's, or its words stand in a row in the tool's text."""
    if any(alike(caption, given) for given in facts.captions):
        return True
    return f" {' '.join(tokens(caption))} " in f" {' '.join(tokens(facts.text))} "

"""In which language a text is written: the site's two, and enough of the others to know them.

A detector of our own, since blocks are many and short: most are told by their script or their
Vietnamese letters in microseconds, and what is left is either certain or left open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.extract.languages import LETTERS, SCRIPTS, UNACCENTED, VIETNAMESE, WORDS
from generator.model import LANGS

_WORD = re.compile(r"[^\W\d_]+")

_SHARE_VI, _SHARE_EN, _SHARE = 0.15, 0.12, 0.16
"""From these shares of words on, a text is in Vietnamese, in English, in another language; news
has about .6, .3 and .3, and names alone give an English text about .05 Vietnamese words."""

_ENOUGH = 60
"""From so many words on, about two sentences, a text says what it is not."""

_SAMPLE = 800
"""So many words are enough."""

_FEWEST = 8
"""A block of fewer words in Latin letters may be a name or a title: its language is left open."""

_LETTERS = 12
"""So many letters of another script are no single word or name."""


def tell(texts: Iterable[str], declared: str = "") -> str:
    """Tell Vietnamese from English.

    Args:
        texts: What is to be judged, the story's paragraphs.
        declared: What the page says of itself (`lang` of its root), believed only where the
            text leaves it open.

    Returns:
        `vi` or `en`; empty if it is neither, or too little to tell.
    """
    counts = _count(texts)
    total = counts.total()
    found = _latin(counts, total)
    if found:
        return found if found in LANGS else ""
    primary = declared.lower().replace("_", "-").partition("-")[0]
    return primary if primary in LANGS and total <= _ENOUGH else ""


def of_story(texts: Iterable[str]) -> str:
    """The language that most words of a story are in, as an ISO 639-1 code; empty if open."""
    sample: list[str] = []
    size = 0
    for text in texts:
        sample.append(text)
        size += text.count(" ") + 1
        if size >= _SAMPLE:
            break
    joined = "\n".join(sample)
    return _script(joined) or _latin(counts := _count([joined]), counts.total())


def of_block(text: str) -> str:
    """The language of one block where it is certain, as an ISO 639-1 code; else empty.

    Short blocks in Latin letters, names and numbers are left open; a placeholder in Russian on a
    Vietnamese page is `ru`.
    """
    if script := _script(text):
        return script
    if text.isascii() and text.count(" ") + 1 < _FEWEST:
        return ""
    counts = _count([text])
    return _latin(counts, total) if (total := counts.total()) >= _FEWEST else ""


def _count(texts: Iterable[str]) -> Counter[str]:
    """The words of the texts, lower case, until there are enough."""
    counts: Counter[str] = Counter()
    left = _SAMPLE
    for text in texts:
        words = _WORD.findall(text.lower())
        counts.update(words[:left])
        left -= len(words)
        if left <= 0:
            break
    return counts


def _latin(counts: Counter[str], total: int) -> str:
    """The language that the words are in, by their letters and the commonest among them."""
    if not total:
        return ""
    accented = [(word, n) for word, n in counts.items() if not word.isascii()]
    vietnamese = sum(n for word, n in accented if VIETNAMESE.search(word)) / total
    shares = {lang: _share(counts, words, total) for lang, words in WORDS.items()}
    best = max(shares, key=lambda lang: (shares[lang], lang))
    if vietnamese >= _SHARE_VI and vietnamese > shares["en"]:
        return "vi"
    if shares["en"] >= _SHARE_EN and best == "en":
        return "en"
    if _share(counts, UNACCENTED, total) >= _SHARE_VI:
        return "vi"
    return best if shares[best] >= _SHARE else ""


def _share(counts: Counter[str], words: frozenset[str], total: int) -> float:
    return sum([counts[word] for word in words.intersection(counts)]) / total


def _script(text: str) -> str:
    """The language of a text of which most letters are of one script that is not Latin."""
    if text.isascii():
        return ""
    letters = sum(map(str.isalpha, text))
    for lang, script in SCRIPTS:
        own = len(script.findall(text))
        if own >= min(_LETTERS, max(letters, 1)) and own * 2 > letters:
            others = (
                other for known, other, only in LETTERS if known == lang and only.search(text)
            )
            return next(others, lang)
    return ""

"""In which of the site's languages a text is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
# Letters that no other language written by news sites shares with Vietnamese: ă đ ơ ư, and all
# that carry a tone on top of a mark.
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯẠ-ỹ]")
_ENGLISH_WORDS = "the of and to in a is that for on with was as by at from has have an be"
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_BARE_WORDS = "va cua cac trong nguoi duoc khong nhung voi cho nuoc viet nam tai ngay"
_UNACCENTED = frozenset(_BARE_WORDS.split())

_SHARE_VI, _SHARE_EN = 0.15, 0.12
"""From these shares of words on, a text is in that language; news has about .6 and .3, and names
alone give an English text about .05 Vietnamese words."""

_ENOUGH = 60
"""From so many words on, about two sentences, a text says what it is not."""

_SAMPLE = 2_000
"""So many words are enough."""


def tell(texts: Iterable[str], declared: str = "") -> str:
    """Tell Vietnamese from English.

    Args:
        texts: What is to be judged, the story's paragraphs.
        declared: What the page says of itself (`lang` of its root), believed only where the
            text leaves it open.

    Returns:
        `vi` or `en`; empty if it is neither, or too little to tell.
    """
    words: list[str] = []
    for text in texts:
        words += _WORD.findall(text)
        if len(words) >= _SAMPLE:
            break
    if words:
        lowered = [word.lower() for word in words]
        vietnamese = sum(bool(_VIETNAMESE.search(word)) for word in words) / len(words)
        english = sum(word in _ENGLISH for word in lowered) / len(words)
        bare = sum(word in _UNACCENTED for word in lowered) / len(words)
        if vietnamese >= _SHARE_VI and vietnamese > english:
            return "vi"
        if english >= _SHARE_EN:
            return "en"
        if bare >= _SHARE_VI:
            return "vi"
    primary = declared.lower().replace("_", "-").partition("-")[0]
    return primary if primary in ("vi", "en") and not _foreign(words) else ""


def _foreign(words: list[str]) -> bool:
    """Whether a text is long enough to tell that it is in neither language."""
    return len(words) > _ENOUGH

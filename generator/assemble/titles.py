"""Posts as texts write them: before a name ("Bộ trưởng Sơn"), and in the roles of records."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from generator import posts

_WINDOW, _LONGEST_WORD = 48, 16
_NOT_WORD = re.compile(r"[\s(,.;:“\"]")
_BETWEEN = re.compile(r"\s*(?:,|;|/|\bkiêm\b|\band\b|\brồi\b)\s*")
_FOREIGN = ("ngoại trưởng", "bộ trưởng", "ngoại giao")

HONORIFICS = frozenset(
    word.casefold() for word in (*posts.VIETNAMESE_HONORIFICS, *posts.ENGLISH_HONORIFICS)
)
"""Words that say that a person follows, and no post."""

_DOTTED = frozenset({"mr", "mrs", "ms", "dr", "prof", "h.e", "gs", "pgs", "ts", "ths"})
"""Those behind which a full stop ends no sentence."""

PRONOUNS = frozenset({"ông", "bà", "anh", "chị", "cô", "mr", "mrs", "ms"})
"""Those after which no country can stand: "nhà báo Mỹ" is a journalist's country, "bà Mỹ" not."""


def before(text: str, position: int) -> str:
    """The post or honorific that stands right before a position, the longest one.

    Returns:
        As in `posts`, case folded; empty if there is none.
    """
    if text[position - 1 : position] != " ":
        return ""
    # Before most names stands no post: the last word tells at once.
    last = text[text.rfind(" ", 0, position - 1) + 1 : position - 1]
    if last.isalpha() and last.casefold() not in _by_last_word():
        return ""
    window = text[max(position - _WINDOW, 0) : position - 1]
    dotted = window.endswith(".")
    window = window.removesuffix(".")
    known = _by_last_word().get(_NOT_WORD.split(window[-_LONGEST_WORD:])[-1].casefold())
    if not known:
        return ""
    window = window.casefold()
    for post in known:
        if window.endswith(post) and (not dotted or post in _DOTTED):
            start = len(window) - len(post)
            if not start or not window[start - 1].isalnum():
                return post
    return ""


def begins(text: str, position: int) -> bool:
    """Whether a post stands at a position: "… Bùi Thanh Sơn Bộ trưởng …"."""
    return bool(leading(text[position : position + _WINDOW]))


def leading(text: str) -> str:
    """The post or honorific that a text begins with, the longest; empty if there is none."""
    text = text.casefold()
    first = text.split(" ", 1)[0].strip(",.;:")
    return next((post for post in _by_first_word().get(first, ()) if _starts(text, post)), "")


@cache
def ranks(title: str, lang: str, *, wide: bool = False) -> frozenset[str]:
    """The posts that a role's title is, as they would stand before a name.

    "Phó Chủ tịch kiêm Tổng Thư ký VUFO" is a `phó chủ tịch` and a `tổng thư ký`, and no `chủ
    tịch`; "Minister of Foreign Affairs" is a `minister` and a `foreign minister`.

    Args:
        title: The title, in `lang`.
        lang: One of `LANGS`.
        wide: Whether a shorter post counts that the title begins with: somebody who is a `chủ
            tịch nước` may be called a `chủ tịch`, though most of those are not.
    """
    found: set[str] = set()
    known = posts.ENGLISH if lang == "en" else posts.VIETNAMESE
    for part in _BETWEEN.split(title.casefold()):
        own = max((p for p in map(str.casefold, known) if _starts(part, p)), key=len, default="")
        if not own:
            continue
        found.add(own)
        if wide:
            found.update(p for p in map(str.casefold, known) if _starts(part, p))
        if lang == "en":
            words = set(part.split())
            for post in map(str.casefold, known):
                its = post.split()
                if set(own.split()) <= set(its) <= words and its[-1] == own.split()[-1]:
                    found.add(post)
        elif own == _FOREIGN[1] and _FOREIGN[2] in part:
            found.add(_FOREIGN[0])
    return frozenset(found)


def _starts(part: str, post: str) -> bool:
    return part.startswith(post) and not part[len(post) : len(post) + 1].isalnum()


@cache
def _all() -> tuple[str, ...]:
    words = (
        {word.casefold() for word in (*posts.VIETNAMESE, *posts.ENGLISH)} | HONORIFICS | PRONOUNS
    )
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _by_last_word() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for post in _all():
        found[_NOT_WORD.split(post)[-1]].append(post)
    return {last: tuple(of_it) for last, of_it in found.items()}


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for post in _all():
        found[post.split(" ", 1)[0]].append(post)
    return {first: tuple(of_it) for first, of_it in found.items()}

"""What a new article is called: its id, and its folder in the content."""

from __future__ import annotations

from generator.model import Date

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that can be taken for another. Source: crockford.com/base32."""

_BITS = 40  # eight letters; ARCHITECTURE.md says why not fewer


def identity(date: Date | None, sha256: str) -> str:
    """An article's id, `a-2021-k7m2q4xd`: its year, and the first bits of a digest.

    Args:
        date: When it was published; None gives `a-undated-…`.
        sha256: Hex digest of its capture, or of something random.
    """
    number = int(sha256[: _BITS // 4], 16)
    letters = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(_BITS - 5, -1, -5))
    return f"a-{f'{date.year:04}' if date else 'undated'}-{letters}"


def folder(date: Date | None, slug: str) -> str:
    """The folder that a new article gets, below `content/`.

    `articles/2021/2021-12-13-slug`, with as much of the date as is known; without a date
    `articles/undated/slug`.
    """
    if date is None:
        return f"articles/undated/{slug}"
    return f"articles/{date.year:04}/{date.day_only()}-{slug}"

"""Blocks of a bare text: one line, one block; and what counts as visible text anywhere."""

from __future__ import annotations

import re

from generator.model import Block, Capture
from generator.vietnamese import nfc

# Characters that show nothing and are not text:
#   C0 and C1 controls (those that part words become a space below), DEL;
#   soft hyphen, zero-width space, word joiner and the invisible operators, a byte order mark;
#   marks, embeddings, overrides and isolates of writing direction, which can make a line read as
#   other than it is;
#   deprecated format characters, annotation anchors, tag characters (hidden text).
# Joiners (U+200C, U+200D) and variation selectors stay: Persian words and emoji need them.
# Source: Unicode 16, general categories Cc and Cf; UAX #9 and UTR #36 for direction.
_UNSEEN_CHARACTERS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_UNSEEN = re.compile(f"[{_UNSEEN_CHARACTERS}]")
_SEEN = re.compile(rf"[^\s\u200c\u200d{_UNSEEN_CHARACTERS}]")
# `\s` is every Unicode space, no-break ones, and the separators of lines and fields among them.
_SPACE = re.compile(r"\s+")
_LONELY_JOINERS = re.compile(r"(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\S)")


def visible(text: str) -> str:
    """What a reader sees of a text: NFC, single spaces, none at either end.

    Control characters, direction overrides and other unseen characters are dropped; spaces of
    every kind, tabs and line breaks become one space.
    """
    plain = " ".join(text.split())
    if plain.isprintable():  # no unseen character, no joiner: most texts
        return plain if plain.isascii() else nfc(plain)
    return _SPACE.sub(" ", _LONELY_JOINERS.sub("", unmarked(text))).strip()


def spaced(text: str) -> str:
    """As `visible`, but a space at either end and joiners stay: for a piece of a text."""
    if text.isprintable() and "  " not in text:
        return text if text.isascii() else nfc(text)
    return _SPACE.sub(" ", unmarked(text))


def unmarked(text: str) -> str:
    """The text in NFC without its unseen characters, its spaces as they are."""
    return nfc(_UNSEEN.sub("", text))


def shows(text: str) -> bool:
    """Whether a text has anything that a reader sees."""
    return text[:1].isalnum() or _SEEN.search(text) is not None


def read(capture: Capture) -> tuple[Block, ...]:
    """Make a block of each line that shows something.

    Args:
        capture: Of format `text`.

    Returns:
        The blocks, each with the number of its line; the start and the end of the text count as
        a gap. What a line is for is not decided here.
    """
    lines = ["", *(visible(line) for line in capture.text.split("\n")), ""]
    return tuple(
        Block(
            n=n,
            text=line,
            gap_before=not lines[n - 1],
            gap_after=not lines[n + 1],
        )
        for n, line in enumerate(lines)
        if line
    )

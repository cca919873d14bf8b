"""Mojibake: UTF-8 that was read by a Western code page and saved again, as `Viá»‡t Nam`.

It can be undone exactly wherever every byte became a character, and it can be told from text with
certainty: in no language do these letters and signs follow each other so, again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from generator.captures.plausible import is_syllable

# What the wrong readers were: Windows in the West, and Windows in Viet Nam.
_READERS = ("cp1252", "cp1258")
_FEWEST = 3  # bytes of evidence: one letter of three bytes, or three of two
_CONTRARY = 4  # letters undone for each one that speaks against it
_SHORT = 2  # bytes of a letter that proves little by itself
_ROUNDS = 3  # times that a page is known to have been saved wrong
# What comes of undoing must be text: Vietnamese and other Latin letters with their tones, Cyrillic,
# punctuation, currency, Chinese and the like, pictographs.
_TEXT = re.compile(
    "[\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u0400-\u045f\u1e00-\u1eff\u200b-\u203a"
    "\u20a0-\u20bf\u2100-\u2122\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff\u3000-\u9fff\uac00-\ud7a3\ufe0f\uff00-\uffef"
    "\U0001d400-\U0001d7ff\U0001f300-\U0001faff]+"
)
# What may be in between where a page was saved wrong twice: the rest of windows-1252.
_BETWEEN = re.compile("[\x80-\x9f\u0192\u02c6\u02dc]")
# The second byte of `à` is a no-break space, which scrapers make a plain one.
_LOST = re.compile(r"([^\W\d_]*)[ÃĂ] ( ?)(?=([^\W\d_]*))")


def possible(text: str) -> bool:
    """Whether anything in a text may be mojibake; a quick look."""
    return bool(_POSSIBLE.search(text))


def undo(text: str) -> tuple[str, int]:
    """Undo mojibake where that is certain.

    Args:
        text: In any language, with markup or without.

    Returns:
        The text, and how many letters were undone; 0 if nothing is certain.
    """
    done = 0
    for _ in range(_ROUNDS):
        text, number = max((_undo(text, reader) for reader in _READERS), key=lambda pair: pair[1])
        if not number:
            break
        done += number
    return _LOST.sub(_space_undone, text) if done else text, done


def _space_undone(match: re.Match[str]) -> str:
    """`lÃ ` is `là`; whether a space is to follow shows by which of the two is a syllable."""
    before, space, after = match.groups()
    joined = after and not space and is_syllable(f"{before}à{after}")
    return f"{before}à" if joined else f"{before}à "


def _undo(text: str, reader: str) -> tuple[str, int]:
    letters, contrary = _patterns(reader)
    if not letters.search(text):
        return text, 0
    counts: Counter[str] = Counter(letters.findall(text))
    undone = {shown: letter for shown in counts if (letter := _letter(shown, reader))}
    evidence = sum(
        counts[shown] * (1 if len(shown) == _SHORT else len(shown))
        for shown, letter in undone.items()
        if not _BETWEEN.fullmatch(letter)
    )
    number = sum(counts[shown] for shown in undone)
    if evidence < _FEWEST or number < _CONTRARY * sum(1 for _ in contrary.finditer(text)):
        return text, 0
    return letters.sub(lambda match: undone.get(match[0], match[0]), text), number


def _letter(shown: str, reader: str) -> str:
    """The letter whose bytes were shown so; empty if they are those of no text."""
    back = {ord(character): byte for byte, character in _shown(reader).items()}
    try:
        letter = shown.translate(back).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return ""
    return letter if _TEXT.fullmatch(letter) or _BETWEEN.fullmatch(letter) else ""


@cache
def _shown(reader: str) -> dict[int, str]:
    """Byte → what a wrong reader showed; a control character where its code page has none."""
    shown = {byte: bytes([byte]).decode(reader, "replace") for byte in range(0x80, 0x100)}
    return {byte: chr(byte) if c == "\ufffd" else c for byte, c in shown.items()}


@cache
def _patterns(reader: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """For one wrong reader: what looks like a letter's bytes, and what speaks against it."""
    rest = _among([reader], 0x80, 0xBF)
    two, three, four = (
        _among([reader], *leads) for leads in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))
    )
    letters = re.compile(f"{two}{rest}|{three}{rest}{{2}}|{four}{rest}{{3}}")
    leads = "".join(_shown(reader)[byte] for byte in (0xC3, 0xC4, 0xC6))
    return letters, re.compile(f"[{leads}](?=[A-Za-z])")


def _among(readers: Sequence[str], first: int, last: int) -> str:
    """A character class of what bytes were shown as."""
    shown = {_shown(reader)[byte] for reader in readers for byte in range(first, last + 1)}
    shown |= {chr(byte) for byte in range(first, min(last, 0x9F) + 1)}
    return f"[{re.escape(''.join(sorted(shown)))}]"


_POSSIBLE = re.compile(_among(_READERS, 0xC2, 0xF4) + _among(_READERS, 0x80, 0xBF))

"""Running text of a paragraph: what in it is words, what is words but must not be linked.

Marks each character `TEXT`, `NO_LINK` (the text of a link that is there already) or `SKIP`
(code, addresses, HTML, the marks of links). Everything is found in one pass each, so that a
hostile body costs no more than a long one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

TEXT, NO_LINK, SKIP = 0, 1, 2

_SPECIAL = ("\\", "`", "<", "[", "]", "@", "://", "www.")
_TOKEN = re.compile(r"\\.|`+|<|!?\[|\]", re.DOTALL)
_TAG = re.compile(r"<[A-Za-z/!?](?:(?:[^<>\"'`]|\"[^\"]*+\"|'[^']*+')*+>|[^<>`]*+>)")
_ADDRESS = re.compile(r"(?:\b[A-Za-z][A-Za-z+.-]{1,15}://|\bwww\.)[^\s<>\[\]`]*+")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++")
_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\n]*+>|[^\s()<>]*+(?:\([^\s()]*+\)[^\s()<>]*+)*+)"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?+\s*+\)"
)
_LABEL = re.compile(r"[ \t]?\n?\[[^\[\]]*+\]")

Range = tuple[int, int]


def mark(text: str) -> bytearray | None:
    """Mark each character of a paragraph; None if all of it is plain text.

    From a backtick that nothing closes to the end, nothing can be linked: engines disagree.
    """
    if not any(sign in text for sign in _SPECIAL):
        return None
    links: list[Range] = []
    skips: list[Range] = [match.span() for match in _ADDRESS.finditer(text)]
    if "@" in text:
        skips += [match.span() for match in _MAIL.finditer(text)]
    _brackets(text, links, skips)
    marks = bytearray(len(text))
    for start, end in _merged(links):
        marks[start:end] = bytes([NO_LINK]) * (end - start)
    for start, end in _merged(skips):
        marks[start:end] = bytes([SKIP]) * (end - start)
    return marks


def _brackets(text: str, links: list[Range], skips: list[Range]) -> None:
    """Find code, HTML and links, from left to right as Markdown does."""
    ticks = _ticks(text)
    last_comment_end = text.rfind("-->")
    opened: list[Range] = []
    position = 0
    while match := _TOKEN.search(text, position):
        sign, start, position = match[0], match.start(), match.end()
        if sign[0] == "`":
            position = _code_end(ticks[len(sign)], start, len(sign)) or position
            if position == match.end():
                links.append((start, len(text)))
            skips.append((start, position))
        elif sign == "<":
            position = _html_end(text, start, last_comment_end)
            skips.append((start, position))
        elif sign.endswith("["):
            opened.append((start, position))
        elif sign == "]":
            skips.append((start, position))
            if opened:
                position = _close(text, opened.pop(), start, links, skips)
    skips += opened


def _close(text: str, opening: Range, end: int, links: list[Range], skips: list[Range]) -> int:
    """Mark a pair of brackets and the target behind it; an image is no text at all.

    Returns:
        Where to read on.
    """
    tail = end + 1
    if text.startswith("(", tail):
        target = _TARGET.match(text, tail)
        # Engines guess differently at a target that is not well formed: leave the rest alone.
        tail = target.end() if target else len(text)
    elif label := _LABEL.match(text, tail):
        tail = label.end()
    image = text[opening[0]] == "!"
    skips += [(opening[0], tail)] if image else [opening, (end, tail)]
    links.append((opening[0], end))
    return tail


def _ticks(text: str) -> defaultdict[int, list[int]]:
    """Length of a run of backticks → where such runs start."""
    runs: defaultdict[int, list[int]] = defaultdict(list)
    for match in re.finditer("`+", text):
        runs[len(match[0])].append(match.start())
    return runs


def _code_end(starts: list[int], start: int, length: int) -> int:
    """The end of the code that opens here; 0 if nothing closes it."""
    following = bisect_right(starts, start)
    return starts[following] + length if following < len(starts) else 0


def _html_end(text: str, start: int, last_comment_end: int) -> int:
    """The end of the comment, tag or `<address>` that starts here; else of its first `<`."""
    if start < last_comment_end and text.startswith("<!--", start):
        return text.index("-->", start) + len("-->")
    tag = _TAG.match(text, start)
    return tag.end() if tag else start + 1


def _merged(ranges: Iterable[Range]) -> list[Range]:
    """The same ranges without overlaps, in order: nested ones must not be marked twice."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

"""Times of day and offsets from UTC, as date lines and machines print them."""

from __future__ import annotations

import re

_NOON = 12

_TIME = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])(?::|[hHgG]|\s*giờ\s*)(?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?(?!\d)(?:\s*phút)?(?:\s*(?P<half>[AaPp]\.?[Mm]\.?|SA|CH)\b)?"
)
_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC)\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\)?"
    r"|(?<=\d)\s?(?P<offset>[+-]\d\d:?\d\d)(?!\d)"
    r"|\(?\b(?P<zulu>GMT|UTC)\b\)?"
    r"|(?<=\d)(?P<z>Z)\b"
    r"|(?<=[\dMm.] )(?P<name>E[SD]T|P[SD]T|M[SD]T|CDT|AKST|HST|CES?T|BST|ICT|JST|KST|MSK)\b"
)
# Abbreviations of zones that mean one offset wherever news prints them. `CST` (Chicago, China)
# and `IST` (India, Israel, Ireland) do not.
_NAMED = {
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "AKST": "-09:00",
    "HST": "-10:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "BST": "+01:00",
    "MSK": "+03:00",
    "ICT": "+07:00",
    "JST": "+09:00",
    "KST": "+09:00",
}
_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")


def read(text: str, default: str = "") -> tuple[str, str]:
    """Read the first time of day in a text.

    Args:
        text: A line without its date.
        default: `+07:00`, for a time printed without an offset; empty if unknown.

    Returns:
        `HH:MM:SS` and the offset, each empty if unknown; no offset without a time.
    """
    time = _TIME.search(text)
    if not time:
        return "", ""
    hour, half = int(time["hour"]), (time["half"] or "").lower().replace(".", "")
    if half in {"pm", "ch"} and hour < _NOON:  # 14:08 PM is printed, too
        hour += 12
    elif half in {"am", "sa"} and hour == _NOON:
        hour = 0
    return f"{hour:02}:{time['minute']}:{time['second'] or '00'}", offset(text) or default


def offset(text: str) -> str:
    """The offset from UTC that a text states, `+HH:MM`; empty if it states none."""
    zone = _ZONE.search(text)
    if not zone:
        return ""
    if zone["name"]:
        return _NAMED[zone["name"]]
    if zone["z"] or zone["zulu"]:
        return "+00:00"
    if zone["offset"]:
        digits = zone["offset"].replace(":", "")
        stated = f"{digits[:3]}:{digits[3:]}"
    else:
        stated = f"{zone['sign']}{int(zone['hours']):02}:{zone['minutes'] or '00'}"
    return stated if _OFFSET.fullmatch(stated) else ""


def without(text: str) -> str:
    """The text without times and offsets."""
    return _ZONE.sub(" ", _TIME.sub(" ", text))

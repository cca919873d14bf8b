"""Texts, and the same texts as old fonts, old code pages and careless programs wrote them."""

from __future__ import annotations

import unicodedata

NEWS = (
    "Bộ trưởng Bộ Ngoại giao tiếp Đại sứ các nước, khẳng định đường lối đối ngoại độc lập.\n"
    "Chiều 12/5, tại Hà Nội, hai bên nhất trí đẩy mạnh hợp tác kinh tế, văn hoá và giáo dục.\n"
)
ENGLISH = "Viet Nam joined the Association on 28 July 1995 – “a new page”, officials said.\n"

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def to_1258(text: str) -> bytes:
    """As Windows' Vietnamese keyboard writes it: letters of the page, tones after them."""
    typed = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        letter = "".join(part for part in parts if part not in _TONES)
        typed.append(unicodedata.normalize("NFC", letter))
        typed.append("".join(part for part in parts if part in _TONES))
    return "".join(typed).encode("cp1258")


def to_legacy(text: str, table: dict[str, str]) -> str:
    """In the letters of an old font; capitals that it does not have become small."""
    back: dict[str, str] = {}
    for key, letter in table.items():
        back.setdefault(letter, key)
    return "".join(back.get(c) or back.get(c.lower()) or c for c in text)


def spoilt(text: str, reader: str) -> str:
    """As UTF-8 that was read by a Western code page."""
    shown = {n: bytes([n]).decode(reader, "replace").replace("\ufffd", chr(n)) for n in range(256)}
    return "".join(shown[byte] for byte in text.encode())

"""Pages in TCVN3 or VNI made Unicode: piece by piece, since on many only some fonts are old.

A piece of text is read by the font that its elements name (`.VnTime`, `VNI-Times`), all others by
what they look like together. Only text is changed, and the attributes that hold words; references
to characters (`&#184;`, `&aacute;`) are resolved first, since they stand for the font's letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.captures import legacy, markup

# Source: names of the fonts of Hà Nội's ABC and of VNI Software, as pages of 1998-2005 give them.
_NAMED = re.compile(
    r"""(?:\bface\s*=\s*|font-family\s*:\s*|font\s*:[^"'<>;]{0,60}?(?=\.Vn|VNI-))(?:["']|&quot;)?\s*"""
    r"""(?:(?P<tcvn3>\.Vn)|(?P<vni>VNI[- ]))?(?P<rest>[^"'&;,>]*)""",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"])
UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
"""A Vietnamese letter that is in neither font: a piece with one is Unicode already."""

_REFERENCE = re.compile("(&[^;]*;)")
_SAMPLE = 200_000  # characters of one font that are looked at


class _Font(NamedTuple):
    """What is known of the font of a piece: its encoding, and that it has capitals only."""

    encoding: str = ""
    capitals: bool = False


class _Piece(NamedTuple):
    markup: bool
    text: str
    font: _Font


def convert(page: str) -> tuple[str, str]:
    """Convert what of a page is in TCVN3 or VNI.

    Args:
        page: HTML, NFC, read by any code page that gives Latin-1's letters for its bytes.

    Returns:
        The name of the encoding, a key of `legacy.READERS`, and the page in Unicode; an empty
        name and the page as it was if nothing in it is in either.
    """
    pieces = list(_by_font(page))
    encodings = _encodings(pieces)
    if not encodings:
        return "", page
    sizes = Counter[str]()
    for piece in pieces:
        if not piece.markup and piece.font.encoding in encodings:
            sizes[encodings[piece.font.encoding]] += len(piece.text)
    main = sizes.most_common(1)[0][0]
    return main, "".join(_converted(piece, encodings, main) for piece in pieces)


def _by_font(page: str) -> Iterator[_Piece]:
    """The pieces of a page, each with the font that the innermost element names."""
    open_tags: list[tuple[str, _Font]] = []
    counts = Counter[str]()
    font = _Font()
    for is_markup, piece in markup.pieces(page):
        if not is_markup:
            yield _Piece(markup=False, text=markup.resolve(piece), font=font)
            continue
        yield _Piece(markup=True, text=piece, font=font)
        match = _TAG.match(piece)
        if match is None or (tag := match[2].lower()) in _VOID:
            continue
        if not match[1]:
            open_tags.append((tag, font))
            counts[tag] += 1
            font = _named(piece, font)
        elif counts[tag]:
            closed = ""
            while closed != tag:
                closed, font = open_tags.pop()
                counts[closed] -= 1


def _named(tag: str, outer: _Font) -> _Font:
    """The font that a start tag names, or the one around it."""
    match = _NAMED.search(tag)
    if match is None:
        return outer
    if match["tcvn3"]:
        return _Font("tcvn3", capitals=match["rest"].rstrip().endswith("H"))
    return _Font("vni" if match["vni"] else "")


def _encodings(pieces: list[_Piece]) -> dict[str, str]:
    """Encoding that a font says it has (empty for none) → the one its text really is in."""
    texts: dict[str, list[str]] = {"tcvn3": [], "vni": [], "": []}
    lengths = Counter[str]()
    for piece in pieces:
        name = piece.font.encoding
        if not piece.markup and lengths[name] < _SAMPLE and not UNICODE.search(piece.text):
            texts[name].append(piece.text)
            lengths[name] += len(piece.text)
    found = {
        name: name
        for name in legacy.READERS
        if legacy.recognise(" ".join(texts[name]), fewest=1, among=[name])
    }
    fewest = 1 if found else legacy.FEWEST
    if other := legacy.recognise(" ".join(texts[""]), fewest=fewest):
        found[""] = other
    return found


def _converted(piece: _Piece, encodings: Mapping[str, str], main: str) -> str:
    if piece.markup:
        return markup.map_attributes(piece.text, lambda words: _words(words, main))
    name = encodings.get(piece.font.encoding)
    if name is None or UNICODE.search(piece.text):
        return piece.text
    text = legacy.READERS[name](piece.text)
    return _upper(text) if piece.font.capitals else text


def _words(text: str, main: str) -> str:
    """The words of an attribute, converted if they look better for it."""
    resolved = markup.resolve(text)
    is_legacy = legacy.recognise(resolved, fewest=1) == main and not UNICODE.search(resolved)
    return legacy.READERS[main](resolved) if is_legacy else text


def _upper(text: str) -> str:
    """Capitals, as the font shows them; references to characters stay what they are."""
    return "".join(
        part if part.startswith("&") else part.upper() for part in _REFERENCE.split(text)
    )

"""Addresses in a page, made absolute and held to harmless schemes."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

from generator.extract.blocks_text import visible

MAX_URL = 4_000
"""Longest address that is kept, in characters; longer ones are data, not addresses."""

_SCHEMES = frozenset({"http", "https", "mailto"})
# An absolute address that reads the same to everybody; most are.
_PLAIN = re.compile(r"https?://[a-z0-9.-]+(?:/[\w./?=&%+~,;:@!#-]*)?", re.ASCII)
_ORIGIN = re.compile(r"(https?:)//[a-z0-9.-]+(?=/)", re.ASCII)
# One from the root of its site that is joined to it as it stands: no `//`, no `/.`, nothing empty.
_ROOTED = re.compile(
    r"(?!.*/[./])/[\w./%+~,:@!-]*(?:\?[\w./%+~,:;@!=&-]+)?(?:#[\w./%+~,:;@!=&?-]+)?", re.ASCII
)
_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))
_EDGES = "".join(map(chr, range(0x21)))
_UNPRINTED = re.compile(r"[\x00-\x20\x7f-\x9f]")
_LONGEST_NAME = 200  # characters of a file name; file systems allow 255 bytes


def absolute(href: str | None, base: str) -> str:
    """The address that `href` means on a page at `base`.

    Args:
        href: As in the attribute.
        base: Absolute address, or empty if the page's own is not known.

    Returns:
        An absolute `http`, `https` or `mailto` address; empty for anything else: for other
        schemes, for a place on the same page, and for a relative address without a base.
    """
    if href and len(href) <= MAX_URL:
        if _PLAIN.fullmatch(href):
            return href
        if found := _joined(href, base):
            return found
    # Browsers drop tabs and line breaks anywhere in an address, and controls at its ends.
    # Source: WHATWG URL, "basic URL parser", steps 1-3.
    address = (href or "").translate(_DROPPED).strip(_EDGES)
    if not address or len(address) > MAX_URL or address.startswith("#"):
        return ""
    try:
        joined = urljoin(base, address) if base else address
        parts = urlsplit(joined if not joined.startswith("//") else f"https:{joined}")
    except ValueError:  # `http://[`: not an address
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES or (scheme != "mailto" and not parts.hostname):
        return ""
    return _UNPRINTED.sub(lambda match: f"%{ord(match[0]):02X}", parts.geturl())


def _joined(href: str, base: str) -> str:
    """The address of an ordinary `/path` or `//host/path`; empty if joining it takes more care."""
    if href[0] != "/" or not (origin := _ORIGIN.match(base)):
        return ""
    if _ROOTED.fullmatch(href):
        return f"{origin[0]}{href}"
    host, slash, path = href[2:].partition("/")
    if href[1:2] == "/" and host and slash and _ROOTED.fullmatch(f"/{path}"):
        address = f"{origin[1]}{href}"
        return address if _PLAIN.fullmatch(address) else ""
    return ""


def file_name(url: str) -> str:
    """The last part of an address, as a person would read it."""
    path = url.partition("#")[0].partition("?")[0]
    return visible(unquote(path.rpartition("/")[2]))[:_LONGEST_NAME]

"""Addresses in a page: links and pictures, made absolute and held to harmless schemes."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from generator.extract.blocks_text import visible
from generator.model import ImageHint

MAX_URL = 4_000
"""Longest address that is kept, in characters; longer ones are data, not addresses."""

_SCHEMES = frozenset({"http", "https", "mailto"})
# Where a picture's address is, in order of trust: scripts find it under the first ones, and `src`
# then only holds its place.
_SOURCES = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-echo",
    "src",
    "data-srcset",
    "data-lazy-srcset",
    "srcset",
)
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|placeholder|lazy[-_]?load|pixel|1x1)\b", re.IGNORECASE
)
# An absolute address that reads the same to everybody; most are.
_PLAIN = re.compile(r"https?://[a-z0-9.-]+(?:/[\w./?=&%+~,;:@!#-]*)?", re.ASCII)
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(?=/)", re.ASCII)
_ROOTED = re.compile(r"/[\w./-]*(?:\?[\w=&%-]*)?", re.ASCII)
# Players that are embedded as pages, and files; both words are the same in both languages.
_VIDEO = re.compile(
    r"//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?|youtu|vimeo|dailymotion|rutube|tiktok)\."
    r"|/(?:video|player)s?/|\.(?:mp4|m3u8|webm|flv)\b|/watch\?",
    re.IGNORECASE,
)
_AUDIO = re.compile(
    r"soundcloud\.|spotify\.|/(?:audio|podcast)s?/|\.(?:mp3|m4a|ogg)\b", re.IGNORECASE
)
_UNPRINTED = re.compile(r"[\x00-\x20\x7f-\x9f]")
_PIXELS = re.compile(r"\s*(\d{1,5})\s*(?:px)?\s*")
_LONGEST_NAME = 200  # characters of a file name; file systems allow 255 bytes
_SCHEME = 12  # characters within which an address with a scheme has its colon
_TRACKER = 2  # a picture of this width or height, in pixels, counts readers and shows nothing


def absolute(href: str | None, base: str) -> str:
    """The address that `href` means on a page at `base`.

    Args:
        href: As in the attribute.
        base: Absolute address, or empty if the page's own is not known.

    Returns:
        An absolute `http`, `https` or `mailto` address; empty for anything else: for other
        schemes, for a place on the same page, and for a relative address without a base.
    """
    if href and len(href) <= MAX_URL and _PLAIN.fullmatch(href):
        return href
    # Browsers drop tabs and line breaks anywhere in an address, and controls at its ends.
    # Source: WHATWG URL, "basic URL parser", steps 1-3.
    address = re.sub(r"[\t\n\r]", "", href or "").strip("".join(map(chr, range(0x21))))
    if not address or len(address) > MAX_URL or address.startswith("#"):
        return ""
    origin = _ORIGIN.match(base) if _ROOTED.fullmatch(address) else None
    if origin and "//" not in address and "/." not in address:
        return f"{origin[0]}{address}"
    try:
        joined = urljoin(base, address) if base else address
        parts = urlsplit(joined if not joined.startswith("//") else f"https:{joined}")
    except ValueError:  # `http://[`: not an address
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES or (scheme != "mailto" and not parts.hostname):
        return ""
    return _UNPRINTED.sub(lambda match: f"%{ord(match[0]):02X}", parts.geturl())


def image(element: etree._Element, base: str) -> ImageHint | None:
    """What an `img` says; None if it shows nothing (a counter, an element without address)."""
    width, height = (_pixels(element.get(name)) for name in ("width", "height"))
    url = _source(element, base)
    alt = visible(element.get("alt") or "")
    name = "" if url else _relative_name(element)
    if not (url or alt or name) or 0 < width <= _TRACKER or 0 < height <= _TRACKER:
        return None
    return ImageHint(url=url, name=name, alt=alt, width=width, height=height)


def embedded(element: etree._Element, base: str) -> tuple[str, str]:
    """Label and address of an `iframe`, `embed`, `object`, `video` or `audio`.

    Returns:
        The element's title, or what it is and where it is from (`Video (youtube.com)`); and the
        address. Both are empty if there is no address.
    """
    sources = [element.get(name) for name in ("src", "data-src", "data-lazy-src", "data")]
    sources += [source.get("src") for source in element.iterchildren("source")]
    url = next((found for source in sources if (found := absolute(source, base))), "")
    title = visible(element.get("title") or "")
    return (title or _kind_and_host(str(element.tag), url), url) if url else ("", "")


def _kind_and_host(tag: str, url: str) -> str:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if tag == "audio" or _AUDIO.search(url):
        return f"Audio ({host})"
    return f"Video ({host})" if tag == "video" or _VIDEO.search(url) else host


def file_name(url: str) -> str:
    """The last part of an address, as a person would read it."""
    path = url.partition("#")[0].partition("?")[0]
    return visible(unquote(path.rpartition("/")[2]))[:_LONGEST_NAME]


def _relative_name(element: etree._Element) -> str:
    """The file's name where the address is relative to a page whose own is not known."""
    values = (element.get(name) or "" for name in _SOURCES if not name.endswith("srcset"))
    return next((file_name(value) for value in values if value and ":" not in value[:_SCHEME]), "")


def _source(element: etree._Element, base: str) -> str:
    """The first address that is not a placeholder's; a placeholder's if there is no other."""
    spare = ""
    for name in _SOURCES:
        value = element.get(name)
        if value is None:
            continue
        url = absolute(_largest(value) if name.endswith("srcset") else value, base)
        if url and not _PLACEHOLDER.search(url):
            return url
        spare = spare or url
    return spare


def _largest(srcset: str | None) -> str:
    """The candidate of the greatest width or density in a `srcset`."""
    best, size = "", -1.0
    for candidate in re.split(r",\s+|,$", srcset or ""):
        url, _, descriptor = candidate.strip().partition(" ")
        match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)[wx]", descriptor.strip())
        value = float(match[1]) if match else 0.0
        if url and value > size:
            best, size = url, value
    return best


def _pixels(value: str | None) -> int:
    match = _PIXELS.fullmatch(value or "")
    return int(match[1]) if match else 0

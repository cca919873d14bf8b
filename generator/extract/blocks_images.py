"""Pictures in a page: where they really are, behind all that delays their loading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

from generator.extract.blocks_links import absolute, file_name
from generator.extract.blocks_text import visible
from generator.model import ImageHint

TAGS = frozenset({"img", "amp-img"})
"""Elements that are pictures."""

# Where a picture's address is, in order of trust: scripts find it under the first ones, and `src`
# then only holds its place.
_SOURCES = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-lazyload",
    "data-original-src",
    "data-echo",
    "data-img-src",
    "data-image-src",
    "data-full-src",
    "src",
    "data-srcset",
    "data-lazy-srcset",
    "srcset",
)
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|placeholder|lazy[-_]?load|pixel|1x1|transparent|loading)\b",
    re.IGNORECASE,
)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", re.IGNORECASE)
_PIXELS = re.compile(r"\s*(\d{1,5})\s*(?:px)?\s*")
_SCHEME = 12  # characters within which an address with a scheme has its colon
_TRACKER = 2  # a picture of this width or height, in pixels, counts readers and shows nothing
_MOST = 20  # sources of one picture that are looked at; more are only in pages made to harm
# What stands around a picture; a `noscript` elsewhere holds a counter of readers.
_AROUND = frozenset({"p", "picture", "a", "td", "figure"})


def image(element: etree._Element, attributes: Mapping[str, str], base: str) -> ImageHint | None:
    """What an `img` says; None if it shows nothing (a counter, an element without address).

    Args:
        element: The `img`; a lazy one has its address in the `source`s beside it, in the
            `noscript` behind it, or in the link around it.
        attributes: Its own.
        base: As in `absolute`.
    """
    width, height = (_pixels(attributes.get(name)) for name in ("width", "height"))
    url = _source(attributes, base)
    if not url or _PLACEHOLDER.search(url):
        url = _beside(element, base) or _linked(element, base) or url
    alt = visible(attributes.get("alt", ""))
    name = "" if url else _relative_name(attributes)
    if not (url or alt or name) or 0 < width <= _TRACKER or 0 < height <= _TRACKER:
        return None
    return ImageHint(url=url, name=name, alt=alt, width=width, height=height)


def unscripted(element: etree._Element, *, figure: bool) -> Iterator[etree._Element]:
    """The pictures of a `noscript` in whose place a script would have put them.

    None if the picture stands beside it as an element of its own.

    Args:
        element: The `noscript`.
        figure: It stands in a figure.
    """
    parent = element.getparent()
    if not figure and (parent is None or parent.tag not in _AROUND):
        return
    for beside in (element.getprevious(), element.getnext()):
        if beside is not None and next(beside.iter(*TAGS), None) is not None:
            return
    yield from islice(element.iter("img"), _MOST)


def _beside(element: etree._Element, base: str) -> str:
    """The address of a lazy picture, as its `picture` or the `noscript` behind it has it."""
    outer, parent = element, element.getparent()
    for _ in range(_MOST):
        if parent is None or parent.tag not in ("picture", "source"):
            break
        outer, parent = parent, parent.getparent()
    sources = islice(outer.iter("source"), _MOST) if outer.tag == "picture" else ()
    following = outer.getnext()
    if following is not None and following.tag == "noscript":
        sources = (*sources, *islice(following.iter("img"), _MOST))
    found = (_source(dict(source.items()), base) for source in sources)
    return next((url for url in found if url and not _PLACEHOLDER.search(url)), "")


def _linked(element: etree._Element, base: str) -> str:
    """The picture that the link around a placeholder leads to."""
    parent = element.getparent()
    if parent is None or parent.tag != "a":
        return ""
    url = absolute(parent.get("href", ""), base)
    return url if _PICTURE_FILE.search(url) else ""


def _relative_name(attributes: Mapping[str, str]) -> str:
    """The file's name where the address is relative to a page whose own is not known."""
    values = (attributes.get(name, "") for name in _SOURCES if not name.endswith("srcset"))
    return next((file_name(value) for value in values if value and ":" not in value[:_SCHEME]), "")


def _source(attributes: Mapping[str, str], base: str) -> str:
    """The first address that is not a placeholder's; a placeholder's if there is no other."""
    spare = ""
    for name in _SOURCES:
        if name not in attributes:
            continue
        value = attributes[name]
        url = absolute(_largest(value) if name.endswith("srcset") else value, base)
        if url and not _PLACEHOLDER.search(url):
            return url
        spare = spare or url
    return spare


def _largest(srcset: str) -> str:
    """The candidate of the greatest width or density in a `srcset`."""
    best, size = "", -1.0
    for candidate in re.split(r",\s+|,$", srcset):
        url, _, descriptor = candidate.strip().partition(" ")
        match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)[wx]", descriptor.strip())
        value = float(match[1]) if match else 0.0
        if url and value > size:
            best, size = url, value
    return best


def _pixels(value: str | None) -> int:
    match = _PIXELS.fullmatch(value or "")
    return int(match[1]) if match else 0

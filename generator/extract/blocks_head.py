"""What a page says of itself to machines: title, addresses, metadata, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.extract.blocks_links import absolute
from generator.extract.blocks_page import parse
from generator.extract.blocks_text import visible
from generator.model import Capture

_LONGEST = 1_000_000  # characters of one JSON-LD script that are read; real ones have 1,000-50,000
_MOST = 100  # objects of JSON-LD and thousands of `meta` are only in pages made to harm
_MOST_META = 1_000

# Browsers that save a page write its address above it.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4}\)(\S{1,4000}) -->")
_OPENINGS = ("<!--", "//<![CDATA[", "// <![CDATA[", "<![CDATA[")
_CLOSINGS = (";", "-->", "//]]>", "// ]]>", "]]>")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The facts in a page's head, as it states them: nothing is believed yet.

    Attributes:
        title: Of the `title` element; often with the outlet's name behind it.
        canonical: Absolute address of `link rel=canonical`; empty if there is none.
        base: Absolute address against which links are read: `base`, else the canonical address,
            else `og:url`; empty if there is none.
        lang: The `lang` of the root, as written.
        meta: Pairs of name (lower case; from `name`, `property` or `itemprop`) and content, in
            order; neither is empty.
        jsonld: Objects of all JSON-LD scripts that can be read, `@graph`s and lists taken apart.
    """

    title: str = ""
    canonical: str = ""
    base: str = ""
    lang: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    jsonld: tuple[Mapping[str, object], ...] = ()

    def first(self, *names: str) -> str:
        """Content of the first `meta` of the first of `names` that there is; else empty."""
        for name in names:
            for found, content in self.meta:
                if found == name:
                    return content
        return ""


def read(capture: Capture) -> Head:
    """Read the head of a capture; that of a text has nothing in it."""
    root = parse(capture.text) if capture.format == "html" else None
    if root is None:
        return Head()
    head = facts(root)
    if head.base:
        return head
    return Head(
        title=head.title,
        base=saved_from(capture.text),
        lang=head.lang,
        meta=head.meta,
        jsonld=head.jsonld,
    )


def facts(root: etree._Element) -> Head:
    """Read the head of a page that is parsed already."""
    meta = tuple(_meta(root))
    title = next(root.iter("title"), None)
    return Head(
        title=visible("".join(title.itertext())) if title is not None else "",
        canonical=_canonical(root),
        base=base(root),
        lang=visible(root.get("lang") or root.get("xml:lang") or ""),
        meta=meta,
        jsonld=tuple(_jsonld(root)),
    )


def base(root: etree._Element) -> str:
    """The absolute address that a page's links are read against; empty if it says none."""
    stated = _canonical(root) or absolute(Head(meta=tuple(_meta(root))).first("og:url"), "")
    href = next((element.get("href") for element in root.iter("base") if element.get("href")), None)
    return absolute(href, stated) or stated


def saved_from(text: str) -> str:
    """The address that a browser wrote above a page it saved; else empty."""
    match = _SAVED_FROM.search(text[:10_000])
    return absolute(match[1], "") if match else ""


def _canonical(root: etree._Element) -> str:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return absolute(link.get("href"), "")
    return ""


def _meta(root: etree._Element) -> Iterator[tuple[str, str]]:
    for number, element in enumerate(root.iter("meta")):
        if number == _MOST_META:
            return
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = visible(element.get("content") or "")
        if name.strip() and content:
            yield name.strip().lower(), content


def _jsonld(root: etree._Element) -> Iterator[Mapping[str, object]]:
    left = _MOST
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for found in _objects(_json((script.text or "")[:_LONGEST])):
            if not left:
                return
            left -= 1
            yield found


def _json(text: str) -> object:
    """Read JSON as outlets write it: in comments, with line breaks in strings, extra commas."""
    text = text.strip()
    for opening in _OPENINGS:
        text = text.removeprefix(opening).lstrip()
    for closing in _CLOSINGS:
        text = text.removesuffix(closing).rstrip()
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):  # not JSON, or nested to do harm
            continue
    return None


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    waiting = [value]
    while waiting:
        found = waiting.pop(0)
        if isinstance(found, list):
            waiting = [*found[:_MOST], *waiting]
        elif isinstance(found, dict):
            if isinstance(found.get("@graph"), list):
                waiting = [*found["@graph"][:_MOST], *waiting]
            if set(found) - {"@context", "@graph"}:
                yield found

"""What a page says of itself to machines: title, addresses, metadata, JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from generator.extract import jsonld, marks
from generator.extract.blocks_links import absolute
from generator.extract.blocks_page import parse
from generator.extract.blocks_text import visible
from generator.extract.marks import Mark
from generator.model import Capture

_MOST_META = 1_000  # thousands are only in pages made to harm
_LONGEST = 4_000  # characters of a value; longer ones are data

# Browsers that save a page write its address above it.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4}\)(\S{1,4000}) -->")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The facts in a page's head, as it states them: nothing is believed yet.

    Attributes:
        title: Of the `title` element; often with the outlet's name behind it.
        canonical: Absolute address of `link rel=canonical`; empty if there is none.
        base: Absolute address against which links are read: `base`, else the canonical address,
            else `og:url`, else where a browser saved the page from, else `fetched`; empty if there
            is none.
        fetched: Absolute address that the transport says the capture was fetched from; empty if
            unknown.
        lang: The `lang` of the root, as written.
        meta: Pairs of name (lower case; from `name`, `property` or `itemprop`) and content, in
            order; neither is empty.
        jsonld: Objects of all JSON-LD scripts that can be read, `@graph`s and lists taken apart.
        marks: What elements of the body state: `time`, microdata, RDFa.
        scripted: What scripts other than JSON-LD call `datePublished`, once each.
        given: Facts that the scraper's item states beside the page: our name and its value.
    """

    title: str = ""
    canonical: str = ""
    base: str = ""
    fetched: str = ""
    lang: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    jsonld: tuple[Mapping[str, object], ...] = ()
    marks: tuple[Mark, ...] = ()
    scripted: tuple[str, ...] = ()
    given: tuple[tuple[str, str], ...] = ()

    def first(self, *names: str) -> str:
        """Content of the first `meta` of the first of `names` that there is; else empty."""
        for name in names:
            for found, content in self.meta:
                if found == name:
                    return content
        return ""

    def item(self, name: str) -> str:
        """What the scraper's item states under one of our names; else empty."""
        return next((value for known, value in self.given if known == name), "")


def read(capture: Capture) -> Head:
    """Read the head of a capture; that of a text has only what came with it."""
    root = parse(capture.text) if capture.format == "html" else None
    head = Head() if root is None else facts(root)
    given = ((name, visible(value[:_LONGEST])) for name, value in capture.given)
    return replace(
        head,
        base=address(root, capture),
        fetched=absolute(capture.url, ""),
        given=tuple((name, value) for name, value in given if value),
    )


def facts(root: etree._Element) -> Head:
    """Read the head of a page that is parsed already."""
    nodes, scripted = jsonld.read(root)
    title = next(root.iter("title"), None)
    return Head(
        title=visible("".join(title.itertext())) if title is not None else "",
        canonical=_canonical(root),
        lang=visible(root.get("lang") or root.get("xml:lang") or ""),
        meta=tuple(_meta(root)),
        jsonld=nodes,
        marks=tuple(marks.read(root)),
        scripted=scripted,
    )


def base(root: etree._Element) -> str:
    """The absolute address that a page's links are read against; empty if it says none."""
    stated = _canonical(root) or absolute(Head(meta=tuple(_meta(root))).first("og:url"), "")
    href = next((element.get("href") for element in root.iter("base") if element.get("href")), None)
    return absolute(href, stated) or stated


def address(root: etree._Element | None, capture: Capture) -> str:
    """The address that a capture's links are read against: as it states, or as it came."""
    stated = (base(root) or saved_from(capture.text)) if root is not None else ""
    return stated or absolute(capture.url, "")


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
        content = visible((element.get("content") or "")[:_LONGEST])
        scoped = element.get("itemprop") is not None and marks.of_others(element)
        if name.strip() and content and not scoped:
            yield name.strip().lower(), content

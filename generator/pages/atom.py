"""Atom (RFC 4287)."""

from __future__ import annotations

from lxml import etree

from generator.pages import changes, xml
from generator.pages.feeds import Feed, Item

_ATOM = "http://www.w3.org/2005/Atom"


def text(feed: Feed, address: str) -> str:
    """The feed as Atom.

    Args:
        feed: What it says.
        address: Its own whole address, which is its id too.
    """
    root = _element(
        "feed",
        "",
        _element("id", address),
        _element("title", feed.title),
        _element("subtitle", feed.description),
        _element("updated", changes.instant(feed.changed)),
        _element("author", "", _element("name", feed.site)),
        _link("self", address, "application/atom+xml"),
        _link("alternate", feed.home, "text/html"),
        *map(_entry, feed.items),
    )
    root.set(xml.LANG, feed.lang)
    return xml.document(root)


def _entry(item: Item) -> etree._Element:
    entry = _element(
        "entry",
        "",
        _element("id", item.id),
        _element("title", item.title),
        _element("updated", changes.instant(item.changed)),
        _link("alternate", item.url, "text/html"),
    )
    if item.original:
        entry.append(_link("via", item.original))
    if item.published.day:
        entry.append(_element("published", changes.instant(item.published)))
    entry.extend(
        _element("author", "", _element("name", name))
        for name in dict.fromkeys((item.byline, item.outlet))
        if name
    )
    if item.summary:
        entry.append(_element("summary", item.summary))
    entry.set(xml.LANG, item.lang)
    return entry


def _element(name: str, text: str = "", *children: etree._Element) -> etree._Element:
    return xml.element(f"{{{_ATOM}}}{name}", text, *children, names={None: _ATOM})


def _link(rel: str, href: str, kind: str = "") -> etree._Element:
    attributes = {"rel": rel, "href": href, "type": kind}
    return xml.element(f"{{{_ATOM}}}link", attributes=attributes, names={None: _ATOM})

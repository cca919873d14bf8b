"""A list of all feeds, which readers of feeds can import (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from generator.pages import xml
from generator.pages.feeds import NAMES, Feed
from generator.pages.view import View

NAME = "feeds.opml"
"""Its address below the site."""


def text(views: Iterable[View], feeds: Sequence[Feed], *, title: str) -> str:
    """All feeds in RSS, under their languages.

    Args:
        views: The editions.
        feeds: Those of all editions.
        title: What the archive is called.
    """
    groups = []
    for view in views:
        outlines = [_outline(view, feed) for feed in feeds if feed.lang == view.lang]
        attributes = {"text": view.edition.say("language")}
        groups.append(xml.element("outline", "", *outlines, attributes=attributes))
    head = xml.element("head", "", xml.element("title", title))
    body = xml.element("body", "", *groups)
    return xml.document(xml.element("opml", "", head, body, attributes={"version": "2.0"}))


def _outline(view: View, feed: Feed) -> etree._Element:
    name = NAMES["application/rss+xml"]
    return xml.element(
        "outline",
        attributes={
            "text": feed.name,
            "type": "rss",
            "xmlUrl": view.edition.address(f"{feed.url}{name}"),
            "htmlUrl": feed.home,
            "language": feed.lang,
        },
    )

"""RSS 2.0 (RSS Advisory Board, "RSS 2.0 Specification" and "RSS Best Practices Profile").

Written by hand: of the two libraries for it that are kept, feedgen 1.0 and feedgenerator 2.2,
neither writes the language of an item, a date that is not known to the second, or JSON Feed, and
both ask the clock where an archive has no dates.
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import format_datetime

from lxml import etree

from generator.model import Date
from generator.pages import changes, xml
from generator.pages.feeds import Feed, Item

ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
_NAMES: dict[str | None, str] = {"atom": ATOM, "dc": DC}

# What a reader that takes the text for HTML would not print as it is.
_ALIVE = re.compile(r"<|&(?=#?\w+;)")


def text(feed: Feed, address: str) -> str:
    """The feed as RSS.

    Args:
        feed: What it says.
        address: Its own whole address.
    """
    own = {"href": address, "rel": "self", "type": "application/rss+xml"}
    channel = xml.element(
        "channel",
        "",
        xml.element("title", shown(feed.title)),
        xml.element("link", feed.home),
        xml.element("description", shown(feed.description)),
        xml.element("language", feed.lang),
        xml.element("lastBuildDate", _rfc822(feed.changed)),
        xml.element(f"{{{ATOM}}}link", attributes=own),
        *(_item(item, feed.lang) for item in feed.items),
    )
    root = xml.element("rss", "", channel, attributes={"version": "2.0"}, names=_NAMES)
    return xml.document(root)


def _item(item: Item, lang: str) -> etree._Element:
    guid = xml.element("guid", item.id, attributes={"isPermaLink": "true"})
    pairs = (
        ("title", shown(item.title)),
        ("link", item.url),
        ("description", shown(item.summary)),
        ("pubDate", _rfc822(item.published) if item.published.day else ""),
        (f"{{{DC}}}date", "" if item.published.day else str(item.published)),
        (f"{{{DC}}}creator", item.byline),
        (f"{{{DC}}}publisher", item.outlet),
        (f"{{{DC}}}source", item.original),
        (f"{{{DC}}}language", item.lang if item.lang != lang else ""),
    )
    return xml.element("item", "", guid, *xml.known(pairs))


def shown(text: str) -> str:
    """A text that reads the same as plain text and as HTML.

    RSS does not say which of the two a title is, and readers differ. Only what HTML would bring
    to life is escaped once more: `M&A` stays as it is.
    """
    return _ALIVE.sub(lambda match: "&lt;" if match[0] == "<" else "&amp;", text)


def _rfc822(date: Date) -> str:
    return format_datetime(datetime.fromisoformat(changes.instant(date)))

"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json

from generator.pages import changes
from generator.pages.feeds import Feed, Item


def text(feed: Feed, address: str) -> str:
    """The feed as JSON Feed.

    Args:
        feed: What it says.
        address: Its own whole address.
    """
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "description": feed.description,
        "language": feed.lang,
        "items": [_item(item) for item in feed.items],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item) -> dict[str, object]:
    names = dict.fromkeys((item.byline, item.outlet))
    made: dict[str, object] = {
        "id": item.id,
        "url": item.url,
        "external_url": item.original,
        "title": item.title,
        "content_text": item.summary or item.title,
        "summary": item.summary,
        "date_published": changes.instant(item.published) if item.published.day else "",
        "date_modified": changes.instant(item.changed),
        "authors": [{"name": name} for name in names if name],
        "language": item.lang,
    }
    return {key: value for key, value in made.items() if value}

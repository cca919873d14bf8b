"""Scraped items: the names under which scrapers put a page and its facts, and ours for them.

Source: `NewsArticle` of news-please (`maintext`, `date_publish`, `source_domain`, …); the item
classes of some hundred Scrapy projects for news; schema.org's names; and what Vietnamese scrapers
call the same (`tieu_de`, `noi_dung`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from generator.vietnamese import nfc
from generator.web import host

# Our name: theirs, the surest first; the first that states something wins.
_TABLE = """
html: html raw_html body_html html_body html_content content_html article_html page_html full_html
    raw_page page_source response_body
text: maintext main_text body_text article_text article_body text body content article full_text
    fulltext raw_content raw_text plain_text story paragraphs noi_dung
url: url source_url link article_url page_url canonical_url original_url permalink uri
captured: date_download scraped_at crawled_at crawl_time crawl_date scrape_date scrape_time
    scraped_date crawled_date fetched_at fetch_time downloaded_at download_date retrieved_at
title: title headline title_page title_rss article_title heading news_title tieu_de
date: date_publish date_published published_date publish_date published_at publish_at
    publication_date published pubdate pub_date publish_time published_time pub_time posted_at
    posted_date date_posted post_date article_date date datetime ngay_dang
modified: date_modify date_modified modified_date modified_at modified last_modified updated_at
    updated_date date_updated update_time updated
byline: byline authors author author_name creator writer journalist reporter tac_gia
section: section article_section category categories rubric chuyen_muc
summary: summary description lead lede deck standfirst abstract excerpt sapo subtitle
    meta_description tom_tat
lang: language lang language_code
outlet: outlet publisher newspaper site_name sitename source_name source_domain source website
    site domain hostname
"""
_NAMES = {
    ours: tuple(theirs.split())
    for ours, _, theirs in (
        line.partition(":") for line in _TABLE.replace("\n    ", " ").strip().split("\n")
    )
}
_FACTS = ("title", "date", "modified", "byline", "section", "summary", "lang", "outlet")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_UNWORDY = re.compile(r"[\W_]+")
_STARTS_HTML = re.compile(r"\s*<(?:!doctype|[a-z][a-z0-9]*[\s>/])", re.IGNORECASE)
_HOLDS_HTML = re.compile(r"</(?:p|div|h[1-6]|li)>|<br\s*/?>", re.IGNORECASE)
_NOTHING = frozenset(["", "none", "null", "nan", "n/a", "undefined"])
_LONGEST = 5_000  # characters of a fact; what is longer is no fact
_SECONDS = 100_000_000_000  # a number from here on counts milliseconds (1973 as such)


def normalised(item: Mapping[str, object]) -> dict[str, object]:
    """An item with its names in one form: `datePublished` and `Date-Published` are one."""
    names: dict[str, object] = {}
    for name, value in item.items():
        key = _UNWORDY.sub("_", _CAMEL.sub("_", name)).strip("_").lower()
        names.setdefault(key, value)
    return names


def page(item: Mapping[str, object]) -> tuple[str, str]:
    """The page of an item.

    Args:
        item: As `normalised`.

    Returns:
        `html` or `text`, and it; two empty texts if the item holds neither.
    """
    for name in _NAMES["html"]:
        if text := _long(item.get(name)):
            return "html", text
    for name in _NAMES["text"]:
        if text := _long(item.get(name)):
            html = _STARTS_HTML.match(text) or _HOLDS_HTML.search(text)
            return "html" if html else "text", text
    return "", ""


def given(item: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """What an item states, as `Capture.given`: each of our names at most once, in our order."""
    found = ((ours, _first(item, _NAMES[ours])) for ours in _FACTS)
    return tuple((name, value) for name, value in found if value)


def url(item: Mapping[str, object]) -> str:
    """The address of an item's page; empty if none is stated."""
    values = (_fact(item.get(name)) for name in _NAMES["url"])
    return next((value for value in values if host(value)), "")


def captured(item: Mapping[str, object]) -> datetime | None:
    """When an item was scraped, UTC; a time without a zone is in UTC, as Scrapy has it."""
    return next((time for name in _NAMES["captured"] if (time := moment(item.get(name)))), None)


def moment(value: object) -> datetime | None:
    """A moment as machines write it: ISO 8601, or seconds or milliseconds since 1970."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000 if value >= _SECONDS else value, UTC)
        time = datetime.fromisoformat(str(value).strip())
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _long(value: object) -> str:
    """A text of any length; of a list, such as Scrapy's `getall()` gives, each on its line."""
    if isinstance(value, list):
        return "\n".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) and value.strip() else ""


def _first(item: Mapping[str, object], names: tuple[str, ...]) -> str:
    return next((value for name in names if (value := _fact(item.get(name)))), "")


def _fact(value: object) -> str:
    """A fact as one line; of a list its members, of an object its name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if isinstance(value, list):
        return ", ".join(part for part in map(_fact, value[:50]) if part)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = nfc(" ".join(str(value).split()))
    return "" if text.lower() in _NOTHING or len(text) > _LONGEST else text

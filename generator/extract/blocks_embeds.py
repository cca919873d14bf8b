"""What a page embeds of other pages: films, sounds, posts; each becomes a link with a label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from lxml import etree

from generator.extract.blocks_links import absolute
from generator.extract.blocks_text import shows, visible

TAGS = frozenset({"iframe", "embed", "object", "video", "audio"})
"""Elements that embed something; what is in them is for browsers that cannot show it."""

_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-original", "data-litespeed-src", "data")
# Players that are embedded as pages, and files; both words are the same in both languages.
_VIDEO = re.compile(
    r"//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?|youtu|vimeo|dailymotion|rutube|tiktok)\."
    r"|/(?:video|player)s?/|\.(?:mp4|m3u8|webm|flv)\b|/watch\?",
    re.IGNORECASE,
)
_AUDIO = re.compile(
    r"soundcloud\.|spotify\.|/(?:audio|podcast)s?/|\.(?:mp3|m4a|ogg)\b", re.IGNORECASE
)
# What scripts of social networks turn into a post: the class, the attribute with its address.
# Source: the embedding guides of Instagram, TikTok, Threads, Facebook. One of X has its words.
POSTS = {
    "instagram-media": "data-instgrm-permalink",
    "tiktok-embed": "cite",
    "text-post-media": "data-text-post-permalink",
    "fb-post": "data-href",
    "fb-video": "data-href",
}


def embedded(element: etree._Element, base: str) -> tuple[str, str]:
    """Label and address of an `iframe`, `embed`, `object`, `video` or `audio`.

    Returns:
        The element's title, or what it is and where it is from (`Video (youtube.com)`); and the
        address. Both are empty if there is no address.
    """
    sources = [element.get(name) for name in _ADDRESSES]
    sources += [source.get("src") for source in element.iter("source")]
    url = next((found for source in sources if (found := absolute(source, base))), "")
    title = visible(element.get("title") or "")
    return (title or _kind_and_host(str(element.tag), url), url) if url else ("", "")


def post(element: etree._Element, attributes: Mapping[str, str], base: str) -> tuple[str, str]:
    """Label and address of a post of a social network that is embedded by its address alone.

    Returns:
        What it is and where it is from, and the address; both empty for anything else, and for a
        post whose words are in the page.
    """
    names = [name for name in attributes.get("class", "").lower().split() if name in POSTS]
    url = next((found for x in names if (found := absolute(attributes.get(POSTS[x]), base))), "")
    if not url or any(shows(text) for text in element.itertext()):
        return "", ""
    return _kind_and_host("video" if "fb-video" in names else "blockquote", url), url


def _kind_and_host(tag: str, url: str) -> str:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if tag == "audio" or _AUDIO.search(url):
        return f"Audio ({host})"
    return f"Video ({host})" if tag == "video" or _VIDEO.search(url) else host

"""Files of the site that are no pages: feeds, exports, sitemaps, words, copies in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model import File
from generator.pages import (
    atom,
    copies,
    exports,
    feeds,
    json_feed,
    llms,
    oai,
    opml,
    rss,
    searching,
    sitemap,
)
from generator.pages.feeds import Feed
from generator.pages.view import View

FORMATS: tuple[Callable[[Feed, str], str], ...] = (rss.text, atom.text, json_feed.text)
"""The formats of a feed, in the order of `feeds.NAMES`."""


def files(
    views: Mapping[str, View], *, contact: str = "", index_machine: bool = False
) -> Iterator[File]:
    """All but the copies, one after the other, each path once.

    Feeds, sitemaps and the repository speak of whole addresses only: without the site's they are
    not made.

    Args:
        views: Language → its edition.
        contact: Mail address of whoever keeps the archive; without one there is no repository.
        index_machine: Whether search engines may list machine translations.
    """
    view = next(iter(views.values()))
    yield from data(views, contact=contact)
    yield File.of(llms.NAME, llms.text(views, contact=contact))
    yield from map(searching.said, views.values())
    if not view.edition.site:
        return
    made = [feed for one in views.values() for feed in feeds.feeds(one)]
    for feed in made:
        names = feeds.NAMES.values()
        own = [view.edition.address(f"{feed.url}{name}") for name in names]
        texts = [format_(feed, url) for format_, url in zip(FORMATS, own, strict=True)]
        yield from feeds.files(feed, texts)
    yield File.of(opml.NAME, opml.text(views.values(), made, title=view.edition.name))
    yield from sitemap.files(view, index_machine=index_machine)


def data(views: Mapping[str, View], *, contact: str = "") -> Iterator[File]:
    """The files of `/data/`, each path once.

    Args:
        views: Language → its edition.
        contact: Mail address of whoever keeps the archive; without one there is no repository.
    """
    yield from exports.files(views)
    if contact and next(iter(views.values())).edition.site:
        yield File.of(oai.NAME, oai.text(views, contact=contact))


def copies_of(views: Mapping[str, View]) -> Iterator[File]:
    """The copies in Markdown: an engine would take them for pages, so they come after it."""
    for view in views.values():
        yield from copies.files(view)

"""Pages that stand where something was: redirects, permanent links, tombstones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.assemble import urls
from generator.model import LANGS, Archive, Article, Page
from generator.pages import addresses, prose
from generator.pages.view import Item, View


def redirects(views: Mapping[str, View], archive: Archive) -> Iterator[Page]:
    """Former URLs, and the permanent link of every article."""
    for url, target in sorted(archive.redirects.items()):
        yield redirect(views[language(target)], url, target)


def redirect(view: View, url: str, target: str) -> Page:
    """A page that leads on by itself, and by a link."""
    return Page(
        path=addresses.file(url),
        meta={
            "template": "redirect.html",
            "lang": view.lang,
            "title": prose.head(view.edition.say("redirect.title")),
            "location": addresses.link(target),
            "unlisted": True,
        },
    )


def tombstones(views: Mapping[str, View], archive: Archive) -> Iterator[Page]:
    """A page at every URL that a removed article still has to answer."""
    gone = [permalink for permalink in archive.permalinks if permalink.id in archive.removed]
    places: dict[str, dict[str, str]] = {}
    for permalink in gone:
        places.setdefault(permalink.id, {})[permalink.lang or LANGS[0]] = permalink.url
    for permalink in gone:
        view = views[permalink.lang or LANGS[0]]
        there = places[permalink.id].get(view.edition.other, "")
        yield tombstone(view, archive.removed[permalink.id], permalink.url, there=there)


def tombstone(view: View, article: Article, url: str, *, there: str = "") -> Page:
    """What is left of a removed article: its id, when and why; nothing of its text.

    Args:
        view: The edition.
        article: What was removed.
        url: Where it stood.
        there: Where it stood in the other language; empty if it never did.
    """
    edition, other = view.edition, view.edition.other
    nearest = {"url": addresses.link(urls.home(other)), "nearest": view.across.name}
    date = article.status_date
    made: Item = {
        "heading": edition.say("tombstone.title"),
        "id": article.id,
        "date": edition.date(date) if date else "",
        "note": view.note(article.status_note),
    }
    return Page(
        path=addresses.file(url),
        meta={
            "template": "tombstone.html",
            "lang": view.lang,
            "title": prose.head(edition.say("tombstone.title")),
            "description": prose.head(edition.say("tombstone.intro")),
            "switch": {"lang": other, **({"url": addresses.link(there)} if there else nearest)},
            "unlisted": True,
            "tombstone": made,
        },
    )


def language(url: str) -> str:
    """The language that a URL of the site is in."""
    return next((lang for lang in LANGS[1:] if url.startswith(f"/{lang}/")), LANGS[0])

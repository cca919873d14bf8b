"""Sitemaps: every page that a search engine should find, with its other language.

`sitemap.xml` itself is an index, printed by its template; it names the files that are made here.

Source:
    https://www.sitemaps.org/protocol.html; Google, "Localized versions of your pages", for
    `xhtml:link`, which each page has for itself too, and `x-default` for the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.assemble import urls
from generator.model import LANGS, Archive, Date, File, Permalink
from generator.pages import changes, texts, xml
from generator.pages.view import View

SIZE = 10_000
"""Most pages in a file; the protocol allows 50,000 and 50 MB, which their alternates would fill."""

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page with its other languages.

    Attributes:
        url: Site-absolute.
        places: Language → URL of the same page, its own among them; more than one, or none.
        original: The language that it was first written in.
        changed: When it last changed; None if unknown.
    """

    url: str
    places: Mapping[str, str]
    original: str
    changed: Date | None


def listed(archive: Archive, *, index_machine: bool = False) -> Iterator[Listed]:
    """The pages to be found, in order of URL: no redirects, no tombstones, nothing `noindex`."""
    articles = {page.url: page for page in _articles(archive, index_machine=index_machine)}
    changed = _changed(archive)
    of_articles = {url for entry in archive.entries.values() for url in entry.urls.values()}
    beside = {url for entry in archive.entries.values() for url in entry.parallel.values()}
    live = {row.url for row in archive.permalinks if _is_listed(row, archive)}
    live -= of_articles | beside
    for url in sorted(live | articles.keys()):
        if url in articles:
            yield articles[url]
        else:
            places = _places(url, live)
            yield Listed(url=url, places=places, original=LANGS[0], changed=changed.get(_bare(url)))


def _is_listed(permalink: Permalink, archive: Archive) -> bool:
    id_ = permalink.id
    shown = id_ not in archive.removed and not id_.startswith(urls.REMOVALS)
    return shown and id_ != urls.SEARCH


def names(archive: Archive, *, index_machine: bool = False) -> list[str]:
    """The files that the index names, below the site."""
    number = sum(1 for _ in listed(archive, index_machine=index_machine))
    return [_name(n) for n in range(1, -(-number // SIZE) + 1)]


def files(view: View, *, index_machine: bool = False) -> Iterator[File]:
    """The sitemaps, and what leads to their index; none where the site's address is unknown."""
    pages = list(listed(view.archive, index_machine=index_machine)) if view.edition.site else []
    for start in range(0, len(pages), SIZE):
        part = pages[start : start + SIZE]
        yield File.of(_name(start // SIZE + 1), _text(view, part))
    if pages:
        index = view.edition.address("/sitemap.xml")
        yield File.of("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {index}\n")


def _name(number: int) -> str:
    return f"sitemaps/{number}.xml"


def _articles(archive: Archive, *, index_machine: bool) -> Iterator[Listed]:
    for entry in archive.entries.values():
        places = {
            lang: url
            for lang, url in entry.urls.items()
            if not texts.is_unlisted(entry.texts[lang], index_machine=index_machine)
        }
        for lang, url in places.items():
            yield Listed(
                url=url,
                places=places if len(places) > 1 else {},
                original=entry.original.lang,
                changed=changes.of_text(entry, entry.texts[lang]),
            )


def _changed(archive: Archive) -> dict[str, Date]:
    """URL of a list in the first language → when the newest change of its articles was."""
    days = {id_: changes.of_entry(entry) for id_, entry in archive.entries.items()}
    made = {urls.home(LANGS[0]): changes.newest(days.values())}
    for id_, ids in archive.listed.items():
        made[archive.urls[id_][LANGS[0]]] = changes.newest(days[one] for one in ids)
    return {url: day for url, day in made.items() if day}


def _bare(url: str) -> str:
    """The same page in the first language: all but articles have the same path in each."""
    other = urls.root(LANGS[1])
    return url.removeprefix(other) if url.startswith(f"{other}/") else url


def _places(url: str, live: Iterable[str]) -> dict[str, str]:
    bare = _bare(url)
    places = {lang: f"{urls.root(lang)}{bare}" for lang in LANGS}
    return places if all(place in live for place in places.values()) else {}


def _text(view: View, pages: Iterable[Listed]) -> str:
    root = xml.element(f"{{{_SITEMAP}}}urlset", names={None: _SITEMAP, "xhtml": _XHTML})
    root.extend(_page(view, page) for page in pages)
    return xml.document(root)


def _page(view: View, page: Listed) -> etree._Element:
    said = (
        (f"{{{_SITEMAP}}}loc", view.edition.address(page.url)),
        (f"{{{_SITEMAP}}}lastmod", str(page.changed or "")),
    )
    links = [
        *page.places.items(),
        *([("x-default", page.places[page.original])] if page.original in page.places else []),
    ]
    return xml.element(
        f"{{{_SITEMAP}}}url",
        "",
        *xml.known(said),
        *(
            xml.element(
                f"{{{_XHTML}}}link",
                attributes={
                    "rel": "alternate",
                    "hreflang": lang,
                    "href": view.edition.address(url),
                },
            )
            for lang, url in links
        ),
    )

"""Heads: what a page says of itself to machines, added to its front matter under `head`.

The templates only print it. All is plain text, for them to escape.
"""

from __future__ import annotations

import dataclasses
import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from generator.assemble import urls
from generator.model import LANGS, Archive, Article, Entity, Entry, Page
from generator.pages import (
    addresses,
    cards,
    changes,
    dublin_core,
    feeds,
    schema_org,
    schema_org_records,
    sitemap,
    texts,
)
from generator.pages.later import Later
from generator.pages.view import Item, View

LOCALES = {"vi": "vi_VN", "en": "en_GB"}
"""Language → what OpenGraph calls it."""

_LANGUAGES = ("alternates", "default")
"""What front matter says of a page's languages for search engines; a reader's switch stays."""


class Heads:
    """Knows what each page is about.

    Args:
        archive: Everything, joined.
        index_machine: Whether search engines may list machine translations.
    """

    def __init__(self, archive: Archive, *, index_machine: bool = False) -> None:
        self._subjects = _subjects(archive)
        self._index_machine = index_machine
        self._homes = {addresses.file(urls.home(lang)) for lang in LANGS}
        self._searches = {addresses.file(urls.search(lang)) for lang in LANGS}

    def all(
        self, pages: Iterable[Page | Later], views: Mapping[str, View]
    ) -> Iterator[Page | Later]:
        """The same pages with their heads.

        Args:
            pages: In any order.
            views: Language → its edition.
        """
        for page in pages:
            if isinstance(page, Later):
                yield dataclasses.replace(page, make=partial(self._made, page.make))
            else:
                yield self.on(views[str(page.meta["lang"])], page)

    def _made(self, make: Callable[..., Page], view: View, *given: object) -> Page:
        return self.on(view, make(view, *given))

    def on(self, view: View, page: Page) -> Page:
        """A page with its head; one that nobody should find has none."""
        if page.meta.get("unlisted"):
            return page
        subject = self._subjects.get(page.path)
        if isinstance(subject, Entry):
            made = _article(view, page, subject, index_machine=self._index_machine)
        elif isinstance(subject, Entity):
            made = _record(view, page, subject)
        elif page.path in self._homes:
            made = _home(view, page, index_machine=self._index_machine)
        else:
            made = {"properties": _card(view, page), **_trail(page)}
        if page.path in self._searches:
            made["robots"] = "noindex"
        made["card"] = "summary_large_image" if view.edition.site else "summary"
        meta = {**page.meta, "head": made}
        alone = isinstance(subject, Entry) and _is_alone(subject, index_machine=self._index_machine)
        if alone or page.path in self._searches:
            meta = {key: value for key, value in meta.items() if key not in _LANGUAGES}
        return dataclasses.replace(page, meta=meta)


def _subjects(archive: Archive) -> dict[str, Entry | Entity]:
    """Staged file → what the page is about."""
    subjects: dict[str, Entry | Entity] = {
        addresses.file(url): entry
        for entry in archive.entries.values()
        for url in entry.urls.values()
    }
    for record in archive.entities.values():
        subjects |= {addresses.file(url): record for url in archive.urls[record.id].values()}
    return subjects


def _is_alone(entry: Entry, *, index_machine: bool) -> bool:
    """Whether search engines may list no more than one of its texts.

    `hreflang` would send them to a page that asks not to be listed, and from there back; the
    sitemap names none either.
    """
    listed = [
        one
        for one in entry.texts.values()
        if not texts.is_unlisted(one, index_machine=index_machine)
    ]
    return len(listed) <= 1


def _home(view: View, page: Page, *, index_machine: bool) -> Item:
    made: Item = {
        "properties": _card(view, page),
        "feeds": _feeds(view, urls.home(view.lang), view.edition.name),
        "graph": schema_org.graph(schema_org.site(view)),
    }
    if view.edition.site and page.path == addresses.file(urls.home("vi")):
        made["sitemaps"] = sitemap.names(view.archive, index_machine=index_machine)
    return made


def _record(view: View, page: Page, record: Entity) -> Item:
    name = record.name.get(view.lang)
    steps = [
        (urls.home(view.lang), view.edition.name),
        (urls.index(record.kind, view.lang), view.edition.say(f"kind.{record.kind}")),
        (view.archive.urls[record.id][view.lang], name),
    ]
    about = schema_org_records.record(view, record)
    made: Item = {
        "properties": _card(view, page),
        "graph": schema_org.graph(about, schema_org.breadcrumbs(view, steps)),
    }
    if record.kind in feeds.KINDS:
        made["feeds"] = _feeds(view, view.archive.urls[record.id][view.lang], name)
    return made


def _article(view: View, page: Page, entry: Entry, *, index_machine: bool) -> Item:
    text = entry.texts[view.lang]
    date = entry.original.date
    place = urls.calendar(date, view.lang)
    name = view.edition.date(dataclasses.replace(date.day_only(), day=0)) if date else ""
    steps = [
        (urls.home(view.lang), view.edition.name),
        (place, name or view.edition.say("undated.title")),
        (entry.urls[view.lang], text.title),
    ]
    about = schema_org.article(view, entry, text)
    found = dublin_core.terms(view, entry, text)
    return {
        "robots": "noindex" if texts.is_unlisted(text, index_machine=index_machine) else "",
        "properties": [*_card(view, page, entry), *_story(text)],
        "names": [{"name": dublin_core.name(term), "content": value} for term, value in found],
        "graph": schema_org.graph(about, schema_org.breadcrumbs(view, steps)),
        "markdown": addresses.file(entry.urls[view.lang]),
    }


def _trail(page: Page) -> Item:
    """The way to a page that says it, under `trail`: names and whole addresses."""
    steps = page.meta.get("trail")
    return {"graph": schema_org.graph(schema_org.trail(steps))} if isinstance(steps, list) else {}


def _card(view: View, page: Page, entry: Entry | None = None) -> list[Item]:
    """What those show who show a link to the page.

    Source:
        "The Open Graph protocol", https://ogp.me/; what X asks for besides is in the template.
    """
    url = f"/{page.path.removesuffix('index.md')}"
    said = (
        ("og:type", "article" if entry else "website"),
        ("og:title", html.unescape(str(page.meta["title"]))),
        ("og:description", html.unescape(str(page.meta.get("description", "")))),
        ("og:url", view.edition.address(url) if view.edition.site else ""),
        ("og:site_name", view.edition.name),
        ("og:locale", LOCALES[view.lang]),
        ("og:locale:alternate", LOCALES[view.edition.other] if "alternates" in page.meta else ""),
        *cards.properties(view, entry),
    )
    return _properties(said)


def _story(text: Article) -> list[Item]:
    """What OpenGraph asks of articles; days only where they are known."""
    date = text.date
    changed = changes.newest(one.date for one in text.updated)
    return _properties(
        (
            ("article:published_time", str(date) if date and date.day else ""),
            ("article:modified_time", str(changed or "")),
            ("article:section", text.section),
        )
    )


def _properties(said: Iterable[tuple[str, str]]) -> list[Item]:
    return [{"name": name, "content": content} for name, content in said if content]


def _feeds(view: View, url: str, title: str) -> list[Item]:
    """The feeds of a page, which are there where the site's address is known."""
    return [{**link, "title": title} for link in feeds.links(url)] if view.edition.site else []

"""Pages: the archive as the pages of a site, ready to print.

Pure: takes an `Archive`, gives `Page`s. Each page carries all that its template prints, so pages
can be printed in any order and anywhere. `title` and `description` are escaped for HTML here,
because Material prints them as they are; all else is plain text that our templates escape.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from generator.model import LANGS, Archive, File, Page
from generator.pages import (
    addresses,
    anniversaries,
    article,
    calendar,
    data,
    day,
    entity,
    front,
    heads,
    later,
    parallel,
    periods,
    prose,
    removals,
    searching,
    status,
    timeline,
    translations,
)
from generator.pages import files as others
from generator.pages.beside import NOTHING, Beside
from generator.pages.edition import Edition
from generator.pages.later import Later
from generator.pages.site import UNKNOWN, Site
from generator.pages.view import View, open_view


def make(views: Mapping[str, View], *, site: Site = UNKNOWN) -> Iterator[Page]:
    """Make all pages of the site, each path once.

    Args:
        views: As `open_views` gives them.
        site: The site as a whole.
    """
    return map(later.made, plan(views, site=site))


def plan(views: Mapping[str, View], *, site: Site = UNKNOWN) -> Iterator[Page | Later]:
    """The same, with those pages to be made that need not be made each time.

    Args:
        views: As above.
        site: As above.
    """
    archive = _archive(views)
    made = chain(
        chain.from_iterable(_edition(view, site) for view in views.values()),
        removals.pages(views),
        status.tombstones(views, archive),
        status.redirects(views, archive),
    )
    taken: set[str] = set()
    for page in heads.Heads(archive, index_machine=site.index_machine).all(made, views):
        # A page outranks a redirect from the same place.
        if page.path not in taken:
            taken.add(page.path)
            yield page


def of_articles(
    views: Mapping[str, View], ids: Collection[str], *, site: Site = UNKNOWN
) -> Iterator[Page]:
    """The pages of some articles, as `make` makes them.

    Args:
        views: As `open_views` gives them.
        ids: Of the articles; others are passed over.
        site: The site as a whole.
    """
    entries = {id_: entry for id_, entry in _archive(views).entries.items() if id_ in ids}
    wanted = (
        article.later(view, entry)
        for view in views.values()
        for entry in entries.values()
        if view.lang in entry.texts
    )
    of_these = heads.Heads(Archive(entries=entries), index_machine=site.index_machine)
    return map(later.made, of_these.all(wanted, views))


def files(views: Mapping[str, View], *, site: Site = UNKNOWN) -> Iterator[File]:
    """Make all files of the site that are no pages, each path once.

    Args:
        views: As `open_views` gives them.
        site: The site as a whole.
    """
    yield from others.files(views, contact=site.contact, index_machine=site.index_machine)


def copies(views: Mapping[str, View]) -> Iterator[File]:
    """Make a copy in Markdown of each article, to be put beside its page when that is built.

    Args:
        views: As `open_views` gives them.
    """
    yield from others.copies_of(views)


def open_views(
    archive: Archive,
    *,
    words: Mapping[str, Mapping[str, str]],
    names: Mapping[str, str],
    site: Site = UNKNOWN,
    beside: Beside = NOTHING,
) -> dict[str, View]:
    """Language → the archive as its readers see it.

    Args:
        archive: Everything, joined.
        words: Language → key → interface text.
        names: Language → what the archive is called.
        site: The site as a whole.
        beside: Reads what lies beside a text.

    Raises:
        SettingsError: An interface text is missing.
    """
    editions = {
        lang: Edition(lang=lang, words=words[lang], name=names[lang], site=site.address)
        for lang in LANGS
    }
    staged = _files(archive)
    return {
        lang: open_view(edition, editions[edition.other], archive, files=staged, beside=beside)
        for lang, edition in editions.items()
    }


def _edition(view: View, site: Site) -> Iterator[Page | Later]:
    days = periods.days(view.archive.entries.values())
    yield front.home(view, days)
    yield from article.pages(view)
    yield from parallel.pages(view)
    yield from entity.pages(view)
    yield timeline.page(view, days)
    yield from calendar.pages(view, days)
    yield from day.pages(view, days)
    yield from anniversaries.pages(view, days)
    yield translations.page(view)
    yield searching.page(view)
    yield data.page(view, contact=site.contact)
    yield from front.editorials(view)


def _archive(views: Mapping[str, View]) -> Archive:
    """What all views show."""
    return next(iter(views.values())).archive


def dead_links(archive: Archive) -> Iterator[tuple[str, str]]:
    """Links in texts to pages of the site that are not there.

    Yields:
        The text's file below `content/` and the URL that it links to, in order of entries.
    """
    files = _files(archive)
    for entry in archive.entries.values():
        for text in entry.texts.values():
            yield from ((text.path, url) for url in prose.dead_links(text.body, files=files))
    for texts in archive.editorials.values():
        for page in texts.values():
            yield from ((page.path, url) for url in prose.dead_links(page.body, files=files))


def _files(archive: Archive) -> frozenset[str]:
    """Staged files of all pages."""
    answered = (*(permalink.url for permalink in archive.permalinks), *archive.redirects)
    return frozenset(map(addresses.file, answered))

"""Pages: the archive as the pages of a site, ready to print.

Pure: takes an `Archive`, gives `Page`s. Each page carries all that its template prints, so pages
can be printed in any order and anywhere. `title` and `description` are escaped for HTML here,
because Material prints them as they are; all else is plain text that our templates escape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from generator.model import LANGS, Archive, Page
from generator.pages import addresses, article, calendar, entity, front, status
from generator.pages.edition import Edition
from generator.pages.view import View, open_view
from generator.vietnamese import slug


def make(
    archive: Archive, *, words: Mapping[str, Mapping[str, str]], names: Mapping[str, str]
) -> Iterator[Page]:
    """Make all pages of the site, each path once.

    Args:
        archive: Everything, joined.
        words: Language → key → interface text.
        names: Language → what the archive is called.

    Raises:
        SettingsError: An interface text is missing.
    """
    editions = {lang: Edition(lang=lang, words=words[lang], name=names[lang]) for lang in LANGS}
    views = {
        lang: open_view(edition, editions[edition.other], archive)
        for lang, edition in editions.items()
    }
    answered = (*(permalink.url for permalink in archive.permalinks), *archive.redirects)
    files = frozenset(map(addresses.file, answered))
    taken: set[str] = set()
    for page in chain(
        chain.from_iterable(_edition(view, files) for view in views.values()),
        status.tombstones(views, archive),
        status.redirects(views, archive),
    ):
        # A page outranks a redirect from the same place.
        if page.path not in taken:
            taken.add(page.path)
            yield page


def anchor(text: str, separator: str) -> str:  # noqa: ARG001 - the signature is Python-Markdown's
    """The address of a heading within its page, in ASCII: `Quốc phòng` is `quoc-phong`."""
    return slug(text)


def _edition(view: View, files: frozenset[str]) -> Iterator[Page]:
    days = calendar.days(view.archive.entries.values())
    yield front.home(view, days)
    yield from article.pages(view, files)
    yield from entity.pages(view)
    yield from calendar.pages(view, days)
    yield from front.editorials(view, files)

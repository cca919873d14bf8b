"""What of an article may leave the archive: as much of its text as its page shows.

One place for the rights of all exports and copies, so that none of them says more than another.
"""

from __future__ import annotations

from generator.model import Archive, Article, Entry, Status, TranslationKind
from generator.pages import prose
from generator.pages.view import View, shown
from generator.pages.view import summary as view_summary


def amount(archive: Archive, article: Article) -> str:
    """`full`, `excerpt` or `link`: how much of it may be shown."""
    return shown(archive, article)


def body(archive: Archive, article: Article) -> str:
    """As much of its Markdown as may be shown, without the links that the archive added."""
    how_much = amount(archive, article)
    if how_much == "link":
        return ""
    return prose.excerpt(article.body) if how_much == "excerpt" else article.body


def summary(view: View, entry: Entry, article: Article) -> str:
    """What lists show of it; made once for each article and edition."""
    if entry.texts.get(view.lang) is article:
        return str(view.items[entry.id]["summary"])
    return view_summary(view, article)


def is_withdrawn(entry: Entry, article: Article) -> bool:
    """Whether it is shown only under a notice."""
    return Status.WITHDRAWN in {entry.original.status, article.status}


def is_unlisted(article: Article, *, index_machine: bool) -> bool:
    """Whether search engines are asked to leave a text out: a machine's, unless settings allow."""
    made = article.translation
    return made is not None and made.kind is TranslationKind.MACHINE and not index_machine

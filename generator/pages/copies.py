"""Every article once more as clean Markdown, beside its page: `…/index.md`.

For whoever reads it with a program: the text without the site around it, and a short front matter
that says where it comes from. No more of it than the page shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assemble import urls
from generator.content.plain import document
from generator.extract.markdown import escape
from generator.model import Article, Entry, File
from generator.pages import addresses, prose, provenance, texts
from generator.pages.view import View


def files(view: View) -> Iterator[File]:
    """The copies of all texts in the view's language."""
    for entry in view.archive.entries.values():
        if view.lang in entry.texts:
            path = addresses.file(entry.urls[view.lang])
            yield File.of(path, text(view, entry, entry.texts[view.lang]))


def text(view: View, entry: Entry, article: Article) -> str:
    """One copy: front matter, headline, what a reader must be told, and the text."""
    parts = [
        f"---\n{document(facts(view, entry, article))}---",
        f"# {escape(article.title)}",
        *(f"> {escape(one)}" for one in _told(view, entry, article)),
        texts.body(view.archive, article).strip(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def facts(view: View, entry: Entry, article: Article) -> dict[str, str]:
    """The front matter: what is not known is left out."""
    edition = view.edition
    outlet = provenance.outlet(view, article) or {}
    rights = provenance.rights(view, article) or {}
    translation = article.translation
    said = {
        "id": entry.id,
        "title": article.title,
        "lang": article.lang,
        "date": str(article.date or ""),
        "outlet": str(outlet.get("name", "")),
        "byline": article.byline,
        "original": prose.web(article.source.url),
        "page": edition.address(entry.urls[article.lang]),
        "permalink": edition.address(urls.by_id(entry.id)),
        "translation": str(translation.kind) if translation else "",
        "status": "withdrawn" if texts.is_withdrawn(entry, article) else "",
        "rights": str(rights.get("url", "")),
        "rights_holder": str(rights.get("holder", "")),
        "shown": texts.amount(view.archive, article),
    }
    return {key: value for key, value in said.items() if value}


def _told(view: View, entry: Entry, article: Article) -> Iterator[str]:
    if texts.is_withdrawn(entry, article):
        note = article.status_note.get(view.lang)
        yield f"{view.edition.say('article.withdrawn')}. {note}".strip()
    if article.translation:
        kind = view.edition.say(f"translation.{article.translation.kind}")
        yield f"{kind} {view.edition.say('translation.of')}."
    amount = texts.amount(view.archive, article)
    if amount != "full":
        yield view.edition.say(f"article.limited.{amount}")

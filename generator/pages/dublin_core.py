"""Dublin Core: what it says of an article, by the table of fields.

The table says which field is which term; here is what stands in it. For pages (`DC.title`, after
DCMI, "Expressing Dublin Core metadata using HTML/XHTML meta and link elements"), and for
harvesters, who know the fifteen elements alone (`oai_dc`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.assemble import urls
from generator.content import FIELDS
from generator.content.forms import Field
from generator.model import Article, Entry
from generator.pages import prose, provenance, texts
from generator.pages.view import View

_ELEMENTS = """
title creator subject description publisher contributor date type format identifier source language
relation coverage rights
"""
ELEMENTS = tuple(_ELEMENTS.split())
"""The fifteen elements of the Dublin Core Metadata Element Set, version 1.1."""

REFINES = {
    "abstract": "description",
    "isVersionOf": "relation",
    "issued": "date",
    "modified": "date",
    "rightsHolder": "rights",
    "spatial": "coverage",
    "temporal": "coverage",
}
"""Term → the element that it refines (DCMI Metadata Terms)."""

Values = Callable[[View, Entry, Article], Iterable[str]]


def terms(view: View, entry: Entry, article: Article) -> list[tuple[str, str]]:
    """What is known of a text: pairs of term and value, each once, in the order of the table.

    Args:
        view: The edition whose names are used.
        entry: The article.
        article: The text of it.
    """
    found = [
        (term, value)
        for path, term in MAPPED
        for value in VALUES[path](view, entry, article)
        if value
    ]
    return list(dict.fromkeys([*found, ("language", article.lang)]))


def elements(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same in the fifteen elements alone, each pair once."""
    return list(dict.fromkeys((REFINES.get(term, term), value) for term, value in pairs))


def name(term: str) -> str:
    """What a term is called in a page's head: `DC.title`, `DCTERMS.issued`."""
    return f"DC.{term}" if term in ELEMENTS else f"DCTERMS.{term}"


def mapped(rows: Sequence[Field], above: str = "") -> Iterator[tuple[str, str]]:
    """The fields that are Dublin Core terms: dotted name and term, in the order of the table."""
    for row in rows:
        path = f"{above}{row.name}"
        if row.dublin_core:
            yield path, row.dublin_core
        yield from mapped(row.form.fields, f"{path}.")


MAPPED = tuple(mapped(FIELDS))
"""The same of all fields."""


def _nothing(_view: View, _entry: Entry, _article: Article) -> Iterable[str]:
    """For fields whose parts say it all."""
    return ()


def _names(view: View, ids: Iterable[str]) -> list[str]:
    records = view.archive.entities
    return [records[id_].name.get(view.lang) for id_ in ids if id_ in records]


def _addresses(view: View, ids: Iterable[str]) -> list[str]:
    return [view.edition.address(urls.by_id(id_)) for id_ in ids if id_ in view.archive.entries]


def _outlet(view: View, _entry: Entry, article: Article) -> Iterable[str]:
    outlet = provenance.outlet(view, article)
    return [str(outlet["name"])] if outlet else []


def _rights(view: View, article: Article, key: str) -> list[str]:
    return [str((provenance.rights(view, article) or {}).get(key, ""))]


def _original(view: View, entry: Entry, article: Article) -> Iterable[str]:
    if article.translation is None:
        return ()
    return [view.edition.address(entry.urls.get(entry.original.lang) or urls.by_id(entry.id))]


VALUES: Mapping[str, Values] = {
    "id": lambda view, entry, _: [view.edition.address(urls.by_id(entry.id))],
    "title": lambda _view, _entry, article: [article.title],
    "date": lambda _view, _entry, article: [str(article.date or "")],
    "event_date": lambda _view, _entry, article: [str(article.event_date or "")],
    "summary": lambda view, entry, article: [texts.summary(view, entry, article)],
    "source": _nothing,
    "source.outlet": _outlet,
    "source.url": lambda _view, _entry, article: [prose.web(article.source.url)],
    "byline": lambda _view, _entry, article: [article.byline],
    "genre": lambda _view, _entry, article: [article.genre],
    "people": lambda view, _, article: _names(view, article.people),
    "organisations": lambda view, _, article: _names(view, article.organisations),
    "places": lambda view, _, article: _names(view, article.places),
    "topics": lambda view, _, article: _names(view, article.topics),
    "event": lambda view, _, article: _names(view, [article.event]),
    "reprint_of": lambda view, _, article: _addresses(view, [article.reprint_of]),
    "related": lambda view, _, article: _addresses(view, article.related),
    "rights": _nothing,
    "rights.statement": lambda view, _, article: _rights(view, article, "url"),
    "rights.holder": lambda view, _, article: _rights(view, article, "holder"),
    "updated": lambda _view, _entry, article: [str(one.date) for one in article.updated],
    "translation": _original,
    "translation.translator": lambda _view, _entry, article: [
        article.translation.translator if article.translation else ""
    ],
}
"""Dotted name of a field → what stands in it; one for each field that is a term."""

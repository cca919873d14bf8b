"""The columns of the corpus: a row for each text, in the words of the table of fields.

A column takes its help, its property of schema.org and its Dublin Core term from the field that it
is named after, so that a file of the export and a file of `content/` say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.assemble import urls
from generator.content import FIELDS
from generator.content.forms import Field
from generator.model import Article, Entry, Status
from generator.pages import prose, provenance, texts
from generator.pages.view import View

Value = str | tuple[str, ...]
"""A cell: a text, empty where nothing is known, or a list of texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Attributes:
        name: In lower case, with `_`.
        value: What stands in it.
        field: Dotted name of the field it comes from; empty for what the archive adds.
        about: What stands in it, in English; empty to take the field's own help.
        many: Whether it holds a list.
    """

    name: str
    value: Callable[[View, Entry, Article], Value]
    field: str = ""
    about: str = ""
    many: bool = False

    @property
    def help(self) -> str:
        """What stands in it, in English."""
        return self.about or _row(self.field).help.en

    @property
    def schema_org(self) -> str:
        """The property of schema.org that it is, as an address; empty if none."""
        name = _row(self.field).schema_org if self.field else ""
        return f"https://schema.org/{name}" if name else ""


def row(view: View, entry: Entry, article: Article) -> dict[str, Value]:
    """All cells of one text."""
    return {column.name: column.value(view, entry, article) for column in COLUMNS}


def _row(path: str) -> Field:
    return _rows()[path]


@cache
def _rows() -> Mapping[str, Field]:
    found: dict[str, Field] = {}

    def walk(rows: Sequence[Field], above: str) -> None:
        for one in rows:
            found[f"{above}{one.name}"] = one
            walk(one.form.fields, f"{above}{one.name}.")

    walk(FIELDS, "")
    return found


def _text(view: View, entry: Entry, article: Article) -> str:
    """The text, unless it stands under a notice, which a table would lose."""
    withdrawn = texts.is_withdrawn(entry, article)
    return "" if withdrawn else texts.body(view.archive, article)


def _status(_view: View, entry: Entry, article: Article) -> str:
    return Status.WITHDRAWN if texts.is_withdrawn(entry, article) else article.status


def _right(view: View, article: Article, key: str) -> str:
    return str((provenance.rights(view, article) or {}).get(key, ""))


def _named(_view: View, entry: Entry, _article: Article) -> tuple[str, ...]:
    return tuple(mention.entity for mention in entry.mentions)


COLUMNS: tuple[Column, ...] = (
    Column(name="id", field="id", value=lambda _v, entry, _a: entry.id),
    Column(
        name="lang",
        about="language of the text (BCP 47)",
        value=lambda _v, _e, article: article.lang,
    ),
    Column(name="title", field="title", value=lambda _v, _e, article: article.title),
    Column(name="date", field="date", value=lambda _v, _e, article: str(article.date or "")),
    Column(
        name="date_basis",
        about="how the date is known: stated, url, inferred, editor",
        value=lambda _v, _e, article: article.date_basis.kind if article.date else "",
    ),
    Column(
        name="event_date",
        field="event_date",
        value=lambda _v, _e, article: str(article.event_date or ""),
    ),
    Column(name="status", field="status", value=_status),
    Column(
        name="status_note",
        field="status_note",
        value=lambda _v, _e, article: article.status_note.get(article.lang),
    ),
    Column(name="summary", field="summary", value=texts.summary),
    Column(name="outlet", field="source.outlet", value=lambda _v, _e, a: a.source.outlet),
    Column(name="original", field="source.url", value=lambda _v, _e, a: prose.web(a.source.url)),
    Column(
        name="memento", field="source.memento", value=lambda _v, _e, a: prose.web(a.source.memento)
    ),
    Column(
        name="captured",
        field="source.captured",
        value=lambda _v, _e, a: str(a.source.captured or ""),
    ),
    Column(name="agency", field="source.agency", value=lambda _v, _e, a: a.source.agency),
    Column(name="sha256", field="source.sha256", value=lambda _v, _e, a: a.source.sha256),
    Column(name="byline", field="byline", value=lambda _v, _e, a: a.byline),
    Column(name="dateline", field="dateline", value=lambda _v, _e, a: a.dateline),
    Column(name="section", field="section", value=lambda _v, _e, a: a.section),
    Column(name="genre", field="genre", value=lambda _v, _e, a: a.genre),
    Column(name="event", field="event", value=lambda _v, _e, a: a.event),
    Column(name="topics", field="topics", many=True, value=lambda _v, _e, a: a.topics),
    Column(
        name="named",
        about="ids of the records that it names, the most important first",
        many=True,
        value=_named,
    ),
    Column(name="reprint_of", field="reprint_of", value=lambda _v, _e, a: a.reprint_of),
    Column(
        name="rights_statement",
        field="rights.statement",
        value=lambda view, _e, a: _right(view, a, "url"),
    ),
    Column(
        name="rights_holder",
        field="rights.holder",
        value=lambda view, _e, a: _right(view, a, "holder"),
    ),
    Column(
        name="rights_note",
        field="rights.note",
        value=lambda view, _e, a: _right(view, a, "note"),
    ),
    Column(
        name="shown",
        about="how much of the text is given, as the rights allow: full, excerpt, link",
        value=lambda view, _e, a: texts.amount(view.archive, a),
    ),
    Column(
        name="translation",
        about="how it was translated: official, human, machine, machine-reviewed, summary; "
        "empty for an original",
        value=lambda _v, _e, a: a.translation.kind if a.translation else "",
    ),
    Column(
        name="translator",
        field="translation.translator",
        value=lambda _v, _e, a: a.translation.translator if a.translation else "",
    ),
    Column(
        name="corrected",
        about="when it was last corrected",
        value=lambda _v, _e, a: str(max((one.date for one in a.updated), default="")),
    ),
    Column(
        name="url",
        about="address of its page",
        value=lambda view, entry, a: view.edition.address(entry.urls[a.lang]),
    ),
    Column(
        name="permalink",
        about="address of the article that never changes",
        value=lambda view, entry, _a: view.edition.address(urls.by_id(entry.id)),
    ),
    Column(
        name="text",
        about="the text in Markdown, as far as the rights allow; none of what was withdrawn",
        value=_text,
    ),
)
"""All columns, in order."""

"""One folder, one article: an original and its translations, joined.

The file without `translation:` is the original, in whichever language. A translation has its own
title, summary, slug, former addresses, status and text; all else it takes from the original.

What is wrong with a file is reported with its line. A file with an error is left out until it is
mended, so that a slip of the pen never publishes what was meant to be a draft, nor in full what
may only be quoted; a warning leaves nothing out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.fields import FIELDS, MAX_SUMMARY, TRANSLATION_FIELDS
from generator.content.forms import is_empty, read_fields
from generator.content.front_matter import MissingError, Parts, split
from generator.content.nodes import Fields, Items, Node, NodeError, Text
from generator.content.pictures import find
from generator.content.report import Report, SkipError
from generator.model import LANGS, Article, Basis, Bilingual, Status, Translation
from generator.vietnamese import slug

MAX_BODY = 500_000
"""Longest text that is published, in characters: a book of 300 pages. Markdown engines take time
that grows with the square of the length."""

MAX_TITLE = 200
"""Longest headline that lists and heads show whole, in characters."""

_SHARED = frozenset(f.name for f in FIELDS) - {f.name for f in TRANSLATION_FIELDS}
_EXPLAINED = frozenset({Status.WITHDRAWN, Status.REMOVED})
_EXPLANATION = Bilingual(vi="lý do rút hoặc gỡ bài", en="why it was withdrawn or removed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file of an article folder, split and not yet understood.

    Attributes:
        lang: By its name.
        path: Below `content/`.
        parts: Its head and body.
        report: Where what is wrong with it goes.
    """

    lang: str
    path: str
    parts: Parts
    report: Report

    @property
    def is_translation(self) -> bool:
        """Whether it says that it is one; the original does not."""
        return "translation" in self.parts.fields.entries

    @property
    def lines(self) -> tuple[int, int]:
        """Lines on which its title and its text start."""
        return self.line("title"), self.parts.body_line

    def line(self, name: str) -> int:
        """Line of a field; of the head's start where there is none."""
        entry = self.parts.fields.entries.get(name)
        return entry.line if entry else self.parts.fields.line


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An id that an article or a record names.

    Attributes:
        file: Path as a person would open it.
        line: 1-based.
        field: Where it stands: `people`, `source.outlet`.
        id: The id.
    """

    file: str
    line: int
    field: str
    id: str


def take_apart(text: str, *, lang: str, path: str, report: Report) -> Draft | None:
    """Split a file; None, with a finding, if that cannot be done."""
    try:
        parts = split(text)
        if len(parts.body) <= MAX_BODY:
            return Draft(lang=lang, path=path, parts=parts, report=report)
        report.add("article-too-long", 1, count=len(parts.body), limit=MAX_BODY)
    except MissingError:
        report.add("front-matter-missing", 1)
    except NodeError as error:
        report.add("front-matter-syntax", error.line, reason=error.reason)
    return None


def join(drafts: Sequence[Draft], pictures: frozenset[str]) -> Iterator[Article]:
    """Make the articles of one folder.

    Args:
        drafts: Its files that could be split, in order of `LANGS`.
        pictures: Names of the pictures beside them.

    Yields:
        The original, then its translations; nothing if the original cannot be used.
    """
    originals = [draft for draft in drafts if not draft.is_translation]
    translations = [draft for draft in drafts if draft.is_translation]
    for other in originals[1:]:
        first = originals[0].path.rpartition("/")[2]
        second = other.path.rpartition("/")[2]
        other.report.add("article-two-originals", 1, first=first, second=second)
    if not originals:
        for draft in translations:
            draft.report.add("article-no-original", draft.line("translation"))
        return
    original = _original(originals[0], pictures)
    if original is None:
        return
    yield original
    for draft in translations:
        translated = _translated(draft, original, pictures)
        if translated is not None:
            yield translated


def _original(draft: Draft, pictures: frozenset[str]) -> Article | None:
    report = draft.report
    try:
        values = read_fields(draft.parts.fields, FIELDS, report)
    except SkipError:
        return None
    article = Article(
        lang=draft.lang, body=draft.parts.body, path=draft.path, lines=draft.lines, **values
    )
    article = dataclasses.replace(
        article,
        slug=article.slug or slug(article.title) or article.id,
        updated=tuple(sorted(article.updated, key=lambda correction: correction.date)),
    )
    _check_lengths(draft, article)
    if article.status in _EXPLAINED and article.status_note == Bilingual():
        report.add("field-missing", draft.line("status"), field="status_note", hint=_EXPLANATION)
    if article.status is Status.PUBLISHED and not article.body and article.rights.show != "link":
        report.add("article-empty", draft.line("title"))
    for image in article.images:
        if image.file and image.file not in pictures:
            report.add("article-image-missing", draft.line("images"), name=image.file)
    _check_body(draft, article, pictures)
    left_out = {"field-missing", "article-empty"}
    return None if left_out & {found.code for found in report.findings} else article


def _translated(draft: Draft, original: Article, pictures: frozenset[str]) -> Article | None:
    entries = draft.parts.fields.entries
    for name in [name for name in entries if name in _SHARED]:
        draft.report.add("field-shared", entries[name].line, field=name)
    own = {name: entry for name, entry in entries.items() if name not in _SHARED}
    if not draft.parts.body:
        return _untranslated(draft, original, own)
    try:
        node = Fields(own, draft.parts.fields.line)
        values = read_fields(node, TRANSLATION_FIELDS, draft.report)
    except SkipError:
        return None
    if original.status is not Status.PUBLISHED:
        values["status"] = original.status
    article = _from_original(draft, original, values)
    _check_lengths(draft, article)
    _check_body(draft, article, pictures)
    return article


def _untranslated(draft: Draft, original: Article, own: dict[str, Any]) -> Article | None:
    """A translation that nobody has written yet: a draft, whatever its head says or lacks."""
    draft.report.add("translation-empty", draft.line("translation"))
    node = Fields({"translation": own["translation"]}, draft.parts.fields.line)
    try:
        values = read_fields(
            node, [f for f in TRANSLATION_FIELDS if f.name == "translation"], draft.report
        )
    except SkipError:
        return None
    title = (
        own["title"].node.value if "title" in own and isinstance(own["title"].node, Text) else ""
    )
    values |= {"title": title or original.title, "status": Status.DRAFT}
    return _from_original(draft, original, values)


def _from_original(draft: Draft, original: Article, own: dict[str, Any]) -> Article:
    title: str = own["title"]
    translation: Translation = own["translation"]
    return dataclasses.replace(
        original,
        lang=draft.lang,
        title=title,
        title_basis=Basis(),
        summary=own.get("summary", ""),
        slug=own.get("slug") or slug(title) or original.id,
        aliases=own.get("aliases", ()),
        status=own.get("status", Status.PUBLISHED),
        cleaning=None,
        translation=translation,
        body=draft.parts.body,
        path=draft.path,
        lines=draft.lines,
    )


def _check_lengths(draft: Draft, article: Article) -> None:
    for name, value, limit in (
        ("title", article.title, MAX_TITLE),
        ("summary", article.summary, MAX_SUMMARY),
    ):
        if len(value) > limit:
            line = draft.line(name)
            draft.report.add("field-long", line, field=name, count=len(value), limit=limit)
    if not slug(article.title) and article.status is not Status.DRAFT:
        draft.report.add("title-wordless", draft.line("title"), title=article.title)


def _check_body(draft: Draft, article: Article, pictures: frozenset[str]) -> None:
    """Pictures that only the text names, and that are not beside it."""
    told = {image.file for image in article.images}
    for picture in find(article.body):
        if picture.file and picture.file not in told | pictures:
            line = draft.parts.body_line + article.body.count("\n", 0, picture.start)
            draft.report.add("article-image-missing", line, name=picture.file)


def references(draft: Draft) -> Iterator[Reference]:
    """The ids that a file names, with the line of each."""
    for field in _REFERENCES:
        name, _, inner = field.partition(".")
        entry = draft.parts.fields.entries.get(name)
        node = entry.node if entry else None
        if inner and isinstance(node, Fields):
            nested = node.entries.get(inner)
            node = nested.node if nested else None
        for text in _texts(node):
            yield Reference(file=draft.report.file, line=text.line, field=field, id=text.value)


_REFERENCES = (
    "source.outlet",
    "people",
    "organisations",
    "places",
    "topics",
    "event",
    "reprint_of",
    "related",
    "unrelated",
)


def _texts(node: Node | None) -> Iterator[Text]:
    if isinstance(node, Text) and not is_empty(node):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _texts(item)


def lang_of(name: str) -> str:
    """The language of a file `vi.md`, `en.md`; empty for any other name."""
    stem, _, suffix = name.rpartition(".")
    return stem if suffix == "md" and stem in LANGS else ""

"""Reading the content folder: articles, records, pages of the institution, the register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.content import files, permalinks, record_checks, records, references
from generator.content.articles import Draft, Reference, join, lang_of, take_apart
from generator.content.articles import references as references_of
from generator.content.fields import EDITORIAL_FIELDS
from generator.content.forms import read_fields
from generator.content.library import Library, digest_of_folder
from generator.content.memory import Forgetful, Memory
from generator.content.nodes import Text
from generator.content.removed import NAME as REMOVED
from generator.content.report import Report, SkipError
from generator.content.values import PICTURES, SLUG
from generator.errors import FindingError, finding, in_order
from generator.model import LANGS, Article, Contents, Editorial, EntityKind, Finding
from generator.settings import REGISTER

ARTICLES = "articles"
EDITORIALS = "pages"

_FOREIGN = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.md")
_AT_TOP = frozenset({ARTICLES, EDITORIALS, *(kind.value for kind in EntityKind)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one article folder holds.

    Attributes:
        articles: Its texts that can be used.
        line: Of the original's id.
        named: Ids that they name.
        findings: What is wrong with it.
    """

    articles: tuple[Article, ...] = ()
    line: int = 0
    named: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()


def read(
    content: Path, memory: Memory | None = None, library: Library[Read] | None = None
) -> Contents:
    """Read all that `content/` holds.

    A file that cannot be used is a finding with its line, and the others go on. Links are never
    followed.

    Args:
        content: The folder; a missing one is empty.
        memory: What is remembered of files that were read before; nothing if None.
        library: What other programs have read of articles before; nothing if None.
    """
    memory = memory or Forgetful()
    found: list[Finding] = list(_top(content))
    articles, named, article_findings = _articles(content, memory, library)
    known, record_findings = records.read(content, memory)
    unique, id_findings = records.unique(known)
    editorials, editorial_findings = _editorials(content)
    links, link_findings = permalinks.read(content)
    entities = tuple(record.entity for record in unique)
    found += article_findings
    found += record_findings
    found += id_findings
    found += record_checks.check(unique, articles, folder=content.name)
    found += references.check(
        [*named, *(reference for record in unique for reference in record.references)],
        entities,
        frozenset(article.id for article in articles),
        folder=content.name,
    )
    found += editorial_findings
    found += link_findings
    return Contents(
        articles=articles,
        entities=entities,
        editorials=editorials,
        permalinks=links,
        findings=in_order(found),
        folder=content.name,
    )


def _top(content: Path) -> Iterator[Finding]:
    top = files.listing(content, "")
    unknown = [name for name in top.files if name not in {REGISTER, "README.md"}]
    unknown += [name for name in top.folders if name not in _AT_TOP]
    yield from records.unexpected(content, top, unknown=unknown)


def _articles(
    content: Path, memory: Memory, library: Library[Read] | None
) -> tuple[tuple[Article, ...], tuple[Reference, ...], tuple[Finding, ...]]:
    articles: list[Article] = []
    named: list[Reference] = []
    findings: list[Finding] = []
    owners: dict[str, str] = {}
    for folder in files.walk(content, ARTICLES):
        pictures = _pictures(folder)
        findings += _foreign(content, folder)
        findings += records.unexpected(content, folder, unknown=_strangers(folder, pictures))
        if not any(map(lang_of, folder.files)):
            continue
        place = content / folder.path
        make = partial(_one, content, folder, pictures)
        if library:
            make = partial(library.of, partial(digest_of_folder, content, folder), make)
        read = memory.of("article", place, folder.files, make)
        findings += read.findings
        if not read.articles:
            continue
        first = read.articles[0]
        owner = owners.setdefault(first.id, first.path)
        if owner != first.path:
            findings.append(_duplicate(content, read, owner))
            continue
        articles += read.articles
        named += read.named
    articles.sort(key=lambda article: article.path)
    return tuple(articles), tuple(named), tuple(findings)


def read_article(content: Path, path: str) -> Read:
    """Read one article folder again.

    Args:
        content: The content folder.
        path: Of the article's, below it; nothing is found where there is none.
    """
    folder = files.listing(content, path)
    return _one(content, folder, _pictures(folder))


def _pictures(folder: files.Folder) -> frozenset[str]:
    return frozenset(name for name in folder.files if name.lower().endswith(PICTURES))


def _one(content: Path, folder: files.Folder, pictures: frozenset[str]) -> Read:
    """Read one article folder."""
    findings: list[Finding] = []
    drafts = list(drafts_of(content, folder, findings))
    articles = tuple(join(drafts, pictures)) if drafts else ()
    findings += (found for draft in drafts for found in draft.report.findings)
    used = {article.path for article in articles}
    return Read(
        articles=articles,
        line=next((d.line("id") for d in drafts if articles and d.path == articles[0].path), 0),
        named=tuple(ref for draft in drafts if draft.path in used for ref in references_of(draft)),
        findings=tuple(findings),
    )


def _foreign(content: Path, folder: files.Folder) -> Iterator[Finding]:
    """Texts that are named like those of an article, in languages that the site does not have."""
    for name in folder.files:
        if (match := _FOREIGN.fullmatch(name)) and not lang_of(name):
            file = files.shown(content, folder.at(name))
            yield finding("article-language-unknown", file=file, lang=match[1])


def _strangers(folder: files.Folder, pictures: frozenset[str]) -> Iterator[str]:
    known = {REMOVED, "README.md"}
    for name in folder.files:
        if not (lang_of(name) or name in pictures or name in known or _FOREIGN.fullmatch(name)):
            yield name


def drafts_of(content: Path, folder: files.Folder, findings: list[Finding]) -> Iterator[Draft]:
    """Split the files of an article folder, in order of language.

    Args:
        content: The content folder.
        folder: What the article's folder holds.
        findings: Where findings go of files that cannot be split.
    """
    for lang in LANGS:
        name = f"{lang}.md"
        if name not in folder.files:
            continue
        path = folder.at(name)
        report = Report(files.shown(content, path))
        try:
            text = files.read(content, path)
        except FindingError as error:
            findings += error.findings
            continue
        draft = take_apart(text, lang=lang, path=path, report=report)
        if draft:
            yield draft
        else:
            findings += report.findings


def _duplicate(content: Path, read: Read, owner: str) -> Finding:
    first = read.articles[0]
    file = files.shown(content, first.path)
    other = files.shown(content, owner)
    return finding("id-duplicate", file=file, line=read.line, id=first.id, other=other)


def _editorials(content: Path) -> tuple[tuple[Editorial, ...], tuple[Finding, ...]]:
    editorials: list[Editorial] = []
    findings: list[Finding] = []
    top = files.listing(content, EDITORIALS)
    findings += records.unexpected(
        content, top, unknown=[name for name in top.files if name != "README.md"]
    )
    for identity in top.folders:
        folder = files.listing(content, top.at(identity))
        pictures = _pictures(folder)
        findings += _foreign(content, folder)
        strangers = [*_strangers(folder, pictures), *folder.folders]
        findings += records.unexpected(content, folder, unknown=strangers)
        for draft in drafts_of(content, folder, findings):
            editorial = _editorial(draft, identity)
            editorials += [editorial] if editorial else []
            findings += draft.report.findings
    return tuple(editorials), tuple(findings)


def _editorial(draft: Draft, identity: str) -> Editorial | None:
    try:
        SLUG.read(Text(identity, 0), draft.report, "id")
        values = read_fields(draft.parts.fields, EDITORIAL_FIELDS, draft.report)
    except SkipError:
        return None
    return Editorial(
        id=identity, lang=draft.lang, title=values["title"], body=draft.parts.body, path=draft.path
    )

"""Writing what the converter made, and never over what a person made.

Every file that the tool writes carries, in `cleaning.wrote`, the sha256 of itself. As long as it
is right, nobody but the tool has touched the file, and the tool may write it anew. When it is
wrong, or gone, a person has been there, and the file is theirs.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import naming
from generator.content import files, plain, removed
from generator.content.articles import lang_of
from generator.content.fields import FIELDS, TRANSLATION_FIELDS
from generator.content.forms import defaults, write_fields
from generator.content.front_matter import clean_body, digest, seal
from generator.content.index import Known, Place
from generator.content.report import one_line
from generator.content.values import is_slug
from generator.errors import FindingError, finding
from generator.model import Article, Basis, BasisKind, Date, Finding, OtherCapture, Removal
from generator.vietnamese import nfc, slug

_ABSENT = defaults(Article)
_WROTE = re.compile(r"^  wrote: ([0-9a-f]{64})\n", re.MULTILINE)
_UNSEALED = "f" * 64  # not zeros: a number would be written in quotation marks


STATUSES = ("written", "unchanged", "kept-edited", "failed")
"""What can become of a capture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a capture.

    Attributes:
        raw: Path of the capture below `raw/`.
        status: One of `STATUSES`.
        path: The article's file, below `content/`; empty if it failed.
        id: The article's id; empty if it failed.
        findings: What a person should know of.
    """

    raw: str
    status: str
    path: str = ""
    id: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """An article ready to be written.

    Attributes:
        article: The article; its id, slug and path are proposals.
        text: Its file, should the proposals stand.
        removed: The text of its `removed.yml`; empty if nothing was removed.
    """

    article: Article
    text: str
    removed: str


def manuscript(article: Article, removals: Iterable[Removal]) -> Manuscript:
    """Make ready to write what came out of a capture. Pure: it can be done in any process."""
    lines = tuple(removals)
    return Manuscript(
        article=article, text=text(article), removed=removed.text(lines) if lines else ""
    )


def text(article: Article) -> str:
    """An article as it stands in its file: front matter in the table's order, then the text.

    Pure: the same article gives the same text. `cleaning.body` and `cleaning.wrote` are computed
    here, whatever the article says.
    """
    body = clean_body(article.body)
    article = _normal(article, body)
    table = TRANSLATION_FIELDS if article.translation else FIELDS
    head = plain.document(write_fields(article, table, _ABSENT))
    whole = f"---\n{head}---\n" + (f"\n{body}\n" if body else "")
    return _WROTE.sub(f"  wrote: {seal(whole)}\n", whole, count=1) if article.cleaning else whole


def _normal(article: Article, body: str) -> Article:
    """The article in the form in which it is written."""
    bases = {
        name: Basis()
        for name in ("title_basis", "date_basis", "event_date_basis")
        if getattr(article, name).kind is BasisKind.STATED
    }
    source = article.source
    if source.outlet_basis.kind is BasisKind.STATED:
        source = dataclasses.replace(source, outlet_basis=Basis())
    cleaning = article.cleaning and dataclasses.replace(
        article.cleaning, body=digest(body), wrote=_UNSEALED
    )
    # A title that is nothing but controls or white space would be no title at all.
    title = one_line(article.title) or article.id
    return dataclasses.replace(
        article,
        **bases,  # type: ignore[arg-type]  # names of fields that are bases
        title=title,
        source=source,
        slug=article.slug if is_slug(article.slug) else slug(title) or article.id,
        cleaning=cleaning,
    )


def is_untouched(whole: str) -> bool:
    """Whether a file is, to the letter, what the tool wrote.

    Args:
        whole: The file as `files.read` gives it.
    """
    match = _WROTE.search(whole)
    return bool(match and match[1] == seal(whole))


def write(
    made: Manuscript,
    *,
    content: Path,
    known: Known,
    place: Place | None = None,
    others: tuple[OtherCapture, ...] = (),
    eldest: Article | None = None,
    dry_run: bool = False,
) -> Outcome:
    """Write an article, and beside it the lines that were removed.

    Called in order of the captures' names, what comes out depends on the captures alone: of two
    articles that want one folder, the first has it, and the other adds the end of its id.

    Args:
        made: What to write.
        content: The content folder.
        known: What stands there already; kept up to date.
        place: Where it stands already, whose id and slug it keeps; None for a new article.
        others: The other captures of its page, in order.
        eldest: What came out of the page's oldest capture, after which a new article is named;
            None if it is the only one.
        dry_run: Decide, and write nothing.
    """
    source = dataclasses.replace(made.article.source, captures=others)
    article = dataclasses.replace(made.article, source=source)
    if place is None:
        named = eldest or article
        article = dataclasses.replace(article, id=named.id, slug=named.slug)
        other = known.by_id.get(article.id)
        if other:
            owner = files.shown(content, other.path)
            clash = finding("convert-clash", file=f"raw/{source.raw}", other=owner, id=article.id)
            return Outcome(raw=source.raw, status="failed", findings=(clash,))
        article = _settle(article, named.date, known)
    else:
        article = dataclasses.replace(
            article, id=place.id or article.id, slug=place.slug or article.slug, path=place.path
        )
    if article != made.article:
        made = dataclasses.replace(made, article=article, text=text(article))
    try:
        outcome = _put(made, content, dry_run=dry_run)
    except FindingError as error:
        return Outcome(raw=source.raw, status="failed", findings=error.findings)
    if place is None:
        stands = Place(
            path=article.path,
            id=article.id,
            slug=article.slug,
            raw=nfc(source.raw),
            sha256=source.sha256,
        )
        known.add(stands, article.date)
    return outcome


def _settle(article: Article, date: Date | None, known: Known) -> Article:
    """Give a new article a slug and a folder, of that date, that no other has."""
    wanted = article.slug if is_slug(article.slug) else slug(article.title) or article.id
    tail = article.id.rpartition("-")[2]
    names = (wanted, f"{wanted}-{tail[:4]}", f"{wanted}-{tail}", article.id)
    free = next((n for n in names if naming.folder(date, n) not in known.taken), article.id)
    path = f"{naming.folder(date, free)}/{article.lang}.md"
    return dataclasses.replace(article, slug=free, path=path)


def _put(made: Manuscript, content: Path, *, dry_run: bool) -> Outcome:
    article = made.article
    if files.is_through_link(content, article.path):
        raise FindingError(finding("file-link", file=files.shown(content, article.path)))
    beside = f"{article.folder}/{removed.NAME}"
    wanted = {article.path: made.text}
    if made.removed or (content / beside).exists():
        wanted[beside] = made.removed or removed.text(())
    standing = {path: _standing(content, path) for path in wanted}
    raw = article.source.raw
    result = Outcome(raw=raw, status="unchanged", path=article.path, id=article.id)
    old = standing[article.path]
    if old is not None and old != wanted[article.path] and not is_untouched(old):
        kept = finding("convert-kept-edited", file=files.shown(content, article.path))
        return dataclasses.replace(result, status="kept-edited", findings=(kept,))
    stale = [path for path in wanted if standing[path] != wanted[path]]
    if not dry_run:
        # The article last: until it stands, the next run does all of this again.
        for path in sorted(stale, key=lambda path: bool(lang_of(path.rpartition("/")[2]))):
            files.replace(content, path, wanted[path])
    return dataclasses.replace(result, status="written") if stale else result


def _standing(content: Path, path: str) -> str | None:
    """A file as it stands, `""` if it is no text, None if there is none."""
    if not (content / path).exists():
        return None
    try:
        return files.read(content, path)
    except FindingError:
        return ""

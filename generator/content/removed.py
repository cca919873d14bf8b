"""The lines that cleaning took out of an article, `removed.yml`, and how to put one back.

The converter writes the file beside the article; it is not for editing. A line that is put back
leaves the list. From then on the article counts as edited, so no convert takes the line out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content import files, plain
from generator.content.forms import field, items, record
from generator.content.front_matter import body_start
from generator.content.nodes import NodeError, parse
from generator.content.provenance import BY_CONVERTER
from generator.content.report import Report, SkipError
from generator.content.values import NUMBER, TEXT, member
from generator.errors import FindingError, finding
from generator.extract import markdown
from generator.model import Article, Bilingual, Finding, Removal, Role

NAME = "removed.yml"

_HEAD = (
    "# Những dòng đã bỏ khi làm sạch; công cụ ghi tệp này. Đưa lại một dòng:\n"
    "# Lines that cleaning removed; the tool writes this file. To put one back:\n"
    "#   archive restore ID --line N\n"
)
# Paragraphs as `extract.markdown` counts them: what stands between blank lines.
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
LINES = items(
    record(
        Removal,
        (
            field("n", NUMBER, "dòng của bản chụp", "line of the capture", required=True),
            field("text", TEXT, "chữ của dòng", "the line", required=True),
            field("role", member(Role), "được coi là gì", "what it was held to be", required=True),
            field("rule", TEXT, "quy tắc", "the rule that removed it", required=True),
            field("after", NUMBER, "sau đoạn thứ mấy", "paragraphs before it", required=True),
        ),
        model=Removal,
        hint=BY_CONVERTER,
    )
)


def text(removals: Iterable[Removal]) -> str:
    """The file as it is written."""
    written = LINES.write(tuple(removals))
    return _HEAD + (plain.document(written) if not isinstance(written, str) else "")


def read(content: Path, folder: str) -> tuple[Removal, ...]:
    """Read the removed lines of an article; none if there is no list.

    Args:
        content: The content folder.
        folder: The article's folder below it.

    Raises:
        FindingError: The list cannot be read.
    """
    path = f"{folder}/{NAME}"
    if files.is_through_link(content, path):
        raise FindingError(finding("file-link", file=files.shown(content, path)))
    if not (content / path).exists():
        return ()
    report = Report(files.shown(content, path))
    line = 0
    try:
        node = parse(files.read(content, path), max_size=files.MAX_FILE)
        return LINES.read(node, report, "")
    except NodeError as error:
        line, reason = error.line, error.reason
    except SkipError:
        first = report.findings[0]
        line, reason = first.line, Bilingual(vi=first.what.vi, en=first.what.en)
    raise FindingError(finding("removed-broken", file=report.file, line=line, reason=reason))


def problems(content: Path, articles: Iterable[Article]) -> Iterator[Finding]:
    """Lists of removed lines that cannot be read, in order of folder.

    Args:
        content: The content folder.
        articles: Any texts; each folder is looked into once.
    """
    for folder in sorted({article.folder for article in articles}):
        try:
            read(content, folder)
        except FindingError as error:
            yield from error.findings


def restore(content: Path, folder: str, *, n: int, lang: str) -> Path:
    """Put a removed line back into the text, as a paragraph of its own where it stood.

    Args:
        content: The content folder.
        folder: The article's folder below it.
        n: The line's number, as `removed.yml` and `archive explain` have it.
        lang: Language of the file to put it in.

    Returns:
        The file it was put in.

    Raises:
        FindingError: There is no such line, or a file cannot be read or written.
    """
    path, beside = f"{folder}/{lang}.md", f"{folder}/{NAME}"
    removals = read(content, folder)
    line = next((removal for removal in removals if removal.n == n), None)
    if line is None:
        file = files.shown(content, beside)
        raise FindingError(finding("removed-line-unknown", file=file, n=n))
    if files.is_through_link(content, path):
        raise FindingError(finding("file-link", file=files.shown(content, path)))
    whole = files.read(content, path)
    # The text first: if the second write fails, the line is in both, and nothing is lost.
    files.replace(content, path, _insert(whole, markdown.escape(line.text), line.after))
    rest = tuple(removal for removal in removals if removal is not line)
    files.replace(content, beside, text(rest))
    return content / path


def _insert(whole: str, paragraph: str, after: int) -> str:
    """A file with one more paragraph in its body; all else stays as it is."""
    start = body_start(whole)
    ends = [start, *(match.end() for match in _PARAGRAPH.finditer(whole, start))]
    position = ends[min(after, len(ends) - 1)]
    before, rest = whole[:position].rstrip("\n"), whole[position:].lstrip("\n")
    return f"{before}\n\n{paragraph}\n" + (f"\n{rest}" if rest else "")

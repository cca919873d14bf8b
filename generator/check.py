"""Check: every promise that can be checked without building."""

from __future__ import annotations

from collections.abc import Iterator

from generator import assemble, pages
from generator.assemble import promises, translations
from generator.content import REGISTER, digest
from generator.errors import finding, in_order
from generator.model import Archive, Contents, Finding


def findings(
    contents: Contents, archive: Archive, assembled: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Gather all that a person should know of.

    Args:
        contents: What was read, with its findings.
        archive: The same, assembled.
        assembled: What assembling found, and what was found beside the articles.

    Returns:
        Each finding once, in order of file, line and code.
    """
    found = {
        *contents.findings,
        *assembled,
        *promises.broken(contents, archive, register=REGISTER),
        *_unregistered(contents, archive),
        *_stale(contents),
        *_dead_links(contents, archive),
    }
    return in_order(found)


def _unregistered(contents: Contents, archive: Archive) -> Iterator[Finding]:
    registered = {permalink.url for permalink in contents.permalinks}
    new = [permalink.url for permalink in archive.permalinks if permalink.url not in registered]
    if new:
        file = contents.shown(REGISTER)
        yield finding("permalink-unregistered", file=file, count=len(new), url=new[0])


def _dead_links(contents: Contents, archive: Archive) -> Iterator[Finding]:
    for path, url in pages.dead_links(archive):
        yield finding("link-dead", file=contents.shown(path), url=url)


def _stale(contents: Contents) -> Iterator[Finding]:
    for work in assemble.gather(contents.articles):
        texts = {text.lang: text for text in work.files}
        for text in work.files:
            if translations.state(texts, text.lang) == "stale":
                yield finding(
                    "translation-stale",
                    file=contents.shown(text.path),
                    digest=digest(work.original.body),
                )

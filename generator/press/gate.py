"""The gate: nothing leaves the press that could run or fetch what is not the theme's.

The third wall's proof. Articles come from strangers' pages; whatever slipped through the writer,
the Markdown extension and the templates is caught here, and the site is not published.

Scripts and style sheets are files of the theme, found in its own folders, never in the built site:
a page that holds hostile words could otherwise teach the gate to let them run.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import finding
from generator.model import Finding
from generator.press.glance import Glance
from generator.press.markup import Allowed

HTML_SUFFIXES = frozenset({".html"})
ACTIVE_SUFFIXES = frozenset(
    {".css", ".htm", ".js", ".mht", ".mhtml", ".mjs", ".shtml", ".svg", ".svgz", ".swf", ".wasm"}
    | {".xht", ".xhtml", ".xsl", ".xslt"}
)
"""Kinds of files in which a browser may run or fetch something; only the theme has such."""

FINDINGS_PER_FILE = 10


def allow(
    theme: Sequence[Path], *, extra: Iterable[str] = (), site_url: str = "", live: bool = False
) -> Allowed:
    """Learn what the theme brings along.

    Args:
        theme: Folders of templates and static files, as MkDocs searches them.
        extra: Scripts and style sheets that `mkdocs.yml` adds, as paths in the site.
        site_url: Where the site will stand; empty if unknown.
        live: Whether MkDocs's live server shows it, whose script the policy must let run.
    """
    files = {path for folder in theme for path in _active(folder)}
    url = urlsplit(site_url)
    return Allowed(
        files=frozenset(files | set(extra)),
        origin=f"{url.scheme}://{url.netloc}" if url.netloc else "",
        base=f"/{url.path.strip('/')}/".replace("//", "/"),
        strict=not live,
    )


def _active(folder: Path) -> Iterator[str]:
    """Paths in which something may run; nothing below a name with a dot comes into a site."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if Path(name).suffix in ACTIVE_SUFFIXES:
                yield Path(place, name).relative_to(folder).as_posix()


def inspect(
    site: Path, allowed: Allowed, done: Container[str] = frozenset()
) -> tuple[Finding, ...]:
    """Read every file of a built site; see `markup` for what a page may hold.

    Args:
        site: Folder of the site.
        allowed: What the theme brings along.
        done: Paths of files that were inspected already.

    Returns:
        `site-unsafe` for each thing that must not be there, in order of path.
    """
    return tuple(told(_files(site, allowed, done)))


def told(files: Iterable[tuple[str, Iterable[str]]]) -> Iterator[Finding]:
    """A finding for each thing that must not be there, so many of a file and no more.

    Args:
        files: Path in the site, and what is wrong with it.
    """
    for path, things in files:
        for thing in list(dict.fromkeys(things))[:FINDINGS_PER_FILE]:
            yield finding("site-unsafe", file=path, thing=thing)


def _files(
    site: Path, allowed: Allowed, done: Container[str]
) -> Iterator[tuple[str, Iterable[str]]]:
    glance = Glance(allowed)
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        suffix = file.suffix.lower()
        if path in done:
            continue
        if file.is_symlink():
            yield path, ["a symbolic link"]
        elif suffix in HTML_SUFFIXES:
            yield path, glance.inspect(file.read_bytes(), path)
        elif suffix in ACTIVE_SUFFIXES and path not in allowed.files:
            yield path, [f"a {suffix} file that is not the theme's"]

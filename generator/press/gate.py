"""The gate: nothing leaves the press that could run or fetch what is not the theme's.

The third wall's proof. Articles come from strangers' pages; whatever slipped through the writer,
the Markdown extension and the templates is caught here, and the site is not published.

Scripts and style sheets are files of the theme, found in its own folders, never in the built site:
a page that holds hostile words could otherwise teach the gate to let them run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import finding
from generator.model import Finding
from generator.press import markup
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
    files = {
        path.relative_to(folder).as_posix()
        for folder in theme
        for path in folder.rglob("*")
        if path.suffix in ACTIVE_SUFFIXES
    }
    url = urlsplit(site_url)
    return Allowed(
        files=frozenset(files | set(extra)),
        origin=f"{url.scheme}://{url.netloc}" if url.netloc else "",
        base=f"/{url.path.strip('/')}/".replace("//", "/"),
        strict=not live,
    )


def inspect(site: Path, allowed: Allowed) -> tuple[Finding, ...]:
    """Read every file of a built site; see `markup` for what a page may hold.

    Returns:
        `site-unsafe` for each thing that must not be there, in order of path.
    """
    return tuple(
        finding("site-unsafe", file=path, thing=thing)
        for path, things in _files(site, allowed)
        for thing in list(dict.fromkeys(things))[:FINDINGS_PER_FILE]
    )


def _files(site: Path, allowed: Allowed) -> Iterator[tuple[str, Iterable[str]]]:
    known: set[object] = set()
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        suffix = file.suffix.lower()
        if file.is_symlink():
            yield path, ["a symbolic link"]
        elif suffix in HTML_SUFFIXES:
            yield path, markup.inspect(file.read_bytes(), path=path, allowed=allowed, known=known)
        elif suffix in ACTIVE_SUFFIXES and path not in allowed.files:
            yield path, [f"a {suffix} file that is not the theme's"]

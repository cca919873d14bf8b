"""The gate: nothing leaves the press that could run or fetch what is not the theme's.

The third wall's proof. Articles come from strangers' pages; whatever slipped through the writer,
the Markdown extension and the templates is caught here, and the site is not published.

What is allowed is read from the theme's own templates, never from a built page: a page that
lists headlines could otherwise teach the gate to let a script pass.
"""

from __future__ import annotations

import re
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

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
# What an expression in a script of the theme may print: a relative path such as `../..`.
_PATH = r"(?!//)[\w./~%-]*"


def allow(theme: Sequence[Path], *, extra: Iterable[str] = (), site_url: str = "") -> Allowed:
    """Learn what the theme brings along.

    Args:
        theme: Folders of templates and static files, as MkDocs searches them.
        extra: Scripts and style sheets that `mkdocs.yml` adds, as paths in the site.
        site_url: Where the site will stand; empty if unknown.
    """
    files = {
        path.relative_to(folder).as_posix()
        for folder in theme
        for path in folder.rglob("*")
        if path.suffix in ACTIVE_SUFFIXES
    }
    url = urlsplit(site_url)
    return Allowed(
        scripts=tuple(_patterns(theme)),
        files=frozenset(files | set(extra)),
        origin=f"{url.scheme}://{url.netloc}" if url.netloc else "",
        base=f"/{url.path.strip('/')}/".replace("//", "/"),
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
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        suffix = file.suffix.lower()
        if file.is_symlink():
            yield path, ["a symbolic link"]
        elif suffix in HTML_SUFFIXES:
            yield path, markup.inspect(file.read_bytes(), path=path, allowed=allowed)
        elif suffix in ACTIVE_SUFFIXES and path not in allowed.files:
            yield path, [f"a {suffix} file that is not the theme's"]


def _patterns(theme: Sequence[Path]) -> Iterator[re.Pattern[str]]:
    """One pattern an inline script of the templates; an expression stands for a path."""
    for folder in theme:
        for template in sorted(folder.rglob("*.html")):
            # Analytics and comments load scripts of other hosts: never here.
            if "integrations" in template.relative_to(folder).parts:
                continue
            for script in _SCRIPT.finditer(template.read_text(encoding="utf-8")):
                if "{%" not in script["text"] and script["text"].strip():
                    literals = _EXPRESSION.split(script["text"])
                    yield re.compile(_PATH.join(map(re.escape, literals)))

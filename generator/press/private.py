"""Private names of MkDocs that the press uses, all of them here, and which versions it knows.

MkDocs may change what has no public name, and how it prints pages, in any version. With one that
nobody has compared with, the press leaves the whole site to MkDocs.
"""

from __future__ import annotations

from collections.abc import Mapping

import jinja2
import markdown
import mkdocs
from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

KNOWN = {"MkDocs": "1.6.", "Jinja": "3.1."}
"""Versions, by their beginning, that `tests/press/test_identity.py` has been run with."""

_NAMES = (
    (build, "_build_theme_template"),
    (pages, "_RawHTMLPreprocessor"),
    (pages, "_ExtractAnchorsTreeprocessor"),
    (pages, "_RelativePathTreeprocessor"),
    (pages, "_ExtractTitleTreeprocessor"),
)
_ATTRIBUTE = "_title_from_render"
"""Of a page, since it is made."""


def unknown() -> str:
    """Why these versions of MkDocs and Jinja cannot be followed; empty if they can."""
    for name, version in (("MkDocs", mkdocs.__version__), ("Jinja", jinja2.__version__)):
        if not version.startswith(KNOWN[name]):
            return f"{name} {version} may print otherwise than {KNOWN[name]}*, which is known"
    missing = [name for place, name in _NAMES if not hasattr(place, name)]
    if _ATTRIBUTE not in Page.__init__.__code__.co_names:
        missing.append(_ATTRIBUTE)
    return f"MkDocs has no {', '.join(missing)}" if missing else ""


def print_theme_page(
    name: str, env: Environment, files: Files, config: MkDocsConfig, nav: Navigation
) -> None:
    """Print a page that the theme brings along, such as `404.html` and `sitemap.xml`."""
    build._build_theme_template(name, env, files, config, nav)  # noqa: SLF001 - see above


def render(
    page: Page, parser: markdown.Markdown, config: MkDocsConfig, files: Files
) -> tuple[frozenset[str], Mapping[str, Mapping[str, str]]]:
    """What `Page.render` does, with a parser that is there already.

    Returns:
        The page's anchors; and staged file → anchor in it → the link to it, as it was written.
    """
    parser.reset()
    # The processors of MkDocs know the page; each takes the place of the last page's.
    raw = pages._RawHTMLPreprocessor()  # noqa: SLF001 - see above
    anchors = pages._ExtractAnchorsTreeprocessor(page.file, files, config)  # noqa: SLF001
    links = pages._RelativePathTreeprocessor(page.file, files, config)  # noqa: SLF001
    title = pages._ExtractTitleTreeprocessor()  # noqa: SLF001
    for processor in (raw, anchors, links, title):
        processor._register(parser)  # noqa: SLF001
    page.content = parser.convert(page.markdown or "")
    page.toc = get_toc(getattr(parser, "toc_tokens", []))
    page._title_from_render = title.title  # noqa: SLF001
    linked = {file.src_uri: found for file, found in links.links_to_anchors.items()}
    return frozenset(anchors.present_anchor_ids | raw.present_anchor_ids), linked

"""Bodies made HTML as MkDocs makes them, with one instance of Python-Markdown for all pages.

MkDocs sets up Python-Markdown anew for every page, which costs more than most pages do. Extensions
that are known to keep no state between documents allow one instance. And most bodies of news are
paragraphs of words, escaped signs and links to other pages; these need no parser.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from generator.press import private
from generator.press.listed import is_included
from generator.safe_markdown.effort import MAX_WORK

STATELESS = frozenset(
    {"fenced_code", "generator.safe_markdown", "sane_lists", "smarty", "tables", "toc"}
)
"""Extensions of which one instance renders any number of documents as new ones would."""

PLAIN_WITH = frozenset({"fenced_code", "generator.safe_markdown", "sane_lists", "tables", "toc"})
"""Those that leave alone what `_PARAGRAPH` matches."""

# A line begins with a letter, a quotation mark, another sign that means nothing there (a dash),
# digits that do not number a list, or what may stand within it: an escaped sign, or a link to a
# Markdown file. It has in it no sign with a meaning, but perhaps `_`; between words are single
# blanks.
_SIGN = r"[\w,.;:?!%/()'\"“”‘’–—…°€-]"
_ESCAPED = r"\\[\\.()!+#\[\]*{}>-]"
_TEXT = rf"(?:{_SIGN}|{_ESCAPED})*+(?: (?:{_SIGN}|{_ESCAPED})++)*+"
_LINK = rf"(?<!!)\[(?=\S){_TEXT}\]\((?:\.\./)*+[a-z0-9/.-]*\.md\)"
_START = rf"(?:[^\W\d_]|[“”‘’\"'(.,;?%…–—]|\d+(?=[ ,%/])|{_ESCAPED}|{_LINK})"
_PIECE = rf"(?:{_SIGN}|{_ESCAPED}|{_LINK})"
_LINE = rf"{_START}{_PIECE}*+(?: {_PIECE}++)*+"
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*+")

_URL = re.compile(r"[a-z0-9/.-]*")
_MARKED = re.compile(r"\\(.)|\[((?:[^\]\\]|\\.)*)\]\(([^)]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What of a page is checked when all pages are there.

    Attributes:
        present: Its own anchors.
        links: Staged file → anchor in it → the link to it, as it was written.
    """

    present: frozenset[str] = frozenset()
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Renderer:
    """Renders the bodies of pages.

    Args:
        config: MkDocs's.
        files: Where links may lead.
    """

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config = config
        self._files = files
        names = frozenset(name.removeprefix("markdown.extensions.") for name in _names(config))
        self._parser = _parser(config) if names <= STATELESS else None
        self._plain = names <= PLAIN_WITH

    def render(self, page: Page) -> Anchors:
        """Give a page its `content` and `toc`.

        Args:
            page: With its `markdown`.
        """
        body = page.markdown or ""
        quick = (
            _paragraphs(body, functools.partial(self._address, page.file)) if self._plain else None
        )
        if quick is not None:
            page.content = quick
            page.toc = get_toc([])
            return Anchors()
        if self._parser:
            present, links = private.render(page, self._parser, self._config, self._files)
            return Anchors(present=present, links=links)
        page.render(self._config, self._files)
        linked = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        return Anchors(present=frozenset(page.present_anchor_ids or ()), links=linked)

    def _address(self, page: File, link: str) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.src_uri), link))
        file = self._files.get_file_from_path(target)
        if file is None or not is_included(file.inclusion) or not _URL.fullmatch(file.url):
            return ""  # MkDocs has something to say about it
        return get_relative_url(file.url, page.url)


def _parser(config: MkDocsConfig) -> markdown.Markdown:
    """A parser as MkDocs sets one up for each page."""
    return markdown.Markdown(
        extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"] or {}
    )


def _names(config: MkDocsConfig) -> list[str]:
    return [str(name) for name in config.markdown_extensions]


def _paragraphs(body: str, address: Callable[[str], str]) -> str | None:
    """The HTML of a body of nothing but plain paragraphs; None for any other.

    Args:
        body: Markdown.
        address: A link to a Markdown file → where it leads, relative to the page; empty if nowhere.
    """
    text = body.strip("\n")
    if not text:
        return ""
    if "_" in text or text.count("[") * len(text) > MAX_WORK:
        return None
    paragraphs = text.split("\n\n")
    if not all(map(_PARAGRAPH.fullmatch, paragraphs)):
        return None
    made = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return _unmarked(made, address) if "\\" in made or "[" in made else made


def _unmarked(text: str, address: Callable[[str], str]) -> str | None:
    """A text with its links made HTML and its signs without backslashes."""
    dead: list[str] = []

    def one(match: re.Match[str]) -> str:
        sign, name, link = match.groups()
        if sign:
            return "&gt;" if sign == ">" else str(sign)
        url = address(link)
        if not url:
            dead.append(link)
        return f'<a href="{url}">{_MARKED.sub(one, name)}</a>'

    made = _MARKED.sub(one, text)
    return None if dead else made

"""A Python-Markdown extension that makes nothing of a text but text, links and pictures of ours.

Listed in `mkdocs.yml` as `generator.safe_markdown`, so that every engine renders bodies alike:

- raw HTML (elements, comments, processing instructions, CDATA) is shown as the text it is;
- links lead to `http`, `https`, `mailto`, `tel`, or within the site; others become their text;
- pictures come from the site itself; one from elsewhere becomes a link to it, since showing it
  would tell another host who reads here;
- links to other hosts carry `rel="noopener noreferrer"`;
- attribute lists (`{: onclick=…}`) are text, and so are those after a code fence;
- elements and attributes that Markdown does not need are not let through, whoever made them.

It keeps no state: one instance renders any number of documents.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead, besides places on the site."""

_TAGS = (
    "a abbr blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr img ins kbd li mark ol p "
    "pre q s span strong sub sup table tbody td th thead tr ul"
)
_NAMES = "align alt class colspan height href id lang rel rowspan src start title width"

ELEMENTS = frozenset(_TAGS.split())
"""Elements that may stand in a rendered text."""

ATTRIBUTES = frozenset(_NAMES.split())
"""Attributes that they may have."""

# Browsers drop tabs and line breaks anywhere in an address, and other controls before it; we drop
# all of them, and everything that shows nothing, before looking at the scheme.
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
_SCHEME = re.compile(r"([^/?#:]*):")
_ALIGN = re.compile(r"text-align:\s*(left|right|center);?")
_LANGUAGE = re.compile(r"[\w#.+-]{1,40}")


def scheme(url: str) -> str:
    """The scheme of an address as a browser would understand it, in lower case.

    Args:
        url: As in an `href`: references like `&#106;` count as the characters they stand for.

    Returns:
        The scheme, which may be nonsense (`:` if nothing stands before the colon); empty for an
        address on the same site; `https` for one that begins with two slashes, of either kind.
    """
    decoded = _UNSEEN.sub("", html.unescape(url.replace(AMP_SUBSTITUTE, "&")))
    if decoded[:2].replace("\\", "/") == "//":
        return "https"
    match = _SCHEME.match(decoded.replace("\\", "/"))
    return (match[1].lower() or ":") if match else ""


def may_link(url: str) -> bool:
    """Whether a link may lead to an address: to a place on the site, or by a harmless scheme."""
    return scheme(url) in LINK_SCHEMES | {""}


class _SafeTree(Treeprocessor):
    """Holds a rendered tree to what is allowed; the last to see it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element is root:
                continue
            if element.tag == "img":
                _image(element)
            if element.tag == "a":
                _link(element)
            if element.tag not in ELEMENTS:
                element.tag = "span"
            _attributes(element)


class _PlainFences(FencedBlockPreprocessor):
    """Fenced code whose braces give a language and nothing else."""

    def handle_attrs(
        self, attrs: Iterable[tuple[str, str | None]]
    ) -> tuple[str, list[str], dict[str, object]]:
        """Keep the first class, which names the language, and drop the rest."""
        classes = [value for key, value in attrs if key == "." and value]
        return "", [name for name in classes[:1] if _LANGUAGE.fullmatch(name)], {}


class SafeMarkdownExtension(Extension):
    """Puts the rules of this module into a `Markdown` instance."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Python-Markdown's
        """Register the tree's last look, and ask to be told of resets."""
        self._md = md
        md.registerExtension(self)
        # After `unescape` (0), when the text of addresses is final.
        md.treeprocessors.register(_SafeTree(md), "safe_tree", -10)

    def reset(self) -> None:
        """Take out what makes HTML of text.

        Here and not above, since Python-Markdown resets once when all extensions are in, in
        whatever order they were listed; doing it again changes nothing.
        """
        md = self._md
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
        md.treeprocessors.deregister("attr_list", strict=False)
        if "fenced_code_block" in md.preprocessors:
            fences = md.preprocessors["fenced_code_block"]
            if isinstance(fences, FencedBlockPreprocessor) and not isinstance(fences, _PlainFences):
                plain = _PlainFences(md, fences.config)  # type: ignore[attr-defined]  # not in its stubs
                md.preprocessors.register(plain, "fenced_code_block", 25)


def makeExtension(**config: object) -> SafeMarkdownExtension:  # noqa: N802  # the name is Python-Markdown's
    """Make the extension, as Python-Markdown asks a module to."""
    return SafeMarkdownExtension(**config)


def _link(element: Element) -> None:
    url = element.get("href")
    if url is not None and not may_link(url):
        element.tag = "span"
        element.attrib.clear()
    elif url is not None and scheme(url) in ("http", "https"):
        element.set("rel", "noopener noreferrer")


def _image(element: Element) -> None:
    url = element.get("src", "")
    found = scheme(url)
    if not found:
        return
    text = element.get("alt") or element.get("title") or ""
    element.attrib.clear()
    element.tag = "a" if found in ("http", "https") else "span"
    element.text = text or (url if element.tag == "a" else "")
    if element.tag == "a":
        element.set("href", url)


def _attributes(element: Element) -> None:
    align = _ALIGN.fullmatch(element.get("style") or "")
    for name in [name for name in element.attrib if name not in ATTRIBUTES]:
        del element.attrib[name]
    if align:
        element.set("align", align[1])

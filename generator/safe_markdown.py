"""A Python-Markdown extension that makes nothing of a text but text, links and pictures of ours.

Listed in `mkdocs.yml` as `generator.safe_markdown`, so that every engine renders bodies alike:

- raw HTML (elements, comments, processing instructions, CDATA) is shown as the text it is;
- links lead to `http`, `https`, `mailto`, `tel`, or within the site; others become their text;
- pictures come from the site itself; one from elsewhere becomes a link to it, since showing it
  would tell another host who reads here;
- pictures are loaded when they come into sight, and have the size that their address says after a
  `#` (`a.jpg#800x600`), so that nothing shifts when they are there;
- a picture with a title that is a paragraph of its own is a figure, the title its caption, in the
  language that its address says (`a.jpg#800x600;vi`); of one from elsewhere the caption stays;
- links to other hosts carry `rel="noopener noreferrer"`;
- a numbered list begins with its first number;
- attribute lists (`{: onclick=…}`) are text, and so are those after a code fence;
- elements and attributes that Markdown does not need are not let through, whoever made them;
- no text takes more work than its length warrants: what is nested too deep, or has so many
  brackets that Python-Markdown would be busy with them for hours, is words.

It keeps no state: one instance renders any number of documents.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead, besides places on the site."""

_TAGS = (
    "a abbr blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img ins "
    "kbd li mark ol p pre q s span strong sub sup table tbody td th thead tr ul"
)
_NAMES = "align alt class colspan height href id lang loading rel rowspan src start title width"

ELEMENTS = frozenset(_TAGS.split())
"""Elements that may stand in a rendered text."""

ATTRIBUTES = frozenset(_NAMES.split())
"""Attributes that they may have."""

MAX_PREFIX = 100
"""Most that may stand before the words of a line, in characters: indents, marks of quotations and
lists. Each level of nesting costs Python-Markdown some frames of the 1,000 that Python gives."""

MAX_LINES = 500
"""Lines without a blank one that are taken for one block, if there are headings or rules in it:
each of them makes Python-Markdown search and copy the rest of the block."""

MAX_WORK = 30_000_000
"""Most work on what stands within lines, in characters times brackets: a few seconds. A speech of
500,000 characters with fifty links in each paragraph needs less."""

# Brackets make Python-Markdown read on, character by character; for other signs it copies.
_CHEAPER = 200
_CHEAP = re.compile(r"[\\`*_<&]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_PREFIX = re.compile(r"(?: *(?:>|(?:[-*+]|\d+[.)])(?= )))* *")
_MARK = re.compile(r"(\d*)(?=[-*+>.)])")
_HEADING = re.compile(r"[ >]*#")
_RULE = re.compile(r"[ >]*[-=*_][-=*_ ]*")

# Browsers drop tabs and line breaks anywhere in an address, and other controls before it; we drop
# all of them, and everything that shows nothing, before looking at the scheme.
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
_SCHEME = re.compile(r"([^/?#:]*):")
_ALIGN = re.compile(r"text-align:\s*(left|right|center);?")
_SIZE = r"(?P<width>[1-9]\d{0,4})x(?P<height>[1-9]\d{0,4})"
_LANG = r";(?P<lang>[a-z]{2})"
_MARKED = re.compile(rf"(?P<file>[^#]+)#(?:{_SIZE}(?:{_LANG})?|{_LANG.replace('lang', 'only')})")
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
        for paragraph in list(root.iter("p")):
            if _is_figure(paragraph):
                _figure(paragraph)
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


class _Shallow(Preprocessor):
    """Keeps nesting within `MAX_PREFIX`, and parts blocks at their headings after `MAX_LINES`."""

    def run(self, lines: list[str]) -> list[str]:
        return list(_parted(map(_shallow, lines)))


def _shallow(line: str) -> str:
    if line[MAX_PREFIX - 1 : MAX_PREFIX].isalpha():  # what nearly every long line has there
        return line
    match = _PREFIX.match(line)
    if not match or match.end() <= MAX_PREFIX or _RULE.fullmatch(line):
        return line
    rest = line[MAX_PREFIX:].lstrip(" ")
    mark = _MARK.match(rest)
    return line[:MAX_PREFIX] + (f"{mark[1]}\\{rest[mark.end() :]}" if mark else rest)


def _parted(lines: Iterable[str]) -> Iterator[str]:
    count = 0
    for line in lines:
        count = count + 1 if line.strip() else 0
        if count > MAX_LINES and _HEADING.match(line):
            yield ""
            count = 1
        yield line
        if count > MAX_LINES and _RULE.fullmatch(line):
            yield ""
            count = 0


class _FairTables(TableProcessor):
    """Tables that hold about as many cells as were written.

    Short rows are filled up to the width of the head, so that 20,000 characters could make a
    million cells.
    """

    def test(self, parent: Element, block: str) -> bool:
        found = super().test(parent, block)
        return found and len(self.separator) * (block.count("\n") + 1) <= len(block)


class _Work(Treeprocessor):
    """Spends `MAX_WORK` on a text; what would take more is left as the words it is."""

    def run(self, root: Element) -> None:
        left = float(MAX_WORK)
        for element in root.iter():
            for part in ("text", "tail"):
                text = getattr(element, part)
                if not text or isinstance(text, AtomicString):
                    continue
                signs = text.count("[") + len(_CHEAP.findall(text)) / _CHEAPER
                if signs * len(text) > left:
                    setattr(element, part, AtomicString(_ESCAPED.sub(r"\1", text)))
                else:
                    left -= signs * len(text)


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
        # Before `inline` (20).
        md.treeprocessors.register(_Work(md), "safe_work", 25)
        # After `fenced_code_block` (25) has taken code out.
        md.preprocessors.register(_Shallow(md), "safe_nesting", 15)

    def reset(self) -> None:
        """Take out what makes HTML of text.

        Here and not above, since Python-Markdown resets once when all extensions are in, in
        whatever order they were listed; doing it again changes nothing.
        """
        md = self._md
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
        md.treeprocessors.deregister("attr_list", strict=False)
        if "olist" in md.parser.blockprocessors:  # a list that begins with `3.` shows a 3
            md.parser.blockprocessors["olist"].LAZY_OL = False  # type: ignore[attr-defined]  # of lists only
        if "table" in md.parser.blockprocessors:
            tables = md.parser.blockprocessors["table"]
            if isinstance(tables, TableProcessor) and not isinstance(tables, _FairTables):
                fair = _FairTables(md.parser, tables.config)  # type: ignore[attr-defined]  # not in its stubs
                md.parser.blockprocessors.register(fair, "table", 75)
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


def _is_figure(paragraph: Element) -> bool:
    """Whether a paragraph is a picture with a title, and nothing else."""
    if len(paragraph) != 1 or paragraph[0].tag != "img" or (paragraph.text or "").strip():
        return False
    image = paragraph[0]
    return not (image.tail or "").strip() and bool((image.get("title") or "").strip())


def _figure(paragraph: Element) -> None:
    """Make a figure of it: the picture, or what stands for one from elsewhere below its caption."""
    image = paragraph[0]
    url = image.get("src", "")
    marked = _MARKED.fullmatch(url)
    absent = bool(scheme(url))
    paragraph.tag = "figure"
    paragraph.text = None
    paragraph.set("class", "figure figure--absent" if absent else "figure")
    under = SubElement(paragraph, "figcaption")
    caption = SubElement(under, "span", {"class": "figure__caption"})
    caption.text = AtomicString(image.attrib.pop("title"))
    if marked and (lang := marked["lang"] or marked["only"]):
        caption.set("lang", lang)
    image.tail = None
    if absent:
        paragraph.remove(image)
        SubElement(under, "span", {"class": "figure__absent"}).append(image)
        if marked:
            image.set("src", marked["file"])


def _image(element: Element) -> None:
    url = element.get("src", "")
    found = scheme(url)
    if not found:
        element.set("loading", "lazy")
        if marked := _MARKED.fullmatch(url):
            element.set("src", marked["file"])
            if marked["width"]:
                element.set("width", marked["width"])
                element.set("height", marked["height"])
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

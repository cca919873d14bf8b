"""What a rendered text may hold: elements, attributes, links and pictures, whoever made them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from generator.safe_markdown.addresses import may_link, scheme

_TAGS = (
    "a abbr blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img ins "
    "kbd li mark ol p pre q s span strong sub sup table tbody td th thead tr ul"
)
_NAMES = "align alt class colspan height href id lang loading rel rowspan src start title width"

ELEMENTS = frozenset(_TAGS.split())
"""Elements that may stand in a rendered text."""

ATTRIBUTES = frozenset(_NAMES.split())
"""Attributes that they may have."""

_ALIGN = re.compile(r"text-align:\s*(left|right|center);?")
_SIZE = r"(?P<width>[1-9]\d{0,4})x(?P<height>[1-9]\d{0,4})"
_LANG = r";(?P<lang>[a-z]{2})"
_MARKED = re.compile(rf"(?P<file>[^#]+)#(?:{_SIZE}(?:{_LANG})?|{_LANG.replace('lang', 'only')})")


class SafeTree(Treeprocessor):
    """Holds a rendered tree to what is allowed; the last to see it."""

    def run(self, root: Element) -> None:
        """Make figures, then look at each element."""
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

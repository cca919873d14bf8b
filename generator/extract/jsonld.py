"""JSON-LD: what a page says of its article to machines, in the words of schema.org."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from generator.extract.blocks_text import visible

Node = Mapping[str, object]

_LONGEST = 1_000_000  # characters of one script that are read; real ones have 1,000-50,000
_MOST = 100  # objects; more are only in pages made to harm
_LONGEST_VALUE = 4_000  # characters of one value; a name or a date has far fewer

_OPENINGS = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_CLOSINGS = (";", "-->", "//]]>", "// ]]>", "/*]]>*/", "]]>")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
# Characters that no JSON may hold bare, and that some systems print into it.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_PUBLISHED = "datePublished"
# As in a script, where quotation marks within a string have any number of strokes before them.
_SCRIPTED = re.compile(r"datePublished\\{0,8}\"\s*:\s*\\{0,8}\"([0-9][^\"\\]{7,40})")
_DATED = re.compile(r"\"(datePublished|dateModified)\"\s*:\s*\"([^\"\\]{4,60})\"")
_TYPED = re.compile(r"\"@type\"\s*:\s*\"\w*(?:Article|Posting)\"")

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Recipe|NewsItem)$")
_PAGE = re.compile(r"(?:Page|CreativeWork|VideoObject|Review|Episode|Webpage)$")
# Things on a page that have dates, names and headlines of their own.
_OTHERS_NAMES = (
    "Comment UserComments Person Organization NewsMediaOrganization WebSite BreadcrumbList ItemList"
    " ListItem ImageObject Product Offer Event SearchAction AggregateRating Answer Place"
)
_OTHERS = frozenset(_OTHERS_NAMES.split())


def read(root: etree._Element) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    """Read the scripts of a page.

    Returns:
        The objects of all JSON-LD that can be read, in order; and the days and times that other
        scripts call `datePublished`, once each: the state that a page is drawn from.
    """
    nodes: list[Node] = []
    scripted: dict[str, None] = {}
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "").lower():
            nodes += _objects(parse(text) or _salvage(text))
        elif _PUBLISHED in text:
            scripted.update(dict.fromkeys(_SCRIPTED.findall(text[:_LONGEST])))
    for meta in root.iterfind(".//meta[@name='script:ld+json']"):  # as Nuxt writes it
        nodes += _objects(parse(meta.get("content") or ""))
    return tuple(nodes[:_MOST]), tuple(scripted)


def _salvage(text: str) -> dict[str, object]:
    """The dates of JSON-LD that cannot be read, where it is of one article and they are certain."""
    if len(_TYPED.findall(text[:_LONGEST])) != 1:
        return {}
    found: dict[str, object] = {}
    for key, value in _DATED.findall(text[:_LONGEST]):
        if found.setdefault(key, value) != value:
            return {}
    return {"@type": "Article", **found} if found else {}


def parse(text: str) -> object:
    """Read JSON as outlets write it: in comments, with line breaks in strings, extra commas.

    Returns:
        What it says; None if it cannot be read with certainty.
    """
    text = text[:_LONGEST].strip()
    for opening in _OPENINGS:
        text = text.removeprefix(opening).lstrip()
    for closing in _CLOSINGS:
        text = text.removesuffix(closing).rstrip()
    if not text.startswith(("{", "[")):
        return None
    for attempt in (str, lambda text: _TRAILING_COMMA.sub("", _CONTROLS.sub(" ", text))):
        try:
            return json.loads(attempt(text), strict=False)
        except (ValueError, RecursionError):  # not JSON, or nested to do harm
            continue
    return None


def _objects(value: object) -> Iterator[Node]:
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting += reversed(found[:_MOST])
        elif isinstance(found, dict):
            if isinstance(graph := found.get("@graph"), list):
                waiting += reversed(graph[:_MOST])
            if set(found) - {"@context", "@graph"}:
                yield found


def types(node: Node) -> tuple[str, ...]:
    """The schema.org types of an object, without the vocabulary's address."""
    stated = node.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return tuple(
        name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)
    )


def articles(nodes: Sequence[Node], *, titles: frozenset[str] = frozenset()) -> tuple[Node, ...]:
    """The objects that speak of the page's own article, the surest first.

    An article before a page, what says the page's own headline before what does not, else as they
    stand. An article that says another headline than the page's is another story's once there
    is one that says the page's.

    Args:
        nodes: All objects of the page.
        titles: The page's headline in its printings, casefolded.
    """
    ranked = [(rank, node) for node in nodes if (rank := _rank(node)) is not None]
    if titles and any(_says(node, titles) for _, node in ranked):
        ranked = [
            (rank, node)
            for rank, node in ranked
            if _says(node, titles) or not text(node.get("headline"))
        ]
    return tuple(node for _, node in sorted(ranked, key=lambda pair: pair[0]))


def _rank(node: Node) -> int | None:
    """0 for an article, 1 for what has no type, 2 for a page; None for anything else."""
    named = types(node)
    if any(_ARTICLE.search(name) for name in named):
        return 0
    if not named:
        return 1
    if any(name in _OTHERS for name in named):
        return None
    return 2 if any(_PAGE.search(name) for name in named) else None


def _says(node: Node, titles: frozenset[str]) -> bool:
    return text(node.get("headline")).casefold() in titles


def text(value: object) -> str:
    """A value that is a text, or a list that begins with one, as a reader sees it; else empty.

    Systems that print HTML write character references here, too: they are read.
    """
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return ""
    value = value[:_LONGEST_VALUE]
    return visible(html.unescape(value) if "&" in value else value)


def texts(nodes: Iterable[Node], key: str) -> Iterator[str]:
    """What the objects say under a key, where that is a text."""
    for node in nodes:
        if found := text(node.get(key)):
            yield found


def resolved(value: object, nodes: Sequence[Node]) -> Sequence[object]:
    """The things that a value names: itself, the members of a list, what an `@id` refers to."""
    members = value[:_MOST] if isinstance(value, list) else [value]
    known = {identity: node for node in nodes if isinstance(identity := node.get("@id"), str)}
    return [
        known.get(str(member.get("@id")), member)
        if isinstance(member, dict) and not member.get("name")
        else member
        for member in members
    ]

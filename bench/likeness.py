"""What two built sites say: the facts in the head of each page, its words, and other files.

Reads a page as a browser or a search engine would, so that two ways of writing one fact are equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html

PAGE = "pages"
FILE = "other files"
WORDS = "visible text"

ENGINES_OWN = (
    "assets/images/favicon.png",
    "assets/javascripts/",
    "assets/stylesheets/classic/",
    "assets/stylesheets/main.",
    "assets/stylesheets/modern/",
    "assets/stylesheets/palette.",
    "search.json",
    "search/",
    "sitemap.xml.gz",
)
"""What the paths of files begin with that an engine or its theme brings along."""

# What the names of `meta` elements begin with, and what they are facts of.
_KINDS = {
    "dc.": "Dublin Core",
    "dcterms.": "Dublin Core",
    "og:": "Open Graph",
    "article:": "Open Graph",
    "twitter:": "Twitter card",
    "citation_": "citation",
}
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
# An engine's own, or how a page looks: no facts.
_LOOKS = frozenset({"icon", "modulepreload", "preconnect", "preload", "stylesheet"})
_UNSEEN = ("script", "style", "template", "noscript")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that two sites say differently.

    Attributes:
        kind: What it is about: `title`, `canonical`, `visible text` …
        path: Where, '/'-separated, from the root of the site.
        expected: As the first site has it; empty if only the second has it.
        actual: As the second site has it; empty if only the first has it.
    """

    kind: str
    path: str
    expected: str
    actual: str


def compare(expected: Path, actual: Path, *, address: str) -> Iterator[Difference]:
    """Find what two sites say differently, in order of path.

    Args:
        expected: Folder of the one site.
        actual: Folder of the other.
        address: Where the sites will stand, with a slash at the end.
    """
    before, after = _paths(expected), _paths(actual)
    for path in sorted(before | after):
        page = path.endswith(".html")
        if path not in before or path not in after:
            kind = PAGE if page else FILE
            sides = ("there" if path in paths else "" for paths in (before, after))
            yield Difference(kind=kind, path=path, expected=next(sides), actual=next(sides))
            continue
        first, second = (site.joinpath(path).read_bytes() for site in (expected, actual))
        if page:
            yield from pages(first, second, path=path, address=address)
        elif not _same(path, first, second):
            yield Difference(kind=FILE, path=path, expected="bytes", actual="other bytes")


def pages(first: bytes, second: bytes, *, path: str, address: str = "") -> Iterator[Difference]:
    """Find what two pages in UTF-8 say differently: facts in order of kind, then words."""
    url = urljoin(address, path)
    trees = [html.document_fromstring(data.decode("utf-8")) for data in (first, second)]
    before, after = (facts(tree, url) for tree in trees)
    for kind in sorted(before.keys() | after.keys()):
        one, other = before.get(kind, ()), after.get(kind, ())
        if one != other:
            yield Difference(
                kind=kind, path=path, expected=_own(one, other), actual=_own(other, one)
            )
    for gone, come in _changes(*map(words, trees)):
        yield Difference(kind=WORDS, path=path, expected=gone, actual=come)


def facts(page: html.HtmlElement, url: str) -> Mapping[str, tuple[str, ...]]:
    """Kind of fact → what the head of a page at `url` says, in the order of the page.

    Where its links lead and its pictures are stands beside it.
    """
    found: dict[str, list[str]] = {
        "language": [page.get("lang", "")],
        "links": [
            link if link.startswith("#") else urljoin(url, link)
            for link in page.xpath("//body//a/@href")
        ],
        "pictures": [urljoin(url, picture) for picture in page.xpath("//body//img/@src")],
    }
    for element in page.iterfind("head//*"):
        kind, value = _fact(element, url)
        if kind:
            found.setdefault(kind, []).append(value)
    return {kind: tuple(values) for kind, values in found.items()}


def words(page: html.HtmlElement) -> tuple[str, ...]:
    """The words in the body of a page, in reading order."""
    return tuple(
        word
        for text in page.xpath("//body//text()")
        if text.getparent().tag not in _UNSEEN or text.is_tail
        for word in text.split()
    )


def _paths(site: Path) -> frozenset[str]:
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return frozenset(path for path in files if not path.startswith(ENGINES_OWN))


def _same(path: str, first: bytes, second: bytes) -> bool:
    """Whether two files say the same; XML may be written in more than one way."""
    if first == second or not path.endswith(".xml"):
        return first == second
    try:
        one, other = (
            etree.tostring(etree.fromstring(data), method="c14n") for data in (first, second)
        )
    except etree.XMLSyntaxError:
        return False
    return one == other


def _fact(element: html.HtmlElement, url: str) -> tuple[str, str]:
    """What an element says, under the name of its kind; without one it says nothing."""
    text = " ".join((element.text or "").split())
    if element.tag == "title":
        return "title", text
    if element.tag == "meta":
        name = element.get("name") or element.get("property") or ""
        kind = next(
            (kind for start, kind in _KINDS.items() if name.lower().startswith(start)), name
        )
        return kind, f"{name}: {element.get('content')}"
    if element.tag == "link":
        return _link(element, url)
    if element.tag == "script" and element.get("type") == "application/ld+json":
        return "JSON-LD", json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)
    return "", ""


def _link(element: html.HtmlElement, url: str) -> tuple[str, str]:
    rel = element.get("rel", "").strip()
    target = urljoin(url, element.get("href", ""))
    if rel == "alternate" and element.get("hreflang"):
        return "hreflang", f"{element.get('hreflang')}: {target}"
    if rel == "alternate" and element.get("type") in _FEEDS:
        return "feeds", f"{element.get('type')}: {target}: {element.get('title')}"
    return ("", "") if rel in _LOOKS else (rel, target)


def _own(values: tuple[str, ...], others: tuple[str, ...]) -> str:
    """The first value that the other page lacks; all values where only their order differs."""
    if set(values) == set(others):
        return " · ".join(values)
    return next((value for value in values if value not in others), "")


def _changes(first: tuple[str, ...], second: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if first == second:
        return
    for kind, start, end, since, until in SequenceMatcher(
        None, first, second, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield " ".join(first[start:end]), " ".join(second[since:until])

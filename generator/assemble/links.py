"""Links that outlets set to pages which the archive holds: they lead to the archive's copy.

The original's address stays beside it, named by its host, so that a reader can go to either; the
words that were linked stay as they are. Only links in running text are touched, those with words
and bare addresses in angle brackets; what is code, HTML or a heading is left alone, and so is every
link about which engines could disagree.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import web
from generator.assemble.blocks import paragraphs
from generator.assemble.inline import TEXT, mark
from generator.assemble.works import Work
from generator.extract.markdown import escape
from generator.model import Article

Urls = Mapping[str, Mapping[str, str]]
"""Article id → language → URL."""

# Words without brackets, code or HTML; an address without what could end it; perhaps a title.
_LINK = re.compile(
    r"(?<![!\\])\[(?P<words>(?:[^\[\]\\`<>\n]|\\[!-/:-@\[-`{-~])+)\]"
    r"\((?P<target>(?P<open><)?(?P<url>https?://[^\s()<>\[\]\\`\"'{}|^]+)(?(open)>)"
    r"(?:[ ]\"[^\"\\\n\[\]()<>`]*\")?)\)"
    r"|(?<!\\)<(?P<bare>https?://[^\s()<>\[\]\\`\"'{}|^]+)>",
)
_ENTITY = re.compile(r"&(?:#\w+|\w+);")
_FILLER = "x"


@dataclass(frozen=True, slots=True)
class Relinked:
    """A body whose outlets' links lead to the archive.

    Attributes:
        body: The Markdown.
        ids: Ids of the articles that it links to.
    """

    body: str
    ids: frozenset[str]


def relink_all(
    works: Sequence[Work], bodies: Mapping[str, Mapping[str, str]], urls: Urls
) -> tuple[dict[str, dict[str, str]], dict[str, frozenset[str]]]:
    """Turn the links of all articles.

    Args:
        works: Articles that are shown.
        bodies: Article id → language → Markdown.
        urls: Where they stand.

    Returns:
        The bodies, and article id → ids of the articles that it links to in any language.
    """
    pages = held(work.original for work in works)
    made: dict[str, dict[str, str]] = {}
    links: dict[str, frozenset[str]] = {}
    for work in works:
        turned = {
            lang: relink(body, own=work.id, lang=lang, pages=pages, urls=urls)
            for lang, body in bodies[work.id].items()
        }
        made[work.id] = {lang: one.body for lang, one in turned.items()}
        if ids := frozenset().union(*(one.ids for one in turned.values())):
            links[work.id] = ids
    return made, links


def held(originals: Iterable[Article]) -> dict[str, str]:
    """Which article is held of each page: its canonical address → article id.

    An address that two articles name is nobody's: which of them was meant is not guessed.

    Args:
        originals: Of the articles that are shown.
    """
    found: dict[str, str] = {}
    unclear: set[str] = set()
    for original in originals:
        source = original.source
        for page in {web.page(url) for url in (source.url, source.memento) if web.host(url)}:
            if page and found.setdefault(page, original.id) != original.id:
                unclear.add(page)
    return {page: id_ for page, id_ in found.items() if page not in unclear}


def relink(body: str, *, own: str, lang: str, pages: Mapping[str, str], urls: Urls) -> Relinked:
    """Turn links to pages that the archive holds into links to its copies.

    Args:
        body: Markdown in one language.
        own: Id of the article that it is of, which is not linked to itself.
        lang: Its language; a copy in it is preferred.
        pages: What `held` gave.
        urls: Where the articles that are shown stand.

    Returns:
        The body, byte for byte the same where it links to nothing that is held.
    """
    if not pages or "http" not in body:
        return Relinked(body, frozenset())
    found = [
        (match, id_)
        for match in _LINK.finditer(body)
        if (id_ := _held(match, pages)) and id_ != own and id_ in urls
    ]
    if not found:
        return Relinked(body, frozenset())
    running = _running(body, [match for match, _ in found])
    parts: list[str] = []
    ids: set[str] = set()
    last = 0
    for match, id_ in found:
        if match.start() in running:
            places = urls[id_]
            url = places.get(lang) or places[min(places)]  # there are but two languages
            parts += [body[last : match.start()], _written(match, url)]
            last = match.end()
            ids.add(id_)
    return Relinked("".join((*parts, body[last:])), frozenset(ids))


def _held(match: re.Match[str], pages: Mapping[str, str]) -> str:
    """The article that a link leads to; empty if none is held."""
    written = match["url"] or match["bare"]
    url = html.unescape(written)
    if match["bare"] and _ENTITY.search(written):
        return ""  # engines differ in what they show of it
    return pages.get(web.page(url), "") if web.host(url) else ""


def _written(match: re.Match[str], url: str) -> str:
    """The link to the archive's copy, and the original's beside it."""
    address = match["url"] or match["bare"]
    words = match["words"] or escape(address)
    name = escape(web.host(html.unescape(address)).removeprefix("www."))
    return f"[{words}]({url}) ([{name}]({match['target'] or address}))"


def _running(body: str, matches: Iterable[re.Match[str]]) -> set[int]:
    """Of stretches of a body: where those start that stand in running text, in no other link.

    Each is looked at as if it were one plain word.
    """
    filled = list(body)
    spans = []
    for match in matches:
        filled[match.start() : match.end()] = _FILLER * (match.end() - match.start())
        spans.append(match.span())
    plain = "".join(filled)
    return set(_in_text(plain, spans))


def _in_text(plain: str, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    left = iter(spans)
    start, end = next(left, (len(plain), len(plain)))
    for paragraph in paragraphs(plain):
        marks: bytearray | None = None
        fresh = True
        while start < paragraph.end:
            if start >= paragraph.start and end <= paragraph.end and paragraph.linkable:
                if fresh:
                    marks, fresh = mark(plain[paragraph.start : paragraph.end]), False
                stretch = slice(start - paragraph.start, end - paragraph.start)
                if marks is None or not any(kind != TEXT for kind in marks[stretch]):
                    yield start
            start, end = next(left, (len(plain), len(plain)))
        if start == len(plain):
            return

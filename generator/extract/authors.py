"""Who wrote a story: the byline that a page prints, and the authors it states to machines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extract import agencies, bylines, jsonld, rules_lines, shapes, stated, titles
from generator.extract.page import Line, Page
from generator.model import Basis, BasisKind, Labelled, Role, Value

UNKNOWN = Value(value="", basis=Basis())

_AUTHOR_META = (
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "cxenseparse:author",
    "creator",
    "article:author",
    "og:article:author",
    "byl",
    "twitter:data1",
)
_WRITTEN_BY = frozenset({"written by", "được viết bởi", "by", "tác giả"})
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|contributors?|writers?|profiles?|producers?|journalists?|reporters?|"
    r"correspondents?|by|staff|tac-gia|tacgia|nha-bao)/[^/]"
)
_BY = re.compile(
    r"(?:(?:written|posted|article|words|story|reported)\s+by|by|tác giả|thực hiện)\s*:?\s+\S",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset(
    {Role.RELATED, Role.TEASER, Role.COMMENT, Role.CAPTION, Role.CREDIT, Role.AD, Role.LEGAL}
)
_LINE_WORDS = 25
"""Most words of a line that says who wrote it."""

_ABOVE, _BELOW = 4, 12
"""Lines above and below a headline where the page's own byline stands."""


def byline(page: Page, labels: Sequence[Labelled]) -> Value:
    """Who wrote it, as printed, without a label such as `Thực hiện:`.

    A printed line that names people first; the people that the page states to machines; a printed
    line that names a desk (`PV`, `Ban Biên tập`). A line that names only an agency, a system or
    the site is no byline.
    """
    by_machine = list(_stated(page))
    known = {name.casefold() for text, _ in by_machine for name in bylines.people(text)}
    printed = list(_printed(page, labels))
    for text, rule, sure in printed:
        named = {name.casefold() for name in bylines.people(text)}
        if named and (sure or not known or (named & known and not named < known)):
            return Value(value=text, basis=Basis(rule=rule))
    for text, rule in by_machine:
        return Value(value=text, basis=Basis(rule=rule))
    for text, rule, sure in printed:
        if sure and not bylines.people(text):
            return Value(value=text, basis=Basis(rule=rule))
    return UNKNOWN


def people(byline_text: str) -> Value:
    """The people of a byline, for who links names to records: names parted by `; `."""
    if not (names := bylines.people(byline_text)):
        return UNKNOWN
    return Value(value="; ".join(names), basis=Basis(kind=BasisKind.INFERRED, rule="byline-names"))


def agency(page: Page, labels: Sequence[Labelled]) -> Value:
    """The agency behind a byline: `Hồng Nhung (TTXVN)`, `X and Y, Reuters`, `Theo TTXVN`."""
    for line, rule in _lines(page, labels):
        name = _groups(page, line).get("agency") or agencies.split(bylines.clean(line.text))[1]
        if name and not _is_own(page, name):
            return Value(value=name, basis=Basis(rule=rule))
    return UNKNOWN


def stated_agency(page: Page) -> Value:
    """An agency that the page states to machines as its author."""
    for name, rule in _stated_agencies(page):
        if not _is_own(page, name):
            return Value(value=name, basis=Basis(rule=rule))
    return UNKNOWN


def _lines(page: Page, labels: Sequence[Labelled]) -> Iterator[tuple[Line, str]]:
    for line, label in zip(page.lines, labels, strict=True):
        if label.role is Role.BYLINE:
            yield line, label.rule


def _groups(page: Page, line: Line) -> dict[str, str | None]:
    for rule in page.profile.lines:
        if rule.role is Role.BYLINE and (match := rule.match(line.text)):
            return match.groupdict()
    return {}


def _printed(page: Page, labels: Sequence[Labelled]) -> Iterator[tuple[str, str, bool]]:
    """Bylines as printed, their rules, and whether the line alone says that it is one."""
    for line, rule in _lines(page, labels):
        groups = _groups(page, line)
        known = groups.get("byline")
        if groups.get("agency") and not known:
            continue
        text, _ = agencies.split(_plain(known) if known else bylines.clean(line.text))
        if text and not bylines.only_label(text) and not _names_site(page, text):
            named = bool(_BY.match(line.text) and bylines.people(text))
            yield text, rule, bool(known) or not page.html or named
    for line, label in zip(page.lines, labels, strict=True):
        if label.role is Role.DATE_LINE:
            name = rules_lines.beside_date(page, line.text)
            if name and shapes.is_name(name, most=4):
                yield name, "beside-date", True
    if page.html:
        yield from _beside_headline(page, labels)


def _beside_headline(page: Page, labels: Sequence[Labelled]) -> Iterator[tuple[str, str, bool]]:
    """Who a page's lines around its headline say wrote it, whatever the lines are taken for."""
    start = next((i for i, label in enumerate(labels) if label.role is Role.HEADLINE), None)
    if start is None:
        return
    for i in range(max(0, start - _ABOVE), min(len(labels), start + _BELOW)):
        line = page.lines[i]
        if labels[i].role in _ELSEWHERE or line.words > _LINE_WORDS or i == start:
            continue
        text = agencies.split(bylines.clean(line.text))[0] if _BY.match(line.text) else ""
        if bylines.people(text) and not _names_site(page, text):
            yield text, "by-line", True
        linked = [x.text for x in line.block.inlines if x.href and _AUTHOR_PAGE.search(x.href)]
        if names := bylines.named(iter(linked)):
            yield ", ".join(names), "author-link", False


def _names_site(page: Page, text: str) -> bool:
    """Whether a text is the name of a system or of the site.

    Two words of a page's address may be the person whose page it is.
    """
    if page.profile.match("no-author", text):
        return True
    if shapes.phrase_key(text) in titles.site_names(page.head, page.profile):
        return True
    return " " not in text and titles.owns_address(text, page.head)


def _is_own(page: Page, name: str) -> bool:
    """Whether an agency is the outlet itself: Sputnik on `Sputnik Việt Nam`."""
    key = f"{shapes.phrase_key(name)} "
    names = titles.site_names(page.head, page.profile)
    return titles.owns_address(name, page.head) or any(f"{x} ".startswith(key) for x in names)


def _plain(text: str) -> str:
    text = text.strip(" \t-–—|•,;:")
    return text if any(c.isalpha() for c in text) else ""


def _stated(page: Page) -> Iterator[tuple[str, str]]:
    """The people whom the page states to machines as its authors, with the rules."""
    head = page.head
    sources = (
        ("json-ld-author", _json_authors(page)),
        *((f"meta-{name.replace(':', '-')}", _all_meta(page, name)) for name in _AUTHOR_META),
        ("microdata-author", (x.text for x in head.marks if x.name == "author" and not x.other)),
        ("item", iter([head.item("byline")])),
    )
    for rule, texts in sources:
        known = (text for text in texts if text and not _names_site(page, text))
        if rule.startswith("meta"):  # where systems write what they are called
            known = (text for text in known if not titles.owns_address(text, head))
        names = bylines.named(known)
        if len(names) > 1 or (names and (" " in names[0] or rule == "json-ld-author")):
            yield ", ".join(names), rule


def _json_authors(page: Page) -> Iterator[str]:
    """The names of JSON-LD's authors that are not said to be organisations."""
    for node in stated.nodes(page):
        value = node.get("author") or node.get("creator")
        for author in jsonld.resolved(value, page.head.jsonld):
            if isinstance(author, dict):
                if not any(name.endswith("Organization") for name in jsonld.types(author)):
                    yield jsonld.text(author.get("name"))
            elif " " in (name := jsonld.text(author)):  # a word alone may be an account
                yield name


def _all_meta(page: Page, wanted: str) -> Iterator[str]:
    """Every value of a `meta` name: papers have one for each author."""
    labelled = page.head.first("twitter:label1").casefold() in _WRITTEN_BY
    if wanted != "twitter:data1" or labelled:  # WordPress writes there who wrote it, or how long
        yield from (content for name, content in page.head.meta if name == wanted)


def _stated_agencies(page: Page) -> Iterator[tuple[str, str]]:
    for node in stated.nodes(page):
        for author in jsonld.resolved(node.get("author"), page.head.jsonld):
            name = jsonld.text(author.get("name") if isinstance(author, dict) else author)
            if agencies.is_agency(name):
                yield name, "json-ld-author"
    for meta in ("author", "dc.creator"):
        if agencies.is_agency(name := page.head.first(meta)):
            yield name, f"meta-{meta}"

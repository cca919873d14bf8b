"""What the lines around a story, and its first words, say of it: agency, dateline, section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.extract import authors, jsonld, rules_lines, shapes, stated, titles
from generator.extract.page import Line, Page
from generator.model import Basis, BasisKind, Labelled, Role, Value

UNKNOWN = Value(value="", basis=Basis())

_SUMMARY = 300
"""The field's own limit, in characters."""

_SLOGAN, _SAME = 40, 60
"""A shorter description is a slogan; one that has so many characters with the story's beginning
in common only repeats it."""

_FIRST, _OPENING_LETTERS = 8, 1_000
"""A description repeats one of so many first paragraphs, in so many characters."""

_OPENING = 4
"""The first paragraph is looked for among so many lines: a deck, or a leftover, may come first."""

_BY_SECTION = ("video", "interview", "analysis")
"""Genres that have sections of their own."""

_GENRES = ("video", "speech", "statement", "interview", "analysis")


def _groups(page: Page, line: Line, role: Role) -> dict[str, str | None]:
    for rule in page.profile.lines:
        if rule.role is role and (match := rule.match(line.text)):
            return match.groupdict()
    return {}


def _lines(page: Page, labels: Sequence[Labelled], role: Role) -> Iterator[tuple[Line, str]]:
    for line, label in zip(page.lines, labels, strict=True):
        if label.role is role:
            yield line, label.rule


def agency(page: Page, labels: Sequence[Labelled], dateline_text: str) -> Value:
    """Who wrote the wire copy: named in a byline, in a source line, or in the dateline."""
    if (found := authors.agency(page, labels)).value:
        return found
    for line, rule in _lines(page, labels, Role.SOURCE_LINE):
        name = _groups(page, line, Role.SOURCE_LINE).get("source") or ""
        own = titles.is_site(name, page.head, page.profile)
        if name and not own and "http" not in name:
            return Value(value=name.strip(), basis=Basis(rule=rule))
    if match := page.profile.match("agency", dateline_text):
        return Value(value=match["agency"], basis=Basis(rule="dateline"))
    return authors.stated_agency(page)


def dateline(page: Page, labels: Sequence[Labelled]) -> Value:
    """Where the story was written: on a line of its own, or as its first paragraph begins."""
    for label in labels:
        if label.rule == rules_lines.DATELINE:
            return Value(value=label.block.text.strip(" -–—:"), basis=Basis(rule=label.rule))
    story = (label for label in labels if label.role in (Role.DECK, Role.BODY, Role.QUOTE))
    for label in islice(story, _OPENING):
        if match := page.profile.match("dateline", label.block.text):
            return Value(value=match["dateline"], basis=Basis(rule="dateline"))
        if label.role is not Role.DECK and shapes.is_prose(label.block.text):
            break
    return UNKNOWN


def section(page: Page, labels: Sequence[Labelled]) -> Value:
    """The section it stood in: the label nearest to the story, as stated, or of the breadcrumb."""
    for line, rule in reversed(list(_lines(page, labels, Role.SECTION))):
        return Value(value=line.text.strip(" >»›|/:"), basis=Basis(rule=rule))
    if text := page.head.first("article:section", "articlesection"):
        return Value(value=text, basis=Basis(rule="meta-article-section"))
    for text in jsonld.texts(stated.nodes(page), "articleSection"):
        return Value(value=text, basis=Basis(rule="json-ld-section"))
    if text := page.head.item("section"):
        return Value(value=text, basis=Basis(rule="item"))
    crumbs = [
        line.text
        for line, label in zip(page.lines, labels, strict=True)
        if label.role is Role.NAVIGATION and any("breadcrumb" in s for s in line.block.path)
    ]
    home = {"trang chủ", "home", "trang nhất"}
    crumbs = [text for text in crumbs if shapes.phrase_key(text) not in home]
    if crumbs and "/" not in crumbs[-1]:
        basis = Basis(kind=BasisKind.INFERRED, rule="breadcrumb")
        return Value(
            value=re.split(r"[>»›|→]", crumbs[-1].strip(" >»›|→"))[-1].strip(), basis=basis
        )
    return UNKNOWN


def genre(page: Page, title: str, section_text: str) -> Value:
    """What kind of text it is, where headline or section say so; else `news`."""
    for name in _GENRES:
        for text in (title, *([section_text] if name in _BY_SECTION else [])):
            if page.profile.match(f"genre-{name}", text):
                basis = Basis(kind=BasisKind.INFERRED, rule=f"genre-{name}")
                return Value(value=name, basis=basis)
    if page.head.first("og:type").startswith("video"):
        return Value(value="video", basis=Basis(rule="meta-og-type"))
    return Value(value="news", basis=Basis(kind=BasisKind.INFERRED, rule="genre-default"))


def url(page: Page, labels: Sequence[Labelled]) -> Value:
    """The page's own address: stated in its head, or a source line that is one."""
    head = page.head
    for text, rule in (
        (head.canonical, "canonical"),
        (head.first("og:url"), "meta-og-url"),
        (head.fetched, "fetched-from"),
        (head.base, "saved-from"),
    ):
        if text.startswith(("http://", "https://")):
            return Value(value=text, basis=Basis(rule=rule))
    for line, rule in _lines(page, labels, Role.SOURCE_LINE):
        shape = rules_lines.shape_of(page, line, "head", "tail", "edge")
        if shape and (printed := shape[1].groupdict().get("url")):
            return Value(value=printed, basis=Basis(rule=rule))
    return UNKNOWN


def summary(page: Page, labels: Sequence[Labelled], title: str) -> Value:
    """The description that the page states, if it says more than its own first paragraph."""
    head = page.head
    text = head.first("description", "og:description") or head.item("summary")
    if not text or len(text) > _SUMMARY:
        return UNKNOWN
    key = titles.key(text)
    first = islice((label.block.text for label in labels if label.kept), _FIRST)
    opening = " ".join(titles.key(text[:_OPENING_LETTERS]) for text in first)
    if len(key) < _SLOGAN or key[:_SAME] in opening or key == titles.key(title):
        return UNKNOWN
    return Value(value=text, basis=Basis(rule="meta-description"))

"""Dates that a page, or the scraper's item, states to machines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.extract import dates, jsonld, titles
from generator.extract.page import Page
from generator.model import BasisKind, Date

EARLIEST = 1945
"""First year that is believed of a machine's stamp; before, they are defaults of software."""

_EPOCH = frozenset({"1970-01-01", "1969-12-31"})
"""Days that programs write for want of a date."""

# In order of trust; the same names with other marks between their words are the same.
_PUBLISHED_NAMES = (
    "article:published_time datepublished og:article:published_time og:published_time"
    " published_time article:published dc.date.issued dcterms.issued parsely-pub-date sailthru.date"
    " citation_publication_date citation_online_date pubdate publishdate publish-date publish_date"
    " og:publish_date publication_date publication-date published-date published_date"
    " w-published-date date_published article:publish_date article_date_original"
    " originalpublicationdate cxenseparse:recs:publishtime rnews:datepublished displaydate"
)
_PUBLISHED = _PUBLISHED_NAMES.split()
_MODIFIED_NAMES = (
    "article:modified_time datemodified og:updated_time dcterms.modified dc.date.modified"
    " article:updated_time last-modified lastmod last_modified updated_time modified_time"
    " date.modified revised"
)
_MODIFIED = _MODIFIED_NAMES.split()
# These say "date" and not of what: when it was made, copied or changed.
_VAGUE_NAMES = "date dc.date dcterms.date dcterms.created dc.date.created datecreated created"
_VAGUE = _VAGUE_NAMES.split()

_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?")
_MONTH_ONLY = re.compile(r"((?:19|20)\d\d)[-/](\d\d)")

# Countries where English pages write the month first, by the region of their language.
_MONTH_FIRST = frozenset({"us", "ph", "ca"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A date with what it rests on.

    Attributes:
        date: As precise as it is stated.
        rule: What stated it.
        kind: How it is known.
        swap: Day and month may be the other way round, and nothing on the page says which.
    """

    date: Date
    rule: str
    kind: BasisKind = BasisKind.STATED
    swap: bool = False


class Reader:
    """How the dates of one page are read: its zone, its order of day and month, its bounds."""

    def __init__(self, page: Page, lang: str, zone: str, latest: Date | None) -> None:
        """Read dates of a page.

        Args:
            page: The page.
            lang: Its language; empty if unknown.
            zone: Offset of its clock from UTC; empty if unknown.
            latest: When it was fetched; None if unknown.
        """
        self._page = page
        self._lang = lang
        self.zone = zone
        self._latest = latest

    @cached_property
    def order(self) -> str:
        """`day` or `month`: what comes first in `03/04/2021`; empty if nothing tells.

        Vietnamese and most languages write the day first. English does both: the page's other
        dates tell, or the region that it declares, but `en-US` is what software declares unasked.
        """
        if self.zone or self._lang not in ("", "en"):
            return "day"
        found: set[str] = set()
        for line in self._page.lines:
            if "20" in line.text or "19" in line.text:
                found |= dates.orders(line.text)
        if len(found) == 1:
            return found.pop()
        region = self._page.head.lang.lower().replace("_", "-").rpartition("-")[2]
        known = region and region not in ("en", *_MONTH_FIRST) and len(region) == len("gb")
        return "day" if known and not found else ""

    def possible(self, date: Date | None) -> Date | None:
        """The date, unless it is software's default or lies after the page was fetched."""
        if date is None or date.year < EARLIEST or str(date.day_only()) in _EPOCH:
            return None
        latest = self._latest
        late = latest and date.day and date.day_only() > latest.day_only()
        return None if late and latest and not dates.same_day(date, latest) else date

    def ordered(self, found: dates.Found, date: Date) -> tuple[Date, bool]:
        """A date as its page orders day and month, and whether that is open."""
        if found.sure:
            return date, False
        if self.order == "month":
            return dates.swapped(date), False
        return date, not self.order

    def machine(self, text: str) -> tuple[Date, bool] | None:
        """Read a machine's stamp.

        Returns:
            The date without a midnight that stands for no time, and whether day and month may
            be swapped; None for what is not exactly one possible date.
        """
        text = text.strip()
        if match := _COMPACT.fullmatch(text):
            year, month, day, hour, minute, second, offset = match.groups()
            clock = f"T{hour}:{minute}:{second or '00'}{offset or ''}" if hour else ""
            text = f"{year}-{month}-{day}{clock}"
        if match := _MONTH_ONLY.fullmatch(text):
            month_only = dates.make(year=int(match[1]), month=int(match[2]))
            return (month_only, False) if self.possible(month_only) and month_only else None
        days = dates.find(text)
        if len({found.date for found in days}) != 1:
            alone = self.possible(dates.month(text))
            return (alone, False) if alone else None
        date, swap = self.ordered(days[0], dates.timed(text, days[0], self.zone))
        if not self.possible(date):
            return None
        date = dates.without_midnight(dates.in_zone(date, self.zone))
        return date, swap

    def evidence(
        self, text: str, rule: str, kind: BasisKind = BasisKind.STATED
    ) -> Iterator[Evidence]:
        """A machine's stamp as evidence, if it is one."""
        if read := self.machine(text):
            yield Evidence(date=read[0], rule=rule, kind=kind, swap=read[1])


def published(page: Page, reader: Reader) -> Iterator[Evidence]:
    """When the page says to machines that it was published, the surest first.

    Of two stamps that lie a day apart the one with a time comes first: a day alone was cut from
    a moment, often on another calendar.
    """
    found = list(_published(page, reader))
    first = next((x.date for x in found if x.date.day), None)
    if first and not first.time:
        near = (x for x in found if x.date.time and dates.days_apart(first, x.date) <= 1)
        if exact := next(near, None):
            found = [exact, *(x for x in found if x is not exact)]
    yield from found


def _published(page: Page, reader: Reader) -> Iterator[Evidence]:
    yield from _said(page, reader, "datePublished", _PUBLISHED)
    yield from reader.evidence(page.head.item("date"), "item")


def modified(page: Page, reader: Reader) -> Iterator[Evidence]:
    """When the page says to machines that it was changed, the surest first."""
    yield from _said(page, reader, "dateModified", _MODIFIED)
    yield from reader.evidence(page.head.item("modified"), "item")


def _said(page: Page, reader: Reader, name: str, fields: Sequence[str]) -> Iterator[Evidence]:
    """What JSON-LD, `meta` elements and marks in the page say of a property of schema.org."""
    for text in jsonld.texts(nodes(page), name):
        yield from reader.evidence(text, "json-ld")
    yield from _meta(page, reader, fields, BasisKind.STATED)
    for mark in page.head.marks:
        if mark.name == name.lower() and not mark.other:
            yield from reader.evidence(mark.value, "time-element")


def vague(page: Page, reader: Reader) -> Iterator[Evidence]:
    """Dates that are most likely of publication, but are not called that."""
    days = {
        str(found.date.day_only()): found
        for mark in page.head.marks
        if mark.name == "time" and not mark.other
        for found in reader.evidence(mark.value, "time-element-alone", BasisKind.INFERRED)
    }
    if len(days) == 1:
        yield from days.values()
    if len(page.head.scripted) == 1:
        yield from reader.evidence(page.head.scripted[0], "script", BasisKind.INFERRED)
    yield from _meta(page, reader, _VAGUE, BasisKind.INFERRED)
    for key in ("dateCreated", "uploadDate"):
        for text in jsonld.texts(nodes(page), key):
            yield from reader.evidence(text, "json-ld-created", BasisKind.INFERRED)


def nodes(page: Page) -> Sequence[jsonld.Node]:
    """What the page's JSON-LD says of its own article."""
    found = page.head.jsonld
    known = titles.printings(page.head) if len(found) > 1 else frozenset()
    return jsonld.articles(found, titles=known)


def _meta(page: Page, reader: Reader, names: Sequence[str], kind: BasisKind) -> Iterator[Evidence]:
    stated = dict(reversed(page.head.meta))  # the first of each name
    for name in names:
        if text := stated.get(name, ""):
            yield from reader.evidence(text, f"meta-{name.replace(':', '-')}", kind)

"""When the outlet published an article.

In order of trust: the date line that the page prints and the stamps it states to machines (both
`stated`), the page's address (`url`), the date in the credit of the story's own pictures, the
whole date in an agency's dateline (both `inferred`). Nothing else ever counts: no date in the
story, in a teaser or in a related block, no year alone, no range of years. What is not found
stays unknown.

Source: order of rules after Barbaresi, "htmldate", JOSS 5(51), 2020, with the printed line first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone

from generator.extract import captions, dates, rules_lines
from generator.extract.page import Page
from generator.model import Basis, BasisKind, Date, Labelled, Role

VIETNAM = "+07:00"

_META_NAMES = (
    "article:published_time datepublished og:article:published_time published_time pubdate"
    " publishdate publish-date dc.date.issued dcterms.issued dcterms.created dc.date"
    " parsely-pub-date sailthru.date date article:published og:published_time"
)
_META = _META_NAMES.split()
_MODIFIED_NAMES = "article:modified_time datemodified og:updated_time lastmod"
_META_MODIFIED = _MODIFIED_NAMES.split()
_TIME_ELEMENT = re.compile(
    r"<time\b(?=[^>]*\b(?:pubdate|itemprop=[\"']?datePublished))[^>]*\bdatetime=[\"']?([^\"'>\s]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What is known of when a page appeared.

    Attributes:
        date: When it was published; None if unknown.
        basis: Why we think so.
        modified: When it was changed, as stated; None if unknown.
        modified_rule: What said so.
        conflict: Two stated dates that cannot both be; empty if there are none.
    """

    date: Date | None = None
    basis: Basis = field(default_factory=Basis)
    modified: Date | None = None
    modified_rule: str = ""
    conflict: tuple[Date, ...] = ()


def find(
    page: Page,
    labels: Sequence[Labelled],
    *,
    url: str,
    lang: str,
    dateline: str = "",
    source: str = "",
) -> Published:
    """Find when a page was published.

    Args:
        page: The page.
        labels: What its lines are for.
        url: Its address; empty if unknown.
        lang: Its language: a time printed in Vietnamese is Vietnam's.
        dateline: Where the story was written; empty if unknown.
        source: The page as found, for the `time` element.
    """
    zone = page.profile.timezone or (VIETNAM if lang == "vi" else "")
    reading = _Reading(page, zone, day_first=bool(zone))
    printed, modified = reading.printed(labels)
    stated = list(reading.stated(source))
    changed = modified or next(reading.meta(_META_MODIFIED, "dateModified"), None)
    first = next((date for date, _ in [*([printed] if printed else []), *stated]), None)
    if changed and first and str(changed[0]) == str(first):  # many sites repeat the first stamp
        changed = None
    found = Published(
        modified=changed[0] if changed else None, modified_rule=changed[1] if changed else ""
    )
    if printed or stated:
        return _agree(found, printed, stated, zone)
    for known in page.profile.url_dates:
        if url and (match := known.pattern.search(url)) and (date := _from_groups(match)):
            return replace(found, date=date, basis=Basis(kind=BasisKind.URL, rule=known.name))
    if date := _from_pictures(page, labels):
        basis = Basis(kind=BasisKind.INFERRED, rule="picture-date")
        return replace(found, date=date, basis=basis)
    days = dates.find(dateline)
    if len(days) == 1 and (days[0].sure or zone):
        basis = Basis(kind=BasisKind.INFERRED, rule="dateline-date")
        return replace(found, date=days[0].date, basis=basis)
    return found


def _agree(
    found: Published,
    printed: tuple[Date, str] | None,
    stated: Sequence[tuple[Date, str]],
    zone: str,
) -> Published:
    """Take the printed date, or the first stated; made more exact by one that agrees."""
    first, rule = printed or stated[0]
    for other, other_rule in stated:
        if not dates.same_day(first, other):
            return replace(found, date=first, basis=Basis(rule=rule), conflict=(first, other))
        if not first.time and other.time and not other.time.startswith("00:00:00"):
            first, rule = _in_zone(other, zone), other_rule
    return replace(found, date=first, basis=Basis(rule=rule))


def _in_zone(date: Date, zone: str) -> Date:
    """A moment that machines give in UTC, as the outlet's clock showed it."""
    if date.offset != "+00:00" or zone in ("", "+00:00"):
        return date
    sign = -1 if zone.startswith("-") else 1
    shift = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:])) * sign
    local = datetime.fromisoformat(str(date)).astimezone(UTC).astimezone(timezone(shift))
    return Date.parse(local.isoformat(timespec="seconds"))


class _Reading:
    """How the dates of one page are read."""

    def __init__(self, page: Page, zone: str, *, day_first: bool) -> None:
        self._page = page
        self._zone = zone
        self._day_first = day_first

    def _stamp(self, text: str) -> Date | None:
        found = dates.stamp(text, timezone_offset=self._zone, day_first=self._day_first)
        return found or dates.month(text)

    def printed(
        self, labels: Sequence[Labelled]
    ) -> tuple[tuple[Date, str] | None, tuple[Date, str] | None]:
        """The first printed date of publication, and the first of a change."""
        published: tuple[Date, str] | None = None
        modified: tuple[Date, str] | None = None
        for label in labels:
            if label.role is not Role.DATE_LINE or label.rule == rules_lines.DATELINE:
                continue
            text = label.block.text
            split = self._page.profile.match("date-modified", text)
            before, after = (text[: split.start()], text[split.end() :]) if split else (text, "")
            if published is None and (date := self._stamp(before)):
                published = (date, label.rule)
            if modified is None and (date := self._stamp(after)):
                modified = (date, label.rule)
        return published, modified

    def stated(self, source: str) -> Iterator[tuple[Date, str]]:
        """The dates of publication that the page states to machines."""
        yield from self.meta(_META, "datePublished")
        for text in _TIME_ELEMENT.findall(source)[:1]:
            if date := self._stamp(text):
                yield date, "time-element"

    def meta(self, names: Sequence[str], key: str) -> Iterator[tuple[Date, str]]:
        """Dates of JSON-LD and of `meta`, the first of each."""
        for found in self._page.head.jsonld:
            if isinstance(text := found.get(key), str) and (date := self._stamp(text)):
                yield date, "json-ld"
                break
        for name in names:
            if date := self._stamp(self._page.head.first(name)):
                yield date, f"meta-{name.replace(':', '-')}"
                break


def _from_groups(match: re.Match[str]) -> Date | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else 2000 + int(groups["yy"])
    return dates.make(
        year=year, month=int(groups.get("month") or 0), day=int(groups.get("day") or 0)
    )


def _from_pictures(page: Page, labels: Sequence[Labelled]) -> Date | None:
    """The latest date that the alt lines of the story's own pictures carry."""
    found = []
    for line, label in zip(page.lines, labels, strict=True):
        if label.role is Role.ALT_TEXT and (match := captions.dated_alt(page, line)):
            found += [day.date for day in dates.find(match["date"])]
    return max(found, default=None)

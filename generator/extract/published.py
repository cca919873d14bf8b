"""When the outlet published an article.

In order of trust:

1. what the page states to machines of its own article: JSON-LD, `meta` (Open Graph, Dublin Core,
   parsely, sailthru), microdata and `time` elements, then the scraper's item (`stated`);
2. what it prints: a line that says "published", a date line, a date in the byline (`stated`);
3. its address (`url`);
4. what is most likely it: a date beside the headline, the only `time` on the page, a script, a
   `meta` that only says "date", the dates of the story's pictures, an agency's dateline
   (`inferred`).

A printed day and a stamp that agree are one date, as precise as the more exact of them, on the
day that is printed. Where they do not, the page's own word for the later one ("updated") tells;
without it the earlier is taken, since what is printed or stamped anew is younger, never older,
and it is `inferred`. The disagreement is reported with both.

Nothing else ever counts: no date in the story, in a teaser or in a related block, no year alone,
no range of years, no default of software, no day after the capture. What is not found stays
unknown.

Source: order of rules after Barbaresi, "htmldate", JOSS 5(51), 2020, with what is stated first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.extract import captions, dates, months, printed, stated
from generator.extract.page import Page
from generator.extract.stated import Evidence
from generator.model import Basis, BasisKind, Date, Labelled, Role

VIETNAM = "+07:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What is known of when a page appeared.

    Attributes:
        date: When it was published; None if unknown.
        basis: Why we think so.
        modified: When it was changed, as stated; None if unknown.
        modified_rule: What said so.
        conflict: Two pieces of evidence that cannot both be right, the one that was believed
            first; empty if there are none.
    """

    date: Date | None = None
    basis: Basis = field(default_factory=Basis)
    modified: Date | None = None
    modified_rule: str = ""
    conflict: tuple[Evidence, ...] = ()


def find(
    page: Page,
    labels: Sequence[Labelled],
    *,
    url: str,
    lang: str,
    dateline: str = "",
    latest: Date | None = None,
) -> Published:
    """Find when a page was published.

    Args:
        page: The page.
        labels: What its lines are for.
        url: Its address; empty if unknown.
        lang: Its language: a time printed in Vietnamese is Vietnam's.
        dateline: Where the story was written; empty if unknown.
        latest: When it was fetched; None if unknown.
    """
    zone = page.profile.timezone or (VIETNAM if lang == "vi" else "")
    reader = stated.Reader(page, lang, zone, latest)
    shown = printed.read(page, labels, reader)
    machine = list(stated.published(page, reader))
    address = list(_addresses(page, url, reader))
    changed = [*shown.modified, *stated.modified(page, reader)]
    known = [*machine, *address, *changed]
    lines = [sure for found in shown.published if (sure := _settled(found, known))]
    machine = [sure for found in machine if (sure := _settled(found, [*lines, *address]))]
    changed = [sure for found in changed if (sure := _settled(found, [*machine, *address]))]
    beside = [sure for found in shown.near[:1] if (sure := _settled(found, known))]
    if machine and not lines and beside and not dates.same_day(machine[0].date, beside[0].date):
        best = _disagreement(machine, beside, changed, address)
    elif machine or lines:
        best = _agree(machine, lines, changed, address)
    else:
        vague = [
            found
            for found in stated.vague(page, reader)
            if not any(dates.same_day(found.date, other.date) for other in changed)
        ]
        likely = [*shown.near[:1], *vague, *_inferred(page, labels, reader, dateline)]
        firm = [sure for found in likely if (sure := _settled(found, [*address, *changed]))]
        best = _likeliest(address, firm)
    return _with_change(best, changed)


def _likeliest(address: Sequence[Evidence], likely: Sequence[Evidence]) -> Published:
    """The date of the address; where that is a month, the likely day within it."""
    first = next(iter([*address, *likely]), None)
    if first is None:
        return Published()
    if not first.date.day:
        agreeing = (found for found in likely if dates.same_day(first.date, found.date))
        first = next((found for found in agreeing if found.date.day), first)
    return _exact(first, likely)


def _with_change(best: Published, changed: Sequence[Evidence]) -> Published:
    """What was found, with when the page was changed; many sites repeat the first stamp."""
    first = next(iter(changed), None)
    if first is None or str(first.date) == str(best.date):
        return best
    return replace(best, modified=first.date, modified_rule=first.rule)


def _settled(found: Evidence, others: Sequence[Evidence]) -> Evidence | None:
    """Evidence whose day and month are told apart, by another if need be; None if nothing does."""
    if not found.swap:
        return found
    turned = dates.swapped(found.date)
    for other in others:
        if not other.swap and other.date.day:
            for date in (found.date, turned):
                if dates.same_day(date.day_only(), other.date):
                    return replace(found, date=date, swap=False)
    return None


def _agree(
    machine: Sequence[Evidence],
    lines: Sequence[Evidence],
    changed: Sequence[Evidence],
    address: Sequence[Evidence],
) -> Published:
    """Weigh what is stated against what is printed."""
    if machine and lines and not dates.same_day(machine[0].date, lines[0].date):
        return _disagreement(machine, lines, changed, address)
    first = (lines or machine)[0]
    best = _exact(_on_its_own_clock(first, machine, address), [*lines[:1], *machine])
    for other in [*machine[:1], *address]:
        if not dates.same_day(first.date, other.date):
            return replace(best, conflict=(first, other))
    return best


def _on_its_own_clock(
    first: Evidence, machine: Sequence[Evidence], address: Sequence[Evidence]
) -> Evidence:
    """A moment in UTC as the outlet's clock showed it, where a stamp or the address shows that."""
    if first.date.offset != "+00:00":
        return first
    for other in machine:
        if other.date.offset not in ("", "+00:00") and dates.same_moment(first.date, other.date):
            return replace(first, date=other.date)
    for other in address:
        own = other.date.day and other.date != first.date.day_only()
        if own and dates.same_day(first.date, other.date):
            return replace(first, date=other.date)
    return first


def _disagreement(
    machine: Sequence[Evidence],
    lines: Sequence[Evidence],
    changed: Sequence[Evidence],
    address: Sequence[Evidence],
) -> Published:
    """Believe the one that a third confirms, or else the earlier."""
    stamp, line = machine[0], lines[0]
    if any(dates.same_day(line.date, found.date) for found in changed):
        return _exact(stamp, machine)  # the line prints the day of the change
    pairs = ((stamp, line, machine), (line, stamp, lines))
    for one, other, kind in pairs:
        if any(found.date.day and dates.same_day(one.date, found.date) for found in address):
            return replace(_exact(one, kind), conflict=(one, other))
    earlier, later, kind = pairs[0] if stamp.date.day_only() < line.date.day_only() else pairs[1]
    best = _exact(earlier, kind)
    basis = replace(best.basis, kind=BasisKind.INFERRED)
    return replace(best, basis=basis, conflict=(earlier, later))


def _exact(first: Evidence, others: Sequence[Evidence]) -> Published:
    """A date, made more exact by the first that agrees with it and knows more."""
    date, rule = first.date, first.rule
    for other in others:
        more = (
            bool(other.date.time) > bool(date.time)
            or other.date.day > 0 == date.day
            or dates.same_minute_with_zone(date, other.date)
        )
        if more and other.kind is first.kind and dates.same_day(date, other.date):
            within = not date.day or other.date.day_only() == date.day_only()
            if within and (date.month in (0, other.date.month)):
                date, rule = other.date, other.rule
    return Published(date=date, basis=Basis(kind=first.kind, rule=rule))


def _addresses(page: Page, url: str, reader: stated.Reader) -> Iterator[Evidence]:
    """The date in the page's address, as the first pattern that fits reads it."""
    for known in page.profile.url_dates:
        if url and (match := known.pattern.search(url)):
            date = reader.possible(_from_groups(match))
            if date:
                yield Evidence(date=date, rule=known.name, kind=BasisKind.URL)
                return


def _from_groups(match: re.Match[str]) -> Date | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else 2000 + int(groups["yy"])
    name = (groups.get("name") or "").lower()
    month = months.ENGLISH[name] if name else int(groups.get("month") or 0)
    return dates.make(year=year, month=month, day=int(groups.get("day") or 0))


def _inferred(
    page: Page, labels: Sequence[Labelled], reader: stated.Reader, dateline: str
) -> Iterator[Evidence]:
    """Evidence in the story's pictures and its dateline."""
    if date := _from_pictures(page, labels):
        yield Evidence(date=date, rule="picture-date", kind=BasisKind.INFERRED)
    days = dates.find(dateline)
    if len(days) == 1:
        date, swap = reader.ordered(days[0], days[0].date)
        yield Evidence(date=date, rule="dateline-date", kind=BasisKind.INFERRED, swap=swap)


def _from_pictures(page: Page, labels: Sequence[Labelled]) -> Date | None:
    """The latest date that the alt lines of the story's own pictures carry."""
    found = []
    for line, label in zip(page.lines, labels, strict=True):
        if label.role is Role.ALT_TEXT and (match := captions.dated_alt(page, line)):
            found += [day.date for day in dates.find(match["date"])]
    return max(found, default=None)

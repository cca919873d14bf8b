"""Posts on a time line: since when, until when, and what of it is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.assemble import tenure
from generator.model import Date, DatedRole, Entity, Interval
from generator.pages.view import Item, View

TICKS = 6
"""Most years that are written below a time line: what a narrow screen has room for."""

POSTS = 12
"""Posts that are open to be seen; of more, the others unfold."""

THEN = 3
"""Posts that somebody held at a time, where these are told in passing."""

_FEW = 2
"""So many more are not worth folding."""

_STEPS = (1, 2, 5, 10, 20, 50, 100)
_SHORTEST = 3
"""Fewest years that a time line spans."""

_FADE = 5.0
"""How much of the line an open end takes, in percent."""

_LEAST = 4
"""Height of the lowest column, in percent of the highest: what is there can be seen."""

_EDGE = 4.0
"""Nearer to an end of the line than this, in percent, a year is written on the inner side."""

_MONTHS, _DAYS = 12, 372
"""Parts of a year, all months being as long as the longest: near enough to draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The years that a time line spans, both inclusive."""

    first: int
    last: int

    @property
    def span(self) -> int:
        """Number of years."""
        return self.last - self.first + 1

    def place(self, moment: float) -> float:
        """Where a moment (2021.5 is mid-2021) stands, in percent from the left."""
        return round(min(max(100 * (moment - self.first) / self.span, 0.0), 100.0), 2)


def axis(roles: Iterable[DatedRole], years: Iterable[int], newest: int) -> Axis | None:
    """The span that shows all posts and stories; None where no post has a date.

    Args:
        roles: Posts.
        years: Years of stories.
        newest: The archive's last year, as far as which a post without an end is drawn.
    """
    posts = list(roles)
    dates = [date.year for role in posts for date in (role.start, role.end) if date]
    if not dates:
        return None
    # An unknown beginning is drawn before the end: it needs room.
    dates += [role.end.year - 1 for role in posts if role.end and not role.start]
    is_open = any(role.start and not role.end for role in posts)
    known = [*dates, *years, *([newest] if is_open and newest else [])]
    first, last = min(known), max(known)
    return Axis(first=first, last=max(last, first + _SHORTEST - 1))


def bars(line: Axis, role: DatedRole) -> list[Item]:
    """A post as pieces of a bar, each `x` and `width` in percent.

    `certain` are the days on which the post was certainly held (as `tenure.held` has it),
    `possible` those in doubt because a date is known to the month or year only, `open` shows an
    end that is not known. None of them where neither end is.
    """
    start, end = role.start, role.end
    if not start and not end:
        return []
    if start and not end:
        begins, sure = _first(start), _sure_from(start)
        return _pieces(line, ("possible", begins, sure), ("certain", sure, line.last + 1.0), fade=1)
    if end and not start:
        sure = _sure_until(end)
        return _pieces(line, ("possible", sure, _past(end)), fade=-1, edge=sure)
    if not start or not end or end < start:
        return []
    sure, until = _sure_from(start), _sure_until(end)
    if sure >= until:
        return _pieces(line, ("possible", _first(start), _past(end)))
    return _pieces(
        line,
        ("possible", _first(start), sure),
        ("certain", sure, until),
        ("possible", until, _past(end)),
    )


def _pieces(
    line: Axis, *parts: tuple[str, float, float], fade: int = 0, edge: float = 0.0
) -> list[Item]:
    """Parts of a bar in percent; a fade takes the end of the line, or goes before `edge`."""
    made: list[Item] = []
    most = 100 - _FADE if fade > 0 else 100.0
    if fade < 0:
        x = line.place(edge)
        made.append(_piece("open", max(x - _FADE, 0.0), x))
    made += [
        _piece(kind, line.place(since), min(line.place(until), most))
        for kind, since, until in parts
    ]
    if fade > 0:
        made.append(_piece("open", most, 100.0))
    return [piece for piece in made if piece["width"]]


def _piece(kind: str, x: float, end: float) -> Item:
    return {"kind": kind, "x": round(x, 2), "width": max(round(end - x, 2), 0.0)}


def ticks(line: Axis) -> list[Item]:
    """Years to write below a time line, each at the place where it begins."""
    step = next((step for step in _STEPS if line.span / step <= TICKS), _STEPS[-1])
    years = [year for year in range(line.first, line.last + 1) if year % step == 0]
    return [_tick(year, line.place(year)) for year in years or [line.first]]


def _tick(year: int, x: float) -> Item:
    end = "first" if x < _EDGE else "last" if x > 100 - _EDGE else ""
    return {"name": f"{year}", "x": x, "end": end}


def columns(line: Axis, years: Counter[int]) -> list[Item]:
    """Stories a year, as columns on the time line, in percent of its width and height."""
    most = max(years.values(), default=1)
    width = round(100 / line.span, 2)
    return [
        {"x": line.place(year), "width": width, "y": 100 - share, "share": share}
        for year, number in sorted(years.items())
        for share in [max(round(100 * number / most), _LEAST)]
    ]


def scale(line: Axis, roles: Iterable[DatedRole], years: Counter[int]) -> Item:
    """What a time line shows besides its posts: years, stories, and whether a date is in doubt."""
    pieces = [bar for role in roles for bar in bars(line, role)]
    return {
        "ticks": ticks(line),
        "columns": columns(line, years),
        "doubtful": any(bar["kind"] != "certain" for bar in pieces),
    }


def post(view: View, role: DatedRole, line: Axis | None) -> Item:
    """A post with its organisation, its years in words, and its bar."""
    return {
        **view.text(role.title),
        "organisation": view.entity(role.organisation),
        "span": span(view, role),
        "bars": bars(line, role) if line else [],
    }


def folded(view: View, posts: Sequence[Item]) -> Item:
    """Posts as a page shows them: `posts`; of many the `rest`, which unfolds, and its number.

    Where some are folded, those with a place on the line stand before those whose dates nobody
    knows, so that what is open is what can be drawn.
    """
    if len(posts) <= POSTS + _FEW:
        return {"posts": list(posts)}
    drawn_first = sorted(posts, key=lambda one: not one["bars"])
    rest = drawn_first[POSTS:]
    more = view.edition.count("post.more", len(rest))
    return {"posts": drawn_first[:POSTS], "rest": rest, "more": more}


def span(view: View, role: DatedRole) -> str:
    """From–to of a post in words; a beginning or both that nobody knows are said to be unknown."""
    edition = view.edition
    if role.end and not role.start:
        return edition.say("post.unknown_start", end=edition.date(role.end))
    return edition.span(role.start, role.end) or edition.say("post.unknown")


def then(view: View, record: Entity, when: Date | Interval | None) -> list[Item]:
    """The posts that somebody certainly held on a day, or through a number of days."""
    if isinstance(when, Interval):
        ends = tenure.held(record, when.end)
        return _few(view, [role for role in tenure.held(record, when.start) if role in ends])
    return _few(view, tenure.held(record, when))


def _few(view: View, roles: Sequence[DatedRole]) -> list[Item]:
    """The titles of the last posts, as many as fit on a line or two; the record has them all."""
    shown = [view.text(role.title) for role in roles[-THEN:]]
    if len(roles) > THEN:
        shown.append({"name": "…"})
    return shown


def _first(date: Date) -> float:
    """The first moment that a date can mean."""
    return date.year + max(date.month - 1, 0) / _MONTHS + max(date.day - 1, 0) / _DAYS


def _past(date: Date) -> float:
    """The moment after the last that it can mean."""
    return _first(date) + (1 / _DAYS if date.day else 1 / _MONTHS if date.month else 1)


def _sure_from(start: Date) -> float:
    return _first(start) if start.day else _past(start)


def _sure_until(end: Date) -> float:
    return _past(end) if end.day else _first(end)

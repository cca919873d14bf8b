"""Charts as plain values: shares, coordinates and labels, which a template draws as inline SVG.

A template draws them, and the same numbers as a table, so that a chart is drawn in the theme's
colours, light and dark, is read by those who only hear it, and needs no script. Libraries that
make charts (pygal, leather) give whole drawings with colours and ids of their own; what is needed
here is a few rectangles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.assemble import urls
from generator.pages import addresses, prose
from generator.pages.edition import Edition
from generator.pages.view import Item

TICKS = 8
"""Most labels below a chart of columns: as many as stand beside each other at 320 pixels."""

ROW = 2.7
"""Height of a row with its label, in em."""

LABEL = 44
"""Longest label above a row, in characters: what 320 pixels hold. The table has it whole."""

_EDGE = 5.0
"""How near to an end of a chart a label would run over it, in percent: half of what one takes at
320 pixels."""

LEAST = 3
"""Height of the lowest column, in percent of the highest: what is there can be seen."""

_STEPS = [digit * 10**power for power in range(4) for digit in (1, 2, 5)]


def rows(edition: Edition, name: str, lines: Sequence[Item]) -> Item:
    """A chart of lines one below the other, each as long as its number says.

    Args:
        edition: For words; `chart.{name}` is the heading, `chart.{name}.column` what lines are.
        name: Which chart; the only one of that name on its page.
        lines: `name`, `lang`, `url` and `number`, at least one, the largest first; sums of what
            is not shown may stand last.

    Returns:
        Each line with its `share` of the longest, in percent, its `top`, in em, and its name
        as it fits above it, `short`.
    """
    most = max(map(_number, lines))
    return {
        **_frame(edition, name, lines[0]),
        "height": round(ROW * len(lines), 1),
        "lines": [
            {
                **line,
                "short": prose.shorten(str(line["name"]), LABEL),
                "count": edition.number(_number(line)),
                "share": _percent(_number(line), most),
                "top": round(ROW * place, 1),
            }
            for place, line in enumerate(lines)
        ],
    }


def columns(edition: Edition, name: str, numbers: Mapping[int, Item]) -> Item:
    """A chart of years beside each other, oldest first, with room for those without anything.

    Args:
        edition: As for `rows`.
        name: As for `rows`.
        numbers: Year → line, as for `rows`; at least one.

    Returns:
        Each line with `x`, `y`, `width` and `height` in a field of 100 by 100; `ticks` with their
        `x` in percent; `top`, the number at the field's upper edge.
    """
    first, last = min(numbers), max(numbers)
    wide = 100 / (last - first + 1)
    most = max(_number(line) for line in numbers.values())
    step = next(step for step in _STEPS if (last - first) // step < TICKS)
    lines = [numbers[year] for year in sorted(numbers)]
    return {
        **_frame(edition, name, max(lines, key=_number)),
        "top": edition.number(most),
        "lines": [
            {
                **numbers[year],
                "count": edition.number(_number(numbers[year])),
                "x": round((year - first) * wide + wide * 0.1, 2),
                "width": round(wide * 0.8, 2),
                "y": round(100 - height, 2),
                "height": height,
            }
            for year in sorted(numbers)
            for height in [max(_percent(_number(numbers[year]), most), LEAST)]
        ],
        "ticks": [
            _tick(year, round((year - first + 0.5) * wide, 2))
            for year in range(first, last + 1)
            if year % step == 0
        ],
    }


def years(edition: Edition, numbers: Mapping[int, int]) -> Item:
    """A chart of articles a year, each year a link to its page.

    Args:
        edition: As for `rows`.
        numbers: Year → number of articles; at least one.
    """
    lines: dict[int, Item] = {
        year: {
            "name": f"{year}",
            "url": addresses.link(urls.year(year, edition.lang)),
            "number": number,
        }
        for year, number in numbers.items()
    }
    return columns(edition, "years", lines)


def _frame(edition: Edition, name: str, most: Item) -> Item:
    return {
        "id": f"chart-{name}",
        "title": edition.say(f"chart.{name}"),
        "column": edition.say(f"chart.{name}.column"),
        "about": edition.say(
            "chart.about",
            name=most["name"],
            count=edition.count("count.articles", _number(most)),
        ),
    }


def _tick(year: int, x: float) -> Item:
    """A year below a chart; nearer to an end than `_EDGE` it begins or ends there."""
    if x < _EDGE:
        return {"name": f"{year}", "x": 0, "anchor": "start"}
    if x > 100 - _EDGE:
        return {"name": f"{year}", "x": 100, "anchor": "end"}
    return {"name": f"{year}", "x": x, "anchor": "middle"}


def _number(line: Item) -> int:
    return int(str(line["number"]))


def _percent(number: int, most: int) -> float:
    return round(100 * number / most, 2)

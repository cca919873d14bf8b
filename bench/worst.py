"""The worst pages, and why: which rule took gold words away, and which let others in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.metric import SIZE, PageScore, Shingles, shingles, tokens
from bench.tools import Line

_SHOWN = 4
"""Rules that are named in each reason."""

_EXCERPT = 120
"""Characters of a line that are shown."""

ELSEWHERE = "not on the page in this order"
"""What is blamed for gold that no run of lines has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why pages scored as they did, counted in shingles.

    Attributes:
        lost: `role:rule` → gold that went with the lines it removed.
        extra: `role:rule` → what is not gold, in lines that it kept.
    """

    lost: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)


def explain(gold: str, output: str, lines: Sequence[Line]) -> Reason:
    """Find which rules lost gold, and which kept what is not.

    Args:
        gold: The text as it should be.
        output: The text as it is.
        lines: Every line of the page in order, with what was decided about it.
    """
    wanted, given = shingles(gold), shingles(output)
    kept = [line for line in lines if _in_text(line)]
    removed = [line for line in lines if not _in_text(line)]
    lost, missing = _blame(wanted - given, lines, innocent=kept)
    more, missing = _blame(missing, removed, innocent=())
    lost.update(more)
    lost[ELSEWHERE] += missing.total()
    extra, _ = _blame(given - wanted, kept, innocent=())
    return Reason(lost=+lost, extra=extra)


def quote(gold: str, lines: Sequence[Line]) -> list[str]:
    """The lines that are mostly wrong, each with its rule: `+` kept, `-` removed.

    Args:
        gold: The text as it should be.
        lines: Every line of the page in order.
    """
    wanted, wrong = shingles(gold), []
    for line in lines:
        own = shingles(line.text)
        right = (own & wanted).total() * 2 >= own.total()
        if own and _in_text(line) != right:
            wrong.append(f"{'-' if right else '+'} {line.role}:{line.rule} {line.text[:_EXCERPT]}")
    return wrong


def total(reasons: Iterable[Reason]) -> Reason:
    """The reasons of many pages as one."""
    whole = Reason()
    for reason in reasons:
        whole.lost.update(reason.lost)
        whole.extra.update(reason.extra)
    return whole


def shown(reason: Reason, *, rules: int = _SHOWN) -> str:
    """A reason on one line, for people, with its heaviest rules."""
    return f"lost {_top(reason.lost, rules)}; extra {_top(reason.extra, rules)}"


def line(key: str, score: PageScore, reason: Reason) -> str:
    """One page on one line, for people."""
    return (
        f"{key} F1 {score.f1:.3f} (precision {_share(score.precision)}, "
        f"recall {_share(score.recall)}): {shown(reason)}"
    )


def _in_text(line: Line) -> bool:
    return line.kept and line.role != "headline"


def _blame(
    searched: Shingles, lines: Sequence[Line], *, innocent: Sequence[Line]
) -> tuple[Counter[str], Shingles]:
    """Find shingles in the words of lines, over their ends too.

    Returns:
        Rule → shingles, each counted for the first of its lines that is not innocent; and the
        shingles that were not found.
    """
    free = {id(line) for line in innocent}
    words = [(word, line) for line in lines for word in tokens(line.text)]
    left, blamed = Counter(searched), Counter[str]()
    for start in range(max(1, len(words) - SIZE + 1) if words else 0):
        span = words[start : start + SIZE]
        shingle = tuple(word for word, _ in span)
        guilty = next((line for _, line in span if id(line) not in free), None)
        if guilty is not None and left[shingle] > 0:
            left[shingle] -= 1
            blamed[f"{guilty.role}:{guilty.rule}"] += 1
    return blamed, +left


def _share(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"


def _top(blamed: Counter[str], rules: int) -> str:
    count = blamed.total()
    parts = [f"{rule} {part / count:.0%}" for rule, part in blamed.most_common(rules)]
    return f"{count} [{', '.join(parts)}]" if parts else "0"

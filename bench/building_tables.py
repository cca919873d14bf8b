"""What `make bench-build` measured, as Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.assemble import exponent
from bench.parts import PRINTING

Line = Mapping[str, Any]

OURS = "archive"
_NOTHING = "–"


def tables(lines: Sequence[Line]) -> str:
    """All tables, the largest archive's first.

    Args:
        lines: Measurements in any number of sizes and runs, as `building` writes them.
    """
    sizes = sorted({line["articles"] for line in lines if "articles" in line}, reverse=True)
    made = [line["text"] for line in lines if line["what"] == "where"]
    text = ["; ".join(dict.fromkeys(made))]
    for size in sizes:
        mine = [line for line in lines if line.get("articles") == size]
        text += [
            f"### {size:,} articles × 2 languages",
            "\n".join(_clean(mine)),
            "\n".join(_again(mine)),
            "\n".join(_parts(mine)),
            "\n".join(_remarks(mine)),
        ]
    text.append("\n".join(_growth(lines, sizes[::-1])))
    gone = sorted({line["builder"] for line in lines if line["what"] == "absent"})
    text += [f"Not installed, and left out: {', '.join(gone)}."] if gone else []
    return "\n\n".join(part for part in text if part)


def _clean(lines: Sequence[Line]) -> Iterator[str]:
    built = [line for line in lines if line["what"] == "clean"]
    if not built:
        return
    ours = _ours(built)
    site = {line["builder"]: line for line in lines if line["what"] == "site"}
    pages = site[ours]["pages"]
    yield (
        "| clean build | runs | pages | CPU s | ms a page | archive / it, a page | all | "
        "wall s | peak MB | article KB | gzip KB |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for name in _builders(built):
        known = site[name]
        found = _of(built, name)
        taken = _median(found, "cpu")
        ratio = _ratio(built, ours, name)
        yield _row(
            f"{name} {found[0]['version']}".strip(),
            len(found),
            f"{known['pages']:,}",
            f"{taken:.1f}",
            f"{taken / known['pages'] * 1000:.2f}",
            f"{ratio * known['pages'] / pages:.2f}",
            f"{ratio:.2f}",
            f"{_median(found, 'seconds'):.1f}",
            f"{_median(found, 'peak') / 1e6:.0f}",
            f"{known['html'] / 1000:.1f}",
            f"{known['gzip'] / 1000:.1f}",
        )
    yield from _printing(lines, site, pages)


def _printing(lines: Sequence[Line], site: Mapping[str, Line], pages: int) -> Iterator[str]:
    """What of ours the others do too: printing pages, without all that is known before it."""
    found = [
        {**line, "builder": PRINTING, "cpu": line["parts"][PRINTING]}
        for line in lines
        if line["what"] == "parts"
    ]
    if not found:
        return
    taken = _median(found, "cpu")
    cells = [f"{taken:.1f}", f"{taken / pages * 1000:.2f}", *[_NOTHING] * 6]
    yield _row("archive, printing alone", len(found), f"{pages:,}", *cells)
    for name, known in site.items():
        if not name.startswith(OURS):
            built = [line for line in lines if _is(line, "clean", name)]
            ratio = _ratio([*found, *built], PRINTING, name)
            a_page = ratio * known["pages"] / pages
            yield _row(f"… against {name}", *[""] * 4, f"{a_page:.2f}", f"{ratio:.2f}", *[""] * 4)


def _again(lines: Sequence[Line]) -> Iterator[str]:
    edited = [line for line in lines if line["what"] == "edited"]
    if not edited:
        return
    ours = _ours(edited)
    yield (
        "| again | runs | one article edited, CPU s | archive / it | wall s | peak MB | "
        "nothing changed, CPU s |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for name in _builders(edited):
        found = _of(edited, name)
        same = [line for line in lines if _is(line, "unchanged", name)]
        yield _row(
            name,
            len(found),
            f"{_median(found, 'cpu'):.2f}",
            f"{_ratio(edited, ours, name):.3f}",
            f"{_median(found, 'seconds'):.2f}",
            f"{_median(found, 'peak') / 1e6:.0f}",
            f"{_median(same, 'cpu'):.2f}" if same else "the same",
        )


def _parts(lines: Sequence[Line]) -> Iterator[str]:
    runs = [line for line in lines if line["what"] == "parts"]
    if not runs:
        return
    whole = _median(runs, "cpu")
    yield "| part of a clean build in one process | CPU s | share |"
    yield "|---|--:|--:|"
    for part in runs[0]["parts"]:
        taken = statistics.median(line["parts"][part] for line in runs)
        yield _row(part, f"{taken:.2f}", f"{taken / whole:.0%}")
    yield _row("**all**", f"**{whole:.2f}**", "")


def _remarks(lines: Sequence[Line]) -> Iterator[str]:
    built = [line for line in lines if line["what"] == "clean"]
    mine = [name for name in _builders(built) if name.startswith(OURS)]
    if len(mine) > 1:
        one, several = mine[0], mine[-1]
        ratio = _ratio(built, several, one, "seconds")
        yield f"- Wall time of {several} against {one}: {ratio:.2f}."
    for line in lines:
        if line["what"] == "same":
            yield (
                f"- Against {line['builder']}: {line['files']:,} files, "
                f"{line['differing']:,} of them not in both with the same bytes."
            )
        if line["what"] == "site":
            yield (
                f"- {line['builder']}: {line['pages']:,} pages, {line['redirects']:,} redirects, "
                f"{line['others']:,} other files."
            )


def _growth(lines: Sequence[Line], sizes: Sequence[int]) -> Iterator[str]:
    """Exponents of CPU time, of those that built two sizes or more."""
    built = [line for line in lines if line["what"] == "clean"]
    rows = []
    for name in _builders(built):
        costs = {
            size: _median(found, "cpu")
            for size in sizes
            if (found := [line for line in _of(built, name) if line["articles"] == size])
        }
        if len(costs) > 1:
            slope = exponent([{"articles": size, "cpu": cpu} for size, cpu in costs.items()])
            cells = [f"{costs[size]:.1f}" if size in costs else _NOTHING for size in sizes]
            rows.append(_row(name, *cells, f"{slope:.2f}"))
    if rows:
        yield _row("growth: CPU s at", *[f"{size:,}" for size in sizes], "exponent")
        yield "|---" + "|--:" * (len(sizes) + 1) + "|"
        yield from rows


def _ratio(lines: Sequence[Line], one: str, other: str, what: str = "cpu") -> float:
    """Median over runs of what one builder took for what another took in the same run."""
    runs = {line["run"]: float(line[what]) for line in _of(lines, other)}
    return statistics.median(
        float(line[what]) / runs[line["run"]] for line in _of(lines, one) if line["run"] in runs
    )


def _ours(lines: Sequence[Line]) -> str:
    """Ours as people call it, with all processes."""
    return [name for name in _builders(lines) if name.startswith(OURS)][-1]


def _builders(lines: Sequence[Line]) -> list[str]:
    return sorted(
        {line["builder"] for line in lines}, key=lambda name: (not name.startswith(OURS), name)
    )


def _is(line: Line, what: str, name: str) -> bool:
    return bool(line["what"] == what and line["builder"] == name)


def _of(lines: Sequence[Line], name: str) -> list[Line]:
    return [line for line in lines if line["builder"] == name]


def _median(lines: Sequence[Line], what: str) -> float:
    return statistics.median(float(line[what]) for line in lines)


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"

"""`python -m bench.assemble`: processor time and memory of joining an archive, and their growth.

For each size a fresh process generates an archive and joins it. What each stage takes is seen
from outside: the names that `generator.assemble` calls are replaced by ones that look at the
clock. Garbage that cycles make is collected as in any run.
"""

from __future__ import annotations

import functools
import json
import math
import platform
import resource
import statistics
import subprocess
import sys
import time
import types
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeGuard, cast

import click

from bench import archives
from bench.processes import ROOT
from generator import assemble

_NOTHING = 0.005  # of the time; a stage below it is not shown
_KB = 1024 if platform.system() == "Linux" else 1  # getrusage(2): kilobytes, on macOS bytes

Cost = dict[str, Any]
"""`articles`, `records`, `families`; `cpu`, `stages` in seconds; `before`, `peak` in bytes."""


def measure(articles: int, records: int) -> Cost:
    """Join a generated archive in this process, which should have done nothing else."""
    contents = archives.generate(articles, records)
    before = _peak()
    stages: Counter[str] = Counter()
    with _watched(stages):
        start = time.process_time()
        archive, _ = assemble.archive(contents)
        cpu = time.process_time() - start
    stages["(the rest)"] = cast("int", cpu - sum(stages.values()))
    families = {entry.head for entry in archive.entries.values() if entry.reprints}
    return {
        "articles": articles,
        "records": records,
        "cpu": cpu,
        "stages": dict(stages),
        "before": before,
        "peak": _peak(),
        "families": len(families),
    }


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KB


@contextmanager
def _watched(stages: Counter[str]) -> Iterator[None]:
    """Replace what `assemble` calls by the same with a clock, for a while."""
    names = dict(vars(assemble))
    for name, value in names.items():
        if isinstance(value, types.ModuleType) and value.__name__.startswith(assemble.__name__):
            parts = {
                inner: _timed(f"{name}.{inner}", part, stages) if _works(part) else part
                for inner, part in vars(value).items()
            }
            setattr(assemble, name, types.SimpleNamespace(**parts))
        elif _works(value) and value.__module__ != assemble.__name__:
            setattr(assemble, name, _timed(name, value, stages))
    try:
        yield
    finally:
        for name, value in names.items():
            setattr(assemble, name, value)


def _works(value: object) -> TypeGuard[Callable[..., Any]]:
    """Whether it is a function of `assemble`'s, or the class that reads all names when made."""
    if isinstance(value, types.FunctionType):
        return value.__module__.startswith(assemble.__name__)
    return isinstance(value, type) and value.__name__ == "Names"


def _timed(name: str, call: Callable[..., Any], stages: Counter[str]) -> Callable[..., Any]:
    """The same call, whose processor time is added to `stages`; calls within it count once."""

    @functools.wraps(call, updated=())
    def timed(*args: Any, **facts: Any) -> Any:
        start, known = time.process_time(), sum(stages.values())
        try:
            return call(*args, **facts)
        finally:
            within = sum(stages.values()) - known
            stages[name] += cast("int", time.process_time() - start - within)

    return timed


def exponent(costs: Sequence[Cost]) -> float:
    """The power of n by which the time grows: the slope in logarithms, by least squares."""
    sizes = [math.log(cost["articles"]) for cost in costs]
    return statistics.linear_regression(sizes, [math.log(cost["cpu"]) for cost in costs]).slope


def table(costs: Sequence[Cost]) -> str:
    """The runs as Markdown: a row for each stage, a column for each size."""
    names = sorted(
        {name for cost in costs for name in cost["stages"]},
        key=lambda name: (-costs[-1]["stages"].get(name, 0.0), name),
    )
    rows = [
        "| | " + " | ".join(f"{cost['articles']:,} articles" for cost in costs) + " |",
        "|---" + "|--:" * len(costs) + "|",
        *(
            _row(name, [f"{cost['stages'].get(name, 0.0):.2f}" for cost in costs])
            for name in names
            if costs[-1]["stages"].get(name, 0.0) > _NOTHING * costs[-1]["cpu"]
        ),
        _row("**CPU s**", [f"**{cost['cpu']:.1f}**" for cost in costs]),
        _row("ms an article", [f"{cost['cpu'] / cost['articles'] * 1000:.2f}" for cost in costs]),
        _row("peak MB", [f"{cost['peak'] / 1e6:.0f}" for cost in costs]),
        _row("of it before joining", [f"{cost['before'] / 1e6:.0f}" for cost in costs]),
        _row("families of reprints", [f"{cost['families']:,}" for cost in costs]),
    ]
    return "\n".join(rows)


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | " + " | ".join(cells) + " |"


@click.command()
@click.option("--counts", default="1000,3000,10000", show_default=True, help="Numbers of articles.")
@click.option("--records", type=click.IntRange(min=100), default=2_000, show_default=True)
@click.option("--one", type=int, hidden=True, help="Measure this number here, and print JSON.")
def main(*, counts: str, records: int, one: int | None) -> None:
    """Measure `assemble.archive` on generated archives."""
    if one is not None:
        click.echo(json.dumps(measure(one, records)))
        return
    costs: list[Cost] = []
    for count in map(int, counts.split(",")):
        command = [sys.executable, "-m", "bench.assemble", "--one", str(count)]
        command += ["--records", str(records)]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        costs.append(json.loads(done.stdout))
        click.echo(f"{count:,} articles: {costs[-1]['cpu']:.1f} CPU s", err=True)
    click.echo(table(costs))
    if len(costs) > 1:
        click.echo(f"\nCPU time grows with n^{exponent(costs):.2f}, with {records:,} records.")


if __name__ == "__main__":
    main()

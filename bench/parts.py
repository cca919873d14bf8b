"""`python -m bench.parts ROOT`: what the parts of a clean build take, in one process.

They are seen from outside: what `archive build` calls is replaced by the same with a clock. What
one calls within another counts as its own.
"""

from __future__ import annotations

import functools
import inspect
import json
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from generator import assemble, content, settings
from generator.press import build, cards, environment, gate, jobs, manifest, spool, standing, works
from generator.press.prepare import deliver

PRINTING = "printing all pages"

_PARTS: dict[str, tuple[Callable[..., Any], ...]] = {
    "reading content": (content.read,),
    "joining it": (assemble.archive,),
    "facts, lists, feeds, exports of all pages": (spool.write,),
    "drawing cards": (cards.draw,),
    "loading MkDocs": (jobs.load, environment.environment),
    PRINTING: (works.print_site,),
    "search and copies in Markdown": (deliver,),
    "the gate, but for what printing looks at itself": (gate.inspect,),
    "manifest": (manifest.write,),
}
"""Name of a part → the functions that are it."""


def measure(root: Path) -> dict[str, Any]:
    """Build an archive from nothing in this process.

    Returns:
        `cpu`, and `parts`: name → seconds of processor time. `the rest` is what no part holds.

    Raises:
        RuntimeError: The site was not built.
    """
    known = settings.load(root)
    for made in (known.site, known.work):
        shutil.rmtree(made, ignore_errors=True)
    taken: dict[str, float] = defaultdict(float)
    for part, functions in _PARTS.items():
        for function in functions:
            _replace(function, _timed(part, function, taken))
    start = time.process_time()
    findings = build.build(known, clean=True, jobs=1)
    cpu = time.process_time() - start
    if standing.failed(findings):
        raise RuntimeError(f"{root}: {findings}")
    parts = {part: taken[part] for part in _PARTS}
    return {"cpu": cpu, "parts": {**parts, "the rest": cpu - sum(parts.values())}}


def _replace(function: Callable[..., Any], other: Callable[..., Any]) -> None:
    """Wherever a function of ours is known by a name, the other one is from now on."""
    modules = [module for name, module in sys.modules.items() if name.startswith("generator")]
    for module in modules:
        for name, value in list(vars(module).items()):
            if value is function:
                setattr(module, name, other)


def _timed(part: str, call: Callable[..., Any], taken: dict[str, float]) -> Callable[..., Any]:
    """The same, whose processor time is added to `taken`; what is in a part within it is not."""

    def count(start: float, known: float) -> None:
        within = sum(taken.values()) - known
        taken[part] += time.process_time() - start - within

    if inspect.isgeneratorfunction(call):

        @functools.wraps(call)
        def walked(*args: Any, **facts: Any) -> Iterator[Any]:
            # To its end at once: between two things nothing else is to be counted.
            start, known = time.process_time(), sum(taken.values())
            made = list(call(*args, **facts))
            count(start, known)
            yield from made

        return walked

    @functools.wraps(call)
    def timed(*args: Any, **facts: Any) -> Any:
        start, known = time.process_time(), sum(taken.values())
        try:
            return call(*args, **facts)
        finally:
            count(start, known)

    return timed


@click.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(root: Path) -> None:
    """Print what the parts of a clean build of the archive in ROOT take, as JSON."""
    click.echo(json.dumps(measure(root.absolute())))


if __name__ == "__main__":
    main()

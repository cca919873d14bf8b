"""`python -m bench.convert`: memory and time of converting many captures.

Writes captures like those of `raw/`, each with words of its own, and runs `archive convert` on
them with one process and with two; then once more, when nothing is left to do. Linux only: memory
is the proportional set size (PSS) of all its processes, in which shared pages count once.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bench import trees
from bench.processes import ROOT
from generator import captures

_SEED = 20_261_122
_SUFFIXES = frozenset({".html", ".txt"})
_EVERY = 0.2  # seconds between two looks at the memory
_PARTS = 5  # of the run, each with its own peak, to see whether memory grows
_VARIED = 0.2  # share of words that are changed
_PROLOGUE = re.compile(r"\A.*?</head>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"(<[^>]*>|https?://\S+)")  # and addresses, which stay as well
_HOST = re.compile(r"://[\w.-]+\.example/")
_CHARSET = re.compile(r"""(charset=["']?)[\w-]+""", re.IGNORECASE)
_WORD = re.compile(r"\b[^\W\d_]{3,}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took.

    Attributes:
        what: What was done.
        seconds: From start to end.
        cpu: Seconds of processor time of all processes.
        memory: Most PSS of all processes together, in bytes, in each part of the run.
        status: Exit status.
        said: The last line that it printed for people.
    """

    what: str
    seconds: float
    cpu: float
    memory: Sequence[int]
    status: int
    said: str = ""


def generate(raw: Path, target: Path, count: int) -> None:
    """Write captures with varied words, the same for the same `raw`, in folders of a thousand.

    Args:
        raw: A folder of captures.
        target: Where they are written.
        count: How many.
    """
    found, _ = captures.find(raw)
    originals = [
        (path.suffix, captures.read(path, raw=raw).text)
        for path in found
        if path.suffix in _SUFFIXES
    ]
    words = sorted({word for _, text in originals for word in _WORD.findall(_shown(text))})
    chance = random.Random(_SEED)  # noqa: S311 - a seeded sample, not a secret
    for number in range(count):
        suffix, text = originals[number % len(originals)]
        path = target / f"{number // 1000:03}" / f"{number:06}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        # Each is a page of its own, not another capture of the same one.
        own = _HOST.sub(rf"\g<0>{number}/", _CHARSET.sub(r"\1utf-8", text))
        path.write_text(_varied(own, words, chance), encoding="utf-8")


def _shown(text: str) -> str:
    return _TAG.sub(" ", _PROLOGUE.sub("", text))


def _varied(text: str, words: Sequence[str], chance: random.Random) -> str:
    """The page with some words of its text changed; its head and its tags stay."""
    head = match[0] if (match := _PROLOGUE.match(text)) else ""

    def change(word: re.Match[str]) -> str:
        return chance.choice(words) if chance.random() < _VARIED else word[0]

    parts = _TAG.split(text[len(head) :])
    return head + "".join(x if _TAG.match(x) else _WORD.sub(change, x) for x in parts)


def run(what: str, root: Path, jobs: int) -> Cost:
    """Convert an archive in processes of its own, looking at their memory on the way."""
    command = [sys.executable, "-m", "generator", "--root", str(root), "convert"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    looks: list[int] = []
    used: dict[int, float] = {}
    said = (root / "said.txt").open("w+b")
    process = subprocess.Popen(
        [*command, "--jobs", str(jobs)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said
    )
    while process.poll() is None:
        tree = tuple(trees.tree(process.pid))
        looks.append(sum(map(trees.pss, tree)))
        used.update({pid: trees.cpu(pid) or used.get(pid, 0.0) for pid in tree})
        time.sleep(_EVERY)
    with said:
        said.seek(0)
        last = said.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = max(1, -(-len(looks) // _PARTS))
    return Cost(
        what=what,
        seconds=time.monotonic() - start,
        # The system counts only processes whose end was waited for, our looks only what they saw.
        cpu=max(
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, sum(used.values())
        ),
        memory=[max(looks[i : i + size]) for i in range(0, len(looks), size)],
        status=process.returncode,
        said=last,
    )


def table(costs: Sequence[Cost], count: int) -> str:
    """The runs as Markdown."""
    rows = [
        f"| {count:,} captures | seconds | CPU s | ms a capture | peak MB | MB by part | status |",
        "|---|--:|--:|--:|--:|---|--:|",
    ]
    for cost in costs:
        parts = " ".join(f"{part / 1e6:.0f}" for part in cost.memory)
        rows.append(
            f"| {cost.what} | {cost.seconds:.1f} | {cost.cpu:.1f} | {cost.cpu / count * 1000:.2f} "
            f"| {max(cost.memory, default=0) / 1e6:.0f} | {parts} | {cost.status} |"
        )
    return "\n".join(rows)


@click.command()
@click.option("--count", type=click.IntRange(min=1), default=10_000, show_default=True)
@click.option("--jobs", default="1,2", show_default=True, help="Numbers of processes to try.")
def main(*, count: int, jobs: str) -> None:
    """Measure `archive convert` on generated captures."""
    costs = []
    with tempfile.TemporaryDirectory(prefix="bench-convert-") as folder:
        root = Path(folder)
        generate(ROOT / "raw", root / "raw", count)
        for number in map(int, jobs.split(",")):
            for kept in ("content", ".archive"):
                shutil.rmtree(root / kept, ignore_errors=True)
            costs.append(run(f"`--jobs {number}`", root, number))
            costs.append(run(f"`--jobs {number}`, again", root, number))
    for cost in costs:
        click.echo(f"{cost.what}: {cost.said}", err=True)
    click.echo(f"On {os.cpu_count()} processors.\n\n{table(costs, count)}")


if __name__ == "__main__":
    main()

"""`python -m tests.eval.accept`: hold extraction to what it now scores on the annotated pages.

Writes `scores.json` when no score fell, or when the pages are others than before; says what fell
if one did. Writes `confusion.md` with it: which roles are taken for which, the facts that are
wrong, and the worst pages. With `--confusion`, prints that instead, and writes nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.metric import PageScore
from tests.eval import annotated, scoring
from tests.eval.scoring import Confusion, Scores

SCORES = Path(__file__).parent / "scores.json"
CONFUSION = Path(__file__).parent / "confusion.md"
_WORST = 10


def accepted() -> dict[str, object]:
    """What was accepted last: `pages`, a digest, and `scores` by name."""
    known: dict[str, object] = json.loads(SCORES.read_text(encoding="utf-8"))
    return known


def fallen(before: dict[str, float], now: dict[str, float]) -> list[str]:
    """The scores that are lower than they were, or gone; empty if none is."""
    return [
        f"{name}: {now.get(name, 0.0)} < {score}"
        for name, score in before.items()
        if now.get(name, 0.0) < score
    ]


def table(confusion: Confusion) -> str:
    """A confusion as Markdown: gold roles down, given roles across, in lines."""
    across = sorted({role for given in confusion.values() for role in given})
    rows = [f"| gold | {' | '.join(across)} |", f"|---|{'--:|' * len(across)}"]
    for role, given in sorted(confusion.items()):
        cells = [f"{given.get(name, 0.0):.1f}".removesuffix(".0") for name in across]
        rows.append(f"| {role} | {' | '.join('' if cell == '0' else cell for cell in cells)} |")
    return "\n".join(rows)


def _page(name: str, score: PageScore) -> str:
    precision, recall = (
        "none" if share is None else f"{share:.3f}" for share in (score.precision, score.recall)
    )
    return f"{name}: F1 {score.f1:.3f}, precision {precision}, recall {recall}"


def _show(scores: Scores) -> str:
    parts = ["# What is taken for what\n"]
    parts += ["Written by `python -m tests.eval.accept`. Gold roles down, given roles across.\n"]
    parts += [f"## {form}\n\n{table(confusion)}\n" for form, confusion in scores.confusion.items()]
    parts += ["## Wrong facts\n", *(f"- {wrong}" for wrong in scores.wrong)]
    worst = list(scores.pages.items())[:_WORST]
    parts += ["\n## Worst pages\n", *(f"- {_page(name, score)}" for name, score in worst)]
    return "\n".join(parts) + "\n"


def main(arguments: list[str]) -> int:
    """Accept or refuse.

    Returns:
        The exit status: 1 if a score fell.
    """
    pages = annotated.load()
    scores = scoring.measure(pages)
    if arguments == ["--confusion"]:
        sys.stdout.write(_show(scores))
        return 0
    digest = scoring.digest(pages)
    before = accepted() if SCORES.exists() else {}
    known = before.get("scores", {})
    assert isinstance(known, dict)
    lower = fallen(known, scores.values) if before.get("pages") == digest else []
    if lower:
        sys.stderr.write("\n".join([*lower, "Scores may only rise; nothing was written.\n"]))
        return 1
    written = json.dumps({"pages": digest, "scores": scores.values}, indent=2)
    SCORES.write_text(written + "\n", encoding="utf-8")
    CONFUSION.write_text(_show(scores), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

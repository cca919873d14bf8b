"""The tools' processes, as the benchmark sees them: one each, asked page by page."""

from __future__ import annotations

import json
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from bench.tools import Facts, Line, Sheet

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a tool made of one page.

    Attributes:
        text: The text of the article; empty if it found none or failed.
        cpu: Seconds of processor time, of the system too.
        error: What it raised; empty if nothing.
        facts: What else it knows; None if it was not asked, or knows nothing but text.
    """

    text: str
    cpu: float
    error: str
    facts: Facts | None


class ToolError(RuntimeError):
    """A tool's process ended, or never began."""


class Tool:
    """A tool at work in a process of its own.

    Args:
        name: One of `TOOLS`.
        python: The interpreter whose environment has the tool.
    """

    def __init__(self, name: str, python: Path) -> None:
        self.name = name
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._process = subprocess.Popen(
            [str(python), "-m", "bench.worker", name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._said.close()

    def ask(self, page: Sheet, *, facts: bool) -> Answer:
        """What the tool makes of a page.

        Raises:
            ToolError: The process is gone.
        """
        answer = self._ask({"path": str(page.path), "url": page.url, "facts": facts})
        return Answer(
            text=answer["text"],
            cpu=answer["cpu"],
            error=answer["error"],
            facts=_facts(answer["facts"]) if answer.get("facts") else None,
        )

    def peak(self) -> int:
        """The most memory the process ever had, in bytes."""
        return int(self._ask({})["peak"])

    def _ask(self, request: dict[str, object]) -> dict[str, Any]:
        line = ""
        if self._process.stdin and self._process.stdout:
            with suppress(BrokenPipeError):
                self._process.stdin.write(json.dumps(request) + "\n")
                self._process.stdin.flush()
                line = self._process.stdout.readline()
        if not line:
            raise ToolError(f"{self.name}: its process ended: {self._last_words()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _last_words(self) -> str:
        self._process.wait()
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "it said nothing")


def _facts(known: dict[str, Any]) -> Facts:
    lines = tuple(Line(**line) for line in known["lines"])
    tuples = {"captions": tuple(known["captions"]), "findings": tuple(known["findings"])}
    return Facts(**{**known, **tuples, "lines": lines})

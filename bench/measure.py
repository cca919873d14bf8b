"""Measuring: every page through every tool, each tool in its own process, turn by turn.

All tools see a page before any sees the next, so that whatever else keeps the machine busy
falls on all alike.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.flatten import flatten
from bench.processes import Answer, Tool
from bench.sets import Page
from bench.tools import Sheet

FORMS = {"html": ".html", "flattened": ".txt"}
"""Form of a page → suffix of its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one tool made of one page.

    Attributes:
        tool: Name of the tool.
        form: `html` or `flattened`.
        page: The page.
        answer: What came out.
    """

    tool: str
    form: str
    page: Page
    answer: Answer


class Bench:
    """The tools at work; leave it to end them.

    Args:
        interpreters: Name of a tool → the Python that has it.
        asks: What else than the text is asked of a page: tool and form → whether to ask.
    """

    def __init__(self, interpreters: dict[str, Path], asks: frozenset[tuple[str, str]]) -> None:
        self._stack = ExitStack()
        self._asks = asks
        self._tools = [
            self._stack.enter_context(Tool(name, python)) for name, python in interpreters.items()
        ]
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))

    def __enter__(self) -> Bench:  # noqa: PYI034 - nobody derives from it
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def measure(self, page: Page, forms: Sequence[str]) -> Iterator[Measured]:
        """Show a page to all tools, in each form.

        Raises:
            ToolError: A tool's process ended.
        """
        html = page.html()
        for form in forms:
            sheet = Sheet(path=self._folder / f"page{FORMS[form]}", url=page.url)
            sheet.path.write_text(html if form == "html" else flatten(html), encoding="utf-8")
            for tool in self._tools:
                answer = tool.ask(sheet, facts=(tool.name, form) in self._asks)
                yield Measured(tool=tool.name, form=form, page=page, answer=answer)

    def peaks(self) -> dict[str, int]:
        """Name of each tool → the most memory its process ever had, in bytes."""
        return {tool.name: tool.peak() for tool in self._tools}

"""Blocks: printing a template with something of ours before each of its blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import jinja2
from jinja2.runtime import Context

from generator.press.unknowns import OPEN, SHUT, Trace


class Blocks(dict[str, list[Callable[[Context], Iterator[str]]]]):
    """The blocks of a context, each with something of ours before it.

    Args:
        first: Name of a block → what comes before it; it is given all functions of the block, of
            which its own is the first, as a list that grows while templates extend each other.
        blocks: Those that are known already.
    """

    def __init__(
        self,
        first: Callable[[str, list[Any]], Callable[[Context], Iterator[str]]],
        blocks: Mapping[str, list[Callable[[Context], Iterator[str]]]],
    ) -> None:
        super().__init__()
        self._first = first
        for name, functions in blocks.items():
            self.setdefault(name, []).extend(functions)

    def setdefault(self, name: str, _default: Any = None) -> Any:
        """As Jinja asks for the list to which a parent template adds its block."""
        if name not in self:
            functions: list[Any] = []
            functions.append(self._first(name, functions))
            self[name] = functions
        return self[name]


def run(
    template: jinja2.Template,
    facts: Mapping[str, Any],
    first: Callable[[str, list[Any]], Callable[[Context], Iterator[str]]],
) -> tuple[str, Context]:
    """Print a template whose blocks have something of ours before them.

    Returns:
        The text, and the context as it was at the end.
    """
    context = template.new_context(dict(facts))
    context.blocks = Blocks(first, context.blocks)
    return "".join(template.root_render_func(context)), context


def watched(trace: Trace, apart: Iterable[str]) -> Any:
    """What comes before each block while tracing: notes which one is being printed.

    Args:
        trace: The trace.
        apart: Blocks that leave a token with their name instead of a text.
    """
    alone = frozenset(apart)

    def first(name: str, functions: list[Any]) -> Callable[[Context], Iterator[str]]:
        def block(context: Context) -> Iterator[str]:
            if name in alone:
                yield f"{OPEN}{name}{SHUT}"
                return
            trace.blocks.append(name)
            yield from functions[1](context)
            trace.blocks.pop()

        return block

    return first

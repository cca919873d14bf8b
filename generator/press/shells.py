"""Shells: what is the same on all pages of a kind, printed once by MkDocs's theme.

A shell is the text of a page with places left open. Which pages it fits was found out by tracing:
those that answer every question as its first page did. What stands in the open places is found
for each page: a title, an address, or a block that its template prints.

Each shell is proven on its first page against what MkDocs prints. A template that cannot be traced,
or whose shell is not proven, prints its pages as a whole.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import jinja2
from jinja2.runtime import Context

from generator.press import template_blocks
from generator.press.quick import QuickEnvironment
from generator.press.shell import Block, Open, Outer, RootError, Shell
from generator.press.tracing import TracingEnvironment
from generator.press.unknowns import (
    TOKEN,
    VARYING,
    Question,
    Slot,
    Trace,
    UntraceableError,
    variable,
)

log = logging.getLogger("mkdocs.archive.shells")

HEAVY = 24
"""Questions and open places from which on a block is printed by its template instead."""

MOST = 500
"""Shells of one template; pages that fit none of them are printed as a whole."""

PATIENCE = 16
"""Shells of one template after which each must have served for more than its first page."""

SEEN_BEFORE = 1
"""Pages of a template that are printed as a whole before a shell is worth its while."""

_OUTER = "a block uses what is set outside of it"


@dataclass(slots=True)
class _Node:
    """A question that decides between shells, and where each answer leads."""

    question: Question
    answers: dict[object, _Node | Shell] = field(default_factory=dict)


@dataclass(slots=True)
class _Kind:
    """What is known of one template.

    Attributes:
        seen: Pages that it printed as a whole.
        made: Shells made of it.
        used: Pages that were printed into them, but for their first ones.
        top: Leads to its shells.
        apart: Blocks that it prints itself.
        why_not: Why there are no shells of it; empty if there may be.
    """

    seen: int = 0
    made: int = 0
    used: int = 0
    top: _Node | Shell | None = None
    apart: set[str] = field(default_factory=set)
    why_not: str = ""


class Shells:
    """All shells of a theme, made as pages need them.

    Args:
        quick: Prints pages.
        traced: Its like, which prints with slots.
        whole: Prints a page as MkDocs does: template's name and facts → text.
    """

    def __init__(
        self,
        quick: QuickEnvironment,
        traced: TracingEnvironment,
        whole: Callable[[str, Mapping[str, Any]], str],
    ) -> None:
        self._quick = quick
        self._traced = traced
        self._whole = whole
        self._kinds: dict[str, _Kind] = {}
        self._trace: Trace | None = None
        traced.learn(self._current)

    def print(self, name: str, facts: Mapping[str, Any]) -> str:
        """Print a page.

        Args:
            name: Of its template.
            facts: What MkDocs gives the template.
        """
        kind = self._kinds.setdefault(name, _Kind())
        if kind.seen < SEEN_BEFORE or kind.why_not:
            kind.seen += 1
            return self._whole(name, facts)
        context = self._quick.get_template(name).new_context(dict(facts))
        shell = _find(kind, context)
        if shell is None:
            return self._first(name, kind, facts, context)
        kind.used += 1
        try:
            return shell.fill(context) or self._whole(name, facts)
        except RootError:
            self._give_up(name, kind, _OUTER)
        except Exception:  # noqa: BLE001 - MkDocs says what is wrong
            log.debug("%s fails", name)
        return self._whole(name, facts)

    def _first(self, name: str, kind: _Kind, facts: Mapping[str, Any], context: Context) -> str:
        """A page as MkDocs prints it; a shell that prints the same is kept for its like."""
        whole = self._whole(name, facts)
        if kind.made >= MOST:
            return whole
        if kind.made > max(PATIENCE, kind.used):
            self._give_up(name, kind, "no two of them are alike")
            return whole
        try:
            printed = self._made(name, kind, facts, context).fill(context)
        except UntraceableError as error:
            self._give_up(name, kind, str(error) or "it cannot be traced")
        except RootError:
            self._give_up(name, kind, _OUTER)
        else:
            if printed not in (None, whole):
                reason = f"its shell prints {context['page'].url} otherwise than MkDocs"
                self._give_up(name, kind, reason, level=logging.WARNING)
        return whole

    def _made(self, name: str, kind: _Kind, facts: Mapping[str, Any], context: Context) -> Shell:
        """Make a shell of a page, and note which pages it fits.

        Raises:
            UntraceableError: It cannot be done.
        """
        text, trace = self._traced_text(name, kind, facts, context)
        pieces = TOKEN.split(text)
        places = tuple(
            trace.printed[int(piece)] if piece.isdecimal() else piece for piece in pieces[1::2]
        )
        functions, outer = _resolved(self._quick.get_template(name), facts)
        open_ = Open(tuple(pieces[::2]), places)
        shell = Shell(open_, functions, dict.fromkeys(outer, Outer()))
        kind.top = _inserted(kind.top, trace.answers, shell)
        kind.made += 1
        return shell

    def _traced_text(
        self, name: str, kind: _Kind, facts: Mapping[str, Any], context: Context
    ) -> tuple[str, Trace]:
        """Trace a page; blocks in which too much depends on it are set apart, one by one."""
        template = self._traced.get_template(name)
        while True:
            trace = self._trace = Trace(context)
            slots = {key: Slot(variable(key), trace) for key in VARYING}
            watched = template_blocks.watched(trace, kind.apart)
            try:
                text, _ = template_blocks.run(template, {**facts, **slots}, watched)
            except Exception as error:
                heavy = trace.blocks[-1:]
                if not heavy:
                    raise UntraceableError(f"outside of its blocks: {error!r}") from error
            else:
                heavy = [block for block, weight in trace.weights.items() if weight > HEAVY]
                if not heavy:
                    return text, trace
            kind.apart.update(heavy)
            kind.top, kind.made = None, 0

    def _current(self) -> Trace:
        if self._trace is None:
            raise UntraceableError
        return self._trace

    def _give_up(self, name: str, kind: _Kind, reason: str, level: int = logging.INFO) -> None:
        kind.why_not, kind.top = reason, None
        log.log(level, "%s prints its pages as a whole: %s", name, reason)


def _find(kind: _Kind, context: Context) -> Shell | None:
    """The shell that fits a page, if there is one."""
    node = kind.top
    while isinstance(node, _Node):
        try:
            node = node.answers.get(node.question.answer(context))
        except UntraceableError:
            return None
    return node


def _inserted(
    top: _Node | Shell | None, answers: list[tuple[Question, object]], shell: Shell
) -> _Node | Shell:
    """The way to a shell, added to those that are known.

    Raises:
        UntraceableError: The template did not ask what it asked before, with the same answers.
    """
    if not answers:
        if isinstance(top, _Node):
            raise UntraceableError("it asks other things each time")
        return shell
    (question, answer), *rest = answers
    if top is None:
        top = _Node(question)
    if not isinstance(top, _Node) or _key(top.question) != _key(question):
        raise UntraceableError("it asks other things each time")
    top.answers[answer] = _inserted(top.answers.get(answer), rest, shell)
    return top


def _key(question: Question) -> tuple[object, bool]:
    return question.expression.key, question.whether


def _resolved(
    template: jinja2.Template, facts: Mapping[str, Any]
) -> tuple[dict[str, list[Block]], frozenset[str]]:
    """The functions of all blocks, and the names that are set outside of them."""

    def silent(_name: str, _functions: list[Block]) -> Block:
        return lambda _context: iter(())

    _, context = template_blocks.run(template, facts, silent)
    return {name: functions[1:] for name, functions in context.blocks.items()}, frozenset(
        context.vars
    )

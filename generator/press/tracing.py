"""Tracing: printing a template once with unknowns, to learn what of it depends on what.

What differs from page to page goes into the template as a `Slot`. A slot that is printed leaves a
token in the text; the filters it goes through become part of it. Where the template has to decide
something (`if`, `==`, a key), the real page answers, and question and answer are noted: for every
page that gives the same answers, the template prints the same text around its slots.

Nothing is guessed. Whatever else is done with a slot raises, and the block in which it happened is
printed by the template itself.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import Frame
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Macro

from generator.press.quick import (
    QuickContext,
    QuickEnvironment,
    QuickGenerator,
    printed_relative,
    relative,
)
from generator.press.unknowns import Expression, Slot, Trace, known, settled, tokenless

_ADDRESSES = (relative, printed_relative)
_SETTLED, _TOKENLESS = "settled", "tokenless"
"""Names of the filters that are put around what decides."""


class _Generator(QuickGenerator):
    """Writes code in which nothing is decided by a text with tokens in it.

    Slots see to themselves. But a macro gives a text into which slots are printed, and Python would
    compare that as it stands, or take it for true.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's
        """Put a filter around all that decides."""
        for name, kind, field in _DECIDING:
            for found in list(node.find_all(kind)):
                value = getattr(found, field)
                if value is not None and not isinstance(value, _HARMLESS):
                    checked = nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)
                    setattr(found, field, checked)
        super().visit_Template(node, frame)


_DECIDING: tuple[tuple[str, type[nodes.Node], str], ...] = (
    (_TOKENLESS, nodes.If, "test"),
    (_TOKENLESS, nodes.CondExpr, "test"),
    (_TOKENLESS, nodes.Not, "node"),
    (_TOKENLESS, nodes.And, "left"),
    (_TOKENLESS, nodes.Or, "left"),
    (_TOKENLESS, nodes.For, "iter"),
    (_TOKENLESS, nodes.For, "test"),
    (_TOKENLESS, nodes.Getitem, "node"),
    (_TOKENLESS, nodes.Getitem, "arg"),
    (_SETTLED, nodes.Compare, "expr"),
    (_SETTLED, nodes.Operand, "expr"),
    (_SETTLED, nodes.Mod, "left"),
    (_SETTLED, nodes.Mod, "right"),
    (_SETTLED, nodes.Include, "template"),
)
"""Filter, kind of node, and which of its expressions the filter is put around."""

_HARMLESS = (nodes.Const, nodes.TemplateData, nodes.Compare, nodes.Test, nodes.Not, nodes.Slice)


class _Context(QuickContext):
    """A context in which only macros are given texts with tokens in them."""

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """As in `jinja2.runtime.Context`."""
        if type(obj) is not Macro:
            for one in (*args, *kwargs.values()):
                if type(one) is not Slot:
                    settled(one)
        return super().call(obj, *args, **kwargs)


class TracingEnvironment(QuickEnvironment):
    """An environment whose templates may be given slots."""

    code_generator_class = _Generator
    context_class = _Context

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As ever; of a slot, another slot."""
        if type(obj) is not Slot:
            return super().getattr(tokenless(obj), attribute)
        inner = obj.expression()
        return obj.derived(
            ("attr", inner.key, attribute),
            lambda context: context.environment.getattr(inner.of(context), attribute),
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As ever; of a slot, another slot."""
        argument = known(argument)
        if type(obj) is not Slot:
            return super().getitem(obj, argument)
        inner = obj.expression()
        return obj.derived(
            ("item", inner.key, argument),
            lambda context: context.environment.getitem(inner.of(context), argument),
        )

    def learn(self, trace: Callable[[], Trace]) -> None:
        """Make filters, tests and printing know slots.

        Args:
            trace: Gives the trace that is under way.
        """
        self.finalize = _finalized
        for name, filter_ in list(self.filters.items()):
            own = name not in FILTERS and hasattr(filter_, "jinja_pass_arg")
            self.filters[name] = _symbolic(
                "filter", name, filter_, trace, always=own, call=QuickEnvironment.call_filter
            )
        tests: dict[str, Any] = dict(self.tests)
        for name, test in tests.items():
            self.tests[name] = _symbolic(
                "test", name, test, trace, always=False, call=QuickEnvironment.call_test
            )
        self.filters |= {_SETTLED: settled, _TOKENLESS: tokenless}


def _finalized(value: Any) -> Any:
    return value.token() if type(value) is Slot else value


def _symbolic(
    kind: str,
    name: str,
    function: Callable[..., Any],
    trace: Callable[[], Trace],
    *,
    always: bool,
    call: Callable[..., Any],
) -> Callable[..., Any]:
    """The same filter or test, which makes slots of slots.

    Args:
        kind: `filter` or `test`.
        name: Its name.
        function: What does it.
        trace: Gives the trace that is under way.
        always: Whether it depends on the page, whatever it is given.
        call: How an environment calls it.
    """
    takes = getattr(getattr(function, "jinja_pass_arg", None), "name", "")
    passed = int(bool(takes))

    @functools.wraps(function)
    def made(*arguments: Any, **options: Any) -> Any:
        given = [settled(one) for one in arguments[passed:]]
        options = {key: settled(one) for key, one in options.items()}
        if not always and not any(type(one) is Slot for one in (*given, *options.values())):
            return function(*arguments[:passed], *given, **options)
        parts = [_part(one) for one in given]
        named = {key: _part(one) for key, one in options.items()}
        key = (kind, name, *(part.key for part in parts))
        key = (*key, *((name, part.key) for name, part in sorted(named.items())))

        def of(context: Context) -> Any:
            value, *rest = (part.of(context) for part in parts)
            facts = {name: part.of(context) for name, part in named.items()}
            return call(context.environment, name, value, rest, facts, context=context)

        if len(parts) == 1 and not named:  # as nearly all are: without looking it up each time
            inner, address = parts[0].of, parts[0].address
            if not passed:
                direct = Expression(key, lambda context: function(inner(context)), address)
                return Slot(direct, trace())
            if takes == "context":
                address = given[0] if function in _ADDRESSES and type(given[0]) is str else ""
                direct = Expression(key, lambda context: function(context, inner(context)), address)
                return Slot(direct, trace())
        return Slot(Expression(key, of), trace())

    return made


def _part(value: Any) -> Expression:
    """A slot's expression, or one that is always the same."""
    if type(value) is Slot:
        return value.expression()
    return Expression(("always", type(value).__name__, repr(value)), lambda _: value)

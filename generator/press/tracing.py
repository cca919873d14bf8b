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
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import jinja2
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Undefined

from generator.press.quick import QuickEnvironment

VARYING = ("page", "base_url", "extra_css", "extra_javascript")
"""What MkDocs gives a template that is not the same for all pages."""

OPEN, SHUT = "\ue000", "\ue001"
"""Around tokens: from the private use area, where no text has anything."""

TOKEN = re.compile(f"{OPEN}([^{OPEN}{SHUT}]*){SHUT}")

_LEAVES = (str, int, float, bool, type(None))
_UNDEFINED = ("undefined",)


class UntraceableError(Exception):
    """Something was done with a slot whose outcome cannot be told without the page."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Something that can be asked of a page.

    Attributes:
        key: Tells expressions apart.
        of: Finds its value in the context of a page.
    """

    key: object
    of: Callable[[Context], Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What decides over a text.

    Attributes:
        expression: What is asked.
        whether: Only whether it counts as true; else its value.
    """

    expression: Expression
    whether: bool

    def answer(self, context: Context) -> object:
        """What the page of a context says.

        Raises:
            UntraceableError: Something that is not the same as anything else.
        """
        value = self.expression.of(context)
        return bool(value) if self.whether else _comparable(value)


def variable(name: str) -> Expression:
    """What MkDocs gives a template under a name."""
    return Expression(("name", name), lambda context: context[name])


class Trace:
    """What is found out while a template is printed for one page.

    Attributes:
        answers: Question → what the page says, in the order in which they came up.
        printed: What tokens stand for, by their numbers.
        blocks: The blocks that are being printed, the innermost last.
        weights: Block → how many questions and slots came up in it.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._numbers: dict[object, int] = {}
        self._asked: dict[object, object] = {}
        self.answers: list[tuple[Question, object]] = []
        self.printed: list[Expression] = []
        self.blocks: list[str] = []
        self.weights: dict[str, int] = {}

    def ask(self, expression: Expression, *, whether: bool) -> Any:
        """The real page's answer, which is noted."""
        question = Question(expression, whether)
        key = (expression.key, whether)
        if key not in self._asked:
            answer = self._asked[key] = question.answer(self._context)
            self.answers.append((question, answer))
            self._count()
        return self._asked[key] if whether else expression.of(self._context)

    def token(self, expression: Expression) -> str:
        """What stands in the text for what is printed there."""
        number = self._numbers.setdefault(expression.key, len(self.printed))
        if number == len(self.printed):
            self.printed.append(expression)
            self._count()
        return f"{OPEN}{number}{SHUT}"

    def _count(self) -> None:
        if self.blocks:
            self.weights[self.blocks[-1]] = self.weights.get(self.blocks[-1], 0) + 1


class Slot:
    """A value that is not known yet."""

    __slots__ = ("_expression", "_trace")

    def __init__(self, expression: Expression, trace: Trace) -> None:
        self._expression = expression
        self._trace = trace

    def derived(self, key: object, of: Callable[[Context], Any]) -> Slot:
        """Another one, which depends on this one."""
        return Slot(Expression(key, of), self._trace)

    def expression(self) -> Expression:
        """What it stands for."""
        return self._expression

    def token(self) -> str:
        """What is printed for it."""
        return self._trace.token(self._expression)

    def value(self) -> Any:
        """What it is on the real page; from now on the text is for pages that have the same."""
        return self._trace.ask(self._expression, whether=False)

    def __bool__(self) -> bool:
        return bool(self._trace.ask(self._expression, whether=True))

    def __eq__(self, other: object) -> bool:
        return bool(self.value() == _known(other))

    def __ne__(self, other: object) -> bool:
        return bool(self.value() != _known(other))

    def __hash__(self) -> int:
        return hash(self.value())

    def __str__(self) -> str:
        return str(self.value())

    def __html__(self) -> str:
        raise UntraceableError

    def __iter__(self) -> NoReturn:
        raise UntraceableError


class TracingEnvironment(QuickEnvironment):
    """An environment whose templates may be given slots."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As ever; of a slot, another slot."""
        if type(obj) is not Slot:
            return super().getattr(obj, attribute)
        inner = obj.expression()
        return obj.derived(
            ("attr", inner.key, attribute),
            lambda context: context.environment.getattr(inner.of(context), attribute),
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As ever; of a slot, another slot."""
        argument = _known(argument)
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
        given = [_settled(one) for one in arguments[passed:]]
        options = {key: _settled(one) for key, one in options.items()}
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
            inner = parts[0].of
            if not passed:
                return Slot(Expression(key, lambda context: function(inner(context))), trace())
            if takes == "context":
                direct = Expression(key, lambda context: function(context, inner(context)))
                return Slot(direct, trace())
        return Slot(Expression(key, of), trace())

    return made


def _part(value: Any) -> Expression:
    """A slot's expression, or one that is always the same."""
    if type(value) is Slot:
        return value.expression()
    return Expression(("always", type(value).__name__, repr(value)), lambda _: value)


def _settled(value: Any) -> Any:
    """An argument in which no slot is hidden."""
    if isinstance(value, str):
        if OPEN in value:  # a macro printed a slot into it
            raise UntraceableError
        return value
    if isinstance(value, (list, tuple)) and any(map(_is_deep, value)):
        return type(value)(_known(_settled(one)) for one in value)
    if isinstance(value, Mapping) and type(value) is dict and any(map(_is_deep, value.values())):
        return {key: _known(_settled(one)) for key, one in value.items()}
    return value


def _is_deep(value: Any) -> bool:
    return isinstance(value, (Slot, str, list, tuple, dict))


def _known(value: Any) -> Any:
    return value.value() if type(value) is Slot else value


def _comparable(value: Any) -> object:
    """A value as something that can be looked up, and is equal to nothing that prints otherwise.

    Raises:
        UntraceableError: There is no such thing.
    """
    if isinstance(value, Undefined):
        return _UNDEFINED
    if not isinstance(value, _LEAVES) or (isinstance(value, str) and OPEN in value):
        raise UntraceableError
    return type(value), value


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

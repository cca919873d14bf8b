"""Unknowns: what differs from page to page, while a template is traced.

A `Slot` stands for a value of a page. Printed, it leaves a token in the text; asked, it lets the
real page answer, and its `Trace` notes question and answer. Nothing is guessed: whatever else is
done with a slot, or with a text that has tokens in it, raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from jinja2.runtime import Context, Undefined

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
        address: The path below the site if it is nothing but that, as seen from the page.
    """

    key: object
    of: Callable[[Context], Any]
    address: str = ""


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
        return bool(self.value() == known(other))

    def __ne__(self, other: object) -> bool:
        return bool(self.value() != known(other))

    def __hash__(self) -> int:
        return hash(self.value())

    def __str__(self) -> str:
        return str(self.value())

    def __html__(self) -> str:
        raise UntraceableError

    def __iter__(self) -> NoReturn:
        raise UntraceableError


def settled(value: Any) -> Any:
    """A value in which no slot is hidden: one within a list becomes what the page has there.

    Raises:
        UntraceableError: There is a text with tokens in it.
    """
    if isinstance(value, str):
        return tokenless(value)
    if isinstance(value, (list, tuple)) and any(map(_is_deep, value)):
        return type(value)(known(settled(one)) for one in value)
    if isinstance(value, Mapping) and type(value) is dict and any(map(_is_deep, value.values())):
        return {settled(key): known(settled(one)) for key, one in value.items()}
    return value


def tokenless(value: Any) -> Any:
    """A value that is no text with tokens in it.

    Raises:
        UntraceableError: It is one: a macro printed a slot into it.
    """
    if isinstance(value, str) and OPEN in value:
        raise UntraceableError("a text is used of which only tokens are there")
    return value


def _is_deep(value: Any) -> bool:
    return isinstance(value, (Slot, str, list, tuple, dict))


def known(value: Any) -> Any:
    """A value, of a slot that of the page."""
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

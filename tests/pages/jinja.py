"""Our templates as trees, and what of Jinja the templates of all engines may use.

Zensical's engine is MiniJinja, which has no methods of Python's, and not all filters.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

from tests.conftest import REPOSITORY

TEMPLATES = tuple(
    path
    for path in sorted((REPOSITORY / "overrides").rglob("*"))
    if path.suffix in {".html", ".xml"}
)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILTERS = _names(
    "abs attr batch capitalize count d default dictsort e escape first float groupby indent int "
    "items join last length list lower map max min pprint reject rejectattr replace reverse round "
    "safe select selectattr slice sort string title tojson trim unique upper urlencode"
)
"""Filters that both Jinja and MiniJinja have.

Source:
    MiniJinja 2.21, `minijinja::filters` and the defaults of its environment.
"""

ENGINES = frozenset({"url"})
"""Filters that MkDocs, ProperDocs and Zensical add, all three."""

TESTS = _names(
    "boolean defined divisibleby eq even false float ge gt in integer iterable le lower lt mapping "
    "ne none number odd sameas sequence string true undefined upper"
)
"""Tests that both have."""

SAID = _names(
    "Add And Assign Block Call Compare Concat CondExpr Const Dict Div Extends Filter For "
    "FromImport Getattr Getitem If Import Include Keyword List Macro Mod Mul Name Neg Not Operand "
    "Or Output Pair Pos Sub Template TemplateData Test"
)
"""Kinds of nodes of a template's tree that mean the same in both."""

_EXTENSIONS = ("jinja2.ext.do", "jinja2.ext.loopcontrols")


@functools.cache
def tree(source: str) -> nodes.Template:
    """A template as its tree; more is read than may be used."""
    return Environment(extensions=_EXTENSIONS).parse(source)  # noqa: S701 - nothing is rendered


def read(template: Path) -> nodes.Template:
    """A template of ours as its tree."""
    return tree(template.read_text(encoding="utf-8"))


@functools.cache
def imports() -> frozenset[str]:
    """Names under which our templates import macros; what they include knows them too."""
    found = (node.target for path in TEMPLATES for node in read(path).find_all(nodes.Import))
    return frozenset(found) | {"lang"}


def foreign(template: nodes.Template) -> Iterator[str]:
    """What in a template another engine may not know, in the order of the tree."""
    imported = imports()
    for node in template.find_all(nodes.Node):
        kind = type(node).__name__
        if kind not in SAID:
            yield kind
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS | ENGINES:
            yield f"the filter {node.name}"
        elif isinstance(node, nodes.Test) and node.name not in TESTS:
            yield f"the test {node.name}"
        elif isinstance(node, nodes.Call):
            yield from _method(node.node, imported)
        elif isinstance(node, nodes.Include) and not node.with_context:
            yield "an include without context"
        elif isinstance(node, nodes.Name) and node.name in {"varargs", "kwargs", "caller"}:
            yield node.name
        elif isinstance(node, nodes.Mod) and isinstance(node.left, nodes.Const):
            yield "formatting by %"


def _method(called: nodes.Expr, imported: frozenset[str]) -> Iterator[str]:
    """What is called, if it is not a macro of ours."""
    if isinstance(called, nodes.Getattr) and not (
        isinstance(called.node, nodes.Name) and called.node.name in imported
    ):
        yield f"the method {called.attr}"

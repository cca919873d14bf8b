"""Templates say what every engine understands: the part of Jinja that MiniJinja has too."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from tests.pages.jinja import FILTERS, TEMPLATES, TESTS, foreign, read, tree


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_uses_nothing_that_another_engine_may_not_know(template: Path) -> None:
    assert [] == list(foreign(read(template)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% do names.append(1) %}", ["ExprStmt", "the method append"]),
        ("{% for one in page.meta.items() %}{% endfor %}", ["the method items"]),
        ("{{ page.title.replace('a', 'b') }}", ["the method replace"]),
        ("{{ names | xmlattr }}", ["the filter xmlattr"]),
        ("{{ title | striptags }}", ["the filter striptags"]),
        ("{{ title | format }}", ["the filter format"]),
        ("{% if one is filter %}{% endif %}", ["the test filter"]),
        ("{% for one in all %}{% break %}{% endfor %}", ["Break"]),
        ("{% include 'a.html' without context %}", ["an include without context"]),
        ("{% macro a() %}{{ varargs }}{% endmacro %}", ["varargs"]),
        ("{{ '%s' % title }}", ["formatting by %"]),
        ("{{ lists.record(item) | e }}", []),
        ("{{ lang.t('search') }}{{ (1 + loop.index % 2) | e }}", []),
    ],
)
def test_what_another_engine_may_not_know_is_found(source: str, expected: list[str]) -> None:
    assert expected == list(foreign(tree(source)))


def test_the_lists_name_what_jinja_has() -> None:
    jinja = Environment()  # noqa: S701 - nothing is rendered

    assert frozenset() == FILTERS - jinja.filters.keys()
    assert frozenset() == TESTS - jinja.tests.keys()

"""Shells: pages printed into what is the same on all of them come out as if printed as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.templates import url_filter

from generator.press import quick
from generator.press.shells import Shells
from generator.press.tracing import TracingEnvironment

BASE = """{% import "lang.html" as lang with context %}<html lang="{{ page.meta.lang | e }}">
{% block head %}<title>{{ page.meta.title | e }} – {{ page.meta.title }}</title>{% endblock %}
<body data-base={{ {"base": base_url, "css": "a/b.css" | url} | tojson }}>
{% block header %}<a href="{{ 'en/x/' | url | e }}"><a href="{{ './' | url }}">
{{ lang.t("home") }}</a>
{% if page.meta.switch %}<i>{{ page.meta.switch.url | url | e }}
{{ words[page.meta.lang] | replace("{n}", page.meta.switch.name) | e }}</i>{% endif %}
{% for key in ["a", "b"] %}{% if page.meta.menu == key %}<b>{{ key }}</b>{% endif %}{% endfor %}
{% if page.toc | first is defined %}{% set skip = page.toc | first %}{{ skip.url | url }}{% endif %}
{% endblock %}{% block content %}{% endblock %}
{% block end %}{{ page.meta.lang ~ "!" }}{% endblock %}
"""

LANG = "{% set chosen = page.meta.lang %}{% macro t(key) %}{{ chosen }}-{{ key }}{% endmacro %}"

LIST = """{% extends "base.html" %}{% block content %}
{% for one in page.meta.items_ or [] %}
<p>{{ one.name | e }} {{ one.missing | e }} {{ one.url | url | e }} {{ one.get("name") }}</p>
{% endfor %}{{ page.content }}{% endblock %}"""

OUTER = """{% extends "base.html" %}{% block content %}{{ lang.t("x") }}
{% for one in page.meta.items_ or [] %}{{ one.name | e }}{% endfor %}{% endblock %}"""

LONGER = """{% extends "base.html" %}{% block end %}{{ super() }}{{ page.meta.title | length }}
{{ page.meta.title[:2] }}{{ page.meta.title.upper() }}{{ "x" in page.meta.title }}{% endblock %}"""

SETS = """{% set name = page.meta.title | upper %}{% extends "base.html" %}
{% block end %}{{ name }}{% endblock %}"""

MACROS = """{% extends "base.html" %}{% block content %}
{% macro tag(x) %}{% if x %}<{{ x | e }}>{% endif %}{% endmacro %}
{% if tag(page.meta.title) %}{{ tag(page.meta.title) | upper }}{% endif %}{% endblock %}"""

TEMPLATES = {
    "lang.html": LANG,
    "base.html": BASE,
    "list.html": LIST,
    "outer.html": OUTER,
    "longer.html": LONGER,
    "plain.html": "{{ page.meta.title | e }} {{ page.meta.lang | upper }} {{ page.url }}",
    "sets.html": SETS,
    "macros.html": MACROS,
}

WORDS = {"vi": "gần {n}", "en": "near {n}"}

texts = st.text(st.sampled_from("aBđ <>&\"'{}é/.\ue000\ue0010"), max_size=6)
urls = st.sampled_from(["", ".", "./", "en/", "en/x/", "2021/12/x/", "../x", "/x", "https://a.b/"])
switches = st.none() | st.fixed_dictionaries({"url": urls, "name": texts})
metas = st.fixed_dictionaries(
    {"lang": st.sampled_from(["vi", "en"]), "title": texts, "switch": switches},
    optional={
        "menu": st.sampled_from(["a", "b", ""]) | st.none(),
        "items_": st.lists(st.fixed_dictionaries({"name": texts, "url": urls}), max_size=3),
    },
)
pages = st.fixed_dictionaries(
    {
        "url": st.sampled_from(
            ["", "en/", "2021/", "en/x/", "en/x/y/", "2021/12/13/x/", "en/2021/12/13/y/"]
        ),
        "meta": metas,
        "content": texts,
        "toc": st.lists(urls.map(lambda url: SimpleNamespace(url=url)), max_size=2),
    }
)


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


def environment(templates: Mapping[str, str] = MappingProxyType(TEMPLATES)) -> jinja2.Environment:
    env = jinja2.Environment(loader=jinja2.DictLoader(templates), auto_reload=False)  # noqa: S701 - as MkDocs's
    env.filters["url"] = url_filter
    return env


def facts(page: Mapping[str, Any]) -> dict[str, Any]:
    depth = page["url"].count("/")
    base = "/".join([".."] * depth) or "."
    return {
        "page": SimpleNamespace(**page),
        "base_url": base,
        "extra_css": [f"{base}/x.css"],
        "extra_javascript": [],
        "words": WORDS,
    }


class Counting:
    """Prints pages as a whole, and counts them."""

    def __init__(self, env: jinja2.Environment) -> None:
        self.env = env
        self.count = 0

    def __call__(self, name: str, given: Mapping[str, Any]) -> str:
        self.count += 1
        return self.env.get_template(name).render(given)


def shells(kept: Path, env: jinja2.Environment | None = None) -> tuple[Shells, Counting]:
    env = env or environment()
    whole = Counting(env)
    made = Shells(
        quick.environment(env, kept, quick.QuickEnvironment),
        quick.environment(env, kept, TracingEnvironment),
        whole,
    )
    return made, whole


@given(
    path=st.text(st.sampled_from("aé./:#?en-"), max_size=9)
    | st.lists(st.sampled_from(["en", "x", "y.css", ".", ".."]), max_size=4).map("/".join)
    | st.lists(st.sampled_from(["en/", "x/", "./", "../"]), max_size=4).map("".join),
    here=st.sampled_from(["", "./", "en/", "en/x/", "x/en/x/", "x/y.css", "x/y.css/", "en/./x/"]),
)
def test_addresses_are_those_of_mkdocs(templates: Path, path: str, here: str) -> None:
    env = environment({"x": "{{ path | url }}"})
    quickly = quick.environment(env, templates / "addresses", quick.QuickEnvironment)
    given_ = {"path": path, "page": SimpleNamespace(url=here), "base_url": "."}

    assert env.get_template("x").render(given_) == quickly.get_template("x").render(given_)


@pytest.mark.parametrize(
    "use",
    [
        "{{ m('a') }}{{ m('a', 'b') }}{{ m(y='b') }}{{ m('a', y='b') }}{{ m() }}",
        "{{ more('a', 'b', 'c', z='d') }}{{ more() }}",
        "{% call around('a') %}inner{% endcall %}",
        "{{ m('a', 'b', 'c') }}",
        "{{ m('a', z='c') }}",
    ],
)
def test_macros_are_called_as_ever(use: str, templates: Path) -> None:
    macros = (
        "{% macro m(x, y='<y>') %}[{{ x }} {{ y }}]{% endmacro %}"
        "{% macro more(x) %}[{{ x }} {{ varargs }} {{ kwargs }}]{% endmacro %}"
        "{% macro around(x) %}[{{ x }} {{ caller() }}]{% endmacro %}"
    )
    env = environment({"x": macros + use})

    def printed(env: jinja2.Environment) -> str:
        try:
            return env.get_template("x").render()
        except TypeError as error:
            return str(error)

    assert printed(env) == printed(quick.environment(env, templates, quick.QuickEnvironment))


@given(st.lists(st.tuples(st.sampled_from([*TEMPLATES][2:]), pages), max_size=12))
def test_pages_come_out_as_their_templates_print_them(
    templates: Path, series: list[tuple[str, dict[str, Any]]]
) -> None:
    made, _ = shells(templates)
    env = environment()
    expected = [env.get_template(name).render(facts(page)) for name, page in series]

    assert expected == [made.print(name, facts(page)) for name, page in series]


def page(number: int, **meta: object) -> dict[str, Any]:
    known = {"lang": "vi", "title": f"Bài <{number}>", "switch": None, "menu": "a", **meta}
    return {"url": f"2021/{number}/", "meta": known, "content": "<p>x</p>", "toc": []}


@pytest.mark.parametrize("name", ["list.html", "longer.html", "plain.html", "sets.html"])
def test_few_pages_of_a_kind_are_printed_as_a_whole(name: str, templates: Path) -> None:
    made, whole = shells(templates)
    for number in range(40):
        made.print(name, facts(page(number)))

    assert 2 == whole.count


def test_block_that_needs_what_is_set_outside_is_not_printed_alone(templates: Path) -> None:
    made, whole = shells(templates)
    env = environment()
    series = [page(number, items_=[{"name": "x"}]) for number in range(5)]
    expected = [env.get_template("outer.html").render(facts(one)) for one in series]

    assert expected == [made.print("outer.html", facts(one)) for one in series]
    assert 5 == whole.count


@pytest.mark.parametrize(
    "use",
    [
        "{% if tag(t) == '<x>' %}x{% endif %}",
        "{% if '<x>' != tag(t) %}other{% endif %}",
        "{% if not tag(t) %}none{% elif tag(t) %}some{% endif %}",
        "{{ 'some' if tag(t) else 'none' }}",
        "{{ tag(t) or 'none' }}{{ tag(t) and 'some' }}",
        "{{ 'x' in tag(t) }}{{ tag(t) in ['<x>'] }}{{ '<x>' in [tag(t)] }}",
        "{% for sign in tag(t) %}{{ sign }},{% endfor %}",
        "{% for one in ['<x>', ''] if one == tag(t) %}{{ loop.index }}{% endfor %}",
        "{% for one in ['a', 'b'] if tag(t) %}{{ one }}{% endfor %}",
        "{{ tag(t)[:2] }}{{ tag(t)[0] }}",
        "{{ tag(t).upper() }}{{ tag(t) | length }}",
        "{{ '%5s' % tag(t) }}{{ '%5s' % [tag(t)] }}",
        "{{ {'<x>': 1}[tag(t)] }}{{ {'<x>': 1}.get(tag(t)) }}",
        "{{ {tag(t): 1} | tojson }}{{ [tag(t)] | first }}",
        "{% include [tag(t), 'other'] %}{% include tag(t) ignore missing %}",
        "{% set s %}{{ t | e }}{% endset %}{% if s == 'x' %}{{ s }}{% endif %}",
        "{% set s = '<' ~ tag(t) %}{% if s == '<<x>' %}{{ s }}{% endif %}",
        "{% if self.inner() %}some{% endif %}",
    ],
)
@pytest.mark.parametrize("around", ["", "{% block content %}"])
def test_nothing_is_decided_by_what_a_macro_prints(around: str, use: str, templates: Path) -> None:
    macro = "{% macro tag(x) %}{% if x %}<{{ x | e }}>{% endif %}{% endmacro %}"
    text = "{% set t = page.meta.title %}" + macro + use
    inner = "{% block inner %}{{ page.meta.title | e }}{% endblock %}"
    text = f"{around}{text}{{% endblock %}}{inner}" if around else f"{text}{inner}"
    env = environment({"one.html": text, "<x>": "1", "other": "2"})
    made, _ = shells(templates, env)
    series = [page(0, title=title) for title in ("ab", "ab", "x", "", "y", "x", "", "ab")]
    expected = [env.get_template("one.html").render(facts(one)) for one in series]

    assert expected == [made.print("one.html", facts(one)) for one in series]


def test_each_answer_to_what_a_template_asks_has_a_shell_of_its_own(templates: Path) -> None:
    made, whole = shells(templates)
    for number in range(60):
        lang, menu = ("vi", "en")[number % 2], ("a", "b", None)[number % 3]
        made.print("list.html", facts(page(number, lang=lang, menu=menu)))

    assert 1 + 6 == whole.count

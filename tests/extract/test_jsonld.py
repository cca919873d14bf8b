from __future__ import annotations

import json

import pytest
from lxml import etree

from generator.extract import jsonld


def read(*scripts: str) -> tuple[jsonld.Node, ...]:
    page = "".join(f"<script type='application/ld+json'>{script}</script>" for script in scripts)
    return jsonld.read(etree.HTML(f"<body><p>x</p>{page}</body>"))[0]


@pytest.mark.parametrize(
    ("script", "date"),
    [
        ('{"@type":"NewsArticle","datePublished":"2021-12-13","headline":"A "b" c"}', "2021-12-13"),
        ('{"@type":"NewsArticle","datePublished":"2021-12-13"', "2021-12-13"),
        ('{"@type":"NewsArticle","datePublished":"2021-12-13" "x"}', "2021-12-13"),
        (
            '{"@type":"NewsArticle","datePublished":"2021-12-13"},{"datePublished":"2020-01-02"',
            None,
        ),
        (
            '[{"@type":"NewsArticle","datePublished":"2021-12-13"},{"@type":"NewsArticle"',
            None,
        ),
        ('"datePublished":"2021-12-13"', None),
    ],
)
def test_broken_json_gives_its_date_only_where_that_is_certain(
    script: str, date: str | None
) -> None:
    assert date == next((node.get("datePublished") for node in read(script)), None)


def test_articles_come_before_pages_and_other_things_do_not_count() -> None:
    nodes = read(
        '{"@graph":[{"@type":"WebPage","n":2},{"@type":["Article","NewsArticle"],"n":1},'
        '{"@type":"Product","n":3},{"@type":"Comment","n":4},{"@type":"http://schema.org/Person"}]}'
    )

    assert [1, 2] == [node.get("n") for node in jsonld.articles(nodes)]


def test_article_of_another_headline_is_another_story() -> None:
    nodes = read(
        '{"@type":"NewsArticle","headline":"Other","n":1}',
        '{"@type":"NewsArticle","headline":"Ours","n":2}',
    )

    found = jsonld.articles(nodes, titles=frozenset({"ours"}))

    assert [2] == [node.get("n") for node in found]
    assert [1, 2] == [node.get("n") for node in jsonld.articles(nodes)]


def test_author_that_is_named_elsewhere_in_the_graph_is_found() -> None:
    nodes = read(
        '{"@graph":[{"@type":"Article","author":{"@id":"#p"}},'
        '{"@type":"Person","@id":"#p","name":"Jane Doe"}]}'
    )

    found = jsonld.resolved(nodes[0].get("author"), nodes)

    assert [{"@type": "Person", "@id": "#p", "name": "Jane Doe"}] == list(found)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("  a \n b ", "a b"),
        (["a", "b"], "a"),
        ({"@value": "a"}, "a"),
        (7, ""),
        (None, ""),
        ([], ""),
        ("a\u202eb\x00c\u200b", "abc"),
        ("x" * 100_000, "x" * 4_000),
    ],
)
def test_value_is_a_short_visible_text(value: object, expected: str) -> None:
    assert expected == jsonld.text(value)


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 50_000 + "1" + "}" * 50_000,
        '{"@graph":' * 2_000 + "[]" + "}" * 2_000,
        json.dumps([[{"@type": "NewsArticle"}] * 1_000] * 1_000),
        '{"a":"' + "\\\\u0000" * 200_000 + '"}',
        '"datePublished":"' * 60_000,
    ],
    ids=range(6),
)
def test_page_made_to_harm_is_read_in_bounds(script: str) -> None:
    found = read(script)

    assert len(found) <= 100
    assert len(jsonld.articles(found)) <= 100


def test_dates_in_the_state_of_a_script_are_listed_once_each() -> None:
    page = etree.HTML(
        r'<p>x<script>a={"datePublished":"2021-12-13"}</script>'
        r'<script>push("{\"datePublished\":\"2021-12-13\",\\\"datePublished\\\":\\\"2020-01-02\\\"}")'
        r"</script>"
    )

    assert ("2021-12-13", "2020-01-02") == jsonld.read(page)[1]

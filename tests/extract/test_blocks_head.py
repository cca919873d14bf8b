from __future__ import annotations

import pytest

from generator.extract import blocks_head
from generator.extract.blocks_head import Head
from generator.model import Capture


def head(text: str, *, kind: str = "html") -> Head:
    return blocks_head.read(Capture(raw="a", sha256="", format=kind, encoding="utf-8", text=text))


def test_a_page_says_what_it_is() -> None:
    found = head(
        '<html lang="vi-VN"><title> Tít &amp;\n thêm - VOV </title>'
        '<link rel="alternate" href="/x"><link rel="Canonical" href="https://vov.vn/a b">'
        '<meta property="og:Title" content=" Tít  "><meta name="author" content="">'
        '<meta itemprop="datePublished" content="2021-12-13"><meta charset="utf-8">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tít"}</script>'
    )

    expected = Head(
        title="Tít & thêm - VOV",
        canonical="https://vov.vn/a%20b",
        base="https://vov.vn/a%20b",
        lang="vi-VN",
        meta=(("og:title", "Tít"), ("datepublished", "2021-12-13")),
        jsonld=({"@type": "NewsArticle", "headline": "Tít"},),
    )
    assert expected == found
    assert "Tít" == found.first("twitter:title", "og:title")
    assert "" == found.first("author")


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ('<base href="/m/"><link rel=canonical href="https://a.vn/b">', "https://a.vn/m/"),
        ('<base href="https://c.vn/">', "https://c.vn/"),
        ('<meta property="og:url" content="https://a.vn/b">', "https://a.vn/b"),
        ("<!-- saved from url=(0020)https://a.vn/b/c.html --><p>x", "https://a.vn/b/c.html"),
        ('<link rel=canonical href="/chi-tuong-doi"><p>x', ""),
        ('<link rel=canonical href="javascript:1"><p>x', ""),
        ("<p>x", ""),
    ],
)
def test_links_are_read_against_the_best_address_there_is(text: str, base: str) -> None:
    assert base == head(text).base


@pytest.mark.parametrize(
    ("script", "count"),
    [
        ('{"a": 1}', 1),
        ('[{"a": 1}, [{"b": 2}]]', 2),
        ('{"@context": "x", "@graph": [{"a": 1}, {"b": 2}]}', 2),
        ('<!-- {"a": 1} -->', 1),
        ('//<![CDATA[\n{"a": 1}\n//]]>', 1),
        ('{"a": [1, 2,], }', 1),
        ('{"a": "hai\ndòng"};', 1),
        ('{"a": ', 0),
        ("[" * 200_000, 0),
        (" " * 500_000 + "x", 0),
        ('[1, "x", null]', 0),
        ("1" * 5_000, 0),
        ("[" + ",".join(['{"a": 1}'] * 500) + "]", 100),
    ],
    ids=range(13),
)
def test_json_ld_is_read_as_outlets_write_it(script: str, count: int) -> None:
    found = head(f'<script type="application/ld+json">{script}</script><p>x').jsonld

    assert count == len(found)


def test_a_text_has_no_head() -> None:
    assert Head() == head("<title>x</title>", kind="text")
    assert Head() == head("")

"""Two sites are told apart by what they say, and not by how they write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.likeness import Difference, compare, pages

ADDRESS = "https://archive.example/"
PAGE = """<!doctype html><html lang="vi"><head><title>Tin</title>
<meta name="description" content="Lời">
<meta name="robots" content="noindex">
<meta property="og:url" content="https://archive.example/a/">
<meta name="DC.title" content="Tin">
<link rel="canonical" href="https://archive.example/a/">
<link rel="alternate " hreflang="en" href="https://archive.example/en/a/">
<link rel="alternate " type="application/rss+xml" title="Tin" href="../rss.xml">
<link rel="stylesheet" href="main.1.css">
<script type="application/ld+json">{"@id": "a", "name": "Tin \\u1edf"}</script>
</head><body><script>var a;</script><p>Một <a href="../b/">hai</a> ba.</p>
<img src="h.jpg"></body></html>"""


def told(changed: str, page: str = PAGE) -> list[tuple[str, str, str]]:
    found = pages(page.encode(), changed.encode(), path="a/index.html", address=ADDRESS)
    return [(one.kind, one.expected, one.actual) for one in found]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://archive.example/a/", "https:&#x2f;&#x2f;archive.example&#x2f;a&#x2f;"),
        ('href="../b/"', 'href=".&#x2f;..&#x2f;b&#x2f;"'),
        ('"../rss.xml"', '"https://archive.example/rss.xml"'),
        ('{"@id": "a", "name": "Tin \\u1edf"}', '{"name":"Tin ở","@id":"a"}'),
        ("main.1.css", "other.css"),
        ("var a;", "var b;"),
        ("<p>Một <a", "<p>\n  Một\n  <a"),
    ],
)
def test_another_way_of_writing_is_no_difference(before: str, after: str) -> None:
    assert before in PAGE
    assert [] == told(PAGE.replace(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('lang="vi"', 'lang="en"', [("language", "vi", "en")]),
        ("<title>Tin", "<title>Bài", [("title", "Tin", "Bài")]),
        ('"Lời"', '"Câu"', [("description", "description: Lời", "description: Câu")]),
        ("noindex", "none", [("robots", "robots: noindex", "robots: none")]),
        (
            'canonical" href="https://archive.example/a/"',
            'canonical" href="https://archive.example/b/"',
            [("canonical", "https://archive.example/a/", "https://archive.example/b/")],
        ),
        (
            'hreflang="en"',
            'hreflang="fr"',
            [
                (
                    "hreflang",
                    "en: https://archive.example/en/a/",
                    "fr: https://archive.example/en/a/",
                )
            ],
        ),
        (
            "../rss.xml",
            "rss.xml",
            [
                (
                    "feeds",
                    "application/rss+xml: https://archive.example/rss.xml: Tin",
                    "application/rss+xml: https://archive.example/a/rss.xml: Tin",
                )
            ],
        ),
        ("og:url", "og:uri", [("Open Graph", f"og:url: {ADDRESS}a/", f"og:uri: {ADDRESS}a/")]),
        ("DC.title", "DC.creator", [("Dublin Core", "DC.title: Tin", "DC.creator: Tin")]),
        (
            '"@id": "a"',
            '"@id": "b"',
            [("JSON-LD", '{"@id": "a", "name": "Tin ở"}', '{"@id": "b", "name": "Tin ở"}')],
        ),
        ("../b/", "../c/", [("links", f"{ADDRESS}b/", f"{ADDRESS}c/")]),
        ("h.jpg", "i.jpg", [("pictures", f"{ADDRESS}a/h.jpg", f"{ADDRESS}a/i.jpg")]),
        ("Một ", "Một câu ", [("visible text", "", "câu")]),
        ("ba.", "", [("visible text", "ba.", "")]),
    ],
)
def test_another_fact_is_a_difference(
    before: str, after: str, expected: list[tuple[str, str, str]]
) -> None:
    assert before in PAGE
    assert expected == told(PAGE.replace(before, after))


def test_facts_in_another_order_are_a_difference() -> None:
    two = '<link rel="license" href="/a"><link rel="license" href="/b"></head>'
    page = PAGE.replace("</head>", two)
    turned = page.replace('"/a"', '"/c"').replace('"/b"', '"/a"').replace('"/c"', '"/b"')

    assert [("license", f"{ADDRESS}a · {ADDRESS}b", f"{ADDRESS}b · {ADDRESS}a")] == told(
        turned, page
    )


def test_files_are_compared_in_order_of_path(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    for site in (before, after):
        (site / "assets/javascripts").mkdir(parents=True)
        (site / "assets/javascripts" / f"{site.name}.js").write_text("")
        (site / "a.xml").write_text('<a b="1"/>' if site is before else "<a b='&#49;'></a>")
        (site / "b.xml").write_text("<a/>" if site is before else "<b/>")
        (site / "c.xml").write_text("<a/>" if site is before else "<a")
        (site / "d.csv").write_text(site.name)
    (before / "z.html").write_text(PAGE)
    (after / "y.txt").write_text("")

    assert [
        Difference(kind="other files", path="b.xml", expected="bytes", actual="other bytes"),
        Difference(kind="other files", path="c.xml", expected="bytes", actual="other bytes"),
        Difference(kind="other files", path="d.csv", expected="bytes", actual="other bytes"),
        Difference(kind="other files", path="y.txt", expected="", actual="there"),
        Difference(kind="pages", path="z.html", expected="there", actual=""),
    ] == list(compare(before, after, address=ADDRESS))

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract import blocks, blocks_links
from generator.extract.blocks_text import visible
from generator.model import Block, BlockKind, Capture, Inline

PAGES = Path(__file__).parent / "blocks"


def page(text: str) -> Capture:
    return Capture(raw="a.html", sha256="", format="html", encoding="utf-8", text=text)


def read(text: str) -> tuple[Block, ...]:
    return blocks.read(page(text))


def marks(run: Inline) -> list[str]:
    """What sets a run apart."""
    names = [name for name in ("strong", "em", "br", "code") if getattr(run, name)]
    return [*names, run.href] if run.href else names


def written(block: Block) -> str:
    """A block on one line, as the golden files have it: only what is not the default."""
    level = str(block.level) if block.level else ""
    number = f" number={block.number}" if block.number else ""
    article = f" article={block.article}" if block.article else ""
    ordered = " ordered" if block.ordered else ""
    group = f" group={block.group}" if block.group else ""
    density = f" links={block.link_density:.2f}" if block.link_density else ""
    parts = [
        f"{block.n} {block.kind}{level}{ordered}{number}{group}{article}{density}: {block.text}"
    ]
    parts += [f"    row: {' | '.join(row)}" for row in block.rows]
    parts += [
        f"    cell: {run.text!r} {' '.join(marks(run))}".rstrip()
        for row in block.cells
        for cell in row
        for run in cell
    ]
    if block.image:
        size = f" {block.image.width}x{block.image.height}" if block.image.width else ""
        parts.append(f"    image: {block.image.url}{size} alt={block.image.alt!r}")
    if block.inlines:
        parts += [f"    {run.text!r} {' '.join(marks(run))}".rstrip() for run in block.inlines]
    return "\n".join(parts)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_a_page_becomes_its_blocks(path: Path) -> None:
    expected = path.with_suffix(".blocks").read_text(encoding="utf-8")

    found = read(path.read_text(encoding="utf-8"))

    assert expected == "".join(f"{written(block)}\n" for block in found)


def test_a_path_ends_where_all_of_the_text_is() -> None:
    found = read(
        '<body class="a b" id="c"><div class="meta"><span class="author">PV</span></div>'
        '<p class="x">Một <b>hai</b></p><div><a><span>ba</span></a><a>bốn</a></div>'
    )

    expected = [
        ("body.a.b#c", "div.meta", "span.author"),
        ("body.a.b#c", "p.x"),
        ("body.a.b#c", "div"),
    ]
    assert expected == [block.path for block in found]


def test_without_an_address_of_its_own_a_page_has_no_relative_links() -> None:
    (block,) = read('<p><a href="/a">một</a> <a href="https://b.vn/c">hai</a></p>')

    assert ["", "https://b.vn/c"] == [run.href for run in block.inlines if run.text.strip()]
    assert 0.85 < block.link_density < 0.9


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        (" /a\n/b ", "https://x.vn/a/b"),
        ("?p=1", "https://x.vn/m/bai?p=1"),
        ("HTTP://Y.vn/", "http://Y.vn/"),
        ("//y.vn/a", "https://y.vn/a"),
        ("a b.html", "https://x.vn/m/a%20b.html"),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("/a/../b", "https://x.vn/b"),
        ("https://y.vn/../b?c=é", "https://y.vn/../b?c=é"),
        ("/" + "a" * 3000 + "!", "https://x.vn/" + "a" * 3000 + "!"),
        ("http://[", ""),
        ("http://", ""),
        ("#x", ""),
        ("", ""),
        (None, ""),
        ("/" * 5000, ""),
    ],
)
def test_an_address_is_absolute_or_nothing(href: str | None, expected: str) -> None:
    assert expected == blocks_links.absolute(href, "https://x.vn/m/bai")


@pytest.mark.parametrize("tag", ["div", "span", "b", "p", "table", "ul", "li", "a", "figure", "dl"])
def test_no_word_is_lost_however_deep_a_page_nests(tag: str) -> None:
    depth = 4_000

    found = read("<body>" + f"<{tag}>từ " * depth)

    assert depth == sum(block.text.count("từ") for block in found)
    assert max(len(block.path) for block in found) <= 64


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "<!-- chỉ ghi chú -->",
        "<frameset><frame src=a></frameset>",
        "<p",
        "<![CDATA[",
        "\x00",
        '<?xml version="1.0" encoding="utf-16"?>',
        "</p>" * 1000,
        "<table><tr><td>" * 3000,
        "<div hidden>" * 3000 + "x",
        '<script type="application/ld+json">' + "[" * 100_000,
    ],
)
def test_a_page_that_shows_nothing_has_no_blocks(text: str) -> None:
    assert () == tuple(block for block in read(text) if block.text != "x")


def test_spans_that_were_made_to_harm_do_not_grow_a_table() -> None:
    found = read(
        "<table>"
        + "<tr><td colspan=999 rowspan=999>a</td><td colspan=99999>b</td></tr>" * 500
        + "</table>"
    )

    (table,) = found
    assert BlockKind.TABLE is table.kind
    assert 500 == table.text.count("a")
    assert max(map(len, table.rows)) <= 52


_TAGS = "p div span b i a li ul ol table tr td th caption h2 blockquote figure figcaption pre"
TAGS = _TAGS.split()
pieces = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["<br>", "<hr>", "<img src=a.png alt=h>", "<!-- c -->", "&amp;", " ", "\n"]),
    st.sampled_from(['<a href="/x">', '<p class="caption">', "<td colspan=3>", "<td rowspan=2>"]),
    st.from_regex(r"[a-zăđ]{1,5}", fullmatch=True),
)


@settings(max_examples=250, deadline=None)
@given(st.lists(pieces, max_size=40))
def test_every_word_of_a_page_is_in_one_block_and_in_order(parts: list[str]) -> None:
    words = "".join(part for part in parts if not part.startswith("<"))
    expected = "".join(words.replace("&amp;", "&").split())

    found = read(f"<body><p>{''.join(parts)}</p></body>")

    texts = [block.text for block in found if block.kind is not BlockKind.IMAGE]
    assert sorted(expected) == sorted("".join("".join(texts).split()))
    for block in found:
        assert block.text == visible(block.text)
        if block.inlines:
            assert block.text == "".join(run.text for run in block.inlines)
        assert 0 <= block.link_density <= 1
    assert [*range(1, len(found) + 1)] == [block.n for block in found]


def test_the_path_of_what_is_embedded_ends_with_its_element_at_any_depth() -> None:
    embedded = '<iframe class="e" src="https://y.vn/"></iframe>'

    (shallow,), (deep,) = read(f"<div>{embedded}</div>"), read("<div>" * 99 + embedded)

    assert ("body", "div", "iframe.e") == shallow.path
    assert (64, "iframe.e") == (len(deep.path), deep.path[-1])


def test_a_picture_without_an_address_is_known_by_its_name_or_not_at_all() -> None:
    found = read(
        '<img src="/anh/h%C3%ACnh-1.jpg?w=2"><img src="data:image/gif;base64,R0lG/x.gif">'
        '<img src="a.gif" width="1">'
    )

    (block,) = found
    assert ("hình-1.jpg", "") == (block.text, block.image.url if block.image else None)
    assert block.image is not None
    assert "hình-1.jpg" == block.image.name

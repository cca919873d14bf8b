from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator import safe_markdown
from generator.extract import markdown
from generator.extract.blocks_text import visible
from generator.model import Block, BlockKind, Inline, Labelled, Role

_NASTY = (
    "1. |1) |١. |# |## |> |- |+ |* |** |_ |__ |` |``` |~~~ |--- |=== |*** || |\\ |\\\\ |< |<b> |"
    "</p> |<!-- |--> |<script>alert(1)</script> |<http://x.vn> |<a@b.vn> |& |&amp; |&lt; |&#106; |"
    "&copy |[ |] |[x](y) |](javascript:1) |![i](j.png) |! |[TOC] |[^1] |[^1]: n |[r]: http://x.vn |"
    "*[abbr]: x |{: .x} |{% x %} |{{ x }} |--8<-- |::: |!!! note |??? |:smile: |$x$ |^^ |~~ |== |"
    "++a++ |(c) |http://a.vn/_b_/*c* |a_b |_a |a_ ||---|---| |:--- |: x |    |\t|\n|\u00a0|\u200b|"
    "\u202e|\x02|\x03|\x00|klzzwxh:0000 |wzxhzdk:0 |e\u0301|Bộ Ngoại giao |năm 2021. |“trích” |"
    "👨‍👩‍👧 |中文|C#|#"
)
NASTY = _NASTY.split("|")
fragments = st.sampled_from([*NASTY, "|"]) | st.text(max_size=4)
texts = st.lists(fragments, max_size=8).map("".join)
addresses = st.sampled_from(
    ["", "", "https://a.vn/b_c?d=1&copy=2&lt;#e", "http://x.vn/a (b) [c]", "mailto:a@b.vn", "/tin/",
     "javascript:alert(1)", "java\nscript:1", "data:text/html,x", "a|b\\`*", "https://a.vn/\"'<>{}"]
)  # fmt: skip
marks = st.booleans()
runs = st.builds(Inline, text=texts, href=addresses, strong=marks, em=marks, br=marks, code=marks)
codes = st.builds(Inline, text=texts, br=st.just(True), code=st.just(True))
forms = st.sampled_from(
    [
        (Role.BODY, BlockKind.PARAGRAPH),
        (Role.DECK, BlockKind.PARAGRAPH),
        (Role.BODY, BlockKind.LIST_ITEM),
        (Role.LIST, BlockKind.LIST_ITEM),
        (Role.LIST, BlockKind.PARAGRAPH),
        (Role.QUOTE, BlockKind.PARAGRAPH),
        (Role.QUOTE, BlockKind.QUOTE),
        (Role.SUBHEADING, BlockKind.HEADING),
        (Role.SUBHEADING, BlockKind.PARAGRAPH),
        (Role.TABLE, BlockKind.TABLE),
        (Role.TEASER, BlockKind.PARAGRAPH),
    ]
)


@st.composite
def labelled_blocks(draw: st.DrawFn) -> tuple[Labelled, ...]:
    """A whole capture, of nothing but awkward blocks."""
    return tuple(_labelled(draw, n) for n in range(1, draw(st.integers(1, 6)) + 1))


def _labelled(draw: st.DrawFn, n: int) -> Labelled:
    role, kind = draw(forms)
    rows: list[list[str]] = []
    cells: list[list[list[Inline]]] = []
    if kind is BlockKind.TABLE:
        cells = draw(st.lists(st.lists(st.lists(runs, max_size=2), max_size=3), max_size=3))
        rows = [[visible(_joined(cell)) for cell in row] for row in cells]
        inlines = [Inline(text=" ".join(cell for row in rows for cell in row))]
    else:
        inlines = draw(st.lists(runs, min_size=1, max_size=4) | st.lists(codes, min_size=1))
    if not any(any(row) for row in rows):
        rows = []
    marked = bool(rows) and draw(st.booleans())
    return Labelled(
        block=Block(
            n=n,
            text=visible(_joined(inlines)),
            kind=kind,
            level=0 if kind is BlockKind.PARAGRAPH else draw(st.integers(1, 6)),
            ordered=draw(st.booleans()),
            number=draw(st.integers(0, 20)),
            group=draw(st.integers(0, 2)),
            inlines=tuple(inlines),
            rows=tuple(map(tuple, rows)),
            cells=tuple(tuple(map(tuple, row)) for row in cells) if marked else (),
        ),
        role=role,
        rule="test",
    )


def _joined(inlines: Sequence[Inline]) -> str:
    return "".join(run.text + (" " if run.br else "") for run in inlines)


class _Seen(HTMLParser):
    """What a browser would show of a piece of HTML, and what it is made of."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag in ("p", "li", "td", "th", "br", "h2", "h3", "h4", "h5", "h6"):
            self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


_MARKDOWN = Markdown(extensions=["toc", "tables", "fenced_code", "generator.safe_markdown"])


def render(text: str) -> _Seen:
    return _Seen(_MARKDOWN.reset().convert(text))


def words(text: str) -> str:
    """Text without its spaces: these are collapsed, and parted by elements, in many ways."""
    return "".join(unicodedata.normalize("NFC", visible(text)).split())


def expected_words(labelled: Sequence[Labelled]) -> str:
    parts = []
    for item in labelled:
        text = item.block.text
        if item.block.rows:
            text = " ".join(cell for row in item.block.rows for cell in row)
        if item.role is Role.LIST and item.block.kind is BlockKind.PARAGRAPH:
            text = re.sub(r"^[-–—+*•·▪■◦●○‣⁃]\s+(?=\S)", "", text)  # the marker shows as a bullet
        parts.append(words(text) if item.kept else "")
    return "".join(parts)


ALLOWED_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "a", "strong", "em", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "pre", "code"),
}


@settings(max_examples=300, deadline=None)
@given(labelled_blocks())
def test_what_is_written_renders_to_exactly_its_words(labelled: tuple[Labelled, ...]) -> None:
    seen = render(markdown.write(labelled))

    assert expected_words(labelled) == words(seen.text)
    assert set() == seen.tags - ALLOWED_TAGS
    assert set() == seen.attributes - {"href", "id", "rel", "start"}
    assert [] == [url for url in seen.addresses if not safe_markdown.may_link(url)]


@settings(max_examples=150, deadline=None)
@given(labelled_blocks())
def test_paragraphs_are_counted_as_they_stand_in_the_body(labelled: tuple[Labelled, ...]) -> None:
    body = markdown.write(labelled)
    counts = markdown.after(labelled)

    assert len(labelled) == len(counts)
    assert sorted(counts) == list(counts)
    assert 0 == counts[0]
    paragraphs = len(body.split("\n\n")) if body else 0
    assert counts[-1] in (paragraphs, paragraphs - 1)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_an_escaped_text_is_itself_at_the_start_of_a_line_and_in_a_cell(text: str) -> None:
    escaped = markdown.escape(text)
    in_cell = render(f"| a |\n| --- |\n| {escaped} |")

    assert visible(text) == visible(render(escaped).text)
    assert visible(f"a {text}") == visible(in_cell.text)
    assert "\n" not in escaped


@pytest.mark.parametrize(
    "prose",
    [
        "Chiều 21/10, đoàn đến thăm Thông tấn xã (TTXVN) ở Hà Nội - theo kế hoạch.",
        "HÀ NỘI (Sputnik) - Theo Bộ trưởng, kinh tế-xã hội tăng 6,5% + lãi; R&D, AT&T!",
        "“Một câu hỏi?” - ông nói: 'cầu nối', \"trung tâm\"; 1.150 điểm đến, 13.12.2021.",
        "13/12/2021 06:24 AM - 0 Trả lời",
        "https://www.mofa.gov.vn/vi/nr040807104143/ns210803192004?a=1&b=2#c_d",
        "2 > 1, #ngoaigiao, snake_case, ~5 triệu, = 3, a: b",
    ],
)
def test_ordinary_prose_is_written_as_it_is(prose: str) -> None:
    assert prose == markdown.escape(prose)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. Về kinh tế", "1\\. Về kinh tế"),
        ("1) Về kinh tế", "1\\) Về kinh tế"),
        ("- Thưa ông", "\\- Thưa ông"),
        ("+ Một là", "\\+ Một là"),
        ("# Không phải tít", "\\# Không phải tít"),
        ("> 5 triệu", "\\> 5 triệu"),
        ("---", "\\---"),
        ("- - -", "\\- - -"),
        ("===", "&#61;=="),
        ("~~~", "&#126;~~"),
        ("a * b", "a \\* b"),
        ("[x](y)", "\\[x\\](y)"),
        ("a | b", "a \\| b"),
        ("x < y", "x &lt; y"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("_nhấn_", "\\_nhấn\\_"),
        ("  hai\n dòng\u200b ", "hai dòng"),
    ],
)
def test_what_markdown_could_misread_is_escaped(text: str, written: str) -> None:
    assert written == markdown.escape(text)


def _block(text: str = "", **attributes: object) -> Block:
    attributes.setdefault("inlines", (Inline(text=text),))
    return Block(n=1, text=text, **attributes)  # type: ignore[arg-type]  # a test's shorthand


def _label(role: Role, block: Block) -> Labelled:
    return Labelled(block=block, role=role, rule="test")


def test_every_form_is_written_in_its_own_way() -> None:
    item = BlockKind.LIST_ITEM
    labelled = (
        _label(Role.HEADLINE, _block("Tít")),
        _label(Role.DECK, _block("Sapo")),
        _label(Role.CAPTION, _block("Chú thích")),
        _label(Role.SUBHEADING, _block("Mục C#", kind=BlockKind.HEADING, level=3)),
        _label(
            Role.BODY,
            _block(
                "Một hai ba bốn",
                inlines=(
                    Inline(text="Một "),
                    Inline(text="hai ", strong=True, br=True),
                    Inline(text="ba", href="https://vov.vn/a_b"),
                    Inline(text=" bốn", em=True),
                ),
            ),
        ),
        _label(Role.LIST, _block("một", kind=item, level=1, ordered=True, group=1)),
        _label(Role.LIST, _block("trong", kind=item, level=2, group=1)),
        _label(Role.LIST, _block("hai", kind=item, level=1, ordered=True, group=1)),
        _label(Role.AD, _block("Quảng cáo")),
        _label(Role.QUOTE, _block("trích", kind=BlockKind.QUOTE, group=2)),
        _label(Role.QUOTE, _block("dẫn", kind=BlockKind.QUOTE, group=2)),
        _label(Role.TABLE, _block("a b c", kind=BlockKind.TABLE, rows=(("a", "b"), ("c",)))),
    )

    spaces = "  "
    expected = f"""\
Sapo

### Mục C\\#

Một **hai**{spaces}
[ba](https://vov.vn/a_b) *bốn*

1. một
    - trong
2. hai

> trích
>
> dẫn

| a | b |
| --- | --- |
| c |  |
"""
    assert expected == markdown.write(labelled)
    assert (0, 0, 1, 1, 2, 3, 4, 4, 4, 4, 5, 5) == markdown.after(labelled)


def test_a_bullet_in_a_text_becomes_a_list_and_a_number_stays_a_word() -> None:
    labelled = (
        _label(Role.LIST, _block("- một")),
        _label(Role.LIST, _block("• hai")),
        _label(Role.LIST, _block("3. ba")),
    )

    assert "- một\n- hai\n\n3\\. ba\n" == markdown.write(labelled)


def test_a_link_after_an_exclamation_mark_is_no_picture() -> None:
    runs = (Inline(text="Xem!"), Inline(text="ảnh", href="https://vov.vn/1.jpg"))

    written = markdown.write([_label(Role.BODY, _block("Xem!ảnh", inlines=runs))])

    assert "Xem\\![ảnh](https://vov.vn/1.jpg)\n" == written


def test_a_table_wider_than_a_page_becomes_lines() -> None:
    rows = (tuple(f"ô{n}" for n in range(60)), ("x", "y"))
    table = _block("ô", kind=BlockKind.TABLE, rows=rows)

    written = markdown.write([_label(Role.TABLE, table)])

    assert f"{' '.join(rows[0])}  \nx y\n" == written


def test_nothing_kept_is_an_empty_body() -> None:
    assert "" == markdown.write([_label(Role.TEASER, _block("Tin khác"))])


def test_a_list_keeps_the_numbers_that_its_page_shows() -> None:
    item = BlockKind.LIST_ITEM
    labelled = [
        _label(Role.LIST, _block("bốn", kind=item, level=1, ordered=True, number=4, group=1)),
        _label(Role.LIST, _block("năm", kind=item, level=1, ordered=True, number=5, group=1)),
    ]

    written = markdown.write(labelled)

    assert "4. bốn\n5. năm\n" == written
    assert "start" in render(written).attributes


def test_cells_keep_links_and_bold_type() -> None:
    link = Inline(text="bộ | cục", href="https://a.example/?a|b")
    table = _block(
        "Nước Nguồn Lào bộ | cục",
        kind=BlockKind.TABLE,
        rows=(("Nước", "Nguồn"), ("Lào", "bộ | cục")),
        cells=(((), ()), ((Inline(text="Lào", strong=True),), (link,))),
    )

    written = markdown.write([_label(Role.TABLE, table)])

    expected = """\
| Nước | Nguồn |
| --- | --- |
| **Lào** | [bộ \\| cục](https://a.example/?a%7Cb) |
"""
    assert expected == written


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        (("gõ ", ("archive build",), " rồi chờ"), "gõ `archive build` rồi chờ\n"),
        (("gõ ", ("a|b",)), "gõ a\\|b\n"),
        (("gõ ", ("`a`",)), "gõ \\`a\\`\n"),
    ],
)
def test_code_is_marked_where_nothing_in_it_needs_escaping(
    runs: tuple[str | tuple[str], ...], written: str
) -> None:
    inlines = tuple(
        Inline(text=run) if isinstance(run, str) else Inline(text=run[0], code=True) for run in runs
    )
    block = _block("".join(run.text for run in inlines), inlines=inlines)

    assert written == markdown.write([_label(Role.BODY, block)])


def test_lines_of_code_keep_their_spaces() -> None:
    lines = ("for x in y:", "    print('<b>')", "", "done")
    inlines = tuple(Inline(text=line, br=True, code=True) for line in lines)
    block = _block("for x in y: print('<b>') done", inlines=inlines)

    written = markdown.write([_label(Role.BODY, block)])

    assert "```\nfor x in y:\n    print('<b>')\ndone\n```\n" == written
    assert "for x in y:\n    print('<b>')\ndone" == render(written).text.strip()

from __future__ import annotations

import html
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator import safe_markdown

NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<style>",
    "</style>",
    "<iframe src=//x.vn>",
    "<base href=//x.vn>",
    "<meta http-equiv=refresh content=0>",
    "<form action=//x.vn>",
    "<!--",
    "-->",
    "<?php",
    "?>",
    "<![CDATA[",
    "]]>",
    "<div>",
    "</div>",
    "<a href=javascript:1>",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "&#x3c;b&#x3e;",
    "&",
    "&amp;",
    "[x](javascript:alert(1))",
    "[x](java\nscript:1)",
    "[x](&#106;avascript:1)",
    "[x](<java\tscript:1>)",
    "[x](java&Tab;script&colon;1)",
    "[x](vbscript:1)",
    "[x](data:text/html,1)",
    "![x](data:image/svg+xml,1)",
    "![x](http://x.vn/a.png)",
    "![x](//x.vn/a.png)",
    "![x](\\\\x.vn/a.png)",
    "![x](/\\x.vn/a.png)",
    '![x](a.png "t\' onerror=1")',
    '[x](https://x.vn "t\\" onclick=1")',
    "[x]: javascript:1",
    "[x]",
    "[x][x]",
    "![x][x]",
    "<javascript:1>",
    "<http://x.vn>",
    "<a@x.vn>",
    "{: onclick=alert(1) style=x}",
    "{#id}",
    "```",
    "~~~",
    "``` {.py onclick=1 #id}",
    "``` html",
    "`",
    "``",
    "# ",
    "\n\n",
    "\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "| a | b |\n| :- | -: |\n",
    "|",
    "[TOC]",
    "*",
    "**",
    "_",
    "\\",
    "](",
    ")",
    "[",
    "(",
    '"',
    "'",
    "javascript:",
    "\x02",
    "\x03",
    "\x00",
    "klzzwxh:0000",
    "wzxhzdk:0",
    "Bộ Ngoại giao",
    "***",
    "---",
    "onclick=1",
    "style=x",
    "</p>",
    "</code></pre>",
    "--8<--",
    "=",
    "JaVaScRiPt:1",
]
documents = st.lists(st.sampled_from(NASTY) | st.text(max_size=3), max_size=14).map("".join)
_MARKDOWN = Markdown(extensions=["toc", "tables", "fenced_code", "generator.safe_markdown"])


def render(text: str) -> str:
    return _MARKDOWN.reset().convert(text)


def shown(text: str) -> str:
    return BeautifulSoup(render(text), "lxml").get_text()


@settings(max_examples=500, deadline=None)
@given(documents)
def test_nothing_in_a_text_runs_or_loads_or_leads_astray(text: str) -> None:
    soup = BeautifulSoup(render(text), "html.parser")

    for element in soup.find_all(True):
        assert element.name in safe_markdown.ELEMENTS
        assert set() == set(element.attrs) - safe_markdown.ATTRIBUTES
        for name in ("href", "src"):
            # As a browser reads it: entities are decoded by the parser, and these are dropped.
            address = re.sub(r"[\x00-\x20]", "", str(element.get(name, ""))).lower()
            assert not address.startswith(("javascript:", "vbscript:", "data:", "ftp:"))
            assert name == "href" or not address.replace("\\", "/").startswith(("http", "//"))
    assert not soup.find_all(string=lambda text: type(text).__name__ != "NavigableString")


@settings(max_examples=150, deadline=None)
@given(st.lists(documents, max_size=4))
def test_one_instance_renders_every_document_as_a_new_one_would(texts: list[str]) -> None:
    extensions = ["generator.safe_markdown", "toc", "tables", "fenced_code"]

    for text in texts:
        assert Markdown(extensions=extensions).convert(text) == render(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "trước <b onclick=x>đậm</b> sau",
        "<!-- ẩn -->",
        "<?php echo 1 ?>",
        "<![CDATA[ x ]]>",
        "<div>\nđoạn\n</div>",
        "{: onclick=alert(1) }",
    ],
)
def test_raw_html_is_shown_as_the_text_it_is(text: str) -> None:
    assert text == shown(text).strip()


def test_a_heading_of_html_stays_text_in_the_table_of_contents() -> None:
    render("## A <img src=x onerror=1>")

    assert "A &lt;img src=x onerror=1&gt;" == _MARKDOWN.toc_tokens[0]["name"]  # type: ignore[attr-defined]  # set by toc


@pytest.mark.parametrize(
    "address",
    [
        "javascript:1",
        "JAVASCRIPT:1",
        "java\tscript:1",
        "\x01javascript:1",
        "&#106;avascript:1",
        "&#x6A;avascript:1",
        "&#0000106avascript:1",
        "javascript&colon;1",
        "java&NewLine;script:1",
        "java\u00adscript:1",
        "vbscript:1",
        "data:text/html,1",
        "file:///etc/passwd",
        "blob:x",
        "ftp://x.vn",
        ":x",
    ],
)
def test_a_dangerous_address_is_seen_through(address: str) -> None:
    assert not safe_markdown.may_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://vov.vn/a?b=1:2",
        "HTTP://vov.vn",
        "//vov.vn/a",
        "mailto:a@vov.vn",
        "tel:+84-24",
        "../2021/vi.md",
        "/2021/12/13/a/",
        "#muc-1",
        "?q=a:b",
        "",
    ],
)
def test_a_harmless_address_is_let_through(address: str) -> None:
    assert safe_markdown.may_link(address)


def test_a_bad_link_becomes_its_text() -> None:
    assert "<p><span>bấm</span></p>" == render("[bấm](javascript:alert(1))")


def test_a_link_to_another_host_does_not_tell_it_who_reads() -> None:
    html_text = render('[a](https://vov.vn "t") [b](../x/) <https://vov.vn>')

    assert 2 == html_text.count('rel="noopener noreferrer"')
    assert '<a href="../x/">b</a>' in html_text


def test_a_picture_from_elsewhere_becomes_a_link_to_it() -> None:
    expected = '<p><a href="https://x.vn/a.png" rel="noopener noreferrer">Ảnh</a></p>'

    assert expected == render("![Ảnh](https://x.vn/a.png)")
    assert '<p><img alt="Ảnh" loading="lazy" src="hinh-1.jpg" /></p>' == render(
        "![Ảnh](hinh-1.jpg)"
    )


def test_a_picture_has_the_size_that_its_address_says() -> None:
    found = BeautifulSoup(render("![Ảnh](hinh-1.jpg#800x600)"), "html.parser").img

    assert found
    assert {
        "alt": "Ảnh",
        "src": "hinh-1.jpg",
        "width": "800",
        "height": "600",
        "loading": "lazy",
    } == found.attrs


@pytest.mark.parametrize("size", ["0x0", "800", "800x", "8e9x1", "999999x1", "-1x1", "1x1#2x2"])
def test_what_is_no_size_stays_part_of_the_address(size: str) -> None:
    found = BeautifulSoup(render(f"![](hinh-1.jpg#{size})"), "html.parser").img

    assert found
    assert f"hinh-1.jpg#{size}" == found["src"]
    assert "width" not in found.attrs


def test_a_code_fence_takes_a_language_and_no_attribute() -> None:
    expected = '<pre><code class="language-py">&lt;b&gt;\n</code></pre>'

    assert expected == render("``` {.py #main onclick=1 .x}\n<b>\n```")


def test_attribute_lists_are_text_even_where_another_extension_reads_them() -> None:
    converted = Markdown(extensions=["generator.safe_markdown", "attr_list"]).convert(
        "Đoạn\n{: onclick=alert(1) }"
    )

    assert "<p>Đoạn\n{: onclick=alert(1) }</p>" == converted


def test_columns_are_aligned_without_a_style() -> None:
    converted = render("| a | b |\n| :- | -: |\n| c | d |")

    assert '<td align="right">d</td>' in converted
    assert "style" not in converted


def test_ordinary_markdown_is_rendered_as_ever() -> None:
    text = (
        '# Tít\n\nMột **hai** *ba* `mã` [bốn](../x/ "năm") AT&T &copy; 1 < 2\n\n> trích\n\n1. a\n'
    )
    plain = Markdown(extensions=["toc", "tables", "fenced_code"]).convert(text)

    assert plain == render(text)
    assert "AT&T © 1 < 2" in html.unescape(plain)


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "![" * 10_000, "[a](" * 5_000, "[a][" * 5_000, "[" * 9_000 + "a" + "]" * 9_000],
)
def test_brackets_that_would_take_minutes_are_words(text: str) -> None:
    assert text == shown(text).strip()


def test_words_that_cost_too_much_lose_their_escapes_and_nothing_else() -> None:
    text = r"\[\*a\* &lt;b&gt; " * 3_000

    assert ("[*a* <b> " * 3_000).strip() == shown(text).strip()


def test_links_that_cost_too_much_are_words() -> None:
    text = "[a](../x/) " * 10_000

    assert text.strip() == shown(text).strip()
    assert 0 == render(text).count("<a href")


def test_links_of_a_long_speech_are_links() -> None:
    paragraph = "[bốn](../x/) " + "lời " * 1_000

    assert 100 == render(f"{paragraph}\n\n" * 100).count("<a href")


@pytest.mark.parametrize(
    "text",
    [
        "- " * 20_000 + "sâu",
        "1. " * 20_000 + "sâu",
        "> - " * 10_000 + "sâu",
        "> " * 20_000 + "sâu",
        "".join(f"{'    ' * depth}- cấp\n" for depth in range(500)) + "sâu",
        "> " + " " * 20_000 + "- sâu",
    ],
)
def test_nesting_ends_before_python_s_stack_does(text: str) -> None:
    assert "sâu" in shown(text)


@pytest.mark.parametrize("line", ["- " * 60 + "-", "* " * 60 + "*", "chữ " * 60, "- " * 40 + "a"])
def test_long_lines_are_rendered_as_ever(line: str) -> None:
    plain = Markdown(extensions=["toc", "tables", "fenced_code"]).convert(line)

    assert plain == render(line)


def test_head_of_a_table_does_not_fill_rows_that_nobody_wrote() -> None:
    wide = "|".join("a" * 100) + "\n" + "|".join("-" * 100) + "\n" + "b\n" * 1_000
    fair = "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 1_000

    assert 0 == render(wide).count("<td")
    assert 2_000 == render(fair).count("<td")


@pytest.mark.parametrize("line", ["# Tít", "Tít\n==="])
def test_every_heading_of_a_long_block_is_one(line: str) -> None:
    assert 2_000 == render(f"{line}\n" * 2_000).count("<h1")


def test_a_picture_with_a_title_that_stands_alone_is_a_figure() -> None:
    converted = render('![Hội nghị](a.jpg#40x30;vi "Quang cảnh.")')
    figure = BeautifulSoup(converted, "html.parser").figure

    assert figure is not None
    assert ["img", "figcaption"] == [one.name for one in figure.find_all(recursive=False)]
    assert {
        "alt": "Hội nghị",
        "height": "30",
        "loading": "lazy",
        "src": "a.jpg",
        "width": "40",
    } == (figure.img and figure.img.attrs)
    assert '<span class="figure__caption" lang="vi">Quang cảnh.</span>' in converted
    assert "<p>" not in converted


def test_of_a_figure_from_elsewhere_the_caption_stands_with_a_link() -> None:
    converted = render('![Ảnh gốc](https://bao.example/a.jpg#;en "A view.")')

    assert "<img" not in converted
    assert '<span class="figure__caption" lang="en">A view.</span>' in converted
    assert 'href="https://bao.example/a.jpg"' in converted


@pytest.mark.parametrize(
    "text",
    [
        "![a](a.jpg)",
        'Lời ![a](a.jpg "b")',
        '![a](a.jpg "b") lời',
        '![a](a.jpg "b")\n![c](c.jpg "d")',
        '- ![a](a.jpg "b")',
        '![a](a.jpg " ")',
    ],
)
def test_other_pictures_are_no_figures(text: str) -> None:
    assert "<figure" not in render(text)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:image/svg+xml,x", "about:blank", "//x.vn/a.png"]
)
def test_a_figure_fetches_nothing_from_elsewhere(address: str) -> None:
    figure = BeautifulSoup(render(f'![a]({address} "<b>b</b>")'), "html.parser").figure

    assert figure is not None
    assert [] == figure.select("img, b")
    assert {None, "//x.vn/a.png"} >= {link.get("href") for link in figure.select("a")}

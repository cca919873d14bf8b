"""Bodies come out as MkDocs renders them, whichever way they take."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.press import private
from generator.press.prose_markdown import Renderer
from tests.conftest import REPOSITORY

CONFIG = load_config(str(REPOSITORY / "mkdocs.yml"))

PIECES = [
    *("Việt Nam", "Đ", "é", "e\u0301", "2021", "a", "_", "°", "€", "“x”", "'q'", '"t"', "(c)", "/"),
    *(".", "…", ",", ";", "?", "–", "— ", "..."),
    *(" ", "  ", "\n", "\n\n", "\n\n\n", "\t", "\r", "\u2028", "\x0b", "\xa0", "\u200b", "\ue000"),
    *("- ", "-\n", "--", "--\n", "+ ", "* ", "1. ", "2021. ", "1) ", "# ", "=", "> ", ": ", "| "),
    *("\\", "\\.", "\\-", "\\>", "\\[", "\\]", "\\#", "1\\. ", "\\*", "\\!", "\\\\", "\\_", "\\ "),
    *("[", "]", "![", "(", ")", "[x]", "[x]: /y", "](../b/index.md)", "[](../b/index.md)", "!"),
    *("[x](../b/index.md)", "[x](index.md)", "[x](../c.md)", "[ x](../b/index.md)", "[x](/b/)"),
    *("[x](../b/index.md#y)", "[x y](../b/index.md)", "[a \\(b\\)](../b/index.md)", "[x](a b.md)"),
    *("`", "~~", "%", "&", "&amp;", "<b>", "<", "{: #x }", "!!! note", "http://a.b", "a@b.c"),
]


def files() -> Files:
    return Files([File(f"{name}/index.md", "docs", "site", True) for name in "ab"])


def rendered(body: str, renderer: Renderer | None = None) -> tuple[object, ...]:
    """Content, headings, title and anchors of a body; as MkDocs renders it without a renderer."""
    found = files()
    page = Page(None, found.src_uris["a/index.md"], CONFIG)
    page.markdown = body
    if renderer is None:
        page.render(CONFIG, found)
        present = frozenset(page.present_anchor_ids or ())
        found_links = page.links_to_anchors or {}
        links = {file.src_uri: dict(found) for file, found in found_links.items()}
    else:
        anchors = renderer.render(page)
        present = anchors.present
        links = {path: dict(found) for path, found in anchors.links.items()}
    headings = [(one.title, one.url, one.level) for one in page.toc]
    return page.content, headings, page.title, present, links


RENDERER = Renderer(CONFIG, files())


@given(
    st.one_of(
        st.lists(st.sampled_from(PIECES)).map("".join),
        st.lists(st.lists(st.sampled_from(PIECES[:28])).map("".join)).map("\n\n".join),
        st.text(),
    )
)
def test_any_text_is_rendered_as_mkdocs_renders_it(body: str) -> None:
    assert rendered(body) == rendered(body, RENDERER)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n",
        "Một đoạn.\n\nHai “đoạn”, 2021.\n",
        "Tên [x y](../b/index.md) \\- \\> 3\\.",
        "2021 x",
        "– Thưa ông?\n— Vâng.\n\n… và hết.\n\n.x",
    ],
)
def test_plain_bodies_need_no_parser(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = rendered(body)
    renderer = Renderer(CONFIG, files())
    monkeypatch.setattr(private, "render", None)

    assert expected == rendered(body, renderer)


def test_bodies_of_the_demonstration_are_rendered_as_mkdocs_renders_them() -> None:
    for path in sorted((REPOSITORY / "content").rglob("*.md")):
        body = path.read_text(encoding="utf-8").partition("\n---\n")[2].lstrip("\n")

        assert rendered(body) == rendered(body, RENDERER), path


def test_unknown_extension_is_given_a_new_parser_for_each_page(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "site_name: x\nplugins: []\nmarkdown_extensions: [footnotes, abbr]\n", encoding="utf-8"
    )
    (tmp_path / "docs").mkdir()
    config: MkDocsConfig = load_config(str(path))
    renderer = Renderer(config, Files([]))
    contents = []
    for body in ("*[TTX]: Thông tấn\n\nTTX đưa[^1].\n\n[^1]: Chú.", "TTX đưa."):
        page = Page(None, File("a/index.md", "docs", "site", True), config)
        page.markdown = body
        renderer.render(page)
        contents.append(str(page.content))

    assert "<abbr" in contents[0]
    assert "<p>TTX đưa.</p>" == contents[1]

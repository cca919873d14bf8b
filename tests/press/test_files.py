"""Files that are no pages: staged for every engine; copies are put beside pages that stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from generator import settings
from generator.model import File, Page
from generator.press import build, engines, standing
from generator.press.stage import put_beside, stage


def staged(path: Path) -> dict[str, bytes]:
    """Path → bytes of all files in a folder."""
    return {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file()
    }


def test_files_are_staged_as_they_are(tmp_path: Path) -> None:
    file = File.of("topics/asean/rss.xml", "<rss>\r\nThế giới</rss>")

    problems = stage([], content=tmp_path / "content", docs=tmp_path / "docs", files=[file])

    assert () == problems
    assert {"topics/asean/rss.xml": "<rss>\r\nThế giới</rss>".encode()} == staged(tmp_path / "docs")


def test_a_file_that_is_gone_is_removed(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for files in ([File.of("rss.xml", "a"), File.of("b.txt", "b")], []):
        stage([], content=tmp_path, docs=docs, files=files)

    assert {} == staged(docs)


def test_a_page_is_never_written_over_by_a_file(tmp_path: Path) -> None:
    page = Page(path="rss.xml/index.md", meta={"title": "Tin"})
    file = File.of("rss.xml", "<rss/>")

    problems = stage([page], content=tmp_path, docs=tmp_path / "docs", files=[file])

    assert ["permalink-clash"] == [problem.code for problem in problems]
    assert ["rss.xml/index.md"] == list(staged(tmp_path / "docs"))


@pytest.mark.parametrize("path", ["../rss.xml", "/rss.xml", "a/../b.xml", ".hidden"])
def test_a_file_out_of_the_docs_folder_is_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a path below"):
        stage([], content=tmp_path, docs=tmp_path / "docs", files=[File.of(path, "")])


def test_copies_are_put_beside_pages_that_are_there_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<p>", encoding="utf-8")

    put_beside([File.of("a/index.md", "A"), File.of("b/index.md", "B")], tmp_path)

    assert {"a/index.html", "a/index.md"} == set(staged(tmp_path))


def test_a_built_site_has_feeds_exports_sitemaps_and_copies(small: Path) -> None:
    known = settings.load(small)
    findings = build.build(known)

    assert not standing.failed(findings), findings
    found = staged(known.site)
    names = {
        *("rss.xml", "atom.xml", "feed.json", "en/rss.xml", "feeds.opml", "llms.txt", "robots.txt"),
        *("data/articles.csv", "data/articles.jsonl", "data/datapackage.json", "data/oai.xml"),
        *("data/index.html", "en/data/index.html", "sitemap.xml", "sitemaps/1.xml"),
        *("2021/12/13/mot/index.md", "en/2021/12/13/one/index.md", "2022/01/02/hai/index.md"),
    }
    assert set() == names - set(found)
    assert b"The first words." in found["en/2021/12/13/one/index.md"]


def test_the_index_of_sitemaps_names_the_sitemaps(small: Path) -> None:
    known = settings.load(small)
    build.build(known)
    index = etree.fromstring((known.site / "sitemap.xml").read_bytes())
    named = [
        str(loc.text) for loc in index.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]

    assert "{http://www.sitemaps.org/schemas/sitemap/0.9}sitemapindex" == index.tag
    assert [f"{known.site_url}sitemaps/1.xml"] == named


def test_an_engine_gets_all_but_the_copies(small: Path) -> None:
    docs, _ = engines.stage_all(settings.load(small))
    copies = [path for path, data in staged(docs).items() if b"\npermalink: " in data]

    assert (docs / "rss.xml").is_file()
    assert (docs / "sitemaps/1.xml").is_file()
    assert [] == copies


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("site_url: https://a.example/kho", "https://a.example/kho/"),
        ("site_url: https://a.example/", "https://a.example/"),
        ("site_url: ''", ""),
        ("site_url: javascript:alert(1)", ""),
        ("docs_dir: content", ""),
    ],
)
def test_the_address_of_the_site_is_a_web_address_with_a_slash_or_unknown(
    line: str, expected: str, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{line}\n", encoding="utf-8")

    assert expected == settings.load(tmp_path).site_url


@pytest.mark.parametrize(
    ("said", "expected"), [("true", "True"), ("false", "False"), ("maybe", "False")]
)
def test_machine_translations_are_listed_only_where_the_settings_say_so(
    said: str,
    expected: str,
    tmp_path: Path,
) -> None:
    text = f"extra:\n  archive:\n    index_machine_translations: {said}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    assert expected == str(settings.load(tmp_path).index_machine_translations)

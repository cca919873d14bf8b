"""Generated archives stand on the disk as people would have written them."""

from __future__ import annotations

from pathlib import Path

from bench import laying
from generator import content
from generator.model import Severity

STAGED = """---
"template": "article.html"
"lang": "vi"
"title": "Bài &lt;một&gt;"
"description": "Tóm tắt."
"article":
  "headline": "Bài <một>"
  "published":
    "iso": "2021-12-13"
  "entities":
  - "name": "Nhân vật"
    "links":
    - "name": "B"
    - "name": "A"
  "related":
  - "url": "2020/01/02/hai/"
    "title": "Bài <hai>"
    "date": "02/01/2020"
    "iso": "2020-01-02"
    "outlet": "Báo"
    "reason":
    - - "name": "Cùng nhắc tới "
      - "name": "A"
        "lang": "vi"
---
Lời.

Lời nữa.
"""


def test_every_article_is_there_in_both_languages_and_nothing_is_wrong_with_it(
    tmp_path: Path,
) -> None:
    root = tmp_path / "archive"
    laying.lay(root, 6)
    found = content.read(root / "content")

    assert [] == [one.code for one in found.findings if one.severity is Severity.ERROR]
    assert ["en", "vi"] * 6 == [
        article.lang for article in sorted(found.articles, key=lambda one: one.path)
    ]
    assert 500 == laying.records_for(6) == len(found.entities)
    assert (root / "generator" / "press" / "hook.py").is_file()


def test_records_grow_with_large_archives_only() -> None:
    assert [500, 500, 5_000] == [laying.records_for(size) for size in (100, 10_000, 100_000)]


def test_an_edit_changes_the_last_paragraph_and_no_two_are_alike(tmp_path: Path) -> None:
    path = tmp_path / "vi.md"
    path.write_text("---\ntitle: Bài\n---\nMột.\n\nHai.\n", encoding="utf-8")
    laying.edit(path, 1)
    laying.edit(path, 2)

    assert path.read_text(encoding="utf-8") == (
        "---\ntitle: Bài\n---\nMột.\n\nHai. Đính chính lần thứ 1. Đính chính lần thứ 2.\n"
    )


def test_a_staged_article_is_read_as_its_page_shows_it(tmp_path: Path) -> None:
    page = tmp_path / "2021" / "12" / "13" / "mot" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text(STAGED, encoding="utf-8")
    (tmp_path / "index.md").write_text('---\n"template": "home.html"\n---\n', encoding="utf-8")
    [story] = laying.stories(tmp_path)

    assert story.place == "2021/12/13/mot/"
    assert story.title == "Bài <một>"
    assert story.tags == ("A", "B")
    assert story.body == "Lời.\n\nLời nữa."
    assert '<a href="/2020/01/02/hai/"><bdi>Bài &lt;hai&gt;</bdi></a>' in story.related
    assert '<p class="story__reason">Cùng nhắc tới <bdi>A</bdi></p>' in story.related
    assert "\n" not in story.related

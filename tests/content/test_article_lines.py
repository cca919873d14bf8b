from pathlib import Path

from generator import content

ORIGINAL = """---
id: a-2021-aaaaaaaa
title: Tin
date: 2021-12-13
source: {outlet: unknown}
rights: {}
---

Một dòng.
"""


def test_article_knows_on_which_lines_its_title_and_its_text_start(tmp_path: Path) -> None:
    folder = tmp_path / "articles/2021/2021-12-13-tin"
    folder.mkdir(parents=True)
    (folder / "vi.md").write_text(ORIGINAL, "utf-8")

    (article,) = content.read(tmp_path).articles

    assert (3, 9) == article.lines
    assert ["title: Tin", "Một dòng."] == [
        ORIGINAL.splitlines()[line - 1] for line in article.lines
    ]


def test_blank_lines_around_the_head_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "articles/2021/2021-12-13-tin"
    folder.mkdir(parents=True)
    text = "\n\n" + ORIGINAL.replace("---\n\nMột", "---\n\n\n\nMột") + "\n\n"
    (folder / "vi.md").write_text(text, "utf-8")

    (article,) = content.read(tmp_path).articles

    assert (5, 13) == article.lines
    assert "Một dòng." == text.splitlines()[article.lines[1] - 1]

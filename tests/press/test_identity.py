"""The press prints, byte for byte, what MkDocs prints, in one process and in several."""

from __future__ import annotations

import dataclasses
import itertools
import multiprocessing
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType

import jinja2
import mkdocs
import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.structure import pages as mkdocs_pages

from bench import archives, laying
from generator import settings
from generator.errors import finding
from generator.model import Contents, Date
from generator.press import build, crew, gate, prepare, standing, works
from generator.press.cards import Kept
from generator.press.prepare import complete
from generator.press.printing import overheard
from tests.press.printing import differing, pages, printed
from tests.press.processes import tree

pytestmark = pytest.mark.site

ARTICLES = 500
"""As many as the issue asks for; their days are few, or most pages would be lists of one day."""

DAYS = 25

AWKWARD = (
    "",
    "Một đoạn.\n\n## Phần một\n\nHai.\n\n## Phần một\n\n### Nhỏ\n\nBa.",
    "[Trang](/about/), [không có](/nowhere/), [mục](/about/#x), <b>đậm</b> &amp; [x][y]\n\n[y]: /z",
    "2021. năm\n\n2021 năm\n\n1. một\n2. hai\n\n- a\n    - b\n\nsau",
    "*nghiêng* **đậm** `mã` \\*không\\* \\> \\[a\\] a_b_c __d__ {{ 1/0 }} {% raw %} {# x",
    "> trích\n\n```\n[a](b.md)\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n\nhết",
    "\n\n\n  đầu\tđuôi  \n\n\n\nhai  \nba\r\nbốn\x0b năm\u2028sáu\u00a0bảy \ue0000\ue001",
    "tựa\n===\n\nphụ\n---\n\n![ảnh](hinh.jpg) <script>alert(1)</script> <!-- x -->",
    "Lời \"dẫn\" – 'một' “hai” … 100% (ba/tư) a@b.c http://x.example/ :x: €5 30°",
)
"""Bodies that take every way through the press: none, plain, links, lists, hostile ones."""


def generated() -> Contents:
    """An archive of which every tenth body is awkward."""
    made = archives.generate(ARTICLES, 100)
    awkward = itertools.cycle(AWKWARD)
    articles = []
    for number, article in enumerate(made.articles):
        date = Date(year=2001, month=1 + number % 2, day=1 + number % DAYS)
        body = article.body if number % 10 else next(awkward)
        articles.append(dataclasses.replace(article, date=date, body=body))
    return dataclasses.replace(made, articles=tuple(articles))


def by_mkdocs(root: Path) -> tuple[dict[str, str], list[str]]:
    """What MkDocs makes of the staged tree, and what it says."""
    known = settings.load(root)
    staged = prepare.prepare(known)
    site = root / "reference"
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), docs_dir=str(staged.docs))
    said: list[tuple[int, str]] = []
    with overheard(said):
        mkdocs_build.build(config)
    complete(staged, site)
    shutil.rmtree(staged.docs)
    return tree(site), sorted(
        finding("site-warning", file="", reason=text).what.en for _, text in said
    )


def by_the_press(root: Path) -> tuple[dict[str, str], list[str]]:
    findings = build.build(settings.load(root))
    assert not standing.failed(findings), [found.what.en for found in findings]
    warnings = [found.what.en for found in findings if found.code == "site-warning"]
    return tree(root / "site"), sorted(warnings)


def test_every_file_is_as_mkdocs_makes_it_in_one_process_and_in_several(
    tmp_path: Path, lay_archive: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    monkeypatch.setattr(
        gate, "inspect", lambda *_, **__: ()
    )  # other tests are about it, and about cards
    monkeypatch.setattr(Kept, "files", lambda *_, **__: ())
    root = lay_archive(tmp_path / "archive")
    made = generated()
    laying.put(root / "content", made.articles, made.entities)
    expected, warnings = by_mkdocs(root)
    actual, said = by_the_press(root)

    assert [] == differing(expected, actual)
    assert warnings == said
    assert [] == differing(pages(expected), pages(printed(root, jobs=2)))
    assert not (root / ".archive/docs/index.md").exists()  # they were printed from the spool


def test_any_executor_prints_the_same(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    expected, _ = by_the_press(small)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        actual = printed(small, jobs=1, executor=executor)

    assert [] == differing(pages(expected), pages(actual))


def test_pages_of_lost_workers_are_printed_all_the_same(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    expected, _ = by_the_press(small)
    monkeypatch.setattr(crew, "PARCEL", 5)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as executor:
        executor.submit(os._exit, 1)
        actual = printed(small, jobs=1, executor=executor)

    assert [] == differing(pages(expected), pages(actual))


def test_site_that_a_plugin_changes_is_left_to_mkdocs(small: Path) -> None:
    path = small / "mkdocs.yml"
    plain = path.read_text(encoding="utf-8")
    path.write_text(plain.replace("plugins: []", "plugins: [search]"), encoding="utf-8")
    config = load_config(str(path))
    build.build(settings.load(small))

    assert "page_context" in works.why_not(config)
    assert (small / "site/search/search_index.json").is_file()


@pytest.mark.parametrize("package", [mkdocs, jinja2])
def test_site_is_left_to_versions_that_nobody_compared_with(
    package: ModuleType, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    monkeypatch.setattr(package, "__version__", "9.0")
    expected = by_mkdocs(small)

    assert expected == by_the_press(small)
    assert (small / ".archive/docs/index.md").is_file()


def test_site_is_left_to_an_mkdocs_that_lacks_what_the_press_needs(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = load_config(str(small / "mkdocs.yml"))
    assert "" == works.why_not(config)
    monkeypatch.delattr(mkdocs_pages, "_RawHTMLPreprocessor")

    assert "MkDocs has no _RawHTMLPreprocessor" == works.why_not(config)


def test_page_that_fails_is_left_out_and_the_others_stand(small: Path) -> None:
    template = small / "overrides/article.html"
    text = template.read_text(encoding="utf-8")
    broken = '{% block content %}{{ 1 / 0 if page.meta.article.headline == "Bài hai" else "" }}'
    template.write_text(text.replace("{% block content %}", broken), encoding="utf-8")
    findings = [f for f in build.build(settings.load(small)) if f.code == "page-failed"]

    assert ["2022/01/02/hai/index.md"] == [found.file for found in findings]
    assert "division by zero" in findings[0].what.en
    assert (small / "site/2021/12/13/mot/index.html").is_file()
    assert not (small / "site/2022/01/02/hai/index.html").exists()


def test_template_that_prints_no_page_at_all_leaves_the_old_site(small: Path) -> None:
    build.build(settings.load(small))
    old = tree(small / "site")
    (small / "overrides/article.html").write_text("{{ 1 / 0 }}", encoding="utf-8")
    findings = build.build(settings.load(small))

    assert ["overrides/article.html"] == [f.file for f in findings if f.code == "site-broken"]
    assert old == tree(small / "site")
    assert not (small / ".site.new").exists()

"""Staging: what MkDocs reads back is what the page said, and nothing is written twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta as mkdocs_meta

from generator.model import Page
from generator.press.stage import stage, text

HOSTILE = [
    "---",
    "...",
    "a\n---\nb",
    "---\nevil: true\n---",
    "no",
    "007",
    "12:30:45",
    "2021-12-13",
    "~",
    "null",
    "0x1F",
    "%YAML 1.1",
    "@at",
    "!tag x",
    "&anchor",
    "*alias",
    "key: value",
    "# no comment",
    "tab\there",
    "\ttab first",
    "trailing space ",
    " leading space",
    "line\u2028separator\u2029paragraph",
    "next\x85line",
    "\x00\x01\x07\x1b\x7f\x9f",
    "\ufeffbyte order mark",
    "\ufffe\uffff",
    "😀",
    "\u202egnòihp",
    "'single' \"double\" \\back",
    "{{ 7*7 }} {% raw %}",
    "<!-- <script>alert(1)</script>",
    "dài " * 1250,
    "---" * 2000,
    "",
    "\r\n",
    "|",
    ">-",
    "? x",
    "- item",
]

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    TEXTS | st.integers(-(10**9), 10**9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def read_back(page: Page, folder: Path) -> tuple[str, dict[str, object]]:
    path = folder / "read-back.md"
    path.write_bytes(text(page).encode("utf-8"))
    with path.open(encoding="utf-8-sig", errors="strict") as file:  # as MkDocs opens it
        return mkdocs_meta.get_data(file.read())


@pytest.mark.parametrize("value", HOSTILE)
def test_mkdocs_reads_hostile_text_back_unchanged(value: str, tmp_path: Path) -> None:
    meta = {"title": value, "list": [value], "deep": {"a": {"b": value}}, value: 1}

    body, found = read_back(Page(path="a.md", meta=meta, body="Lời.\n"), tmp_path)

    assert meta == found
    assert "Lời.\n" == body


@given(meta=st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_mkdocs_reads_any_metadata_back_unchanged(
    meta: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    body, found = read_back(Page(path="a.md", meta=meta, body="x"), tmp_path_factory.getbasetemp())

    assert meta == found
    assert "x" == body


@given(value=TEXTS)
def test_text_stays_on_one_line_of_the_front_matter(value: str) -> None:
    page = Page(path="a.md", meta={"title": value})

    assert ["---", "---", ""] == [
        line for line in text(page).split("\n") if not line.startswith('"title": ')
    ][:-1]


def test_metadata_of_another_type_is_refused(tmp_path: Path) -> None:
    page = Page(path="a.md", meta={"title": {1, 2}})

    with pytest.raises(ValueError, match="metadata cannot hold a set"):
        stage([page], content=tmp_path, docs=tmp_path / "docs")


def test_second_staging_touches_nothing(tmp_path: Path) -> None:
    (tmp_path / "anh.jpg").write_bytes(b"jpg")
    pages = [
        Page(path="a/index.md", meta={"title": "A"}, assets={"anh.jpg": "anh.jpg"}),
        Page(path="index.md", meta={"title": "B"}, body="x"),
    ]
    docs = tmp_path / "docs"
    stage(pages, content=tmp_path, docs=docs)
    files = [docs / "a/index.md", docs / "a/anh.jpg", docs / "index.md"]
    for file in files:
        os.utime(file, ns=(1, 1))

    stage(pages, content=tmp_path, docs=docs)

    assert [1, 1, 1] == [file.stat().st_mtime_ns for file in files]


def test_only_the_changed_file_is_written(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    before = [Page(path=f"{n}.md", meta={"n": n}) for n in range(3)]
    after = [*before[:1], Page(path="1.md", meta={"n": "other"}), *before[2:]]
    stage(before, content=tmp_path, docs=docs)
    for file in docs.iterdir():
        os.utime(file, ns=(1, 1))

    stage(after, content=tmp_path, docs=docs)

    assert ["1.md"] == [f.name for f in sorted(docs.iterdir()) if f.stat().st_mtime_ns != 1]


def test_stale_files_folders_and_links_are_removed(tmp_path: Path) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    (docs / "old/deep").mkdir(parents=True)
    (docs / "old/deep/index.md").write_text("old")
    (docs / ".hidden").write_text("old")
    (docs / "link").symlink_to(outside)

    stage([Page(path="new/index.md", meta={})], content=tmp_path, docs=docs)

    assert ["new", "new/index.md"] == sorted(
        path.relative_to(docs).as_posix() for path in docs.rglob("*")
    )
    assert "kept" == (outside / "kept.txt").read_text()


def test_links_in_the_way_are_replaced_and_never_followed(tmp_path: Path) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    outside.mkdir()
    (outside / "target.md").write_text("kept")
    docs.mkdir()
    (docs / "folder").symlink_to(outside)
    (docs / "file.md").symlink_to(outside / "target.md")

    pages = [Page(path="folder/target.md", meta={}), Page(path="file.md", meta={})]
    stage(pages, content=tmp_path, docs=docs)

    assert "kept" == (outside / "target.md").read_text()
    assert not (docs / "folder").is_symlink()
    assert not (docs / "file.md").is_symlink()


def test_a_file_becomes_a_folder_and_back(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for path in ("a.md", "a.md/index.md", "a.md"):
        stage([Page(path=path, meta={})], content=tmp_path, docs=docs)

        assert [path] == [
            found.relative_to(docs).as_posix() for found in docs.rglob("*") if found.is_file()
        ]


@pytest.mark.parametrize(
    "path",
    [
        "../x.md",
        "/x.md",
        "a/../../x.md",
        "a//x.md",
        "./x.md",
        "",
        "a/",
        "a\\x.md",
        "a\x00.md",
        "a/.hidden/x.md",
        "c:x.md",
        "a\n.md",
    ],
)
def test_paths_that_lead_elsewhere_are_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a path below the docs folder"):
        stage([Page(path=path, meta={})], content=tmp_path, docs=tmp_path / "docs")

    assert [] == list((tmp_path / "docs").rglob("*"))


@pytest.mark.parametrize(
    ("first", "second"), [("a/index.md", "a/index.md"), ("a", "a/index.md"), ("a/index.md", "a")]
)
def test_two_pages_that_claim_one_path_are_both_named(
    first: str, second: str, tmp_path: Path
) -> None:
    pages = [
        Page(path=first, meta={"source_path": "articles/one/vi.md"}),
        Page(path=second, meta={"source_path": "articles/two/vi.md"}),
    ]

    (found,) = stage(pages, content=tmp_path, docs=tmp_path / "docs")

    assert ("permalink-clash", "articles/two/vi.md") == (found.code, found.file)
    assert "articles/one/vi.md" in found.what.en


def test_asset_that_would_replace_a_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.jpg").write_bytes(b"jpg")
    pages = [
        Page(path="a/b.jpg/index.md", meta={"title": "A page"}),
        Page(path="a/index.md", meta={"title": "Another"}, assets={"b.jpg": "b.jpg"}),
    ]

    (found,) = stage(pages, content=tmp_path, docs=tmp_path / "docs")

    assert "A page" in found.what.en
    assert (tmp_path / "docs/a/b.jpg/index.md").is_file()


def test_page_that_would_stand_below_an_asset_takes_nothing_away(tmp_path: Path) -> None:
    (tmp_path / "b.jpg").write_bytes(b"jpg")
    pages = [
        Page(path="a/index.md", meta={"title": "A page"}, assets={"b.jpg": "b.jpg"}),
        Page(path="a/b.jpg/index.md", meta={"title": "Another"}),
        Page(path="b/index.md", meta={"title": "A third"}),
    ]

    (found,) = stage(pages, content=tmp_path, docs=tmp_path / "docs")

    assert ("permalink-clash", "Another") == (found.code, found.file)
    assert b"jpg" == (tmp_path / "docs/a/b.jpg").read_bytes()
    assert (tmp_path / "docs/b/index.md").is_file()


def test_assets_that_could_run_or_cannot_be_read_are_left_out(tmp_path: Path) -> None:
    content, secret = tmp_path / "content", tmp_path / "secret.jpg"
    content.mkdir()
    secret.write_bytes(b"secret")
    (content / "link.jpg").symlink_to(secret)
    (content / "fine.JPG").write_bytes(b"jpg")
    for name in ("page.html", "drawing.svg", "code.js", "more.md"):
        (content / name).write_text("<script>alert(1)</script>")
    sources = ["code.js", "drawing.svg", "gone.jpg", "link.jpg", "more.md", "page.html"]
    sources += ["../secret.jpg", "fine.JPG"]
    assets = {source.removeprefix("../"): source for source in sources}

    found = stage(
        [Page(path="a/index.md", meta={}, assets=assets)], content=content, docs=tmp_path / "docs"
    )

    assert ["a/fine.JPG", "a/index.md"] == sorted(
        path.relative_to(tmp_path / "docs").as_posix()
        for path in (tmp_path / "docs").rglob("*")
        if path.is_file()
    )
    assert {
        "content/code.js": "file-unexpected",
        "content/drawing.svg": "file-unexpected",
        "content/gone.jpg": "file-unreadable",
        "content/link.jpg": "file-link",
        "content/more.md": "file-unexpected",
        "content/page.html": "file-unexpected",
        "content/../secret.jpg": "file-link",
    } == {finding.file: finding.code for finding in found}

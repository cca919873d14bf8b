from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import content
from generator.content.articles import join, lang_of, take_apart
from generator.content.front_matter import decode
from generator.content.report import Report
from generator.content.writer import is_untouched
from generator.model import Article, Basis, BasisKind, Cleaning, Source
from tests.content.articles import ARTICLES, CLEANED, GENEROUS, HOSTILE

PICTURES = frozenset({"hinh 1.jpg", "ảnh.PNG"})


def read_back(text: str) -> tuple[list[Article], Report]:
    report = Report("content/articles/2021/a/vi.md")
    draft = take_apart(
        decode(text.encode()), lang="vi", path="articles/2021/a/vi.md", report=report
    )
    return list(join([draft], PICTURES)) if draft else [], report


@GENEROUS
@given(ARTICLES)
def test_what_is_written_reads_back_as_the_same_article(article: Article) -> None:
    text = content.text(article)

    (again,), report = read_back(text)

    if article.cleaning:
        assert content.digest(article.body) == (again.cleaning and again.cleaning.body)
        again = dataclasses.replace(again, cleaning=article.cleaning)
    remarks = {"field-long", "title-wordless"}
    assert [] == [f.code for f in report.findings if f.code not in remarks]
    assert article == again


@GENEROUS
@given(ARTICLES)
def test_writing_what_was_read_changes_no_byte(article: Article) -> None:
    text = content.text(article)

    (again,), _ = read_back(text)

    assert text == content.text(again)


@GENEROUS
@given(CLEANED, st.data())
def test_a_change_of_any_one_character_is_seen(article: Article, data: st.DataObject) -> None:
    text = content.text(article)
    start = text.index("wrote:") if data.draw(st.booleans()) else 0
    place = data.draw(st.integers(start, len(text) - 1))

    changed = text[:place] + ("x" if text[place] != "x" else "y") + text[place + 1 :]

    assert is_untouched(text)
    assert not is_untouched(decode(changed.encode()))


@GENEROUS
@given(ARTICLES)
def test_any_yaml_reader_sees_the_same_title(article: Article) -> None:
    head = content.text(article).split("---\n", 2)[1]

    assert article.title == yaml.safe_load(head)["title"]


@GENEROUS
@given(
    st.binary(max_size=300)
    | st.builds(lambda a, b: b"---\n" + a + b"\n---\n" + b, st.binary(), st.binary())
)
def test_no_bytes_in_a_content_file_are_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    root = tmp_path_factory.getbasetemp() / "any-bytes"
    for path in ("articles/a/vi.md", "people/a.yml", "pages/about/vi.md", "permalinks.csv"):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    contents = content.read(root)

    assert {f.file.partition("/")[0] for f in contents.findings} <= {"any-bytes"}
    assert () == contents.articles or b"title" in data


@GENEROUS
@given(
    st.lists(
        st.tuples(
            st.sampled_from([field.name for field in content.FIELDS]),
            st.one_of(
                HOSTILE,
                st.sampled_from(
                    ["[", "{a: b}", "[a, {b: c}]", "- x", "", "'", "{vi: {}}", "[[[[]]]]"]
                ),
                st.text(max_size=10),
            ),
        ),
        max_size=12,
    )
)
def test_no_value_of_any_field_is_a_traceback(lines: list[tuple[str, str]]) -> None:
    head = "".join(f"{name}: {value}\n" for name, value in lines)

    found, report = read_back(f"---\n{head}---\n")

    assert found or report.findings


def test_languages_are_told_by_file_name() -> None:
    names = ["vi.md", "en.md", "fr.md", "vi.MD", "vi", "vi.md.bak", "md"]

    assert ["vi", "en", "", "", "", "", ""] == [lang_of(name) for name in names]


def test_a_file_looks_as_a_person_would_write_it() -> None:
    article = Article(
        id="a-2021-k7m2q4xd",
        lang="vi",
        title="Khai mạc: ngày đầu",
        title_basis=Basis(kind=BasisKind.INFERRED, rule="first-sentence"),
        date_basis=Basis(kind=BasisKind.STATED, rule="congluan/date-line"),
        source=Source(outlet="congluan", raw="congluan/a.txt", sha256="a" * 64),
        people=("bui-thanh-son", "le-thi-thu-hang"),
        slug="khai-mac",
        cleaning=Cleaning(profile="congluan", version="0.1.0", removed=3),
        body="Đoạn một.\n\nĐoạn hai.",
    )

    expected = (Path(__file__).parent / "golden" / "article.md").read_text(encoding="utf-8")
    assert expected == content.text(article)

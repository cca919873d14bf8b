from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import content
from generator.content import removed
from generator.content.nodes import parse
from generator.content.report import Report, one_line
from generator.errors import FindingError
from generator.model import Removal, Role
from tests.content.conftest import FOLDER, Archive
from tests.content.test_writer import extraction, write

LINES = (
    Removal(n=1, text="Tin <b>đầu</b>: # một", role=Role.TEASER, rule="teaser", after=0),
    Removal(n=4, text="Giữa", role=Role.CAPTION, rule="x/y", after=1),
    Removal(n=9, text="Cuối", role=Role.WIDGET, rule="z", after=2),
    Removal(n=10, text="Sau cùng", role=Role.WIDGET, rule="z", after=7),
)


@pytest.fixture
def article(archive: Archive) -> Archive:
    archive.article(body="Một,\nhai.\n\nBa.")
    archive.put(f"{FOLDER}/removed.yml", removed.text(LINES))
    return archive


@pytest.mark.parametrize(
    ("n", "body"),
    [
        (1, "Tin &lt;b>đầu&lt;/b>: # một\n\nMột,\nhai.\n\nBa."),
        (4, "Một,\nhai.\n\nGiữa\n\nBa."),
        (9, "Một,\nhai.\n\nBa.\n\nCuối"),
        (10, "Một,\nhai.\n\nBa.\n\nSau cùng"),
    ],
)
def test_a_line_comes_back_where_it_stood_as_plain_words(
    article: Archive, n: int, body: str
) -> None:
    path = content.restore(article.path, FOLDER, n=n, lang="vi")

    assert article.path / FOLDER / "vi.md" == path
    assert [body] == [a.body for a in article.read().articles]
    assert [line for line in LINES if line.n != n] == list(content.removals(article.path, FOLDER))


def test_the_head_stays_as_it_is(article: Archive) -> None:
    before = (article.path / FOLDER / "vi.md").read_text(encoding="utf-8")

    content.restore(article.path, FOLDER, n=4, lang="vi")

    after = (article.path / FOLDER / "vi.md").read_text(encoding="utf-8")
    assert before == after.replace("\n\nGiữa\n\n", "\n\n")


def test_a_restored_line_is_not_taken_out_again(archive: Archive) -> None:
    (first,) = write(archive, extraction())
    folder = first.path.rpartition("/")[0]

    content.restore(archive.path, folder, n=3, lang="vi")
    (second,) = write(archive, extraction())

    assert "kept-edited" == second.status
    assert ["Một.\n\nHai.\n\nTin khác"] == [a.body for a in archive.read().articles]


def test_a_line_into_an_empty_text_is_its_first_paragraph(archive: Archive) -> None:
    archive.article(body="")
    archive.put(f"{FOLDER}/removed.yml", removed.text(LINES))

    content.restore(archive.path, FOLDER, n=4, lang="vi")

    assert ["Giữa"] == [a.body for a in archive.read().articles]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (removed.text(LINES), "removed-line-unknown"),
        ("- n: x\n", "removed-broken"),
        ("- {n: 2\n", "removed-broken"),
        ("a: b\n", "removed-broken"),
        ("\x00", "removed-broken"),
    ],
)
def test_a_line_that_is_not_there_is_a_finding(archive: Archive, text: str, code: str) -> None:
    path = archive.article()
    archive.put(f"{FOLDER}/removed.yml", text)
    before = path.read_bytes()

    with pytest.raises(FindingError) as caught:
        content.restore(archive.path, FOLDER, n=2, lang="vi")

    assert [code] == [found.code for found in caught.value.findings]
    assert before == path.read_bytes()


def test_every_list_that_cannot_be_read_is_found_with_its_line(archive: Archive) -> None:
    archive.article()
    archive.put(f"{FOLDER}/en.md", "---\ntitle: T\ntranslation:\n  kind: human\n---\n\nA.\n")
    archive.put(f"{FOLDER}/removed.yml", removed.text(LINES).replace("n: 9", "n: chín"))
    broken = removed.text(LINES).split("\n").index("- n: 9") + 1

    found = list(content.removal_problems(archive.path, archive.read().articles))

    assert [("removed-broken", f"content/{FOLDER}/removed.yml", broken)] == [
        (one.code, one.file, one.line) for one in found
    ]


def test_lists_that_can_be_read_and_articles_without_one_are_fine(article: Archive) -> None:
    articles = article.read().articles

    assert [] == list(content.removal_problems(article.path, articles))


def test_an_article_without_a_list_has_no_removed_lines(archive: Archive) -> None:
    archive.article()

    assert () == content.removals(archive.path, FOLDER)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Removal,
            n=st.integers(1, 10_000),
            text=st.text(st.characters(exclude_categories=["Cs"])).map(one_line).filter(bool),
            role=st.sampled_from(Role),
            rule=st.just("sputnik/alt-line"),
            after=st.integers(0, 99),
        )
    )
)
def test_removed_lines_read_back_as_they_were(removals: list[Removal]) -> None:
    report = Report("removed.yml")

    node = parse(removed.text(removals))

    assert tuple(removals) == (removed.LINES.read(node, report, "") if removals else ())

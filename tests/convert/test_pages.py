"""Several captures of one page: one article, all captures listed, in whatever order they come."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import content, convert
from generator.content import Outcome
from generator.model import Article
from tests.convert import samples

URL = "https://bao.example.vn/tin/hop-12.html"
OLD, LATE = "2021-10-23T01:00:00", "2022-05-01T00:00:00"


def run(root: Path, **how: object) -> list[Outcome]:
    return list(convert.run(root / "raw", root / "content", **how))  # type: ignore[arg-type]


def articles(root: Path) -> list[Article]:
    return [a for a in content.read(root / "content").articles if not a.translation]


def codes(outcomes: list[Outcome]) -> dict[str, list[str]]:
    return {o.raw: [f.code for f in o.findings if f.code.startswith("convert")] for o in outcomes}


def teaser(root: Path, name: str = "a.html", *, url: str = URL) -> Path:
    return samples.put(root / "raw", name, samples.page(1, url=url, paragraphs=2))


def whole(root: Path, name: str = "b.html", *, url: str = f"{URL}?utm_source=zalo#top") -> Path:
    return samples.put(root / "raw", name, samples.page(1, url=url))


def test_one_article_is_made_of_the_fullest_and_lists_the_others(tmp_path: Path) -> None:
    teaser(tmp_path)
    whole(tmp_path)
    teaser(tmp_path, "c.html", url="http://www.bao.example.vn/tin/hop-12.html?fbclid=1")

    outcomes = run(tmp_path)

    (article,) = articles(tmp_path)
    assert ["unchanged", "written", "unchanged"] == [outcome.status for outcome in outcomes]
    assert "b.html" == article.source.raw
    assert ["a.html", "c.html"] == [other.raw for other in article.source.captures]
    assert {"a.html": ["convert-same-url"], "b.html": [], "c.html": ["convert-same-url"]} == codes(
        outcomes
    )
    assert {article.id} == {outcome.id for outcome in outcomes}
    assert {article.path} == {outcome.path for outcome in outcomes}


def test_captures_in_a_container_say_when_they_were_made(tmp_path: Path) -> None:
    items = [
        samples.item(1, url=URL, captured=LATE, paragraphs=2),
        samples.item(1, url=URL, captured=OLD),
        samples.item(2, url="https://bao.example.vn/tin/khac-13.html", captured=OLD),
    ]
    samples.put(tmp_path / "raw", "items.jsonl", "\n".join(items))

    outcomes = run(tmp_path)

    first, second = sorted(articles(tmp_path), key=lambda article: article.source.raw)
    assert ["unchanged", "written", "written"] == [outcome.status for outcome in outcomes]
    assert ("items.jsonl#2", "items.jsonl#3") == (first.source.raw, second.source.raw)
    assert "2021-10-23T01:00:00+00:00" == str(first.source.captured)
    assert [("items.jsonl#1", f"{LATE}+00:00")] == [
        (other.raw, str(other.captured)) for other in first.source.captures
    ]


def test_texts_that_share_nothing_stay_two_articles_though_their_address_is_one(
    tmp_path: Path,
) -> None:
    other = (
        f'<html><head><link rel="canonical" href="{URL}"></head><body><h1>Giá vàng trong nước</h1>'
        "<p>Sáng nay, giá vàng miếng của các công ty lớn đồng loạt giảm nhẹ so với hôm qua.</p>"
        "<p>Giới phân tích cho rằng xu hướng này sẽ còn kéo dài tới hết tuần sau.</p></body></html>"
    )
    samples.put(tmp_path / "raw", "gold.html", other)
    whole(tmp_path)

    run(tmp_path)

    assert ["b.html", "gold.html"] == sorted(a.source.raw for a in articles(tmp_path))


@pytest.mark.parametrize("jobs", [0, 2])
def test_the_names_of_files_and_the_number_of_processes_make_no_difference(
    tmp_path: Path, jobs: int
) -> None:
    pages = [samples.page(1, url=URL, paragraphs=n, dated=d) for n in (2, 4) for d in (True, False)]
    made = set()
    for number, order in enumerate(itertools.permutations(range(4))):
        if jobs and number % 8:
            continue
        root = tmp_path / str(number)
        for name, index in zip("abcd", order, strict=True):
            samples.put(root / "raw", f"{name}.html", pages[index])
        run(root, jobs=jobs)
        (article,) = articles(root)
        made.add((article.body, str(article.date), len(article.source.captures)))

    assert 1 == len(made)
    assert "2021-10-22T06:24:00+07:00" in next(iter(made))


def test_a_fuller_capture_that_comes_later_fills_the_article_and_moves_nothing(
    tmp_path: Path,
) -> None:
    teaser(tmp_path)
    run(tmp_path)
    (before,) = articles(tmp_path)
    whole(tmp_path)

    outcomes = run(tmp_path)

    (after,) = articles(tmp_path)
    assert ["unchanged", "written"] == [outcome.status for outcome in outcomes]
    assert (before.id, before.slug, before.path) == (after.id, after.slug, after.path)
    assert ("b.html", ["a.html"]) == (after.source.raw, [c.raw for c in after.source.captures])
    assert "Theo kế hoạch" in after.body


@settings(max_examples=25)
@given(st.permutations(range(5)), st.lists(st.integers(1, 4), max_size=3))
def test_captures_that_come_in_one_by_one_give_what_all_at_once_give(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: list[int]
) -> None:
    root = tmp_path_factory.mktemp("pages")
    for n, index in enumerate(order):
        page = {
            0: samples.page(1, url=URL, paragraphs=2),
            1: samples.page(1, url=f"{URL}#a", dated=False),
            2: samples.page(1, url=URL),
            3: samples.page(2, url="https://bao.example.vn/tin/13.html"),
            4: samples.page(1, url=URL, paragraphs=3, title="Tít đã đổi"),
        }[index]
        samples.put(root / "raw", f"{n}.html", page)
        if n + 1 in cuts:
            run(root)
    run(root)
    incremental = samples.files(root / "content")

    list(convert.run(root / "raw", root / "clean"))

    assert samples.files(root / "clean") == incremental


def test_an_edited_article_is_left_and_told_of_the_fuller_capture(tmp_path: Path) -> None:
    teaser(tmp_path)
    (first,) = run(tmp_path)
    path = tmp_path / "content" / first.path
    edited = path.read_text(encoding="utf-8").replace("Cuộc họp", "Buổi họp")
    path.write_text(edited, encoding="utf-8")
    whole(tmp_path)

    outcomes = run(tmp_path)

    assert edited == path.read_text(encoding="utf-8")
    assert ["unchanged", "kept-edited"] == [outcome.status for outcome in outcomes]
    assert ["convert-kept-edited", "convert-better-capture"] == codes(outcomes)["b.html"]
    assert 1 == len(articles(tmp_path))


def test_an_article_goes_on_from_another_capture_when_its_own_is_gone(tmp_path: Path) -> None:
    teaser(tmp_path)
    best = whole(tmp_path)
    run(tmp_path)
    (before,) = articles(tmp_path)
    best.unlink()

    run(tmp_path)

    (after,) = articles(tmp_path)
    assert (before.id, before.path) == (after.id, after.path)
    assert ("a.html", ()) == (after.source.raw, after.source.captures)


def test_two_articles_that_stand_already_both_stay(tmp_path: Path) -> None:
    teaser(tmp_path, url="https://bao.example.vn/cu/1.html")
    whole(tmp_path)
    run(tmp_path)
    ids = {article.id: article.path for article in articles(tmp_path)}
    teaser(tmp_path)  # the page's address turned out to be that of the other

    outcomes = run(tmp_path)

    assert ids == {article.id: article.path for article in articles(tmp_path)}
    assert {"a.html": ["convert-url-twice"], "b.html": []} == codes(outcomes)


def test_the_captures_of_a_page_count_though_only_one_was_chosen(tmp_path: Path) -> None:
    teaser(tmp_path)
    whole(tmp_path)
    samples.put(tmp_path / "raw", "items.jsonl", samples.item(1, url=URL, paragraphs=3))
    run(tmp_path)
    before = samples.files(tmp_path / "content")

    outcomes = run(tmp_path, only="a.*")

    assert ["a.html"] == [outcome.raw for outcome in outcomes]
    assert before == samples.files(tmp_path / "content")


def test_the_same_bytes_are_no_other_capture(tmp_path: Path) -> None:
    whole(tmp_path)
    whole(tmp_path, "twin.html")

    outcomes = run(tmp_path)

    (article,) = articles(tmp_path)
    assert {"b.html": [], "twin.html": ["convert-same-bytes"]} == codes(outcomes)
    assert () == article.source.captures


def test_a_file_whose_bytes_went_to_another_name_gets_an_article_of_its_own(tmp_path: Path) -> None:
    old = samples.put(tmp_path / "raw", "a.txt", samples.text(1))
    run(tmp_path)
    (before,) = articles(tmp_path)
    samples.put(tmp_path / "raw", "b.txt", old.read_text(encoding="utf-8"))
    samples.put(tmp_path / "raw", "a.txt", samples.text(2))

    run(tmp_path)
    second = run(tmp_path)

    made = {article.source.raw: article.id for article in articles(tmp_path)}
    assert {"a.txt", "b.txt"} == set(made)
    assert before.id == made["b.txt"]
    assert ["unchanged", "unchanged"] == [outcome.status for outcome in second]


def test_a_notice_about_a_whole_file_is_no_failure(tmp_path: Path) -> None:
    samples.put(tmp_path / "raw", "empty.jsonl", "\n\n")
    broken = "\n".join((samples.item(1, url=URL), "{", "[]"))
    samples.put(tmp_path / "raw", "items.jsonl", broken)

    outcomes = run(tmp_path)

    statuses = {outcome.raw: outcome.status for outcome in outcomes}
    assert {"items.jsonl#1": "written", "items.jsonl#2": "failed", "items.jsonl#3": "failed"} == {
        raw: status for raw, status in statuses.items() if raw.startswith("items")
    }

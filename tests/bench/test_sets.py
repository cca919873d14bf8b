from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bench import sets

IDS = tuple(f"{number:04}" for number in range(1, 41))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in ("aeb/html", "wcxb-dev-articles/html", "wcxb-dev-articles/ground-truth"):
        (tmp_path / folder).mkdir(parents=True)
    truth = {"b": {"url": "https://b.example/", "articleBody": "B"}, "a": {"articleBody": "A"}}
    (tmp_path / "aeb/ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    (tmp_path / "aeb/html/a.html.gz").write_bytes(gzip.compress("<p>Á</p>".encode()))
    for name in IDS:
        known = {"url": "", "title": "T", "author": None, "date": "2021-12-13", "body": name}
        file = tmp_path / f"wcxb-dev-articles/ground-truth/{name}.json"
        file.write_text(json.dumps(known), encoding="utf-8")
    return tmp_path


def test_pages_come_in_the_order_of_their_ids_with_their_gold(data: Path) -> None:
    pages = sets.load(data, "aeb")

    assert [(page.key, page.url, page.gold) for page in pages] == [
        ("aeb/a", "", "A"),
        ("aeb/b", "https://b.example/", "B"),
    ]
    assert pages[0].html() == "<p>Á</p>"


def test_what_is_null_is_unknown(data: Path) -> None:
    page = sets.load(data, "wcxb")[0]

    assert (page.title, page.author, page.date) == ("T", "", "2021-12-13")


def test_held_back_pages_and_the_rest_are_the_whole(data: Path) -> None:
    held_back = {page.id for page in sets.load(data, "wcxb-held-back")}
    rest = {page.id for page in sets.load(data, "wcxb-train")}

    assert held_back | rest == set(IDS)
    assert held_back & rest == set()
    # Never another split: a model was trained on the rest.
    assert sorted(held_back)[:3] == ["0004", "0005", "0022"]


def test_a_sample_is_spread_over_the_set(data: Path) -> None:
    assert [page.id for page in sets.load(data, "wcxb", sample=4)] == [
        "0001",
        "0011",
        "0021",
        "0031",
    ]


def test_a_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="aeb"):
        sets.load(tmp_path, "aeb")

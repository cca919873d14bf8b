from __future__ import annotations

import json

import pytest

from generator.model import Role
from tests.eval import accept, annotated, scoring
from tests.eval.annotated import Annotated
from tests.eval.scoring import Scores


@pytest.fixture(scope="module")
def pages() -> list[Annotated]:
    return annotated.load()


@pytest.fixture(scope="module")
def scores(pages: list[Annotated]) -> Scores:
    return scoring.measure(pages)


def test_no_score_is_lower_than_it_was(scores: Scores) -> None:
    before = accept.accepted()["scores"]
    assert isinstance(before, dict)

    assert accept.fallen(before, scores.values) == []


def test_scores_were_accepted_for_these_pages(pages: list[Annotated]) -> None:
    # If this fails, pages were changed: run `python -m tests.eval.accept` and read the diff.
    assert accept.accepted()["pages"] == scoring.digest(pages)


def test_there_are_pages_in_each_form_and_in_several_languages(pages: list[Annotated]) -> None:
    forms = {page.form for page in pages}
    languages = {page.lang for page in pages}

    assert forms == {"html", "flattened", "text"}
    assert {"vi", "en", "fr", "ru", "ja", "th"} == languages


def test_every_role_that_has_words_is_on_some_page(pages: list[Annotated]) -> None:
    found = {line.role for page in pages for line in page.lines}

    assert set(Role) - found == {Role.IMAGE}


def test_scores_are_the_same_on_every_run(pages: list[Annotated], scores: Scores) -> None:
    assert scores.values == scoring.measure(pages).values


def test_a_score_that_falls_is_named() -> None:
    assert accept.fallen({"a": 0.5, "b": 0.5}, {"a": 0.4999, "b": 0.5}) == ["a: 0.4999 < 0.5"]


def test_a_score_that_is_gone_has_fallen() -> None:
    assert accept.fallen({"a": 0.5}, {}) == ["a: 0.0 < 0.5"]


def test_marks_are_not_in_the_page() -> None:
    source = "---\ntitle: A\n---\n<h1>‹headline›A</h1><p>‹body›One <b>two</b>.</p>"

    html, text = annotated.parse("en-a.html", source)

    assert html.text == "<h1>A</h1><p>One <b>two</b>.</p>"
    assert text.text == "A\nOne two."
    assert [(line.role, line.text) for line in text.lines] == [
        ("headline", "A"),
        ("body", "One two."),
    ]


def test_text_without_a_role_is_refused() -> None:
    with pytest.raises(ValueError, match="'One'"):
        annotated.parse("en-a.txt", "---\ntitle: A\n---\nOne\n‹body›Two")


def test_a_role_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="bodi"):
        annotated.parse("en-a.txt", "---\ntitle: A\n---\n‹bodi›One")


def test_scores_file_holds_only_shares() -> None:
    values = json.loads(accept.SCORES.read_text(encoding="utf-8"))["scores"].values()

    assert [value for value in values if not 0 <= value <= 1] == []

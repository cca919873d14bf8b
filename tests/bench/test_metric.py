from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import metric
from bench.metric import PageScore


def test_the_same_text_scores_one() -> None:
    score = metric.compare("một hai ba bốn năm", "một hai ba bốn năm")

    assert score == PageScore(precision=1.0, recall=1.0)


def test_a_shingle_has_four_tokens_and_marks_are_none() -> None:
    found = metric.shingles("one, two; three - four. five")

    assert found == {("one", "two", "three", "four"): 1, ("two", "three", "four", "five"): 1}


def test_a_text_of_fewer_tokens_is_one_shingle() -> None:
    assert metric.shingles("one two") == {("one", "two"): 1}


def test_a_text_without_tokens_has_no_shingle() -> None:
    assert metric.shingles(" … ") == {}


def test_what_is_printed_twice_must_be_twice_in_the_gold() -> None:
    score = metric.compare("a b c d", "a b c d\na b c d")

    assert score == PageScore(precision=1 / 5, recall=1.0)


def test_case_counts() -> None:
    assert metric.compare("a b c d", "A b c d").recall == 0.0


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert metric.compare("Vi\u1ec7t Nam", "Vie\u0323\u0302t Nam").recall == 1.0


def test_no_output_has_no_precision_and_no_gold_has_no_recall() -> None:
    assert metric.compare("a", "") == PageScore(precision=None, recall=0.0)
    assert metric.compare("", "a") == PageScore(precision=0.0, recall=None)


def test_precision_is_over_pages_with_output_and_recall_over_pages_with_gold() -> None:
    scores = [metric.compare("a b c d", "a b c d"), metric.compare("a b c d", "")]

    score = metric.summarise(scores)

    assert (score.precision, score.recall) == (1.0, 0.5)
    assert score.f1 == pytest.approx(2 / 3)


def test_the_error_is_the_same_on_every_run() -> None:
    scores = [metric.compare("a b c d e", "a b c d"), metric.compare("a b c d", "x")]

    assert metric.summarise(scores) == metric.summarise(scores)


def test_pages_that_all_score_the_same_have_no_error() -> None:
    scores = [PageScore(precision=0.5, recall=0.5)] * 3

    assert metric.summarise(scores).error == pytest.approx(0)


def test_no_pages_score_nothing() -> None:
    assert metric.summarise([]).f1 == 0.0


@given(st.text(), st.text())
def test_a_share_is_never_outside_its_bounds(gold: str, output: str) -> None:
    score = metric.compare(gold, output)

    assert 0 <= (score.precision or 0) <= 1
    assert 0 <= (score.recall or 0) <= 1
    assert 0 <= score.f1 <= 1

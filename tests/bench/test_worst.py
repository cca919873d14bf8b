from __future__ import annotations

from bench import worst
from bench.metric import PageScore
from bench.tools import Line


def line(text: str, *, kept: bool, rule: str, role: str = "body") -> Line:
    return Line(text=text, role=role, rule=rule, kept=kept)


def test_the_rule_that_removed_gold_is_named() -> None:
    lines = [
        line("a b c d", kept=True, rule="paragraph"),
        line("e f g h", kept=False, role="widget", rule="widget-run"),
    ]

    reason = worst.explain("a b c d e f g h", "a b c d", lines)

    assert reason.lost == {"widget:widget-run": 4}
    assert reason.extra == {}


def test_the_rule_that_kept_what_is_not_gold_is_named() -> None:
    lines = [
        line("a b c d", kept=True, rule="paragraph"),
        line("x y", kept=True, rule="rest-of-story"),
    ]

    reason = worst.explain("a b c d", "a b c d\nx y", lines)

    assert reason.extra.total() == 2
    assert reason.lost == {}


def test_a_headline_is_not_in_the_text() -> None:
    lines = [line("a b c d", kept=True, role="headline", rule="h1")]

    assert worst.explain("a b c d", "", lines).lost == {"headline:h1": 1}


def test_gold_that_the_page_does_not_have_is_nobodys() -> None:
    lines = [line("a b c d", kept=True, rule="paragraph")]

    reason = worst.explain("a b c d e", "a b c d", lines)

    assert reason.lost == {worst.ELSEWHERE: 1}


def test_reasons_of_many_pages_add_up() -> None:
    lines = [line("a b c d", kept=False, rule="r", role="ad")]
    reason = worst.explain("a b c d", "", lines)

    assert worst.total([reason, reason]).lost == {"ad:r": 2}


def test_a_page_is_one_line_for_people() -> None:
    lines = [line("a b c d", kept=False, rule="r", role="ad")]
    reason = worst.explain("a b c d", "", lines)

    shown = worst.line("set/1", PageScore(precision=None, recall=0.0), reason)

    assert shown == ("set/1 F1 0.000 (precision none, recall 0.000): lost 1 [ad:r 100%]; extra 0")


def test_lines_that_went_wrong_are_quoted_with_their_rule() -> None:
    lines = [
        line("a b c d", kept=False, role="ad", rule="r"),
        line("x y z", kept=True, rule="paragraph"),
        line("e f g h", kept=True, rule="paragraph"),
        line("q", kept=False, role="ad", rule="r"),
    ]

    assert worst.quote("a b c d e f g h", lines) == ["- ad:r a b c d", "+ body:paragraph x y z"]

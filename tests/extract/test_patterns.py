from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import Profile
from generator.extract.patterns import compile_pattern, endless, needles


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+",
        r"(?:\w+\s?)*x",
        r"(?:\w+[ ,;]*)+",
        r"(\w+-\w*)*",
        r"(?:[^.:]+\s+){0,7}x",
        r"(?:(?:ab)*\w*)*y",
        r".*.*.*.*x",
        r"(?:.+=.+;.+:.+)x",
    ],
)
def test_pattern_that_can_cut_a_line_in_very_many_ways_is_endless(pattern: str) -> None:
    assert endless(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:\w+ )*x",
        r"(?:#\w+[ ,;]*)+",
        r"(?:a|ab)+",
        r"(?>a+)+b",
        r"(?:(?:\w+\s?){1,3})x",
        r".{0,2000}a",
        r"(?:[A-Z][a-z]+(?: |$|(?=/)))+",
        r"(?P<a>.{3,}?)\s*[(\[]\s*Photo: (?P<b>.+)",
        r"(a)\1+",
    ],
)
def test_pattern_that_can_cut_a_line_in_few_ways_is_not_endless(pattern: str) -> None:
    assert not endless(re.compile(pattern))


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        (r"^\(CLO\) ", ("(CLO) ",)),
        (r"(?:Ảnh|Photo) ?: ?x", ("Photo", "Ảnh")),
        (r"(?P<a>.+) - (?:Sputnik) \d", (" - Sputnik ",)),
        (r"(?:abc)?d+", ()),
        (r"(?i)abc", ()),
        (r"(?i:abc)x", ()),
        (r"\w+", ()),
        (r"(?:abcd){1,2}", ("abcd",)),
    ],
)
def test_needles_are_what_every_match_holds(pattern: str, texts: tuple[str, ...]) -> None:
    assert texts == needles(re.compile(pattern))


def test_any_capital_letter_has_a_word() -> None:
    pattern = compile_pattern(r"[\p{Lu}]+")

    assert pattern.fullmatch("HÀNỘIĐỆƯ")
    assert not pattern.fullmatch("hà")


@given(data=st.data())
def test_no_match_of_a_rule_is_without_its_needles(
    data: st.DataObject, profiles: tuple[Profile, ...]
) -> None:
    rule = data.draw(st.sampled_from(profiles[0].lines))
    text = data.draw(st.from_regex(rule.pattern, fullmatch=True))
    texts = needles(rule.pattern)

    assert not texts or any(needle in text for needle in texts)

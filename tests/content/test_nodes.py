from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.nodes import Entry, Fields, Items, NodeError, Text, parse


@pytest.mark.parametrize(
    "typed", ["no", "007", "12:30:45", "2021-12-13", "~", "null", "1e5", "0x1F", "=", "1_000"]
)
def test_what_is_typed_is_text(typed: str) -> None:
    assert Fields({"title": Entry(1, Text(typed, 1))}, 1) == parse(f"title: {typed}")


def test_every_key_and_value_knows_its_line() -> None:
    node = parse("a: b\nc:\n  - d\n  - e: f\n", first_line=10)

    inner = Fields({"e": Entry(13, Text("f", 13))}, 13)
    items = Items((Text("d", 12), inner), 12)
    assert Fields({"a": Entry(10, Text("b", 10)), "c": Entry(11, items)}, 10) == node


def test_decomposed_letters_become_one_form_even_where_they_are_escaped() -> None:
    assert Text("ệ", 1) == parse('"e\\u0302\\u0323"')


def test_an_empty_document_is_an_empty_text() -> None:
    assert Text("", 1) == parse("")


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "twice"),
        ("a: &x 1\n", 1, "`&`"),
        ("a: 1\nb: *x\n", 2, "`*`"),
        ("a: !!python/object:os.system 1\n", 1, "`!`"),
        ("a: !x 1\n", 1, "`!`"),
        ("[a]: 1\n", 1, "must be text"),
        ("a: 1\n--- \nb: 2\n", 3, "more than one"),
        ("a: b\ntitle: Hội nghị: khai mạc\n", 2, "quotation marks"),
        ("a: b\n\tc: d\n", 2, "tabs"),
        ('a: "b\n', 1, "not closed"),
        ("a: 1\nbb\nc: 1\n", 3, "`:` is missing"),
        ("a: 1\nb: \x00\n", 2, "control"),
        ("\n\nầ: \x07\n", 3, "control"),
    ],
)
def test_what_people_do_not_type_is_refused_with_its_line(text: str, line: int, part: str) -> None:
    with pytest.raises(NodeError) as caught:
        parse(text)

    assert line == caught.value.line
    assert part in caught.value.reason.en
    assert caught.value.reason.vi != caught.value.reason.en


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    levels = [f"{chr(97 + n)}: &{chr(97 + n)} [{f'*{chr(96 + n)},' * 9}]" for n in range(1, 12)]

    with pytest.raises(NodeError):
        parse("a: &a [x]\n" + "\n".join(levels))


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 50_000, "? " * 5_000])
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(NodeError):
        parse(text)


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(NodeError) as caught:
        parse("a: b", max_size=3)

    assert "over 3 characters" == caught.value.reason.en


@settings(deadline=None)
@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs"])
        | st.sampled_from("-:{}[]&*!|>'\"%@#\n\t ,?"),
        max_size=60,
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    found: object
    try:
        found = parse(text)
    except NodeError as error:
        found = error

    assert isinstance(found, (Text, Items, Fields, NodeError))
    assert 1 <= found.line <= 1 + text.count("\n") + len(re.findall("[\r\x85\u2028\u2029]", text))

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import plain
from generator.content.nodes import Fields, parse

AWKWARD = st.one_of(
    st.text(),
    st.text(alphabet=" \t:#-?,[]{}&*!|>'\"%@`=<~.\\\n\x85\u2028\ufeffaế0"),
    st.sampled_from(["no", "Yes", "~", "007", "1e5", "0o17", "12:30", "2021-12-13", "...", "---"]),
    st.from_regex(r"[-+.0-9_eExo:]{1,8}", fullmatch=True),
)
KEYS = st.from_regex(r"[a-z]{1,8}_x", fullmatch=True)
VALUES = st.recursive(
    AWKWARD,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@settings(deadline=None)
@given(value=st.dictionaries(KEYS, VALUES, max_size=4))
def test_every_yaml_reader_reads_back_what_was_written(
    loader: type[yaml.SafeLoader], value: dict[str, plain.Plain]
) -> None:
    if any("\ud800" <= c <= "\udfff" for c in str(value)):
        return
    assert value == (yaml.load(plain.document(value), Loader=loader) or {})  # noqa: S506 - safe


@settings(deadline=None)
@given(st.lists(AWKWARD, min_size=1))
def test_a_list_on_one_line_reads_back(texts: list[str]) -> None:
    written = plain.document({"ids": plain.Row(texts)})

    assert {"ids": texts} == yaml.safe_load(written)
    assert 1 == written.count("\n")


@settings(deadline=None)
@given(AWKWARD)
def test_our_own_reader_sees_a_field_on_one_line(text: str) -> None:
    written = plain.document({"a": text, "b": "c"})

    node = parse(written)
    assert isinstance(node, Fields)
    assert 2 == node.entries["b"].line


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị Ngoại giao lần thứ 31",
        "“Trong hoạn nạn” – lời cảm ơn (CLO)",
        "5.000 người dự lễ",
        "https://example.org/a?b=c#d",
        "a-2021-k7m2q4xd",
        "Trường học, bệnh viện & chợ",
        "😀",
    ],
)
def test_ordinary_text_has_no_quotation_marks(text: str) -> None:
    assert text == plain.scalar(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Khai mạc: ngày đầu", '"Khai mạc: ngày đầu"'),
        ("Số #1", '"Số #1"'),
        ("no", '"no"'),
        ("2021", '"2021"'),
        ('Nói "có"', 'Nói "có"'),
        ('"Có"', '"\\"Có\\""'),
        ("", '""'),
    ],
)
def test_quotation_marks_stand_where_a_reader_would_err(text: str, written: str) -> None:
    assert written == plain.scalar(text)


def test_dates_and_numbers_are_bare() -> None:
    assert "2021" == plain.scalar(plain.Bare(2021))


def test_lists_and_mappings_are_indented_as_people_write_them() -> None:
    value: plain.Plain = {"a": {"b": "c"}, "d": [{"e": "f", "g": ["h"]}, "i"], "j": {}, "k": []}

    expected = "a:\n  b: c\nd:\n  - e: f\n    g:\n      - h\n  - i\nj: {}\nk: []\n"
    assert expected == plain.document(value)

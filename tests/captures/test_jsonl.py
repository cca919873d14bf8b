from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import captures
from generator.captures import items, jsonl
from generator.errors import FindingError
from generator.model import Capture
from tests.captures.wrong import NEWS, spoilt

Read = list[Capture | FindingError]


def read(tmp_path: Path, *lines: object) -> Read:
    """Lines as they are if they are bytes, else as JSON."""
    data = b"\n".join(
        line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()
        for line in lines
    )
    path = tmp_path / "tin" / "a.jsonl"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return list(captures.read_all(path, raw=tmp_path))


def one(tmp_path: Path, line: object) -> Capture:
    (found,) = read(tmp_path, line)
    assert isinstance(found, Capture)
    return found


def codes(found: Read) -> list[str]:
    return [
        f"{each.findings[0].code}:{each.findings[0].line}"
        if isinstance(each, FindingError)
        else each.raw
        for each in found
    ]


def test_an_item_of_news_please_is_a_capture_with_what_it_states(tmp_path: Path) -> None:
    item = {
        "authors": ["Lan Anh", "Minh Đức"],
        "date_download": "2021-12-14 03:00:00",
        "date_modify": "None",
        "date_publish": "2021-12-13 10:00:00",
        "description": "Hai bên nhất trí.",
        "filename": "x.json",
        "language": "vi",
        "maintext": NEWS,
        "source_domain": "vov.vn",
        "text": "ignored",
        "title": "Bộ trưởng\n tiếp Đại sứ",
        "url": "https://vov.vn/a.vov",
    }

    capture = one(tmp_path, item)

    assert ("tin/a.jsonl#1", 1, "text", NEWS) == (
        capture.raw,
        capture.member,
        capture.format,
        capture.text,
    )
    assert "raw/tin/a.jsonl#1" == capture.file
    assert "https://vov.vn/a.vov" == capture.url
    assert datetime(2021, 12, 14, 3, tzinfo=UTC) == capture.captured
    assert {
        "title": "Bộ trưởng tiếp Đại sứ",
        "date": "2021-12-13 10:00:00",
        "byline": "Lan Anh, Minh Đức",
        "summary": "Hai bên nhất trí.",
        "lang": "vi",
        "outlet": "vov.vn",
    } == dict(capture.given)


def test_an_item_with_a_page_is_html_whatever_else_it_has(tmp_path: Path) -> None:
    page = f"<html><body><p>{NEWS}</p></body></html>"

    capture = one(tmp_path, {"text": "x", "raw_html": page, "link": "https://a.vn/b"})

    assert ("html", page, "https://a.vn/b") == (capture.format, capture.text, capture.url)


@pytest.mark.parametrize("body", ["<p>Một</p><p>Hai</p>", "Một<br/>Hai", " <div class=a>Một"])
def test_a_text_with_markup_is_html(tmp_path: Path, body: str) -> None:
    assert "html" == one(tmp_path, {"content": body}).format


@pytest.mark.parametrize("body", ["a < b, c > d", "Một <hai> ba", "1 <3"])
def test_a_text_with_angles_is_text(tmp_path: Path, body: str) -> None:
    assert ("text", body) == (
        one(tmp_path, {"body": body}).format,
        one(tmp_path, {"body": body}).text,
    )


def test_paragraphs_in_a_list_are_lines(tmp_path: Path) -> None:
    assert "Một.\nHai." == one(tmp_path, {"body": ["Một.", "Hai.", None]}).text


@pytest.mark.parametrize(
    ("stated", "given"),
    [
        ({"Headline": "A"}, {"title": "A"}),
        ({"datePublished": "2021"}, {"date": "2021"}),
        ({"published-at": "2021"}, {"date": "2021"}),
        ({"author": {"name": "A", "url": "x"}}, {"byline": "A"}),
        ({"author": [{"name": "A"}, {"name": "B"}]}, {"byline": "A, B"}),
        ({"source": {"id": None, "name": "VOV"}}, {"outlet": "VOV"}),
        ({"title": None, "headline": "B"}, {"title": "B"}),
        ({"title": "  ", "category": ["Thế giới", "Á"]}, {"section": "Thế giới, Á"}),
        ({"title": True, "date": 20211213}, {"date": "20211213"}),
        ({"tac_gia": "A", "ngay_dang": "13/12/2021"}, {"date": "13/12/2021", "byline": "A"}),
        ({"title": "x" * 6000}, {}),
    ],
)
def test_the_usual_names_are_ours(stated: dict[str, object], given: dict[str, str]) -> None:
    assert given == dict(items.given(items.normalised(stated)))


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("2021-12-13T08:00:00+07:00", datetime(2021, 12, 13, 1, tzinfo=UTC)),
        ("2021-12-13T01:00:00Z", datetime(2021, 12, 13, 1, tzinfo=UTC)),
        (1639357200, datetime(2021, 12, 13, 1, tzinfo=UTC)),
        (1639357200000, datetime(2021, 12, 13, 1, tzinfo=UTC)),
        ("yesterday", None),
        (None, None),
        (1e300, None),
        (float("nan"), None),
        ("0001-01-01T00:00:00+07:00", None),
    ],
)
def test_a_moment_is_read_as_machines_write_it(value: object, time: datetime | None) -> None:
    assert time == items.moment(value)


def test_a_broken_line_is_a_finding_and_the_others_go_on(tmp_path: Path) -> None:
    item = {"body": NEWS}

    found = read(
        tmp_path,
        b"\xef\xbb\xbf" + json.dumps(item).encode() + b"\r",
        b'{"body": "x"',
        b"[1]",
        b"",
        b'{"body": "\xff"}',
        {"url": "https://a.vn/"},
        b"[" * 100_000,
        b'{"body": ' + b"9" * 5000 + b"}",
        b"   ",
        item,
    )

    assert [
        "tin/a.jsonl#1",
        "capture-item:2",
        "capture-item:3",
        "capture-item:5",
        "capture-item:6",
        "capture-item:7",
        "capture-item:8",
        "tin/a.jsonl#10",
    ] == codes(found)
    assert {f"{tmp_path.name}/tin/a.jsonl"} == {
        each.findings[0].file for each in found if isinstance(each, FindingError)
    }


def test_a_line_over_the_limit_is_refused_unread_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "MAX_CAPTURE", 1000)

    found = read(tmp_path, {"body": "x" * 5000}, {"body": "x" * 900}, {"body": "x" * 5000})

    assert ["capture-too-large:1", "tin/a.jsonl#2", "capture-too-large:3"] == codes(found)


def test_a_file_without_an_item_says_so(tmp_path: Path) -> None:
    assert ["capture-none:0"] == codes(read(tmp_path, b""))


def test_the_digest_is_of_the_line(tmp_path: Path) -> None:
    line = json.dumps({"body": NEWS}).encode()

    capture = one(tmp_path, line + b"\r")

    assert sha256(line).hexdigest() == capture.sha256


def test_mojibake_in_an_item_is_restored_and_half_characters_are_replaced(tmp_path: Path) -> None:
    assert NEWS == one(tmp_path, {"body": spoilt(NEWS, "cp1252")}).text
    assert "a\ufffdb" == one(tmp_path, b'{"body": "a\\ud800b"}').text


def test_one_item_is_read_by_its_name(tmp_path: Path) -> None:
    read(tmp_path, {"body": "Một"}, b"{", {"body": "Ba"})

    assert "Ba" == captures.read_one("tin/a.jsonl#3", raw=tmp_path).text
    for name, code in [
        ("#2", "capture-item"),
        ("#4", "capture-no-member"),
        ("", "capture-no-member"),
        ("#0", "capture-unreadable"),
    ]:
        with pytest.raises(FindingError) as caught:
            captures.read_one(f"tin/a.jsonl{name}", raw=tmp_path)
        assert code == caught.value.findings[0].code


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_is_an_item_or_a_finding(value: object) -> None:
    if isinstance(value, dict):
        item = items.normalised(value)
        assert all(isinstance(text, str) for text in (*items.page(item), items.url(item)))
        assert all(text for pair in items.given(item) for text in pair)

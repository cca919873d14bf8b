from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator.model import Extraction

Extract = Callable[..., Extraction]

STORY = [
    "Hội nghị ngoại vụ khai mạc sáng nay ở thủ đô, với đại biểu của mọi tỉnh thành trong cả nước.",
    "Các đại biểu bàn về đường lối đối ngoại mười năm tới. Phiên đầu kéo dài hai giờ đồng hồ.",
    "Ban tổ chức cho biết hội nghị sẽ họp lại vào mùa thu. Văn kiện được công bố trong tuần này.",
    "Buổi chiều, đoàn chủ tịch tiếp các nhà báo. Câu hỏi nào cũng được trả lời, theo ban tổ chức.",
    "Hội nghị bế mạc vào tối mai. Sau đó các đại biểu đi thăm một làng nghề ở ngoại thành thủ đô.",
]
HEAD = "Hội nghị ngoại vụ khai mạc ở thủ đô"
EMPTY = f"<html><head><title>{HEAD}</title>{{}}</head><body><div id='root'>{{}}</div></body></html>"


def _jsonld(body: str) -> str:
    data = {"@type": "NewsArticle", "headline": HEAD, "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def _body(found: Extraction) -> list[str]:
    assert found.article
    return [line for line in found.article.body.splitlines() if line]


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(STORY),
        "".join(f"<p>{text}</p>" for text in STORY),
        "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in STORY),
    ],
)
def test_story_that_is_only_in_json_ld_is_read_from_there(body: str, extract_html: Extract) -> None:
    found = extract_html(EMPTY.format(_jsonld(body), ""))

    assert STORY == _body(found)
    assert {"json-ld/article-body"} == {x.rule for x in found.lines if x.block.text in STORY}
    assert "capture-from-data" in [x.code for x in found.findings]


@pytest.mark.parametrize(
    "script",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{{}}</script>',  # noqa: F541
        "<script>window.__INITIAL_STATE__ = {};</script>",
    ],
)
@pytest.mark.parametrize(
    "state",
    [
        {"props": [{"story": {"body": "".join(f"<p>{text}</p>" for text in STORY)}}]},
        {"elements": [{"type": "text", "content": f"<p>{text}</p>"} for text in STORY]},
    ],
)
def test_story_that_is_only_in_a_pages_state_is_read_from_there(
    script: str, state: object, extract_html: Extract
) -> None:
    found = extract_html(EMPTY.format("", script.format(json.dumps(state))))

    assert STORY == _body(found)
    assert {"page-state/article-body"} == {x.rule for x in found.lines if x.block.text in STORY}


def test_story_that_is_shown_is_preferred_to_data(extract_html: Extract) -> None:
    shown = "".join(f"<p>{text}</p>" for text in STORY)
    found = extract_html(EMPTY.format(_jsonld("Chữ khác, dài hơn. " * 100), shown))

    assert STORY == _body(found)
    assert "capture-from-data" not in [x.code for x in found.findings]


@pytest.mark.parametrize(
    "script",
    [
        _jsonld("Ngắn quá."),
        '<script type="application/ld+json">{"articleBody": "' + "a" * 500,
        "<script>window.__STATE__ = " + "[" * 10_000 + "</script>",
        '<script type="application/json">' + '{"body": "' + "từ " * 300 + '"}</script>',
    ],
)
def test_data_that_holds_no_story_gives_none(script: str, extract_html: Extract) -> None:
    found = extract_html(EMPTY.format(script, "<p>Menu</p>"))

    assert found.article is None
    assert ["capture-no-story"] == [x.code for x in found.findings]


def test_page_that_is_hidden_until_a_script_has_run_is_read(extract_html: Extract) -> None:
    shown = "".join(
        f"<p>{text}</p>" for text in [*STORY, *(f"{text} Hết." for text in STORY[::-1])]
    )
    shown += "".join(f"<p>{text} Và còn nữa.</p>" for text in STORY)
    found = extract_html(EMPTY.format("", f"<div style='visibility:hidden'>{shown}</div>"))

    assert STORY == _body(found)[: len(STORY)]


def test_page_that_is_only_a_widget_has_no_story(extract_html: Extract) -> None:
    widget = (
        "<iframe src='https://chat.example/'></iframe><button>Gửi</button><form><p>Tên</p></form>"
    )
    found = extract_html(EMPTY.format("", widget))

    assert found.article is None
    assert ["capture-no-story"] == [x.code for x in found.findings]

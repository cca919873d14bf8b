from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Extraction

Extract = Callable[..., Extraction]

FIRST = [
    "Hội nghị ngoại vụ khai mạc sáng nay ở thủ đô, với đại biểu của mọi tỉnh thành trong cả nước.",
    "Các đại biểu bàn về đường lối đối ngoại. Phiên đầu kéo dài hai giờ, và mỗi đoàn có mười phút.",
    "Không đoàn nào nói quá giờ, theo lời người điều hành. Phiên sau bắt đầu vào hai giờ chiều.",
    "Ban tổ chức cho biết hội nghị sẽ họp lại vào mùa thu. Văn kiện được in bằng hai thứ tiếng.",
    "Văn kiện được gửi tới các cơ quan đại diện ở nước ngoài. Báo chí nhận được cùng lúc với họ.",
    "Buổi chiều, đoàn chủ tịch tiếp các nhà báo. Câu hỏi nào cũng được trả lời, theo ban tổ chức.",
    "Hội nghị bế mạc vào tối mai. Sau đó các đại biểu đi thăm một làng nghề ở ngoại thành thủ đô.",
]
SECOND = [
    f"{text.replace('Hội nghị', 'Lễ hội').replace('đoàn', 'đội')} Đó là tin." for text in FIRST
]
HEAD, OTHER = "Hội nghị ngoại vụ khai mạc ở thủ đô", "Lễ hội hoa mở cửa ở miền núi"


def _story(headline: str, texts: list[str]) -> str:
    return f"<article><h1>{headline}</h1>{''.join(f'<p>{x}</p>' for x in texts)}</article>"


def _page(*parts: str, title: str = "") -> str:
    return f"<title>{title}</title><body><main>{''.join(parts)}</main></body>"


def _body(found: Extraction) -> list[str]:
    assert found.article
    return [line for line in found.article.body.splitlines() if line]


def test_the_first_of_two_stories_is_the_pages(extract_html: Extract) -> None:
    found = extract_html(_page(_story(HEAD, FIRST), _story(OTHER, SECOND)))

    assert FIRST == _body(found)
    assert {"other-story"} == {x.rule for x in found.lines if x.block.text in [OTHER, *SECOND]}
    assert [OTHER] == [
        x.what.en.partition("begins with “")[2].rstrip("”.")
        for x in found.findings
        if x.code == "capture-two-articles"
    ]


def test_the_story_that_the_page_is_named_after_is_its_own(extract_html: Extract) -> None:
    page = _page(_story(OTHER, SECOND), _story(HEAD, FIRST), title=f"{HEAD} - Báo")

    assert FIRST == _body(extract_html(page))


@pytest.mark.parametrize(
    "second",
    [
        _story(OTHER, SECOND[:1]),
        _story(HEAD, FIRST),
        f"<article>{''.join(f'<p>{x}</p>' for x in SECOND)}</article>",
    ],
)
def test_a_teaser_a_second_printing_and_a_part_are_no_other_story(
    second: str, extract_html: Extract
) -> None:
    found = extract_html(_page(_story(HEAD, FIRST), second))

    assert FIRST == _body(found)[: len(FIRST)]
    assert "capture-two-articles" not in [x.code for x in found.findings]


@pytest.mark.parametrize(
    "wall",
    [
        "Đăng nhập để đọc tiếp bài viết này",
        "Bài viết này chỉ dành cho thành viên",
        "Subscribe now to continue reading this story",
        "This article is only available to subscribers",
    ],
)
def test_wall_before_a_story_is_reported(wall: str, extract_html: Extract) -> None:
    found = extract_html(_page(_story(HEAD, FIRST[:1]), f"<div><p>{wall}</p></div>"))
    whole = extract_html(_page(_story(HEAD, [*FIRST, *SECOND]), f"<div><p>{wall}</p></div>"))

    assert "capture-login-wall" in [x.code for x in found.findings]
    assert "capture-login-wall" not in [x.code for x in whole.findings]


def test_page_that_says_it_is_not_free_is_reported_if_it_is_short(extract_html: Extract) -> None:
    data = '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'
    found = extract_html(_page(data, _story(HEAD, FIRST[:1])))

    assert "capture-login-wall" in [x.code for x in found.findings]


def test_login_page_has_no_story_and_says_why(extract_html: Extract) -> None:
    form = "<form><input name='a'><button>Đăng nhập</button></form>"
    found = extract_html(_page("<h2>Đăng nhập để xem tiếp</h2>", form))

    assert found.article is None
    assert {"capture-no-story", "capture-login-wall"} == {x.code for x in found.findings}

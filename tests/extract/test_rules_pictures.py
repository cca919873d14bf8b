from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Extraction

Extract = Callable[..., Extraction]
Roles = Callable[[Extraction], dict[str, str]]

LEAD = "Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết."
MORE = "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở."
HEAD = "Hội nghị ngoại vụ khai mạc ở thủ đô"


def _text(*lines: str) -> str:
    return "\n".join((HEAD, "", LEAD, *lines, MORE))


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        (["Toàn cảnh hội nghị. Ảnh: Hải Đăng/TTXVN"], "Toàn cảnh hội nghị.", "Hải Đăng/TTXVN"),
        (["Toàn cảnh hội nghị (Ảnh: TTXVN)"], "Toàn cảnh hội nghị", "TTXVN"),
        (["Toàn cảnh hội nghị - Ảnh: VGP/Thu An"], "Toàn cảnh hội nghị", "VGP/Thu An"),
        (["Delegates in the hall. (Photo: VNA)"], "Delegates in the hall.", "VNA"),
        (["anh-1.jpg (704×407)", "Phòng họp chính"], "Phòng họp chính", ""),
        (["anh-1.jpg", "Toàn cảnh phòng họp."], "Toàn cảnh phòng họp.", ""),
        (["© Ảnh : TTXVN - Thu AnĐoàn chủ tịch"], "Đoàn chủ tịch", "TTXVN - Thu An"),
        (
            ["© Ảnh : Thu AnDOanh nhân dự họp", "DOanh nhân dự họp"],
            "DOanh nhân dự họp",
            "Thu An",
        ),
        (["© Ảnh : TTXVN - Thu An"], "", "TTXVN - Thu An"),
    ],
)
def test_caption_and_credit_are_pulled_apart(
    lines: list[str], caption: str, credit: str, extract_text: Extract
) -> None:
    found = extract_text(_text(*lines))

    assert found.article
    assert [(caption, credit)] == [(x.caption, x.credit) for x in found.article.images]
    assert [LEAD, MORE] == [x for x in found.article.body.splitlines() if x]


@pytest.mark.parametrize(
    "line",
    [
        "Cuốn Ảnh: một lịch sử ngắn của ông được in lần đầu ở Hà Nội.",
        "Ông kể. Bà nghe. Họ cười. Rồi họ khóc với nhau đến tận khuya. Ảnh: TTXVN",
        "Toàn cảnh kinh tế thế giới được các diễn giả phác họa trong phiên đầu.",
    ],
)
def test_sentence_that_resembles_a_caption_stays(line: str, extract_text: Extract) -> None:
    assert all(label.kept for label in extract_text(_text(line)).lines)


def test_paragraph_below_a_picture_is_no_caption(extract_text: Extract, roles: Roles) -> None:
    assert "body" == roles(extract_text(_text("anh-1.jpg")))[MORE]


def test_headline_without_accents_is_an_alt_line(extract_text: Extract, roles: Roles) -> None:
    found = roles(extract_text(_text("hoi nghi ngoai vu khai mac o thu do hinh 1")))

    assert "alt_text" == found["hoi nghi ngoai vu khai mac o thu do hinh 1"]


def test_own_picture_keeps_its_caption_and_a_teaser_none(
    extract_text: Extract, roles: Roles
) -> None:
    own = "Đoàn chủ tịch - Sputnik Việt Nam, 1920, 13.12.2021"
    other = "Cầu cũ - Sputnik Việt Nam, 1920, 04.01.2015"
    found = extract_text(
        _text("© Ảnh : Thu AnĐoàn chủ tịch", own, LEAD[4:], other, "Cây cầu được sửa xong")
    )

    assert found.article
    assert ["Đoàn chủ tịch"] == [image.caption for image in found.article.images]
    assert ["alt_text", "teaser", "teaser"] == [
        roles(found)[text] for text in (own, other, "Cây cầu được sửa xong")
    ]
    assert "2021-12-13" == str(found.article.date)


def test_captioned_picture_of_an_older_story_is_a_teaser(
    extract_text: Extract, roles: Roles
) -> None:
    found = extract_text(
        _text(
            "© Ảnh : Thu AnĐoàn chủ tịch",
            "Đoàn chủ tịch - Sputnik Việt Nam, 1920, 13.12.2021",
            LEAD[4:],
            "© Sputnik / Hải ĐăngQuảng trường",
            "Quảng trường - Sputnik Việt Nam, 1920, 09.05.2015",
            "Lễ kỷ niệm ở một nước khác",
        )
    )

    assert "teaser" == roles(found)["© Sputnik / Hải ĐăngQuảng trường"]
    assert "teaser" == roles(found)["Lễ kỷ niệm ở một nước khác"]


PAGE = "<body><h1>{}</h1><div><p>{}</p>{}<p>{}</p></div></body>"


@pytest.mark.parametrize(
    ("figure", "caption", "credit", "alt"),
    [
        (
            (
                "<figure><img src='https://x.example/a.jpg' alt='Người dân vẫy cờ bên đường'>"
                "<figcaption>Đoàn xe vào thành phố. Ảnh: Thu An</figcaption></figure>"
            ),
            *("Đoàn xe vào thành phố.", "Thu An", "Người dân vẫy cờ bên đường"),
        ),
        (
            (
                "<table class='picture'><tr><td><img src='https://x.example/a.jpg'></td></tr>"
                "<tr><td class='caption'>Đoàn xe vào thành phố (Ảnh: Thu An)</td></tr></table>"
            ),
            *("Đoàn xe vào thành phố", "Thu An", ""),
        ),
        (
            (
                "<p><img src='https://x.example/a.jpg' alt='a.jpg'></p>"
                "<p class='image-caption'>Đoàn xe vào thành phố</p>"
            ),
            *("Đoàn xe vào thành phố", "", ""),
        ),
        (
            (
                "<p><img src='https://x.example/a.jpg' alt='Đoàn xe vào thành phố'></p>"
                "<p><em>Đoàn xe vào thành phố</em></p>"
            ),
            *("Đoàn xe vào thành phố", "", ""),
        ),
    ],
)
def test_picture_of_a_page_has_caption_credit_and_address(
    figure: str, caption: str, credit: str, alt: str, extract_html: Extract
) -> None:
    found = extract_html(PAGE.format(HEAD, LEAD, figure, MORE))

    assert found.article
    assert [("https://x.example/a.jpg", caption, credit, alt)] == [
        (x.url, x.caption, x.credit, x.alt.vi) for x in found.article.images
    ]


def test_ornament_is_no_picture(extract_html: Extract) -> None:
    icon = "<p><img src='https://x.example/i.png' width='16' height='16' alt='mũi tên'></p>"
    found = extract_html(PAGE.format(HEAD, LEAD, icon, MORE))

    assert found.article
    assert () == found.article.images


def test_caption_and_credit_in_elements_of_their_own_are_one_pictures(
    extract_html: Extract,
) -> None:
    figure = (
        "<figure><a href='/lon'><img src='https://x.example/a.jpg' alt=''></a>"
        "<a class='button' href='/lon'>Xem ảnh lớn hơn ở một thẻ khác của trình duyệt</a>"
        "<figcaption><p>Đoàn xe vào thành phố.</p><p>Trời mưa.</p>"
        "<span class='photo-credit'>Thu An</span></figcaption></figure>"
    )
    found = extract_html(PAGE.format(HEAD, LEAD, figure, MORE))

    assert found.article
    assert [("https://x.example/a.jpg", "Đoàn xe vào thành phố. Trời mưa.", "Thu An")] == [
        (x.url, x.caption, x.credit) for x in found.article.images
    ]


def test_picture_that_is_printed_twice_keeps_what_either_printing_says(
    extract_html: Extract,
) -> None:
    picture = "<p><img src='https://x.example/a.jpg'></p>"
    figure = f"<figure>{picture}<figcaption>Đoàn xe. Ảnh: Thu An</figcaption></figure>"
    found = extract_html(PAGE.format(HEAD, LEAD, picture + f"<p>{MORE}</p>" + figure, MORE[9:]))

    assert found.article
    assert [("https://x.example/a.jpg", "Đoàn xe.", "Thu An")] == [
        (x.url, x.caption, x.credit) for x in found.article.images
    ]


def test_every_picture_of_a_gallery_has_its_own_caption(extract_html: Extract) -> None:
    gallery = "".join(
        f"<li><figure><img src='https://x.example/{n}.jpg'><figcaption>Ảnh số {n}</figcaption>"
        "</figure></li>"
        for n in range(3)
    )
    found = extract_html(PAGE.format(HEAD, LEAD, f"<ul>{gallery}</ul>", MORE))

    assert found.article
    assert [(f"https://x.example/{n}.jpg", f"Ảnh số {n}") for n in range(3)] == [
        (x.url, x.caption) for x in found.article.images
    ]


def test_caption_of_a_table_and_name_below_a_quotation_stay_in_the_text(
    extract_html: Extract, roles: Roles
) -> None:
    table = (
        "<table><caption>Kim ngạch theo năm</caption><tr><td>2020</td><td>5,5</td></tr>"
        "<tr><td>2021</td><td>6,7</td></tr></table>"
        "<figure><blockquote><p>Chúng tôi tin vào đối thoại.</p></blockquote>"
        "<figcaption>Bà Thu An, đại sứ</figcaption></figure>"
    )
    found = extract_html(PAGE.format(HEAD, LEAD, table, MORE))

    assert found.article
    assert () == found.article.images
    assert {"Kim ngạch theo năm": "body", "Bà Thu An, đại sứ": "body"} == {
        text: role for text, role in roles(found).items() if text[:2] in ("Ki", "Bà")
    }


def test_author_and_photographer_below_a_story_are_no_caption(
    extract_text: Extract, roles: Roles
) -> None:
    found = extract_text(f"{HEAD}\n\n{LEAD}\n\n{MORE}\n\nTrần Thu - Ảnh: Phạm An")

    assert found.article
    assert "byline" == roles(found)["Trần Thu - Ảnh: Phạm An"]
    assert "Trần Thu" == found.article.byline
    assert () == found.article.images

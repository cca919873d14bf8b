from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Extraction

Extract = Callable[..., Extraction]
Roles = Callable[[Extraction], dict[str, str]]

HEAD = "Hội nghị ngoại vụ khai mạc ở thủ đô"
STORY = tuple(
    f"{start} các tỉnh thành cử người về dự đông đủ, theo ban tổ chức cho biết thêm."
    for start in ("Đầu tiên,", "Sau đó,", "Cuối cùng,")
)
BODY = "".join(f"<p>{text}</p>" for text in STORY)
OTHER = "Một đoạn văn dài của trang khác, có dấu chấm ở cuối và đủ nhiều chữ."


@pytest.mark.parametrize(
    ("element", "role"),
    [
        ("<nav><p>{}</p></nav>", "navigation"),
        ("<div class='breadcrumb'><p>{}</p></div>", "navigation"),
        ("<aside><p>{}</p></aside>", "related"),
        ("<div class='box-tinLienQuan'><p>{}</p></div>", "related"),
        ("<section id='binh-luan' class='comment-list'><p>{}</p></section>", "comment"),
        ("<footer><p>{}</p></footer>", "legal"),
        ("<form><p>{}</p></form>", "widget"),
        ("<div class='ads'><p>{}</p></div>", "ad"),
    ],
)
def test_part_of_the_page_is_told_by_its_element(
    element: str, role: str, extract_html: Extract, roles: Roles
) -> None:
    page = f"<body><article><h1>{HEAD}</h1>{BODY}{element.format(OTHER)}</article></body>"
    found = roles(extract_html(page))

    assert role == found[OTHER]
    assert all(found[text] == "body" for text in STORY)


@pytest.mark.parametrize(
    "container",
    [
        "<body class='has-sidebar comments-open'>{}</body>",
        "<body><div class='print share related'>{}</div></body>",
        "<body><form id='aspnetForm'>{}</form></body>",
        "<body><div class='elementor-widget'>{}</div></body>",
        "<body><div class='post'><div class='tag-news'>{}</div></div></body>",
    ],
)
def test_element_that_holds_the_story_is_no_boilerplate_whatever_its_name(
    container: str, extract_html: Extract, roles: Roles
) -> None:
    found = roles(extract_html(container.format(f"<h1>{HEAD}</h1>{BODY}")))

    assert ["headline", "body", "body", "body"] == list(found.values())


def test_word_that_the_page_gives_to_everything_says_nothing(
    extract_html: Extract, roles: Roles
) -> None:
    blocks = "".join(
        f"<div class='el-widget w{i}'>{p}</div>" for i, p in enumerate(BODY.split("</p>"))
    )
    found = roles(extract_html(f"<body><h1>{HEAD}</h1>{blocks}</body>"))

    assert all(found[text] == "body" for text in STORY)


def test_paragraph_between_headline_and_story_is_kept(extract_html: Extract) -> None:
    page = f"<body><h1>{HEAD}</h1><div><p>{OTHER}</p></div><div class='text'>{BODY}</div></body>"

    assert all(label.kept for label in extract_html(page).lines)


def test_page_without_names_is_read_by_place(extract_html: Extract, roles: Roles) -> None:
    page = (
        "<body><table><tr><td><a href='/'>Giới thiệu</a></td></tr><tr><td>Tin hoạt động<br>"
        f"<b>{HEAD}</b>{BODY}<i>Nguồn: Sở Ngoại vụ</i></td></tr>"
        "<tr><td>Số 1 đường Ví Dụ</td></tr></table></body>"
    )
    found = roles(extract_html(page))

    assert ["navigation", "section", "headline"] == list(found.values())[:3]
    assert ["source_line", "navigation"] == list(found.values())[-2:]


def test_byline_in_the_footer_of_an_article_is_found(extract_html: Extract) -> None:
    footer = "<footer><p class='author'>Thu An</p></footer>"
    page = f"<body><article><h1>{HEAD}</h1>{BODY}{footer}</article>"

    assert "Thu An" == extract_html(page).fields["byline"].value


@pytest.mark.parametrize("author", ["VCCorp.vn", "admin", "Báo Ví Dụ", "https://bao.example"])
def test_system_or_site_is_no_author(author: str, extract_html: Extract) -> None:
    page = (
        f"<head><meta name='author' content='{author}'><meta property='og:site_name' "
        f"content='Báo Ví Dụ'></head><body><h1>{HEAD}</h1>{BODY}</body>"
    )

    assert "" == extract_html(page).fields["byline"].value


def test_description_that_says_more_is_the_summary_and_the_lead_again_is_none(
    extract_html: Extract,
) -> None:
    page = "<head><meta name='description' content='{}'></head><body><h1>" + HEAD + f"</h1>{BODY}"

    assert OTHER == extract_html(page.format(OTHER)).fields["summary"].value
    assert "" == extract_html(page.format(STORY[0])).fields["summary"].value


def test_film_stays_as_a_link_and_its_caption_is_no_picture(extract_html: Extract) -> None:
    film = (
        "<figure><video src='https://x.example/a.mp4'></video>"
        "<figcaption>Video: hội nghị</figcaption></figure>"
    )
    found = extract_html(f"<body><h1>{HEAD}</h1><div>{BODY}{film}{BODY[3:]}</div></body>")

    assert found.article
    assert () == found.article.images
    assert "https://x.example/a.mp4" in found.article.body


def test_question_on_a_button_is_a_heading_that_unfolds(
    extract_html: Extract, roles: Roles
) -> None:
    question = "Ai được cử đi dự hội nghị?"
    buttons = [f"<div><button>{text}</button></div>" for text in (question, "Đóng")]
    page = f"<article><h1>{HEAD}</h1>{BODY}{buttons[0]}<p>{OTHER}</p>{buttons[1]}</article>"
    found = roles(extract_html(page))

    assert ("body", "widget") == (found[question], found["Đóng"])


def test_article_in_an_element_called_newsletter_is_the_story(
    extract_html: Extract, roles: Roles
) -> None:
    inner = (
        f"<article class='newsletter-content'><div class='newsletter-text'>{BODY}</div></article>"
    )
    voices = "".join(f"<blockquote>{OTHER} {n}</blockquote>" for n in range(2))
    found = roles(
        extract_html(f"<h1>{HEAD}</h1><div class='newsletter'>{inner}</div><div>{voices}</div>")
    )

    assert ["body"] * 3 == [found[text] for text in STORY]


@pytest.mark.parametrize(
    ("element", "label"),
    [
        ("<iframe src='https://www.youtube.com/embed/x'></iframe>", "Video (youtube.com)"),
        ("<video src='https://media.example/1/2.mp4'></video>", "Video (media.example)"),
        ("<audio src='https://media.example/3.mp3'></audio>", "Audio (media.example)"),
        ("<iframe src='https://maps.example/ha-noi'></iframe>", "maps.example"),
        ("<iframe src='https://a.example/' title='Bản đồ'></iframe>", "Bản đồ"),
    ],
)
def test_link_to_what_is_embedded_says_what_it_is(
    element: str, label: str, extract_html: Extract, roles: Roles
) -> None:
    page = f"<article><h1>{HEAD}</h1><p>{STORY[0]}</p>{element}<p>{STORY[1]}</p></article>"

    assert "body" == roles(extract_html(page))[label]


def test_line_below_a_file_name_in_a_page_is_its_caption(
    extract_html: Extract, roles: Roles
) -> None:
    lines = [HEAD, STORY[0], "img-0031p.jpg (704×407)", "Phòng họp ở thủ đô", STORY[1]]
    found = roles(extract_html("<body>" + "".join(f"<p>{line}</p>" for line in lines)))

    assert "caption" == found["Phòng họp ở thủ đô"]

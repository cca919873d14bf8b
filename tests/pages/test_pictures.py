"""Pictures of an article: where they stand, with what below them, and what stands for lost ones."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from generator import pages
from generator.model import Article, Image, Page, Rights
from generator.pages.beside import Beside
from tests.assemble.make import article, joined, translation
from tests.pages.made import SETTINGS, part

URL = "https://vi.example/a.jpg"
HELD = Image(file="a.jpg", caption="Quang cảnh.", credit="Thu An", url=URL)
ALONE = "Một.\n\n![Hội nghị](a.jpg)\n\nHai."


def pictured(
    *texts: Article,
    size: tuple[int, int] | None = (640, 480),
    path: str = "2021/12/13/tin/index.md",
) -> Page:
    """The page of an article whose pictures all have one size."""
    views = pages.open_views(
        joined(*texts),
        words=SETTINGS.words,
        names=SETTINGS.site_name,
        beside=Beside(size=lambda _path: size),
    )
    return next(page for page in pages.make(views) if page.path == path)


def rendered(page: Page) -> BeautifulSoup:
    """The body as it is printed."""
    markdown = Markdown(extensions=["generator.safe_markdown", "tables", "fenced_code"])
    return BeautifulSoup(markdown.convert(page.body), "html.parser")


def figures(page: Page) -> list[dict[str, object]]:
    return part(page, "article").get("figures", [])  # type: ignore[no-any-return]


def test_a_held_picture_says_its_size() -> None:
    (figure,) = figures(pictured(article(slug="tin", images=(HELD,))))

    assert ("2021/12/13/tin/a.jpg", 640, 480) == tuple(
        figure[name] for name in ("src", "width", "height")
    )


def test_a_picture_in_the_text_stands_with_caption_and_credit_right_below_it() -> None:
    page = pictured(article(slug="tin", body=ALONE, images=(HELD,)))
    figure = rendered(page).figure

    assert figure is not None
    assert ["img", "figcaption"] == [one.name for one in figure.find_all(recursive=False)]
    image = figure.img
    assert image is not None
    assert ("a.jpg", "Hội nghị", "640", "480", "lazy") == tuple(
        image[name] for name in ("src", "alt", "width", "height", "loading")
    )
    assert "Quang cảnh. (Thu An)" == figure.get_text()
    assert ["p", "figure", "p"] == [one.name for one in rendered(page).find_all(recursive=False)]
    assert [] == figures(page)
    assert {"a.jpg": "articles/a-2021-00000000/a.jpg"}.keys() == page.assets.keys()


def test_a_picture_within_a_line_keeps_its_caption_below_the_text() -> None:
    page = pictured(article(slug="tin", body="Một ![dấu](a.jpg) hai.", images=(HELD,)))
    (figure,) = figures(page)

    assert "Một ![dấu](a.jpg#640x480) hai." == page.body.strip()
    assert ("", True, "Quang cảnh.", "Thu An") == tuple(
        figure[name] for name in ("src", "inline", "caption", "credit")
    )


def test_a_caption_in_another_language_says_so() -> None:
    original = article(slug="tin", body=ALONE, images=(HELD,))
    english = translation(original, slug="news", body=ALONE)
    path = "en/2021/12/13/news/index.md"
    held = rendered(pictured(original, english, path=path)).select_one(".figure__caption")
    gone = rendered(pictured(original, english, size=None, path=path)).select_one(
        ".figure__caption"
    )

    assert ("vi", "vi") == (held and held["lang"], gone and gone["lang"])


def test_where_a_picture_cannot_be_shown_its_caption_stands_with_a_link_to_the_original() -> None:
    page = pictured(article(slug="tin", body=ALONE, images=(HELD,)), size=None)
    figure = rendered(page).figure

    assert figure is not None
    assert [] == figure.select("img")
    assert "Quang cảnh. (Thu An)Kho lưu trữ không giữ ảnh này. Xem ảnh gốc" == figure.get_text()
    assert [(URL, "noopener noreferrer")] == [
        (link["href"], " ".join(link["rel"])) for link in figure.select("a")
    ]
    assert ([], {}) == (figures(page), page.assets)


def test_brackets_in_the_address_of_an_original_stay_in_it() -> None:
    image = Image(file="a.jpg", url="https://vov.example/a)(b.jpg", caption="Quang cảnh.")
    figure = rendered(pictured(article(slug="tin", body=ALONE, images=(image,)), size=None)).figure

    assert figure is not None
    assert ["https://vov.example/a%29%28b.jpg"] == [link["href"] for link in figure.select("a")]


def test_of_a_lost_picture_that_nobody_described_what_it_shows_is_told() -> None:
    figure = rendered(pictured(article(slug="tin", body=ALONE), size=None)).figure

    assert figure is not None
    assert "Hội nghịKho lưu trữ không giữ ảnh này." == figure.get_text()
    assert [] == figure.select("a, img")


def test_a_lost_picture_within_a_line_leaves_its_words() -> None:
    page = pictured(article(slug="tin", body="Một ![dấu](a.jpg) hai."), size=None)

    assert "Một dấu hai." == page.body.strip()


def test_a_picture_of_another_host_is_never_fetched_and_stands_as_one_that_is_not_held() -> None:
    image = Image(url=URL, caption="Quang cảnh.")
    page = pictured(article(slug="tin", body=f"Một.\n\n![Ảnh]({URL})", images=(image,)))
    figure = rendered(page).figure

    assert figure is not None
    assert ([], [URL]) == (figure.select("img"), [one["href"] for one in figure.select("a")])
    assert [] == figures(page)


def test_a_picture_that_only_the_text_names_is_shown() -> None:
    page = pictured(article(slug="tin", body=ALONE))

    assert "![Hội nghị](a.jpg#640x480)" in page.body
    assert ["a.jpg"] == list(page.assets)


def test_a_picture_of_unknown_size_is_shown_without_one() -> None:
    page = pictured(article(slug="tin", body="![](a.jpg)\n"), size=(0, 0))

    assert "![](a.jpg)" == page.body.strip()


@pytest.mark.parametrize(
    "caption",
    [
        'Ông "An" [nói](/x/) *gì*',
        "<script>alert(1)</script>",
        '" onerror=alert(1) "',
        "a_b_c `d` & &lt; \\",
        "![x](y.png)",
        "1. Một",
    ],
)
def test_a_caption_is_the_words_that_it_is(caption: str) -> None:
    image = Image(file="a.jpg", caption=caption)
    found = rendered(pictured(article(slug="tin", body=ALONE, images=(image,))))
    told = found.select_one(".figure__caption")

    assert caption == (told and told.get_text())
    assert ["figure"] == [one.name for one in found.select("figure, script, a, em, code")]


def test_a_caption_in_the_text_itself_comes_first() -> None:
    body = 'Một.\n\n![Hội nghị](a.jpg "Ngày đầu.")'
    figure = rendered(pictured(article(slug="tin", body=body, images=(HELD,)))).figure

    assert "Ngày đầu." == (figure and figure.get_text())


def test_what_may_not_be_shown_brings_no_picture_along() -> None:
    page = pictured(article(slug="tin", body=ALONE, images=(HELD,), rights=Rights(show="excerpt")))

    assert ("Một.", [], {}) == (page.body.strip(), figures(page), page.assets)

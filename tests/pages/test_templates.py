"""The third wall: templates print nothing that they have not escaped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.pages.made import REPOSITORY, SETTINGS

TEMPLATES = sorted((REPOSITORY / "overrides").rglob("*.html"))
_PRINTED = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)

# Rendered by the safe Markdown extension; escaped by generator/pages; our own macros and
# settings; MkDocs' own values; numbers that generator/pages computed.
RAW = re.compile(
    r"page\.content|page\.meta\.(title|description)|(lists|figures|careers)\.\w+\(.*\)"
    r"|charts\.\w+\(.*\)|table\(chart, words\)|column\(item\.share\)"
    r"|story\(item\)|reason\(item\.reason\)|stories\(group\.links\)|record\((item|more|group\.more)\)|tongue\(\w+\)|super\(\)|lang\.t\(.*\)"
    r"|level|chosen|page\.meta\.lang|option\.\w+|loop\.index0|loop\.index % loop\.length"
    r"|facts\.graph \| safe|mkdocs_version|home \| url|config\.theme\.favicon \| url"
    r"|'assets/[\w./-]+' \| url|\(root ~ '\w+/'\) \| url"
    r"|\{.*\}\[key\]|\(vietnamese\(key\) .*"
    # JSON in an attribute in single quotes: `tojson` writes <, >, & and ' as \\u….
    r"|found\.words \| tojson|\{[^{}]*\} \| tojson"
    r"|rows\(career\.(posts|rest), career\.ticks\)|extras\(item\)|then\(\w+\.then\)|posts\(items\)",
    re.DOTALL,
)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_value_is_escaped_or_known_to_be_safe(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    bare = [
        printed
        for printed in _PRINTED.findall(text)
        if not re.search(r"\| e$", printed) and not RAW.fullmatch(printed)
    ]

    assert [] == bare


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_use_only_what_other_engines_know(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    assert [] == re.findall(r"\{%-?\s*do\b|\.items\(\)|\.split\(|\.format\(|\.replace\(", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_template_says_what_it_is_for(template: Path) -> None:
    assert template.read_text(encoding="utf-8").startswith("{#- ")


def rendered(template: str, *, lang: str = "vi", **values: object) -> str:
    """A template's output, its runs of white space as one space; `url` leaves links as they are.

    Args:
        template: Path below `overrides/`.
        lang: Language of the page.
        values: `notice`, as in the settings; everything else goes to the template.
    """
    folder = FileSystemLoader(REPOSITORY / "overrides")
    # No autoescape, as in MkDocs: what is not escaped by the template itself must be seen here.
    environment = Environment(loader=folder)  # noqa: S701
    environment.filters["url"] = str
    archive = {"notice": values.pop("notice", None), "name": SETTINGS.site_name}
    found = environment.get_template(template).render(
        config={"extra": {"archive": archive, "words": SETTINGS.words}},
        page={"meta": {"lang": lang}},
        words=SETTINGS.words[lang],
        **values,
    )
    return " ".join(found.split())


def test_what_the_archive_says_of_itself_is_in_the_language_of_the_page_and_escaped() -> None:
    notice = {"vi": "Kho <b>mẫu</b>", "en": "A <b>sample</b>"}
    vi, en = (
        rendered("partials/archive/standing.html", lang=lang, notice=notice)
        for lang in ("vi", "en")
    )

    assert (
        '<p class="standing" role="note">Kho &lt;b&gt;mẫu&lt;/b&gt; '
        '<a href="about/">Giới thiệu</a></p>'
    ) == vi
    assert (
        '<p class="standing" role="note">A &lt;b&gt;sample&lt;/b&gt; '
        '<a href="en/about/">About</a></p>'
    ) == en


@pytest.mark.parametrize("notice", [None, {}, {"vi": ""}, {"en": "Only in English."}])
def test_an_archive_that_says_nothing_of_itself_shows_no_line(notice: object) -> None:
    assert "" == rendered("partials/archive/standing.html", notice=notice)


@pytest.mark.parametrize("template", ["home.html", "article.html"])
def test_home_and_articles_begin_with_what_the_archive_says_of_itself(template: str) -> None:
    text = (REPOSITORY / "overrides" / template).read_text(encoding="utf-8")
    before = text.partition('{% include "partials/archive/standing.html" %}')[0]

    assert text != before
    assert "<" not in before


@pytest.mark.parametrize(
    ("lang", "row"), [("vi", ("Nguồn", "không rõ")), ("en", ("Outlet", "unknown"))]
)
def test_an_unknown_outlet_has_its_row(lang: str, row: tuple[str, str]) -> None:
    published = {"url": "undated/", "text": "?"}
    found = rendered(
        "partials/archive/provenance.html",
        lang=lang,
        article={"published": published, "permalink": "id/a/", "id": "a"},
    )

    assert f"<div><dt>{row[0]}</dt><dd>{row[1]}</dd></div>" in found
    assert '<dd><a href="undated/">?</a></dd>' in found


def test_a_missing_page_says_so_in_its_title_in_both_languages() -> None:
    text = (REPOSITORY / "overrides" / "404.html").read_text(encoding="utf-8")
    title = re.search(r"<title>.*</title>", text)
    assert title is not None
    environment = Environment(autoescape=False)  # noqa: S701
    config = {"extra": {"archive": {"name": SETTINGS.site_name}, "words": SETTINGS.words}}

    assert (
        "<title>Không tìm thấy trang / Page not found – Lưu trữ Tin Đối ngoại Việt Nam</title>"
        == environment.from_string(title[0]).render(config=config)
    )


def test_dark_colours_are_for_screens_only() -> None:
    text = (REPOSITORY / "overrides/assets/stylesheets/archive.css").read_text(encoding="utf-8")
    dark = [part for part in text.split("@media ") if "#16171b" in part]

    assert 2 == len(dark)
    assert [] == [part for part in dark if not part.startswith("screen")]
    assert "#16171b" not in text.partition("@media ")[0]

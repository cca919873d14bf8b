from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.model import LANGS
from generator.pages import searching
from tests.assemble.make import article, translation
from tests.pages.machine import files
from tests.pages.made import REPOSITORY, SETTINGS, made, part

SCRIPTS = REPOSITORY / "overrides/assets/javascripts/search"
TEMPLATES = (
    REPOSITORY / "overrides/search.html",
    REPOSITORY / "overrides/partials/archive/search.html",
)
_ASKED = re.compile(r"""["'`](search\.[a-z_.]*[a-z_])["'`]""")
_STEM = re.compile(r"`(search\.[a-z_.]+\.)\$\{")


def paths(lang: str) -> str:
    return "search/index.md" if lang == "vi" else f"{lang}/search/index.md"


def scripts() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.js")))


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_search_is_there_in_both_languages_and_not_for_search_engines(
    lang: str,
) -> None:
    page = made(article("a-1"))[paths(lang)]
    other = "en" if lang == "vi" else "vi"

    assert ("search.html", lang) == (page.meta["template"], page.meta["lang"])
    assert "noindex" == part(page, "head", "robots")
    assert {"alternates", "default"}.isdisjoint(page.meta)
    assert paths(other).removesuffix("index.md") == part(page, "switch", "url")


def test_the_other_index_is_asked_too_where_a_text_is_in_its_language_only() -> None:
    first, second = article("a-1"), article("a-2", title="Tin hai", slug="hai")
    pages = made(first, second, translation(first))

    assert {"vi": False, "en": True} == {
        lang: part(pages[paths(lang)], "searching", "both") for lang in LANGS
    }


@pytest.mark.parametrize("lang", LANGS)
def test_all_that_scripts_and_templates_say_is_in_the_settings(lang: str) -> None:
    text = scripts() + "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    words = SETTINGS.words[lang]
    stems = set(_STEM.findall(text))

    assert {"search.title", "search.none", "search.one"} <= set(_ASKED.findall(text))
    assert {"search.error.", "search.facet.", "search.kind.", "search.in."} <= stems
    assert [] == [key for key in sorted(set(_ASKED.findall(text))) if key not in words]
    assert [] == [stem for stem in stems if not any(key.startswith(stem) for key in words)]


def test_no_word_of_search_is_left_over() -> None:
    code = Path(searching.__file__).read_text(encoding="utf-8")
    text = scripts() + code + "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    used = set(_ASKED.findall(text))
    stems = (*_STEM.findall(text), "search.help.", "search.language.")  # values of a facet
    there = {key for key in SETTINGS.words["vi"] if key.startswith("search.")}

    assert set() == {key for key in there - used if not key.startswith(stems)}


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    places = [
        {
            key: sorted(re.findall(r"\{\w+\}", text))
            for key, text in SETTINGS.words[lang].items()
            if key.startswith("search.")
        }
        for lang in LANGS
    ]

    assert places[0] == places[1]


@pytest.mark.parametrize("lang", LANGS)
def test_the_box_finds_all_that_it_says_beside_the_page_of_search(lang: str) -> None:
    box = "".join(
        (SCRIPTS / f"{name}.js").read_text(encoding="utf-8") for name in ("box", "combobox")
    )
    found = json.loads(files()[paths(lang).replace("index.md", "words.json")])
    asked, stems = set(_ASKED.findall(box)), _STEM.findall(box)
    said = {key for key in SETTINGS.words[lang] if key in asked or key.startswith(tuple(stems))}

    assert {"search.box.keys", "search.results", "search.error.offline"} <= said
    assert {key: SETTINGS.words[lang][key] for key in said} == found


@pytest.mark.parametrize("lang", LANGS)
def test_every_error_every_facet_and_every_kind_has_its_words(lang: str) -> None:
    words = SETTINGS.words[lang]
    codes = set(re.findall(r'IndexError\("(\w+)"', scripts())) | {"missing", "broken"}
    facets = json.loads(re.search(r"FACETS = (\[[^\]]*\])", scripts())[1])  # type: ignore[index]
    kinds = ("news", "speech", "interview", "statement", "analysis", "video")

    assert {"changed", "offline", "old", "browser"} <= codes
    assert [] == [code for code in codes if f"search.error.{code}" not in words]
    assert [] == [name for name in facets if f"search.facet.{name}" not in words]
    assert [] == [kind for kind in kinds if f"search.kind.{kind}" not in words]


def test_no_script_of_search_makes_markup_of_text_or_keeps_anything() -> None:
    banned = (
        r"\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment"
        r"|DOMParser|setHTML|\beval\b|new Function|srcdoc"
        r"|localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\b"
    )

    assert re.search(banned, "element.innerHTML = text")
    assert [] == re.findall(banned, scripts())


def test_words_that_only_the_template_prints_are_not_sent_along() -> None:
    words = part(made(article("a-1"))["search/index.md"], "searching", "words")

    assert "search.none" in words
    assert [] == [key for key in words if key.startswith(("search.help", "search.noscript"))]
    assert set(searching.HELP) == {
        key.removeprefix("search.help.").removesuffix(".about")
        for key in SETTINGS.words["vi"]
        if key.startswith("search.help.") and key.endswith(".about")
    }

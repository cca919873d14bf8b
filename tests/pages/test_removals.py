"""The page of an article's removed lines: each where it stood, and nothing where rights forbid."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import pages
from generator.content import digest
from generator.content.nodes import parse
from generator.content.removed import LINES
from generator.content.report import Report
from generator.model import (
    KEPT_ROLES,
    Article,
    Cleaning,
    Entity,
    Page,
    Removal,
    Rights,
    Role,
    Status,
)
from generator.pages import removals
from generator.pages.beside import Beside
from generator.pages.edition import Edition
from tests.assemble.make import article, joined, translation
from tests.pages.made import EXCERPT, QUOTED, REPOSITORY, SETTINGS, part, strings

GONE = "dòng bị bỏ đi"
LIST = "id/a-2021-aaaaaaaa/removed/index.md"


def removal(n: int, text: str = GONE, *, after: int = 0, role: str = "caption") -> Removal:
    return Removal(n=n, text=text, role=Role(role), rule="credit-last", after=after)


def cleaned(body: str = "Một.\n\nHai.\n", *, removed: int = 2, **facts: Any) -> Article:
    cleaning = Cleaning(profile="generic", version="1", removed=removed, body=digest(body))
    return article(body=body, slug="tin", cleaning=cleaning, **facts)


def made(
    *things: Article | Entity, lines: Mapping[str, tuple[Removal, ...]] | None = None
) -> dict[str, Page]:
    """Path → page; every article's folder holds the same lines unless they are told."""
    every = (removal(1), removal(7, "Chia sẻ", after=1, role="widget"))
    beside = Beside(removals=lambda folder: every if lines is None else lines.get(folder, ()))
    views = pages.open_views(
        joined(*things), words=SETTINGS.words, names=SETTINGS.site_name, beside=beside
    )
    return {page.path: page for page in pages.make(views)}


def told(page: Page) -> list[str]:
    return [one.get("kept") or f"-{one['text']}" for one in part(page, "removals", "pieces")]


def test_lines_stand_between_the_paragraphs_where_they_were() -> None:
    page = made(cleaned())[LIST]

    assert [f"-{GONE}", "Một.", "-Chia sẻ", "Hai."] == told(page)


def test_a_line_says_what_it_was_held_to_be_and_why() -> None:
    first = part(made(cleaned())[LIST], "removals", "pieces")[0]

    expected = {
        "lang": "vi",
        "n": 1,
        "number": "Dòng 1",
        "text": GONE,
        "role": "chú thích ảnh",
        "why": "có dạng tên người chụp",
        "rule": "credit-last",
    }
    assert expected == first


def test_a_line_in_a_language_of_its_own_says_so() -> None:
    lines = {cleaned().folder: (removal(1, "Заголовок открываемого материала"), removal(2, "0"))}
    pieces = part(made(cleaned(), lines=lines)[LIST], "removals", "pieces")

    assert ["ru", "vi"] == [piece["lang"] for piece in pieces[:2]]


def test_the_order_of_the_list_does_not_matter() -> None:
    folder = cleaned().folder
    lines = (removal(3, "b"), removal(2, "a"), removal(9, "d", after=2), removal(8, "c", after=1))
    forward = made(cleaned(), lines={folder: lines})
    backward = made(cleaned(), lines={folder: lines[::-1]})

    assert ["-a", "-b", "Một.", "-c", "Hai.", "-d"] == told(forward[LIST])
    assert forward[LIST] == backward[LIST]


def test_a_line_from_beyond_the_end_stands_at_the_end() -> None:
    lines = {cleaned().folder: (removal(9, "cuối", after=40),)}

    assert ["Một.", "Hai.", "-cuối"] == told(made(cleaned(), lines=lines)[LIST])


def test_the_page_is_there_in_the_languages_of_the_article() -> None:
    found = made(cleaned(), translation(cleaned()))

    assert {"vi": "vi", "en": "en"} == {
        lang: found[path].meta["lang"] for lang, path in (("vi", LIST), ("en", f"en/{LIST}"))
    }
    assert "vi" == part(found[f"en/{LIST}"], "removals", "lang")
    assert f"en/{LIST}" not in made(cleaned())


def test_nobody_finds_it_by_searching() -> None:
    page = made(cleaned())[LIST]

    assert True is page.meta["unlisted"]
    assert "head" not in page.meta


def test_the_article_leads_to_it() -> None:
    found = made(cleaned(), translation(cleaned(), slug="news"))

    assert "id/a-2021-aaaaaaaa/removed/" == part(
        found["2021/12/13/tin/index.md"], "article", "removals"
    )
    assert "en/id/a-2021-aaaaaaaa/removed/" == part(
        found["en/2021/12/13/news/index.md"], "article", "removals"
    )


def test_it_tells_how_to_put_a_line_back() -> None:
    found = part(made(cleaned())[LIST], "removals")

    assert "archive restore a-2021-aaaaaaaa --line 1" == f"{found['command']}{found['example']}"


@pytest.mark.parametrize(
    "facts",
    [
        {"rights": Rights(show="link")},
        {"rights": Rights(show="excerpt")},
        {"source": EXCERPT.source},
        {"status": Status.REMOVED},
        {"status": Status.DRAFT},
    ],
)
def test_where_the_text_may_not_be_shown_its_removed_lines_are_not(facts: dict[str, Any]) -> None:
    found = made(cleaned(**facts), QUOTED)

    assert [] == [path for path in found if path.endswith("removed/index.md")]
    texts = [text for page in found.values() for _, text in strings(page.meta)]
    assert GONE not in json.dumps(texts, ensure_ascii=False)


def test_a_list_of_which_everything_was_put_back_says_so() -> None:
    page = made(cleaned(), lines={})[LIST]

    said = part(page, "removals", "said")
    assert "Đã bỏ 2 dòng." == said[0]
    assert said[1].startswith("Danh sách hiện không còn dòng nào")
    assert 0 == part(page, "removals", "example")


def test_it_counts_what_was_put_back_and_owns_that_the_text_was_edited() -> None:
    edited = dataclasses.replace(cleaned(), body="Một.\n\nHai, sửa.\n")
    page = made(edited, lines={edited.folder: (removal(1),)})[LIST]

    assert ["Đã bỏ 2 dòng.", "1 dòng sau đó đã được đưa trở lại bài."] == part(
        page, "removals", "said"
    )[:2]
    assert part(page, "removals", "said")[2].startswith("Bài đã được biên tập")


def test_a_list_that_was_there_once_leads_to_what_is_left_of_the_article() -> None:
    row = "/id/a-2021-aaaaaaaa/removed/ removals:a-2021-aaaaaaaa vi"
    limited = joined(cleaned(rights=Rights(show="link")), registered=(row,))
    gone = joined(cleaned(status=Status.REMOVED), registered=(row,))

    assert "/2021/12/13/tin/" == limited.redirects["/id/a-2021-aaaaaaaa/removed/"]
    assert "/2021/12/13/tin/" == gone.redirects["/id/a-2021-aaaaaaaa/removed/"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_role_has_words(lang: str) -> None:
    assert [] == [role for role in Role if not SETTINGS.words[lang].get(f"role.{role}")]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_rule_that_took_a_line_out_has_words_of_its_own(lang: str) -> None:
    edition = Edition(lang=lang, words=SETTINGS.words[lang], name="")
    other = edition.say("rule.other")

    assert set() == {rule for rule in _rules() if removals.why(edition, rule) == other}


def _rules() -> set[str]:
    """Rules of the profile of every page, and all that took a line out of the demonstration."""
    text = (REPOSITORY / "generator/extract/profiles/generic.yml").read_text(encoding="utf-8")
    kept = {role.value for role in KEPT_ROLES}
    found = {one["name"] for one in yaml.safe_load(text)["lines"] if one["role"] not in kept}
    for path in sorted((REPOSITORY / "content/articles").glob("*/*/removed.yml")):
        found |= {line.rule for line in _list(path)}
    assert {"furniture-words", "related-item"} < found
    return found


def _list(path: Path) -> tuple[Removal, ...]:
    return LINES.read(parse(path.read_text(encoding="utf-8")), Report(path.name), "")

"""Citations, read by libraries that keep references."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Article, Date, Source
from generator.pages import citations
from generator.pages.citations import Cited
from tests.assemble.make import article, joined
from tests.pages.machine import ADDRESS, ALL, views_of

VIEWS = views_of(joined(*ALL))


def cited(id_: str, lang: str = "vi") -> Cited:
    entry = VIEWS[lang].archive.entries[id_]
    return citations.gather(VIEWS[lang], entry, entry.texts[lang])


def of_article(one: Article) -> Cited:
    views = views_of(joined(one))
    (entry,) = views["vi"].archive.entries.values()
    return citations.gather(views["vi"], entry, entry.original)


def bibtex(one: Cited) -> dict[str, str]:
    library = parse_string(citations.bibtex(one))
    assert [] == library.failed_blocks
    (entry,) = library.entries
    return {"key": entry.key, **{field.key: field.value for field in entry.fields}}


def ris(one: Cited) -> dict[str, Any]:
    (found,) = rispy.loads(citations.ris(one))
    return dict(found)


def csl(one: Cited) -> dict[str, Any]:
    (found,) = json.loads(citations.csl_json(one))
    return dict(found)


def test_all_forms_say_the_same_of_an_article() -> None:
    one = cited("a-2021-aaaaaaaa")
    url = f"{ADDRESS}id/a-2021-aaaaaaaa/"

    assert ("{Ông An dự hội nghị}", "2021-12-13", url) == tuple(
        bibtex(one)[name] for name in ("title", "date", "url")
    )
    assert ("Ông An dự hội nghị", "2021/12/13/", [url]) == tuple(
        ris(one)[name] for name in ("title", "date", "urls")
    )
    assert ("Ông An dự hội nghị", {"date-parts": [[2021, 12, 13]]}, url) == tuple(
        csl(one)[name] for name in ("title", "issued", "URL")
    )
    assert ("Báo Mới", "Báo Mới", "Báo Mới") == (
        bibtex(one)["howpublished"],
        ris(one)["secondary_title"],
        csl(one)["container-title"],
    )


def test_plain_citations_are_sentences() -> None:
    view = VIEWS["en"]
    one = cited("a-2021-aaaaaaaa", "en")

    assert (
        "“Mr An attends”, New Paper, 13 December 2021, Vietnam Diplomacy News Archive, "
        f"{ADDRESS}en/2021/12/13/mr-an-attends/."
    ) == citations.note(view, one)
    assert (
        "New Paper (2021). Mr An attends. 13 December 2021. Vietnam Diplomacy News Archive. "
        f"{ADDRESS}en/2021/12/13/mr-an-attends/"
    ) == citations.author_date(view, one)


def test_a_translation_is_cited_with_the_title_of_its_original() -> None:
    one = cited("a-2021-aaaaaaaa", "en")

    assert "a-2021-aaaaaaaa-en" == csl(one)["id"]
    assert "Ông An dự hội nghị" == csl(one)["original-title"]
    assert "{Ông An dự hội nghị}" == bibtex(one)["origtitle"]


@pytest.mark.parametrize(
    ("date", "bib", "reference", "parts"),
    [
        ("2021", "2021", "2021///", [2021]),
        ("2021-12", "2021-12", "2021/12//", [2021, 12]),
        ("2021-12-13T06:24:00+07:00", "2021-12-13", "2021/12/13/", [2021, 12, 13]),
    ],
)
def test_dates_are_as_precise_as_they_are_known(
    date: str, bib: str, reference: str, parts: list[int]
) -> None:
    one = of_article(article(date=date))

    assert bib == bibtex(one)["date"]
    assert reference == ris(one)["date"]
    assert {"date-parts": [parts]} == csl(one)["issued"]


def test_what_is_unknown_is_left_out() -> None:
    one = of_article(article(date=None))

    assert {"author", "date", "year", "month", "howpublished"}.isdisjoint(bibtex(one))
    assert {"author", "issued", "container-title", "note"}.isdisjoint(csl(one))
    assert "Không rõ ngày" in citations.note(VIEWS["vi"], one)


def test_special_characters_are_text_to_tex() -> None:
    one = of_article(article(title=r"50% & \input{x} $1_a^b~ #{"))

    assert (
        r"{50\% \& \textbackslash{}input\{x\} \$1\_a\textasciicircum{}b\textasciitilde{} \#\{}"
        == bibtex(one)["title"]
    )


@given(title=st.text(min_size=1), byline=st.text())
def test_no_text_breaks_out_of_its_field(title: str, byline: str) -> None:
    given_ = article(title=title, byline=byline, source=Source(url="https://la.example/a_b%20c"))
    one = citations.gather(VIEWS["vi"], VIEWS["vi"].archive.entries["a-2021-aaaaaaaa"], given_)
    expected = " ".join(title.split())

    assert "a-2021-aaaaaaaa" == bibtex(one)["key"]
    assert expected == csl(one).get("title", "")
    lines = citations.ris(one).split("\r\n")
    assert ["TY", "ER"] == [lines[0][:2], lines[-2][:2]]
    assert all(line[2:6] == "  - " for line in lines[:-1])


def test_templates_get_every_form_under_a_key() -> None:
    entry = VIEWS["vi"].archive.entries["a-2021-aaaaaaaa"]
    made = citations.of_text(VIEWS["vi"], entry, entry.original)

    assert ["note", "author-date", "bibtex", "ris", "csl-json"] == [one["key"] for one in made]
    assert all(one["name"] and one["text"] for one in made)


def test_a_year_stands_for_a_date_of_which_no_more_is_known() -> None:
    one = of_article(article(date=Date(year=2019), byline="Thu An"))

    assert citations.author_date(VIEWS["vi"], one).startswith(
        "Thu An (2019). Tin a-2021-aaaaaaaa. "
    )

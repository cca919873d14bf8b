from __future__ import annotations

from generator.model import Source
from tests.assemble.make import article
from tests.pages.made import made
from tests.pages.test_record_templates import HOSTILE, printed, texts

PATH = "2021/12/13/tin/index.md"


def test_an_article_can_be_cited_in_five_forms_each_with_a_button_that_copies_it() -> None:
    page = made(article("a-1", title="Tin", slug="tin", source=Source(url="https://bao.vn/1")))
    found = printed(page[PATH])

    copied = [f"#{one}" for one in found.xpath("//details[@class='cite']//pre/@id")]

    assert ["#cite-note", "#cite-author-date", "#cite-bibtex", "#cite-ris", "#cite-csl-json"] == (
        copied
    )
    assert copied == found.xpath("//details//button/@data-clipboard-target")
    names = texts(found, "//details//span")
    assert [f"Sao chép {name}" for name in names] == found.xpath("//details//button/@aria-label")
    assert {"Sao chép"} == set(texts(found, "//details//button"))


def test_a_hostile_headline_is_text_in_a_citation() -> None:
    found = printed(made(article("a-1", title=HOSTILE, slug="tin"))[PATH])

    assert [] == found.xpath("//script")
    assert all("<script>" in text for text in texts(found, "//pre[@id='cite-note']"))

"""Sitemaps and the repository for harvesters, read as XML by their specifications."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from generator.model import Bilingual, Correction, Date
from generator.pages import changes, sitemap
from generator.pages.site import Site
from tests.assemble.make import article, joined, translation
from tests.pages.machine import (
    ADDRESS,
    HOSTILE_TITLE,
    MACHINE,
    MACHINE_ORIGINAL,
    SITE,
    all_pages,
    files,
    files_of,
)

MACHINE_MADE = f"{ADDRESS}en/2015/06/07/machine-made/"
ORDER = ["title", "creator", "subject", "description", "publisher", "contributor", "date", "type"]
OAI = "{http://www.openarchives.org/OAI/2.0/}"
STATIC = "{http://www.openarchives.org/OAI/2.0/static-repository}"


def listed(found: dict[str, str] | None = None) -> dict[str, etree._Element]:
    """Address → its element."""
    root = etree.fromstring((found or dict(files()))["sitemaps/1.xml"].encode())
    return {str(url.findtext("{*}loc")): url for url in root}


def alternates(url: etree._Element) -> dict[str, str]:
    return {str(link.get("hreflang")): str(link.get("href")) for link in url.iter("{*}link")}


def test_sitemaps_name_every_page_that_may_be_found_once() -> None:
    expected = {
        f"{ADDRESS}{page.path.removesuffix('index.md')}"
        for page in all_pages().values()
        if not page.meta.get("unlisted") and not page.meta["head"].get("robots")  # type: ignore[attr-defined]
    }

    assert expected == set(listed())
    assert files()["sitemaps/1.xml"].count("<loc>") == len(expected)


def test_alternates_are_mutual_there_and_those_of_the_page_itself() -> None:
    found = listed()
    for address, url in found.items():
        others = alternates(url)
        page = all_pages()[f"{address.removeprefix(ADDRESS)}index.md"]
        same = {
            str(one["lang"]): f"{ADDRESS}{one['url'].replace('./', '')}"
            for one in page.meta.get("alternates", [])  # type: ignore[attr-defined]
        }
        assert same == {lang: to for lang, to in others.items() if lang != "x-default"}
        for to in others.values():
            assert others == alternates(found[to])


def test_the_default_is_the_original() -> None:
    english = article("a-1", lang="en", slug="first", title="First")
    vietnamese = translation(english, lang="vi", slug="dich", path="articles/a-1/vi.md")
    found = listed(files_of(english, vietnamese))

    assert (
        f"{ADDRESS}en/2021/12/13/first/"
        == (alternates(found[f"{ADDRESS}2021/12/13/dich/"])["x-default"])
    )


def test_what_a_machine_translated_is_left_out_unless_the_settings_say_otherwise() -> None:
    allowed = Site(address=ADDRESS, index_machine=True)

    assert MACHINE_MADE not in listed()
    assert MACHINE_MADE not in files()["sitemaps/1.xml"]
    assert MACHINE_MADE in listed(files_of(MACHINE_ORIGINAL, MACHINE, site=allowed))


def test_days_of_change_come_from_the_content_and_are_whole_days() -> None:
    found = {address: url.findtext("{*}lastmod") for address, url in listed().items()}

    assert "2022-01-02" == found[f"{ADDRESS}2021/12/13/ong-an-du-hoi-nghi/"]
    assert found[f"{ADDRESS}en/2020/05/an-english-story/"] is None
    assert "2022-02-03" == found[f"{ADDRESS}topics/kinh-te/"]
    assert {10} == {len(day) for day in found.values() if day}


def test_a_file_holds_no_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "SIZE", 7)
    story = article("a-1", slug="mot")
    found = {path: text for path, text in files_of(story).items() if path.startswith("sitemaps/")}
    numbers = [text.count("<loc>") for text in found.values()]

    assert [7] * (len(numbers) - 1) == numbers[:-1]
    assert 0 < numbers[-1] <= 7
    assert list(found) == sitemap.names(joined(story))


def test_the_front_page_names_the_sitemaps_for_their_index() -> None:
    head = all_pages()["index.md"].meta["head"]

    assert ["sitemaps/1.xml"] == head["sitemaps"]  # type: ignore[index]
    assert f"Sitemap: {ADDRESS}sitemap.xml\n" in files()["robots.txt"]


def test_without_an_address_there_is_nothing_that_needs_one() -> None:
    found = files_of(article("a-1", slug="mot"), site=Site())

    assert {
        *(f"data/{name}" for name in ("articles.csv", "articles.jsonl", "datapackage.json")),
        *("data/records.jsonld", "llms.txt", "2021/12/13/mot/index.md"),
        *("search/words.json", "en/search/words.json"),
    } == set(found)


def test_without_a_contact_there_is_no_repository() -> None:
    assert "data/oai.xml" not in files_of(article("a-1"), site=Site(address=SITE.address))


def repository() -> etree._Element:
    return etree.fromstring(files()["data/oai.xml"].encode())


def records() -> Iterator[etree._Element]:
    yield from repository().iter(f"{OAI}record")


def test_the_repository_has_the_parts_that_its_schema_asks_for_in_order() -> None:
    root = repository()
    identify = root.find(f"{STATIC}Identify")

    assert [f"{STATIC}{name}" for name in ("Identify", "ListMetadataFormats", "ListRecords")] == [
        child.tag for child in root
    ]
    assert identify is not None
    assert [
        ("repositoryName", "Lưu trữ Tin Đối ngoại Việt Nam"),
        ("baseURL", f"{ADDRESS}data/oai.xml"),
        ("protocolVersion", "2.0"),
        ("adminEmail", "kho@luu-tru.example"),
        ("earliestDatestamp", "1970-01-01"),
        ("deletedRecord", "no"),
        ("granularity", "YYYY-MM-DD"),
    ] == [(etree.QName(child).localname, child.text) for child in identify]


def test_every_article_is_a_record_but_what_was_withdrawn_or_removed() -> None:
    ids = [str(record.findtext(f"{OAI}header/{OAI}identifier")) for record in records()]

    assert sorted(ids) == ids
    assert 7 == len(set(ids))
    assert "a-2021-bbbbbbbb" not in files()["data/oai.xml"]
    assert {"oai:luu-tru.example"} == {id_.rpartition(":")[0] for id_ in ids}


def test_records_are_in_the_fifteen_elements_alone_each_with_a_title_and_an_identifier() -> None:
    for record in records():
        (described,) = record.iter("{http://www.openarchives.org/OAI/2.0/oai_dc/}dc")
        names = [etree.QName(child).localname for child in described]
        spaces = {etree.QName(child).namespace for child in described}
        assert {"http://purl.org/dc/elements/1.1/"} == spaces
        assert {"title", "identifier", "language"} <= set(names)
        assert set(names) <= {
            *ORDER,
            *("format", "identifier", "source", "language", "relation", "coverage", "rights"),
        }


def test_titles_of_all_languages_are_there_and_hostile_ones_are_text() -> None:
    titles = [str(title.text) for title in repository().iter("{*}title")]

    assert {"Ông An dự hội nghị", "Mr An attends", HOSTILE_TITLE} <= set(titles)


def test_text_that_rights_hold_back_is_not_in_the_repository() -> None:
    assert "đoạn cuối" not in files()["data/oai.xml"]
    assert "phải mất" not in files()["data/oai.xml"]


@pytest.mark.parametrize(
    ("date", "corrected", "expected"),
    [
        ("2021-12-13", None, "2021-12-13"),
        ("2021-12-13", "2023-01-02", "2023-01-02"),
        ("2021-12", "2023", None),
        (None, None, None),
    ],
)
def test_a_text_last_changed_on_the_last_day_that_is_known(
    date: str | None, corrected: str | None, expected: str | None
) -> None:
    updated = (
        (Correction(date=Date.parse(corrected), note=Bilingual(vi="Sửa.")),) if corrected else ()
    )
    archive = joined(article("a-1", date=date, updated=updated))
    (entry,) = archive.entries.values()
    day = changes.of_entry(entry)

    assert expected == (str(day) if day else None)

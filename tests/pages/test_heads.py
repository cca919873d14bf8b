"""Heads: what pages say of themselves, read by parsers that are not ours."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import html
from pyld import jsonld  # type: ignore[import-untyped]

from generator.content import FIELDS
from generator.model import Image, Page, Rights
from generator.pages import dublin_core
from generator.pages.site import Site
from tests.assemble.make import article
from tests.pages.machine import (
    ADDRESS,
    ALL,
    HOSTILE_TITLE,
    MACHINE,
    MACHINE_ORIGINAL,
    SITE,
    all_pages,
    files,
    pages_of,
)
from tests.pages.made import REPOSITORY, made, part

ARTICLE = "2021/12/13/ong-an-du-hoi-nghi/index.md"
ENGLISH = "en/2021/12/13/mr-an-attends/index.md"
HOSTILE = "2016/03/04/tin-la/index.md"
MACHINE_MADE = "en/2015/06/07/machine-made/index.md"


def printed(page: Page) -> Any:
    """The part of the page's `<head>` that the template prints, parsed."""
    folder = FileSystemLoader(REPOSITORY / "overrides")
    environment = Environment(loader=folder)  # noqa: S701 - as in MkDocs
    environment.filters["url"] = str
    text = environment.get_template("partials/archive/head.html").render(page={"meta": page.meta})
    return html.document_fromstring(f"<!doctype html><head>{text}</head><body>")


def graph(page: Page) -> list[dict[str, Any]]:
    """What the page's script says."""
    (script,) = printed(page).xpath("//script")
    made: list[dict[str, Any]] = json.loads(script.text)["@graph"]
    return made


def about(path: str) -> dict[str, Any]:
    return graph(all_pages()[path])[0]


def expanded(document: object) -> list[dict[str, Any]]:
    """The same as a processor of JSON-LD reads it; the network is never asked."""

    def load(url: str, _options: object) -> dict[str, object]:
        assert url == "https://schema.org"
        return {
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": {"@vocab": "https://schema.org/"}},
        }

    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": load})
    return found


def properties(page: Page) -> dict[str, str]:
    return {one["name"]: one["content"] for one in part(page, "head", "properties")}


def test_every_page_that_may_be_found_says_what_it_is() -> None:
    for page in all_pages().values():
        if not page.meta.get("unlisted"):
            said = properties(page)
            url = f"{ADDRESS}{page.path.removesuffix('index.md')}"
            assert url == said["og:url"]
            assert said["og:title"]
        else:
            assert "head" not in page.meta


def test_every_statement_is_json_ld_whose_things_have_types() -> None:
    documents = [
        json.loads(part(page, "head", "graph"))
        for page in all_pages().values()
        if "graph" in page.meta.get("head", {})  # type: ignore[operator]
    ]
    for document in (*documents, json.loads(files()["data/records.jsonld"])):
        things = expanded(document)
        assert things
        assert all(thing["@type"] for thing in things)


def test_an_article_says_where_it_comes_from() -> None:
    said = about(ARTICLE)

    assert "NewsArticle" == said["@type"]
    assert "Ông An dự hội nghị" == said["headline"]
    assert "2021-12-13T06:24:00+07:00" == said["datePublished"]
    assert "2022-01-02" == said["dateModified"]
    assert "vi" == said["inLanguage"]
    assert ["https://baomoi.vn.example/tin"] == said["isBasedOn"]
    assert "Báo Mới" == said["copyrightHolder"]
    assert {
        "@type": "NewsMediaOrganization",
        "@id": f"{ADDRESS}outlets/bao-moi/",
        "name": "Báo Mới",
    } == said["publisher"]
    assert [f"{ADDRESS}events/hoi-nghi/"] == [one["@id"] for one in said["about"]]
    assert f"{ADDRESS}people/nguyen-van-an/" in [one["@id"] for one in said["mentions"]]
    assert {"@id": f"{ADDRESS}#website"} == said["isPartOf"]
    assert ["Sửa tên người."] == [one["text"] for one in said["correction"]]


def test_a_date_is_stated_to_the_precision_that_is_known() -> None:
    assert "2020-05" == about("en/2020/05/an-english-story/index.md")["datePublished"]
    assert "datePublished" not in about("undated/tin-khong-ngay/index.md")


def test_a_translation_and_its_original_name_each_other() -> None:
    original, translated = about(ARTICLE), about(ENGLISH)

    assert original["@id"] == translated["translationOfWork"]["@id"]
    assert [translated["@id"]] == [one["@id"] for one in original["workTranslation"]]


def test_a_withdrawn_article_says_so() -> None:
    assert "withdrawn" == about("2021/12/14/tin-chi-co-tieng-viet/index.md")["creativeWorkStatus"]
    assert "creativeWorkStatus" not in about(ARTICLE)


def test_a_link_only_article_describes_nothing_of_its_text() -> None:
    page = all_pages()["2018/01/01/tin-dan/index.md"]

    assert "description" not in graph(page)[0]
    assert "Câu mở đầu" not in json.dumps(page.meta["head"], ensure_ascii=False)


def test_a_person_says_which_posts_were_held_and_when() -> None:
    said = about("people/nguyen-van-an/index.md")

    assert "Person" == said["@type"]
    assert [
        {
            "@type": "OrganizationRole",
            "roleName": "Thứ trưởng",
            "memberOf": {
                "@type": "Organization",
                "@id": f"{ADDRESS}organisations/bo-ngoai-giao/",
                "name": "Bộ Ngoại giao",
            },
            "startDate": "2016-02",
            "endDate": "2021-04-08",
        }
    ] == said["memberOf"]


def test_an_event_says_when_it_was() -> None:
    said = about("events/hoi-nghi/index.md")

    assert ("Event", "2021-12-13", "2021-12-15") == (
        said["@type"],
        said["startDate"],
        said["endDate"],
    )


def test_a_record_has_one_address_in_every_language_and_only_web_addresses_beside_it() -> None:
    vi, en = about("topics/the-thao/index.md"), about("en/topics/the-thao/index.md")

    assert vi["@id"] == en["@id"]
    assert ("Thể thao", "Sport") == (vi["name"], en["name"])
    assert ["https://www.wikidata.org/wiki/Q349"] == vi["sameAs"]


def test_breadcrumbs_lead_from_the_front_page_to_the_page() -> None:
    (crumbs,) = (one for one in graph(all_pages()[ENGLISH]) if one["@type"] == "BreadcrumbList")
    steps = crumbs["itemListElement"]

    assert [1, 2, 3] == [step["position"] for step in steps]
    assert [f"{ADDRESS}en/", f"{ADDRESS}en/2021/12/", f"{ADDRESS}en/2021/12/13/mr-an-attends/"] == [
        step["item"] for step in steps
    ]
    assert ["December 2021", "Mr An attends"] == [step["name"] for step in steps[1:]]


def test_every_breadcrumb_is_a_page() -> None:
    for page in all_pages().values():
        said = page.meta.get("head", {}).get("graph", "{}")  # type: ignore[attr-defined]
        for thing in json.loads(said).get("@graph", []):
            for step in thing.get("itemListElement", []):
                assert f"{step['item'].removeprefix(ADDRESS)}index.md" in all_pages()


def test_the_front_page_is_that_of_a_site() -> None:
    (site,) = graph(all_pages()["index.md"])

    assert ("WebSite", f"{ADDRESS}#website") == (site["@type"], site["@id"])


def test_hostile_texts_cannot_end_the_script_or_an_attribute() -> None:
    page = all_pages()[HOSTILE]
    document = printed(page)
    shown = " ".join(HOSTILE_TITLE.split())

    assert {"head", "html", "body", "link", "meta", "script"} == {
        element.tag for element in document.iter()
    }
    assert ["application/ld+json"] == document.xpath("//script/@type")
    assert HOSTILE_TITLE == graph(page)[0]["headline"]
    assert "+An </name>" == graph(page)[0]["author"]
    assert [shown] == document.xpath("//meta[@property='og:title']/@content")
    assert [HOSTILE_TITLE] == document.xpath("//meta[@name='DC.title']/@content")


def test_feeds_are_named_in_the_head_of_their_pages() -> None:
    for path, folder in (
        ("index.md", ""),
        ("en/topics/kinh-te/index.md", "en/topics/kinh-te/"),
        ("people/nguyen-van-an/index.md", "people/nguyen-van-an/"),
    ):
        links = printed(all_pages()[path]).xpath(
            "//link[contains(@type, 'rss') or contains(@type, 'atom') or contains(@type, 'feed')]"
        )
        assert [f"{folder}{name}" for name in ("rss.xml", "atom.xml", "feed.json")] == [
            link.get("href") for link in links
        ]
        assert {"alternate"} == {link.get("rel").strip() for link in links}


def test_no_page_names_a_file_that_is_not_there() -> None:
    named = {
        feed["file"]
        for page in all_pages().values()
        if "head" in page.meta
        for feed in part(page, "head").get("feeds", [])
    }
    copies = {
        page.meta["head"]["markdown"]  # type: ignore[index]
        for page in all_pages().values()
        if page.meta.get("template") == "article.html"
    }
    data = {one["file"] for one in part(all_pages()["data/index.md"], "data", "files")}

    assert set() == (named | copies | data) - set(files())
    assert len(named) > 10


def test_search_engines_are_asked_to_leave_out_what_a_machine_translated() -> None:
    allowed = Site(address=ADDRESS, index_machine=True)
    changed = pages_of(MACHINE_ORIGINAL, MACHINE, site=allowed)

    assert "noindex" == part(all_pages()[MACHINE_MADE], "head", "robots")
    assert "" == part(all_pages()[ENGLISH], "head", "robots")
    assert "" == part(changed[MACHINE_MADE], "head", "robots")


@pytest.mark.parametrize("path", [MACHINE_MADE, "2015/06/07/tin-may/index.md"])
def test_a_page_that_asks_not_to_be_listed_is_nobodys_other_language(path: str) -> None:
    listed = pages_of(MACHINE_ORIGINAL, MACHINE, site=Site(address=ADDRESS, index_machine=True))

    assert {"alternates", "default"}.isdisjoint(all_pages()[path].meta)
    assert {"alternates", "default"} <= listed[path].meta.keys()


def test_readers_are_still_led_to_a_translation_that_search_engines_are_not() -> None:
    switch = part(all_pages()["2015/06/07/tin-may/index.md"], "switch")

    assert {"lang": "en", "url": "en/2015/06/07/machine-made/"} == switch


def test_without_an_address_of_the_site_no_address_is_made_up() -> None:
    page = made(*ALL)[ARTICLE]

    assert "og:url" not in properties(page)
    assert "https://luu-tru.example" not in json.dumps(page.meta)
    assert "feeds" not in part(made(*ALL)["index.md"], "head") or not part(
        made(*ALL)["index.md"], "head", "feeds"
    )


def test_every_field_that_is_a_term_of_dublin_core_has_its_values() -> None:
    mapped = dict(dublin_core.mapped(FIELDS))

    assert set(mapped) == set(dublin_core.VALUES)
    assert set() == set(mapped.values()) - {*dublin_core.ELEMENTS, *dublin_core.REFINES}


def test_dublin_core_says_what_is_known() -> None:
    names = [(one["name"], one["content"]) for one in part(all_pages()[ARTICLE], "head", "names")]

    assert [
        ("DC.identifier", f"{ADDRESS}id/a-2021-aaaaaaaa/"),
        ("DC.title", "Ông An dự hội nghị"),
        ("DCTERMS.issued", "2021-12-13T06:24:00+07:00"),
        (
            "DCTERMS.abstract",
            "Ông Nguyễn Văn An dự Hội nghị Mẫu do Bộ Ngoại giao tổ chức.",
        ),
        ("DC.publisher", "Báo Mới"),
        ("DC.source", "https://baomoi.vn.example/tin"),
        ("DC.type", "news"),
        ("DC.subject", "Hội nghị Mẫu"),
        ("DCTERMS.rightsHolder", "Báo Mới"),
        ("DCTERMS.modified", "2022-01-02"),
        ("DC.language", "vi"),
    ] == names


def test_a_held_picture_is_named_only_where_the_archive_may_show_it() -> None:
    picture = Image(file="anh.jpg", caption="Ảnh", url="https://la.example/anh.jpg")
    shown = article("a-1", slug="mot", images=(picture,))
    held_back = article("a-2", slug="hai", images=(picture,), rights=Rights(show="excerpt"))
    found = pages_of(shown, held_back, site=SITE)
    first, second = (found[f"2021/12/13/{slug}/index.md"] for slug in ("mot", "hai"))

    assert f"{ADDRESS}2021/12/13/mot/anh.jpg" == graph(first)[0]["image"][0]["contentUrl"]
    assert "image" not in graph(second)[0]
    assert "anh.jpg" not in str(second.meta["head"])


@pytest.mark.parametrize("path", [ARTICLE, "people/nguyen-van-an/index.md", "index.md"])
def test_addresses_in_statements_are_whole(path: str) -> None:
    for thing in expanded(json.loads(part(all_pages()[path], "head", "graph"))):
        if "@id" in thing:
            assert thing["@id"].startswith(ADDRESS)

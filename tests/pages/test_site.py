"""What holds for all pages together: addresses, links, languages, metadata."""

from __future__ import annotations

import posixpath
import re

from generator.model import LANGS
from generator.pages import addresses, dead_links
from tests.assemble.make import article, joined
from tests.pages.made import EVERYTHING, everything, keys, make, part, strings

ADDRESSES = {"url", "kicker_url", "location", "default"}
KEYS = {
    *("template", "lang", "title", "description", "menu", "switch", "alternates", "default"),
    *("search", "unlisted", "location", "heading"),
    *("home", "article", "entity", "list", "index", "timeline", "tombstone"),
    *(
        "head",
        "data",
        "parallel",
        "removals",
        "searching",
        "translations",
        "anniversaries",
        "trail",
    ),
}


def test_pages_answer_exactly_the_addresses_of_the_archive() -> None:
    archive = joined(*EVERYTHING)
    urls = {*(permalink.url for permalink in archive.permalinks), *archive.redirects}

    assert {addresses.file(url) for url in urls} == set(make(archive))


def test_every_address_in_metadata_leads_to_a_page() -> None:
    found = everything()
    dead = {
        (page.path, text)
        for page in found.values()
        for key, text in strings(page.meta)
        if key in ADDRESSES and not text.startswith("https:")
        if addresses.file(text.partition("#")[0].replace("./", "")) not in found
    }

    assert set() == dead


def test_every_anchor_that_a_date_leads_to_is_on_its_month() -> None:
    found = everything()
    page = found["2021/12/13/ong-an-du-hoi-nghi/index.md"]
    url, _, anchor = part(page, "article", "published", "url").partition("#")
    groups = part(found[f"{url}index.md"], "list", "groups")

    assert anchor in [group["id"] for group in groups]


def test_links_in_texts_lead_to_staged_files() -> None:
    found = everything()
    targets = [
        posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target))
        for page in found.values()
        for target in re.findall(r"\]\(([^)#]+)", page.body)
    ]

    assert targets
    assert [] == [target for target in targets if target not in found]


def test_no_key_comes_from_outside() -> None:
    assert set() == {key for page in everything().values() for key in page.meta} - KEYS


def test_no_key_means_something_else_to_a_template() -> None:
    # Jinja reads `article.copy` as the method of that name.
    methods = set(dir(dict))

    assert set() == {key for page in everything().values() for key in keys(page.meta)} & methods


def test_alternates_are_mutual_and_there() -> None:
    found = everything()
    for page in found.values():
        for alternate in part(page, "alternates") if "alternates" in page.meta else ():
            other = found[addresses.file(alternate["url"].replace("./", ""))]

            assert alternate["lang"] == other.meta["lang"]
            assert page.meta["alternates"] == other.meta["alternates"]
            assert page.meta["default"] == other.meta["default"]


def test_lists_and_records_are_there_in_both_languages() -> None:
    found = everything()
    kinds = {"home.html", "list.html", "index.html", "entity.html"}
    paths = {
        lang: {
            page.path.removeprefix("en/")
            for page in found.values()
            if page.meta["lang"] == lang and page.meta["template"] in kinds
        }
        for lang in LANGS
    }

    assert "people/nguyen-van-an/index.md" in paths["vi"]
    assert paths["vi"] == paths["en"]


def test_pages_of_what_is_gone_or_repeated_are_unlisted() -> None:
    hidden = {"parallel.html", "redirect.html", "removals.html", "tombstone.html"}
    for page in everything().values():
        assert (page.meta["template"] in hidden) == page.meta.get("unlisted", False)


def test_pages_come_in_the_same_order_whatever_the_order_of_the_files() -> None:
    assert list(everything().values()) == list(make(joined(*reversed(EVERYTHING))).values())


def test_a_dead_link_is_told_with_its_file() -> None:
    archive = joined(article("a-1", body="[đi đâu](/people/khong-co/) và [đây](/2021/)."))

    assert [("articles/a-1/vi.md", "/people/khong-co/")] == list(dead_links(archive))

"""Feeds, as readers of feeds that are not ours read them."""

from __future__ import annotations

import json
from typing import Any

import feedparser  # type: ignore[import-untyped]
import listparser
import pytest
from lxml import etree

from generator.model import Date, Rights, Source
from generator.pages import changes, rss
from generator.pages.feeds import SIZE
from tests.assemble.make import article, entity
from tests.pages.machine import ADDRESS, HOSTILE_TITLE, files, files_of

XML_FEEDS = sorted(path for path in files() if path.endswith(("rss.xml", "atom.xml")))
JSON_FEEDS = sorted(path for path in files() if path.endswith("feed.json"))


def parsed(path: str) -> Any:
    return feedparser.parse(files()[path].encode())


def titles(path: str) -> list[str]:
    return [entry.title for entry in parsed(path).entries]


def json_items(path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files()[path])["items"]
    return found


@pytest.mark.parametrize("path", XML_FEEDS)
def test_every_feed_is_one_to_a_reader_of_feeds(path: str) -> None:
    feed = parsed(path)

    assert not feed.bozo
    assert ("rss20" if path.endswith("rss.xml") else "atom10") == feed.version
    assert ("en" if path.startswith("en/") else "vi") == feed.feed.language
    own = path.replace("bong-da", "the-thao")  # its former id leads to where it is now
    assert f"{ADDRESS}{own}" in [link.href for link in feed.feed.links if link.rel == "self"]


def test_topics_people_and_outlets_have_feeds_in_each_language() -> None:
    kinds = {path.removeprefix("en/").partition("/")[0] for path in XML_FEEDS}

    assert {"rss.xml", "atom.xml", "topics", "people", "outlets"} == kinds
    assert {f"en/{path}" for path in XML_FEEDS if not path.startswith("en/")} == {
        path for path in XML_FEEDS if path.startswith("en/")
    }


def test_all_formats_announce_the_same_articles_newest_first() -> None:
    addresses = [entry.link for entry in parsed("rss.xml").entries]

    assert addresses == [entry.link for entry in parsed("atom.xml").entries]
    assert addresses == [item["url"] for item in json_items("feed.json")]
    assert [
        f"{ADDRESS}2021/12/13/ong-an-du-hoi-nghi/",
        f"{ADDRESS}en/2020/05/an-english-story/",
    ] == (addresses[:2])


def test_undated_withdrawn_and_removed_articles_are_announced_nowhere() -> None:
    for path in (*XML_FEEDS, *JSON_FEEDS, "feeds.opml"):
        for unsaid in ("Tin không ngày", "Tin chỉ có tiếng Việt", "phải mất", "a-2017-gggggggg"):
            assert unsaid not in files()[path]


def test_a_link_only_article_shows_nothing_of_its_text_and_an_excerpt_no_more_than_its_lead() -> (
    None
):
    for path in (*XML_FEEDS, *JSON_FEEDS):
        assert "đoạn cuối" not in files()[path]
    by_title = {item["title"]: item for item in json_items("feed.json")}

    assert "summary" not in by_title["Tin dẫn"]
    assert "Câu mở đầu." == by_title["Tin trích"]["summary"]


def test_an_article_in_the_other_language_says_so() -> None:
    root = etree.fromstring(files()["en/atom.xml"].encode())
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    spoken = {str(entry.findtext("{*}title")): entry.get(name) for entry in root.iter("{*}entry")}
    items = {item["title"]: item["language"] for item in json_items("en/feed.json")}
    tongues = {entry.title: entry.get("language") for entry in parsed("en/rss.xml").entries}

    assert ("vi", "en") == (spoken["Tin trích"], spoken["Mr An attends"])
    assert ("vi", "en") == (items["Tin trích"], items["Mr An attends"])
    assert ("vi", None) == (tongues["Tin trích"], tongues["Mr An attends"])


def test_a_translation_says_how_it_was_made() -> None:
    by_title = {item["title"]: item["content_text"] for item in json_items("en/feed.json")}

    assert by_title["Machine-made story"].startswith("Machine translation")


def test_hostile_texts_come_through_as_text() -> None:
    atom = etree.fromstring(files()["atom.xml"].encode())
    shown = " ".join(HOSTILE_TITLE.split())

    assert shown in [title.text for title in atom.iter("{*}title")]
    assert shown in [item["title"] for item in json_items("feed.json")]
    assert not [title for title in titles("rss.xml") if "<script" in title]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M&A < 5", "M&A &lt; 5"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("&#60;b", "&amp;#60;b"),
        ("AT&T; ba", "AT&amp;T; ba"),
    ],
)
def test_a_title_in_rss_is_not_alive_in_readers_that_take_it_for_html(
    text: str, expected: str
) -> None:
    assert expected == rss.shown(text)


def test_dates_say_no_more_than_is_known() -> None:
    dates = {entry.title: entry.get("published") for entry in parsed("rss.xml").entries}
    items = {item["title"]: item.get("date_published") for item in json_items("feed.json")}

    assert "Mon, 13 Dec 2021 06:24:00 +0700" == dates["Ông An dự hội nghị"]
    assert items["An English story"] is None
    assert "2021-12-13T06:24:00+07:00" == items["Ông An dự hội nghị"]


def test_a_correction_makes_an_article_change() -> None:
    changed = {item["title"]: item["date_modified"] for item in json_items("feed.json")}

    assert "2022-01-02T00:00:00Z" == changed["Ông An dự hội nghị"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021", "2021-01-01T00:00:00Z"),
        ("2021-12", "2021-12-01T00:00:00Z"),
        ("2021-12-13", "2021-12-13T00:00:00Z"),
        ("2021-12-13T06:24", "2021-12-13T06:24:00Z"),
        ("2021-12-13T06:24:00-05:30", "2021-12-13T06:24:00-05:30"),
    ],
)
def test_a_moment_is_the_first_of_its_date(date: str, expected: str) -> None:
    assert expected == changes.instant(Date.parse(date))


def test_a_feed_holds_the_newest_and_no_more() -> None:
    many = [
        article(
            f"a-2021-{number:08}",
            slug=f"tin-{number}",
            date=f"2021-{1 + number // 28:02}-{1 + number % 28:02}",
        )
        for number in range(SIZE + 7)
    ]
    items = json.loads(files_of(*many)["feed.json"])["items"]

    assert SIZE == len(items)
    assert f"{ADDRESS}id/a-2021-{SIZE + 6:08}/" == items[0]["id"]


def test_a_feed_of_nothing_is_a_feed() -> None:
    feed = parsed("topics/the-thao/atom.xml")

    assert [] == feed.entries
    assert "1970-01-01T00:00:00Z" == feed.feed.updated


def test_a_record_that_was_renamed_keeps_its_feeds() -> None:
    for name in ("rss.xml", "atom.xml", "feed.json"):
        assert files()[f"topics/the-thao/{name}"] == files()[f"topics/bong-da/{name}"]


def test_the_list_of_feeds_names_every_feed_that_there_is() -> None:
    found = listparser.parse(files()["feeds.opml"])
    named = {feed.url.removeprefix(ADDRESS) for feed in found.feeds}

    assert not found.bozo
    assert {
        path for path in XML_FEEDS if path.endswith("rss.xml") and "bong-da" not in path
    } == named


def test_rights_of_the_outlet_hold_in_its_own_feed() -> None:
    outlet = entity("bao-kin", "Báo Kín", kind="outlets", rights=Rights(show="link"))
    story = article("a-1", body="Lời kín.", source=Source(outlet="bao-kin"))
    made = files_of(outlet, story)

    assert "bao-kin" in made["feeds.opml"]
    assert [] == [path for path, text in made.items() if "Lời kín" in text]

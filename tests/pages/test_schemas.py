"""Files for machines, held to what their specifications say by validators that are not ours."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.pages import citations
from tests.assemble.make import joined
from tests.pages import schemas
from tests.pages.machine import ALL, files, views_of

FEEDS = sorted(path for path in files() if path.endswith("feed.json"))
XML_FEEDS = sorted(path for path in files() if path.endswith(("rss.xml", "atom.xml")))
SITEMAPS = sorted(path for path in files() if path.startswith("sitemaps/"))
VIEWS = views_of(joined(*ALL))
TEXTS = [(id_, lang) for id_, entry in VIEWS["vi"].archive.entries.items() for lang in entry.texts]


def wrong(schema: dict[str, object], value: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


@pytest.mark.parametrize("schema", [schemas.JSON_FEED, schemas.CSL])
def test_the_schemas_are_schemas(schema: dict[str, object]) -> None:
    Draft202012Validator.check_schema(schema)

    assert wrong(schema, {"title": "Tin"})


@pytest.mark.parametrize("path", FEEDS)
def test_every_json_feed_is_one(path: str) -> None:
    assert [] == wrong(schemas.JSON_FEED, json.loads(files()[path]))


@pytest.mark.parametrize(("id_", "lang"), TEXTS)
def test_every_citation_for_programs_is_data_of_csl(id_: str, lang: str) -> None:
    view = VIEWS[lang]
    entry = view.archive.entries[id_]
    cited = citations.gather(view, entry, entry.texts[lang])

    assert [] == wrong(schemas.CSL, json.loads(citations.csl_json(cited)))


@pytest.mark.parametrize("path", XML_FEEDS)
def test_every_feed_is_one_by_its_specification(path: str) -> None:
    schema = schemas.RSS if path.endswith("rss.xml") else schemas.ATOM

    assert [] == schemas.problems(schema, files()[path])


def test_the_repository_is_a_static_one() -> None:
    assert [] == schemas.problems(schemas.STATIC_REPOSITORY, files()["data/oai.xml"])


@pytest.mark.parametrize("path", SITEMAPS)
def test_every_sitemap_is_one(path: str) -> None:
    assert [] == schemas.problems(schemas.SITEMAP, files()[path])


@pytest.mark.parametrize(
    ("schema", "path", "was", "now"),
    [
        (
            schemas.STATIC_REPOSITORY,
            "data/oai.xml",
            "<oai:deletedRecord>no<",
            "<oai:deletedRecord>yes<",
        ),
        (schemas.STATIC_REPOSITORY, "data/oai.xml", "dc:title", "dc:headline"),
        (schemas.STATIC_REPOSITORY, "data/oai.xml", "2022-02-03<", "2022-02<"),
        (schemas.ATOM, "atom.xml", "<updated>2022-01-02T", "<updated>2022-01-02 "),
        (schemas.ATOM, "atom.xml", 'rel="self"', 'rel="own"'),
        (schemas.RSS, "rss.xml", "<pubDate>Mon, ", "<pubDate>Thứ hai, "),
        (schemas.RSS, "rss.xml", "guid", "id"),
        (schemas.SITEMAP, "sitemaps/1.xml", "<lastmod>2022-02-03<", "<lastmod>2022-02-31<"),
        (schemas.SITEMAP, "sitemaps/1.xml", 'hreflang="en"', 'hreflang="english"'),
        (schemas.SITEMAP, "sitemaps/1.xml", "<loc>https:", "<loc>"),
    ],
)
def test_the_schemas_find_what_is_wrong(schema: str, path: str, was: str, now: str) -> None:
    broken = files()[path].replace(was, now)

    assert broken != files()[path]
    assert schemas.problems(schema, broken)

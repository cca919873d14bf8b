import pytest

from generator import assemble
from generator.model import Contents, Editorial, Status
from tests.assemble.make import article, contents, entity, joined, permalink, translation

PERSON = entity("bui-thanh-son", "Bùi Thanh Sơn", replaces=("son-bui",))


def test_renamed_article_is_redirected_by_itself() -> None:
    archive = joined(
        article("a-1", slug="moi", date="2021-12-14"),
        registered=("/2021/12/13/cu/ a-1 vi", "/2021/12/cu/ a-1 vi"),
    )

    assert {
        "/2021/12/13/cu/": "/2021/12/14/moi/",
        "/2021/12/cu/": "/2021/12/14/moi/",
        "/id/a-1/": "/2021/12/14/moi/",
    } == dict(archive.redirects)


def test_permalink_by_id_leads_to_the_original() -> None:
    original = article("a-1", slug="tin")

    archive = joined(original, translation(original), registered=("/id/a-1/ a-1",))

    assert "/2021/12/13/tin/" == archive.redirects["/id/a-1/"]


def test_translation_that_is_gone_leads_to_the_original() -> None:
    archive = joined(article("a-1", slug="tin"), registered=("/en/2021/12/13/news/ a-1 en",))

    assert "/2021/12/13/tin/" == archive.redirects["/en/2021/12/13/news/"]


def test_aliases_lead_to_the_text_of_their_language() -> None:
    original = article("a-1", slug="tin", aliases=("/cu/",))
    english = translation(original, slug="news", aliases=("/en/old",))

    archive = joined(original, english)

    assert "/2021/12/13/tin/" == archive.redirects["/cu/"]
    assert "/en/2021/12/13/news/" == archive.redirects["/en/old/"]


@pytest.mark.parametrize(
    "alias",
    [
        "https://evil.example/",
        "//evil.example/",
        "/../x/",
        "/a b/",
        "/a?b/",
        "x/",
        "",
        "/<script>/",
        "/a\\b/",
        "/2021/index.md/",
        "/2021/Index.html",
        "/404.html",
        "/assets/javascripts/",
        "/search/search_index.json",
        "/sitemap.xml",
    ],
)
def test_alias_that_is_no_path_of_the_site_is_passed_over(alias: str) -> None:
    archive = joined(article("a-1", aliases=(alias,)))

    assert ["/id/a-1/"] == list(archive.redirects)


def test_alias_never_shadows_a_page() -> None:
    archive, findings = assemble.archive(
        contents(article("a-1", slug="x"), article("a-2", aliases=("/2021/12/13/x/",)))
    )

    assert "/2021/12/13/x/" not in archive.redirects
    assert [("alias-clash", "content/articles/a-2/vi.md")] == [
        (finding.code, finding.file) for finding in findings
    ]


def test_alias_that_two_articles_claim_stays_with_the_smaller_id() -> None:
    archive, findings = assemble.archive(
        contents(
            article("a-2", slug="hai", aliases=("/cu/",)),
            article("a-1", slug="mot", aliases=("/cu/",)),
        )
    )

    assert "/2021/12/13/mot/" == archive.redirects["/cu/"]
    assert ["content/articles/a-2/vi.md"] == [finding.file for finding in findings]


def test_former_id_of_a_record_leads_to_the_record_in_both_languages() -> None:
    archive = joined(PERSON)

    assert {
        "/people/son-bui/": "/people/bui-thanh-son/",
        "/en/people/son-bui/": "/en/people/bui-thanh-son/",
    } == dict(archive.redirects)


def test_record_that_moved_to_another_kind_is_followed() -> None:
    archive = joined(
        entity("ttxvn", "TTXVN", kind="organisations", replaces=("vna",)),
        registered=("/outlets/ttxvn/ ttxvn vi", "/en/outlets/vna/ vna en"),
    )

    assert "/organisations/ttxvn/" == archive.redirects["/outlets/ttxvn/"]
    assert "/en/organisations/ttxvn/" == archive.redirects["/en/outlets/vna/"]


def test_chain_of_replaced_records_ends_at_the_page_that_stands() -> None:
    archive = joined(
        entity("c", "Tên ba", replaces=("b",)),
        entity("d", "Tên bốn", replaces=("e",)),
        registered=("/people/a/ a vi", "/people/b/ b vi"),
    )

    assert "/people/c/" == archive.redirects["/people/b/"]
    assert "/people/a/" not in archive.redirects


@pytest.mark.parametrize(
    ("row", "target"),
    [
        ("/2021/11/ month:2021-11 vi", "/2021/"),
        ("/en/2021/11/ month:2021-11 en", "/en/2021/"),
        ("/1999/11/ month:1999-11 vi", "/"),
        ("/en/1999/ year:1999 en", "/en/"),
        ("/undated/ undated vi", "/"),
    ],
)
def test_calendar_without_articles_leads_to_the_nearest_that_has_some(
    row: str, target: str
) -> None:
    archive = joined(article("a-1"), registered=(row,))

    assert target == archive.redirects[row.split(maxsplit=1)[0]]


def test_editorial_page_that_is_gone_in_one_language_leads_to_the_other() -> None:
    about = Editorial(id="about", lang="vi", title="…", body="…", path="pages/about/vi.md")

    archive, _ = assemble.archive(
        Contents(editorials=(about,), permalinks=(permalink("/en/about/ about en"),))
    )

    assert {"/en/about/": "/about/"} == dict(archive.redirects)


def test_former_urls_of_a_removed_article_lead_to_its_tombstone() -> None:
    archive = joined(
        article("a-1", slug="moi", status=Status.REMOVED, aliases=("/cu/",)),
        registered=("/2021/12/13/moi/ a-1 vi", "/2021/12/13/truoc/ a-1 vi"),
    )

    assert ["/2021/12/13/moi/"] == [
        permalink.url for permalink in archive.permalinks if permalink.id == "a-1"
    ]
    assert "/2021/12/13/moi/" == archive.redirects["/cu/"]
    assert "/2021/12/13/moi/" == archive.redirects["/2021/12/13/truoc/"]


def test_register_cannot_put_a_redirect_over_a_page() -> None:
    archive = joined(
        article("a-1"), article("a-2", slug="x"), registered=("/2021/ a-1 vi", "/ a-1 vi")
    )

    assert not {"/2021/", "/"} & set(archive.redirects)


def test_url_whose_article_is_gone_is_not_redirected_anywhere() -> None:
    archive = joined(article("a-1"), registered=("/2021/12/13/gone/ a-9 vi",))

    assert "/2021/12/13/gone/" not in archive.redirects

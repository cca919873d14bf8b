import dataclasses

import pytest

from generator import assemble
from generator.assemble import urls
from generator.model import Bilingual, Contents, Date, Editorial, Status
from tests.assemble.make import article, contents, entity, found, joined, permalink, translation


@pytest.mark.parametrize(
    ("date", "url"),
    [
        ("2021-12-13T06:24:00+07:00", "/2021/12/13/hoi-nghi/"),
        ("2021-12-13", "/2021/12/13/hoi-nghi/"),
        ("2021-12", "/2021/12/hoi-nghi/"),
        ("2021", "/2021/hoi-nghi/"),
        (None, "/undated/hoi-nghi/"),
    ],
)
def test_url_is_as_precise_as_the_date(date: str | None, url: str) -> None:
    archive = joined(article("a-1", title="Hội nghị", date=date))

    assert {"vi": url} == archive.entries["a-1"].urls


def test_translation_stands_under_its_language_on_the_day_of_the_original() -> None:
    original = article("a-1", title="Hội nghị")

    archive = joined(original, translation(original, title="The conference"))

    assert {"vi": "/2021/12/13/hoi-nghi/", "en": "/en/2021/12/13/the-conference/"} == dict(
        archive.entries["a-1"].urls
    )


@pytest.mark.parametrize(
    ("facts", "slug"),
    [
        ({"slug": "ten-rieng", "title": "Tít"}, "ten-rieng"),
        ({"slug": "../../etc/passwd", "title": "Tít"}, "etc-passwd"),
        ({"slug": "a/b", "title": "Tít"}, "a-b"),
        ({"slug": "12", "title": "Tít"}, "so-12"),
        ({"slug": "", "title": "Đường về"}, "duong-ve"),
        ({"slug": "", "title": "🎉🎉"}, "k7m2q4xd"),
        ({"slug": "///", "title": "🎉🎉"}, "k7m2q4xd"),
    ],
)
def test_slug_is_always_one_safe_segment(facts: dict[str, str], slug: str) -> None:
    assert slug == urls.slug(article("a-2021-k7m2q4xd", **facts))


def test_two_articles_that_claim_one_url_are_a_finding_that_names_both_files() -> None:
    first, second = article("a-1", title="Một tít"), article("a-2", title="Một tít")

    archive, findings = assemble.archive(contents(first, second))

    assert ["a-1"] == list(archive.entries)
    assert [("permalink-clash", "content/articles/a-2/vi.md")] == [
        (finding.code, finding.file) for finding in findings
    ]
    assert "content/articles/a-1/vi.md" in findings[0].what.en


def test_findings_name_the_content_folder_as_it_is_called() -> None:
    first, second = article("a-1", title="Một tít"), article("a-2", title="Một tít")
    given = dataclasses.replace(contents(first, second), folder="noi-dung")

    (clash,) = assemble.archive(given)[1]

    assert "noi-dung/articles/a-2/vi.md" == clash.file
    assert "noi-dung/articles/a-1/vi.md" in clash.what.en


def test_registered_owner_wins_a_clash_against_a_smaller_id() -> None:
    archive = joined(
        article("a-1", title="Một tít"),
        article("a-2", title="Một tít"),
        registered=("/2021/12/13/mot-tit/ a-2 vi",),
    )

    assert ["a-2"] == list(archive.entries)


def test_url_that_an_article_has_left_is_not_given_to_another() -> None:
    renamed = article("a-2", slug="ten-moi")
    late = article("a-1", slug="ten-cu")

    archive, findings = assemble.archive(
        contents(renamed, late, registered=("/2021/12/13/ten-cu/ a-2 vi",))
    )

    assert "/2021/12/13/ten-moi/" == archive.redirects["/2021/12/13/ten-cu/"]
    assert ["a-2"] == list(archive.entries)
    assert ["permalink-clash"] == [finding.code for finding in findings]


def test_translations_go_with_an_original_that_lost_its_place() -> None:
    winner, loser = article("a-1", slug="x"), article("a-2", slug="x")

    archive = joined(winner, loser, translation(loser))

    assert ["a-1"] == list(archive.entries)


def test_translation_that_lost_its_place_leaves_the_original_standing() -> None:
    first, second = article("a-1"), article("a-2")

    archive = joined(
        first, second, translation(first, slug="same"), translation(second, slug="same")
    )

    assert ["en", "vi"] == sorted(archive.entries["a-1"].urls)
    assert ["vi"] == list(archive.entries["a-2"].urls)
    assert ["vi"] == list(archive.entries["a-2"].texts)
    assert ["vi"] == list(archive.entries["a-2"].bodies)


def test_article_may_originate_in_english() -> None:
    archive = joined(article("a-1", lang="en", title="A speech"))

    assert {"en": "/en/2021/12/13/a-speech/"} == dict(archive.entries["a-1"].urls)
    assert "/en/2021/12/13/a-speech/" == archive.redirects["/id/a-1/"]


def test_every_page_of_the_archive_is_among_the_permalinks() -> None:
    about = Editorial(id="about", lang="vi", title="Giới thiệu", body="…", path="pages/about/vi.md")
    given = Contents(
        articles=(article("a-1", slug="tin"), article("a-2", date=None, slug="tin")),
        entities=(entity("bui-thanh-son", "Bùi Thanh Sơn"),),
        editorials=(about,),
    )

    archive, _ = assemble.archive(given)

    kinds = ("events", "organisations", "outlets", "people", "places", "topics")
    expected = [
        "/ home vi",
        "/en/ home en",
        "/search/ search vi",
        "/en/search/ search en",
        "/timeline/ timeline vi",
        "/en/timeline/ timeline en",
        "/translations/ translations vi",
        "/en/translations/ translations en",
        "/data/ data vi",
        "/en/data/ data en",
        "/about/ about vi",
        "/2021/ year:2021 vi",
        "/en/2021/ year:2021 en",
        "/2021/12/ month:2021-12 vi",
        "/en/2021/12/ month:2021-12 en",
        "/2021/12/13/ day:2021-12-13 vi",
        "/en/2021/12/13/ day:2021-12-13 en",
        "/on-this-day/ on-this-day vi",
        "/en/on-this-day/ on-this-day en",
        "/on-this-day/12-13/ on-this-day:12-13 vi",
        "/en/on-this-day/12-13/ on-this-day:12-13 en",
        "/undated/ undated vi",
        "/en/undated/ undated en",
        "/2021/12/13/tin/ a-1 vi",
        "/undated/tin/ a-2 vi",
        "/people/bui-thanh-son/ bui-thanh-son vi",
        "/en/people/bui-thanh-son/ bui-thanh-son en",
        *(f"/{kind}/ index:{kind} vi" for kind in kinds),
        *(f"/en/{kind}/ index:{kind} en" for kind in kinds),
        "/people/by/given-name/ index:people vi",
        "/en/people/by/given-name/ index:people en",
    ]
    assert sorted(map(permalink, expected), key=lambda p: p.url) == list(archive.permalinks)


def test_editorial_page_cannot_take_the_place_of_an_index() -> None:
    page = Editorial(id="people", lang="vi", title="Ta", body="…", path="pages/people/vi.md")

    archive, findings = assemble.archive(Contents(editorials=(page,)))

    assert {} == archive.editorials
    assert [("permalink-clash", "content/pages/people/vi.md")] == [
        (finding.code, finding.file) for finding in findings
    ]


def test_drafts_are_out_of_everything() -> None:
    draft = article("a-1", status=Status.DRAFT, people=("bui-thanh-son",), aliases=("/cu/",))
    person = entity("bui-thanh-son", "Bùi Thanh Sơn")

    assert joined(person) == joined(person, draft)


def test_translation_without_text_is_a_draft() -> None:
    original = article("a-1")

    archive = joined(original, translation(original, body=" \n"))

    assert ["vi"] == list(archive.entries["a-1"].texts)


def test_withdrawn_article_keeps_its_page_and_text() -> None:
    archive = joined(article("a-1", status=Status.WITHDRAWN, body="Nội dung."))

    assert "Nội dung." == archive.entries["a-1"].bodies["vi"]


def test_removed_article_leaves_a_tombstone_and_nothing_of_its_text() -> None:
    original = article(
        "a-1",
        title="Bí mật",
        slug="bi-mat",
        body="Bí mật",
        summary="Bí mật",
        byline="Bí mật",
        status=Status.REMOVED,
        status_note=Bilingual(vi="Theo yêu cầu."),
        people=("bui-thanh-son",),
    )

    archive = joined(
        original,
        translation(original, title="Bí mật"),
        entity("bui-thanh-son", "Bùi Thanh Sơn"),
        registered=("/2021/12/13/bi-mat/ a-1 vi", "/en/2021/12/13/old/ a-1 en"),
    )

    assert {} == archive.entries
    assert "Theo yêu cầu." == archive.removed["a-1"].status_note.vi
    assert "Bí mật" not in repr(archive)
    assert () == archive.listed["bui-thanh-son"]
    assert ["/2021/12/13/bi-mat/", "/en/2021/12/13/old/"] == [
        permalink.url for permalink in archive.permalinks if permalink.id == "a-1"
    ]
    assert "/2021/12/13/bi-mat/" == archive.redirects["/id/a-1/"]


def test_tombstone_of_an_unregistered_article_gives_way_to_an_article_that_stands() -> None:
    archive = joined(article("a-1", slug="x", status=Status.REMOVED), article("a-2", slug="x"))

    assert "/2021/12/13/x/" == archive.entries["a-2"].urls["vi"]
    assert "/id/a-1/" not in archive.redirects


def test_of_two_folders_with_one_id_the_later_is_left_out() -> None:
    first = article("a-1", path="articles/a/vi.md", slug="first")
    second = article("a-1", path="articles/b/vi.md", slug="second")

    assert joined(first) == joined(second, first)


def test_partial_dates_make_only_the_calendars_they_know() -> None:
    calendars = [
        permalink.id
        for permalink in joined(article("a-1", date="2021")).permalinks
        if permalink.lang == "vi" and permalink.id.startswith(("year", "month", "undated"))
    ]

    assert ["year:2021"] == calendars


def test_date_before_the_year_1000_has_four_digits() -> None:
    archive = joined(article("a-1", slug="x", date=Date(year=938)))

    assert "/0938/x/" == archive.entries["a-1"].urls["vi"]


def test_no_finding_without_a_dispute() -> None:
    assert () == found(article("a-1"), article("a-2"))

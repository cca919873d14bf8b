from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.press import search
from tests.assemble.make import article, joined
from tests.search import samples

pytestmark = pytest.mark.browser


def answer(on: Page, query: str, lang: str = "vi", **options: object) -> dict[str, Any]:
    made: dict[str, Any] = on.evaluate(
        "([lang, query, options]) => searches[lang].search(query, options)", [lang, query, options]
    )
    return made


def found(on: Page, query: str, lang: str = "vi", **options: object) -> list[str]:
    return [one["id"] for one in answer(on, query, lang, **options)["results"]]


@pytest.mark.parametrize(
    "query",
    [
        "ngoại giao kinh tế",
        "ngoai giao kinh te",
        "NGOẠI GIAO KINH TẾ",
        '"ngoai giao kinh te"',
        "kinh te ngoai giao",
    ],
)
def test_words_are_found_however_they_are_typed_and_together_first(page: Page, query: str) -> None:
    assert "a-economy" == found(page, query)[0]


def test_words_in_a_row_come_before_the_same_words_apart(page: Page) -> None:
    assert ["a-economy", "a-scattered"] == found(page, "ngoai giao kinh te")


def test_a_phrase_is_found_in_a_row_only(page: Page) -> None:
    assert ["a-economy"] == found(page, '"ngoai giao kinh te"')
    assert [] == found(page, '"kinh te ngoai"')


def test_a_phrase_stands_beside_free_words(page: Page) -> None:
    assert ["a-economy"] == found(page, '"Bùi Thanh Sơn" vac xin')


def test_the_accents_that_were_typed_come_first(page: Page) -> None:
    assert ["a-peace", "a-flower"] == found(page, "hoà bình")
    assert ["a-peace", "a-flower"] == found(page, "hòa bình")
    assert ["a-flower", "a-peace"] == found(page, "hoa bình")


def test_without_accents_all_are_found(page: Page) -> None:
    assert {"a-peace", "a-flower"} == set(found(page, "hoa binh"))


def test_d_stands_for_d_with_a_stroke(page: Page) -> None:
    assert ["a-undated"] == found(page, "dong bao ta")


@pytest.mark.parametrize(
    "query", ["22/10/2021", "22.10.2021", "2021-10-22", "22 tháng 10 năm 2021", "October 22, 2021"]
)
def test_a_day_is_found_in_any_form(page: Page, query: str) -> None:
    assert {"a-peace", "a-flower"} == set(found(page, query))


def test_the_day_of_publication_is_found(page: Page) -> None:
    assert ["a-economy"] == found(page, "29/7/2021")


def test_numbers_and_signs_are_found(page: Page) -> None:
    assert ["a-flower"] == found(page, "36-NQ/TW")
    assert ["a-peace"] == found(page, "7,02%")


def test_a_word_can_be_kept_out(page: Page) -> None:
    assert ["a-scattered"] == found(page, "ngoai giao kinh te -vac-xin")
    assert ["a-flower"] == found(page, "hoa binh -hoà")
    assert [] == found(page, "hoa binh -hoa")
    assert ["a-economy"] == found(page, 'ngoai giao kinh te -"thế giới"')


def test_a_query_that_only_keeps_out_lists_the_rest(page: Page) -> None:
    assert "a-economy" not in found(page, "-vac-xin")
    assert 6 == answer(page, "-vac-xin")["total"]


def test_a_word_can_be_asked_for_in_the_title(page: Page) -> None:
    assert ["a-economy"] == found(page, "title:kinh title:te")
    assert ["a-economy"] == found(page, 'title:"kinh tế"')


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kinh outlet:vov", {"a-economy", "a-scattered"}),
        ('outlet:"voice of vietnam"', {"a-economy", "a-scattered"}),
        ('outlet:"nhân dân"', {"a-peace"}),
        ('person:"Bùi Thanh Sơn"', {"a-economy"}),
        ("person:sơn", {"a-economy"}),
        ("year:2021", {"a-economy", "a-peace"}),
        ("2021..2022", {"a-economy", "a-peace", "a-flower"}),
        ("binh 2022..", {"a-flower"}),
        ("year:2020-2021 kinh", {"a-economy"}),
        ("year:2022- kinh", {"a-scattered"}),
        ("-outlet:vov kinh", set()),
        ("2022..2021", {"a-economy", "a-peace", "a-flower"}),
        ("binh -year:2021", {"a-flower"}),
        ("binh -2022..2023", {"a-peace"}),
        ("binh year:nonsense", set()),
        ("kinh kind:news", {"a-economy", "a-scattered"}),
        ("kinh kind:speech", set()),
        ("kinh lang:en", {"a-economy"}),
        ("kinh -language:EN", {"a-scattered"}),
    ],
)
def test_queries_are_narrowed_by_fields(page: Page, query: str, expected: set[str]) -> None:
    assert expected == set(found(page, query))


def test_what_is_no_field_is_a_word_before_a_colon_too(page: Page) -> None:
    assert ["constructor", "abc"] == page.evaluate(
        "parse('constructor:abc').groups[0].terms.map(({ key }) => key)"
    )


@pytest.mark.parametrize(
    "query",
    ["Ministry of Foreign Affairs", "MOFA", "economic diplomacy", "Foreign Minister", "Vietnam"],
)
def test_english_finds_vietnamese_articles(page: Page, query: str) -> None:
    assert "a-economy" in found(page, query)


def test_vietnamese_finds_english_articles(page: Page) -> None:
    assert ["a-economy"] == found(page, "Bộ Ngoại giao", "en")
    assert ["a-economy"] == found(page, "ambassador", "en")


@pytest.mark.parametrize(
    ("query", "meant", "expected"),
    [
        ("ngoai gaio kinh te", "ngoai giao kinh te", "a-economy"),
        ("Bui Thnah Son", "Bui thanh Son", "a-economy"),
        ("ngoaij giao kinh tees", "ngoại giao kinh tế", "a-economy"),
        ("hoaf binhf", "hòa bình", "a-peace"),
        ("ngoai5 giao kinh te61", "ngoại giao kinh tế", "a-economy"),
    ],
)
def test_what_finds_nothing_is_answered_as_it_was_meant(
    page: Page, query: str, meant: str, expected: str
) -> None:
    made = answer(page, query)

    assert (meant, expected) == (made["meant"], made["results"][0]["id"])


def test_a_word_that_stands_with_no_neighbour_is_doubted_though_it_exists(
    browser: Browser, tmp_path: Path
) -> None:
    texts = {
        "a-meant": "Ngoại giao kinh tế.",
        "a-apart": "Thời gian bên ngoài, kinh phí và tế bào.",
    }
    archive = joined(*(article(id_, title=id_, slug=id_, body=text) for id_, text in texts.items()))
    samples.lay_out(archive, tmp_path)
    with samples.served(tmp_path) as url:
        page = browser.new_page()
        page.goto(url)
        page.wait_for_function("() => !!window.searches")
        made = [answer(page, query) for query in ("ngoai gian kinh te", "ngoai giao kinh te")]
        page.close()

    assert ["ngoai giao kinh te", ""] == [one["hint"] for one in made]
    assert ["", ""] == [one["meant"] for one in made]
    assert ["a-meant", "a-apart"] == [one["id"] for one in made[0]["results"]]
    assert "[Ngoại] [giao] [kinh] [tế]." == samples.text(made[0]["results"][0]["snippet"])


@pytest.mark.parametrize("query", ["xyzzyqwerty", "kangaroo zebra", "Ernesto Poljak", "", "-", '"'])
def test_nonsense_finds_nothing(page: Page, query: str) -> None:
    assert [] == found(page, query)


@pytest.mark.parametrize("word", ["mậtmã", "giấukín", "nhápnháp", "biếnmất"])
def test_what_may_not_be_shown_is_not_found(page: Page, word: str) -> None:
    assert [] == found(page, word)


def test_what_may_be_shown_of_a_limited_text_is_found(page: Page) -> None:
    assert ["a-short"] == found(page, "đoạn đầu trích được")
    assert ["a-secret"] == found(page, "chỉ có đường dẫn")


def test_results_are_sorted_by_date(page: Page) -> None:
    assert ["a-flower", "a-peace"] == found(page, "bình", sort="newest")
    assert ["a-peace", "a-flower"] == found(page, "bình", sort="oldest")


def test_a_result_is_shown_in_its_own_spelling_with_what_was_found_marked(page: Page) -> None:
    (result,) = answer(page, '"bui thanh son"')["results"]

    assert "Ngoại giao kinh tế năm 2021" == samples.text(result["title"])
    assert "Ông [Bùi] [Thanh] [Sơn] dự." == samples.text(result["snippet"])
    assert ("/2021/07/29/kinh-te/", "2021-07-29", "VOV") == (
        result["url"],
        result["date"],
        result["outlet"],
    )


@pytest.mark.parametrize(
    ("query", "lang", "snippet", "spoken"),
    [
        ("vắc xin", "vi", "Bộ Ngoại giao nói về ngoại giao kinh tế và [vắc]-[xin].", "vi"),
        ("Ministry of Foreign Affairs", "vi", "[Ministry] of [Foreign] [Affairs]", ""),
        ("Bộ Ngoại giao", "en", "[Bộ] [Ngoại] [giao]", "vi"),
        ("vaccines", "en", "The ministry speaks of [vaccines].", "en"),
    ],
)
def test_a_name_is_shown_in_the_language_that_its_letters_tell(
    page: Page, query: str, lang: str, snippet: str, spoken: str
) -> None:
    (result,) = answer(page, query, lang)["results"]

    assert (True, spoken) == (snippet in samples.text(result["snippet"]), result["spoken"])


def test_facets_count_the_results_and_not_their_own_choice(page: Page) -> None:
    made = page.evaluate(
        """async () => {
            const { vi } = searches
            await vi.search("kinh", { facets: { year: ["2021"] } })
            return { year: await vi.facet("year"), outlet: await vi.facet("outlet") }
        }"""
    )

    assert [("2023", 1), ("2021", 1)] == [(one["id"], one["count"]) for one in made["year"]]
    assert [("vov", "VOV", 1)] == [
        (one["id"], one["label"], one["count"]) for one in made["outlet"]
    ]


def test_several_facets_narrow_together(page: Page) -> None:
    chosen = {"outlet": ["vov", "nhan-dan"], "year": ["2021"]}

    assert {"a-economy", "a-peace"} == set(found(page, "-thể", facets=chosen))


def test_pages_follow_each_other(page: Page) -> None:
    everything = found(page, "-xyz", limit=20)
    pages = [found(page, "-xyz", limit=3, page=number) for number in (1, 2, 3)]

    assert everything == [id_ for one in pages for id_ in one]


def test_values_of_facets_alone_find_all_that_has_them_newest_first(page: Page) -> None:
    assert ["a-peace", "a-economy"] == found(page, "", facets={"year": ["2021"]})


def test_how_many_there_are_without_facets_is_told(page: Page) -> None:
    made = answer(page, "hoa binh", facets={"outlet": ["vov"]})

    assert (0, 2) == (made["total"], made["all"])


def test_emphasis_leaves_no_marks_in_what_is_shown(page: Page) -> None:
    (result,) = answer(page, "nói về ngoại giao kinh tế")["results"]

    assert "*" not in samples.text(result["snippet"])


@pytest.mark.parametrize(
    "query", ["phái bộ ra quân", "phai bo ra quan", "thuyr sanr", "phai bo ra qaun"]
)
def test_the_words_of_a_text_in_the_other_language_are_found_if_both_are_asked(
    page: Page, query: str
) -> None:
    assert [] == found(page, query, "en")
    (result,) = answer(page, query, "en", both=True)["results"]

    assert ("a-peace", "vi") == (result["id"], result["lang"])
    assert "[" in samples.text(result["snippet"])


def test_an_article_is_shown_in_the_language_of_the_reader_where_it_was_found_in_it(
    page: Page,
) -> None:
    results = answer(page, "ngoại giao kinh tế", "en", both=True)["results"]

    assert [("a-economy", "en"), ("a-scattered", "vi")] == [
        (one["id"], one["lang"]) for one in results
    ]


def test_a_word_keeps_out_in_either_language(page: Page) -> None:
    assert ["a-economy"] == found(page, "ngoại giao kinh tế -đổi", "en", both=True)
    assert ["a-scattered"] == found(page, "ngoại giao kinh tế -vaccines", "en", both=True)
    assert ["a-scattered"] == found(page, "ngoại giao kinh tế -vắc-xin", "en", both=True)


def test_facets_count_what_both_editions_found(page: Page) -> None:
    made = page.evaluate(
        """async () => {
            await searches.en.search("hoa binh", { both: true })
            return await searches.en.facet("language")
        }"""
    )

    assert [("vi", 2)] == [(one["id"], one["count"]) for one in made]


def test_answers_to_two_questions_at_once_do_not_mix(page: Page) -> None:
    made = page.evaluate(
        """async () => {
            const { vi } = searches
            const facets = { year: ["2021"] }
            const asked = ["kinh", "hoa binh"].map(text => vi.search(text, { facets }))
            const answers = await Promise.all(asked)
            return { totals: answers.map(one => one.total), facet: await vi.facet("year") }
        }"""
    )

    assert [1, 1] == made["totals"]
    assert [("2022", 1), ("2021", 1)] == [(one["id"], one["count"]) for one in made["facet"]]


@pytest.mark.parametrize(
    ("damage", "query"),
    [("another", "ngoai giao"), ("cut", "ngoai giao"), ("missing", "ngoai giao")],
)
def test_parts_of_two_indexes_are_told_and_never_mixed(
    browser: Browser, tmp_path: Path, damage: str, query: str
) -> None:
    samples.lay_out(samples.archive(), tmp_path)
    shards = sorted((tmp_path / "search/vi/k").iterdir())
    contents = [shard.read_bytes() for shard in shards]
    for place, shard in enumerate(shards):
        match damage:
            case "another":
                other = (tmp_path / "search/en/k") / shard.name
                shard.write_bytes(other.read_bytes() if other.is_file() else contents[place - 1])
            case "cut":
                shard.write_bytes(contents[place][: len(contents[place]) // 2])
            case "missing":
                shard.unlink()
    with samples.served(tmp_path) as url:
        page = browser.new_page()
        page.goto(url)
        page.wait_for_function("() => !!window.searches")
        told = page.evaluate("q => searches.vi.search(q).catch(error => error.code)", query)
        page.close()

    assert "changed" == told


def test_a_missing_index_is_told(browser: Browser, tmp_path: Path) -> None:
    samples.lay_out(samples.archive(), tmp_path)
    (tmp_path / "search/vi/manifest.bin").unlink()
    with samples.served(tmp_path) as url:
        page = browser.new_page()
        page.goto(url)
        page.wait_for_function("() => !!window.searches")
        told = page.evaluate("() => searches.vi.search('x').catch(error => error.code)")
        page.close()

    assert "missing" == told


def test_editions_of_two_times_are_told_and_never_mixed(browser: Browser, tmp_path: Path) -> None:
    samples.lay_out(samples.archive(), tmp_path)
    search.write(joined(article("a-other")), tmp_path / "other")
    shutil.rmtree(tmp_path / "search/vi")
    (tmp_path / "other/search/vi").rename(tmp_path / "search/vi")

    told = asked(browser, tmp_path, "searches.en.search('phái bộ', { both: true })")

    assert "changed" == told


def test_a_facet_of_another_index_is_told(browser: Browser, tmp_path: Path) -> None:
    samples.lay_out(samples.archive(), tmp_path)
    facets = tmp_path / "search/vi/f"
    (facets / "outlet.bin").write_bytes((facets / "topic.bin").read_bytes())

    told = asked(
        browser, tmp_path, "searches.vi.search('kinh').then(() => searches.vi.facet('outlet'))"
    )

    assert "changed" == told


def test_what_was_replaced_meanwhile_is_asked_for_once_more(
    browser: Browser, tmp_path: Path
) -> None:
    samples.lay_out(samples.archive(), tmp_path)
    with samples.served(tmp_path) as url:
        page = opened(browser, url)
        page.evaluate("searches.vi.search('kinh')")
        search.write(joined(article("a-new", title="Hoa bình mới")), tmp_path)
        made = page.evaluate("searches.vi.search('binh')")
        page.close()

    assert ["a-new"] == [one["id"] for one in made["results"]]


def asked(browser: Browser, site: Path, question: str) -> object:
    """The code of the error that a question ends with."""
    with samples.served(site) as url:
        page = opened(browser, url)
        told: object = page.evaluate(f"() => {question}.catch(error => error.code)")
        page.close()
    return told


def opened(browser: Browser, url: str) -> Page:
    page = browser.new_page()
    page.goto(url)
    page.wait_for_function("() => !!window.searches")
    return page

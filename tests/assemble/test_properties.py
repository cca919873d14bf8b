"""What holds for every archive, whatever is in it and in whatever order it comes."""

import dataclasses
import random

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import assemble, check
from generator.assemble.linking import link
from generator.assemble.names import Names
from generator.assemble.readable import read
from generator.model import Article, Contents, Date, Editorial, Permalink, Status
from tests.assemble.make import article, entity, translation

RECORDS = (
    entity("son", "Bùi Thanh Sơn", "Sơn"),
    entity("ha", "Bùi Thanh Hà", "Bui Thanh Ha"),
    entity("bo", "Bộ Ngoại giao", "BNG", kind="organisations"),
    entity("eu", "Liên minh châu Âu", "EU", kind="organisations", replaces=("ec",)),
    entity("hoa-binh", "Hòa Bình", kind="places"),
    entity("star", "A*STAR", kind="organisations"),
)
IDS = [f"a-{n}" for n in range(6)]
SLUGS = ["", "mot", "hai", "12"]
WORDS = [
    "Bùi Thanh Sơn",
    "Sơn",
    "Sơn Tây",
    "EU",
    "EUR",
    "Hoà Bình",
    "Bộ Ngoại giao",
    "và",
    "A\\*STAR",
]
MARKS = [
    " ",
    " ",
    ", ",
    "\n",
    "\n\n",
    "\n\n# ",
    "\n\n> ",
    "\n\n- ",
    "**",
    "`",
    "[",
    "](/x/)",
    "!",
    "_",
]

dates = st.one_of(
    st.none(),
    st.builds(Date, year=st.sampled_from([1995, 2021])),
    st.builds(
        Date,
        year=st.sampled_from([1995, 2021]),
        month=st.integers(1, 2),
        day=st.integers(0, 2),
    ),
)
bodies = st.lists(st.sampled_from(WORDS + MARKS), max_size=30).map("".join)
ids = st.sampled_from([*IDS, "a-404"])
urls = st.builds(
    "/{}{}/{}/".format,
    st.sampled_from(["", "en/"]),
    st.sampled_from(["1995", "undated", "cu"]),
    ids,
) | st.sampled_from(["/", "/en/", "/2021/", "/1995/01/", "/undated/", "/1995/mot/", "/people/ec/"])


@st.composite
def works(draw: st.DrawFn) -> list[Article]:
    texts = []
    for id_ in draw(st.lists(st.sampled_from(IDS), unique=True)):
        original = article(
            id_,
            title=draw(st.sampled_from(["Một", "Hai", "🎉", "Bùi Thanh Sơn"])),
            slug=draw(st.sampled_from(SLUGS)),
            date=draw(dates),
            body=draw(bodies),
            status=draw(st.sampled_from(Status)),
            people=draw(st.sampled_from([(), ("son",), ("khong-co",)])),
            reprint_of=draw(st.sampled_from(["", *IDS])),
            related=draw(st.sampled_from([(), tuple(IDS[:2])])),
            aliases=draw(st.lists(urls, max_size=2).map(tuple)),
        )
        texts.append(original)
        if draw(st.booleans()):
            texts.append(translation(original, title=draw(st.sampled_from(["One", "Two"]))))
    return texts


rows = st.builds(
    Permalink,
    url=urls,
    id=ids
    | st.sampled_from(["home", "year:2021", "month:1995-01", "undated", "about", "son", "ec"]),
    lang=st.sampled_from(["vi", "en", ""]),
)
archives = st.builds(
    Contents,
    articles=works().map(tuple),
    entities=st.just(RECORDS),
    editorials=st.sampled_from(
        [(), (Editorial(id="about", lang="vi", title="…", body="…", path="pages/about/vi.md"),)]
    ),
    permalinks=st.lists(rows, max_size=8).map(tuple),
)


@given(archives, st.randoms(use_true_random=False))
def test_order_of_what_comes_in_does_not_matter(contents: Contents, chance: random.Random) -> None:
    shuffled = dataclasses.replace(
        contents,
        articles=tuple(chance.sample(contents.articles, len(contents.articles))),
        entities=tuple(chance.sample(contents.entities, len(contents.entities))),
        permalinks=tuple(chance.sample(contents.permalinks, len(contents.permalinks))),
    )

    archive, findings = assemble.archive(contents)
    again, findings_again = assemble.archive(shuffled)

    assert repr((archive, findings)) == repr((again, findings_again))


@given(archives)
def test_every_registered_url_is_a_page_a_redirect_or_a_finding(contents: Contents) -> None:
    archive, assembled = assemble.archive(contents)
    broken = [
        finding.line - 2
        for finding in check.findings(contents, archive, assembled)
        if finding.code in {"permalink-lost", "permalink-taken"}
    ]

    live = {permalink.url: permalink.id for permalink in archive.permalinks}
    assert len(set(broken)) == len(broken)
    for row, permalink in enumerate(contents.permalinks):
        if permalink.url not in live and permalink.url not in archive.redirects:
            assert row in broken
        elif live.get(permalink.url) == permalink.id:
            assert row not in broken


@given(archives)
def test_urls_are_unique_and_redirects_lead_straight_to_pages(contents: Contents) -> None:
    archive, _ = assemble.archive(contents)
    live = [permalink.url for permalink in archive.permalinks]

    assert sorted(set(live)) == live
    assert not set(live) & set(archive.redirects)
    assert set(archive.redirects.values()) <= set(live)
    assert all(url.startswith("/") and url.endswith("/") for url in [*live, *archive.redirects])


@given(archives)
def test_every_published_article_is_an_entry_or_in_a_finding(contents: Contents) -> None:
    archive, findings = assemble.archive(contents)
    named = {finding.file for finding in findings if finding.code == "permalink-clash"}

    for text in contents.articles:
        if text.status in {Status.PUBLISHED, Status.WITHDRAWN} and not text.translation:
            assert text.id in archive.entries or f"content/{text.path}" in named


@given(archives)
def test_everything_that_is_named_in_the_archive_is_in_it(contents: Contents) -> None:
    archive, _ = assemble.archive(contents)

    assert archive.listed.keys() == archive.entities.keys() == archive.urls.keys()
    for entry in archive.entries.values():
        near = [neighbour.id for neighbour in entry.related]
        others = {*near, *(reprint.id for reprint in entry.reprints), entry.older, entry.newer} - {
            ""
        }
        assert others <= archive.entries.keys() - {entry.id}
        assert {mention.entity for mention in entry.mentions} <= archive.entities.keys()
        assert entry.texts.keys() == entry.urls.keys() == entry.bodies.keys()
        assert all(entry.id in archive.listed[mention.entity] for mention in entry.mentions)


@given(archives)
def test_nothing_of_a_removed_or_draft_text_is_left(contents: Contents) -> None:
    marked = dataclasses.replace(
        contents,
        articles=tuple(
            dataclasses.replace(text, body=f"{text.body} bí mật", summary="bí mật", slug="x")
            if text.status in {Status.REMOVED, Status.DRAFT}
            else text
            for text in contents.articles
        ),
    )

    assert "bí mật" not in repr(assemble.archive(marked)[0])


NAMES = Names({record.id: record for record in RECORDS})
PLACES = {record.id: f"/{record.kind.value}/{record.id}/" for record in RECORDS}


def linked(body: str) -> str:
    readable = read(body)
    named = [(name.owners[0], name) for name in NAMES.find(readable.plain)]
    return link(body, readable, named, PLACES)


@given(bodies)
def test_linked_body_without_its_links_is_the_body(body: str) -> None:
    plain = linked(body)
    for url in PLACES.values():
        while f"]({url})" in plain:
            end = plain.index(f"]({url})")
            start = plain.rindex("[", 0, end)
            plain = plain[:start] + plain[start + 1 : end] + plain[end + len(f"]({url})") :]

    assert body == plain


@given(bodies)
def test_each_record_is_linked_at_most_once(body: str) -> None:
    made = linked(body)

    assert all(made.count(f"]({url})") <= 1 for url in PLACES.values())


@given(st.text("SơnEUaá ̀_-.1", max_size=12), st.text("SơnEUaá ̀_-.1", max_size=12))
def test_no_mention_stands_inside_a_longer_word(before: str, after: str) -> None:
    text = f"{before}EU{after}"

    for name in NAMES.find(text):
        outside = text[: name.start][-1:] + text[name.end :][:1]
        assert not any(sign.isalnum() for sign in outside)


@pytest.mark.parametrize("seed", range(20))
def test_links_change_no_word_that_the_engine_prints(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a fixed sample, not a secret
    blocks = ["", "> ", "- ", "1. ", "## ", "**", "    "]
    body = "\n\n".join(
        chance.choice(blocks) + " ".join(chance.choices([*WORDS, "`x`", "[y](/z/)"], k=8))
        for _ in range(12)
    )

    before, after = (
        "".join(_words(markdown.markdown(text, extensions=["generator.safe_markdown"])))
        for text in (body, linked(body))
    )

    assert before == after
    assert linked(body) != body


def _words(html: str) -> list[str]:
    return [part.rpartition(">")[2] for part in html.split("<")]

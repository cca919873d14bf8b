"""What the demonstration archive promises: its captures, their conversion, its translations."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator import assemble, captures, check, content, convert
from generator.model import Article, BasisKind, Contents, Severity, TranslationKind
from tests.conftest import REPOSITORY

RAW = REPOSITORY / "raw"
CONTENT = REPOSITORY / "content"
SCRAPES = REPOSITORY.parent / "shared/seeds"

CAPTURES = tuple(path.relative_to(RAW).as_posix() for path in captures.find(RAW)[0])
OUTLETS = {"mofa", "sputnik", "congluan", "vov", "vietnamplus", "baochinhphu"}
SHARED_WORDS = 12
MACHINERY = re.compile(
    r"Tin khác|Tin liên quan|Trang chủ|Bản in|Gửi (?:bình luận|email)|Bình luận|Từ khóa"
    r"|Đăng ký|Phòng chat|loader|Theo dõi VietnamPlus|Đọc nhiều|Hệ 1: 5h00|Bạn là người thứ"
    r"|Related|Most read|Print|hinh \d|Sputnik Việt Nam, 1920|Ghi rõ nguồn|\(TTXVN/Vietnam\+\)"
)


def day(raw: str) -> str:
    """The day in a capture's name, where it has one."""
    match = re.match(r"\d{4}-\d\d-\d\d", raw.partition("/")[2])
    return match[0] if match else ""


def originals(contents: Contents) -> dict[str, Article]:
    return {a.source.raw: a for a in contents.articles if not a.translation and a.source.raw}


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return (tuple(words[n : n + SHARED_WORDS]) for n in range(len(words) - SHARED_WORDS + 1))


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, content.Outcome]:
    target = tmp_path_factory.mktemp("demo") / "content"
    return {result.raw: result for result in convert.run(RAW, target)}


@pytest.fixture(scope="module")
def published() -> Contents:
    return content.read(CONTENT)


def test_there_are_enough_captures_in_the_shapes_of_all_outlets() -> None:
    outlets = {raw.partition("/")[0] for raw in CAPTURES}
    formats = Counter(Path(raw).suffix for raw in CAPTURES)

    assert OUTLETS <= outlets
    assert len(CAPTURES) >= 24
    assert formats[".html"] >= 12
    assert formats[".txt"] >= 12


def test_the_captures_reach_from_1995_to_2024() -> None:
    years = sorted({int(day(raw)[:4]) for raw in CAPTURES if day(raw)})

    assert (1995, 2024) == (years[0], years[-1])
    assert len(years) >= 15


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("vov/2000-07-14.html", "cp1258"),
        ("mofa/2004-10-09.html", "utf-16"),
        ("mofa/1998-12-16.html", "utf-8"),
        ("ttxvn/1997-11-16.txt", "utf-8"),
        ("vov/2010-08-01.txt", "utf-8"),
    ],
)
def test_old_and_odd_encodings_are_among_them(raw: str, encoding: str) -> None:
    capture = captures.read(RAW / raw, raw=RAW)

    assert capture.encoding.replace("windows-", "cp").startswith(encoding)
    assert "Việt Nam" in capture.text


@pytest.mark.parametrize("raw", CAPTURES)
def test_every_capture_converts_without_an_error(
    raw: str, results: Mapping[str, content.Outcome]
) -> None:
    errors = [f for f in results[raw].findings if f.severity is Severity.ERROR]

    assert [] == errors
    assert "written" == results[raw].status


@pytest.mark.parametrize("raw", CAPTURES)
def test_no_machinery_is_left_in_a_text(raw: str, published: Contents) -> None:
    article = originals(published)[raw]

    assert [] == MACHINERY.findall(article.title + "\n" + article.body)
    assert len(article.body.split()) >= 180


@pytest.mark.parametrize("raw", [raw for raw in CAPTURES if day(raw)])
def test_the_date_is_that_of_the_story_and_not_of_a_teaser(raw: str, published: Contents) -> None:
    published_on = originals(published)[raw].date

    assert day(raw) == str(published_on and published_on.day_only())


def test_addresses_end_in_the_reserved_domain() -> None:
    texts = {raw: captures.read(RAW / raw, raw=RAW).text for raw in CAPTURES}
    foreign = {
        (raw, host)
        for raw, text in texts.items()
        for host in re.findall(r"https?://([\w.-]+)", text)
        if not host.endswith(".example") and host not in {"schema.org", "www.w3.org"}
    }

    assert set() == foreign


def test_what_is_unknown_stays_unknown(published: Contents) -> None:
    airline = originals(published)["khac/vietnam-airlines.txt"]

    assert airline.date is None
    assert "" == airline.source.outlet


def test_every_way_to_know_a_date_or_title_is_shown(published: Contents) -> None:
    articles = originals(published).values()

    assert {BasisKind.STATED, BasisKind.URL, BasisKind.INFERRED} <= {
        a.date_basis.kind for a in articles if a.date
    }
    assert BasisKind.INFERRED in {a.title_basis.kind for a in articles}


def test_an_article_may_originate_in_english(published: Contents) -> None:
    english = [a for a in originals(published).values() if a.lang == "en"]
    folders = {a.folder for a in published.articles if a.lang == "vi"}

    assert english
    assert [] == [a.path for a in english if a.folder in folders]


def test_translations_are_many_of_many_kinds_and_fresh(published: Contents) -> None:
    bodies = {a.id: a.body for a in published.articles if not a.translation}
    translated = [(a, a.translation) for a in published.articles if a.translation]

    assert len(translated) >= 12
    assert {k for k in TranslationKind if k is not TranslationKind.OFFICIAL} == {
        translation.kind for _, translation in translated
    }
    assert [] == [
        article.path
        for article, translation in translated
        if translation.of != content.digest(bodies[article.id])
    ]


def test_reprints_name_the_wire_story_they_reprint(published: Contents) -> None:
    by_id = {a.id: a for a in originals(published).values()}
    pairs = {a.source.raw: a.reprint_of for a in by_id.values() if a.reprint_of}

    assert {
        "congluan/2019-06-08.txt": "vietnamplus/2019-06-08.html",
        "vov/2020-11-15.txt": "vietnamplus/2020-11-15.html",
    } == {reprint: by_id[head].source.raw for reprint, head in pairs.items()}
    assert {"TTXVN"} == {originals(published)[raw].source.agency for raw in pairs}


def test_the_archive_has_nothing_to_report_but_news(published: Contents) -> None:
    archive, assembled = assemble.archive(published)
    found = check.findings(published, archive, assembled)

    assert [] == [f for f in found if f.severity is not Severity.NOTICE]


def test_every_event_has_coverage(published: Contents) -> None:
    archive, _ = assemble.archive(published)
    events = [e.id for e in archive.entities.values() if e.kind == "events"]

    assert len(events) >= 20
    assert [] == [event for event in events if not archive.listed.get(event)]


def test_converting_again_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "content"
    shutil.copytree(CONTENT, target)

    statuses = Counter(result.status for result in convert.run(RAW, target))

    assert {"unchanged", "kept-edited"} >= set(statuses)


@pytest.mark.skipif(not SCRAPES.is_dir(), reason="the five scrapes are not at hand")
def test_no_sentence_of_the_five_scrapes_is_in_a_story(published: Contents) -> None:
    theirs = {
        run for path in sorted(SCRAPES.glob("*.txt")) for run in runs(path.read_text("utf-8"))
    }
    shared = {
        (article.path, " ".join(run))
        for article in published.articles
        for text in (article.title, article.body, *(i.caption for i in article.images))
        for run in runs(text)
        if run in theirs
    }

    assert set() == shared


def test_the_readme_says_in_both_languages_what_the_captures_are() -> None:
    text = (RAW / "README.md").read_text(encoding="utf-8")

    assert "bản dựng lại" in text
    assert "re-creations" in text
    assert ".example" in text

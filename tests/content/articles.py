"""Articles of all kinds, for properties."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from generator.content.front_matter import clean_body
from generator.content.report import one_line
from generator.model import (
    GENRES,
    Article,
    Basis,
    BasisKind,
    Bilingual,
    Cleaning,
    Correction,
    Date,
    Image,
    Interval,
    Repair,
    Rights,
    Source,
    Status,
)

_NO_SURROGATES = st.characters(exclude_categories=["Cs"])
HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</title><!--",
        "{{ 7*7 }} {% raw %}",
        "a: b # c",
        "---",
        "no",
        "007",
        "\u202eđảo ngược",
        "😀",
        "'\"|&*!%@`",
        "Dài " * 1250,
    ]
)
LINES = (st.text(_NO_SURROGATES, max_size=40) | HOSTILE).map(one_line)
TITLES = LINES.filter(bool)
IDS = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
SLUGS = st.from_regex(r"[a-z]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
ID_LISTS = st.lists(IDS, max_size=3).map(tuple)
URLS = st.just("") | st.builds(
    "https://{}.example/{}".format,
    st.text(string.ascii_lowercase, min_size=1, max_size=8),
    st.text("abc/?=&#:%đ", max_size=12),
)
DIGESTS = st.just("") | st.text("0123456789abcdef", min_size=64, max_size=64)
DAYS = st.dates().map(lambda day: Date(year=day.year, month=day.month, day=day.day))
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: Date(year=day.year, month=day.month)),
    DAYS.map(lambda day: Date(year=day.year)),
    st.datetimes().map(
        lambda t: Date(
            year=t.year,
            month=t.month,
            day=t.day,
            time=t.strftime("%H:%M:%S"),
            offset="+07:00",
        )
    ),
)
BASES = st.just(Basis()) | st.builds(
    Basis,
    kind=st.sampled_from([kind for kind in BasisKind if kind is not BasisKind.STATED]),
    rule=st.sampled_from(["", "congluan/date-line", "first sentence"]),
)
BOTH = st.builds(Bilingual, vi=TITLES, en=LINES)
BODIES = st.one_of(
    st.text(_NO_SURROGATES, max_size=200),
    st.sampled_from(["---\nid: x\n---\n", "  wrote: abc\n", "a\n---\nb", "wrote: 0\n\n---"]),
).map(clean_body)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article as `read` would give it, whatever is in its texts."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return Article(
        id=draw(IDS),
        lang="vi",
        title=draw(TITLES),
        title_basis=draw(BASES),
        date=draw(st.none() | DATES),
        date_basis=draw(BASES),
        event_date=draw(st.none() | st.just(Interval(start=first, end=last))),
        event_date_basis=draw(BASES),
        summary=draw(LINES),
        source=Source(
            outlet=draw(st.just("") | IDS.filter(lambda identity: identity != "unknown")),
            outlet_basis=draw(BASES),
            url=draw(URLS),
            memento=draw(URLS),
            captured=draw(st.none() | DATES),
            agency=draw(LINES),
            raw=draw(st.sampled_from(["", "mofa/a b.txt", "x: y.html", "tên #1.txt"])),
            sha256=draw(DIGESTS),
        ),
        byline=draw(LINES),
        dateline=draw(LINES),
        section=draw(LINES),
        genre=draw(st.sampled_from(GENRES)),
        people=draw(ID_LISTS),
        event=draw(st.just("") | IDS),
        related=draw(ID_LISTS),
        images=tuple(draw(st.lists(images(), max_size=2))),
        rights=Rights(
            statement=draw(URLS),
            holder=draw(LINES),
            show=draw(st.sampled_from(["", "full", "excerpt", "link"])),
        ),
        status=draw(st.sampled_from([Status.DRAFT, Status.WITHDRAWN])),
        status_note=draw(TITLES),
        status_date=draw(st.none() | DATES),
        slug=draw(SLUGS),
        aliases=draw(st.sampled_from([(), ("/2021/12/13/cu/", "/a.html/")])),
        updated=tuple(draw(st.lists(corrections(), max_size=1))),
        cleaning=draw(st.none() | cleanings()),
        body=draw(BODIES),
        path="articles/2021/a/vi.md",
    )


def images() -> st.SearchStrategy[Image]:
    return st.builds(
        Image,
        file=st.sampled_from(["", "hinh 1.jpg", "ảnh.PNG"]),
        url=URLS,
        alt=st.just(Bilingual()) | BOTH,
        caption=LINES,
        credit=LINES,
    )


def corrections() -> st.SearchStrategy[Correction]:
    return st.builds(Correction, date=DATES, note=BOTH)


def cleanings() -> st.SearchStrategy[Cleaning]:
    repairs = st.builds(
        Repair, n=st.integers(1, 999), was=TITLES, now=TITLES, rule=st.just("lost-letter")
    )
    return st.builds(
        Cleaning,
        profile=st.just("congluan"),
        version=st.just("0.1.0"),
        removed=st.integers(0, 999),
        repairs=st.lists(repairs, max_size=2).map(tuple),
    )

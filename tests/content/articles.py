"""Articles of all kinds, for properties."""

from __future__ import annotations

import string

from hypothesis import HealthCheck, settings
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


IMAGES = st.builds(
    Image,
    file=st.sampled_from(["", "hinh 1.jpg", "ảnh.PNG"]),
    url=URLS,
    alt=st.just(Bilingual()) | BOTH,
    caption=LINES,
    credit=LINES,
)
CORRECTIONS = st.builds(Correction, date=DATES, note=BOTH)
REPAIRS = st.builds(Repair, n=st.integers(1, 999), was=TITLES, now=TITLES, rule=st.just("letter"))
CLEANINGS = st.builds(
    Cleaning,
    profile=st.just("congluan"),
    version=st.just("0.1.0"),
    removed=st.integers(0, 999),
    repairs=st.lists(REPAIRS, max_size=1).map(tuple),
)
SOURCES = st.builds(
    Source,
    outlet=st.just("") | IDS.filter(lambda identity: identity != "unknown"),
    outlet_basis=BASES,
    url=URLS,
    memento=URLS,
    captured=st.none() | DATES,
    agency=LINES,
    raw=st.sampled_from(["", "mofa/a b.txt", "x: y.html", "tên #1.txt"]),
    sha256=DIGESTS,
)
RIGHTS = st.builds(
    Rights, statement=URLS, holder=LINES, show=st.sampled_from(["", "full", "excerpt", "link"])
)
INTERVALS = st.tuples(DAYS, DAYS).map(lambda days: Interval(start=min(days), end=max(days)))

GENEROUS = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""An article has many parts, and a test must not depend on how busy the machine is."""


def articles(cleanings: st.SearchStrategy[Cleaning | None]) -> st.SearchStrategy[Article]:
    """Articles as `read` would give them, whatever is in their texts."""
    return st.builds(
        Article,
        id=IDS,
        lang=st.just("vi"),
        title=TITLES,
        title_basis=BASES,
        date=st.none() | DATES,
        date_basis=BASES,
        event_date=st.none() | INTERVALS,
        event_date_basis=BASES,
        summary=LINES,
        source=SOURCES,
        byline=LINES,
        dateline=LINES,
        section=LINES,
        genre=st.sampled_from(GENRES),
        people=ID_LISTS,
        event=st.just("") | IDS,
        related=ID_LISTS,
        images=st.lists(IMAGES, max_size=2).map(tuple),
        rights=RIGHTS,
        status=st.sampled_from([Status.DRAFT, Status.WITHDRAWN]),
        status_note=BOTH | TITLES.map(lambda text: Bilingual(vi=text, en=text)),
        status_date=st.none() | DATES,
        slug=SLUGS,
        aliases=st.sampled_from([(), ("/2021/12/13/cu/", "/a.html/")]),
        updated=st.lists(CORRECTIONS, max_size=1).map(tuple),
        cleaning=cleanings,
        body=BODIES,
        path=st.just("articles/2021/a/vi.md"),
    )


ARTICLES = articles(st.none() | CLEANINGS)
CLEANED = articles(CLEANINGS)

"""Events that nobody recorded, found by what articles of a few days have in common."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import random
from collections.abc import Iterable

import pytest

from generator import assemble, content
from generator.model import Archive, Article, Contents, Entity, EntityKind, Interval, Source
from generator.suggest import event_names, events
from tests.assemble.make import article, contents, entity, joined
from tests.conftest import REPOSITORY

RECORDS = (
    entity("bao-a", "Báo A", kind="outlets"),
    entity("bao-b", "Báo B", kind="outlets"),
    entity("bo", "Bộ Ngoại giao", kind="organisations"),
    entity("son", "Bùi Thanh Sơn"),
    entity("hue", "Huế", kind="places"),
    *(entity(f"nguoi-{n}", f"Người Số {n}") for n in range(30)),
)
NAME = "Hội nghị Xúc tiến Thương mại lần thứ 5"
MEETING = f"Sáng nay tại Huế, ông Bùi Thanh Sơn dự {NAME} bàn về xuất khẩu gạo."
LATER = f"{NAME} đã bế mạc. Ông Bùi Thanh Sơn nói về xuất khẩu gạo tại Huế."


def others() -> list[Article]:
    """Stories that have nothing to do with each other."""
    return [
        article(
            f"z-{n}",
            title=f"Người Số {n} đi xa",
            body=f"Việc thứ {n} của Người Số {n}.",
            date=f"{1980 + n}-01-01",
        )
        for n in range(12)
    ]


def told(
    id_: str, body: str, *, outlet: str = "bao-a", date: str = "2021-03-04", event: str = ""
) -> Article:
    source = Source(outlet=outlet)
    return article(id_, title=f"Tin {id_}", body=body, date=date, source=source, event=event)


def proposals(*things: Article | Entity) -> tuple[events.Proposal, ...]:
    return events.propose(joined(*things, *others(), *RECORDS))


def test_accounts_of_two_outlets_are_proposed_with_what_the_texts_say() -> None:
    (only,) = proposals(told("a-1", MEETING), told("a-2", LATER, outlet="bao-b", date="2021-03-05"))

    assert ("a-1", "a-2") == only.articles
    assert (NAME, "vi") == (only.name, only.lang)
    assert ("hue", Interval.parse("2021-03-04/2021-03-05")) == (only.place, only.when)
    assert "son" in only.entities
    assert "" == only.event


@pytest.mark.parametrize(
    "second",
    [
        told("a-2", LATER, date="2021-03-05"),
        told("a-2", LATER, outlet="bao-b", date="2021-03-20"),
        told("a-2", LATER, outlet="bao-b", date="2021-03"),
        told("a-2", "Một chuyện khác hẳn.", outlet="bao-b"),
        told("a-2", LATER, outlet="bao-b", event="da-ghi"),
    ],
    ids=["one outlet", "too late", "day unknown", "nothing in common", "has an event"],
)
def test_what_is_no_second_account_makes_no_event(second: Article) -> None:
    recorded = entity("da-ghi", "Việc đã ghi", kind="events")

    assert () == proposals(told("a-1", MEETING), second, recorded)


def test_three_articles_of_one_outlet_are_enough() -> None:
    third = f"{NAME} tại Huế: ông Bùi Thanh Sơn khẳng định vai trò của xuất khẩu gạo."

    (only,) = proposals(told("a-1", MEETING), told("a-2", LATER), told("a-3", third))

    assert ("a-1", "a-2", "a-3") == only.articles


def test_an_article_that_fits_an_event_on_record_is_put_to_it() -> None:
    when = Interval.parse("2021-03-04")
    recorded = entity("hoi-nghi", NAME, kind="events", when=when, place="hue")
    early = told("a-2", MEETING, date="2020-03-04")

    (only,) = proposals(told("a-1", MEETING), early, recorded)

    assert ("hoi-nghi", ("a-1",), "hue") == (only.event, only.articles, only.place)


def test_of_two_events_that_fit_alike_neither_is_guessed() -> None:
    when = Interval.parse("2021-03-04")
    twins = [
        entity(id_, name, kind="events", when=when)
        for id_, name in (("mot", "Xúc tiến Thương mại"), ("hai", "xuất khẩu gạo"))
    ]

    assert () == proposals(told("a-1", MEETING), *twins)


@pytest.mark.parametrize(
    ("texts", "lang", "name"),
    [
        (
            [("", "Trong khuôn khổ Hội nghị Ngoại giao lần thứ 31, đã có cuộc họp.", "vi")] * 2,
            "vi",
            "Hội nghị Ngoại giao lần thứ 31",
        ),
        (
            [("Hội nghị Ngoại vụ toàn quốc lần thứ 20 khai mạc", "", "vi")],
            "vi",
            "Hội nghị Ngoại vụ toàn quốc lần thứ 20",
        ),
        ([("The 31st Diplomatic Conference opens", "", "en")], "en", "31st Diplomatic Conference"),
        ([("", "Hội nghị Ngoại giao lần thứ 31.", "vi")], "vi", ""),
        ([("Hội nghị bàn việc", "hội nghị đã họp", "vi")] * 2, "vi", ""),
    ],
)
def test_a_name_stands_in_the_texts_or_there_is_none(
    texts: list[tuple[str, str, str]], lang: str, name: str
) -> None:
    assert name == event_names.name(texts, lang)


def test_the_order_of_what_comes_in_changes_nothing() -> None:
    things: list[Article | Entity] = [
        told("a-1", MEETING),
        told("a-2", LATER, outlet="bao-b", date="2021-03-05"),
        told("a-3", MEETING, outlet="bao-b"),
        *others(),
        *RECORDS,
    ]
    expected = events.propose(assemble.archive(contents(*things))[0])

    for seed in range(4):
        random.Random(seed).shuffle(things)  # noqa: S311 - a fixed order, not a secret
        assert expected == events.propose(assemble.archive(contents(*things))[0])


@functools.cache
def demo() -> tuple[Archive, Contents]:
    """The demonstration archive, and the same without a word on which article tells of what."""
    whole = content.read(REPOSITORY / "content")
    silent = dataclasses.replace(
        whole,
        articles=tuple(dataclasses.replace(one, event="") for one in whole.articles),
        entities=tuple(dataclasses.replace(one, articles=()) for one in whole.entities),
    )
    return assemble.archive(whole)[0], silent


def pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, ...]]:
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def test_without_records_the_events_of_the_demonstration_are_found_again() -> None:
    edited, silent = demo()
    records = tuple(one for one in silent.entities if one.kind is not EntityKind.EVENT)
    bare = dataclasses.replace(silent, entities=records)

    found = pairs(one.articles for one in events.propose(assemble.archive(bare)[0]))
    right = pairs(edited.coverage.values())

    assert len(right & found) >= 0.9 * len(right)
    assert len(right & found) >= 0.9 * len(found)


def test_with_records_articles_are_put_to_the_events_that_editors_chose() -> None:
    edited, silent = demo()
    chosen = {id_: event for event, ids in edited.coverage.items() for id_ in ids}

    found = [
        chosen.get(id_) == one.event
        for one in events.propose(assemble.archive(silent)[0])
        if one.event
        for id_ in one.articles
    ]

    assert sum(found) >= 0.6 * len(chosen)
    assert sum(found) >= 0.95 * len(found)

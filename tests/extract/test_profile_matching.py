"""Asking many rules at once gives what asking them one by one gives."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from generator.extract import Profile
from generator.extract.paths import Selector
from generator.extract.profile_elements import Elements
from generator.extract.profile_lines import LONGEST_LINE, PLACES, LineRules
from generator.extract.profiles import GENERIC

LINES = (
    "Ảnh: TTXVN",
    "Quang cảnh hội nghị. (Ảnh: Thu An/TTXVN)",
    "13:45 12.3.21",
    "Nguồn: Bộ Ngoại giao",
    "PV (tổng hợp)",
    ">> Đọc thêm bài khác",
    "Trang chủ > Thế giới",
    "Theo TTXVN",
    "(Chinhphu.vn)",
    "Hội nghị khai mạc - Ảnh 1.",
    "Tối 4/11, tại Bangkok, các bên ký thỏa thuận về giáo dục.",
)
STEPS = ("body", "div.a", "div.b", "div.a.b#x", "p", "p.c", "DIV.A", "section#x", "li")
SELECTORS = ("div.a", "div.a p", "p.c, div.b p", "#x", "div.b div.a p.c", ".a .b", "section#x li")


def one_by_one(profile: Profile, text: str, places: list[str]) -> list[str]:
    words = len(text.split())
    return [
        rule.name
        for rule in profile.lines
        if rule.where in places
        and words <= rule.max_words
        and len(text) <= LONGEST_LINE
        and rule.pattern.fullmatch(text)
    ]


@given(data=st.data())
def test_rules_asked_together_are_those_asked_one_by_one(
    data: st.DataObject, profiles: tuple[Profile, ...]
) -> None:
    profile = data.draw(st.sampled_from(profiles))
    rule = data.draw(st.sampled_from(profile.lines))
    made = st.from_regex(rule.pattern, fullmatch=True)
    text = data.draw(st.one_of(st.sampled_from(LINES), made, st.text(max_size=60)))
    places = data.draw(st.lists(st.sampled_from(PLACES), min_size=1, unique=True))

    found = profile.shapes.fits(text, words=len(text.split()), places=places)

    assert one_by_one(profile, text, places) == [rule.name for rule, _ in found]


def test_pattern_that_repeats_its_own_group_is_found_among_others(
    profiles: tuple[Profile, ...],
) -> None:
    found = profiles[0].shapes.fits("08:15 12.3.21", words=2, places=["head"])

    assert ["short-date-line"] == [rule.name for rule, _ in found]


@given(
    path=st.lists(st.sampled_from(STEPS), max_size=7),
    others=st.lists(st.lists(st.sampled_from(STEPS), max_size=7), max_size=4),
)
def test_selectors_asked_together_are_those_asked_one_by_one(
    path: list[str], others: list[list[str]]
) -> None:
    selectors = [Selector.parse(css) for css in SELECTORS]
    machine = Elements(selectors)
    for other in others:  # what it has seen before changes nothing
        machine.matches(other)

    expected = tuple(n for n, one in enumerate(selectors) if one.matches(path))
    ends = any(one.depth(path) == len(path) for one in selectors) and bool(path)

    assert expected == machine.matches(path)
    assert ends == machine.ends(path)


def test_profiles_can_be_sent_to_another_process(profiles: tuple[Profile, ...]) -> None:
    sent: tuple[Profile, ...] = pickle.loads(pickle.dumps(profiles))  # noqa: S301  our own

    assert [profile.name for profile in profiles] == [profile.name for profile in sent]
    assert profiles == sent
    assert ["agency-line"] == [
        rule.name for rule, _ in sent[0].shapes.fits("Theo TTXVN", words=2, places=["edge"])
    ]
    assert GENERIC == sent[0].name


def test_no_rules_fit_nothing() -> None:
    assert [] == list(LineRules([]).fits("Ảnh: TTXVN", words=2, places=PLACES))
    assert () == Elements([]).matches(("body", "p"))
    assert not Elements([]).ends(("body", "p"))

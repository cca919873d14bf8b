"""Words, dates and numbers in the reader's language; and that none is missing."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from generator.assemble.indexes import Order
from generator.errors import SettingsError
from generator.model import (
    GENRES,
    LANGS,
    BasisKind,
    Date,
    EntityKind,
    Interval,
    Role,
    TranslationKind,
)
from generator.pages.edition import Edition
from generator.pages.translations import STATES
from tests.pages.made import REPOSITORY, SETTINGS

EDITIONS = {
    lang: Edition(lang=lang, words=SETTINGS.words[lang], name=SETTINGS.site_name[lang])
    for lang in LANGS
}
_IN_TEMPLATES = re.compile(r"""(?:words|there)\[["']([\w.-]+)["']\]""")
_IN_CODE = re.compile(r"""\.say\(\s*"([\w.-]+)\"""")
_COUNTED = re.compile(r"""\.count\(\s*"([\w.-]+)\"""")


@pytest.mark.parametrize(
    ("date", "vi", "en"),
    [
        ("2021-12-13", "13 tháng 12 năm 2021", "13 December 2021"),
        ("2021-12", "tháng 12 năm 2021", "December 2021"),
        ("2021", "2021", "2021"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(date: str, vi: str, en: str) -> None:
    assert (vi, en) == tuple(EDITIONS[lang].date(Date.parse(date)) for lang in LANGS)


@pytest.mark.parametrize(
    ("interval", "vi"),
    [
        ("2021-12-13/2021-12-15", "13–15 tháng 12 năm 2021"),
        ("2021-12-30/2022-01-02", "30 tháng 12 năm 2021 – 2 tháng 1 năm 2022"),
        ("2021-12-13", "13 tháng 12 năm 2021"),
        ("2010/2011", "2010 – 2011"),
    ],
)
def test_an_interval_says_only_what_differs(interval: str, vi: str) -> None:
    assert vi == EDITIONS["vi"].interval(Interval.parse(interval))


@pytest.mark.parametrize(
    ("moment", "en"),
    [
        ("2021-12-13T06:24:00+07:00", "13 December 2021, 06:24 GMT+7"),
        ("2021-12-13T06:24:05", "13 December 2021, 06:24:05"),
        ("2021-12-13T06:24:00-03:30", "13 December 2021, 06:24 GMT-3:30"),
        ("2021-12-13", "13 December 2021"),
    ],
)
def test_a_moment_shows_time_and_zone_where_known(moment: str, en: str) -> None:
    assert en == EDITIONS["en"].moment(Date.parse(moment))


def test_a_post_that_is_still_held_has_a_beginning_only() -> None:
    assert "từ tháng 4 năm 2021" == EDITIONS["vi"].span(Date.parse("2021-04"), None)
    assert "until 2016" == EDITIONS["en"].span(None, Date.parse("2016"))


@pytest.mark.parametrize(
    ("number", "en", "vi"),
    [(1, "1 article", "1 bài"), (2, "2 articles", "2 bài"), (1234, "1,234 articles", "1.234 bài")],
)
def test_numbers_take_the_right_plural(number: int, en: str, vi: str) -> None:
    assert en == EDITIONS["en"].count("count.articles", number)
    assert vi == EDITIONS["vi"].count("count.articles", number)


def test_a_missing_word_is_an_error_that_names_it() -> None:
    with pytest.raises(SettingsError, match=r"extra\.words\.vi.*khong\.co"):
        EDITIONS["vi"].say("khong.co")


def test_words_are_complete_in_both_languages() -> None:
    vi, en = SETTINGS.words["vi"], SETTINGS.words["en"]

    assert set(vi) == set(en)
    assert [] == [key for key in vi if not vi[key].strip() or not en[key].strip()]


def test_words_take_the_same_facts_in_both_languages() -> None:
    def facts(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    vi, en = SETTINGS.words["vi"], SETTINGS.words["en"]

    assert [] == [key for key in vi if facts(vi[key]) != facts(en[key])]


def test_every_word_that_is_used_is_there_and_none_is_left_over() -> None:
    templates = "".join(
        path.read_text(encoding="utf-8") for path in (REPOSITORY / "overrides").rglob("*.html")
    )
    code = "".join(
        path.read_text(encoding="utf-8") for path in (REPOSITORY / "generator/pages").glob("*.py")
    )
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    used = {*_IN_TEMPLATES.findall(templates), *_IN_CODE.findall(code)}
    used |= set(re.findall(r"name: (palette\.\w+)", config))
    used |= {f"menu.{key}" for key in re.findall(r"key: (\w+), url", config)}
    counted = {*_COUNTED.findall(code), *(f"count.{kind}" for kind in EntityKind)}
    used |= {f"{stem}.{form}" for stem in counted for form in ("one", "other")}
    used |= {
        f"kind.{kind}{tail}"
        for kind in EntityKind
        for tail in ("", ".one", ".about", ".intro", ".none")
    }
    used |= {f"genre.{genre}" for genre in GENRES if genre != "news"}
    used |= {f"{stem}.{lang}" for stem in ("badge.only", "language") for lang in LANGS}
    used |= {f"translation.{kind}" for kind in TranslationKind}
    used |= {"badge.machine", "badge.summary"}
    used |= {f"translations.{state}{tail}" for state in STATES for tail in ("", ".about")}
    used |= {f"parallel.{name}" for name in ("original", "translation", "by_order", "by_length")}
    used |= {f"basis.{kind}" for kind in BasisKind if kind is not BasisKind.STATED}
    used |= {f"reason.{kind}" for kind in ("event", "event.bare", "entities", "terms")}
    used |= {f"article.limited.{amount}" for amount in ("excerpt", "link")}
    used |= {f"date.{part}" for part in ("day", "month", "year")}
    used |= {f"date.short.{part}" for part in ("day", "month", "year")}
    used |= {f"date.{name}" for name in ("full", "column", "anniversary")}
    used |= {f"index.{order}" for order in Order}
    used |= {
        f"chart.{name}{tail}" for name in ("years", "outlets", "topics") for tail in ("", ".column")
    }
    used |= {"date.weekday"}
    used |= {f"role.{role}" for role in Role}
    there = set(SETTINGS.words["vi"])
    # What scripts say is looked for in test_searching.
    open_ended = re.compile(r"basis\.inferred\.|rights\.|rule\.|search\.")

    assert set() == used - there
    assert set() == {key for key in there - used if not open_ended.match(key)}

"""The forms of the archive's URLs: site-absolute, a slash at both ends, made for decades.

A URL says what the reader can check: language, date as precise as it is known, slug. Whatever
may change about an article besides these (outlet, topic, title) is not in it.
"""

from __future__ import annotations

import re

from generator import vietnamese
from generator.model import LANGS, Article, Date, EntityKind

_SLUG = re.compile(r"(?!\d+(?![a-z0-9-]))[a-z0-9]+(?:-[a-z0-9]+)*")
_TEXT = re.compile(rf"(?:/en)?/(?:undated|\d{{4}}(?:/\d\d){{0,2}})/{_SLUG.pattern}/")
# What the site's own files are called: a folder of that name would stand in their place.
_FILES = frozenset(
    {"atom.xml", "feed.json", "index.html", "index.md", "llms.txt", "readme.md", "rss.xml"}
)
_RESERVED = frozenset(
    {"404.html", "assets", "data", "feeds.opml", "robots.txt", "search", "sitemap.xml"}
    | {"sitemap.xml.gz", "sitemaps"}
)
REMOVALS = "removals:"
"""What the register calls a list of removed lines, before the article's id."""
ANNIVERSARIES = "on-this-day"
"""What the calendar of days is called, in both languages and in the register."""
SEARCH = "search"
"""What the register calls the pages of search."""
PARALLEL = "parallel"
"""What the names of pages with both texts start with in the register."""

_FORMER = re.compile(r"/(?:[^/\s?#\\%<>\"'`\x00-\x1f\x7f]+/)*")


def root(lang: str) -> str:
    """The folder of a language: nothing for the default one, `/en` for English."""
    return "" if lang == LANGS[0] else f"/{lang}"


def text(article: Article, *, date: Date | None) -> str:
    """The URL of one text of an article.

    Args:
        article: The text, whose language and slug count.
        date: The original's date, which all its translations share.
    """
    return f"{root(article.lang)}/{_folder(date)}/{slug(article)}/"


def is_text(url: str) -> bool:
    """Whether a URL has the form of a text's: nothing else of the archive has it."""
    return bool(_TEXT.fullmatch(url))


def slug(article: Article) -> str:
    """The slug an editor chose, or one made of the title, or the tail of the id.

    A slug that is not one (a path, digits only, which would stand for a month) is made one, so
    that no content file can place a page outside the folder of its date.
    """
    if _SLUG.fullmatch(article.slug):
        return article.slug
    made = vietnamese.slug(article.slug) or vietnamese.slug(article.title)
    return made or vietnamese.slug(article.id.rpartition("-")[2]) or "x"


def _folder(date: Date | None) -> str:
    if date is None:
        return "undated"
    parts = [f"{date.year:04}"]
    parts += [f"{part:02}" for part in (date.month, date.day) if part]
    return "/".join(parts)


def entity(kind: EntityKind, id_: str, lang: str) -> str:
    """The page of an authority record."""
    return f"{root(lang)}/{kind.value}/{id_}/"


def index(kind: EntityKind, lang: str) -> str:
    """The list of all records of a kind."""
    return f"{root(lang)}/{kind.value}/"


def home(lang: str) -> str:
    """The front page."""
    return f"{root(lang)}/"


def year(number: int, lang: str) -> str:
    """A year's calendar."""
    return f"{root(lang)}/{number:04}/"


def month(year_number: int, number: int, lang: str) -> str:
    """A month's calendar."""
    return f"{root(lang)}/{year_number:04}/{number:02}/"


def day(date: Date, lang: str) -> str:
    """A day's list; `00` stands for a day or month that is not known.

    No slug is digits only, so that no article can stand there.
    """
    above = month(date.year, date.month, lang) if date.month else year(date.year, lang)
    return f"{above}{date.day:02}/"


def day_name(date: Date) -> str:
    """What a day is called in the register: `day:2021-12-13`, and `day:2021-00` below a year."""
    return f"day:{day(date, LANGS[0])[1:-1].replace('/', '-')}"


def block(listed: str, number: int) -> str:
    """A page of a long list.

    Args:
        listed: The list's own URL.
        number: From 1, which is the oldest.
    """
    return f"{listed}{number}/"


def anniversaries(lang: str) -> str:
    """The calendar of the days of a year, whichever year it is."""
    return f"{root(lang)}/{ANNIVERSARIES}/"


def anniversary(month_number: int, day_number: int, lang: str) -> str:
    """What was published on a day in all years: `/on-this-day/12-13/`.

    Args:
        month_number: 1-12.
        day_number: 1-31.
        lang: One of `LANGS`.
    """
    return f"{anniversaries(lang)}{month_number:02}-{day_number:02}/"


def timeline(lang: str) -> str:
    """The time line of the whole archive."""
    return f"{root(lang)}/timeline/"


def parallel(text_url: str) -> str:
    """The texts of an article side by side, in the interface of one of its languages.

    One word in both languages, as in "parallel text"; no text of an article stands so deep.

    Args:
        text_url: The article's own URL in that language.
    """
    return f"{text_url}parallel/"


def parallel_name(article_id: str) -> str:
    """What these are called in the register: `parallel:a-2021-k7m2q4xd`."""
    return f"{PARALLEL}:{article_id}"


def translations(lang: str) -> str:
    """What there is, and is not, in a language."""
    return f"{root(lang)}/translations/"


def search(lang: str) -> str:
    """The page of search; the index stands in folders beside it."""
    return f"{root(lang)}/search/"


def data(lang: str) -> str:
    """The page of what there is for machines."""
    return f"{root(lang)}/data/"


def undated(lang: str) -> str:
    """The list of articles whose date is unknown."""
    return f"{root(lang)}/undated/"


def calendar(date: Date | None, lang: str) -> str:
    """The calendar page that lists a date: its month, its year, or the undated."""
    if date is None:
        return undated(lang)
    return month(date.year, date.month, lang) if date.month else year(date.year, lang)


def editorial(id_: str, lang: str) -> str:
    """A page of the institution's own."""
    return f"{root(lang)}/{id_}/"


def by_id(article_id: str) -> str:
    """The permalink that holds whatever happens to date and slug."""
    return f"/id/{article_id}/"


def removals(article_id: str, lang: str) -> str:
    """The list of lines that cleaning took out of an article; it moves as little as the id."""
    return f"{root(lang)}{by_id(article_id)}removed/"


def former(url: str) -> str:
    """A former URL as the archive writes it, or nothing if no page of this site can answer it."""
    url = url if url.endswith("/") else f"{url}/"
    if not _FORMER.fullmatch(url):
        return ""
    parts = url.lower().split("/")
    taken = {".", ".."} | _FILES
    return "" if taken & set(parts) or parts[1] in _RESERVED else url
